package chart

import (
	"cmp"
	"math"
)

// At returns the index into d.Hits of the mark that the pointer at p reads: the smallest that lies under it, by its outline where
// it has one, else the nearest whose reach holds it.
func (d Drawing) At(p Point) (int, bool) {
	best, found := 0, false
	var bestScore [3]float64
	for i, h := range d.Hits {
		if !h.Reach.Contains(p) {
			continue
		}
		at := h.Box.Center()
		score := [3]float64{1, h.Reach.W * h.Reach.H, square(at.X-p.X) + square(at.Y-p.Y)}
		if outline := d.outlines[h.Mark]; len(outline) > 0 {
			if inPolygon(outline, p) {
				score[0], score[1] = 0, down(outline, p)
			} else {
				score[1], score[2] = score[2], score[1]
			}
		} else if h.Box.Contains(p) {
			score[0], score[1] = 0, h.Box.W*h.Box.H
		} else {
			score[1], score[2] = score[2], score[1]
		}
		if !found || less(score, bestScore) {
			best, bestScore, found = i, score, true
		}
	}
	return best, found
}

func less(a, b [3]float64) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

func square(v float64) float64 { return v * v }

// Neighbour returns the mark that an arrow key goes to from mark: dx −1 or 1 along its track, dy −1 (up) or 1 to the nearest of
// another track, first among those in the same column. Where there is none, or mark is not drawn, it stays; from no mark
// (−1) it goes to the first. In a drawing of rows up and down go to the nearest mark of the next row.
func (d Drawing) Neighbour(mark, dx, dy int) int {
	from := -1
	for i, h := range d.Hits {
		if h.Mark == mark {
			from = i
			break
		}
	}
	switch {
	case from < 0 && len(d.Hits) > 0 && mark < 0:
		return d.Hits[0].Mark
	case from < 0:
		return mark
	case dx != 0:
		return d.Hits[d.along(from, dx)].Mark
	case dy != 0 && d.Rows:
		return d.Hits[d.nextRow(from, dy)].Mark
	case dy != 0:
		return d.Hits[d.away(from, dy)].Mark
	}
	return mark
}

// along returns the next hit of the same track; marks at one place follow in their order.
func (d Drawing) along(from, dx int) int {
	best := from
	for i, h := range d.Hits {
		if h.Track == d.Hits[from].Track && d.order(i, from)*dx > 0 && (best == from || d.order(i, best)*dx < 0) {
			best = i
		}
	}
	return best
}

func (d Drawing) order(i, j int) int {
	if d.Rows {
		return cmp.Compare(i, j)
	}
	return cmp.Or(cmp.Compare(d.Hits[i].Anchor.X, d.Hits[j].Anchor.X), cmp.Compare(i, j))
}

// nextRow returns the hit of the next row above or below that stands nearest to the column of a hit.
func (d Drawing) nextRow(from, dy int) int {
	here, best := d.Hits[from], from
	var bestScore [3]float64
	for i, h := range d.Hits {
		rows := (h.Track - here.Track) * dy
		score := [3]float64{float64(rows), math.Abs(h.Anchor.X - here.Anchor.X)}
		if rows > 0 && (best == from || less(score, bestScore)) {
			best, bestScore = i, score
		}
	}
	return best
}

// away returns the nearest hit above or below on another track.
func (d Drawing) away(from, dy int) int {
	here := d.Hits[from]
	best := from
	var bestScore [3]float64
	for i, h := range d.Hits {
		at, start := h.Box.Center(), here.Box.Center()
		if h.Track == here.Track || (at.Y-start.Y)*float64(dy) <= 0 {
			continue
		}
		aside := 1.0
		if h.Reach.X < here.Reach.Right() && here.Reach.X < h.Reach.Right() {
			aside = 0
		}
		score := [3]float64{aside, square(at.Y - start.Y), square(at.X - start.X)}
		if aside > 0 {
			score[1] += score[2]
		}
		if best == from || less(score, bestScore) {
			best, bestScore = i, score
		}
	}
	return best
}

// inPolygon reports whether p is in a closed outline.
func inPolygon(outline []Point, p Point) bool {
	in := false
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

// down is how far an outline reaches down through p: of bands that cross, the thinner lies above.
func down(outline []Point, p Point) float64 {
	top, bottom := math.Inf(1), math.Inf(-1)
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if (a.X > p.X) != (b.X > p.X) {
			y := a.Y + (p.X-a.X)/(b.X-a.X)*(b.Y-a.Y)
			top, bottom = min(top, y), max(bottom, y)
		}
	}
	return bottom - top
}
