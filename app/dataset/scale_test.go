package dataset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// status leaves part-years out.
func wholeYears() []Cond { return []Cond{{Field: "status", Op: "!=", Values: []string{StatusPartial}}} }

func series(names ...string) []Cond {
	return []Cond{{Field: "series", Op: "=", Values: names}}
}

func TestPerMonthTimesMonthsIsTheFigure(t *testing.T) {
	s := shipped(t)
	for _, tt := range []struct{ dataset, view string }{{"border_seizures", "core"}, {"atf_traces", "years"}, {"mexico_homicides", "counts"}, {"overdose_deaths", "deaths"}} {
		d := s.Dataset(tt.dataset)
		a := ask(t, d, Lens{View: tt.view, Scale: PerMonth})
		drawn, _ := d.Select(Query{Where: d.View(tt.view).Where})
		if len(a.Rows) != len(drawn) {
			t.Errorf("%s: %d rows of %d", tt.dataset, len(a.Rows), len(drawn))
		}
		for _, r := range a.Rows {
			was, ok := d.Row(r.ID)
			months := 12.0
			if n := was.Number("months"); !math.IsNaN(n) && math.IsNaN(was.Number("year_to")) {
				months = n
			}
			if value := was.Number("value"); !ok || math.Abs(r.Number("value")*months-value) > rounding(r.Number("value"))*months {
				t.Errorf("%s: %v times %v is not %v", r.ID, r.Number("value"), months, value)
			}
			checkScaled(t, r, was)
		}
	}
}

// rounding is how much a figure that is shown may differ from the exact one.
func rounding(n float64) float64 {
	if math.Abs(n) >= 1000 {
		return 0.501
	}
	return 0.0501
}

// checkScaled holds a row to what stays with a figure that is put in relation.
func checkScaled(t *testing.T, r, was Row) {
	t.Helper()
	if r.Source != was.Source || r.Kind != was.Kind || r.Status != StatusDerived || r.Period(words.Spanish) != was.Period(words.Spanish) {
		t.Errorf("%s: source %v, kind %q, status %q, period %q", r.ID, r.Source, r.Kind, r.Status, r.Period(words.Spanish))
	}
	for _, c := range was.Caveats() {
		if !slices.ContainsFunc(r.Caveats(), func(o Caveat) bool { return o.Text.In(words.English) == c.Text.In(words.English) }) {
			t.Errorf("%s lost %q", r.ID, c.Text.In(words.English))
		}
	}
	for _, l := range words.Langs() {
		if !strings.Contains(r.Method(l), "÷") || !strings.Contains(r.Method(l), was.Method(l)) {
			t.Errorf("%s: method %q", r.ID, r.Method(l))
		}
	}
}

func TestBorderSeizuresPerMonth(t *testing.T) {
	d := shipped(t).Dataset("border_seizures")
	a := ask(t, d, Lens{Scale: PerMonth})
	for _, r := range a.Rows { // the package has divided them too
		if was, _ := d.Row(r.ID); math.Abs(r.Number("value")-was.Number("per_month")) > 0.11 {
			t.Errorf("%s: %v, the package says %v", r.ID, r.Number("value"), was.Number("per_month"))
		}
	}
	r, ok := a.Data.Row("B09")
	if !ok || r.Method(words.English) != "1,030 ÷ 10 months" || r.Method(words.Spanish) != "1,030 ÷ 10 meses" {
		t.Errorf("method %q, %q", r.Method(words.English), r.Method(words.Spanish))
	}
	if mean, _ := a.Data.Row("B03"); !strings.HasSuffix(mean.Method(words.English), "mean of 115 a year ÷ 12 months") {
		t.Errorf("method of a mean over years %q", mean.Method(words.English))
	}
	if reading := a.Data.Reading(a.View, r, words.For(words.Spanish)); !strings.HasSuffix(reading.Value, "103 armas de fuego al mes") {
		t.Errorf("%+v", reading)
	}
	if !strings.HasPrefix(a.View.Subtitle.In(words.English), "Firearms a month, computed here from: firearms per US fiscal year") || a.View.Form != "bars" {
		t.Errorf("%s, %q", a.View.Form, a.View.Subtitle.In(words.English))
	}
}

