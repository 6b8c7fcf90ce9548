package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Note is a text of several lines that is kept when the focus leaves it or Ctrl+Enter is pressed. Tab goes on to the next part.
type Note struct {
	widget.Entry
	OnKeep   func(text string)
	OnEscape func() bool // reports whether it had a use for it

	style Style
}

var (
	_ fyne.Focusable    = (*Note)(nil)
	_ fyne.Shortcutable = (*Note)(nil)
)

// Note returns a field of some lines that holds text.
func (s Style) Note(id, text, placeholder string, lines int, keep func(text string)) *Note {
	n := &Note{style: s, OnKeep: keep}
	n.MultiLine = true
	n.Wrapping = fyne.TextWrapWord
	n.Scroll = fyne.ScrollVerticalOnly
	n.SetMinRowsVisible(lines)
	n.ExtendBaseWidget(n)
	n.SetPlaceHolder(placeholder)
	n.SetText(text)
	s.Register.Put(id, n)
	return n
}

// AcceptsTab lets Tab leave the field.
func (n *Note) AcceptsTab() bool { return false }

// FocusLost keeps what is written.
func (n *Note) FocusLost() {
	n.Entry.FocusLost()
	n.OnKeep(n.Text)
}

// TypedShortcut keeps what is written at Ctrl+Enter.
func (n *Note) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		n.OnKeep(n.Text)
		return
	}
	n.Entry.TypedShortcut(s)
}

// TypedKey leaves the field by Esc.
func (n *Note) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		if n.OnEscape == nil || !n.OnEscape() {
			n.style.typedKey(ev)
		}
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF11:
		n.style.typedKey(ev)
	default:
		n.Entry.TypedKey(ev)
	}
}
