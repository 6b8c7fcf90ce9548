package handout

import (
	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
)

const (
	square   = 30.0 // where the number is written
	halfFoot = 14.0 // free space above and below the cut
)

// ballot is two ballots to practise on a page with a line to cut along; long options take a page for one. It begins on the front of a sheet,
// so that cutting spoils no other page; a page for notes fills the back before it.
func (b *builder) ballot() []*page {
	ballots := b.ballots()
	if notesBefore(b.before) == 0 {
		return ballots
	}
	return append(b.notes(), ballots...)
}

// notesBefore is how many pages for notes stand between that many pages and the ballots.
func notesBefore(pages int) int { return pages % 2 }

// notes is a page to write on.
func (b *builder) notes() []*page {
	f := newFlow(b.sheet)
	f.add(b.writingLines(f, b.styles.title, b.t("handout.ballot.notes"), b.sheet.h)...)
	return f.pages
}

func (b *builder) ballots() []*page {
	f := newFlow(b.sheet)
	form := b.form(0)
	half := (f.room()-2*halfFoot)/2 - 6
	if spare := half - height(form); spare >= 0 {
		form = b.form(spare / float64(len(b.set.Options)+1))
		top := f.y
		f.stack(form, f.sheet.left, top)
		cut := top + f.room()/2
		b.cut(f.page(), cut)
		f.stack(form, f.sheet.left, cut+halfFoot+6)
		return f.pages
	}
	f.add(form...)
	return f.pages
}

// form is one ballot; extra is added between its rows.
func (b *builder) form(extra float64) []piece {
	st := b.styles
	w := b.sheet.width()
	ps := []piece{{h: 2}}
	ps = append(ps, b.sample(), space(6))
	ps = append(ps, paragraph(st.small, b.in.Workshop, w)...)
	question := b.text(b.set.Question)
	if question == "" {
		question = b.t("handout.section.ballot")
	}
	ps = append(ps, spaced(2, headline(st.ballot, question, w))...)
	ps = append(ps, spaced(4, paragraph(st.body, b.t("handout.ballot.instruction.first"), w))...)
	ps = append(ps, paragraph(st.body, b.t("handout.ballot.instruction.blank"), w)...)
	ps = lead(ps)
	extra = min(extra, 22)
	ps = append(ps, space(8+extra/2))
	for i, o := range b.set.Options {
		ps = append(ps, b.choice(o, 12+extra, i > 0))
	}
	return append(lead(ps), b.blanks(b.t("handout.ballot.date"), b.t("handout.ballot.table")))
}

// sample says in an outline that a ballot is not to be counted: it has no number, and nobody could tell its copies apart.
func (b *builder) sample() piece {
	st := b.styles.small.in(b.styles.palette.Ink).with(render.Semibold)
	text := b.t("handout.ballot.sample")
	h := st.lead + 2*pillAir
	return piece{h: h, draw: func(p *page, x, y float64) {
		box := chart.Rect{X: x, Y: y, W: st.width(text) + 2*pillPad, H: h}
		p.rounded(box, 4, noColor, chart.Stroke{Color: b.styles.palette.Quiet, Width: 0.8, Dash: []float64{2.4, 1.8}})
		p.text(st, x+pillPad, st.baseline(y+pillAir), text, chart.Start)
	}}
}

// blanks is a row of words, each with a line to write on.
func (b *builder) blanks(names ...string) piece {
	st := b.styles.small
	return piece{h: 24, draw: func(p *page, x, y float64) {
		for i, name := range names {
			from := x + float64(i)*(b.sheet.column()+gutter)
			p.text(st, from, y+20, name, chart.Start)
			p.rule(min(from+st.width(name)+6, from+b.sheet.column()), from+b.sheet.column(), y+22, 0.7, st.color)
		}
	}}
}

// choice is a row of the ballot: a square for the number, the letter, the option.
func (b *builder) choice(o dataset.Option, pad float64, rule bool) piece {
	st := b.styles
	pal := st.palette
	w := b.sheet.width() - nameAt
	name := lines(set(plain(st.letter, b.text(o.Title)), w), st.letter.lead, nameAt)
	if s := b.text(o.Summary); s != "" {
		name = append(name, lines(set(plain(st.quiet, s), w), st.quiet.lead, nameAt)...)
	}
	h := max(height(name), square) + pad
	return piece{h: h, draw: func(p *page, x, y float64) {
		if rule {
			p.rule(x, x+b.sheet.width(), y, 0.6, pal.Rule)
		}
		p.box(chart.Rect{X: x + 1, Y: y + (h-square)/2, W: square, H: square}, noColor, chart.Stroke{Color: pal.Ink, Width: 1.1})
		b.letter(p, o.ID, x+chipAt, y+(h-letterTile)/2+2)
		top := y + (h-height(name))/2
		for _, n := range name {
			n.draw(p, x, top)
			top += n.h
		}
	}}
}

// cut draws the line between two ballots.
func (b *builder) cut(p *page, y float64) {
	st := b.styles.tiny
	word := b.t("handout.ballot.cut")
	x := b.sheet.left
	p.text(st, x, y+0.33*st.size, word, chart.Start)
	p.rule(x+st.width(word)+8, b.sheet.right, y, 0.7, st.color, 3, 3)
}
