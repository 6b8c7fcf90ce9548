package result

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/views/kit"
)

const cardGap = 10

// line is one line of the grid: cells side by side, each a stack of cards, and how the width is shared.
type line struct {
	cells  [][]string // ids of cards
	shares []float32
}

// plan says which card stands where in a grid of 1 to 3 columns. The cards that belong together meet; a card that this place
// does not know comes at the end.
func plan(columns int, ids []string) []line {
	left := slices.Clone(ids)
	take := func(ids ...string) (cell []string) {
		for _, id := range ids {
			if i := slices.Index(left, id); i >= 0 {
				cell, left = append(cell, id), slices.Delete(left, i, i+1)
			}
		}
		return cell
	}
	var lines []line
	row := func(cells ...[]string) {
		cells = slices.DeleteFunc(cells, func(c []string) bool { return len(c) == 0 })
		if len(cells) > 0 {
			lines = append(lines, line{cells, shares(columns, len(cells), len(lines) == 0)})
		}
	}
	switch columns {
	case 3:
		row(take("pairs"), take("places"), take("agreement", "firmness"))
		row(besides(take, "rules", "moves", "first")...)
		row(besides(take, "first", "tables", "minority")...)
	case 2:
		row(take("pairs"), take("places"))
		row(take("rules"), take("agreement", "firmness"))
		row(take("moves"))
	}
	for len(left) > 0 {
		var cells [][]string
		for range min(columns, len(left)) {
			cells = append(cells, take(left[0]))
		}
		row(cells...)
	}
	return lines
}

// besides takes a card and the first of others that there is beside it.
func besides(take func(...string) []string, id string, others ...string) [][]string {
	cells := [][]string{take(id)}
	for _, other := range others {
		if cell := take(other); cell != nil {
			return append(cells, cell)
		}
	}
	return cells
}

// shares divides the width among the cells of a line. The first line of three columns ends in a narrow one, for gauges; the
// first column is as wide in the lines below.
func shares(columns, cells int, first bool) []float32 {
	switch {
	case columns == 3 && cells == 3 && first:
		return []float32{0.4, 0.35, 0.25}
	case columns == 3 && cells == 2:
		return []float32{0.4, 0.6}
	}
	return even(cells)
}

func even(n int) []float32 {
	all := make([]float32, n)
	for i := range all {
		all[i] = 1 / float32(n)
	}
	return all
}

// split is a layout of objects side by side that share the width, all as high as the highest.
type split struct {
	gap    float32
	shares []float32 // one an object, adding up to 1
	width  *float32  // of the last layout; what MinSize assumes
}

func sideBySide(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: split{gap, shares, new(float32)}, Objects: objects}
}

func (s split) widths(total float32) []float32 {
	all := make([]float32, len(s.shares))
	for i, share := range s.shares { // with the gap behind it, so that edges meet those of other lines
		all[i] = (total+s.gap)*share - s.gap
	}
	return all
}

// MinSize implements fyne.Layout.
func (s split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := s.gap * float32(len(objects)-1)
	for _, o := range objects {
		width += min(o.MinSize().Width, leastCell)
	}
	return fyne.NewSize(width, s.HeightFor(objects, max(width, *s.width)))
}

// leastCell is how narrow a cell can become, so that the window can.
const leastCell = 48

// HeightFor implements [kit.WrappingLayout].
func (s split) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var high float32
	for i, w := range s.widths(width) {
		high = max(high, kit.HeightFor(objects[i], w))
	}
	return high
}

// Layout implements fyne.Layout.
func (s split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*s.width = size.Width
	x := float32(0)
	for i, w := range s.widths(size.Width) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(w, size.Height))
		x += w + s.gap
	}
}

// stack is a layout of objects one below the other, of which one takes some of the height that is left.
type stack struct {
	gap   float32
	grow  fyne.CanvasObject // nil for none
	most  float32           // how many times its height it may become; 0 for any
	width *float32          // of the last layout; what MinSize assumes
}

func stacked(gap float32, grow fyne.CanvasObject, most float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: stack{gap, grow, most, new(float32)}, Objects: objects}
}

// MinSize implements fyne.Layout.
func (s stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, s.HeightFor(objects, max(width, *s.width)))
}

// HeightFor implements [kit.WrappingLayout].
func (s stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	high := s.gap * float32(len(objects)-1)
	for _, o := range objects {
		high += kit.HeightFor(o, width)
	}
	return high
}

// Layout implements fyne.Layout.
func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*s.width = size.Width
	left := max(size.Height-s.HeightFor(objects, size.Width), 0)
	y := float32(0)
	for _, o := range objects {
		h := kit.HeightFor(o, size.Width)
		if o == s.grow {
			more := left
			if s.most > 0 {
				more = min(more, h*(s.most-1))
			}
			h += more
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + s.gap
	}
}

// ends is a layout of one line: the first object at the left, the others at the right; where they have no room, they go on
// in the next line.
type ends struct{ gap float32 }

// MinSize implements fyne.Layout: that of the widest object.
func (e ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return kit.Flow(e.gap, objects...).MinSize()
}

func (e ends) needs(objects []fyne.CanvasObject) float32 {
	width := e.gap * float32(len(objects)-1)
	for _, o := range objects {
		width += o.MinSize().Width
	}
	return width
}

// HeightFor implements [kit.WrappingLayout].
func (e ends) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return kit.HeightFor(kit.Flow(e.gap, objects...), width)
}

// Layout implements fyne.Layout.
func (e ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if e.needs(objects) > size.Width {
		kit.Flow(e.gap, objects...).Layout.Layout(objects, size)
		return
	}
	x := size.Width - e.needs(objects)
	for i, o := range objects {
		m := o.MinSize()
		at := fyne.NewPos(x, (size.Height-m.Height)/2)
		if i == 0 {
			at.X = 0
		}
		o.Move(at)
		o.Resize(m)
		x += m.Width + e.gap
	}
}
