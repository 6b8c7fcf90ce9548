package result

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

// choose puts the focus on a card.
func (v *View) choose(id string) {
	if card := v.taps[id]; card != nil {
		v.deps.Focus(card)
		v.chosen(id)
	}
}

// chosen is told that a card has the focus, wherever Tab or a click has put it.
func (v *View) chosen(id string) {
	v.state.Card = id
	v.reveal(id)
	v.showPosition()
}

// ringRoom is the room around a card that has to be in sight with it.
const ringRoom = 12

// reveal scrolls a card into sight, with the finding above the first.
func (v *View) reveal(id string) {
	card := v.taps[id]
	if card == nil || v.scroll == nil || card.Size().Height == 0 {
		return
	}
	if id == v.order[0] {
		v.scroll.SetOffset(0)
	}
	v.scroll.RevealIn(card, -ringRoom, min(card.Size().Height+ringRoom, v.scroll.Container.Size().Height-ringRoom))
}

// current is the card that keys work on: the one with the focus on it or on a button in it, else the one chosen last; ""
// for none.
func (v *View) current() string {
	if id, ok := v.owners[v.deps.Focused()]; ok {
		return id
	}
	if v.taps[v.state.Card] != nil {
		return v.state.Card
	}
	return ""
}

// Key uses a key that the focused part had no use for.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		return v.step(-1)
	case fyne.KeyRight:
		return v.step(1)
	case fyne.KeyHome, fyne.KeyEnd:
		return v.end(ev.Name == fyne.KeyEnd)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		id := v.current()
		if id == "" {
			return false
		}
		v.toggle(id)
		return true
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyDown:
		return v.scroll != nil && v.scroll.Key(ev)
	}
	return false
}

// step chooses the card before or after the current one, the first where there is none.
func (v *View) step(by int) bool {
	if len(v.order) == 0 {
		return false
	}
	at := slices.Index(v.order, v.current())
	if at < 0 {
		by, at = 0, 0
	}
	v.choose(v.order[max(0, min(at+by, len(v.order)-1))])
	return true
}

func (v *View) end(last bool) bool {
	if len(v.order) == 0 {
		return false
	}
	if last {
		v.choose(v.order[len(v.order)-1])
	} else {
		v.choose(v.order[0])
	}
	return true
}

// Rune uses a letter: H adds the results to the handout or takes them out, R shows or hides them.
func (v *View) Rune(r rune) bool {
	switch r {
	case 'h', 'H':
		v.KeepInHandout()
	case 'r', 'R':
		v.ToggleCover()
	default:
		return false
	}
	return true
}

// KeepInHandout adds the results to the handout or takes them out, unless they are covered or there are none.
func (v *View) KeepInHandout() {
	if !v.shown.Covered && v.shown.Report != nil {
		v.deps.KeepInHandout()
	}
}

// ToggleCover shows the result of the round, or covers it, as the button does.
func (v *View) ToggleCover() {
	if v.cover != nil {
		v.cover.Press()
	}
}

// toggle opens or closes how a card is counted.
func (v *View) toggle(id string) {
	v.state.Card = id
	v.state.Open[id] = !v.state.Open[id]
	v.Show(v.shown)
	if v.deps.Focused() == nil { // a click on its button has taken it away
		v.deps.Focus(v.taps[id])
	}
	v.reveal(id)
}

// showPosition says which of how many cards is the current one.
func (v *View) showPosition() {
	at := slices.Index(v.order, v.current())
	switch {
	case v.shown.Covered:
		v.deps.Position(v.tr("result.view.position.covered"))
	case at < 0:
		v.deps.Position("")
	default:
		v.deps.Position(v.tr("result.view.position", words.Args{"At": v.style.Tr.Int(at + 1), "All": v.style.Tr.Int(len(v.order))}))
	}
}
