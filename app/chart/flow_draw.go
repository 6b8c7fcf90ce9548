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

// keysFlow explains hatch and dash where bands have them; a band shows no range.
func keysFlow(c *canvas, spec Spec) []key {
	marks := slices.Clone(spec.Marks)
	for i := range marks {
		marks[i].Low, marks[i].High = math.NaN(), math.NaN()
	}
	spec.Marks = marks
	return keysBars(c, spec)
}
