package chart

import (
	"math"
	"slices"
	"strings"
)

// panels are small charts of lines, one a series, over the same years.
type panels struct {
	*canvas
	spec    Spec
	all     []lineSeries
	step    float64     // distance of neighbouring places on the x axis
	lo, hi  float64     // the x axis of all panels from end to end
	values  [][]float64 // of each panel: of all that count the same, which share the axis of values too
	columns int
	panelW  float64
	head    float64 // height of the headings
	heads   []tableHeading
}

// Sizes of panels at text factor 1.
const (
	panelLeast  = 104.0 // height of the plot in a panel
	panelMost   = 250.0 // what it may grow to where there is room
	panelNarrow = 190.0 // width of a panel at least, where there is more than one column
	panelGap    = 22.0  // between panels
	panelTop    = 18.0  // over the plot, for figures on the highest points
	panelEven   = 0.16  // how much lower the lowest figure may stand before zero has to be on the axis
)

func newPanels(c *canvas, spec Spec, width float64) *panels {
	p := &panels{canvas: c, spec: spec, all: seriesOf(spec), lo: math.Inf(1), hi: math.Inf(-1)}
	p.step = lineStep(p.all)
	for _, s := range p.all {
		for _, pt := range s.figures() {
			p.lo, p.hi = min(p.lo, pt.x), max(p.hi, pt.x)
		}
		for _, i := range s.means {
			p.lo, p.hi = min(p.lo, spec.Marks[i].X), max(p.hi, spec.Marks[i].XTo)
		}
	}
	p.shareValues()
	p.columns = p.columnsFor(width)
	p.panelW = (width - panelGap*c.k*float64(p.columns-1)) / float64(p.columns)
	lines := 0.0
	for i, s := range p.all {
		h := c.heading(Group{Title: s.Title, Note: p.noteOf(i)}, p.panelW+2*c.pad(p.panelW))
		p.heads = append(p.heads, h)
		lines = max(lines, float64(len(h.title))*c.as.head.lead+float64(len(h.note)*boolInt(!h.beside))*c.as.headNote.lead)
	}
	p.head = lines + 2*c.k
	return p
}

// columnsFor is how many panels stand side by side: as many as have room, up to four, in rows as full as can be.
func (p *panels) columnsFor(width float64) int {
	const most = 4
	n := len(p.all)
	room := int((width + panelGap*p.k) / ((panelNarrow + panelGap) * p.k))
	columns := min(max(room, 1), most, max(n, 1))
	rows := (n + columns - 1) / columns
	if rows > 1 {
		columns = (n + rows - 1) / rows // 5 panels are 3 and 2, not 4 and 1
	}
	return max(columns, 1)
}

// unitOf is what a panel says of its unit: its own where panels differ, else that of all.
func (p *panels) unitOf(s Series) string {
	if s.Unit != "" {
		return s.Unit
	}
	return p.spec.Unit
}

// noteOf is what stands beside the name of panel i: its unit, and where its axis does not start at zero that it does not.
func (p *panels) noteOf(i int) string {
	unit := p.unitOf(p.all[i].Series)
	if p.spec.Log || p.fromZero(i) {
		return unit
	}
	return strings.TrimPrefix(unit+"; "+p.tr.T("chart.multiples.cut"), "; ")
}

// shareValues gives each panel the numbers of all series that count the same as its own: on one axis their courses compare.
func (p *panels) shareValues() {
	type counts struct {
		unit    string
		percent bool
	}
	like := map[counts][]float64{}
	of := func(s lineSeries) counts { return counts{p.unitOf(s.Series), s.Percent} }
	for _, s := range p.all {
		like[of(s)] = append(like[of(s)], p.valuesOf(s)...)
	}
	for _, s := range p.all {
		p.values = append(p.values, like[of(s)])
	}
}

