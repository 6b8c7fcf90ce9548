// Package render draws charts and pages in three ways through one interface,
// go-chart's Renderer: as pixels (Pixels), as SVG (SVG) and as pages of a PDF
// file (Document, Page). One text measure (Width) serves all three, so what is
// laid out once looks the same everywhere.
//
// # Units
//
// The interface takes whole numbers, which are too coarse as pixels or points.
// Every coordinate given to a renderer of this package is therefore in steps of
// Unit, a tenth of a logical pixel (of a point on paper), x to the right and y
// down. Font sizes, stroke widths, dashes and radii are in the same tenths: a
// font size of 140 is 14 px. Angles are in radians, clockwise. GetDPI is 72, so
// that go-chart's own code does not scale sizes once more.
//
// # Limits
//
// Nothing handed to a renderer can make it hang or panic. Coordinates are held
// to ±60,000 logical pixels; numbers that are not finite make the one call they
// come with do nothing; dash patterns with a part that is not positive are
// drawn solid; text goes through Clean.
package render

import (
	"math"

	"github.com/wcharczuk/go-chart/v2"
)

// Unit is one step of a coordinate, in logical pixels (points on paper).
const Unit = 0.1

// Units turns logical pixels or points into the whole number of steps that the
// renderers take, rounded; NaN becomes 0 and the result is held to the limits.
func Units(px float64) int {
	if math.IsNaN(px) {
		return 0
	}
	return int(math.Round(min(max(px, -limit), limit) / Unit))
}

// Page is a renderer for a whole page: it can do what a chart needs, and what
// only a page needs. All arguments are in steps of Unit from the top left.
type Page interface {
	chart.Renderer

	// Link makes a rectangle lead to a web or mail address. Other kinds of
	// address are left out, as they would name places on one computer.
	Link(x, y, w, h int, url string)
	// InternalLink makes a rectangle lead to the anchor of that name, which
	// may be set earlier or later in the document.
	InternalLink(x, y, w, h int, anchor string)
	// Anchor names a height on this page. The first anchor of a name wins.
	Anchor(name string, y int)
	// Bookmark adds a line to the outline: level 0 is the top, and a level
	// can be at most one deeper than the one before.
	Bookmark(level int, title string, y int)
	// Clip confines what follows to a rectangle, within the clips already
	// set, until the matching EndClip.
	Clip(x, y, w, h int)
	// EndClip undoes the latest Clip; without one it does nothing.
	EndClip()
	// At returns a renderer whose origin lies at (x, y) of this one and whose
	// steps are scale times as long: a chart inside the page.
	At(x, y int, scale float64) chart.Renderer
}
