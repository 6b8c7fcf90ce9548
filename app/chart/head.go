package chart

import "math"

// headPlot is the head-to-head form while it is laid out: a bar a pair, split between the two options.
type headPlot struct {
	*canvas
	spec              Spec
	rows              []headRow
	left, zone, right span    // of the names at the left, of the bars, of the names at the right
	slots             [2]span // beside the bars, for figures that have no room in their part; without width where none needs it
	above             bool    // the names stand above their bars, which have the whole width
	longest           float64 // the largest count of a pair
	even              bool    // all pairs have that count, so that one line is the half of all
}

// headRow is a pair with its texts wrapped and its parts placed.
type headRow struct {
	mark   int
	names  [2][]string
	styles [2]style
	total  float64
	parts  [3]headPart // for the left one, for neither, for the right one
	half   float64     // x of the half
	tied   hanging     // the count of ties where it has no room in its part
}

// headPart is a part of a bar with its figure.
type headPart struct {
	place  span
	text   string
	at     float64 // where the figure begins in the part
	inside bool    // it stands in the part
}

// Sizes of the head-to-head form at text factor 1.
const (
	headBar   = 18.0  // thickness of a bar, at least
	headMost  = 30.0  // and at most
	headAir   = 6.0   // between rows
	headGrow  = 20.0  // how much higher a row becomes where there is room
	headZone  = 104.0 // width of the bars beside which names may stand
	headRows  = 2     // of names beside the bars; with more they go above
	headThin  = 330.0 // in a chart less wide than that, names that need two lines go above, so that the bars stay long
	headInset = 7.0   // between the edge of a part and its figure
	headTight = 1.5   // the same where there is no room for it
	headClear = 4.0   // between a figure and the half line
)

// headCount is a count as it can be drawn: 0 for what is none.
func headCount(v float64) float64 {
	if !hasFigure(v) {
		return 0
	}
	return max(v, 0)
}

func headTotal(m Mark) float64 {
	return headCount(m.Value) + headCount(m.Tied) + headCount(m.Against)
}

func newHeads(c *canvas, spec Spec, x, width float64) *headPlot {
	p := &headPlot{canvas: c, spec: spec, even: true}
	for i, m := range spec.Marks {
		total := headTotal(m)
		p.even = p.even && (i == 0 || total == p.longest)
		p.longest = max(p.longest, total)
		r := headRow{mark: i, total: total, styles: [2]style{c.as.label, c.as.label}}
		switch a, b := headCount(m.Value), headCount(m.Against); {
		case a > b:
			r.styles[0] = c.as.strong
		case b > a:
			r.styles[1] = c.as.strong
		}
		p.rows = append(p.rows, r)
	}
	p.columns(x, width)
	const rounds = 3 // figures that find no room take some from the bars, so that more of them may find none
	for range rounds {
		for i := range p.rows {
			p.place(&p.rows[i])
		}
		if !p.reserve(width) {
			return p
		}
	}
	for i := range p.rows {
		p.place(&p.rows[i])
	}
	return p
}

// columns gives names and bars their widths: names beside the bars on few lines as long as the bars stay long enough to compare,
// else above them.
func (p *headPlot) columns(x, width float64) {
	var wants, least [2]float64
	for _, r := range p.rows {
		for side, name := range p.namesOf(r) {
			wants[side] = max(wants[side], p.width(r.styles[side], name))
			for _, word := range splitWords(name) {
				least[side] = max(least[side], p.width(r.styles[side], word))
			}
		}
	}
	room := width - 2*rowGap*p.k - max(headZone*p.k, 0.3*width)
	names := wants
	if wants[0]+wants[1] > room {
		names = [2]float64{room / 2, room / 2}
		for side := range names {
			if wants[side] < room/2 {
				names[side], names[1-side] = wants[side], room-wants[side]
			}
		}
	}
	lines := headRows
	if width < headThin*p.k {
		lines = 1
	}
	const hair = 0.5
	for _, r := range p.rows {
		for side, name := range p.namesOf(r) {
			p.above = p.above || names[side]+hair < least[side] || !p.fits(name, r.styles[side], names[side]+hair, lines)
		}
	}
	if p.above {
		p.left, p.right, p.zone = span{x, width}, span{x, width}, span{x, width}
	} else {
		p.left = span{x, names[0]}
		p.right = span{x + width - names[1], names[1]}
		from := p.left.right() + rowGap*p.k
		p.zone = span{from, max(p.right.x-rowGap*p.k-from, 10)}
	}
	for i := range p.rows {
		p.wrapNames(&p.rows[i], width)
	}
}

