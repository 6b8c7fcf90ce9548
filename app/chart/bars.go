package chart

import (
	"math"
	"slices"
)

// barPlot is a chart of vertical bars while it is laid out.
type barPlot struct {
	*canvas
	spec  Spec
	slots []slot
	spans []slotSpan
	plot  Rect    // between axis labels and names
	axis  linear  // values to y
	pitch float64 // from one bar to the next: the room of a figure with its letters
	air   float64 // between a figure and the bars beside it
	tight bool    // bars touch: a figure is not led past those of others
	tied  bool    // the figure that is being placed has a leader to its bar
	rects []Rect  // by mark; without height where there is no bar
}

// leastBars is a plot in which some grid lines stand apart, with the names under it.
func leastBars(c *canvas, spec Spec, width float64) float64 {
	slots, _ := slotsOf(spec)
	if c.namesTooLong(spec, slots, width) {
		return leastBarsHorizontal(c, spec, width)
	}
	_, names := c.names(slots, c.inner.X+c.axisWidth(spec), c.inner.Right())
	return 170*c.k + names + 2*c.as.value.lead + 6*c.k
}

// axisWidth is the room for the labels of the value axis, however many there will be: none where they would take most of the chart.
func (c *canvas) axisWidth(spec Spec) float64 {
	const gap = 8
	w := 0.0
	for count := 2; count <= 6; count++ {
		s := barAxis(spec, count, 0, 1)
		for _, v := range s.ticks() {
			w = max(w, c.width(c.as.tick, s.tickText(spec.Tr, v, spec.Percent)))
		}
	}
	if w > 0.55*c.inner.W {
		return 0
	}
	return w + gap
}

