package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
)

// checkLetters fails the test where a mark that is drawn lacks the letters of its caveats, or notes explain a letter that
// stands nowhere. Letters belong to the nearest mark of theirs that has none yet.
func checkLetters(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	var set []Label
	drawn := map[string]bool{}
	for _, l := range labelsOf(d) {
		if l.Role == "letter" {
			set = append(set, l)
			for _, letter := range strings.Split(l.Text, ",") {
				drawn[letter] = true
			}
		}
	}
	for _, h := range d.Hits {
		m := spec.Marks[h.Mark]
		if m.Letters == "" {
			continue
		}
		best := -1
		for i, l := range set {
			if (l.Text == m.Letters || spec.Form == Claims && hasLetters(l.Text, m.Letters)) && (best < 0 || distance(l.Box(), h.Box) < distance(set[best].Box(), h.Box)) {
				best = i
			}
		}
		if best < 0 {
			t.Errorf("%s has no letters %q", m.ID, m.Letters)
			continue
		}
		if spec.Form != Claims { // there the marks of a row share their letters
			set = slices.Delete(set, best, best+1)
		}
	}
	for _, l := range set {
		if spec.Form != Claims {
			t.Errorf("letters %q stand at no mark", l.Text)
		}
	}
	for _, n := range spec.Notes {
		if n.Letter != "" && !drawn[n.Letter] {
			t.Errorf("the notes explain %q, which stands nowhere", n.Letter)
		}
	}
}

// hasLetters reports whether a text of letters has all those of a mark.
func hasLetters(text, letters string) bool {
	all := strings.Split(text, ",")
	return !slices.ContainsFunc(strings.Split(letters, ","), func(l string) bool { return !slices.Contains(all, l) })
}

// With its margins, as in a file or a window, no chart loses a letter or a name either.
func TestShippedChartsWithMargins(t *testing.T) {
	for name, spec := range shippedSpecs(t) {
		for _, w := range []float64{620, 700, 860, 1150} {
			for _, text := range []float64{1, 1.25, 1.75, 2} {
				t.Run(fmt.Sprintf("%s/%g/%g", name, w, text), func(t *testing.T) {
					frame := Alone(w, 0.68*w)
					frame.Text = text
					d, err := Lay(spec, frame)
					if err != nil {
						t.Fatal(err)
					}
					checkLabels(t, d)
					checkLetters(t, spec, d)
					checkNames(t, spec, d)
					checkOwnFigures(t, spec, d)
				})
			}
		}
	}
}

// Letters are read on a wall: large and dark enough on every ground that they stand on.
func TestLettersCanBeRead(t *testing.T) {
	for name, p := range map[string]look.Palette{"light": look.Light(), "dark": look.Dark(), "print": look.Print()} {
		s := newCanvas(seizuresSpec("en").Tr, Frame{W: 800, H: 500, Palette: p, Text: 1}).as.letter
		if s.size < 9.5 {
			t.Errorf("%s: letters of %g px", name, s.size)
		}
		for _, ground := range []string{"paper", "mean"} {
			back := p.Paper
			if ground == "mean" {
				back = p.GreySoft
			}
			if c := look.Contrast(s.color, back); c < 4.5 {
				t.Errorf("%s on %s: contrast %.2f", name, ground, c)
			}
		}
	}
}

// A letter without room at its mark is not explained by a letter.
func TestNotesOfLettersThatAreNotDrawn(t *testing.T) {
	spec := barsOf(100)("en")
	for i := range spec.Marks {
		spec.Marks[i].Letters = []string{"a", "b"}[i%2]
	}
	spec.Marks[50].Letters = "c"
	spec.Notes = []Note{{"a", "One."}, {"b", "Two."}, {"c", "Three."}}
	d := laid(t, spec, 620, 420, 1)
	drawn, listed := map[string]bool{}, map[string]bool{}
	for _, l := range labelsOf(d) {
		switch l.Role {
		case "letter":
			drawn[l.Text] = true
		case "note":
			listed[l.Text] = true
		}
	}
	for _, n := range spec.Notes {
		if !listed[n.Text] || listed[n.Letter] != drawn[n.Letter] {
			t.Errorf("%q: drawn %v, listed %v, explained %v", n.Letter, drawn[n.Letter], listed[n.Letter], listed[n.Text])
		}
	}
}
