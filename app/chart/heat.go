package chart

import "math"

// heatPlot is the heat map while it is laid out: a grid of cells, in bands one under the other where the columns of one band
// would be too narrow to be seen.
type heatPlot struct {
	*canvas
	heatGrid
	spec  Spec
	steps heatSteps
	names [][]string // of the rows, wrapped
	heads [][]string // of the columns, wrapped; of years those that have room
	left  float64    // what the names take
	cellW float64
	rowH  float64
	headH float64
	per   int // columns of a band
	bands int
	size  style // of the figures in the cells
	most  bool  // most cells have room for their figure, so that all that do show it
}

// Sizes of a heat map at text factor 1, but for heatCell, which is what an eye needs.
const (
	heatCell     = 8.0   // width of a cell at least
	heatWide     = 132.0 // and at most
	heatRowLeast = 24.0
	heatRowMost  = 112.0
	heatGap      = 8.0  // between names and cells
	heatBandGap  = 12.0 // between bands
	heatScale    = 46.0 // the scale of the steps, with the room above it
	heatAir      = 3.0  // at both sides of a figure in its cell
)

func newHeat(c *canvas, spec Spec, width float64) *heatPlot {
	p := &heatPlot{canvas: c, spec: spec, heatGrid: heatGridOf(spec), steps: newHeatSteps(c, spec)}
	p.layColumns(width)
	if p.byName && p.bands > 1 && len(p.rows) < len(p.columns) { // long names have more room beside the rows
		turned := &heatPlot{canvas: c, spec: spec, heatGrid: p.turned(), steps: p.steps}
		turned.layColumns(width)
		if turned.bands == 1 {
			p = turned
		}
	}
	lines := 1
	for _, n := range p.names {
		lines = max(lines, len(n))
	}
	p.rowH = max(heatRowLeast*c.k, float64(lines)*c.as.label.lead+6*c.k)
	return p
}

// layColumns gives names and cells their widths, and the columns that have no room beside each other their bands.
func (p *heatPlot) layColumns(width float64) {
	share := 0.3 * width
	widest, word := 0.0, 0.0
	for _, r := range p.rows {
		widest = max(widest, p.width(p.as.label, r.name))
		for _, w := range splitWords(r.name) {
			word = max(word, p.width(p.as.label, w))
		}
	}
	const hair = 0.5
	p.left = min(widest, max(share, min(word, 0.45*width))) + hair
	p.names = nil
	for _, r := range p.rows {
		p.names = append(p.names, p.wrap(r.name, p.as.label, p.left, 3))
	}
	if widest > 0 {
		p.left += heatGap * p.k
	}
	room := max(width-p.left, heatCell)
	least := heatCell
	if p.byName {
		for _, col := range p.columns {
			for _, w := range splitWords(col.name) {
				least = max(least, min(p.width(p.as.tick, w)+6*p.k, room))
			}
		}
	}
	n := max(len(p.columns), 1)
	p.per = min(max(int(room/least), 1), n)
	p.bands = (n + p.per - 1) / p.per
	p.per = (n + p.bands - 1) / p.bands
	p.cellW = min(room/float64(p.per), max(heatWide*p.k, least))
	p.headings()
}

// headings wraps the names of the columns to their width. Of years only those stand that have room beside each other.
func (p *heatPlot) headings() {
	p.heads = make([][]string, len(p.columns))
	lines := 1
	if p.byName {
		for i, col := range p.columns {
			p.heads[i] = p.wrap(col.name, p.as.tick, p.cellW-4*p.k, 4)
			lines = max(lines, len(p.heads[i]))
		}
	} else {
		widest := 0.0
		for _, col := range p.columns {
			widest = max(widest, p.width(p.as.tick, col.name))
		}
		every := thinned(p.columns, int(math.Ceil((widest+8*p.k)/p.cellW)))
		for i, col := range p.columns {
			if every(i) {
				p.heads[i] = []string{p.shorten(col.name, p.as.tick, max(float64(p.per)*p.cellW, 1))}
			}
		}
	}
	p.headH = float64(lines)*p.as.tick.lead + 4*p.k
}

// thinned says which of the columns are named where one in so many has room: of years the round ones.
func thinned(columns []heatColumn, apart int) func(i int) bool {
	step := 1
	for _, n := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000} {
		if step = n; n >= apart {
			break
		}
	}
	whole := true
	for i, c := range columns {
		whole = whole && c.x == math.Trunc(c.x) && (i == 0 || c.x == columns[i-1].x+1)
	}
	return func(i int) bool {
		if whole && step < len(columns) {
			return math.Mod(columns[i].x, float64(step)) == 0
		}
		return i%step == 0
	}
}

// bandHeight is the height of a band with its heading.
func (p *heatPlot) bandHeight() float64 { return p.headH + float64(len(p.rows))*p.rowH }

func (p *heatPlot) height() float64 {
	n := float64(p.bands)
	return n*p.bandHeight() + (n-1)*heatBandGap*p.k + p.scaleHeight()
}

// scaleHeight is what the scale of the steps takes; without steps there is none.
func (p *heatPlot) scaleHeight() float64 {
	if len(p.steps.fills) == 0 {
		return 0
	}
	return heatScale * p.k
}

func leastHeat(c *canvas, spec Spec, width float64) float64 {
	return math.Ceil(newHeat(c, spec, width).height())
}

func layHeat(c *canvas, spec Spec, area Rect) {
	p := newHeat(c, spec, area.W)
	p.rowH += c.roomier(p.height(), area.H, p.bands*len(p.rows), max(heatRowMost-p.rowH/c.k, 0))
	p.chooseText()
	y := area.Y
	for b := range p.bands {
		p.band(b, area.X, y)
		y += p.bandHeight() + heatBandGap*c.k
	}
	p.scale(Rect{area.X, y - heatBandGap*c.k, area.W, p.scaleHeight()})
}
