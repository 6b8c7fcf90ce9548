package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"doublefix/app/look"
)

func layFlow(c *canvas, spec Spec, area Rect) {
	p := newFlow(c, spec, area.X, area.W)
	if len(p.bands) == 0 {
		c.nothing(area)
		return
	}
	for side, align := range []Align{Start, End} {
		x := [2]float64{area.X, area.Right()}[side]
		c.lines(x, area.Y, p.heads[side], c.as.head, align)
	}
	head, foot := p.headHeight(), p.footHeight()
	bottom := p.place(Rect{area.X, area.Y + head, area.W, area.H - head - foot})
	order := p.paintOrder()
	p.placeFigures(order)
	for _, k := range order {
		p.band(p.bands[k])
	}
	left := p.letterNodes()
	for side := range p.nodes {
		for _, n := range p.nodes[side] {
			c.box(n.bar, c.pal.Quiet, Stroke{})
			p.node(n, side)
		}
	}
	for _, b := range p.bands {
		p.figureOn(b)
	}
	c.lines(area.X, bottom+8*c.k, p.footer(left, area.W), c.as.sub, Start)
	p.makeHits()
}

// paintOrder are the bands from the broadest to the thinnest, those of the finding over the others.
func (p *flowPlot) paintOrder() []int {
	order := make([]int, len(p.bands))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := p.bands[i], p.bands[j]
		return cmp.Or(boolInt(p.spec.Marks[a.mark].Emphasis)-boolInt(p.spec.Marks[b.mark].Emphasis), cmp.Compare(b.thick, a.thick))
	})
	return order
}

// flowFill is the tint of a band, or the accent where it is the finding. What is computed or provisional is paler.
func (p *flowPlot) flowFill(b flowBand) color.NRGBA {
	const half, pale = 0.5, 0.45
	m := p.spec.Marks[b.mark]
	fill := []color.NRGBA{p.pal.Tint, mix(p.pal.Tint, p.pal.Second, half), mix(p.pal.Tint, p.pal.Paper, half)}[b.step]
	if m.Emphasis {
		fill = p.pal.Accent
	}
	if m.Status == Derived || m.Status == Provisional {
		fill = mix(fill, p.pal.Paper, pale)
	}
	return p.readable(fill)
}

// outline is the edge of a band, along the upper side to the right and back along the lower one.
func (p *flowPlot) outline(b flowBand) (upper, lower []Point) {
	pieces := 1
	if b.tops[0] != b.tops[1] {
		pieces = 24
	}
	for i := range pieces + 1 {
		x := p.zone.x + p.zone.w*float64(i)/float64(pieces)
		y := p.top(b, x)
		upper, lower = append(upper, Point{x, y}), append(lower, Point{x, y + b.thick})
	}
	slices.Reverse(lower)
	return upper, lower
}

// flowThin is how broad a band has to be to have an edge besides its fill.
const flowThin = 4.0

// band paints one band as its status asks.
func (p *flowPlot) band(b flowBand) {
	m := p.spec.Marks[b.mark]
	upper, lower := p.outline(b)
	around := append(slices.Clone(upper), lower...)
	fill := p.flowFill(b)
	switch {
	case b.value <= 0:
		for i := range upper {
			upper[i].Y += b.thick / 2
		}
		p.line(Stroke{Color: p.pal.Quiet, Width: 1, Dash: []float64{2, 3}}, upper...)
	case b.thick < flowThin:
		if !m.Emphasis {
			fill = p.pal.Second
		}
		p.add(Area{around, fill, Stroke{}})
	case m.Status == Partial:
		p.add(Area{around, p.pal.Paper, Stroke{}})
		p.hatchBand(b, fill)
		p.add(Area{around, none, Stroke{Color: p.pal.Accent, Width: 1.5}})
	case m.Status == Derived:
		p.add(Area{around, fill, Stroke{}})
		p.add(Area{around, none, Stroke{Color: p.pal.Accent, Width: 1.5, Dash: []float64{5, 3}}})
	case m.Status == Provisional:
		p.add(Area{around, fill, Stroke{Color: p.pal.Accent, Width: 1.5}})
	default:
		edge := Stroke{Color: p.pal.Paper, Width: 1}
		if p.pal.Framed() {
			edge = p.outlined()
		}
		p.add(Area{around, fill, edge})
	}
}

