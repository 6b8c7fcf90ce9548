package explore

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/chartview"
	"doublefix/views/kit"
)

const (
	leastFace = 260  // how high chart and table stay in a low window; below that the whole middle scrolls
	largeText = 1.25 // from text larger than this on, the middle scrolls as one and is set tighter
	revealed  = 40   // room around a mark that is scrolled into sight
)

var chartInset = kit.Inset{Top: 16, Bottom: 12, Left: 20, Right: 20}

// showMain shows the open dataset and face in the middle of the place.
func (v *View) showMain() {
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, v.buildMain)
}

func (v *View) buildMain() {
	before := v.chart
	v.chart, v.table, v.entries, v.reveal, v.chartPane, v.mainPane = nil, nil, nil, nil, nil, nil
	if v.data == nil {
		v.main.Objects = []fyne.CanvasObject{kit.Center(v.style.Body(v.tr("explore.empty")))}
		v.main.Refresh()
		return
	}
	body := v.face()
	if v.chart != nil && v.drawnOf == v.data.ID {
		v.chart.After(before)
	}
	v.drawnOf = v.data.ID
	card := v.card(body)
	seen := marked{}
	column := kit.ColumnGrow(12, card, v.heading(seen), v.toolbar())
	if chips := v.askedBar(); chips != nil {
		kit.Append(column, chips)
	}
	if v.timed() {
		kit.Append(column, v.timeBar())
	}
	kit.Append(column, card)
	if lead := v.lead(seen); lead != nil && v.largeText() {
		kit.Append(column, lead) // after the chart, which is what one came for
	}
	ground := canvas.NewRectangle(v.style.Palette.Ground)
	v.mainPane = kit.Scroll(kit.Pad(kit.Inset{Top: 16, Bottom: 16, Left: 24, Right: 24}, column))
	v.main.Objects = []fyne.CanvasObject{ground, v.mainPane.Container}
	v.pending = v.state.Row != ""
	v.main.Refresh()
	v.showPosition()
}

func (v *View) tr(key string, args ...words.Args) string { return v.style.Tr.T(key, args...) }

// heading is the way here and back, the finding, and the lead.
func (v *View) heading(seen marked) fyne.CanvasObject {
	s := v.style
	text := v.finding()
	parts := []fyne.CanvasObject{}
	if bar := v.wayBar(); bar != nil {
		parts = append(parts, bar)
	}
	size, lead := kit.SizeHead, float32(28)
	if v.lens().Asks() { // it is longer than that of the package, and the chart needs the room
		size, lead = kit.SizeTitle, 24
	}
	parts = append(parts, v.marked(text, size, lead, kit.Semibold, s.Palette.Ink, seen))
	if lead := v.lead(seen); lead != nil && !v.largeText() {
		parts = append(parts, lead)
	}
	return kit.Column(2, parts...)
}

// lead is a quiet word on what the figures are, nil where there is none.
func (v *View) lead(seen marked) fyne.CanvasObject {
	s := v.style
	if v.lens().Asks() || v.state.Drawer && v.state.Panel.asks() {
		return nil // it speaks of the charts of the package, and what is asked needs the room
	}
	if text := v.data.Lead.In(s.Tr.Lang()); text != "" {
		return v.marked(text, kit.SizeBody, 20, kit.Regular, s.Palette.Quiet, seen)
	}
	return nil
}

func (v *View) largeText() bool { return v.style.Factor > largeText }

// toolbar has the two faces, what is shown, and the way out.
func (v *View) toolbar() fyne.CanvasObject {
	s := v.style
	face := 0
	if v.state.Table {
		face = 1
	}
	choices := []kit.Choice{
		{ID: "explore.chart", Icon: "chart", Text: v.tr("explore.face.chart")},
		{ID: "explore.table", Icon: "table", Text: v.tr("explore.face.table")},
	}
	switch {
	case v.pageRole():
		choices[0].Icon, choices[0].Text = "file", v.tr("explore.face.entries")
	case v.view.Form == string(chart.Table):
		choices[0].Icon, choices[0].Text = "file", v.tr("explore.face.list")
	}
	faces := s.Segments(choices, face, func(int) { v.ToggleTable() })
	showing, export := v.showing(), v.exportButton()
	parts := []fyne.CanvasObject{v.arrows(), faces, showing}
	tools := kit.Row(8) // they are words or pictures together
	if !v.pageRole() {
		tools.Objects = v.tools()
	}
	return kit.Bar(8, export, []fyne.CanvasObject{export, showing, showing, faces, tools}, append(parts, tools.Objects...)...)
}

// exportButton is the way out.
func (v *View) exportButton() fyne.CanvasObject {
	var button *kit.Tap
	button = v.style.Button(kit.ButtonSpec{
		ID: "explore.export", Text: v.tr("explore.export"), Icon: "download", Trailing: "chevron-down", Tight: []kit.Tight{{Icon: "download"}},
		OnTapped: func() { v.deps.PopUp(v.exportMenu(), button) },
	})
	return button
}

