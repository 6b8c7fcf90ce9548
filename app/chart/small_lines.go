package chart

import "math"

// The size of a point and the room behind it in a card.
const (
	smallDot = 3.0
	smallAir = 6.0
)

// smallPlot is where the lines of a card stand.
type smallPlot struct {
	field         Rect
	from, to, top float64 // the ends of the axis, and the value at the top
	bottom        float64 // the value there; more than top where values are places
}

func (p smallPlot) at(pt linePoint) Point {
	x := p.field.X
	if p.to > p.from {
		x += p.field.W * (pt.x - p.from) / (p.to - p.from)
	}
	return Point{x, p.field.Bottom() - p.field.H*hold((pt.y-p.bottom)/(p.top-p.bottom), 0, 1)}
}

// smallLines draws every series as a line from zero upwards, with its last figure where there is room for it.
func (c *canvas) smallLines(spec Spec) {
	series := seriesOf(spec)
	p := smallPlot{from: math.Inf(1), to: math.Inf(-1)}
	var all []Series
	room := 0.0
	for _, s := range series {
		all = append(all, s.Series)
		room = max(room, c.width(c.as.value, c.lastOf(spec, s)))
		for _, pt := range s.figures() {
			p.from, p.to, p.top = min(p.from, pt.x), max(p.to, pt.x), max(p.top, pt.y)
		}
	}
	if len(series) == 0 || p.top <= 0 {
		c.nothing(c.inner)
		return
	}
	if spec.Places {
		p.top, p.bottom = 1, max(p.top, 2)
		if spec.Form == Bump {
			p.bottom += 0.4 // the name of the last one stands clear of the axis
		}
	}
	from, to := yearText(p.from), yearText(p.to)
	if spec.Form == Slope {
		from, to = spec.columnText(p.from), spec.columnText(p.to)
	}
	plot, lead := c.smallAxis(from, to), c.as.value.lead
	p.field = Rect{plot.X + smallDot, plot.Y + lead/2, plot.W - 2*smallDot - smallAir - min(room, plot.W/2), plot.H - lead/2 - smallDot}
	step := lineStep(series)
	if spec.Form == Slope {
		step = math.Inf(1) // its columns may stand any time apart
	}
	for i, s := range series {
		place := seriesPlace(all, i)
		for _, run := range s.runs(step) {
			c.smallRun(p, place, run)
		}
		c.smallEnds(p, place, spec, s)
	}
}

// smallRun draws a line through points without a gap; a point alone is a dot.
func (c *canvas) smallRun(p smallPlot, place int, run []linePoint) {
	var points []Point
	for _, pt := range run {
		points = append(points, p.at(pt))
	}
	c.line(c.seriesStroke(place), points...)
	if len(points) == 1 {
		ink, _ := c.seriesInk(place)
		c.disc(points[0], smallDot-0.5, ink, Stroke{})
	}
}

// smallEnds writes the last figure of a series behind its last point, of a slope the first one under its first too.
func (c *canvas) smallEnds(p smallPlot, place int, spec Spec, s lineSeries) {
	figures := s.figures()
	if len(figures) == 0 {
		return
	}
	line, ink := c.seriesInk(place)
	style := c.as.value.in(ink)
	write := func(at Point, text string) {
		if c.free(c.textBox(at, text, style, Start).Grow(1)) {
			c.text(at, text, style, Start)
		}
	}
	if spec.Form == Slope {
		start := p.at(figures[0])
		write(Point{start.X - smallDot, start.Y + c.as.value.lead}, figureText(spec, spec.Marks[figures[0].mark]))
	}
	end := p.at(figures[len(figures)-1])
	c.disc(end, smallDot, line, Stroke{})
	write(Point{end.X + smallAir, c.as.value.middle(end.Y)}, c.lastOf(spec, s))
}

// lastOf is the last figure of a series.
func (c *canvas) lastOf(spec Spec, s lineSeries) string {
	figures := s.figures()
	if len(figures) == 0 {
		return ""
	}
	return figureText(spec, spec.Marks[figures[len(figures)-1].mark])
}
