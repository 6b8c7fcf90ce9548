package chart

import "math"

// logScale maps values above zero to places so that equal factors are equal distances: 10, 100 and 1,000 stand at
// 0, a half and 1. Both ends are 1, 2 or 5 times a power of ten.
type logScale struct {
	lo, hi   float64 // values at the ends
	from, to float64 // places of the ends
}

// The decades a logarithmic axis may reach; figures beyond them are no figures.
const (
	minDecade = -15
	maxDecade = 15
)

// newLogScale returns the scale from the last step below the smallest value to the first step above the largest. Values that
// a logarithm has no place for are left out; without any the axis runs from 1 to 10.
func newLogScale(values []float64, from, to float64) logScale {
	least, most := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if onLog(v) {
			least, most = min(least, v), max(most, v)
		}
	}
	if least > most {
		return logScale{1, 10, from, to}
	}
	lo, hi := stepBelow(least), stepAbove(most)
	if lo == hi {
		lo, hi = stepBelow(lo*0.99), stepAbove(hi*1.01)
	}
	return logScale{lo, hi, from, to}
}

// onLog reports whether v has a place on a logarithmic axis.
func onLog(v float64) bool {
	return v >= math.Pow10(minDecade) && v <= math.Pow10(maxDecade)
}

// at returns the place of v, held to the ends of the axis; not-a-number and values at or below zero stand at its start.
func (l logScale) at(v float64) float64 {
	if !(v > l.lo) {
		return l.from
	}
	if v >= l.hi {
		return l.to
	}
	return l.from + (l.to-l.from)*math.Log(v/l.lo)/math.Log(l.hi/l.lo)
}

// ticks returns the steps 1, 2 and 5 of every decade from end to end.
func (l logScale) ticks() []float64 {
	var out []float64
	for v := l.lo; v <= l.hi*(1+1e-9); v = stepAbove(v * 1.01) {
		out = append(out, v)
	}
	return out
}

// sparse returns ever thinner sets of ticks, each nice in itself: 1-2-5, then 1-5, whole decades, every second, third,
// fifth decade. The first that fits is the one to draw.
func (l logScale) sparse() [][]float64 {
	all := l.ticks()
	sets := [][]float64{all}
	keep := func(ok func(digit float64, decade int) bool) {
		var set []float64
		for _, v := range all {
			decade := int(math.Floor(math.Log10(v) + 1e-9))
			if ok(math.Round(v/math.Pow10(decade)), decade) {
				set = append(set, v)
			}
		}
		if len(set) > 1 {
			sets = append(sets, set)
		}
	}
	keep(func(digit float64, _ int) bool { return digit != 2 })
	for _, every := range []int{1, 2, 3, 5, 10} {
		keep(func(digit float64, decade int) bool { return digit == 1 && decade%every == 0 })
	}
	return append(sets, []float64{l.lo, l.hi})
}

// stepBelow returns the largest 1, 2 or 5 times a power of ten that is not above v, which must be above zero.
func stepBelow(v float64) float64 {
	base := math.Pow10(int(math.Floor(math.Log10(v))) - 1)
	below := base
	for _, s := range []float64{2, 5, 10, 20, 50, 100} {
		if s*base <= v*(1+1e-12) {
			below = s * base
		}
	}
	return below
}

// stepAbove returns the smallest 1, 2 or 5 times a power of ten that is not below v, which must be above zero.
func stepAbove(v float64) float64 {
	base := math.Pow10(int(math.Floor(math.Log10(v))) - 1)
	for _, s := range []float64{5, 10, 20, 50} {
		if s*base >= v*(1-1e-12) {
			return s * base
		}
	}
	return 100 * base
}
