package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// leastClaim is how wide a claim has to be beside the other, before the text factor.
const leastClaim = 250

// contradictionGroups are the disagreements by the table they belong to.
func (v *View) contradictionGroups() []entryGroup {
	l := v.style.Tr.Lang()
	var groups []entryGroup
	var of []string
	seen := marked{}
	for _, c := range v.deps.Set.Contradictions {
		if _, ok := v.data.Row(c.ID); !ok {
			continue
		}
		at := slices.Index(of, c.Dataset)
		if at < 0 {
			title := c.Dataset
			if d := v.deps.Set.Dataset(c.Dataset); d != nil {
				title = d.Title.In(l)
			}
			at, of, groups = len(of), append(of, c.Dataset), append(groups, entryGroup{title: title})
		}
		body := v.disagreement(c, "entry", ByClaim, seen)
		groups[at].entries = append(groups[at].entries, entry{c.ID, c.Topic.In(l), func(bool) fyne.CanvasObject { return body }})
	}
	return groups
}

// disagreement is both claims with who makes them, why they differ and how they are shown.
func (v *View) disagreement(c dataset.Contradiction, prefix string, how Going, seen marked) fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	title := s.Paragraph(c.Topic.In(l), kit.SizeTitle, 24, kit.Semibold, p.Ink)
	column := kit.Column(8,
		title,
		kit.Row(6, s.Chip(v.cause(c))),
		kit.Pair(8, s.Px(leastClaim), v.claim(c, prefix+".a.", how), v.claim(other(c), prefix+".b.", how)),
		v.text(c.Explanation.In(l), seen),
	)
	if shown := c.Shown.In(l); shown != "" {
		kit.Append(column, s.Meta(v.tr("explore.claim.shown", words.Args{"How": shown})))
	}
	return column
}

// cause says in words why two claims differ, as the table of disagreements words it.
func (v *View) cause(c dataset.Contradiction) string {
	if d, r, ok := v.deps.Set.Row(c.ID); ok {
		if text := d.Cell(r, "cause", v.style.Tr.Lang()); text != "" {
			return text
		}
	}
	return c.Cause
}

// other is the disagreement with its sides changed.
func other(c dataset.Contradiction) dataset.Contradiction {
	c.ClaimA, c.SourceA, c.RowsA = c.ClaimB, c.SourceB, c.RowsB
	return c
}

// claim is the first side of a disagreement; pressed, it opens the figure in its table, or its source where there is none.
func (v *View) claim(c dataset.Contradiction, prefix string, how Going) fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	text := kit.Column(4, s.Paragraph(c.ClaimA.In(l), kit.SizeBody, 20, kit.Regular, p.Ink))
	if c.SourceA != nil {
		source := c.SourceA.Short.In(l)
		if tier := "tier." + c.SourceA.Tier; s.Tr.Has(tier) {
			source = v.tr("data.reading.tier", words.Args{"Source": source, "Tier": v.tr(tier)})
		}
		kit.Append(text, s.Meta(source))
	}
	to, where := v.claimed(c)
	look := kit.Look{Fill: p.Paper, Stroke: p.Rule, Hover: p.Hover}
	if where == "" {
		return kit.Behind(s.Rect(p.Paper, p.Rule), kit.Pad(kit.Even(10), text))
	}
	kit.Append(text, kit.Row(4, s.Text(where, kit.SizeMeta, kit.Semibold, p.Accent), s.IconImage("chevron-right", 14, p.Accent)))
	return s.Tap(prefix+c.ID, c.ClaimA.In(l), look, kit.Pad(kit.Even(10), text), func() { v.goTo(to, how) })
}

// claimed returns where the first side of a disagreement is opened, and what that is in words; "" for nowhere.
func (v *View) claimed(c dataset.Contradiction) (to Target, where string) {
	for _, id := range c.RowsA {
		if _, _, ok := v.deps.Set.Row(id); ok {
			return Target{Row: id}, v.tr("explore.claim.open")
		}
	}
	if c.SourceA != nil {
		if _, ok := Resolve(v.deps.Set, Target{Source: c.SourceA.ID}); ok {
			return Target{Source: c.SourceA.ID}, v.tr("explore.claim.source")
		}
	}
	return Target{}, ""
}

// ToggleWhy opens the drawer on why the figure being read differs from another, or closes it there.
func (v *View) ToggleWhy() { v.toggle(PanelWhy) }

// whyPanel is the disagreements that the figure being read is a side of.
func (v *View) whyPanel(seen marked) fyne.CanvasObject {
	s := v.style
	column := kit.Column(16)
	list := v.deps.Set.ContradictionsOf(v.state.Row)
	if len(list) == 0 {
		kit.Append(column, s.Body(v.tr("explore.why.none")))
		if list = v.data.Contradictions(); len(list) > 0 {
			kit.Append(column, s.Paragraph(v.tr("explore.why.table"), kit.SizeBody, 20, kit.Semibold, s.Palette.Ink))
		}
	}
	for _, c := range list {
		kit.Append(column, v.disagreement(c, "drawer", ByLink, seen))
		if _, ok := Resolve(v.deps.Set, Target{Contradiction: c.ID}); ok {
			kit.Append(column, kit.Row(8, s.Button(kit.ButtonSpec{ID: "drawer.all." + c.ID, Text: v.tr("explore.why.all"), OnTapped: func() { v.Open(Target{Contradiction: c.ID}) }})))
		}
		kit.Append(column, s.Rule())
	}
	return column
}
