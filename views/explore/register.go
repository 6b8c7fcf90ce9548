package explore

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// termGroups are the terms of the glossary in the order of the alphabet.
func (v *View) termGroups() []entryGroup {
	l := v.style.Tr.Lang()
	terms := slices.Clone(v.deps.Set.Glossary)
	slices.SortStableFunc(terms, func(a, b dataset.Term) int {
		return cmp.Compare(words.Fold(a.Term.In(l)), words.Fold(b.Term.In(l)))
	})
	var g entryGroup
	for _, t := range terms {
		body := v.termEntry(t)
		g.entries = append(g.entries, entry{t.ID, t.Term.In(l), func(bool) fyne.CanvasObject { return body }})
	}
	return []entryGroup{g}
}

func (v *View) termEntry(t dataset.Term) fyne.CanvasObject {
	s, l := v.style, v.style.Tr.Lang()
	column := kit.Column(4, s.Paragraph(t.Term.In(l), kit.SizeTitle, 24, kit.Semibold, s.Palette.Ink), s.Body(t.Definition.In(l)))
	v.addSource(column, t.Source)
	if see := v.seeAlso("entry", t, func(id string) { v.Open(Target{Term: id}) }); see != nil {
		kit.Append(column, see)
	}
	return column
}

// tiers are how close a source can be to its figure, closest first.
var tiers = [...]string{"P", "S", "M", "A"}

// sourceGroups are the sources by how close they are to the figures.
func (v *View) sourceGroups() []entryGroup {
	var groups []entryGroup
	taken := map[string]bool{}
	add := func(title string, of func(*dataset.Source) bool) {
		g := entryGroup{title: title}
		for _, r := range v.answer.Rows {
			src := v.deps.Set.Sources[r.ID]
			if src == nil || taken[r.ID] || !of(src) {
				continue
			}
			taken[r.ID] = true
			g.entries = append(g.entries, entry{r.ID, src.Short.In(v.style.Tr.Lang()), func(marked bool) fyne.CanvasObject { return v.sourceEntry(src, marked) }})
		}
		if len(g.entries) > 0 {
			slices.SortStableFunc(g.entries, func(a, b entry) int { return cmp.Compare(words.Fold(a.name), words.Fold(b.name)) })
			groups = append(groups, g)
		}
	}
	for _, t := range tiers {
		add(v.tr("tier."+t+".source"), func(s *dataset.Source) bool { return s.Tier == t })
	}
	add("", func(*dataset.Source) bool { return true })
	return groups
}

// sourceEntry is a source with how much rests on it; while it is marked, with all of that.
func (v *View) sourceEntry(src *dataset.Source, marked bool) fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	rests := v.deps.Set.RestsOn(src.ID)
	rows := 0
	for _, r := range rests {
		rows += len(r.Rows)
	}
	column := kit.Column(2, s.Paragraph(src.Short.In(l), kit.SizeTitle, 24, kit.Semibold, p.Ink), s.Body(dataset.Citation(src, s.Tr)))
	switch {
	case rows == 0:
		kit.Append(column, s.Meta(v.tr("explore.rests.none")))
	case !marked:
		kit.Append(column, s.Paragraph(v.restsText(rows, len(rests)), kit.SizeMeta, 16, kit.Regular, p.Accent))
	default:
		kit.Append(column, s.Paragraph(v.restsText(rows, len(rests)), kit.SizeBody, 28, kit.Semibold, p.Ink))
		for _, r := range rests {
			v.addRest(column, src, r)
		}
	}
	return column
}

// restsText says how much rests on a source.
func (v *View) restsText(rows, tables int) string {
	tr := v.style.Tr
	return tr.T("explore.rests", words.Args{"Entries": tr.N("explore.list.entries", rows), "Tables": tr.N("explore.rests.tables", tables)})
}

// mostRests is how many figures of a table are listed; the table has the rest.
const mostRests = 8

// addRest lists what rests on a source in one table, each figure a way to it.
func (v *View) addRest(column *fyne.Container, src *dataset.Source, r dataset.Rest) {
	s, l, d := v.style, v.style.Tr.Lang(), r.Dataset
	prefix := "rest." + src.ID + "." + d.ID
	kit.Append(column, kit.Row(8, s.Button(kit.ButtonSpec{
		ID: prefix, Text: d.Title.In(l), Trailing: "chevron-right", Kind: kit.Quiet, OnTapped: func() { v.Open(Target{Dataset: d.ID}) },
	})))
	for _, row := range r.Rows[:min(len(r.Rows), mostRests)] {
		figure := d.Figure(row, d.View(d.ViewOf(row)), s.Tr)
		kit.Append(column, kit.Pad(kit.Inset{Left: 20}, v.link(prefix+"."+row.ID, d.RowTitle(row, l), figure, func() { v.Open(Target{Dataset: d.ID, Row: row.ID}) })))
	}
	if more := len(r.Rows) - mostRests; more > 0 {
		kit.Append(column, kit.Pad(kit.Inset{Left: 26}, s.Meta(s.Tr.N("explore.rests.more", more))))
	}
}
