package chart

import (
	"image/color"
	"slices"

	"doublefix/app/look"
)

// curves draws the line of a series from column to column, and dotted over those in which it has no figure.
func (p *bumpPlot) curves(l slopeLine) {
	s := p.stroke(l)
	s.Width = bumpLine * p.k
	if l.strong {
		s.Width = 1.3 * bumpLine * p.k
	}
	for k := 1; k < len(l.points); k++ {
		a, b := l.points[k-1], l.points[k]
		if a.column == b.column {
			continue
		}
		stroke := s
		if !p.follows(a, b) {
			stroke = p.gapStroke(s.Color)
		}
		p.line(stroke, curve(p.at(a), p.at(b))...)
	}
}

// follows reports whether no point in time between two marks is left out.
func (p *bumpPlot) follows(a, b slopePoint) bool {
	const hair = 1.5
	named := len(p.spec.Columns) > 0
	return b.column == a.column+1 && (named || p.columns[b.column]-p.columns[a.column] < hair*p.step)
}

func (p *bumpPlot) gapStroke(ink color.NRGBA) Stroke {
	const share = 0.75
	return Stroke{Color: mix(ink, p.pal.Paper, share), Width: 1.4 * p.k, Dash: []float64{1.4 * p.k, 3.4 * p.k}}
}

// curve is a way from one point to the next that leaves and arrives level.
func curve(a, b Point) []Point {
	if a.Y == b.Y {
		return []Point{a, b}
	}
	const parts = 16
	out := make([]Point, parts+1)
	for i := range out {
		t := float64(i) / parts
		rise := t * t * (3 - 2*t)
		out[i] = Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*rise}
	}
	return out
}

// ties puts a field behind the marks that share a place.
func (p *bumpPlot) ties() {
	r := p.radius + 3*p.k
	for _, pts := range p.sharing() {
		first, last := p.at(pts[0]), p.at(pts[len(pts)-1])
		field := within(Rect{first.X - r, first.Y - r, 2 * r, last.Y - first.Y + 2*r}, p.inner)
		p.box(field, p.pal.Band, Stroke{Color: p.pal.Grey, Width: 1})
	}
}

// mark draws the place of a series in a column. A figure that is not whole, not final or computed is hollow.
func (p *bumpPlot) mark(l slopeLine, pt slopePoint) {
	m, at := p.spec.Marks[pt.mark], p.at(pt)
	fill, _ := p.ink(l)
	ring := Stroke{}
	if m.Emphasis && !l.strong {
		ring = Stroke{Color: p.pal.Ink, Width: 2 * p.k}
	}
	ink, _ := p.onFill(fill)
	if isHollow(m) || look.Contrast(ink, fill) < 4.5 {
		ring = Stroke{Color: fill, Width: 2 * p.k}
		fill, ink = p.pal.Paper, p.pal.Ink
	}
	if !p.number {
		p.seriesMarker(p.place(l), at, p.radius, fill, ring)
		return
	}
	p.disc(at, p.radius-ring.Width/2, fill, ring)
	text := p.tr.Int(p.rank[pt.mark].place)
	if p.rank[pt.mark].tied {
		text += "="
	}
	s := p.as.value.in(ink)
	s.role = "place"
	for s.size = min(s.size, 1.15*p.radius); s.size > 8*p.k; s.size -= 0.5 {
		if p.width(s, text) <= 1.7*p.radius {
			p.text(Point{at.X, s.middle(at.Y)}, text, s, Middle)
			return
		}
	}
}

// keysBump names the lines that are named at neither end, and explains what is hollow, dotted and shared.
func keysBump(c *canvas, spec Spec) []key {
	p := newBump(c, spec, c.inner.W)
	var keys []key
	add := func(on bool, text string, draw func(c *canvas, swatch Rect)) {
		if on {
			keys = append(keys, key{draw, text})
		}
	}
	hollow, gap, tied := false, false, false
	for _, l := range p.all {
		for k, pt := range l.points {
			hollow = hollow || isHollow(spec.Marks[pt.mark])
			gap = gap || k > 0 && !p.follows(l.points[k-1], pt) && l.points[k-1].column != pt.column
			tied = tied || p.rank[pt.mark].tied
		}
		_, atRight := l.last(len(p.columns))
		_, atLeft := l.first()
		add(!atRight && (!atLeft || !p.leftNamed) && l.title != "", l.title, func(c *canvas, swatch Rect) {
			ink, _ := p.ink(l)
			c.across(swatch.Center().Y, swatch.X, swatch.Right(), p.stroke(l))
			c.disc(swatch.Center(), dotRadius*c.k, ink, Stroke{})
		})
	}
	add(hollow, hollowText(spec), func(c *canvas, swatch Rect) {
		c.disc(swatch.Center(), dotRadius*c.k, c.pal.Paper, Stroke{Color: c.pal.Accent, Width: 1.7 * c.k})
	})
	add(gap, spec.Tr.T("chart.lines.gap"), func(c *canvas, swatch Rect) {
		c.across(swatch.Center().Y, swatch.X, swatch.Right(), p.gapStroke(c.pal.Quiet))
	})
	add(unevenPlaces(p.rank), spec.Tr.T("chart.bump.uneven"), func(c *canvas, swatch Rect) {
		c.down(swatch.Center().X, swatch.Y, swatch.Bottom(), Stroke{Color: c.pal.Quiet, Width: 1})
	})
	add(tied, spec.Tr.T("chart.bump.tied"), func(c *canvas, swatch Rect) {
		c.box(swatch, c.pal.Band, Stroke{Color: c.pal.Grey, Width: 1})
		for _, x := range []float64{0.28, 0.72} {
			c.disc(Point{swatch.X + x*swatch.W, swatch.Center().Y}, 0.75*dotRadius*c.k, c.pal.Accent, Stroke{})
		}
	})
	return slices.Clip(keys)
}
