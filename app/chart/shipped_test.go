package chart

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
)

// shippedSet is the package that ships.
func shippedSet(t testing.TB) *dataset.Set {
	t.Helper()
	const shipped = "../../data"
	if _, err := os.Stat(shipped + "/" + datapackage.DescriptorName); err != nil {
		t.Skip("the shipped package is not there")
	}
	p, found, err := datapackage.OpenFolder(shipped)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Load(p)
	for _, f := range append(found, more...) {
		t.Error(f.Message(words.For(words.English)))
	}
	return set
}

// shippedSpecs returns every chart of the package that ships, in both languages, by dataset, view and language.
func shippedSpecs(t *testing.T) map[string]Spec {
	t.Helper()
	specs := map[string]Spec{}
	for _, ds := range shippedSet(t).Datasets {
		for _, view := range ds.Charts {
			for _, lang := range words.Langs() {
				specs[ds.ID+"/"+view.Name+"/"+string(lang)] = build(t, ds, view, lang)
			}
		}
	}
	return specs
}

// Every chart builds in both languages, and every figure has a source and a sentence.
func TestBuildShipped(t *testing.T) {
	for name, spec := range shippedSpecs(t) {
		t.Run(name, func(t *testing.T) {
			if len(spec.Marks) == 0 || spec.Source == "" {
				t.Error("nothing to draw")
			}
			checkTexts(t, spec)
			const longest = 210 // words that can be listened to
			if n := len(strings.Fields(spec.Alt)); n < 30 || n > longest {
				t.Errorf("the chart is told in %d words: %s", n, spec.Alt)
			}
		})
	}
}

