package kit

import "fyne.io/fyne/v2"

// Pair puts two objects side by side, equally wide and high, while each gets at least the given width; else one below the
// other.
func Pair(gap, least float32, a, b fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &pair{gap: gap, least: least}, Objects: []fyne.CanvasObject{a, b}}
}

type pair struct {
	gap, least float32
	width      float32 // of the last layout; what MinSize assumes
}

// each is how wide an object becomes, and whether they stand side by side.
func (p *pair) each(width float32) (float32, bool) {
	if half := (width - p.gap) / 2; half >= p.least {
		return half, true
	}
	return width, false
}

// MinSize implements fyne.Layout.
func (p *pair) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := max(objects[0].MinSize().Width, objects[1].MinSize().Width)
	return fyne.NewSize(w, p.HeightFor(objects, max(p.width, w)))
}

// HeightFor implements [WrappingLayout].
func (p *pair) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	each, beside := p.each(width)
	a, b := HeightFor(objects[0], each), HeightFor(objects[1], each)
	if beside {
		return max(a, b)
	}
	return a + p.gap + b
}

// Layout implements fyne.Layout.
func (p *pair) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	each, beside := p.each(size.Width)
	a, b := HeightFor(objects[0], each), HeightFor(objects[1], each)
	second := fyne.NewPos(0, a+p.gap)
	if beside {
		a, b = max(a, b), max(a, b)
		second = fyne.NewPos(each+p.gap, 0)
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(each, a))
	objects[1].Move(second)
	objects[1].Resize(fyne.NewSize(each, b))
}
