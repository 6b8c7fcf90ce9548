package rank

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

// room is the place with a document behind it, as in the app.
type room struct {
	t     *testing.T
	view  *View
	style kit.Style
	win   fyne.Window
	doc   *workshop.Store
	state State
	said  string

	opened   []Target
	evidence func(option string) []dataset.Evidence
	terms    func(text string, l words.Lang) []dataset.Span
}

func enter(t *testing.T, lang words.Lang) *room {
	t.Helper()
	options := []dataset.Option{}
	var ids []string
	for _, id := range []string{"A", "B", "C", "D"} {
		ids = append(ids, id)
		options = append(options, dataset.Option{
			ID: id, Title: words.Both("Option "+id, "Opción "+id), Summary: words.Both("In short", "En breve"),
			Meaning: words.Both("What "+id+" means at length", "Lo que significa "+id),
		})
	}
	store, err := workshop.Open(t.TempDir()+"/w.doublefix", workshop.Options{Options: ids, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	r := &room{t: t, doc: store, win: test.NewTempWindow(t, nil), evidence: func(string) []dataset.Evidence { return nil }}
	r.terms = func(string, words.Lang) []dataset.Span { return nil }
	r.style = kit.NewStyle(words.For(lang), look.Light(), 1)
	r.style.Key = func(ev *fyne.KeyEvent) { r.view.Key(ev) }
	edit := func(e workshop.Edit, ok bool) {
		if ok {
			store.Do(e)
			r.show()
		}
	}
	r.view = New(r.style, Deps{
		Options: options, Question: words.Both("Which should come first?", "¿Qué debe ir primero?"),
		Evidence: func(id string) []dataset.Evidence { return r.evidence(id) }, Actors: func(string) []dataset.Actor { return nil },
		Terms:   func(text string, l words.Lang) []dataset.Span { return r.terms(text, l) },
		Open:    func(option string, to Target) { r.opened = append(r.opened, to) },
		Place:   func(id string, place int) { edit(workshop.Place(store.Doc(), id, place)) },
		Insert:  func(id string, place int) { edit(workshop.Insert(store.Doc(), id, place)) },
		Move:    func(id string, by int) { edit(workshop.Move(store.Doc(), id, by)) },
		TakeOut: func(id string) { edit(workshop.TakeOut(store.Doc(), id)) },
		Undo:    func() { edit(store.Doc().UndoEdit()) },
		Focus:   func(f fyne.Focusable) { r.win.Canvas().Focus(f) }, Focused: func() fyne.Focusable { return r.win.Canvas().Focused() },
		Position: func(s string) { r.said = s },
	}, &r.state)
	r.win.SetContent(r.view.Content)
	r.win.Resize(fyne.NewSize(948, 600))
	r.show()
	return r
}

func (r *room) show() {
	undo := ""
	if e, ok := r.doc.Doc().Undo(); ok {
		undo, _ = e.Name()
	}
	r.view.Show(Ranking{Places: r.doc.Doc().Places, Shown: r.doc.Doc().Shown, Undo: undo})
}

func (r *room) focus(id string) { r.win.Canvas().Focus(r.style.Register.Get("rank.card." + id)) }

func (r *room) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (r *room) want(places string) {
	r.t.Helper()
	var b strings.Builder
	for _, id := range r.doc.Doc().Places {
		if id == "" {
			id = "."
		}
		b.WriteString(id)
	}
	if b.String() != places {
		r.t.Errorf("the ranking is %s, want %s", b.String(), places)
	}
}

func (r *room) at(id string) {
	r.t.Helper()
	if got := r.style.Register.IDOf(r.win.Canvas().Focused()); got != "rank.card."+id {
		r.t.Errorf("the focus is on %q, want card %s", got, id)
	}
}

func TestNothingIsRankedAtFirst(t *testing.T) {
	r := enter(t, words.English)
	r.want("....")
	if r.said != "0 of 4 ranked" {
		t.Errorf("said %q", r.said)
	}
}

func TestRankingByKeys(t *testing.T) {
	r := enter(t, words.English)
	r.focus("A")
	r.view.Rune('2')
	r.want(".A..")
	r.at("A")
	r.press(fyne.KeyDown)
	r.at("B")
	r.view.Rune('1')
	r.want("BA..")
	r.press(fyne.KeyDown, fyne.KeyDown)
	r.at("C")
	r.view.Move(-1)
	r.want("BAC.")
	r.view.Move(-1)
	r.want("BCA.")
	r.at("C")
	r.view.TakeOut()
	r.want("B.A.")
	if r.view.Rune('7') {
		t.Error("a place that is not there was taken")
	}
	if got := r.view.order(); !slices.Equal(got, []string{"B", "A", "C", "D"}) {
		t.Errorf("cards stand in the order %v", got)
	}
}

// Keys work on the card that Tab or a click has put the focus on, also those that reach the window and not the card.
func TestKeysFollowTheFocus(t *testing.T) {
	r := enter(t, words.English)
	r.focus("A")
	r.view.Rune('1')
	r.focus("C")
	r.view.Move(-1)
	r.want("AC..")
	r.at("C")
	r.focus("A")
	r.view.TakeOut()
	r.want(".C..")
	r.focus("D")
	r.view.Rune('4')
	r.want(".C.D")
	r.focus("B")
	r.view.ToggleEvidence()
	if !r.state.Open["B"] || len(r.state.Open) != 1 {
		t.Errorf("open are %v, want B", r.state.Open)
	}
}

// The keys of a card work on it also while one of its buttons has the focus.
func TestKeysOnTheButtonsOfACard(t *testing.T) {
	r := enter(t, words.English)
	on := func(id string) { r.win.Canvas().Focus(r.style.Register.Get(id)) }
	on("rank.place.B.1")
	r.view.Rune('3')
	r.want("..B.")
	on("rank.place.D.4")
	r.view.Rune('1')
	r.want("D.B.")
	on("rank.evidence.B")
	r.view.ToggleEvidence()
	if !r.state.Open["B"] {
		t.Errorf("open are %v, want B", r.state.Open)
	}
	on("rank.down.B")
	r.view.Move(-1)
	r.want("DB..")
	on("rank.out.D")
	r.view.TakeOut()
	r.want(".B..")
	on("rank.evidence.A")
	r.press(fyne.KeyDown)
	r.at("C")
}

// Where the part with the focus goes, the focus stays on the card.
func TestFocusOutlastsItsPart(t *testing.T) {
	r := enter(t, words.English)
	r.focus("B")
	r.view.Rune('2')
	r.win.Canvas().Focus(r.style.Register.Get("rank.up.B"))
	r.view.deps.Undo() // takes the arrows of B away
	r.at("B")
	r.view.Rune('2')
	r.win.Canvas().Focus(r.style.Register.Get("rank.up.B"))
	test.Tap(r.style.Register.Get("rank.up.B").(*kit.Tap)) // and now it is disabled
	r.at("B")

	for range 2 {
		r.win.Canvas().Focus(r.style.Register.Get("rank.undo"))
		test.Tap(r.style.Register.Get("rank.undo").(*kit.Tap)) // until nothing is left to undo
	}
	r.want("....")
	r.at("B")

	set := shipped(t)
	r.evidence = set.EvidenceFor
	r.view.ToggleEvidence()
	line := "rank.evidence." + set.EvidenceFor("B")[0].ID
	r.win.Canvas().Focus(r.style.Register.Get(line))
	if got := r.style.Register.IDOf(r.win.Canvas().Focused()); got != line {
		t.Fatalf("the focus is on %q, want %s", got, line)
	}
	r.view.ToggleEvidence()
	r.at("B")
}

func TestRankingByButtons(t *testing.T) {
	r := enter(t, words.Spanish)
	tap := func(id string) { test.Tap(r.style.Register.Get(id).(*kit.Tap)) }
	tap("rank.place.D.1")
	tap("rank.place.C.1")
	r.want("CD..")
	tap("rank.down.C")
	r.want("DC..")
	tap("rank.up.C")
	r.want("CD..")
	tap("rank.out.C")
	r.want(".D..")
	tap("rank.undo")
	r.want("CD..")
	if !r.style.Register.Get("rank.up.C").(*kit.Tap).Disabled() {
		t.Error("the first option can be moved up")
	}
}

func TestMeaningOpensInTheCard(t *testing.T) {
	r := enter(t, words.English)
	r.focus("B")
	r.press(fyne.KeyDown, fyne.KeyUp)
	before := kit.HeightFor(r.view.cards["B"], 600)
	r.view.ToggleEvidence()
	if after := kit.HeightFor(r.view.cards["B"], 600); after <= before {
		t.Errorf("the card stays %v high", after)
	}
	r.at("B")
	r.view.ToggleEvidence()
	if after := kit.HeightFor(r.view.cards["B"], 600); after != before {
		t.Errorf("closed again the card is %v high, was %v", after, before)
	}
}

func TestShowingTwiceIsTheSame(t *testing.T) {
	r := enter(t, words.English)
	r.focus("A")
	r.view.Rune('1')
	first := test.RenderObjectToMarkup(r.view.Content)
	r.show()
	if second := test.RenderObjectToMarkup(r.view.Content); first != second {
		t.Error("the same ranking looks different the second time")
	}
}

func TestEverythingFitsInNarrowWindows(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang)
		r.focus("A")
		r.view.Rune('1')
		for id, card := range r.view.cards {
			if got := card.MinSize().Width; got > 948-panelWidth-41 {
				t.Errorf("%s: card %s needs %v", lang, id, got)
			}
		}
	}
}
