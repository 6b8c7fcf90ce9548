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
	At    string          `json:"at,omitempty"`   // RFC 3339, UTC
	By    string          `json:"by,omitempty"`   // who sat at the computer, as they call themselves
	After []string        `json:"after,omitzero"` // the events that it knew of for what it changes; nil where that was not written

	change *change // what it does to the document; nil where it does nothing by itself
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
	id     string // of the edit
	at, by string
	change *change
	holds  bool
}

// history is a document with all that undo needs. Events are added in their order.
type history struct {
	doc       Doc
	steps     []entry
	speaks    map[string]speech // what edits and undos speak of, by their ids
	redo      []int             // steps that can be brought back, the next one last
	registers map[string]*register
	order     []*register // in the order in which they were first spoken of
	facts     []func(*draft)
}

// register is what edits change, one for another.
type register struct {
	key   string
	turns []turn   // what was said of it, in order
	heads []string // the events that no later one knew of
	own   bool     // of one computer: rooms differ in it without a conflict
}

// turn is what a step says of a register.
type turn struct {
	step int
	part part
}

// speech says which step an event speaks of, and whether the step holds after it.
type speech struct {
	step  int
	holds bool
}

// fold returns the history of events in their order.
func fold(options []string, ordered []Event) history {
	h := history{
		doc: empty(options), steps: make([]entry, 0, len(ordered)), speaks: make(map[string]speech, len(ordered)),
		registers: make(map[string]*register, len(ordered)),
	}
	for _, e := range ordered {
		h.add(e)
	}
	h.show()
	return h
}

// add takes in an event that comes after all others. The document follows with show.
func (h *history) add(e Event) {
	switch {
	case e.change != nil && e.change.fact != nil:
		fact := e.change.fact
		h.facts = append(h.facts, func(d *draft) { d.at = e.At; fact(d) })
	case e.change != nil:
		h.edit(e)
	default:
		h.reverse(e)
	}
}

func (h *history) edit(e Event) {
	h.speaks[e.ID] = speech{len(h.steps), true}
	for _, p := range e.change.parts {
		r := h.registers[p.key]
		if r == nil {
			r = &register{key: p.key, own: e.change.own}
			h.registers[p.key] = r
			h.order = append(h.order, r)
		}
		r.turns = append(r.turns, turn{len(h.steps), p})
		if e.After == nil {
			r.heads = nil
		}
		r.heads = append(slices.DeleteFunc(r.heads, func(id string) bool { return slices.Contains(e.After, id) }), e.ID)
	}
	h.steps = append(h.steps, entry{step{Edit{e.Type, e.Data}, e.ID}, e.ID, e.At, e.By, e.change, true})
	h.redo = nil
}

// known returns the events that an edit made now knows of, for its registers: nil where it has none.
func (h *history) known(c *change) []string {
	if c == nil || c.fact != nil || c.own {
		return nil
	}
	known := []string{}
	for _, p := range c.parts {
		if r := h.registers[p.key]; r != nil {
			known = append(known, r.heads...)
		}
	}
	slices.Sort(known)
	return slices.Compact(known)
}

// reverse takes in an undo; any other event does nothing.
func (h *history) reverse(e Event) {
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

// holding returns the turn that decides a register: the last one that holds.
func (h *history) holding(r *register) (turn, bool) {
	for _, t := range slices.Backward(r.turns) {
		if h.steps[t.step].holds {
			return t, true
		}
	}
	return turn{}, false
}

// show makes the document: of each register what decides it, then what is no edit.
func (h *history) show() {
	b := newDraft(h.doc.pkg)
	for _, r := range h.order {
		if t, ok := h.holding(r); ok {
			b.at = h.steps[t.step].at
			t.part.apply(b)
		}
	}
	for _, fact := range h.facts {
		fact(b)
	}
	d := b.finish()
	for _, s := range slices.Backward(h.steps) {
		if s.holds {
			d.undo = s.step
			break
		}
	}
	if n := len(h.redo); n > 0 {
		d.redo = h.steps[h.redo[n-1]].step
	}
	d.Conflicts = append(h.conflicts(), h.twice(d.Rounds)...)
	h.doc = d
}

// gone returns the options in the ranking that there are no more.
func (h *history) gone() []string {
	r := h.registers[keyMine]
	if r == nil {
		return nil
	}
	t, ok := h.holding(r)
	if !ok {
		return nil
	}
	var p placed
	if json.Unmarshal(h.steps[t.step].edit.Data, &p) != nil {
		return nil
	}
	_, gone := h.doc.fitted(p.Places)
	return gone
}

// undoes returns the id that an undo names; "" for any other event.
func (e Event) undoes() string {
	var u undone
	if e.Type != typeUndo || json.Unmarshal(e.Data, &u) != nil {
		return ""
	}
	return u.Event
}
