package dataset

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"doublefix/app"
	"doublefix/app/words"
)

func TestAsked(t *testing.T) {
	s := shipped(t)
	for _, c := range []struct {
		dataset, en, es string
		q               Lens
	}{
		{"border_seizures", "", "", Lens{View: "context", Form: "table"}},
		{
			"border_seizures", "Only agency: CBP or Mexican customs; year 2015–2020; with “trace” · Number of rows by year",
			"Solo autoridad: CBP o aduanas de México; año 2015–2020; con “trace” · Número de filas por año",
			Lens{Text: " trace ", Group: "year"}.Toggle("agency", "CBP").Toggle("agency", "Mexican customs").Range("year", "2015", "2020"),
		},
		{
			"border_seizures", "Only firearms from 1,000; year up to 2020", "Solo armas de fuego desde 1,000; año hasta 2020",
			Lens{}.Range("value", "1000", "").Range("year", "", "2020"),
		},
		{
			"border_seizures", "Only status: part of a period; year 2024 · Per month", "Solo estado: parte de un periodo; año 2024 · Por mes",
			Lens{View: "context", Scale: PerMonth}.Toggle("status", "partial").Range("year", "2024", "2024"),
		},
		{
			"firearm_share", "Only share more than 70%; method: stated · Median by status", "Solo proporción mayor que 70 %; método: con dato · Mediana por estado",
			Lens{View: "all", Group: "status", By: Median, Where: []Cond{
				{Field: "value", Op: ">", Values: []string{"70"}}, {Field: "method", Op: "!=", Values: []string{""}},
			}},
		},
		{
			"border_seizures", "Only agency with “cbp”; method: not stated; kind of number: not share or estimate",
			"Solo autoridad con “cbp”; método: sin dato; tipo de cifra: no proporción o estimación",
			Lens{Where: []Cond{
				{Field: "agency", Op: "~", Values: []string{"cbp"}},
				{Field: "method", Op: "=", Values: []string{""}},
				{Field: "kind", Op: "!=", Values: []string{"share", "estimate"}},
			}},
		},
	} {
		d := s.Dataset(c.dataset)
		a, err := d.Ask(c.q)
		if app.CodeOf(err) == app.Invalid { // nothing to be put together, but it can be said
			a.Asked = d.asked(c.q, nil)
			a.View.Asked = a.Asked
		} else if err != nil {
			t.Fatal(err)
		}
		es := strings.ReplaceAll(a.Asked.In(words.Spanish), "\u00a0", " ")
		if !strings.EqualFold(a.Asked.In(words.English), c.en) || !strings.EqualFold(es, c.es) {
			t.Errorf("%q\n%q, want\n%q\n%q", a.Asked.In(words.English), es, c.en, c.es)
		}
		if !reflect.DeepEqual(a.Asked, a.View.Asked) || (a.Asked == nil) != !c.q.Asks() {
			t.Errorf("%v, but the chart says %v", a.Asked, a.View.Asked)
		}
	}
}

func TestOr(t *testing.T) {
	for _, c := range [][3]string{{"a|b|c", "a, b or c", "a, b o c"}, {"uno|ocho", "uno or ocho", "uno u ocho"}, {"uno|hoy", "uno or hoy", "uno u hoy"}, {"a", "a", "a"}, {"", "", ""}} {
		items := strings.Split(c[0], "|")
		if en, es := or(items, words.For(words.English)), or(items, words.For(words.Spanish)); en != c[1] || es != c[2] {
			t.Errorf("%s: %q, %q", c[0], en, es)
		}
	}
}

func TestLower(t *testing.T) {
	for in, want := range map[string]string{"Agency": "agency", "GAO report": "GAO report", "Año": "año", "I": "I", "": "", "US share": "US share", "eTrace": "eTrace", "Órgano": "órgano"} {
		if have := lower(in); have != want {
			t.Errorf("%q: %q", in, have)
		}
	}
}

// Text is looked for in what people read, sources and caveats, in both languages; the chart is of the rows that are found.
func TestAskText(t *testing.T) {
	s := clean(t)
	d := s.Dataset("seizures")
	for text, want := range map[string]string{
		"":                        "B01 B03 B06 B08 B09 B10 B11",
		"associated":              "",
		"AP 2011":                 "B01 B03",
		"encontradas, no":         "B01 B03 B06 B08 B09 B10 B11", // a caveat of the whole table, in Spanish
		"promedio 35":             "B06",
		"mean AF2021":             "B06",
		"1171":                    "B08",
		"1,171":                   "B08",
		"Ten months. fy2024":      "B09",
		"agua":                    "",
		"“compárese”, así":        "B08",
		"derivada":                "B06",
		strings.Repeat("zq ", 99): "",
	} {
		a, err := d.Ask(Lens{Text: text})
		if err != nil || ids(a.Rows) != want || a.All != 7 {
			t.Errorf("%q: %s, want %s (%v)", text, ids(a.Rows), want, err)
		}
		drawn, err := a.Data.Select(Query{Where: a.View.Where})
		if err != nil || slices.ContainsFunc(drawn, func(r Row) bool { return !strings.Contains(want, r.ID) }) {
			t.Errorf("%q: the chart draws %s, %v", text, ids(drawn), err)
		}
	}
}

