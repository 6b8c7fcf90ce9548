package handout

import (
	"errors"
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/app/result"
)

// ErrNoReport is the error for a result that is to be printed without one.
var ErrNoReport = errors.New("handout: no result to print")

// Results lays out the result of a round by itself, on one to three pages. Of in, the report, the set, language, paper and
// names count; sections and places do not.
func Results(in Input) (*Document, error) {
	if in.Report == nil {
		return nil, ErrNoReport
	}
	if in.Created.IsZero() {
		in.Created = in.Report.In.Date
	}
	in.only = sectionResults
	return New(in)
}

// results is the result of a round: the sentence, what it rests on, and a block for each card of the report. Type gets smaller
// where that saves a page.
func (b *builder) results() ([]*page, error) {
	if pages := b.resultPages[b.spared]; pages != nil {
		return pages, nil
	}
	usual := b.styles
	defer func() { b.styles = usual }()
	var best []*page
	for _, size := range [...]float64{1, closeType, closest} {
		st := usual.closer(size)
		b.styles = &st
		pages, err := b.setResults(size)
		if err != nil {
			return nil, err
		}
		if best == nil || len(pages) < len(best) {
			best = pages
		}
	}
	b.resultPages[b.spared] = best
	return best, nil
}

// closer are the styles of a result in type of a size.
func (s styles) closer(size float64) styles {
	for _, st := range []*style{&s.title, &s.lead, &s.body, &s.quiet, &s.small, &s.chartTitle, &s.chartSubtitle} {
		*st = st.scaled(size)
	}
	return s
}

// setResults sets the result in type of a size; blocks stand as much closer.
func (b *builder) setResults(size float64) ([]*page, error) {
	const above = 17.0
	f := b.flow()
	f.add(b.resultHead()...)
	cards := b.in.Report.Cards(b.tr)
	for i, c := range cards {
		cards[i] = paired(c)
	}
	for len(cards) > 0 {
		n := 1
		if len(cards) > 1 && narrow(cards[0]) && narrow(cards[1]) {
			n = 2
		}
		if err := b.addCards(f, cards[:n], above*size*size*size); err != nil {
			return nil, err
		}
		cards = cards[n:]
	}
	if b.in.Report.In.Example {
		for _, p := range f.pages {
			b.exampleMark(p)
		}
	}
	return f.pages, nil
}

// narrow reports whether a card can stand in one of two columns: a chart, or a few sentences.
func narrow(c result.Card) bool {
	const most = 700 // bytes of text
	n := 0
	for _, s := range slices.Concat(c.Text, c.Notes) {
		n += len(s)
	}
	return c.Rules == nil && c.Matrix == nil && n < most && (c.Chart == nil || c.Chart.Form != chart.Slope && len(c.Chart.Marks) <= mostMarks)
}

// paired is a card as it is printed: bars of pairs have every number of their table on them, so that one of the two is enough;
// of very many pairs it is the table.
func paired(c result.Card) result.Card {
	switch {
	case c.Chart == nil || c.Chart.Form != chart.HeadToHead || c.Matrix == nil:
	case len(c.Chart.Marks) > mostRows:
		c.Chart = nil
	default:
		c.Matrix = nil
	}
	return c
}

// addCards sets one card over the whole width, or two side by side where there is room for them on a page.
func (b *builder) addCards(f *flow, cards []result.Card, above float64) error {
	if len(cards) == 2 {
		var sides [2][]piece
		for i, c := range cards {
			ps, err := b.card(c, b.sheet.column())
			if err != nil {
				return err
			}
			sides[i] = ps
		}
		if h := max(height(sides[0]), height(sides[1])); h <= b.pageHeight() {
			f.add(piece{h: h, gap: above, draw: func(p *page, x, y float64) {
				stack(p, sides[0], x, y)
				stack(p, sides[1], x+b.sheet.second()-b.sheet.left, y)
			}})
			return nil
		}
	}
	for _, c := range cards {
		ps, err := b.card(c, b.sheet.width())
		if err != nil {
			return err
		}
		f.add(spaced(above, ps)...)
	}
	return nil
}

