package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"
)

// slopePlot is the slope form while it is laid out: a column for each point in time, a line for each series, names and
// figures at both ends.
type slopePlot struct {
	*canvas
	spec        Spec
	all         []slopeLine
	columns     []float64
	places      []float64 // of the columns
	left, right []slopeEnd
	leftNamed   bool // the ends at the left have names as well, not figures alone
	strong      bool // some line is the finding; the others are grey then
	plot        Rect
	lo, hi      float64      // values at the bottom and the top
	named       map[int]Rect // where the names of marks at the ends stand
}

// Sizes of the slope form at text factor 1.
const (
	slopeLeast = 190.0 // height of the plot
	slopeHead  = 22.0  // the points in time over the columns
	slopeGap   = 12.0  // between a column and the names beside it
	slopeNear  = 44.0  // columns nearer than this to each other stand at even distances instead
	slopeWide  = 150.0 // what the plot needs, before names at the left give way
)

func newSlope(c *canvas, spec Spec, width float64) *slopePlot {
	p := &slopePlot{canvas: c, spec: spec, named: map[int]Rect{}}
	p.all, p.columns = slopeLines(spec)
	for _, l := range p.all {
		p.strong = p.strong || l.strong
	}
	p.scale()
	p.right = p.ends(width, 1, true)
	if len(p.columns) > 1 {
		p.left, p.leftNamed = p.ends(width, -1, true), true
		gaps := 2 * slopeGap * c.k
		if width-widestEnd(c, p.right)-widestEnd(c, p.left)-gaps < slopeWide*c.k {
			p.left, p.leftNamed = p.ends(width, -1, len(p.right) == 0), len(p.right) == 0
		}
	}
	return p
}

// scale covers all figures. Zero is on it unless they differ by little, as on the axis of lines.
func (p *slopePlot) scale() {
	p.lo, p.hi = math.Inf(1), math.Inf(-1)
	for _, l := range p.all {
		for _, pt := range l.points {
			p.lo, p.hi = min(p.lo, pt.y), max(p.hi, pt.y)
		}
	}
	const little = 0.25
	if !p.spec.Log && !p.spec.Places && p.lo > 0 && p.hi-p.lo > little*p.hi {
		p.lo = 0
	}
}

// y is the place of a value; figures that are all equal stand in the middle.
func (p *slopePlot) y(v float64) float64 {
	part := (v - p.lo) / (p.hi - p.lo)
	if p.spec.Log {
		part = math.Log(v/p.lo) / math.Log(p.hi/p.lo)
	}
	if math.IsNaN(part) || math.IsInf(part, 0) {
		part = 0.5
	}
	if p.spec.Places {
		part = 1 - part
	}
	return p.plot.Bottom() - p.plot.H*hold(part, 0, 1)
}

func (p *slopePlot) at(pt slopePoint) Point { return Point{p.places[pt.column], p.y(pt.y)} }

// ink is the colour of a line and of its texts. Beside a finding the others are grey.
func (p *slopePlot) ink(l slopeLine) (line, text color.NRGBA) {
	switch {
	case l.strong:
		return p.pal.Accent, p.pal.Accent
	case p.strong:
		return p.pal.Grey, p.pal.Quiet
	}
	return p.seriesInk(p.place(l))
}

func (p *slopePlot) place(l slopeLine) int {
	if len(p.spec.Series) == 0 {
		return 0
	}
	return seriesPlace(p.spec.Series, l.series)
}

// ends wraps names and figures of the lines that reach the left (side −1) or right end.
func (p *slopePlot) ends(width float64, side int, named bool) []slopeEnd {
	var out []slopeEnd
	for i, l := range p.all {
		pt, ok := l.last(len(p.columns))
		if side < 0 {
			pt, ok = l.first()
		}
		if !ok {
			continue
		}
		m := p.spec.Marks[pt.mark]
		_, ink := p.ink(l)
		st := p.as.value.in(ink)
		room := max(0.26*width, 70*p.k) - p.lettersIn(p.letterOf(st), m.Letters)
		if named {
			for _, word := range splitWords(l.title) {
				room = max(room, min(p.width(st, word)+1, 0.36*width))
			}
		}
		text := stackFigure(p.spec, m)
		// The figure stays in one piece when the name wraps; words before it, as in "less than 66%", go on a line of their own
		// where it has no room else.
		if whole := strings.ReplaceAll(text, " ", "\u00a0"); p.width(st, whole) <= room {
			text = whole
		}
		if named {
			text = strings.TrimSpace(l.title + " " + text)
		}
		lines := p.wrap(text, st, room, 4)
		if len(lines) > 0 {
			out = append(out, slopeEnd{line: i, point: pt, lines: lines, letters: m.Letters, style: st})
		}
	}
	return out
}