// showing says which part of the figures is drawn, and offers the other charts where there are some.
func (v *View) showing() fyne.CanvasObject {
	s := v.style
	text := v.shownText(len(v.rows), v.view.Showing.In(s.Tr.Lang()))
	if v.state.Table || v.paged() {
		return v.besideButtons(s.Chip(v.shownText(len(v.answer.Rows), "")))
	}
	if len(v.data.Charts) < 2 {
		return v.besideButtons(s.Chip(text))
	}
	counted := v.tr("explore.showing.tight", words.Args{"Shown": s.Tr.Int(len(v.rows)), "All": s.Tr.Int(v.tally)})
	tight := []kit.Tight{{Text: counted}, {Text: counted}}
	if name := v.view.Showing.In(s.Tr.Lang()); name != "" {
		tight[0].Text = words.Capital(v.tr("explore.showing.tight.named", words.Args{"Name": name, "Counted": counted}))
	}
	var pick *kit.Tap
	pick = s.Button(kit.ButtonSpec{
		ID: "explore.view", Text: text, Trailing: "chevron-down", Kind: kit.Plain, Name: v.tr("explore.view.choose"),
		Tight:    tight,
		OnTapped: func() { v.deps.PopUp(v.viewMenu(), pick) },
	})
	return pick
}

// besideButtons sets a chip in the middle of the height of a button.
func (v *View) besideButtons(chip fyne.CanvasObject) fyne.CanvasObject {
	const height = 32
	return kit.Pad(kit.Inset{Top: (v.style.Px(height) - chip.MinSize().Height) / 2}, chip)
}

func (v *View) shownText(count int, name string) string {
	args := words.Args{"Shown": v.style.Tr.Int(count), "All": v.style.Tr.Int(v.tally), "Name": name}
	switch {
	case count >= v.tally && v.data.Role != dataset.RoleDataset:
		return v.style.Tr.N("explore.showing.entries", v.tally)
	case count >= v.tally:
		return v.style.Tr.N("explore.showing.all", v.tally)
	case name == "":
		return v.tr("explore.showing.some", args)
	}
	return v.tr("explore.showing.named", args)
}

