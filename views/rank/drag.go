package rank

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"doublefix/app/dataset"
	"doublefix/views/kit"
)

// handle is the part of a card by which it is dragged. All that it does can be done with keys and buttons too, so it takes no
// focus.
type handle struct {
	widget.BaseWidget
	content fyne.CanvasObject
	moved   func(at fyne.Position) // the pointer, from the corner of the window
	dropped func()
}

var (
	_ fyne.Draggable     = (*handle)(nil)
	_ desktop.Cursorable = (*handle)(nil)
)

func newHandle(content fyne.CanvasObject, moved func(fyne.Position), dropped func()) *handle {
	h := &handle{content: content, moved: moved, dropped: dropped}
	h.ExtendBaseWidget(h)
	return h
}

// Dragged implements fyne.Draggable.
func (h *handle) Dragged(ev *fyne.DragEvent) { h.moved(ev.AbsolutePosition) }

// DragEnd implements fyne.Draggable.
func (h *handle) DragEnd() { h.dropped() }

// Cursor implements desktop.Cursorable.
func (h *handle) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (h *handle) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }

// drag is a card on its way.
type drag struct {
	option string
	at     fyne.Position // of the pointer, in the place
}

// drop is where a dragged option would go.
type drop struct {
	place int  // 1 is first; 0 takes it out
	ok    bool // it would go somewhere else than it is
	line  part // where the mark stands that shows it
}

// part is a box within the place.
type part struct {
	at   fyne.Position
	size fyne.Size
}

func (p part) contains(at fyne.Position) bool {
	return at.X >= p.at.X && at.X <= p.at.X+p.size.Width && at.Y >= p.at.Y && at.Y <= p.at.Y+p.size.Height
}

// partOf is where an object stands in the place.
func (v *View) partOf(o fyne.CanvasObject) part {
	driver := fyne.CurrentApp().Driver()
	return part{driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(v.root)), o.Size()}
}

// handleOf is what a card is dragged by.
func (v *View) handleOf(o dataset.Option) fyne.CanvasObject {
	s := v.style
	grip := kit.Fixed(s.Px(20), s.Px(44), kit.Center(s.IconImage("drag", 18, s.Palette.Grey)))
	return newHandle(grip, func(at fyne.Position) {
		v.drag = &drag{o.ID, at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(v.root))}
		v.showDrag()
	}, v.drop)
}

// drop puts the dragged card where the pointer is.
func (v *View) drop() {
	if v.drag == nil {
		return
	}
	id := v.drag.option
	to := v.target(*v.drag)
	v.drag = nil
	v.showDrag()
	switch {
	case !to.ok:
	case to.place == 0:
		v.do(id, func() { v.deps.TakeOut(id) })
	default:
		v.do(id, func() { v.deps.Insert(id, to.place) })
	}
}

// target says where a card would go that is dropped now: on a line of the ballot into that place, among the ranked cards
// before or behind one, and below the divider out of the ranking.
func (v *View) target(d drag) drop {
	own := v.place(d.option)
	for i, line := range v.lines {
		if p := v.partOf(line); p.contains(d.at) {
			return drop{i + 1, own != i+1, p}
		}
	}
	ranked := v.ranked()
	rest := v.unranked()
	if len(rest) > 0 {
		first := v.partOf(v.cards[rest[0]])
		under := first.at.Y - dividerHeight*v.style.Factor
		if len(ranked) == 0 {
			under = first.at.Y + first.size.Height/2 // there is no ranked card to drop it on
		}
		if d.at.Y > under {
			return drop{0, own > 0, part{first.at.SubtractXY(0, 6), fyne.NewSize(first.size.Width, 0)}}
		}
	}
	return v.among(d, ranked, own)
}

// dividerHeight is about how high the line between ranked and unranked cards is.
const dividerHeight = 24

// among finds the place of a card that is dropped on or between the ranked ones. Empty places between two cards are not
// aimed at: the lines of the ballot are there for that.
func (v *View) among(d drag, ranked []string, own int) drop {
	others := slices.DeleteFunc(slices.Clone(ranked), func(id string) bool { return id == d.option })
	if len(others) == 0 {
		first := v.partOf(v.cards[v.order()[0]])
		return drop{1, own == 0, part{first.at.SubtractXY(0, 6), fyne.NewSize(first.size.Width, 0)}}
	}
	for _, id := range others {
		card := v.partOf(v.cards[id])
		if d.at.Y < card.at.Y+card.size.Height/2 {
			place := v.place(id)
			if own > 0 && own < place {
				place-- // the cards between move up into its place
			}
			return drop{place, place != own, part{card.at.SubtractXY(0, 6), fyne.NewSize(card.size.Width, 0)}}
		}
	}
	last := others[len(others)-1]
	card := v.partOf(v.cards[last])
	place := v.place(last)
	if own == 0 || own > place {
		place = min(place+1, len(v.shown.Places))
	}
	return drop{place, place != own, part{card.at.AddXY(0, card.size.Height+6), fyne.NewSize(card.size.Width, 0)}}
}

// showDrag shows the dragged card under the pointer and where it would go.
func (v *View) showDrag() {
	v.over.Objects = nil
	if v.drag != nil {
		s, p := v.style, v.style.Palette
		if to := v.target(*v.drag); to.ok {
			mark := canvas.NewRectangle(p.Accent)
			mark.CornerRadius = 1.5
			mark.Move(to.line.at)
			mark.Resize(fyne.NewSize(to.line.size.Width, 3))
			if to.line.size.Height > 0 {
				mark.FillColor, mark.StrokeColor, mark.StrokeWidth, mark.CornerRadius = nil, p.Accent, 2, 4
				mark.Resize(to.line.size)
			}
			v.over.Objects = append(v.over.Objects, mark)
		}
		option := v.option(v.drag.option)
		title := s.Text(option.Title.In(s.Tr.Lang()), kit.SizeBody, kit.Semibold, p.Ink)
		ghost := kit.Behind(s.Rect(p.Soft, p.Accent), kit.Pad(kit.Even(8), kit.Row(8, s.Chip(option.ID), title)))
		ghost.Resize(ghost.MinSize())
		x := max(min(v.drag.at.X+12, v.root.Size().Width-ghost.MinSize().Width), 0)
		ghost.Move(fyne.NewPos(x, v.drag.at.Y-ghost.MinSize().Height/2))
		v.over.Objects = append(v.over.Objects, ghost)
	}
	v.over.Refresh()
}
