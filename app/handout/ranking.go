package handout

import (
	"slices"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

const (
	placeTile = 32.0
	chipAt    = 46.0 // letter of the option, from the left
	nameAt    = 82.0 // its title
)

// ranking is the reader's own order: the places with their options, then what was left unranked, then lines for reasons.
func (b *builder) ranking() []*page {
	f := b.flow()
	st := b.styles
	w := b.sheet.width()
	f.add(headline(st.title, b.t("handout.section.ranking"), w)...)
	question := words.Args{"Question": b.text(b.set.Question)}
	f.add(spaced(7, paragraph(st.lead, b.t("handout.ranking.lead", question), w))...)
	places, rest := b.placed()
	f.add(space(10))
	for i, o := range places {
		f.add(b.placeRow(b.tr.Int(i+1), o))
	}
	if len(rest) > 0 {
		f.add(lead(spaced(20, paragraph(st.heading, b.tr.N("handout.ranking.unranked", len(rest)), w)))...)
		f.add(space(4))
		for _, o := range rest {
			f.add(b.placeRow("", &o))
		}
	}
	f.add(b.writingLines(f, st.heading, b.t("handout.ranking.notes"), 300)...)
	return f.pages
}

// placed returns the option of each place, nil for an empty one, and the options without a place. Places below the last option
// that are empty are not shown.
func (b *builder) placed() (places []*dataset.Option, rest []dataset.Option) {
	for _, id := range b.in.Places {
		i := slices.IndexFunc(b.set.Options, func(o dataset.Option) bool { return id != "" && o.ID == id })
		if i < 0 {
			places = append(places, nil)
		} else {
			places = append(places, &b.set.Options[i])
		}
	}
	for len(places) > 0 && places[len(places)-1] == nil {
		places = places[:len(places)-1]
	}
	for _, o := range b.set.Options {
		if !slices.Contains(b.in.Places, o.ID) {
			rest = append(rest, o)
		}
	}
	return places, rest
}

// placeRow is a place with its option: the number in a filled tile; a dash in a dashed one where there is no number, a dash for the
// option where the place is empty.
func (b *builder) placeRow(number string, o *dataset.Option) piece {
	st := b.styles
	pal := st.palette
	w := b.sheet.width() - nameAt
	var name []piece
	switch {
	case o == nil:
		name = lines(set(plain(st.quiet, "–  "+b.t("handout.ranking.empty")), w+nameAt-chipAt), st.quiet.lead, chipAt)
	default:
		name = lines(set(plain(st.letter, b.text(o.Title)), w), st.letter.lead, nameAt)
		if s := b.text(o.Summary); s != "" {
			name = append(name, lines(set(plain(st.quiet, s), w), st.quiet.lead, nameAt)...)
		}
	}
	inner := max(height(name), placeTile)
	h := inner + 18
	return piece{h: h, draw: func(p *page, x, y float64) {
		tile := chart.Rect{X: x, Y: y + (h-placeTile)/2, W: placeTile, H: placeTile}
		switch {
		case number == "":
			p.tile(tile, st.place.in(pal.Quiet), "–", noColor, chart.Stroke{Color: pal.Quiet, Width: 0.9, Dash: []float64{2.6, 2}})
		case o == nil:
			p.tile(tile, st.place.in(pal.Accent), number, noColor, chart.Stroke{Color: pal.Accent, Width: 1})
		default:
			p.tile(tile, st.place, number, pal.Accent, chart.Stroke{})
		}
		top := y + (h-height(name))/2
		if o != nil {
			b.letter(p, o.ID, x+chipAt, y+(h-letterTile)/2+2)
		}
		for _, n := range name {
			n.draw(p, x, top)
			top += n.h
		}
		p.rule(x, x+b.sheet.width(), y+h, 0.6, pal.Rule)
	}}
}

// writingLines fill the rest of a page with lines to write on under a title, as high as most, where there is room for a few.
func (b *builder) writingLines(f *flow, heading style, title string, most float64) []piece {
	const every = 25.0
	st := b.styles
	head := spaced(30, paragraph(heading, title, b.sheet.width()))
	n := int(min(f.room()-f.gap(30)-height(head), most) / every)
	if n < 3 {
		return nil
	}
	ps := lead(head)
	for range n {
		ps = append(ps, piece{h: every, keep: true, draw: func(p *page, x, y float64) {
			p.rule(x, x+b.sheet.width(), y+every, 0.6, st.palette.Rule)
		}})
	}
	ps[len(ps)-1].keep = false
	return ps
}
