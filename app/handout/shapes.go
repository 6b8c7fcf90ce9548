package handout

import (
	"image/color"
	"math"

	"doublefix/app/chart"
)

// rounded draws a rectangle with corners of radius r.
func (pg *page) rounded(b chart.Rect, r float64, fill color.NRGBA, stroke chart.Stroke) {
	const steps = 5
	r = min(r, b.W/2, b.H/2)
	var pts []chart.Point
	for corner, c := range []chart.Point{
		{X: b.Right() - r, Y: b.Y + r}, {X: b.Right() - r, Y: b.Bottom() - r}, {X: b.X + r, Y: b.Bottom() - r}, {X: b.X + r, Y: b.Y + r},
	} {
		for i := range steps + 1 {
			a := math.Pi/2*(float64(corner)-1) + math.Pi/2*float64(i)/steps
			pts = append(pts, chart.Point{X: c.X + r*math.Cos(a), Y: c.Y + r*math.Sin(a)})
		}
	}
	pg.put(shape{chart.Area{Points: pts, Fill: fill, Stroke: stroke}})
}

// tile draws a sign in the middle of a rounded square: the letter of an option, the number of a place.
func (pg *page) tile(b chart.Rect, st style, sign string, fill color.NRGBA, stroke chart.Stroke) {
	pg.rounded(b, 3, fill, stroke)
	pg.text(st, b.X+b.W/2, b.Y+b.H/2+0.33*st.size, sign, chart.Middle)
}

// hatch draws the stripes of a part-year, as in the charts.
func (pg *page) hatch(b chart.Rect, every, width float64, c color.NRGBA) {
	for d := every / 2; d < b.W+b.H; d += every {
		// The line x + y = d, seen from the upper left corner, inside the box.
		x1, x2 := max(0, d-b.H), min(b.W, d)
		pg.put(shape{chart.Line{
			Points: []chart.Point{{X: b.X + x1, Y: b.Y + d - x1}, {X: b.X + x2, Y: b.Y + d - x2}},
			Stroke: chart.Stroke{Color: c, Width: width},
		}})
	}
}
