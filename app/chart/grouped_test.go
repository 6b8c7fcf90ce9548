package chart

import (
	"math"
	"math/rand"
	"slices"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

// seriesSpecs are specs of the forms with several series, and of the histogram.
func seriesSpecs() map[string]func(words.Lang) Spec {
	panels := func(unlike bool) func(words.Lang) Spec {
		return func(lang words.Lang) Spec { return panelsSpec(lang, unlike) }
	}
	return map[string]func(words.Lang) Spec{
		"countries": countriesSpec, "sellers": sellersSpec, "bins": agesSpec, "panels": panels(false), "unlike panels": panels(true),
	}
}

// checkSeries fails the test where a mark of several series has no text, is out of reach of the keys, or has its figure at another.
func checkSeries(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	spec.Alt = alt(spec, "")
	checkReached(t, d)
	checkTexts(t, spec)
	checkOver(t, spec, d)
}

// checkOver fails the test where a figure stands on the column, or the row, of a mark that has another.
func checkOver(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	for _, l := range labelsOf(d) {
		at := l.Box().Center()
		if l.Role != "value" || led(d, l.Box()) {
			continue
		}
		if !slices.ContainsFunc(d.Hits, func(h Hit) bool {
			return h.Reach.Grow(0.6*l.Box().W).Contains(at) && figureText(spec, spec.Marks[h.Mark]) == l.Text
		}) {
			t.Errorf("%q is not at its mark", l.Text)
		}
	}
}

// Whatever the figures: bars begin at zero, rise with what they count, and the series of a cluster stand in their order.
func TestGroupedBarsAreMonotone(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for n := range 60 {
		spec := []Spec{countriesSpec(words.English), sellersSpec(words.English)}[n%2]
		for i := range spec.Marks {
			spec.Marks[i].Value = math.Round((r.Float64() - 0.2) * math.Pow10(r.Intn(7)))
		}
		d := laid(t, spec, 520+r.Float64()*800, 400, 1+r.Float64())
		lying := d.Hits[0].Track != d.Hits[1].Track
		size := func(h Hit) float64 {
			if lying {
				return h.Box.W
			}
			return h.Box.H
		}
		for _, a := range d.Hits {
			for _, b := range d.Hits {
				ma, mb := spec.Marks[a.Mark], spec.Marks[b.Mark]
				if math.Abs(ma.Value) < math.Abs(mb.Value) && size(a) > size(b)+1 {
					t.Fatalf("%g is %g long, %g is %g", ma.Value, size(a), mb.Value, size(b))
				}
				before := a.Box.X + 0.01
				after := b.Box.X
				if lying {
					before, after = a.Box.Y, b.Box.Y
				}
				if ma.Label == mb.Label && ma.Series < mb.Series && before >= after {
					t.Fatalf("series %d of %s stands behind series %d", ma.Series, ma.Label, mb.Series)
				}
			}
		}
	}
}

func TestClusters(t *testing.T) {
	far := countriesSpec(words.English)
	for i := range far.Marks {
		far.Marks[i].X = 1900 + 10*float64(i%6)
	}
	twice := sellersSpec(words.English)
	twice.Marks[1].Series = 0
	for name, c := range map[string]struct {
		spec         Spec
		slots, crowd int
	}{
		"years in a row": {countriesSpec(words.English), 6, 2},
		"far apart":      {far, 6, 2},
		"names":          {sellersSpec(words.English), 4, 3},
		"said twice":     {twice, 4, 3},
		"nothing":        {Spec{}, 0, 1},
	} {
		cl := clustersOf(c.spec)
		if len(cl.slots) != c.slots || cl.crowd != c.crowd {
			t.Errorf("%s: %d clusters of %d", name, len(cl.slots), cl.crowd)
		}
		for i, s := range cl.slots {
			if len(cl.places[i]) != len(s.marks) || !slices.IsSorted(cl.places[i]) {
				t.Errorf("%s: places %v of %v", name, cl.places[i], s.marks)
			}
		}
	}
}

// On a grey page the bars of series differ by their pattern, and no pattern is the hatch of a part of a year.
func TestGroupedSeriesDifferWithoutColour(t *testing.T) {
	spec := Spec{Series: []Series{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}, {ID: "e"}}}
	c := newCanvas(words.For(words.English), Frame{W: 400, H: 300, Palette: look.Light(), Text: 1})
	seen := map[pattern]bool{}
	for i := range spec.Series {
		p := c.groupFill(spec, i).pattern
		if seen[p] {
			t.Errorf("series %d looks like another", i)
		}
		seen[p] = true
	}
	rising := func(draw func(r Rect)) bool {
		at := len(c.Shapes)
		draw(Rect{10, 10, 40, 90})
		return slices.ContainsFunc(c.Shapes[at:], func(s Shape2D) bool {
			l, ok := s.(Line)
			return ok && (l.Points[1].X-l.Points[0].X)*(l.Points[1].Y-l.Points[0].Y) < -1
		})
	}
	for i := range spec.Series {
		f := c.groupFill(spec, i)
		if rising(func(r Rect) { c.groupBar(r, Mark{Status: Final}, f, false) }) {
			t.Errorf("series %d is hatched like a part of a year", i)
		}
		if !rising(func(r Rect) { c.groupBar(r, Mark{Status: Partial}, f, false) }) {
			t.Errorf("a part of a year of series %d has no hatch", i)
		}
	}
}