// namesOf are the names at the left and at the right of a row.
func (p *headPlot) namesOf(r headRow) [2]string {
	m := p.spec.Marks[r.mark]
	return [2]string{m.Label, m.Rival}
}

// wrapNames wraps the names of a row; above its bar each gets what the other does not need.
func (p *headPlot) wrapNames(r *headRow, width float64) {
	const hair = 0.5
	names, room := p.namesOf(*r), [2]float64{p.left.w, p.right.w}
	if p.above {
		free := max(width-2*rowGap*p.k, 2)
		room = [2]float64{free / 2, free / 2}
		for side, name := range names {
			if w := p.width(r.styles[side], name); w < free/2 {
				room[1-side] = free - w
			}
		}
	}
	for side, name := range names {
		r.names[side] = p.wrap(name, r.styles[side], room[side]+hair, tableLines)
	}
}

// reserve keeps room beside the bars for the figures that have none in them, and reports whether the bars became shorter.
func (p *headPlot) reserve(width float64) bool {
	var needs [2]float64
	for _, r := range p.rows {
		for side, part := range []headPart{r.parts[0], r.parts[2]} {
			if !part.inside && part.text != "" {
				needs[side] = max(needs[side], p.width(p.as.value, part.text)+rowGap*p.k)
			}
		}
	}
	shorter := false
	for side, need := range needs {
		need = min(need, 0.2*width, 0.4*p.zone.w)
		if more := need - p.slots[side].w; more > 0 {
			shorter = true
			p.slots[side].w = need
			p.zone.w -= more
			if side == 0 {
				p.zone.x += more
			}
		}
	}
	p.slots[0].x, p.slots[1].x = p.zone.x-p.slots[0].w, p.zone.right()
	return shorter
}

// along is how far a count goes along the bars.
func (p *headPlot) along(v float64) float64 {
	if p.longest <= 0 {
		return 0
	}
	return p.zone.w * hold(v/p.longest, 0, 1)
}

// place gives the parts of a row and their figures their places.
func (p *headPlot) place(r *headRow) {
	m := p.spec.Marks[r.mark]
	x := p.zone.x
	r.half = x + p.along(r.total/2)
	for k, v := range []float64{m.Value, m.Tied, m.Against} {
		v = headCount(v)
		part := headPart{place: span{x, p.along(v)}}
		if r.total > 0 && (v > 0 || k != 1) {
			part.text = p.spec.Tr.Auto(v)
		}
		x = part.place.right()
		part.at, part.inside = p.figureIn(part, k, r.half)
		r.parts[k] = part
	}
	r.tied = hanging{}
	if tie := r.parts[1]; tie.text != "" && !tie.inside {
		text := p.shorten(tie.text, p.as.value, 0.6*p.zone.w)
		r.tied = p.hang([]hungFigure{{tie.place.x + tie.place.w/2, text, "", "", nil}}, p.zone.x, p.zone.right(), false)
	}
}

// figureIn looks for a place in a part where its figure has air at both sides and does not stand on the half line. Counts of the
// two options stand at the outer ends of the bar.
func (p *headPlot) figureIn(part headPart, k int, half float64) (float64, bool) {
	w, clear := p.width(p.as.value, part.text), headClear*p.k
	least, most := part.place.x+headTight*p.k, part.place.right()-headTight*p.k-w
	middle := part.place.x + (part.place.w-w)/2
	tries := [][]float64{
		{part.place.x + headInset*p.k, middle},
		{middle, half + clear, half - clear - w},
		{part.place.right() - headInset*p.k - w, middle},
	}[k]
	const hair = 0.01
	for _, x := range tries {
		if part.text != "" && x >= least-hair && x <= most+hair && (x >= half+clear || x+w <= half-clear) {
			return x, true
		}
	}
	return middle, false
}

// least is the height of a row.
func (p *headPlot) least(r headRow) float64 {
	lines := max(float64(len(r.names[0])), float64(len(r.names[1]))) * p.as.label.lead
	h := headBar * p.k
	if p.above {
		h += lines
	} else {
		h = max(h, lines)
	}
	return h + headAir*p.k + r.tied.height(p.canvas)
}

// top is the room for what the half is.
func (p *headPlot) top() float64 { return p.as.tick.lead + 2*p.k }

func (p *headPlot) height() float64 {
	h := p.top()
	for _, r := range p.rows {
		h += p.least(r)
	}
	return h
}

func leastHeads(c *canvas, spec Spec, width float64) float64 {
	return math.Ceil(newHeads(c, spec, 0, width).height())
}
