package chart

import (
	"math"
	"testing"

	"doublefix/app/look"
	"doublefix/app/render"
)

// labelsOf returns the texts of a drawing.
func labelsOf(d Drawing) []Label {
	var out []Label
	for _, s := range d.Shapes {
		if l, ok := s.(Label); ok {
			out = append(out, l)
		}
	}
	return out
}

// checkReadable fails the test where a text touches another or is cut, has a character without a glyph, or a figure cannot be read.
func checkReadable(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	checkLabels(t, d)
	checkGlyphs(t, d)
	checkDrawing(t, spec, d)
}

// checkLabels fails the test where texts overlap each other or leave the frame.
func checkLabels(t *testing.T, d Drawing) {
	t.Helper()
	labels := labelsOf(d)
	frame := Rect{0, 0, d.W, d.H}.Grow(0.6)
	var boxes []Rect
	for _, l := range labels {
		boxes = append(boxes, l.Box())
	}
	for i, l := range labels {
		box := boxes[i]
		if box.X < frame.X || box.Y < frame.Y || box.Right() > frame.Right() || box.Bottom() > frame.Bottom() {
			t.Errorf("%s %q leaves the frame %gx%g: %+v", l.Role, l.Text, d.W, d.H, box)
		}
		for j, o := range labels[:i] {
			if box.Overlaps(boxes[j]) {
				t.Errorf("%s %q overlaps %s %q: %+v, %+v", l.Role, l.Text, o.Role, o.Text, box, boxes[j])
			}
		}
	}
}

// checkGlyphs fails the test where the font lacks a character that is drawn.
func checkGlyphs(t *testing.T, d Drawing) {
	t.Helper()
	for _, l := range labelsOf(d) {
		if missing := render.Missing(l.Text); len(missing) > 0 {
			t.Errorf("%s %q has no glyphs for %q", l.Role, l.Text, missing)
		}
	}
}

// checkDrawing fails the test where a number is not finite, a shape or hit leaves the frame, or a mark with a figure cannot be
// read.
func checkDrawing(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	frame := Rect{0, 0, d.W, d.H}.Grow(1)
	in := func(what string, points []Point) {
		t.Helper()
		for _, p := range points {
			if !frame.Contains(p) {
				t.Errorf("%s: %s leaves the frame %gx%g at %v", spec.Form, what, d.W, d.H, p)
				return
			}
		}
	}
	for _, s := range d.Shapes {
		in(placesOf(s))
	}
	read := map[int]bool{}
	for _, h := range d.Hits {
		read[h.Mark] = true
		in("hit", append(append(corners(h.Box), corners(h.Reach)...), h.Anchor))
		if h.Mark < 0 || h.Mark >= len(spec.Marks) {
			t.Errorf("hit of mark %d of %d", h.Mark, len(spec.Marks))
		}
	}
	for i, m := range spec.Marks {
		if hasFigure(m.Value) && !read[i] && drawnBy(spec, m) {
			t.Errorf("mark %d (%s, %g) has a figure but no hit", i, m.Label, m.Value)
		}
	}
}

// placesOf names a shape and lists the points that must be in the frame.
func placesOf(s Shape2D) (string, []Point) {
	switch s := s.(type) {
	case Area:
		return "area", s.Points
	case Line:
		return "line", s.Points
	case Disc:
		return "disc", corners(Rect{s.Center.X - s.Radius, s.Center.Y - s.Radius, 2 * s.Radius, 2 * s.Radius})
	case Label:
		return "label " + s.Text, corners(s.Box())
	}
	return "shape", nil
}

// drawnBy reports whether a mark with a value has a place on the axes of its form.
func drawnBy(spec Spec, m Mark) bool {
	switch spec.Form {
	case Lines, Slope, Bump, SmallMultiples:
		return hasFigure(m.X) && math.Abs(m.X) <= farthestYear && (!spec.Log || onLog(m.Value))
	case Claims, Ranges:
		return !spec.Log || onLog(m.Value)
	case Scatter:
		return isPlotted(spec, m)
	case Timeline, Calendar:
		return isDated(m) && m.Label != ""
	case Table:
		said := 0
		for _, m := range spec.Marks {
			said += len(m.Label + m.Sub + m.Who + m.When + m.Tag + m.Written + m.Unit)
		}
		return said < 20000 // a longer table may end before its last row
	case Histogram:
		return isBin(m)
	case Bars, BarsHorizontal, Funnel, Grouped:
		return true
	}
	return true
}

func laid(t *testing.T, spec Spec, w, h, text float64) Drawing {
	t.Helper()
	frame := Frame{W: w, H: h, Palette: look.Light(), Text: text, Title: true, Notes: true, Source: true}
	d, err := Lay(spec, frame)
	if err != nil {
		t.Fatal(err)
	}
	if least := MinHeight(spec, frame); d.H < least || d.H > max(h, least) {
		t.Errorf("height %g for a frame of %g with at least %g", d.H, h, least)
	}
	return d
}
