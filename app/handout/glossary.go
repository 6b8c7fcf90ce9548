package handout

import (
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// glossary explains the terms that the other pages use, or all of them where they use none, in two columns.
func (b *builder) glossary() []*page {
	return b.saving(b.setGlossary, 1, closeType, closest).pages
}

// setGlossary sets it in type of a size.
func (b *builder) setGlossary(size float64) *flow {
	f := b.flow()
	st := b.styles
	w := b.sheet.width()
	title := b.t("handout.section.glossary")
	f.add(lead(headline(st.title, title, w))...)
	terms, key := b.explained()
	f.add(spaced(7, glue(paragraph(st.lead, b.t(key), w)))...)
	f.add(b.separator(10, 12))
	more := append(headline(st.heading, b.t("handout.continued", words.Args{"Title": title}), w), space(6))
	var ps []piece
	for _, t := range terms {
		ps = append(ps, b.term(t, terms, size)...)
	}
	f.single(0, column{ps: ps, more: more}, 2)
	return f
}

// explained are the terms that the glossary has, by the alphabet, and the key of the sentence that says which they are.
func (b *builder) explained() (terms []dataset.Term, key string) {
	terms, key = slices.Clone(b.set.Glossary), "handout.glossary.lead.all"
	if len(b.terms) > 0 {
		key = "handout.glossary.lead.used"
		terms = slices.DeleteFunc(terms, func(t dataset.Term) bool { return !slices.Contains(b.terms, t.ID) })
	}
	slices.SortStableFunc(terms, func(x, y dataset.Term) int {
		return strings.Compare(words.Fold(b.text(x.Term)), words.Fold(b.text(y.Term)))
	})
	return terms, key
}

// term is an entry: the term, what it means, which other entries to see, and where the explanation comes from.
func (b *builder) term(t dataset.Term, in []dataset.Term, size float64) []piece {
	name, list, small := b.styles.subheading.scaled(size), b.styles.list.scaled(size), b.styles.small.scaled(max(size, closeType))
	spans := []span{{text: b.text(t.Term), style: name}, {text: ". " + b.text(t.Definition), style: list}}
	var see []string
	for _, o := range in {
		if slices.Contains(t.See, o.ID) {
			see = append(see, b.text(o.Term))
		}
	}
	if len(see) > 0 {
		text := b.t("handout.glossary.see", words.Args{"Terms": b.tr.List(see)})
		spans = append(spans, span{text: " " + text, style: b.styles.quiet.scaled(size).with(render.Italic)})
	}
	if t.Source != nil {
		spans = append(spans, span{text: dot, style: small}, b.cite(t.Source, small))
	}
	return spaced(6.5*size, entry(span{}, spans, 0, b.sheet.column()))
}

// termsIn are the terms of the glossary that a section uses. Glossary and sources do not count, nor ballots.
func (b *builder) termsIn(s Section, pages []*page) []string {
	if !b.has(sectionGlossary) || s.ID == sectionGlossary || s.ID == sectionSources || s.ID == sectionBallot {
		return nil
	}
	var out []string
	for _, p := range pages {
		found, known := b.termsOf[p]
		if !known {
			for _, sp := range b.set.TermsIn(p.said(), b.in.Lang) {
				found = append(found, sp.Term)
			}
			b.termsOf[p] = found
		}
		out = append(out, found...)
	}
	return out
}

// inGlossary puts terms in the order of the glossary, each once.
func (b *builder) inGlossary(terms []string) []string {
	var out []string
	for _, t := range b.set.Glossary {
		if slices.Contains(terms, t.ID) {
			out = append(out, t.ID)
		}
	}
	return out
}

// said is everything that stands on a page, in reading order.
func (pg *page) said() string {
	var out strings.Builder
	add := func(s chart.Shape2D) {
		if l, ok := s.(chart.Label); ok {
			out.WriteString(l.Text)
			out.WriteByte(' ')
		}
	}
	for _, it := range pg.items {
		switch it := it.(type) {
		case shape:
			add(it.Shape2D)
		case figure:
			for _, s := range it.drawing.Shapes {
				add(s)
			}
		}
	}
	return out.String()
}
