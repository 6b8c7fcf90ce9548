package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// mark is the mark of a word in a text.
func markOf(text, word string) Mark {
	at := strings.Index(text, word)
	return Mark{Part: Part{at, at + len(word)}, ID: word, Name: word + ", said"}
}

// Every mark can be pressed exactly where its letters stand, however the text wraps, and nothing else can.
func TestMarksStandOverTheirLetters(t *testing.T) {
	s := style()
	text := "Straw purchase: someone buys a gun for another.\nGhost guns have no serial number, tracing  fails (ATF). Visit gunsmagazine.com/discover/exclusives/mexico-sues-gun-industry."
	words := []string{"Straw purchase", "Ghost guns", "serial number", "tracing", "ATF", "gunsmagazine.com/discover/exclusives/mexico-sues-gun-industry"}
	for _, width := range []float32{60, 90, 140, 200, 333, 1000} {
		var pressed []string
		var marks []Mark
		for _, w := range words {
			marks = append(marks, markOf(text, w))
		}
		p := s.Body(text).WithMarks(marks, func(id string) { pressed = append(pressed, id) })
		p.Resize(fyne.NewSize(width, p.HeightFor(width)))
		renderer := test.WidgetRenderer(p)
		got := map[string]string{}
		for _, o := range renderer.Objects() {
			spot, ok := o.(*spot)
			if !ok {
				continue
			}
			got[spot.mark.ID] += under(t, s, renderer.Objects(), spot)
			test.Tap(spot)
		}
		for _, w := range words {
			if strings.ReplaceAll(got[w], " ", "") != strings.ReplaceAll(w, " ", "") {
				t.Errorf("at %v: over %q stands %q", width, w, got[w])
			}
		}
		if len(pressed) < len(words) {
			t.Errorf("at %v: pressed %v", width, pressed)
		}
		if _, takes := any(p).(fyne.Tappable); takes {
			t.Error("the paragraph keeps clicks from the card around it")
		}
	}
}

// under returns the letters that stand under a spot.
func under(t *testing.T, s Style, objects []fyne.CanvasObject, spot *spot) string {
	t.Helper()
	for _, o := range objects {
		line, ok := o.(*canvas.Text)
		if !ok || line.Position().Y+line.Size().Height/2 < spot.Position().Y || line.Position().Y+line.Size().Height/2 > spot.Position().Y+spot.Size().Height {
			continue
		}
		from, to := -1, len(line.Text)
		for i := range line.Text + "." {
			w := s.Width(line.Text[:i], SizeBody, Regular)
			if from < 0 && w >= spot.Position().X-0.5 {
				from = i
			}
			if w <= spot.Position().X+spot.Size().Width+0.5 {
				to = i
			}
		}
		return line.Text[max(from, 0):to]
	}
	t.Errorf("no line under %q", spot.mark.ID)
	return ""
}

func TestMarksSayWhatTheyDo(t *testing.T) {
	s := style()
	said := ""
	s.Hint = func(text string) { said = text }
	p := s.Body("about tracing").WithMarks([]Mark{markOf("about tracing", "tracing")}, func(string) {})
	p.Resize(fyne.NewSize(300, 20))
	for _, o := range test.WidgetRenderer(p).Objects() {
		if spot, ok := o.(*spot); ok {
			spot.MouseIn(nil)
			if said != "tracing, said" {
				t.Errorf("said %q", said)
			}
			spot.MouseOut()
		}
	}
	if said != "" {
		t.Errorf("still says %q", said)
	}
}

// Strong parts are wider, and no line with them is wider than it may be.
func TestStrongParts(t *testing.T) {
	s := style()
	text := "Traces over several years, all figures traced"
	strong := []Part{{0, 5}, {39, 45}}
	for _, width := range []float32{70, 110, 190, 400} {
		p := s.Body(text).WithStrong(strong)
		p.Resize(fyne.NewSize(width, p.HeightFor(width)))
		all := ""
		for _, l := range p.placed(p.wrap(width)) {
			right := float32(0)
			for _, f := range p.fragments(l) {
				if f.x != right {
					t.Errorf("at %v: %q begins at %v, not %v", width, f.text, f.x, right)
				}
				right = f.x + f.width
				if f.weight == Semibold {
					all += f.text
				}
			}
			if right > width && strings.Contains(l.text, " ") {
				t.Errorf("at %v: line %q is %v wide", width, l.text, right)
			}
			if text[l.at:l.at+len(l.text)] != l.text {
				t.Errorf("at %v: line %q does not begin at %d", width, l.text, l.at)
			}
		}
		if all != "Tracetraced" {
			t.Errorf("at %v: semibold is %q", width, all)
		}
	}
}
