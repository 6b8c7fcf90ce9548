package explore

import (
	"cmp"
	"slices"

	"doublefix/app/dataset"
	"doublefix/views/datatable"
)

// newTable returns the table of all rows of the open dataset, in the order that was chosen.
func (v *View) newTable() *datatable.Table {
	l := v.style.Tr.Lang()
	rows := v.ordered()
	data := datatable.Data{Sorted: v.state.Sorted, Down: v.state.Down}
	columns := v.columns(rows)
	for _, c := range columns {
		data.Columns = append(data.Columns, datatable.Column{ID: c.Field, Title: c.Title, Numeric: c.Numeric})
	}
	for _, r := range rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = v.answer.Data.Cell(r, c.Field, l)
		}
		data.Rows, data.IDs = append(data.Rows, cells), append(data.IDs, r.ID)
	}
	t := datatable.New(v.style, data)
	t.OnSort = v.sort
	t.SetCursorColumn(cmp.Or(v.column, v.state.Sorted))
	t.ShowRow(v.state.Row)
	if v.column != "" && v.state.Row == "" && len(rows) > 0 {
		t.ShowRow(rows[0].ID)
	}
	t.OnCursor = v.point
	return t
}

// ordered are the rows of the answer in the order that was chosen; a column that the answer does not have orders nothing.
func (v *View) ordered() []dataset.Row {
	key := v.state.Sorted
	if _, ok := v.answer.Data.Field(key); !ok {
		return v.answer.Rows
	}
	if v.state.Down {
		key = "-" + key
	}
	rows, err := v.answer.Data.Order(v.answer.Rows, []string{key})
	if err != nil {
		v.deps.Fail(err)
		return v.answer.Rows
	}
	return rows
}

// columns returns the columns that say something, what a reader looks for first: the name of the figure and the figure,
// when, what kind, who says so and what to beware of; then the rest, keys last.
func (v *View) columns(rows []dataset.Row) []dataset.Column {
	l := v.style.Tr.Lang()
	var out []dataset.Column
	for _, c := range v.answer.Data.Columns(l) {
		filled := func(r dataset.Row) bool { return v.answer.Data.Cell(r, c.Field, l) != "" }
		if slices.ContainsFunc(rows, filled) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b dataset.Column) int { return cmp.Compare(rankOf(v.view, a), rankOf(v.view, b)) })
	return out
}

// rankOf says how early a column stands, by what the chart uses it for and by its role.
func rankOf(view dataset.View, c dataset.Column) int {
	switch {
	case c.Field == view.Who || c.Field == view.Label:
		return 0
	case c.Field == view.Low || c.Field == view.Y || c.Field == view.High:
		return 1
	}
	order := []string{"value", "low", "high", "period", "kind", "status", "source", "caveat", "method"}
	if at := slices.Index(order, c.Role); at >= 0 {
		return 2 + at
	}
	if c.Role == "id" || c.Field == "id" {
		return 99
	}
	return 50
}

// sort puts the rows in the order of a column; the same column again turns the order round.
func (v *View) sort(column string) {
	v.state.Down = v.state.Sorted == column && !v.state.Down
	v.state.Sorted = column
	v.showMain()
	v.changed()
}

// point follows the cursor of the table.
func (v *View) point(id string) {
	v.state.Row, v.state.passing = id, false
	v.showPosition()
	if v.state.Drawer {
		v.showSide()
	}
}
