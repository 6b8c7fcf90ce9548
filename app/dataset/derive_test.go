package dataset

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// everyAnswer puts every group and aggregate that is offered to every chart of a set.
func everyAnswer(t testing.TB, s *Set, do func(a Answer)) {
	t.Helper()
	tr, answered := words.For(words.English), 0
	for _, d := range s.Datasets {
		for _, v := range d.Charts {
			for _, g := range d.Groupable(Lens{View: v.Name}, tr) {
				for _, by := range Aggregates() {
					q := Lens{View: v.Name, Group: g.Field, By: by}
					if a, err := d.Ask(q); err == nil {
						answered++
						do(a)
					} else if why := d.MayAggregate(q, by, tr); why == "" || strings.Contains(why, "error.") {
						t.Errorf("%s %+v: %v, but beforehand %q", d.ID, q, err, why)
					}
				}
			}
		}
	}
	if answered < 100 {
		t.Errorf("only %d questions were answered", answered)
	}
}

// What is put together knows the sources and the caveats of all that it was made of.
func TestDerivedRowsKeepWhatGoesWithThem(t *testing.T) {
	s := shipped(t)
	everyAnswer(t, s, func(a Answer) {
		d := s.Dataset(a.Data.ID)
		from, _ := d.Select(Query{Where: d.View(a.Lens.View).Where})
		name := func(r Row) string { return d.ID + " " + a.View.Name + " " + r.ID }
		seen := map[string]bool{}
		for _, r := range a.Rows {
			var of []Row
			for _, o := range from {
				same := o.raw(a.Lens.Group) == strings.TrimPrefix(r.ID, string(a.Lens.By)+":")
				if same && (a.Lens.By == Count || finite(o.Number(d.fieldsOf(d.View(a.Lens.View)).value))) {
					of = append(of, o)
				}
			}
			if len(of) == 0 || seen[r.ID] {
				t.Fatalf("%s: made of %d rows, id again %t", name(r), len(of), seen[r.ID])
			}
			seen[r.ID] = true
			if have, want := Sources([]Row{r}), Sources(of); !slices.Equal(have, want) {
				t.Errorf("%s: %d sources, want %d", name(r), len(have), len(want))
			}
			texts := map[string]bool{}
			for _, c := range r.Caveats() {
				if key := c.Text.In(words.English) + c.Short.In(words.English); texts[key] {
					t.Errorf("%s says twice: %s", name(r), key)
				} else {
					texts[key] = true
				}
			}
			for _, o := range of {
				for _, c := range o.Caveats() {
					if !texts[c.Text.In(words.English)+c.Short.In(words.English)] {
						t.Errorf("%s lost of %s: %s", name(r), o.ID, c.Text.In(words.English))
					}
				}
			}
			if len(of) > 1 && !strings.Contains(r.Method(words.Spanish), of[0].ID) {
				t.Errorf("%s does not say how it was made: %q", name(r), r.Method(words.Spanish))
			}
			if got, ok := a.Data.Row(r.ID); !ok || got.ID != r.ID {
				t.Errorf("%s is not found", name(r))
			}
		}
	})
}

// What a dataset has, a derived one has too, but for what is its own. A field that is added is one or the other.
func TestDeriveForgetsNothing(t *testing.T) {
	s := shipped(t)
	d := *s.Dataset("weapons_seized")
	own := []string{"Kinds", "Fields", "Rows", "Caveats", "index", "roles", "refers", "translated", "of", "byID", "scale"}
	d.Role, d.Core, d.translated, d.scale = "dataset", true, false, Index
	d.UnitOne, d.byID, d.of = d.Unit, map[string]int{"a": 1}, s.Dataset("atf_traces")
	v := reflect.ValueOf(d)
	out := reflect.ValueOf(*d.derive([]datapackage.Field{{Name: "a"}, {Name: "a@es"}}, []madeRow{{id: "x"}}))
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		have, want := fmt.Sprintf("%#v", out.Field(i)), fmt.Sprintf("%#v", v.Field(i))
		if v.Field(i).IsZero() && name != "translated" {
			t.Errorf("%s is empty, so that nobody sees whether it is kept", name)
		}
		if (have == want) == slices.Contains(own, name) && name != "refers" {
			t.Errorf("%s: %.80s, of %.80s", name, have, want)
		}
	}
}

