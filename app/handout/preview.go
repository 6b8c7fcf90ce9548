package handout

import (
	"image"
	"image/color"
	"math"

	"doublefix/app/render"
)

// screen is a page of pixels: what only a file can do is left out.
type screen struct{ *render.Pixels }

var _ render.Page = screen{}

func (screen) Link(_, _, _, _ int, _ string)         {}
func (screen) InternalLink(_, _, _, _ int, _ string) {}
func (screen) Anchor(string, int)                    {}
func (screen) Bookmark(int, string, int)             {}
func (screen) Clip(_, _, _, _ int)                   {}
func (screen) EndClip()                              {}

// Preview draws a page (from 0) as pixels, scale of them a point: 1 shows A4 595 pixels wide. It is drawn by [Document.Draw], so
// it is the page that prints.
func (d *Document) Preview(page int, scale float64) *image.RGBA {
	w, h := d.Size()
	px := render.NewPixels(int(math.Round(w*scale)), int(math.Round(h*scale)), scale, color.White)
	d.Draw(page, screen{px})
	return px.Image()
}
