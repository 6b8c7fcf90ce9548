package ballots

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// Step is how far the ballot on screen has got.
type Step int

// The steps of ballots on screen. Nothing of any ballot is shown but in Voting, and there only the voter's own.
const (
	Away    Step = iota // papers are typed
	Waiting             // for the next person
	Voting
	Thanks
)

// Screen is the ballot that a person is casting here. It is nowhere else until that person confirms it.
type Screen struct {
	Step    Step
	Ballot  string   // id
	Order   []string // in which the options are read
	Places  []string // option by place, "" where none
	Current string   // option that keys work on
}

// startScreen goes over to ballots on screen.
func (v *View) startScreen() { v.goTo(Screen{Step: Waiting}) }

func (v *View) goTo(s Screen) {
	v.state.Screen, v.state.Scroll = s, 0
	v.page = nil
	v.rebuild()
	v.showPosition()
	v.focusStep()
}

// focusStep puts the focus on what Enter should press, or on the first option.
func (v *View) focusStep() {
	names := map[Step]string{Away: "ballots-boxes", Waiting: "ballots.screen.begin", Thanks: "ballots.screen.next"}
	if v.state.Screen.Step == Voting {
		v.focusTile()
	} else if part := v.style.Register.Get(names[v.state.Screen.Step]); part != nil {
		v.deps.Focus(part)
	}
}

// begin hands an empty ballot to a person.
func (v *View) begin() {
	id, order := v.deps.Begin()
	s := Screen{Step: Voting, Ballot: id, Order: order, Places: make([]string, len(order))}
	if len(order) > 0 {
		s.Current = order[0]
	}
	v.goTo(s)
}

// cancel forgets the ballot.
func (v *View) cancel() { v.goTo(Screen{Step: Waiting}) }

// leave goes back to the papers.
func (v *View) leave() { v.goTo(Screen{}) }

// confirm casts the ballot; only then does anyone but the voter's eyes know of it.
func (v *View) confirm() {
	s := v.state.Screen
	e := Entry{ID: s.Ballot, Shown: s.Order, Places: map[string]int{}, Table: v.shown.Table, Person: v.shown.Person, Screen: true}
	for i, id := range s.Places {
		if id != "" {
			e.Places[id] = i + 1
		}
	}
	if len(e.Places) == 0 {
		e.State = Blank
	}
	v.state.Screen = Screen{Step: Thanks}
	if !v.deps.Enter(e) {
		v.goTo(s)
		return
	}
	v.goTo(Screen{Step: Thanks})
}

// screen fills the place with the step that ballots on screen are in.
func (v *View) screen() fyne.CanvasObject {
	v.tiles, v.owners = nil, map[fyne.Focusable]string{}
	var body fyne.CanvasObject
	switch v.state.Screen.Step {
	case Voting:
		body = v.ballot()
	case Thanks:
		body = v.between("ballots.screen.thanks", "ballots.screen.thanks.how", "ballots.screen.next")
	default:
		body = v.between("ballots.screen.title", "ballots.screen.how", "ballots.screen.begin")
	}
	v.page = kit.Scroll(kit.Pad(kit.Inset{Top: 24, Bottom: 20, Left: sides, Right: sides}, body))
	return kit.Behind(canvas.NewRectangle(v.style.Palette.Ground), v.page.Container)
}

// between is what is seen while the laptop goes from hand to hand.
func (v *View) between(title, how, next string) fyne.CanvasObject {
	s := v.style
	column := kit.Column(16,
		s.Paragraph(v.tr(title), kit.SizeBig, 36, kit.Semibold, s.Palette.Ink),
		s.Paragraph(v.tr(how), kit.SizeTitle, 24, kit.Regular, s.Palette.Ink),
	)
	if i := slices.IndexFunc(v.shown.People, func(c Choice) bool { return c.ID == v.shown.Person }); i >= 0 {
		who := v.tr("ballots.screen.person", words.Args{"Name": v.shown.People[i].Name})
		kit.Append(column, s.Paragraph(who, kit.SizeTitle, 24, kit.Semibold, s.Palette.Ink))
	}
	kit.Append(column, kit.Flow(8,
		s.Button(kit.ButtonSpec{ID: next, Text: v.tr(next), Kind: kit.Primary, OnTapped: v.begin}),
		s.Button(kit.ButtonSpec{ID: "ballots.screen.leave", Text: v.tr("ballots.screen.leave"), OnTapped: v.leave}),
	))
	return v.card(kit.Pad(kit.Even(32), column))
}

