package chart

import (
	"math"
	"slices"
)

// shelf is the room of a lane in lines of a few pixels; taken are the stretches of a line that are in use.
type shelf struct {
	step  float64
	taken [][]span
}

// lines returns which lines the height from y takes.
func (s *shelf) lines(y, h float64) (from, to int) {
	return int(math.Round(y / s.step)), int(math.Ceil(y/s.step + h/s.step - 1e-6))
}

// free reports whether nothing stands between the lines from and to on the stretch.
func (s *shelf) free(from, to int, at span) bool {
	for i := from; i < min(to, len(s.taken)); i++ {
		for _, t := range s.taken[i] {
			if at.x < t.right() && t.x < at.right() {
				return false
			}
		}
	}
	return true
}

// take marks the stretch as in use.
func (s *shelf) take(from, to int, at span) {
	for len(s.taken) < to {
		s.taken = append(s.taken, nil)
	}
	for i := from; i < to; i++ {
		s.taken[i] = append(s.taken[i], at)
	}
}

// first returns the first line from which so many lines are free on the stretch, before line end; -1 where there is none.
func (s *shelf) first(count, end int, at span) int {
	for i := 0; i+count <= end; i++ {
		if s.free(i, i+count, at) {
			return i
		}
	}
	return -1
}

// dotRows is how many lines of marks without a label may stand under the labels; what goes beyond stands over each other.
const dotRows = 40

// pack places the events of a lane, no deeper than limit: the stressed ones first, then in order of time, each as high up as it
// can stand with its label at the right or, where that is not as high, at the left. Events whose labels have no room are
// marks alone, between the others or under them.
func (t *timeline) pack(l *lane, limit float64) {
	s := &shelf{step: laneLine * t.k}
	if l.title != "" {
		from, to := s.lines(0, laneHead*t.k)
		s.take(from, to, l.heading)
	}
	end := max(int(limit/s.step), 1)
	order := make([]int, len(l.events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return boolInt(t.spec.Marks[l.events[b].mark].Emphasis) - boolInt(t.spec.Marks[l.events[a].mark].Emphasis)
	})
	for _, i := range order {
		t.packLabel(s, &l.events[i], end)
	}
	for _, i := range order {
		if !l.events[i].labelled {
			t.packDot(s, &l.events[i], end)
		}
	}
	l.h = float64(len(s.taken))*s.step + (laneTop+lanePad)*t.k
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// stretchOf is what an event takes of a line with its label; ok is false where the label leaves the area.
func (t *timeline) stretchOf(e event) (at span, ok bool) {
	dot, label := t.dotOf(e), t.labelOf(e)
	from, to := min(label.x, dot.x), max(label.right(), dot.right())
	return span{from - eventAir/2*t.k, to - from + eventAir*t.k}, label.x >= t.area.x && label.right() <= t.area.right()
}

// labelOf is where a label stands on the line: behind or before its mark and the stretch of its date, or under them.
func (t *timeline) labelOf(e event) span {
	gap := t.radius + eventGap*t.k
	from, to := max(e.x+gap, e.soft.right()+eventGap*t.k), min(e.x-gap, e.soft.x-eventGap*t.k)
	if e.under {
		from, to = e.x-t.radius, e.x+t.radius
	}
	if e.left {
		return span{to - e.w, e.w}
	}
	return span{from, e.w}
}

// dotOf is what the mark of an event takes of a line, the stretch of its date included.
func (t *timeline) dotOf(e event) span {
	from, to := min(e.x-t.radius*1.3, e.soft.x), max(e.x+t.radius*1.3, e.soft.right())
	return span{from, to - from}
}

// packLabel places an event with its label so that it ends as high up as can be; of two ways that end equally high the one
// that comes first is taken, wide before wrapped, right before left.
func (t *timeline) packLabel(s *shelf, e *event, end int) {
	e.labelled = false
	best, line, lines := math.MaxInt, 0, 0
	var chosen event
	for _, shape := range e.shapes {
		try := *e
		try.wording = shape
		_, count := s.lines(0, t.labelHeight(try)+eventApart*t.k)
		for _, left := range []bool{false, true} {
			try.left = left
			at, ok := t.stretchOf(try)
			if !ok {
				continue
			}
			if from := s.first(count, end, at); from >= 0 && from+count < best {
				best, line, lines, chosen = from+count, from, count, try
			}
		}
	}
	if best == math.MaxInt {
		return
	}
	*e = chosen
	e.labelled, e.y = true, float64(line)*s.step+(eventLead+eventApart)/2*t.k
	at, _ := t.stretchOf(*e)
	s.take(line, line+lines, at)
}

// labelHeight is the height of the label, of the date under it, and of the mark over it.
func (t *timeline) labelHeight(e event) float64 {
	lines := len(e.label)
	if e.when != "" {
		lines++
	}
	if e.under {
		lines++
	}
	return float64(lines) * eventLead * t.k
}

// letterAfter is where the letters of a mark without a label stand.
func (t *timeline) letterAfter(e event) float64 { return max(e.x+t.radius, e.soft.right()) + 2*t.k }

// packDot places an event without a label where a gap is, else under the labels.
func (t *timeline) packDot(s *shelf, e *event, end int) {
	dot := t.dotOf(*e)
	at := span{dot.x - t.k, dot.w + 2*t.k}
	if letters := t.spec.Marks[e.mark].Letters; letters != "" {
		at.w = max(at.w, t.letterAfter(*e)+t.lettersWidth(letters)-at.x+2*t.k)
	}
	_, count := s.lines(0, 2.6*t.radius+t.k)
	end = max(end, len(s.taken))
	line := s.first(count, end+dotRows, at)
	if line < 0 {
		line = max(len(s.taken)-count, 0)
	}
	e.y = float64(line)*s.step + float64(count)*s.step/2
	s.take(line, line+count, at)
}
