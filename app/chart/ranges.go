package chart

import "math"

// rangesTable is the ranges form while it is laid out: names at the left, ranges and points on one axis.
type rangesTable struct {
	*canvas
	spec   Spec
	names  span
	zone   span // of the axis
	scale  tableScale
	blocks []setBlock[rangeCells]
}

// rangeCells is a row with its texts wrapped: the name, a quiet second line, the figure.
type rangeCells struct {
	tableRow
	mark       Mark
	name, sub  []string
	figure     []string
	inline     bool // the second line stands behind the name
	below      bool // the figure stands under the mark
	h          float64
	nameStyle  style
	figureFace style
}

func (r rangeCells) least() float64 { return r.h }
func (r rangeCells) finding() bool  { return r.mark.Emphasis }

// newRanges wraps the table to a width: names get what they need up to half of it, the axis the rest.
func newRanges(c *canvas, spec Spec, x, width float64) *rangesTable {
	t := &rangesTable{canvas: c, spec: spec}
	pad, gap := c.pad(width), min(16*c.k, width/20)
	free := width - 2*pad
	widest := 0.0
	for _, m := range spec.Marks {
		w := c.width(c.as.strong, firstOf(m.Label, m.Who))
		if m.Sub != "" {
			w += c.width(c.as.sub, m.Sub) + 8*c.k
		}
		widest = max(widest, w+1)
	}
	names := min(widest, max(0.36*free, 120*c.k), 0.5*free)
	t.names = span{x + pad, names}
	t.zone = span{t.names.right() + gap, max(free-names-gap, 10)}
	t.scale = c.tableScaleOf(spec, t.zone, 0)
	for _, b := range blocksOf(spec) {
		block := setBlock[rangeCells]{tableHeading: c.heading(b.Group, width)}
		for _, r := range b.rows {
			// Estimates of one speaker are each a row of their own here: two ranges on a line could not be told apart.
			for _, i := range r.marks {
				block.rows = append(block.rows, t.cells(tableRow{[]int{i}}))
			}
		}
		t.blocks = append(t.blocks, block)
	}
	return t
}

// cells wraps the texts of a row.
func (t *rangesTable) cells(r tableRow) rangeCells {
	m := t.spec.Marks[r.marks[0]]
	cells := rangeCells{tableRow: r, mark: m, nameStyle: t.as.label, figureFace: t.as.value}
	if m.Emphasis {
		cells.nameStyle = t.as.strong
	}
	name := firstOf(m.Label, m.Who)
	cells.inline = name != "" && m.Sub != "" && t.width(cells.nameStyle, name)+8*t.k+t.width(t.as.sub, m.Sub) <= t.names.w
	cells.name = t.wrap(name, cells.nameStyle, t.names.w, tableLines)
	cells.sub = t.wrap(m.Sub, t.as.sub, t.names.w, 2)
	lines := len(cells.name)
	if !cells.inline {
		lines += len(cells.sub)
	}
	figure := markFigure(t.spec, m)
	if m.Doubtful && figure != "" {
		figure += "\u00a0?"
	}
	if spanOn(t.spec, m).none() {
		cells.figureFace = t.as.empty
		if figure == "" {
			figure = t.tr.T("chart.bars.gap")
		}
		cells.figure = t.wrap(figure, cells.figureFace, t.zone.w-t.lettersWidth(m.Letters)-20*t.k, tableFigures)
		lines = max(lines, len(cells.figure))
	} else if _, _, cells.below = t.figurePlace(m, figure); cells.below {
		cells.figure = t.wrap(figure, cells.figureFace, t.zone.w-t.lettersWidth(m.Letters), tableFigures)
		lines = max(lines, 1+len(cells.figure))
	} else {
		cells.figure = []string{figure}
	}
	cells.h = t.rowHeight(lines) + 3*t.k
	return cells
}

