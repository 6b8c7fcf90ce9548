package result

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/views/kit"
)

// plot is the chart of a card at the resolution of the screen. Title and notes are the card's own, and every figure is
// written out; what a mark says in a sentence stands at the foot of the window while the pointer is on it.
type plot struct {
	widget.BaseWidget

	style   kit.Style
	spec    chart.Spec
	raster  *canvas.Raster
	drawing chart.Drawing
	laid    fyne.Size
	picture *image.RGBA // of the drawing; nil before it is painted
	heights map[float32]float32
}

var (
	_ desktop.Hoverable = (*plot)(nil)
	_ kit.Wrapping      = (*plot)(nil)
)

// leastPlot is how narrow a chart can become, so that the window can.
const leastPlot = 200

func newPlot(s kit.Style, spec chart.Spec) *plot {
	p := &plot{style: s, spec: spec, heights: map[float32]float32{}}
	p.raster = canvas.NewRaster(p.paint)
	p.ExtendBaseWidget(p)
	return p
}

func (p *plot) frame(size fyne.Size) chart.Frame {
	return chart.Frame{W: float64(size.Width), H: float64(size.Height), Palette: p.style.Palette, Text: float64(p.style.Factor)}
}

// HeightFor implements [kit.Wrapping].
func (p *plot) HeightFor(width float32) float32 {
	h, ok := p.heights[width]
	if !ok {
		h = float32(math.Ceil(chart.MinHeight(p.spec, p.frame(fyne.NewSize(width, 0)))))
		p.heights[width] = h
	}
	return h
}

// MinSize implements fyne.Widget.
func (p *plot) MinSize() fyne.Size {
	return fyne.NewSize(leastPlot, p.HeightFor(max(p.Size().Width, leastPlot)))
}

// lay lays the chart out for the size that the widget has.
func (p *plot) lay(size fyne.Size) {
	if size == p.laid || size.Width < 1 || size.Height < 1 {
		return
	}
	if d, err := chart.Lay(p.spec, p.frame(size)); err == nil {
		p.drawing, p.laid, p.picture = d, size, nil
	}
}

// paint draws the chart w by h device pixels large, once a size.
func (p *plot) paint(w, h int) image.Image {
	if w < 1 || h < 1 || p.laid.Width < 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	if p.picture == nil || p.picture.Bounds().Dx() != w || p.picture.Bounds().Dy() != h {
		r := render.NewPixels(w, h, float64(w)/float64(p.laid.Width), p.style.Palette.Paper)
		p.drawing.Draw(r)
		p.picture = r.Image()
	}
	return p.picture
}

// MouseIn implements desktop.Hoverable.
func (p *plot) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved says what the mark under the pointer says.
func (p *plot) MouseMoved(ev *desktop.MouseEvent) {
	if i, ok := p.drawing.At(chart.Point{X: float64(ev.Position.X), Y: float64(ev.Position.Y)}); ok {
		p.say(p.spec.Marks[p.drawing.Hits[i].Mark].Spoken)
	}
}

// MouseOut implements desktop.Hoverable.
func (p *plot) MouseOut() { p.say("") }

func (p *plot) say(text string) {
	if p.style.Hint != nil {
		p.style.Hint(text)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *plot) CreateRenderer() fyne.WidgetRenderer { return plotRenderer{p} }

type plotRenderer struct{ p *plot }

func (r plotRenderer) Layout(size fyne.Size) {
	r.p.lay(size)
	r.p.raster.Resize(size)
}

func (r plotRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r plotRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.raster} }
func (r plotRenderer) Refresh()                     { canvas.Refresh(r.p) }
func (r plotRenderer) Destroy()                     {}
