package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// Counts of facets are those of asking anew for every value, with the filters of the other fields.
func TestFacetsCountAsAsking(t *testing.T) {
	s := shipped(t)
	r := rand.New(rand.NewPCG(3, 5))
	tr := words.For(words.English)
	checked := 0
	for _, d := range s.Datasets {
		q := Lens{}
		for range 3 {
			for _, f := range d.Facets(q, tr) {
				for _, v := range f.Values {
					a, err := d.Ask(q.Without(f.Field).Toggle(f.Field, v.Value))
					if err != nil || len(a.Rows) != v.Count {
						t.Errorf("%s %s %q: %d, but %d rows, %v", d.ID, f.Field, v.Value, v.Count, len(a.Rows), err)
					}
					if v.Title == "" || v.Count == 0 && !v.On {
						t.Errorf("%s %s: value %+v", d.ID, f.Field, v)
					}
					checked++
				}
			}
			facets := d.Facets(q, tr)
			if len(facets) == 0 {
				break
			}
			switch f := facets[r.IntN(len(facets))]; {
			case len(f.Values) > 0:
				q = q.Toggle(f.Field, f.Values[r.IntN(len(f.Values))].Value)
			default:
				q = q.Range(f.Field, made(math.Floor(f.Min+(f.Max-f.Min)/3)).Text, "")
			}
			if r.IntN(3) == 0 {
				q.Text = "guns"
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d values", checked)
	}
}

func TestFacets(t *testing.T) {
	s := shipped(t)
	find := func(d *Dataset, q Lens, field string, l words.Lang) (Facet, bool) {
		all := d.Facets(q, words.For(l))
		i := slices.IndexFunc(all, func(f Facet) bool { return f.Field == field })
		if i < 0 {
			return Facet{}, false
		}
		return all[i], true
	}
	d := s.Dataset("border_seizures")
	for _, field := range []string{"id", "label", "period", "method", "caveat", "chart_use", "label_note", "start", "period@es", "year_to"} {
		if _, ok := find(d, Lens{}, field, words.English); ok {
			t.Errorf("%s is no facet", field)
		}
	}
	year, ok := find(d, Lens{}.Range("year", "2015", ""), "year", words.English)
	if !ok || year.Kind != FacetYears || year.Min != 2009 || year.From != 2015 || year.To != year.Max || !year.Set {
		t.Errorf("%+v", year)
	}
	value, ok := find(d, Lens{}, "value", words.Spanish)
	if !ok || value.Kind != FacetNumbers || value.Unit != "armas de fuego" || value.Set || value.To != value.Max {
		t.Errorf("%+v", value)
	}
	chosen := Lens{Where: []Cond{{Field: "year", Op: "=", Values: []string{"2015"}}}}
	if year, _ = find(d, chosen, "year", words.English); year.From != 2015 || year.To != 2015 || !year.Set {
		t.Errorf("one year: %+v", year)
	}
	if value, _ = find(d, chosen, "value", words.English); value.Set || value.From != value.Min {
		t.Errorf("of another field: %+v", value)
	}
	status, ok := find(d, Lens{}, "status", words.Spanish)
	if !ok || len(status.Values) != 3 || status.Values[1].Title != "parte de un periodo" {
		t.Errorf("%+v", status)
	}
	source, ok := find(d, Lens{}, "source_id", words.English)
	if !ok || source.Values[0].Title != "Expreso, 2024" {
		t.Errorf("%+v", source)
	}
	// What is chosen stays, also where nothing is left of it.
	agency, _ := find(d, Lens{}.Toggle("agency", "CBP").Range("year", "1900", "1901"), "agency", words.English)
	if len(agency.Values) != 1 || !agency.Values[0].On || agency.Values[0].Count != 0 {
		t.Errorf("%+v", agency)
	}
	if _, ok := find(s.Dataset("homicide_rates"), Lens{}, "country", words.English); ok {
		t.Error("a code is a facet, though its name is one")
	}
	if kind, ok := find(s.Dataset("annual_flow"), Lens{}, "kind", words.English); !ok || len(kind.Values) != 2 {
		t.Errorf("%+v", kind)
	}
	// What was returned is the caller's.
	d.Facets(Lens{}, words.For(words.English))[1].Title = "changed"
	if f := d.Facets(Lens{}, words.For(words.English))[1]; f.Title == "changed" {
		t.Error("facets are shared")
	}
}

func TestGroupable(t *testing.T) {
	d := shipped(t).Dataset("border_seizures")
	var have []string
	for _, c := range d.Groupable(Lens{View: "core"}, words.For(words.Spanish)) {
		have = append(have, c.Field+"="+c.Title)
	}
	// The chart draws one agency, so there is nothing to group by.
	if !slices.Contains(have, "year=Año") || slices.ContainsFunc(have, func(s string) bool { return s == "agency=Autoridad" || s == "value=Armas de fuego" }) {
		t.Errorf("%q", have)
	}
}

// Facets of a table that says little: names where there are no titles, figures without those that are none.
func TestFacetsOfATableOfAnyone(t *testing.T) {
	d := plain(t, `{"name":"year","type":"year"},{"name":"town"},{"name":"n","type":"number"}`, "year,town,n\n2010,A,INF\n2011,A,NaN\n2012,B,4\n2013,B,-2\n2013,A,\n")
	var have []string
	for _, f := range d.Facets(Lens{}, words.For(words.English)) {
		have = append(have, fmt.Sprint(f.Title, f.Kind, f.Min, f.Max, len(f.Values)))
	}
	if got := strings.Join(have, " "); got != "yearyears2010 2013 0 townvaluesNaN NaN 2 nnumbers-2 4 0" {
		t.Error(got)
	}
	made, err := d.Ask(Lens{Group: "year", By: Sum})
	if err == nil { // the facets of an answer are its own, and not those that the table keeps
		if f := made.Data.Facets(Lens{}, words.For(words.English)); len(f) == 0 || f[0].Field != "year" || len(f) == len(have) {
			t.Errorf("%+v", f)
		}
	}
}
