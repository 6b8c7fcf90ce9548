package explore

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// mostHits is how many results stand under one heading.
const mostHits = 15

// hitGroups are the headings that results stand under.
var hitGroups = [...]struct {
	key   string
	kinds []dataset.HitKind
}{
	{"explore.search.tables", []dataset.HitKind{dataset.HitDataset, dataset.HitField}},
	{"explore.search.figures", []dataset.HitKind{dataset.HitRow}},
	{"explore.search.events", []dataset.HitKind{dataset.HitEvent}},
	{"explore.search.terms", []dataset.HitKind{dataset.HitTerm}},
	{"explore.search.sources", []dataset.HitKind{dataset.HitSource}},
	{"explore.search.disagreements", []dataset.HitKind{dataset.HitContradiction}},
}

// searchField is the field over the list.
func (v *View) searchField() fyne.CanvasObject {
	v.search = v.style.Search("explore.search", v.state.Query, v.tr("explore.search"), func(text string) {
		v.state.Query, v.state.Hit = text, ""
		v.showList()
		v.listScroll.SetOffset(0)
	})
	v.search.OnDown = func() {
		if !v.searching() || v.list.First() {
			v.deps.Focus(v.list)
		}
	}
	v.search.OnEnter = func() {
		if v.searching() && v.list.First() {
			v.openHit(v.state.Hit)
		}
	}
	v.search.OnEscape = func() bool {
		asked := v.state.Query != ""
		v.clearSearch()
		return asked
	}
	set, lang := v.deps.Set, v.style.Tr.Lang()
	v.search.OnFocus = func() { // so that the first letter finds the index made
		v.deps.Runner.Start(func() { set.Search("a", lang, 1) })
	}
	return v.search
}

// Search puts the focus into the search field, with what it holds chosen.
func (v *View) Search() {
	if v.listFolded() && !v.state.listed {
		v.unfold()
	}
	v.deps.Focus(v.search)
	v.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (v *View) clearSearch() {
	if v.state.Query != "" {
		v.search.SetText("")
		v.markList()
	}
	v.deps.Focus(v.search)
}

// searching reports whether results stand in the place of the list.
func (v *View) searching() bool { return strings.TrimSpace(v.state.Query) != "" }

// showList shows the datasets, or what the search has found.
func (v *View) showList() {
	s := v.style
	inset := kit.Inset{Top: 4, Bottom: 16, Left: 8, Right: 8}
	var list *kit.List
	above := fyne.CanvasObject(kit.Gap())
	if !v.searching() {
		list = s.List("explore.list", v.items(), v.state.Dataset, v.Choose)
	} else {
		items := v.found()
		if len(items) == 0 {
			nothing := v.tr("explore.search.nothing", words.Args{"Query": strings.TrimSpace(v.state.Query)})
			above = kit.Pad(kit.Inset{Top: 12, Left: 8, Right: 8}, s.Body(nothing))
		}
		list = s.List("explore.list", items, v.state.Hit, func(id string) { v.state.Hit = id })
		list.Opens(v.openHit, func() { v.deps.Focus(v.search) })
	}
	v.list = list
	v.listScroll = kit.Scroll(kit.Pad(inset, kit.Column(0, above, list)))
	pane := v.listScroll
	list.Reveal = func(top, bottom float32) { pane.Reveal(top, bottom+inset.Top+inset.Bottom) }
	v.listHolder.Objects = []fyne.CanvasObject{pane.Container}
	v.listHolder.Refresh()
}

// found returns the results under their headings, the heading of the best first.
func (v *View) found() []kit.Item {
	hits := v.deps.Set.Search(v.state.Query, v.style.Tr.Lang(), 0)
	v.hits = map[string]dataset.Hit{}
	under := make([][]dataset.Hit, len(hitGroups))
	var order []int
	for _, h := range hits {
		for i, g := range hitGroups {
			if slices.Contains(g.kinds, h.Kind) {
				if under[i] == nil {
					order = append(order, i)
				}
				under[i] = append(under[i], h)
			}
		}
	}
	var items []kit.Item
	for _, i := range order {
		items = append(items, kit.Item{Heading: v.hitHeading(hitGroups[i].key, len(under[i]))})
		for _, h := range under[i][:min(len(under[i]), mostHits)] {
			item := hitItem(h)
			v.hits[item.ID] = h
			items = append(items, item)
		}
	}
	return items
}

func (v *View) hitHeading(key string, n int) string {
	args := words.Args{"Name": v.tr(key), "Shown": v.style.Tr.Int(min(n, mostHits)), "All": v.style.Tr.Int(n)}
	if n > mostHits {
		return v.tr("explore.search.some", args)
	}
	return v.tr("explore.search.all", args)
}

func hitItem(h dataset.Hit) kit.Item {
	item := kit.Item{
		ID:    strings.Join([]string{string(h.Kind), h.Dataset, h.View, h.Row, h.Field, h.Term, h.Source}, "/"),
		Title: h.Title, Detail: h.Context, Short: true,
	}
	for _, m := range h.Matched {
		item.Strong = append(item.Strong, kit.Part{Start: m.Start, End: m.End})
	}
	return item
}

// openHit opens a result. The focus goes to the results, so that the next one is a key away, or to what was opened where
// they have given way to it.
func (v *View) openHit(id string) {
	h, ok := v.hits[id]
	if !ok {
		return
	}
	v.state.Hit = id
	to := Target{Dataset: h.Dataset, View: h.View, Row: h.Row}
	if h.Dataset == "" { // found, but its table is not explored
		to = v.instead(h)
		if h.Term != "" {
			v.openTerm(h.Term)
		}
	}
	v.column = h.Field
	v.goTo(to, ByChoice)
	if h.Field != "" && !v.state.Table {
		v.column = h.Field
		v.ToggleTable()
	}
	v.column = ""
	if v.left.Visible() {
		v.deps.Focus(v.list)
	} else {
		v.deps.Focus(v.style.Register.Get(v.FaceID()))
	}
}

// instead returns where one sees what a source or a disagreement is about whose own table is not explored: the first figure
// that rests on it or is a side of it.
func (v *View) instead(h dataset.Hit) Target {
	if rests := v.deps.Set.RestsOn(h.Source); len(rests) > 0 {
		return Target{Dataset: rests[0].Dataset.ID, Row: rests[0].Rows[0].ID}
	}
	for _, c := range v.deps.Set.Contradictions {
		if h.Kind != dataset.HitContradiction || c.ID != h.Row {
			continue
		}
		for _, id := range slices.Concat(c.RowsA, c.RowsB) {
			if _, ok := Resolve(v.deps.Set, Target{Row: id}); ok {
				return Target{Row: id}
			}
		}
		return Target{Dataset: c.Dataset}
	}
	return Target{}
}
