package handout

import (
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

const (
	letterTile   = 22.0
	optionIndent = 36.0
	coverRule    = 22.0 // from the line over the foot of the cover to the lists
)

// cover is the topic, the question, the options with their meaning, and what is in the handout. Where the options are long it
// is set closer, so that it stays one page if it can.
func (b *builder) cover() []*page {
	var f *flow
	for _, d := range []density{{22, 15, 1, 4.6}, {17, 11, 0.97, 3.2}, {14, 8.5, 0.93, 1.6}, {11, 6.5, 0.89, 0.6}} {
		if f = b.setCover(d); len(f.pages) == 1 {
			break
		}
	}
	return f.pages
}

// density is how close a cover is set: the gap above the first option, the gap between options, the size of the type, the air
// in a row of the contents.
type density struct{ first, between, size, row float64 }

func (b *builder) setCover(d density) *flow {
	f := b.flow()
	w := b.sheet.width()
	st := b.styles
	f.add(piece{h: 22 * d.size, draw: func(p *page, x, y float64) {
		p.box(chart.Rect{X: x, Y: y + 8*d.size, W: 48, H: 3.6}, st.palette.Accent, chart.Stroke{})
	}})
	if b.in.Workshop != "" {
		f.add(lead(paragraph(st.heading.in(st.palette.Accent), b.in.Workshop, w))...)
	}
	f.add(spaced(4*d.size, headline(st.display.scaled(d.size), b.topic(), w))...)
	if q := b.text(b.set.Question); q != "" {
		f.add(spaced(7*d.size, paragraph(st.question, q, w))...)
	}
	for i, o := range b.set.Options {
		gap := d.between
		if i == 0 {
			gap = d.first
		}
		f.add(b.option(o, gap, st.body.scaled(d.size))...)
	}
	f.add(b.credit()...)
	left, right := b.contents(d.row), column{}
	if slices.ContainsFunc(b.sections, func(s Section) bool { return strings.HasPrefix(s.ID, dataPrefix) }) {
		right = b.reading()
	}
	foot := max(height(left.all()), height(right.all()))
	if foot+coverRule > f.room() {
		f.turn()
		f.columns(0, left, right)
		return f
	}
	f.y = f.sheet.bottom - foot - coverRule // the foot of the cover stands at the foot of the page
	f.add(b.separator(0, coverRule))
	f.columns(0, left, right)
	return f
}

// option is an option with its letter and its meaning.
func (b *builder) option(o dataset.Option, gap float64, body style) []piece {
	st := b.styles
	w := b.sheet.width() - optionIndent
	title := glue(lines(set(plain(st.letter, b.text(o.Title)), w), st.letter.lead, optionIndent))
	if len(title) > 0 {
		first := title[0].draw
		title[0].draw = func(p *page, x, y float64) {
			b.letter(p, o.ID, x, y-1)
			first(p, x, y)
		}
	}
	meaning := b.text(o.Meaning)
	if meaning == "" {
		meaning = b.text(o.Summary)
	}
	ps := append(lead(title), spaced(2.5, lines(set(plain(body, meaning), w), body.lead, optionIndent))...)
	return spaced(gap, ps)
}

// letter draws the letter of an option in a grey tile.
func (b *builder) letter(p *page, id string, x, y float64) {
	side := max(letterTile, b.styles.letter.width(id)+10)
	p.tile(chart.Rect{X: x, Y: y - 2, W: side, H: letterTile}, b.styles.letter, id, b.styles.palette.GreySoft, chart.Stroke{})
}

// credit says where the options come from.
func (b *builder) credit() []piece {
	st := b.styles
	var names []string
	var spans []span
	for _, o := range b.set.Options {
		if o.Source == nil || slices.Contains(names, o.Source.ID) {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, span{text: "; ", style: st.small})
		}
		names = append(names, o.Source.ID)
		report := b.cite(o.Source, st.small)
		report.text, report.to = b.report(o.Source), sectionSources
		spans = append(spans, report)
	}
	if len(spans) == 0 {
		return nil
	}
	text := inset(st.small, b.t("handout.cover.cited", words.Args{"Source": hole}), hole, spans...)
	return spaced(14, lines(set(text, b.sheet.width()-optionIndent), st.small.lead, optionIndent))
}

// report names a source in running text: what it is called and who published it when.
func (b *builder) report(s *dataset.Source) string {
	if title := b.text(s.Title); title != "" {
		return "“" + title + "” (" + b.short(s) + ")"
	}
	return b.short(s)
}

// contents lists the sections with their pages, air points more than a line for each.
func (b *builder) contents(air float64) column {
	var ps []piece
	st := b.styles
	w := b.sheet.column()
	for _, s := range b.sections {
		if s.ID == sectionCover {
			continue
		}
		ls := wrap([]span{{text: s.Title, style: st.list}}, w-34)
		rows := lines(ls, st.list.lead, 0)
		h := height(rows) + air
		row := piece{h: h, draw: func(p *page, x, y float64) {
			stack(p, rows, x, y+0.4*air)
			p.text(st.list, x+w, st.list.baseline(y+0.4*air+height(rows)-st.list.lead), b.tr.Int(b.pageOf(s.ID)), chart.End)
			p.put(link{box: chart.Rect{X: x, Y: y, W: w, H: h}, to: s.ID})
			p.rule(x, x+w, y+h, 0.5, st.palette.Rule)
		}}
		ps = append(ps, row)
	}
	return b.column(b.t("handout.cover.contents"), ps)
}

// reading says what hatch, dash and letters mean.
func (b *builder) reading() column {
	const indent = 32
	st := b.styles
	pal := st.palette
	outline := chart.Stroke{Color: pal.Accent, Width: 0.9}
	dashed := outline
	dashed.Dash = []float64{2.4, 1.6}
	var ps []piece
	for i, sign := range []struct {
		key  string
		draw func(p *page, r chart.Rect)
	}{
		{"handout.cover.mark.full", func(p *page, r chart.Rect) {
			p.box(chart.Rect{X: r.X, Y: r.Y, W: r.W / 2, H: r.H}, pal.Tint, chart.Stroke{})
			p.box(chart.Rect{X: r.X + r.W/2, Y: r.Y, W: r.W / 2, H: r.H}, pal.Accent, chart.Stroke{})
		}},
		{"handout.cover.mark.partial", func(p *page, r chart.Rect) {
			p.hatch(r, 3.4, 1.1, pal.Accent)
			p.box(r, noColor, outline)
		}},
		{"handout.cover.mark.derived", func(p *page, r chart.Rect) { p.box(r, pal.Soft, dashed) }},
		{"handout.cover.mark.letter", func(p *page, r chart.Rect) {
			number := st.small.in(pal.Ink).with(render.Bold)
			p.text(number, r.X, r.Y+r.H, "123", chart.Start)
			p.text(st.tiny, r.X+number.width("123")+1.4, r.Y+r.H-letterUp, "a", chart.Start)
		}},
		{"handout.cover.mark.gap", func(p *page, r chart.Rect) { p.rule(r.X, r.Right(), r.Bottom(), 0.8, pal.Quiet) }},
	} {
		rows := glue(lines(set(plain(st.small, b.t(sign.key)), b.sheet.column()-indent), st.small.lead, indent))
		first := rows[0].draw
		rows[0].draw = func(p *page, x, y float64) {
			sign.draw(p, chart.Rect{X: x, Y: y + 2.2, W: 20, H: 8})
			first(p, x, y)
		}
		ps = append(ps, spaced(map[bool]float64{true: 3, false: 4.2}[i == 0], rows)...)
	}
	return b.column(b.t("handout.cover.reading"), ps)
}
