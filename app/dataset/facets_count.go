package dataset

import (
	"math"
	"slices"

	"doublefix/app/datapackage"
)

// countFacets counts, for each facet, the rows that meet the filters of all other fields.
func (d *Dataset) countFacets(facets []Facet, q Lens) {
	var tests []test
	var of []string // the field of each test
	for _, c := range q.Where {
		t, err := d.test(c)
		if err != nil {
			return
		}
		tests, of = append(tests, t), append(of, c.Field)
	}
	rows := d.Rows
	if parts := queryWords(q.Text); len(parts) > 0 {
		rows = d.containing(rows, parts)
	}
	places, at := make([]map[string]*FacetValue, len(facets)), make([]int, len(facets))
	for i := range facets {
		at[i] = d.place(facets[i].Field)
		places[i] = map[string]*FacetValue{}
		for j := range facets[i].Values {
			places[i][facets[i].Values[j].Value] = &facets[i].Values[j]
		}
	}
	for i := range rows {
		r, failed := &rows[i], ""
		if len(tests) > 0 {
			several := false
			if failed, several = failing(*r, tests, of); several {
				continue
			}
		}
		for j := range facets {
			if facets[j].Kind != FacetValues || failed != "" && failed != facets[j].Field {
				continue
			}
			if v := places[j][r.rawAt(at[j])]; v != nil {
				v.Count++
			}
		}
	}
}

// failing returns the field whose filters a row does not meet, "" for none; several where there is more than one.
func failing(r Row, tests []test, of []string) (field string, several bool) {
	for i, t := range tests {
		if of[i] == field || t(r) {
			continue
		}
		if field != "" {
			return "", true
		}
		field = of[i]
	}
	return field, false
}

// choose marks what q has chosen.
func (f *Facet) choose(field datapackage.Field, q Lens) {
	f.From, f.To = f.Min, f.Max
	for _, c := range q.Where {
		if c.Field != f.Field {
			continue
		}
		f.Set = true
		for i := range f.Values {
			v := &f.Values[i]
			v.On = v.On || c.Op == "=" && slices.Contains(c.Values, v.Value)
		}
		if len(c.Values) == 0 || f.Kind == FacetValues {
			continue
		}
		switch from, to := reach(field, c.Values[0]); {
		case math.IsNaN(from):
		case c.Op == ">=":
			f.From = from
		case c.Op == "<=":
			f.To = to
		case c.Op == "=":
			f.From, f.To = from, to
		}
	}
}
