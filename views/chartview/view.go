// Package chartview shows a chart in the window: a picture at device resolution, drawn beside the window's goroutine, and
// over it the mark that is being read. Reading a point never draws the chart again.
package chartview

import (
	"image"
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/views/kit"
	"doublefix/views/task"
)

// resizePause is how long a window must keep its size before the chart is drawn anew; the old picture is stretched
// meanwhile.
const resizePause = 100 * time.Millisecond

// View is the chart widget. One mark at most is being read.
type View struct {
	widget.BaseWidget
	OnRead func(mark int) // the mark being read has changed; -1 is none
	OnOpen func(mark int) // Enter or a click on the mark being read
	Quiet  bool           // outline the mark, but show no card: it is read elsewhere

	// Seen tells which part of the chart, from top to bottom, is in sight where it stands in a scroll pane; nil for all of it.
	Seen func() (top, bottom float32)

	style   kit.Style
	spec    chart.Spec
	reading func(mark int) Reading

	draw    task.Latest[picture]
	settle  task.Settle
	picture picture
	lent    bool        // the picture is that of the view before
	asked   image.Point // size in device pixels of the picture under way
	drawing chart.Drawing
	laid    fyne.Size
	heights map[float32]float32 // least height by width

	current int
	focused bool
	keyed   bool             // a key is being handled
	tiles   []*canvas.Raster // the picture in pieces, from top to bottom
	over    *overlay
	drawn   int // how often the chart was drawn
}

type picture struct {
	img  *image.RGBA
	size image.Point
}

var (
	_ fyne.Focusable    = (*View)(nil)
	_ fyne.Tappable     = (*View)(nil)
	_ desktop.Hoverable = (*View)(nil)
)

// New returns a view of spec. reading tells what the card over a mark says.
func New(style kit.Style, runner task.Runner, spec chart.Spec, reading func(mark int) Reading) *View {
	v := &View{style: style, spec: spec, reading: reading, current: -1, heights: map[float32]float32{}}
	v.draw.Runner = runner
	v.settle = task.Settle{Runner: runner, Wait: resizePause}
	v.tile(0)
	v.over = newOverlay(style)
	v.ExtendBaseWidget(v)
	return v
}

// After shows the picture of the view before until its own is drawn, so that nothing flickers where a chart only changes.
func (v *View) After(before *View) {
	if before != nil && before.picture.img != nil {
		v.picture, v.lent = picture{img: before.picture.img}, true
	}
}

// HeightFor implements [kit.Wrapping]. Layouts ask often, and a chart never changes, so each answer is kept.
func (v *View) HeightFor(width float32) float32 {
	h, ok := v.heights[width]
	if !ok {
		h = float32(math.Ceil(chart.MinHeight(v.spec, v.frame(fyne.NewSize(width, 0)))))
		v.heights[width] = h
	}
	return h
}

// MinSize is small: the chart fits itself to what it gets, and a scroll pane asks HeightFor.
func (v *View) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	w := float32(320)
	if s := v.Size(); s.Width > w {
		w = s.Width
	}
	return fyne.NewSize(320, v.HeightFor(w))
}

func (v *View) frame(size fyne.Size) chart.Frame {
	return chart.Frame{
		W: float64(size.Width), H: float64(size.Height), Palette: v.style.Palette, Text: float64(v.style.Factor),
		Title: true, Notes: true,
	}
}

// layout lays the chart out for the widget's size, which is cheap, so that marks are where the eye sees them.
func (v *View) layout(size fyne.Size) {
	if size == v.laid || size.Width < 1 || size.Height < 1 {
		return
	}
	d, err := chart.Lay(v.spec, v.frame(size))
	if err != nil {
		return
	}
	v.drawing, v.laid = d, size
}

func (v *View) render(want image.Point) {
	size := v.Size()
	v.layout(size)
	d, scale, paper := v.drawing, float64(want.X)/float64(max(size.Width, 1)), v.style.Palette.Paper
	v.draw.Go(func() picture {
		return picture{img: drawPixels(d, want, scale, paper), size: want}
	}, func(p picture) {
		v.picture, v.lent = p, false
		v.drawn++
		for _, t := range v.tiles {
			t.Refresh()
		}
	})
}

// drawPixels draws a drawing as a picture of the given size in device pixels; where that is more than a picture can have, as
// of a long table in large text, as a coarser one of the same shape.
func drawPixels(d chart.Drawing, size image.Point, scale float64, back color.Color) *image.RGBA {
	if part := render.MaxSide / float64(max(size.X, size.Y, 1)); part < 1 {
		size, scale = image.Pt(int(float64(size.X)*part), int(float64(size.Y)*part)), scale*part
	}
	r := render.NewPixels(size.X, size.Y, scale, back)
	d.Draw(r)
	return r.Image()
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{v} }

type viewRenderer struct{ v *View }

func (r *viewRenderer) Layout(size fyne.Size) {
	r.v.layout(size)
	r.v.placeTiles(size)
	r.v.over.place(r.v)
}

func (r *viewRenderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *viewRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, t := range r.v.tiles {
		objects = append(objects, t)
	}
	return append(objects, r.v.over.objects()...)
}

func (r *viewRenderer) Refresh() {
	r.v.over.place(r.v)
	canvas.Refresh(r.v)
}

// Destroy drops the picture under way. Fyne may make another renderer for the same widget; that one asks again.
func (r *viewRenderer) Destroy() {
	r.v.draw.Cancel()
	r.v.asked = image.Point{}
}
