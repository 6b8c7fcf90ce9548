package chart

import (
	"image/color"
	"math"
	"slices"
)

// chooseText takes the largest size at which all figures have room in their cells, else the smallest. Large text gives in a little
// further, before figures are left out.
func (p *heatPlot) chooseText() {
	const legible = 15
	for _, size := range []float64{12.5, 11.5, 10.5, 9.5, 8.5} {
		if size < 10.5 && size*p.k < legible {
			return
		}
		p.size = p.as.value
		p.size.face, p.size.size = p.as.label.face, size*p.k
		fit, all := 0, 0
		for _, marks := range p.cells {
			r := p.slice(p.inCell(Point{}), 0, len(marks))
			for _, i := range marks {
				all++
				fit += boolInt(p.hasRoom(r, p.cellText(p.spec.Marks[i]), p.textOf(p.spec.Marks[i]), ""))
			}
		}
		p.most = fit*3 >= all*2
		if fit == all {
			return
		}
	}
}

// textOf is how the figure of m is set: that of the finding is bold.
func (p *heatPlot) textOf(m Mark) style {
	s := p.size
	if m.Emphasis {
		s.face = p.as.value.face
	}
	return s
}

// cellText is the figure of a cell.
func (p *heatPlot) cellText(m Mark) string {
	text := markFigure(p.spec, m)
	if m.Doubtful && text != "" {
		text += "?"
	}
	return text
}

func (p *heatPlot) hasRoom(r Rect, text string, s style, letters string) bool {
	return text != "" && r.H >= 1.25*s.size && p.width(s, text)+p.lettersIn(p.letterOf(s), letters)+2*heatAir*p.k <= r.W
}

// inCell is a cell at a place, without the gap to its neighbours.
func (p *heatPlot) inCell(at Point) Rect {
	gap := hold(p.cellW/12, 0.5, 1)
	return Rect{at.X + gap, at.Y + gap, p.cellW - 2*gap, p.rowH - 2*gap}
}

// slice is the part of a cell that the i-th of n marks has.
func (p *heatPlot) slice(r Rect, i, n int) Rect {
	w := r.W / float64(n)
	return Rect{r.X + float64(i)*w, r.Y, w, r.H}
}

// band draws the names and cells of band b from y down.
func (p *heatPlot) band(b int, x, y float64) {
	from, to := b*p.per, min((b+1)*p.per, len(p.columns))
	left, top := x+p.left, y+p.headH
	for i := from; i < to; i++ {
		p.heading(i, left+(float64(i-from)+0.5)*p.cellW, top, x, left+float64(p.per)*p.cellW)
		if p.columns[i].fold && i > from {
			p.folded(left+float64(i-from)*p.cellW, top)
		}
	}
	for r := range p.rows {
		cy := top + float64(r)*p.rowH
		p.lines(x, cy+(p.rowH-float64(len(p.names[r]))*p.as.label.lead)/2, p.names[r], p.as.label, Start)
		for i := from; i < to; i++ {
			cell := p.inCell(Point{left + float64(i-from)*p.cellW, cy})
			marks := p.cells[[2]int{r, i}]
			if len(marks) == 0 {
				p.missing(cell)
			}
			for k, mark := range marks {
				p.cell(mark, b*len(p.rows)+r, p.slice(cell, k, len(marks)))
			}
		}
	}
}

// heading sets the name of column i over its middle, held between two places.
func (p *heatPlot) heading(i int, x, top, from, to float64) {
	lines := p.heads[i]
	y := top - 4*p.k - float64(len(lines))*p.as.tick.lead
	for _, line := range lines {
		half := p.width(p.as.tick, line) / 2
		at := Point{hold(x, from+half, max(to-half, from+half)), y + p.rise(p.as.tick)}
		if p.free(p.textBox(at, line, p.as.tick, Middle).Grow(2 * p.k)) {
			p.text(at, line, p.as.tick, Middle)
		}
		y += p.as.tick.lead
	}
}

// folded marks the place of points in time that are left out.
func (p *heatPlot) folded(x, top float64) {
	p.down(x, top-3*p.k, top+float64(len(p.rows))*p.rowH, Stroke{Color: p.pal.Quiet, Width: 1, Dash: []float64{1.5, 2.5}})
}