// A derived dataset is read, shown and written like any other.
func TestDerivedDatasetIsOne(t *testing.T) {
	d := shipped(t).Dataset("source_places")
	a, err := d.Ask(Lens{View: "places", Group: "state", By: Sum}.Toggle("level", "city"))
	if err != nil {
		t.Fatal(err)
	}
	texas, ok := a.Data.Row("sum:Texas")
	if !ok || texas.Status != StatusDerived || texas.Kind != KindCount || texas.Number("value") != 6450 {
		t.Fatalf("%+v", texas)
	}
	en, es := words.For(words.English), words.For(words.Spanish)
	if have := a.Data.Figure(texas, a.View, en); have != "6,450" {
		t.Errorf("figure %q", have)
	}
	if have := a.Data.Cell(texas, "value", words.English); have != "≈6,450" {
		t.Errorf("cell %q", have)
	}
	reading := a.Data.Reading(a.View, texas, es)
	if reading.Heading != "Texas · 2015–2022" || reading.Value != "≈ 6,450 armas de fuego" {
		t.Errorf("%+v", reading)
	}
	if !slices.ContainsFunc(reading.Lines, func(l Line) bool { return l.Text == "Suma de 4 cifras: Y01, Y05, Y06 y Y07" }) {
		t.Errorf("no method in %+v", reading.Lines)
	}
	if have := a.View.Title.In(words.English) + "/" + a.View.Title.In(words.Spanish); have != "Sum by state/Suma por estado" {
		t.Errorf("title %q", have)
	}
	if a.View.Form != "bars-horizontal" || a.View.Unit.In(words.English) != "firearms" || a.View.Subtitle.In(words.English) == "" {
		t.Errorf("view %+v", a.View)
	}
	notes, letters := a.Data.Notes(a.Rows, words.English)
	if len(letters) != len(a.Rows) || len(notes) == 0 {
		t.Errorf("notes %+v %q", notes, letters)
	}
	rows, err := a.Data.Select(Query{Where: []Cond{{Field: "value", Op: ">", Values: []string{"6200"}}}, Sort: []string{"-value"}})
	if err != nil || ids(rows) != "sum:Texas" {
		t.Errorf("%s, %v", ids(rows), err)
	}
	if line := a.Data.SourceLine(a.View, a.Rows, en); !strings.Contains(line, "SPR Informa, 2024") {
		t.Errorf("source line %q", line)
	}
	var titles []string
	for _, c := range a.Data.Columns(words.Spanish) {
		titles = append(titles, c.Title)
	}
	if have := strings.Join(titles, "|"); have != "Clave|Estado|Suma: cifra|Unidad|Como se dijo|Periodo|Tipo de cifra|Estado|Método|Fuente" {
		t.Errorf("columns %s", have)
	}
	var b bytes.Buffer
	extract := Extract{Data: a.Data, Rows: a.Rows, Lang: words.English, Asked: a.Asked.In(words.English)}
	if err := extract.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(records) != 1+len(a.Rows) {
		t.Fatal(records, err)
	}
	line := strings.Join(records[1], "|")
	for _, part := range []string{"sum:Texas", "Texas", "6450", "2015–2022", "SPR Informa, 2024", "count", "derived", "Only kind of place: city · sum by state"} {
		if !strings.Contains(line, part) {
			t.Errorf("the file lacks %q: %s", part, line)
		}
	}
}

