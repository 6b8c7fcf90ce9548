package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// typing is where somebody is: the part with the focus, and, where it is typed into, where the next letter goes.
type typing struct {
	part        string // name of the part; "" for none
	row, column int
}

func (w *window) typing() typing {
	focused := w.win.Canvas().Focused()
	at := typing{part: w.style.Register.IDOf(focused)}
	if entry := entryOf(focused); entry != nil {
		at.row, at.column = entry.CursorRow, entry.CursorColumn
	}
	return at
}

// typeOn gives the focus back after all was built anew. What was half typed is gone on with, not replaced.
func (w *window) typeOn(at typing) {
	part := w.style.Register.Get(at.part)
	if at.part == "" && w.explore != nil && w.explore.Reads() { // by keys that had no part: they go on from the figure
		part = w.style.Register.Get(w.explore.FaceID())
	}
	if part == nil {
		return
	}
	w.win.Canvas().Focus(part)
	if entry := entryOf(part); entry != nil {
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // what is marked would be replaced by the next letter
		entry.CursorRow, entry.CursorColumn = at.row, at.column
		entry.Refresh()
	}
}

// entryOf is the text field that a part is; nil for none.
func entryOf(part fyne.Focusable) *widget.Entry {
	switch part := part.(type) {
	case *kit.Field:
		return &part.Entry
	case *kit.Note:
		return &part.Entry
	case *kit.Search:
		return &part.Entry
	}
	return nil
}

// keepTyped takes in what is half typed, as leaving the field would: what is done next must not find it missing.
func (w *window) keepTyped() {
	switch part := w.win.Canvas().Focused().(type) {
	case *kit.Note:
		part.OnKeep(part.Text)
	case *kit.Field:
		if part.OnLeave != nil {
			part.OnLeave(part.Text)
		}
	}
	if w.explore != nil {
		w.explore.Settle()
	}
}
