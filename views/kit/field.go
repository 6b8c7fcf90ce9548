package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a short text that is typed and ended by Enter or by leaving it. Letters stay in it, so the keys of a place are off
// meanwhile.
type Field struct {
	widget.Entry
	OnEnter  func(text string)
	OnLeave  func(text string) // the focus has gone elsewhere; nil for nothing
	OnEscape func() bool       // reports whether it had a use for it; nil for none
	Width    float32           // at least, before the text factor; 0 is room for a number

	style Style
}

var _ fyne.Focusable = (*Field)(nil)

// fieldWidth is room for a number of six digits.
const fieldWidth = 76

// Field returns a field that holds text.
func (s Style) Field(id, text string, enter func(text string)) *Field {
	f := &Field{style: s, OnEnter: enter}
	f.Scroll = fyne.ScrollNone
	f.Wrapping = fyne.TextWrapOff
	f.ExtendBaseWidget(f)
	f.SetText(text)
	s.Register.Put(id, f)
	return f
}

// MinSize is the width asked for and one line.
func (f *Field) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	width := f.Width
	if width == 0 {
		width = fieldWidth
	}
	return fyne.NewSize(f.style.Px(width), max(f.style.Px(32), f.Entry.MinSize().Height))
}

// FocusGained marks the whole text, so that the next digit replaces it.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusLost ends the text.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	if f.OnLeave != nil {
		f.OnLeave(f.Text)
	}
}

// TypedKey ends the field by Enter and leaves it by Esc.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.OnEnter(f.Text)
	case fyne.KeyEscape:
		if f.OnEscape == nil || !f.OnEscape() {
			f.style.typedKey(ev)
		}
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF11:
		f.style.typedKey(ev)
	default:
		f.Entry.TypedKey(ev)
	}
}