// hatchBand draws diagonals from the lower edge of a band to its upper one, bent as the band is.
func (p *flowPlot) hatchBand(b flowBand, ink color.NRGBA) {
	const gap, width, piece = 6.4, 2.4, 16.0
	if look.Contrast(ink, p.pal.Paper) < 2 {
		ink = p.pal.Second
	}
	in := min(width/2, b.thick/4)
	long := b.thick - 2*in
	pieces := math.Ceil(long / piece)
	left, right := p.zone.x+in, p.zone.right()-in
	for x := left - long + gap/2; x < right; x += gap {
		from, to := max(x, left), min(x+long, right)
		var points []Point
		for i := 0.0; i <= pieces; i++ {
			at := from + (to-from)*i/pieces
			points = append(points, Point{at, p.top(b, at) + b.thick - in - (at - x)})
		}
		p.line(Stroke{Color: ink, Width: width}, points...)
	}
}

// flowGround is what the figure of a band stands on.
func (p *flowPlot) flowGround(b flowBand) color.NRGBA {
	if p.spec.Marks[b.mark].Status == Partial {
		return p.pal.Paper
	}
	return p.flowFill(b)
}

// placeFigures looks for a place for the figure of each band where no other band covers it: at its beginning, at its end, between.
func (p *flowPlot) placeFigures(order []int) {
	s := p.as.value
	for over, k := range order {
		b := &p.bands[k]
		m := p.spec.Marks[b.mark]
		text := stackFigure(p.spec, m)
		if text == "" || b.thick < 0.92*s.size+2*flowAir {
			continue
		}
		w := p.width(s, text) + p.lettersIn(p.letterOf(s), m.Letters)
		inset := 8 * p.k
		for _, t := range []float64{0, 1, 0.5, 0.25, 0.75} {
			x := p.zone.x + inset + t*(p.zone.w-w-2*inset)
			mid := (p.top(*b, x) + p.top(*b, x+w) + b.thick) / 2
			at := Point{x, s.middle(mid)}
			box := p.figureBox(at, text, m.Letters, s, Start)
			if w+2*inset <= p.zone.w && p.holds(*b, box) && !p.covered(box.Grow(1), order[over+1:]) {
				b.figure, b.at = text, at
				break
			}
		}
	}
}

// holds reports whether a box stands in a band with air over and under it.
func (p *flowPlot) holds(b flowBand, box Rect) bool {
	for _, x := range []float64{box.X, box.Right()} {
		if top := p.top(b, x); box.Y < top+flowAir/2 || box.Bottom() > top+b.thick-flowAir/2 {
			return false
		}
	}
	return true
}

// covered reports whether one of the bands that are painted later lies over a box.
func (p *flowPlot) covered(box Rect, later []int) bool {
	for _, k := range later {
		b := p.bands[k]
		top, end := p.top(b, box.X), p.top(b, box.Right())
		if min(top, end) < box.Bottom() && max(top, end)+b.thick > box.Y {
			return true
		}
	}
	return false
}

// figureOn sets the figure of a band in it.
func (p *flowPlot) figureOn(b flowBand) {
	if b.figure == "" {
		return
	}
	m := p.spec.Marks[b.mark]
	ground := p.flowGround(b)
	ink, _ := p.onFill(ground)
	s := p.as.value.in(ink)
	if m.Status == Partial {
		p.box(p.figureBox(b.at, b.figure, m.Letters, s, Start).Grow(2), ground, Stroke{})
	}
	figure := p.text(b.at, b.figure, s, Start)
	p.text(p.letterAt(figure, b.at.Y, s), m.Letters, p.letterOf(s).in(ink), Start)
}

