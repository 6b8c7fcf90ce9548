package chart

import (
	"cmp"
	"math"
	"slices"
)

// layClusters draws upright bars, cluster by cluster.
func layClusters(c *canvas, spec Spec, cl clusters, area Rect) {
	p := barPlot{canvas: c, spec: spec, slots: cl.slots, rects: make([]Rect, len(spec.Marks))}
	gap := 6 * c.k
	left := area.X + c.axisWidth(spec)
	names, height := c.names(p.slots, left, area.Right())
	top, bottom := area.Y+c.as.value.lead+4, area.Bottom()-height-gap
	foot := bottomOf(p, spec) - p.plot.Bottom()
	bottom -= foot
	p.plot = Rect{left, math.Round(top), area.Right() - left, math.Round(bottom) - math.Round(top)}
	p.pitch, p.air, p.tight = clusterShare*p.plot.W/float64(len(p.slots)*cl.crowd), 1, true
	p.axis = barAxis(spec, int(hold(p.plot.H/(54*c.k), 2, 6)), p.plot.Bottom(), p.plot.Y)
	at := len(c.Shapes)
	ys := p.ticks()
	p.drawClusters(cl)
	p.baseline()
	for _, n := range names {
		c.lines(n.x, p.plot.Bottom()+foot+gap+n.top, n.lines, n.style, Middle)
	}
	p.clusterFigures(cl)
	p.gaps()
	p.clusterLetters()
	p.clusterGaps(cl)
	c.gridBehind(at, p.plot.X, p.plot.Right(), ys, Stroke{Color: c.pal.Grid, Width: 1})
	p.clusterHits(cl)
}

// place is the left edge of a place in a cluster.
func (p barPlot) place(slot, place, crowd int) float64 {
	room := p.slotEdge(slot+1) - p.slotEdge(slot)
	return p.slotEdge(slot) + (room-p.pitch*float64(crowd))/2 + p.pitch*float64(place)
}

func (p barPlot) drawClusters(cl clusters) {
	for i, s := range cl.slots {
		for k, mark := range s.marks {
			m := p.spec.Marks[mark]
			v := m.Value
			if !hasFigure(v) {
				v = 0
			}
			x := p.place(i, cl.places[i][k], cl.crowd)
			to := x + p.pitch
			if p.pitch > 6 { // a hair of paper between two bars
				to--
			}
			r := p.upright(x, to, v)
			p.rects[mark] = r
			if hasFigure(m.Value) {
				p.groupBar(r, m, p.groupFill(p.spec, m.Series), false)
			}
			if ranged(m) {
				mid := r.Center().X
				p.whisker(Point{mid, p.axis.at(m.Low)}, Point{mid, p.axis.at(m.High)}, r.W)
			}
		}
	}
}

// clusterFigures sets the figures on the bars where all have room; in a crowd the finding and of each series the highest, the
// last and the first: the others are read with pointer or keys.
func (p barPlot) clusterFigures(cl clusters) {
	s := p.as.value
	widest, smallest := 0.0, smallestFigure(p.canvas)
	for i, m := range p.spec.Marks {
		if hasFigure(m.Value) {
			widest = max(widest, p.width(s, p.written(i)))
		}
	}
	s.size *= hold((p.pitch-valueGap-0.5)/max(widest, 1), smallest, 1)
	order := p.byWeight()
	if widest*smallest > 1.15*p.pitch {
		order, s = p.telling(cl), p.as.value
	}
	p.valuesAt(order, s)
}

// passes reports whether no text stands where a leader would run.
func (p barPlot) passes(x, y, top float64) bool { return p.free(Rect{x - 2, top, 4, y - top}) }

