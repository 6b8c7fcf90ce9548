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

// naive is the reference: every row is looked at anew for every group. below says that some figure is below zero.
func naive(d *Dataset, q Lens) (out map[string]float64, below bool) {
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
		below = below || r.Number("value") < 0
	}
	out = map[string]float64{}
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
	return out, below
}

func TestAggregatesAsTheReference(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	asked := 0
	for range 150 {
		var b strings.Builder
		b.WriteString(usualHead)
		least := float64(r.IntN(2)) * -200
		for i := range 1 + r.IntN(60) {
			value := fmt.Sprintf("%.*f", r.IntN(3), r.Float64()*2000+least)
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
			want, below := naive(d, q)
			a, err := d.Ask(q)
			if len(want) == 0 || below && by == Share {
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
				if _, ok = want[key]; !ok || math.Abs(have-want[key]) > slack(by, want[key]) && !math.IsNaN(want[key]) {
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
	note       string // what a caveat of the table has beside its text
}

func TestRefusesMadeUp(t *testing.T) {
	const (
		years       = "A,2010,,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n"
		releases    = "A,2010,,X,,9,,,,count,final\nB,2010,,X,,6,,,,count,provisional\n"
		authorities = "A,2010,,X,army,9,,12,,count,final\nB,2011,,X,police,6,,12,,count,final\n"
	)
	for _, c := range []refusal{
		{name: "shares", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of all,share,final\n", by: Sum, group: "place", want: "shares"},
		{name: "share of shares", rows: "A,2010,,X,,40,percent,,of all,share,final\n", by: Share, group: "place", want: "shares"},
		{name: "mean of shares of one whole", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of all,share,final\n", by: Mean, group: "place"},
		{name: "mean of shares of two wholes", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of some,share,final\n", by: Mean, group: "place", want: "bases"},
		{name: "median of shares", rows: "A,2010,,X,,40,percent,,of all,share,final\nB,2011,,X,,60,percent,,of some,share,final\n", by: Median, group: "place", want: "bases"},
		{name: "median of shares of who knows what", rows: "A,2010,,X,,40,percent,,,share,final\nB,2011,,X,,60,percent,,,share,final\n", by: Median, group: "place"},
		{name: "kinds beside each other", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,4,,,,count,final\nC,2010,,Y,,6,,,,estimate,final\n", by: Mean, group: "place", want: "kinds"},
		{name: "kinds told", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,4,,,,count,final\nC,2010,,Y,,6,,,,estimate,final\n", by: Mean, group: "kind"},
		{name: "mean of shares of who knows what", rows: "A,2010,,X,,40,percent,,,share,final\nB,2011,,X,,60,percent,,,share,final\n", by: Mean, group: "place", want: "bases.unknown"},
		{name: "rates", rows: "A,2010,,X,,4,per 100,,,count,final\n", by: Sum, group: "place", want: "rates"},
		{name: "shares by their kind", rows: "A,2010,,X,,40,,,,share,final\n", by: Sum, group: "place", want: "shares"},
		{name: "shares by their unit", rows: "A,2010,,X,,40,percent,,,count,final\n", by: Sum, group: "place", want: "shares"},
		{name: "mean of shares by their kind", rows: "A,2010,,X,,40,,,all,share,final\nB,2010,,X,,40,,,some,share,final\n", by: Mean, group: "place", want: "bases"},
		{name: "mean of shares by their unit", rows: "A,2010,,X,,40,percent,,all,count,final\nB,2010,,X,,40,percent,,some,count,final\n", by: Mean, group: "place", want: "bases"},
		{name: "rates of unlike times", rows: "A,2010,,X,,4,guns a month,7,,count,partial\nB,2011,,X,,4,guns a month,12,,count,final\n", by: Mean, group: "place"},
		{name: "rates a month", rows: "A,2010,,X,,4,guns a month,,,count,final\n", by: Share, group: "place", want: "rates"},
		{name: "index", rows: "A,2010,,X,,4,\"index, 2010 = 100\",,,count,final\n", by: Sum, group: "place", want: "rates"},
		{name: "kinds", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,estimate,final\n", by: Mean, group: "place", want: "kinds"},
		{name: "kinds in the median", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,statement,final\n", by: Median, group: "place", want: "kinds"},
		{name: "kinds apart", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,estimate,final\n", by: Mean, group: "kind"},
		{name: "kinds counted", rows: "A,2010,,X,,4,,,,count,final\nB,2011,,X,,6,,,,estimate,final\n", by: Count, group: "place"},
		{name: "units", rows: "A,2010,,X,,4,guns,,,count,final\nB,2011,,X,,6,people,,,count,final\n", by: Sum, group: "place", want: "units"},
		{name: "share of what is below zero", rows: "A,2010,,X,,9,,,,count,final\nB,2010,,Y,,-6,,,,count,final\n", by: Share, group: "place", want: "no_whole"},
		{name: "share of nothing", rows: "A,2010,,X,,0,,,,count,final\nB,2010,,Y,,0,,,,count,final\n", by: Share, group: "place", want: "no_whole"},
		{name: "share with nothing", rows: "A,2010,,X,,0,,,,count,final\nB,2010,,Y,,6,,,,count,final\n", by: Share, group: "place"},
		{name: "totals", rows: "A,2010,,X,total,9,,,,count,final\nB,2010,,X,long,6,,,,count,final\n", by: Sum, group: "year", want: "totals"},
		{name: "totals apart", rows: "A,2010,,X,total,9,,,,count,final\nB,2010,,X,long,6,,,,count,final\n", by: Sum, group: "part"},
		{name: "stocks", rows: "A,2010,,stock,,9,,,,count,final\nB,2011,,stock,,9,,,,count,final\n", by: Sum, group: "place", want: "stocks"},
		{name: "mean of stocks", rows: "A,2010,,stock,,9,,,,count,final\nB,2011,,stock,,9,,,,count,final\n", by: Mean, group: "place"},
		{name: "mean of running totals", rows: "A,2010,,cumulative,,9,,,,count,final\nB,2011,,cumulative,,9,,,,count,final\n", by: Mean, group: "place", want: "stocks"},
		{name: "years in a span", rows: "A,2010,2012,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", by: Sum, group: "place", want: "overlap"},
		{name: "mean with what it is made of", rows: "A,2010,2012,X,,9,,12,,count,derived\nB,2011,,X,,6,,12,,count,final\n", by: Mean, group: "place", want: "overlap"},
		{name: "share with what it is made of", rows: "A,2010,2012,X,,9,,,,count,final\nB,2011,,Y,,6,,,,count,final\n", by: Share, group: "place", want: "overlap"},
		{name: "a span under one year", rows: "A,2010,2012,X,,9,,,,count,final\n", by: Sum, group: "year", want: "several_years"},
		{name: "part of a year", rows: "A,2010,,X,,9,,,,count,partial\nB,2011,,X,,6,,,,count,final\n", by: Sum, group: "place", want: "lengths.unknown"},
		{name: "months", rows: "A,2010,,X,,9,,7,,count,partial\nB,2011,,X,,6,,12,,count,final\n", by: Mean, group: "place", want: "lengths"},
		{name: "months in the median", rows: "A,2010,,X,,9,,7,,count,partial\nB,2011,,X,,6,,12,,count,final\n", by: Median, group: "place", want: "lengths"},
		{name: "months apart", rows: "A,2010,,X,,9,,7,,count,partial\nB,2011,,X,,6,,12,,count,final\n", by: Mean, group: "year"},
		{name: "per month", rows: "A,2010,,X,,14,,7,,count,partial\nB,2011,,X,,36,,12,,count,final\n", by: Mean, group: "place", scale: PerMonth},
		{name: "sum per month", rows: "A,2010,,X,,14,,7,,count,partial\nB,2011,,X,,36,,12,,count,final\n", by: Sum, group: "place", scale: PerMonth, want: "rates"},
		{name: "median of a total and its part", rows: "A,2010,,X,total,9,,,,count,final\nB,2010,,X,long,6,,,,count,final\n", by: Median, group: "year", want: "totals"},
		{name: "median of running totals", rows: "A,2010,,cumulative,,9,,,,count,final\nB,2011,,cumulative,,9,,,,count,final\n", by: Median, group: "place", want: "stocks"},
		{name: "median of rivals", rows: "A,2010,,X,,9,,,,estimate,final\nB,2010,,X,,6,,,,estimate,final\n", by: Median, group: "place", want: "rivals"},
		{name: "units beside each other", rows: "A,2010,,X,,4,guns,,,count,final\nB,2011,,Y,,6,people,,,count,final\n", by: Sum, group: "place", want: "units"},
		{name: "parts of years beside years", rows: "A,2010,,X,,4,,,,count,partial\nB,2010,,Y,,4,,,,count,partial\nC,2011,,X,,6,,,,count,final\nD,2011,,Y,,6,,,,count,final\n", by: Sum, group: "year", want: "lengths.unknown"},
		{name: "part of a year beside a year, as they are", rows: "A,2010,,X,,4,,,,count,partial\nB,2011,,X,,6,,,,count,final\n", by: Sum, group: "year"},
		{name: "rivals", rows: "A,2010,,X,,9,,,,estimate,final\nB,2010,,X,,6,,,,estimate,final\n", by: Mean, group: "place", want: "rivals"},
		{name: "estimates of years", rows: "A,2010,,X,,9,,,,estimate,final\nB,2011,,X,,6,,,,estimate,final\n", by: Mean, group: "place"},
		{name: "no figure", rows: "A,2010,,X,,,,,,count,final\n", by: Sum, group: "place", want: "no_figure"},
		{name: "no figure counted", rows: "A,2010,,X,,,,,,count,final\n", by: Count, group: "place"},
		{name: "a note", rows: years, by: Share, group: "place", want: "forbidden", note: `"aggregation":"none"`},
		{name: "a note for the mean", rows: years, by: Mean, group: "place", want: "forbidden", note: `"aggregation":"none"`},
		{name: "a note for the median", rows: years, by: Median, group: "place", want: "forbidden", note: `"aggregation":"none"`},
		{name: "a note and rows", rows: years, by: Count, group: "place", note: `"aggregation":"none","apart":["part"]`},
		{name: "a note for one each", rows: years, by: Mean, group: "year", note: `"aggregation":"none"`},
		{name: "a note for one of them", rows: years, by: Sum, group: "place", note: `"aggregation":"none","where":{"id":"A"}`},
		{name: "a note for two of them", rows: years, by: Sum, group: "place", want: "forbidden", note: `"aggregation":"none","where":{"id":["A","B"]}`},
		{name: "a note in words alone", rows: years, by: Sum, group: "place", note: `"short":{"en":"These are never added."}`},
		{name: "not added", rows: years, by: Sum, group: "place", want: "unadded", note: `"aggregation":"mean"`},
		{name: "no share", rows: years, by: Share, group: "year", want: "unadded", note: `"aggregation":"mean"`},
		{name: "not added, but averaged", rows: years, by: Mean, group: "place", note: `"aggregation":"mean"`},
		{name: "averaged, of releases", rows: releases, by: Mean, group: "place", note: `"aggregation":"mean"`},
		{name: "periods", rows: years, by: Sum, group: "place", note: `"aggregation":"periods"`},
		{name: "a period twice", rows: releases, by: Sum, group: "place", want: "again", note: `"aggregation":"periods"`},
		{name: "median of a period twice", rows: releases, by: Median, group: "place", want: "again", note: `"aggregation":"periods"`},
		{name: "a period twice, each apart", rows: releases, by: Sum, group: "status", note: `"aggregation":"periods"`},
		{name: "a period twice, as far as is known", rows: releases, by: Sum, group: "place"},
		{name: "no period", rows: "A,,,X,,9,,,,count,final\nB,,,X,,6,,,,count,final\n", by: Sum, group: "place", want: "again", note: `"aggregation":"periods"`},
		{name: "whose count", rows: authorities, by: Sum, group: "place", want: "parted", note: `"apart":["part"]`},
		{name: "whose count, one a year", rows: authorities, by: Sum, group: "year", want: "parted", note: `"apart":["part"]`},
		{name: "whose count, in the mean", rows: authorities, by: Mean, group: "place", want: "parted", note: `"apart":["part"]`},
		{name: "whose count, in the median", rows: authorities, by: Median, group: "place", want: "parted", note: `"apart":["part"]`},
		{name: "whose count, told", rows: authorities, by: Sum, group: "part", note: `"apart":["part"]`},
		{name: "whose count, as a share", rows: authorities, by: Share, group: "part", want: "parted.share", note: `"apart":["part"]`},
		{name: "whose count does not matter to others", rows: authorities, by: Sum, group: "year", note: `"apart":["part"],"where":{"part":"army"}`},
		{name: "a period twice, of others", rows: releases, by: Sum, group: "place", note: `"aggregation":"periods","where":{"id":"A"}`},
		{name: "two notes, per month", rows: authorities, by: Mean, group: "place", scale: PerMonth, note: `"aggregation":"none","where":{"id":"A"}},{"text":{"en":"Else."},"aggregation":"none","where":{"id":"B"}`},
		{name: "one note, per month", rows: authorities, by: Mean, group: "place", scale: PerMonth, want: "forbidden", note: `"aggregation":"none"`},
		{name: "whose count, per month", rows: authorities, by: Mean, group: "year", scale: PerMonth, want: "parted", note: `"apart":["part"]`},
	} {
		note := ""
		if c.note != "" {
			note = `"doublefix:caveats":[{"text":{"en":"Because."},` + c.note + `}],`
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
		if (why != "") != (want != "") || want != "" && (why != inWords(err, tr) || strings.Contains(why, "error.ask") || strings.Contains(why, "<no value>")) {
			t.Errorf("%s: beforehand it says %q", name, why)
		}
	}
}

// What is asked beforehand is of the aggregate that is named, whatever the question has.
func TestMayAggregateIsOfTheAggregate(t *testing.T) {
	d := plain(t, usual, usualHead+"A,2010,,X,,14,,7,,count,partial\nB,2011,,X,,36,,12,,count,final\n")
	q := Lens{Group: "place", By: Mean, Scale: PerMonth}
	if why := d.MayAggregate(q, Sum, words.For(words.English)); why == "" {
		t.Error("a sum of rates")
	}
	if q.By = Sum; d.MayAggregate(q, Mean, words.For(words.English)) != "" {
		t.Error("no mean of rates")
	}
}

func TestManyGroups(t *testing.T) {
	var b strings.Builder
	b.WriteString(usualHead)
	for i := range maxGroups {
		fmt.Fprintf(&b, "M%d,2010,,P%d,,1,,,,count,final\n", i, i)
	}
	if a, err := plain(t, usual, b.String()).Ask(Lens{Group: "place", By: Sum}); err != nil || len(a.Rows) != maxGroups {
		t.Errorf("%d groups: %v", len(a.Rows), err)
	}
	check(t, plain(t, usual, b.String()+"M,2010,,one more,,1,,,,count,final\n"), Lens{Group: "place", By: Sum}, "one more", "many_groups")
}

// What has no figure is left out and said; a sum does not depend on the order of its rows.
func TestSumsAreExact(t *testing.T) {
	d := plain(t, usual, usualHead+"A,2010,,X,,10000000000000000,,,,count,final\nB,2011,,X,,0.5,,,,count,final\nC,2012,,X,,-10000000000000000,,,,count,final\nD,2013,,X,,,,,,count,final\n"+
		"E,2010,,Y,,0.1,,,,count,final\nF,2011,,Y,,0.2,,,,count,final\nG,2010,,Z,,1234567890123,,,,count,final\nH,2011,,Z,,0.5,,,,count,final\n")
	a, err := d.Ask(Lens{Group: "place", By: Sum})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"0.5", "0.3", "1234567890123.5"} {
		if have := a.Rows[i].raw("value"); have != want {
			t.Errorf("%s: %s, want %s", a.Rows[i].ID, have, want)
		}
	}
	if note := a.Notes.In(words.English); !strings.Contains(note, "1 row") {
		t.Errorf("what is left out is not said: %q", note)
	}
}

// A part of a year that does not say of which months it is stands for no year, also in a table where others say.
func TestLengthOfParts(t *testing.T) {
	d := plain(t, `{"name":"id"},{"name":"year","type":"year"},{"name":"start","type":"yearmonth"},{"name":"end","type":"yearmonth"},{"name":"place"},
		{"name":"value","type":"number","doublefix:role":"value"},{"name":"kind"},{"name":"status"}`,
		"id,year,start,end,place,value,kind,status\nA,2010,,,X,9,count,partial\nB,2011,2011-01,2011-12,X,6,count,final\nC,2012,2012-01,,X,6,count,partial\nD,2013,,,X,6,count,final\n")
	in := d.times()
	for i, want := range []float64{0, 12, 0, 12} {
		if have := in.length(&d.Rows[i]); have != want {
			t.Errorf("%s is of %v months, want %v", d.Rows[i].ID, have, want)
		}
	}
	check(t, d, Lens{Group: "place", By: Sum}, "a part beside years", "lengths.unknown")
}
