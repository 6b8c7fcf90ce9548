package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Fixed gives objects, stacked, at least the size w × h.
func Fixed(w, h float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fixed{fyne.NewSize(w, h)}, Objects: objects}
}

type fixed struct{ size fyne.Size }

// MinSize implements fyne.Layout: the size it was made with, whatever is in it.
func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

// Layout implements fyne.Layout: all objects fill the room, one over the other.
func (f fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// Inset is the room around an object.
type Inset struct{ Top, Right, Bottom, Left float32 }

// Even is the same room on every side.
func Even(v float32) Inset { return Inset{v, v, v, v} }

// Pad puts room around an object.
func Pad(in Inset, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: pad{in}, Objects: []fyne.CanvasObject{object}}
}

type pad struct{ Inset }

// MinSize implements fyne.Layout.
func (p pad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(p.Left+p.Right, p.Top+p.Bottom)
}

// HeightFor implements [WrappingLayout]: the object wraps at what the sides leave.
func (p pad) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width-p.Left-p.Right) + p.Top + p.Bottom
}

// Layout implements fyne.Layout.
func (p pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(p.Left, p.Top))
	objects[0].Resize(fyne.NewSize(size.Width-p.Left-p.Right, size.Height-p.Top-p.Bottom))
}

// Behind puts back behind an object and gives both the same size; the object alone decides how large.
func Behind(back, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: behind{}, Objects: []fyne.CanvasObject{back, object}}
}

type behind struct{}

// MinSize implements fyne.Layout: that of the object in front.
func (behind) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

// HeightFor implements [WrappingLayout]: that of the object in front.
func (behind) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[1], width)
}

// Layout implements fyne.Layout.
func (behind) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// Center keeps an object at its minimum size in the middle of what it gets.
func Center(object fyne.CanvasObject) *fyne.Container { return container.NewCenter(object) }

// Scroll shows a body of any height in whatever height there is. The body is laid out at the full width first, so that
// wrapped text counts with its real height.
func Scroll(body fyne.CanvasObject) *Scroller {
	s := &Scroller{Least: 48}
	s.inner = &fyne.Container{Layout: &scrollBody{}, Objects: []fyne.CanvasObject{body}}
	s.scroll = container.NewVScroll(s.inner)
	s.Container = &fyne.Container{Layout: s, Objects: []fyne.CanvasObject{s.scroll}}
	return s
}

// Scroller is a vertical scroll pane; put its Container into the window.
type Scroller struct {
	Container *fyne.Container
	Least     float32 // height that the pane asks for at least
	scroll    *container.Scroll
	inner     *fyne.Container
}

// MinSize lets the pane shrink to its least height.
func (s *Scroller) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(s.inner.Objects[0].MinSize().Width, s.Least)
}

// Layout tells the body its width before the pane asks for its height.
func (s *Scroller) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.inner.Layout.(*scrollBody).width = size.Width
	s.scroll.Resize(size)
	s.scroll.Refresh()
}

// Reveal scrolls until the part from top to bottom of the body is seen, no further than needed.
func (s *Scroller) Reveal(top, bottom float32) {
	y, h := s.scroll.Offset.Y, s.scroll.Size().Height
	switch {
	case top < y:
		y = top
	case bottom > y+h:
		y = min(bottom-h, top)
	default:
		return
	}
	s.SetOffset(y)
}

// RevealIn scrolls until the part from top to bottom of an object somewhere in the body is seen.
func (s *Scroller) RevealIn(o fyne.CanvasObject, top, bottom float32) {
	at := s.placeOf(o)
	s.Reveal(at+top, at+bottom)
}

// SeenOf returns which part of an object somewhere in the body is in sight, from top to bottom.
func (s *Scroller) SeenOf(o fyne.CanvasObject) (top, bottom float32) {
	top = s.Offset() - s.placeOf(o)
	return max(top, 0), max(top+s.scroll.Size().Height, 0)
}

// placeOf is how far below the top of the body an object stands. The driver knows that only of what was painted before, so
// it is found by way of the containers.
func (s *Scroller) placeOf(o fyne.CanvasObject) float32 {
	y, _ := placeIn(s.inner, o)
	return y
}

