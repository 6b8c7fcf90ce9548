package handout

import "slices"

// piece is the smallest thing that stands on one page: a line of text, a chart, a row of a table. It knows its height
// before it is drawn.
type piece struct {
	h    float64 // points
	gap  float64 // free space above it, left out at the top of a page
	keep bool    // stays on one page with the next piece
	draw func(p *page, x, y float64)
}

// height is the height of pieces in a stack; the gap above the first does not count.
func height(ps []piece) float64 {
	h := 0.0
	for i, p := range ps {
		if i > 0 {
			h += p.gap
		}
		h += p.h
	}
	return h
}

// glue keeps pieces together on one page.
func glue(ps []piece) []piece {
	for i := range len(ps) - 1 {
		ps[i].keep = true
	}
	return ps
}

// spaced sets the gap above the first piece.
func spaced(gap float64, ps []piece) []piece {
	if len(ps) > 0 {
		ps[0].gap = gap
	}
	return ps
}

// lead keeps the last piece with whatever follows, as a heading does.
func lead(ps []piece) []piece {
	glue(ps)
	if n := len(ps); n > 0 {
		ps[n-1].keep = true
	}
	return ps
}

// fits returns how many pieces go into room. Pieces that are kept together go in together; where even a whole page (fresh)
// has no room for them, they are parted after all, and one piece always goes in.
func fits(ps []piece, room float64, fresh bool) int {
	const hair = 0.01
	n, used := 0, 0.0
	for n < len(ps) {
		end := n + 1
		for end < len(ps) && ps[end-1].keep {
			end++
		}
		h := height(ps[n:end])
		if n > 0 {
			h += ps[n].gap
		}
		if used+h > room+hair {
			break
		}
		n, used = end, used+h
	}
	if n > 0 || !fresh || len(ps) == 0 {
		return n
	}
	for n = 1; n < len(ps) && height(ps[:n+1]) <= room+hair; n++ {
	}
	return n
}

// flow fills pages from top to bottom.
type flow struct {
	sheet sheet
	pages []*page
	y     float64 // where the next piece goes
}

func newFlow(s sheet) *flow {
	f := &flow{sheet: s}
	f.turn()
	return f
}

// turn begins a new page.
func (f *flow) turn() {
	f.pages = append(f.pages, &page{})
	f.y = f.sheet.top
}

func (f *flow) page() *page   { return f.pages[len(f.pages)-1] }
func (f *flow) room() float64 { return f.sheet.bottom - f.y }
func (f *flow) fresh() bool   { return f.y <= f.sheet.top }

// gap is the space above a piece here: none at the top of a page.
func (f *flow) gap(g float64) float64 {
	if f.fresh() {
		return 0
	}
	return g
}

// add sets pieces one under the other over the whole width, turning pages as needed.
func (f *flow) add(ps ...piece) { f.run(ps, nil) }

// run is add with a heading for the pages on which the pieces go on.
func (f *flow) run(ps, more []piece) {
	for len(ps) > 0 {
		first := f.gap(ps[0].gap)
		n := fits(ps, f.room()-first, f.fresh())
		if n == 0 {
			f.turn()
			if len(more) > 0 && height(more)+ps[0].gap+ps[0].h < f.room() {
				ps = append(lead(append([]piece{}, more...)), ps...)
			}
			continue
		}
		f.y = f.stack(ps[:n], f.sheet.left, f.y+first)
		ps = ps[n:]
	}
}

// part is run for one of several lists on a page: where it begins on a new page that has the heading of all of them, where it
// goes on its own heading below that.
func (f *flow) part(ps, heading, again []piece) {
	if len(ps) > 0 && fits(ps, f.room()-f.gap(ps[0].gap), f.fresh()) == 0 {
		f.turn()
		f.add(lead(slices.Clone(heading))...)
	}
	f.run(ps, append(slices.Clone(heading), again...))
}

func (f *flow) stack(ps []piece, x, y float64) float64 { return stack(f.page(), ps, x, y) }

// stack draws pieces from y on and returns where they end.
func stack(pg *page, ps []piece, x, y float64) float64 {
	for i, p := range ps {
		if i > 0 {
			y += p.gap
		}
		if p.draw != nil {
			p.draw(pg, x, y)
		}
		y += p.h
	}
	pg.end = max(pg.end, y)
	return y
}

// column is a list with a heading of its own and the heading under which it goes on when a page ends.
type column struct {
	head, more []piece
	ps         []piece
}

func (c column) all() []piece {
	if len(c.ps) == 0 {
		return nil
	}
	ps := append(lead(append([]piece{}, c.head...)), c.ps...)
	ps[len(c.head)].gap = 0 // lists side by side begin at one height
	return ps
}

// columns sets two lists side by side, gap points below what is there, and lets each go on at the top of the next page.
// When only one is left it takes both columns.
func (f *flow) columns(gap float64, left, right column) {
	for len(left.ps) > 0 && len(right.ps) > 0 {
		gap = f.gap(gap)
		l, r := left.all(), right.all()
		nl, nr := fits(l, f.room()-gap, f.fresh()), fits(r, f.room()-gap, f.fresh())
		if nl <= len(left.head) && nr <= len(right.head) && !f.fresh() {
			f.turn()
			continue
		}
		y := f.y + gap
		f.y = max(f.stack(l[:nl], f.sheet.left, y), f.stack(r[:nr], f.sheet.second(), y))
		left, right = left.rest(l, nl), right.rest(r, nr)
		if len(left.ps)+len(right.ps) > 0 {
			f.turn()
		}
	}
	f.single(gap, left, 2)
	f.single(gap, right, 2)
}

// single sets one list in n columns under its heading.
func (f *flow) single(gap float64, c column, n int) {
	for len(c.ps) > 0 {
		gap = f.gap(gap)
		cols, rest := level(c.ps, n, f.room()-gap-height(c.head), f.fresh())
		if len(cols[0]) == 0 {
			f.turn()
			continue
		}
		y := f.stack(c.head, f.sheet.left, f.y+gap)
		for i, ps := range cols {
			f.y = max(f.y, f.stack(ps, f.sheet.columnAt(i, n), y))
		}
		c = column{c.more, c.more, rest}
		if len(c.ps) > 0 {
			f.turn()
		}
	}
}

// rest is what is left of a column after n pieces of all.
func (c column) rest(all []piece, n int) column {
	if n == 0 {
		return c
	}
	return column{c.more, c.more, all[n:]}
}

// deal fills n columns of a height one after the other, and returns what has no place.
func deal(ps []piece, n int, room float64, fresh bool) (cols [][]piece, rest []piece) {
	for range n {
		k := fits(ps, room, fresh)
		cols, ps = append(cols, ps[:k]), ps[k:]
	}
	return cols, ps
}

// level parts a list into n columns of about equal height, the longest first. What is more than fits into room is left over.
func level(ps []piece, n int, room float64, fresh bool) (cols [][]piece, rest []piece) {
	if cols, rest = deal(ps, n, room, fresh); len(rest) > 0 {
		return cols, rest
	}
	lo, hi := 0.0, room
	for range 16 {
		mid := (lo + hi) / 2
		if got, left := deal(ps, n, mid, false); len(left) == 0 {
			cols, hi = got, mid
		} else {
			lo = mid
		}
	}
	return cols, nil
}
