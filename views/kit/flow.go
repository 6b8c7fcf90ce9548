package kit

import "fyne.io/fyne/v2"

// Flow puts objects side by side, each as wide as its minimum, and goes on in the next line where there is no more room.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap}, Objects: objects}
}

type flow struct {
	gap   float32
	width float32 // of the last layout; what MinSize assumes
}

// MinSize implements fyne.Layout: as wide as the widest object.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	size.Height = f.HeightFor(objects, max(f.width, size.Width))
	return size
}

// HeightFor implements [WrappingLayout].
func (f *flow) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return f.place(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout implements fyne.Layout.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
	})
}

// place tells where each object goes at a width, and returns the height of all.
func (f *flow) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, high float32
	for _, o := range objects {
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, high = 0, y+high+f.gap, 0
		}
		put(o, fyne.NewPos(x, y), size)
		x, high = x+size.Width+f.gap, max(high, size.Height)
	}
	return y + high
}
