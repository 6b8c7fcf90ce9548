package dataset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

func TestCompareKeepsEverything(t *testing.T) {
	s := shipped(t)
	for name, tt := range map[string]struct {
		dataset, form string
		q             Lens
		series        int
	}{
		"traces and homicides": {"atf_traces", "small-multiples", Lens{With: []Beside{{Dataset: "mexico_homicides"}}}, 5},
		"rates of one unit": {
			"homicide_rates", "lines", Lens{With: []Beside{{"overdose_deaths", "rates", "rate"}, {"mexico_homicides", "rates", "inegi_rate"}}}, 4,
		},
		"shares of different wholes": {"atf_traces", "small-multiples", Lens{View: "share", With: []Beside{{Dataset: "firearm_share"}}}, 2},
		"counts and estimates":       {"displacement", "small-multiples", Lens{View: "episodes", With: []Beside{{Dataset: "displacement", View: "stock"}}}, 2},
		"whole years only":           {"atf_traces", "small-multiples", Lens{Where: wholeYears(), With: []Beside{{Dataset: "border_seizures"}}}, 4},
		"itself":                     {"homicide_rates", "lines", Lens{With: []Beside{{Dataset: "homicide_rates"}}}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			d := s.Dataset(tt.dataset)
			a := ask(t, d, tt.q)
			if a.View.Form != tt.form || len(a.View.SeriesOrder) != tt.series {
				t.Errorf("%s of %d series", a.View.Form, len(a.View.SeriesOrder))
			}
			if apart := tt.form == "small-multiples"; apart != (len(a.Notes) > 0) || apart && (a.Notes[words.English] == "" || a.Notes[words.Spanish] == "") {
				t.Errorf("notes %v", a.Notes)
			}
			for _, r := range a.Rows {
				_, was, ok := s.Row(r.ID)
				if !ok {
					t.Fatalf("no row %s", r.ID)
				}
				checkBeside(t, a, r, was)
			}
			checkAllThere(t, s, a, append([]Beside{{d.ID, tt.q.View, ""}}, tt.q.With...))
		})
	}
}

// checkBeside holds a row of a comparison to the row that it was.
func checkBeside(t *testing.T, a Answer, r, was Row) {
	t.Helper()
	if r.Number("value") != was.Number("value") || r.Source != was.Source || len(r.Also) != len(was.Also) || r.Kind != was.Kind || r.Status != was.Status {
		t.Errorf("%s: %v is not %v", r.ID, r, was)
	}
	if len(r.Caveats()) != len(was.Caveats()) || r.Period(words.Spanish) != was.Period(words.Spanish) || r.Method(words.Spanish) != was.Method(words.Spanish) {
		t.Errorf("%s: %d caveats, period %q, method %q", r.ID, len(r.Caveats()), r.Period(words.Spanish), r.Method(words.Spanish))
	}
	if !slices.ContainsFunc(a.View.SeriesOrder, func(p datapackage.Part) bool { return p.ID == r.raw("series") }) {
		t.Errorf("%s is of no series: %q", r.ID, r.raw("series"))
	}
	for _, l := range words.Langs() {
		want := was.d.unit(was, was.d.View(was.d.ViewOf(was)), words.For(l))
		if got := a.Data.unit(r, a.View, words.For(l)); got != want {
			t.Errorf("%s: unit %q, want %q", r.ID, got, want)
		}
	}
}

// checkAllThere holds a comparison to the figures of the charts that it is of.
func checkAllThere(t *testing.T, s *Set, a Answer, of []Beside) {
	t.Helper()
	for _, b := range of {
		d := s.Dataset(b.Dataset)
		v := d.View(b.View)
		rows, _ := d.Select(Query{Where: v.Where})
		for _, r := range rows {
			left := b.Series != "" && r.raw(v.Series) != b.Series || len(a.Lens.Where) > 0 && r.Status == StatusPartial
			if _, ok := a.Data.Row(r.ID); !ok && !left && !math.IsNaN(r.Number("value")) {
				t.Errorf("%s is lost", r.ID)
			}
		}
	}
}

func TestCompareIndexed(t *testing.T) {
	a := ask(t, shipped(t).Dataset("homicide_rates"), Lens{
		Scale: Index, Base: "2006", With: []Beside{{"mexico_homicides", "counts", "inegi"}, {"overdose_deaths", "", ""}},
	})
	if a.View.Form != "lines" || len(a.View.SeriesOrder) != 4 || !strings.Contains(a.Notes.In(words.English), "share an axis only because") {
		t.Errorf("%s, %d series, %q", a.View.Form, len(a.View.SeriesOrder), a.Notes.In(words.English))
	}
	based := 0
	for _, r := range a.Rows {
		if r.raw("year") == "2006" {
			based++
			if r.Number("value") != 100 {
				t.Errorf("%s is %v", r.ID, r.Number("value"))
			}
		}
		if r.Status != StatusDerived || r.Source == nil || r.Method(words.Spanish) == "" {
			t.Errorf("%s: status %q, method %q", r.ID, r.Status, r.Method(words.Spanish))
		}
	}
	if based != 4 || a.View.Subtitle.In(words.Spanish) != "Puntos de índice (2006 = 100), por año" {
		t.Errorf("%d in the base year, %q", based, a.View.Subtitle.In(words.Spanish))
	}
}

