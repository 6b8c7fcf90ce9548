package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// A table without charts is drawn by what its fields are, not by what type their digits have.
func TestDefaultViewIsHonest(t *testing.T) {
	long := "town,n\n" + strings.Repeat("x,5\n", 40)
	for name, tt := range map[string]struct{ fields, csv, want string }{
		"a code is no amount":      {`{"name":"zip","type":"integer"},{"name":"town"},{"name":"homes","type":"integer"}`, "zip,town,homes\n90210,x,4\n10001,y,9\n10002,z,2\n", "bars-horizontal y=homes label=town"},
		"nor a place on the earth": {`{"name":"town"},{"name":"lat","type":"number"},{"name":"lon","type":"number"}`, "town,lat,lon\nx,19.4,-99.1\ny,20.6,-103.3\n", "table label=town"},
		"nor a rank":               {`{"name":"town"},{"name":"rank","type":"integer"}`, "town,rank\nx,3\ny,1\n", "table label=town"},
		"nor yes and no":           {`{"name":"town"},{"name":"open","type":"integer"}`, "town,open\nx,1\ny,0\nz,1\nw,0\n", "table label=town"},
		"nor a month":              {`{"name":"town"},{"name":"month","type":"integer"},{"name":"sold","type":"integer"}`, "town,month,sold\nx,1,7\ny,2,9\n", "bars-horizontal y=sold label=town"},
		"what the package says":    {`{"name":"town"},{"name":"a","type":"number"},{"name":"b","type":"number","doublefix:role":"value"}`, "town,a,b\nx,1.5,2\ny,3,4\n", "bars-horizontal y=b label=town"},
		"units in a column":        {`{"name":"town"},{"name":"n","type":"number"},{"name":"unit"}`, "town,n,unit\nx,1.5,guns\ny,3,percent\n", "table y=n label=town"},
		"one unit in a column":     {`{"name":"town"},{"name":"n","type":"number"},{"name":"unit"}`, "town,n,unit\nx,1.5,guns\ny,3,guns\n", "bars-horizontal y=n label=town"},
		"kinds of number":          {`{"name":"town"},{"name":"n","type":"number"},{"name":"kind"}`, "town,n,kind\nx,1.5,count\ny,3,estimate\n", "table y=n label=town"},
		"dates as texts":           {`{"name":"day"},{"name":"n","type":"number"}`, "day,n\n2020-01-02,5\n2020-01-03,7\n", "bars-horizontal y=n label=day sort=day"},
		"events":                   {`{"name":"day","type":"date"},{"name":"what"}`, "day,what\n2020-01-02,a\n2020-01-03,b\n", "timeline x=day label=what"},
		"events by texts":          {`{"name":"when"},{"name":"what"}`, "when,what\n2020-01,a\n2021-03,b\n", "timeline x=when label=what"},
		"one year only":            {`{"name":"year","type":"year"},{"name":"who"},{"name":"n","type":"integer"}`, "year,who,n\n2019,a,4\n2019,b,9\n", "bars-horizontal x=year y=n label=who"},
		"years as numbers":         {`{"name":"Year","type":"integer"},{"name":"n","type":"integer"}`, "Year,n\n2019,4\n2020,9\n", "bars x=Year y=n label=Year sort=Year"},
		"spans of years":           {`{"name":"year","type":"year"},{"name":"year_to","type":"year","doublefix:role":"year_to"},{"name":"n","type":"integer"}`, "year,year_to,n\n2014,2019,4\n2020,,9\n", "table y=n label=year"},
		"low and high":             {`{"name":"who"},{"name":"low","type":"number","doublefix:role":"low"},{"name":"high","type":"number","doublefix:role":"high"},{"name":"n","type":"number","doublefix:role":"value"}`, "who,low,high,n\na,1,5,2\nb,3,8,5\n", "ranges y=n label=who low=low high=high"},
		"many alike":               {`{"name":"town"},{"name":"n","type":"integer"}`, long, "bars-horizontal y=n label=town sort=-n limit=30"},
		"numbers that are not":     {`{"name":"town"},{"name":"n","type":"number"}`, "town,n\nx,\ny,\n", "table label=town"},
		"a status is no name":      {`{"name":"status"},{"name":"town"},{"name":"n","type":"number"}`, "status,town,n\nfinal,x,1.5\nfinal,y,2\n", "bars-horizontal y=n label=town"},
		"below nought":             {`{"name":"year","type":"year"},{"name":"change","type":"number"}`, "year,change\n2019,-4\n2020,9\n", "bars x=year y=change label=year sort=year"},
	} {
		t.Run(name, func(t *testing.T) {
			d := tables(t, `{"resources":[{"name":"t","path":"t.csv","title":"Towns","schema":{"fields":[`+tt.fields+`]}}]}`, map[string]string{"t": tt.csv}).Datasets[0]
			if got := outline(d.Charts[0]); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if d.Charts[0].Title.In(words.English) != "Towns" {
				t.Errorf("title %v", d.Charts[0].Title)
			}
		})
	}
}