// missing draws a cell without a figure.
func (c *canvas) missing(r Rect) {
	c.box(r, none, Stroke{Color: mix(c.pal.Grey, c.pal.Paper, 0.75), Width: 1, Dash: []float64{2, 2}})
}

// heatFill is the colour of the cell of m; what has no number is paper with a frame.
func (p *heatPlot) heatFill(m Mark) color.NRGBA {
	if v := middle(m); hasFigure(v) && len(p.steps.fills) > 0 {
		return p.steps.fills[min(p.steps.step(v), len(p.steps.fills)-1)]
	}
	return p.pal.Paper
}

// cell draws the cell of a mark with its figure, and makes it readable.
func (p *heatPlot) cell(mark, track int, r Rect) {
	m := p.spec.Marks[mark]
	fill := p.heatFill(m)
	p.heatBox(r, fill, m)
	p.cellFigure(r, fill, m)
	p.hit(mark, track, r, r)
}

// heatBox paints a cell as its status asks: hatched for part of a period, in a dashed frame for derived, in a frame for
// provisional. The finding has a frame of ink.
func (c *canvas) heatBox(r Rect, fill color.NRGBA, m Mark) {
	c.box(r, fill, Stroke{})
	ink, _ := c.onFill(fill)
	frame := Stroke{Color: ink, Width: 1.3}
	inside := r.Grow(-min(1.5, r.W/4, r.H/4))
	switch {
	case m.Status == Partial:
		const gap, share = 5.5, 0.5
		for _, d := range diagonals(r, gap) {
			c.line(Stroke{Color: mix(ink, fill, share), Width: 1.1}, d[0], d[1])
		}
	case m.Status == Derived:
		frame.Dash = []float64{3.5, 2.5}
		c.box(inside, none, frame)
	case m.Status == Provisional:
		c.box(inside, none, frame)
	case fill == c.pal.Paper:
		c.box(r, none, Stroke{Color: c.pal.Grey, Width: 1})
	case c.pal.Framed():
		c.box(r, none, c.outlined())
	}
	if m.Emphasis {
		c.box(r, none, Stroke{Color: c.pal.Ink, Width: 2})
		if inner := r.Grow(-2); inner.W > 16 && inner.H > 16 {
			c.box(inner, none, Stroke{Color: c.pal.Paper, Width: 1})
		}
	}
}

// cellFigure writes the figure of a cell with the letters of its caveats: behind it, else in the corner; where letters have no
// room a corner says that there are some.
func (p *heatPlot) cellFigure(r Rect, fill color.NRGBA, m Mark) {
	ink, _ := p.onFill(fill)
	s, text, letters := p.textOf(m).in(ink), p.cellText(m), m.Letters
	if m.Emphasis && !p.hasRoom(r, text, s, "") {
		s = p.size.in(ink) // its frame stresses it too
	}
	small := p.letterOf(s).in(ink)
	at := Point{r.Center().X, s.middle(r.Center().Y)}
	shown := (p.most || m.Emphasis) && p.hasRoom(r, text, s, "")
	behind := shown && p.hasRoom(r, text, s, letters)
	corner := letters != "" && !behind && p.lettersIn(small, letters)+4*p.k <= r.W && r.H >= (1.1*small.size+4*p.k)+float64(boolInt(shown))*1.1*s.size
	if corner && shown {
		at.Y = s.middle(max(r.Center().Y, min(r.Bottom()-2*p.k-0.55*s.size, r.Y+2*p.k+1.1*small.size+0.6*s.size)))
	}
	if shown {
		if behind && letters != "" {
			at.X -= p.lettersIn(small, letters) / 2
		}
		p.onGround(at, text, s, fill, m.Status, Middle)
	}
	switch {
	case letters == "":
	case behind:
		p.onGround(p.letterAt(p.textBox(at, text, s, Middle), at.Y, s), letters, small, fill, m.Status, Start)
	case corner && shown:
		p.onGround(Point{r.Right() - 3*p.k, r.Y + 2*p.k + 0.75*small.size}, letters, small, fill, m.Status, End)
	case corner:
		p.onGround(Point{r.Center().X, small.middle(r.Center().Y)}, letters, small, fill, m.Status, Middle)
	default:
		p.cornered(r, ink)
	}
}

