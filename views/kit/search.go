package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Search is a field that is typed into to find something. Letters stay in it, so the keys of a place are off meanwhile.
type Search struct {
	widget.Entry
	OnDown   func() // the arrow down: on to what was found
	OnEnter  func()
	OnEscape func() bool // reports whether it had a use for it
	OnFocus  func()
	style    Style
}

var _ fyne.Focusable = (*Search)(nil)

// Search returns a search field that holds text; changed is called with every new text.
func (s Style) Search(id, text, placeholder string, changed func(text string)) *Search {
	f := &Search{style: s}
	f.Scroll = fyne.ScrollNone
	f.Wrapping = fyne.TextWrapOff
	f.Icon = s.Icon("search", s.Palette.Quiet)
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(placeholder)
	f.SetText(text)
	f.CursorColumn = len([]rune(text))
	f.OnChanged = changed
	s.Register.Put(id, f)
	return f
}

// searchHeight is how high a search field is at least, before the text factor; its text stands at the top of it.
const searchHeight = 32

// MinSize lets the field be narrow.
func (f *Search) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(f.style.Px(96), max(f.style.Px(searchHeight), f.Entry.MinSize().Height))
}

// FocusGained implements fyne.Focusable.
func (f *Search) FocusGained() {
	f.Entry.FocusGained()
	if f.OnFocus != nil {
		f.OnFocus()
	}
}

// TypedKey leaves the field by the arrow down, Enter and Esc. F1 and its like are the window's.
func (f *Search) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		f.OnDown()
	case fyne.KeyReturn, fyne.KeyEnter:
		f.OnEnter()
	case fyne.KeyEscape:
		if !f.OnEscape() {
			f.style.typedKey(ev)
		}
	case fyne.KeyUp, fyne.KeyPageUp, fyne.KeyPageDown:
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF11:
		f.style.typedKey(ev)
	default:
		f.Entry.TypedKey(ev)
	}
}
