package workshop

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
)

// Edit is a change that was asked for: an event before it has an id and a clock.
type Edit struct {
	Type string
	Data json.RawMessage
}

func newEdit(kind string, data any) Edit {
	raw, err := json.Marshal(data)
	if err != nil {
		panic(fmt.Sprintf("workshop: event data of our own types: %v", err)) // strings, numbers and lists always marshal
	}
	return Edit{Type: kind, Data: raw}
}

// Place puts an option in a place, 1 for the first. An option that has a place changes with the one that is there. An option
// that has none is put in between: those from there on move down to the next empty place, or up where none is below. ok is
// false where nothing changes.
func Place(d Doc, option string, place int) (e Edit, ok bool) {
	if place < 1 || place > len(d.Places) || !slices.Contains(d.options, option) || d.Place(option) == place {
		return Edit{}, false
	}
	next := slices.Clone(d.Places)
	if from := d.Place(option); from > 0 {
		next[from-1], next[place-1] = next[place-1], next[from-1]
	} else {
		next = insert(next, option, place-1)
	}
	return newEdit(typePlaced, placed{mine, option, place, next}), true
}

// Insert puts an option in a place and shifts those between its old place and the new one, as when a card is drawn out of a
// row and put back elsewhere. ok is false where nothing changes.
func Insert(d Doc, option string, place int) (e Edit, ok bool) {
	from := d.Place(option)
	if from == 0 {
		return Place(d, option, place)
	}
	if place < 1 || place > len(d.Places) || from == place {
		return Edit{}, false
	}
	next := slices.Delete(slices.Clone(d.Places), from-1, from)
	return newEdit(typePlaced, placed{mine, option, place, slices.Insert(next, place-1, option)}), true
}

// insert puts option at index at and makes room towards the nearest empty place, downwards first. There always is one,
// because option has no place yet.
func insert(places []string, option string, at int) []string {
	if down := slices.Index(places[at:], ""); down >= 0 {
		copy(places[at+1:at+down+1], places[at:at+down])
	} else {
		up := at
		for places[up] != "" {
			up--
		}
		copy(places[up:at], places[up+1:at+1])
	}
	places[at] = option
	return places
}

// Move changes an option with the place above (by -1) or below (by 1), also when that is empty. An option without a place
// moves up into the first empty one.
func Move(d Doc, option string, by int) (e Edit, ok bool) {
	from := d.Place(option)
	switch {
	case from > 0:
		return Place(d, option, from+by)
	case by < 0:
		return Place(d, option, slices.Index(d.Places, "")+1)
	}
	return Edit{}, false
}

// TakeOut leaves the place of an option empty; the others stay where they are.
func TakeOut(d Doc, option string) (e Edit, ok bool) {
	from := d.Place(option)
	if from == 0 {
		return Edit{}, false
	}
	next := slices.Clone(d.Places)
	next[from-1] = ""
	return newEdit(typePlaced, placed{mine, option, 0, next}), true
}

// Shuffle lets chance decide the order in which the person reads the options, once. It is kept with the workshop, so that it
// can be told later whether that order mattered.
func Shuffle(d Doc, random io.Reader) (e Edit, ok bool) {
	if d.Drawn || len(d.options) < 2 {
		return Edit{}, false
	}
	var seed [32]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return Edit{}, false // the order of the package will do
	}
	drawn := slices.Clone(d.options)
	rand.New(rand.NewChaCha8(seed)).Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return newEdit(typeShown, shown{mine, drawn}), true
}

// SetHandout chooses what is printed.
func SetHandout(d Doc, h Handout) (e Edit, ok bool) {
	if h.Lang == d.Handout.Lang && h.Paper == d.Handout.Paper && h.Notes == d.Handout.Notes && slices.Equal(h.Sections, d.Handout.Sections) &&
		(h.Sections == nil) == (d.Handout.Sections == nil) {
		return Edit{}, false
	}
	return newEdit(typeHandout, h), true
}

// MarkExample marks the workshop as one that was made up. The mark goes with the file wherever it is copied.
func MarkExample(d Doc) (e Edit, ok bool) {
	if d.Example {
		return Edit{}, false
	}
	return newEdit(typeExample, struct{}{}), true
}

// Rename gives the workshop a name.
func Rename(d Doc, name string) (e Edit, ok bool) {
	if name == d.Name {
		return Edit{}, false
	}
	return newEdit(typeNamed, renamed{name}), true
}
