package chart

// band fills the range around the line of a series, broken where the line is.
func (p *linesPlot) band(i int) {
	ink, _ := p.ink(i)
	fill := mix(ink, p.pal.Paper, bandShare)
	for _, run := range p.pieces[i] {
		// A band is cut where a bound is missing, even where its line goes on.
		var upper, lower []Point
		flush := func() {
			if len(upper) > 1 {
				for k := len(lower) - 1; k >= 0; k-- {
					upper = append(upper, lower[k])
				}
				p.add(Area{Points: upper, Fill: fill})
			}
			upper, lower = nil, nil
		}
		for _, pt := range run {
			m := p.spec.Marks[pt.mark]
			if !hasFigure(m.Low) || !hasFigure(m.High) {
				flush()
				continue
			}
			upper = append(upper, Point{p.x(pt.x), p.y(m.High)})
			lower = append(lower, Point{p.x(pt.x), p.y(m.Low)})
		}
		flush()
	}
}

// strokes draws the lines of a series, a thin dotted link over each gap, and the levels of its means.
func (p *linesPlot) strokes(i int) {
	s := p.all[i]
	ink, _ := p.ink(i)
	line := p.stroke(i)
	runs := p.pieces[i]
	for k, run := range runs {
		if k > 0 && linked(runs[k-1], run, p.step) {
			before := runs[k-1]
			link := Stroke{Color: mix(ink, p.pal.Paper, linkShare), Width: 1.2 * p.k, Dash: []float64{1.2 * p.k, 3.4 * p.k}}
			p.line(link, p.at(before[len(before)-1]), p.at(run[0]))
		}
		points := make([]Point, len(run))
		for j, pt := range run {
			points[j] = p.at(pt)
		}
		p.line(line, points...)
	}
	for _, mark := range s.means {
		m := p.spec.Marks[mark]
		p.across(p.y(lineValue(p.spec, m)), p.x(m.X), p.x(m.XTo), Stroke{Color: mix(ink, p.pal.Paper, linkShare), Width: 4 * p.k})
	}
}

// linked reports whether the gap between two runs is short enough for a dotted link.
func linked(before, after []linePoint, step float64) bool {
	return after[0].x-before[len(before)-1].x <= linkAtMost*step
}

// dots marks the figures of a series that are written or lettered, that no line shows, and its last. A dot without a figure
// would look like a lost one. A figure that is provisional, partial or derived is hollow, wherever it is.
func (p *linesPlot) dots(i int) {
	ink, _ := p.ink(i)
	points := p.all[i].figures()
	single := map[int]bool{} // between two gaps
	for _, run := range p.pieces[i] {
		if len(run) == 1 {
			single[run[0].mark] = true
		}
	}
	many := p.manyHollow(points)
	for k, pt := range points {
		m := p.spec.Marks[pt.mark]
		r := dotRadius * p.k
		if m.Emphasis {
			r *= 1.35
		}
		needed := p.shown[pt.mark] || single[pt.mark] || k == len(points)-1
		switch {
		case isHollow(m) && many && !needed:
			p.marker(i, p.at(pt), r*0.65, p.pal.Paper, Stroke{Color: ink, Width: 1.1 * p.k})
		case isHollow(m):
			p.marker(i, p.at(pt), r, p.pal.Paper, Stroke{Color: ink, Width: 1.7 * p.k})
		case needed:
			p.marker(i, p.at(pt), r, ink, Stroke{})
		}
	}
}

// manyHollow reports whether so many points are hollow that they would hide the line.
func (p *linesPlot) manyHollow(points []linePoint) bool {
	n := 0
	for _, pt := range points {
		if isHollow(p.spec.Marks[pt.mark]) {
			n++
		}
	}
	return n > dotsAtMost
}

// isHollow reports whether a figure is not whole, not final or computed.
func isHollow(m Mark) bool {
	return m.Status == Provisional || m.Status == Partial || m.Status == Derived
}

// makeHits makes every figure readable: on its point, and from the column around it.
func (p *linesPlot) makeHits() {
	r := 6 * p.k
	for i, s := range p.all {
		points := s.figures()
		for k, pt := range points {
			at := p.at(pt)
			from, to := p.plot.X-r, p.plot.Right()+r
			if k > 0 {
				from = (p.x(points[k-1].x) + at.X) / 2
			}
			if k+1 < len(points) {
				to = (p.x(points[k+1].x) + at.X) / 2
			}
			// A point far from its neighbours does not answer for the years between.
			from, to = max(from, at.X-24*p.k), min(to, at.X+24*p.k)
			p.hit(pt.mark, i, Rect{at.X - r, at.Y - r, 2 * r, 2 * r}, Rect{from, p.plot.Y, to - from, p.plot.H})
		}
		for _, mark := range s.means {
			m := p.spec.Marks[mark]
			box := Rect{p.x(m.X), p.y(lineValue(p.spec, m)) - r, p.x(m.XTo) - p.x(m.X), 2 * r}
			p.hit(mark, i, box, box)
		}
	}
}

// keysLines explains hollow points, gaps, bands and means; the lines themselves are named where they end.
func keysLines(c *canvas, spec Spec) []key {
	all := seriesOf(spec)
	step := lineStep(all)
	has := map[string]bool{}
	for _, s := range all {
		runs := s.runs(step)
		for k := 1; k < len(runs); k++ {
			has["gap"] = has["gap"] || linked(runs[k-1], runs[k], step)
		}
		has["mean"] = has["mean"] || len(s.means) > 0
		for _, pt := range s.figures() {
			m := spec.Marks[pt.mark]
			has["hollow"] = has["hollow"] || isHollow(m)
			has["band"] = has["band"] || hasFigure(m.Low) && hasFigure(m.High)
		}
	}
	var keys []key
	for _, k := range []struct {
		name string
		draw func(c *canvas, swatch Rect)
	}{
		{"hollow", func(c *canvas, swatch Rect) {
			c.disc(swatch.Center(), dotRadius*c.k, c.pal.Paper, Stroke{Color: c.pal.Accent, Width: 1.7 * c.k})
		}},
		{"gap", func(c *canvas, swatch Rect) {
			link := Stroke{Color: c.pal.Quiet, Width: 1.2 * c.k, Dash: []float64{1.2 * c.k, 3.4 * c.k}}
			c.across(swatch.Center().Y, swatch.X, swatch.Right(), link)
		}},
		{"band", func(c *canvas, swatch Rect) { c.box(swatch, mix(c.pal.Accent, c.pal.Paper, bandShare), Stroke{}) }},
		{"mean", func(c *canvas, swatch Rect) {
			c.across(swatch.Center().Y, swatch.X, swatch.Right(), Stroke{Color: mix(c.pal.Accent, c.pal.Paper, linkShare), Width: 4 * c.k})
		}},
	} {
		if !has[k.name] {
			continue
		}
		text := spec.Tr.T("chart.lines." + k.name)
		if k.name == "hollow" {
			text = hollowText(spec)
		}
		keys = append(keys, key{k.draw, text})
	}
	return keys
}