// telling are the marks most worth a figure in a crowd of bars.
func (p barPlot) telling(cl clusters) []int {
	weight := map[int]int{}
	add := func(mark, w int) {
		if mark >= 0 && p.written(mark) != "" {
			weight[mark] = max(weight[mark], w)
		}
	}
	for _, series := range cl.series {
		first, last, top := -1, -1, -1
		for _, s := range cl.slots {
			for _, i := range s.marks {
				m := p.spec.Marks[i]
				if m.Series != series || !hasFigure(m.Value) {
					continue
				}
				if first < 0 {
					first = i
				}
				if last = i; top < 0 || m.Value > p.spec.Marks[top].Value {
					top = i
				}
				if m.Emphasis {
					add(i, 4)
				}
			}
		}
		add(top, 3)
		add(last, 2)
		add(first, 1)
	}
	marks := sortedKeys(weight)
	slices.SortStableFunc(marks, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	return marks
}

// clusterLetters sets the letters of caveats over bars whose figure is not written: a letter that the notes explain must be
// found.
func (p barPlot) clusterLetters() {
	s := p.as.letter
	for i, m := range p.spec.Marks {
		if m.Letters == "" || !hasFigure(m.Value) || p.lettered(i) {
			continue
		}
		y := p.rects[i].Y - 4*p.k
		if m.Value < 0 {
			y = p.rects[i].Bottom() + 4*p.k + 0.72*s.size
		}
		p.letterOver(i, y, s)
	}
}

// letterOver sets the letters of mark i over its bar: in its middle or at one of its edges where that keeps them off the figure of
// another, in front of which they would seem to be its own.
func (p barPlot) letterOver(i int, y float64, s style) {
	r, letters := p.rects[i], p.spec.Marks[i].Letters
	half := p.width(s, letters) / 2
	for _, place := range []struct{ x, air float64 }{
		{r.Center().X, 2 * valueGap}, {r.X + half, 2 * valueGap}, {r.Right() - half, 2 * valueGap}, {r.Center().X, valueGap},
	} {
		at := Point{place.x, y}
		at.X += p.intoPlot(p.textBox(at, letters, s, Middle))
		box := p.textBox(at, letters, s, Middle)
		if p.open(box, i) && p.free(Rect{box.X - place.air, box.Y, box.W + 2*place.air, box.H}) {
			p.text(at, letters, s, Middle)
			return
		}
	}
}

// lettered reports whether the letters of mark i stand over its bar already.
func (p barPlot) lettered(i int) bool {
	column := Rect{p.rects[i].X - p.pitch, p.plot.Y - 2*p.as.value.lead, p.rects[i].W + 2*p.pitch, p.plot.H + 4*p.as.value.lead}
	for _, s := range p.Shapes {
		if l, ok := s.(Label); ok && l.Role == p.as.letter.role && l.Text == p.spec.Marks[i].Letters && column.Contains(l.Box().Center()) {
			return true
		}
	}
	return false
}

// clusterGaps sets a dash where a series has no figure in a cluster, between others that have one.
func (p barPlot) clusterGaps(cl clusters) {
	if len(cl.series) != cl.crowd {
		return
	}
	s := p.as.empty
	for place := range cl.crowd {
		first, last := cl.reach(place)
		for i := first; i <= last; i++ {
			if len(cl.slots[i].marks) == 0 || slices.Contains(cl.places[i], place) {
				continue
			}
			at := Point{p.place(i, place, cl.crowd) + p.pitch/2, p.axis.at(0) - 5}
			box := p.textBox(at, "–", s, Middle)
			if box.W <= p.pitch && p.free(box) && p.clear(box, -1) {
				p.text(at, "–", s, Middle)
			}
		}
	}
}

// clusterHits makes every figure readable: the bar itself, or anywhere in its column.
func (p barPlot) clusterHits(cl clusters) {
	for i, s := range cl.slots {
		for k, mark := range s.marks {
			m := p.spec.Marks[mark]
			if !hasFigure(m.Value) && !ranged(m) && m.Written == "" {
				continue
			}
			box := p.rects[mark]
			if ranged(m) {
				box = union(box, Rect{box.X, p.axis.at(m.High), box.W, p.axis.at(m.Low) - p.axis.at(m.High)})
			}
			x := p.place(i, cl.places[i][k], cl.crowd)
			p.hit(mark, 0, box, Rect{x, p.plot.Y, p.pitch, p.plot.H})
		}
	}
	slices.SortStableFunc(p.Hits, func(a, b Hit) int { return cmp.Compare(a.Mark, b.Mark) })
}
