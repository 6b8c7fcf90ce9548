package rank

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
)

// middle is the middle of a card, or of a line of the ballot, in the window.
func (r *room) middle(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

// dragTo drags a card by its handle to a place in the window and drops it there.
func (r *room) dragTo(option string, at fyne.Position) {
	r.t.Helper()
	h := r.handle(r.view.cards[option])
	if h == nil {
		r.t.Fatalf("card %s has no handle", option)
	}
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: r.middle(h)}})
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	if len(r.view.over.Objects) == 0 {
		r.t.Error("nothing shows that the card is dragged")
	}
	h.DragEnd()
	if len(r.view.over.Objects) > 0 {
		r.t.Error("what was shown while the card was dragged is still there")
	}
}

// handle finds the handle of the card with that content.
func (r *room) handle(o fyne.CanvasObject) *handle {
	switch o := o.(type) {
	case *handle:
		return o
	case *fyne.Container:
		for _, part := range o.Objects {
			if h := r.handle(part); h != nil {
				return h
			}
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			if h := r.handle(part); h != nil {
				return h
			}
		}
	}
	return nil
}

func (r *room) above(option string) fyne.Position {
	card := r.view.cards[option]
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(card).AddXY(100, 4)
}

func (r *room) below(option string) fyne.Position {
	card := r.view.cards[option]
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(card).AddXY(100, card.Size().Height-4)
}

func TestDraggingTheFirstCard(t *testing.T) {
	r := enter(t, words.English)
	r.dragTo("B", r.below("C"))
	r.want("....")
	r.dragTo("B", r.above("A"))
	r.want("B...")
	r.at("B")
}

func TestDraggingAmongRankedCards(t *testing.T) {
	r := enter(t, words.English)
	for i, id := range []string{"A", "B", "C", "D"} {
		r.view.deps.Place(id, i+1)
	}
	r.dragTo("D", r.above("A"))
	r.want("DABC")
	r.dragTo("D", r.below("B"))
	r.want("ABDC")
	r.dragTo("A", r.below("C"))
	r.want("BDCA")
	r.dragTo("C", r.above("C"))
	r.want("BDCA")
	r.view.deps.Undo()
	r.want("ABDC")
}

func TestDraggingInAndOut(t *testing.T) {
	r := enter(t, words.English)
	r.view.deps.Place("A", 1)
	r.view.deps.Place("B", 2)
	r.dragTo("C", r.above("B"))
	r.want("ACB.")
	r.dragTo("D", r.below("B"))
	r.want("ACBD")
	r.view.deps.TakeOut("D")
	r.dragTo("A", r.below("D"))
	r.want(".CB.")
}

// A line of the ballot takes a card into its place, an empty one too.
func TestDraggingOntoTheBallot(t *testing.T) {
	r := enter(t, words.English)
	r.view.deps.Place("A", 1)
	r.dragTo("C", r.middle(r.view.lines[2]))
	r.want("A.C.")
	r.dragTo("A", r.middle(r.view.lines[3]))
	r.want(".C.A")
}