func TestIndexOfTheBaseYearIs100(t *testing.T) {
	s := shipped(t)
	for name, tt := range map[string]struct {
		dataset, base, want string
		q                   Lens
	}{
		"homicides since 2006":   {dataset: "mexico_homicides", want: "2006", q: Lens{Base: "2006", Where: series("inegi")}},
		"two ways of counting":   {dataset: "mexico_homicides", want: "2015", q: Lens{}},
		"rates of two countries": {dataset: "homicide_rates", want: "1990", q: Lens{}},
		"whole years":            {dataset: "border_seizures", want: "2009", q: Lens{Where: wholeYears()}},
	} {
		t.Run(name, func(t *testing.T) {
			d := s.Dataset(tt.dataset)
			tt.q.Scale = Index
			a := ask(t, d, tt.q)
			bases := map[string]float64{}
			for _, r := range a.Rows {
				if was, _ := d.Row(r.ID); r.raw(a.View.X) == tt.want {
					bases[r.raw(a.View.Series)] = was.Number("value")
					if r.Number("value") != 100 {
						t.Errorf("%s is %v in the base year", r.ID, r.Number("value"))
					}
				}
			}
			for _, r := range a.Rows {
				was, _ := d.Row(r.ID)
				if want := was.Number("value") / bases[r.raw(a.View.Series)] * 100; math.Abs(r.Number("value")-want) > rounding(want) {
					t.Errorf("%s: %v, want %v", r.ID, r.Number("value"), want)
				}
				checkScaled(t, r, was)
			}
			if unit := a.Data.unit(a.Rows[0], a.View, words.For(words.English)); unit != "index points ("+tt.want+" = 100)" || a.View.Percent || a.Notes.In(words.Spanish) == "" {
				t.Errorf("unit %q, notes %v", unit, a.Notes)
			}
		})
	}
}

func TestScalesAreRefused(t *testing.T) {
	s := shipped(t)
	for name, tt := range map[string]struct {
		dataset, key string
		q            Lens
	}{
		"rates a month":          {"homicide_rates", "error.ask.scale.month.relative", Lens{Scale: PerMonth}},
		"shares a month":         {"firearm_share", "error.ask.scale.month.relative", Lens{Scale: PerMonth}},
		"a day, not a year":      {"displacement", "error.ask.scale.month.unknown", Lens{View: "stock", Scale: PerMonth}},
		"no time":                {"trafficking_routes", "error.ask.scale.month.unknown", Lens{Scale: PerMonth}},
		"rates a person":         {"homicide_rates", "error.ask.scale.people.relative", Lens{Scale: Per100k}},
		"no population":          {"mexico_homicides", "error.ask.scale.people.none", Lens{Scale: Per100k}},
		"no year":                {"trafficking_routes", "error.ask.scale.people.undated", Lens{Scale: Per100k}},
		"not over years":         {"trafficking_routes", "error.ask.scale.index.years", Lens{Scale: Index}},
		"part-years":             {"border_seizures", "error.ask.part_years", Lens{Scale: Index}},
		"a base before a series": {"mexico_homicides", "error.ask.scale.index.base", Lens{Scale: Index, Base: "2006"}},
		"counted rows":           {"border_seizures", "error.ask.scale.counted", Lens{Scale: PerMonth, Group: "year", By: Count}},
		"nothing left":           {"border_seizures", "error.ask.nothing", Lens{Scale: PerMonth, Where: []Cond{{Field: "year", Op: "=", Values: []string{"1950"}}}}},
	} {
		d := s.Dataset(tt.dataset)
		_, err := d.Ask(tt.q)
		checkRefusal(t, name, err, tt.key)
		if why := d.MayScale(tt.q, tt.q.Scale, words.For(words.Spanish)); why == "" {
			t.Errorf("%s: MayScale does not say why", name)
		}
	}
	if why := s.Dataset("mexico_homicides").MayScale(Lens{}, Per100k, words.For(words.English)); !strings.HasPrefix(why, "The package has no population for 1990–2024") {
		t.Error(why)
	}
	for _, scale := range []Scale{AsIs, PerMonth, Index} {
		if why := s.Dataset("mexico_homicides").MayScale(Lens{}, scale, words.For(words.English)); why != "" {
			t.Errorf("%q: %s", scale, why)
		}
	}
}

