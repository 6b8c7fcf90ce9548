package datapackage

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"doublefix/app/words"
)

// read reads a property back as a descriptor is read.
func read(t *testing.T, p map[string]any) node {
	t.Helper()
	raw, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return node{value, "", func(path, want string) { t.Errorf("%s is no %s", path, want) }}
}

// Every field of a chart is filled here by reflection, so that one that is added and not written is found.
func TestPropertiesComeBack(t *testing.T) {
	both := words.Both("one", "uno")
	var chart Chart
	v := reflect.ValueOf(&chart).Elem()
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		switch value := f.Addr().Interface().(type) {
		case *string:
			*value = name
		case *bool:
			*value = true
		case *int:
			*value = 7
		case *words.Text:
			*value = both
		case *[]string:
			*value = []string{"a", "b"}
		case *[][]string:
			*value = [][]string{{"a", "b"}, {"c"}}
		case *[]Cond:
			*value = []Cond{{"year", ">=", []string{"2019"}}, {"id", "=", []string{"a", "b"}}}
		case *[]Part:
			*value = []Part{{ID: "p", Title: both, Note: both, Quiet: true}, {ID: "q"}}
		default:
			t.Fatalf("field %s of a chart has a type that this test does not know", name)
		}
	}
	chart.Asked, chart.Counts = nil, false // what a person asked is no part of a package
	got := read(t, map[string]any{"doublefix:charts": []any{chart.Property(), Chart{}.Property()}}).charts()
	if len(got) != 2 || !reflect.DeepEqual(got[0], chart) {
		t.Errorf("got  %+v\nwant %+v", got[0], chart)
	}
	if !reflect.DeepEqual(got[1].Property(), Chart{}.Property()) {
		t.Errorf("the empty chart: %+v", got[1])
	}

	for _, c := range []Caveat{
		{Text: both},
		{Field: "year", From: "2019", To: "2020", Text: both, Short: both},
		{Where: []Cond{{"id", "!=", []string{"x"}}}, Text: both},
		{Text: both, Aggregation: NotTogether},
		{Text: both, Aggregation: OnceInAPeriod, Apart: []string{"who", "what"}},
		{Text: both, Aggregation: NotAdded},
	} {
		if got := read(t, map[string]any{"doublefix:caveats": []any{c.Property()}}).caveats(); !reflect.DeepEqual(got, []Caveat{c}) {
			t.Errorf("got %+v, want %+v", got, c)
		}
	}

	f := Field{Name: "value", Type: "number", Title: both, About: words.Text{words.English: "about"}, Role: "value", Unit: both}
	back := read(t, f.Property()).field()
	if back.Name != f.Name || back.Type != f.Type || back.Role != f.Role || !reflect.DeepEqual([]words.Text{back.Title, back.About, back.Unit}, []words.Text{f.Title, f.About, f.Unit}) {
		t.Errorf("got %+v, want %+v", back, f)
	}
}
