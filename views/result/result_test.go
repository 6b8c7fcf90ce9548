package result

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app/ballot"
	"doublefix/app/look"
	"doublefix/app/ranking"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

// room is the place with what it asked for.
type room struct {
	t     *testing.T
	view  *View
	style kit.Style
	win   fyne.Window
	state State
	model Model
	asked []string
	said  string
	menu  *fyne.Menu
}

func enter(t *testing.T, lang words.Lang, factor, width float32) *room {
	t.Helper()
	r := &room{t: t, win: test.NewTempWindow(t, nil), style: kit.NewStyle(words.For(lang), look.Light(), factor)}
	r.style.Key = func(ev *fyne.KeyEvent) { r.view.Key(ev) }
	ask := func(what string) func() { return func() { r.asked = append(r.asked, what) } }
	r.view = New(r.style, Deps{
		Head:        func() fyne.CanvasObject { return r.style.Text("1 2 3", kit.SizeBody, kit.Regular, r.style.Palette.Ink) },
		ChooseRound: func(id string) { ask("round " + id)() }, ChooseTable: func(id string) { ask("table " + id)() },
		Reveal: ask("reveal"), Cover: ask("cover"), DrawLot: ask("lot"), ToBallots: ask("ballots"), KeepInHandout: ask("handout"),
		Export: func(kind string) { ask("export " + kind)() }, ExportCard: func(id, kind string) { ask(id + " " + kind)() },
		Focus: r.win.Canvas().Focus, Focused: r.win.Canvas().Focused,
		PopUp:    func(menu *fyne.Menu, _ fyne.CanvasObject) { r.menu = menu },
		Position: func(text string) { r.said = text },
	}, &r.state)
	r.model = Model{
		Report: report(t, 4), Ballots: 19, Round: "2", Rounds: []Choice{{"1", "1"}, {"2", "2"}}, Tables: []Choice{{"1", "Uno"}, {"2", "Dos"}},
	}
	r.win.SetPadded(false)
	r.win.SetContent(r.view.Content)
	r.win.Resize(fyne.NewSize(width, 700))
	r.view.Show(r.model)
	return r
}

// report is a result of two rounds at two tables; the ballots for B before C are as many as said.
func report(t *testing.T, bc int64) *result.Report {
	t.Helper()
	round := func(id string, bc int64) result.Round {
		p := &ballot.Profile{Options: []string{"A", "B", "C", "D"}, Spoilt: 1}
		half := &ballot.Profile{Options: p.Options}
		for _, row := range []struct {
			places []uint8
			count  int64
		}{{[]uint8{3, 1, 2, 4}, bc}, {[]uint8{3, 2, 1, 4}, 5}, {[]uint8{1, 2, 3, 4}, 4}, {[]uint8{2, 3, 1, 4}, 2}, {[]uint8{3, 2, 4, 1}, 3}} {
			p.Add(row.places, row.count)
			half.Add(row.places, max(row.count/2, 1))
		}
		people := []ranking.Person{{Before: []uint8{1, 2, 3, 4}, After: []uint8{2, 1, 3, 4}}, {Before: []uint8{1, 2, 3, 4}, After: []uint8{1, 2, 3, 4}}}
		return result.Round{ID: id, Name: words.Both("round "+id, "ronda "+id), Profile: p, People: people, Rule: ranking.Schulze, Groups: []result.Group{
			{ID: "1", Name: words.Both("One", "Uno"), Profile: half}, {ID: "2", Name: words.Both("Two", "Dos"), Profile: half},
		}}
	}
	var options []result.Option
	for _, o := range [][3]string{
		{"A", "Coordinate agencies", "Coordinar agencias"},
		{"B", "Tracing and data", "Rastreo y datos"},
		{"C", "Accountability", "Pedir cuentas"},
		{"D", "Local prevention", "Prevención local"},
	} {
		options = append(options, result.Option{ID: o[0], Title: words.Both(o[1], o[2]), Short: words.Both(o[1], o[2])})
	}
	rep, err := result.New(result.Input{
		Question: words.Both("What first?", "¿Qué primero?"), Options: options, Rounds: []result.Round{round("1", 2), round("2", bc)}, Current: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func (r *room) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		ev := &fyne.KeyEvent{Name: k}
		if f := r.win.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else {
			r.view.Key(ev)
		}
	}
}

func (r *room) tap(id string) {
	r.t.Helper()
	part, ok := r.style.Register.Get(id).(*kit.Tap)
	if !ok {
		r.t.Fatalf("there is no %s", id)
	}
	test.Tap(part)
}

func (r *room) at(id string) {
	r.t.Helper()
	if got := r.style.Register.IDOf(r.win.Canvas().Focused()); got != id {
		r.t.Errorf("the focus is on %q, want %s", got, id)
	}
}

func (r *room) want(asked ...string) {
	r.t.Helper()
	if !slices.Equal(r.asked, asked) {
		r.t.Errorf("asked for %q, want %q", r.asked, asked)
	}
	r.asked = nil
}

// text is a text as it stands in the window.
type text struct {
	words       string
	left, right float32
	cutAt       float32 // the right edge of the narrowest thing around it
}

// texts returns all texts that are shown, as they stand.
func texts(o fyne.CanvasObject, x, edge float32) []text {
	if !o.Visible() {
		return nil
	}
	x += o.Position().X
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		return []text{{o.Text, x, x + o.MinSize().Width, edge}}
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		edge = min(edge, x+o.Size().Width)
		inside = test.WidgetRenderer(o).Objects()
	}
	var all []text
	for _, child := range inside {
		all = append(all, texts(child, x, edge)...)
	}
	return all
}