func (v *View) viewMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, c := range v.data.Charts {
		label := c.Showing.In(v.style.Tr.Lang())
		if label == "" {
			label = c.Title.In(v.style.Tr.Lang())
		}
		item := fyne.NewMenuItem(words.Capital(label), func() { v.chooseView(c.Name) })
		item.Checked = c.Name == v.view.Name
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// chooseView goes to another chart of the package; the filters stay.
func (v *View) chooseView(name string) {
	q := v.lens()
	v.state.Row = ""
	v.Ask(dataset.Lens{View: name, Where: q.Where, Text: q.Text})
}

// card frames the face and ends in the source line.
func (v *View) card(body fyne.CanvasObject) fyne.CanvasObject {
	s := v.style
	frame := s.Rect(s.Palette.Paper, s.Palette.Rule)
	return kit.Behind(frame, kit.Pad(kit.Even(1), kit.ColumnGrow(0, body, body, s.Rule(), v.sourceLine())))
}

// face is the chart or the table.
func (v *View) face() fyne.CanvasObject {
	if v.refused != nil {
		return v.refusal()
	}
	if v.state.Table && len(v.answer.Rows) > 0 {
		v.table = v.newTable()
		return kit.Pad(kit.Even(4), kit.Fixed(0, leastFace, v.table))
	}
	if v.paged() {
		return v.entryFace()
	}
	if len(v.rows) == 0 || v.state.Table {
		return v.nothingLeft()
	}
	drawn := v.spec
	drawn.Asked = "" // it stands over the chart already, part by part
	v.chart = chartview.New(v.style, v.deps.Runner, drawn, v.reading)
	v.chart.Quiet = v.state.Drawer // the drawer says it all
	v.style.Register.Put("chart", v.chart)
	v.chart.OnOpen = func(int) {
		switch {
		case !v.state.Drawer:
			v.ToggleSources()
		case v.follows():
			v.showSide()
		}
	}
	v.chart.ReadID(v.state.Row)
	v.chart.OnRead = v.read
	body := kit.Pad(chartInset, v.chart)
	if v.largeText() { // the whole middle scrolls: a pane within a pane would show too little
		chart := v.chart
		chart.Seen = func() (top, bottom float32) { return v.mainPane.SeenOf(chart) }
		v.reveal = func(top, bottom float32) { v.mainPane.RevealIn(chart, top-revealed, bottom+revealed) }
		return body
	}
	pane := kit.Scroll(body)
	v.chartPane = pane
	pane.Least = leastFace
	v.chart.Seen = func() (top, bottom float32) {
		top = max(pane.Offset()-chartInset.Top, 0)
		return top, top + pane.Container.Size().Height - chartInset.Top
	}
	v.reveal = func(top, bottom float32) { pane.Reveal(top+chartInset.Top-revealed, bottom+chartInset.Top+revealed) }
	return pane.Container
}

func (v *View) reading(mark int) chartview.Reading {
	r := v.answer.Data.Reading(v.view, v.rows[mark], v.style.Tr)
	out := chartview.Reading{Heading: r.Heading, Value: r.Value, Tag: r.Tag}
	under := v.underChart(v.rows[mark])
	for _, l := range r.Lines {
		if !slices.Contains(under, l.Text) {
			out.Lines = append(out.Lines, chartview.Line(l))
		}
	}
	if note := v.own().Note(v.rows[mark].ID); note != "" {
		out.Lines = append(out.Lines, chartview.Line{Label: v.tr("explore.note"), Text: note})
	}
	if len(v.deps.Set.ContradictionsOf(v.rows[mark].ID)) > 0 {
		out.Lines = append(out.Lines, chartview.Line{Label: v.tr("explore.why.label"), Text: v.tr("explore.why.key")})
	}
	return out
}

// underChart returns the caveats of a figure that hold for its whole table. They stand under the chart for all to see, so
// the card leaves them out and stays small; the drawer has them.
func (v *View) underChart(r dataset.Row) []string {
	var texts []string
	for _, c := range r.Caveats() {
		if c.Whole() {
			texts = append(texts, c.Text.In(v.style.Tr.Lang()))
		}
	}
	return texts
}

func (v *View) read(mark int) {
	v.state.Row = ""
	if mark >= 0 {
		v.state.Row, v.state.passing = v.rows[mark].ID, false
	}
	if top, bottom, ok := v.chart.Place(); ok && v.reveal != nil && v.chart.Keyed() {
		v.reveal(top, bottom)
	}
	v.showPosition()
	if v.follows() {
		v.showSide()
	}
}

// follows reports whether the drawer shows something of the figure being read and has to follow it. A note that is being written
// stays with its figure while the pointer passes over others.
func (v *View) follows() bool {
	switch {
	case !v.state.Drawer || v.state.Panel == PanelTerm || v.state.Panel.asks():
		return false
	case v.state.Panel == PanelNote:
		return !strings.HasPrefix(v.style.Register.IDOf(v.deps.Focused()), "note.")
	}
	return true
}

// sourceLine is the one line about where the figures come from; it opens the drawer.
func (v *View) sourceLine() fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	rows := v.rows
	if len(rows) == 0 { // that nothing is left is said by all of them
		rows = v.data.Rows
	}
	text := s.Paragraph(v.answer.Data.SourceSummary(v.view, rows, s.Tr), kit.SizeBody, 20, kit.Regular, p.Quiet)
	line := kit.RowGrow(8, text,
		s.IconImage("source", 18, p.Accent), s.Text(v.tr("explore.source"), kit.SizeBody, kit.Semibold, p.Accent), text,
		s.IconImage("chevron-right", 18, p.Accent))
	return s.Tap("explore.source", v.tr("explore.source"), kit.Look{Hover: p.Hover}, kit.Pad(kit.Inset{Top: 8, Bottom: 8, Left: 20, Right: 16}, line), v.ToggleSources)
}

// showPosition tells where among the figures one is.
func (v *View) showPosition() {
	text := ""
	switch {
	case v.entries != nil:
		if at := slices.Index(v.entries.order, v.state.Row); at >= 0 {
			text = v.figureOf(at+1, len(v.entries.order))
		}
	case v.state.Table:
		for i, r := range v.answer.Rows {
			if r.ID == v.state.Row && r.ID != "" {
				text = v.figureOf(i+1, len(v.answer.Rows))
			}
		}
	case v.chart != nil && v.chart.Current() >= 0:
		text = v.figureOf(v.chart.Current()+1, len(v.rows))
	}
	v.deps.Position(text)
}

func (v *View) figureOf(n, of int) string {
	key := "explore.position"
	if v.data.Role != dataset.RoleDataset {
		key = "explore.position.entry"
	}
	return v.tr(key, words.Args{"N": v.style.Tr.Int(n), "Of": v.style.Tr.Int(of)})
}

// ToggleTable changes between chart and table.
func (v *View) ToggleTable() {
	if v.data == nil {
		return
	}
	focus := v.style.Register.IDOf(v.deps.Focused())
	face := v.FaceID()
	v.state.Table, v.state.passing = !v.state.Table, false
	v.showMain()
	if v.state.Drawer {
		v.showSide() // it offers the other face
	}
	if focus != "" && (focus == face || focus == "chart" || focus == "table") {
		v.deps.Focus(v.style.Register.Get(v.FaceID()))
	}
	v.changed()
}
