package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// ToggleSources opens the drawer on the sources, folding the list away, or closes it. The focus goes in and comes back.
func (v *View) ToggleSources() { v.toggle(PanelSources) }

// toggle opens the drawer on a panel, or closes it where that panel is open.
func (v *View) toggle(panel Panel) {
	if v.data == nil {
		return
	}
	if !v.state.Drawer || v.state.Panel == panel {
		v.state.Drawer = !v.state.Drawer
		if v.state.Drawer {
			v.state.opener = v.style.Register.IDOf(v.deps.Focused())
		}
	}
	v.state.Panel, v.state.passing = panel, false
	v.showMain()
	v.showSide()
	if v.state.Drawer {
		v.deps.Focus(v.style.Register.Get("drawer.close"))
	} else {
		v.refocus(v.state.opener)
	}
	v.changed()
}

// refocus puts the focus on the part of that name, or on the face where that part has gone meanwhile or cannot take it.
func (v *View) refocus(id string) {
	part := v.style.Register.Get(id)
	v.deps.Focus(part)
	if part != nil && v.deps.Focused() != part {
		v.deps.Focus(v.style.Register.Get(v.FaceID()))
	}
}

// showSide shows the list or, instead of it, the drawer at the other side.
func (v *View) showSide() {
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, func() {
		v.side.Objects = nil
		scrolled, before := float32(0), v.drawerShown
		if v.drawerPane != nil {
			scrolled = v.drawerPane.Offset()
		}
		v.drawerShown = ""
		if v.state.Drawer && v.data != nil {
			v.side.Objects, v.drawerShown = []fyne.CanvasObject{v.drawer()}, v.state.Panel
		}
		v.root.Refresh()
		if v.drawerShown.asks() && v.drawerShown == before {
			v.drawerPane.SetOffset(scrolled) // what was pressed stays under the pointer
		}
	})
}

// drawer is the pane at the right with one panel.
func (v *View) drawer() fyne.CanvasObject {
	s := v.style
	gap := kit.Gap()
	heading, body := v.panel()
	closing := s.Button(kit.ButtonSpec{ID: "drawer.close", Icon: "close", Name: v.tr("explore.drawer.close"), Keys: []string{"Esc"}, Kind: kit.Quiet, OnTapped: func() { v.toggle(v.state.Panel) }})
	title := s.Text(heading, kit.SizeTitle, kit.Semibold, s.Palette.Ink)
	v.drawerPane = kit.Scroll(kit.Pad(kit.Inset{Top: 4, Bottom: 20, Left: 20, Right: 20}, body))
	scroll := v.drawerPane.Container
	head := kit.Pad(kit.Inset{Top: 10, Bottom: 6, Left: 20, Right: 12}, kit.RowGrow(8, gap, title, gap, closing))
	pane := kit.Behind(canvas.NewRectangle(s.Palette.Paper), kit.ColumnGrow(0, scroll, head, scroll))
	return kit.RowTop(0, pane, s.Rule(), pane)
}

// panel returns what the drawer shows, under its heading.
func (v *View) panel() (heading string, body fyne.CanvasObject) {
	seen := marked{}
	switch v.state.Panel {
	case PanelTerm:
		return v.tr("explore.term"), v.termPanel()
	case PanelTerms:
		return v.tr("explore.terms"), v.termsPanel()
	case PanelWhy:
		return v.tr("explore.why"), v.whyPanel(seen)
	case PanelAsk:
		return v.tr("explore.ask"), v.askPanel()
	case PanelCompare:
		return v.tr("explore.compare"), v.comparePanel()
	case PanelNote:
		return v.tr("explore.note"), v.notePanel()
	case PanelForms:
		return v.tr("explore.forms"), v.formsPanel()
	}
	return v.sourcePanel(seen)
}

// sourcePanel says who says what: the figure being read first, then every source, caveat and disagreement of the chart.
func (v *View) sourcePanel(seen marked) (heading string, body fyne.CanvasObject) {
	column := kit.Column(16)
	heading = v.tr("explore.source")
	if r, ok := v.row(); ok {
		heading = v.tr("explore.drawer.figure")
		if v.data.Role != dataset.RoleDataset {
			heading = v.tr("explore.drawer.entry")
		}
		column.Objects = append(column.Objects, v.figure(r, seen)...)
	}
	if v.data.Role != dataset.RoleSources { // they are what is shown
		kit.Append(column, v.sources())
	}
	kit.Append(column, v.caveats(seen), v.disagreements())
	return heading, column
}

