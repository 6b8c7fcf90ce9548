package chart

import (
	"math"
	"math/rand"
	"slices"
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
	if p := panelsOf(unlike, 1200, 1); slices.Equal(p.values[0], p.values[len(p.values)-1]) {
		t.Error("panels with different units share a scale")
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

// Two of three series count the same: those two share an axis, whatever the third counts.
func TestPanelsOfOneUnitShareTheirScaleBesideAnother(t *testing.T) {
	spec := panelsSpec(words.English, false)
	for i, unit := range []string{"firearms", "firearms", "requests"} {
		spec.Series[i].Unit = unit
	}
	p := panelsOf(spec, 1200, 1)
	if !slices.Equal(p.values[0], p.values[1]) || slices.Equal(p.values[0], p.values[2]) {
		t.Error("panels of firearms have axes of their own, or one with requests")
	}
}

// Shares and counts start at zero; a panel of other figures that does not says so beside its name, in both languages.
func TestPanelsSayWhereZeroIsNotOnTheAxis(t *testing.T) {
	for _, c := range []struct {
		name    string
		values  [2]float64
		percent bool
		says    bool
	}{
		{"rates that hardly differ", [2]float64{9.1, 9.4}, false, true},
		{"rates that differ", [2]float64{5.1, 9.4}, false, false},
		{"counts that hardly differ", [2]float64{910, 940}, false, false},
		{"shares that hardly differ", [2]float64{68.2, 70.5}, true, false},
	} {
		for _, lang := range words.Langs() {
			spec := Spec{Form: SmallMultiples, Tr: words.For(lang), Source: "x", Series: []Series{{Title: "A", Unit: "u", Percent: c.percent}}}
			spec.Marks = []Mark{lineMark(0, 2020, c.values[0]), lineMark(0, 2021, c.values[1])}
			zero, says := false, false
			for _, l := range labelsOf(laid(t, spec, 600, 400, 1)) {
				zero = zero || l.Role == "tick" && strings.Trim(l.Text, "%.0\u00a0") == ""
				says = says || strings.Contains(l.Text, spec.Tr.T("chart.multiples.cut"))
			}
			if says != c.says || zero == says {
				t.Errorf("%s, %s: zero is on the axis: %t, that it is not is said: %t", c.name, lang, zero, says)
			}
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

// The last and the highest figure of every panel are written, and the first where it has room at its point; a gap stays one.
func TestPanelsTellTheirEnds(t *testing.T) {
	for _, w := range []float64{460, 620, 1000, 1400} {
		spec := panelsSpec(words.Spanish, false)
		text, d := "|", laid(t, spec, w, 600, 1)
		for _, l := range labelsOf(d) {
			text += l.Text + "|"
			if l.Role == "value" {
				atItsPoint(t, spec, d, l)
			}
		}
		for _, figure := range []string{"32,111", "25,884", "21,035", "18,249", "16,133", "25,767"} {
			if !strings.Contains(text, "|"+figure+"|") {
				t.Errorf("%s is not written at %g: %s", figure, w, text)
			}
		}
		if !strings.Contains(text, "sin cifra") {
			t.Errorf("the long gap is not named at %g", w)
		}
	}
}

// atItsPoint reports a figure that stands clearly nearer to another point than to its own.
func atItsPoint(t *testing.T, spec Spec, d Drawing, l Label) {
	t.Helper()
	own, other := math.Inf(1), math.Inf(1)
	for _, h := range d.Hits {
		far := distanceTo(l.Box(), h.Box.Center())
		if figureText(spec, spec.Marks[h.Mark]) == l.Text {
			own = min(own, far)
		} else {
			other = min(other, far)
		}
	}
	if other < 0.6*own {
		t.Errorf("%s stands %.0f from its point, and %.0f from another", l.Text, own, other)
	}
}