func outline(v View) string {
	out := v.Form
	for _, p := range []struct{ part, field string }{
		{"x", v.X}, {"y", v.Y}, {"series", v.Series}, {"label", v.Label}, {"sort", v.Sort}, {"to", v.XTo}, {"low", v.Low}, {"high", v.High},
	} {
		if p.field != "" {
			out += " " + p.part + "=" + p.field
		}
	}
	if v.Limit > 0 {
		out += fmt.Sprint(" limit=", v.Limit)
	}
	return out
}

func TestDefaultViewSaysTheUnit(t *testing.T) {
	for name, tt := range map[string]struct {
		field, subtitle string
		percent         bool
	}{
		"unit":      {`{"name":"n","type":"number","title":"Homes","doublefix:unit":"thousands"}`, "Homes, thousands", false},
		"no unit":   {`{"name":"n","type":"number"}`, "n", false},
		"percent":   {`{"name":"n","type":"number","title":"Share","doublefix:unit":"percent"}`, "Share, percent", true},
		"by name":   {`{"name":"pct","type":"number"}`, "pct", true},
		"by title":  {`{"name":"n","type":"number","title":"Voters (%)"}`, "Voters (%)", true},
		"per cents": {`{"name":"percentile","type":"number"}`, "percentile", false},
	} {
		d := tables(t, `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"town"},`+tt.field+`]}}]}`,
			map[string]string{"t": "town," + strings.Split(tt.field, `"`)[3] + "\nx,40\ny,60.5\n"}).Datasets[0]
		if v := d.Charts[0]; v.Subtitle.In(words.English) != tt.subtitle || v.Percent != tt.percent {
			t.Errorf("%s: %q, percent %v", name, v.Subtitle.In(words.English), v.Percent)
		}
	}
}

// Whatever a table is, its first view names fields that are there and parts that they can play.
func TestDefaultViewOfAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	names := []string{"id", "year", "date", "value", "unit", "kind", "status", "zip", "name", "n", "pct", "low", "high", "label", "rank", "Año", "a b", "x@es"}
	types := []string{"string", "integer", "number", "boolean", "date", "year", "yearmonth", "any"}
	roles := []string{"", "", "", "value", "low", "high", "label", "id", "year", "year_to", "unit", "kind", "hidden"}
	cells := map[string][]string{
		"string": {"x", "y", "2020-01-02", "", "percent"}, "any": {"", "x"}, "integer": {"1", "0", "-5", "2019", "", "90210"}, "number": {"1.5", "-2", "", "NaN", "INF", "1e300"},
		"boolean": {"true", "false", ""}, "date": {"2020-01-02", "2021-05-06", ""}, "year": {"2019", "2020", ""}, "yearmonth": {"2019-02", ""},
	}
	for range 400 {
		var fields, header, kinds []string
		for _, i := range random.Perm(len(names))[:1+random.IntN(6)] {
			kind := types[random.IntN(len(types))]
			fields = append(fields, fmt.Sprintf(`{"name":%q,"type":%q,"doublefix:role":%q}`, names[i], kind, roles[random.IntN(len(roles))]))
			header, kinds = append(header, names[i]), append(kinds, kind)
		}
		csv := strings.Join(header, ",") + "\n"
		for range random.IntN(50) {
			var line []string
			for _, kind := range kinds {
				line = append(line, cells[kind][random.IntN(len(cells[kind]))])
			}
			csv += `"` + strings.Join(line, `","`) + "\"\n"
		}
		p, _, err := datapackage.Open(packed(`{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[`+strings.Join(fields, ",")+`]}}]}`, csv))
		if err != nil {
			t.Fatal(err)
		}
		s, _ := Load(p)
		if len(s.Datasets) == 1 {
			checkDefault(t, s.Datasets[0], csv)
		}
	}
}

func checkDefault(t *testing.T, d *Dataset, csv string) {
	t.Helper()
	v := d.Charts[0]
	for _, name := range v.Fields() {
		if !d.has(name) {
			t.Fatalf("%s names %q in\n%s", outline(v), name, csv)
		}
	}
	if !slices.Contains(forms[:], v.Form) || v.Form == "lines" && (v.X == "" || v.Y == "") || v.Form != "table" && v.Label == "" {
		t.Fatalf("%s in\n%s", outline(v), csv)
	}
	if f, ok := d.Field(v.Y); ok && (!f.Numeric() || !slices.ContainsFunc(d.Rows, func(r Row) bool { return !math.IsNaN(r.Number(v.Y)) })) {
		t.Fatalf("%s measures nothing in\n%s", outline(v), csv)
	}
	if _, err := d.Select(Query{Where: v.Where, Sort: strings.Fields(v.Sort)}); err != nil && !strings.Contains(v.Sort, " ") {
		t.Fatal(err)
	}
	if n := len(d.Rows); v.Form == "bars-horizontal" && n > defaultLimit && (v.Limit == 0 || v.Showing.In(words.Spanish) == "") {
		t.Fatalf("%s shows %d rows", outline(v), n)
	}
}

func TestAnEmptyTableHasASource(t *testing.T) {
	d := tables(t, `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"town"}]}}]}`, map[string]string{"t": "town\n"}).Datasets[0]
	if got := d.SourceLine(d.Charts[0], nil, words.For(words.Spanish)); got == "" {
		t.Error("a chart of no row names no source")
	}
}
