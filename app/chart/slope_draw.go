package chart

// keysSlope names the lines that are named at neither end, and explains hollow points.
func keysSlope(c *canvas, spec Spec) []key {
	p := newSlope(c, spec, c.inner.W)
	var keys []key
	hollow := false
	for _, l := range p.all {
		for _, pt := range l.points {
			hollow = hollow || isHollow(spec.Marks[pt.mark])
		}
		_, atRight := l.last(len(p.columns))
		_, atLeft := l.first()
		if atRight || atLeft && p.leftNamed || l.title == "" {
			continue
		}
		keys = append(keys, key{func(c *canvas, swatch Rect) {
			ink, _ := p.ink(l)
			c.across(swatch.Center().Y, swatch.X, swatch.Right(), p.stroke(l))
			c.seriesMarker(p.place(l), swatch.Center(), dotRadius*c.k, ink, Stroke{})
		}, l.title})
	}
	if hollow {
		keys = append(keys, key{func(c *canvas, swatch Rect) {
			c.disc(swatch.Center(), dotRadius*c.k, c.pal.Paper, Stroke{Color: c.pal.Accent, Width: 1.7 * c.k})
		}, hollowText(spec)})
	}
	return keys
}

// stroke is how a line is drawn: the finding solid and thicker.
func (p *slopePlot) stroke(l slopeLine) Stroke {
	ink, _ := p.ink(l)
	s := p.seriesStroke(p.place(l))
	s.Color = ink
	if l.strong {
		s.Width, s.Dash = 3*p.k, nil
	}
	return s
}

// strokes draws a line and its points. It is broken where a column between two figures has none.
func (p *slopePlot) strokes(l slopeLine) {
	s := p.stroke(l)
	for k := 1; k < len(l.points); k++ {
		if a, b := l.points[k-1], l.points[k]; b.column == a.column+1 {
			p.line(s, p.at(a), p.at(b))
		}
	}
	for _, pt := range l.points {
		r := 1.2 * dotRadius * p.k
		if isHollow(p.spec.Marks[pt.mark]) {
			p.seriesMarker(p.place(l), p.at(pt), r, p.pal.Paper, Stroke{Color: s.Color, Width: 1.7 * p.k})
			continue
		}
		p.seriesMarker(p.place(l), p.at(pt), r, s.Color, Stroke{})
	}
}

// setEnds sets names and figures beside the first (side −1) or last column, pushed apart, with a thin leader where one stands
// off its point.
func (p *slopePlot) setEnds(ends []slopeEnd, side int) {
	wants := make([]stretch, len(ends))
	for i, e := range ends {
		h := e.height(p.canvas)
		wants[i] = stretch{p.at(e.point).Y - h/2, h}
	}
	tops, _ := spread(wants, p.plot.Y-6*p.k, p.plot.Bottom()+6*p.k, 0)
	for i, e := range ends {
		at := p.at(e.point)
		x := at.X + float64(side)*slopeGap*p.k
		y := tops[i] + wants[i].len/2
		if off := y - at.Y; off > 5*p.k || off < -5*p.k {
			ink, _ := p.ink(p.all[e.line])
			from := Point{at.X + float64(side)*5*p.k, at.Y}
			p.line(Stroke{Color: mix(ink, p.pal.Paper, 0.6), Width: 1}, from, Point{x - float64(side)*2*p.k, y})
		}
		p.named[e.point.mark] = p.setEnd(e, Point{x, tops[i] + p.k}, side)
	}
}

// setEnd sets the lines of a name from the top down, held to the drawing, and returns their box.
func (p *slopePlot) setEnd(e slopeEnd, at Point, side int) Rect {
	all := Rect{at.X, at.Y, 0, 0}
	for k, line := range e.lines {
		letters := ""
		if k == len(e.lines)-1 {
			letters = e.letters
		}
		base := Point{at.X, at.Y + float64(k)*e.style.lead + p.rise(e.style)}
		if side > 0 {
			all = union(all, p.figureWithin(base, line, letters, e.style, p.inner.Right()))
			continue
		}
		room := at.X - p.inner.X
		if p.figureBox(Point{}, line, letters, e.style, Start).W > room+0.5 {
			letters = ""
		}
		all = union(all, p.figure(base, p.shorten(line, e.style, room+0.5), letters, e.style, End))
	}
	return all
}

// figuresBetween writes the figures that stand at no end over or under their points, as far as nothing is in the way.
// Figures with letters go first, and further off if they must: notes explain these letters.
func (p *slopePlot) figuresBetween() {
	for _, lettered := range []bool{true, false} {
		for _, l := range p.all {
			for _, pt := range l.points {
				m := p.spec.Marks[pt.mark]
				first := pt.column == 0 && len(p.left) > 0
				if first || pt.column == len(p.columns)-1 || (m.Letters != "") != lettered {
					continue
				}
				p.figureAt(l, pt, m)
			}
		}
	}
}

// figureAt looks for a free place around a point.
func (p *slopePlot) figureAt(l slopeLine, pt slopePoint, m Mark) {
	_, ink := p.ink(l)
	s, at := p.as.value.in(ink), p.at(pt)
	text := stackFigure(p.spec, m)
	w := p.figureBox(Point{}, text, m.Letters, s, Start).W
	rounds := 1
	if m.Letters != "" {
		rounds = 5
	}
	for round := range rounds {
		far := float64(round) * 14 * p.k
		for _, dy := range []float64{-(10*p.k + far), 8*p.k + 0.72*s.size + far} {
			for _, dx := range []float64{-w / 2, 5 * p.k, -w - 5*p.k} {
				to := Point{at.X + dx, at.Y + dy}
				box := p.figureBox(to, text, m.Letters, s, Start)
				if !encloses(p.room(), box) || !p.free(box.Grow(2*p.k)) || p.crossed(box.Grow(p.k)) {
					continue
				}
				if round > 0 {
					end := Point{hold(at.X, box.X, box.Right()), box.Bottom() + 1}
					if dy > 0 {
						end.Y = box.Y - 1
					}
					p.line(Stroke{Color: mix(ink, p.pal.Paper, 0.6), Width: 1}, at, end)
				}
				p.box(box.Grow(1), p.pal.Paper, Stroke{}) // the line of the column ends at it
				p.figure(to, text, m.Letters, s, Start)
				return
			}
		}
	}
}

// room is where figures between the ends may stand: off the columns at the ends, and between the heads of the columns and what
// stands under the plot.
func (p *slopePlot) room() Rect {
	return within(Rect{p.plot.X + 2, p.plot.Y - 6*p.k, p.plot.W - 4, p.plot.H + 12*p.k}, p.inner)
}

// crossed reports whether a line or a point runs through r.
func (p *slopePlot) crossed(r Rect) bool {
	for _, l := range p.all {
		for k, pt := range l.points {
			if r.Grow(3 * p.k).Contains(p.at(pt)) {
				return true
			}
			if k > 0 && pt.column == l.points[k-1].column+1 && cuts(r, p.at(l.points[k-1]), p.at(pt)) {
				return true
			}
		}
	}
	return false
}
