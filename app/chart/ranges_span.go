package chart

import "math"

// markSpan is what a mark says on its axis: a point, a range, or a range with an open end. What is not there is NaN.
type markSpan struct {
	lo, mid, hi       float64
	openLow, openHigh bool // "up to", "more than": the mark goes on to where nobody said
}

// spanOf reads the figures of m. A low without a high (or the other way round) is an open end; equal ends are a point.
func spanOf(m Mark) markSpan {
	s := markSpan{m.Low, m.Value, m.High, false, false}
	for _, v := range []*float64{&s.lo, &s.mid, &s.hi} {
		if !hasFigure(*v) {
			*v = math.NaN()
		}
	}
	low, high := !math.IsNaN(s.lo), !math.IsNaN(s.hi)
	switch {
	case low && high:
		if s.lo > s.hi {
			s.lo, s.hi = s.hi, s.lo
		}
		if s.lo == s.hi {
			if math.IsNaN(s.mid) {
				s.mid = s.lo
			}
			s.lo, s.hi = s.mid, s.mid
		} else if s.mid == s.lo || s.mid == s.hi {
			s.mid = math.NaN() // an end of the range says nothing about its middle
		}
	case low:
		s.openHigh = true
	case high:
		s.openLow = true
	}
	return s
}

// none reports whether there is no figure at all.
func (s markSpan) none() bool { return math.IsNaN(s.lo) && math.IsNaN(s.mid) && math.IsNaN(s.hi) }

// ends returns the smallest and the largest figure.
func (s markSpan) ends() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range []float64{s.lo, s.mid, s.hi} {
		if !math.IsNaN(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	return lo, hi
}

// onLog drops the figures that a logarithmic axis has no place for.
func (s markSpan) onLog() markSpan {
	for _, v := range []*float64{&s.lo, &s.mid, &s.hi} {
		if !onLog(*v) {
			*v = math.NaN()
		}
	}
	return s
}

// figuresOf returns all figures of all marks, for the ends of an axis.
func figuresOf(marks []Mark) []float64 {
	var out []float64
	for _, m := range marks {
		s := spanOf(m)
		for _, v := range []float64{s.lo, s.mid, s.hi} {
			if !math.IsNaN(v) {
				out = append(out, v)
			}
		}
	}
	return out
}
