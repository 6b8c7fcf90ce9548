package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

// noted is a chart with a note and a mark on every third figure, and a note on all of it.
func noted(spec Spec) Spec {
	return spec.Annotated(Notes{
		Title: "A title of our own",
		Text: func(row string) string {
			if row == "" {
				return "Ask who counted, and when."
			}
			return third(spec, row, "Ñandú: look at "+row+" again before the next round; it may be the one that decides.")
		},
		Mark: func(row string) bool { return third(spec, row, "x") != "" },
	})
}

func third(spec Spec, row, text string) string {
	for i, m := range spec.Marks {
		if m.ID == row && i%3 == 0 {
			return text
		}
	}
	return ""
}

// Notes and marks never move a figure, never cover a text, stand in the frame, and are told.
func TestNotesOnEveryChartOfThePackage(t *testing.T) {
	for name, plain := range shippedSpecs(t) {
		spec := noted(plain)
		for _, size := range []Rect{{W: 620, H: 420}, {W: 1400, H: 900}} {
			for _, text := range []float64{1, 2} {
				if testing.Short() && (size.W > 1000 || text > 1) {
					continue
				}
				t.Run(fmt.Sprintf("%s/%g/%g", name, size.W, text), func(t *testing.T) {
					d := laid(t, spec, size.W, size.H, text)
					checkDrawing(t, spec, d)
					checkLabels(t, d)
					checkGlyphs(t, d)
					checkBadges(t, spec, d)
				})
			}
		}
		if spec.Alt == plain.Alt || !strings.HasPrefix(spec.Alt, plain.Alt) || !strings.Contains(spec.Alt, "Ask who counted") {
			t.Errorf("%s: %s", name, spec.Alt)
		}
	}
}

// The same in the forms that a person can choose, and in which the package has no chart.
func TestNotesInEveryForm(t *testing.T) {
	count := map[Form]int{}
	offered(t, func(name string, asked Asked) {
		if count[asked.Spec.Form]++; count[asked.Spec.Form] > 3 {
			return
		}
		spec := noted(asked.Spec)
		for _, w := range []float64{620, 1400} {
			for _, text := range []float64{1, 2} {
				d := laid(t, spec, w, 0.65*w, text)
				checkDrawing(t, spec, d)
				checkLabels(t, d)
				checkBadges(t, spec, d)
			}
		}
		if t.Failed() {
			t.Fatalf("with notes: %s", name)
		}
	})
	if len(count) < len(Forms())-3 {
		t.Errorf("only %d forms are offered: %v", len(count), count)
	}
}

// checkBadges fails the test where a note has no number or no text, where its number covers another text, or where a marked figure
// has no ring, or one that lies on a text.
func checkBadges(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	texts := ""
	numbers := map[string]int{}
	labels := labelsOf(d)
	for i, l := range labels {
		if l.Role == "note" {
			texts += l.Text + " "
		}
		if l.Role != "own" {
			continue
		}
		numbers[l.Text]++
		badge := l.Box().Grow(2) // its disc is a little larger
		for j, o := range labels {
			if i != j && badge.Overlaps(o.Box()) {
				t.Errorf("number %s covers %q", l.Text, o.Text)
			}
		}
	}
	drawn := map[string]bool{}
	for _, h := range d.Hits {
		drawn[spec.Marks[h.Mark].ID] = true
		if m := spec.Marks[h.Mark]; m.Highlight && !ringed(d, h) {
			t.Errorf("%s %q is marked and has no ring", m.ID, m.Label)
		}
	}
	for i, o := range spec.Own {
		if n := spec.ownNumber(i); drawn[o.Mark] && numbers[n] != 1 {
			t.Errorf("note %s at %s stands %d times", n, o.Mark, numbers[n])
		}
		if !strings.Contains(texts, strings.Fields(o.Text)[0]) {
			t.Errorf("note %q is not told", o.Text)
		}
	}
	checkRings(t, d)
}

// ringPlaces is where a shape is amber and part of a ring; nothing where it is neither.
func ringPlaces(s Shape2D) []Point {
	amber := look.Light().Amber
	switch s := s.(type) {
	case Line:
		if s.Stroke.Color == amber && len(s.Points) == 2 {
			return s.Points
		}
	case Area:
		if s.Stroke.Color == amber && s.Fill.A == 0 {
			return s.Points
		}
	case Disc:
		if s.Stroke.Color == amber && s.Fill.A == 0 {
			return corners(Rect{s.Center.X - s.Radius, s.Center.Y - s.Radius, 2 * s.Radius, 2 * s.Radius})
		}
	}
	return nil
}