func TestComparePerMonthTakesPartYears(t *testing.T) {
	s := shipped(t)
	a := ask(t, s.Dataset("border_seizures"), Lens{Scale: PerMonth, With: []Beside{{"atf_traces", "years", "recovered"}}})
	if a.View.Form != "lines" || a.View.XTo == "" {
		t.Errorf("%s to %q", a.View.Form, a.View.XTo)
	}
	r, _ := a.Data.Row("B09")
	if r.Number("value") != 103 || a.Data.unit(r, a.View, words.For(words.English)) != "firearms a month" {
		t.Errorf("%v", r)
	}
	if !strings.Contains(a.Notes.In(words.English), "fiscal years") {
		t.Errorf("notes %q", a.Notes.In(words.English))
	}
}

func TestCompareFewYearsIsBars(t *testing.T) {
	a := ask(t, shipped(t).Dataset("homicide_rates"), Lens{
		Where: []Cond{{Field: "year", Op: ">=", Values: []string{"2021"}}}, With: []Beside{{"mexico_homicides", "rates", "unodc_rate"}},
	})
	if a.View.Form != "grouped" || len(a.Rows) != 9 { // what is asked of years is asked of both
		t.Errorf("%s of %d rows", a.View.Form, len(a.Rows))
	}
}

func TestComparisonsAreRefused(t *testing.T) {
	s := shipped(t)
	for name, tt := range map[string]struct {
		dataset, key string
		q            Lens
	}{
		"not over years":   {"trafficking_routes", "error.ask.beside.years", Lens{With: []Beside{{Dataset: "atf_traces"}}}},
		"with no years":    {"atf_traces", "error.ask.beside.years", Lens{With: []Beside{{Dataset: "trafficking_routes"}}}},
		"no table":         {"atf_traces", "error.ask.beside.dataset", Lens{With: []Beside{{Dataset: "nowhere"}}}},
		"no series":        {"atf_traces", "error.ask.beside.series", Lens{With: []Beside{{"homicide_rates", "", "GT"}}}},
		"part-years":       {"atf_traces", "error.ask.part_years", Lens{With: []Beside{{Dataset: "border_seizures"}}}},
		"too many":         {"atf_traces", "error.ask.beside.many", Lens{With: []Beside{{Dataset: "mexico_homicides"}, {Dataset: "homicide_rates"}}}},
		"no common year":   {"atf_traces", "error.ask.scale.index.none", Lens{Scale: Index, With: []Beside{{Dataset: "mexico_homicides"}}}},
		"a rate per month": {"atf_traces", "error.ask.scale.month.relative", Lens{Scale: PerMonth, With: []Beside{{Dataset: "homicide_rates"}}}},
	} {
		_, err := s.Dataset(tt.dataset).Ask(tt.q)
		checkRefusal(t, name, err, tt.key)
	}
}

// What is offered is what happens.
func TestComparable(t *testing.T) {
	s := shipped(t)
	for _, q := range []struct {
		dataset string
		q       Lens
	}{
		{"atf_traces", Lens{}},
		{"homicide_rates", Lens{}},
		{"homicide_rates", Lens{Scale: Index}},
		{"border_seizures", Lens{Scale: PerMonth}},
		{"mexico_homicides", Lens{View: "rates", With: []Beside{{"homicide_rates", "", "US"}}}},
	} {
		d := s.Dataset(q.dataset)
		all := d.Comparable(q.q, words.For(words.Spanish))
		if len(all) < 10 {
			t.Errorf("%s: %d to compare with", q.dataset, len(all))
		}
		seen := map[Beside]bool{}
		for _, c := range all {
			if seen[c.Beside] || c.Title == "" || c.Why == "" || strings.Contains(c.Why, "<no value>") {
				t.Errorf("%+v", c)
			}
			seen[c.Beside] = true
			one := q.q.Clone()
			one.With = []Beside{c.Beside}
			a, err := d.Ask(one)
			got := map[bool]string{true: Overlaid, false: Multiples}[a.View.Form != "small-multiples"]
			if c.How == "" {
				got = ""
			}
			if (err == nil) != (c.How != "") || err == nil && got != c.How {
				t.Errorf("%s: %+v, but %s, %v", q.dataset, c, a.View.Form, err)
			}
		}
	}
	if got := s.Dataset("trafficking_routes").Comparable(Lens{}, words.For(words.English)); len(got) > 0 {
		t.Errorf("figures without years are compared: %v", got)
	}
}

func TestComparableIsLimited(t *testing.T) {
	d := shipped(t).Dataset("mexico_homicides")
	q := Lens{With: []Beside{{"overdose_deaths", "rates", ""}, {"homicide_rates", "", "US"}}}
	for _, c := range d.Comparable(q, words.For(words.English)) {
		chosen := c.Beside.Dataset == "overdose_deaths" && c.Beside.View == "rates" || c.Beside == Beside{"homicide_rates", "rates", "US"}
		if limited := strings.Contains(c.Why, "at most 6"); limited == chosen || limited && c.How != "" {
			t.Errorf("%+v", c)
		}
	}
}

// Estimates are never overlaid on counts without being called so, not even where an index takes their unit away.
func TestCompareNamesKinds(t *testing.T) {
	s := shipped(t)
	for scale, form := range map[Scale]string{AsIs: "small-multiples", Index: "lines"} {
		a := ask(t, s.Dataset("displacement"), Lens{View: "episodes", Scale: scale, With: []Beside{{Dataset: "displacement", View: "stock"}}})
		titles := a.View.SeriesOrder
		if a.View.Form != form || !strings.HasSuffix(titles[0].Title.In(words.English), "(counts)") || !strings.HasSuffix(titles[1].Title.In(words.Spanish), "(estimaciones)") {
			t.Errorf("%s: %v", a.View.Form, titles)
		}
	}
}
