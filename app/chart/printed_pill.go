package chart

import "math"

// Sizes of a pill, the small label that says what state a row is in, at text factor 1.
const (
	pillPad    = 8.0 // between its text and its ends
	pillAir    = 2.0 // above and below its text
	pillRadius = 5.0
)

func (t *printedTable) pillHeight(lines int) float64 {
	if lines == 0 {
		return 0
	}
	return float64(lines)*t.set.tag.lead + 2*pillAir*t.k
}

func (t *printedTable) pillWidth(text float64) float64 { return text + 2*pillPad*t.k }

// pillRise is how much higher than the title a pill begins, so that its first line stands on the baseline of the title.
func (t *printedTable) pillRise() float64 {
	return pillAir*t.k + t.rise(t.set.tag) - t.rise(t.set.title)
}

// pill draws a label from its upper left corner: what is done has a solid outline, what is not a dashed one.
func (t *printedTable) pill(at Point, lines []string, width float64, quiet bool) Rect {
	box := Rect{at.X, at.Y, t.pillWidth(width), t.pillHeight(len(lines))}
	line := Stroke{Color: t.pal.Teal, Width: 1.5 * t.k}
	if quiet {
		line = Stroke{Color: t.pal.Quiet, Width: t.k, Dash: []float64{3 * t.k, 2.2 * t.k}}
	}
	t.rounded(box, pillRadius*t.k, line)
	t.lines(box.Center().X, box.Y+pillAir*t.k, lines, t.set.tag, Middle)
	return box
}

// rounded outlines a rectangle with round corners; the outline lies inside it.
func (c *canvas) rounded(r Rect, radius float64, s Stroke) {
	r = r.Grow(-s.Width / 2)
	radius = min(radius, r.W/2, r.H/2)
	if radius <= 0 {
		return
	}
	const steps = 5
	var points []Point
	for corner, at := range []Point{{r.Right() - radius, r.Y + radius}, {r.Right() - radius, r.Bottom() - radius}, {r.X + radius, r.Bottom() - radius}, {r.X + radius, r.Y + radius}} {
		for i := range steps + 1 {
			turn := (float64(corner-1) + float64(i)/steps) * math.Pi / 2
			points = append(points, Point{at.X + radius*math.Cos(turn), at.Y + radius*math.Sin(turn)})
		}
	}
	c.add(Area{points, none, s})
}
