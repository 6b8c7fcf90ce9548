package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
)

// route is a band with its figure.
type route struct {
	from, to string
	value    float64
}

// routesSpec has a band for each route.
func routesSpec(lang words.Lang, routes ...route) Spec {
	spec := Spec{Form: Flow, Tr: words.For(lang), Title: "From state to state", Source: "ATF", Unit: "firearms", Columns: []string{"Bought in", "Recovered in"}}
	for i, r := range routes {
		spec.Marks = append(spec.Marks, Mark{
			ID: fmt.Sprint("R", i), Label: r.from, Rival: r.to, Value: r.value, Low: math.NaN(), High: math.NaN(), X: math.NaN(), XTo: math.NaN(), Spoken: "so many",
		})
	}
	return spec
}

// shippedRoutes are those of the package.
func shippedRoutes() []route {
	return []route{
		{"Arizona", "Sonora", 1618}, {"Texas", "Tamaulipas", 1191}, {"Texas", "Nuevo León", 1158}, {"Texas", "Guanajuato", 831}, {"Texas", "Chihuahua", 823},
	}
}

// manyRoutes is a crowd of routes, most of them thin, between few states.
func manyRoutes(count int) []route {
	from := []string{"Texas", "Arizona", "California", "New Mexico", "Florida", "Nevada"}
	to := []string{"Tamaulipas", "Nuevo León", "Sonora", "Guanajuato", "Chihuahua", "Ciudad de México", "Veracruz de Ignacio de la Llave", "Michoacán"}
	var out []route
	for i := range count {
		out = append(out, route{from[(i*i+i/3)%len(from)], to[(i*5+i/4)%len(to)], math.Ceil(3000 / float64(i*i+1))})
	}
	return out
}

// thicknessOf is how broad the band of a mark is in its middle.
func thicknessOf(d Drawing, mark int) float64 {
	outline := d.outlines[mark]
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, p := range outline {
		if p.X == outline[0].X {
			top, bottom = min(top, p.Y), max(bottom, p.Y)
		}
	}
	return bottom - top
}

// Bands are as broad as their figures, and none is thinner than a pixel.
func TestBandsAreAsBroadAsTheirFigures(t *testing.T) {
	for name, routes := range map[string][]route{
		"shipped": shippedRoutes(), "one": {{"Texas", "Sonora", 5}}, "equal": {{"A", "X", 7}, {"B", "X", 7}, {"B", "Y", 7}},
		"crowd": manyRoutes(40), "same name": {{"Sonora", "Sonora", 9}, {"Sonora", "Texas", 4}, {"Texas", "Sonora", 2}}, "twice": {{"A", "X", 3}, {"A", "X", 6}},
		"huge": {{"A", "X", 4e14}, {"A", "Y", 8e14}, {"B", "X", 1}},
	} {
		for _, w := range []float64{480, 900, 1400} {
			for _, text := range []float64{1, 2} {
				spec := routesSpec(words.English, routes...)
				d := laid(t, spec, w, 420, text)
				checkLabels(t, d)
				checkDrawing(t, spec, d)
				checkRead(t, spec, d)
				checkReached(t, d)
				per := 0.0
				for i, r := range routes {
					per = max(per, thicknessOf(d, i)/r.value)
					if thicknessOf(d, i) < 0.99 {
						t.Errorf("%s at %g: band %d is %g broad", name, w, i, thicknessOf(d, i))
					}
				}
				for i, r := range routes {
					for j, s := range routes {
						a, b := thicknessOf(d, i), thicknessOf(d, j)
						if a > 1.01 && b > 1.01 && math.Abs(a/r.value-b/s.value) > 1e-6*(a/r.value) {
							t.Fatalf("%s at %g: %g is %g broad, %g is %g", name, w, r.value, a, s.value, b)
						}
					}
				}
			}
		}
	}
}

// Places at the left stand by size, and the bands of the package do not cross.
func TestPlacesStandBySizeAndBandsCrossLittle(t *testing.T) {
	p := newFlow(newCanvas(words.For(words.English), framed(Frame{W: 700, Palette: look.Light()})), routesSpec(words.English, shippedRoutes()...), 0, 700)
	var names [2][]string
	for side := range p.nodes {
		for _, n := range p.nodes[side] {
			names[side] = append(names[side], n.name+" "+n.sum)
		}
	}
	want := [2][]string{{"Texas 4,003", "Arizona 1,618"}, {"Tamaulipas 1,191", "Nuevo León 1,158", "Guanajuato 831", "Chihuahua 823", "Sonora 1,618"}}
	if !slices.Equal(names[0], want[0]) || !slices.Equal(names[1], want[1]) {
		t.Errorf("places are %q", names)
	}
	p.unit = p.per(300)
	p.place(Rect{0, 0, 700, 400})
	for _, a := range p.bands {
		for _, b := range p.bands {
			if (a.tops[0]-b.tops[0])*(a.tops[1]-b.tops[1]) < 0 {
				t.Errorf("bands of marks %d and %d cross", a.mark, b.mark)
			}
		}
	}
}