// valuesOf are the numbers of a series that have to have room.
func (p *panels) valuesOf(s lineSeries) []float64 {
	var out []float64
	add := func(v float64) {
		if hasFigure(v) && (!p.spec.Log || onLog(v)) {
			out = append(out, v)
		}
	}
	for _, pt := range s.figures() {
		m := p.spec.Marks[pt.mark]
		add(pt.y)
		add(m.Low)
		add(m.High)
	}
	for _, i := range s.means {
		add(lineValue(p.spec, p.spec.Marks[i]))
	}
	return out
}

// rows is how many rows of panels there are.
func (p *panels) rows() int { return (len(p.all) + p.columns - 1) / p.columns }

// foot is the height of the years under a plot.
func (p *panels) foot() float64 { return 4*p.k + p.as.tick.lead }

// around is what a row of panels needs besides its plots.
func (p *panels) around() float64 { return p.head + panelTop*p.k + p.foot() }

func leastMultiples(c *canvas, spec Spec, width float64) float64 {
	p := newPanels(c, spec, width)
	n := float64(max(p.rows(), 1))
	return n*(p.around()+panelLeast*c.k) + (n-1)*panelGap*c.k*0.7
}

func layMultiples(c *canvas, spec Spec, area Rect) {
	p := newPanels(c, spec, area.W)
	if len(p.all) == 0 {
		c.nothing(area)
		return
	}
	n := float64(p.rows())
	gap := panelGap * c.k * 0.7
	plot := (area.H-(n-1)*gap)/n - p.around()
	plot = hold(plot, 10, max(panelMost*c.k, p.panelW))
	wide := p.axisRoom(plot)
	for i := range p.all {
		row, column := i/p.columns, i%p.columns
		box := Rect{
			area.X + float64(column)*(p.panelW+panelGap*c.k), area.Y + float64(row)*(p.around()+plot+gap),
			p.panelW, p.around() + plot,
		}
		p.panel(i, box, wide)
	}
}

// axisRoom is the room that the labels of the axes of values take left of the plots.
func (p *panels) axisRoom(height float64) float64 {
	w := 0.0
	for i := range p.all {
		ticks, _, text := p.axis(i, height, 0)
		for _, v := range ticks {
			w = max(w, p.width(p.as.tick, text(v)))
		}
	}
	if w > 0.4*p.panelW {
		return 0
	}
	return w + 6*p.k
}

// axis is the axis of values of panel i between two places: that of all panels that count the same.
func (p *panels) axis(i int, bottom, top float64) (ticks []float64, at func(float64) float64, text func(float64) string) {
	values, percent := p.values[i], p.percent(i)
	count := int(hold((bottom-top)/(44*p.k), 2, 4))
	if p.spec.Log {
		scale := newLogScale(values, bottom, top)
		for _, set := range scale.sparse() {
			if len(set) <= 2*count {
				return set, scale.at, p.tr.Auto
			}
		}
		return []float64{scale.lo, scale.hi}, scale.at, p.tr.Auto
	}
	scale := newLinear(values, p.fromZero(i), count, bottom, top)
	if percent {
		scale = percentLinear(values, count, bottom, top)
	}
	return scale.ticks(), scale.at, func(v float64) string { return scale.tickText(p.tr, v, percent) }
}

// percent reports whether panel i is of shares.
func (p *panels) percent(i int) bool { return p.spec.Percent || p.all[i].Percent }

// fromZero reports whether zero has to be on the axis of panel i: of shares, of counts, which are whole numbers, and of what differs
// much. A line of other figures that hardly differ would say nothing with it; its panel says that zero is not there.
func (p *panels) fromZero(i int) bool {
	values := p.values[i]
	if len(values) == 0 || p.percent(i) {
		return true
	}
	whole := !slices.ContainsFunc(values, func(v float64) bool { return v != math.Trunc(v) })
	least, most := slices.Min(values), slices.Max(values)
	return whole || least < 0 || most-least > panelEven*most
}
