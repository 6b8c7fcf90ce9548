package ballots

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/views/kit"
)

// top has the steps, what is being entered, and the ways to everything around it.
func (v *View) top() fyne.CanvasObject {
	for apart := allApart; apart >= noneApart; apart-- {
		gap := kit.Gap()
		parts := append([]fyne.CanvasObject{v.deps.Head(), gap}, v.selects()...)
		line := kit.RowGrow(8, gap, append(parts, v.dialogs(apart)...)...)
		if line.MinSize().Width <= v.width() {
			return line
		}
	}
	return kit.Column(8, kit.Flow(8, append([]fyne.CanvasObject{v.deps.Head()}, v.dialogs(peopleApart)...)...), kit.Flow(8, v.selects()...))
}

// selects choose round, table and person.
func (v *View) selects() []fyne.CanvasObject {
	m := v.shown
	parts := []fyne.CanvasObject{v.pick("ballots.round", m.Rounds, m.Round, v.deps.ChooseRound)}
	if len(m.Tables) > 0 {
		tables := append([]Choice{{Name: v.tr("ballots.table.any")}}, m.Tables...)
		parts = append(parts, v.pick("ballots.table", tables, m.Table, v.deps.ChooseTable))
	}
	if len(m.People) > 0 {
		people := append([]Choice{{Name: v.tr("ballots.person.none")}}, m.People...)
		parts = append(parts, v.pick("ballots.person", people, m.Person, v.deps.ChoosePerson))
	}
	return parts
}

const widestChoice = 190 // of the name in a select

// pick is a button that opens a menu of choices and reads as the one that holds.
func (v *View) pick(key string, choices []Choice, current string, choose func(id string)) fyne.CanvasObject {
	s := v.style
	name := ""
	var items []*fyne.MenuItem
	for _, c := range choices {
		item := fyne.NewMenuItem(c.Name, func() { choose(c.ID) })
		item.Checked = c.ID == current
		if item.Checked {
			name = c.Name
		}
		items = append(items, item)
	}
	var button *kit.Tap
	button = s.Button(kit.ButtonSpec{
		ID: key, Text: s.Shorten(name, kit.SizeBody, kit.Semibold, s.Px(widestChoice)), Name: v.tr(key), Trailing: "chevron-down",
		OnTapped: func() { v.deps.PopUp(fyne.NewMenu("", items...), button) },
	})
	return button
}

// How many of the dialogs have a button of their own; the others are behind one button.
const (
	noneApart   = 0
	peopleApart = 1
	allApart    = 3
)

// dialogs are the ways to people, files and printers, the first of them apart.
func (v *View) dialogs(apart int) []fyne.CanvasObject {
	s := v.style
	var parts []fyne.CanvasObject
	var items []*fyne.MenuItem
	for i, d := range []kit.ButtonSpec{
		{ID: "ballots.people", OnTapped: v.deps.People},
		{ID: "ballots.import", OnTapped: v.deps.Import},
		{ID: "ballots.print", OnTapped: v.deps.Print},
		{ID: "ballots.setup", OnTapped: v.deps.RoundSetup},
		{ID: "ballots.audit", OnTapped: v.deps.Audit},
	} {
		d.Text = v.tr(d.ID)
		if i < apart {
			parts = append(parts, s.Button(d))
		} else {
			items = append(items, fyne.NewMenuItem(d.Text, d.OnTapped))
		}
	}
	var rest *kit.Tap
	rest = s.Button(kit.ButtonSpec{
		ID: "ballots.more", Text: v.tr("ballots.more"), Trailing: "chevron-down",
		OnTapped: func() { v.deps.PopUp(fyne.NewMenu("", items...), rest) },
	})
	return append(parts, rest)
}

// strip counts the ballots: how many were printed, came back and are entered, each with what is missing or special of it.
func (v *View) strip() fyne.CanvasObject {
	s, c := v.style, v.shown.Counts
	cells := []fyne.CanvasObject{
		inCell(v.figure("ballots.count.issued", c.Issued, v.some("ballots.count.missing", c.NotReturned), false)),
		v.returned(),
		inCell(v.figure("ballots.count.entered", c.Entered, v.some("ballots.count.spoilt", c.Spoilt)+v.some("ballots.count.blank", c.Blank), false)),
	}
	grid := &fyne.Container{Layout: &even{least: s.Px(200)}, Objects: cells}
	return v.card(kit.Pad(kit.Even(4), grid))
}

