package dataset

import (
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// Column is a field as a table shows it.
type Column struct {
	Field   string // name
	Title   string
	Unit    string
	Role    string
	Numeric bool // aligns right
}

// Columns returns the columns of d in l that people read; a field and its translations are one column. What only a machine
// reads is left out: see [Dataset.hidden].
func (d *Dataset) Columns(l words.Lang) []Column {
	var out []Column
	for _, f := range d.Fields {
		if base, _, translation := f.Base(); translation && d.has(base) || d.hidden(f) {
			continue
		}
		title := f.Title.In(l)
		if title == "" {
			title = f.Name
		}
		out = append(out, Column{Field: f.Name, Title: title, Unit: f.Unit.In(l), Role: f.Role, Numeric: f.Numeric()})
	}
	return out
}

func (d *Dataset) has(field string) bool {
	_, ok := d.index[field]
	return ok
}

// Cell returns the text of a cell as a table shows it: numbers with commas, shares with their sign, years without
// commas, dates, sources, kinds, statuses and codes in words, and a derived figure with "≈", as on a chart. "" where the cell is
// blank or the field is not there.
func (d *Dataset) Cell(r Row, field string, l words.Lang) string {
	text := d.cell(r, field, l)
	// Only the figure is derived: the month it was computed from stands as the source has it.
	if text != "" && r.About() && field == d.fieldsOf(View{}).value {
		return Derived(text)
	}
	return text
}

// Derived marks a figure as computed, once.
func Derived(text string) string { return "≈" + strings.TrimPrefix(text, "≈") }

// cell is the text of a cell without the mark of a derived figure, as sentences have it.
func (d *Dataset) cell(r Row, field string, l words.Lang) string {
	f, ok := d.Field(field)
	v, _ := r.Value(field)
	tr := d.tr(l)
	switch {
	case !ok || v.Missing:
		return ""
	case v.Wrong:
		return v.Text
	case f.Numeric():
		return d.number(r, f, v.Number, tr)
	case f.Type == "date" || f.Type == "yearmonth" || d.dated(f):
		return tr.Date(v.Text)
	case d.cites(field):
		return d.cited(r, field, l)
	case field == d.role("kind"):
		if v.Text == r.Kind {
			return spoken(tr, "kind.", r.kindWord())
		}
		return spoken(tr, "kind.", v.Text)
	case field == d.role("status"):
		return spoken(tr, "status.", v.Text)
	case d.Role == RoleSources && field == "tier":
		return spoken(tr, "tier.", v.Text)
	}
	return d.worded(r, field, l)
}

// dated reports whether a field of texts holds dates, which may be partial: 2024, 2024-03 or 2024-03-18.
func (d *Dataset) dated(f datapackage.Field) bool {
	return f.Type == "string" && (f.Role == "date" || f.Name == "date") && (d.Role == RoleSources || d.Role == RoleTimeline)
}

// number writes an amount, with the percent sign where the field, or the unit of the row, says that it is a share.
func (d *Dataset) number(r Row, f datapackage.Field, n float64, tr words.Tr) string {
	main := d.fieldsOf(View{})
	switch {
	case isPercent(f.Unit.In(words.English)):
		return tr.Percent(n)
	case f.Name == main.value:
		return d.amount(n, r, main, View{}, tr)
	}
	return tr.Auto(n)
}

// spoken returns the words for a code, or the code where there are none.
func spoken(tr words.Tr, area, code string) string {
	if tr.Has(area + code) {
		return tr.T(area + code)
	}
	return code
}

func (d *Dataset) tr(l words.Lang) words.Tr {
	if tr, ok := d.lang[l]; ok {
		return tr
	}
	return words.For(l)
}

// unit returns what n of a row's figure are: "firearms", "firearm". "" where the figure is a share.
func (d *Dataset) unit(r Row, v View, tr words.Tr) string {
	f := d.fieldsOf(v)
	if d.percent(r, f, v) {
		return ""
	}
	if u := r.Text(d.role("unit"), tr.Lang()); u != "" {
		return u
	}
	if u := v.Unit.In(tr.Lang()); u != "" {
		return u
	}
	if field, ok := d.Field(f.value); ok && len(field.Unit) > 0 {
		return field.Unit.In(tr.Lang())
	}
	if one := d.UnitOne.In(tr.Lang()); one != "" && r.Number(f.value) == 1 {
		return one
	}
	return d.Unit.In(tr.Lang())
}