func (r *room) texts() []text { return texts(r.view.Content, 0, r.win.Canvas().Size().Width) }

// Covered, the place looks the same whatever the ballots say, by itself and after every key.
func TestCoveredLeaksNothing(t *testing.T) {
	for _, lang := range words.Langs() {
		var first string
		for _, rep := range []*result.Report{report(t, 4), report(t, 9), nil} {
			r := enter(t, lang, 1, 1204)
			r.model.Covered, r.model.Report = true, rep
			r.view.Show(r.model)
			r.press(fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnd)
			r.view.Rune('h')
			r.want()
			if !r.style.Register.Get("result.export").(*kit.Tap).Disabled() {
				t.Error("a covered result can be exported")
			}
			markup := test.RenderObjectToMarkup(r.view.Content)
			if first == "" {
				first = markup
			}
			if markup != first {
				t.Errorf("%s: what is covered shows", lang)
			}
			if want := r.style.Tr.T("result.view.position.covered"); r.said != want {
				t.Errorf("the foot says %q, want %q", r.said, want)
			}
		}
		if !strings.Contains(first, "19") || !strings.Contains(first, words.For(lang).T("result.view.reveal")) {
			t.Errorf("%s: it does not say how many ballots are in, or how to show the result", lang)
		}
	}
}

func TestShowingAndCovering(t *testing.T) {
	r := enter(t, words.English, 1, 1204)
	r.view.Rune('R')
	r.want("cover")
	r.view.choose("pairs")
	r.model.Covered = true
	r.view.Show(r.model)
	r.at(coverID) // the card with the focus has gone
	r.view.Rune('r')
	r.want("reveal")
	r.tap("result.reveal")
	r.want("reveal")
	r.model.Open = true
	r.view.Show(r.model)
	r.view.Rune('r')
	r.tap(coverID)
	r.want()
	if r.view.Rune('x') {
		t.Error("x was used")
	}
}

func TestWalkingOverTheCards(t *testing.T) {
	r := enter(t, words.Spanish, 1, 1204)
	r.press(fyne.KeyRight)
	r.at("result.card." + r.view.order[0])
	for range r.view.order {
		r.press(fyne.KeyRight)
	}
	last := r.view.order[len(r.view.order)-1]
	r.at("result.card." + last)
	if card := r.view.taps[last]; r.view.scroll.Offset() == 0 || card == nil {
		t.Error("the last card was not scrolled to")
	}
	n := words.For(words.Spanish).Int(len(r.view.order))
	if want := "Tarjeta " + n + " de " + n; r.said != want {
		t.Errorf("said %q, want %q", r.said, want)
	}
	r.press(fyne.KeyLeft)
	r.at("result.card." + r.view.order[len(r.view.order)-2])
	r.press(fyne.KeyHome)
	r.at("result.card." + r.view.order[0])
	if r.view.scroll.Offset() != 0 {
		t.Errorf("the finding above the first card is not in sight: scrolled by %v", r.view.scroll.Offset())
	}
}