// inCell puts a figure into its part of the strip.
func inCell(figure fyne.CanvasObject) *fyne.Container {
	return kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: 12, Right: 4}, figure)
}

// some is how many there are of a kind, as it goes on after a name; "" for none.
func (v *View) some(key string, n int) string {
	if n == 0 {
		return ""
	}
	return " · " + v.style.Tr.N(key, n)
}

// figure is a number, what it counts, and more about it; open is for what is still to do.
func (v *View) figure(key string, n int, more string, open bool) fyne.CanvasObject {
	s, ink := v.style, v.style.Palette.Quiet
	if open {
		ink = s.Palette.Accent
	}
	label := s.OneLine(v.tr(key)+more, kit.SizeBody, 20, ink)
	if v.tight() {
		return kit.RowGrow(6, label, s.Text(s.Tr.Int(n), kit.SizeTitle, kit.Semibold, s.Palette.Ink), label)
	}
	return kit.Column(0, s.Text(s.Tr.Int(n), kit.SizeBig, kit.Semibold, s.Palette.Ink), label)
}

// returned counts the papers that came back; pressed while the round is open, it can be typed.
func (v *View) returned() fyne.CanvasObject {
	s, c := v.style, v.shown.Counts
	if v.state.Returning {
		label := s.OneLine(v.tr("ballots.count.returned"), kit.SizeBody, 20, s.Palette.Quiet)
		f := s.Field("ballots-returned-field", v.state.Returned, v.setReturned)
		f.OnChanged = func(text string) { v.state.Returned = text }
		f.OnEscape = func() bool { v.endReturned(); return true }
		inset := kit.Inset{Left: 12, Right: 12}
		if v.tight() {
			return kit.Pad(inset, kit.RowGrow(6, label, f, label))
		}
		return kit.Pad(inset, kit.Column(0, f, label))
	}
	figure := inCell(v.figure("ballots.count.returned", c.Returned, v.some("ballots.count.left", c.Left), c.Left > 0))
	if v.shown.Phase != Open {
		return figure
	}
	tap := s.Tap("ballots-returned", v.tr("ballots.returned.how"), kit.Look{Hover: s.Palette.Hover, Stroke: s.Palette.Rule}, figure, v.typeReturned)
	return tap.WithHint(v.tr("ballots.returned.how"), nil)
}

func (v *View) typeReturned() {
	if v.shown.Phase != Open {
		return
	}
	v.state.Returning, v.state.Returned = true, strconv.Itoa(v.shown.Counts.Returned)
	v.rebuild()
	v.deps.Focus(v.style.Register.Get("ballots-returned-field"))
}

func (v *View) setReturned(text string) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	v.endReturned()
	if err == nil && n >= 0 && n != v.shown.Counts.Returned {
		v.deps.SetReturned(n)
	}
}

func (v *View) endReturned() {
	v.state.Returning, v.state.Returned = false, ""
	v.rebuild()
	v.deps.Focus(v.boxes)
}

// even puts objects in columns of one width, in as few lines as the least width allows.
type even struct{ least, width float32 }

func (e *even) columns(n int, width float32) int { return min(n, max(int(width/e.least), 2)) }

// MinSize implements fyne.Layout.
func (e *even) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*e.least, e.HeightFor(objects, max(e.width, 2*e.least)))
}

// HeightFor implements [kit.WrappingLayout].
func (e *even) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	columns := e.columns(len(objects), width)
	return e.line(objects) * float32((len(objects)+columns-1)/columns)
}

func (e *even) line(objects []fyne.CanvasObject) float32 {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return h
}

// Layout implements fyne.Layout.
func (e *even) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	columns := e.columns(len(objects), size.Width)
	w, h := size.Width/float32(columns), e.line(objects)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%columns)*w, float32(i/columns)*h))
		o.Resize(fyne.NewSize(w, h))
	}
}