func TestAskFilters(t *testing.T) {
	d := clean(t).Dataset("seizures")
	a, err := d.Ask(Lens{}.Toggle("use", "context"))
	if err != nil || ids(a.Rows) != "B10" || a.Data != d || len(a.View.Where) != 2 {
		t.Errorf("%s %v %+v", ids(a.Rows), err, a.View.Where)
	}
	if note := a.Notes.In(words.Spanish); !strings.Contains(note, "Ninguna gráfica") {
		t.Errorf("a row that no chart draws: %q", note)
	}
	if a, err = d.Ask(Lens{}.Range("year", "1900", "1901")); err != nil || len(a.Rows) != 0 || a.Notes != nil {
		t.Errorf("nothing left: %d rows, %v, %v", len(a.Rows), err, a.Notes)
	}
	for name, q := range map[string]Lens{
		"a field":     {Where: []Cond{{Field: "nowhere", Op: "=", Values: []string{"1"}}}},
		"an operator": {Where: []Cond{{Field: "year", Op: "is", Values: []string{"2009"}}}},
		"a year":      {Where: []Cond{{Field: "year", Op: ">=", Values: []string{"soon"}}}},
		"a group":     {Group: "nowhere"},
		"a split":     {Group: "year", Split: "nowhere"},
		"a way":       {Group: "year", By: "product"},
		"a scale":     {Scale: "furlongs"},
		"all counted": {Group: "year", Scale: PerMonth},
	} {
		if _, err := d.Ask(q); err == nil || app.CodeOf(err) == app.Internal {
			t.Errorf("%s that is not there: %v", name, err)
		}
	}
}

func TestLensChanges(t *testing.T) {
	q := Lens{View: "core"}.Toggle("agency", "CBP").Toggle("agency", "ICE").Range("year", "2010", "2012").Toggle("kind", "count")
	before := q.Clone()
	if len(q.Where) != 4 || !slices.Equal(q.Where[0].Values, []string{"CBP", "ICE"}) {
		t.Fatalf("%+v", q.Where)
	}
	if p := q.Toggle("agency", "CBP").Toggle("agency", "ICE"); len(p.Where) != 3 {
		t.Errorf("toggled out: %+v", p.Where)
	}
	if p := q.Range("year", "", "2011"); len(p.Where) != 3 || p.Where[2].Op != "<=" || p.Where[2].Values[0] != "2011" {
		t.Errorf("another range: %+v", p.Where)
	}
	if p := q.Range("year", "", ""); len(p.Where) != 2 {
		t.Errorf("no range: %+v", p.Where)
	}
	if p := q.Without("year").Without("agency").Without("kind"); len(p.Where) != 0 || p.View != "core" {
		t.Errorf("without: %+v", p)
	}
	if !reflect.DeepEqual(q, before) {
		t.Errorf("a change changed what it came from: %+v", q)
	}
}

func TestLensAsJSON(t *testing.T) {
	q := Lens{
		View: "core", Form: "grouped", Text: "“x”", Group: "year", Split: "agency", By: Share, Scale: Index, Base: "2010",
		With: []Beside{{Dataset: "a", View: "b", Series: "c"}},
	}.Toggle("agency", "CBP").Range("year", "2010", "")
	for _, q := range []Lens{q, {}} {
		raw, err := json.Marshal(q)
		var back Lens
		if err == nil {
			err = json.Unmarshal(raw, &back)
		}
		if err != nil || !reflect.DeepEqual(back, q) {
			t.Errorf("%s: %+v, %v", raw, back, err)
		}
		if len(raw) > 2 != q.Asks() {
			t.Errorf("%s asks: %t", raw, q.Asks())
		}
	}
}

// FuzzAsk puts any question to the built-in package: an answer or a sentence, no panic.
func FuzzAsk(f *testing.F) {
	s := shipped(f)
	for _, q := range []Lens{
		{},
		{Group: "year", By: Sum},
		{Group: "agency", Split: "year", By: Share, Text: "cbp"},
		{Scale: PerMonth},
		{Scale: Index, Base: "2010"},
		{With: []Beside{{Dataset: "atf_traces"}}},
		Lens{Group: "status", By: Median}.Toggle("agency", "CBP").Range("year", "2010", "2020"),
		{View: "all", Group: "kind", By: Mean, Scale: Per100k},
	} {
		raw, _ := json.Marshal(q)
		for i := range s.Datasets {
			f.Add(i, string(raw))
		}
	}
	tr := words.For(words.Spanish)
	f.Fuzz(func(t *testing.T, at int, text string) {
		var q Lens
		if json.Unmarshal([]byte(text), &q) != nil || at < 0 {
			return
		}
		d := s.Datasets[at%len(s.Datasets)]
		d.Facets(q, tr)
		d.Groupable(q, tr)
		for _, by := range Aggregates() {
			d.MayAggregate(q, by, tr)
		}
		a, err := d.Ask(q)
		if err != nil {
			return
		}
		for _, r := range a.Rows {
			if reading := a.Data.Reading(a.View, r, tr); strings.TrimSpace(reading.Spoken) == "" || a.Data.of != nil && r.Source == nil {
				t.Errorf("%s %s: %+v", d.ID, r.ID, reading)
			}
		}
		if _, err := a.Data.Select(Query{Where: a.View.Where}); err != nil {
			t.Error(err)
		}
	})
}
