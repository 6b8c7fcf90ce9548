package dataset

import (
	"errors"
	"math"
	"strings"
	"testing"

	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/words"
)

func TestParseCond(t *testing.T) {
	for s, want := range map[string]Cond{
		"year>=2019":      {Field: "year", Op: ">=", Values: []string{"2019"}},
		" status = final": {Field: "status", Op: "=", Values: []string{"final"}},
		"a!=b":            {Field: "a", Op: "!=", Values: []string{"b"}},
		"a=":              {Field: "a", Op: "=", Values: []string{""}},
		"a~x=y":           {Field: "a", Op: "~", Values: []string{"x=y"}},
		"a<3":             {Field: "a", Op: "<", Values: []string{"3"}},
		"who=a>b":         {Field: "who", Op: "=", Values: []string{"a>b"}},
	} {
		c, err := ParseCond(s)
		if err != nil || c.Field != want.Field || c.Op != want.Op || c.Values[0] != want.Values[0] {
			t.Errorf("%q: %+v, %v", s, c, err)
		}
	}
	for _, s := range []string{"", "year", "=3", " >= 4"} {
		if c, err := ParseCond(s); app.CodeOf(err) != app.Invalid {
			t.Errorf("%q: %+v, %v", s, c, err)
		}
	}
}

func TestSelect(t *testing.T) {
	s := clean(t)
	for name, tt := range map[string]struct {
		dataset string
		where   []string
		sort    []string
		limit   int
		want    string
	}{
		"all":             {"seizures", nil, nil, 0, "B01 B03 B06 B08 B09 B10 B11"},
		"year":            {"seizures", []string{"year>=2021"}, nil, 0, "B06 B08 B09"},
		"two":             {"seizures", []string{"year>=2021", "status!=partial"}, nil, 0, "B06 B08"},
		"number":          {"seizures", []string{"value<115"}, nil, 0, "B01 B10"},
		"equal":           {"seizures", []string{"value=1171"}, nil, 0, "B08"},
		"blank":           {"seizures", []string{"value="}, nil, 0, "B11"},
		"filled":          {"seizures", []string{"year_to!="}, nil, 0, "B03"},
		"blank is unlike": {"seizures", []string{"value!=1"}, nil, 0, "B01 B03 B06 B08 B09 B11"},
		"month by year":   {"seizures", []string{"start>=2022"}, nil, 0, "B08 B09"},
		"month":           {"seizures", []string{"start=2013-10"}, nil, 0, "B03"},
		"date":            {"claims", []string{"stated<2022-01"}, nil, 0, "C1 C4"},
		"to a year":       {"seizures", []string{"start<=2013"}, nil, 0, "B01 B03"},
		"after a year":    {"seizures", []string{"start>2013"}, nil, 0, "B06 B08 B09"},
		"in a year":       {"seizures", []string{"start=2013"}, nil, 0, "B03"},
		"not in a year":   {"seizures", []string{"start!=2013", "start!="}, nil, 0, "B01 B06 B08 B09"},
		"to a month":      {"claims", []string{"stated<=2009-06"}, nil, 0, "C1"},
		"after a month":   {"claims", []string{"stated>2009-06", "stated<=2023"}, nil, 0, "C4 C5"},
		"day":             {"claims", []string{"stated<=2009-06-17"}, nil, 0, ""},
		"part, no accent": {"claims", []string{"who~AUDITORIA"}, nil, 0, "C1"},
		"translation":     {"claims", []string{"who=Demanda"}, nil, 0, "C4"},
		"none":            {"claims", []string{"who=Nobody"}, nil, 0, ""},
		"text order":      {"claims", []string{"who>=M"}, nil, 0, "C2 C3"},
		"sorted":          {"seizures", nil, []string{"-value"}, 0, "B08 B09 B06 B03 B01 B10 B11"},
		"blank last":      {"seizures", nil, []string{"value"}, 0, "B10 B01 B03 B06 B09 B08 B11"},
		"two keys":        {"seizures", nil, []string{"status", "-year"}, 0, "B06 B08 B10 B11 B03 B01 B09"},
		"limit":           {"seizures", nil, []string{"-year"}, 2, "B09 B08"},
	} {
		t.Run(name, func(t *testing.T) {
			q := Query{Sort: tt.sort, Limit: tt.limit}
			for _, w := range tt.where {
				c, err := ParseCond(w)
				if err != nil {
					t.Fatal(err)
				}
				q.Where = append(q.Where, c)
			}
			rows, err := s.Dataset(tt.dataset).Select(q)
			if err != nil || ids(rows) != tt.want {
				t.Errorf("got %s, %v; want %s", ids(rows), err, tt.want)
			}
		})
	}
}

