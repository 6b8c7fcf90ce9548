package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// plain loads one table; fields as in a descriptor.
func plain(t testing.TB, fields, csv string, more ...string) *Dataset {
	t.Helper()
	extra := strings.Join(more, "")
	m := fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"name":"made","resources":[{"name":"made","path":"made.csv","title":"Made up",` + extra + `
			"doublefix:unit":{"en":"firearms","es":"armas"},"schema":{"fields":[` + fields + `]}}]}`)},
		"made.csv": {Data: []byte(csv)},
	}
	p, found, err := datapackage.Open(m)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	s, problems := Load(p)
	if len(problems) > 0 || len(s.Datasets) != 1 {
		t.Fatal(problems)
	}
	return s.Datasets[0]
}

const usual = `{"name":"id"},{"name":"year","type":"year"},{"name":"year_to","type":"year"},{"name":"place"},{"name":"part"},
	{"name":"value","type":"number","doublefix:role":"value"},{"name":"unit"},{"name":"months","type":"number"},{"name":"denominator"},{"name":"kind"},{"name":"status"}`

const usualHead = "id,year,year_to,place,part,value,unit,months,denominator,kind,status\n"

// naive is the reference: every row is looked at anew for every group.
func naive(d *Dataset, q Lens) map[string]float64 {
	meets := func(r Row) bool {
		for _, c := range q.Where {
			n, want := r.Number(c.Field), 0.0
			fmt.Sscan(c.Values[0], &want)
			switch {
			case c.Op == "=" && !slices.Contains(c.Values, r.Text(c.Field, words.English)):
				return false
			case c.Op == ">=" && !(n >= want), c.Op == "<=" && !(n <= want):
				return false
			}
		}
		for _, w := range strings.Fields(strings.ToLower(q.Text)) {
			if !strings.Contains(strings.ToLower(r.Text("place", words.English)+" "+r.Text("part", words.English)), w) {
				return false
			}
		}
		return q.By == Count || !math.IsNaN(r.Number("value"))
	}
	values := map[string][]float64{}
	all := 0.0
	for _, r := range d.Rows {
		if !meets(r) {
			continue
		}
		key := r.Text(q.Group, words.English)
		if q.Split != "" {
			key += ":" + r.Text(q.Split, words.English)
		}
		values[key] = append(values[key], r.Number("value"))
		all += r.Number("value")
	}
	out := map[string]float64{}
	for key, list := range values {
		sum := 0.0
		for _, v := range list {
			sum += v
		}
		slices.Sort(list)
		out[key] = map[Aggregate]float64{
			Count: float64(len(list)), Sum: sum, Mean: sum / float64(len(list)), Share: sum / all * 100,
			Median: (list[(len(list)-1)/2] + list[len(list)/2]) / 2,
		}[q.By]
	}
	return out
}

func TestAggregatesAsTheReference(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	asked := 0
	for range 150 {
		var b strings.Builder
		b.WriteString(usualHead)
		for i := range 1 + r.IntN(60) {
			value := fmt.Sprintf("%.*f", r.IntN(3), r.Float64()*2000-200)
			if r.IntN(12) == 0 {
				value = ""
			}
			fmt.Fprintf(&b, "M%d,%d,,%s,%s,%s,,,,count,final\n", i, 2010+r.IntN(6), pick("Texas", "Ohio", "Utah", ""), pick("long", "short"), value)
		}
		d := plain(t, usual, b.String())
		for _, by := range Aggregates() {
			q := Lens{Group: pick("year", "place", "part"), By: by}
			if r.IntN(2) == 0 {
				q.Split = pick("part", "year")
			}
			if q.Split == q.Group {
				q.Split = ""
			}
			if r.IntN(2) == 0 {
				q = q.Toggle("place", pick("Texas", "Ohio")).Toggle("place", "Utah")
			}
			if r.IntN(2) == 0 {
				q = q.Range("year", "2011", pick("", "2013"))
			}
			if r.IntN(3) == 0 {
				q.Text = pick("long", "LONG tex", "zzz")
			}
			want := naive(d, q)
			a, err := d.Ask(q)
			if len(want) == 0 {
				if app.CodeOf(err) != app.Invalid {
					t.Fatalf("%+v of nothing: %v", q, err)
				}
				continue
			}
			if err != nil {
				t.Fatalf("%+v: %v\n%s", q, err, b.String())
			}
			asked++
			if len(a.Rows) != len(want) {
				t.Fatalf("%+v: %d groups, want %d", q, len(a.Rows), len(want))
			}
			for _, row := range a.Rows {
				_, key, _ := strings.Cut(row.ID, ":")
				have, ok := row.Number(a.View.Y), true
				if _, ok = want[key]; !ok || math.Abs(have-want[key]) > 1e-6*max(1, math.Abs(have)) && !math.IsNaN(want[key]) {
					t.Fatalf("%+v, %s: %v, want %v", q, row.ID, have, want[key])
				}
			}
		}
	}
	if asked < 200 {
		t.Errorf("only %d questions had an answer", asked)
	}
}

func TestGroupsStandInOrder(t *testing.T) {
	d := plain(t, usual, usualHead+"A,2012,,Ohio,,10,,,,count,final\nB,2009,,Texas,,2,,,,count,final\nC,,,Ohio,,3,,,,count,final\nD,2012,,,,4,,,,count,final\n")
	for group, want := range map[string]string{"year": "sum:2009 sum:2012", "place": "sum:Ohio sum:Texas sum:"} {
		a, err := d.Ask(Lens{Group: group, By: Sum})
		if err != nil || ids(a.Rows) != want {
			t.Errorf("by %s: %s, want %s (%v)", group, ids(a.Rows), want, err)
		}
		if noted := strings.Contains(a.Notes.In(words.English), "1 row has no date"); noted != (group == "year") {
			t.Errorf("by %s: note %q", group, a.Notes.In(words.English))
		}
	}
	a, _ := d.Ask(Lens{Group: "place", By: Sum})
	if blank := a.Data.Cell(a.Rows[2], "place", words.Spanish); blank != "sin dato" {
		t.Errorf("a blank group is called %q", blank)
	}
}

// refusal is a question that is not answered, or is.
type refusal struct {
	name, rows string
	by         Aggregate
	group      string
	want       string // the end of the key; "" for an answer
	scale      Scale
	note       string // a caveat of the table
}

func TestRefusesMadeUp(t *testing.T) {
	for _, c := range []refusal{
		{name: "shares", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of all,share,final\n", by: Sum, group: "place", want: "shares"},
		{name: "share of shares", rows: "A,2010,,X,,40,percent,,of all,share,final\n", by: Share, group: "place", want: "shares"},
		{name: "mean of shares of one whole", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of all,share,final\n", by: Mean, group: "place"},
		{name: "mean of shares of two wholes", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of some,share,final\n", by: Mean, group: "place", want: "bases"},
		{name: "median of shares", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of some,share,final\n", by: Median, group: "place"},
		{name: "rates", rows: "A,2010,,X,,4,per 100,,,count,final\n", by: Sum, group: "place", want: "rates"},
		{name: "rates a month", rows: "A,2010,,X,,4,guns a month,,,count,final\n", by: Share, group: "place", want: "rates"},
		{name: "index", rows: "A,2010,,X,,4,\"index, 2010 = 100\",,,count,final\n", by: Sum, group: "place", want: "rates"},
		{name: "kinds", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,estimate,final\n", by: Mean, group: "place", want: "kinds"},
		{name: "kinds in the median", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,statement,final\n", by: Median, group: "place", want: "kinds"},
		{name: "kinds apart", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,estimate,final\n", by: Mean, group: "kind"},
		{name: "kinds counted", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,estimate,final\n", by: Count, group: "place"},
		{name: "units", rows: "A,2010,,X,,4,guns,,,count,final\nB,2011,,X,,6,people,,,count,final\n", by: Sum, group: "place", want: "units"},
		{name: "totals", rows: "A,2010,,X,total,9,,,,count,final\nB,2010,,X,long,6,,,,count,final\n", by: Sum, group: "year", want: "totals"},
		{name: "totals apart", rows: "A,2010,,X,total,9,,,,count,final\nB,2010,,X,long,6,,,,count,final\n", by: Sum, group: "part"},
		{name: "stocks", rows: "A,2010,,stock,,9,,,,count,final\nB,2011,,stock,,9,,,,count,final\n", by: Sum, group: "place", want: "stocks"},
		{name: "mean of stocks", rows: "A,2010,,stock,,9,,,,count,final\nB,2011,,stock,,9,,,,count,final\n", by: Mean, group: "place"},
		{name: "mean of running totals", rows: "A,2010,,cumulative,,9,,,,count,final\nB,2011,,cumulative,,9,,,,count,final\n", by: Mean, group: "place", want: "stocks"},
		{name: "years in a span", rows: "A,2010,2012,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", by: Sum, group: "place", want: "overlap"},
		{name: "mean with what it is made of", rows: "A,2010,2012,X,,9,,12,,count,derived\nB,2011,,X,,6,,12,,count,final\n", by: Mean, group: "place", want: "overlap"},
		{name: "share with what it is made of", rows: "A,2010,2012,X,,9,,,,count,final\nB,2011,,Y,,6,,,,count,final\n", by: Share, group: "place", want: "overlap"},
		{name: "a span under one year", rows: "A,2010,2012,X,,9,,,,count,final\n", by: Sum, group: "year", want: "several_years"},
		{name: "part of a year", rows: "A,2010,,X,,9,,,,count,partial\nB,2011,,X,,6,,,,count,final\n", by: Sum, group: "place", want: "lengths"},
		{name: "months", rows: "A,2010,,X,,9,,7,,count,partial\nB,2011,,X,,6,,12,,count,final\n", by: Mean, group: "place", want: "lengths"},
		{name: "months in the median", rows: "A,2010,,X,,9,,7,,count,partial\nB,2011,,X,,6,,12,,count,final\n", by: Median, group: "place", want: "lengths"},
		{name: "months apart", rows: "A,2010,,X,,9,,7,,count,partial\nB,2011,,X,,6,,12,,count,final\n", by: Mean, group: "year"},
		{name: "per month", rows: "A,2010,,X,,14,,7,,count,partial\nB,2011,,X,,36,,12,,count,final\n", by: Mean, group: "place", scale: PerMonth},
		{name: "sum per month", rows: "A,2010,,X,,14,,7,,count,partial\nB,2011,,X,,36,,12,,count,final\n", by: Sum, group: "place", scale: PerMonth, want: "rates"},
		{name: "rivals", rows: "A,2010,,X,,9,,,,estimate,final\nB,2010,,X,,6,,,,estimate,final\n", by: Mean, group: "place", want: "rivals"},
		{name: "estimates of years", rows: "A,2010,,X,,9,,,,estimate,final\nB,2011,,X,,6,,,,estimate,final\n", by: Mean, group: "place"},
		{name: "no figure", rows: "A,2010,,X,,,,,,count,final\n", by: Sum, group: "place", want: "no_figure"},
		{name: "no figure counted", rows: "A,2010,,X,,,,,,count,final\n", by: Count, group: "place"},
		{name: "a note", rows: "A,2010,,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", by: Share, group: "place", want: "forbidden", note: "These are never added."},
		{name: "a note for the mean", rows: "A,2010,,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", by: Mean, group: "place", want: "forbidden", note: "They cannot be added or averaged."},
		{name: "a note for one each", rows: "A,2010,,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", by: Mean, group: "year", note: "They cannot be added or averaged."},
		{name: "a note of two things", rows: "A,2010,,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", by: Sum, group: "place", note: "The two are never added."},
	} {
		note := ""
		if c.note != "" {
			note = `"doublefix:caveats":[{"text":{"en":"` + c.note + `"}}],`
		}
		d := plain(t, usual, usualHead+c.rows, note)
		check(t, d, Lens{Group: c.group, By: c.by, Scale: c.scale}, c.name, c.want)
	}
}

// check asks and compares the sentence; whoever asks beforehand is told the same.
func check(t *testing.T, d *Dataset, q Lens, name, want string) {
	t.Helper()
	_, err := d.Ask(q)
	var refused *app.Error
	have := ""
	if errors.As(err, &refused) {
		have = strings.TrimPrefix(refused.Key, "error.ask.")
	}
	if have != want || (err != nil) != (want != "") {
		t.Errorf("%s: %v, want %q", name, err, want)
	}
	for _, l := range words.Langs() {
		tr := words.For(l)
		why := d.MayAggregate(q, cmp.Or(q.By, Count), tr)
		if (why != "") != (want != "") || want != "" && (why != tr.T("error.ask."+want) || strings.Contains(why, "error.ask")) {
			t.Errorf("%s: beforehand it says %q", name, why)
		}
	}
}

func TestRefusesOfTheRecord(t *testing.T) {
	s := shipped(t)
	eq := func(field string, values ...string) Cond { return Cond{Field: field, Op: "=", Values: values} }
	for _, c := range []struct {
		dataset, want string
		q             Lens
	}{
		{"us_share", "shares", Lens{View: "all", Group: "group", By: Sum}},
		{"us_share", "bases", Lens{View: "all", Group: "claimant_type", By: Mean}},
		{"firearm_share", "", Lens{View: "years", Group: "status", By: Mean}},
		{"homicide_rates", "rates", Lens{Group: "country", By: Sum}},
		{"homicide_rates", "bases", Lens{Group: "year", By: Mean}},
		{"annual_flow", "rates", Lens{Group: "basis", By: Sum}},
		{"annual_flow", "kinds", Lens{Group: "confidence", By: Median}},
		{"annual_flow", "forbidden", Lens{Group: "basis", By: Mean}},
		{"annual_flow", "forbidden", Lens{Group: "basis", By: Median}},
		{"displacement", "rivals", Lens{View: "all", Group: "kind", By: Mean, Where: []Cond{eq("concept", "survey"), eq("year", "2015")}}},
		{"programme_outputs", "units", Lens{Group: "source_id", By: Median, Where: []Cond{eq("kind", "count"), eq("status", "final")}}},
		{"tracing_funnel", "steps", Lens{View: "accounts", Group: "account", By: Sum}},
		{"weapons_seized", "totals", Lens{View: "types", Group: "year", By: Sum}},
		{"displacement", "stocks", Lens{View: "stock", Group: "concept", By: Sum}},
		{"border_seizures", "several_years", Lens{View: "core", Group: "year", By: Sum}},
		{"border_seizures", "overlap", Lens{View: "core", Group: "agency", By: Mean}},
		{"border_seizures", "lengths", Lens{View: "core", Group: "agency", By: Median}},
		{"mexico_homicides", "units", Lens{View: "counts", Group: "year", By: Sum}},
		{"mexico_homicides", "", Lens{View: "counts", Group: "year", By: Sum, Where: []Cond{eq("series", "inegi")}}},
		{"atf_traces", "apart", Lens{View: "years", Group: "year", By: Sum, Where: []Cond{{Field: "series", Op: "!=", Values: []string{"requests"}}}}},
		{"source_places", "forbidden", Lens{View: "places", Group: "state", By: Sum}}, // Pima County contains Tucson
		{"source_places", "", Lens{View: "places", Group: "state", By: Sum, Where: []Cond{eq("level", "city")}}},
		{"source_places", "apart", Lens{View: "places", Group: "state", By: Mean, Where: []Cond{{Field: "place", Op: "!=", Values: []string{"Tucson"}}}}},
		{"weapons_seized", "forbidden", Lens{View: "years", Group: "counted_by", By: Mean, Where: []Cond{eq("status", "final")}}},
		{"trace_windows", "forbidden", Lens{View: "requests", Group: "kind", By: Sum}},
		{"timeline", "no_figure", Lens{Group: "lane", By: Sum}},
		{"timeline", "", Lens{Group: "lane", By: Count}},
		{"trafficking_routes", "nothing", Lens{Group: "status", By: Count, Where: []Cond{eq("value", "1")}}},
	} {
		check(t, s.Dataset(c.dataset), c.q, fmt.Sprintf("%s %+v", c.dataset, c.q), c.want)
	}
}