// reach returns from where to where on the page the mark goes, its own size and its open ends included.
func (t *rangesTable) reach(m Mark) (lo, hi float64) {
	s := spanOn(t.spec, m)
	if s.none() {
		// Words have no place on the axis, so their band takes all of it.
		return t.zone.x, t.zone.right()
	}
	least, most := s.ends()
	r := claimRadius * t.k
	lo, hi = t.scale.at(least)-r, t.scale.at(most)+r
	if s.openLow {
		lo -= openLength * t.k
	}
	if s.openHigh {
		hi += openLength * t.k
	}
	return max(lo, t.zone.x), min(hi, t.zone.right())
}

// figurePlace returns where the figure stands: right of the mark, else left of it, else under it.
func (t *rangesTable) figurePlace(m Mark, figure string) (x float64, align Align, below bool) {
	lo, hi := t.reach(m)
	w, gap := t.width(t.as.value, figure)+t.lettersWidth(m.Letters), 7*t.k
	switch {
	case hi+gap+w <= t.zone.right():
		return hi + gap, Start, false
	case lo-gap-w >= t.zone.x:
		return lo - gap, End, false
	}
	return (lo + hi) / 2, Middle, true
}

// rangeRowGrows is how much higher a row becomes where there is room.
const rangeRowGrows = 14

func leastRanges(c *canvas, spec Spec, width float64) float64 {
	h, _ := tableHeight(c, newRanges(c, spec, 0, width).blocks)
	return h
}

func layRanges(c *canvas, spec Spec, area Rect) {
	t := newRanges(c, spec, area.X, area.W)
	c.tableTicks(t.scale, Rect{area.X, area.Y, area.W, tableAxis * c.k})
	drawTable(c, t.scale, t.blocks, area, rangeRowGrows, t.row)
}

// row sets the name of a row and its mark, and makes the mark readable from the whole row.
func (t *rangesTable) row(r rangeCells, box Rect) {
	top := box.Center().Y - float64(len(r.name))*t.as.label.lead/2
	if !r.inline {
		top -= float64(len(r.sub)) * t.as.sub.lead / 2
	}
	next := t.lines(t.names.x, top, r.name, r.nameStyle, Start)
	switch {
	case r.inline:
		x := t.names.x + t.width(r.nameStyle, r.name[0]) + 8*t.k
		t.text(Point{x, top + t.rise(t.as.sub)}, r.sub[0], t.as.sub, Start)
	default:
		t.lines(t.names.x, next, r.sub, t.as.sub, Start)
	}
	y := box.Center().Y
	if r.below {
		y -= float64(len(r.figure)) * t.as.value.lead / 2
	}
	if spanOn(t.spec, r.mark).none() {
		t.worded(r, box)
	} else {
		t.draw(r.mark, y)
		t.setFigure(r, y)
	}
	lo, hi := t.reach(r.mark)
	t.hit(r.marks[0], r.marks[0], Rect{lo, y - 9*t.k, hi - lo, 18 * t.k}, box)
	t.Hits[len(t.Hits)-1].Anchor = Point{hold((lo+hi)/2, 0, t.W), hold(y-claimRadius*t.k, 0, t.H)}
}

// worded draws what was said without a figure: a hatched band over the whole axis, because it has no place on it.
func (t *rangesTable) worded(r rangeCells, box Rect) {
	h := math.Min(box.H-5*t.k, float64(len(r.figure))*r.figureFace.lead)
	band := Rect{t.zone.x, box.Center().Y - h/2, t.zone.w, h}
	t.hatch(band, t.pal.Rule, t.pal.Paper)
	t.box(band, none, Stroke{Color: t.pal.Rule, Width: 1})
	widest := 0.0
	for _, line := range r.figure {
		widest = max(widest, t.width(r.figureFace, line))
	}
	at := band.Center()
	w := widest + t.lettersWidth(r.mark.Letters) + 16*t.k
	t.box(Rect{at.X - widest/2 - 8*t.k, band.Y + 1, w, band.H - 2}, t.pal.Paper, Stroke{})
	t.setLines(r, at.X, box.Center().Y-float64(len(r.figure)-1)*r.figureFace.lead/2)
}
