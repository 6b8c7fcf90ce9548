package chart

import "math"

// draw draws the mark of a row: a bar with closed ends, a dot for the figure itself, dashes and an arrow at an open end.
func (t *rangesTable) draw(m Mark, y float64) {
	s := spanOn(t.spec, m)
	line := Stroke{Color: t.pal.Second, Width: 3 * t.k}
	if m.Emphasis {
		line = Stroke{Color: t.pal.Accent, Width: 4 * t.k}
	}
	if m.Status == Derived {
		line.Dash = []float64{5 * t.k, 2.5 * t.k}
	}
	least, most := s.ends()
	lo, hi := t.reach(m)
	if s.openHigh {
		t.openEnd(t.scale.at(most), hi, y, t.pal.Accent)
	}
	if s.openLow {
		t.openEnd(t.scale.at(least), lo, y, t.pal.Accent)
	}
	if most > least {
		t.across(y, t.scale.at(least), t.scale.at(most), line)
	}
	closing := Stroke{Color: line.Color, Width: 2 * t.k}
	// An open end has no stroke that closes it, and a point that is all there is has none either.
	for _, end := range []float64{s.lo, s.hi} {
		if !math.IsNaN(end) && (end != s.mid || most > least) {
			x := t.scale.at(end)
			t.down(x, y-capHeight*t.k/2, y+capHeight*t.k/2, closing)
		}
	}
	if math.IsNaN(s.mid) {
		return
	}
	t.rangeDot(m.Status, Point{t.scale.at(s.mid), y})
}

// rangeDot is filled for a figure as it was given, hollow for one that was derived.
func (c *canvas) rangeDot(status Status, at Point) {
	r := (claimRadius + 0.4) * c.k
	if status == Derived || status == Provisional || status == Partial {
		c.disc(at, r-0.8*c.k, c.pal.Paper, Stroke{Color: c.pal.Accent, Width: 1.8 * c.k})
		return
	}
	c.disc(at, r, c.pal.Accent, Stroke{})
}

// setFigure sets the figure where [rangesTable.figurePlace] found room.
func (t *rangesTable) setFigure(r rangeCells, y float64) {
	if r.below {
		lo, hi := t.reach(r.mark)
		t.setLines(r, (lo+hi)/2, y+t.as.value.lead)
		return
	}
	x, align, _ := t.figurePlace(r.mark, r.figure[0])
	t.figure(Point{x, r.figureFace.middle(y)}, r.figure[0], r.mark.Letters, r.figureFace, align)
}

// setLines sets the lines of a figure centred on x as far as the axis has room, the first line centred on y.
func (t *rangesTable) setLines(r rangeCells, x, y float64) {
	for i, line := range r.figure {
		letters := ""
		if i == len(r.figure)-1 {
			letters = r.mark.Letters
		}
		half := t.width(r.figureFace, line) / 2
		at := hold(x, t.zone.x+half, t.zone.right()-half-t.lettersWidth(letters))
		t.figure(Point{at, r.figureFace.middle(y + float64(i)*t.as.value.lead)}, line, letters, r.figureFace, Middle)
	}
}

// keysRanges explains the marks that the table has.
func keysRanges(c *canvas, spec Spec) []key {
	has := map[string]bool{"log": spec.Log}
	for _, m := range spec.Marks {
		s := spanOn(spec, m)
		least, most := s.ends()
		derived := m.Status == Derived
		has["words"] = has["words"] || s.none() && m.Written != ""
		has["point"] = has["point"] || !math.IsNaN(s.mid) && !derived
		has["derived"] = has["derived"] || derived && !s.none()
		has["range"] = has["range"] || most > least && !derived
		has["open"] = has["open"] || s.openLow || s.openHigh
	}
	var keys []key
	for _, k := range []struct {
		name string
		draw func(c *canvas, swatch Rect)
	}{
		{"point", func(c *canvas, swatch Rect) { c.rangeDot(Final, swatch.Center()) }},
		{"range", func(c *canvas, swatch Rect) {
			c.rangeBar(swatch.X, swatch.Right(), swatch.Center().Y, Stroke{Color: c.pal.Second, Width: 3 * c.k}, capHeight*c.k)
		}},
		{"derived", func(c *canvas, swatch Rect) {
			line := Stroke{Color: c.pal.Second, Width: 3 * c.k, Dash: []float64{5 * c.k, 2.5 * c.k}}
			c.across(swatch.Center().Y, swatch.X, swatch.Right(), line)
			c.rangeDot(Derived, swatch.Center())
		}},
		{"open", func(c *canvas, swatch Rect) { c.openEnd(swatch.X, swatch.Right(), swatch.Center().Y, c.pal.Accent) }},
		{"words", func(c *canvas, swatch Rect) {
			c.hatch(swatch, c.pal.Rule, c.pal.Paper)
			c.box(swatch, none, Stroke{Color: c.pal.Rule, Width: 1})
		}},
		{"log", func(c *canvas, swatch Rect) { c.logSwatch(swatch) }},
	} {
		if has[k.name] {
			keys = append(keys, key{k.draw, spec.Tr.T("chart.ranges." + k.name)})
		}
	}
	return keys
}

// logSwatch shows ticks that draw together, as on a logarithmic axis.
func (c *canvas) logSwatch(r Rect) {
	c.across(r.Bottom(), r.X, r.Right(), Stroke{Color: c.pal.Quiet, Width: 1})
	for _, v := range []float64{1, 2, 5, 10} {
		x := r.X + r.W*math.Log10(v)
		c.down(x, r.Y+r.H*0.3, r.Bottom(), Stroke{Color: c.pal.Quiet, Width: 1})
	}
}
