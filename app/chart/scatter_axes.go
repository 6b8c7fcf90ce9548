package chart

import (
	"math"
	"slices"

	"doublefix/app/words"
)

// logSpread is from how many times the smallest figure an axis of figures above zero becomes logarithmic.
const logSpread = 1000

// axis is one of the two axes of points.
type axis struct {
	at    func(v float64) float64 // from a value to the page
	ticks []float64
	text  func(v float64) string
	log   bool
	zero  bool // zero stands on it
}

// axisOf covers values with nice ends. It is logarithmic where the values are spread so far that most would stand in one
// corner; the axis of a share ends at 100 where no share is above. Points compare by where they stand, not by a length from
// zero, so zero is on the axis only where figures come near it.
func axisOf(tr words.Tr, values []float64, percent, log bool, count int, from, to float64) axis {
	least, most := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if hasFigure(v) {
			least, most = min(least, v), max(most, v)
		}
	}
	if log = log || least > 0 && most/least > logSpread && !percent; log && onLog(least) && onLog(most) {
		l := newLogScale(values, from, to)
		return axis{at: l.at, ticks: l.ticks(), log: true, text: func(v float64) string { return tr.Auto(v) }}
	}
	zero := least > 0 && least < 0.4*most || most < 0 && most > 0.4*least
	l := newLinear(values, zero, count, from, to)
	if percent {
		l = percentAxis(l, values, zero, count)
	}
	l = aired(l, least, most, percent)
	return axis{at: l.at, ticks: l.ticks(), text: func(v float64) string { return l.tickText(tr, v, percent) }, zero: l.lo <= 0 && l.hi >= 0}
}

// aired gives an axis a little more than its ends where a point would sit on one of them, half outside; at zero, and at a hundred
// percent, it ends all the same.
func aired(l linear, least, most float64, percent bool) linear {
	const near, more = 0.015, 0.3
	air, room := near*(l.hi-l.lo), more*l.step
	if least < l.lo+air && l.lo != 0 {
		l.lo -= room
	}
	if most > l.hi-air && l.hi != 0 && !(percent && l.hi == 100) {
		l.hi += room
	}
	return l
}

// percentAxis holds an axis of shares within 0 and 100 where the shares are.
func percentAxis(l linear, values []float64, zero bool, count int) linear {
	inside := !slices.ContainsFunc(values, func(v float64) bool { return hasFigure(v) && (v < 0 || v > 100) })
	switch {
	case !inside || l.hi <= 100 && l.lo >= 0:
		return l
	case zero || l.lo < 0:
		return percentLinear(values, count, l.from, l.to)
	}
	l.hi = 100
	return l
}

// scatterPlot is where points stand.
type scatterPlot struct {
	*canvas
	spec   Spec
	field  Rect
	x, y   axis
	xTitle []string
	yTitle []string
	xTicks []float64 // those whose labels have room
	yTicks []float64
	points []int // marks with a place on both axes
	tickW  float64
}

// plotted returns the marks that have a figure on both axes.
func plotted(spec Spec) []int {
	var out []int
	for i, m := range spec.Marks {
		if isPlotted(spec, m) {
			out = append(out, i)
		}
	}
	return out
}

func isPlotted(spec Spec, m Mark) bool {
	return hasFigure(m.X) && hasFigure(m.Value) && (!spec.Log || onLog(m.Value))
}