func TestHowItIsCountedOpensInTheCard(t *testing.T) {
	r := enter(t, words.English, 1, 1204)
	r.view.choose("pairs")
	height := func() float32 { return kit.HeightFor(r.view.taps["pairs"], 450) }
	before := height()
	r.press(fyne.KeyReturn)
	r.at("result.card.pairs")
	if height() <= before {
		t.Error("the card has not grown")
	}
	said := ""
	for _, x := range r.texts() {
		said += x.words + "\n"
	}
	if !strings.Contains(said, "How it is counted") {
		t.Error("it does not say how it is counted")
	}
	r.tap("result.export.pairs.svg")
	r.tap("result.export.pairs.png")
	r.want("pairs svg", "pairs png")
	r.win.Canvas().Focus(r.style.Register.Get("result.export.pairs.svg"))
	r.view.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.at("result.card.pairs") // the button with the focus has gone
	if height() != before {
		t.Errorf("closed again the card is %v high, was %v", height(), before)
	}
	r.tap("result.how.pairs")
	r.at("result.card.pairs")
	if height() <= before {
		t.Error("a click on the arrow does not open the card")
	}
}

func TestWhatTheTopLineAsksFor(t *testing.T) {
	r := enter(t, words.English, 1, 1204)
	r.tap("result.view.round")
	r.menu.Items[0].Action()
	if !r.menu.Items[1].Checked {
		t.Error("the round that is shown is not checked")
	}
	r.tap("result.view.table")
	r.menu.Items[2].Action()
	r.menu.Items[0].Action()
	r.tap("result.export")
	for _, item := range r.menu.Items {
		item.Action()
	}
	r.view.Rune('h')
	r.want("round 1", "table 2", "table ", "export csv", "export json", "export pdf", "handout")
	r.model.Tied = true
	r.view.Show(r.model)
	r.tap("result.lot")
	r.want("lot")
}

func TestWithoutBallots(t *testing.T) {
	r := enter(t, words.English, 1, 1204)
	r.model.Report = nil
	r.view.Show(r.model)
	r.press(fyne.KeyRight, fyne.KeyReturn)
	r.view.Rune('r')
	r.view.Rune('h')
	r.want()
	r.tap("result.ballots")
	r.want("ballots")
}

// Every text stays within the window and what frames it, in all sizes, with all cards open.
func TestNothingIsCut(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, factor := range []float32{1, 1.25, 2} {
			for _, width := range []float32{1204, 948, 684, 520} {
				if width/factor < 460 {
					continue
				}
				r := enter(t, lang, factor, width)
				for _, id := range r.view.order {
					r.state.Open[id] = true
				}
				r.model.Tied = true
				r.view.Show(r.model)
				for _, x := range r.texts() {
					if x.right > x.cutAt+1 || x.left < 0 {
						t.Errorf("%s at %v, %v wide: %q ends at %v of %v", lang, factor, width, x.words, x.right, x.cutAt)
					}
					if strings.HasPrefix(x.words, "result.") {
						t.Errorf("%s: %q has no text", lang, x.words)
					}
				}
			}
		}
	}
}

func TestShowingTwiceIsTheSame(t *testing.T) {
	r := enter(t, words.English, 1, 948)
	r.view.choose("rules")
	first := test.RenderObjectToMarkup(r.view.Content)
	r.view.Show(r.model)
	if second := test.RenderObjectToMarkup(r.view.Content); first != second {
		t.Error("the same result looks different the second time")
	}
}

// The plan has every card once, whatever cards there are.
func TestPlanHasEveryCardOnce(t *testing.T) {
	all := []string{"pairs", "places", "first", "agreement", "firmness", "rules", "moves", "tables", "minority", "method", "criteria", "new"}
	random := rand.New(rand.NewPCG(4, 4))
	for range 500 {
		ids := slices.DeleteFunc(slices.Clone(all), func(string) bool { return random.IntN(3) == 0 })
		for columns := 1; columns <= 3; columns++ {
			var got []string
			for _, l := range plan(columns, ids) {
				var sum float32
				for _, s := range l.shares {
					sum += s
				}
				if len(l.cells) > columns || len(l.cells) != len(l.shares) || sum < 0.999 || sum > 1.001 {
					t.Fatalf("%d columns, %v: a line of %d cells with shares %v", columns, ids, len(l.cells), l.shares)
				}
				for _, cell := range l.cells {
					got = append(got, cell...)
				}
			}
			slices.Sort(got)
			if want := slices.Sorted(slices.Values(ids)); !slices.Equal(got, want) {
				t.Fatalf("%d columns have %v, want %v", columns, got, want)
			}
		}
	}
}

func TestStrongPartsInTheirOrder(t *testing.T) {
	s := result.Sentence{Text: "B before A, not A before B", Strong: []string{"B", "before", "B", "gone"}}
	var got []string
	for _, p := range strong(s) {
		got = append(got, s.Text[p.Start:p.End])
	}
	if parts := strong(s); !slices.Equal(got, []string{"B", "before", "B"}) || parts[2].Start != len(s.Text)-1 {
		t.Errorf("strong are %v at %v", got, parts)
	}
}
