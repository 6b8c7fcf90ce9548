package rank

import (
	"slices"

	"fyne.io/fyne/v2"
)

// choose makes an option the one that keys work on.
func (v *View) choose(id string) {
	v.state.Current = id
	v.Show(v.shown)
	v.focus(id)
}

// do carries out an edit of an option and stays on it.
func (v *View) do(id string, edit func()) {
	v.state.Current = id
	edit()
	v.focus(id)
}

func (v *View) focus(id string) {
	card, ok := v.cards[id]
	if !ok {
		return
	}
	v.deps.Focus(card)
	v.scroll.Reveal(card.Position().Y, card.Position().Y+card.Size().Height+36)
}

// current returns the option that keys work on: that of the card with the focus on it or on a button in it, wherever Tab or
// a click has put it, else the one chosen last.
func (v *View) current() string {
	if id, ok := v.owners[v.deps.Focused()]; ok {
		v.state.Current = id
	}
	return v.state.Current
}

// Key uses a key that the focused part had no use for.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		v.step(-1)
	case fyne.KeyDown:
		v.step(1)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		return v.scroll.Key(ev) // evidence is longer than the window
	default:
		return false
	}
	return true
}

// step chooses the card above or below.
func (v *View) step(by int) {
	order := v.order()
	at := slices.Index(order, v.current()) + by
	if at >= 0 && at < len(order) {
		v.choose(order[at])
	}
}

// Rune puts the chosen option in a place by its digit. It reports whether r was one.
func (v *View) Rune(r rune) bool {
	place, id := int(r-'0'), v.current()
	if place < 1 || place > 9 || place > len(v.shown.Places) || id == "" {
		return false
	}
	v.do(id, func() { v.deps.Place(id, place) })
	return true
}

// Move moves the chosen option up (-1) or down (1).
func (v *View) Move(by int) {
	if id := v.current(); id != "" {
		v.do(id, func() { v.deps.Move(id, by) })
	}
}

// TakeOut takes the chosen option out of the ranking.
func (v *View) TakeOut() {
	if id := v.current(); id != "" && v.place(id) > 0 {
		v.do(id, func() { v.deps.TakeOut(id) })
	}
}

// ToggleEvidence opens or closes what the record says about the chosen option.
func (v *View) ToggleEvidence() { v.toggleEvidence(v.current()) }

func (v *View) toggleEvidence(id string) {
	v.state.Current = id
	v.state.Open[id] = !v.state.Open[id]
	v.Show(v.shown)
}
