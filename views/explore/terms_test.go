package explore

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// spots returns what can be pressed within the texts of an object.
func spots(o fyne.CanvasObject) []fyne.Tappable {
	var out []fyne.Tappable
	for _, each := range test.LaidOutObjects(o) {
		if tap, ok := each.(fyne.Tappable); ok {
			if _, focusable := each.(fyne.Focusable); !focusable {
				out = append(out, tap)
			}
		}
	}
	return out
}

func TestTermsAreMarkedOnce(t *testing.T) {
	r := enter(t, words.English, State{})
	seen := marked{}
	first := r.view.marked("The ATF and tracing", 14, 20, 0, r.style.Palette.Ink, seen)
	second := r.view.marked("Tracing by the ATF", 14, 20, 0, r.style.Palette.Ink, seen)
	none := r.view.marked("The ATF", 14, 20, 0, r.style.Palette.Ink, nil)
	for i, want := range []int{2, 0, 0} {
		p := []fyne.CanvasObject{first, second, none}[i]
		p.Resize(fyne.NewSize(400, 20))
		if got := len(spots(p)); got != want {
			t.Errorf("text %d has %d marks, want %d", i, got, want)
		}
	}
}

func TestTermOpensInTheDrawer(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "border_seizures"})
	heading := r.view.heading(marked{})
	heading.Resize(fyne.NewSize(800, 100))
	all := spots(heading)
	if len(all) == 0 {
		t.Fatal("no term is marked in the headline")
	}
	test.Tap(all[0])
	term, ok := r.view.deps.Set.TermByID(r.state.Term)
	if !ok || !r.state.Drawer || r.state.Panel != PanelTerm || r.focused() != "drawer.close" {
		t.Fatalf("term %q, drawer %v, focus %q", r.state.Term, r.state.Drawer, r.focused())
	}
	if first := strings.Fields(term.Definition.In(words.English))[0]; !strings.Contains(test.RenderObjectToMarkup(r.view.side), first) {
		t.Error("the drawer does not say what the term means")
	}
	r.press("drawer.terms")
	if r.state.Dataset != "glossary" || r.state.Row != term.ID || r.view.entries == nil {
		t.Errorf("open is %s %s", r.state.Dataset, r.state.Row)
	}
}

func TestTermsByKey(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{Dataset: "us_share"})
		r.view.ToggleTerms()
		ids := r.view.termsShown()
		if len(ids) < 3 || r.focused() != "drawer.close" {
			t.Fatalf("%s: terms %v, focus %q", lang, ids, r.focused())
		}
		for _, id := range ids {
			if r.style.Register.Get("drawer.term."+id) == nil {
				t.Errorf("%s: %s is not listed", lang, id)
			}
		}
		r.press("drawer.term." + ids[0])
		if r.state.Term != ids[0] || r.state.Panel != PanelTerm {
			t.Errorf("%s: panel %q, term %q", lang, r.state.Panel, r.state.Term)
		}
		r.key(fyne.KeyEscape)
		if r.state.Drawer {
			t.Errorf("%s: Esc does not close the term", lang)
		}
	}
}

// From term to term there is a way back.
func TestSeeAlso(t *testing.T) {
	r := enter(t, words.English, State{})
	left := 0
	r.view.deps.Leave = func(Going) { left++ }
	at := slices.IndexFunc(r.view.deps.Set.Glossary, func(t dataset.Term) bool { return len(t.See) > 0 })
	term := r.view.deps.Set.Glossary[at]
	r.view.openTerm(term.ID)
	r.press("drawer.see." + term.ID + "." + term.See[0])
	if r.state.Term != term.See[0] || left != 1 || r.focused() != "drawer.close" {
		t.Errorf("term %q, left %d times, focus %q", r.state.Term, left, r.focused())
	}
}
