package chart

import (
	"cmp"
	"slices"
)

// The order in which figures choose their places. What a title or a headline names comes first: a reader looks for it.
const (
	namedFigure  = iota // a stressed one, or an extreme of the first series
	endedSeries         // the name of a line that ends inside the plot
	firstFigure         // where the first series begins; a mean
	otherExtreme        // an extreme of another series
	otherFirst          // where another series begins
	lastOfOrder
)

// values writes the figures that the reader is told where they have room, clear of other texts and of the lines. A figure of
// the first rank is moved off and tied to its point if need be.
func (p *linesPlot) values() {
	for rank := range lastOfOrder {
		for i, s := range p.all {
			points := s.figures()
			for _, k := range toldPoints(p.spec, points) {
				if p.rank(i, k, points) == rank {
					p.value(i, points, k, rank == namedFigure)
				}
			}
			if rank == firstFigure {
				p.means(i)
			}
		}
		if rank == endedSeries {
			// Near the right edge there is least room, so those that end there come first.
			ends := slices.Clone(p.ends)
			slices.SortStableFunc(ends, func(a, b endLabel) int { return cmp.Compare(b.point.x, a.point.x) })
			for _, e := range ends {
				if !e.edge {
					p.setInside(e)
				}
			}
		}
	}
}

// rank is how soon the figure of point k of series i chooses its place.
func (p *linesPlot) rank(i, k int, points []linePoint) int {
	extreme := isExtreme(points, k)
	switch {
	case p.spec.Marks[points[k].mark].Emphasis, i == 0 && extreme:
		return namedFigure
	case i == 0:
		return firstFigure
	case extreme:
		return otherExtreme
	}
	return otherFirst
}

// isExtreme reports whether no point lies above point k, or none below it.
func isExtreme(points []linePoint, k int) bool {
	y := points[k].y
	above := func(p linePoint) bool { return p.y > y }
	below := func(p linePoint) bool { return p.y < y }
	return !slices.ContainsFunc(points, above) || !slices.ContainsFunc(points, below)
}

func (p *linesPlot) value(i int, points []linePoint, k int, must bool) {
	_, ink := p.ink(i)
	m := p.spec.Marks[points[k].mark]
	b := besideLabel{p.at(points[k]), i, p.valueText(m), m.Letters, p.as.value.in(ink), must, p.isLow(points, k)}
	if p.beside(b) {
		p.shown[points[k].mark] = true
	}
}

// means writes the figures of levels over several years, in their middle.
func (p *linesPlot) means(i int) {
	_, ink := p.ink(i)
	for _, mark := range p.all[i].means {
		m := p.spec.Marks[mark]
		mid := Point{(p.x(m.X) + p.x(m.XTo)) / 2, p.y(lineValue(p.spec, m))}
		p.shown[mark] = p.beside(besideLabel{mid, i, p.valueText(m), m.Letters, p.as.value.in(ink), m.Emphasis, false})
	}
}

// isLow reports whether a point lies below its neighbours, so that its figure stands better under it.
func (p *linesPlot) isLow(points []linePoint, k int) bool {
	var around []float64
	if k > 0 {
		around = append(around, points[k-1].y)
	}
	if k+1 < len(points) {
		around = append(around, points[k+1].y)
	}
	for _, y := range around {
		if y < points[k].y {
			return false
		}
	}
	return len(around) > 0
}

// letters sets the letters of caveats at points whose figure is not written: a letter that the notes explain must be found.
// On a line full of them each run of the same letters has them once, where it begins.
func (p *linesPlot) letters(i int) {
	const many, most = 40, 120
	points := p.all[i].figures()
	var lettered []int
	for k, pt := range points {
		if p.spec.Marks[pt.mark].Letters != "" && !p.shown[pt.mark] {
			lettered = append(lettered, k)
		}
	}
	if len(lettered) > many {
		lettered = slices.DeleteFunc(lettered, func(k int) bool {
			return k > 0 && p.spec.Marks[points[k-1].mark].Letters == p.spec.Marks[points[k].mark].Letters
		})
	}
	for _, k := range lettered[:min(len(lettered), most)] {
		mark := points[k].mark
		p.shown[mark] = p.beside(besideLabel{p.at(points[k]), i, p.spec.Marks[mark].Letters, "", p.as.letter, true, p.isLow(points, k)})
	}
	for _, mark := range p.all[i].means {
		if l := p.spec.Marks[mark].Letters; l != "" && !p.shown[mark] {
			at := Point{(p.x(p.spec.Marks[mark].X) + p.x(p.spec.Marks[mark].XTo)) / 2, p.y(lineValue(p.spec, p.spec.Marks[mark]))}
			p.shown[mark] = p.beside(besideLabel{at, i, l, "", p.as.letter, true, false})
		}
	}
}
