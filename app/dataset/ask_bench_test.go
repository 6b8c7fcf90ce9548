package dataset

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// large loads a table of n rows: a year, two texts, and a count with its caveat.
func large(t testing.TB, n int) *Dataset {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("id,year,state,agency,value,kind,status,note\n")
	states := []string{"Texas", "Arizona", "California", "New Mexico", "Nevada", "Florida", "Georgia", "Ohio"}
	for i := range n {
		fmt.Fprintf(&b, "R%d,%d,%s,%s,%d,count,final,row %d of the list\n",
			i, 2000+r.IntN(25), states[r.IntN(len(states))], []string{"CBP", "ATF", "ICE"}[r.IntN(3)], r.IntN(1000), i)
	}
	m := fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"name":"large","resources":[{"name":"large","path":"large.csv","title":"Large",
			"doublefix:unit":{"en":"firearms","es":"armas"},"doublefix:caveats":[{"field":"year","from":"2020","text":{"en":"Late.","es":"Tarde."}}],
			"schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"state"},{"name":"agency"},
			{"name":"value","type":"integer","doublefix:role":"value"},{"name":"kind"},{"name":"status"},{"name":"note"}]}}]}`)},
		"large.csv": {Data: []byte(b.String())},
	}
	p, _, err := datapackage.Open(m)
	if err != nil {
		t.Fatal(err)
	}
	s, found := Load(p)
	if len(found) > 0 || len(s.Datasets) != 1 || len(s.Datasets[0].Rows) != n {
		t.Fatal(found, len(s.Datasets))
	}
	return s.Datasets[0]
}

func BenchmarkAsk(b *testing.B) {
	d := large(b, 100_000)
	filters := []Cond{{Field: "year", Op: ">=", Values: []string{"2005"}}, {Field: "state", Op: "=", Values: []string{"Texas", "Arizona", "Ohio"}}}
	for name, q := range map[string]Lens{
		"filter":     {Where: filters},
		"text":       {Where: filters, Text: "texas 99"},
		"sum":        {Where: filters, Group: "year", By: Sum},
		"median":     {Where: filters, Group: "state", Split: "agency", By: Median},
		"sum of all": {Group: "state", By: Sum},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if a, err := d.Ask(q); err != nil || len(a.Rows) == 0 {
					b.Fatal(err, len(a.Rows))
				}
			}
		})
	}
	b.Run("first text", func(b *testing.B) {
		for b.Loop() {
			d.set.textOf = nil
			if a, err := d.Ask(Lens{Text: "texas 99"}); err != nil || len(a.Rows) == 0 {
				b.Fatal(err)
			}
		}
	})
	b.Run("facets", func(b *testing.B) {
		for b.Loop() {
			d.Facets(Lens{Where: filters}, words.For(words.English))
		}
	})
	b.Run("may", func(b *testing.B) {
		for b.Loop() {
			d.set.prospect = nil
			for _, by := range Aggregates() {
				d.MayAggregate(Lens{Where: filters, Group: "year"}, by, words.For(words.English))
			}
		}
	})
	b.Run("groupable", func(b *testing.B) {
		for b.Loop() {
			d.Groupable(Lens{Where: filters}, words.For(words.English))
		}
	})
}

// What an open panel of filters asks after every change of them, all together.
func BenchmarkFilterPanel(b *testing.B) {
	d := large(b, 100_000)
	tr := words.For(words.English)
	for name, q := range map[string]Lens{
		"all":      {Group: "year"},
		"filtered": {Where: []Cond{{Field: "year", Op: ">=", Values: []string{"2005"}}, {Field: "state", Op: "=", Values: []string{"Texas", "Arizona", "Ohio"}}}, Group: "year"},
		"split":    {Group: "year", Split: "agency"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				d.set.prospect = nil // as after a change of the question
				d.Facets(q, tr)
				d.Groupable(q, tr)
				for _, by := range Aggregates() {
					d.MayAggregate(q, by, tr)
				}
				d.Comparable(q, tr)
			}
		})
	}
}
