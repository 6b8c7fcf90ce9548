package explore

import (
	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/views/kit"
)

// ToggleAsk opens the drawer on filters, groups and relations, or closes it there.
func (v *View) ToggleAsk() { v.toggle(PanelAsk) }

// AskGroup opens the drawer at what figures are put together by.
func (v *View) AskGroup() {
	if !v.state.Drawer || v.state.Panel != PanelAsk {
		v.toggle(PanelAsk)
	}
	chosen := v.lens().Group
	if chosen == "" {
		chosen = "none"
	}
	if part, ok := v.style.Register.Get("ask.group." + chosen).(*kit.Tap); ok {
		v.deps.Focus(part)
		v.drawerPane.RevealIn(part, -groupAbove, v.drawerPane.Container.Size().Height)
	}
}

// groupAbove is what is seen above the chosen group: the heading.
const groupAbove = 40

// askPanel narrows figures down, puts them together and in relation; every change acts at once.
func (v *View) askPanel() fyne.CanvasObject {
	column := kit.Column(16, v.askSearch())
	if facets := v.facets(); len(facets) > 0 {
		kit.Append(column, kit.Column(0, facets...))
	}
	kit.Append(column, v.style.Rule(), v.groupPart())
	if scale := v.scalePart(); scale != nil {
		kit.Append(column, v.style.Rule(), scale)
	}
	kit.Append(column, v.style.Rule(), v.askEnd())
	return column
}

// askEnd clears all, and leads to the chart where the drawer covers it.
func (v *View) askEnd() fyne.CanvasObject {
	off := ""
	if !v.lens().Asks() {
		off = "disabled.ask.clear"
	}
	row := kit.Flow(8, v.style.Button(kit.ButtonSpec{ID: "ask.clear_all", Text: v.tr("explore.ask.clear"), Off: off, OnTapped: v.ClearAsked}))
	if v.covers {
		kit.Append(row, v.style.Button(kit.ButtonSpec{
			ID: "ask.show", Text: v.style.Tr.N("explore.ask.show", len(v.rows)), Kind: kit.Primary, OnTapped: func() { v.toggle(v.state.Panel) },
		}))
	}
	return row
}

// ClearAsked lets go of all that is asked but the chart and its form.
func (v *View) ClearAsked() {
	if q := v.lens(); q.Asks() {
		plain := dataset.Lens{View: q.View, Form: q.Form}
		if _, err := chart.Answer(v.data, plain); err != nil {
			plain.Form = "" // it suited only what was asked
		}
		v.Ask(plain)
	}
}

// askSearch narrows down to rows that contain words.
func (v *View) askSearch() fyne.CanvasObject {
	field := v.fields(typed{
		part: "ask.text", ids: []string{"ask.text"},
		read: func(q dataset.Lens) []string { return []string{q.Text} },
		ask: func(q dataset.Lens, texts []string) dataset.Lens {
			q.Text = texts[0]
			return q
		},
	})[0]
	field.Width = 160
	field.SetPlaceHolder(v.tr("explore.ask.text"))
	return v.titled("explore.ask.search", field)
}

// titled is a part of the panel under its heading.
func (v *View) titled(key string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	head := v.style.Paragraph(v.tr(key), kit.SizeBody, 20, kit.Semibold, v.style.Palette.Ink)
	return kit.Column(6, append([]fyne.CanvasObject{head}, parts...)...)
}
