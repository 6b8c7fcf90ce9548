package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// ToggleSources opens the drawer, folding the list away, or closes it. The focus goes in and comes back.
func (v *View) ToggleSources() {
	if v.data == nil {
		return
	}
	v.state.Drawer = !v.state.Drawer
	if v.state.Drawer {
		v.state.opener = v.style.Register.IDOf(v.deps.Focused())
	}
	v.showMain()
	v.showSide()
	if v.state.Drawer {
		v.deps.Focus(v.style.Register.Get("drawer.close"))
	} else {
		v.deps.Focus(v.style.Register.Get(v.state.opener))
	}
	v.changed()
}

// showSide shows the list or, instead of it, the drawer at the other side.
func (v *View) showSide() {
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, func() {
		v.side.Objects = nil
		if v.state.Drawer && v.data != nil {
			v.side.Objects = []fyne.CanvasObject{v.drawer()}
		}
		v.root.Refresh()
	})
}

// drawer says who says what: the figure being read first, then every source, caveat and disagreement of the chart.
func (v *View) drawer() fyne.CanvasObject {
	s := v.style
	gap := kit.Gap()
	closing := s.Button(kit.ButtonSpec{ID: "drawer.close", Icon: "close", Name: v.tr("explore.drawer.close"), Keys: []string{"Esc"}, Kind: kit.Quiet, OnTapped: v.ToggleSources})
	heading := "explore.source"
	if _, ok := v.row(); ok {
		heading = "explore.drawer.figure"
	}
	title := s.Text(v.tr(heading), kit.SizeTitle, kit.Semibold, s.Palette.Ink)
	body := kit.Column(16)
	if r, ok := v.row(); ok {
		body.Objects = append(body.Objects, v.figure(r)...)
	}
	body.Objects = append(body.Objects, v.sources(), v.caveats(), v.disagreements())
	v.drawerPane = kit.Scroll(kit.Pad(kit.Inset{Top: 4, Bottom: 20, Left: 20, Right: 20}, body))
	scroll := v.drawerPane.Container
	head := kit.Pad(kit.Inset{Top: 10, Bottom: 6, Left: 20, Right: 12}, kit.RowGrow(8, gap, title, gap, closing))
	pane := kit.Behind(canvas.NewRectangle(s.Palette.Paper), kit.ColumnGrow(0, scroll, head, scroll))
	return kit.RowTop(0, pane, s.Rule(), pane)
}

// figure says everything about the figure being read.
func (v *View) figure(r dataset.Row) []fyne.CanvasObject {
	s, p, tr := v.style, v.style.Palette, v.style.Tr
	reading := v.data.Reading(v.view, r, tr)
	parts := []fyne.CanvasObject{kit.Column(4,
		s.Paragraph(reading.Value, kit.SizeBig, 36, kit.Bold, p.Ink),
		s.Paragraph(reading.Heading, kit.SizeBody, 20, kit.Regular, p.Ink),
	)}
	if reading.Tag != "" {
		chips := []fyne.CanvasObject{s.Chip(reading.Tag)}
		if r.Source != nil && tr.Has("tier."+r.Source.Tier) {
			chips = append(chips, s.Chip(tr.T("tier."+r.Source.Tier)))
		}
		parts = append(parts, kit.Row(6, chips...))
	}
	for _, l := range reading.Lines {
		if l.Label != tr.T("data.reading.beware") {
			parts = append(parts, v.labelled(l.Label, l.Text))
		}
	}
	for _, c := range r.Caveats() {
		parts = append(parts, v.warning(c.Text.In(tr.Lang())))
	}
	if r.Source != nil {
		citation := dataset.Citation(r.Source, tr)
		parts = append(parts, v.labelled(tr.T("explore.drawer.cited"), citation),
			kit.Row(8, s.Button(kit.ButtonSpec{ID: "drawer.copy", Text: tr.T("explore.drawer.copy"), OnTapped: func() {
				v.deps.Copy(reading.Spoken+" "+citation, tr.T("explore.drawer.copied"))
			}}), v.otherFace()))
	}
	return append(parts, s.Rule())
}

func (v *View) otherFace() fyne.CanvasObject {
	key := "explore.drawer.in_table"
	if v.state.Table {
		key = "explore.drawer.in_chart"
	}
	return v.style.Button(kit.ButtonSpec{ID: "drawer.face", Text: v.tr(key), OnTapped: v.ToggleTable})
}

func (v *View) labelled(label, text string) fyne.CanvasObject {
	return kit.Column(0, v.style.Meta(label), v.style.Body(text))
}

// warning is a caveat in its box.
func (v *View) warning(text string) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	head := kit.Row(8, s.IconImage("warning", 16, p.Ink), s.Text(v.tr("explore.drawer.beware"), kit.SizeBody, kit.Semibold, p.Ink))
	return kit.Behind(s.Rect(p.AmberSoft, nil), kit.Pad(kit.Even(12), kit.Column(4, head, s.Body(text))))
}

// sources lists where the figures of the chart come from.
func (v *View) sources() fyne.CanvasObject {
	list := dataset.Sources(v.rows)
	return v.section(v.style.Tr.N("explore.drawer.sources", len(list)), len(list), func(i int) (string, string) {
		return v.style.Tr.Int(i + 1), dataset.Citation(list[i], v.style.Tr)
	})
}

// caveats lists what to beware of, with the letters of the chart.
func (v *View) caveats() fyne.CanvasObject {
	notes, _ := v.data.Notes(v.rows, v.style.Tr.Lang())
	return v.section(v.tr("explore.drawer.caveats"), len(notes), func(i int) (string, string) {
		return notes[i].Letter, notes[i].Text
	})
}

// disagreements lists where sources contradict each other, and why.
func (v *View) disagreements() fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	list := v.data.Contradictions()
	if len(list) == 0 {
		return kit.Column(0)
	}
	column := kit.Column(12, s.Paragraph(v.tr("explore.drawer.disagree"), kit.SizeBody, 20, kit.Semibold, p.Ink))
	for _, c := range list {
		claims := v.tr("explore.drawer.claims", words.Args{"A": c.ClaimA.In(l), "B": c.ClaimB.In(l)})
		cause := v.tr("explore.drawer.cause", words.Args{"Cause": v.tr("cause." + c.Cause)})
		kit.Append(column, kit.Column(2, s.Body(claims), s.Meta(c.Explanation.In(l)), s.Meta(cause)))
	}
	return column
}

// section is a titled list with a short mark before each text; nothing when the list is empty.
func (v *View) section(title string, n int, item func(i int) (mark, text string)) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	if n == 0 {
		return kit.Column(0)
	}
	column := kit.Column(8, s.Paragraph(title, kit.SizeBody, 20, kit.Semibold, p.Ink))
	for i := range n {
		mark, text := item(i)
		label := kit.Fixed(s.Px(16), s.Px(16), s.Paragraph(mark, kit.SizeMeta, 16, kit.Semibold, p.Ink))
		body := s.Paragraph(text, kit.SizeMeta, 16, kit.Regular, p.Ink)
		kit.Append(column, kit.RowTop(6, body, label, body))
	}
	return column
}
