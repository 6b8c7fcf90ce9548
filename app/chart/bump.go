package chart

import (
	"math"
	"slices"
	"strings"
)

// bumpPlot is the bump form while it is laid out: the columns and names of a slope, with places instead of figures.
type bumpPlot struct {
	*slopePlot
	rank   map[int]bumpPlace // by mark
	deep   int               // how many slots the fullest column has
	radius float64           // of a mark
	number bool              // marks have room for their place
	axis   float64           // what the axis of places takes
	step   float64           // the usual distance of two columns
}

// Sizes of a bump chart at text factor 1.
const (
	bumpRow     = 30.0 // distance of two places at least
	bumpRowMost = 110.0
	bumpRadius  = 11.0
	bumpNumber  = 8.5 // smaller marks have no number
	bumpDot     = 4.5
	bumpLine    = 3.5 // width of a line
	bumpEnd     = 5.0 // between a mark and its name
	bumpLed     = 6.0 // more, where a leader goes to the name
	bumpNames   = 4.0 // lines of a name that a place has room for
)

func newBump(c *canvas, spec Spec, width float64) *bumpPlot {
	p := &bumpPlot{rank: bumpPlaces(spec)}
	spec.Places = true
	s := &slopePlot{canvas: c, spec: spec, named: map[int]Rect{}}
	p.slopePlot = s
	s.all, s.columns = slopeLines(spec)
	strong := 0
	for i := range s.all {
		strong += boolInt(s.all[i].strong)
		for k := range s.all[i].points {
			pt := &s.all[i].points[k]
			pt.y = float64(p.rank[pt.mark].slot)
			p.deep = max(p.deep, p.rank[pt.mark].slot)
		}
	}
	s.strong = strong == 1
	for i := range s.all {
		s.all[i].strong = s.all[i].strong && s.strong // several findings are no line that stands before the others
	}
	s.lo, s.hi = 1, float64(max(p.deep, 1))
	p.step = math.Inf(1)
	for i := 1; i < len(s.columns); i++ {
		p.step = min(p.step, s.columns[i]-s.columns[i-1])
	}
	p.axis = c.width(c.as.tick, strings.Repeat("0", len(yearText(float64(p.deep))))) + 8*c.k
	width = max(width-p.axis, 1)
	s.right = s.ends(width, 1, true)
	if len(s.columns) > 1 {
		s.left, s.leftNamed = s.ends(width, -1, true), true
		if width-widestEnd(c, s.right)-widestEnd(c, s.left)-2*p.side() < slopeWide*c.k {
			s.left, s.leftNamed = s.ends(width, -1, len(s.right) == 0), len(s.right) == 0
		}
	}
	return p
}

// side is the distance of names from their column.
func (p *bumpPlot) side() float64 { return (bumpRadius + bumpEnd + bumpLed) * p.k }

func leastBump(c *canvas, spec Spec, width float64) float64 {
	p := newBump(c, spec, width)
	stack, tallest := 0.0, 0.0
	for _, ends := range [][]slopeEnd{p.left, p.right} {
		sum := 0.0
		for _, e := range ends {
			sum += e.height(c)
			tallest = max(tallest, e.height(c))
		}
		stack = max(stack, sum)
	}
	row := max(bumpRow*c.k, min(tallest, bumpNames*c.as.value.lead))
	return math.Ceil(max(row*float64(max(p.deep, 2)), stack) + (slopeHead+12)*c.k)
}

func layBump(c *canvas, spec Spec, area Rect) {
	p := newBump(c, spec, area.W)
	if len(p.all) == 0 {
		c.nothing(area)
		return
	}
	area.H = min(area.H, max(leastBump(c, spec, area.W), bumpRowMost*c.k*float64(p.deep)+(slopeHead+12)*c.k))
	extra := p.side() - slopeGap*c.k
	behind := len(c.Shapes)
	p.setColumns(Rect{area.X + p.axis + extra, area.Y, area.W - p.axis - 2*extra, area.H})
	// Marks at the first and the last place stay under the heads of the columns and inside the drawing.
	row := p.plot.H / float64(max(p.deep, 1))
	p.plot.Y, p.plot.H = p.plot.Y+row/2, p.plot.H-row
	p.sizes(row)
	for _, strong := range []bool{false, true} {
		for _, l := range p.all {
			if l.strong == strong {
				p.curves(l)
			}
		}
	}
	p.ties()
	for _, l := range p.all {
		for _, pt := range l.points {
			p.mark(l, pt)
		}
	}
	p.names(p.left, -1)
	p.names(p.right, 1)
	p.letters()
	p.placeAxis(area, behind)
	p.makeHits()
}

