package chart

import (
	"strings"
	"testing"
)

// Two numbers side by side read as one, and a number at a bar as its own: figures with their letters keep their distance.
func TestFiguresOfBarsKeepApart(t *testing.T) {
	specs := shippedSpecs(t)
	for _, lang := range []string{"en", "es"} {
		spec := specs["border_seizures/core/"+lang]
		for width := 520.0; width <= 1200; width += 10 {
			d := laid(t, spec, width, width*0.66, 1)
			var set []Label
			for _, l := range labelsOf(d) {
				if l.Role == "value" || l.Role == "letter" {
					set = append(set, l)
				}
			}
			for i, l := range set {
				for _, o := range set[:i] {
					// A figure and its own letters are 2 px apart.
					if l.Role == o.Role && tooNear(l.Box(), o.Box()) {
						t.Errorf("at %g %q and %q are %.1f apart", width, l.Text, o.Text, distance(l.Box(), o.Box()))
					}
				}
				for _, h := range d.Hits {
					m := spec.Marks[h.Mark]
					if l.Role == "value" && !m.Band() && !strings.Contains(figureText(spec, m), l.Text) && tooNear(l.Box(), h.Box) {
						t.Errorf("at %g %q is %.1f from the bar of %s", width, l.Text, distance(l.Box(), h.Box), m.Label)
					}
				}
			}
		}
	}
}

// tooNear reports whether two boxes of one line stand nearer than figures may.
func tooNear(a, b Rect) bool {
	return a.Y < b.Bottom() && b.Y < a.Bottom() && distance(a, b) < 4
}
