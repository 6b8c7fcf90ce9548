package chart

import (
	"cmp"
	"math"
	"slices"
)

// dumbbellTable is the dumbbell form while it is laid out: names at the left, the marks of a row on one axis, joined.
type dumbbellTable struct {
	*canvas
	spec   Spec
	names  span
	zone   span // of the axis
	scale  tableScale
	blocks []setBlock[*dumbbellCells]
	direct bool // the series are named over the marks of the first row, so that no legend has to
}

// dumbbellCells is a row with its texts wrapped and its figures placed.
type dumbbellCells struct {
	stackRow
	name, under []string
	style       style
	inline      bool // the second line stands behind the name
	left, right string
	leftMark    int // marks whose figures stand beside the row's ends; −1 where none does
	rightMark   int
	hanging     hanging
	heads       *markHeads
	base        float64 // height without hanging figures and names of series
}

func (r *dumbbellCells) least() float64 { return r.base }
func (r *dumbbellCells) finding() bool  { return r.strong }

// dumbbellGrows is how much higher a row becomes where there is room.
const dumbbellGrows = 20

// newDumbbell wraps the table to a width: names get what they need up to half of it, the axis the rest.
func newDumbbell(c *canvas, spec Spec, x, width float64) *dumbbellTable {
	t := &dumbbellTable{canvas: c, spec: spec}
	pad, gap := c.pad(width), min(16*c.k, width/20)
	free := width - 2*pad
	blocks := stackBlocks(spec)
	widest := 0.0
	for _, b := range blocks {
		for _, r := range b.rows {
			widest = max(widest, c.width(t.nameStyle(r), r.label)+1, c.width(c.as.sub, r.sub)+1)
		}
	}
	names := min(widest, max(0.36*free, 120*c.k), 0.5*free)
	t.names = span{x + pad, names}
	t.zone = span{t.names.right() + gap, max(free-names-gap, 10)}
	t.scale = t.roomyScale(blocks)
	for _, b := range blocks {
		block := setBlock[*dumbbellCells]{tableHeading: c.heading(b.Group, width)}
		for _, r := range b.rows {
			block.rows = append(block.rows, t.cells(r))
		}
		t.blocks = append(t.blocks, block)
	}
	t.nameSeries(x + width)
	for _, b := range t.blocks {
		for _, r := range b.rows {
			r.base += r.hanging.height(c) + r.heads.height(c)
		}
	}
	return t
}

// roomyScale keeps room right of the axis for the figures at the ends of rows, as far as that is not too much of it.
func (t *dumbbellTable) roomyScale(blocks []stackBlock) tableScale {
	room := 0.0
	for _, b := range blocks {
		for _, r := range b.rows {
			for _, i := range r.parts {
				m := t.spec.Marks[i]
				room = max(room, t.width(t.as.value, stackFigure(t.spec, m))+t.lettersWidth(m.Letters)+(claimRadius+claimGap)*t.k)
			}
		}
	}
	return t.tableScaleOf(t.spec, t.zone, min(room, 0.3*t.zone.w))
}

func (t *dumbbellTable) nameStyle(r stackRow) style {
	if r.strong {
		return t.as.strong
	}
	return t.as.label
}

// at is where the mark of m stands; ok is false where it has no place on the axis.
func (t *dumbbellTable) at(m Mark) (x float64, ok bool) {
	v := lineValue(t.spec, m)
	if !hasFigure(v) {
		return t.zone.x, false
	}
	return t.scale.at(v), true
}

// cells wraps the texts of a row and gives its figures their places: beside the ends where they have room, else under them.
func (t *dumbbellTable) cells(r stackRow) *dumbbellCells {
	cells := &dumbbellCells{stackRow: r, style: t.nameStyle(r), leftMark: -1, rightMark: -1}
	if r.whole >= 0 { // a total is a mark like the others here
		cells.parts = append(slices.Clone(r.parts), r.whole)
	}
	slices.SortStableFunc(cells.parts, func(i, j int) int {
		x, _ := t.at(t.spec.Marks[i])
		y, _ := t.at(t.spec.Marks[j])
		return cmp.Compare(x, y)
	})
	cells.name = t.wrap(r.label, cells.style, t.names.w, tableLines)
	cells.under = t.wrap(r.sub, t.as.sub, t.names.w, 2)
	cells.inline = len(cells.name) == 1 && len(cells.under) == 1 &&
		t.width(cells.style, cells.name[0])+8*t.k+t.width(t.as.sub, cells.under[0]) <= t.names.w
	lines := len(cells.name) + len(cells.under)
	if cells.inline {
		lines = 1
	}
	t.placeFigures(cells)
	cells.base = t.rowHeight(lines) + 3*t.k
	return cells
}

