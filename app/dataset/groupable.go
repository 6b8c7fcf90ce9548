package dataset

import "doublefix/app/words"

// Choice is a field that a person can choose.
type Choice struct{ Field, Title string }

// Groupable returns the fields that figures can be grouped by: years, and what there are facets of values for, as far as
// the rows that the chart draws differ in them.
func (d *Dataset) Groupable(q Lens, tr words.Tr) []Choice {
	a, err := d.shown(q)
	if err != nil {
		return nil
	}
	rows, err := a.drawn()
	if err != nil || len(rows) == 0 {
		return nil
	}
	var out []Choice
	for _, f := range d.facetsOf(tr) {
		if f.Kind != FacetNumbers && f.Field != d.role("unit") && differ(rows, f.Field) { // figures are not put together by their unit
			out = append(out, Choice{Field: f.Field, Title: f.Title})
		}
	}
	return out
}
