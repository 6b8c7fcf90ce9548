package ballots

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// showEntry shows what has been typed, and leaves all the rest as it is.
func (v *View) showEntry() {
	if v.shown.Phase == Planned || v.state.Screen.Step != Away {
		return
	}
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, func() {
		v.showPaper()
		v.paper.Refresh()
		if v.page != nil {
			v.page.Relayout()
		}
	})
	if v.deps.Focused() == fyne.Focusable(v.boxes) {
		v.reveal(v.boxes)
		if v.said != nil && (v.full() || v.missing) {
			v.reveal(v.said)
		}
	}
}

// showPaper builds the card that a paper is typed in.
func (v *View) showPaper() {
	inner := fyne.CanvasObject(nil)
	if v.shown.Phase == Closed {
		inner = v.closed()
	} else {
		inner = v.typed()
	}
	v.paper.Objects = []fyne.CanvasObject{kit.Pad(kit.Inset{Top: 16, Bottom: 16, Left: 20, Right: 20}, inner)}
}

// typed is the card of an open round.
func (v *View) typed() fyne.CanvasObject {
	r := v.reading()
	v.boxes.set(v.state.Digits, len(v.shown.Options), v.low())
	if v.serial.Text != v.state.Serial && v.deps.Focused() != fyne.Focusable(v.serial) {
		v.serial.SetText(v.state.Serial)
	}
	gap := kit.Gap()
	column := kit.ColumnGrow(10, gap, v.paperTitle(r), v.how())
	if note := v.note(r); note != nil {
		kit.Append(column, note)
	}
	kit.Append(column, kit.Pad(kit.Inset{Bottom: v.space(8)}, v.boxes))
	v.said = nil
	if r.problem == "" {
		v.said = v.outcome(r)
		kit.Append(column, v.readsAs(r), v.said)
	}
	kit.Append(column, gap, v.buttons(r))
	return column
}

// space is room that is left out where there is little.
func (v *View) space(most float32) float32 {
	if v.tight() {
		return 0
	}
	return most
}

// paperTitle names the paper and has the field for its number.
func (v *View) paperTitle(r reading) fyne.CanvasObject {
	s := v.style
	key := "ballots.title"
	switch {
	case v.state.Second:
		key = "ballots.title.second"
	case r.row != nil:
		key = "ballots.title.correct"
	}
	title := s.Paragraph(v.tr(key, words.Args{"Number": r.name(v)}), kit.SizeTitle, 24, kit.Semibold, s.Palette.Ink)
	if v.state.Target != "" {
		cancel := s.Button(kit.ButtonSpec{ID: "ballots.target.cancel", Text: v.tr("ballots.target.cancel"), OnTapped: func() { v.dropTarget() }})
		return kit.RowGrow(8, title, title, cancel)
	}
	label := s.Text(v.tr("ballots.serial"), kit.SizeBody, kit.Regular, s.Palette.Quiet)
	return kit.Beside(s.Px(130), title, kit.Row(8, label, v.serial))
}

// how says what to type, and has the way to the ballot on screen.
func (v *View) how() fyne.CanvasObject {
	s := v.style
	text := s.Paragraph(v.tr("ballots.how"), kit.SizeBody, 20, kit.Regular, s.Palette.Quiet)
	if v.state.Second || v.state.Target != "" {
		return text
	}
	screen := s.Button(kit.ButtonSpec{ID: "ballots.screen", Text: v.tr("ballots.screen"), Small: true, Name: v.tr("ballots.screen.name"), OnTapped: v.startScreen})
	return kit.Beside(s.Px(200), text, screen)
}

// note says why the paper cannot be entered, with a way out where there is one.
func (v *View) note(r reading) fyne.CanvasObject {
	s := v.style
	if r.problem == "" {
		return nil
	}
	icon := s.IconImage("warning", 18, s.Palette.Brick)
	said := s.Paragraph(r.problem, kit.SizeBody, 20, kit.Regular, s.Palette.Ink)
	row := kit.RowGrow(8, said, icon, said)
	if r.taken != nil && !r.taken.Screen {
		kit.Append(row, s.Button(kit.ButtonSpec{ID: "ballots.correct", Text: v.tr("ballots.correct"), OnTapped: func() { v.correct(r.taken.ID) }}))
	}
	return row
}

