package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// ToggleCompare opens the drawer on what the figures can be set beside, or closes it there.
func (v *View) ToggleCompare() { v.toggle(PanelCompare) }

// comparePanel lists the series of the whole package with how each would stand beside these figures. A reason that holds for all
// of them is said once.
func (v *View) comparePanel() fyne.CanvasObject {
	s, q := v.style, v.lens()
	list := v.data.Comparable(q, s.Tr)
	if len(list) == 0 {
		return s.Body(v.tr("explore.compare.none"))
	}
	column := kit.Column(12, s.Body(v.tr("explore.compare.lead")))
	scale := v.scalePart()
	shared := sharedReason(list)
	if shared != "" { // what could help stands first
		kit.Append(column, v.warned(shared), scale, s.Rule())
	}
	for _, group := range []struct{ how, key string }{
		{dataset.Overlaid, "explore.compare.overlaid"}, {dataset.Multiples, "explore.compare.apart"}, {"", "explore.compare.not"},
	} {
		v.addCandidates(column, list, group.how, group.key, shared != "")
	}
	if shared == "" {
		kit.Append(column, s.Rule(), scale)
	}
	kit.Append(column, s.Rule(), v.askEnd())
	return column
}

// addCandidates lists those that would be drawn in one way, or in none, by topic. Why they would not is said where it changes; why
// some get a chart of their own, over the chart when they have it.
func (v *View) addCandidates(column *fyne.Container, list []dataset.Candidate, how, key string, quiet bool) {
	s, q := v.style, v.lens()
	var part *fyne.Container
	topic, why := "", ""
	for _, c := range list {
		if c.How != how {
			continue
		}
		if part == nil {
			part = kit.Column(4)
			kit.Append(column, part)
			if !quiet {
				kit.Append(part, s.Paragraph(v.tr(key), kit.SizeBody, 20, kit.Semibold, s.Palette.Ink))
			}
		}
		if c.Topic != topic {
			topic = c.Topic
			kit.Append(part, kit.Pad(kit.Inset{Top: 4}, s.Paragraph(topic, kit.SizeMeta, 16, kit.Semibold, s.Palette.Quiet)))
		}
		if how == "" && c.Why != why && !quiet {
			why = c.Why
			kit.Append(part, s.Meta(why))
		}
		kit.Append(part, v.candidate(c, slices.Contains(q.With, c.Beside)))
	}
}

// sharedReason is why nothing can be set beside the figures; "" where something can, or the reasons differ.
func sharedReason(list []dataset.Candidate) string {
	for _, c := range list {
		if c.How != "" || c.Why != list[0].Why {
			return ""
		}
	}
	return list[0].Why
}

// warned is a sentence that says why something cannot be.
func (v *View) warned(text string) fyne.CanvasObject {
	s := v.style
	said := s.Paragraph(text, kit.SizeBody, 20, kit.Regular, s.Palette.Ink)
	return kit.Behind(s.Rect(s.Palette.AmberSoft, nil), kit.Pad(kit.Even(10), kit.RowTop(8, said, s.IconImage("warning", 16, s.Palette.Ink), said)))
}

// candidate is a series that can be compared, as a line to check; one that cannot is only named.
func (v *View) candidate(c dataset.Candidate, on bool) fyne.CanvasObject {
	s := v.style
	if c.How == "" && !on {
		return s.Paragraph("– "+words.Capital(c.Title), kit.SizeBody, 20, kit.Regular, s.Palette.Quiet)
	}
	return s.Check(kit.CheckSpec{ID: "compare." + c.Beside.Dataset + "." + c.Beside.View + "." + c.Beside.Series, Text: words.Capital(c.Title), On: on, Changed: func(on bool) {
		q := v.lens()
		q.With = slices.DeleteFunc(slices.Clone(q.With), func(b dataset.Beside) bool { return b == c.Beside })
		if on {
			q.With = append(q.With, c.Beside)
		}
		q.Form = ""
		v.Ask(q)
	}})
}

// scalePart puts figures in relation to something.
func (v *View) scalePart() fyne.CanvasObject {
	q, tr := v.lens(), v.style.Tr
	var list []pick
	for _, scale := range dataset.Scales() {
		id := string(scale)
		if scale == dataset.AsIs {
			id = "none"
		}
		list = append(list, pick{id: "ask.scale." + id, text: v.tr("explore.ask.scale." + id), on: q.Scale == scale, why: v.data.MayScale(q, scale, tr), take: func() {
			q := v.lens()
			q.Scale = scale
			v.Ask(q)
		}})
	}
	part := v.picks("explore.ask.scale", list)
	if q.Scale != dataset.Index {
		return part
	}
	year := typed{
		part: "ask.base", ids: []string{"ask.base"},
		read: func(q dataset.Lens) []string { return []string{q.Base} },
		ask: func(q dataset.Lens, texts []string) dataset.Lens {
			q.Base = texts[0]
			return q
		},
	}
	base := v.fields(year)[0]
	base.SetPlaceHolder(v.tr("explore.ask.base.hint"))
	label := v.style.Text(v.tr("explore.ask.base"), 14, kit.Regular, v.style.Palette.Ink)
	column := kit.Column(6, part, kit.Flow(8, kit.Center(label), base))
	if why := v.slipped(year); why != nil {
		kit.Append(column, why)
	}
	return column
}