const ofTowns = `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"town"},{"name":"country"},
 {"name":"n","type":"number","doublefix:role":"value"},{"name":"low","type":"number"},{"name":"people","type":"integer"PEOPLE},{"name":"unit"},{"name":"unit@es"}]},
 "doublefix:charts":[{"name":"all","form":"lines","x":"year","y":"n","series":"town"}]}TABLE]}`

func towns(t *testing.T, inTable, table string, csv map[string]string) *Dataset {
	t.Helper()
	return tables(t, strings.NewReplacer("PEOPLE", inTable, "TABLE", table).Replace(ofTowns), csv).Dataset("t")
}

func TestPer100kPeople(t *testing.T) {
	const head = "id,year,town,country,n,low,people,unit,unit@es\n"
	const people = `,{"name":"people","path":"people.csv","doublefix:role":"population","schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"country"},{"name":"population","type":"integer","doublefix:role":"value"}]}}`
	for name, tt := range map[string]struct {
		role, table string
		csv         map[string]string
		want        float64
		key         string
	}{
		"in the table": {role: `,"doublefix:role":"population"`, csv: map[string]string{"t": head + "a,2020,x,,50,,1000000,guns,armas\n"}, want: 5},
		"in a table of its own": {table: people, csv: map[string]string{
			"t": head + "a,2020,x,MX,50,,,guns,armas\n", "people": "id,year,country,population\np1,2020,US,2000\np2,2020,MX,2000000\np3,2021,MX,7\n",
		}, want: 2.5},
		"of another country": {table: people, csv: map[string]string{
			"t": head + "a,2020,x,MX,50,,,guns,armas\n", "people": "id,year,country,population\np1,2020,US,2000\n",
		}, key: "error.ask.scale.people.none"},
		"of no country": {table: people, csv: map[string]string{
			"t": head + "a,2020,x,,50,,,guns,armas\n", "people": "id,year,country,population\np1,2020,US,2000\n",
		}, key: "error.ask.scale.people.none"},
		"of another year": {table: people, csv: map[string]string{
			"t": head + "a,2020,x,MX,50,,,guns,armas\n", "people": "id,year,country,population\np1,2019,MX,2000\n",
		}, key: "error.ask.scale.people.none"},
		"of regions": {table: people, key: "error.ask.scale.people.none", csv: map[string]string{
			"t": head + "a,2020,x,MX,50,,,guns,armas\n", "people": "id,year,country,population\np1,2020,MX,2000\np2,2020,MX,3000\np3,2020,MX,2000\n",
		}},
		"said twice": {table: people, want: 2.5, csv: map[string]string{
			"t": head + "a,2020,x,MX,50,,,guns,armas\n", "people": "id,year,country,population\np1,2020,MX,2000000\np2,2020,MX,2000000\n",
		}},
		"nobody": {role: `,"doublefix:role":"population"`, csv: map[string]string{"t": head + "a,2020,x,,50,,0,guns,armas\n"}, key: "error.ask.scale.people.none"},
	} {
		t.Run(name, func(t *testing.T) {
			d := towns(t, tt.role, tt.table, tt.csv)
			a, err := d.Ask(Lens{Scale: Per100k})
			if tt.key != "" {
				checkRefusal(t, name, err, tt.key)
				return
			}
			if err != nil {
				t.Fatal(inWords(err, words.For(words.English)))
			}
			r := a.Rows[0]
			if r.Number("n") != tt.want || a.Data.unit(r, a.View, words.For(words.Spanish)) != "armas por cada 100,000 habitantes" {
				t.Errorf("%v %q", r.Number("n"), a.Data.unit(r, a.View, words.For(words.Spanish)))
			}
			if !strings.HasSuffix(r.Method(words.English), "people × 100,000") {
				t.Errorf("method %q", r.Method(words.English))
			}
			if tt.table != "" && len(r.Also) == 0 {
				t.Errorf("the source of the population is lost: %v", r.Source)
			}
		})
	}
}

