package chart

import (
	"io"
	"strings"

	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
)

// Alone is the frame of a chart that leaves the app as a file of its own: on white, with room around it, and with
// everything that has to go with the figures.
func Alone(w, h float64) Frame {
	return Frame{W: w, H: h, Palette: look.Print(), Text: 1, Pad: 24, Title: true, Notes: true, Source: true}
}

// WriteSVG writes a drawing of spec as an SVG file, with the chart in sentences as its description.
func WriteSVG(w io.Writer, spec Spec, d Drawing) error {
	svg := render.NewSVG(d.W, d.H, spec.Title, described(spec), string(spec.Tr.Lang()))
	d.Draw(svg)
	return svg.Save(w)
}

// described is what a file says of its chart: the chart in sentences, and every source by name where they only sum them up.
func described(spec Spec) string {
	if spec.Source == "" || strings.Contains(spec.Alt, strings.TrimSuffix(spec.Source, ".")) {
		return spec.Alt
	}
	return strings.TrimSpace(spec.Alt + " " + sentence(spec.Tr.T("chart.source", words.Args{"Source": spec.Source})))
}
