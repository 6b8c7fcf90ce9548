package chart

import "math"

// claimsTable is the claims form while it is laid out: who says so, when, the mark on its axis, of what period, of how many.
type claimsTable struct {
	*canvas
	spec   Spec
	cols   claimColumns
	scale  tableScale
	blocks []setBlock[claimCells]
}

// claimCells is a row with its texts wrapped.
type claimCells struct {
	tableRow
	who, when, period, base []string
	figure                  []string
	letters                 string
	below                   bool // the figure stands under the mark, because neither side has room
	strong                  bool
	h                       float64
}

func (r claimCells) least() float64 { return r.h }
func (r claimCells) finding() bool  { return r.strong }

// newClaims wraps the table to a width. Its columns begin at x.
func newClaims(c *canvas, spec Spec, x, width float64) *claimsTable {
	t := &claimsTable{canvas: c, spec: spec}
	blocks := blocksOf(spec)
	texts := []claimTexts{claimHeads(spec)}
	for _, b := range blocks {
		for _, r := range b.rows {
			texts = append(texts, claimTextsOf(spec, r))
		}
	}
	t.cols = c.columnsFor(Rect{X: x, W: width}, texts)
	t.scale = t.fittedScale(blocks)
	for _, b := range blocks {
		block := setBlock[claimCells]{tableHeading: c.heading(b.Group, width)}
		for _, r := range b.rows {
			block.rows = append(block.rows, t.cells(r))
		}
		t.blocks = append(t.blocks, block)
	}
	return t
}

// fittedScale makes the axis as long as it can be while all figures stand at the right of their marks, down to three
// fifths of its column; where even that is too long, some stand at the left.
func (t *claimsTable) fittedScale(blocks []tableBlock) tableScale {
	zone := t.cols.axis
	const tries = 8
	for i := range tries {
		t.scale = t.tableScaleOf(t.spec, zone, 0.4*zone.w*float64(i)/tries)
		right := true
		for _, b := range blocks {
			for _, r := range b.rows {
				_, align, below := t.figurePlace(r)
				right = right && align == Start && !below
			}
		}
		if right {
			return t.scale
		}
	}
	return t.tableScaleOf(t.spec, zone, 0.12*zone.w)
}

// cells wraps the texts of a row.
func (t *claimsTable) cells(r tableRow) claimCells {
	cells := claimCells{tableRow: r, letters: rowLetters(t.spec, r)}
	for _, i := range r.marks {
		cells.strong = cells.strong || t.spec.Marks[i].Emphasis
	}
	texts := claimTextsOf(t.spec, r)
	wrap := func(s string, st style, col span) []string {
		if s == "" || col.w <= 0 {
			return nil
		}
		return t.wrap(s, st, col.w, tableLines)
	}
	cells.who = wrap(texts.who, t.whoStyle(cells.strong), t.cols.who)
	cells.when = wrap(texts.when, t.as.sub, t.cols.when)
	cells.period = wrap(texts.period, t.as.sub, t.cols.period)
	cells.base = wrap(texts.base, t.as.sub, t.cols.base)
	cells.figure = []string{rowFigure(t.spec, r)}
	// A figure under its mark needs lines of its own, and the row grows with them.
	lines := max(len(cells.who), len(cells.when), len(cells.period), len(cells.base))
	if _, _, cells.below = t.figurePlace(r); cells.below {
		cells.figure = t.wrap(cells.figure[0], t.figureStyle(r), t.cols.axis.w-t.lettersWidth(cells.letters), tableFigures)
		lines = max(lines, 1+len(cells.figure))
	}
	cells.h = t.rowHeight(lines)
	return cells
}

// whoStyle is bold where the row is the finding.
func (t *claimsTable) whoStyle(strong bool) style {
	if strong {
		return t.as.strong
	}
	return t.as.label
}

func leastClaims(c *canvas, spec Spec, width float64) float64 {
	h, _ := tableHeight(c, newClaims(c, spec, 0, width).blocks)
	return h
}

func layClaims(c *canvas, spec Spec, area Rect) {
	t := newClaims(c, spec, area.X, area.W)
	t.heads(area)
	drawTable(c, t.scale, t.blocks, area, tableRowMost-tableRowLeast, t.row)
}

// heads sets the headings of the columns and the labels of the axis.
func (t *claimsTable) heads(area Rect) {
	row := Rect{area.X, area.Y, area.W, tableAxis * t.k}
	heads := claimHeads(t.spec)
	for _, h := range []struct {
		text  string
		col   span
		align Align
	}{{heads.who, t.cols.who, Start}, {heads.when, t.cols.when, Start}, {heads.period, t.cols.period, Start}, {heads.base, t.cols.base, End}} {
		if h.col.w > 0 {
			t.cell(t.wrap(h.text, t.as.sub, h.col.w, 1), t.as.sub, h.col, h.align, row)
		}
	}
	t.tableTicks(t.scale, row)
}

// row sets the texts of a row, its marks and its figure.
func (t *claimsTable) row(r claimCells, box Rect) {
	t.cell(r.who, t.whoStyle(r.strong), t.cols.who, Start, box)
	t.cell(r.when, t.as.sub, t.cols.when, Start, box)
	t.cell(r.period, t.as.sub, t.cols.period, Start, box)
	t.cell(r.base, t.as.sub, t.cols.base, End, box)
	y := box.Center().Y
	if r.below {
		y -= float64(len(r.figure)) * t.as.value.lead / 2
	}
	t.join(r, y)
	for _, i := range r.marks {
		t.mark(t.spec.Marks[i], y)
	}
	t.setFigure(r, y)
	t.makeHits(r, box, y)
}

// makeHits makes each mark of a row readable: a lone mark on the whole row, joined marks each on their part of it.
func (t *claimsTable) makeHits(r claimCells, row Rect, y float64) {
	middle := func(k int) float64 { return t.middle(t.spec.Marks[r.marks[k]]) }
	for k, i := range r.marks {
		box, reach := row, row
		if len(r.marks) > 1 {
			// Each mark answers for the stretch up to the middle between it and the next.
			lo, hi := t.reach(t.spec.Marks[i])
			box = Rect{lo, row.Y, hi - lo, row.H}
			from, to := row.X, row.Right()
			if k > 0 {
				from = (middle(k-1) + middle(k)) / 2
			}
			if k+1 < len(r.marks) {
				to = (middle(k) + middle(k+1)) / 2
			}
			reach = Rect{min(from, to), row.Y, math.Abs(to - from), row.H}
		}
		t.hit(i, r.marks[0], box, reach)
		t.Hits[len(t.Hits)-1].Anchor = Point{hold(middle(k), 0, t.W), hold(y-claimRadius*t.k, 0, t.H)}
	}
}