// leastSlope is the height at which names still stand below each other.
func leastSlope(c *canvas, spec Spec, width float64) float64 {
	p := newSlope(c, spec, width)
	stack := 0.0
	for _, ends := range [][]slopeEnd{p.left, p.right} {
		sum := 0.0
		for _, e := range ends {
			sum += e.height(c)
		}
		stack = max(stack, sum)
	}
	return max(slopeLeast*c.k, stack) + (slopeHead+12)*c.k
}

func laySlope(c *canvas, spec Spec, area Rect) {
	p := newSlope(c, spec, area.W)
	if len(p.all) == 0 {
		c.nothing(area)
		return
	}
	p.setColumns(area)
	for i := len(p.all) - 1; i >= 0; i-- {
		if !p.all[i].strong {
			p.strokes(p.all[i])
		}
	}
	for _, l := range p.all {
		if l.strong {
			p.strokes(l)
		}
	}
	p.setEnds(p.left, -1)
	p.setEnds(p.right, 1)
	p.figuresBetween()
	p.makeHits()
}

// setColumns gives the columns their places: at true distances in time where they have room, else at even ones.
func (p *slopePlot) setColumns(area Rect) {
	gap := slopeGap * p.k
	half := 0.0
	for _, v := range p.columns {
		half = max(half, p.width(p.as.tickStrong, p.spec.columnText(v))/2)
	}
	left := max(widestEnd(p.canvas, p.left)+gap, half)
	right := max(widestEnd(p.canvas, p.right)+gap, half)
	if left+right > area.W-10 {
		left, right = left*(area.W-10)/(left+right), right*(area.W-10)/(left+right)
	}
	top := area.Y + (slopeHead+6)*p.k
	p.plot = Rect{area.X + left, top, area.W - left - right, max(area.Bottom()-6*p.k-top, 1)}
	n := len(p.columns)
	p.places = make([]float64, n)
	even := false
	for i, v := range p.columns {
		p.places[i] = p.plot.X
		if n > 1 {
			p.places[i] += p.plot.W * (v - p.columns[0]) / (p.columns[n-1] - p.columns[0])
		}
		even = even || i > 0 && p.places[i]-p.places[i-1] < slopeNear*p.k
	}
	for i := range p.columns {
		if even {
			p.places[i] = p.plot.X + p.plot.W*float64(i)/float64(n-1)
		}
		p.down(p.places[i], p.plot.Y-4*p.k, p.plot.Bottom()+4*p.k, Stroke{Color: p.pal.Rule, Width: 1})
	}
	p.columnHeads(area.Y + p.rise(p.as.tickStrong))
}

// columnHeads sets the points in time over their columns: the ends first, those between as far as they have room.
func (p *slopePlot) columnHeads(baseline float64) {
	n := len(p.columns)
	order := []int{n - 1}
	for i := range n - 1 {
		order = append(order, i)
	}
	s := p.as.tickStrong
	for _, i := range order {
		text := p.spec.columnText(p.columns[i])
		half := p.width(s, text) / 2
		at := Point{hold(p.places[i], p.inner.X+half, p.inner.Right()-half), baseline}
		if box := p.textBox(at, text, s, Middle); p.inside(box) && p.free(box.Grow(4*p.k)) {
			p.text(at, text, s, Middle)
		}
	}
}

// makeHits makes every figure readable on its point, a little around it, and on its name beside the columns.
func (p *slopePlot) makeHits() {
	r := 6 * p.k
	for i, l := range p.all {
		for _, pt := range l.points {
			at := p.at(pt)
			box := Rect{at.X - r, at.Y - r, 2 * r, 2 * r}
			reach := box.Grow(8 * p.k)
			if name, ok := p.named[pt.mark]; ok {
				reach = union(reach, name)
			}
			p.hit(pt.mark, i, box, reach)
		}
	}
	slices.SortStableFunc(p.Hits, func(a, b Hit) int { return cmp.Compare(a.Mark, b.Mark) })
}
