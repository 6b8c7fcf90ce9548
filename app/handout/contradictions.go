package handout

import (
	"slices"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// contradictions are the pairs of claims that disagree, under the tables that they belong to: each claim with its sources, why
// they differ, and how that is shown.
func (b *builder) contradictions() []*page {
	return b.saving(b.setContradictions, 0.81, 0.78, 0.75).pages
}

// setContradictions sets them with claims in type of a size.
func (b *builder) setContradictions(size float64) *flow {
	f := b.flow()
	st := b.styles
	w := b.sheet.width()
	title := b.t("handout.section.contradictions")
	f.add(lead(headline(st.title, title, w))...)
	f.add(spaced(7, glue(paragraph(st.lead, b.t("handout.contradictions.lead"), w)))...)
	more := append(headline(st.heading, b.t("handout.continued", words.Args{"Title": title}), w), space(6))
	for _, table := range b.tablesOf(b.concerned()) {
		ps := lead(spaced(12, b.band(table.title, b.whereIs(table.id))))
		for j, c := range table.pairs {
			ps = append(ps, b.pairOnce(c, size, j > 0)...)
		}
		again := b.band(b.t("handout.continued", words.Args{"Title": table.title}), nil)
		f.part(ps, more, again)
	}
	return f
}

// concerned are the contradictions of the tables that are in, or all of them where no table with any is.
func (b *builder) concerned() []dataset.Contradiction {
	in := slices.DeleteFunc(slices.Clone(b.set.Contradictions), func(c dataset.Contradiction) bool { return b.sectionOf(c.Dataset) == "" })
	if len(in) == 0 {
		return b.set.Contradictions
	}
	return in
}

// sectionOf is the id of the section that shows a table; "" where none does.
func (b *builder) sectionOf(table string) string {
	for _, s := range b.sections {
		if s.data != nil && s.lens == nil && s.data.ID == table {
			return s.ID
		}
	}
	return ""
}

// tableOf is a table with its pairs of claims.
type tableOf struct {
	id, title string
	pairs     []dataset.Contradiction
}

// tablesOf puts pairs under their tables, in the order of the tables.
func (b *builder) tablesOf(pairs []dataset.Contradiction) []tableOf {
	var out []tableOf
	add := func(id, title string, wanted func(dataset.Contradiction) bool) {
		t := tableOf{id: id, title: title}
		for _, c := range pairs {
			if wanted(c) {
				t.pairs = append(t.pairs, c)
			}
		}
		if len(t.pairs) > 0 {
			out = append(out, t)
		}
	}
	for _, d := range b.set.Datasets {
		add(d.ID, b.text(d.Title), func(c dataset.Contradiction) bool { return c.Dataset == d.ID })
	}
	add("", b.t("handout.contradictions.other"), func(c dataset.Contradiction) bool { return b.set.Dataset(c.Dataset) == nil })
	return out
}

// whereIs leads to the page of a table.
func (b *builder) whereIs(table string) []span {
	id := b.sectionOf(table)
	if id == "" {
		return nil
	}
	st := b.styles.small
	page := span{text: b.tr.Int(b.pageOf(id)), style: st, to: id}
	return inset(st, b.t("handout.evidence.on_page", words.Args{"Page": hole}), hole, page)
}

// pairKey tells apart the ways in which two claims are set.
type pairKey struct {
	claims string // which two; an id need not be there
	size   float64
	rule   bool
}

// pairOnce is pair, kept between rounds: it names no pages.
func (b *builder) pairOnce(c dataset.Contradiction, size float64, rule bool) []piece {
	k := pairKey{c.ID + "\n" + b.text(c.ClaimA) + "\n" + b.text(c.ClaimB), size, rule}
	if b.pairs[k] == nil {
		b.pairs[k] = b.pair(c, size, rule)
	}
	return b.pairs[k]
}

// pillUp is how much higher than its line the outline of a cause begins.
const pillUp = 1.6

// pair is two claims under their topic, with the cause in an outline at the right.
func (b *builder) pair(c dataset.Contradiction, size float64, rule bool) []piece {
	st := b.styles
	w := b.sheet.width()
	var ps []piece
	if rule {
		ps = append(ps, b.separator(5, 0))
	}
	cause := b.cause(c.Cause)
	tag := st.small.in(st.palette.Ink).with(render.Semibold)
	room := w
	if cause != "" {
		room -= tag.width(cause) + 2*pillPad + columnGap
	}
	topic := glue(paragraph(st.subheading, b.text(c.Topic), room))
	if len(topic) > 0 && cause != "" {
		first := topic[0].draw
		topic[0].draw = func(p *page, x, y float64) {
			first(p, x, y)
			box := chart.Rect{X: x + w - tag.width(cause) - 2*pillPad, Y: y - pillUp, W: tag.width(cause) + 2*pillPad, H: tag.lead + 2*pillAir}
			p.rounded(box, 4, noColor, chart.Stroke{Color: st.palette.Quiet, Width: 0.8})
			p.text(tag, box.X+pillPad, tag.baseline(box.Y+pillAir), cause, chart.Start)
		}
	}
	const above, below = 5.5, 3.0 // the topic, which the cause is a little higher than
	ps = append(ps, lead(spaced(above, topic))...)
	ps = append(ps, spaced(below, b.faceOff(c, size, true))...)
	return glue(ps)
}

// cause is the cause of a contradiction in the words that its table has for it; "" without any.
func (b *builder) cause(id string) string {
	for _, d := range b.set.Datasets {
		if d.Role != dataset.RoleContradictions {
			continue
		}
		for _, t := range d.Charts[0].Tags {
			if t.ID == id {
				return b.text(t.Title)
			}
		}
	}
	return ""
}

// band is a heading on a grey ground over the whole width, with a note behind it.
func (b *builder) band(title string, note []span) []piece {
	const pad = 3.4
	st := b.styles.heading.scaled(0.93)
	spans := []span{{text: title, style: st}}
	if len(note) > 0 {
		spans = append(append(spans, span{text: " · ", style: b.styles.small}), note...)
	}
	rows := lines(wrap(spans, b.sheet.width()-16), st.lead, 0)
	h := height(rows) + 2*pad
	return []piece{{h: h, keep: true, draw: func(p *page, x, y float64) {
		p.box(chart.Rect{X: x, Y: y, W: b.sheet.width(), H: h}, b.styles.palette.GreySoft, chart.Stroke{})
		stack(p, rows, x+8, y+pad)
	}}}
}
