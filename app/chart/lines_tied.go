package chart

import "math"

// tiedMost is how many runs and points a plot may have for figures to be moved about in it: among more of them no place is left.
const tiedMost = 400

// tied sets a figure off its point, with a leader to it: across no line and next to no other point if there is such a place.
func (p *linesPlot) tied(b besideLabel) bool {
	if len(p.spec.Marks) > tiedMost {
		return false
	}
	size := p.figureBox(Point{}, b.text, b.letters, b.style, Start)
	air := 3 * p.k
	if b.style.role == p.as.letter.role {
		air = 1 // a letter is short, and belongs close to its point
	}
	best, bestFaults := Rect{}, 4
	for _, box := range around(b.at, size, p.k, b.under) {
		from, to, ok := p.tie(b.at, box)
		if !ok || !encloses(p.room(), box) || !p.roomFor(b, box) || p.crossed(box.Grow(air)) {
			continue
		}
		faults := 0
		if p.nearer(b.at, box, p.flat) {
			faults++
		}
		if p.acrossLine(from, to) {
			faults += 2
		}
		if faults < bestFaults {
			best, bestFaults = box, faults
		}
		if faults == 0 {
			break
		}
	}
	if bestFaults == 4 {
		return false
	}
	from, to, _ := p.tie(b.at, best)
	p.leader(b.series, from, to)
	p.figure(Point{best.X, best.Y - size.Y}, b.text, b.letters, b.style, Start)
	return true
}

// around are boxes as large as size around a point, the nearest first; at one distance those over it, or under it, come first.
func around(at Point, size Rect, k float64, under bool) []Rect {
	const ways = 16
	var out []Rect
	for _, d := range []float64{11, 16, 22, 30, 40, 52, 66, 84} {
		for n := range ways {
			turn := float64((n+1)/2) * float64(1-2*(n%2)) * math.Pi * 2 / ways // 0, then to both sides in turns
			if under {
				turn += math.Pi
			}
			way := Point{math.Sin(turn), -math.Cos(turn)}
			out = append(out, Rect{
				at.X + way.X*(d*k+size.W/2) - size.W/2, at.Y + way.Y*(d*k+size.H/2) - size.H/2, size.W, size.H,
			})
		}
	}
	return out
}

// tie is the leader from a point to a box; there is none where it would run through a text or another point.
func (p *linesPlot) tie(at Point, box Rect) (from, to Point, ok bool) {
	to = nearest(box.Grow(1.5*p.k), at)
	far := math.Hypot(to.X-at.X, to.Y-at.Y)
	off := 5 * p.k
	if far <= off {
		return at, at, false
	}
	from = Point{at.X + (to.X-at.X)*off/far, at.Y + (to.Y-at.Y)*off/far}
	for _, b := range p.boxes {
		if cuts(b, from, to) {
			return from, to, false
		}
	}
	for _, run := range p.flat {
		for _, pt := range run {
			if o := p.at(pt); o != at && cuts(Rect{o.X, o.Y, 0, 0}.Grow(4*p.k), from, to) {
				return from, to, false
			}
		}
	}
	return from, to, true
}

// acrossLine reports whether a leader crosses a line of any series.
func (p *linesPlot) acrossLine(from, to Point) bool {
	for _, run := range p.flat {
		for k := 1; k < len(run); k++ {
			if meet(from, to, p.at(run[k-1]), p.at(run[k])) {
				return true
			}
		}
	}
	return false
}

// nearer reports whether a point of runs is nearer to box than its own.
func (p *linesPlot) nearer(own Point, box Rect, runs [][]linePoint) bool {
	far := distanceTo(box, own)
	for _, run := range runs {
		for _, pt := range run {
			if at := p.at(pt); at != own && distanceTo(box, at) < far {
				return true
			}
		}
	}
	return false
}