// A figure that has no breadth has a line and is read; words and what is below zero are no part of a breadth.
func TestFiguresWithoutBreadthAreDrawnAsLines(t *testing.T) {
	spec := routesSpec(words.English, route{"A", "X", 10}, route{"A", "Y", 0}, route{"B", "X", -4}, route{"B", "Z", math.NaN()}, route{"C", "X", math.NaN()})
	spec.Marks[3].Written = "some"
	d := laid(t, spec, 700, 400, 1)
	var marks []int
	for _, h := range d.Hits {
		marks = append(marks, h.Mark)
	}
	if slices.Sort(marks); !slices.Equal(marks, []int{0, 1, 2, 3}) {
		t.Errorf("read are %v", marks)
	}
	dashed := 0
	for _, s := range d.Shapes {
		if l, ok := s.(Line); ok && len(l.Stroke.Dash) > 0 {
			dashed++
		}
	}
	if said := saidBy(d); dashed != 3 || !strings.Contains(said, "some") || !strings.Contains(said, "1 figure has no room") || strings.Contains(said, "NaN") {
		t.Errorf("%d lines; said is %q", dashed, said)
	}
	for _, values := range [][]float64{{0, 0}, {-1, -2}} {
		spec := routesSpec(words.Spanish, route{"A", "X", values[0]}, route{"B", "X", values[1]})
		checkRead(t, spec, laid(t, spec, 500, 300, 1))
	}
}

func saidBy(d Drawing) string {
	var said []string
	for _, l := range labelsOf(d) {
		said = append(said, l.Text)
	}
	return strings.Join(said, " | ")
}

// What is left out is counted, and the sum of all is said, marked where a part of it is computed.
func TestAFlowSaysItsSumAndWhatItLeavesOut(t *testing.T) {
	spec := routesSpec(words.English, shippedRoutes()...)
	if said := saidBy(laid(t, spec, 700, 500, 1)); !strings.Contains(said, "Together: 5,621 firearms") || strings.Contains(said, "no room") {
		t.Error(said)
	}
	spec.Marks[1].Status = Derived
	if said := saidBy(laid(t, spec, 700, 500, 1)); !strings.Contains(said, "Together: ≈5,621 firearms") || !strings.Contains(said, "≈4,003") {
		t.Error(said)
	}
	spec = routesSpec(words.Spanish, manyRoutes(40)...)
	d := laid(t, spec, 700, 500, 1)
	if said := saidBy(d); !strings.Contains(said, "cifras no caben en sus bandas; están en la tabla.") {
		t.Error(said)
	}
}

// Letters of caveats stand once with their figure: in the band, or at the sum where the band is too thin for them.
func TestLettersOfThinBandsStandAtTheirSums(t *testing.T) {
	spec := routesSpec(words.English, route{"A", "X", 900}, route{"A", "Y", 1}, route{"B", "X", 500})
	spec.Marks[0].Letters, spec.Marks[1].Letters, spec.Marks[2].Letters = "a", "b", "a,b"
	spec.Notes = []Note{{"a", "First."}, {"b", "Second."}}
	for _, w := range []float64{480, 1400} {
		d := laid(t, spec, w, 400, 1)
		checkLabels(t, d)
		checkLetters(t, spec, d)
	}
}

