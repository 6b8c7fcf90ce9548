package chart

import (
	"image/color"
	"math"
	"slices"
)

// linesPlot is the lines form while it is laid out.
type linesPlot struct {
	*canvas
	spec   Spec
	all    []lineSeries
	pieces [][][]linePoint // of each series: the runs between its gaps
	flat   [][]linePoint   // the runs of all series
	step   float64         // distance of neighbouring places on the x axis
	lo, hi float64         // the x axis from end to end
	plot   Rect
	y      func(v float64) float64
	ends   []endLabel
	endsAt float64      // where the names of the lines begin
	shown  map[int]bool // marks whose figure or letters are written, so that they need a dot
}

// Sizes of the lines form at text factor 1.
const (
	lineLeast  = 180.0 // height of the plot
	lineWidth  = 2.2
	dotRadius  = 3.2
	lineFoot   = 24.0 // the labels of the years under the plot
	endGap     = 12.0 // between the plot and the names of the lines
	bandShare  = 0.16 // of its colour that a band keeps on paper
	linkShare  = 0.55 // the same for the dotted link over a gap
	dotsAtMost = 14   // hollow dots on one line; more of them are drawn small
	linkAtMost = 4    // steps of the axis that a dotted link may span; over a longer gap it would look like a trend
)

func newLines(c *canvas, spec Spec, width float64) *linesPlot {
	p := &linesPlot{canvas: c, spec: spec, all: seriesOf(spec), shown: map[int]bool{}}
	p.step = lineStep(p.all)
	for _, s := range p.all {
		p.pieces = append(p.pieces, s.runs(p.step))
	}
	p.flat = slices.Concat(p.pieces...)
	p.lo, p.hi = math.Inf(1), math.Inf(-1)
	for _, s := range p.all {
		for _, pt := range s.points {
			p.lo, p.hi = min(p.lo, pt.x), max(p.hi, pt.x)
		}
		for _, i := range s.means {
			p.lo, p.hi = min(p.lo, spec.Marks[i].X), max(p.hi, spec.Marks[i].XTo)
		}
	}
	p.ends = p.endLabels(width)
	return p
}

// leastLines is the height at which the names of the lines still stand below each other.
func leastLines(c *canvas, spec Spec, width float64) float64 {
	p := newLines(c, spec, width)
	stack, inside := 0.0, 0
	for _, e := range p.ends {
		if e.edge {
			stack += e.height(c)
		} else {
			inside++
		}
	}
	// Names within the plot stand between the lines, which have to be that far apart.
	between := float64(max(inside-1, 0)) * 5 * c.as.value.lead
	return max(lineLeast*c.k+between, stack) + (lineFoot+10)*c.k
}

func layLines(c *canvas, spec Spec, area Rect) {
	p := newLines(c, spec, area.W)
	if len(p.all) == 0 {
		c.nothing(area)
		return
	}
	p.axes(area)
	for i := range p.all {
		p.band(i)
	}
	// The first series matters most: it is drawn last, over the others.
	for i := len(p.all) - 1; i >= 0; i-- {
		p.strokes(i)
	}
	under := len(c.Shapes)
	p.setEnds()
	p.values()
	for i := range p.all {
		p.letters(i)
	}
	p.emptyYears()
	// Which points get a dot is known once the texts are placed; texts stand over dots all the same.
	texts := slices.Clone(c.Shapes[under:])
	c.Shapes = c.Shapes[:under]
	for i := len(p.all) - 1; i >= 0; i-- {
		p.dots(i)
	}
	c.Shapes = append(c.Shapes, texts...)
	p.makeHits()
}

