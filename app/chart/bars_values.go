package chart

import (
	"cmp"
	"math"
	"slices"
)

// valueGap is the least distance between a figure, with its letters, and what stands beside it: nearer, two numbers read as one.
const valueGap = 4

// gapBeside is valueGap for figures in style s: large ones need more.
func gapBeside(s style) float64 { return max(valueGap, 0.3*s.size) }

// values sets the figures on the bars, as large as their columns allow. In a crowd of bars only the finding, the highest, the
// lowest, the first and the last are written; the others are read with pointer or keys.
func (p barPlot) values() {
	column := p.plot.W / float64(len(p.slots))
	widest, crowd := 0.0, 1
	for _, s := range p.slots {
		crowd = max(crowd, len(s.marks))
		for _, i := range s.marks {
			if hasFigure(p.spec.Marks[i].Value) {
				widest = max(widest, p.width(p.as.value, p.written(i)))
			}
		}
	}
	column /= float64(crowd)
	s := p.as.value
	smallest := (7 + 4*p.k) / s.size // large text gives way first: off its bar a figure could be taken for another's
	s.size *= hold((column-gapBeside(s))/max(widest, 1), smallest, 1)
	order := p.byWeight()
	if widest*smallest > 1.15*column {
		order = order[:min(len(order), 5+p.stressed())]
	}
	p.valuesAt(order, s)
}

// valuesAt sets figures in one size: the given one, or a smaller one at which more of them find room.
func (p barPlot) valuesAt(order []int, s style) {
	const smallest = 10.5
	shapes, boxes := len(p.Shapes), len(p.boxes)
	set := func(size float64) (n int) {
		p.Shapes, p.boxes, s.size = p.Shapes[:shapes], p.boxes[:boxes], size
		for _, i := range order {
			if p.value(i, s) {
				n++
			}
		}
		return n
	}
	usual := s.size
	best, most := usual, set(usual)
	for _, part := range []float64{0.85, 0.72} {
		if size := usual * part; most < len(order) && size >= smallest {
			if n := set(size); n > most {
				best, most = size, n
			}
		}
	}
	if s.size != best {
		set(best)
	}
}

// written is the figure on mark i; longer words than fit above a bar are cut.
func (p barPlot) written(i int) string {
	return p.shorten(figureText(p.spec, p.spec.Marks[i]), p.as.value, min(p.plot.W, 180*p.k))
}

func (p barPlot) stressed() int {
	n := 0
	for _, m := range p.spec.Marks {
		if m.Emphasis && !m.Band() {
			n++
		}
	}
	return n
}

// byWeight returns the marks that have a bar, the ones most worth a figure first.
func (p barPlot) byWeight() []int {
	var bars []int
	for _, s := range p.slots {
		bars = append(bars, s.marks...)
	}
	bars = slices.DeleteFunc(bars, func(i int) bool { return p.written(i) == "" })
	if len(bars) == 0 {
		return nil
	}
	weight := map[int]int{bars[0]: 1, bars[len(bars)-1]: 2}
	by := func(a, b int) int { return cmp.Compare(p.spec.Marks[a].Value, p.spec.Marks[b].Value) }
	weight[slices.MinFunc(bars, by)] = 3
	weight[slices.MaxFunc(bars, by)] = 4
	for _, i := range bars {
		if p.spec.Marks[i].Emphasis {
			weight[i] = 5
		}
	}
	slices.SortStableFunc(bars, func(a, b int) int { return weight[b] - weight[a] })
	return bars
}

// value sets the figure of mark i above its bar, or below one that hangs down, unless it would touch another text or bar, and reports
// whether it did.
func (p barPlot) value(i int, s style) bool {
	gap := 5 * p.k
	m, r := p.spec.Marks[i], p.rects[i]
	top, bottom := r.Y, r.Bottom()
	if ranged(m) {
		top, bottom = min(top, p.axis.at(m.High)), max(bottom, p.axis.at(m.Low))
	}
	y := math.Round(top) - gap
	if m.Value < 0 {
		y = bottom + gap + 0.72*s.size
	}
	text, x := p.written(i), r.Center().X
	if !hasFigure(m.Value) && !ranged(m) {
		s = p.as.empty.in(p.pal.Ink)
	}
	up, most := -4*p.k, 5
	if m.Value < 0 {
		up = -up
	}
	if m.Emphasis && !p.tight {
		most = 200 // the finding is written, if need be far above its bar
	}
	for n := range most {
		base := y + float64(n)*up
		p.tied = p.needsLeader(y, base, s)
		if p.tight && p.tied && !p.passes(x, y, base+3) {
			break
		}
		// Letters that reach over the next column would push that one's figure off its bar, so they are set above first.
		column := p.pitch - gapBeside(s)
		set := p.besideOn(i, Point{x, base}, text, s, column) || p.stackedOn(i, Point{x, base}, text, s) ||
			p.besideOn(i, Point{x, base}, text, s, p.W)
		if set {
			p.leader(x, y, base, s)
			return true
		}
	}
	return false
}