// newScatter lays the axes of points out in an area. The title of the upright axis stands over it, from the left edge on, so that
// nobody has to tilt their head.
func newScatter(c *canvas, spec Spec, area Rect) *scatterPlot {
	p := &scatterPlot{canvas: c, spec: spec, points: plotted(spec)}
	p.scales(Rect{0, 0, 1, 1})
	p.yTitle = c.wrap(p.titled(spec.YTitle, p.y.log), c.as.subtitleOf(c), area.W, 2)
	p.xTitle = c.wrap(p.titled(spec.XTitle, p.x.log), c.as.subtitleOf(c), area.W, 2)
	lead := c.as.tick.lead
	top := float64(len(p.yTitle))*lead + 8*c.k
	bottom := lead + (underAxis+4)*c.k + float64(len(p.xTitle))*lead
	field := Rect{area.X, area.Y + top, area.W, max(area.H-top-bottom, 20)}
	p.scales(field)
	p.yTicks = thinTicks(p.y.ticks, func(a, b float64) bool { return math.Abs(p.y.at(a)-p.y.at(b)) >= 1.4*lead })
	for _, v := range p.yTicks {
		p.tickW = max(p.tickW, c.width(c.as.tick, p.y.text(v)))
	}
	p.tickW = min(p.tickW, 0.4*area.W)
	field.X += p.tickW + 8*c.k
	field.W = max(area.Right()-field.X-8*c.k, 10)
	p.field = field
	p.scales(field)
	wide := func(v float64) float64 { return c.width(c.as.tick, p.x.text(v)) }
	p.xTicks = thinTicks(p.x.ticks, func(a, b float64) bool { return math.Abs(p.x.at(a)-p.x.at(b)) >= (wide(a)+wide(b))/2+10*c.k })
	return p
}

// subtitleOf is the style of the titles of axes.
func (s styles) subtitleOf(c *canvas) style {
	st := s.tick
	st.role = "axis"
	st.color = c.pal.Ink
	return st
}

// scales fits both axes to a field.
func (p *scatterPlot) scales(field Rect) {
	var xs, ys []float64
	for _, i := range p.points {
		xs, ys = append(xs, p.spec.Marks[i].X), append(ys, p.spec.Marks[i].Value)
	}
	across := int(hold(field.W/(90*p.k), 2, 8))
	up := int(hold(field.H/(56*p.k), 2, 8))
	p.x = axisOf(p.tr, xs, p.spec.XPercent, false, across, field.X, field.Right())
	if p.spec.XYears {
		p.x.text = yearText
	}
	p.y = axisOf(p.tr, ys, p.spec.Percent, p.spec.Log, up, field.Bottom(), field.Y)
}

// titled adds to the title of an axis that it is logarithmic.
func (p *scatterPlot) titled(title string, log bool) string {
	switch {
	case !log:
		return title
	case title == "":
		return p.tr.T("chart.scatter.bare_log")
	}
	return p.tr.T("chart.scatter.log", words.Args{"Title": title})
}

// thinTicks returns the first of ever thinner sets of ticks whose neighbours are far enough apart; the last resort is one.
func thinTicks(ticks []float64, apart func(a, b float64) bool) []float64 {
	for n := 1; n < max(len(ticks), 2); n++ {
		set := every(ticks, n)
		ok := true
		for i := 1; i < len(set); i++ {
			ok = ok && apart(set[i-1], set[i])
		}
		if ok {
			return set
		}
	}
	return ticks[:min(len(ticks), 1)]
}

func leastScatter(c *canvas, _ Spec, width float64) float64 {
	return hold(0.5*width, 180, 260) * math.Sqrt(c.k)
}

func keysScatter(c *canvas, spec Spec) []key {
	var keys []key
	present := map[int]bool{}
	derived := false
	for _, i := range plotted(spec) {
		m := spec.Marks[i]
		present[m.Series] = true
		derived = derived || hollow(m)
	}
	if len(present) > 1 {
		for i, s := range spec.Series {
			if present[i] && s.Title != "" {
				keys = append(keys, key{func(c *canvas, swatch Rect) { c.scatterMark(spec, Mark{Series: i}, swatch.Center()) }, s.Title})
			}
		}
	}
	if derived {
		keys = append(keys, key{func(c *canvas, swatch Rect) { c.scatterMark(spec, Mark{Status: Derived}, swatch.Center()) }, c.tr.T("chart.lines.hollow")})
	}
	return keys
}

// hollow reports whether a mark is drawn as a ring: it is not the final figure of a record.
func hollow(m Mark) bool {
	return m.Status == Derived || m.Status == Provisional || m.Status == Partial
}
