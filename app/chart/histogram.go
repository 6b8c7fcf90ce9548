package chart

import (
	"math"
	"slices"
)

// binPlot is a histogram while it is laid out: bars that touch, from the lower to the upper edge of what they count.
type binPlot struct {
	barPlot
	all     []Mark // with their edges
	bins    []int  // marks that have both edges
	edges   []float64
	lo      float64
	hi      float64
	title   []string // under the axis
	percent bool     // the edges are shares
}

// isBin reports whether m counts what lies between two edges.
func isBin(m Mark) bool { return ranged(m) && hasFigure(m.Value) }

func newBins(c *canvas, spec Spec, width float64) *binPlot {
	p := &binPlot{barPlot: barPlot{canvas: c, spec: counted(spec), rects: make([]Rect, len(spec.Marks))}, all: spec.Marks}
	for i, m := range spec.Marks {
		if isBin(m) {
			p.bins = append(p.bins, i)
			p.edges = append(p.edges, m.Low, m.High)
			p.slots = append(p.slots, slot{year: math.NaN(), marks: []int{i}})
		}
	}
	slices.Sort(p.edges)
	p.edges = slices.Compact(p.edges)
	if len(p.edges) > 0 {
		p.lo, p.hi = p.edges[0], p.edges[len(p.edges)-1]
	}
	p.percent = spec.Percent
	p.title = c.wrap(spec.XTitle, c.as.subtitleOf(c), width-c.axisWidth(p.spec), 2)
	return p
}

// counted is spec without the edges of its bins, which are no values of the upright axis. A count is one, whoever made it.
func counted(spec Spec) Spec {
	spec.Percent = false
	spec.Marks = slices.Clone(spec.Marks)
	for i := range spec.Marks {
		m := &spec.Marks[i]
		if !isBin(*m) {
			m.Value = math.NaN()
		}
		m.Low, m.High = math.NaN(), math.NaN()
	}
	return spec
}

// foot is the room under the axis: the edges, and what they are of.
func (p *binPlot) foot() float64 {
	return 4*p.k + p.as.tick.lead + float64(len(p.title))*p.as.tick.lead
}

func leastHistogram(c *canvas, spec Spec, width float64) float64 {
	return 170*c.k + newBins(c, spec, width).foot() + 2*c.as.value.lead
}

func layHistogram(c *canvas, spec Spec, area Rect) {
	p := newBins(c, spec, area.W)
	if len(p.bins) == 0 {
		c.nothing(area)
		return
	}
	left := area.X + c.axisWidth(p.spec)
	top, bottom := math.Round(area.Y+c.as.value.lead+4), math.Round(area.Bottom()-p.foot())
	if p.hanging() {
		bottom -= c.as.value.lead
	}
	p.plot = Rect{left, top, area.Right() - left - 8*c.k, bottom - top}
	p.axis = barAxis(p.spec, int(hold(p.plot.H/(54*c.k), 2, 6)), p.plot.Bottom(), p.plot.Y)
	p.pitch, p.air, p.tight = p.plot.W/float64(len(p.bins)), 1, true
	at := len(c.Shapes)
	ys := p.ticks()
	p.drawBins()
	p.baseline()
	p.edgeTexts(area)
	p.values()
	c.gridBehind(at, p.plot.X, p.plot.Right(), ys, Stroke{Color: c.pal.Grid, Width: 1})
	for _, i := range p.bins {
		r := p.rects[i]
		c.hit(i, 0, r, Rect{r.X, p.plot.Y, r.W, p.plot.H})
	}
}

// x is the place of a number.
func (p *binPlot) x(v float64) float64 {
	return p.plot.X + p.plot.W*hold((v-p.lo)/(p.hi-p.lo), 0, 1)
}

func (p *binPlot) drawBins() {
	for _, i := range p.bins {
		m := p.spec.Marks[i]
		from, to := p.x(p.all[i].Low), p.x(p.all[i].High)
		if to-from > 5 { // a hair of paper between two bars
			to--
		}
		p.rects[i] = p.upright(from, to, m.Value)
		p.binBar(p.rects[i], m)
	}
}