// ballot is the ballot of one person.
func (v *View) ballot() fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	column := kit.Column(10,
		s.Paragraph(v.shown.Question, kit.SizeHead, 28, kit.Semibold, p.Ink),
		s.Paragraph(v.tr("ballots.screen.rank"), kit.SizeBody, 20, kit.Regular, p.Quiet),
	)
	for _, id := range v.standing() {
		kit.Append(column, v.tile(id))
	}
	left := len(v.state.Screen.Order) - v.placed()
	text := v.tr("ballots.screen.all")
	switch {
	case v.placed() == 0:
		text = v.tr("ballots.screen.none")
	case left > 0:
		text = s.Tr.N("ballots.screen.some", left)
	}
	confirm, kind := "ballots.screen.confirm", kit.Primary
	if v.placed() == 0 { // nobody should hand in an empty ballot by haste
		confirm, kind = "ballots.screen.blank", kit.Plain
	}
	kit.Append(column, s.Body(text), kit.Flow(8,
		s.Button(kit.ButtonSpec{ID: "ballots.screen.confirm", Text: v.tr(confirm), Kind: kind, OnTapped: v.confirm}),
		s.Button(kit.ButtonSpec{ID: "ballots.screen.cancel", Text: v.tr("ballots.screen.cancel"), OnTapped: v.cancel}),
	))
	return column
}

// standing returns the options as they stand on the screen: ranked ones first, the others as chance put them.
func (v *View) standing() []string {
	s := v.state.Screen
	out := slices.DeleteFunc(slices.Clone(s.Places), func(id string) bool { return id == "" })
	for _, id := range s.Order {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func (v *View) placed() int {
	n := 0
	for _, id := range v.state.Screen.Places {
		if id != "" {
			n++
		}
	}
	return n
}

// tile is an option on the ballot.
func (v *View) tile(id string) fyne.CanvasObject {
	s, p, o := v.style, v.style.Palette, v.shown.option(id)
	place := slices.Index(v.state.Screen.Places, id) + 1
	side := s.Px(40)
	box := kit.Fixed(side, side, s.Dashed(), kit.Center(s.Text("–", kit.SizeHead, kit.Regular, p.Quiet)))
	if place > 0 {
		box = kit.Fixed(side, side, s.Rect(p.Accent, nil), kit.Center(s.Text(strconv.Itoa(place), kit.SizeHead, kit.Bold, p.OnAccent)))
	}
	title := s.Paragraph(o.Title, kit.SizeTitle, 22, kit.Semibold, p.Ink)
	what := kit.RowGrow(12, title, box, s.Chip(id), title)
	var buttons fyne.CanvasObject
	if place > 0 {
		buttons = v.moveButtons(id, place)
	} else {
		buttons = v.placeButtons(id)
	}
	look := kit.Look{Fill: p.Paper, Stroke: p.Rule}
	if id == v.state.Screen.Current {
		look.Stroke, look.Bar = p.Accent, p.Accent
	}
	body := kit.Beside(s.Px(280), what, kit.Pad(kit.Inset{Left: 12}, buttons))
	tile := s.Tap("ballots-tile-"+id, o.Title, look, kit.Pad(kit.Inset{Top: 8, Bottom: 8, Left: 12, Right: 12}, body), func() { v.choose(id) })
	tile.OnKey = v.screenKey
	v.own(tile, id)
	v.tiles = append(v.tiles, tile)
	return tile
}

func (v *View) own(t *kit.Tap, id string) { v.owners[t] = id }
