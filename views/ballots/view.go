// Package ballots is the second step of the place Rank: ballots come in here, typed from paper at the speed of a number
// pad or cast on the screen by one person after another.
package ballots

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// View is the place.
type View struct {
	Content fyne.CanvasObject

	style kit.Style
	deps  Deps
	state *State
	shown Model

	boxes   *boxes
	serial  *kit.Field
	said    fyne.CanvasObject // what was typed, in an order; nil while that cannot be read
	paper   *fyne.Container   // holds the card that a paper is typed in
	list    *list
	tall    *fyne.Container // holds the list
	page    *kit.Scroller
	root    *fyne.Container
	size    fyne.Size  // that the place was built for
	tiles   []*kit.Tap // of the ballot on screen, in the order in which they stand
	owners  map[fyne.Focusable]string
	missing bool // Enter was pressed too early
}

const (
	stacked   = 820  // narrower than this, the cards stand one below the other
	lowHeight = 640  // lower than this, the boxes are small
	largeText = 1.25 // from text larger than this on, everything is set tighter
	sides     = 20   // room left and right
)

// New builds the place for a state, which it keeps up to date.
func New(style kit.Style, deps Deps, state *State) *View {
	v := &View{style: style, deps: deps, state: state, paper: &fyne.Container{Layout: kit.Fill{}}}
	v.boxes = newBoxes(style)
	v.boxes.onKey, v.boxes.onRune = v.boxKey, v.boxRune
	v.boxes.onTap = func() { v.deps.Focus(v.boxes) }
	v.boxes.onFocus = func() { v.reveal(v.boxes) }
	v.serial = style.Field("ballots-serial", state.Serial, v.serialEntered)
	v.serial.OnEscape = func() bool { v.deps.Focus(v.boxes); return true }
	v.serial.OnChanged = v.serialTyped
	v.list = newList(v)
	v.root = &fyne.Container{Layout: &panes{v}}
	v.Content = v.root
	return v
}

// Show shows the round. What is being typed stays, and so does the focus.
func (v *View) Show(m Model) {
	v.Keep()
	if v.state.Round != m.Round {
		*v.state = State{Round: m.Round}
		v.missing = false
	}
	v.shown = m
	if len(v.state.Digits) > len(m.Options) {
		v.state.Digits = ""
	}
	if m.Phase == Open && !v.state.Started {
		v.state.Started, v.state.Serial = true, v.first()
	}
	if m.Phase != Open && v.state.Screen.Step != Away {
		v.state.Screen = Screen{}
	}
	v.rebuild()
	v.showPosition()
}

func (v *View) rebuild() {
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, func() {
		v.root.Objects = []fyne.CanvasObject{v.build()}
		v.root.Refresh()
	})
	if v.page != nil {
		v.page.SetOffset(v.state.Scroll)
	}
}

// Keep remembers how far the page is scrolled, before it is built anew or left.
func (v *View) Keep() {
	if v.page != nil {
		v.state.Scroll = v.page.Offset()
	}
}

func (v *View) tr(key string, args ...words.Args) string { return v.style.Tr.T(key, args...) }

func (v *View) build() fyne.CanvasObject {
	if v.state.Screen.Step != Away {
		return v.screen()
	}
	column := kit.Column(12, v.top())
	var cards fyne.CanvasObject
	switch {
	case v.shown.Phase == Planned:
		cards = v.planned()
		column = kit.ColumnGrow(12, cards, column.Objects...)
	default:
		v.showPaper()
		left, right := v.card(v.paper), v.card(v.entered())
		cards = &fyne.Container{Layout: &split{gap: cardGap, stack: v.narrow()}, Objects: []fyne.CanvasObject{left, right}}
		column = kit.ColumnGrow(12, cards, append(column.Objects, v.strip())...)
	}
	kit.Append(column, cards)
	v.page = kit.Scroll(kit.Pad(kit.Inset{Top: 16, Bottom: 16, Left: sides, Right: sides}, column))
	return kit.Behind(canvas.NewRectangle(v.style.Palette.Ground), v.page.Container)
}

// card puts an object on paper.
func (v *View) card(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Behind(v.style.Rect(v.style.Palette.Paper, v.style.Palette.Rule), o)
}

func (v *View) narrow() bool { return v.size.Width > 0 && v.size.Width < v.style.Px(stacked) }

