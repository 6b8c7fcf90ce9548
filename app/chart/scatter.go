package chart

import (
	"cmp"
	"math"
	"slices"
)

// The radius of a point, and the room between the lowest line and the figures under it.
const (
	scatterDot = 4.5
	underAxis  = 7
)

func layScatter(c *canvas, spec Spec, area Rect) {
	p := newScatter(c, spec, area)
	if len(p.points) == 0 {
		c.nothing(area)
		return
	}
	behind := len(c.Shapes)
	p.axes(area)
	p.marks()
	p.names()
	p.makeHits()
	p.grid(behind)
}

// axes sets the labels and titles of both axes.
func (p *scatterPlot) axes(area Rect) {
	st := p.as.subtitleOf(p.canvas)
	p.lines(area.X, area.Y, p.yTitle, st, Start)
	for _, v := range p.yTicks {
		text := p.shorten(p.y.text(v), p.as.tick, p.tickW)
		p.text(Point{p.field.X - 8*p.k, p.as.tick.middle(p.y.at(v))}, text, p.as.tick, End)
	}
	top := p.field.Bottom() + underAxis*p.k
	for _, v := range p.xTicks {
		text := p.x.text(v)
		half := p.width(p.as.tick, text) / 2
		x := hold(p.x.at(v), p.inner.X+half, p.inner.Right()-half)
		if at := (Point{x, top + p.rise(p.as.tick)}); p.free(p.textBox(at, text, p.as.tick, Middle).Grow(1)) {
			p.text(at, text, p.as.tick, Middle)
		}
	}
	top += p.as.tick.lead + 4*p.k
	for _, line := range p.xTitle {
		p.text(Point{p.field.Right(), top + p.rise(st)}, line, st, End)
		top += st.lead
	}
}

// grid draws the lines of both axes behind everything; where zero stands on an axis its line is the stronger.
func (p *scatterPlot) grid(behind int) {
	over := slices.Clone(p.Shapes[behind:])
	p.Shapes = p.Shapes[:behind]
	f := p.field
	for _, v := range p.yTicks {
		s := Stroke{Color: p.pal.Grid, Width: 1}
		if v == 0 {
			s = Stroke{Color: p.pal.Grey, Width: 1.5}
		}
		p.across(p.y.at(v), f.X, f.Right(), s)
	}
	for _, v := range p.xTicks {
		s := Stroke{Color: p.pal.Grid, Width: 1}
		if v == 0 {
			s = Stroke{Color: p.pal.Grey, Width: 1.5}
		}
		p.down(p.x.at(v), f.Y, f.Bottom(), s)
	}
	p.across(f.Bottom(), f.X, f.Right(), Stroke{Color: p.pal.Grey, Width: 1})
	p.Shapes = append(p.Shapes, over...)
}

// at is where a point stands.
func (p *scatterPlot) at(m Mark) Point { return Point{p.x.at(m.X), p.y.at(m.Value)} }

// marks draws the points, those of the finding last.
func (p *scatterPlot) marks() {
	for _, finding := range []bool{false, true} {
		for _, i := range p.points {
			if m := p.spec.Marks[i]; m.Emphasis == finding {
				p.scatterMark(p.spec, m, p.at(m))
			}
		}
	}
}

// scatterMark draws a point in the marker of its series: filled, or a ring where the figure is not final. A thin edge of
// paper keeps points apart that stand on each other.
func (c *canvas) scatterMark(spec Spec, m Mark, at Point) {
	place := 0
	if len(spec.Series) > 1 {
		place = seriesPlace(spec.Series, m.Series)
	}
	ink, _ := c.seriesInk(place)
	r := scatterDot * c.k
	c.seriesMarker(place, at, r+1*c.k, c.pal.Paper, Stroke{})
	if hollow(m) {
		c.seriesMarker(place, at, r-0.5*c.k, c.pal.Paper, Stroke{Color: ink, Width: 1.8 * c.k})
		return
	}
	c.seriesMarker(place, at, r, ink, Stroke{})
}

