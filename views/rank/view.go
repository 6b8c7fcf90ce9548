// Package rank is the first step of the place where people put the options in order: one's own ranking. Nothing is ranked
// until a person does it.
package rank

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// State is what this place remembers when the window is built anew.
type State struct {
	Current string          // id of the chosen option
	Open    map[string]bool // options whose evidence is open
	Scroll  float32
}

// Deps is what this place needs: it asks for edits and is told the outcome by [View.Show].
type Deps struct {
	Head     func() fyne.CanvasObject // leads to the other steps; nil for none
	Options  []dataset.Option
	Question words.Text

	Evidence func(option string) []dataset.Evidence
	Actors   func(option string) []dataset.Actor
	Terms    func(text string, l words.Lang) []dataset.Span
	Open     func(option string, to Target) // goes to what the evidence on an option speaks of

	Place   func(option string, place int) // 1 is first; what is there changes with it
	Insert  func(option string, place int) // 1 is first; what is there and below makes room
	Move    func(option string, by int)    // -1 is up
	TakeOut func(option string)
	Undo    func()

	Focus    func(fyne.Focusable)
	Focused  func() fyne.Focusable
	Position func(text string)
}

// Ranking is what this place shows.
type Ranking struct {
	Places []string // option id by place, "" where none; as long as there are options
	Shown  []string // all options, in the order in which those without a place are read
	Undo   string   // the name of what undo would take back; "" for nothing
}

// View is the place.
type View struct {
	Content fyne.CanvasObject

	style  kit.Style
	deps   Deps
	state  *State
	shown  Ranking
	cards  map[string]*kit.Tap
	owners map[fyne.Focusable]string // the option of a card and of every button in it
	lines  []fyne.CanvasObject       // the places of the ballot, first to last
	drag   *drag                     // nil while no card is dragged
	scroll *kit.Scroller
	over   *fyne.Container // what is shown above all while a card is dragged
	root   *fyne.Container
	narrow bool // too narrow for cards and ballot side by side
}

const (
	panelWidth = 300
	leastCards = 480 // room that the cards keep beside the ballot
)

// New builds the place for a state, which it keeps up to date.
func New(style kit.Style, deps Deps, state *State) *View {
	if state.Open == nil {
		state.Open = map[string]bool{}
	}
	v := &View{style: style, deps: deps, state: state}
	v.over = container.NewWithoutLayout()
	v.root = &fyne.Container{Layout: &panes{v}}
	v.Content = v.root
	return v
}

// Show shows a ranking. The focus stays on the option it was on, wherever that went: on its card where the part that had it
// has gone or is disabled.
func (v *View) Show(r Ranking) {
	v.Keep()
	v.shown = r
	before := v.deps.Focused()
	option, within := v.owners[before]
	if v.style.Register.IDOf(before) == undoID {
		option, within = v.state.Current, true
	}
	if order := v.order(); v.state.Current == "" && len(order) > 0 {
		v.state.Current = order[0]
	}
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, func() {
		v.root.Objects = []fyne.CanvasObject{v.build(), v.over}
		v.root.Refresh()
	})
	if within && v.deps.Focused() == before && v.cards[option] != nil {
		v.deps.Focus(v.cards[option])
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
	s := v.style
	v.cards, v.owners, v.lines = map[string]*kit.Tap{}, map[fyne.Focusable]string{}, nil
	column := kit.Column(12)
	if v.deps.Head != nil {
		kit.Append(column, kit.Row(0, v.deps.Head()))
	}
	kit.Append(column, v.title())
	for _, id := range v.ranked() {
		kit.Append(column, v.card(v.option(id)))
	}
	if rest := v.unranked(); len(rest) > 0 {
		kit.Append(column, v.divider(len(rest) == len(v.deps.Options)))
		for _, id := range rest {
			kit.Append(column, v.card(v.option(id)))
		}
	}
	body := kit.Pad(kit.Inset{Top: 16, Bottom: 20, Left: 20, Right: 20}, column)
	v.scroll = kit.Scroll(body)
	ground := func(o fyne.CanvasObject) fyne.CanvasObject {
		return kit.Behind(canvas.NewRectangle(s.Palette.Ground), o)
	}
	if v.narrow {
		v.scroll = kit.Scroll(kit.Column(0, body, v.panel()))
		return ground(v.scroll.Container)
	}
	main, panel := ground(v.scroll.Container), kit.Scroll(v.panel()).Container
	sized := &fyne.Container{Layout: kit.Wide(s.Px(panelWidth)), Objects: []fyne.CanvasObject{kit.Behind(canvas.NewRectangle(s.Palette.Paper), panel)}}
	return kit.RowTop(0, main, main, s.Rule(), sized)
}

