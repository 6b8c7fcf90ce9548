package chart

import (
	"slices"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// foreignTable loads one table that nobody has described.
func foreignTable(t *testing.T, csv string) *dataset.Dataset {
	t.Helper()
	p, _, err := datapackage.Open(fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"resources":[{"name":"t","path":"t.csv"}]}`)}, "t.csv": {Data: []byte(csv)},
	})
	if err != nil {
		t.Fatal(err)
	}
	set, _ := dataset.Load(p)
	return set.Datasets[0]
}

// A figure is written so that its label does not deny its bar, however small or large it is, and what has no bar says so.
func TestFiguresOfAnySizeAreSaid(t *testing.T) {
	for _, c := range []struct {
		csv    string
		longer []string // the figures by their bars, the longest first
		none   string   // that of the row without a bar
	}{
		{"name,value\na,1e-13\nb,5e-14\nc,0\n", []string{"1\u00a0×\u00a010⁻¹³", "5\u00a0×\u00a010⁻¹⁴", "0"}, ""},
		{"name,value\na,0.004\nb,0.0012\nc,0\n", []string{"0.004", "0.0012", "0"}, ""},
		{"name,value\na,12\nb,1e300\nc,7\n", []string{"12", "7"}, "1\u00a0×\u00a010³⁰⁰, too large to draw"},
		{"name,value\na,999999999999999\nb,1\n", []string{"999,999,999,999,999", "1"}, ""},
	} {
		ds := foreignTable(t, c.csv)
		for _, form := range []Form{BarsHorizontal, Bars} {
			view := ds.Charts[0]
			view.Form = string(form)
			spec, _, err := Build(ds, view, words.For(words.English))
			if err != nil {
				t.Fatal(err)
			}
			d := laid(t, spec, 900, 500, 1)
			size := map[string]float64{}
			for _, h := range d.Hits {
				size[figureText(spec, spec.Marks[h.Mark])] = max(h.Box.W, 0)
				if form == Bars {
					size[figureText(spec, spec.Marks[h.Mark])] = h.Box.H
				}
			}
			texts := textsIn(d)
			for i, text := range c.longer {
				if !slices.Contains(texts, text) {
					t.Errorf("%s of %q does not write %q: %q", form, c.csv, text, texts)
				}
				if i > 0 && size[text] >= size[c.longer[i-1]] {
					t.Errorf("%s: the bar of %s is no shorter than that of %s", form, text, c.longer[i-1])
				}
			}
			if c.none != "" && !slices.Contains(texts, c.none) {
				t.Errorf("%s of %q does not say %q: %q", form, c.csv, c.none, texts)
			}
		}
	}
}

func textsIn(d Drawing) []string {
	var out []string
	for _, l := range labelsOf(d) {
		out = append(out, l.Text)
	}
	return out
}
