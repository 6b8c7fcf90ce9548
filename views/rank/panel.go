package rank

import (
	"strconv"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// panel shows the ballot as it stands, what that means, and the keys.
func (v *View) panel() fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	column := kit.Column(12, s.Paragraph(v.tr("rank.ballot"), kit.SizeTitle, 24, kit.Semibold, p.Ink))
	lines := kit.Column(6)
	for i, id := range v.shown.Places {
		line := v.line(i+1, id)
		v.lines = append(v.lines, line)
		kit.Append(lines, line)
	}
	kit.Append(column, lines)
	kit.Append(column, s.Meta(v.tr("rank.ballot.note")))
	kit.Append(column, s.Rule())
	kit.Append(column, s.Body(v.standing()))
	kit.Append(column, v.undoButton())
	kit.Append(column, s.Rule())
	kit.Append(column, s.Paragraph(v.tr("rank.keys"), kit.SizeBody, 20, kit.Semibold, p.Ink))
	kit.Append(column, v.keys())
	if o := v.firstSourced(); o != nil {
		kit.Append(column, s.Rule())
		kit.Append(column, s.Meta(v.tr("rank.cited.all", words.Args{"Source": o.Source.Short.In(s.Tr.Lang())})))
	}
	if len(v.unranked()) > 1 {
		kit.Append(column, s.Meta(v.tr("rank.random")))
	}
	return kit.Pad(kit.Inset{Top: 20, Bottom: 20, Left: 20, Right: 20}, column)
}

// line is one place of the ballot.
func (v *View) line(place int, id string) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	ink := p.Quiet
	if id != "" {
		ink = p.Accent
	}
	number := kit.Fixed(s.Px(20), s.Px(24), kit.Center(s.Text(strconv.Itoa(place), kit.SizeBody, kit.Bold, ink)))
	if id == "" {
		empty := s.Paragraph(v.tr("rank.empty_place"), kit.SizeBody, 24, kit.Regular, p.Quiet)
		return kit.RowGrow(10, empty, number, empty)
	}
	title := s.Paragraph(v.option(id).Title.In(s.Tr.Lang()), kit.SizeBody, 20, kit.Semibold, p.Ink)
	return kit.RowGrow(10, title, number, s.Chip(id), title)
}

// standing says what the ballot means as it stands.
func (v *View) standing() string {
	left := len(v.unranked())
	switch left {
	case 0:
		return v.tr("rank.state.all")
	case len(v.deps.Options):
		return v.tr("rank.state.none")
	}
	return v.style.Tr.N("rank.state.some", left)
}

const undoID = "rank.undo"

// undoRoom is what margins and icon take of the panel's width.
const undoRoom = 40 + 64

func (v *View) undoButton() fyne.CanvasObject {
	off, label := "", v.tr("rank.undo", words.Args{"Name": v.shown.Undo})
	if v.shown.Undo == "" {
		off, label = "disabled.undo", v.tr("rank.undo.nothing")
	}
	s := v.style
	short := s.Shorten(label, kit.SizeBody, kit.Semibold, s.Px(panelWidth-undoRoom))
	return s.Button(kit.ButtonSpec{ID: undoID, Icon: "undo", Text: short, Name: label, Off: off, Wide: true, OnTapped: v.deps.Undo})
}

// keys lists what the keyboard does here.
func (v *View) keys() fyne.CanvasObject {
	s, tr := v.style, v.style.Tr
	last := strconv.Itoa(len(v.shown.Places))
	column := kit.Column(8)
	for _, k := range []struct{ caps, text string }{
		{"↑ ↓", "rank.key.choose"},
		{"1 – " + last, "rank.key.place"},
		{tr.T("key.alt") + " ↑", "rank.key.up"},
		{"0", "rank.key.out"},
		{"E", "rank.key.evidence"},
		{tr.T("key.ctrl") + " Z", "rank.key.undo"},
	} {
		text := s.Meta(tr.T(k.text))
		caps := &fyne.Container{Layout: kit.Wide(s.Px(84)), Objects: []fyne.CanvasObject{s.KeyCaps(k.caps)}}
		kit.Append(column, kit.RowGrow(8, text, caps, text))
	}
	return column
}

// firstSourced returns an option with a source: all come from one document.
func (v *View) firstSourced() *dataset.Option {
	for i := range v.deps.Options {
		if v.deps.Options[i].Source != nil {
			return &v.deps.Options[i]
		}
	}
	return nil
}