// ringed reports whether something amber stands at a mark.
func ringed(d Drawing, h Hit) bool {
	near := h.Box.Grow(20)
	return slices.ContainsFunc(d.Shapes, func(s Shape2D) bool {
		return slices.ContainsFunc(ringPlaces(s), near.Contains)
	})
}

// checkRings fails the test where the side of a ring is painted over a text. The frames of bands go around their figures.
func checkRings(t *testing.T, d Drawing) {
	t.Helper()
	var before []Label
	for _, s := range d.Shapes {
		if l, ok := s.(Label); ok {
			before = append(before, l)
			continue
		}
		line, ok := s.(Line)
		if !ok || len(ringPlaces(s)) == 0 {
			continue
		}
		box, half := lineBox([2]Point(line.Points), 0), line.Stroke.Width/2
		if box.W == 0 {
			box.X, box.W = box.X-half, 2*half
		} else {
			box.Y, box.H = box.Y-half, 2*half
		}
		for _, l := range before {
			if l.Box().Overlaps(box) {
				t.Errorf("a ring lies on %q", l.Text)
			}
		}
	}
}

// Fifty notes, long ones, and one word that is wider than the chart: all of them in a file, a few lines of them in the window.
func TestManyAndLongNotes(t *testing.T) {
	spec := sharesSpec(words.Spanish)
	for i := range 50 {
		spec.Own = append(spec.Own, Own{spec.Marks[i%len(spec.Marks)].ID, strings.Repeat("Una nota larga. ", i)}, Own{"", strings.Repeat("x", 10*i)})
	}
	for _, file := range []bool{true, false} {
		for _, w := range []float64{300, 620, 1400} {
			d, err := Lay(spec, Frame{W: w, H: 400, Palette: look.Light(), Text: 2, Title: true, Notes: true, Source: file, Pad: 16})
			if err != nil {
				t.Fatal(err)
			}
			plain := spec
			plain.Own = nil
			p, err := Lay(plain, Frame{W: w, H: 400, Palette: look.Light(), Text: 2, Title: true, Notes: true, Source: file, Pad: 16})
			if err != nil {
				t.Fatal(err)
			}
			checkDrawing(t, spec, d)
			if more := d.H - p.H; file && more < 20*32 || !file && more > (ownMost+4)*32 {
				t.Errorf("file %v, %g wide: the notes take %g", file, w, more)
			}
		}
	}
}

// What is cut in the window is counted, and a note at a figure that is not drawn has no number that stands nowhere.
func TestNotesThatAreNotShown(t *testing.T) {
	spec := seizuresSpec(words.English)
	spec.Own = []Own{{"", "One."}, {"gone", "Two."}, {"", "Three."}, {"", "Four."}, {"", "Five."}, {"", "Six."}, {"", "Seven."}}
	d, err := Lay(spec, Frame{W: 700, H: 500, Palette: look.Light(), Title: true, Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, l := range labelsOf(d) {
		all += l.Text + "|"
	}
	if !strings.Contains(all, "Your notes|One.|–|Two.|Three.|Four.|3 more notes are shown") || strings.Contains(all, "Five.") {
		t.Error(all)
	}
}

// A mark without notes leaves everything where it was.
func TestMarksMoveNothing(t *testing.T) {
	plain := seizuresSpec(words.English)
	marked := plain.Annotated(Notes{Text: func(string) string { return "" }, Mark: func(string) bool { return true }})
	a, b := laid(t, plain, 860, 560, 1), laid(t, marked, 860, 560, 1)
	if !slices.Equal(textsOf(a), textsOf(b)) || len(b.Shapes) < len(a.Shapes)+len(a.Hits) {
		t.Errorf("texts moved, or %d shapes became %d for %d marks", len(a.Shapes), len(b.Shapes), len(a.Hits))
	}
	for i, h := range a.Hits {
		if b.Hits[i] != h {
			t.Errorf("mark %d moved", i)
		}
	}
	if !marked.SameNotes(marked) || marked.SameNotes(plain) {
		t.Error("what was added is not compared")
	}
}

// What was asked stands over every chart, also where a page sets the title.
func TestWhatWasAskedIsNeverLost(t *testing.T) {
	spec := seizuresSpec(words.Spanish)
	spec.Asked = "Año desde 2019; dependencia: CBP"
	for _, title := range []bool{true, false} {
		d, err := Lay(spec, Frame{W: 700, H: 400, Palette: look.Print(), Title: title})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, l := range labelsOf(d) {
			found = found || strings.Contains(l.Text, spec.Asked)
		}
		if !found {
			t.Errorf("with a title of the page %v it is lost", !title)
		}
	}
}