// A group of one figure is that figure, with its own words and status.
func TestOneFigureStays(t *testing.T) {
	s := shipped(t)
	a, err := s.Dataset("source_places").Ask(Lens{View: "places", Group: "place", By: Sum})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range a.Rows {
		_, was, _ := s.Row("Y07")
		if r.raw("place") == "McAllen" && (a.Data.Figure(r, a.View, words.For(words.English)) != "more than 1,000" || r.Status != was.Status) {
			t.Errorf("%+v", r)
		}
	}
}

// Figures may be what rows are grouped by.
func TestGroupByFigures(t *testing.T) {
	d := plain(t, usual, usualHead+"A,2010,,X,,70,,,,count,final\nB,2011,,X,,70,,,,count,final\nC,2012,,X,,20,,,,count,final\n")
	for by, want := range map[Aggregate]string{Count: "20: 1, 70: 2", Sum: "20: 20, 70: 140"} {
		a, err := d.Ask(Lens{Group: "value", By: by})
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, r := range a.Rows {
			have = append(have, strings.TrimPrefix(a.Data.Cell(r, "value", words.English), "≈")+": "+a.Data.Cell(r, a.View.Y, words.English))
		}
		if got := strings.Join(have, ", "); got != want {
			t.Errorf("%s: %s, want %s", by, got, want)
		}
	}
}

// Rows of a table without ids and sources can be put together, too; long lists of them are cut.
func TestMethodNamesRows(t *testing.T) {
	csv := "place,value\n"
	for range 15 {
		csv += "Texas,7\n"
	}
	d := plain(t, `{"name":"place"},{"name":"value","type":"integer"}`, csv)
	a, err := d.Ask(Lens{Group: "place", By: Mean})
	if err != nil {
		t.Fatal(err)
	}
	if have := a.Rows[0].Method(words.English); have != "Mean of 15 figures: row 2, row 3, row 4, row 5, row 6, row 7, row 8, row 9, row 10, row 11, row 12, row 13 and 3 others" {
		t.Errorf("%q", have)
	}
	a, _ = d.Ask(Lens{Group: "place"})
	if have := a.Data.Reading(a.View, a.Rows[0], words.For(words.English)).Value; have != "15 rows" {
		t.Errorf("%q", have)
	}
}

// Whoever sorts the table of an answer leaves the dataset alone, and every made row is found by an id of its own.
func TestRowsOfAnswersAreTheirOwn(t *testing.T) {
	s := shipped(t)
	bins := func(a Answer, err error) (Answer, error) {
		if err != nil {
			return a, err
		}
		return a.Bins()
	}
	d := s.Dataset("mexico_homicides")
	inegi := Lens{View: "counts"}.Toggle("series", "inegi")
	for name, ask := range map[string]func() (Answer, error){
		"group":   func() (Answer, error) { q := inegi; q.Group, q.By = "year", Sum; return d.Ask(q) },
		"index":   func() (Answer, error) { q := inegi; q.Scale = Index; return d.Ask(q) },
		"compare": func() (Answer, error) { q := inegi; q.With = []Beside{{Dataset: "overdose_deaths"}}; return d.Ask(q) },
		"bins":    func() (Answer, error) { return bins(d.Ask(inegi)) },
		"filter":  func() (Answer, error) { return d.Ask(inegi) },
	} {
		a, err := ask()
		if err != nil || len(a.Rows) < 2 {
			t.Fatal(name, err, len(a.Rows))
		}
		first := a.Data.Rows[0].ID
		slices.Reverse(a.Rows)
		if a.Data.Rows[0].ID != first {
			t.Errorf("%s: the rows of the answer are those of its data", name)
		}
	}
	odd := plain(t, usual, usualHead+"A,2010,,a:b,c,10,,,,count,final\nB,2010,,a,b:c,2,,,,count,final\n")
	a, err := odd.Ask(Lens{Group: "place", Split: "part", By: Sum})
	if err != nil || len(a.Rows) != 2 || a.Rows[0].ID == a.Rows[1].ID {
		t.Errorf("%s, %v", ids(a.Rows), err)
	}
}
