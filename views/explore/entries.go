package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/views/kit"
)

// entries is the face of a table that is read as text: disagreements, terms, sources. One entry at most is marked.
type entries struct {
	order  []string
	taps   map[string]*kit.Tap
	bodies map[string]func(marked bool) fyne.CanvasObject
	column *fyne.Container
}

// entryGroup is entries under a heading; "" has none.
type entryGroup struct {
	title, note string
	entries     []entry
}

// entry is one of them. Its body may show more while it is marked.
type entry struct {
	id, name string
	body     func(marked bool) fyne.CanvasObject
}

func entryID(id string) string { return "entry." + id }

// paged reports whether what is open is shown as a page of entries.
func (v *View) paged() bool {
	return v.data != nil && !v.state.Table && v.pageRole()
}

// pageRole reports whether the open table can be shown as a page of entries.
func (v *View) pageRole() bool {
	switch v.data.Role {
	case dataset.RoleContradictions, dataset.RoleGlossary, dataset.RoleSources:
		return true
	}
	return false
}

func (v *View) entryGroups() []entryGroup {
	switch v.data.Role {
	case dataset.RoleContradictions:
		return v.contradictionGroups()
	case dataset.RoleGlossary:
		return v.termGroups()
	}
	return v.sourceGroups()
}

// newEntries builds the page of the open table.
func (v *View) newEntries() *entries {
	s, p := v.style, v.style.Palette
	e := &entries{taps: map[string]*kit.Tap{}, bodies: map[string]func(bool) fyne.CanvasObject{}, column: kit.Column(8)}
	for _, g := range v.entryGroups() {
		if g.title != "" {
			head := kit.Column(0, s.Paragraph(g.title, kit.SizeTitle, 24, kit.Semibold, p.Ink))
			if g.note != "" {
				kit.Append(head, s.Meta(g.note))
			}
			kit.Append(e.column, kit.Pad(kit.Inset{Top: 10}, head))
		}
		for _, one := range g.entries {
			marked := one.id == v.state.Row
			tap := s.Tap(entryID(one.id), one.name, entryLook(s, marked), entryBody(one.body(marked)), func() { v.mark(one.id) })
			tap.OnKey = v.entryKey
			tap.OnFocus = func() { v.revealEntry(tap) }
			e.order, e.taps[one.id], e.bodies[one.id] = append(e.order, one.id), tap, one.body
			kit.Append(e.column, tap)
		}
	}
	return e
}

func entryLook(s kit.Style, marked bool) kit.Look {
	p := s.Palette
	if marked {
		return kit.Look{Fill: p.Paper, Stroke: p.Accent, Bar: p.Accent}
	}
	return kit.Look{Fill: p.Paper, Stroke: p.Rule}
}

func entryBody(content fyne.CanvasObject) fyne.CanvasObject {
	return kit.Pad(kit.Inset{Top: 10, Bottom: 12, Left: 14, Right: 14}, content)
}

// mark makes an entry the one being read and puts the focus on it.
func (v *View) mark(id string) {
	before := v.state.Row
	v.state.Row, v.state.passing = id, false
	for _, each := range []string{before, id} {
		if tap := v.entries.taps[each]; tap != nil && before != id {
			tap.SetLook(entryLook(v.style, each == id))
			tap.SetContent(entryBody(v.entries.bodies[each](each == id)))
		}
	}
	column := v.entries.column
	column.Layout.Layout(column.Objects, column.Size())
	for _, pane := range []*kit.Scroller{v.chartPane, v.mainPane} {
		if pane != nil {
			pane.Relayout()
		}
	}
	v.deps.Focus(v.entries.taps[id])
	v.showRead()
	if v.state.Drawer {
		v.showSide()
	}
	v.changed()
}

// entryKey goes through the entries by arrows, Home and End.
func (v *View) entryKey(ev *fyne.KeyEvent) bool {
	if v.entries == nil || len(v.entries.order) == 0 {
		return false
	}
	order := v.entries.order
	at, last := slices.Index(order, v.state.Row), len(order)-1
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyRight:
		at = min(at+1, last)
	case fyne.KeyUp, fyne.KeyLeft:
		at = max(at-1, 0)
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = last
	default:
		return false
	}
	v.mark(order[at])
	return true
}

// entryFace is the page in its pane, or without one where the whole middle scrolls.
func (v *View) entryFace() fyne.CanvasObject {
	v.entries = v.newEntries()
	body := kit.Pad(kit.Inset{Top: 4, Bottom: 12, Left: 16, Right: 16}, v.entries.column)
	if v.largeText() {
		return body
	}
	v.chartPane = kit.Scroll(body)
	v.chartPane.Least = leastFace
	return v.chartPane.Container
}

// showRead brings the entry or the mark being read into sight.
func (v *View) showRead() {
	if v.entries != nil {
		if tap := v.entries.taps[v.state.Row]; tap != nil {
			v.revealEntry(tap)
		}
		return
	}
	if v.chart == nil || v.reveal == nil || v.state.Row == "" {
		return
	}
	if top, bottom, ok := v.chart.Place(); ok {
		v.reveal(top, bottom)
	}
}

// revealEntry brings an entry into sight.
func (v *View) revealEntry(tap *kit.Tap) {
	pane := v.chartPane
	if pane == nil {
		pane = v.mainPane
	}
	if pane != nil {
		pane.RevealIn(tap, -8, tap.Size().Height+8)
	}
}