// names sets the names beside the points as far as they have room, the emphasised and the outermost first. A point without a
// name is read by pointer and keys.
func (p *scatterPlot) names() {
	order := slices.Clone(p.points)
	mid := p.field.Center()
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := p.spec.Marks[i], p.spec.Marks[j]
		if c := cmp.Or(boolInt(b.Emphasis)-boolInt(a.Emphasis), boolInt(b.Highlight)-boolInt(a.Highlight)); c != 0 {
			return c
		}
		return cmp.Compare(offCenter(p.at(b), mid), offCenter(p.at(a), mid))
	})
	dots := make([]Rect, len(p.points))
	for k, i := range p.points {
		dots[k] = Rect{p.at(p.spec.Marks[i]).X, p.at(p.spec.Marks[i]).Y, 0, 0}.Grow((scatterDot + 1) * p.k)
	}
	const most = 400 // names beyond are read by pointer and keys
	for _, i := range order[:min(len(order), most)] {
		p.name(i, dots)
	}
}

func offCenter(at, mid Point) float64 { return square(at.X-mid.X) + square(at.Y-mid.Y) }

// name sets the name of one point at the first free place around it.
func (p *scatterPlot) name(i int, dots []Rect) {
	m := p.spec.Marks[i]
	text := m.Label
	if text == "" {
		return
	}
	st := p.as.label
	if m.Emphasis {
		st = p.as.strong
	}
	text = p.shorten(text, st, 0.4*p.field.W)
	at := p.at(m)
	off := (scatterDot + 4) * p.k
	for _, try := range []struct {
		dx, dy float64
		align  Align
	}{{off, 0, Start}, {-off, 0, End}, {0, -1.6 * off, Middle}, {0, 1.7 * off, Middle}, {0.8 * off, -1.1 * off, Start}, {0.8 * off, 1.1 * off, Start}, {-0.8 * off, -1.1 * off, End}, {-0.8 * off, 1.1 * off, End}} {
		place := Point{at.X + try.dx, st.middle(at.Y + try.dy)}
		box := p.nameBox(place, text, m.Letters, st, try.align)
		if p.inside(box) && p.within(box) && p.free(box.Grow(2*p.k)) && !slices.ContainsFunc(dots, func(d Rect) bool { return d.Overlaps(box) }) {
			p.nameBy(p.text, place, text, m.Letters, st, try.align)
			return
		}
	}
	if m.Emphasis {
		p.nameAfar(at, text, m.Letters, st, dots)
	}
}

// nameAfar sets the name of the finding at the nearest free place off its point, and ties it there by a line.
func (p *scatterPlot) nameAfar(at Point, text, letters string, st style, dots []Rect) {
	const turns = 16
	for far := 20 * p.k; far < max(p.field.W, p.field.H); far += 8 * p.k {
		for turn := range turns {
			sin, cos := math.Sincos(2 * math.Pi * float64(turn) / turns)
			end := Point{at.X + far*cos, at.Y + far*sin}
			align := Start
			if cos < 0 {
				align = End
			}
			place := Point{end.X + math.Copysign(3*p.k, cos), st.middle(end.Y)}
			box := p.nameBox(place, text, letters, st, align)
			if p.inside(box) && p.within(box) && p.free(box.Grow(2*p.k)) && !slices.ContainsFunc(dots, func(d Rect) bool { return d.Overlaps(box) }) {
				p.line(Stroke{Color: p.pal.Ink, Width: 1}, at, end)
				p.nameBy(p.text, place, text, letters, st, align)
				return
			}
		}
	}
}

// within reports whether a name stands in the field or right of it, clear of the axes.
func (p *scatterPlot) within(box Rect) bool {
	return box.X >= p.field.X+1 && box.Bottom() <= p.field.Bottom()-1 && box.Y >= p.field.Y-p.as.label.lead/2
}

// nameBox is the box of a name with the letters of its caveats.
func (p *scatterPlot) nameBox(at Point, text, letters string, st style, align Align) Rect {
	return p.nameBy(p.textBox, at, text, letters, st, align)
}

func (p *scatterPlot) nameBy(set func(Point, string, style, Align) Rect, at Point, text, letters string, st style, align Align) Rect {
	if align == Middle {
		at.X -= (p.width(st, text) + p.lettersIn(p.letterOf(st), letters)) / 2
		align = Start
	}
	return p.figureBy(set, at, text, letters, st, align)
}

// makeHits makes every point readable; the points of a series follow each other from left to right. Where points stand on one
// place each keeps its own.
func (p *scatterPlot) makeHits() {
	for _, i := range p.points {
		m := p.spec.Marks[i]
		at := p.at(m)
		box := Rect{at.X, at.Y, 0, 0}.Grow((scatterDot + 1) * p.k)
		p.hit(i, max(m.Series, 0), box, box.Grow(8*p.k))
	}
}
