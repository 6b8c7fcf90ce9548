package chart

import "math"

// axis returns the value axis between the figures of bars that hang left and those of the others; track is set where bars are parts of
// a hundred, drawn in full behind them.
func (r barRows) axis(plot span) (axis linear, track bool) {
	lo, hi := 0.0, 0.0
	for _, m := range r.spec.Marks {
		for _, v := range []float64{m.Value, m.Low, m.High} {
			if hasFigure(v) {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	track = r.spec.Percent && lo >= 0 && hi <= 100 && hi >= 25 && !r.funnel
	switch {
	case track:
		hi = 100
	case lo == hi:
		hi = 1
	}
	from, to := plot.x+r.room[0], plot.right()-r.room[1]
	if to-from < 10 {
		from, to = plot.x, max(plot.right(), plot.x+1)
	}
	return linear{lo, hi, 1, from, to}, track
}

// rect is the bar of m in the row that begins at top: two thirds of it, at most.
func (r barRows) rect(m Mark, axis linear, top, row float64) Rect {
	const thickest = 48
	h := min(row*0.62, thickest*r.k)
	if h > 3 {
		h = math.Round(h)
	}
	zero, v := math.Round(axis.at(0)), m.Value
	if !hasFigure(v) {
		v = 0
	}
	x := axis.at(v)
	if near := math.Round(x); math.Abs(near-zero) >= 1 {
		x = near
	}
	y := top + (row-h)/2
	if h > 3 {
		y = math.Round(y)
	}
	return Rect{min(zero, x), y, math.Abs(x - zero), h}
}

// row paints the bar of m with its range and its figure, on a field for the whole where the bar is part of a hundred.
func (r barRows) row(i int, m Mark, rect Rect, axis linear, track bool) {
	if track {
		zero := math.Round(axis.at(0))
		r.box(Rect{zero, rect.Y, axis.to - zero, rect.H}, r.pal.Band, Stroke{})
	}
	if hasFigure(m.Value) {
		r.bar(rect, m)
	}
	r.rowFigure(i, m, rect, axis, track)
}

// rowFigure sets the range of m over its bar, and its figure at the end.
func (r barRows) rowFigure(i int, m Mark, rect Rect, axis linear, track bool) {
	y := rect.Center().Y
	if ranged(m) {
		r.whisker(Point{axis.at(m.Low), y}, Point{axis.at(m.High), y}, rect.H)
	}
	if i%r.thin != 0 {
		return
	}
	const gap = 6
	all := r.whole(m, rect, axis)
	at, align := Point{all.Right() + gap, r.as.value.middle(y)}, Start
	switch {
	case track:
		at.X = axis.to + gap
	case m.Value < 0:
		at.X, align = all.X-gap, End
	}
	s := r.as.value
	text := r.figures[i]
	if !hasFigure(m.Value) && !ranged(m) {
		s = r.as.empty
	}
	box := r.figureBox(at, text, m.Letters, s, align)
	if over := box.Right() - r.inner.Right(); over > 0 && align == Start {
		at.X, box.X = at.X-over, box.X-over
	}
	if r.free(box) {
		r.figure(at, text, m.Letters, s, align)
	}
}

// whole is a bar together with its range.
func (r barRows) whole(m Mark, rect Rect, axis linear) Rect {
	if !ranged(m) {
		return rect
	}
	return union(rect, Rect{axis.at(m.Low), rect.Y, axis.at(m.High) - axis.at(m.Low), rect.H})
}

// name sets the name of a row and its second line, ending at right and centred on y.
func (r barRows) name(i int, m Mark, right, y float64) {
	lead := r.as.label.lead
	if r.thin > 1 {
		r.text(Point{right, r.as.label.middle(y)}, r.shorten(m.Label, r.nameStyle(m), r.nameW), r.nameStyle(m), End)
		return
	}
	top := y - float64(len(r.names[i])+len(r.subs[i]))*lead/2
	top = r.lines(right, top, r.names[i], r.nameStyle(m), End)
	r.lines(right, top, r.subs[i], r.as.sub, End)
}

// losses shades what falls away from one step to the next.
func (r barRows) losses(rects []Rect, zero float64) {
	for i := 1; i < len(rects); i++ {
		a, b := rects[i-1], rects[i]
		if b.Y-a.Bottom() < 3 || a.X < zero || b.X < zero || !hasFigure(r.spec.Marks[i-1].Value) || !hasFigure(r.spec.Marks[i].Value) {
			continue
		}
		r.add(Area{[]Point{{zero, a.Bottom()}, {a.Right(), a.Bottom()}, {b.Right(), b.Y}, {zero, b.Y}}, r.pal.Soft, Stroke{}})
	}
}
