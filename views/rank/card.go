package rank

import (
	"strconv"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// card shows an option: its place, what it is, and what can be done with it.
func (v *View) card(o dataset.Option) fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	title := s.Paragraph(o.Title.In(l), kit.SizeTitle, 22, kit.Semibold, p.Ink)
	letter := kit.Column(0, s.Chip(o.ID))
	middle := kit.Column(2, kit.RowTop(8, title, letter, title))
	if s.Factor <= largeText {
		kit.Append(middle, s.Paragraph(o.Summary.In(l), kit.SizeBody, 20, kit.Regular, p.Quiet))
	}
	what := kit.RowGrow(12, middle, v.handleOf(o), v.placeBox(o.ID), middle)
	body := kit.Column(12, kit.Beside(s.Px(leastTitle), what, kit.Pad(kit.Inset{Left: 12}, v.buttons(o))))
	if v.state.Open[o.ID] {
		body.Objects = append(body.Objects, s.Rule(), v.evidence(o))
	}
	look := kit.Look{Fill: p.Paper, Stroke: p.Rule}
	if o.ID == v.state.Current {
		look.Stroke, look.Bar = p.Accent, p.Accent
	}
	card := s.Tap(cardID(o.ID), o.Title.In(l), look, kit.Pad(kit.Inset{Top: 14, Bottom: 14, Left: 8, Right: 14}, body), func() { v.choose(o.ID) })
	card.OnKey = v.Key
	v.cards[o.ID], v.owners[card] = card, o.ID
	return card
}

// leastTitle is how much room title and place keep beside the buttons.
const leastTitle = 280

// largeText is the factor from which on cards leave out the summary, so that more of them are in sight.
const largeText = 1.25

func cardID(option string) string { return "rank.card." + option }

// placeBox shows the place as a number, or an empty, dashed box. Numbers are places, letters are options.
func (v *View) placeBox(id string) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	side := s.Px(44)
	place := v.place(id)
	if place == 0 {
		return kit.Fixed(side, side, s.Dashed(), kit.Center(s.Text("–", kit.SizeHead, kit.Regular, p.Quiet)))
	}
	return kit.Fixed(side, side, s.Rect(p.Accent, nil), kit.Center(s.Text(strconv.Itoa(place), kit.SizeHead, kit.Bold, p.OnAccent)))
}

// button is a button in the card of an option: the keys of the card work on it too.
func (v *View) button(o dataset.Option, spec kit.ButtonSpec) *kit.Tap {
	b := v.style.Button(spec)
	v.owners[b] = o.ID
	return b
}

func (v *View) buttons(o dataset.Option) fyne.CanvasObject {
	if v.place(o.ID) == 0 {
		return v.placeButtons(o)
	}
	return v.moveButtons(o)
}

// placeButtons put an unranked option in a place.
func (v *View) placeButtons(o dataset.Option) fyne.CanvasObject {
	s := v.style
	row := kit.Row(4, s.Text(v.tr("rank.place"), kit.SizeBody, kit.Regular, s.Palette.Quiet))
	for i := range v.shown.Places {
		place := i + 1
		kit.Append(row, v.button(o, kit.ButtonSpec{
			ID: "rank.place." + o.ID + "." + strconv.Itoa(place), Text: strconv.Itoa(place), Name: v.tr("rank.place.name", v.placeArgs(o, place)),
			Soft:     v.shown.Places[i] != "",
			OnTapped: func() { v.do(o.ID, func() { v.deps.Place(o.ID, place) }) },
		}))
	}
	return v.withEvidence(o, row)
}

// moveButtons move a ranked option up and down, or take it out.
func (v *View) moveButtons(o dataset.Option) fyne.CanvasObject {
	tr, place := v.style.Tr, v.place(o.ID)
	up, down := "", ""
	if place == 1 {
		up = "disabled.rank.first"
	}
	if place == len(v.shown.Places) {
		down = "disabled.rank.last"
	}
	row := kit.Row(4,
		v.button(o, kit.ButtonSpec{
			ID: "rank.up." + o.ID, Icon: "arrow-up", Name: v.tr("action.edit.up"), Keys: []string{tr.T("key.alt"), "↑"}, Off: up,
			OnTapped: func() { v.do(o.ID, func() { v.deps.Move(o.ID, -1) }) },
		}),
		v.button(o, kit.ButtonSpec{
			ID: "rank.down." + o.ID, Icon: "arrow-down", Name: v.tr("action.edit.down"), Keys: []string{tr.T("key.alt"), "↓"}, Off: down,
			OnTapped: func() { v.do(o.ID, func() { v.deps.Move(o.ID, 1) }) },
		}),
		v.button(o, kit.ButtonSpec{
			ID: "rank.out." + o.ID, Text: v.tr("rank.take_out"), OnTapped: func() { v.do(o.ID, func() { v.deps.TakeOut(o.ID) }) },
		}),
	)
	return v.withEvidence(o, row)
}

func (v *View) placeArgs(o dataset.Option, place int) words.Args {
	return words.Args{"Option": o.ID, "Place": place}
}

// withEvidence puts the way to the evidence before the buttons of a card, or below them where text is large.
func (v *View) withEvidence(o dataset.Option, buttons fyne.CanvasObject) fyne.CanvasObject {
	icon, count := "chevron-down", len(v.deps.Evidence(o.ID))
	if v.state.Open[o.ID] {
		icon = "chevron-up"
	}
	label := v.tr("rank.meaning")
	if count > 0 {
		label = v.style.Tr.T("rank.evidence", words.Args{"Count": v.style.Tr.Int(count)})
	}
	open := v.button(o, kit.ButtonSpec{
		ID: "rank.evidence." + o.ID, Text: label, Icon: icon, Kind: kit.Quiet, Keys: []string{"E"}, OnTapped: func() { v.toggleEvidence(o.ID) },
	})
	if v.style.Factor > largeText {
		gap := kit.Gap()
		return kit.Column(4, buttons, kit.RowGrow(0, gap, gap, open))
	}
	return kit.Row(8, open, buttons)
}

// meaning is the option in a paragraph, with its source.
func (v *View) meaning(o dataset.Option, seen map[string]bool) fyne.CanvasObject {
	s, l := v.style, v.style.Tr.Lang()
	column := kit.Column(6, v.marked(o.ID, o.Meaning.In(l), seen))
	if o.Source != nil {
		cite := dataset.Citation(o.Source, s.Tr)
		if place := o.Place.In(l); place != "" {
			cite = v.tr("rank.cited", words.Args{"Place": place, "Source": cite})
		}
		kit.Append(column, s.Meta(cite))
	}
	return column
}