// sizes chooses how large the marks are: as the columns and places have room, with numbers or as dots.
func (p *bumpPlot) sizes(row float64) {
	near := math.Inf(1)
	for i := 1; i < len(p.places); i++ {
		near = min(near, p.places[i]-p.places[i-1])
	}
	p.radius = min(bumpRadius*p.k, 0.42*row, 0.36*near)
	p.number = p.radius >= bumpNumber*p.k
	if !p.number {
		p.radius = min(bumpDot*p.k, p.radius)
	}
}

// placeAxis draws the axis of places at the left and a thin line a place behind everything.
func (p *bumpPlot) placeAxis(area Rect, behind int) {
	s := p.as.tick
	var ys []float64
	free := -math.MaxFloat64
	for place := 1; place <= p.deep; place++ {
		y := p.y(float64(place))
		if y-free < s.lead {
			continue
		}
		free = y
		ys = append(ys, y)
		p.text(Point{area.X + p.axis - 8*p.k, s.middle(y)}, p.tr.Int(place), s, End)
	}
	head := p.tr.T("chart.bump.place")
	at := Point{area.X, area.Y + p.rise(s)}
	if box := p.textBox(at, head, s, Start); p.free(box.Grow(3*p.k)) && box.Right() <= area.Right() {
		p.text(at, head, s, Start)
	}
	p.gridBehind(behind, area.X+p.axis-4*p.k, p.plot.Right(), ys, Stroke{Color: p.pal.Grid, Width: 1})
}

// names sets the names beside the first (side −1) or the last column, as near to their marks as those of the others let them.
func (p *bumpPlot) names(ends []slopeEnd, side int) {
	wants := make([]stretch, len(ends))
	for i, e := range ends {
		h := e.height(p.canvas)
		wants[i] = stretch{p.at(e.point).Y - h/2, h}
	}
	tops, _ := spread(wants, p.plot.Y-20*p.k, p.inner.Bottom(), 0)
	for i, e := range ends {
		at := p.at(e.point)
		x := at.X + float64(side)*(p.radius+bumpEnd*p.k)
		if y := tops[i] + wants[i].len/2; math.Abs(y-at.Y) > 5*p.k {
			x += float64(side) * bumpLed * p.k
			ink, _ := p.ink(p.all[e.line])
			p.line(Stroke{Color: mix(ink, p.pal.Paper, 0.6), Width: 1}, Point{at.X + float64(side)*p.radius, at.Y}, Point{x - float64(side)*2*p.k, y})
		}
		p.named[e.point.mark] = p.setEnd(e, Point{x, tops[i] + p.k}, side)
	}
}

// letters sets the letters of the marks whose figure stands at no end beside these marks.
func (p *bumpPlot) letters() {
	for _, l := range p.all {
		for _, pt := range l.points {
			m := p.spec.Marks[pt.mark]
			if _, ok := p.named[pt.mark]; ok || m.Letters == "" {
				continue
			}
			s, at := p.as.letter, p.at(pt)
			for _, to := range []Point{{at.X + p.radius + p.k, at.Y - 0.5*p.radius}, {at.X - p.radius - p.k - p.width(s, m.Letters), at.Y - 0.5*p.radius}, {at.X - p.width(s, m.Letters)/2, at.Y - p.radius - 3*p.k}, {at.X - p.width(s, m.Letters)/2, at.Y + p.radius + 3*p.k + 0.7*s.size}} {
				if box := p.textBox(to, m.Letters, s, Start); p.inside(box) && p.free(box.Grow(p.k)) {
					p.box(box.Grow(p.k), p.pal.Paper, Stroke{})
					p.text(to, m.Letters, s, Start)
					break
				}
			}
		}
	}
}

// sharing are the marks of every column that share a place, in the order of their slots.
func (p *bumpPlot) sharing() [][]slopePoint {
	byPlace := map[[2]int][]slopePoint{}
	var keys [][2]int
	for _, l := range p.all {
		for _, pt := range l.points {
			if at := p.rank[pt.mark]; at.tied {
				key := [2]int{pt.column, at.place}
				if byPlace[key] == nil {
					keys = append(keys, key)
				}
				byPlace[key] = append(byPlace[key], pt)
			}
		}
	}
	var out [][]slopePoint
	for _, key := range keys {
		pts := byPlace[key]
		slices.SortFunc(pts, func(a, b slopePoint) int { return compareAxis(a.y, b.y) })
		out = append(out, pts)
	}
	return out
}
