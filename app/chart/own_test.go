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
				t.Run(fmt.Sprintf("%s/%g/%g", name, size.W, text), func(t *testing.T) {
					d := laid(t, spec, size.W, size.H, text)
					checkDrawing(t, spec, d)
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

// checkBadges fails the test where a note has no number or no text, or its number touches another text.
func checkBadges(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	texts := ""
	numbers := map[string]int{}
	labels := labelsOf(d)
	for i, l := range labels {
		if l.Role == "note" {
			texts += l.Text + " "
		}
		if l.Color != look.Light().Paper || l.Role != "note" {
			continue
		}
		numbers[l.Text]++
		for j, o := range labels {
			if i != j && l.Box().Overlaps(o.Box()) {
				t.Errorf("number %s touches %q", l.Text, o.Text)
			}
		}
	}
	for i, o := range spec.Own {
		if n := spec.ownNumber(i); n != "" && numbers[n] != 1 {
			t.Errorf("note %s at %s stands %d times", n, o.Mark, numbers[n])
		}
		if !strings.Contains(texts, strings.Fields(o.Text)[0]) {
			t.Errorf("note %q is not told", o.Text)
		}
	}
}

// A mark without notes leaves everything where it was.
func TestMarksMoveNothing(t *testing.T) {
	plain := seizuresSpec(words.English)
	marked := plain.Annotated(Notes{Text: func(string) string { return "" }, Mark: func(string) bool { return true }})
	a, b := laid(t, plain, 860, 560, 1), laid(t, marked, 860, 560, 1)
	if !slices.Equal(textsOf(a), textsOf(b)) || len(b.Shapes) < len(a.Shapes)+2*len(a.Hits) {
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
