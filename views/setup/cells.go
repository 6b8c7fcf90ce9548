package setup

import (
	"fyne.io/fyne/v2"

	"doublefix/views/kit"
)

// cell is a part of a line of parts.
type cell struct {
	part fyne.CanvasObject
	grow float32 // its share of the width that is left; 0 for none
}

// cells puts parts side by side, at the bottom of the line, and goes on in the next line where there is no more room.
func cells(list ...cell) *fyne.Container {
	l := &cellLayout{}
	c := &fyne.Container{Layout: l}
	for _, p := range list {
		l.grow = append(l.grow, p.grow)
		kit.Append(c, p.part)
	}
	return c
}

const cellGap = 8

type cellLayout struct {
	grow  []float32
	width float32 // of the last layout; what MinSize assumes
}

// MinSize implements fyne.Layout: as wide as the widest part.
func (l *cellLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	size.Height = l.HeightFor(objects, max(l.width, size.Width))
	return size
}

// HeightFor implements kit.WrappingLayout.
func (l *cellLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout implements fyne.Layout.
func (l *cellLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// place tells where each part stands, and returns the height of all lines.
func (l *cellLayout) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	y := float32(0)
	for from := 0; from < len(objects); {
		to, used, grow := from, float32(-cellGap), float32(0)
		for to < len(objects) {
			w := objects[to].MinSize().Width + cellGap
			if to > from && used+w > width {
				break
			}
			used, grow = used+w, grow+l.grow[to]
			to++
		}
		widths, height := make([]float32, to-from), float32(0)
		for i := range widths {
			o := objects[from+i]
			widths[i] = o.MinSize().Width
			if grow > 0 {
				widths[i] += max(width-used, 0) * l.grow[from+i] / grow
			}
			height = max(height, kit.HeightFor(o, widths[i]))
		}
		if from > 0 {
			y += cellGap
		}
		x := float32(0)
		for i, w := range widths {
			o := objects[from+i]
			h := kit.HeightFor(o, w)
			put(o, fyne.NewPos(x, y+height-h), fyne.NewSize(w, h))
			x += w + cellGap
		}
		y, from = y+height, to
	}
	return y
}
