package chart

import (
	"math"
	"math/rand"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

func panelsOf(spec Spec, w, k float64) *panels {
	return newPanels(newCanvas(spec.Tr, Frame{W: w, H: 500, Palette: look.Light(), Text: k}), spec, w)
}

// The grid follows the width and the text: one to four columns, in rows as full as can be.
func TestPanelsFollowTheWidth(t *testing.T) {
	for _, c := range []struct {
		series int
		w, k   float64
		want   int
	}{
		{3, 300, 1, 1}, {3, 600, 1, 2}, {3, 1000, 1, 3}, {5, 1000, 1, 3}, {9, 1400, 1, 3}, {8, 1400, 1, 4}, {3, 620, 2, 1}, {12, 1400, 2, 3}, {1, 1400, 1, 1},
	} {
		spec := Spec{Form: SmallMultiples, Tr: words.For(words.English), Source: "x"}
		for s := range c.series {
			spec.Series = append(spec.Series, Series{ID: string(rune('a' + s))})
			spec.Marks = append(spec.Marks, lineMark(s, 2020, 1), lineMark(s, 2021, 2))
		}
		if got := panelsOf(spec, c.w, c.k).columns; got != c.want {
			t.Errorf("%d panels at %g with text %g stand in %d columns, want %d", c.series, c.w, c.k, got, c.want)
		}
	}
}

// Panels that count the same share the axis of values; others have their own, and say their unit.
func TestPanelsShareAScaleWhereTheyCan(t *testing.T) {
	same, unlike := panelsSpec(words.English, false), panelsSpec(words.English, true)
	heights := func(spec Spec) map[int][]float64 { // of the highest point of each panel, as a share of its plot
		d := laid(t, spec, 1200, 500, 1)
		out := map[int][]float64{}
		for _, h := range d.Hits {
			m := spec.Marks[h.Mark]
			out[m.Series] = append(out[m.Series], (h.Reach.Bottom()-h.Box.Center().Y)/m.Value)
		}
		return out
	}
	for series, perUnit := range heights(same) {
		for _, v := range perUnit {
			if first := heights(same)[0][0]; math.Abs(v-first) > 0.02*first {
				t.Fatalf("series %d stands %g high a firearm, not %g", series, v, first)
			}
		}
	}
	p := panelsOf(unlike, 1200, 1)
	if p.shared || !panelsOf(same, 1200, 1).shared {
		t.Error("panels with different units share a scale, or those with one do not")
	}
	text := ""
	for _, l := range labelsOf(laid(t, unlike, 1200, 500, 1)) {
		text += l.Text + "|"
	}
	for _, want := range []string{"firearms", "percent of requests", "86%", "32,111"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
}

// Whatever the figures: all panels have the same years at the same places, and higher figures stand higher.
func TestPanelsAreMonotone(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for n := range 40 {
		spec := panelsSpec(words.English, n%2 == 0)
		for i := range spec.Marks {
			spec.Marks[i].Value = math.Round((r.Float64() - 0.2) * math.Pow10(r.Intn(7)))
		}
		d := laid(t, spec, 480+r.Float64()*900, 400, 1+r.Float64())
		for _, a := range d.Hits {
			for _, b := range d.Hits {
				ma, mb := spec.Marks[a.Mark], spec.Marks[b.Mark]
				if ma.Series != mb.Series {
					continue
				}
				if ma.X < mb.X && a.Box.Center().X >= b.Box.Center().X || ma.Value < mb.Value && a.Box.Center().Y < b.Box.Center().Y-0.01 {
					t.Fatalf("%g of %g and %g of %g are the wrong way round", ma.Value, ma.X, mb.Value, mb.X)
				}
			}
		}
	}
}

// The first, the last and the highest figure of every panel are written; a gap stays one.
func TestPanelsTellTheirEnds(t *testing.T) {
	for _, w := range []float64{620, 1000, 1400} {
		spec := panelsSpec(words.Spanish, false)
		text := "|"
		for _, l := range labelsOf(laid(t, spec, w, 600, 1)) {
			text += l.Text + "|"
		}
		for _, figure := range []string{"17,352", "32,111", "25,884", "11,842", "21,035", "18,249", "16,133", "25,767"} {
			if !strings.Contains(text, "|"+figure+"|") {
				t.Errorf("%s is not written at %g: %s", figure, w, text)
			}
		}
		if !strings.Contains(text, "sin cifra") {
			t.Errorf("the long gap is not named at %g", w)
		}
	}
}