// Long names turn the bars, and then every one has its figure.
func TestLongNamesTurnClusters(t *testing.T) {
	spec := sellersSpec(words.Spanish)
	d := laid(t, spec, 440, 400, 1)
	figures := 0
	for _, l := range labelsOf(d) {
		figures += boolInt(l.Role == "value")
	}
	if figures != len(spec.Marks) {
		t.Errorf("%d figures on %d bars", figures, len(spec.Marks))
	}
	for i := 1; i < len(d.Hits); i++ {
		if d.Hits[i].Box.Y <= d.Hits[i-1].Box.Y {
			t.Fatal("bars do not stand below each other")
		}
	}
}

// In a crowd of bars a figure wider than its bar hangs over others: without a leader it may not hang nearer to one of them, and a
// leader has no other figure on it.
func TestFiguresOfACrowdAreNotTakenForOthers(t *testing.T) {
	for _, rise := range []float64{1.02, 1.1, 1.5} {
		spec := countriesSpec(words.English)
		spec.Marks = nil
		for year := range 30 {
			for series := range 2 {
				m := lineMark(series, float64(1990+year), 20+float64(year%7))
				spec.Marks = append(spec.Marks, m)
			}
		}
		first, last := len(spec.Marks)-2, len(spec.Marks)-1
		spec.Marks[first].Value, spec.Marks[first].Emphasis = 24.86, true
		spec.Marks[last].Value = 24.86 * rise
		for _, w := range []float64{560, 700, 900} {
			d := laid(t, spec, w, 420, 1)
			for _, l := range labelsOf(d) {
				if l.Role != "value" || led(d, l.Box()) {
					continue
				}
				top := Hit{Box: Rect{Y: math.Inf(1)}}
				for _, h := range d.Hits {
					if mid := h.Box.Center().X; l.Box().X < mid && mid < l.Box().Right() && h.Box.Y < top.Box.Y {
						top = h
					}
				}
				if math.IsInf(top.Box.Y, 1) || figureText(spec, spec.Marks[top.Mark]) != l.Text && !sameHeight(spec, d, l, top) {
					t.Errorf("%g, %g: %s hangs over the bar of %s", rise, w, l.Text, figureText(spec, spec.Marks[top.Mark]))
				}
			}
		}
	}
}

// sameHeight reports whether the bar that a figure tells is as high as another.
func sameHeight(spec Spec, d Drawing, l Label, other Hit) bool {
	return slices.ContainsFunc(d.Hits, func(h Hit) bool {
		return figureText(spec, spec.Marks[h.Mark]) == l.Text && math.Abs(h.Box.Y-other.Box.Y) <= 1 && h.Box.Grow(l.Box().W).Contains(Point{l.Box().Center().X, h.Box.Y})
	})
}
