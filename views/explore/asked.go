package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// finding is the sentence over the chart: that of the package for its own charts, else one that is made of what is drawn.
func (v *View) finding() string {
	l := v.style.Tr.Lang()
	if v.lens().Asks() && len(v.rows) == 0 {
		return v.data.Title.In(l)
	}
	if v.lens().Asks() {
		if told := chart.Headline(v.spec); told.Text != "" {
			return told.Text
		}
		return v.data.Title.In(l)
	}
	if text := v.data.Headline.In(l); text != "" {
		return text
	}
	return v.data.Title.In(l)
}

// HasFigures reports whether rows are shown that can be filtered and drawn in several forms, rather than pages of entries.
func (v *View) HasFigures() bool { return v.data != nil && !v.pageRole() }

// Asks reports whether something is asked that can be taken back.
func (v *View) Asks() bool { return v.lens().Asks() }

// tools are the ways to ask something of the figures, and to add something of one's own. The one whose panel is open is lit; how
// much is asked stands in its name.
func (v *View) tools() []fyne.CanvasObject {
	q := v.lens()
	tool := func(id, icon, key string, on bool, do func()) fyne.CanvasObject {
		return v.style.Button(kit.ButtonSpec{ID: "tool." + id, Icon: icon, Name: v.tr("action.data." + id), Keys: []string{key}, On: on, OnTapped: do})
	}
	named := func(id, key string, panel Panel, asked int, do func()) fyne.CanvasObject {
		spec := kit.ButtonSpec{
			ID: "tool." + id, Text: v.tr("explore.tool." + id), Name: v.tr("action.data." + id), Keys: []string{key}, Tight: []kit.Tight{{Icon: id}},
			On: v.state.Drawer && v.state.Panel == panel, OnTapped: do,
		}
		if asked > 0 {
			count := v.style.Tr.Int(asked)
			spec.Tight[0].Text = count
			spec.Text = v.tr("explore.tool.on", words.Args{"Name": spec.Text, "Count": count})
		}
		return v.style.Button(spec)
	}
	keep := "keep"
	if v.InHandout() {
		keep = "keep.out"
	}
	return []fyne.CanvasObject{
		named("ask", "F", PanelAsk, asks(q), v.ToggleAsk),
		named("compare", "C", PanelCompare, len(q.With), v.ToggleCompare),
		named("forms", "V", PanelForms, 0, v.ToggleForms),
		kit.Row(4, tool("note", "note", "N", v.state.Drawer && v.state.Panel == PanelNote, v.ToggleNote), tool(keep, "handout", "H", v.InHandout(), v.Keep)),
	}
}

// asks counts what is asked of the rows: filters, words, groups and relations.
func asks(q dataset.Lens) int {
	var fields []string
	for _, c := range q.Where {
		if !slices.Contains(fields, c.Field) {
			fields = append(fields, c.Field)
		}
	}
	n := len(fields)
	for _, on := range []bool{q.Text != "", q.Group != "", q.Scale != dataset.AsIs} {
		if on {
			n++
		}
	}
	return n
}

// askedBar says what is asked, part by part, each with the way to take it back; nil where nothing is.
func (v *View) askedBar() fyne.CanvasObject {
	q := v.lens()
	if !q.Asks() {
		return nil
	}
	var parts []fyne.CanvasObject
	add := func(id, text string, without dataset.Lens) {
		parts = append(parts, v.style.Button(kit.ButtonSpec{
			ID: "asked." + id, Text: text, Trailing: "close", Small: true, On: true, Name: v.tr("explore.asked.without", words.Args{"Part": text}),
			OnTapped: func() { v.Ask(without) },
		}))
	}
	for _, p := range v.data.AskedParts(q, v.style.Tr) {
		add(p.ID, p.Text, p.Without)
	}
	parts = append(parts, v.style.Button(kit.ButtonSpec{ID: "asked.clear", Text: v.tr("explore.ask.clear"), Kind: kit.Quiet, Small: true, OnTapped: v.ClearAsked}))
	bar := kit.Flow(6, parts...)
	if notes := v.answer.Notes.In(v.style.Tr.Lang()); notes != "" && len(v.rows) > 0 {
		return kit.Column(6, bar, v.style.Meta(notes))
	}
	return bar
}

// nothingLeft stands in the place of a chart without figures: where the rows that are left can be seen, or the way back.
func (v *View) nothingLeft() fyne.CanvasObject {
	s := v.style
	said := func(text string) fyne.CanvasObject {
		return s.Paragraph(text, kit.SizeBody, 20, kit.Regular, s.Palette.Ink)
	}
	if !v.lens().Asks() {
		return kit.Fixed(0, leastFace, kit.Pad(kit.Even(24), said(v.tr("explore.timeline.nothing"))))
	}
	back := s.Button(kit.ButtonSpec{ID: "ask.clear", Text: v.tr("explore.ask.clear"), OnTapped: v.ClearAsked})
	column := kit.Column(16, said(v.tr("explore.ask.nothing")), kit.Row(8, back))
	if n := len(v.answer.Rows); n > 0 {
		ways := kit.Flow(8, s.Button(kit.ButtonSpec{ID: "ask.table", Icon: "table", Text: v.tr("explore.ask.table"), OnTapped: v.ToggleTable}))
		for _, other := range v.drawing() {
			text := other.Showing.In(s.Tr.Lang())
			if text == "" {
				text = other.Title.In(s.Tr.Lang())
			}
			kit.Append(ways, s.Button(kit.ButtonSpec{ID: "ask.view." + other.Name, Icon: "chart", Text: words.Capital(text), OnTapped: func() { v.chooseView(other.Name) }}))
		}
		kit.Append(ways, back)
		column = kit.Column(16, said(s.Tr.N("explore.ask.elsewhere", n)), ways)
	}
	return kit.Fixed(0, leastFace, kit.Pad(kit.Even(24), column))
}

// drawing are the other charts of the dataset that draw some of the rows that are left.
func (v *View) drawing() []dataset.View {
	var out []dataset.View
	for _, c := range v.data.Charts {
		q := v.lens()
		if c.Name == v.view.Name || q.Group != "" {
			continue
		}
		asked, err := chart.Ask(v.data, dataset.Lens{View: c.Name, Where: q.Where, Text: q.Text}, v.style.Tr)
		if err == nil && len(asked.Rows) > 0 {
			out = append(out, c)
		}
	}
	return out
}
