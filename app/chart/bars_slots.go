package chart

import "math"

// slot is a place on the x axis of vertical bars: a year, or one name.
type slot struct {
	year       float64 // NaN where slots are names
	marks      []int   // drawn side by side
	label, sub string
	strong     bool
}

// span is a mean over slots first to last.
type slotSpan struct{ mark, first, last int }

// mostYears is how many years in a row are drawn as slots; over a longer span bars stand side by side in their order.
const mostYears = 160

// barsInYears reports whether the marks stand at whole years that can be drawn in a row, gaps kept.
func barsInYears(spec Spec) bool {
	lo, hi, ok := yearSpan(spec.Marks)
	return ok && hi-lo < mostYears && hi-lo < max(24, 4*float64(len(spec.Marks)))
}

func yearSpan(marks []Mark) (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, m := range marks {
		if math.IsNaN(m.X) || m.X != math.Trunc(m.X) || m.Band() && m.XTo != math.Trunc(m.XTo) || math.Abs(m.X) > farthestYear {
			return 0, 0, false
		}
		lo, hi = min(lo, m.X), max(hi, m.X)
		if m.Band() {
			hi = max(hi, m.XTo)
		}
	}
	return lo, hi, lo <= hi
}

// slotsOf puts the marks of a bar chart into slots, and means over several of them into spans.
func slotsOf(spec Spec) (slots []slot, spans []slotSpan) {
	if !barsInYears(spec) {
		for i, m := range spec.Marks {
			slots = append(slots, slot{math.NaN(), []int{i}, m.Label, m.Sub, m.Emphasis})
		}
		return slots, nil
	}
	lo, hi, _ := yearSpan(spec.Marks)
	for y := lo; y <= hi; y++ {
		slots = append(slots, slot{year: y, label: yearText(y)})
	}
	for i, m := range spec.Marks {
		at := int(m.X - lo)
		if m.Band() {
			spans = append(spans, slotSpan{i, at, int(m.XTo - lo)})
			continue
		}
		s := &slots[at]
		if m.Label != "" && len(s.marks) == 0 {
			s.label = m.Label
		}
		if s.sub == "" {
			s.sub = m.Sub
		}
		s.marks, s.strong = append(s.marks, i), s.strong || m.Emphasis
	}
	return slots, spans
}

// empties returns the runs of slots, first and last, in which nothing is drawn.
func empties(spec Spec, slots []slot, spans []slotSpan) [][2]int {
	var out [][2]int
	for i, s := range slots {
		drawn := false
		for _, m := range s.marks {
			drawn = drawn || hasFigure(spec.Marks[m].Value) || ranged(spec.Marks[m]) || spec.Marks[m].Written != ""
		}
		for _, p := range spans {
			drawn = drawn || p.first <= i && i <= p.last && hasFigure(spec.Marks[p.mark].Value)
		}
		switch {
		case drawn:
		case len(out) > 0 && out[len(out)-1][1] == i-1:
			out[len(out)-1][1] = i
		default:
			out = append(out, [2]int{i, i})
		}
	}
	return out
}