// readsAs shows each line of the paper with the option that stands there and the place it was given.
func (v *View) readsAs(r reading) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	order := strings.Join(r.order, " ")
	key := "ballots.order.own"
	if r.printed {
		key = "ballots.order.printed"
	}
	head := s.Text(v.tr("ballots.reads"), kit.SizeBody, kit.Semibold, p.Ink)
	said := s.Text(v.tr(key, words.Args{"Order": order}), kit.SizeBody, kit.Regular, p.Quiet)
	column := kit.Column(0, kit.Pad(kit.Inset{Bottom: 6}, kit.Beside(0, head, said)))
	inset := kit.Inset{Top: 7, Bottom: 7}
	if v.tight() || len(v.shown.Options) > manyOptions {
		inset = kit.Inset{Top: 2, Bottom: 2}
	}
	for i, id := range r.order {
		kit.Append(column, s.Rule(), kit.Pad(inset, v.readLine(i, id)))
	}
	kit.Append(column, s.Rule())
	return column
}

const lineLabel = 62

// readLine is one line of the paper.
func (v *View) readLine(i int, id string) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	o := v.shown.option(id)
	text := o.Title
	if v.tight() && o.Short != "" {
		text = o.Short
	}
	title := s.Paragraph(text, kit.SizeBody, 20, kit.Regular, p.Ink)
	place := s.Text("", kit.SizeBody, kit.Semibold, p.Ink)
	if i < len(v.state.Digits) {
		place.Text = v.place(int(v.state.Digits[i] - '0'))
	}
	label := s.Text(v.tr("ballots.line", words.Args{"Line": s.Tr.Int(i + 1)}), kit.SizeBody, kit.Regular, p.Quiet)
	line := &fyne.Container{Layout: kit.Wide(s.Px(lineLabel)), Objects: []fyne.CanvasObject{label}}
	return kit.RowGrow(10, title, line, s.Chip(id), title, place)
}

// place is a place in words: "3rd", "–" for none.
func (v *View) place(n int) string {
	names := []string{
		"ballots.nth.1", "ballots.nth.2", "ballots.nth.3", "ballots.nth.4", "ballots.nth.5", "ballots.nth.6", "ballots.nth.7",
		"ballots.nth.8", "ballots.nth.9",
	}
	if n < 1 || n > len(names) {
		return "–"
	}
	return v.tr(names[n-1])
}

// outcome is the order that was typed, and whether it is whole.
func (v *View) outcome(r reading) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	left := len(v.shown.Options) - len(v.state.Digits)
	switch {
	case left > 0 && v.missing:
		text := s.Paragraph(s.Tr.N("ballots.missing", left), kit.SizeBody, 26, kit.Regular, p.Ink)
		return kit.RowGrow(8, text, s.IconImage("warning", 18, p.Brick), text)
	case left > 0:
		return s.Paragraph(s.Tr.N("ballots.to_type", left), kit.SizeBody, 26, kit.Regular, p.Quiet)
	}
	places, state, why := v.deps.Parse(v.state.Digits, r.order)
	if state != Valid {
		text := s.Paragraph(v.stateName(state, why), kit.SizeBody, 26, kit.Regular, p.Ink)
		return kit.RowGrow(8, text, s.IconImage("warning", 18, p.Amber), text)
	}
	chips, tied := v.chips(places)
	text := s.Text(v.whole(places, tied), kit.SizeBody, kit.Regular, p.Ink)
	return kit.Beside(0, kit.Flow(6, chips...), kit.Row(6, s.IconImage("check", 18, p.Teal), text))
}

