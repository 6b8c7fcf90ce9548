package chart

import "image/color"

// pattern tells bars of series apart where colours look alike. None of them is the hatch of a part of a period, which rises.
type pattern int

const (
	plainFill pattern = iota
	alongFill         // stripes along the bar
	acrossFill
	fallingFill // diagonals that fall
	checkFill   // along and across
)

// groupFill is the colour and the pattern of the bars of a series.
type groupFill struct {
	ink     color.NRGBA
	pattern pattern
}

func (c *canvas) groupFill(spec Spec, series int) groupFill {
	place := seriesPlace(spec.Series, series)
	ink, _ := c.seriesInk(place)
	switch place {
	case 0:
		return groupFill{ink, plainFill}
	case 1:
		return groupFill{ink, alongFill}
	case 2:
		return groupFill{ink, acrossFill}
	case 3:
		return groupFill{ink, fallingFill}
	case 4:
		return groupFill{ink, checkFill}
	}
	if len(spec.Series) < 2 {
		return groupFill{c.pal.Tint, plainFill}
	}
	return groupFill{ink, plainFill}
}

// groupBar paints a bar of a series as its status asks: plain, hatched for part of a period, in a dashed frame for derived, in a
// frame for provisional. The finding has a frame of ink.
func (c *canvas) groupBar(r Rect, m Mark, f groupFill, lying bool) {
	const soft = 0.2
	outline := Stroke{Color: f.ink, Width: 1.5}
	switch m.Status {
	case Partial:
		c.hatch(r, f.ink, c.pal.Paper)
		c.box(r, none, outline)
	case Derived:
		outline.Dash = []float64{5, 3}
		c.box(r, mix(f.ink, c.pal.Paper, soft), outline)
	case Provisional:
		c.box(r, mix(f.ink, c.pal.Paper, soft), outline)
	case Final:
		fallthrough
	default:
		c.box(r, f.ink, Stroke{})
		c.texture(r, f, lying)
		if c.pal.Framed() {
			c.box(r, none, c.outlined())
		}
	}
	if m.Emphasis {
		c.box(r, none, Stroke{Color: c.pal.Ink, Width: 2})
	}
}

// texture draws the pattern of a fill into a bar, in a shade of its own colour.
func (c *canvas) texture(r Rect, f groupFill, lying bool) {
	const wide, near, most, tone = 1.2, 5.5, 400, 0.42
	s := Stroke{Color: mix(c.pal.Paper, f.ink, tone), Width: wide}
	if r.W < 2*wide || r.H < 2*wide {
		return
	}
	stripes := func(from, length float64, draw func(at float64)) {
		gap := max(near, length/most)
		n := int(length / gap)
		for i := range n {
			draw(from + (length-float64(n-1)*gap)/2 + float64(i)*gap)
		}
	}
	upright := func() { stripes(r.X, r.W, func(x float64) { c.down(x, r.Y, r.Bottom(), s) }) }
	level := func() { stripes(r.Y, r.H, func(y float64) { c.across(y, r.X, r.Right(), s) }) }
	if lying {
		upright, level = level, upright
	}
	switch f.pattern {
	case alongFill:
		upright()
	case acrossFill:
		level()
	case checkFill:
		upright()
		level()
	case fallingFill:
		for _, d := range diagonals(r.Grow(-wide/2), 1.4*near) {
			a, b := d[0], d[1] // mirrored, they fall
			c.line(s, Point{r.X + r.Right() - a.X, a.Y}, Point{r.X + r.Right() - b.X, b.Y})
		}
	case plainFill:
	}
}

// keysGrouped explains hatch and dash; the series are named over the plot.
func keysGrouped(c *canvas, spec Spec) []key {
	k := barKindsOf(spec, false)
	if len(k.status) == 0 && !k.whisker {
		return nil
	}
	year := clustersOf(spec).inYears()
	fill := groupFill{c.pal.Quiet, plainFill}
	var keys []key
	if k.plain || k.strong {
		keys = append(keys, key{func(c *canvas, r Rect) { c.box(r, fill.ink, Stroke{}) }, c.tr.T(yearly("chart.key.final", year))})
	}
	for _, s := range []struct {
		status Status
		key    string
	}{{Provisional, "chart.key.provisional"}, {Derived, "chart.key.derived"}, {Partial, yearly("chart.key.partial", year)}} {
		if k.status[s.status] {
			text := c.tr.T(s.key)
			if s.status == Derived {
				text = derivedText(spec)
			}
			keys = append(keys, key{func(c *canvas, r Rect) { c.groupBar(r, Mark{Status: s.status}, fill, true) }, text})
		}
	}
	if k.whisker {
		keys = append(keys, whiskerKey(c))
	}
	return keys
}