// tight reports whether there is little room, so that everything is set closer.
func (v *View) tight() bool { return v.low() || v.style.Factor > largeText }
func (v *View) low() bool   { return v.size.Height > 0 && v.size.Height < lowHeight }

// width is the room between the sides.
func (v *View) width() float32 { return v.size.Width - 2*sides }

func (v *View) showPosition() {
	if v.state.Screen.Step != Away {
		v.deps.Position("")
		return
	}
	v.deps.Position(v.progress())
}

// progress says how many of the ballots are in.
func (v *View) progress() string {
	c, tr := v.shown.Counts, v.style.Tr
	if c.Returned == 0 {
		return tr.N("ballots.progress.entered", c.Entered)
	}
	return v.tr("ballots.progress", words.Args{"Entered": tr.Int(c.Entered), "All": tr.Int(c.Returned)})
}

// planned is the place before the round is open.
func (v *View) planned() fyne.CanvasObject {
	s := v.style
	column := kit.Column(14, s.Paragraph(v.tr("ballots.planned"), kit.SizeTitle, 24, kit.Semibold, s.Palette.Ink))
	printed := v.tr("ballots.plan.print")
	if n := v.shown.Counts.Issued; n > 0 {
		printed += " " + s.Tr.N("ballots.planned.issued", n)
	}
	for i, step := range []struct {
		text string
		kit.ButtonSpec
	}{
		{v.tr("ballots.plan.people"), kit.ButtonSpec{ID: "ballots.planned.people", Text: v.tr("ballots.people"), OnTapped: v.deps.People}},
		{v.tr("ballots.plan.rule"), kit.ButtonSpec{ID: "ballots.planned.setup", Text: v.tr("ballots.setup"), OnTapped: v.deps.RoundSetup}},
		{printed, kit.ButtonSpec{ID: "ballots.planned.print", Text: v.tr("ballots.print"), OnTapped: v.deps.Print}},
		{v.tr("ballots.plan.open"), kit.ButtonSpec{ID: "ballots.open", Text: v.tr("ballots.open"), Kind: kit.Primary, OnTapped: v.deps.Open}},
	} {
		number := kit.Fixed(s.Px(28), s.Px(28), kit.Center(s.Text(s.Tr.Int(i+1), kit.SizeTitle, kit.Bold, s.Palette.Accent)))
		text := s.Body(step.text)
		kit.Append(column, s.Rule(), kit.Beside(s.Px(planWidth), kit.RowGrow(10, text, number, text), s.Button(step.ButtonSpec)))
	}
	return v.card(kit.Pad(kit.Even(24), column))
}

// planWidth is the room that the text of a step keeps beside its button.
const planWidth = 360

// split puts two cards side by side, the second a little wider, or one below the other.
type split struct {
	gap   float32
	stack bool
	width float32 // of the last layout; what MinSize assumes
}

const (
	cardGap    = 16
	firstShare = 0.46
)

func (p *split) widths(width float32) (float32, float32) {
	if p.stack {
		return width, width
	}
	first := (width - p.gap) * firstShare
	return first, width - p.gap - first
}

// MinSize implements fyne.Layout.
func (p *split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := max(objects[0].MinSize().Width, objects[1].MinSize().Width)
	return fyne.NewSize(w, p.HeightFor(objects, max(p.width, w)))
}

// HeightFor implements [kit.WrappingLayout].
func (p *split) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	a, b := p.widths(width)
	ha, hb := kit.HeightFor(objects[0], a), kit.HeightFor(objects[1], b)
	if p.stack {
		return ha + p.gap + hb
	}
	return max(ha, hb)
}

// Layout implements fyne.Layout.
func (p *split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	a, b := p.widths(size.Width)
	ha, second := size.Height, fyne.NewPos(a+p.gap, 0)
	hb := size.Height
	if p.stack {
		ha = kit.HeightFor(objects[0], a)
		second = fyne.NewPos(0, ha+p.gap)
		hb = max(size.Height-second.Y, kit.HeightFor(objects[1], b))
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(a, ha))
	objects[1].Move(second)
	objects[1].Resize(fyne.NewSize(b, hb))
}

// panes fills the place, which is built anew for another size.
type panes struct{ v *View }

// MinSize is small, so that the window can be.
func (*panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 160) }

// Layout implements fyne.Layout.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size != p.v.size {
		p.v.size = size
		if len(objects) > 0 {
			p.v.Keep()
			p.v.rebuild()
			objects = p.v.root.Objects
		}
	}
	kit.Fill{}.Layout(objects, size)
}
