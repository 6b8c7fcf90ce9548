package chart

import (
	"cmp"
	"math"
	"slices"
)

// makeHits makes every band readable: the pointer by its outline, the keys from band to band of a name at the left. Keys go up and
// down by the middles of boxes, so that no two of these are at one height.
func (p *flowPlot) makeHits() {
	p.outlines = map[int][]Point{}
	boxes := make([]Rect, len(p.bands))
	order := make([]int, len(p.bands))
	for k, b := range p.bands {
		from, to := p.zone.x+0.42*p.zone.w, p.zone.x+0.58*p.zone.w
		a, z := p.top(b, from), p.top(b, to)
		boxes[k] = Rect{from, min(a, z), to - from, math.Abs(a-z) + b.thick}
		order[k] = k
		upper, lower := p.outline(b)
		p.outlines[b.mark] = append(upper, lower...)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(boxes[i].Center().Y, boxes[j].Center().Y) })
	const apart = 0.01
	for i := 1; i < len(order); i++ {
		if d := boxes[order[i-1]].Center().Y + apart - boxes[order[i]].Center().Y; d > 0 {
			boxes[order[i]].Y += d
		}
	}
	for k, b := range p.bands {
		whole := Rect{p.zone.x, min(b.tops[0], b.tops[1]), p.zone.w, math.Abs(b.tops[1]-b.tops[0]) + b.thick}
		p.hit(b.mark, b.ends[0], boxes[k], whole)
	}
}
