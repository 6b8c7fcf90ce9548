package chart

import (
	"image/color"
	"math"
	"slices"

	"doublefix/app/look"
)

// heatSteps are the colours of a heat map and the figures between them.
type heatSteps struct {
	limits []float64 // one more than fills, rising; equal figures have one limit and one fill
	texts  []string  // the limits, written
	fills  []color.NRGBA
}

// heatMost is how many steps an eye can tell apart without a doubt.
const heatMost = 5

// newHeatSteps divides the figures at round limits: in equal steps, or, where these would put nearly all figures into one of
// them, in steps that multiply.
func newHeatSteps(c *canvas, spec Spec) heatSteps {
	var values []float64
	for _, m := range spec.Marks {
		if v := middle(m); isCell(m) && hasFigure(v) {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return heatSteps{}
	}
	lo, hi := slices.Min(values), slices.Max(values)
	if hi-lo <= 1e-9*max(math.Abs(lo), math.Abs(hi)) || hi-lo < 1e-12 {
		return heatSteps{[]float64{lo}, []string{amount(spec, lo)}, c.heatFills(3)[1:2]}
	}
	s := evenSteps(spec, values)
	if lo > 0 && hi >= 20*lo && crowded(s, values) {
		s = risingSteps(spec, lo, hi)
	}
	s.fills = c.heatFills(len(s.limits) - 1)
	return s
}

// evenSteps divides the figures into equal steps.
func evenSteps(spec Spec, values []float64) heatSteps {
	var out heatSteps
	for count := heatMost; count > 0; count-- {
		axis := newLinear(values, false, count, 0, 1)
		if spec.Percent {
			axis.hi = max(min(axis.hi, 100), slices.Max(values))
		}
		n := int(math.Round((axis.hi - axis.lo) / axis.step))
		if n > heatMost && count > 1 {
			continue
		}
		for i := range n + 1 {
			v := axis.lo + float64(i)*axis.step
			out.limits, out.texts = append(out.limits, v), append(out.texts, axis.tickText(spec.Tr, v, spec.Percent))
		}
		break
	}
	return out
}

// crowded reports whether nearly all of several figures are in one step.
func crowded(s heatSteps, values []float64) bool {
	const several, nearly = 5, 0.6
	count := make([]int, len(s.limits))
	for _, v := range values {
		count[s.step(v)]++
	}
	return len(values) >= several && float64(slices.Max(count)) > nearly*float64(len(values))
}

// risingSteps divides figures above zero at 1, 2, 5, 10 …, or where that is too many at powers of ten.
func risingSteps(spec Spec, lo, hi float64) heatSteps {
	var limits []float64
	for exp := math.Floor(math.Log10(lo)); len(limits) == 0 || limits[len(limits)-1] < hi; exp++ {
		for _, n := range []float64{1, 2, 5} {
			v := n * math.Pow(10, exp)
			if v*2.5 > lo && (len(limits) == 0 || limits[len(limits)-1] < hi) {
				limits = append(limits, v)
			}
		}
	}
	for len(limits) > 1 && limits[1] <= lo {
		limits = limits[1:]
	}
	if len(limits)-1 > heatMost {
		from, to := math.Floor(math.Log10(lo)), math.Ceil(math.Log10(hi))
		by := math.Ceil((to - from) / heatMost)
		limits = nil
		for exp := from; exp < to+by; exp += by {
			limits = append(limits, math.Pow(10, exp))
		}
	}
	out := heatSteps{limits: limits}
	for _, v := range limits {
		out.texts = append(out.texts, amount(spec, v))
	}
	return out
}

// amount writes a figure of the spec.
func amount(spec Spec, v float64) string {
	if spec.Percent {
		return spec.Tr.Percent(v)
	}
	return spec.Tr.Auto(v)
}

// step is which step a figure is in; a limit belongs to the step above it.
func (s heatSteps) step(v float64) int {
	for i := len(s.limits) - 2; i > 0; i-- {
		if v >= s.limits[i] {
			return i
		}
	}
	return 0
}

// heatFills are so many steps from a pale tint to the full accent, each of which some ink can be read on.
func (c *canvas) heatFills(n int) []color.NRGBA {
	const pale, between = 0.42, 0.5
	stops := []color.NRGBA{mix(c.pal.Tint, c.pal.Paper, pale), c.pal.Tint, mix(c.pal.Tint, c.pal.Second, between), c.pal.Second, c.pal.Accent}
	chosen := map[int][]int{1: {1}, 2: {0, 3}, 3: {0, 1, 3}, 4: {0, 1, 3, 4}}[n]
	if chosen == nil {
		chosen = []int{0, 1, 2, 3, 4}
	}
	var out []color.NRGBA
	for _, i := range chosen {
		out = append(out, c.readable(stops[i]))
	}
	return out
}

// readable moves a ground towards paper until some ink can be read on it, in a palette of strong contrast more strongly.
func (c *canvas) readable(ground color.NRGBA) color.NRGBA {
	least := 4.5
	if c.pal.Framed() {
		least = 7
	}
	const steps = 24
	for i := range steps {
		moved := mix(ground, c.pal.Paper, 1-float64(i)/steps)
		if ink, _ := c.onFill(moved); look.Contrast(ink, moved) >= least {
			return moved
		}
	}
	return c.pal.Paper
}
