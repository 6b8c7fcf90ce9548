package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"
)

// none is no colour.
var none = color.NRGBA{}

func (c *canvas) add(s Shape2D) { c.Shapes = append(c.Shapes, s) }

// line draws through points.
func (c *canvas) line(s Stroke, points ...Point) {
	if len(points) > 1 && s.Width > 0 {
		c.add(Line{points, s})
	}
}

// across draws a horizontal line, down a vertical one.
func (c *canvas) across(y, from, to float64, s Stroke) { c.line(s, Point{from, y}, Point{to, y}) }

func (c *canvas) down(x, from, to float64, s Stroke) { c.line(s, Point{x, from}, Point{x, to}) }

// box fills and outlines a rectangle; the outline lies inside it.
func (c *canvas) box(r Rect, fill color.NRGBA, s Stroke) {
	if r.W <= 0 || r.H <= 0 {
		return
	}
	if s.Width <= 0 {
		c.add(Area{corners(r), fill, Stroke{}})
		return
	}
	in := min(s.Width, r.W, r.H) / 2
	c.add(Area{corners(r), fill, Stroke{}})
	c.add(Area{corners(r.Grow(-in)), none, s})
}

func corners(r Rect) []Point {
	return []Point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}}
}

// disc draws a circle; diamond a square on its corner that looks as large.
func (c *canvas) disc(at Point, radius float64, fill color.NRGBA, s Stroke) {
	c.add(Disc{at, radius, fill, s})
}

func (c *canvas) diamond(at Point, radius float64, fill color.NRGBA, s Stroke) {
	r := radius * 1.3
	c.add(Area{[]Point{{at.X, at.Y - r}, {at.X + r, at.Y}, {at.X, at.Y + r}, {at.X - r, at.Y}}, fill, s})
}

// hatch fills a rectangle with diagonals on paper. Renderers need not clip: each diagonal is cut to the rectangle here.
func (c *canvas) hatch(r Rect, ink, paper color.NRGBA) {
	if r.W <= 0 || r.H <= 0 {
		return
	}
	c.add(Area{corners(r), paper, Stroke{}})
	const gap, width = 6.4, 2.4
	for _, d := range diagonals(r.Grow(-min(width/2, r.W/2, r.H/2)), gap) {
		c.line(Stroke{Color: ink, Width: width}, d[0], d[1])
	}
}

// diagonals returns the pieces inside r of lines that rise to the right, gap apart along the horizontal. Each meets the left
// or lower edge d below or right of the upper left corner.
func diagonals(r Rect, gap float64) [][2]Point {
	const most = 2000
	gap = max(gap, (r.W+r.H)/most)
	var out [][2]Point
	for d := gap / 2; d < r.W+r.H; d += gap {
		low := Point{r.X + max(d-r.H, 0), r.Y + min(d, r.H)}
		high := Point{r.X + min(d, r.W), r.Y + max(d-r.W, 0)}
		out = append(out, [2]Point{low, high})
	}
	return out
}

// gridAir is the free space around a text that a grid line keeps.
const gridAir = 3

// gridBehind puts horizontal grid lines from x0 to x1 behind all shapes from index at on, broken where texts stand on them.
func (c *canvas) gridBehind(at int, x0, x1 float64, ys []float64, s Stroke) {
	c.behind(at, func() {
		for _, y := range ys {
			var holes []span
			for _, b := range c.boxes {
				if b.Y-gridAir < y && y < b.Bottom()+gridAir {
					holes = append(holes, span{b.X - gridAir, b.W + 2*gridAir})
				}
			}
			for _, p := range broken(x0, x1, holes) {
				c.across(y, p.x, p.right(), s)
			}
		}
	})
}

// behind has shapes drawn behind all from index at on.
func (c *canvas) behind(at int, draw func()) {
	over := slices.Clone(c.Shapes[at:])
	c.Shapes = c.Shapes[:at]
	draw()
	c.Shapes = append(c.Shapes, over...)
}

// broken is what holes leave of a line.
func broken(from, to float64, holes []span) []span {
	slices.SortFunc(holes, func(a, b span) int { return cmp.Compare(a.x, b.x) })
	var out []span
	for _, h := range append(holes, span{to, 0}) {
		if end := min(h.x, to); end > from+1 {
			out = append(out, span{from, end - from})
		}
		from = max(from, h.right())
	}
	return out
}

// hit makes a mark readable at box. The reach is where the pointer reads it; it is grown to a size that can be hit and held
// to the drawing. Marks of one track follow each other with the left and right keys.
func (c *canvas) hit(mark, track int, box, reach Rect) {
	const least = 12
	reach = union(reach, box)
	if d := least - reach.W; d > 0 {
		reach.X, reach.W = reach.X-d/2, least
	}
	if d := least - reach.H; d > 0 {
		reach.Y, reach.H = reach.Y-d/2, least
	}
	frame := Rect{0, 0, c.W, c.H}
	box = within(box, frame)
	c.Hits = append(c.Hits, Hit{mark, track, box, within(reach, frame), Point{box.Center().X, box.Y}})
}

// within cuts r to frame; what lies outside becomes a box without area on its edge.
func within(r, frame Rect) Rect {
	x0, x1 := hold(r.X, frame.X, frame.Right()), hold(r.Right(), frame.X, frame.Right())
	y0, y1 := hold(r.Y, frame.Y, frame.Bottom()), hold(r.Bottom(), frame.Y, frame.Bottom())
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// hold returns v held between lo and hi; what is no number is lo.
func hold(v, lo, hi float64) float64 {
	if math.IsNaN(v) {
		return lo
	}
	return min(max(v, lo), hi)
}