// A hatch keeps to its band, and the outline of what is computed is dashed.
func TestAHatchKeepsToItsBand(t *testing.T) {
	spec := routesSpec(words.English, route{"A", "Y", 90}, route{"B", "X", 300}, route{"A", "X", 200})
	spec.Marks[0].Status, spec.Marks[1].Status = Partial, Derived
	d := laid(t, spec, 600, 420, 1)
	in := func(p Point) bool {
		for _, to := range []Point{{0, 0}, {0, 2}, {0, -2}, {2, 0}, {-2, 0}} { // straight pieces of a curve
			if inPolygon(d.outlines[0], Point{p.X + to.X, p.Y + to.Y}) {
				return true
			}
		}
		return false
	}
	hatches, dashes, bottom := 0, 0, 0.0
	for _, h := range d.Hits {
		bottom = max(bottom, h.Reach.Bottom())
	}
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case Line:
			for _, p := range s.Points {
				if p.Y > bottom {
					continue // in the legend
				}
				if hatches++; !in(p) {
					t.Errorf("%v is not in the band", p)
				}
			}
		case Area:
			dashes += len(s.Stroke.Dash)
		}
	}
	if hatches < 50 || dashes == 0 {
		t.Errorf("%d points of hatches, %d dashes", hatches, dashes)
	}
}

// The pointer reads the band that it is on, also where another's box is larger; where two cross, the thinner.
func TestThePointerReadsTheBandUnderIt(t *testing.T) {
	spec := routesSpec(words.English, route{"A", "X", 900}, route{"A", "Y", 300}, route{"B", "X", 80}, route{"B", "Y", 700})
	d := laid(t, spec, 800, 500, 1)
	for mark, outline := range d.outlines {
		for _, i := range []int{1, len(outline)/2 - 2} {
			top, end := outline[i], outline[len(outline)-1-i]
			at := Point{top.X, (top.Y + end.Y) / 2}
			if h, ok := d.At(at); !ok || d.Hits[h].Mark != mark {
				t.Errorf("at %v reads %v of %v, want mark %d", at, h, ok, mark)
			}
		}
	}
	middle := d.outlines[2]
	i := len(middle) / 4
	at := Point{middle[i].X, (middle[i].Y + middle[len(middle)-1-i].Y) / 2}
	if h, ok := d.At(at); !ok || d.Hits[h].Mark != 2 {
		t.Errorf("where bands cross the pointer reads hit %d", h)
	}
}

// Left and right go from band to band of a place, also where the middles of two bands are one.
func TestKeysGoAlongThePlaceThatBandsComeFrom(t *testing.T) {
	spec := routesSpec(words.English, route{"A", "X", 10}, route{"A", "Y", 10}, route{"B", "X", 10}, route{"B", "Y", 10})
	d := laid(t, spec, 700, 400, 1)
	checkReached(t, d)
	if d.Neighbour(0, 1, 0) != 1 || d.Neighbour(1, 1, 0) != 1 || d.Neighbour(2, 1, 0) != 3 || d.Neighbour(3, -1, 0) != 2 {
		t.Error("keys leave the place")
	}
}

// A flow is told by the places that bands come from; of many, the broadest.
func TestAltOfAFlow(t *testing.T) {
	for lang, want := range map[words.Lang]string{
		words.English: "From Texas 4,003: to Tamaulipas 1,191; to Nuevo León 1,158; to Guanajuato 831; to Chihuahua 823. From Arizona: to Sonora 1,618.",
		words.Spanish: "De Texas 4,003: a Tamaulipas 1,191; a Nuevo León 1,158; a Guanajuato 831; a Chihuahua 823. De Arizona: a Sonora 1,618.",
	} {
		ds := shippedSet(t).Dataset("trafficking_routes")
		spec := build(t, ds, ds.Charts[slices.IndexFunc(ds.Charts, func(v dataset.View) bool { return v.Form == string(Flow) })], lang)
		if !strings.Contains(spec.Alt, want) {
			t.Error(spec.Alt)
		}
		if spec.Marks[0].Rival != "Sonora" || !strings.HasPrefix(spec.Marks[0].Spoken, "Arizona – Sonora") || len(spec.Columns) != 2 || spec.Columns[1] == "" {
			t.Errorf("%+v, over the sides %q", spec.Marks[0], spec.Columns)
		}
	}
	spec := routesSpec(words.English, manyRoutes(60)...)
	for i := range spec.Marks {
		spec.Marks[i].Written = spec.Tr.Auto(spec.Marks[i].Value)
	}
	if text := alt(spec, ""); !strings.Contains(text, "And 52 more.") || !strings.Contains(text, "Texas – Tamaulipas: 3,000") {
		t.Error(text)
	}
}

// A card names both ends of a band.
func TestSmallFlow(t *testing.T) {
	d := small(t, routesSpec(words.Spanish, shippedRoutes()...), 320, 92, 1)
	if said := saidBy(d); !strings.Contains(said, "Arizona – Sonora") || !strings.Contains(said, "1,618") {
		t.Error(said)
	}
}
