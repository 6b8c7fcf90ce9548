package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Look is what a surface looks like; nil colours are not drawn.
type Look struct {
	Fill, Hover, Stroke color.Color
	Bar                 color.Color // a strip of 3 points at the left edge: the current one of several
}

// Surface shows any content on a ground that answers the pointer. It takes no focus: see [Tap] and [List].
type Surface struct {
	widget.BaseWidget
	Name     string // what pressing does, in words
	OnTapped func()

	style    Style
	look     Look
	content  fyne.CanvasObject
	disabled bool
	hovered  bool
	ring     bool   // the focus is here
	hint     string // for [Style.Hint]; "" says nothing
}

var (
	_ fyne.Tappable      = (*Surface)(nil)
	_ desktop.Hoverable  = (*Surface)(nil)
	_ desktop.Cursorable = (*Surface)(nil)
)

// Surface returns content on a surface.
func (s Style) Surface(name string, look Look, content fyne.CanvasObject, tapped func()) *Surface {
	f := &Surface{}
	f.init(s, name, look, content, tapped)
	f.ExtendBaseWidget(f)
	return f
}

func (f *Surface) init(s Style, name string, look Look, content fyne.CanvasObject, tapped func()) {
	f.Name, f.OnTapped, f.style, f.look, f.content = name, tapped, s, look, content
}

// Tapped implements fyne.Tappable.
func (f *Surface) Tapped(*fyne.PointEvent) { f.Press() }

// Press does what a click does.
func (f *Surface) Press() {
	if !f.disabled && f.OnTapped != nil {
		f.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (f *Surface) MouseIn(*desktop.MouseEvent) { f.hovered = true; f.tell(); f.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (f *Surface) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (f *Surface) MouseOut() { f.hovered = false; f.tell(); f.Refresh() }

// Held reports whether the pointer or the focus is here.
func (f *Surface) Held() bool { return f.hovered || f.ring }

// tell shows the hint while the pointer or the focus is here.
func (f *Surface) tell() {
	switch {
	case f.hint == "" || f.style.Hint == nil:
	case f.hovered || f.ring:
		f.style.Hint(f.hint)
	default:
		f.style.Hint("")
	}
}

// Cursor implements desktop.Cursorable.
func (f *Surface) Cursor() desktop.Cursor {
	if f.disabled || f.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// SetContent changes the content.
func (f *Surface) SetContent(content fyne.CanvasObject) { f.content = content; f.Refresh() }

// SetLook changes what the surface looks like.
func (f *Surface) SetLook(look Look) { f.look = look; f.Refresh() }

// HeightFor implements [Wrapping].
func (f *Surface) HeightFor(width float32) float32 { return HeightFor(f.content, width) }

// CreateRenderer implements fyne.Widget.
func (f *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{
		surface: f, bar: canvas.NewRectangle(color.Transparent),
		back: f.style.Rect(color.Transparent, nil), ring: f.style.Rect(color.Transparent, f.style.Palette.Accent),
	}
	r.ring.StrokeWidth = 2 * f.style.Palette.Line
	r.dress()
	return r
}

type surfaceRenderer struct {
	surface         *Surface
	back, ring, bar *canvas.Rectangle
}

func (r *surfaceRenderer) dress() {
	f := r.surface
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = color.Transparent, color.Transparent, 0
	if f.look.Fill != nil {
		r.back.FillColor = f.look.Fill
	}
	if f.hovered && !f.disabled && f.look.Hover != nil {
		r.back.FillColor = f.look.Hover
	}
	p := f.style.Palette
	switch {
	case p.Framed() && f.hovered && !f.disabled && f.look.Hover != nil:
		r.back.StrokeColor, r.back.StrokeWidth = p.Accent, p.Line
	case f.look.Stroke != nil:
		r.back.StrokeColor, r.back.StrokeWidth = f.look.Stroke, p.Line
	case p.Framed() && f.look.Fill != nil:
		r.back.StrokeColor, r.back.StrokeWidth = p.Rule, p.Line
	}
	r.bar.Hidden = f.look.Bar == nil
	r.bar.FillColor = f.look.Bar
	r.ring.Hidden = !f.ring
	r.ring.StrokeColor = p.Accent
	if r.onAccent() { // where a ring in the same colour would not be seen
		r.ring.StrokeColor = p.OnAccent
	}
}

// onAccent reports whether the surface is filled with the colour of the ring.
func (r *surfaceRenderer) onAccent() bool {
	return r.back.FillColor == color.Color(r.surface.style.Palette.Accent)
}

// ringInset is how far inside the edge a ring stands that has the fill around it.
const ringInset = 3

func (r *surfaceRenderer) Layout(size fyne.Size) {
	for _, o := range []fyne.CanvasObject{r.back, r.surface.content, r.ring} {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
	if r.onAccent() {
		r.ring.Move(fyne.NewSquareOffsetPos(ringInset))
		r.ring.Resize(size.SubtractWidthHeight(2*ringInset, 2*ringInset))
	}
	r.bar.Resize(fyne.NewSize(3, size.Height-8))
	r.bar.Move(fyne.NewPos(0, 4))
}

func (r *surfaceRenderer) MinSize() fyne.Size { return r.surface.content.MinSize() }

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.bar, r.surface.content, r.ring}
}

func (r *surfaceRenderer) Destroy() {}

func (r *surfaceRenderer) Refresh() {
	r.dress()
	r.back.Refresh()
	r.ring.Refresh()
	r.Layout(r.surface.Size())
	canvas.Refresh(r.surface)
}