// onGround sets a text in a cell; hatches keep away from it.
func (p *heatPlot) onGround(at Point, text string, s style, fill color.NRGBA, status Status, align Align) {
	if status == Partial {
		p.box(p.textBox(at, text, s, align).Grow(1), fill, Stroke{})
	}
	p.text(at, text, s, align)
}

// cornered marks a cell that has a caveat whose letter has no room.
func (c *canvas) cornered(r Rect, ink color.NRGBA) {
	d := min(5*c.k, r.W/2, r.H/2)
	c.add(Area{[]Point{{r.Right() - d, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Y + d}}, ink, Stroke{}})
}

// scale draws the steps with the figures between them.
func (p *heatPlot) scale(r Rect) {
	n := len(p.steps.fills)
	if n == 0 {
		return
	}
	s := p.as.legend
	widest := 0.0
	for _, t := range p.steps.texts {
		widest = max(widest, p.width(s, t))
	}
	from := r.X + min(p.left, r.W/3)
	w := min(max(widest+10*p.k, 40*p.k), (r.Right()-from-widest/2)/float64(n))
	top, h := r.Y+16*p.k, 11*p.k
	for i, fill := range p.steps.fills {
		p.box(Rect{from + float64(i)*w, top, w, h}, fill, p.outlined())
	}
	base := top + h + 3*p.k + 0.72*s.size
	order := []int{0, len(p.steps.limits) - 1}
	for i := range p.steps.limits {
		order = append(order, i)
	}
	for k, i := range order {
		if k > 1 && slices.Contains(order[:2], i) || k == 1 && i == 0 {
			continue
		}
		text := p.steps.texts[i]
		x := from + float64(i)*w
		if len(p.steps.limits) == 1 {
			x += w / 2
		}
		half := p.width(s, text) / 2
		at := Point{hold(x, r.X+half, max(r.Right()-half, r.X+half)), base}
		if box := p.textBox(at, text, s, Middle); p.inside(box) && p.free(box.Grow(3*p.k)) {
			p.text(at, text, s, Middle)
		}
	}
	unit := p.spec.Unit
	at := Point{from + float64(n)*w + 10*p.k, s.middle(top + h/2)}
	if box := p.textBox(at, unit, s, Start); box.Right() <= r.Right() {
		p.text(at, unit, s, Start)
	}
}

// keysHeat explains empty cells, hatches, frames and corners.
func keysHeat(c *canvas, spec Spec) []key {
	p := newHeat(c, spec, c.inner.W)
	fill := c.readable(c.pal.Tint)
	var keys []key
	has := map[Status]bool{}
	wordy, cornered := false, false
	for _, m := range spec.Marks {
		if isCell(m) {
			has[m.Status] = true
			wordy = wordy || math.IsNaN(middle(m))
			cornered = cornered || m.Letters != "" && p.lettersIn(p.as.letter, m.Letters)+4*p.k > p.cellW-2
		}
	}
	add := func(on bool, text string, draw func(c *canvas, swatch Rect)) {
		if on {
			keys = append(keys, key{draw, text})
		}
	}
	add(p.empty() > 0, c.tr.T("chart.heat.missing"), (*canvas).missing)
	for _, s := range []struct {
		status Status
		key    string
	}{{Provisional, "chart.key.provisional"}, {Derived, "chart.key.derived"}, {Partial, "chart.key.partial"}} {
		text := c.tr.T(s.key)
		if s.status == Derived {
			text = derivedText(spec)
		}
		add(has[s.status], text, func(c *canvas, r Rect) { c.heatBox(r, fill, Mark{Status: s.status}) })
	}
	add(wordy, c.tr.T("chart.ranges.words"), func(c *canvas, r Rect) { c.heatBox(r, c.pal.Paper, Mark{}) })
	add(cornered, c.tr.T("chart.heat.caveat"), func(c *canvas, r Rect) {
		c.box(r, fill, Stroke{})
		ink, _ := c.onFill(fill)
		c.cornered(r, ink)
	})
	return keys
}
