package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"doublefix/app/chart"
)

// Current returns the mark that is being read, -1 for none.
func (v *View) Current() int { return v.current }

// Place returns where the mark being read stands, from top to bottom.
func (v *View) Place() (top, bottom float32, ok bool) {
	hit, ok := v.hit()
	return float32(hit.Box.Y), float32(hit.Box.Bottom()), ok
}

// Keyed reports whether the mark is being read by a key rather than the pointer.
func (v *View) Keyed() bool { return v.keyed }

// read reads a mark; -1 reads none.
func (v *View) read(mark int) {
	if mark == v.current || mark >= len(v.spec.Marks) {
		return
	}
	v.current = mark
	if v.OnRead != nil {
		v.OnRead(mark) // may scroll, so the card finds its place after it
	}
	v.Refresh()
}

// ReadID reads the mark of the row with this id, if it is drawn. Rows without an id are not meant by "".
func (v *View) ReadID(id string) {
	if id == "" {
		return
	}
	for i, m := range v.spec.Marks {
		if m.ID == id {
			v.read(i)
			return
		}
	}
}

// next reads the mark that lies in a direction: dx, dy are -1, 0 or 1. The first call reads the first mark. Where every
// figure has a line of its own, left and right go through the lines, so that the same keys read every chart.
func (v *View) next(dx, dy int) {
	if len(v.drawing.Hits) == 0 {
		return
	}
	if dx != 0 && v.alone() {
		dx, dy = 0, dx
	}
	v.read(v.drawing.Neighbour(v.current, dx, dy))
}

// alone reports whether the mark being read is the only one of its track.
func (v *View) alone() bool {
	current, ok := v.hit()
	if !ok {
		return false
	}
	n := 0
	for _, h := range v.drawing.Hits {
		if h.Track == current.Track {
			n++
		}
	}
	return n == 1
}

// TypedKey reads marks by arrows, Home and End, opens one by Enter and lets go by Esc.
func (v *View) TypedKey(ev *fyne.KeyEvent) {
	if !v.Key(ev) && v.style.Key != nil {
		v.style.Key(ev)
	}
}

// Key handles a key that reads marks and reports whether it was one.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	v.keyed = true
	defer func() { v.keyed = false }()
	switch ev.Name {
	case fyne.KeyLeft:
		v.next(-1, 0)
	case fyne.KeyRight:
		v.next(1, 0)
	case fyne.KeyUp:
		v.next(0, -1)
	case fyne.KeyDown:
		v.next(0, 1)
	case fyne.KeyHome, fyne.KeyEnd:
		v.readEnd(ev.Name == fyne.KeyEnd)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.open()
	case fyne.KeyEscape:
		if v.current < 0 {
			return false
		}
		v.read(-1)
	default:
		return false
	}
	return true
}

func (v *View) readEnd(last bool) {
	hits := v.drawing.Hits
	if len(hits) == 0 {
		return
	}
	if last {
		v.read(hits[len(hits)-1].Mark)
	} else {
		v.read(hits[0].Mark)
	}
}

func (v *View) open() {
	if v.current >= 0 && v.OnOpen != nil {
		v.OnOpen(v.current)
	}
}

// TypedRune hands letters on.
func (v *View) TypedRune(r rune) {
	if v.style.Rune != nil {
		v.style.Rune(r)
	}
}

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() { v.focused = false; v.Refresh() }

// Tapped opens the mark under the pointer.
func (v *View) Tapped(ev *fyne.PointEvent) {
	if hit, ok := v.at(ev.Position); ok {
		v.read(hit)
		v.open()
	}
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(ev *desktop.MouseEvent) { v.MouseMoved(ev) }

// MouseMoved reads the mark under the pointer and keeps the last one between marks.
func (v *View) MouseMoved(ev *desktop.MouseEvent) {
	if hit, ok := v.at(ev.Position); ok {
		v.read(hit)
	}
}

// MouseOut lets go of the mark, unless the keyboard reads it.
func (v *View) MouseOut() {
	if !v.focused {
		v.read(-1)
	}
}

// at returns the mark under p.
func (v *View) at(p fyne.Position) (int, bool) {
	i, ok := v.drawing.At(chart.Point{X: float64(p.X), Y: float64(p.Y)})
	if !ok {
		return -1, false
	}
	return v.drawing.Hits[i].Mark, true
}

// hit returns the place of the mark being read.
func (v *View) hit() (chart.Hit, bool) {
	for _, h := range v.drawing.Hits {
		if h.Mark == v.current {
			return h, true
		}
	}
	return chart.Hit{}, false
}
