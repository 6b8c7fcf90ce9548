package render

import "math"

// stroker lays out the area of a line as small closed shapes, one a piece and
// one a bend, that all turn the same way and therefore join without seams.
type stroker struct {
	cover *cover
	half  float64 // half the width, device px
	round bool
}

// miterLimit is where a pointed corner is cut off: the length of the point
// over the width. The same number stands in the SVG and PDF files.
const miterLimit = 4.0

func (s *stroker) polyline(l polyline) {
	pts := thin(l.points)
	if n := len(pts); l.closed && n > 1 && near(pts[0], pts[n-1]) {
		pts = pts[:n-1]
	}
	if len(pts) < 2 {
		return
	}
	last := len(pts) - 1
	for i := range last {
		s.piece(pts[i], pts[i+1])
	}
	for i := 1; i < last; i++ {
		s.join(pts[i-1], pts[i], pts[i+1])
	}
	if l.closed && last > 1 {
		s.piece(pts[last], pts[0])
		s.join(pts[last-1], pts[last], pts[0])
		s.join(pts[last], pts[0], pts[1])
	}
}

// thin leaves out points nearer than a sixteenth of a pixel to the one before:
// nobody sees them, and their directions are mostly rounding.
func thin(pts []point) []point {
	out := pts[:0:0]
	for i, p := range pts {
		n := len(out)
		if n == 0 || !near(p, out[n-1]) {
			out = append(out, p)
		} else if i == len(pts)-1 && n > 1 && !near(p, out[n-2]) {
			out[n-1] = p
		}
	}
	return out
}

func near(a, b point) bool { return math.Hypot(a.x-b.x, a.y-b.y) <= 1.0/16 }

// normal points to the left of the way from a to b, half a width long.
func (s *stroker) normal(a, b point) point {
	dx, dy := b.x-a.x, b.y-a.y
	k := s.half / math.Hypot(dx, dy)
	return point{dy * k, -dx * k}
}

// outside is true for shapes that cannot touch the picture: far away, they
// would only cost time.
func (s *stroker) outside(a, b point) bool {
	m, w, h := miterLimit*s.half+1, float64(s.cover.w), float64(s.cover.h)
	return max(a.x, b.x) < -m || max(a.y, b.y) < -m || min(a.x, b.x) > w+m || min(a.y, b.y) > h+m
}

func (s *stroker) piece(a, b point) {
	if s.outside(a, b) {
		return
	}
	n := s.normal(a, b)
	s.shape(point{a.x + n.x, a.y + n.y}, point{b.x + n.x, b.y + n.y},
		point{b.x - n.x, b.y - n.y}, point{a.x - n.x, a.y - n.y})
}

// join fills the gap on the outer side of a bend at b.
func (s *stroker) join(a, b, c point) {
	if s.outside(b, b) {
		return
	}
	n0, n1 := s.normal(a, b), s.normal(b, c)
	cross := n0.x*n1.y - n0.y*n1.x
	if cross < 0 { // the outer side is always on the left below
		n0, n1, cross = point{-n1.x, -n1.y}, point{-n0.x, -n0.y}, -cross
	}
	dot := n0.x*n1.x + n0.y*n1.y
	angle := math.Atan2(cross, dot)
	if angle < 1e-3 {
		return
	}
	p0, p1 := point{b.x + n0.x, b.y + n0.y}, point{b.x + n1.x, b.y + n1.y}
	switch half := math.Cos(angle / 2); {
	case s.round:
		n := math.Ceil(angle / math.Acos(1-min(1, 0.1/max(s.half, 0.2))))
		shape := []point{b, p0}
		for i := 1.0; i < n; i++ {
			sin, cos := math.Sincos(angle * i / n)
			shape = append(shape, point{b.x + n0.x*cos - n0.y*sin, b.y + n0.x*sin + n0.y*cos})
		}
		s.shape(append(shape, p1)...)
	case half*miterLimit >= 1:
		k := 1 / (2 * half * half)
		s.shape(b, p0, point{b.x + (n0.x+n1.x)*k, b.y + (n0.y+n1.y)*k}, p1)
	default:
		s.shape(b, p0, p1)
	}
}

func (s *stroker) shape(pts ...point) {
	for i, p := range pts {
		s.cover.line(p, pts[(i+1)%len(pts)])
	}
}
