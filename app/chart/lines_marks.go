package chart

import "image/color"

// place is which of the colours, dashes and markers a series has.
func (p *linesPlot) place(i int) int {
	series := make([]Series, len(p.all))
	for k, s := range p.all {
		series[k] = s.Series
	}
	return seriesPlace(series, i)
}

// ink is the colour of a series, and of its texts.
func (p *linesPlot) ink(i int) (line, text color.NRGBA) { return p.seriesInk(p.place(i)) }

// stroke is how the line of a series is drawn.
func (p *linesPlot) stroke(i int) Stroke { return p.seriesStroke(p.place(i)) }

// marker draws a point of a series in its shape.
func (p *linesPlot) marker(i int, at Point, radius float64, fill color.NRGBA, s Stroke) {
	p.seriesMarker(p.place(i), at, radius, fill, s)
}
