package result

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// mostStretch is how many times its height a chart may become beside a higher card.
const mostStretch = 1.5

// card is one finding: title, chart or figures, what is said about it and, opened, how it is counted.
func (v *View) card(c result.Card) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	parts := []fyne.CanvasObject{v.cardTitle(c)}
	var grow fyne.CanvasObject
	if c.Chart != nil {
		grow = newPlot(s, *c.Chart)
		parts = append(parts, grow)
	}
	if c.Gauge != nil {
		parts = append(parts, v.gauge(c.Gauge))
	}
	texts, notes, _ := brief(c)
	parts = appendTexts(parts, texts, s.Body)
	if c.Squares != nil && c.Squares.All > 0 {
		parts = append(parts, squares(s, c.Squares.Filled, c.Squares.All))
	}
	if len(c.Rules) > 0 {
		parts = append(parts, v.rules(c.Rules))
	}
	parts = appendTexts(parts, notes, s.Meta)
	if v.state.Open[c.ID] {
		parts = append(parts, s.Rule(), v.how(c))
	}
	look := kit.Look{Fill: p.Paper, Stroke: p.Rule}
	body := stacked(6, grow, mostStretch, parts...)
	card := s.Tap(cardID(c.ID), c.Title, look, kit.Pad(kit.Inset{Top: 8, Bottom: 10, Left: 14, Right: 14}, body), func() { v.choose(c.ID) })
	card.OnKey = v.Key
	card.OnFocus = func() { v.chosen(c.ID) }
	v.taps[c.ID] = card
	v.owners[card] = c.ID
	return card
}

// brief takes what is too long for the narrow column of the gauges out of a card: it stands with how the card is counted.
func brief(c result.Card) (texts, notes, more []string) {
	switch {
	case c.Gauge != nil:
		return nil, c.Notes, c.Text
	case c.Squares != nil && len(c.Notes) > 1:
		return c.Text, c.Notes[:1], c.Notes[1:]
	}
	return c.Text, c.Notes, nil
}

// appendTexts appends texts close together, as one part.
func appendTexts(parts []fyne.CanvasObject, texts []string, set func(string) *kit.Paragraph) []fyne.CanvasObject {
	column := kit.Column(4)
	for _, text := range texts {
		if text != "" {
			kit.Append(column, set(text))
		}
	}
	if len(column.Objects) == 0 {
		return parts
	}
	return append(parts, column)
}

func cardID(id string) string { return "result.card." + id }

// cardTitle is the head of a card, with the button that opens it.
func (v *View) cardTitle(c result.Card) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	title := s.Paragraph(c.Title, kit.SizeTitle, 24, kit.Semibold, p.Ink)
	icon, name := "chevron-down", v.tr("result.view.how")
	if v.state.Open[c.ID] {
		icon, name = "chevron-up", v.tr("result.view.how.close")
	}
	open := s.Button(kit.ButtonSpec{
		ID: "result.how." + c.ID, Icon: icon, Name: name, Keys: []string{v.tr("result.view.enter")}, Kind: kit.Quiet, Small: true,
		OnTapped: func() { v.toggle(c.ID) },
	})
	v.owners[open] = c.ID
	head := fyne.CanvasObject(title)
	if len(c.Rules) > 0 {
		head = kit.Beside(s.Px(leastRule), title, v.agreeing(c.Rules))
	}
	column := kit.Column(0, kit.RowTop(8, head, head, kit.Column(0, open)))
	if c.Subtitle != "" {
		kit.Append(column, s.Paragraph(c.Subtitle, kit.SizeBody, 20, kit.Regular, p.Quiet))
	}
	return column
}

// gauge shows a figure between two ends.
func (v *View) gauge(g *result.Gauge) fyne.CanvasObject {
	s := v.style
	low, high := s.Meta(g.Low), s.Text(g.High, kit.SizeMeta, kit.Regular, s.Palette.Quiet)
	text := s.Paragraph(g.Text, kit.SizeMeta, 16, kit.Semibold, s.Palette.Ink)
	return kit.Column(2, text, track(s, g.Value, g.Before), kit.RowGrow(8, low, low, high))
}

// how says how a card is counted, and takes it out of the window.
func (v *View) how(c result.Card) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	_, _, more := brief(c)
	parts := appendTexts(nil, append(slices.Clone(more), c.How), s.Body)
	column := kit.Column(8, append([]fyne.CanvasObject{s.Paragraph(v.tr("result.view.how"), kit.SizeBody, 20, kit.Semibold, p.Ink)}, parts...)...)
	if c.Matrix != nil {
		kit.Append(column, v.matrix(c.Matrix))
	}
	if c.Chart != nil && v.deps.ExportCard != nil {
		row := kit.Flow(8)
		for _, kind := range []string{"svg", "png"} {
			args := words.Args{"Kind": map[string]string{"svg": "SVG", "png": "PNG"}[kind]}
			b := s.Button(kit.ButtonSpec{
				ID: "result.export." + c.ID + "." + kind, Icon: "download", Text: v.tr("result.view.export.card", args), Small: true,
				OnTapped: func() { v.deps.ExportCard(c.ID, kind) },
			})
			v.owners[b] = c.ID
			kit.Append(row, b)
		}
		kit.Append(column, row)
	}
	return column
}
