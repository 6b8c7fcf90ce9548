package handout

import (
	"slices"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// dispute is the pairs of claims that concern one topic.
type dispute struct {
	topic string
	pairs []dataset.Contradiction
}

// disputes are the places where sources of a dataset disagree. A topic comes once, with all its pairs.
func (b *builder) disputes(e *evidence) []dispute {
	if b.has(sectionContradictions) {
		return nil // they stand there
	}
	return b.byTopic(e.ds.Contradictions())
}

// byTopic puts pairs of claims together that concern one topic.
func (b *builder) byTopic(pairs []dataset.Contradiction) []dispute {
	var out []dispute
	for _, c := range pairs {
		topic := b.text(c.Topic)
		i := slices.IndexFunc(out, func(d dispute) bool { return d.topic == topic })
		if i < 0 {
			i = len(out)
			out = append(out, dispute{topic: topic})
		}
		out[i].pairs = append(out[i].pairs, c)
	}
	return out
}

// disputeBlock is where sources disagree, below the lists of an evidence page.
func (b *builder) disputeBlock(e *evidence, size float64) []piece {
	if ps := e.blocks[size]; ps != nil {
		return ps
	}
	pairs := b.faceOffs(b.disputes(e), size*besideLists, 0)
	if len(pairs) == 0 {
		return nil
	}
	ps := append([]piece{b.separator(14, 14)}, lead(paragraph(b.styles.heading, b.t("handout.evidence.disagree"), b.sheet.width()))...)
	e.blocks[size] = append(ps, spaced(4, pairs)...)
	return e.blocks[size]
}

// disputeHeight is the room that the block needs below what is on a page.
func (b *builder) disputeHeight(e *evidence, size float64) float64 {
	ps := b.disputeBlock(e, size)
	if len(ps) == 0 {
		return 0
	}
	return ps[0].gap + height(ps)
}

// addDisputes sets the block below what is there, or, where it has no room, pages of its own.
func (b *builder) addDisputes(f *flow, e *evidence, size float64) {
	if len(b.disputes(e)) == 0 {
		return
	}
	if b.disputeHeight(e, size) <= f.room()+0.01 {
		f.add(b.disputeBlock(e, size)...)
		return
	}
	f.turn()
	all, count := b.disputes(e), len(e.ds.Contradictions())
	st := b.styles
	w := b.sheet.width()
	title := b.t("handout.evidence.disagree")
	f.add(headline(st.title, title, w)...)
	f.add(spaced(7, paragraph(st.lead, b.t("handout.evidence.disagree.lead", words.Args{"Title": b.text(e.ds.Title)}), w))...)
	f.add(b.separator(14, 12))
	for _, size := range [...]float64{1.1, 1, 0.92, 0.85} {
		if spare := f.room() - height(b.faceOffs(all, size, 0)); spare >= 0 {
			f.add(b.faceOffs(all, size, min(spare/float64(count), mostAir))...)
			return
		}
	}
	f.run(b.faceOffs(all, 1, 0), append(headline(st.heading, b.t("handout.continued", words.Args{"Title": title}), w), space(6)))
}

// faceOffs sets every pair of claims in type of a size, with air more than usual between pairs.
func (b *builder) faceOffs(all []dispute, size, air float64) []piece {
	var ps []piece
	for i, d := range all {
		group := lead(paragraph(b.styles.heading.scaled(min(size, 1)), d.topic, b.sheet.width()))
		for j, c := range d.pairs {
			if i+j > 0 {
				ps = append(ps, b.separator((10+air/2)*size, (8+air/2)*size))
			}
			if j == 0 {
				ps = append(ps, group...)
			}
			ps = append(ps, spaced(3*size, b.faceOff(c, size, false))...)
		}
	}
	return ps
}

// faceOff sets two claims side by side, a quiet word between them, and below them why they differ. With tiers it says of what
// kind the sources are.
func (b *builder) faceOff(c dataset.Contradiction, size float64, tiers bool) []piece {
	st := b.styles
	claim, small := st.claim.scaled(size), st.small.scaled(min(size, 1))
	versus := b.t("handout.evidence.versus")
	side := func(text words.Text, sources []*dataset.Source, rows int, width float64) []piece {
		ps := paragraph(claim, b.text(text), width)
		if len(sources) > 0 {
			ps = append(ps, spaced(1, lines(set(b.restsOn(sources, rows, tiers, small), width), small.lead, 0))...)
		}
		return ps
	}
	l := side(c.ClaimA, b.claimSources(c.SourceA, c.RowsA), len(c.RowsA), b.sheet.column()+gutter-small.width(versus)-2*versusGap)
	r := side(c.ClaimB, b.claimSources(c.SourceB, c.RowsB), len(c.RowsB), b.sheet.column())
	ps := []piece{{h: max(height(l), height(r)), keep: true, draw: func(p *page, x, y float64) {
		stack(p, l, x, y)
		if len(l) > 0 && len(r) > 0 {
			p.text(small, b.sheet.second()-versusGap-small.width(versus), claim.baseline(y), versus, chart.Start)
		}
		stack(p, r, b.sheet.second(), y)
	}}}
	if why := b.why(c, size, tiers); len(why) > 0 {
		return append(ps, spaced(3.5*size, glue(lines(set(why, b.sheet.width()), why[0].style.lead, 0)))...)
	}
	ps[0].keep = false
	return ps
}

// why says why two claims differ, and, where asked for, how that is shown.
func (b *builder) why(c dataset.Contradiction, size float64, shown bool) []span {
	st := b.styles.body.scaled(min(size*1.06, 1))
	var out []span
	if why := b.text(c.Explanation); why != "" {
		out = plain(st.with(render.Italic), why+" ")
	}
	if how := b.text(c.Shown); shown && how != "" {
		out = append(out, span{text: b.t("handout.contradictions.shown", words.Args{"Text": how}), style: st.in(b.styles.palette.Quiet)})
	}
	return out
}

// claimSources are the sources of a claim: its own, then the main ones of the rows it speaks of, each once.
func (b *builder) claimSources(own *dataset.Source, rows []string) []*dataset.Source {
	var out []*dataset.Source
	add := func(s *dataset.Source) {
		if s != nil && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	add(own)
	for _, id := range rows {
		for _, ds := range b.set.Datasets {
			if r, ok := ds.Row(id); ok {
				add(r.Source)
			}
		}
	}
	return out
}

// restsOn names the sources of a claim, with their kinds where tiers are asked for; of one made from several figures it says
// that it rests on them.
func (b *builder) restsOn(sources []*dataset.Source, rows int, tiers bool, st style) []span {
	var names []span
	for i, s := range sources {
		if i > 0 {
			names = append(names, span{text: "; ", style: st})
		}
		names = append(names, b.cite(s, st))
		if tier := b.tier(s.Tier); tiers && tier != "" {
			names = append(names, span{text: ", ", style: st}, span{text: tier, style: st.with(render.Italic)})
		}
	}
	if len(sources) < 2 || rows < 2 {
		return names
	}
	return inset(st, b.t("handout.evidence.rests_on", words.Args{"Sources": hole}), hole, names...)
}

const (
	besideLists = 0.9  // the size of claims below lists
	mostAir     = 20.0 // between pairs on a page with room to spare
	versusGap   = 11.0 // on both sides of the word between two claims
)
