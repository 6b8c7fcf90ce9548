package workshop

import (
	"cmp"
	"encoding/json"
	"slices"
)

// Event is one line of the journal.
type Event struct {
	ID    string          `json:"id"`
	Clock uint64          `json:"clock"`
	Type  string          `json:"type"`
	Data  json.RawMessage `json:"data"`
	At    string          `json:"at,omitempty"` // RFC 3339, UTC

	change change // what it does to the document; nil where it is no edit
}

// maxClock is the largest clock that is read. More is damage: were it followed, later events could come to the end of the
// numbers and sort first.
const maxClock = 1 << 53

// sound reports whether a writer can have reached the clock.
func (e Event) sound() bool { return e.Clock >= 1 && e.Clock <= maxClock }

// inOrder returns events by (clock, id), each id once.
func inOrder(events []Event) []Event {
	out := slices.Clone(events)
	if !slices.IsSortedFunc(out, before) {
		slices.SortStableFunc(out, before)
	}
	seen := make(map[string]bool, len(out))
	return slices.DeleteFunc(out, func(e Event) bool {
		twice := seen[e.ID]
		seen[e.ID] = true
		return twice
	})
}

func before(a, b Event) int {
	return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Type, b.Type),
		slices.Compare(a.Data, b.Data), cmp.Compare(a.At, b.At))
}

// step is an edit in the history as people see it.
type step struct {
	edit  Edit
	event string // what has to be named to reverse it: the edit itself, or the last undo that speaks of it
}

func (s step) reverse() (Edit, bool) {
	if s.event == "" {
		return Edit{}, false
	}
	return newEdit(typeUndo, undone{Event: s.event}), true
}

type entry struct {
	step
	change change
	holds  bool
}

// history is a document with all that undo needs. Events are added in their order.
type history struct {
	doc    Doc
	steps  []entry
	speaks map[string]speech // what edits and undos speak of, by their ids
	redo   []int             // steps that can be brought back, the next one last
	drawn  []string          // the order that the options are shown in; nil before chance decided

	example bool
}

// speech says which step an event speaks of, and whether the step holds after it.
type speech struct {
	step  int
	holds bool
}

// fold returns the history of events in their order.
func fold(options []string, ordered []Event) history {
	h := history{doc: empty(options), steps: make([]entry, 0, len(ordered)), speaks: make(map[string]speech, len(ordered))}
	for _, e := range ordered {
		h.add(e)
	}
	h.show()
	return h
}

// add takes in an event that comes after all others. The document follows with show.
func (h *history) add(e Event) {
	if e.change != nil {
		h.speaks[e.ID] = speech{len(h.steps), true}
		h.steps = append(h.steps, entry{step{Edit{e.Type, e.Data}, e.ID}, e.change, true})
		h.redo = nil
		return
	}
	switch e.Type {
	case typeShown:
		h.draw(e)
		return
	case typeExample:
		h.example = true
		return
	}
	named, ok := h.speaks[e.undoes()]
	if !ok {
		return
	}
	now := speech{named.step, !named.holds}
	s := &h.steps[now.step]
	switch {
	case s.holds && !now.holds:
		h.redo = append(h.redo, now.step)
	case !s.holds && now.holds:
		h.redo = slices.DeleteFunc(h.redo, func(i int) bool { return i == now.step })
	}
	s.event, s.holds = e.ID, now.holds
	h.speaks[e.ID] = now
}

// draw takes in the order of the options that is shown to the person at this computer. The first that was drawn stays.
func (h *history) draw(e Event) {
	var s shown
	if json.Unmarshal(e.Data, &s) == nil && s.Ballot == mine && h.drawn == nil {
		h.drawn = s.Options
	}
}

// show makes the document: of each kind of edit, the last one that holds.
func (h *history) show() {
	d := empty(h.doc.options)
	var shown []string
	for _, s := range slices.Backward(h.steps) {
		if !s.holds || slices.Contains(shown, s.edit.Type) {
			continue
		}
		if len(shown) == 0 {
			d.undo = s.step
		}
		s.change(&d)
		if shown = append(shown, s.edit.Type); len(shown) == kinds {
			break
		}
	}
	d.Example = h.example
	if h.drawn != nil {
		d.show(h.drawn)
	}
	if n := len(h.redo); n > 0 {
		d.redo = h.steps[h.redo[n-1]].step
	}
	h.doc = d
}

// gone returns the options in the ranking that the package does not have.
func (h *history) gone() []string {
	for _, s := range slices.Backward(h.steps) {
		var p placed
		if s.holds && s.edit.Type == typePlaced && json.Unmarshal(s.edit.Data, &p) == nil {
			_, gone := h.doc.fitted(p.Places)
			return gone
		}
	}
	return nil
}

// undoes returns the id that an undo names; "" for any other event.
func (e Event) undoes() string {
	var u undone
	if e.Type != typeUndo || json.Unmarshal(e.Data, &u) != nil {
		return ""
	}
	return u.Event
}
