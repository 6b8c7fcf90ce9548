package explore

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// marked holds the terms that texts read together have marked already: the first mention is enough.
type marked map[string]bool

// marked is a paragraph with the terms of the glossary marked where they are first mentioned; without seen, none are.
func (v *View) marked(text string, size, line float32, weight kit.Weight, c color.Color, seen marked) *kit.Paragraph {
	p := v.style.Paragraph(text, size, line, weight, c)
	if seen == nil {
		return p
	}
	var marks []kit.Mark
	for _, span := range v.deps.Set.TermsIn(text, v.style.Tr.Lang()) {
		if seen[span.Term] {
			continue
		}
		seen[span.Term] = true
		marks = append(marks, kit.Mark{Part: kit.Part{Start: span.Start, End: span.End}, ID: span.Term, Name: v.termHint(span.Term)})
	}
	if len(marks) == 0 {
		return p
	}
	return p.WithMarks(marks, v.openTerm)
}

func (v *View) termHint(id string) string {
	t, _ := v.deps.Set.TermByID(id)
	return v.tr("explore.term.hint", words.Args{"Term": t.Term.In(v.style.Tr.Lang())})
}

// HasTerms reports whether there is a glossary.
func (v *View) HasTerms() bool { return len(v.deps.Set.Glossary) > 0 }

// ToggleTerms opens the drawer on the terms that stand in what is shown, or closes it there.
func (v *View) ToggleTerms() {
	if v.HasTerms() {
		v.toggle(PanelTerms)
	}
}

// openTerm shows a term in the drawer. From term to term there is a way back.
func (v *View) openTerm(id string) {
	if v.state.Drawer && v.state.Panel == PanelTerm {
		if v.state.Term == id {
			return
		}
		v.leave(ByLink)
	}
	v.state.Term = id
	if v.state.Drawer && v.state.Panel == PanelTerm {
		v.showMain() // the way back has changed
		v.showSide()
		v.deps.Focus(v.style.Register.Get("drawer.close"))
		v.changed()
		return
	}
	v.toggle(PanelTerm)
}

// termPanel is one term: what it means, what belongs to it, and the way to all.
func (v *View) termPanel() fyne.CanvasObject {
	s, l := v.style, v.style.Tr.Lang()
	t, ok := v.deps.Set.TermByID(v.state.Term)
	if !ok {
		return s.Body(v.tr("explore.terms.none"))
	}
	seen := marked{t.ID: true}
	column := kit.Column(12, s.Paragraph(t.Term.In(l), kit.SizeHead, 28, kit.Semibold, s.Palette.Ink), v.text(t.Definition.In(l), seen))
	v.addSource(column, t.Source)
	if see := v.seeAlso("drawer", t, v.openTerm); see != nil {
		kit.Append(column, see)
	}
	kit.Append(column, s.Rule(), v.allTerms(t.ID))
	return column
}

// addSource says who says so.
func (v *View) addSource(column *fyne.Container, source *dataset.Source) {
	if source != nil {
		kit.Append(column, v.style.Meta(v.tr("explore.entry.source", words.Args{"Source": source.Short.In(v.style.Tr.Lang())})))
	}
}

// seeAlso is the terms that a term refers to, as buttons; nil for none.
func (v *View) seeAlso(prefix string, t dataset.Term, open func(id string)) fyne.CanvasObject {
	s, l := v.style, v.style.Tr.Lang()
	label := s.Text(v.tr("explore.term.see"), kit.SizeMeta, kit.Regular, s.Palette.Quiet)
	buttons := []fyne.CanvasObject{kit.Fixed(label.MinSize().Width, s.Px(26), label)}
	for _, id := range t.See {
		if other, ok := v.deps.Set.TermByID(id); ok {
			buttons = append(buttons, s.Button(kit.ButtonSpec{ID: prefix + ".see." + t.ID + "." + id, Text: other.Term.In(l), Small: true, OnTapped: func() { open(id) }}))
		}
	}
	if len(buttons) == 1 {
		return nil
	}
	return kit.Pad(kit.Inset{Top: 4}, kit.Flow(6, buttons...))
}

// allTerms leads to the page of the glossary, at a term.
func (v *View) allTerms(at string) fyne.CanvasObject {
	if _, ok := Resolve(v.deps.Set, Target{Term: at}); !ok {
		return kit.Gap()
	}
	return kit.Row(8, v.style.Button(kit.ButtonSpec{ID: "drawer.terms", Text: v.tr("explore.terms.all"), OnTapped: func() { v.Open(Target{Term: at}) }}))
}

// termsPanel is every term that stands in what is shown.
func (v *View) termsPanel() fyne.CanvasObject {
	s, l := v.style, v.style.Tr.Lang()
	ids := v.termsShown()
	column := kit.Column(8)
	if len(ids) == 0 {
		kit.Append(column, s.Body(v.tr("explore.terms.none")))
	}
	for _, id := range ids {
		t, _ := v.deps.Set.TermByID(id)
		kit.Append(column, v.link("drawer.term."+id, t.Term.In(l), t.Definition.In(l), func() { v.openTerm(id) }))
	}
	if all := v.deps.Set.Glossary; len(all) > 0 {
		kit.Append(column, s.Rule(), v.allTerms(all[0].ID))
	}
	return column
}

// termsShown returns the terms in the texts of what is shown, in their order: headline, lead, chart, what is read.
func (v *View) termsShown() []string {
	l := v.style.Tr.Lang()
	texts := []string{v.data.Headline.In(l), v.data.Lead.In(l), v.spec.Title, v.spec.Subtitle}
	if r, ok := v.row(); ok {
		reading := v.answer.Data.Reading(v.view, r, v.style.Tr)
		texts = append(texts, reading.Heading, reading.Value)
		for _, line := range reading.Lines {
			texts = append(texts, line.Text)
		}
	}
	for _, g := range v.spec.Groups {
		texts = append(texts, g.Title, g.Note)
	}
	for _, s := range v.spec.Series {
		texts = append(texts, s.Title)
	}
	for _, n := range v.spec.Notes {
		texts = append(texts, n.Text)
	}
	if v.data.Role != dataset.RoleGlossary {
		for _, m := range v.spec.Marks {
			texts = append(texts, m.Label, m.Sub)
		}
	}
	var ids []string
	for _, text := range texts {
		for _, span := range v.deps.Set.TermsIn(text, l) {
			if !slices.Contains(ids, span.Term) {
				ids = append(ids, span.Term)
			}
		}
	}
	return ids
}
