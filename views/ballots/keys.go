package ballots

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// Key uses a key that the focused part had no use for.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	if v.state.Screen.Step != Away {
		return v.screenKey(ev)
	}
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown:
		if len(v.shown.Rows) == 0 || v.shown.Phase == Planned {
			return v.scrolled(ev)
		}
		v.deps.Focus(v.list)
	case fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter:
		return v.boxKey(ev)
	case fyne.KeyEscape:
		return v.typing() && v.dropTarget()
	default:
		return v.scrolled(ev)
	}
	return true
}

func (v *View) scrolled(ev *fyne.KeyEvent) bool { return v.page != nil && v.page.Key(ev) }

// Rune types a digit of the paper, or does what a letter stands for.
func (v *View) Rune(r rune) bool {
	if v.state.Screen.Step != Away {
		return v.screenRune(r)
	}
	if !v.boxRune(r) {
		return false
	}
	if r >= '0' && r <= '9' {
		v.deps.Focus(v.boxes)
	}
	return true
}

// boxKey uses the keys of the boxes.
func (v *View) boxKey(ev *fyne.KeyEvent) bool {
	if !v.typing() {
		return false
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		v.submit()
	case fyne.KeyBackspace:
		v.missing = false
		v.back()
	case fyne.KeyEscape:
		return v.dropTarget()
	default:
		return false
	}
	return true
}

// boxRune uses the letters of the boxes. The signs lie on the number pad.
func (v *View) boxRune(r rune) bool {
	if !v.typing() {
		return false
	}
	switch unicode.ToLower(r) {
	case 'b':
		v.mark(Blank)
	case 's':
		v.mark(Spoilt)
	case 'n', '/', '*':
		v.toSerial()
	default:
		v.missing = false
		return v.digit(r)
	}
	return true
}

// toSerial goes to the field for the number.
func (v *View) toSerial() {
	if v.state.Target == "" {
		v.deps.Focus(v.serial)
	}
}

// serialTyped reads the number while it is typed.
func (v *View) serialTyped(text string) {
	if text != v.state.Serial {
		v.state.Serial, v.missing = text, false
		v.showEntry()
	}
}

// serialEntered goes on to the digits, or stays where the number leads nowhere.
func (v *View) serialEntered(text string) {
	v.state.Serial = text
	r := v.reading()
	switch {
	case r.problem == "":
		v.state.Serial = r.label
		v.deps.Focus(v.boxes)
	case r.taken != nil:
		v.deps.Focus(v.boxes) // where Enter corrects
	default:
		v.deps.Focus(v.serial)
	}
	v.showEntry()
}

// FocusFirst puts the focus where typing begins.
func (v *View) FocusFirst() {
	if v.typing() {
		v.deps.Focus(v.boxes)
	}
}

// Hint is a key and what it does here.
type Hint struct{ Keys, Text string }

// Hints are the keys that work just now, as [kit.Style.KeyCaps] takes them, the first the most important.
func (v *View) Hints() []Hint {
	n := v.style.Tr.Int(len(v.shown.Options))
	places := "1 – " + n
	switch {
	case v.state.Screen.Step == Voting:
		return []Hint{
			{"↑ ↓", v.tr("hint.choose")},
			{places, v.tr("hint.place")},
			{v.tr("key.alt") + " ↑", v.tr("hint.move")},
			{"0", v.tr("hint.out")},
			{"Esc", v.tr("ballots.screen.cancel")},
		}
	case v.typing():
		return []Hint{
			{places, v.tr("ballots.key.type")},
			{v.tr("ballots.key.enter"), v.tr("ballots.key.keep")},
			{"0", v.tr("ballots.key.none")},
			{"B", v.tr("ballots.key.blank")},
			{"S", v.tr("ballots.key.spoilt")},
			{"N", v.tr("ballots.serial")},
			{v.tr("key.ctrl") + " Z", v.tr("rank.key.undo")},
		}
	}
	return nil
}
