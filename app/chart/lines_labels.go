package chart

import (
	"cmp"
	"slices"
	"strings"
)

// endLabel names a line where it ends, with its last figure.
type endLabel struct {
	series  int
	point   linePoint
	lines   []string
	letters string
	style   style
	edge    bool    // the line reaches the right edge: the name stands beside the plot, else at the last point
	y       float64 // middle, after the labels at the edge have been pushed apart
}

// height and width are those of the wrapped name, with the letters of its caveats.
func (e endLabel) height(c *canvas) float64 {
	return float64(len(e.lines))*e.style.lead + 2*c.k
}

func (e endLabel) width(c *canvas) float64 {
	w := 0.0
	for i, line := range e.lines {
		lw := c.width(e.style, line)
		if i == len(e.lines)-1 {
			lw += c.lettersWidth(e.letters)
		}
		w = max(w, lw)
	}
	return w
}

// nearEdge is the part of the x axis within which a line counts as reaching the right edge.
const nearEdge = 0.015

// endLabels wraps the names of the lines to three tenths of the width, or what their longest word needs.
func (p *linesPlot) endLabels(width float64) []endLabel {
	var out []endLabel
	for i, s := range p.all {
		points := s.figures()
		if len(points) == 0 {
			continue
		}
		last := points[len(points)-1]
		m := p.spec.Marks[last.mark]
		_, ink := p.ink(i)
		st := p.as.value.in(ink)
		// The figure stays in one piece when the name wraps.
		text := strings.TrimSpace(s.Title + " " + strings.ReplaceAll(p.valueText(m), " ", "\u00a0"))
		room := max(0.28*width, 64*p.k)
		for _, word := range splitWords(text) {
			room = max(room, min(p.width(st, word)+1, 0.4*width))
		}
		lines := p.wrap(text, st, room-p.lettersWidth(m.Letters), 4)
		edge := p.hi-last.x <= nearEdge*(p.hi-p.lo)
		out = append(out, endLabel{series: i, point: last, lines: lines, letters: m.Letters, style: st, edge: edge})
	}
	return out
}

// valueText writes the value of a point. Its range is the band, and stands in the tooltip.
func (p *linesPlot) valueText(m Mark) string {
	switch {
	case m.Written != "":
		return m.Written
	case p.spec.Percent:
		return p.spec.Tr.Percent(lineValue(p.spec, m))
	}
	return p.spec.Tr.Auto(lineValue(p.spec, m))
}

// setEnds sets the names of the lines that reach the right edge beside the plot, pushed apart, with a thin leader where a
// name stands off its point.
func (p *linesPlot) setEnds() {
	var edge []endLabel
	for _, e := range p.ends {
		if e.edge {
			edge = append(edge, e)
		}
	}
	p.pushApart(edge)
	for _, e := range edge {
		at := p.at(e.point)
		x := p.endsAt
		if to := x - 3*p.k; to-at.X > 16*p.k || e.y-at.Y > 5*p.k || at.Y-e.y > 5*p.k {
			p.leader(e.series, Point{min(at.X+5*p.k, to), at.Y}, Point{to, e.y})
		}
		top := e.y - float64(len(e.lines))*e.style.lead/2
		for k, line := range e.lines {
			letters := ""
			if k == len(e.lines)-1 {
				letters = e.letters
			}
			set := p.setEnd(Point{x, top + float64(k)*e.style.lead + p.rise(e.style)}, line, letters, e.style)
			p.shown[e.point.mark] = set == e.letters
		}
	}
}

// leader is the thin line between a text and the point that it belongs to.
func (p *linesPlot) leader(series int, from, to Point) {
	ink, _ := p.ink(series)
	p.line(Stroke{Color: mix(ink, p.pal.Paper, 0.6), Width: 1}, from, to)
}

// setEnd sets a line of a name and returns the letters that stand behind it. In a frame too narrow for it, letters go first,
// to the point itself, then the end of the line.
func (p *linesPlot) setEnd(at Point, line, letters string, s style) string {
	const hair = 0.5
	over := func(letters string) bool {
		return p.figureBox(at, line, letters, s, Start).Right() > p.inner.Right()+hair
	}
	if over(letters) {
		letters = ""
	}
	if over("") {
		line = p.shorten(line, s, p.inner.Right()-at.X)
	}
	p.figure(at, line, letters, s, Start)
	return letters
}

// pushApart moves names down until none covers another, and back up where they ran out of the plot.
func (p *linesPlot) pushApart(ends []endLabel) {
	slices.SortStableFunc(ends, func(a, b endLabel) int { return cmp.Compare(p.y(a.point.y), p.y(b.point.y)) })
	floor := p.plot.Y - 8*p.k
	for i := range ends {
		half := ends[i].height(p.canvas) / 2
		ends[i].y = max(p.y(ends[i].point.y), floor+half)
		floor = ends[i].y + half
	}
	ceiling := p.plot.Bottom() + lineFoot*p.k
	for i := len(ends) - 1; i >= 0; i-- {
		half := ends[i].height(p.canvas) / 2
		ends[i].y = min(ends[i].y, ceiling-half)
		ceiling = ends[i].y - half
	}
}

// emptyYears says of a gap that is too long for a dotted link, and in which no series has a figure, that there is none.
func (p *linesPlot) emptyYears() {
	var xs []float64
	for _, s := range p.all {
		for _, pt := range s.figures() {
			xs = append(xs, pt.x)
		}
		for _, i := range s.means {
			xs = append(xs, p.spec.Marks[i].X, p.spec.Marks[i].XTo)
		}
	}
	slices.Sort(xs)
	text, st := p.tr.T("chart.bars.gap"), p.as.empty
	for i := 1; i < len(xs); i++ {
		if !(xs[i]-xs[i-1] > linkAtMost*p.step) {
			continue
		}
		at := Point{(p.x(xs[i-1]) + p.x(xs[i])) / 2, p.plot.Bottom() - 8*p.k}
		box := p.textBox(at, text, st, Middle)
		if box.W+12*p.k <= p.x(xs[i])-p.x(xs[i-1]) && p.free(box.Grow(2)) && !p.crossed(box) {
			p.text(at, text, st, Middle)
		}
	}
}