// resultHead is the sentence of the result under its title, the letters of the options, and what the result rests on.
func (b *builder) resultHead() []piece {
	st := b.styles
	w := b.sheet.width()
	in := b.in.Report.In
	title := b.t("handout.section.results")
	if in.Current >= 0 && in.Current < len(in.Rounds) {
		if name := b.text(in.Rounds[in.Current].Name); name != "" {
			title += " · " + name
		}
	}
	ps := paragraph(st.title, title, w)
	ps = append(ps, spaced(3, paragraph(st.quiet, b.text(in.Question), w))...)
	s := b.in.Report.Headline(b.tr)
	sentence := st.lead.with(render.Semibold).scaled(1.12)
	ps = append(ps, spaced(9, glue(lines(set(emphasised(sentence, s), w), sentence.lead, 0)))...)
	ps = append(ps, spaced(5, glue(paragraph(st.quiet, b.in.Report.Basis(b.tr), w)))...)
	var legend []span
	for i, o := range in.Options {
		if i > 0 {
			legend = append(legend, span{text: " · ", style: st.small})
		}
		name := firstOf(o.Short.In(b.in.Lang), o.Title.In(b.in.Lang), o.ID)
		legend = append(legend, span{text: o.ID + noBreak, style: st.small.in(st.palette.Ink).with(render.Bold)}, span{text: name, style: st.small})
	}
	return lead(append(ps, spaced(4, glue(lines(wrap(legend, w), st.small.lead, 0)))...))
}

// noBreak is a blank that keeps two words on one line.
const noBreak = "\u00a0"

// emphasised is a sentence with its strong parts set bold, each where it comes first after the one before.
func emphasised(st style, s result.Sentence) []span {
	rest := s.Text
	var out []span
	for _, strong := range s.Strong {
		before, after, found := strings.Cut(rest, strong)
		if !found || strong == "" {
			continue
		}
		out = append(out, span{text: before, style: st.with(render.Regular)}, span{text: strong, style: st.with(render.Bold)})
		rest = after
	}
	return append(out, span{text: rest, style: st.with(render.Regular)})
}

// exampleMark says on a page that the ballots are made up.
func (b *builder) exampleMark(p *page) {
	st := b.styles.small.in(b.styles.palette.Ink).with(render.Semibold)
	text := b.t("handout.results.example")
	w := st.width(text) + 12
	box := chart.Rect{X: b.sheet.right - w, Y: headRule + 3, W: w, H: 14}
	p.rounded(box, 3, noColor, chart.Stroke{Color: b.styles.palette.Quiet, Width: 0.8, Dash: []float64{2.4, 1.8}})
	p.text(st, box.X+6, st.baseline(box.Y+0.8), text, chart.Start)
}

// card is one block of the result.
func (b *builder) card(c result.Card, w float64) ([]piece, error) {
	st := b.styles
	ps := paragraph(st.chartTitle, c.Title, w)
	ps = append(ps, spaced(1, paragraph(st.chartSubtitle, c.Subtitle, w))...)
	ps = lead(append(ps, space(5)))
	if c.Gauge != nil {
		ps = append(ps, b.gauge(*c.Gauge, w), space(2))
	}
	texts := c.Text
	if len(texts) > mostLines {
		texts = []string{strings.Join(texts, " ")}
	}
	for i, text := range texts {
		ps = append(ps, spaced(3*float64(min(i, 1)), paragraph(st.body, text, w))...)
	}
	if c.Squares != nil {
		ps = append(ps, b.squares(*c.Squares, w))
	}
	if c.Chart != nil {
		picture, err := b.resultChart(*c.Chart, w)
		if err != nil {
			return nil, err
		}
		ps = append(lead(ps), picture)
	}
	if c.Rules != nil {
		ps = append(lead(ps), b.rules(c.Rules)...)
	}
	if c.Matrix != nil {
		ps = append(lead(ps), b.matrix(*c.Matrix, w)...)
	}
	for _, note := range c.Notes {
		ps = append(ps, spaced(3, paragraph(st.small, note, w))...)
	}
	return ps, nil
}

const (
	mostRows    = 21    // so many pairs are drawn as bars
	mostLines   = 8     // so many sentences a card has each on a line of its own
	leastSlope  = 190.0 // the height of lines from round to round, in logical pixels
	mostMarks   = 48    // so many marks a chart in one of two columns has
	narrowWidth = 345.0 // the width at which charts for one of two columns are laid out, in logical pixels
)

// resultChart lays out a chart of the result, as low as it can be read.
func (b *builder) resultChart(spec chart.Spec, w float64) (piece, error) {
	frame := chart.Frame{W: designWidth, Palette: b.styles.palette}
	if w < b.sheet.width() {
		frame.W = narrowWidth
	}
	frame.Least = smallest * frame.W / w
	frame.H = chart.MinHeight(spec, frame)
	if spec.Form == chart.Slope {
		frame.H = max(frame.H, leastSlope)
	}
	d, err := chart.Lay(spec, frame)
	if err != nil {
		return piece{}, err
	}
	scale := min(w/frame.W, b.pageHeight()/d.H)
	return piece{h: d.H * scale, gap: 2, draw: func(p *page, x, y float64) {
		p.put(figure{drawing: d, x: x, y: y, scale: scale})
	}}, nil
}