// axes gives the plot its place between the labels, and draws grid and labels.
func (p *linesPlot) axes(area Rect) {
	c := p.canvas
	top, bottom := area.Y+10*c.k, area.Bottom()-lineFoot*c.k
	ticks, text := p.valueAxis(top, bottom)
	left, right := 0.0, 14*c.k
	for _, v := range ticks {
		left = max(left, c.width(c.as.tick, text(v)))
	}
	for _, e := range p.ends {
		if e.edge {
			right = max(right, e.width(c)+endGap*c.k)
		}
	}
	x := min(area.X+left+8*c.k, area.Right()-10)
	p.plot = Rect{x, top, max(area.Right()-right-x, 10), bottom - top}
	p.endsAt = min(p.plot.Right()+endGap*c.k, area.Right())
	for _, v := range ticks {
		stroke := Stroke{Color: c.pal.Grid, Width: 1}
		if v == 0 {
			stroke.Color = c.pal.Grey
		}
		c.across(p.y(v), p.plot.X, p.plot.Right(), stroke)
		c.text(Point{x - 8*c.k, c.as.tick.middle(p.y(v))}, text(v), c.as.tick, End)
	}
	base := bottom + 6*c.k + c.rise(c.as.tick)
	for _, v := range p.years() {
		half := c.width(c.as.tick, yearText(v)) / 2
		c.down(p.x(v), bottom, bottom+4*c.k, Stroke{Color: c.pal.Grey, Width: 1})
		c.text(Point{hold(p.x(v), area.X+half, area.Right()-half), base}, yearText(v), c.as.tick, Middle)
	}
}

// years are the years to label: even steps, and the first and the last where they have room, since figures stand there.
func (p *linesPlot) years() []float64 {
	years := yearTicks(p.lo, p.hi, p.roomForYears)
	if last := math.Floor(p.hi + 1e-9); last > years[len(years)-1] {
		if with := append(slices.Clone(years), last); p.roomForYears(with) {
			years = with
		}
	}
	if first := math.Ceil(p.lo - 1e-9); first < years[0] {
		if with := append([]float64{first}, years...); p.roomForYears(with) {
			years = with
		}
	}
	return years
}

// roomForYears reports whether the labels of ticks stand clear of each other: every year may stand close, but where years are
// left out anyway there shall be air.
func (p *linesPlot) roomForYears(ticks []float64) bool {
	const most = 22 // more labels are a wall, however wide the chart
	if len(ticks) > most {
		return false
	}
	for i := 1; i < len(ticks); i++ {
		a, b := p.width(p.as.tick, yearText(ticks[i-1])), p.width(p.as.tick, yearText(ticks[i]))
		gap := 18 * p.k
		if ticks[i]-ticks[i-1] == 1 {
			gap = 9 * p.k
		}
		if p.x(ticks[i])-p.x(ticks[i-1]) < (a+b)/2+gap {
			return false
		}
	}
	return true
}

// valueAxis sets the scale of the values and returns its ticks. Zero is on it unless the figures differ by little: then the
// line would say nothing, and a line, other than a bar, does not need zero to be honest.
func (p *linesPlot) valueAxis(top, bottom float64) ([]float64, func(float64) string) {
	least, most := math.Inf(1), math.Inf(-1)
	var values []float64
	add := func(v float64) {
		if hasFigure(v) && (!p.spec.Log || onLog(v)) {
			values = append(values, v)
			least, most = min(least, v), max(most, v)
		}
	}
	for _, s := range p.all {
		for _, pt := range s.figures() {
			m := p.spec.Marks[pt.mark]
			add(pt.y)
			add(m.Low)
			add(m.High)
		}
		for _, i := range s.means {
			add(lineValue(p.spec, p.spec.Marks[i]))
		}
	}
	count := int(hold((bottom-top)/(52*p.k), 2, 8))
	if p.spec.Log {
		scale := newLogScale(values, bottom, top)
		p.y = scale.at
		for _, set := range scale.sparse() {
			if len(set) <= 2*count {
				return set, p.spec.Tr.Auto
			}
		}
		return []float64{scale.lo, scale.hi}, p.spec.Tr.Auto
	}
	scale := newLinear(values, least < 0 || most-least > 0.25*most, count, bottom, top)
	if p.spec.Percent {
		scale = percentLinear(values, count, bottom, top)
	}
	p.y = scale.at
	return scale.ticks(), func(v float64) string { return scale.tickText(p.spec.Tr, v, p.spec.Percent) }
}

// x returns the place of a year; an axis of one year has it in the middle.
func (p *linesPlot) x(v float64) float64 {
	if p.hi <= p.lo {
		return p.plot.Center().X
	}
	return p.plot.X + p.plot.W*hold((v-p.lo)/(p.hi-p.lo), 0, 1)
}

// at returns the place of a point.
func (p *linesPlot) at(pt linePoint) Point { return Point{p.x(pt.x), p.y(pt.y)} }

// mix returns share of a and the rest of b, as an opaque colour.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	part := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*share + float64(y)*(1-share))) }
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 0xFF}
}