func (v *View) tr(key string, args ...words.Args) string { return v.style.Tr.T(key, args...) }

// title asks the question and says how far one is.
func (v *View) title() fyne.CanvasObject {
	s := v.style
	done := v.progress() + ". " + v.tr("rank.how")
	question := s.Paragraph(v.deps.Question.In(s.Tr.Lang()), kit.SizeHead, 28, kit.Semibold, s.Palette.Ink)
	parts := kit.Column(2, question, s.Paragraph(done, kit.SizeBody, 20, kit.Regular, s.Palette.Quiet))
	if v.narrow {
		kit.Append(parts, s.Paragraph(v.strip(), kit.SizeBody, 20, kit.Semibold, s.Palette.Ink))
	}
	return parts
}

// strip is the ballot in one line, for where there is no room beside the cards.
func (v *View) strip() string {
	var places []string
	for i, id := range v.shown.Places {
		if id == "" {
			id = "–"
		}
		places = append(places, v.style.Tr.Int(i+1)+" "+id)
	}
	return strings.Join(places, "  ·  ")
}

// divider stands between what is ranked and what is not.
func (v *View) divider(nothing bool) fyne.CanvasObject {
	s := v.style
	key := "rank.unranked"
	if nothing {
		key = "rank.nothing"
	}
	label := s.Text(v.tr(key), kit.SizeBody, kit.Semibold, s.Palette.Quiet)
	rule := s.Rule()
	return kit.RowGrow(12, rule, label, rule)
}

// ranked returns the options that have a place, best first.
func (v *View) ranked() []string {
	return slices.DeleteFunc(slices.Clone(v.shown.Places), func(id string) bool { return id == "" })
}

// unranked returns the other options, in the order that chance gave them.
func (v *View) unranked() []string {
	return slices.DeleteFunc(slices.Clone(v.shown.Shown), func(id string) bool { return slices.Contains(v.shown.Places, id) })
}

// order returns all options as they stand on the screen.
func (v *View) order() []string { return append(v.ranked(), v.unranked()...) }

func (v *View) option(id string) dataset.Option {
	for _, o := range v.deps.Options {
		if o.ID == id {
			return o
		}
	}
	return dataset.Option{ID: id, Title: words.Both(id, id)}
}

// place returns the place of an option, 0 for none.
func (v *View) place(id string) int { return slices.Index(v.shown.Places, id) + 1 }

func (v *View) progress() string {
	return v.tr("rank.progress", words.Args{"Placed": v.style.Tr.Int(len(v.ranked())), "All": v.style.Tr.Int(len(v.deps.Options))})
}

func (v *View) showPosition() { v.deps.Position(v.progress()) }

// panes fills the place and puts the ballot below the cards where the window is narrow.
type panes struct{ v *View }

// MinSize is small, so that the window can be.
func (*panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 160) }

// Layout implements fyne.Layout.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < p.v.style.Px(panelWidth+leastCards); narrow != p.v.narrow {
		p.v.narrow = narrow
		if p.v.scroll != nil { // else it is built when there is something to show
			p.v.Show(p.v.shown)
			objects = p.v.root.Objects
		}
	}
	kit.Fill{}.Layout(objects, size)
}
