package chart

import (
	"cmp"
	"slices"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// inRows reports whether marks with one label share a row of the form.
func inRows(f Form) bool { return f == Stacked || f == Dumbbell || f == Grouped }

// alongAxis reports whether the series of a form run along its axis.
func alongAxis(f Form) bool {
	return f == Lines || f == Slope || f == HeatMap || f == Bump || f == SmallMultiples
}

// orderBars puts the rows of bars with parts into reading order: group by group, bar by bar as each comes first, and within a
// bar part by part.
func (b builder) orderBars(rows []dataset.Row, spec Spec) {
	group := func(r dataset.Row) int {
		id := r.Text(b.view.Group, words.English)
		return slices.IndexFunc(spec.Groups, func(g Group) bool { return g.ID == id })
	}
	series := func(r dataset.Row) int {
		id := r.Text(b.view.Series, words.English)
		return slices.IndexFunc(spec.Series, func(s Series) bool { return s.ID == id })
	}
	field := b.view.Label
	if field == "" {
		field = b.view.X
	}
	first := map[string]int{}
	for i, r := range rows {
		label := b.ds.Cell(r, field, words.English)
		if _, ok := first[label]; !ok {
			first[label] = i
		}
	}
	slices.SortStableFunc(rows, func(x, y dataset.Row) int {
		label := func(r dataset.Row) int { return first[b.ds.Cell(r, field, words.English)] }
		return cmp.Or(cmp.Compare(group(x), group(y)), cmp.Compare(label(x), label(y)), cmp.Compare(series(x), series(y)))
	})
}
