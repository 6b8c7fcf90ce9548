package chart

import "doublefix/app/look"

// Alone is the frame of a chart that leaves the app as a file of its own: on white, with room around it, and with
// everything that has to go with the figures.
func Alone(w, h float64) Frame {
	return Frame{W: w, H: h, Palette: look.Print(), Text: 1, Pad: 24, Title: true, Notes: true, Source: true}
}
