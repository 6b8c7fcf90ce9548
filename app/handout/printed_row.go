package handout

import (
	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
)

// cell is a text in a column of a row.
type cell struct {
	ls    []line
	at    extent
	lead  float64
	align chart.Align
}

func (c cell) height() float64 { return float64(len(c.ls)) * c.lead }

func (c cell) draw(p *page, x, y float64) {
	for _, l := range c.ls {
		left := x + c.at.x
		if c.align == chart.End {
			left += c.at.w - l.w
		}
		p.line(l, left, y)
		y += c.lead
	}
}

const (
	rowPad   = 5.0 // above and below the texts of a row
	rowLines = 22  // so many lines a row has at most before it may be parted
	letterUp = 3.0 // how much letters of caveats are raised
)

// row is a row of the table: one piece, or, where its detail is very long, one that goes on line by line.
func (t *printed) row(i int, rule bool) []piece {
	m := t.e.spec.Marks[i]
	left := t.titleLines(i)
	var rest []line
	if len(left) > rowLines {
		left, rest = left[:rowLines], left[rowLines:]
	}
	beside := t.beside(i)
	h := 0.0
	for _, l := range left {
		h += l.base.lead
	}
	for _, c := range beside {
		h = max(h, c.height())
	}
	pill, pillHeight := t.pill(m)
	h = max(h, pillHeight) + 2*t.pad
	ps := []piece{{h: h, draw: func(p *page, x, y float64) {
		if rule {
			p.rule(x, x+t.sheet.width(), y, 0.6, t.styles.palette.Rule)
		}
		if m.Highlight {
			t.markRow(p, x, y, h)
		}
		top := y + t.pad
		for _, l := range left {
			p.line(l, x+t.cols.title.x, top)
			top += l.base.lead
		}
		for _, c := range beside {
			c.draw(p, x, y+t.pad)
		}
		pill(p, x, y+t.pad)
	}}}
	return append(ps, lines(rest, t.set.detail.lead, t.cols.title.x)...)
}

// titleLines are the title of a row, its detail with the source run in, and under them what has no column.
func (t *printed) titleLines(i int) []line {
	m := t.e.spec.Marks[i]
	title := append(t.ownSign(t.e, m), span{text: firstOf(m.Label, m.ID), style: t.set.title})
	if t.figure(m) == "" {
		title = append(title, raised(m.Letters, t.set.small)...)
	}
	w := t.cols.title.w
	out := set(title, w)
	if t.cols.stacked {
		about := m.Who
		if about != "" && m.When != "" {
			about += " · "
		}
		if about += m.When; about != "" {
			out = append(out, set(plain(t.set.cell, about), w)...)
		}
	}
	var detail []span
	if m.Sub != "" {
		detail = plain(t.set.detail, m.Sub+" ")
	}
	if t.e.inline {
		detail = append(detail, t.runIn(t.e.rows[i], t.set.small)...)
	}
	return append(out, set(detail, w)...)
}

// runIn names the sources of a row behind its text.
func (b *builder) runIn(r dataset.Row, st style) []span {
	var out []span
	for k, s := range dataset.Sources([]dataset.Row{r}) {
		if k > 0 {
			out = append(out, span{text: "; ", style: st})
		}
		out = append(out, b.cite(s, st.with(render.Italic)))
	}
	return out
}

// beside are the texts right of the title: who, when, and the figure with its unit under it.
func (t *printed) beside(i int) []cell {
	m := t.e.spec.Marks[i]
	var out []cell
	add := func(text string, st style, in extent) {
		if text != "" && in.w > 0 {
			out = append(out, cell{ls: set(plain(st, text), in.w), at: in, lead: st.lead})
		}
	}
	add(m.Who, t.set.cell, t.cols.who)
	add(m.When, t.set.cell, t.cols.when)
	if figure := t.figure(m); figure != "" && t.cols.figure.w > 0 {
		ls := wrap(append(plain(t.set.figure, figure), raised(m.Letters, t.set.small)...), t.cols.figure.w)
		if m.Unit != "" {
			ls = append(ls, wrap(plain(t.set.small, m.Unit), t.cols.figure.w)...)
		}
		out = append(out, cell{ls: ls, at: t.cols.figure, lead: t.set.figure.lead, align: chart.End})
	}
	return out
}

// raised are the letters of caveats, small and high.
func raised(letters string, st style) []span {
	if letters == "" {
		return nil
	}
	st.size = smallest
	return []span{{text: "\u2009" + letters, style: st, up: letterUp}}
}

// pill draws the tag of a row in an outline, dashed where it says what is not done, and says how high it is.
func (t *printed) pill(m chart.Mark) (draw func(p *page, x, y float64), h float64) {
	if m.Tag == "" || t.cols.tag.w == 0 {
		return func(*page, float64, float64) {}, 0
	}
	ls := wrap(plain(t.set.tag, m.Tag), t.cols.tag.w-2*pillPad)
	h = float64(len(ls))*t.set.tag.lead + 2*pillAir
	stroke := chart.Stroke{Color: t.styles.palette.Teal, Width: 1}
	if m.TagQuiet {
		stroke = chart.Stroke{Color: t.styles.palette.Quiet, Width: 0.8, Dash: []float64{2.4, 1.8}}
	}
	return func(p *page, x, y float64) {
		box := chart.Rect{X: x + t.cols.tag.x, Y: y - pillAir + 0.6, W: widest(ls) + 2*pillPad, H: h}
		p.rounded(box, 4, noColor, stroke)
		for i, l := range ls {
			p.line(l, box.X+pillPad, box.Y+pillAir+float64(i)*t.set.tag.lead)
		}
	}, h
}