// barAxis returns the value axis. It ends at a tick, unless much of the plot would stay empty under the last one.
func barAxis(spec Spec, count int, from, to float64) linear {
	values := barValues(spec.Marks)
	if spec.Percent {
		return percentLinear(values, count, from, to)
	}
	const much = 0.4
	s := newLinear(values, true, count, from, to)
	if s.step < 1 && !slices.ContainsFunc(values, func(v float64) bool { return hasFigure(v) && v != math.Trunc(v) }) {
		s.step, s.lo, s.hi = 1, math.Floor(s.lo), math.Ceil(s.hi) // there is no half of a counted thing
	}
	lo, hi := 0.0, 0.0
	for _, v := range values {
		if hasFigure(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if hi > 0 && s.hi-hi > much*s.step && hi > s.step {
		s.hi = hi
	}
	if lo < 0 && lo-s.lo > much*s.step && -lo > s.step {
		s.lo = lo
	}
	return s
}

// layBars draws bars side by side; where their names have no room under them, it draws them below each other.
func layBars(c *canvas, spec Spec, area Rect) {
	if slots, _ := slotsOf(spec); c.namesTooLong(spec, slots, area.W) {
		layBarsHorizontal(c, spec, area)
		return
	}
	p := barPlot{canvas: c, spec: spec, rects: make([]Rect, len(spec.Marks))}
	p.slots, p.spans = slotsOf(spec)
	gap := 6 * c.k // between axis and names
	left := area.X + c.axisWidth(spec)
	names, height := c.names(p.slots, left, area.Right())
	top, bottom := area.Y+c.as.value.lead+4, area.Bottom()-height-gap
	if slices.ContainsFunc(spec.Marks, func(m Mark) bool { return m.Value < 0 }) {
		bottom -= c.as.value.lead
	}
	p.plot = Rect{left, math.Round(top), area.Right() - left, math.Round(bottom) - math.Round(top)}
	p.pitch, p.air = p.plot.W/float64(len(p.slots)), valueGap
	count := int(hold(p.plot.H/(54*c.k), 2, 6))
	p.axis = barAxis(spec, count, p.plot.Bottom(), p.plot.Y)
	at := len(c.Shapes)
	ys := p.ticks()
	p.drawSpans()
	p.drawBars()
	p.baseline()
	for _, n := range names {
		c.lines(n.x, bottomOf(p, spec)+gap+n.top, n.lines, n.style, Middle)
	}
	p.values()
	p.gaps()
	for _, s := range p.spans {
		p.spanText(s)
	}
	c.gridBehind(at, p.plot.X, p.plot.Right(), ys, Stroke{Color: c.pal.Grid, Width: 1})
	p.hits()
}

// bottomOf is where names begin: below the figures of bars that hang down.
func bottomOf(p barPlot, spec Spec) float64 {
	if slices.ContainsFunc(spec.Marks, func(m Mark) bool { return m.Value < 0 }) {
		return p.plot.Bottom() + p.as.value.lead
	}
	return p.plot.Bottom()
}

// ticks labels the value axis and returns where its grid lines run.
func (p barPlot) ticks() (ys []float64) {
	for _, v := range p.axis.ticks() {
		y := math.Round(p.axis.at(v))
		ys = append(ys, y)
		if p.plot.X == p.inner.X {
			continue
		}
		p.text(Point{p.plot.X - 8, p.as.tick.middle(y)}, p.axis.tickText(p.tr, v, p.spec.Percent), p.as.tick, End)
	}
	return ys
}

func (p barPlot) baseline() {
	p.across(math.Round(p.axis.at(0)), p.plot.X, p.plot.Right(), Stroke{Color: p.pal.Quiet, Width: 1})
}

// slotEdge is the left edge of slot i.
func (p barPlot) slotEdge(i int) float64 {
	return p.plot.X + p.plot.W*float64(i)/float64(len(p.slots))
}

// upright is the rectangle from zero to v between two x. Its ends stand on whole pixels where that keeps it visible.
func (p barPlot) upright(x0, x1, v float64) Rect {
	if x1-x0 > 3 {
		x0, x1 = math.Round(x0), math.Round(x1)
	}
	zero, y := math.Round(p.axis.at(0)), p.axis.at(v)
	if r := math.Round(y); math.Abs(r-zero) >= 1 {
		y = r
	}
	return Rect{x0, min(zero, y), x1 - x0, math.Abs(y - zero)}
}

func (p barPlot) drawSpans() {
	for _, s := range p.spans {
		m := p.spec.Marks[s.mark]
		if !hasFigure(m.Value) {
			continue
		}
		r := p.upright(p.slotEdge(s.first), p.slotEdge(s.last+1), m.Value)
		p.rects[s.mark] = r
		if m.Value < 0 {
			p.box(r, p.pal.Band, Stroke{})
			p.across(r.Bottom(), r.X, r.Right(), Stroke{Color: p.pal.Quiet, Width: 1.5})
			continue
		}
		p.band(r)
	}
}

// drawBars gives the marks of a slot two thirds of it, side by side.
func (p barPlot) drawBars() {
	const widest = 96
	for i, s := range p.slots {
		room := p.slotEdge(i+1) - p.slotEdge(i)
		each := min(room*0.66, widest*p.k) / float64(max(len(s.marks), 1))
		x := p.slotEdge(i) + (room-each*float64(len(s.marks)))/2
		for _, mark := range s.marks {
			m := p.spec.Marks[mark]
			v := m.Value
			if !hasFigure(v) {
				v = 0
			}
			r := p.upright(x, x+each, v)
			p.rects[mark] = r
			if hasFigure(m.Value) {
				p.bar(r, m)
			}
			if ranged(m) {
				mid := r.Center().X
				p.whisker(Point{mid, p.axis.at(m.Low)}, Point{mid, p.axis.at(m.High)}, r.W)
			}
			x += each
		}
	}
}

// hits makes every figure readable: the bar itself, or anywhere in its column.
func (p barPlot) hits() {
	for _, s := range p.spans {
		if hasFigure(p.spec.Marks[s.mark].Value) {
			p.hit(s.mark, 0, p.rects[s.mark], p.rects[s.mark])
		}
	}
	for i, s := range p.slots {
		for j, mark := range s.marks {
			m := p.spec.Marks[mark]
			if !hasFigure(m.Value) && !ranged(m) && m.Written == "" {
				continue
			}
			box := p.rects[mark]
			if ranged(m) {
				box = union(box, Rect{box.X, p.axis.at(m.High), box.W, p.axis.at(m.Low) - p.axis.at(m.High)})
			}
			part := (p.slotEdge(i+1) - p.slotEdge(i)) / float64(len(s.marks))
			p.hit(mark, 0, box, Rect{p.slotEdge(i) + part*float64(j), p.plot.Y, part, p.plot.H})
		}
	}
	slices.SortStableFunc(p.Hits, func(a, b Hit) int { return a.Mark - b.Mark })
}
