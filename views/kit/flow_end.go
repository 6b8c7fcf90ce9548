package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// FlowEnd is a [Flow] that ends in the first of ends that has room at the right of its last line, or of the next one where
// none has. The ends say the same, roomier ones first.
func FlowEnd(gap float32, ends []fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	for _, e := range ends[1:] {
		e.Hide()
	}
	return &fyne.Container{Layout: &flowEnd{flow: flow{gap: gap}, ends: len(ends)}, Objects: append(objects, ends...)}
}

type flowEnd struct {
	flow
	ends int
}

// parts are the objects that flow, and the ends, which come last, as the keys go through them.
func (f *flowEnd) parts(objects []fyne.CanvasObject) (main, ends []fyne.CanvasObject) {
	at := len(objects) - f.ends
	return objects[:at], objects[at:]
}

// MinSize implements fyne.Layout: as wide as the widest object, of the ends the last.
func (f *flowEnd) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, ends := f.parts(objects)
	size := f.flow.MinSize(append(slices.Clone(main), ends[len(ends)-1]))
	size.Height = f.HeightFor(objects, max(f.width, size.Width))
	return size
}

// HeightFor implements [WrappingLayout].
func (f *flowEnd) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return f.placeAll(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout implements fyne.Layout.
func (f *flowEnd) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	_, ends := f.parts(objects)
	for _, e := range ends {
		e.Hide()
	}
	f.placeAll(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Show()
		o.Move(pos)
		o.Resize(size)
	})
}

// placeAll places the objects and one end, and returns the height of all.
func (f *flowEnd) placeAll(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var right, top float32 // of the last line
	main, ends := f.parts(objects)
	height := f.place(main, width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		put(o, pos, size)
		right, top = pos.X+size.Width, pos.Y
	})
	if right > 0 {
		right += f.gap
	}
	for _, y := range []float32{top, height + f.gap} {
		for i, e := range ends {
			size := e.MinSize()
			if right+size.Width <= width || y > top && i == len(ends)-1 {
				put(e, fyne.NewPos(max(width-size.Width, 0), y), size)
				return max(height, y+size.Height)
			}
		}
		right = 0
	}
	return height
}