// besideOn sets the figure of mark i with its letters behind it, as near to its middle as they keep to a width around it.
func (p barPlot) besideOn(i int, at Point, text string, s style, width float64) bool {
	letters := p.lettersIn(p.letterOf(s), p.spec.Marks[i].Letters)
	half := p.width(s, text) / 2
	for _, shift := range []float64{0, -letters / 2, -letters} {
		if max(half+letters+shift, half-shift) <= width/2 && p.figureOn(i, Point{at.X + shift, at.Y}, text, s) {
			return true
		}
	}
	return false
}

// leader ties a figure that stands off its bar to it.
func (p barPlot) leader(x, y, base float64, s style) {
	if p.needsLeader(y, base, s) {
		p.down(x, y, base+3, Stroke{Color: p.pal.Quiet, Width: 1})
		p.boxes = append(p.boxes, Rect{x - 0.5, base + 3, 1, y - base - 3}) // nobody else's figure stands on it
	}
}

// needsLeader reports whether a figure at base stands so far off the place at y that it has to be tied to its bar.
func (p barPlot) needsLeader(y, base float64, s style) bool { return y-base > 1.2*s.size }

// figureOn sets the figure of mark i at a place, moved into the plot, if that is free.
func (p barPlot) figureOn(i int, at Point, text string, s style) bool {
	letters := p.spec.Marks[i].Letters
	at.X += p.intoPlot(p.figureBox(at, text, letters, s, Middle))
	ok := p.open(p.figureBox(at, text, letters, s, Middle), i)
	if ok {
		p.figure(at, text, letters, s, Middle)
	}
	return ok
}

// stackedOn sets the letters above the figure: a column may be too narrow for both.
func (p barPlot) stackedOn(i int, at Point, text string, s style) bool {
	letters := p.spec.Marks[i].Letters
	if letters == "" {
		return false
	}
	at.X += p.intoPlot(p.textBox(at, text, s, Middle))
	small := p.letterOf(s)
	over := Point{at.X, at.Y - 0.72*s.size - 0.2*small.size - 1}
	over.X += p.intoPlot(p.textBox(over, letters, small, Middle))
	ok := p.open(p.textBox(at, text, s, Middle), i) && p.open(p.textBox(over, letters, small, Middle), i)
	if ok {
		p.text(at, text, s, Middle)
		p.text(over, letters, small, Middle)
	}
	return ok
}

// intoPlot is how far a box must move to stand between the axis and the right edge.
func (p barPlot) intoPlot(box Rect) float64 {
	return max(0, p.plot.X-box.X) - max(0, box.Right()-p.inner.Right())
}

// open reports whether a text of mark i can stand in box: in the plot, off other texts and bars.
func (p barPlot) open(box Rect, i int) bool {
	lead := p.as.value.lead
	gap := max(valueGap, 0.3*box.H)
	wide := Rect{box.X - gap, box.Y - 1, box.W + 2*gap, box.H + 2}
	return box.Y >= p.plot.Y-lead-4 && box.Bottom() <= p.plot.Bottom()+lead && p.inside(box) && p.free(wide) &&
		p.clear(Rect{box.X - p.air, wide.Y, box.W + 2*p.air, wide.H}, i) && !p.mistaken(box, i)
}

// mistaken reports whether a text of mark i that no leader ties to it would seem to belong to a neighbour: it hangs over the middle
// of a bar that comes nearer to it than its own.
func (p barPlot) mistaken(box Rect, i int) bool {
	if !p.tight || p.tied {
		return false
	}
	own, hangs := p.rects[i], p.spec.Marks[i].Value < 0
	for _, s := range p.slots {
		for _, k := range s.marks {
			r := p.rects[k]
			nearer := r.Y < own.Y-1
			if hangs {
				nearer = r.Bottom() > own.Bottom()+1
			}
			if mid := r.Center().X; k != i && nearer && box.X < mid && mid < box.Right() {
				return true
			}
		}
	}
	return false
}

// clear reports whether r touches no bar but that of mark own. Means over a span are behind the texts.
func (p barPlot) clear(r Rect, own int) bool {
	for _, s := range p.slots {
		for _, i := range s.marks {
			if i != own && r.Overlaps(p.rects[i]) {
				return false
			}
		}
	}
	return true
}

// gaps says of years and names without a figure that there is none, in words where these have room, else with a dash.
func (p barPlot) gaps() {
	for _, run := range empties(p.spec, p.slots, p.spans) {
		x0, x1 := p.slotEdge(run[0]), p.slotEdge(run[1]+1)
		for _, text := range []string{p.tr.T("chart.bars.gap"), "–"} {
			at := Point{(x0 + x1) / 2, p.axis.at(0) - 8}
			box := p.textBox(at, text, p.as.empty, Middle)
			if box.W <= x1-x0-4 && p.free(box) && p.clear(box, -1) {
				p.text(at, text, p.as.empty, Middle)
				break
			}
		}
	}
}
