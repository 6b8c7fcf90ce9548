package chart

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// manySources is a chart with so many sources of its figures.
func manySources(lang words.Lang, count int) Spec {
	spec := scatterSpec(lang, [2]float64{1, 2}, [2]float64{3, 4})
	var cited []string
	for i := range count {
		cited = append(cited, "Newspaper "+string(rune('A'+i))+", January 2024")
	}
	spec.Source = strings.Join(cited, "; ")
	spec.Alt = "A scatter."
	return spec
}

// Sources that would fill more than two lines are counted, and the files of the chart name all of them; on paper all are printed.
func TestManySourcesAreCountedAndNamedInTheFile(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, count := range []int{1, 3, 4, 12, 26} {
			for _, w := range []float64{400, 620, 1200} {
				spec := manySources(lang, count)
				frame := Alone(w, 400)
				d, err := Lay(spec, frame)
				if err != nil {
					t.Fatal(err)
				}
				drawn, lines := sourceOf(d)
				named := strings.Count(drawn, "Newspaper")
				if more := spec.Tr.N("chart.source.more", count-named, words.Args{"Source": ""}); named < count && !strings.HasSuffix(drawn, strings.SplitN(more, ";", 2)[1]) {
					t.Errorf("%s: of %d sources %d are named, and it says %q", lang, count, named, drawn)
				}
				if lines > mostSourceLines {
					t.Errorf("%s: %d sources take %d lines at %g", lang, count, lines, w)
				}
				frame.Cited = true
				if d, err = Lay(spec, frame); err != nil {
					t.Fatal(err)
				}
				if drawn, _ := sourceOf(d); strings.Count(drawn, "Newspaper") != count {
					t.Errorf("%s: on paper %q", lang, drawn)
				}
				var file bytes.Buffer
				if err := WriteSVG(&file, spec, d); err != nil || strings.Count(described(spec), "Newspaper") != count || !strings.Contains(file.String(), described(spec)) {
					t.Errorf("%s: the file says %q (%v)", lang, described(spec), err)
				}
			}
		}
	}
}

// sourceOf is the source line of a drawing, and how many lines it takes.
func sourceOf(d Drawing) (text string, lines int) {
	for _, l := range labelsOf(d) {
		if l.Role == "source" {
			text, lines = strings.TrimSpace(text+" "+l.Text), lines+1
		}
	}
	return text, lines
}

// Whole numbers have whole ticks.
func TestNobodyCountsHalfAGun(t *testing.T) {
	for most := 1.0; most < 60; most++ {
		for count := 1; count <= 8; count++ {
			if s := newLinear([]float64{0, most}, true, count, 300, 0); s.step != math.Trunc(s.step) {
				t.Errorf("0 to %g in %d: steps of %g", most, count, s.step)
			}
		}
	}
	if s := newLinear([]float64{0, 9.5}, true, 4, 300, 0); s.step != 2.5 {
		t.Errorf("other numbers have steps of %g", s.step)
	}
}

// No point sits on the edge of its plot, but at zero and at a hundred percent.
func TestPointsStandOffTheEdges(t *testing.T) {
	for _, c := range []struct {
		at      [][2]float64
		percent bool
	}{
		{[][2]float64{{20, 10000}, {45, 30000}, {30, 20000}}, false},
		{[][2]float64{{-5, 67}, {5, 70}, {0, 68}}, true},
		{[][2]float64{{0, 0}, {5, 100}, {0, 50}}, true},
	} {
		spec := scatterSpec(words.English, c.at...)
		spec.Percent = c.percent
		p := newScatter(newCanvas(spec.Tr, framed(Frame{W: 800, H: 500})), spec, Rect{0, 0, 800, 500})
		for i, at := range c.at {
			place := p.at(spec.Marks[i])
			if off := min(place.X-p.field.X, p.field.Right()-place.X); off < scatterDot && at[0] != 0 {
				t.Errorf("%v stands %g off the left or right edge", at, off)
			}
			if off := min(place.Y-p.field.Y, p.field.Bottom()-place.Y); off < scatterDot && at[1] != 0 && (at[1] != 100 || !c.percent) {
				t.Errorf("%v stands %g off the upper or lower edge", at, off)
			}
		}
	}
}

// Lines are broken where texts stand: what is left covers no hole, and with the holes the whole line.
func TestBrokenLines(t *testing.T) {
	for _, c := range []struct {
		holes, want []span
	}{
		{nil, []span{{0, 100}}},
		{[]span{{40, 20}}, []span{{0, 40}, {60, 40}}},
		{[]span{{60, 10}, {20, 30}, {30, 5}}, []span{{0, 20}, {50, 10}, {70, 30}}},
		{[]span{{-10, 30}, {90, 40}}, []span{{20, 70}}},
		{[]span{{-10, 200}}, nil},
		{[]span{{140, 20}}, []span{{0, 100}}},
	} {
		if got := broken(0, 100, c.holes); !slices.Equal(got, c.want) {
			t.Errorf("%v leave %v, want %v", c.holes, got, c.want)
		}
	}
}

// No line of the grid runs through a figure of a table.
func TestGridsOfTablesLeaveFiguresFree(t *testing.T) {
	for _, spec := range []Spec{claimsSpec(words.English), rangesSpec(words.Spanish)} {
		d := laid(t, spec, 620, 500, 1)
		for _, s := range d.Shapes {
			l, ok := s.(Line)
			if !ok || len(l.Points) != 2 || l.Points[0].X != l.Points[1].X || l.Stroke.Width > 1.5 || l.Points[1].Y-l.Points[0].Y < capHeight+1 {
				continue
			}
			for _, text := range labelsOf(d) {
				if text.Role == "value" && cuts(text.Box(), l.Points[0], l.Points[1]) {
					t.Errorf("a line at %g runs through %q", l.Points[0].X, text.Text)
				}
			}
		}
	}
}

// Names and figures of lines keep clear of each other: nearer, two read as one.
func TestTextsOfLinesStandApart(t *testing.T) {
	for name, of := range shippedSpecs(t) {
		if of.Form != Lines && of.Form != SmallMultiples {
			continue
		}
		for _, w := range []float64{590, 700, 960} {
			d := laid(t, of, w, 0.65*w, 1)
			labels := labelsOf(d)
			for i, a := range labels {
				for _, b := range labels[:i] {
					if a.Role != "value" || b.Role != "value" {
						continue
					}
					x, y := a.Box(), b.Box()
					if beside := max(y.X-x.Right(), x.X-y.Right()); beside >= 0 && beside < 5.9 && x.Y < y.Bottom() && y.Y < x.Bottom() {
						t.Errorf("%s at %g: %.1f between %q and %q", name, w, beside, b.Text, a.Text)
					}
				}
			}
		}
	}
}
