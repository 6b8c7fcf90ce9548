package chart

import (
	"math"
	"slices"

	"doublefix/app/words"
)

// absurd is the magnitude above which a number is taken for a fault of the data, not for a figure.
const absurd = 1e15

// hasFigure reports whether v is a number that can be drawn.
func hasFigure(v float64) bool { return math.Abs(v) <= absurd }

// linear maps values to places. Its ends are nice numbers; lo is below hi.
type linear struct {
	lo, hi   float64 // values at the ends
	step     float64 // distance of two ticks
	from, to float64 // places of the ends, in logical pixels
}

// newLinear returns the scale that covers the values and, if zero is set, zero, with about count steps. Numbers that are no
// figures are left out; without any the axis runs from 0 to 1.
func newLinear(values []float64, zero bool, count int, from, to float64) linear {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if hasFigure(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		lo, hi = 0, 0
	}
	if zero {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	// Figures that are all equal get an axis with room on either side, or one from zero.
	if span := hi - lo; span <= 1e-9*max(math.Abs(lo), math.Abs(hi)) || span < 1e-12 {
		pad := max(math.Abs(hi)/2, 0.5)
		if hi != 0 || !zero {
			lo -= pad
		}
		hi += pad
	}
	step := niceStep((hi - lo) / float64(max(count, 1)))
	if step != math.Trunc(step) && !slices.ContainsFunc(values, func(v float64) bool { return v != math.Trunc(v) }) {
		step = wholeStep(step) // nobody counts half a gun
	}
	s := linear{math.Floor(lo/step+1e-9) * step, math.Ceil(hi/step-1e-9) * step, step, from, to}
	return s
}

// percentLinear is newLinear for shares: the axis does not run past 100 where no share does.
func percentLinear(values []float64, count int, from, to float64) linear {
	s := newLinear(values, true, count, from, to)
	if s.hi > 100 {
		over := false
		for _, v := range values {
			over = over || hasFigure(v) && v > 100
		}
		if !over {
			s.hi, s.step = 100, niceStep((100-s.lo)/float64(max(count, 1)))
			s.lo = math.Floor(s.lo/s.step+1e-9) * s.step
		}
	}
	return s
}

// at returns the place of v, held to the ends of the axis; what is no number stands at the start.
func (s linear) at(v float64) float64 {
	switch {
	case !(v > s.lo):
		return s.from
	case v >= s.hi:
		return s.to
	}
	return s.from + (s.to-s.from)*((v-s.lo)/(s.hi-s.lo))
}

// ticks returns the values of the grid from end to end. A step that does not divide the axis leaves out its end.
func (s linear) ticks() []float64 {
	const most = 1000
	var out []float64
	first := math.Ceil(s.lo/s.step - 1e-9)
	for i := range most {
		v := (first + float64(i)) * s.step
		if v > s.hi+s.step*1e-6 {
			break
		}
		out = append(out, v)
	}
	return out
}

// tickText writes the value of a tick with the decimals that its step needs.
func (s linear) tickText(tr words.Tr, v float64, percent bool) string {
	decimals := 0
	for d := s.step; decimals < 12 && math.Abs(d-math.Round(d)) > 1e-6*d; d *= 10 {
		decimals++
	}
	text := tr.Number(v, decimals)
	if n := math.Round(v / s.step); s.step < 0.9e-6 && math.Abs(n) < 1000 { // more noughts than anyone counts
		text = tr.Auto(n * s.step)
	}
	if percent {
		text += tr.PercentSign()
	}
	return text
}

// wholeStep is the next nice step above one that is no whole number.
func wholeStep(step float64) float64 {
	if step < 1 {
		return 1
	}
	return 5 // of the nice steps above 1 only 2.5 is not whole
}

// niceStep returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is not below v. What is not above zero is 1.
func niceStep(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	power := math.Pow10(int(math.Floor(math.Log10(v))))
	for _, n := range []float64{1, 2, 2.5, 5} {
		if n*power >= v*(1-1e-9) {
			return n * power
		}
	}
	return 10 * power
}
