package render

import "math"

type point struct{ x, y float64 }

type verb uint8

const (
	moveTo  verb = iota // one point
	lineTo              // one point
	cubicTo             // two control points and an end
	closeTo             // none
)

// path is in logical pixels of the back end, its curves all cubic, since that
// is the one kind that SVG, PDF and the rasteriser share.
type path struct {
	verbs  []verb
	points []point
	start  point // of the current subpath
	curved bool
	closed bool // the last verb is closeTo
}

func (p *path) reset() { *p = path{verbs: p.verbs[:0], points: p.points[:0]} }

func (p *path) add(v verb, pts ...point) {
	p.verbs = append(p.verbs, v)
	p.points = append(p.points, pts...)
	p.closed = v == closeTo
}

func (p *path) move(a point) {
	p.start = a
	p.add(moveTo, a)
}

func (p *path) line(a point) {
	if p.open(a) {
		p.add(lineTo, a)
	}
}

// open makes sure that a subpath is under way, and says whether one was: if
// not, it begins at a. After a close, drawing goes on from the closed start.
func (p *path) open(a point) bool {
	if len(p.verbs) == 0 {
		p.move(a)
		return false
	}
	if p.closed {
		p.move(p.start)
	}
	return true
}

func (p *path) last() point { return p.points[len(p.points)-1] }

func (p *path) cubic(a, b, c point) {
	p.open(a)
	p.add(cubicTo, a, b, c)
	p.curved = true
}

// quad raises the quadratic curve to the cubic that is the same curve.
func (p *path) quad(c, end point) {
	p.open(c)
	from := p.last()
	p.cubic(
		point{from.x + (c.x-from.x)*2/3, from.y + (c.y-from.y)*2/3},
		point{end.x + (c.x-end.x)*2/3, end.y + (c.y-end.y)*2/3}, end)
}

func (p *path) close() {
	if len(p.verbs) > 0 && !p.closed {
		p.add(closeTo)
	}
}

// arc adds pieces of an ellipse of at most 45 degrees each, which keeps the
// cubics within a millionth of the radius.
func (p *path) arc(c point, rx, ry, start, delta float64) {
	n := max(1, math.Ceil(math.Abs(delta)/(math.Pi/4)-1e-9))
	step := delta / n
	k := 4.0 / 3 * math.Tan(step/4)
	at := func(angle float64) (sin, cos float64, pt point) {
		sin, cos = math.Sincos(angle)
		return sin, cos, point{c.x + rx*cos, c.y + ry*sin}
	}
	sin, cos, from := at(start)
	if len(p.verbs) == 0 || p.closed || math.Hypot(p.last().x-from.x, p.last().y-from.y) > 1e-9 {
		p.line(from)
	}
	for i := 1.0; i <= n; i++ {
		sin1, cos1, to := at(start + step*i)
		p.cubic(
			point{from.x - k*rx*sin, from.y + k*ry*cos},
			point{to.x + k*rx*sin1, to.y - k*ry*cos1}, to)
		sin, cos, from = sin1, cos1, to
	}
}

// each calls f for every verb with the point before it and its own points.
func (p *path) each(f func(v verb, from point, pts []point)) {
	var from, start point
	rest := p.points
	for _, v := range p.verbs {
		n := 1
		switch v {
		case cubicTo:
			n = 3
		case closeTo:
			n = 0
		}
		f(v, from, rest[:n])
		switch v {
		case moveTo:
			from, start = rest[0], rest[0]
		case closeTo:
			from = start
		default:
			from = rest[n-1]
		}
		rest = rest[n:]
	}
}
