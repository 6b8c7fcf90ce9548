package chart

import "slices"

// Sizes of the ring around a marked figure, at text factor 1.
const (
	ringWidth = 2.5
	ringEdge  = 1.0  // the ink on both sides of it, so that it is seen in grey as well
	ringRoom  = 14.0 // the least side of a box whose ring may lie inside it
)

// ring frames a figure: amber between two lines of ink. A side that would lie on a text moves in or out, or is left away. Where
// texts are everywhere, the ring is amber alone and lies behind them.
func (c *canvas) ring(h Hit) {
	width := ringWidth * c.k
	ink, amber := Stroke{Color: c.pal.Ink, Width: width + 2*ringEdge}, Stroke{Color: c.pal.Amber, Width: width}
	if outline := c.outlines[h.Mark]; len(outline) > 2 {
		c.add(Area{Points: outline, Stroke: ink})
		c.add(Area{Points: outline, Stroke: amber})
		return
	}
	if c.circle(h.Box, ink, amber) {
		return
	}
	sides := c.ringSides(h.Box, ink.Width/2)
	if len(sides) < 2 {
		c.ringBehind(h.Box, amber)
		return
	}
	for _, s := range []Stroke{ink, amber} {
		for _, side := range sides {
			from, to := side[0], side[1]
			if from.X == to.X {
				from.Y, to.Y = from.Y-s.Width/2, to.Y+s.Width/2
			} else {
				from.X, to.X = from.X-s.Width/2, to.X+s.Width/2
			}
			c.line(s, from, to)
		}
	}
}

// circle rings a small mark, where no text stands too close for that.
func (c *canvas) circle(box Rect, strokes ...Stroke) bool {
	if most := ringRoom * c.k; box.W > most || box.H > most {
		return false
	}
	at, half := box.Center(), strokes[0].Width/2
	for _, off := range []float64{3.5, 3, 2.5} {
		radius := max(box.W, box.H)/2 + off*c.k
		outer := radius + half
		if !(Rect{outer, outer, c.W - 2*outer, c.ownEnd - 2*outer}).Contains(at) || c.near(at, outer) {
			continue
		}
		for _, s := range strokes {
			c.disc(at, radius, none, s)
		}
		return true
	}
	return false
}

// ringBehind rings a mark under the texts around it.
func (c *canvas) ringBehind(box Rect, amber Stroke) {
	r := c.heldIn(box.Grow(3*c.k), amber.Width)
	var ring Shape2D = Area{Points: corners(r), Stroke: amber}
	if most := ringRoom * c.k; box.W <= most && box.H <= most {
		ring = Disc{r.Center(), min(r.W, r.H) / 2, none, amber}
	}
	at := slices.IndexFunc(c.Shapes, func(s Shape2D) bool {
		l, ok := s.(Label)
		return ok && l.Box().Overlaps(r.Grow(amber.Width))
	})
	if at < 0 {
		at = len(c.Shapes)
	}
	c.Shapes = slices.Insert(c.Shapes, at, ring)
}

// near reports whether a text stands within a distance of a point.
func (c *canvas) near(at Point, distance float64) bool {
	for _, b := range c.boxes {
		if p := b.nearest(at); square(p.X-at.X)+square(p.Y-at.Y) < square(distance) {
			return true
		}
	}
	return false
}

// ringSides are the sides of a frame around a box that lie on no text: all four but where texts stand close. half is that of the
// width of its lines.
func (c *canvas) ringSides(box Rect, half float64) [][2]Point {
	offsets := []float64{4, 3, 5, 2, 6}
	if least := min(box.W, box.H); least >= ringRoom*c.k {
		offsets = []float64{0, 1, -1, 2, -2, 3, 4}
		if least >= 2*ringRoom*c.k {
			offsets = append(offsets, -3, -4, -5)
		}
	}
	near := make([]Rect, 0, 16)
	for _, b := range c.boxes {
		if b.Overlaps(box.Grow(7*c.k + half)) {
			near = append(near, b)
		}
	}
	reach := max(offsets[0], 0) * c.k
	frame, clear := box, [4]bool{}
	for i := range clear {
		for _, off := range offsets {
			at := ringSide(box, i, off*c.k, reach)
			if c.holdsLine(at, half) && !touches(near, lineBox(at, half)) {
				frame, clear[i] = frame.moved(i, off*c.k), true
				break
			}
		}
	}
	frame = c.heldIn(frame, half)
	var out [][2]Point
	for i := range clear {
		if side := ringSide(frame, i, 0, 0); clear[i] && !touches(near, lineBox(side, half)) { // other sides may have made it longer
			out = append(out, side)
		}
	}
	return out
}

// ringSide is a side of a box, from the top clockwise, moved out by off and longer by reach at both ends.
func ringSide(r Rect, side int, off, reach float64) [2]Point {
	left, right, top, bottom := r.X-reach, r.Right()+reach, r.Y-reach, r.Bottom()+reach
	switch side {
	case 0:
		return [2]Point{{left, r.Y - off}, {right, r.Y - off}}
	case 1:
		return [2]Point{{r.Right() + off, top}, {r.Right() + off, bottom}}
	case 2:
		return [2]Point{{left, r.Bottom() + off}, {right, r.Bottom() + off}}
	}
	return [2]Point{{r.X - off, top}, {r.X - off, bottom}}
}

// moved returns r with one side moved out by off.
func (r Rect) moved(side int, off float64) Rect {
	switch side {
	case 0:
		return Rect{r.X, r.Y - off, r.W, r.H + off}
	case 1:
		return Rect{r.X, r.Y, r.W + off, r.H}
	case 2:
		return Rect{r.X, r.Y, r.W, r.H + off}
	}
	return Rect{r.X - off, r.Y, r.W + off, r.H}
}

// lineBox is what a line covers.
func lineBox(line [2]Point, half float64) Rect {
	a, b := line[0], line[1]
	return Rect{min(a.X, b.X) - half, min(a.Y, b.Y) - half, max(a.X, b.X) - min(a.X, b.X) + 2*half, max(a.Y, b.Y) - min(a.Y, b.Y) + 2*half}
}

// holdsLine reports whether a line lies within the drawing across its direction.
func (c *canvas) holdsLine(line [2]Point, half float64) bool {
	if line[0].X == line[1].X {
		return line[0].X >= half && line[0].X <= c.W-half
	}
	return line[0].Y >= half && line[0].Y <= c.ownEnd-half
}

func touches(boxes []Rect, r Rect) bool {
	for _, b := range boxes {
		if b.Overlaps(r) {
			return true
		}
	}
	return false
}

// heldIn cuts a box so that a broad line around it stays in the drawing.
func (c *canvas) heldIn(r Rect, half float64) Rect {
	edge := 2 * half
	x, y := max(r.X, edge), max(r.Y, edge)
	return Rect{x, y, max(min(r.Right(), c.W-edge)-x, 1), max(min(r.Bottom(), c.ownEnd-edge)-y, 1)}
}
