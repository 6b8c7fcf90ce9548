package chartview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tileHeight is how much of a chart one texture shows. Graphics cards refuse textures of more than some thousand pixels, and
// a long printed table is higher than that.
const tileHeight = 1600

// tile sees that there are as many tiles as a chart of that height needs.
func (v *View) tile(height float32) {
	n := max(int(math.Ceil(float64(height/tileHeight))), 1)
	for i := len(v.tiles); i < n; i++ {
		t := canvas.NewRaster(func(w, h int) image.Image { return v.piece(i, w, h) })
		t.ScaleMode = canvas.ImageScaleFastest
		v.tiles = append(v.tiles, t)
	}
	v.tiles = v.tiles[:n]
}

func (v *View) placeTiles(size fyne.Size) {
	v.tile(size.Height)
	for i, t := range v.tiles {
		top := float32(i) * tileHeight
		t.Move(fyne.NewPos(0, top))
		t.Resize(fyne.NewSize(size.Width, min(size.Height-top, tileHeight)))
	}
}

// piece hands out the part of the picture that the tile i shows, w by h device pixels. It is called while the window paints:
// it never draws the chart itself.
func (v *View) piece(i, w, h int) image.Image {
	size := v.Size()
	scale := float64(w) / float64(max(size.Width, 1))
	want := image.Pt(w, h)
	if len(v.tiles) > 1 {
		want.Y = int(math.Ceil(float64(size.Height) * scale))
	}
	v.want(want)
	if v.picture.img == nil {
		blank := image.NewRGBA(image.Rect(0, 0, 1, 1))
		blank.Set(0, 0, v.style.Palette.Paper)
		return blank
	}
	whole := v.picture.img
	if len(v.tiles) == 1 {
		return whole
	}
	stretch := float64(whole.Rect.Dy()) / float64(max(size.Height, 1)) // an old picture may be of another size
	from := min(int(math.Round(float64(i*tileHeight)*stretch)), whole.Rect.Dy()-1)
	to := min(int(math.Round((float64(i*tileHeight)+float64(h)/scale)*stretch)), whole.Rect.Dy())
	to = max(to, from+1)
	return &image.RGBA{
		Pix: whole.Pix[from*whole.Stride : to*whole.Stride], Stride: whole.Stride, Rect: image.Rect(0, 0, whole.Rect.Dx(), to-from),
	}
}

// want has the picture drawn in a size in device pixels, unless it is there or under way. The first is drawn at once; while a
// window is being resized, the old one is stretched.
func (v *View) want(size image.Point) {
	if v.picture.size == size || v.asked == size || size.X <= 0 || size.Y <= 0 {
		return
	}
	v.asked = size
	if v.picture.img == nil || v.lent {
		v.render(size)
	} else {
		v.settle.Call(func() { v.render(v.asked) })
	}
}