func TestSelectAnyOf(t *testing.T) {
	d := clean(t).Dataset("seizures")
	for op, want := range map[string]string{"=": "B01 B08", "!=": "B03 B06 B09 B10 B11"} {
		rows, err := d.Select(Query{Where: []Cond{{Field: "id", Op: op, Values: []string{"B01", "B08"}}}})
		if err != nil || ids(rows) != want {
			t.Errorf("%s: %s, %v", op, ids(rows), err)
		}
	}
}

func TestSelectRefuses(t *testing.T) {
	d := clean(t).Dataset("seizures")
	for name, tt := range map[string]struct {
		q    Query
		code app.Code
	}{
		"field":    {Query{Where: []Cond{{Field: "yaer", Op: "=", Values: []string{"1"}}}}, app.NotFound},
		"sort":     {Query{Sort: []string{"-yaer"}}, app.NotFound},
		"operator": {Query{Where: []Cond{{Field: "year", Op: "=>", Values: []string{"1"}}}}, app.Invalid},
		"value":    {Query{Where: []Cond{{Field: "year", Op: ">", Values: []string{"soon"}}}}, app.Invalid},
		"no value": {Query{Where: []Cond{{Field: "year", Op: ">"}}}, app.Invalid},
	} {
		_, err := d.Select(tt.q)
		var e *app.Error
		if !errors.As(err, &e) || e.Code != tt.code {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, l := range words.Langs() {
			if !words.For(l).Has(e.Key) {
				t.Errorf("%s: no text for %s", name, e.Key)
			}
		}
	}
	_, err := d.Select(Query{Sort: []string{"yaer"}})
	var e *app.Error
	if !errors.As(err, &e) || !strings.HasPrefix(words.For(words.English).T(e.Key, e.Args), "“seizures” has no field “yaer”. It has: id, year, ") {
		t.Errorf("%v", words.For(words.English).T(e.Key, e.Args))
	}
}

// What is given less exactly than its field reaches to its last day or month.
func TestReach(t *testing.T) {
	for _, c := range []struct{ typ, value, from, to string }{
		{"date", "2020-02", "2020-02-01", "2020-02-29"},
		{"date", "2021", "2021-01-01", "2021-12-31"},
		{"date", "2020-12-05", "2020-12-05", "2020-12-05"},
		{"yearmonth", "2020", "2020-01", "2020-12"},
		{"yearmonth", "2020-07", "2020-07", "2020-07"},
		{"year", "2020", "2020", "2020"},
		{"integer", "-3", "-3", "-3"},
	} {
		f := datapackage.Field{Name: "f", Type: c.typ}
		from, to := reach(f, c.value)
		if from != f.Parse(c.from).Number || to != f.Parse(c.to).Number {
			t.Errorf("%s %s: %v to %v", c.typ, c.value, from, to)
		}
	}
	for _, c := range [][2]string{{"date", "soon"}, {"date", "2020-13"}, {"yearmonth", "20"}, {"year", "2020-01"}, {"number", "1_000"}} {
		if from, to := reach(datapackage.Field{Name: "f", Type: c[0]}, c[1]); !math.IsNaN(from) || !math.IsNaN(to) {
			t.Errorf("%v: %v to %v", c, from, to)
		}
	}
	blank, err := foreign(t, "t").Select(Query{Where: []Cond{{Field: "n", Op: "=", Values: []string{""}}}})
	if err != nil || ids(blank) != "C" { // it holds =NA(), which is none
		t.Errorf("blank: %s, %v", ids(blank), err)
	}
}
