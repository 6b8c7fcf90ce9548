package handout

import (
	"image/color"
	"math"

	"doublefix/app/look"
	"doublefix/app/render"
)

// style is how a text is set. Sizes are points; lead is the distance from one baseline to the next.
type style struct {
	face       render.Face
	size, lead float64
	color      color.NRGBA
}

func (s style) in(c color.NRGBA) style     { s.color = c; return s }
func (s style) with(f render.Face) style   { s.face = f; return s }
func (s style) width(text string) float64  { return render.Width(s.face, s.size, text) }
func (s style) baseline(y float64) float64 { return y + s.lead/2 + 0.33*s.size }

// What is printed is never smaller than smallest, and lines never stand closer than closestLead of the size of their type.
const smallest, closestLead = 8.0, 1.22

// scaled makes type larger or smaller. Lines of smaller type stand closer as well, as far as they can.
func (s style) scaled(f float64) style {
	closer := 1.0
	if f < 1 {
		f = max(f, min(1, smallest/s.size))
		closer = max(math.Sqrt(f), min(1, closestLead*s.size/s.lead))
	}
	s.size, s.lead = s.size*f, s.lead*f*closer
	return s
}

// styles is the scale of type on paper: the sizes of the design at 1000 pixels a page, in points.
type styles struct {
	palette look.Palette

	running                   style // running head and foot, the line that closes a page
	display, title, lead      style // cover title; page title and the sentences under it
	heading, subheading       style // of a chart or a list; of an entry
	body, list, quiet, small  style // paragraphs; lists; second lines; the smallest text
	chartTitle, chartSubtitle style
	letter                    style // the letter of an option
	place                     style // the number of a place
	question, ballot          style // the question on the cover; on a ballot
	claim, address, tiny      style // one of two claims; web addresses; the word at a cut
}

func newStyles(p look.Palette) styles {
	ink := func(f render.Face, size, lead float64) style { return style{f, size, lead, p.Ink} }
	quiet := func(size, lead float64) style { return style{render.Regular, size, lead, p.Quiet} }
	return styles{
		palette:       p,
		running:       quiet(9.7, 13),
		display:       ink(render.Bold, 30, 35),
		title:         ink(render.Bold, 21.4, 26.2),
		lead:          ink(render.Regular, 12.5, 17.8),
		heading:       ink(render.Semibold, 11.5, 15),
		subheading:    ink(render.Semibold, 10.6, 14),
		body:          ink(render.Regular, 10.1, 13.7),
		list:          ink(render.Regular, 10.1, 13.7),
		quiet:         quiet(10.1, 13.7),
		small:         quiet(9.2, 12.4),
		chartTitle:    ink(render.Semibold, 11.9, 15.4),
		chartSubtitle: quiet(9.7, 13.2),
		letter:        ink(render.Bold, 12.5, 16),
		place:         style{render.Bold, 17, 22, p.OnAccent},
		question:      quiet(15, 20),
		ballot:        ink(render.Bold, 17, 21),
		claim:         ink(render.Regular, 12.5, 16.6),
		address:       style{render.Regular, 9.2, 13.7, p.Accent},
		tiny:          quiet(smallest, 10),
	}
}