// figure says everything about the figure being read.
func (v *View) figure(r dataset.Row, seen marked) []fyne.CanvasObject {
	s, tr := v.style, v.style.Tr
	reading := v.answer.Data.Reading(v.view, r, tr)
	parts := []fyne.CanvasObject{v.said(reading, r, seen)}
	if reading.Tag != "" {
		chips := []fyne.CanvasObject{s.Chip(reading.Tag)}
		if r.Source != nil && tr.Has("tier."+r.Source.Tier) {
			chips = append(chips, s.Chip(tr.T("tier."+r.Source.Tier)))
		}
		parts = append(parts, kit.Row(6, chips...))
	}
	for _, l := range reading.Lines {
		if l.Label != tr.T("data.reading.beware") {
			parts = append(parts, v.labelled(l.Label, l.Text, seen))
		}
	}
	for _, c := range r.Caveats() {
		parts = append(parts, v.warning(c.Text.In(tr.Lang()), seen))
	}
	if len(v.deps.Set.ContradictionsOf(r.ID)) > 0 {
		parts = append(parts, kit.Row(8, s.Button(kit.ButtonSpec{ID: "drawer.why", Text: v.tr("explore.why"), Keys: []string{"W"}, OnTapped: v.ToggleWhy})))
	}
	if r.Source != nil {
		citation := dataset.Citation(r.Source, tr)
		parts = append(parts, v.labelled(tr.T("explore.drawer.cited"), citation, nil),
			kit.Flow(8, s.Button(kit.ButtonSpec{ID: "drawer.copy", Text: tr.T("explore.drawer.copy"), OnTapped: func() {
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

// said is the figure large with what it is under it; a row of words has its name first.
func (v *View) said(reading dataset.Reading, r dataset.Row, seen marked) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	if v.answer.Data.Figure(r, v.view, s.Tr) == "" {
		return kit.Column(6, s.Paragraph(reading.Heading, kit.SizeTitle, 24, kit.Semibold, p.Ink), v.text(reading.Value, seen))
	}
	size, line := kit.SizeBig, float32(36)
	if len([]rune(reading.Value)) > longFigure {
		size, line = kit.SizeHead, 28
	}
	return kit.Column(4, s.Paragraph(reading.Value, size, line, kit.Bold, p.Ink), s.Paragraph(reading.Heading, kit.SizeBody, 20, kit.Regular, p.Ink))
}

// longFigure is from how many letters on a figure is set smaller: words instead of a number.
const longFigure = 40

func (v *View) labelled(label, text string, seen marked) fyne.CanvasObject {
	return kit.Column(0, v.style.Meta(label), v.text(text, seen))
}

// text is a paragraph of running text with its terms marked; without seen, none are.
func (v *View) text(text string, seen marked) fyne.CanvasObject {
	return v.marked(text, kit.SizeBody, 20, kit.Regular, v.style.Palette.Ink, seen)
}

// warning is a caveat in its box.
func (v *View) warning(text string, seen marked) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	head := kit.Row(8, s.IconImage("warning", 16, p.Ink), s.Text(v.tr("explore.drawer.beware"), kit.SizeBody, kit.Semibold, p.Ink))
	return kit.Behind(s.Rect(p.AmberSoft, nil), kit.Pad(kit.Even(12), kit.Column(4, head, v.text(text, seen))))
}

// sources lists where the figures of the chart come from.
func (v *View) sources() fyne.CanvasObject {
	list := dataset.Sources(v.rows)
	return v.section(v.style.Tr.N("explore.drawer.sources", len(list)), len(list), nil, func(i int) (string, string) {
		return v.style.Tr.Int(i + 1), dataset.Citation(list[i], v.style.Tr)
	})
}

// caveats lists what to beware of, with the letters of the chart.
func (v *View) caveats(seen marked) fyne.CanvasObject {
	notes, _ := v.answer.Data.Notes(v.rows, v.style.Tr.Lang())
	return v.section(v.tr("explore.drawer.caveats"), len(notes), seen, func(i int) (string, string) {
		return notes[i].Letter, notes[i].Text
	})
}

// disagreements lists where sources contradict each other on this table; each leads to its entry.
func (v *View) disagreements() fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	list := v.data.Contradictions()
	if len(list) == 0 {
		return kit.Column(0)
	}
	column := kit.Column(4, s.Paragraph(v.tr("explore.drawer.disagree"), kit.SizeBody, 20, kit.Semibold, p.Ink))
	for _, c := range list {
		claims := v.tr("explore.drawer.claims", words.Args{"A": c.ClaimA.In(l), "B": c.ClaimB.In(l)})
		kit.Append(column, v.link("drawer.disagree."+c.ID, claims, v.cause(c), func() { v.Open(Target{Contradiction: c.ID}) }))
	}
	return column
}

// section is a titled list with a short mark before each text; nothing when the list is empty.
func (v *View) section(title string, n int, seen marked, item func(i int) (mark, text string)) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	if n == 0 {
		return kit.Column(0)
	}
	column := kit.Column(8, s.Paragraph(title, kit.SizeBody, 20, kit.Semibold, p.Ink))
	for i := range n {
		mark, text := item(i)
		label := kit.Fixed(s.Px(16), s.Px(16), s.Paragraph(mark, kit.SizeMeta, 16, kit.Semibold, p.Ink))
		body := v.marked(text, kit.SizeMeta, 16, kit.Regular, p.Ink, seen)
		kit.Append(column, kit.RowTop(6, body, label, body))
	}
	return column
}

// link is a line of text that leads somewhere, with a quiet second line; "" for none.
func (v *View) link(id, text, detail string, tapped func()) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	body := kit.Column(0, s.Paragraph(text, kit.SizeBody, 20, kit.Regular, p.Ink))
	if detail != "" {
		kit.Append(body, s.Meta(detail))
	}
	row := kit.RowGrow(8, body, body, s.IconImage("chevron-right", 16, p.Accent))
	return s.Tap(id, text, kit.Look{Hover: p.Hover}, kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: 6, Right: 4}, row), tapped)
}
