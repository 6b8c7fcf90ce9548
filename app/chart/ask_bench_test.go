package chart

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
)

// many is a table of count rows: seizures by day-to-day record, with a year, a state and an agency.
func many(tb testing.TB, count int) *dataset.Dataset {
	tb.Helper()
	var csv strings.Builder
	csv.WriteString("id,year,state,agency,value,kind,status\n")
	for i := range count {
		fmt.Fprintf(&csv, "R%d,%d,state %02d,agency %d,%d,count,final\n", i, 2000+i%25, i%31, i%7, i*7919%997)
	}
	descriptor := `{"name":"many","resources":[{"name":"many","path":"many.csv","doublefix:role":"dataset","schema":{"fields":[
		{"name":"id","type":"string","doublefix:role":"id"},{"name":"year","type":"year","doublefix:role":"year"},{"name":"state","type":"string"},{"name":"agency","type":"string"},
		{"name":"value","type":"integer","doublefix:role":"value"},{"name":"kind","type":"string","doublefix:role":"kind"},{"name":"status","type":"string","doublefix:role":"status"}]}}]}`
	p, _, err := datapackage.Open(fstest.MapFS{datapackage.DescriptorName: {Data: []byte(descriptor)}, "many.csv": {Data: []byte(csv.String())}})
	if err != nil {
		tb.Fatal(err)
	}
	set, _ := dataset.Load(p)
	return set.Dataset("many")
}

// BenchmarkManyRows asks a table of 100,000 rows and draws the answer: from the question to pixels at 1200x700.
func BenchmarkManyRows(b *testing.B) {
	d := many(b, 100_000)
	only := []dataset.Cond{{Field: "agency", Op: "=", Values: []string{"agency 1", "agency 3"}}, {Field: "year", Op: ">=", Values: []string{"2010"}}}
	for name, q := range map[string]dataset.Lens{
		"filter":        {Where: only},
		"filter-group":  {Where: only, Group: "year", By: dataset.Sum},
		"group-split":   {Group: "year", Split: "agency", By: dataset.Sum},
		"search-median": {Text: "state 07", Group: "state", By: dataset.Median},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				asked, err := Ask(d, q, words.For(words.English))
				if err != nil {
					b.Fatal(err)
				}
				pixelsOf(b, asked.Spec)
			}
		})
	}
}

// BenchmarkOffers draws every chart of the package that ships in every form that is offered for it.
func BenchmarkOffers(b *testing.B) {
	tr := words.For(words.Spanish)
	for _, ds := range shippedSet(b).Datasets {
		for _, view := range ds.Charts {
			a, err := ds.Ask(dataset.Lens{View: view.Name})
			if err != nil {
				b.Fatal(err)
			}
			for _, o := range Offers(a, tr) {
				if !o.Fits {
					continue
				}
				asked, err := Ask(ds, dataset.Lens{View: view.Name, Form: string(o.Form)}, tr)
				if err != nil {
					b.Fatal(err)
				}
				b.Run(string(o.Form)+"/"+ds.ID+"/"+view.Name, func(b *testing.B) {
					high := 0.0
					for b.Loop() {
						high = pixelsOf(b, asked.Spec)
					}
					b.ReportMetric(high, "px-high")
				})
			}
		}
	}
}

// pixelsOf lays a chart out and draws it as the window does, at 1200x700, or as high as it needs to be, which it returns.
func pixelsOf(b *testing.B, spec Spec) float64 {
	b.Helper()
	d, err := Lay(spec, Frame{W: 1200, H: 700, Palette: look.Light(), Title: true, Notes: true, Pad: 24})
	if err != nil {
		b.Fatal(err)
	}
	d.Draw(render.NewPixels(1200, int(d.H), 1, d.Back))
	return d.H
}
