package chart

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// Whatever the counts: bars touch, begin at zero, run from edge to edge, and rise with what they count.
func TestBinsAreMonotone(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 60 {
		spec := agesSpec(words.English)
		edge := r.Float64()*100 - 50
		for i := range spec.Marks {
			m := &spec.Marks[i]
			m.Low, m.Value, m.Written = edge, float64(r.Intn(1000)), ""
			edge += 4 + r.Float64()*20
			m.High = edge
		}
		d := laid(t, spec, 480+r.Float64()*900, 400, 1+r.Float64())
		checkLabels(t, d)
		for i, a := range d.Hits {
			if i > 0 && math.Abs(a.Reach.X-d.Hits[i-1].Reach.Right()) > 2 {
				t.Fatalf("bars %d and %d do not touch", i-1, i)
			}
			for _, b := range d.Hits {
				if spec.Marks[a.Mark].Value < spec.Marks[b.Mark].Value && a.Box.H > b.Box.H+0.01 {
					t.Fatalf("%g is higher than %g", spec.Marks[a.Mark].Value, spec.Marks[b.Mark].Value)
				}
				if math.Abs(a.Box.Bottom()-b.Box.Bottom()) > 0.01 {
					t.Fatal("bars stand on different ground")
				}
			}
		}
	}
}

// The axis is labelled at the edges of bars, under the line between them, and says what it is of.
func TestEdgesAreLabelled(t *testing.T) {
	d := laid(t, agesSpec(words.Spanish), 620, 400, 1)
	var edges []string
	axis := ""
	for _, l := range labelsOf(d) {
		if l.Role == "axis" {
			axis += l.Text
		}
		for i, h := range d.Hits {
			if l.Role == "tick" && l.At.Y > h.Box.Bottom() && (math.Abs(l.At.X-h.Reach.X) < 1.1 || i == len(d.Hits)-1 && math.Abs(l.At.X-h.Reach.Right()) < 1.1) {
				edges = append(edges, l.Text)
			}
		}
	}
	if want := []string{"0", "5", "10", "15", "20", "25", "30"}; !slices.Equal(edges, want) || axis != "Por cada 100,000 personas" {
		t.Errorf("edges %v of %q", edges, axis)
	}
	narrow := laid(t, agesSpec(words.Spanish), 200, 400, 2)
	checkLabels(t, narrow)
}

func TestHistogramInSentences(t *testing.T) {
	for lang, want := range map[words.Lang][]string{
		words.English: {"54 figures, in 6 bars from 0 to 30.", "from 5 to 10, with 29.", "1 bar is empty."},
		words.Spanish: {"54 cifras, en 6 barras, de 0 a 30.", "de 5 a 10, con 29.", "1 barra está vacía."},
	} {
		text := Describe(agesSpec(lang))
		for _, s := range want {
			if !strings.Contains(text, s) {
				t.Errorf("%q is not in %q", s, text)
			}
		}
	}
}