func TestIndexOfOddTables(t *testing.T) {
	const head = "id,year,town,country,n,low,people,unit,unit@es\n"
	for name, tt := range map[string]struct{ csv, base, key string }{
		"no common year":  {"a,2019,x,,5,,,,\nb,2020,y,,5,,,,\n", "", "error.ask.scale.index.none"},
		"a base of zero":  {"a,2019,x,,0,,,,\nb,2020,x,,5,,,,\n", "2019", "error.ask.scale.index.base"},
		"below zero":      {"a,2019,x,,-4,,,,\nb,2020,x,,5,,,,\n", "2019", "error.ask.scale.index.base"},
		"a missing base":  {"a,2019,x,,4,,,,\nb,2020,x,,5,,,,\n", "2018", "error.ask.scale.index.base"},
		"two in one year": {"a,2019,x,,4,,,,\nb,2019,x,,5,,,,\n", "", "error.ask.scale.index.twice"},
		"zero, then more": {"a,2019,x,,0,,,,\nb,2020,x,,5,,,,\n", "", ""},
		"no figures":      {"a,2019,x,,,,,,\n", "", "error.ask.scale.nothing"},
	} {
		a, err := towns(t, "", "", map[string]string{"t": head + tt.csv}).Ask(Lens{Scale: Index, Base: tt.base})
		if tt.key != "" {
			checkRefusal(t, name, err, tt.key)
			continue
		}
		if err != nil || a.Rows[0].Number("n") != 0 || a.Rows[1].Number("n") != 100 {
			t.Errorf("%s: %v, %v", name, err, a.Rows)
		}
	}
}

// What is divided by months is divided before it is put together.
func TestMeanPerMonthOfPartYears(t *testing.T) {
	d := tables(t, `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"who"},
 {"name":"n","type":"integer","doublefix:role":"value","doublefix:unit":"guns"},{"name":"months","type":"number"},{"name":"status"}]}}]}`,
		map[string]string{"t": "id,year,who,n,months,status\na,2020,x,120,12,final\nb,2021,x,55,10,partial\nc,2021,y,7,7,partial\n"}).Datasets[0]
	a := ask(t, d, Lens{Group: "who", By: Mean, Scale: PerMonth})
	if len(a.Rows) != 2 || a.Rows[0].Number("n") != 7.75 || a.Rows[1].Number("n") != 1 {
		t.Errorf("%v", a.Rows)
	}
	if unit := a.Data.unit(a.Rows[0], a.View, words.For(words.English)); unit != "guns a month" {
		t.Errorf("unit %q", unit)
	}
	_, err := d.Ask(Lens{Group: "who", By: Sum, Scale: PerMonth})
	checkRefusal(t, "a sum of rates", err, "error.ask.rates")
}

func TestYearList(t *testing.T) {
	for want, years := range map[string][]string{
		"": nil, "2007": {"2007"}, "2007–2011, 2013": {"2007", "2008", "2009", "2010", "2011", "2013"}, "x, 2001–2002": {"x", "2001", "2002"},
	} {
		if got := yearList(years); got != want {
			t.Errorf("%v: %q, want %q", years, got, want)
		}
	}
}

// A figure that was put in relation says what it is now, and no longer in the words of what it was.
func TestScaledSaysWhatItIs(t *testing.T) {
	d := shipped(t).Dataset("atf_traces")
	was, _ := d.Row("T2018")
	if was.raw("written") == "" || d.Scaled() != AsIs {
		t.Fatal("the figure is not written out")
	}
	a := ask(t, d, Lens{View: "requests", Scale: PerMonth, Where: series("requests")})
	r, _ := a.Data.Row("T2018")
	if a.Data.Scaled() != PerMonth || a.Data.Unit.In(words.English) != "requests a month" || a.Data.UnitOne != nil || a.Data.Kinds != nil || a.View.Unit.In(words.Spanish) != a.Data.Unit.In(words.Spanish) {
		t.Errorf("%q %v %v %v", a.Data.Scaled(), a.Data.Unit, a.Data.UnitOne, a.Data.Kinds)
	}
	if r.Text("written", words.English) != "" || r.Text("written", words.Spanish) != "" || a.Data.Figure(r, a.View, words.For(words.English)) != "1,333" {
		t.Errorf("%q in words, %q", r.Text("written", words.English), a.Data.Figure(r, a.View, words.For(words.English)))
	}
	_, err := d.Ask(Lens{View: "requests", Scale: PerMonth, Where: series("nobody")})
	checkRefusal(t, "nothing", err, "error.ask.nothing")
}

