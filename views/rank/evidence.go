package rank

import (
	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// Target is what a piece of evidence leads to: a table, or one row of it; or else a term of the glossary.
type Target struct{ Dataset, View, Row, Term string }

func targetOf(e dataset.Evidence) Target {
	t := Target{Dataset: e.Dataset.ID, View: e.View}
	if e.One {
		t.Row = e.Row.ID
	}
	return t
}

// evidence is what the record says about an option: what it means, its main charts, what speaks for and against it, what is
// missing, what was recommended before, and who would act.
func (v *View) evidence(o dataset.Option) fyne.CanvasObject {
	seen := map[string]bool{} // terms that are marked already
	column := kit.Column(14, v.meaning(o, seen))
	all := v.deps.Evidence(o.ID)
	if cards := v.mainCards(o, all); cards != nil {
		kit.Append(column, cards)
	}
	for _, s := range sections {
		var lines []fyne.CanvasObject
		for _, e := range all {
			if !e.Main && s.takes(e) {
				lines = append(lines, v.evidenceLine(o, e, seen))
			}
		}
		if s.status && len(lines) > 0 {
			lines = append(lines, v.statusNote(all))
		}
		if len(lines) > 0 {
			kit.Append(column, v.section(v.tr(s.title), lines))
		}
	}
	if actors := v.actors(o, seen); len(actors) > 0 {
		kit.Append(column, v.section(v.tr("rank.evidence.actors"), actors))
	}
	return column
}

// section is a part of the evidence under a title of its own.
type section struct {
	title  string
	takes  func(dataset.Evidence) bool
	status bool // it shows statuses, whose date has to be said
}

var sections = []section{
	{title: "rank.evidence.for", takes: stands(dataset.For)},
	{title: "rank.evidence.against", takes: stands(dataset.Against)},
	{title: "rank.evidence.context", takes: stands(dataset.Context)},
	{title: "rank.evidence.gaps", takes: func(e dataset.Evidence) bool { return e.Dataset.Role == dataset.RoleGaps }},
	{title: "rank.evidence.recommendations", takes: recommends, status: true},
}

func recommends(e dataset.Evidence) bool {
	return e.Dataset.Role == dataset.RoleRecommendations && e.One
}

func stands(s dataset.Stance) func(dataset.Evidence) bool {
	return func(e dataset.Evidence) bool {
		return e.Stance == s && e.Dataset.Role != dataset.RoleGaps && !recommends(e)
	}
}

// leastLines is how much room lines keep beside the title of their section.
const leastLines = 360

func (v *View) section(title string, lines []fyne.CanvasObject) fyne.CanvasObject {
	s := v.style
	head := s.Paragraph(title, kit.SizeBody, 20, kit.Semibold, s.Palette.Ink)
	side := &fyne.Container{Layout: kit.Wide(s.Px(116)), Objects: []fyne.CanvasObject{head}}
	body := kit.Column(2, lines...)
	if v.tight() {
		return kit.Column(4, head, body)
	}
	return kit.RowTop(12, body, kit.Pad(kit.Inset{Top: 4}, side), body)
}

// evidenceLine is one piece of evidence; pressed, it opens what it speaks of.
func (v *View) evidenceLine(o dataset.Option, e dataset.Evidence, seen map[string]bool) fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	text := kit.Column(0, v.marked(o.ID, e.Reason.In(l), seen), s.Meta(v.connected(e)))
	row := kit.RowGrow(10, text, text, s.IconImage("chevron-right", 16, p.Accent))
	if code := e.Row.Text("status_code", words.English); recommends(e) && code != "" {
		status := code // of another package, which may have codes of its own
		if key := "rank.status." + code; s.Tr.Has(key) {
			status = v.tr(key)
		}
		row = kit.RowGrow(10, text, v.pill(status, code != "implemented"), text, s.IconImage("chevron-right", 16, p.Accent))
	}
	return v.lead(o, "rank.evidence."+e.ID, e.Reason.In(l), kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: 6, Right: 6}, row), targetOf(e))
}

// lead makes content lead to Explore.
func (v *View) lead(o dataset.Option, id, name string, content fyne.CanvasObject, to Target) fyne.CanvasObject {
	t := v.style.Tap(id, name, kit.Look{Hover: v.style.Palette.Hover}, content, func() { v.deps.Open(o.ID, to) })
	t.OnKey = v.Key
	v.owners[t] = o.ID
	return t
}

// connected says what a piece of evidence leads to and who makes the connection.
func (v *View) connected(e dataset.Evidence) string {
	l := v.style.Tr.Lang()
	what := e.Dataset.Title.In(l)
	if e.One {
		what = v.tr("rank.evidence.row", words.Args{"Table": what, "Row": e.Dataset.RowTitle(e.Row, l)})
	}
	if e.Ours || e.Source == nil {
		return v.tr("rank.evidence.ours", words.Args{"What": what})
	}
	return v.tr("rank.evidence.cited", words.Args{"What": what, "Source": e.Source.Short.In(l)})
}

// pill is a status; dashed where something is still open.
func (v *View) pill(text string, open bool) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	label := kit.Center(s.Text(text, kit.SizeMeta, kit.Bold, p.Ink))
	width := max(label.MinSize().Width+16, s.Px(72))
	if open {
		return kit.Fixed(width, s.Px(22), s.Dashed(), label)
	}
	back := s.Rect(p.Paper, p.Teal)
	back.StrokeWidth = 2
	return kit.Fixed(width, s.Px(22), back, label)
}

// statusNote says as of when the statuses are.
func (v *View) statusNote(all []dataset.Evidence) fyne.CanvasObject {
	for _, e := range all {
		if recommends(e) {
			args := words.Args{"Report": e.Row.Text("report", words.English), "Date": v.style.Tr.Date(e.Row.Text("status_as_of", words.English))}
			return kit.Pad(kit.Inset{Left: 6}, v.style.Meta(v.tr("rank.evidence.as_of", args)))
		}
	}
	return kit.Gap()
}

// actors says who would act, and how.
func (v *View) actors(o dataset.Option, seen map[string]bool) []fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	var lines []fyne.CanvasObject
	for _, a := range v.deps.Actors(o.ID) {
		who := v.tr("rank.evidence.cited", words.Args{"What": a.AgencyData.RowTitle(a.Agency, l), "Source": sourceOf(a, l)})
		if a.Ours || a.Source == nil {
			who = v.tr("rank.evidence.ours", words.Args{"What": a.AgencyData.RowTitle(a.Agency, l)})
		}
		text := kit.Column(0, v.marked(o.ID, a.Part.In(l), seen), s.Meta(who))
		row := kit.RowGrow(10, text, text, s.IconImage("chevron-right", 16, p.Accent))
		to := Target{Dataset: a.AgencyData.ID, Row: a.Agency.ID}
		lines = append(lines, v.lead(o, "rank.actor."+a.ID, a.Part.In(l), kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: 6, Right: 6}, row), to))
	}
	return lines
}

func sourceOf(a dataset.Actor, l words.Lang) string {
	if a.Source == nil {
		return ""
	}
	return a.Source.Short.In(l)
}

// tight reports whether there is no room for titles beside the evidence.
func (v *View) tight() bool {
	width := v.root.Size().Width
	if !v.narrow {
		width -= v.style.Px(panelWidth)
	}
	return width < v.style.Px(116+leastLines)+80
}