// placeFigures puts the figure of the last mark right of it and that of the first left of it where they have room, and hangs
// the others under their marks.
func (t *dumbbellTable) placeFigures(cells *dumbbellCells) {
	var out []hungFigure
	off := (claimRadius + claimGap) * t.k
	n := len(cells.parts)
	for k, i := range cells.parts {
		m := t.spec.Marks[i]
		x, ok := t.at(m)
		text := t.shorten(stackFigure(t.spec, m), t.as.value, 0.6*t.zone.w)
		w := t.width(t.as.value, text) + t.lettersIn(t.letterOf(t.as.value), m.Letters)
		lo, hi := t.reach(m)
		switch {
		case text == "":
		case k == n-1 && ok && hi+off+w <= t.zone.right():
			cells.right, cells.rightMark = text, i
		case k == 0 && n > 1 && ok && lo-off-w >= t.scale.from+4*t.k: // not across the line of zero
			cells.left, cells.leftMark = text, i
		default:
			out = append(out, hungFigure{x, text, m.Letters, t.spec.seriesTitle(m), func(r Rect) { t.markAt(m, r.Center()) }})
		}
	}
	cells.hanging = t.hang(out, t.zone.x, t.zone.right(), false)
}

// reach is from where to where a mark goes: its range where it has one, else its place.
func (t *dumbbellTable) reach(m Mark) (lo, hi float64) {
	lo, _ = t.at(m)
	hi = lo
	if ranged(m) && (!t.spec.Log || onLog(m.Low)) {
		lo, hi = min(lo, t.scale.at(m.Low)), max(hi, t.scale.at(m.High))
	}
	return lo, hi
}

func leastDumbbell(c *canvas, spec Spec, width float64) float64 {
	h, _ := tableHeight(c, newDumbbell(c, spec, 0, width).blocks)
	return h
}

func layDumbbell(c *canvas, spec Spec, area Rect) {
	t := newDumbbell(c, spec, area.X, area.W)
	c.tableTicks(t.scale, Rect{area.X, area.Y, area.W, tableAxis * c.k})
	track := 0
	drawTable(c, t.scale, t.blocks, area, dumbbellGrows, func(r *dumbbellCells, box Rect) {
		t.row(r, box, track)
		track++
	})
	slices.SortStableFunc(c.Hits, func(a, b Hit) int { return cmp.Compare(a.Mark, b.Mark) })
}

// row sets the name of a row, its marks and their figures.
func (t *dumbbellTable) row(r *dumbbellCells, box Rect, track int) {
	over := r.heads.height(t.canvas)
	y := math.Round((box.Y + over + box.Bottom() - r.hanging.height(t.canvas)) / 2)
	t.rowName(r, y)
	t.join(r, y)
	for _, i := range r.parts {
		if _, ok := t.at(t.spec.Marks[i]); ok {
			t.mark(t.spec.Marks[i], y)
		}
	}
	s := t.as.value
	off := (claimRadius + claimGap) * t.k
	if r.leftMark >= 0 {
		lo, _ := t.reach(t.spec.Marks[r.leftMark])
		t.figure(Point{lo - off, s.middle(y)}, r.left, t.spec.Marks[r.leftMark].Letters, s, End)
	}
	if r.rightMark >= 0 {
		_, hi := t.reach(t.spec.Marks[r.rightMark])
		t.figureWithin(Point{hi + off, s.middle(y)}, r.right, t.spec.Marks[r.rightMark].Letters, s, t.inner.Right())
	}
	if r.heads != nil {
		t.setMarkHeads(*r.heads, y-(claimRadius+2)*t.k)
	}
	t.setHanging(r.hanging, y+(claimRadius+1)*t.k, t.inner.Right())
	t.makeHits(r, box, y, track)
}

// rowName sets the name of a row with its second line, centred on y.
func (t *dumbbellTable) rowName(r *dumbbellCells, y float64) {
	if r.inline {
		box := t.text(Point{t.names.x, r.style.middle(y)}, r.name[0], r.style, Start)
		t.text(Point{box.Right() + 8*t.k, t.as.sub.middle(y)}, r.under[0], t.as.sub, Start)
		return
	}
	top := y - (float64(len(r.name))*r.style.lead+float64(len(r.under))*t.as.sub.lead)/2
	t.lines(t.names.x, t.lines(t.names.x, top, r.name, r.style, Start), r.under, t.as.sub, Start)
}

// makeHits lets each mark answer for its row up to the middle between it and the next.
func (t *dumbbellTable) makeHits(r *dumbbellCells, row Rect, y float64, track int) {
	size := (claimRadius + 2) * t.k
	for k, i := range r.parts {
		x, _ := t.at(t.spec.Marks[i])
		lo, hi := t.reach(t.spec.Marks[i])
		from, to := row.X, row.Right()
		if k > 0 {
			before, _ := t.at(t.spec.Marks[r.parts[k-1]])
			from = (before + x) / 2
		}
		if k+1 < len(r.parts) {
			after, _ := t.at(t.spec.Marks[r.parts[k+1]])
			to = (x + after) / 2
		}
		t.hit(i, track, Rect{lo - size, y - size, hi - lo + 2*size, 2 * size}, Rect{from, row.Y, to - from, row.H})
	}
}
