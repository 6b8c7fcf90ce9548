package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"doublefix/app/words"
)

func layHeads(c *canvas, spec Spec, area Rect) {
	p := newHeads(c, spec, area.X, area.W)
	more := c.roomier(p.height(), area.H, len(p.rows), headGrow)
	y := area.Y + p.top()
	var bars []Rect
	for _, r := range p.rows {
		row := Rect{area.X, y, area.W, p.least(r) + more}
		bars = append(bars, p.row(r, row))
		y = row.Bottom()
	}
	p.halves(area, bars)
}

// row draws a pair: names, the parts of the bar and their figures. It returns the place of the bar.
func (p *headPlot) row(r headRow, row Rect) Rect {
	over := 0.0
	if p.above {
		over = max(float64(len(r.names[0])), float64(len(r.names[1]))) * p.as.label.lead
	}
	base := Rect{row.X, row.Y + over, row.W, row.H - over - r.tied.height(p.canvas)}
	thick := math.Round(min(base.H-headAir*p.k, headMost*p.k, max(0.66*base.H, headBar*p.k)))
	bar := Rect{p.zone.x, math.Round(base.Center().Y - thick/2), p.along(r.total), thick}
	if p.above {
		bar.Y = math.Round(base.Y)
	}
	p.setNames(r, row, bar)
	if r.total <= 0 {
		text := p.shorten(p.tr.T("chart.bars.gap"), p.as.empty, p.zone.w)
		p.text(Point{p.zone.x + p.zone.w/2, p.as.empty.middle(bar.Center().Y)}, text, p.as.empty, Middle)
		bar.W = p.zone.w
	}
	for k, part := range r.parts {
		p.part(r, k, part, bar)
	}
	p.setHanging(r.tied, bar.Bottom(), p.inner.Right())
	p.hit(r.mark, 0, bar, row)
	return bar
}

// setNames sets the names at both sides of a bar, or above its ends.
func (p *headPlot) setNames(r headRow, row, bar Rect) {
	for side, names := range r.names {
		s := r.styles[side]
		top := bar.Center().Y - float64(len(names))*s.lead/2
		x, align := p.left.right(), End
		if side == 1 {
			x, align = p.right.x, Start
		}
		if p.above {
			top = bar.Y - float64(len(names))*s.lead - p.k
			x, align = row.X, Start
			if side == 1 {
				x, align = row.Right(), End
			}
		}
		p.lines(x, top, names, s, align)
	}
}

// headFill is the colour of a part: dark for the option that more are for, light for the other, neutral for ties. Where both have
// as many, neither is dark.
func (p *headPlot) headFill(r headRow, k int) color.NRGBA {
	m := p.spec.Marks[r.mark]
	a, b := headCount(m.Value), headCount(m.Against)
	switch {
	case k == 1:
		return p.legible(p.pal.Band)
	case k == 0 && a > b, k == 2 && b > a:
		return p.legible(p.pal.Accent)
	}
	return p.legible(p.pal.Tint)
}

// part paints a part of a bar with its figure, which stands beside the bar where the part is too short for it.
func (p *headPlot) part(r headRow, k int, part headPart, bar Rect) {
	fill := p.headFill(r, k)
	box := Rect{part.place.x, bar.Y, part.place.w, bar.H}
	if gap := 1.5; k < 2 && box.W > 3*gap && part.place.right() < bar.Right()-gap {
		box.W -= gap // of paper between two parts
	}
	if k == 1 {
		p.tiedBox(box)
	} else {
		p.box(box, fill, Stroke{})
	}
	s, y := p.as.value, bar.Center().Y
	slot := p.slots[min(k, 1)]
	switch {
	case part.text == "":
	case part.inside:
		ink, _ := p.onFill(fill)
		p.text(Point{part.at, s.middle(y)}, part.text, s.in(ink), Start)
	case k == 0:
		p.text(Point{slot.right() - rowGap*p.k/2, s.middle(y)}, p.shorten(part.text, s, slot.w-rowGap*p.k/2+0.5), s, End)
	case k == 2:
		x := bar.Right() + rowGap*p.k/2
		p.text(Point{x, s.middle(y)}, p.shorten(part.text, s, slot.right()-x+0.5), s, Start)
	}
}

// tiedBox paints the part for neither.
func (c *canvas) tiedBox(box Rect) {
	c.box(box, c.legible(c.pal.Band), Stroke{Color: c.pal.Grey, Width: 1})
}

// halves draws the line of the half over all bars, or on each bar that of its own where the pairs have different counts, and says what
// it is.
func (p *headPlot) halves(area Rect, bars []Rect) {
	first := slices.IndexFunc(p.rows, func(r headRow) bool { return r.total > 0 })
	if first < 0 {
		return
	}
	text := p.tr.T("chart.heads.halves")
	if p.even {
		text = p.tr.T("chart.heads.half", words.Args{"Count": p.tr.Auto(p.longest / 2)})
	}
	s := p.as.tick
	text = p.shorten(text, s, area.W)
	half := p.width(s, text) / 2
	x := hold(p.rows[first].half, area.X+half, area.Right()-half)
	p.text(Point{x, area.Y + p.rise(s)}, text, s, Middle)
	const out = 3.0
	for i, r := range p.rows {
		if r.total > 0 {
			p.down(r.half, bars[i].Y, bars[i].Bottom(), Stroke{Color: p.pal.Paper, Width: 3.5})
		}
		if r.total > 0 && !p.even {
			p.downAround(r.half, bars[i].Y-out, min(bars[i].Bottom()+out, p.inner.Bottom()))
		}
	}
	if p.even {
		p.downAround(p.rows[first].half, area.Y+s.lead, min(bars[len(bars)-1].Bottom()+out, p.inner.Bottom()))
	}
}

// downAround draws the dashed half line, broken where texts stand on it.
func (p *headPlot) downAround(x, from, to float64) {
	const air = 3.0
	var holes []Rect
	for _, b := range p.boxes {
		if b.X-air < x && x < b.Right()+air && b.Bottom() > from && b.Y < to {
			holes = append(holes, b)
		}
	}
	slices.SortFunc(holes, func(a, b Rect) int { return cmp.Compare(a.Y, b.Y) })
	stroke := Stroke{Color: p.pal.Ink, Width: 1.5, Dash: []float64{3, 3}}
	y := from
	for _, h := range holes {
		if h.Y-air > y {
			p.down(x, y, min(h.Y-air, to), stroke)
		}
		y = max(y, h.Bottom()+air)
	}
	if y < to {
		p.down(x, y, to, stroke)
	}
}

// keysHeads explains the part for neither where a bar has one.
func keysHeads(_ *canvas, spec Spec) []key {
	if !slices.ContainsFunc(spec.Marks, func(m Mark) bool { return headCount(m.Tied) > 0 }) {
		return nil
	}
	return []key{{func(c *canvas, swatch Rect) { c.tiedBox(swatch) }, spec.Tr.T("chart.heads.tied")}}
}
