package chart

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"doublefix/app/words"
)

// placesSpec is bars of one whole in so many parts, and columns that are no years.
func placesSpec(form Form, parts int) Spec {
	spec := Spec{
		Form: form, Tr: words.For(words.English), Title: "Who put what where", Source: "x", Whole: true, Places: true, Columns: []string{"Round one", "Round two"},
	}
	for i := range parts {
		spec.Series = append(spec.Series, Series{ID: fmt.Sprint(i), Title: fmt.Sprint("Part ", i)})
		for row := range 2 {
			m := barMark(fmt.Sprint("Row ", row), float64(row+1), float64(i+4+row))
			m.ID, m.Series = fmt.Sprint(row, "-", i), i
			spec.Marks = append(spec.Marks, m)
		}
	}
	return spec
}

// Bars of one whole have a legend and no sums, and no two parts have one colour, however many there are.
func TestBarsOfOneWhole(t *testing.T) {
	for _, parts := range []int{2, 4, 10} {
		spec := placesSpec(Stacked, parts)
		d := laid(t, spec, 900, 300, 1)
		checkLabels(t, d)
		sum := 0.0
		for i := range parts {
			sum += float64(i + 4)
			if !saidIn(d, fmt.Sprint("Part ", i)) {
				t.Errorf("part %d of %d is not in the legend", i, parts)
			}
		}
		if saidIn(d, spec.Tr.Auto(sum)) {
			t.Errorf("the sum %g is written", sum)
		}
		fills := map[color.NRGBA]bool{}
		for _, h := range d.Hits {
			for _, s := range d.Shapes {
				if a, ok := s.(Area); ok && a.Fill.A > 0 && a.Points[0] == (Point{h.Box.X, h.Box.Y}) {
					fills[a.Fill] = true
				}
			}
		}
		if len(fills) != parts {
			t.Errorf("%d colours for %d parts", len(fills), parts)
		}
	}
}

// Columns have the names that they are given, and where values are places the least is at the top, also in a card.
func TestSlopeOfPlaces(t *testing.T) {
	spec := placesSpec(Slope, 3)
	for name, d := range map[string]Drawing{"whole": laid(t, spec, 500, 300, 1), "card": small(t, spec, 240, 92, 1)} {
		checkLabels(t, d)
		if !saidIn(d, "Round one") || !saidIn(d, "Round two") {
			t.Errorf("%s: columns are not named", name)
		}
		top, bottom := math.Inf(1), math.Inf(-1)
		for _, s := range d.Shapes {
			if l, ok := s.(Line); ok && len(l.Points) == 2 && l.Points[0].X != l.Points[1].X && l.Points[0].Y != l.Points[1].Y {
				if l.Points[0].Y > l.Points[1].Y {
					t.Errorf("%s: places that grow rise", name)
				}
				top, bottom = min(top, l.Points[0].Y), max(bottom, l.Points[0].Y)
			}
		}
		if bottom-top < 20 {
			t.Errorf("%s: lines begin between %g and %g", name, top, bottom)
		}
	}
}
