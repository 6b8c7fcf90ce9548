package chart

import (
	"image/color"

	"doublefix/app/look"
	"doublefix/app/render"
)

// Point is a place in logical pixels (points on paper), y down.
type Point struct{ X, Y float64 }

// Rect is a box in logical pixels.
type Rect struct{ X, Y, W, H float64 }

// Right and Bottom are the far edges of r.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the lower edge of r.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Center is the middle of r.
func (r Rect) Center() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Contains reports whether p is in r, edges included.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X <= r.Right() && p.Y >= r.Y && p.Y <= r.Bottom()
}

// Overlaps reports whether r and s share an area of more than a hair.
func (r Rect) Overlaps(s Rect) bool {
	const hair = 0.5
	return r.X+hair < s.Right() && s.X+hair < r.Right() && r.Y+hair < s.Bottom() && s.Y+hair < r.Bottom()
}

// Grow returns r with d more on every side.
func (r Rect) Grow(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// Frame says how large a chart is drawn, in which colours and with which parts.
type Frame struct {
	W, H    float64 // logical pixels; H is raised to what the chart needs at least
	Palette look.Palette
	Text    float64 // text factor, 1 to 2; 0 is 1
	Title   bool    // draw title and subtitle
	Notes   bool    // draw lettered caveats: all with the source line, the first lines without it
	Source  bool    // draw the source line; a drawing without it stands where source and caveats can be opened
	Cited   bool    // the source line names every source, however long it gets: on paper nothing else does
	Apart   bool    // a person's notes stand beside the drawing: only their numbers are in it
	Pad     float64 // free space inside the edges, on all sides
	Least   float64 // the letters of caveats are no smaller; 0 for as small as usual
}

// Drawing is a chart laid out: shapes in painting order and the place of every mark.
type Drawing struct {
	W, H   float64
	Back   color.NRGBA
	Shapes []Shape2D
	Hits   []Hit // in the order of the spec's marks; marks that are not drawn have none

	outlines map[int][]Point // of marks that are no boxes, by their index: where the pointer is on them
	Rows     bool            // tracks are rows under each other, read in the order of their hits; up and down lead to the next row that has any
}

// Hit is the place of a mark, for pointer and keys.
type Hit struct {
	Mark   int   // index into Spec.Marks
	Track  int   // marks of one track follow each other with the left and right keys: a series, a row
	Box    Rect  // the mark itself; outlined when it is read
	Reach  Rect  // where the pointer reads it, at least as large as Box
	Anchor Point // where a tooltip points to
}

// Shape2D is one thing to paint.
type Shape2D interface{ paint(p pen) }

// Area is a closed polygon, filled and stroked where the colours are visible (alpha above 0).
type Area struct {
	Points []Point
	Fill   color.NRGBA
	Stroke Stroke
}

// Line is an open line through its points.
type Line struct {
	Points []Point
	Stroke Stroke
}

// Disc is a circle.
type Disc struct {
	Center Point
	Radius float64
	Fill   color.NRGBA
	Stroke Stroke
}

// Stroke is how an outline is drawn; Width 0 draws none. Dash alternates drawn and free lengths.
type Stroke struct {
	Color color.NRGBA
	Width float64
	Dash  []float64
}

// Align says which point of a text its place is.
type Align int

// The alignments of a text along its baseline.
const (
	Start Align = iota
	Middle
	End
)

// Label is a text on its baseline.
type Label struct {
	At    Point // on the baseline
	Text  string
	Face  render.Face
	Size  float64 // logical pixels
	Color color.NRGBA
	Align Align
	Role  string // "title", "tick", "value", "label", "note" …: for tests and for the reading order
}

// Box returns the box of the text: from cap height to a little below the baseline.
func (l Label) Box() Rect {
	w := render.Width(l.Face, l.Size, l.Text)
	x := l.At.X
	switch l.Align {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	case Start:
	}
	return Rect{x, l.At.Y - 0.72*l.Size, w, 0.92 * l.Size}
}
