package chart

// key explains one way of drawing: a swatch of 18 by 11 logical pixels and what it means.
type key struct {
	draw func(c *canvas, swatch Rect)
	text string
}

// legend puts keys side by side, and onto further lines where they do not fit.
func (c *canvas) legend(keys []key, width float64) block {
	type piece struct {
		x, top float64
		key    key
		lines  []string
	}
	const gap, wide = 6, 20 // after a swatch, between keys
	s := c.as.legend
	swatch := Rect{0, 0, 18 * c.k, 11 * c.k}
	indent := swatch.W + gap*c.k
	var pieces []piece
	x, top := 0.0, 0.0
	for _, k := range keys {
		needed := indent + c.width(s, k.text)
		if x > 0 && x+needed > width {
			x, top = 0, top+s.lead
		}
		lines := c.wrap(k.text, s, width-indent-x, 0)
		pieces = append(pieces, piece{x, top, k, lines})
		if len(lines) > 1 {
			x, top = 0, top+float64(len(lines))*s.lead
		} else {
			x += needed + wide*c.k
		}
	}
	height := top
	if x > 0 {
		height += s.lead
	}
	return block{height, func(left, y float64) {
		for _, p := range pieces {
			at := swatch
			at.X, at.Y = left+p.x, y+p.top+(s.lead-swatch.H)/2
			p.key.draw(c, at)
			c.lines(left+p.x+indent, y+p.top, p.lines, s, Start)
		}
	}}
}
