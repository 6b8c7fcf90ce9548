package chart

import (
	"io"
	"math"
	"time"

	"doublefix/app"
	"doublefix/app/render"
)

// Scales are how many pixels of a picture file can stand for one logical pixel.
func Scales() []int { return []int{1, 2, 4} }

// mostPixels bounds a picture file, whose pixels all have to be in memory at once.
const mostPixels = 60e6

// perInch is how many logical pixels are an inch, as on the web.
const perInch = 96

// WritePNG writes a drawing of spec as a PNG file with scale pixels for a logical one, and with the chart in sentences as
// its description. The error is an [app.Error] that people can read where the picture would be too large.
func WritePNG(w io.Writer, spec Spec, d Drawing, scale int) error {
	k := float64(max(scale, 1))
	width, height := math.Ceil(d.W*k), math.Ceil(d.H*k)
	if width > render.MaxSide || height > render.MaxSide || width*height > mostPixels {
		return &app.Error{Code: app.Invalid, Key: "chart.error.picture", Args: map[string]any{
			"Width": spec.Tr.Number(width, 0), "Height": spec.Tr.Number(height, 0),
		}}
	}
	pixels := render.NewPixels(int(width), int(height), k, d.Back)
	d.Draw(pixels)
	return pixels.SavePNG(w, render.Info{Title: spec.Title, Text: described(spec), Language: string(spec.Tr.Lang()), PerInch: perInch * k})
}

// Sheet is the paper of a chart that leaves the app as a PDF file.
type Sheet struct {
	Paper   render.Paper
	Author  string
	Created time.Time // never the clock, so that files can repeat
}

// sheetMargin is the white around a chart on its page, in points.
const sheetMargin = 42

// WritePDF lays spec out w by h logical pixels and writes it as a PDF file of one page, as wide as the page has room for; a
// table that is longer than a page goes on on the next. The error is that of [Lay], or what the file could not be written for.
func WritePDF(out io.Writer, spec Spec, w, h float64, sheet Sheet) error {
	frame := Alone(w, h)
	frame.Pad, frame.Cited = 0, true // the page has its margin
	pageW, pageH := sheet.Paper.Size()
	room := Point{pageW - 2*sheetMargin, pageH - 2*sheetMargin}
	about := spec.Alt
	if about == "" {
		about = spec.Subtitle
	}
	pdf := render.NewDocument(sheet.Paper, render.Options{
		Title: spec.Title, Author: sheet.Author, Subject: about, Language: string(spec.Tr.Lang()), Created: sheet.Created,
	})
	for _, part := range Split(spec, frame, math.Floor(frame.W*room.Y/room.X)) {
		d, err := Lay(part, frame)
		if err != nil {
			return err
		}
		at := render.Units(sheetMargin)
		d.Draw(pdf.AddPage().At(at, at, min(room.X/d.W, room.Y/d.H, 1)))
	}
	return pdf.Output(out)
}
