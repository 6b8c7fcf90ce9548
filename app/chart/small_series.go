package chart

import "math"

// smallClusters shows of bars side by side in years the cluster of the finding, else the last one; of others the first rows.
func (c *canvas) smallClusters(spec Spec) {
	cl := clustersOf(spec)
	if cl.inYears() {
		at := -1
		for i, s := range cl.slots {
			if len(s.marks) > 0 && (at < 0 || s.strong || !cl.slots[at].strong) {
				at = i
			}
		}
		var marks []Mark
		for _, i := range cl.slots[at].marks {
			marks = append(marks, spec.Marks[i])
		}
		spec.Marks = marks
	}
	c.smallRows(spec)
}

// smallBins draws a histogram without its axis of counts: the outer edges, and the count of the highest bar.
func (c *canvas) smallBins(spec Spec) {
	lo, hi, top, most := math.Inf(1), math.Inf(-1), -1, 0.0
	for i, m := range spec.Marks {
		if !isBin(m) {
			continue
		}
		lo, hi = min(lo, m.Low), max(hi, m.High)
		if m.Value > most {
			top, most = i, m.Value
		}
	}
	if top < 0 {
		c.nothing(c.inner)
		return
	}
	plot := c.smallAxis(edgeFigure(spec, lo), edgeFigure(spec, hi))
	plot.Y, plot.H = plot.Y+c.as.value.lead, plot.H-c.as.value.lead
	for i, m := range spec.Marks {
		if !isBin(m) {
			continue
		}
		from, to := plot.X+plot.W*(m.Low-lo)/(hi-lo), plot.X+plot.W*(m.High-lo)/(hi-lo)
		h := plot.H * max(m.Value, 0) / most
		bar := Rect{from, plot.Bottom() - h, max(to-from-1, 0.5*(to-from)), h}
		c.plainBar(bar, i == top)
		if i == top {
			text := c.shorten(figureText(counted(spec), m), c.as.value, plot.W)
			half := c.width(c.as.value, text) / 2
			c.text(Point{hold(bar.Center().X, plot.X+half, plot.Right()-half), bar.Y - 4}, text, c.as.value, Middle)
		}
	}
}

// smallPanels draws every series as a line of its own in a row: its name, its course and its last figure. Rows that have no room
// are left out.
func (c *canvas) smallPanels(spec Spec) {
	p := newPanels(c, spec, c.inner.W)
	if len(p.all) == 0 {
		c.nothing(c.inner)
		return
	}
	least := c.as.label.lead + 6*c.k
	rows := min(max(int(c.inner.H/least), 1), len(p.all))
	row := min(c.inner.H/float64(rows), 2*least)
	names, figures := 0.0, 0.0
	for _, s := range p.all[:rows] {
		names = max(names, c.width(c.as.label, s.Title))
		figures = max(figures, c.width(c.as.value, c.lastOf(spec, s)))
	}
	figures = min(figures, 0.35*c.inner.W)
	names = min(names, max(0.42*c.inner.W, c.inner.W-figures-90*c.k))
	for i, s := range p.all[:rows] {
		y := c.inner.Y + row*(float64(i)+0.5)
		c.text(Point{c.inner.X, c.as.label.middle(y)}, c.shorten(s.Title, c.as.label, names), c.as.label, Start)
		c.text(Point{c.inner.Right(), c.as.value.middle(y)}, c.shorten(c.lastOf(spec, s), c.as.value, figures), c.as.value, End)
		field := Rect{c.inner.X + names + 10, y - row*0.32, c.inner.W - names - figures - 20, row * 0.64}
		if field.W < 8 {
			continue
		}
		_, at, _ := p.axis(i, field.Bottom(), field.Y)
		place := func(pt linePoint) Point {
			x := field.Center().X
			if p.hi > p.lo {
				x = field.X + field.W*(pt.x-p.lo)/(p.hi-p.lo)
			}
			return Point{x, at(pt.y)}
		}
		for _, run := range s.runs(p.step) {
			var points []Point
			for _, pt := range run {
				points = append(points, place(pt))
			}
			c.line(Stroke{Color: c.pal.Accent, Width: 1.6 * c.k}, points...)
			if len(points) == 1 {
				c.disc(points[0], smallDot-1, c.pal.Accent, Stroke{})
			}
		}
		if figures := s.figures(); len(figures) > 0 {
			c.disc(place(figures[len(figures)-1]), smallDot-0.5, c.pal.Accent, Stroke{})
		}
	}
}