// placeIn returns how far below the top of a container an object somewhere in it stands.
func placeIn(c *fyne.Container, o fyne.CanvasObject) (y float32, ok bool) {
	for _, child := range c.Objects {
		if child == o {
			return child.Position().Y, true
		}
		if inner, is := child.(*fyne.Container); is {
			if y, ok := placeIn(inner, o); ok {
				return inner.Position().Y + y, true
			}
		}
	}
	return 0, false
}

// Relayout lays the body out anew, as after something in it has grown.
func (s *Scroller) Relayout() {
	size := s.Container.Size()
	s.Layout(nil, size)
	body := s.inner.Objects[0]
	if c, ok := body.(*fyne.Container); ok {
		c.Layout.Layout(c.Objects, c.Size())
	}
}

// Offset returns how far the body is scrolled.
func (s *Scroller) Offset() float32 { return s.scroll.Offset.Y }

// SetOffset scrolls the body.
func (s *Scroller) SetOffset(y float32) { s.scroll.ScrollToOffset(fyne.NewPos(0, y)) }

// Key scrolls by Page Up, Page Down and the arrows up and down, and reports whether anything moved.
func (s *Scroller) Key(ev *fyne.KeyEvent) bool {
	const line = 40
	page := s.scroll.Size().Height * 0.9
	by := map[fyne.KeyName]float32{fyne.KeyPageUp: -page, fyne.KeyPageDown: page, fyne.KeyUp: -line, fyne.KeyDown: line}[ev.Name]
	last := max(s.inner.Size().Height-s.scroll.Size().Height, 0)
	to := min(max(s.Offset()+by, 0), last)
	if to == s.Offset() {
		return false
	}
	s.SetOffset(to)
	return true
}

type scrollBody struct{ width float32 }

// MinSize implements fyne.Layout: as high as the body is at the width of the pane.
func (b *scrollBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := objects[0].MinSize().Width
	return fyne.NewSize(w, HeightFor(objects[0], max(b.width, w)))
}

// Layout implements fyne.Layout.
func (b *scrollBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

// Dashed returns a box with a dashed border, for a place that is still empty.
func (s Style) Dashed() *fyne.Container {
	return &fyne.Container{Layout: &dashes{}, Objects: dashLines(s)}
}

const dashCount = 8 // dashes a side

func dashLines(s Style) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for range 4 * dashCount {
		l := canvas.NewLine(s.Palette.Quiet)
		l.StrokeWidth = 1
		lines = append(lines, l)
	}
	return lines
}

type dashes struct{}

// MinSize implements fyne.Layout: a border asks for no room of its own.
func (*dashes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout: a quarter of the lines to each side.
func (*dashes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		side, n := i/dashCount, float32(i%dashCount)
		from, to := (n+0.2)/dashCount, (n+0.8)/dashCount
		line := o.(*canvas.Line)
		switch side {
		case 0:
			line.Position1, line.Position2 = fyne.NewPos(from*size.Width, 0), fyne.NewPos(to*size.Width, 0)
		case 1:
			line.Position1, line.Position2 = fyne.NewPos(from*size.Width, size.Height), fyne.NewPos(to*size.Width, size.Height)
		case 2:
			line.Position1, line.Position2 = fyne.NewPos(0, from*size.Height), fyne.NewPos(0, to*size.Height)
		default:
			line.Position1, line.Position2 = fyne.NewPos(size.Width, from*size.Height), fyne.NewPos(size.Width, to*size.Height)
		}
	}
}

// Fill is a layout that gives its objects all the room there is, and asks for what the largest needs.
type Fill struct{}

// MinSize implements fyne.Layout.
func (Fill) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Layout implements fyne.Layout.
func (Fill) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// HeightFor implements [WrappingLayout]: the highest of the objects at that width.
func (Fill) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range objects {
		h = max(h, HeightFor(o, width))
	}
	return h
}

// Wide is a layout of a fixed width that fills the height.
type Wide float32

// MinSize implements fyne.Layout.
func (w Wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (w Wide) Layout(objects []fyne.CanvasObject, size fyne.Size) { Fill{}.Layout(objects, size) }

// HeightFor implements [WrappingLayout]: at its own width, whatever is offered.
func (w Wide) HeightFor(objects []fyne.CanvasObject, _ float32) float32 {
	return HeightFor(objects[0], float32(w))
}
