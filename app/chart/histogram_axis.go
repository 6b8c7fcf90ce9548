package chart

import "math"

// edgeTexts labels the axis at the edges of bins, as many as have room, and says under it what it is of.
func (p *binPlot) edgeTexts(area Rect) {
	bottom := p.plot.Bottom()
	if p.hanging() {
		bottom += p.as.value.lead
	}
	s := p.as.tick
	base := bottom + 4*p.k + p.rise(s)
	for _, v := range p.edges {
		p.down(p.x(v), p.plot.Bottom(), p.plot.Bottom()+3*p.k, Stroke{Color: p.pal.Quiet, Width: 1})
	}
	for _, v := range p.named(area) {
		p.text(p.edgeAt(v, base, area), p.edgeText(v), s, Middle)
	}
	top := bottom + 4*p.k + s.lead
	for _, line := range p.title {
		st := p.as.subtitleOf(p.canvas)
		half := p.width(st, line) / 2
		p.text(Point{hold(p.plot.Center().X, area.X+half, area.Right()-half), top + p.rise(st)}, line, st, Middle)
		top += s.lead
	}
}

// hanging reports whether a bar hangs down, which no count does.
func (p *binPlot) hanging() bool {
	for _, m := range p.spec.Marks {
		if m.Value < 0 {
			return true
		}
	}
	return false
}

// edgeAt is where the label of an edge stands: under it, held to the area.
func (p *binPlot) edgeAt(v, base float64, area Rect) Point {
	half := p.width(p.as.tick, p.edgeText(v)) / 2
	return Point{hold(p.x(v), area.X+half, max(area.Right()-half, area.X+half)), base}
}

func (p *binPlot) edgeText(v float64) string {
	text := p.tr.Auto(v)
	if p.percent {
		text += p.tr.PercentSign()
	}
	return text
}

// named are the edges that are labelled: all, or those at round multiples of the width of a bin, else every n-th.
func (p *binPlot) named(area Rect) []float64 {
	for decade := 1.0; decade <= 1e4; decade *= 10 {
		for _, n := range []float64{1, 2, 5} {
			if set := p.everyEdge(n * decade); len(set) > 0 && p.roomFor(set, area) {
				return set
			}
		}
	}
	return p.edges[:1]
}

// everyEdge returns the edges that are multiples of n bins of even width; of uneven ones every n-th.
func (p *binPlot) everyEdge(n float64) []float64 {
	var out []float64
	width := p.evenWidth()
	for i, v := range p.edges {
		times := float64(i)
		if width > 0 && math.Abs(v/width-math.Round(v/width)) < 1e-6 {
			times = math.Round(v / width)
		}
		if math.Mod(times, n) == 0 {
			out = append(out, v)
		}
	}
	return out
}

// evenWidth is the width of the bins; 0 where they differ.
func (p *binPlot) evenWidth() float64 {
	width := p.edges[1] - p.edges[0]
	for i := 2; i < len(p.edges); i++ {
		if math.Abs(p.edges[i]-p.edges[i-1]-width) > 1e-6*width {
			return 0
		}
	}
	return width
}

// roomFor reports whether the labels of edges stand clear of each other.
func (p *binPlot) roomFor(edges []float64, area Rect) bool {
	s, end := p.as.tick, math.Inf(-1)
	for _, v := range edges {
		box := p.textBox(p.edgeAt(v, 0, area), p.edgeText(v), s, Middle)
		if box.X < end+8*p.k || box.W > area.W {
			return false
		}
		end = box.Right()
	}
	return true
}

// binBar paints a bar of a histogram. That a count was made here goes without saying, so only a part of a period and what is
// provisional look otherwise.
func (p *binPlot) binBar(r Rect, m Mark) {
	if m.Status == Derived {
		m.Status = Final
	}
	p.bar(r, m)
}

// keysHistogram explains what is not whole or not final.
func keysHistogram(c *canvas, spec Spec) []key {
	spec = counted(spec)
	for i := range spec.Marks {
		if spec.Marks[i].Status == Derived {
			spec.Marks[i].Status = Final
		}
	}
	return keysBars(c, spec)
}
