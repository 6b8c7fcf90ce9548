package handout

import (
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// optionEvidence is what the record holds on an option: what speaks for it, against it, what else is good to know, the gaps,
// tools and recommendations that it touches, and who would act.
func (b *builder) optionEvidence(o dataset.Option) []*page {
	var first *flow
	for _, size := range [...]float64{1, closeType, closest} {
		f := b.setOption(o, size)
		if len(f.pages) == 1 {
			return f.pages
		}
		if first == nil {
			first = f
		}
	}
	return first.pages
}

// setOption sets the evidence on an option in type of a size.
func (b *builder) setOption(o dataset.Option, size float64) *flow {
	f := b.flow()
	st := b.styles
	w := b.sheet.width()
	title := b.t("handout.section.option", words.Args{"Letter": o.ID, "Title": b.text(o.Title)})
	f.add(lead(headline(st.title, title, w))...)
	meaning := b.text(o.Meaning)
	if meaning == "" {
		meaning = b.text(o.Summary)
	}
	f.add(spaced(7, paragraph(st.lead.scaled(size), meaning, w))...)
	f.add(spaced(6, paragraph(st.small, b.t("handout.option.note"), w))...)
	f.add(b.separator(11, 10))
	var ps []piece
	for _, g := range b.groupsFor(o.ID, size) {
		if len(g.ps) > 0 {
			ps = append(ps, lead(spaced(14*size, paragraph(st.heading, g.title, b.sheet.column())))...)
			ps = append(ps, g.ps...)
		}
	}
	more := headline(st.heading, b.t("handout.continued", words.Args{"Title": title}), w)
	f.single(0, column{ps: ps, more: append(more, space(6))}, 2)
	return f
}

// pointGroup is a list of points under a heading.
type pointGroup struct {
	title string
	ps    []piece
}

// groupsFor are the lists of an option, empty ones among them.
func (b *builder) groupsFor(option string, size float64) []pointGroup {
	all := b.set.EvidenceFor(option)
	of := func(title string, wanted func(dataset.Evidence) bool) pointGroup {
		g := pointGroup{title: title}
		for _, e := range all {
			if wanted(e) {
				g.ps = append(g.ps, b.point(e, size)...)
			}
		}
		return g
	}
	stance := func(s dataset.Stance) func(dataset.Evidence) bool {
		return func(e dataset.Evidence) bool { return e.Stance == s && !ofRecord(e) }
	}
	role := func(r string) func(dataset.Evidence) bool {
		return func(e dataset.Evidence) bool { return e.Dataset.Role == r }
	}
	return []pointGroup{
		of(b.t("handout.option.for"), stance(dataset.For)),
		of(b.t("handout.option.against"), stance(dataset.Against)),
		of(b.t("handout.option.context"), stance(dataset.Context)),
		of(b.t("handout.option.gaps"), role(dataset.RoleGaps)),
		of(b.t("handout.option.tools"), role(dataset.RoleTools)),
		of(b.t("handout.option.recommendations"), role(dataset.RoleRecommendations)),
		{b.t("handout.option.actors"), b.actors(option, size)},
	}
}

// dot parts what stands behind a text; it stays with what it follows.
const dot = "\u00a0· "

// ofRecord reports whether a point stands under what it is rather than under its stance.
func ofRecord(e dataset.Evidence) bool {
	switch e.Dataset.Role {
	case dataset.RoleGaps, dataset.RoleTools, dataset.RoleRecommendations:
		return true
	}
	return false
}

// point is one piece of evidence: what it speaks of, why it matters, where its figure comes from and who made the connection.
func (b *builder) point(e dataset.Evidence, size float64) []piece {
	body, small := b.styles.list.scaled(size), b.styles.small.scaled(max(size, closeType))
	spans := []span{{text: b.nameOf(e) + ".", style: body.with(render.Semibold)}, {text: " " + b.text(e.Reason), style: body}}
	add := func(more ...span) {
		spans = append(append(spans, span{text: dot, style: small}), more...)
	}
	if ofRecord(e) {
		add(span{text: b.side(e.Stance), style: small.with(render.Italic)})
	}
	if id := b.sectionOf(e.Dataset.ID); id != "" {
		page := span{text: b.tr.Int(b.pageOf(id)), style: small, to: id}
		add(inset(small, b.t("handout.evidence.on_page", words.Args{"Page": hole}), hole, page)...)
	}
	var sources []*dataset.Source
	if e.One {
		sources = dataset.Sources([]dataset.Row{e.Row})
	} else if a := b.text(e.Dataset.Attributed(e.Dataset.View(e.View))); a != "" {
		add(span{text: b.t("handout.evidence.figures_only", words.Args{"Attribution": a}), style: small})
	}
	for _, s := range sources {
		if s != e.Source {
			add(b.cite(s, small))
		}
	}
	add(b.connection(e.Ours, e.Source, small)...)
	return spaced(5.5*size, entry(span{}, spans, 0, b.sheet.column()))
}

// nameOf is what a point speaks of: a table, or a row, which among figures does not say of itself what it counts.
func (b *builder) nameOf(e dataset.Evidence) string {
	table := b.text(e.Dataset.Title)
	if !e.One {
		return table
	}
	row := e.Dataset.RowTitle(e.Row, b.in.Lang)
	if e.Dataset.Role != dataset.RoleDataset {
		return row
	}
	return b.t("handout.option.row", words.Args{"Table": table, "Row": row})
}

// side says which way a point of the record points.
func (b *builder) side(s dataset.Stance) string {
	switch s {
	case dataset.For:
		return b.t("handout.option.side.for")
	case dataset.Against:
		return b.t("handout.option.side.against")
	}
	return b.t("handout.option.side.context")
}

// connection says who ties a point to the option: a document, or this package.
func (b *builder) connection(ours bool, s *dataset.Source, st style) []span {
	if ours || s == nil {
		return plain(st, b.t("handout.option.ours"))
	}
	return inset(st, b.t("handout.option.document", words.Args{"Source": hole}), hole, b.cite(s, st))
}

// actors are the agencies that would act on an option, with their part.
func (b *builder) actors(option string, size float64) []piece {
	body, small := b.styles.list.scaled(size), b.styles.small.scaled(max(size, closeType))
	var ps []piece
	for _, a := range b.set.ActorsFor(option) {
		name := a.AgencyData.RowTitle(a.Agency, b.in.Lang)
		spans := []span{{text: name + ".", style: body.with(render.Semibold)}, {text: " " + b.text(a.Part), style: body}, {text: dot, style: small}}
		spans = append(spans, b.connection(a.Ours, a.Source, small)...)
		ps = append(ps, spaced(5.5*size, entry(span{}, spans, 0, b.sheet.column()))...)
	}
	return ps
}
