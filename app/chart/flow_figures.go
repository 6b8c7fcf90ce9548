package chart

import "image/color"

// flowGround is what the figure of a band stands on.
func (p *flowPlot) flowGround(b flowBand) color.NRGBA {
	if p.spec.Marks[b.mark].Status == Partial {
		return p.pal.Paper
	}
	return p.flowFill(b)
}

// placeFigures looks for a place for the figure of each band where no other band covers it: at its beginning, at its end, between.
func (p *flowPlot) placeFigures(order []int) {
	s := p.as.value
	for over, k := range order {
		b := &p.bands[k]
		m := p.spec.Marks[b.mark]
		text := stackFigure(p.spec, m)
		if text == "" || b.thick < 0.92*s.size+2*flowAir {
			continue
		}
		w := p.width(s, text) + p.lettersIn(p.letterOf(s), m.Letters)
		inset := 8 * p.k
		for _, t := range []float64{0, 1, 0.5, 0.25, 0.75} {
			x := p.zone.x + inset + t*(p.zone.w-w-2*inset)
			mid := (p.top(*b, x) + p.top(*b, x+w) + b.thick) / 2
			at := Point{x, s.middle(mid)}
			box := p.figureBox(at, text, m.Letters, s, Start)
			if w+2*inset <= p.zone.w && p.holds(*b, box) && !p.covered(box.Grow(1), order[over+1:]) {
				b.figure, b.at = text, at
				break
			}
		}
	}
}

// holds reports whether a box stands in a band with air over and under it.
func (p *flowPlot) holds(b flowBand, box Rect) bool {
	for _, x := range []float64{box.X, box.Right()} {
		if top := p.top(b, x); box.Y < top+flowAir/2 || box.Bottom() > top+b.thick-flowAir/2 {
			return false
		}
	}
	return true
}

// covered reports whether one of the bands that are painted later lies over a box.
func (p *flowPlot) covered(box Rect, later []int) bool {
	for _, k := range later {
		b := p.bands[k]
		top, end := p.top(b, box.X), p.top(b, box.Right())
		if min(top, end) < box.Bottom() && max(top, end)+b.thick > box.Y {
			return true
		}
	}
	return false
}

// figureOn sets the figure of a band in it.
func (p *flowPlot) figureOn(b flowBand) {
	if b.figure == "" {
		return
	}
	m := p.spec.Marks[b.mark]
	ground := p.flowGround(b)
	ink, _ := p.onFill(ground)
	s := p.as.value.in(ink)
	if m.Status == Partial {
		p.box(p.figureBox(b.at, b.figure, m.Letters, s, Start).Grow(2), ground, Stroke{})
	}
	figure := p.text(b.at, b.figure, s, Start)
	p.text(p.letterAt(figure, b.at.Y, s), m.Letters, p.letterOf(s).in(ink), Start)
}

// letterNodes gives the caveats of figures that have no room in their bands to the sums that these are in, those of one figure
// before those of several, and returns how many figures stand nowhere.
func (p *flowPlot) letterNodes() (left int) {
	without := [2]map[int][]int{{}, {}}
	for k, b := range p.bands {
		if b.figure != "" {
			continue
		}
		side := 1
		switch {
		case len(p.nodes[1][b.ends[1]].bands) == 1:
		case len(p.nodes[0][b.ends[0]].bands) == 1:
			side = 0
		default:
			left++
		}
		without[side][b.ends[side]] = append(without[side][b.ends[side]], k)
	}
	for side := range without {
		for at, bands := range without[side] {
			p.nodes[side][at].letters = p.lettersOf(bands)
		}
	}
	return left
}

// node sets a name with its sum beside its bar.
func (p *flowPlot) node(n flowNode, side int) {
	x, align := p.names[0].right(), End
	if side == 1 {
		x, align = p.names[1].x, Start
	}
	y := n.bar.Center().Y - p.textHeight(n)/2
	sum := p.shorten(n.sum, p.as.value, p.names[side].w-p.lettersWidth(n.letters))
	if n.inline && len(n.lines) == 1 {
		mid := y + n.style.lead/2
		if side == 0 {
			box := p.figure(Point{x, p.as.value.middle(mid)}, sum, n.letters, p.as.value, End)
			p.text(Point{box.X - flowGap*p.k, n.style.middle(mid)}, n.lines[0], n.style, End)
			return
		}
		box := p.text(Point{x, n.style.middle(mid)}, n.lines[0], n.style, Start)
		p.figure(Point{box.Right() + flowGap*p.k, p.as.value.middle(mid)}, sum, n.letters, p.as.value, Start)
		return
	}
	y = p.lines(x, y, n.lines, n.style, align)
	if sum != "" {
		p.figure(Point{x, y + p.rise(p.as.value)}, sum, n.letters, p.as.value, align)
	}
}
