package dataset

import (
	"cmp"
	"math"
	"slices"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// span of time, in months since the year 0; to is the month after the last.
type timeSpan struct{ from, to float64 }

// times reads of when the rows of a dataset are.
type times struct {
	months string       // the field of the months that a figure is of
	pairs  [3][2]string // the fields of the first and the last month or year, the most exact first

	monthsAt int // where they stand in a row, -1 where there is none
	pairsAt  [3][2]int
}

// times returns the fields that say of when rows are.
func (d *Dataset) times() times {
	month := func(f datapackage.Field) bool { return f.Type == "yearmonth" }
	named := func(name string, is func(datapackage.Field) bool) string {
		if f, ok := d.Field(d.role(name)); ok && is(f) {
			return f.Name
		}
		return ""
	}
	year := datapackage.Field.YearLike
	t := times{months: d.role("months"), pairs: [3][2]string{
		{named("start", month), named("end", month)}, {named("start_year", year), named("end_year", year)}, {named("year", year), named("year_to", year)},
	}}
	t.monthsAt = d.place(t.months)
	for i, p := range t.pairs {
		t.pairsAt[i] = [2]int{d.place(p[0]), d.place(p[1])}
	}
	return t
}

// of returns the time that a row is of; ok is false where it does not say.
func (t times) of(r *Row) (timeSpan, bool) {
	for i, p := range t.pairsAt {
		from, to := r.number(p[0]), r.number(p[1])
		switch {
		case math.IsNaN(from):
			continue
		case i < 2 && math.IsNaN(to):
			continue
		case math.IsNaN(to):
			to = from
		}
		if i == 0 {
			return timeSpan{from, to + 1}, true
		}
		return timeSpan{from * 12, (to + 1) * 12}, true
	}
	return timeSpan{}, false
}

// years returns the first and the last year that rows are of: "2009–2024"; "" where they do not say.
func (t times) years(rows []Row) string {
	first, last := math.Inf(1), math.Inf(-1)
	for i := range rows {
		if s, ok := t.of(&rows[i]); ok && rows[i].d == rows[0].d {
			first, last = min(first, math.Floor(s.from/12)), max(last, math.Ceil(s.to/12)-1)
		}
	}
	switch {
	case first > last:
		return ""
	case first == last:
		return made(first).Text
	}
	return made(first).Text + "–" + made(last).Text
}

// length returns how many months a row is of; NaN where it does not say, 0 where it is of a part of its year and does not say
// of which.
func (t times) length(r *Row) float64 {
	if n := r.number(t.monthsAt); !math.IsNaN(n) {
		return n
	}
	s, ok := t.of(r)
	switch {
	case r.Status == StatusPartial && (math.IsNaN(r.number(t.pairsAt[0][0])) || math.IsNaN(r.number(t.pairsAt[0][1]))):
		return 0
	case !ok:
		return math.NaN()
	}
	return s.to - s.from
}

// noRivals keeps claims about the same thing out of a mean: it would be nobody's claim. Estimates of different years are no
// rivals.
func noRivals(c *checker, rows []Row) (string, words.Args) {
	if rows[0].Kind != KindEstimate && rows[0].Kind != KindStatement {
		return "", nil
	}
	in := c.Data.times()
	seen := map[timeSpan]bool{}
	for i := range rows {
		s, _ := in.of(&rows[i])
		if seen[s] {
			return "error.ask.rivals", nil
		}
		seen[s] = true
	}
	return "", nil
}

// noOverlap refuses figures of times that overlap and are not the same: a figure of several years beside those of single
// years, or fiscal beside calendar years.
func noOverlap(c *checker, rows []Row) (string, words.Args) {
	in := c.Data.times()
	seen := map[timeSpan]bool{}
	var all []timeSpan
	last := timeSpan{}
	for i := range rows {
		s, ok := in.of(&rows[i])
		if !ok || s == last {
			continue
		}
		if last = s; !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b timeSpan) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for i := 1; i < len(all); i++ {
		if all[i].from < all[i-1].to {
			return "error.ask.overlap", nil
		}
	}
	return "", nil
}
