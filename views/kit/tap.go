package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

// Tap is a [Surface] that takes the focus: it is pressed by mouse, by Space and by Enter.
type Tap struct {
	Surface
	OnKey   func(*fyne.KeyEvent) bool // keys of its own, before Space and Enter; true when used
	OnFocus func()                    // the focus has come

	tight []tightly // ways to say it in a [Bar], roomy ones first; none where there is only one
}

var (
	_ fyne.Focusable   = (*Tap)(nil)
	_ fyne.Disableable = (*Tap)(nil)
)

// Tap returns content made pressable. id names it for [Register].
func (s Style) Tap(id, name string, look Look, content fyne.CanvasObject, tapped func()) *Tap {
	t := &Tap{}
	t.init(s, name, look, content, tapped)
	t.ExtendBaseWidget(t)
	s.Register.Put(id, t)
	return t
}

// TypedKey presses on Space and Enter and hands on every other key.
func (t *Tap) TypedKey(ev *fyne.KeyEvent) {
	if t.OnKey != nil && t.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.Press()
	default:
		t.style.typedKey(ev)
	}
}

// TypedRune hands on every letter but the space, which [Tap.TypedKey] has seen.
func (t *Tap) TypedRune(r rune) { t.style.typedRune(r) }

// FocusGained implements fyne.Focusable.
func (t *Tap) FocusGained() {
	t.ring = true
	t.tell()
	t.Refresh()
	if t.OnFocus != nil {
		t.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (t *Tap) FocusLost() { t.ring = false; t.tell(); t.Refresh() }

// WithHint has [Style.Hint] say what the part does, and with which keys if any, for parts that show neither.
func (t *Tap) WithHint(name string, keys []string) *Tap {
	t.hint = t.style.keyed(name, keys)
	return t
}

// keyed is a name with the keys that do the same.
func (s Style) keyed(name string, keys []string) string {
	if len(keys) == 0 {
		return name
	}
	return s.Tr.T("menu.item.key", words.Args{"Name": name, "Key": strings.Join(keys, " ")})
}

// Disable implements fyne.Disableable.
func (t *Tap) Disable() { t.disabled = true; t.Refresh() }

// Enable implements fyne.Disableable.
func (t *Tap) Enable() { t.disabled = false; t.Refresh() }

// Disabled implements fyne.Disableable.
func (t *Tap) Disabled() bool { return t.disabled }

func (s Style) typedKey(ev *fyne.KeyEvent) {
	if s.Key != nil {
		s.Key(ev)
	}
}

func (s Style) typedRune(r rune) {
	if s.Rune != nil && r != ' ' {
		s.Rune(r)
	}
}
