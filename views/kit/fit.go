package kit

import "fyne.io/fyne/v2"

// Fit shows the first of its variants that fits the width it gets, the last where none does. The variants say the same,
// roomier ones first.
func Fit(variants ...fyne.CanvasObject) *fyne.Container {
	for _, v := range variants[1:] {
		v.Hide()
	}
	return &fyne.Container{Layout: &fit{}, Objects: variants}
}

type fit struct{}

// MinSize is that of the smallest variant, so that a narrow window can have it.
func (fit) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[len(objects)-1].MinSize() }

// HeightFor implements [WrappingLayout]: that of the variant that would be shown.
func (f fit) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[f.choose(objects, width)], width)
}

// Layout implements fyne.Layout.
func (f fit) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	chosen := f.choose(objects, size.Width)
	for i, o := range objects {
		if i == chosen {
			o.Show()
			o.Move(fyne.Position{})
			o.Resize(size)
		} else {
			o.Hide()
		}
	}
}

func (fit) choose(objects []fyne.CanvasObject, width float32) int {
	for i, o := range objects {
		if o.MinSize().Width <= width {
			return i
		}
	}
	return len(objects) - 1
}

// Beside puts side at the right of main while main keeps at least the given width, else below it. The least of 0 is what
// main needs. Of several sides, which say the same, roomier ones first, the first that fits is shown.
func Beside(least float32, main fyne.CanvasObject, sides ...fyne.CanvasObject) *fyne.Container {
	for _, s := range sides[1:] {
		s.Hide()
	}
	return &fyne.Container{Layout: &beside{least: max(least, main.MinSize().Width)}, Objects: append([]fyne.CanvasObject{main}, sides...)}
}

type beside struct {
	least float32
	width float32
}

// choose returns the side to show, and whether it fits beside main.
func (n *beside) choose(objects []fyne.CanvasObject, width float32) (side fyne.CanvasObject, fits bool) {
	for _, s := range objects[1:] {
		if width-s.MinSize().Width >= n.least {
			return s, true
		}
	}
	return objects[1], false
}

// MinSize implements fyne.Layout.
func (n *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := max(objects[0].MinSize().Width, objects[len(objects)-1].MinSize().Width)
	return fyne.NewSize(w, n.HeightFor(objects, max(n.width, w)))
}

// HeightFor implements [WrappingLayout].
func (n *beside) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	main := objects[0]
	side, fits := n.choose(objects, width)
	if fits {
		w := side.MinSize().Width
		return max(HeightFor(main, width-w), HeightFor(side, w))
	}
	return HeightFor(main, width) + stackedGap + HeightFor(side, width)
}

// Layout implements fyne.Layout.
func (n *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n.width = size.Width
	main := objects[0]
	side, fits := n.choose(objects, size.Width)
	for _, s := range objects[1:] {
		if s != side {
			s.Hide()
		}
	}
	side.Show()
	if fits {
		w := side.MinSize().Width
		place(main, 0, size.Width-w, size.Height)
		place(side, size.Width-w, w, size.Height)
		return
	}
	h := HeightFor(main, size.Width)
	main.Move(fyne.Position{})
	main.Resize(fyne.NewSize(size.Width, h))
	side.Move(fyne.NewPos(0, h+stackedGap))
	side.Resize(fyne.NewSize(min(side.MinSize().Width, size.Width), HeightFor(side, size.Width)))
}

// stackedGap is the room between two parts that stand one below the other for want of width.
const stackedGap = 8

// place puts an object at x in the middle of the height, as high as it needs to be.
func place(o fyne.CanvasObject, x, width, height float32) {
	h := min(HeightFor(o, width), height)
	o.Move(fyne.NewPos(x, (height-h)/2))
	o.Resize(fyne.NewSize(width, h))
}
