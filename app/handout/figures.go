package handout

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"doublefix/app/chart"
	"doublefix/app/dataset"
)

// mostNamed is how many figures a source list names one by one.
const mostNamed = 4

// figuresOf says which figures of a chart come from a source: the years on an axis of years ("2014–2019 and 2020"), else the
// figures themselves where they are few ("67.5%, 70%").
func (b *builder) figuresOf(e *evidence, s *dataset.Source) string {
	var marks []chart.Mark
	for i, r := range e.rows {
		if i < len(e.spec.Marks) && (r.Source == s || slices.Contains(r.Also, s)) {
			marks = append(marks, e.spec.Marks[i])
		}
	}
	if spans, ok := years(marks); ok && (e.spec.Form == chart.Bars || e.spec.Form == chart.Lines) {
		return b.tr.List(spans)
	}
	var named []string
	for _, m := range marks {
		if m.Written != "" && !slices.Contains(named, m.Written) {
			named = append(named, m.Written)
		}
	}
	if len(named) > mostNamed {
		return ""
	}
	return b.tr.List(named)
}

// years writes the places of marks as years, three or more in a row as a span. A mean over several years stays by itself.
// It fails where a place is no year.
func years(marks []chart.Mark) ([]string, bool) {
	type span struct {
		from, to int
		band     bool
	}
	var spans []span
	for _, m := range marks {
		s := span{int(m.X), int(m.X), m.Band()}
		if m.Band() {
			s.to = int(m.XTo)
		}
		if m.X != math.Trunc(m.X) || s.from < 1000 || s.to > 2999 {
			return nil, false
		}
		spans = append(spans, s)
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var runs []span
	for _, s := range spans {
		if n := len(runs); n > 0 && !s.band && !runs[n-1].band && s.from <= runs[n-1].to+1 {
			runs[n-1].to = max(runs[n-1].to, s.to)
			continue
		}
		runs = append(runs, s)
	}
	var out []string
	for _, r := range runs {
		switch {
		case r.to == r.from:
			out = append(out, strconv.Itoa(r.from))
		case r.to == r.from+1 && !r.band:
			out = append(out, strconv.Itoa(r.from), strconv.Itoa(r.to))
		default:
			out = append(out, strconv.Itoa(r.from)+"–"+strconv.Itoa(r.to))
		}
	}
	return out, true
}
