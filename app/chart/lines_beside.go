package chart

import "math"

// besideLabel is a figure that wants to stand at its point.
type besideLabel struct {
	at            Point
	series        int
	text, letters string
	style         style
	must          bool // stressed: it may stand on a line if there is no better place
	under         bool // rather under the point than over it
}

// places are where a figure may stand, best first: over or under its point, to a side, or further off. They are the left
// ends of its baseline.
func (p *linesPlot) places(b besideLabel) []Point {
	w, near, far := p.width(b.style, b.text), 7*p.k, 14*p.k
	over := func(d float64) float64 { return b.at.Y - d - 0.1*b.style.size }
	below := func(d float64) float64 { return b.at.Y + d + 0.72*b.style.size }
	places := []Point{
		{b.at.X - w/2, over(near)},
		{b.at.X - w/2, below(near)},
		{b.at.X - w, over(near)},
		{b.at.X - w, below(near)},
		{b.at.X, over(near)},
		{b.at.X, below(near)},
		{b.at.X - w/2, over(far)},
		{b.at.X - w/2, below(far)},
	}
	if b.under {
		for i := 0; i < len(places); i += 2 {
			places[i], places[i+1] = places[i+1], places[i]
		}
	}
	aside := []Point{{b.at.X - w - near, b.style.middle(b.at.Y)}, {b.at.X + near, b.style.middle(b.at.Y)}}
	return append(append(places[:2:2], aside...), places[2:]...)
}

// room is where texts of the plot may stand.
func (p *linesPlot) room() Rect {
	return Rect{p.plot.X, p.plot.Y - 10*p.k, p.plot.W + endGap*p.k/2, p.plot.H + 10*p.k}
}

// beside sets a figure where it has room: clear of other texts and of the lines, and nowhere it could be read as the figure
// of another point. Without such a place one that must be there is set further off and tied to its point, or else on a line;
// any other is left out, and the tooltip has it.
func (p *linesPlot) beside(b besideLabel) bool {
	onLine := -1
	places := p.places(b)
	for i, place := range places {
		box := p.figureBox(place, b.text, b.letters, b.style, Start)
		if !encloses(p.room(), box) || !p.roomFor(b, box) || p.mistaken(b, box) {
			continue
		}
		if !p.crossed(box.Grow(1)) {
			p.figure(place, b.text, b.letters, b.style, Start)
			return true
		}
		if onLine < 0 && !p.dotted(box) {
			onLine = i
		}
	}
	switch {
	case !b.must:
		return false
	case p.tied(b):
		return true
	case onLine >= 0:
		box := p.figureBox(places[onLine], b.text, b.letters, b.style, Start)
		p.box(box.Grow(2*p.k), p.pal.Paper, Stroke{})
		p.figure(places[onLine], b.text, b.letters, b.style, Start)
		return true
	}
	return false
}

// roomFor reports whether no text stands too near to box; letters at their points may stand close.
func (p *linesPlot) roomFor(b besideLabel, box Rect) bool {
	if b.style.role == p.as.letter.role {
		return p.free(box.Grow(1))
	}
	return p.apart(box)
}

// dotted reports whether a point of any series stands in r, so that a ground under a text would hide it.
func (p *linesPlot) dotted(r Rect) bool {
	for _, run := range p.flat {
		for _, pt := range run {
			if r.Grow(2*p.k + dotRadius*p.k).Contains(p.at(pt)) {
				return true
			}
		}
	}
	return false
}

func distanceTo(r Rect, p Point) float64 {
	n := nearest(r, p)
	return math.Hypot(n.X-p.X, n.Y-p.Y)
}

// encloses reports whether s lies in r.
func encloses(r, s Rect) bool {
	return s.X >= r.X && s.Right() <= r.Right() && s.Y >= r.Y && s.Bottom() <= r.Bottom()
}

// mistaken reports whether a figure in box would seem to belong elsewhere: another point is nearer, or the line of another
// series runs between it and its own point.
func (p *linesPlot) mistaken(b besideLabel, box Rect) bool {
	near := nearest(box, b.at)
	own := math.Hypot(near.X-b.at.X, near.Y-b.at.Y)
	for i, runs := range p.pieces {
		// Right over or under its point a figure may come a little nearer to a neighbour on its own line.
		least := own - 0.5
		if i == b.series && near.X == b.at.X {
			least = own * 0.6
		}
		for _, run := range runs {
			for k := range run {
				at := p.at(run[k])
				n := nearest(box, at)
				if at != b.at && math.Hypot(n.X-at.X, n.Y-at.Y) < least {
					return true
				}
				if i != b.series && k > 0 && meet(b.at, near, p.at(run[k-1]), at) {
					return true
				}
			}
		}
	}
	return false
}

// nearest is the point of r next to p.
func nearest(r Rect, p Point) Point {
	return Point{hold(p.X, r.X, r.Right()), hold(p.Y, r.Y, r.Bottom())}
}

// meet reports whether the lines from a to b and from c to d cross.
func meet(a, b, c, d Point) bool {
	side := func(p, q, r Point) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// crossed reports whether a line or a point of any series runs through r.
func (p *linesPlot) crossed(r Rect) bool {
	for _, runs := range p.pieces {
		for _, run := range runs {
			for k := range run {
				a := p.at(run[k])
				if r.Grow(2*p.k).Contains(a) || k > 0 && cuts(r, p.at(run[k-1]), a) {
					return true
				}
			}
		}
	}
	return false
}

// cuts reports whether the line from a to b passes through r.
func cuts(r Rect, a, b Point) bool {
	from, to := 0.0, 1.0
	clip := func(start, way, lo, hi float64) {
		if way == 0 {
			if start < lo || start > hi {
				to = -1
			}
			return
		}
		t0, t1 := (lo-start)/way, (hi-start)/way
		from, to = max(from, min(t0, t1)), min(to, max(t0, t1))
	}
	clip(a.X, b.X-a.X, r.X, r.Right())
	clip(a.Y, b.Y-a.Y, r.Y, r.Bottom())
	return from <= to
}