func TestShort(t *testing.T) {
	for n, want := range map[float64]float64{
		1234.5: 1235, -1234.56: -1235, 1000.4: 1000, 999.96: 1000, 97.58: 97.6, 10.04: 10, 9.996: 10, 8.917: 8.92, 1.005: 1, 0.99951: 1, 0.012345: 0.0123, 0: 0,
		2e12 + 0.5: 2e12 + 0.5, 1.23456e-10: 1.23456e-10,
	} {
		for _, q := range []Lens{{Scale: PerMonth}, {Scale: Index}, {Scale: Index, Group: "year"}} {
			if have := (&scaling{Answer: Answer{Lens: q}}).short(n); have != want {
				t.Errorf("%v of %v: %v, want %v", q, n, have, want)
			}
		}
		if have := (&scaling{Answer: Answer{Lens: Lens{Scale: PerMonth, Group: "year"}}}).short(n); math.Abs(have-n) > 1e-9*math.Abs(n) {
			t.Errorf("%v is rounded before it is put together: %v", n, have)
		}
	}
}

// The figure that a chart draws becomes the figure of the table, whatever the table takes for its figure; what is said of it is said
// in both languages, also where the table has but one.
func TestScaledFields(t *testing.T) {
	d := plain(t, `{"name":"id"},{"name":"year","type":"year"},{"name":"months","type":"number"},{"name":"value","type":"integer","doublefix:role":"value"},
		{"name":"other","type":"integer"},{"name":"least","type":"integer"},{"name":"most","type":"integer"},{"name":"unit"},{"name":"method"},{"name":"kind"},{"name":"status"}`,
		"id,year,months,value,other,least,most,unit,method,kind,status\nA,2010,10,7,30,20,40,guns,Counted.,count,final\nB,2011,12,7,36,,,guns,,count,final\n",
		`"doublefix:charts":[{"name":"c","form":"lines","x":"year","y":"other","low":"least","high":"most"}],`)
	a := ask(t, d, Lens{Scale: PerMonth})
	for name, role := range map[string]string{"value": "", "other": "value", "least": "low", "most": "high"} {
		if f, ok := a.Data.Field(name); !ok || f.Role != role || role != "" && (f.Type != "number" || f.Unit.In(words.Spanish) != "guns al mes") {
			t.Errorf("%s: %+v", name, f)
		}
	}
	r := a.Rows[0]
	if r.Number("other") != 3 || r.Number("least") != 2 || r.Number("most") != 4 || r.Number("value") != 7 || !math.IsNaN(a.Rows[1].Number("least")) {
		t.Errorf("%v %v %v %v", r.Number("other"), r.Number("least"), r.Number("most"), r.Number("value"))
	}
	if r.Text("unit", words.English) != "guns a month" || r.Text("unit", words.Spanish) != "guns al mes" ||
		r.Method(words.English) == r.Method(words.Spanish) || !strings.HasPrefix(r.Method(words.English), "Counted") {
		t.Errorf("%q %q %q %q", r.Text("unit", words.English), r.Text("unit", words.Spanish), r.Method(words.English), r.Method(words.Spanish))
	}
	if have := a.View.Subtitle.In(words.English); have != "Guns a month, computed here" {
		t.Errorf("subtitle %q", have)
	}
}

