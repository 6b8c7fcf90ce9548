package chart

import "image/color"

// seriesTitle is the name of the series that m counts into; "" where it has none.
func (s Spec) seriesTitle(m Mark) string {
	if m.Series < 0 || m.Series >= len(s.Series) {
		return ""
	}
	return s.Series[m.Series].Title
}

// quietPlace is the place of series of another kind than the first, which use up none of the colours.
const quietPlace = -1

// seriesPlace is which of the colours, dashes and markers the series i has.
func seriesPlace(all []Series, i int) int {
	if i < 0 || i >= len(all) || all[i].Quiet {
		return quietPlace
	}
	n := 0
	for _, s := range all[:i] {
		if !s.Quiet {
			n++
		}
	}
	return n % 5
}

// seriesInk is the colour of a series, and of its texts: amber and grey carry none.
func (c *canvas) seriesInk(place int) (line, text color.NRGBA) {
	switch place {
	case 0:
		return c.pal.Accent, c.pal.Accent
	case 1:
		return c.pal.Teal, c.pal.Teal
	case 2:
		return c.pal.Amber, c.pal.Ink
	case 3:
		return c.pal.Violet, c.pal.Violet
	}
	return c.pal.Grey, c.pal.Quiet
}

// seriesStroke is how the line of a series is drawn. Lines differ in their dashes, since on a grey page colours look alike;
// the long dashes keep clear of the dots of a gap.
func (c *canvas) seriesStroke(place int) Stroke {
	ink, _ := c.seriesInk(place)
	dashes := [][]float64{nil, {13, 3.5}, {9, 3, 2.5, 3}, {5.5, 2.5}, {13, 3, 5, 3}}
	s, dash := Stroke{Color: ink, Width: lineWidth * c.k}, []float64{4, 3}
	if place == quietPlace {
		s.Width = 1.7 * c.k
	} else {
		dash = dashes[place]
	}
	for _, d := range dash {
		s.Dash = append(s.Dash, d*c.k)
	}
	return s
}

// seriesMarker draws a point of a series in its shape: a disc, a square, a diamond or a triangle, all of one weight to the
// eye.
func (c *canvas) seriesMarker(place int, at Point, radius float64, fill color.NRGBA, s Stroke) {
	switch place {
	case 1:
		half := 0.95*radius + s.Width/2
		c.box(Rect{at.X - half, at.Y - half, 2 * half, 2 * half}, fill, s)
	case 2:
		c.diamond(at, radius, fill, s)
	case 3:
		r := 1.25 * radius
		c.add(Area{[]Point{{at.X, at.Y - r}, {at.X + r, at.Y + 0.75*r}, {at.X - r, at.Y + 0.75*r}}, fill, s})
	default:
		c.disc(at, radius, fill, s)
	}
}
