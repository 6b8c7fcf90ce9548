package ballots

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// placeButtons put an option in a place.
func (v *View) placeButtons(id string) fyne.CanvasObject {
	s := v.style
	row := kit.Row(4)
	for i, there := range v.state.Screen.Places {
		place := i + 1
		b := s.Button(kit.ButtonSpec{
			ID: "ballots-place-" + id + strconv.Itoa(place), Text: strconv.Itoa(place), Soft: there != "",
			Name:     v.tr("rank.place.name", words.Args{"Option": id, "Place": place}),
			OnTapped: func() { v.put(id, place) },
		})
		v.own(b, id)
		kit.Append(row, b)
	}
	return row
}

// moveButtons move an option up and down, or take it out.
func (v *View) moveButtons(id string, place int) fyne.CanvasObject {
	s, tr := v.style, v.style.Tr
	up, down := "", ""
	if place == 1 {
		up = "disabled.rank.first"
	}
	if place == len(v.state.Screen.Places) {
		down = "disabled.rank.last"
	}
	row := kit.Row(4)
	for _, b := range []kit.ButtonSpec{
		{ID: "ballots-up-" + id, Icon: "arrow-up", Name: v.tr("action.edit.up"), Keys: []string{tr.T("key.alt"), "↑"}, Off: up, OnTapped: func() { v.shift(id, -1) }},
		{ID: "ballots-down-" + id, Icon: "arrow-down", Name: v.tr("action.edit.down"), Keys: []string{tr.T("key.alt"), "↓"}, Off: down, OnTapped: func() { v.shift(id, 1) }},
		{ID: "ballots-out-" + id, Text: v.tr("rank.take_out"), OnTapped: func() { v.out(id) }},
	} {
		tap := s.Button(b)
		v.own(tap, id)
		kit.Append(row, tap)
	}
	return row
}

// put gives an option a place; what is there changes with it.
func (v *View) put(id string, place int) {
	places := v.state.Screen.Places
	if place < 1 || place > len(places) {
		return
	}
	was, there := slices.Index(places, id), places[place-1]
	if was >= 0 {
		places[was] = there
	}
	places[place-1] = id
	v.choose(id)
}

// shift moves a ranked option by one place.
func (v *View) shift(id string, by int) {
	if at := slices.Index(v.state.Screen.Places, id); at >= 0 {
		v.put(id, at+1+by)
	}
}

// out takes an option off the ballot again.
func (v *View) out(id string) {
	if at := slices.Index(v.state.Screen.Places, id); at >= 0 {
		v.state.Screen.Places[at] = ""
	}
	v.choose(id)
}

// choose makes an option the one that keys work on.
func (v *View) choose(id string) {
	v.state.Screen.Current = id
	v.Keep()
	v.rebuild()
	v.focusTile()
}

func (v *View) focusTile() {
	at := slices.Index(v.standing(), v.state.Screen.Current)
	if at < 0 || at >= len(v.tiles) {
		return
	}
	tile := v.tiles[at]
	v.deps.Focus(tile)
	v.page.RevealIn(tile, 0, tile.Size().Height)
}

// current is the option that keys work on: that of the part with the focus, else the one chosen last.
func (v *View) current() string {
	if id, ok := v.owners[v.deps.Focused()]; ok {
		v.state.Screen.Current = id
	}
	return v.state.Screen.Current
}

// Move moves the chosen option of the ballot on screen up (-1) or down (1).
func (v *View) Move(by int) {
	if v.state.Screen.Step == Voting {
		v.shift(v.current(), by)
	}
}

// OnScreen reports whether a person casts a ballot, or is about to: then nothing else is shown.
func (v *View) OnScreen() bool { return v.state.Screen.Step != Away }

func (v *View) screenKey(ev *fyne.KeyEvent) bool {
	voting := v.state.Screen.Step == Voting
	switch {
	case ev.Name == fyne.KeyEscape && voting:
		v.cancel()
	case ev.Name == fyne.KeyEscape:
		v.leave()
	case voting && (ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown):
		by := 1
		if ev.Name == fyne.KeyUp {
			by = -1
		}
		order := v.standing()
		if at := slices.Index(order, v.current()) + by; at >= 0 && at < len(order) {
			v.choose(order[at])
		}
	default:
		return v.scrolled(ev)
	}
	return true
}

func (v *View) screenRune(r rune) bool {
	if v.state.Screen.Step != Voting || r < '0' || r > '9' || int(r-'0') > len(v.state.Screen.Places) {
		return false
	}
	id := v.current()
	if r == '0' {
		v.out(id)
	} else {
		v.put(id, int(r-'0'))
	}
	return true
}