// An index is made of plain numbers of whole years, or of parts of years alone.
func TestIndexable(t *testing.T) {
	const fields = `{"name":"id"},{"name":"year","type":"year"},{"name":"value","type":"number","doublefix:role":"value"},
		{"name":"low","type":"number","doublefix:role":"low"},{"name":"high","type":"number","doublefix:role":"high"},{"name":"kind"},{"name":"status"}`
	const charts = `"doublefix:charts":[{"name":"c","form":"lines","x":"year","y":"value","low":"low","high":"high"}],`
	for name, tt := range map[string]struct{ rows, key, rest string }{
		"plain":         {rows: "A,2010,5,,,count,final\nB,2011,6,6,6,count,final\n"},
		"from":          {rows: "A,2010,5,,,count,final\nB,2011,6,5,,count,final\n", key: "ranges", rest: "(B)"},
		"to":            {rows: "A,2010,5,5,7,count,final\nB,2011,6,,,count,final\n", key: "ranges", rest: "(A)"},
		"no number":     {rows: "A,2010,5,,,count,final\nB,2011,,6,6,count,final\n", key: "ranges", rest: "(B)"},
		"part":          {rows: "A,2010,5,,,count,partial\nB,2011,6,,,count,final\n", key: "part_years", rest: "(A)"},
		"parts":         {rows: "A,2010,5,,,count,partial\nB,2011,6,,,count,partial\n"},
		"from zero":     {rows: "A,2010,0,,,count,final\nB,2011,6,,,count,final\n"},
		"zeros":         {rows: "A,2010,0,,,count,final\nB,2011,-6,,,count,final\n", key: "none"},
		"twice a year":  {rows: "A,2010,5,,,count,final\nB,2010,6,,,count,final\n", key: "twice", rest: "2010"},
		"undated":       {rows: "A,2010,5,,,count,final\nB,,6,,,count,final\nC,,7,,,count,final\n"},
		"all undated":   {rows: "A,,5,,,count,final\nB,,6,,,count,final\n", key: "years"},
		"years in line": {rows: "B,2011,6,,,count,final\nA,2010,5,,,count,final\n"},
	} {
		d := plain(t, fields, "id,year,value,low,high,kind,status\n"+tt.rows, charts)
		a, err := d.Ask(Lens{Scale: Index})
		why := inWords(err, words.For(words.English))
		key := map[string]string{"": "", "part_years": "error.ask.part_years"}[tt.key]
		if key == "" && tt.key != "" {
			key = "error.ask.scale.index." + tt.key
		}
		if (err != nil) != (key != "") || why != d.MayScale(Lens{}, Index, words.For(words.English)) || !strings.Contains(why, tt.rest) {
			t.Errorf("%s: %q, want %s", name, why, key)
		}
		if err == nil {
			if noted := strings.Contains(a.Notes.In(words.English), "2 rows have no date"); noted != (name == "undated") {
				t.Errorf("%s: %q", name, a.Notes.In(words.English))
			}
			for _, r := range a.Rows {
				if was, _ := d.Row(r.ID); name == "years in line" && math.Abs(r.Number("value")-was.Number("value")*20) > 0.05 {
					t.Errorf("%s: %v is not of the first year", name, r.Number("value"))
				}
			}
		} else {
			checkRefusal(t, name, err, key)
		}
	}
}

// Parts that are 100 each are no parts of a whole, and a mean over several years is no base.
func TestIndexOfPartsAndBands(t *testing.T) {
	const fields = `{"name":"id"},{"name":"year","type":"year"},{"name":"year_to","type":"year"},{"name":"part"},{"name":"value","type":"number","doublefix:role":"value"},{"name":"kind"},{"name":"status"}`
	for form, want := range map[string]string{"stacked": "lines", "slope": "lines", "bars": "bars", "lines": "lines"} {
		d := plain(t, fields, "id,year,year_to,part,value,kind,status\nA,2010,2012,long,6,count,final\nB,2013,,long,4,count,final\nC,2014,2014,long,5,count,final\n",
			`"doublefix:charts":[{"name":"c","form":"`+form+`","x":"year","xTo":"year_to","y":"value","series":"part"}],`)
		a := ask(t, d, Lens{Scale: Index})
		if have, _ := a.Data.Row("C"); a.View.Form != want || have.Number("value") != 125 {
			t.Errorf("%s: drawn as %s, %v", form, a.View.Form, have.Number("value"))
		}
		_, err := d.Ask(Lens{Scale: Index, Base: "2010"})
		checkRefusal(t, form, err, "error.ask.scale.index.base")
		if why := inWords(err, words.For(words.English)); !strings.Contains(why, "2013, 2014") && !strings.Contains(why, "2013–2014") {
			t.Errorf("%s: %q", form, why)
		}
	}
}
