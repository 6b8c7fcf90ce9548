package render

import "math"

// polyline is a subpath of straight pieces, without repeated points.
type polyline struct {
	points []point
	closed bool
}

// flatten turns a path into polylines, scaled, with curves cut finely enough
// that the eye sees none of the corners.
func flatten(p *path, scale float64) []polyline {
	var out []polyline
	var cur polyline
	finish := func() {
		if len(cur.points) > 0 {
			out = append(out, cur)
		}
		cur = polyline{}
	}
	at := func(a point) point { return point{a.x * scale, a.y * scale} }
	add := func(a point) {
		if n := len(cur.points); n == 0 || cur.points[n-1] != a {
			cur.points = append(cur.points, a)
		}
	}
	p.each(func(v verb, from point, pts []point) {
		switch v {
		case moveTo:
			finish()
			add(at(pts[0]))
		case lineTo:
			add(at(pts[0]))
		case cubicTo:
			cutCubic(at(from), at(pts[0]), at(pts[1]), at(pts[2]), add)
		case closeTo:
			if n := len(cur.points); n > 1 && cur.points[0] == cur.points[n-1] {
				cur.points = cur.points[:n-1]
			}
			cur.closed = true
			finish()
		}
	})
	finish()
	return out
}

const (
	maxPieces = 128
	shapeGap  = 0.03 // device px between a curve and its pieces
	letterGap = 0.1  // letters have many curves, and their inside makes up for their outside
)

// pieces says how many straight pieces follow a curve of the given bend (the
// largest second difference of its control points) closely.
func pieces(bend, degree, gap float64) float64 {
	n := math.Ceil(math.Sqrt(degree * (degree - 1) / 8 * bend / gap))
	return min(max(n, 1), maxPieces)
}

func cutCubic(a, b, c, d point, add func(point)) {
	bend := max(
		math.Hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y),
		math.Hypot(b.x-2*c.x+d.x, b.y-2*c.y+d.y))
	n := pieces(bend, 3, shapeGap)
	for i := 1.0; i < n; i++ {
		t := i / n
		s := 1 - t
		ka, kb, kc, kd := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
		add(point{ka*a.x + kb*b.x + kc*c.x + kd*d.x, ka*a.y + kb*b.y + kc*c.y + kd*d.y})
	}
	add(d)
}
