package kit

import "fyne.io/fyne/v2"

// Wrapping is an object whose height depends on its width.
type Wrapping interface {
	// HeightFor returns the height that the object needs at a width, both in Fyne's units.
	HeightFor(width float32) float32
}

// WrappingLayout is a layout that can tell its height for a width.
type WrappingLayout interface {
	// HeightFor returns the height that objects need when they are laid out at a width.
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor returns the height that o needs at the given width; Fyne itself only knows one minimum size.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch w := o.(type) {
	case Wrapping:
		return w.HeightFor(width)
	case *fyne.Container:
		if l, ok := w.Layout.(WrappingLayout); ok {
			return l.HeightFor(w.Objects, width)
		}
	}
	return o.MinSize().Height
}

// Append puts objects at the end of a container that is being built. Fyne's own Add lays the container out each time.
func Append(c *fyne.Container, objects ...fyne.CanvasObject) {
	c.Objects = append(c.Objects, objects...)
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// Column puts objects one below the other, each as wide as the column and as high as it needs at that width. One object
// may be named to take the height that is left.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &column{gap: gap}, Objects: objects}
}

// ColumnGrow is Column with grow taking what height is left.
func ColumnGrow(gap float32, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &column{gap: gap, grow: grow}, Objects: objects}
}

type column struct {
	gap   float32
	grow  fyne.CanvasObject
	width float32 // of the last layout; what MinSize assumes
}

// MinSize implements fyne.Layout. Its height is that at the width of the last layout: Fyne asks without a width.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	size.Height = c.HeightFor(objects, max(c.width, size.Width))
	return size
}

// HeightFor implements [WrappingLayout]; the growing object counts with its minimum.
func (c *column) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for i, o := range visible(objects) {
		if i > 0 {
			h += c.gap
		}
		if o == c.grow {
			h += o.MinSize().Height
			continue
		}
		h += HeightFor(o, width)
	}
	return h
}

// Layout implements fyne.Layout. Where the height does not suffice, the last objects hang out below.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	left := size.Height - c.HeightFor(objects, size.Width)
	y := float32(0)
	for _, o := range visible(objects) {
		h := HeightFor(o, size.Width)
		if o == c.grow {
			h = o.MinSize().Height + max(left, 0)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + c.gap
	}
}

// Row puts objects side by side, centred on one line, each as wide as its minimum.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &row{gap: gap}, Objects: objects}
}

// RowGrow is Row with grow taking what width is left; use [Gap] to push what follows to the end.
func RowGrow(gap float32, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &row{gap: gap, grow: grow}, Objects: objects}
}

// RowTop is RowGrow with everything at the top of the line and as high as it, for panes side by side.
func RowTop(gap float32, grow fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &row{gap: gap, grow: grow, fill: true}, Objects: objects}
}

type row struct {
	gap  float32
	grow fyne.CanvasObject
	fill bool // as high as the row instead of centred
}

// MinSize implements fyne.Layout. Its height is that of objects at their minimum: a row with wrapped text is asked by
// [HeightFor].
func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		if i > 0 {
			size.Width += r.gap
		}
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// widths returns how wide each object becomes in a row of the total width.
func (r *row) widths(objects []fyne.CanvasObject, total float32) []float32 {
	w := make([]float32, len(objects))
	left := total - r.gap*float32(max(len(objects)-1, 0))
	for i, o := range objects {
		w[i] = o.MinSize().Width
		left -= w[i]
	}
	for i, o := range objects {
		if o == r.grow {
			w[i] = max(w[i]+left, 0)
		}
	}
	return w
}

// HeightFor implements [WrappingLayout].
func (r *row) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	var h float32
	for i, w := range r.widths(shown, width) {
		h = max(h, HeightFor(shown[i], w))
	}
	return h
}

// Layout implements fyne.Layout.
func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	x := float32(0)
	for i, w := range r.widths(shown, size.Width) {
		h := size.Height
		if !r.fill {
			h = min(HeightFor(shown[i], w), size.Height)
		}
		shown[i].Move(fyne.NewPos(x, (size.Height-h)/2))
		shown[i].Resize(fyne.NewSize(w, h))
		x += w + r.gap
	}
}

// Gap returns an empty object for [RowGrow] and [ColumnGrow].
func Gap() fyne.CanvasObject { return Fixed(0, 0) }
