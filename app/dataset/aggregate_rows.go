package dataset

import (
	"math"
	"slices"
	"strconv"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// mostMethodRows is how many rows a method names by their ids.
const mostMethodRows = 12

// together makes the answer that shows groups as one figure each.
func (a Answer) together(g gathered) Answer {
	all := 0.0
	if g.by == Share {
		var values []float64
		for _, part := range g.groups {
			values = append(values, figures(part.rows, g.value)...)
		}
		all = total(values)
	}
	rows, seen := make([]madeRow, len(g.groups)), map[string]int{}
	for i, part := range g.groups {
		rows[i] = a.made(g, part, all)
		if seen[rows[i].id]++; seen[rows[i].id] > 1 { // "a:b" by "c" and "a" by "b:c"
			rows[i].id += "#" + strconv.Itoa(seen[rows[i].id])
		}
	}
	d := a.Data
	view := a.aggregateView(g)
	a.remark(g)
	out := d.derive(a.aggregateFields(g), rows)
	out.Charts, out.UnitOne, out.Kinds = []View{view}, nil, nil
	if out.Unit = a.valueUnit(g); g.by == Count && len(view.Unit) == 0 {
		out.UnitOne = d.texts("data.ask.row")
	}
	a.Data, a.View, a.Rows = out, view, slices.Clone(out.Rows) // whoever sorts the table leaves the dataset alone
	return a
}

// made makes the row of one group.
func (a Answer) made(g gathered, part group, all float64) madeRow {
	d := a.Data
	first := part.rows[0]
	m := madeRow{id: string(g.by) + ":" + part.key, cells: map[string]datapackage.Value{}, from: part.rows, method: a.method(g, part.rows), whole: a.whole(g, part.rows)}
	if g.split.Name != "" {
		m.id += ":" + part.split
	}
	if m.same = len(part.rows) == 1 && g.keepsUnit() && a.valueField(g) == g.value; m.same {
		m.method, m.whole = nil, nil // one figure is what it was
	} else {
		var n float64
		n, m.exact = a.short(g, part.rows, all)
		m.cells[a.valueField(g)] = made(n)
	}
	if unit := d.role("unit"); unit != "" && g.keepsUnit() {
		setText(m.cells, unit, first.both(unit))
	}
	switch g.by {
	case Count:
		m.kind, m.status = KindCount, StatusFinal // counted here and now, and exact
	case Share:
		m.kind = KindShare
	}
	for _, f := range []datapackage.Field{g.group, g.split} {
		if f.Name == "" {
			continue
		}
		v, _ := first.Value(f.Name)
		m.cells[f.Name] = v
		switch es := f.Name + "@" + string(words.Spanish); {
		case v.Missing || v.Text == "":
			setText(m.cells, f.Name, d.texts("data.ask.blank"))
		case d.has(es):
			m.cells[es], _ = first.Value(es)
		case g.blank(f.Name): // a code has to be in words where one of them is
			setText(m.cells, f.Name, words.Text{words.English: d.cell(first, f.Name, words.English), words.Spanish: d.cell(first, f.Name, words.Spanish)})
		}
	}
	if months := d.role("months"); months != "" && g.keepsUnit() {
		m.cells[months] = made(sameNumber(part.rows, months))
	}
	return m
}

// keepsUnit reports whether the aggregate of figures is of what the figures are of.
func (g gathered) keepsUnit() bool { return g.by == Sum || g.by == Mean || g.by == Median }

// blank reports whether a field of texts that rows are put together by is blank for some of them.
func (g gathered) blank(field string) bool {
	return slices.ContainsFunc(g.groups, func(part group) bool {
		return field == g.group.Name && !g.group.Ordered() && part.key == "" || field == g.split.Name && !g.split.Ordered() && part.split == ""
	})
}

// sameNumber is the amount that all rows have in a field, NaN where they differ.
func sameNumber(rows []Row, field string) float64 {
	n := rows[0].Number(field)
	for _, r := range rows {
		if r.Number(field) != n {
			return math.NaN()
		}
	}
	return n
}

// method says of which rows a figure was made, as many as a sentence can name.
func (a Answer) method(g gathered, rows []Row) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = a.methodOf(g, rows, mostMethodRows, l)
	}
	return out
}

// whole says of which rows a figure was made, of each and every one; nil where the sentence does.
func (a Answer) whole(g gathered, rows []Row) func(words.Lang) string {
	if len(rows) <= mostMethodRows {
		return nil
	}
	return func(l words.Lang) string { return a.methodOf(g, rows, len(rows), l) }
}

// methodOf names the first rows, at most so many, and how many more there are.
func (a Answer) methodOf(g gathered, rows []Row, most int, l words.Lang) string {
	tr := a.Data.tr(l)
	var names []string
	for i, r := range rows {
		if i == most {
			names = append(names, tr.N("data.ask.method.others", len(rows)-i))
			break
		}
		name := r.ID
		if name == "" {
			name = tr.T("data.ask.method.row", words.Args{"Row": strconv.Itoa(r.Line)})
		}
		names = append(names, name)
	}
	return tr.N("data.ask.method."+string(g.by), len(rows), words.Args{"Rows": tr.List(names)})
}

// remark tells what was left out, and what a mean of shares is.
func (a *Answer) remark(g gathered) {
	count := func(key string, n int) {
		if n == 0 {
			return
		}
		t := words.Text{}
		for _, l := range words.Langs() {
			t[l] = a.Data.tr(l).N(key, n)
		}
		a.note(t)
	}
	count("data.ask.note.without", g.without)
	count("data.ask.note.undated", g.undated)
	several := func(part group) bool { return len(part.rows) > 1 }
	if g.by == Mean && slices.ContainsFunc(g.groups, several) && a.Data.relative(a.View, g.groups[0].rows[0]) {
		a.note(a.Data.texts("data.ask.note.mean"))
	}
}
