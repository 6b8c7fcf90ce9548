package chart

import (
	"math"

	"doublefix/app/words"
)

func leastFlow(c *canvas, spec Spec, width float64) float64 {
	p := newFlow(c, spec, 0, width)
	p.unit = p.per(flowLeast * c.k)
	return math.Ceil(p.headHeight() + max(p.height(0), p.height(1)) + p.footHeight())
}

// per is the unit with which all bands together are so broad.
func (p *flowPlot) per(broad float64) float64 {
	if p.all <= 0 {
		return 0
	}
	return broad / p.all
}

// headHeight is the room of what stands over the columns.
func (p *flowPlot) headHeight() float64 {
	lines := max(len(p.heads[0]), len(p.heads[1]))
	if lines == 0 {
		return 0
	}
	return float64(lines)*p.as.head.lead + 6*p.k
}

// footHeight is the room of what stands under them.
func (p *flowPlot) footHeight() float64 {
	if len(p.foot) == 0 {
		return 0
	}
	return float64(len(p.foot))*p.as.sub.lead + 8*p.k
}

// footer says the sum of all bands, and how many figures are left out.
func (p *flowPlot) footer(leftOut int, width float64) []string {
	var said []string
	var all []int
	for k := range p.bands {
		all = append(all, k)
	}
	if sum := p.sumOf(all); sum != "" && len(all) > 1 {
		said = append(said, flowTotal(p.spec, sum))
	}
	if leftOut > 0 {
		said = append(said, p.tr.N("chart.flow.left_out", leftOut))
	}
	var lines []string
	for _, text := range said {
		lines = append(lines, p.wrap(text, p.as.sub, width, 0)...)
	}
	return lines
}

// flowTotal says what all bands add up to.
func flowTotal(spec Spec, sum string) string {
	if spec.Unit != "" && !spec.Percent {
		sum = spec.Tr.T("chart.headline.unit", words.Args{"Figure": sum, "Unit": spec.Unit})
	}
	return spec.Tr.T("chart.flow.total", words.Args{"Figure": sum})
}

// thickness is how broad a band is: what cannot be seen otherwise has a pixel.
func (p *flowPlot) thickness(b flowBand) float64 {
	return max(p.unit*b.value, flowThinnest)
}

// barHeight is the length of the bar of a name, slot the room that it has with its text.
func (p *flowPlot) barHeight(n flowNode) float64 {
	h := 0.0
	for _, k := range n.bands {
		h += p.thickness(p.bands[k])
	}
	return h
}

func (p *flowPlot) slot(n flowNode) float64 { return max(p.barHeight(n), p.textHeight(n)) }

func (p *flowPlot) textHeight(n flowNode) float64 {
	h := float64(len(n.lines)) * n.style.lead
	if n.sum != "" && (!n.inline || h == 0) {
		h += p.as.value.lead
	}
	return h
}

// height is what a column needs with the unit of now.
func (p *flowPlot) height(side int) float64 {
	h := float64(max(len(p.nodes[side])-1, 0)) * flowBetween * p.k
	for _, n := range p.nodes[side] {
		h += p.slot(n)
	}
	return h
}

// fill makes the bands as broad as the area allows.
func (p *flowPlot) fill(height float64) {
	lo, hi := p.per(flowLeast*p.k), p.per(max(flowMost*p.k, flowLeast*p.k))
	const rounds = 30
	for range rounds {
		p.unit = (lo + hi) / 2
		if max(p.height(0), p.height(1)) <= height {
			lo = p.unit
		} else {
			hi = p.unit
		}
	}
	p.unit = lo
}

// place gives bars and bands their places in the area and returns where they end.
func (p *flowPlot) place(area Rect) float64 {
	p.fill(area.H)
	var gaps, heights [2]float64
	for side := range p.nodes {
		between := float64(max(len(p.nodes[side])-1, 1))
		gaps[side] = flowBetween*p.k + hold((area.H-p.height(side))/between, 0, (flowMostGap-flowBetween)*p.k)
		heights[side] = p.height(side)
		if n := len(p.nodes[side]); n > 1 {
			heights[side] += float64(n-1) * (gaps[side] - flowBetween*p.k)
		}
	}
	tall := max(heights[0], heights[1])
	for side := range p.nodes {
		y := area.Y + (tall-heights[side])/2
		x := p.zone.x - flowBarWide*p.k
		if side == 1 {
			x = p.zone.right()
		}
		for i := range p.nodes[side] {
			n := &p.nodes[side][i]
			slot, long := p.slot(*n), p.barHeight(*n)
			n.bar = Rect{x, y + (slot-long)/2, flowBarWide * p.k, long}
			top := n.bar.Y
			for _, k := range n.bands {
				b := &p.bands[k]
				b.thick = p.thickness(*b)
				b.tops[side] = top
				top += b.thick
			}
			y += slot + gaps[side]
		}
	}
	return area.Y + tall
}

// top is the upper edge of a band at x: level at both ends.
func (p *flowPlot) top(b flowBand, x float64) float64 {
	t := hold((x-p.zone.x)/p.zone.w, 0, 1)
	return b.tops[0] + (b.tops[1]-b.tops[0])*t*t*(3-2*t)
}
