package chart

import (
	"fmt"
	"slices"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
)

// offered calls do with every chart of the package that ships, in every form that is offered for it and both languages.
func offered(t *testing.T, do func(name string, asked Asked)) {
	t.Helper()
	for _, ds := range shippedSet(t).Datasets {
		for _, view := range ds.Charts {
			a, err := ds.Ask(dataset.Lens{View: view.Name})
			if err != nil {
				t.Fatal(err)
			}
			for _, lang := range words.Langs() {
				for _, o := range Offers(a, words.For(lang)) {
					if !o.Fits {
						continue
					}
					name := fmt.Sprintf("%s/%s/%s/%s", ds.ID, view.Name, o.Form, lang)
					asked, err := Ask(ds, dataset.Lens{View: view.Name, Form: string(o.Form)}, words.For(lang))
					if err != nil {
						t.Errorf("%s is offered and refused: %v", name, err)
						continue
					}
					do(name, asked)
				}
			}
		}
	}
}

// The room that a chart has in a window of 1024x700 and of 1400x900.
var windowRooms = []Rect{{W: 590, H: 400}, {W: 960, H: 600}}

// What people see in every form they can choose: no text touches another or is cut, every figure can be read by pointer and keys,
// every character has a glyph, nothing leaves the frame, and dark differs from light in colours alone.
func TestOfferedFormsAreReadableAtEverySize(t *testing.T) {
	count := 0
	offered(t, func(name string, asked Asked) {
		for _, room := range windowRooms {
			for _, text := range []float64{1, 1.5, 2} {
				if testing.Short() && (room != windowRooms[0] || text != 1) {
					continue
				}
				t.Run(fmt.Sprintf("%s/%g/%g", name, room.W, text), func(t *testing.T) {
					count++
					d := laid(t, asked.Spec, room.W, room.H, text)
					checkReadable(t, asked.Spec, d)
					checkRead(t, asked.Spec, d)
					checkReached(t, d)
					dark, err := Lay(asked.Spec, Frame{W: room.W, H: room.H, Palette: look.Dark(), Text: text, Title: true, Notes: true, Source: true})
					if err != nil || !slices.Equal(textsOf(d), textsOf(dark)) {
						t.Errorf("dark has other texts, or at other places: %v", err)
					}
				})
			}
		}
	})
	if count < 1000 && !testing.Short() {
		t.Errorf("only %d pictures", count)
	}
}

// textsOf are the texts of a drawing with their places.
func textsOf(d Drawing) []string {
	var out []string
	for _, l := range labelsOf(d) {
		out = append(out, fmt.Sprintf("%s %.2f %.2f %.2f", l.Text, l.At.X, l.At.Y, l.Size))
	}
	return out
}

// checkReached fails the test where the arrow keys do not lead to every mark.
func checkReached(t *testing.T, d Drawing) {
	t.Helper()
	if len(d.Hits) == 0 {
		return
	}
	reached, next := map[int]bool{}, []int{d.Neighbour(-1, 1, 0)}
	for len(next) > 0 {
		at := next[0]
		next = next[1:]
		if reached[at] {
			continue
		}
		reached[at] = true
		for _, way := range [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
			next = append(next, d.Neighbour(at, way[0], way[1]))
		}
	}
	for _, h := range d.Hits {
		if !reached[h.Mark] {
			t.Errorf("no arrow key leads to mark %d", h.Mark)
		}
	}
}

// Every figure that is drawn has a source, a sentence, and, where it falls under a caveat, its letter with the note it leads to.
func TestOfferedFormsKeepSourcesAndCaveats(t *testing.T) {
	offered(t, func(name string, asked Asked) {
		lang := asked.Spec.Tr.Lang()
		for i, m := range asked.Spec.Marks {
			r := asked.Rows[i]
			if len(dataset.Sources(asked.Rows[i:i+1])) == 0 || m.Spoken == "" {
				t.Errorf("%s: mark %s has no source or says nothing", name, m.ID)
			}
			for _, c := range r.Caveats() {
				short := c.Short.In(lang)
				if short == "" {
					short = c.Text.In(lang)
				}
				if !slices.ContainsFunc(asked.Spec.Notes, func(n Note) bool { return n.Text == short }) {
					t.Errorf("%s: mark %s lost its caveat %q", name, m.ID, short)
				}
				if !c.Whole() && m.Letters == "" {
					t.Errorf("%s: mark %s has no letter for %q", name, m.ID, short)
				}
			}
		}
		if asked.Spec.Source == "" || asked.Spec.Alt == "" {
			t.Errorf("%s has no source line or no text", name)
		}
	})
}
