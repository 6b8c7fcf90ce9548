// Package result is the third step of the place Rank: what the group says, in a sentence and in cards.
package result

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// State is what this place remembers when the window is built anew.
type State struct {
	Card   string          // id of the chosen card
	Open   map[string]bool // cards that say how they are counted
	Scroll float32
}

// Deps is what this place needs: it asks for edits and files and is told the outcome by [View.Show].
type Deps struct {
	Head func() fyne.CanvasObject // the steps, at the left of the top line; nil for none

	ChooseRound   func(id string)
	ChooseTable   func(id string) // "" is all
	Reveal        func()          // shows the result of the round in this window
	Cover         func()
	DrawLot       func()
	ToBallots     func()                // to the step where ballots are entered; nil where there is none
	Export        func(kind string)     // "csv", "json", "pdf"
	ExportCard    func(id, kind string) // the chart of a card: "svg", "png"
	KeepInHandout func()                // or takes it out, where it is in

	Focus    func(fyne.Focusable)
	Focused  func() fyne.Focusable
	PopUp    func(menu *fyne.Menu, below fyne.CanvasObject)
	Position func(text string) // where one is, for the foot of the window
}

// Choice is a round or a table that can be chosen.
type Choice struct{ ID, Name string }

// Model is what this place shows.
type Model struct {
	Report  *result.Report // nil where no ballot is in; nothing of it is shown while it is covered
	Covered bool           // nothing of the counts may be seen
	Open    bool           // ballots can still come in, so the result cannot be shown yet
	Ballots int            // how many are in, of whatever kind
	Rounds  []Choice
	Round   string
	Tables  []Choice
	Table   string // "" for all
	Tied    bool   // a tie can be parted by lot

	InHandout bool     // it is printed with the handout
	Twice     []string // names of people with more than one ballot that counts
}

// View is the place.
type View struct {
	Content fyne.CanvasObject

	style   kit.Style
	deps    Deps
	state   *State
	shown   Model
	report  *result.Report // that cards were made of
	cards   []result.Card
	taps    map[string]*kit.Tap       // of cards, by id
	owners  map[fyne.Focusable]string // the card of a tap and of every button in it
	order   []string                  // ids of cards as they stand on the screen
	cover   *kit.Tap                  // shows or covers the result
	scroll  *kit.Scroller
	root    *fyne.Container
	columns int
}

// New builds the place for a state, which it keeps up to date.
func New(style kit.Style, deps Deps, state *State) *View {
	if state.Open == nil {
		state.Open = map[string]bool{}
	}
	v := &View{style: style, deps: deps, state: state, columns: 3}
	v.root = &fyne.Container{Layout: &panes{v}}
	v.Content = v.root
	return v
}

// Show shows a result. The focus stays where it was; where that part has gone, it goes to the card it was in, or to the
// button that shows the result.
func (v *View) Show(m Model) {
	v.Keep()
	v.shown = m
	if m.Report != nil && m.Report.Now.Result.Ballots == 0 {
		v.shown.Report = nil
	}
	before := v.deps.Focused()
	id := v.style.Register.IDOf(before)
	card := v.owners[before]
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, func() {
		v.root.Objects = []fyne.CanvasObject{v.build()}
		v.root.Refresh()
	})
	switch after := v.deps.Focused(); {
	case after != before || !strings.HasPrefix(id, "result"):
	case v.taps[card] != nil:
		v.deps.Focus(v.taps[card])
	case v.cover != nil:
		v.deps.Focus(v.cover)
	}
	v.scroll.SetOffset(v.state.Scroll)
	v.showPosition()
}

// Keep remembers how far the page is scrolled, before it is built anew or left.
func (v *View) Keep() {
	if v.scroll != nil {
		v.state.Scroll = v.scroll.Offset()
	}
}

func (v *View) build() fyne.CanvasObject {
	v.taps, v.owners, v.order, v.cover = map[string]*kit.Tap{}, map[fyne.Focusable]string{}, nil, nil
	column := kit.Column(cardGap, v.top())
	switch {
	case v.shown.Covered:
		kit.Append(column, v.covered())
	case v.shown.Report == nil:
		kit.Append(column, v.empty())
	default:
		v.read()
		kit.Append(column, v.finding(), v.grid())
	}
	v.scroll = kit.Scroll(kit.Pad(kit.Inset{Top: 14, Bottom: 16, Left: 20, Right: 20}, column))
	return kit.Behind(canvas.NewRectangle(v.style.Palette.Ground), v.scroll.Container)
}

// read takes the cards from the report, once a report.
func (v *View) read() {
	if v.report != v.shown.Report {
		v.report, v.cards = v.shown.Report, v.shown.Report.Cards(v.style.Tr)
	}
}

// grid is all cards in as many columns as there is room for.
func (v *View) grid() fyne.CanvasObject {
	byID := map[string]result.Card{}
	var ids []string
	for _, c := range v.cards {
		byID[c.ID], ids = c, append(ids, c.ID)
	}
	lines := kit.Column(cardGap)
	for _, l := range plan(v.columns, ids) {
		var cells []fyne.CanvasObject
		for _, cell := range l.cells {
			var stack []fyne.CanvasObject
			for _, id := range cell {
				stack = append(stack, v.card(byID[id]))
				v.order = append(v.order, id)
			}
			cells = append(cells, stacked(cardGap, stack[len(stack)-1], 0, stack...))
		}
		kit.Append(lines, sideBySide(cardGap, l.shares, cells...))
	}
	return lines
}

func (v *View) tr(key string, args ...words.Args) string { return v.style.Tr.T(key, args...) }

// Widths from which on there are three and two columns, at text factor 1.
const (
	leastThree = 1020
	leastTwo   = 680
)

// panes fills the place and chooses how many columns there are.
type panes struct{ v *View }

// MinSize is small, so that the window can be.
func (*panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 160) }

// Layout implements fyne.Layout.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	v, columns := p.v, 1
	switch {
	case size.Width >= v.style.Px(leastThree):
		columns = 3
	case size.Width >= v.style.Px(leastTwo):
		columns = 2
	}
	if columns != v.columns {
		v.columns = columns
		if v.scroll != nil { // else it is built when there is something to show
			v.Show(v.shown)
			objects = v.root.Objects
		}
	}
	kit.Fill{}.Layout(objects, size)
}