// whole says whether every option has a place of its own.
func (v *View) whole(places map[string]int, tied bool) string {
	unranked := len(v.shown.Options) - len(places)
	switch {
	case unranked > 0 && tied:
		return v.style.Tr.N("ballots.whole.unranked_tied", unranked)
	case unranked > 0:
		return v.style.Tr.N("ballots.whole.unranked", unranked)
	case tied:
		return v.tr("ballots.whole.tied")
	}
	return v.tr("ballots.whole")
}

// chips are the options best first, with their relations between them.
func (v *View) chips(places map[string]int) (chips []fyne.CanvasObject, tied bool) {
	s := v.style
	var ids []string
	for id := range places {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(places[a], places[b]), cmp.Compare(a, b)) })
	for i, id := range ids {
		if i > 0 {
			sign := ">"
			if places[id] == places[ids[i-1]] {
				sign, tied = "=", true
			}
			chips = append(chips, kit.Pad(kit.Inset{Top: 2}, s.Text(sign, kit.SizeBody, kit.Regular, s.Palette.Quiet)))
		}
		chips = append(chips, s.Chip(id))
	}
	return chips, tied
}

// stateName says what became of a ballot, and why.
func (v *View) stateName(m Mark, why string) string {
	switch {
	case m == Blank:
		return v.tr("ballots.state.blank")
	case m == Withdrawn:
		return v.tr("ballots.state.withdrawn")
	case m == Spoilt && why != "" && v.style.Tr.Has(why):
		return v.tr("ballots.state.spoilt_why", words.Args{"Why": v.tr(why)})
	}
	return v.tr("ballots.state.spoilt")
}

const widestUndo = 200

// buttons enter the paper.
func (v *View) buttons(r reading) fyne.CanvasObject {
	s := v.style
	off, offMark := "", ""
	switch {
	case r.problem != "":
		off, offMark = "ballots.off.number", "ballots.off.number"
	case !v.full():
		off = "ballots.off.digits"
	}
	key := "ballots.enter"
	if r.row != nil && !v.state.Second {
		key = "ballots.enter.again"
	}
	undo, name := "", v.tr("ballots.undo", words.Args{"Name": v.shown.Undo})
	if v.shown.Undo == "" {
		undo, name = "disabled.undo", v.tr("ballots.undo.nothing")
	}
	row := kit.Flow(8,
		s.Button(kit.ButtonSpec{ID: "ballots.enter", Text: v.tr(key), Kind: kit.Primary, Off: off, OnTapped: v.submit}),
		s.Button(kit.ButtonSpec{ID: "ballots.blank", Text: v.tr("ballots.blank"), Off: offMark, OnTapped: func() { v.mark(Blank) }}),
		s.Button(kit.ButtonSpec{ID: "ballots.spoilt", Text: v.tr("ballots.spoilt"), Off: offMark, OnTapped: func() { v.mark(Spoilt) }}),
	)
	back := kit.ButtonSpec{ID: "ballots.undo", Icon: "undo", Kind: kit.Quiet, Name: name, Off: undo, OnTapped: v.deps.Undo}
	if !v.low() {
		back.Text = s.Shorten(name, kit.SizeBody, kit.Semibold, s.Px(widestUndo))
	}
	kit.Append(row, s.Button(back))
	return row
}

// closed is the card of a closed round.
func (v *View) closed() fyne.CanvasObject {
	s := v.style
	title := s.Paragraph(v.tr("ballots.closed"), kit.SizeTitle, 24, kit.Semibold, s.Palette.Ink)
	buttons := kit.Flow(8,
		s.Button(kit.ButtonSpec{ID: "ballots.result", Text: v.tr("ballots.result"), Kind: kit.Primary, OnTapped: v.deps.ShowResult}),
		s.Button(kit.ButtonSpec{ID: "ballots.reopen", Text: v.tr("ballots.reopen"), OnTapped: v.deps.Open}),
	)
	return kit.Column(12, kit.RowGrow(8, title, s.IconImage("lock", 20, s.Palette.Quiet), title), s.Body(v.tr("ballots.closed.how")), buttons)
}
