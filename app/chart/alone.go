package chart

import (
	"io"

	"doublefix/app/look"
	"doublefix/app/render"
)

// Alone is the frame of a chart that leaves the app as a file of its own: on white, with room around it, and with
// everything that has to go with the figures.
func Alone(w, h float64) Frame {
	return Frame{W: w, H: h, Palette: look.Print(), Text: 1, Pad: 24, Title: true, Notes: true, Source: true}
}

// WriteSVG writes a drawing of spec as an SVG file, with the chart in sentences as its description.
func WriteSVG(w io.Writer, spec Spec, d Drawing) error {
	svg := render.NewSVG(d.W, d.H, spec.Title, spec.Alt, string(spec.Tr.Lang()))
	d.Draw(svg)
	return svg.Save(w)
}
