package render

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// Pixels is a renderer that draws into a picture. Save writes it as PNG.
type Pixels struct {
	*pen
	img *image.RGBA
}

var _ chart.Renderer = (*Pixels)(nil)

// MaxSide is how many device pixels a picture can be wide or high.
const MaxSide = 20000

// NewPixels makes a picture of w by h device pixels, at least 1 and at most
// [MaxSide] each. Scale is device pixels per logical pixel: 2 on a display with
// doubled pixels. A nil background is transparent.
func NewPixels(w, h int, scale float64, background color.Color) *Pixels {
	w, h = min(max(w, 1), MaxSide), min(max(h, 1), MaxSide)
	if !finite(scale) || scale <= 0 {
		scale = 1
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if background != nil {
		draw.Draw(img, img.Rect, image.NewUniform(background), image.Point{}, draw.Src)
	}
	back := &raster{img: img, scale: min(scale, maxScale), cover: newCover(w, h), glyphs: map[glyphKey]*outline{}, cut: map[cutKey][]side{}}
	return &Pixels{pen: &pen{back: back, scale: 1}, img: img}
}

// Image returns the picture itself, not a copy: later drawing changes it.
func (p *Pixels) Image() *image.RGBA { return p.img }

// raster is the back end of Pixels.
type raster struct {
	img    *image.RGBA
	scale  float64
	cover  *cover
	glyphs map[glyphKey]*outline
	cut    map[cutKey][]side
}

func (r *raster) fill(p *path, c drawing.Color) {
	lines := flatten(p, r.scale)
	snapAreas(lines)
	for _, l := range lines {
		for i, a := range l.points {
			r.cover.line(a, l.points[(i+1)%len(l.points)])
		}
	}
	r.cover.paint(r.img, c)
}

func (r *raster) stroke(p *path, s stroke) {
	lines := flatten(p, r.scale)
	width := s.width * r.scale
	if width <= maxCrisp && snapLines(lines, width) {
		if width < 1 { // thinner than a pixel: as light as it is thin
			s.color.A = uint8(math.Round(float64(s.color.A) * max(width, 0.25)))
		}
		width = max(1, math.Round(width))
	}
	st := &stroker{cover: r.cover, half: width / 2, round: s.round}
	pattern, sum := make([]float64, len(s.dash)), 0.0
	for i, d := range s.dash {
		pattern[i] = d * r.scale
		sum += pattern[i]
	}
	for _, l := range lines {
		if sum < minPattern {
			st.polyline(l)
		} else {
			st.dashed(l, pattern)
		}
	}
	r.cover.paint(r.img, s.color)
}

func (r *raster) save(w io.Writer) error {
	if c, ok := w.(chart.RGBACollector); ok {
		c.SetRGBA(r.img)
		return nil
	}
	return png.Encode(w, r.img)
}
