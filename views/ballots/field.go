package ballots

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// field is a short text that is typed and ended by Enter. Letters stay in it.
type field struct {
	widget.Entry
	style    kit.Style
	onEnter  func(text string)
	onEscape func() bool
}

var _ fyne.Focusable = (*field)(nil)

func newField(s kit.Style, id, text string, enter func(text string), escape func() bool) *field {
	f := &field{style: s, onEnter: enter, onEscape: escape}
	f.Scroll = fyne.ScrollNone
	f.Wrapping = fyne.TextWrapOff
	f.ExtendBaseWidget(f)
	f.SetText(text)
	s.Register.Put(id, f)
	return f
}

// MinSize is room for a number.
func (f *field) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(f.style.Px(76), max(f.style.Px(32), f.Entry.MinSize().Height))
}

// FocusGained marks the whole text, so that the next digit replaces it.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// TypedKey ends the field by Enter and leaves it by Esc.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.onEnter(f.Text)
	case fyne.KeyEscape:
		if !f.onEscape() && f.style.Key != nil {
			f.style.Key(ev)
		}
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF11:
		if f.style.Key != nil {
			f.style.Key(ev)
		}
	default:
		f.Entry.TypedKey(ev)
	}
}
