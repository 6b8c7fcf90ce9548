package chart

import (
	"cmp"
	"math"
	"slices"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// series returns the series that rows count into, in the order of the view.
func (b builder) series(rows []dataset.Row) []Series {
	if drawsEvents(Form(b.view.Form)) {
		rows = b.ds.Rows // whoever is missing from a view keeps their marker, so that all views of a table have the same
	}
	var out []Series
	kind := ""
	for _, p := range b.parts(rows, b.view.Series, b.view.SeriesOrder) {
		mine := kindOf(rows, b.view.Series, p.ID)
		if len(out) == 0 {
			kind = mine
		}
		out = append(out, Series{ID: p.ID, Title: words.Capital(p.Title.In(b.tr.Lang())), Quiet: p.Quiet || mine != kind && b.ds.Scaled() != dataset.Index})
	}
	return out
}

// kindOf is the kind of number of a series, by its first row.
func kindOf(rows []dataset.Row, field, id string) string {
	for _, r := range rows {
		if r.Text(field, words.English) == id {
			return r.Kind
		}
	}
	return ""
}

// groups returns the groups that rows stand in, in the order of the view.
func (b builder) groups(rows []dataset.Row) []Group {
	var out []Group
	for _, p := range b.parts(rows, b.view.Group, b.view.Groups) {
		out = append(out, Group{ID: p.ID, Title: words.Capital(p.Title.In(b.tr.Lang())), Note: p.Note.In(b.tr.Lang())})
	}
	return out
}

// parts returns the parts that rows fall into by a field: those the view names first, then the others as they come, with
// the text of the cell for a title.
func (b builder) parts(rows []dataset.Row, field string, named []datapackage.Part) []datapackage.Part {
	if field == "" {
		return nil
	}
	var out []datapackage.Part
	for _, p := range named {
		if slices.ContainsFunc(rows, func(r dataset.Row) bool { return r.Text(field, words.English) == p.ID }) {
			out = append(out, p)
		}
	}
	for _, r := range rows {
		id := r.Text(field, words.English)
		if !slices.ContainsFunc(out, func(p datapackage.Part) bool { return p.ID == id }) {
			title := words.Text{words.English: b.ds.Cell(r, field, words.English), words.Spanish: b.ds.Cell(r, field, words.Spanish)}
			out = append(out, datapackage.Part{ID: id, Title: title})
		}
	}
	return out
}

// order puts rows into reading order: series or groups in their order, lines along their axis, and what one speaker said
// side by side.
func (b builder) order(rows []dataset.Row, spec Spec) {
	if inRows(spec.Form) {
		b.orderBars(rows, spec)
		return
	}
	place := func(r dataset.Row) int {
		if len(spec.Series) > 0 && spec.Form != Timeline {
			id := r.Text(b.view.Series, words.English)
			return slices.IndexFunc(spec.Series, func(s Series) bool { return s.ID == id })
		}
		id := r.Text(b.view.Group, words.English)
		return slices.IndexFunc(spec.Groups, func(g Group) bool { return g.ID == id })
	}
	slices.SortStableFunc(rows, func(x, y dataset.Row) int {
		c := cmp.Compare(place(x), place(y))
		switch {
		case spec.Form == Calendar: // year by year, whatever kind of event
			return cmp.Compare(b.calendarDay(x), b.calendarDay(y))
		case c == 0 && spec.Form == Timeline:
			return compareAxis(b.day(x), b.day(y))
		case c == 0 && spec.Form == Histogram:
			return b.byEdge(x, y)
		case c != 0 || !alongAxis(spec.Form):
			return c
		}
		return compareAxis(b.axis(x, b.view.X), b.axis(y, b.view.X))
	})
	for _, ids := range b.view.Joined {
		together(rows, ids)
	}
}

// compareAxis orders places; those that are nowhere come last.
func compareAxis(x, y float64) int {
	if math.IsNaN(x) || math.IsNaN(y) {
		switch {
		case math.IsNaN(x) && math.IsNaN(y):
			return 0
		case math.IsNaN(x):
			return 1
		}
		return -1
	}
	return cmp.Compare(x, y)
}

// together moves the rows with ids behind the first of them, in the order of ids.
func together(rows []dataset.Row, ids []string) {
	for i := 1; i < len(ids); i++ {
		at := slices.IndexFunc(rows, func(r dataset.Row) bool { return r.ID == ids[i-1] })
		from := slices.IndexFunc(rows, func(r dataset.Row) bool { return r.ID == ids[i] })
		if at < 0 || from < 0 {
			return
		}
		r := rows[from]
		rest := slices.Delete(slices.Clone(rows), from, from+1)
		if from < at {
			at--
		}
		copy(rows, slices.Insert(rest, at+1, r))
	}
}
