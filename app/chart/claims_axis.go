package chart

import "slices"

// tableScale is the value axis of a table: its ends are nice and its labels have room.
type tableScale struct {
	at    func(v float64) float64 // from a value to the page
	part  func(v float64) float64 // from a value to 0 (start of the axis) … 1 (its end)
	ticks []float64
	text  func(v float64) string
	from  float64
}

// tableScaleOf returns the axis for the marks of spec in zone. The labels of both ends stand inside the zone; reserve is kept
// free at the right of the axis for figures.
func (c *canvas) tableScaleOf(spec Spec, zone span, reserve float64) tableScale {
	values := figuresOf(spec.Marks)
	s := tableScale{}
	build := func(from, to float64) {
		if spec.Log {
			l := newLogScale(values, from, to)
			s.at, s.text = l.at, func(v float64) string { return spec.Tr.Auto(v) }
			s.ticks = c.fitting(l.sparse(), s)
			part := newLogScale(values, 0, 1)
			s.part = part.at
			return
		}
		lay := func(count int, from, to float64) linear {
			if !spec.Percent {
				return newLinear(values, true, count, from, to)
			}
			if len(values) > 0 && slices.Min(values) >= 0 && slices.Max(values) <= 100 {
				values = []float64{0, 100}
			}
			return percentLinear(values, count, from, to)
		}
		l := lay(4, from, to)
		s.at, s.text = l.at, func(v float64) string { return l.tickText(spec.Tr, v, spec.Percent) }
		all := l.ticks()
		s.ticks = c.fitting([][]float64{all, every(all, 2), every(all, 4), all[:1]}, s)
		part := lay(4, 0, 1)
		s.part = part.at
	}
	build(zone.x, zone.right())
	if len(s.ticks) > 0 {
		first, last := c.width(c.as.tick, s.text(s.ticks[0])), c.width(c.as.tick, s.text(s.ticks[len(s.ticks)-1]))
		build(zone.x+min(first/2, zone.w/4), zone.right()-max(reserve, min(last/2, zone.w/4)))
	}
	s.from = s.at(s.ticks[0])
	return s
}

// every returns each nth of values, beginning with the first.
func every(values []float64, n int) []float64 {
	var out []float64
	for i := 0; i < len(values); i += n {
		out = append(out, values[i])
	}
	return out
}

// fitting returns the first set of ticks whose labels stand clear of each other.
func (c *canvas) fitting(sets [][]float64, s tableScale) []float64 {
	for _, set := range sets {
		clear := true
		for i := 1; i < len(set); i++ {
			a, b := s.text(set[i-1]), s.text(set[i])
			room := s.at(set[i]) - s.at(set[i-1])
			clear = clear && (c.width(c.as.tick, a)+c.width(c.as.tick, b))/2+8*c.k <= room
		}
		if clear {
			return set
		}
	}
	return sets[len(sets)-1][:1]
}

// tableTicks sets the labels of the axis on a row as far as they have room beside the headings of the columns, and tableGrid
// its lines from top to bottom, broken where texts stand on them.
func (c *canvas) tableTicks(s tableScale, row Rect) {
	for _, v := range s.ticks {
		at := Point{s.at(v), c.as.tick.middle(row.Center().Y)}
		if box := c.textBox(at, s.text(v), c.as.tick, Middle); c.inside(box) && c.free(box.Grow(2)) {
			c.text(at, s.text(v), c.as.tick, Middle)
		}
	}
}

func (c *canvas) tableGrid(s tableScale, top, bottom float64) {
	for _, v := range s.ticks {
		stroke := Stroke{Color: c.pal.Grid, Width: 1}
		if v == 0 {
			stroke = Stroke{Color: c.pal.Grey, Width: 1.5}
		}
		var holes []span
		for _, b := range c.boxes {
			if x := s.at(v); b.X-gridAir < x && x < b.Right()+gridAir {
				holes = append(holes, span{b.Y - gridAir, b.H + 2*gridAir})
			}
		}
		for _, p := range broken(top, bottom, holes) {
			c.down(s.at(v), p.x, p.right(), stroke)
		}
	}
}
