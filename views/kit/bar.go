package kit

import "fyne.io/fyne/v2"

// Bar is a [Flow] of tools that ends in one at the right of its last line. Where it needs more lines than it would with fewer
// words, parts say theirs in pictures or a few letters, those of tighten in their order, and no more of them than it takes. A
// part that can say it in ever less stands there several times.
func Bar(gap float32, end fyne.CanvasObject, tighten []fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	b := &bar{flow: flow{gap: gap}}
	for _, o := range tighten {
		b.steps = append(b.steps, tightening(o, nil))
	}
	return &fyne.Container{Layout: b, Objects: append(objects, end)}
}

// tightening are the parts of an object that can be tight, and taps before.
func tightening(o fyne.CanvasObject, taps []*Tap) []*Tap {
	switch o := o.(type) {
	case *Tap:
		if len(o.tight) > 0 {
			taps = append(taps, o)
		}
	case *fyne.Container:
		for _, part := range o.Objects {
			taps = tightening(part, taps)
		}
	}
	return taps
}

type bar struct {
	flow
	steps [][]*Tap
}

// MinSize implements fyne.Layout: as wide as the widest object while all are tight.
func (b *bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	b.with(len(b.steps), func() { size.Width = b.flow.MinSize(objects).Width })
	size.Height = b.HeightFor(objects, max(b.width, size.Width))
	return size
}

// HeightFor implements [WrappingLayout].
func (b *bar) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, height := b.choose(objects, width)
	return height
}

// Layout implements fyne.Layout.
func (b *bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	steps, _ := b.choose(objects, size.Width)
	for t, how := range b.tight(steps) {
		if t.content != how.content {
			t.hint = how.hint
			t.SetContent(how.content)
		}
	}
	b.placeAll(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
	})
}

// choose returns how many steps are tight at a width, and the height that is needed then.
func (b *bar) choose(objects []fyne.CanvasObject, width float32) (steps int, height float32) {
	at := func(steps int) (height, right float32) {
		b.with(steps, func() {
			height = b.placeAll(objects, width, func(_ fyne.CanvasObject, pos fyne.Position, size fyne.Size) { right = max(right, pos.X+size.Width) })
		})
		return height, right
	}
	least, _ := at(len(b.steps))
	for steps < len(b.steps) {
		if height, right := at(steps); height <= least && right <= width {
			break
		}
		steps++
	}
	return steps, least
}

// tight is how each part that can be tight is said after the first steps.
func (b *bar) tight(steps int) map[*Tap]tightly {
	times, how := map[*Tap]int{}, map[*Tap]tightly{}
	for i, taps := range b.steps {
		for _, t := range taps {
			if i < steps {
				times[t]++
			}
			how[t] = t.tight[min(times[t], len(t.tight)-1)]
		}
	}
	return how
}

// with measures while the first steps are tight; what is shown stays.
func (b *bar) with(steps int, measure func()) {
	for t, how := range b.tight(steps) {
		shown := t.content
		defer func() { t.content = shown }()
		t.content = how.content
	}
	measure()
}

// placeAll places the objects and the end, which is the last of them, and returns the height of all.
func (b *bar) placeAll(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var right, top float32 // of the last line
	end := objects[len(objects)-1]
	height := b.place(objects[:len(objects)-1], width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		put(o, pos, size)
		right, top = pos.X+size.Width+b.gap, pos.Y
	})
	size := end.MinSize()
	if right+size.Width > width && height > 0 {
		top = height + b.gap
	}
	put(end, fyne.NewPos(max(width-size.Width, 0), top), size)
	return max(height, top+size.Height)
}

// tightly is what a part shows, and what [Style.Hint] says of it.
type tightly struct {
	content fyne.CanvasObject
	hint    string
}

// canTighten lets a part say less where room is scarce, with a hint that says what it says no more. The first way is what it
// shows with room.
func (t *Tap) canTighten(content fyne.CanvasObject, hint string) {
	if t.tight == nil {
		t.tight = []tightly{{t.content, t.hint}}
	}
	t.tight = append(t.tight, tightly{content, hint})
}
