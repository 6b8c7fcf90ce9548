package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
)

// checkNames fails the test where a line has no name, or a line that ends early is named without the year of its last figure.
func checkNames(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	if spec.Form != Lines {
		return
	}
	var texts []string
	for _, l := range labelsOf(d) {
		if l.Role == "value" {
			texts = append(texts, strings.ReplaceAll(l.Text, "\u00a0", " "))
		}
	}
	text := strings.Join(texts, " ")
	hi := 0.0
	for _, m := range spec.Marks {
		hi = max(hi, m.X)
	}
	for _, s := range seriesOf(spec) {
		points := s.figures()
		last := points[len(points)-1]
		want := s.Title + " " + strings.ReplaceAll(figureText(spec, spec.Marks[last.mark]), "\u00a0", " ")
		if last.x < hi {
			want += " (" + yearText(last.x) + ")"
		}
		if !strings.Contains(text, want) {
			t.Errorf("%q is not written: %s", want, text)
		}
	}
}

// A reader looks for the figures that titles name.
func TestNamedFiguresOfLinesAreWritten(t *testing.T) {
	specs := shippedSpecs(t)
	for _, size := range []Rect{{W: 620, H: 420}, {W: 700, H: 480}, {W: 860, H: 560}, {W: 1150, H: 640}} {
		for name, figures := range map[string][]string{
			"atf_traces/years/en":        {"8,338", "32,111", "25,884"},
			"atf_traces/years/es":        {"8,338", "32,111", "25,884"},
			"mexico_homicides/counts/en": {"8,867", "36,773", "33,550"},
		} {
			all := ""
			for _, l := range labelsOf(laid(t, specs[name], size.W, size.H, 1)) {
				all += l.Text + " "
			}
			for _, figure := range figures {
				if !strings.Contains(all, figure) {
					t.Errorf("%s at %g: %s is not written: %s", name, size.W, figure, all)
				}
			}
		}
	}
}

// On a grey page lines differ by dash or marker, and quiet ones are dashed.
func TestLinesDifferWithoutColour(t *testing.T) {
	spec := bandsSpec("en")
	spec.Series = append(spec.Series, Series{ID: "d", Title: "D"}, Series{ID: "q", Title: "Q", Quiet: true})
	for s := 3; s < 5; s++ {
		spec.Marks = append(spec.Marks, lineMark(s, 2005, 10), lineMark(s, 2006, 12))
	}
	p := newLines(newCanvas(spec.Tr, Frame{W: 800, H: 500, Palette: look.Light(), Text: 1}), spec, 800)
	seen := map[string]string{}
	for i, s := range p.all {
		stroke := p.stroke(i)
		way := fmt.Sprint(stroke.Dash, stroke.Width)
		if other, ok := seen[way]; ok {
			t.Errorf("%s is drawn like %s: %s", s.ID, other, way)
		}
		seen[way] = s.ID
		if s.Quiet && len(stroke.Dash) == 0 {
			t.Errorf("%s is quiet and not dashed", s.ID)
		}
	}
}

// A dot means a figure: one that is written or lettered, that no line shows, that ends a line, or that is hollow for its status.
func TestDotsMeanFigures(t *testing.T) {
	for name, spec := range shippedSpecs(t) {
		if spec.Form != Lines {
			continue
		}
		for _, size := range []Rect{{W: 620, H: 420}, {W: 860, H: 560}, {W: 1150, H: 640}} {
			d := laid(t, spec, size.W, size.H, 1)
			bare := pointsOnLines(spec)
			for _, h := range d.Hits {
				m := spec.Marks[h.Mark]
				hidden := slices.ContainsFunc(d.Hits, func(o Hit) bool { // the dot of another series stands there
					return o.Track != h.Track && distance(o.Box, h.Box) == 0 && math.Abs(o.Box.Y-h.Box.Y) < 1
				})
				if dotted, told := dotAt(d, h.Box.Center()), toldOf(spec, d, m, h.Box); !hidden && bare[h.Mark] && m.Status == Final && dotted != told {
					t.Errorf("%s at %g: dot at %s %v, written %v", name, size.W, m.ID, dotted, told)
				}
			}
		}
	}
}

// pointsOnLines are the marks that a line passes through and that do not end one.
func pointsOnLines(spec Spec) map[int]bool {
	on := map[int]bool{}
	all := seriesOf(spec)
	for _, s := range all {
		points := s.figures()
		for _, run := range s.runs(lineStep(all)) {
			for _, pt := range run {
				on[pt.mark] = len(run) > 1 && pt != points[len(points)-1]
			}
		}
	}
	return on
}

// dotAt reports whether a marker stands at a place.
func dotAt(d Drawing, at Point) bool {
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case Disc:
			if math.Hypot(s.Center.X-at.X, s.Center.Y-at.Y) < 0.1 {
				return true
			}
		case Area:
			if a, b := s.Points[0], s.Points[len(s.Points)/2]; math.Hypot((a.X+b.X)/2-at.X, (a.Y+b.Y)/2-at.Y) < 0.1 {
				return true
			}
		}
	}
	return false
}

// toldOf reports whether the figure or the letters of m, which stands at a place, are written near it.
func toldOf(spec Spec, d Drawing, m Mark, at Rect) bool {
	const far = 80 // a point further off may have the same figure
	return slices.ContainsFunc(labelsOf(d), func(l Label) bool {
		return distance(l.Box(), at) < far && (l.Role == "value" && l.Text == figureText(spec, m) || l.Role == "letter" && m.Letters != "" && l.Text == m.Letters)
	})
}
