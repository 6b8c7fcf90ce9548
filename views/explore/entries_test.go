package explore

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
	"doublefix/views/kit"
)

func (r *room) press(id string) {
	r.t.Helper()
	tap, ok := r.style.Register.Get(id).(*kit.Tap)
	if !ok {
		r.t.Fatalf("there is no %s", id)
	}
	test.Tap(tap)
}

// Arrows go through all entries of a page, and the one being read is in sight.
func TestEntriesByKeys(t *testing.T) {
	for page, factor := range map[string]float32{"contradictions": 2, "glossary": 1.25, "sources": 1} {
		r := enterSized(t, words.Spanish, State{Dataset: page}, factor)
		r.win.Resize(fyne.NewSize(950, 600))
		order := r.view.entries.order
		if len(order) != len(r.view.data.Rows) {
			t.Errorf("%s: %d entries for %d rows", page, len(order), len(r.view.data.Rows))
		}
		r.key(fyne.KeyDown)
		if r.state.Row != order[0] || r.focused() != entryID(order[0]) || !strings.HasPrefix(r.position, "Entrada 1 de") {
			t.Errorf("%s: reads %q, focus %q, %q", page, r.state.Row, r.focused(), r.position)
		}
		r.key(fyne.KeyEnd)
		last := order[len(order)-1]
		pane := r.view.chartPane
		if pane == nil {
			pane = r.view.mainPane
		}
		tap := r.view.entries.taps[last]
		top, bottom := pane.SeenOf(tap)
		if r.state.Row != last || pane.Offset() == 0 || top > 0 && tap.Size().Height <= bottom-top || bottom <= 0 {
			t.Errorf("%s at %v: reads %q, offset %v, seen %v to %v of %v", page, factor, r.state.Row, pane.Offset(), top, bottom, tap.Size().Height)
		}
	}
}

// An entry that is opened by its name is in sight at once.
func TestEntryIsScrolledToWhenOpened(t *testing.T) {
	r := enter(t, words.English, State{})
	r.view.Open(Target{Contradiction: "K30"})
	tap := r.view.entries.taps["K30"]
	if from, to := r.view.chartPane.SeenOf(tap); r.focused() != "entry.K30" || r.view.chartPane.Offset() == 0 || from > 0 || to < tap.Size().Height {
		t.Errorf("focus %q, seen %v to %v", r.focused(), from, to)
	}
}

// Every claim leads to its figure, read where it is drawn, or to its source.
func TestEveryClaimOpens(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{Dataset: "contradictions"})
		for _, c := range r.view.deps.Set.Contradictions {
			for _, side := range []struct {
				name string
				rows []string
			}{{"a", c.RowsA}, {"b", c.RowsB}} {
				id := "entry." + side.name + "." + c.ID
				if _, ok := r.style.Register.Get(id).(*kit.Tap); !ok {
					t.Errorf("%s of %s cannot be opened", side.name, c.ID)
					continue
				}
				r.press(id)
				if len(side.rows) > 0 && (r.state.Row != side.rows[0] || !r.shows(side.rows[0])) {
					t.Errorf("%s of %s: reads %q of %s, want %s", side.name, c.ID, r.state.Row, r.state.Dataset, side.rows[0])
				}
				if r.state.Dataset == "contradictions" {
					t.Errorf("%s of %s leads nowhere", side.name, c.ID)
				}
			}
		}
	}
}

func TestWhyFiguresDiffer(t *testing.T) {
	r := enter(t, words.English, State{})
	r.view.Open(Target{Row: "C24"})
	if lines := r.view.reading(r.view.chart.Current()).Lines; lines[len(lines)-1].Text != r.view.tr("explore.why.key") {
		t.Errorf("the card does not say that another figure differs: %+v", lines)
	}
	r.view.ToggleSources()
	r.press("drawer.why")
	if r.state.Panel != PanelWhy || r.focused() != "drawer.close" {
		t.Fatalf("panel %q, focus %q", r.state.Panel, r.focused())
	}
	c := r.view.deps.Set.ContradictionsOf("C24")[0]
	r.press("drawer.all." + c.ID)
	if r.state.Dataset != "contradictions" || r.state.Row != c.ID {
		t.Errorf("open is %s %s", r.state.Dataset, r.state.Row)
	}
	r.view.Open(Target{Row: "B01"})
	r.state.Drawer = false
	r.view.ToggleWhy()
	if !strings.Contains(test.RenderObjectToMarkup(r.view.side), "No other") {
		t.Error("where nothing differs, nothing says so")
	}
}

// What rests on a source is listed when the source is being read, each a way to its figure.
func TestWhatRestsOnASource(t *testing.T) {
	r := enter(t, words.English, State{})
	r.view.Open(Target{Source: "trace-2024"})
	for _, rest := range r.view.deps.Set.RestsOn("trace-2024") {
		row := rest.Rows[0]
		r.press("rest.trace-2024." + rest.Dataset.ID + "." + row.ID)
		if r.state.Dataset != rest.Dataset.ID || r.state.Row != row.ID || !r.shows(row.ID) {
			t.Errorf("%s of %s: open is %s %s", row.ID, rest.Dataset.ID, r.state.Dataset, r.state.Row)
		}
	}
}

func TestTermsAreInTheOrderOfTheAlphabet(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{Dataset: "glossary"})
		before := ""
		for _, id := range r.view.entries.order {
			term, _ := r.view.deps.Set.TermByID(id)
			if now := words.Fold(term.Term.In(lang)); now < before {
				t.Errorf("%s: %q stands after %q", lang, now, before)
			} else {
				before = now
			}
		}
	}
}
