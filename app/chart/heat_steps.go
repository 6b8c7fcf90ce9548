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

// evenSteps divides the figures into equal steps, as small as five of them allow.
func evenSteps(spec Spec, values []float64) heatSteps {
	lo, hi := slices.Min(values), slices.Max(values)
	step := math.Pow10(int(math.Floor(math.Log10((hi-lo)/heatMost))) - 1)
	first, last := 0.0, 0.0
	fits := func(by float64) bool {
		first, last = math.Floor(lo/by+1e-9), math.Ceil(hi/by-1e-9)
		return last-first <= heatMost
	}
	for !fits(step * 10) {
		step *= 10
	}
	for _, n := range []float64{1, 2, 2.5, 3, 4, 5, 6, 8, 10} {
		if fits(step * n) {
			step *= n
			break
		}
	}
	axis := linear{step: step}
	var out heatSteps
	for i := first; i <= max(last, first+1); i++ {
		v := i * step
		if spec.Percent && v > 100 && hi <= 100 {
			v = 100
		}
		out.limits, out.texts = append(out.limits, v), append(out.texts, axis.tickText(spec.Tr, v, spec.Percent))
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

// risingSteps divides figures above zero at limits that multiply: 1, 2, 5, 10 …, or where that are too many at 1, 3, 10 …, or at
// powers of ten.
func risingSteps(spec Spec, lo, hi float64) heatSteps {
	var limits []float64
	for _, parts := range [][]float64{{1, 2, 5}, {1, 3}, {1}} {
		if limits = risingLimits(lo, hi, parts, 1); len(limits)-1 <= heatMost {
			break
		}
	}
	for by := 2.0; len(limits)-1 > heatMost; by++ {
		limits = risingLimits(lo, hi, []float64{1}, by)
	}
	out := heatSteps{limits: limits}
	for _, v := range limits {
		out.texts = append(out.texts, linear{step: v}.tickText(spec.Tr, v, spec.Percent)) // with the decimals that it needs
	}
	return out
}

// risingLimits are the parts of every by-th power of ten, from the last that is not above lo to the first that is not below hi.
func risingLimits(lo, hi float64, parts []float64, by float64) []float64 {
	var limits []float64
	for exp := math.Floor(math.Log10(lo)); ; exp += by {
		for _, n := range parts {
			v := n * math.Pow(10, exp)
			if len(limits) == 1 && v <= lo {
				limits = limits[:0]
			}
			limits = append(limits, v)
			if v >= hi && len(limits) > 1 {
				return limits
			}
		}
	}
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