// letterNodes gives the caveats of figures that have no room in their bands to the sums that these are in, those of one figure
// before those of several, and returns how many figures stand nowhere.
func (p *flowPlot) letterNodes() (left int) {
	without := [2]map[int][]int{{}, {}}
	for k, b := range p.bands {
		if b.figure != "" {
			continue
		}
		side := 1
		switch {
		case len(p.nodes[1][b.ends[1]].bands) == 1:
		case len(p.nodes[0][b.ends[0]].bands) == 1:
			side = 0
		default:
			left++
		}
		without[side][b.ends[side]] = append(without[side][b.ends[side]], k)
	}
	for side := range without {
		for at, bands := range without[side] {
			p.nodes[side][at].letters = p.lettersOf(bands)
		}
	}
	return left
}

// node sets a name with its sum beside its bar.
func (p *flowPlot) node(n flowNode, side int) {
	x, align := p.names[0].right(), End
	if side == 1 {
		x, align = p.names[1].x, Start
	}
	y := n.bar.Center().Y - p.textHeight(n)/2
	sum := p.shorten(n.sum, p.as.value, p.names[side].w-p.lettersWidth(n.letters))
	if n.inline && len(n.lines) == 1 {
		mid := y + n.style.lead/2
		if side == 0 {
			box := p.figure(Point{x, p.as.value.middle(mid)}, sum, n.letters, p.as.value, End)
			p.text(Point{box.X - flowGap*p.k, n.style.middle(mid)}, n.lines[0], n.style, End)
			return
		}
		box := p.text(Point{x, n.style.middle(mid)}, n.lines[0], n.style, Start)
		p.figure(Point{box.Right() + flowGap*p.k, p.as.value.middle(mid)}, sum, n.letters, p.as.value, Start)
		return
	}
	y = p.lines(x, y, n.lines, n.style, align)
	if sum != "" {
		p.figure(Point{x, y + p.rise(p.as.value)}, sum, n.letters, p.as.value, align)
	}
}

// makeHits makes every band readable: the pointer by its outline, the keys from band to band of a name at the left. Keys go up and
// down by the middles of boxes, so that no two of these are at one height.
func (p *flowPlot) makeHits() {
	p.outlines = map[int][]Point{}
	boxes := make([]Rect, len(p.bands))
	order := make([]int, len(p.bands))
	for k, b := range p.bands {
		from, to := p.zone.x+0.42*p.zone.w, p.zone.x+0.58*p.zone.w
		a, z := p.top(b, from), p.top(b, to)
		boxes[k] = Rect{from, min(a, z), to - from, math.Abs(a-z) + b.thick}
		order[k] = k
		upper, lower := p.outline(b)
		p.outlines[b.mark] = append(upper, lower...)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(boxes[i].Center().Y, boxes[j].Center().Y) })
	const apart = 0.01
	for i := 1; i < len(order); i++ {
		if d := boxes[order[i-1]].Center().Y + apart - boxes[order[i]].Center().Y; d > 0 {
			boxes[order[i]].Y += d
		}
	}
	for k, b := range p.bands {
		whole := Rect{p.zone.x, min(b.tops[0], b.tops[1]), p.zone.w, math.Abs(b.tops[1]-b.tops[0]) + b.thick}
		p.hit(b.mark, b.ends[0], boxes[k], whole)
	}
}

// keysFlow explains hatch and dash where bands have them; a band shows no range.
func keysFlow(c *canvas, spec Spec) []key {
	marks := slices.Clone(spec.Marks)
	for i := range marks {
		marks[i].Low, marks[i].High = math.NaN(), math.NaN()
	}
	spec.Marks = marks
	return keysBars(c, spec)
}
