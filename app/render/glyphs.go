package render

import (
	"math"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"
)

type glyphKey struct {
	face Face
	char rune
}

// outline is a letter in em, y down, as quadratic curves (from, control, to).
type outline struct {
	curves  [][3]point
	advance float64
}

// outline loads a letter once for each picture.
func (r *raster) outline(face Face, char rune) *outline {
	key := glyphKey{face, char}
	if o, ok := r.glyphs[key]; ok {
		return o
	}
	t := face.typeface()
	o := &outline{advance: t.advance(char)}
	em := t.font.FUnitsPerEm()
	var g truetype.GlyphBuf
	if g.Load(t.font, fixed.Int26_6(em), t.font.Index(char), 0) == nil {
		start := 0
		for _, end := range g.Ends {
			o.contour(g.Points[start:end], 1/float64(em))
			start = end
		}
	}
	r.glyphs[key] = o
	return o
}

// contour adds a closed contour. In TrueType, two control points in a row have
// a point of the curve half-way between them that is not written down.
func (o *outline) contour(pts []truetype.Point, k float64) {
	if len(pts) < 2 {
		return
	}
	at := func(i int) (p point, on bool) {
		q := pts[i%len(pts)]
		return point{float64(q.X) * k, -float64(q.Y) * k}, q.Flags&1 != 0
	}
	mid := func(a, b point) point { return point{(a.x + b.x) / 2, (a.y + b.y) / 2} }
	first, on := at(0)
	begin := 1
	if !on {
		begin = 0
		last, lastOn := at(len(pts) - 1)
		if lastOn {
			first = last
		} else {
			first = mid(first, last)
		}
	}
	from, ctrl, waiting := first, point{}, false
	for i := range len(pts) - begin {
		p, on := at(begin + i)
		switch {
		case on && waiting:
			o.curves = append(o.curves, [3]point{from, ctrl, p})
			from, waiting = p, false
		case on:
			o.curves = append(o.curves, [3]point{from, mid(from, p), p})
			from = p
		case waiting:
			m := mid(ctrl, p)
			o.curves = append(o.curves, [3]point{from, ctrl, m})
			from, ctrl = m, p
		default:
			ctrl, waiting = p, true
		}
	}
	if !waiting {
		ctrl = mid(from, first)
	}
	o.curves = append(o.curves, [3]point{from, ctrl, first})
}

func (r *raster) text(l label) {
	size := l.size * r.scale
	sin, cos := math.Sincos(l.angle)
	origin := point{l.at.x * r.scale, l.at.y * r.scale}
	// Letters that stand on a whole pixel have a sharp foot.
	if math.Abs(sin) < 1e-6 {
		origin.y = math.Round(origin.y)
	} else if math.Abs(cos) < 1e-6 {
		origin.x = math.Round(origin.x)
	}
	reach := 2 * size
	w, h := float64(r.cover.w), float64(r.cover.h)
	way := 0.0
	for _, char := range l.text {
		o := r.outline(l.face, char)
		at := point{origin.x + way*cos, origin.y + way*sin}
		way += o.advance * size
		if at.x < -reach || at.y < -reach || at.x > w+reach || at.y > h+reach {
			continue
		}
		if sin == 0 && cos == 1 && at.x >= reach && at.y >= reach && at.x <= w-reach && at.y <= h-reach {
			r.cover.sides(r.sides(cutKey{glyphKey{l.face, char}, size}, o), at)
			continue
		}
		for _, c := range o.curves {
			var d [3]point
			for i, p := range c {
				d[i] = point{at.x + (p.x*cos-p.y*sin)*size, at.y + (p.x*sin+p.y*cos)*size}
			}
			cutQuad(d[0], d[1], d[2], r.cover.line)
		}
	}
	r.cover.paint(r.img, l.color)
}

// cutKey is a letter at a size in device pixels.
type cutKey struct {
	glyphKey
	size float64
}

// side is a straight piece of the outline of an upright letter, in steps from where it stands: whole ones down, since letters
// stand on whole pixels.
type side struct {
	x0, x1 float64
	y0, y1 int
}

// sides cuts a letter into straight pieces, once for each size; level ones cover nothing.
func (r *raster) sides(key cutKey, o *outline) []side {
	if s, ok := r.cut[key]; ok {
		return s
	}
	s := make([]side, 0, 2*len(o.curves))
	steps := func(p point) point { return point{p.x * key.size, p.y * key.size} }
	for _, c := range o.curves {
		cutQuad(steps(c[0]), steps(c[1]), steps(c[2]), func(p, q point) {
			d := side{p.x * sub, q.x * sub, int(math.Round(p.y * sub)), int(math.Round(q.y * sub))}
			if d.y0 != d.y1 {
				s = append(s, d)
			}
		})
	}
	r.cut[key] = s
	return s
}

// sides adds the outline of a letter that stands wholly inside the picture.
func (c *cover) sides(all []side, at point) {
	x, y := at.x*sub, int(at.y)*sub
	for _, s := range all {
		c.steps(int(math.Round(x+s.x0)), y+s.y0, int(math.Round(x+s.x1)), y+s.y1)
	}
}

// cutQuad gives a quadratic curve to line in straight pieces.
func cutQuad(a, b, c point, line func(p, q point)) {
	n := pieces(math.Hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y), 2, letterGap)
	from := a
	for i := 1.0; i <= n; i++ {
		to := c
		if i < n {
			t := i / n
			s := 1 - t
			to = point{s*s*a.x + 2*s*t*b.x + t*t*c.x, s*s*a.y + 2*s*t*b.y + t*t*c.y}
		}
		line(from, to)
		from = to
	}
}