// A chart that draws on a few of its table's sources names these.
func TestChartsNameTheirOwnSources(t *testing.T) {
	specs := shippedSpecs(t)
	for name, want := range map[string]string{
		"border_seizures/core/en":    "CBP, via AP, GAO, The Trace, Expreso. Associated Press",
		"border_seizures/core/es":    "CBP, vía AP, GAO, The Trace, Expreso. Associated Press",
		"border_seizures/context/en": "CBP and others, via AP, GAO, The Trace, Expreso and others. ",
	} {
		if got := specs[name].Source; !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// untranslated is what a key without a text looks like in a text.
var untranslated = regexp.MustCompile(`\b(alt|chart|data|date|number)\.[a-z]`)

// checkTexts holds the texts of a chart to having no holes, no keys and no figures left open.
func checkTexts(t *testing.T, spec Spec) {
	t.Helper()
	texts := []string{spec.Title, spec.Subtitle, spec.Alt, spec.Source}
	for _, m := range spec.Marks {
		texts = append(texts, m.Spoken, m.Written, m.Label, m.Sub)
	}
	for _, n := range spec.Notes {
		texts = append(texts, n.Text)
	}
	for _, s := range texts {
		for _, bad := range []string{"{{", "<no value>", "NaN", "..", " ,"} {
			if strings.Contains(s, bad) {
				t.Errorf("%q in %q", bad, s)
			}
		}
		if key := untranslated.FindString(s); key != "" {
			t.Errorf("key %q in %q", key, s)
		}
	}
}

// What people see: no text touches another or is cut, every figure can be read with pointer and keys, every character has a
// glyph, and a figure stands at its own mark, at every size of window and text.
func TestShippedChartsAreReadableAtEverySize(t *testing.T) {
	for name, spec := range shippedSpecs(t) {
		for _, size := range []Rect{{W: 620, H: 420}, {W: 860, H: 560}, {W: 1400, H: 900}} {
			for _, text := range []float64{1, 1.5, 2} {
				t.Run(fmt.Sprintf("%s/%g/%g", name, size.W, text), func(t *testing.T) {
					d := laid(t, spec, size.W, size.H, text)
					checkReadable(t, spec, d)
					checkRead(t, spec, d)
					checkOwnFigures(t, spec, d)
					checkLetters(t, spec, d)
					checkNames(t, spec, d)
				})
			}
		}
	}
}

// checkRead fails the test where a mark cannot be read: it has no hit, or says nothing.
func checkRead(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	read := map[int]int{}
	for _, h := range d.Hits {
		read[h.Mark]++
	}
	for i, m := range spec.Marks {
		if read[i] != 1 || strings.TrimSpace(m.Spoken) == "" {
			t.Errorf("mark %s has %d hits and says %q", m.ID, read[i], m.Spoken)
		}
	}
}

// checkOwnFigures fails the test where a written figure could be taken for that of another mark: off the row or column of its
// own, far above it, or, on lines, nearer to another point.
func checkOwnFigures(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	right := 0.0
	for _, h := range d.Hits {
		right = max(right, h.Box.Right())
	}
	for _, l := range labelsOf(d) {
		box := l.Box()
		if endedAt(spec, l.Text) >= 0 {
			box = blockOf(d, l)
		}
		at := box.Center()
		if l.Role != "value" || l.Text == "?" || spec.Form == Lines && box.X >= right { // a key; names that are tied to ends of lines
			continue
		}
		own, other, there := math.Inf(1), math.Inf(1), false
		for _, h := range d.Hits {
			m, far := spec.Marks[h.Mark], distance(box, h.Box)
			figure := figureText(spec, m)
			switch {
			case strings.Contains(l.Text, figure) || strings.Contains(figure, l.Text):
				own = min(own, far)
				across := h.Reach.X <= at.X && at.X <= h.Reach.Right() && far <= 1.6*l.Size
				along := h.Reach.Y <= at.Y && at.Y <= h.Reach.Bottom()
				there = there || spec.Form == Bars && across || spec.Form != Bars && along
			case !m.Band() && !(strings.Contains(l.Text, "(") && m.Series == endedAt(spec, l.Text)): // its year tells it from those of its line
				other = min(other, far)
			}
		}
		hair := 0.15 * l.Size // over or under its own point a figure may come a little nearer to the next
		switch {
		case math.IsInf(own, 1): // letters under a figure, and other texts in its style
		case spec.Form == Lines && own > other+hair && !led(d, box):
			t.Errorf("%q is %.1f from its point and %.1f from another", l.Text, own, other)
		case spec.Form != Lines && !there && !led(d, box):
			t.Errorf("%q is not at its mark, %.1f away", l.Text, own)
		}
	}
}

// blockOf is the box of a line of text with those right above it that begin at the same place.
func blockOf(d Drawing, l Label) Rect {
	box := l.Box()
	for _, o := range slices.Backward(labelsOf(d)) {
		if b := o.Box(); o.At.X == l.At.X && o.Role == l.Role && b.Y < box.Y && box.Y-b.Bottom() < l.Size {
			box = union(box, b)
		}
	}
	return box
}

// endedAt is the series whose name says that it ends before the others, with the figure in text; −1 where none does.
func endedAt(spec Spec, text string) int {
	for i, m := range spec.Marks {
		last := i+1 == len(spec.Marks) || spec.Marks[i+1].Series != m.Series
		if last && strings.Contains(text, figureText(spec, m)+"\u00a0("+yearText(m.X)+")") {
			return m.Series
		}
	}
	return -1
}

// led reports whether a leader ends at a text and so ties it to its point.
func led(d Drawing, box Rect) bool {
	for _, s := range d.Shapes {
		if l, ok := s.(Line); ok && len(l.Points) == 2 && l.Stroke.Width == 1 && box.Grow(2*box.H).Contains(l.Points[1]) {
			return true
		}
	}
	return false
}

// distance is how far two boxes stand apart; 0 where they touch.
func distance(a, b Rect) float64 {
	dx := max(b.X-a.Right(), a.X-b.Right(), 0)
	dy := max(b.Y-a.Bottom(), a.Y-b.Bottom(), 0)
	return math.Hypot(dx, dy)
}

// In a window the notes keep to their lines and the letters left out are summed up; in a file each letter is explained.
func TestNotesAreAllThereInFilesAndShortInTheWindow(t *testing.T) {
	for name, spec := range shippedSpecs(t) {
		for _, width := range []float64{620, 860, 1400} {
			notes := func(source bool) (text string, lines int) {
				d, err := Lay(spec, Frame{W: width, H: 560, Palette: look.Light(), Notes: true, Source: source})
				if err != nil {
					t.Fatal(err)
				}
				at := map[float64]bool{}
				for _, l := range labelsOf(d) {
					if l.Role == "note" {
						text += l.Text + " "
						at[l.At.Y] = true
					}
				}
				return text, len(at)
			}
			file, _ := notes(true)
			window, lines := notes(false)
			if lines > notesMost {
				t.Errorf("%s at %g: %d lines of notes in the window", name, width, lines)
			}
			for _, n := range spec.Notes {
				if !strings.Contains(strings.ReplaceAll(file, "  ", " "), n.Text) {
					t.Errorf("%s at %g: %q is not in the file", name, width, n.Text)
				}
				if n.Letter == "" && !strings.Contains(window, n.Text) {
					t.Errorf("%s at %g: %q is not in the window", name, width, n.Text)
				}
			}
			if more := spec.Tr.T("chart.notes.more"); strings.Contains(file, more) || len(window) < len(file) != strings.Contains(window, more) {
				t.Errorf("%s at %g: window %q, file %q", name, width, window, file)
			}
		}
	}
}
