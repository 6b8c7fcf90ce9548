package handout

import (
	"strings"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/app/words"
)

// ballotForm is how one ballot is set.
type ballotForm struct {
	*BallotSheets
	grid        grid
	width, room float64 // of what is printed
	summaries   bool
	looser      float64 // the most that rows are parted by free space
	square      float64 // where the number is written

	serial, table, name, question, body, title, summary, tiny style
}

func (s *BallotSheets) newForm(g grid, step float64, summaries bool) ballotForm {
	k := g.size * step
	ink := func(face render.Face, size, lead float64) style {
		return style{face, size, lead, s.palette.Ink}.scaled(k)
	}
	quiet := func(size, lead float64) style { return style{render.Regular, size, lead, s.palette.Quiet}.scaled(k) }
	return ballotForm{
		BallotSheets: s, grid: g, summaries: summaries,
		width:  s.w/float64(g.columns) - 2*g.side,
		room:   s.h/float64(g.rows) - 2*g.end,
		looser: 18 * g.size, square: max(27*k, 21),
		serial:   style{render.Bold, 24, 26, s.palette.Ink}.scaled(max(k, 0.85)),
		table:    ink(render.Semibold, 10.6, 13.4),
		name:     quiet(9.2, 12),
		question: ink(render.Bold, 14.6, 17.8),
		body:     ink(render.Regular, 9.6, 12.6),
		title:    ink(render.Semibold, 11.6, 14.4),
		summary:  quiet(9.3, 12),
		tiny:     style{render.Regular, smallest, 9.8, s.palette.Quiet},
	}
}

// ballot is one ballot; extra is added to each of its rows.
func (f ballotForm) ballot(p BallotPaper, extra float64) []piece {
	ps := []piece{f.head(p)}
	ps = append(ps, spaced(4, f.paragraphs(f.question, f.question, func(tr words.Tr) string { return strings.TrimSpace(f.in.Question.In(tr.Lang())) }, f.width))...)
	ps = append(ps, spaced(3, f.paragraphs(f.body, f.body, f.instruction, f.width))...)
	ps = append(ps, space(5))
	for _, id := range p.Order {
		ps = append(ps, f.row(id, extra))
	}
	foot := f.paragraphs(f.tiny, f.tiny, func(tr words.Tr) string { return tr.T("paper.ballot.shuffled") }, f.width)
	return append(ps, spaced(3, foot)...)
}

// instruction says how to fill the ballot in, and what happens to options without a number.
func (f ballotForm) instruction(tr words.Tr) string {
	once, blank := "paper.ballot.once", "paper.ballot.blank.last"
	if f.in.Ties {
		once = "paper.ballot.ties"
	}
	if f.in.Apart {
		blank = "paper.ballot.blank.apart"
	}
	return tr.T("paper.ballot.write") + " " + tr.T(once) + " " + tr.T(blank)
}

// paragraphs is a text in each language, the first in one style, the others in another; what is the same stands once.
func (f ballotForm) paragraphs(first, other style, text func(words.Tr) string, width float64) []piece {
	var ps []piece
	said := map[string]bool{}
	for i, tr := range f.trs {
		s, st := text(tr), other
		if i == 0 {
			st = first
		}
		if s == "" || said[s] {
			continue
		}
		said[s] = true
		ps = append(ps, spaced(0.12*st.lead*float64(min(i, 1)), paragraph(st, s, width))...)
	}
	return ps
}

// head is the serial number on the right, and on the left the table, the workshop and the round.
func (f ballotForm) head(p BallotPaper) piece {
	label := f.each("paper.ballot.number", " · ")
	right := max(f.serial.width(p.Serial), f.tiny.width(label))
	w := f.width - right - 14
	var left []piece
	about := f.in.Workshop
	if about != "" && f.in.Round != "" {
		about += " · "
	}
	if about += f.in.Round; about != "" {
		left = append(left, paragraph(f.name, about, w)...)
	}
	if p.Table != "" {
		left = append(left, paragraph(f.table, p.Table, w)...)
	}
	h := max(height(left), f.tiny.lead+f.serial.lead)
	return piece{h: h, draw: func(pg *page, x, y float64) {
		stack(pg, left, x, y)
		pg.text(f.tiny, x+f.width, f.tiny.baseline(y), label, chart.End)
		pg.text(f.serial, x+f.width, f.serial.baseline(y+f.tiny.lead), p.Serial, chart.End)
	}}
}

// row is an option with the square for its number at the left. It has no letter: letters would say an order that is not that
// of the ballot.
func (f ballotForm) row(id string, extra float64) piece {
	const gap = 12
	var o BallotOption
	for _, o = range f.in.Options {
		if o.ID == id {
			break
		}
	}
	w := f.width - f.square - gap
	name := f.paragraphs(f.title, f.title.with(render.Regular), func(tr words.Tr) string {
		return firstOf(o.Title.In(tr.Lang()), o.ID)
	}, w)
	if f.summaries {
		name = append(name, f.paragraphs(f.summary, f.summary, func(tr words.Tr) string { return strings.TrimSpace(o.Summary.In(tr.Lang())) }, w)...)
	}
	h := max(height(name), f.square) + 0.42*f.title.lead + extra
	return piece{h: h, draw: func(pg *page, x, y float64) {
		pg.rule(x, x+f.width, y, 0.6, f.palette.Rule)
		pg.box(chart.Rect{X: x + 1, Y: y + (h-f.square)/2, W: f.square, H: f.square}, noColor, chart.Stroke{Color: f.palette.Ink, Width: 1.1})
		stack(pg, name, x+f.square+gap, y+(h-height(name))/2)
	}}
}
