package render

import "math"

// dasher walks along a line and keeps where in the pattern it is.
type dasher struct {
	stroker *stroker
	pattern []float64 // even count, device px: dash, gap, dash, gap
	total   float64
	part    int     // which of the pattern
	left    float64 // of that part
	dash    []point // the dash being drawn
}

// dashed draws a polyline in dashes. Long stretches outside the picture only
// move the pattern on, so the work is bounded by what can be seen.
func (s *stroker) dashed(l polyline, pattern []float64) {
	d := &dasher{stroker: s, pattern: pattern, left: pattern[0]}
	for _, p := range pattern {
		d.total += p
	}
	pts := l.points
	if l.closed {
		pts = append(pts[:len(pts):len(pts)], pts[0])
	}
	for i := 1; i < len(pts); i++ {
		d.piece(pts[i-1], pts[i])
	}
	d.end()
}

func (d *dasher) piece(a, b point) {
	whole := math.Hypot(b.x-a.x, b.y-a.y)
	from, to := d.stroker.visible(a, b)
	if from > 0 {
		d.skip(from * whole)
	}
	at := func(way float64) point { return point{a.x + (b.x-a.x)*way/whole, a.y + (b.y-a.y)*way/whole} }
	for way, stop := from*whole, to*whole; way < stop; {
		drawn := d.part%2 == 0
		if drawn && len(d.dash) == 0 {
			d.dash = append(d.dash, at(way))
		}
		step := min(d.left, stop-way)
		way += step
		d.left -= step
		if drawn {
			d.dash = append(d.dash, at(way))
		}
		if d.left <= 0 {
			d.end()
			d.next()
		}
	}
	if to < 1 {
		d.skip((1 - to) * whole)
	}
}

func (d *dasher) end() {
	d.stroker.polyline(polyline{points: d.dash})
	d.dash = d.dash[:0]
}

func (d *dasher) next() {
	d.part = (d.part + 1) % len(d.pattern)
	d.left = d.pattern[d.part]
}

// skip moves the pattern on without drawing.
func (d *dasher) skip(way float64) {
	d.end()
	for way = math.Mod(way, d.total); way >= d.left; {
		way -= d.left
		d.next()
	}
	d.left -= way
}

// visible returns which part of the way from a to b, 0 to 1, can be seen.
func (s *stroker) visible(a, b point) (from, to float64) {
	m := s.half + 2
	from, to = 0, 1
	cut := func(a, b, lo, hi float64) {
		if a == b {
			if a < lo || a > hi {
				to = from
			}
			return
		}
		t0, t1 := (lo-a)/(b-a), (hi-a)/(b-a)
		from, to = max(from, min(t0, t1)), min(to, max(t0, t1))
	}
	cut(a.x, b.x, -m, float64(s.cover.w)+m)
	cut(a.y, b.y, -m, float64(s.cover.h)+m)
	if to <= from {
		return 1, 1 // nothing: all of it is before the visible part
	}
	return from, to
}
