package chart

import (
	"math"
	"slices"
)

// panel draws series i in its box: heading, axes, line, and the figures that its reader looks for.
func (p *panels) panel(i int, box Rect, wide float64) {
	c := p.canvas
	c.headingText(p.heads[i], box.X, box.Y)
	boxes := c.boxes
	c.boxes = nil // what stands in other panels is in nobody's way
	l := p.line(i, box, wide)
	p.axes(i, l, box)
	hits := len(c.Hits)
	l.band(0)
	l.strokes(0)
	under := len(c.Shapes)
	p.figures(l)
	l.letters(0)
	l.emptyYears()
	texts := slices.Clone(c.Shapes[under:])
	c.Shapes = c.Shapes[:under]
	l.dots(0)
	c.Shapes = append(c.Shapes, texts...)
	l.makeHits()
	for k := range c.Hits[hits:] {
		h := &c.Hits[hits+k]
		h.Track = i / p.columns // left and right go on from panel to panel
		h.Reach = within(h.Reach, union(h.Box, box.Grow(p.gap()/2)))
	}
	c.boxes = append(boxes, c.boxes...)
}

func (p *panels) gap() float64 { return panelGap * p.k }

// line is a chart of one line in the plot of a panel.
func (p *panels) line(i int, box Rect, wide float64) *linesPlot {
	spec := p.spec
	spec.Percent = spec.Percent || p.all[i].Percent
	s := p.all[i]
	s.Quiet = false // nothing stands beside it
	l := &linesPlot{canvas: p.canvas, spec: spec, all: []lineSeries{s}, step: p.step, lo: p.lo, hi: p.hi, shown: map[int]bool{}}
	l.pieces = [][][]linePoint{s.runs(p.step)}
	l.flat = l.pieces[0]
	air := 6 * p.k // within the plot, so that dots stand clear of its edges
	l.plot = Rect{box.X + wide + air, box.Y + p.head + panelTop*p.k, max(box.W-wide-2*air, 10), box.H - p.around()}
	_, l.y, _ = p.axis(i, l.plot.Bottom(), l.plot.Y)
	return l
}

// axes draws grid and labels of a panel: values left, years under it.
func (p *panels) axes(i int, l *linesPlot, box Rect) {
	c, plot := p.canvas, l.plot
	ticks, at, text := p.axis(i, plot.Bottom(), plot.Y)
	for _, v := range ticks {
		stroke := Stroke{Color: c.pal.Grid, Width: 1}
		if v == 0 {
			stroke.Color = c.pal.Grey
		}
		c.across(at(v), plot.X-6*c.k, plot.Right()+6*c.k, stroke)
		label := Point{plot.X - 12*c.k, c.as.tick.middle(at(v))}
		if b := c.textBox(label, text(v), c.as.tick, End); b.X >= box.X-0.5 && c.free(b) {
			c.text(label, text(v), c.as.tick, End)
		}
	}
	base := plot.Bottom() + 4*c.k + c.rise(c.as.tick)
	for _, v := range p.years(l, box) {
		half := c.width(c.as.tick, yearText(v)) / 2
		c.down(l.x(v), plot.Bottom(), plot.Bottom()+3*c.k, Stroke{Color: c.pal.Grey, Width: 1})
		c.text(Point{hold(l.x(v), box.X+half, max(box.Right()-half, box.X+half)), base}, yearText(v), c.as.tick, Middle)
	}
}

// mostPanelYears is how many round years a panel labels at most.
const mostPanelYears = 8

// years are the years to label: the first and the last, and between them the round ones that have room.
func (p *panels) years(l *linesPlot, box Rect) []float64 {
	first, last := math.Ceil(p.lo-1e-9), math.Floor(p.hi+1e-9)
	if first > last {
		first, last = p.lo, p.lo
	}
	half := func(v float64) float64 { return p.width(p.as.tick, yearText(v)) / 2 }
	left := func(v float64) float64 { return hold(l.x(v), box.X+half(v), max(box.Right()-half(v), box.X+half(v))) }
	gap := 12 * p.k
	apart := func(a, b float64) bool { return left(b)-left(a) >= half(a)+half(b)+gap }
	if first == last || !apart(first, last) {
		return []float64{first}
	}
	out := []float64{first, last}
	for _, v := range yearTicks(p.lo, p.hi, func(ticks []float64) bool {
		return len(ticks) <= mostPanelYears && allApart(ticks, apart)
	}) {
		if v > first && v < last && apart(first, v) && apart(v, last) {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

// allApart reports whether neighbours are.
func allApart(ticks []float64, apart func(a, b float64) bool) bool {
	for i := 1; i < len(ticks); i++ {
		if !apart(ticks[i-1], ticks[i]) {
			return false
		}
	}
	return true
}

// figures writes the figures that its reader looks for: the highest, the last, the finding and the first.
func (p *panels) figures(l *linesPlot) {
	points := l.all[0].figures()
	for _, k := range panelTold(p.spec, points) {
		// The first is left out rather than set far off: there it would seem to be the figure of another point.
		l.value(0, points, k, k > 0 || p.spec.Marks[points[0].mark].Emphasis || isExtreme(points, 0))
	}
	l.means(0)
}

// panelTold returns the indices of the points whose figures are written in a panel, most important first.
func panelTold(spec Spec, points []linePoint) []int {
	var told []int
	add := func(i int) {
		if !slices.Contains(told, i) {
			told = append(told, i)
		}
	}
	if len(points) == 0 {
		return nil
	}
	top := 0
	for i, p := range points {
		if p.y > points[top].y {
			top = i
		}
	}
	add(top)
	add(len(points) - 1)
	for i, p := range points {
		if spec.Marks[p.mark].Emphasis {
			add(i)
		}
	}
	add(0)
	return told
}
