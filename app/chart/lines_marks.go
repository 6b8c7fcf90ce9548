package chart

import "image/color"

// quietPlace is the place of series of another kind than the first, which use up none of the colours.
const quietPlace = -1

// place is which of the colours, dashes and markers a series has.
func (p *linesPlot) place(i int) int {
	if p.all[i].Quiet {
		return quietPlace
	}
	n := 0
	for _, s := range p.all[:i] {
		if !s.Quiet {
			n++
		}
	}
	return n % 5
}

// stroke is how the line of a series is drawn. Lines differ in their dashes, since on a grey page colours look alike; the
// long dashes keep clear of the dots of a gap.
func (p *linesPlot) stroke(i int) Stroke {
	ink, _ := p.ink(i)
	dashes := [][]float64{nil, {13, 3.5}, {9, 3, 2.5, 3}, {5.5, 2.5}, {13, 3, 5, 3}}
	s, dash := Stroke{Color: ink, Width: lineWidth * p.k}, []float64{4, 3}
	if n := p.place(i); n == quietPlace {
		s.Width = 1.7 * p.k
	} else {
		dash = dashes[n]
	}
	for _, d := range dash {
		s.Dash = append(s.Dash, d*p.k)
	}
	return s
}

// marker draws a point of a series in its shape: a disc, a square, a diamond or a triangle, all of one weight to the eye.
func (p *linesPlot) marker(i int, at Point, radius float64, fill color.NRGBA, s Stroke) {
	switch p.place(i) {
	case 1:
		half := 0.95*radius + s.Width/2
		p.box(Rect{at.X - half, at.Y - half, 2 * half, 2 * half}, fill, s)
	case 2:
		p.diamond(at, radius, fill, s)
	case 3:
		r := 1.25 * radius
		p.add(Area{[]Point{{at.X, at.Y - r}, {at.X + r, at.Y + 0.75*r}, {at.X - r, at.Y + 0.75*r}}, fill, s})
	default:
		p.disc(at, radius, fill, s)
	}
}
