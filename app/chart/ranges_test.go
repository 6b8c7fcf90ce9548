package chart

import (
	"math"
	"slices"
	"testing"

	"doublefix/app/words"
)

func TestSpanOf(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		low, value, high float64
		want             markSpan
	}{
		"range with a middle": {1, 2, 3, markSpan{1, 2, 3, false, false}},
		"range":               {1, nan, 3, markSpan{1, nan, 3, false, false}},
		"turned round":        {3, nan, 1, markSpan{1, nan, 3, false, false}},
		"point":               {nan, 2, nan, markSpan{nan, 2, nan, false, false}},
		"equal ends":          {2, nan, 2, markSpan{2, 2, 2, false, false}},
		"value is an end":     {1, 1, 3, markSpan{1, nan, 3, false, false}},
		"more than":           {2, 2, nan, markSpan{2, 2, nan, false, true}},
		"up to":               {nan, nan, 2, markSpan{nan, nan, 2, true, false}},
		"absurd":              {1e300, math.Inf(1), nan, markSpan{nan, nan, nan, false, false}},
	} {
		got := spanOf(Mark{Low: c.low, Value: c.value, High: c.high})
		same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
		if !same(got.lo, c.want.lo) || !same(got.mid, c.want.mid) || !same(got.hi, c.want.hi) || got.openLow != c.want.openLow || got.openHigh != c.want.openHigh {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// On a logarithmic axis the same factor is the same distance, wherever it is.
func TestRangesStandOnATrueLogAxis(t *testing.T) {
	spec := rangesSpec(words.English)
	d := laid(t, spec, 1000, 600, 1)
	place := map[string]float64{}
	for _, l := range labelsOf(d) {
		if l.Role == "tick" {
			place[l.Text] = l.At.X
		}
	}
	for _, pair := range [][4]string{{"20,000", "200,000", "50,000", "500,000"}, {"50,000", "100,000", "500,000", "1,000,000"}} {
		a, b := place[pair[1]]-place[pair[0]], place[pair[3]]-place[pair[2]]
		if a <= 0 || math.Abs(a-b) > 0.01 {
			t.Errorf("%v: %g and %g", pair, a, b)
		}
	}
	i := slices.IndexFunc(spec.Marks, func(m Mark) bool { return m.ID == "E03" })
	for _, h := range d.Hits {
		if h.Mark == i && math.Abs(h.Anchor.X-place["200,000"]) > 0.01 {
			t.Errorf("200,000 stands at %g, its label at %g", h.Anchor.X, place["200,000"])
		}
	}
}

func TestEveryRangeIsWrittenWhole(t *testing.T) {
	for _, lang := range words.Langs() {
		spec := rangesSpec(lang)
		for _, w := range []float64{700, 860, 1400} {
			d := laid(t, spec, w, 500, 1)
			for _, m := range spec.Marks {
				want := markFigure(spec, m)
				if !slices.ContainsFunc(labelsOf(d), func(l Label) bool { return l.Text == want }) {
					t.Errorf("%s at %g: no figure %q of %s", lang, w, want, m.ID)
				}
			}
			if len(d.Hits) != len(spec.Marks) {
				t.Errorf("%d of %d rows can be read", len(d.Hits), len(spec.Marks))
			}
		}
	}
}

func TestKeysExplainOnlyWhatIsDrawn(t *testing.T) {
	for name, c := range map[string]struct {
		spec Spec
		want []string
	}{
		"all ranges": {rangesSpec(words.English), []string{
			"chart.ranges.point", "chart.ranges.range", "chart.ranges.derived", "chart.ranges.open", "chart.ranges.words", "chart.ranges.log",
		}},
		"points": {changed(rangesSpec, func(s *Spec) { s.Marks, s.Log = s.Marks[4:6], false })(words.English), []string{"chart.ranges.point"}},
		"claims": {claimsSpec(words.Spanish), []string{
			"chart.claims.administrative", "chart.claims.statement", "chart.claims.party", "chart.claims.range", "chart.claims.doubtful",
		}},
		"two lines":   {homicidesSpec(words.English), []string{"chart.key.provisional"}},
		"short gaps":  {tracesSpec(words.English), []string{"chart.key.derived", "chart.lines.gap"}},
		"with ranges": {bandsSpec(words.English), []string{"chart.lines.gap", "chart.lines.band"}},
	} {
		f, _ := formOf(c.spec.Form)
		var got, want []string
		for _, k := range f.keys(newCanvas(c.spec.Tr, framed(Frame{W: 800})), c.spec) {
			got = append(got, k.text)
		}
		for _, key := range c.want {
			want = append(want, c.spec.Tr.T(key))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
