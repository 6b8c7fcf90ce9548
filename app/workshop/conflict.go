package workshop

import "slices"

// Conflict is two edits of one thing that were made without knowing of each other, in files that were put together later.
// What the conflict is about is said anew by editing it once more.
type Conflict struct {
	Kept, Other Entry
}

// Entry is one edit in the record of who did what when.
type Entry struct {
	Event  string // its id
	At     string // RFC 3339, UTC
	By     string // who sat at the computer; "" where nobody said
	Edit   Edit
	Undone bool
}

// conflicts lists the registers whose last edits did not know of each other and say different things.
func (h *history) conflicts() []Conflict {
	var out []Conflict
	listed := map[[2]int]bool{} // two edits that change several registers are one conflict
	for _, r := range h.order {
		if len(r.heads) < 2 || r.own {
			continue
		}
		kept, ok := h.holding(r)
		if !ok {
			continue
		}
		for _, id := range r.heads {
			at := h.speaks[id].step
			if s := h.steps[at]; at != kept.step && s.holds && !listed[[2]int{kept.step, at}] && !sameEdit(s.edit, h.steps[kept.step].edit) {
				listed[[2]int{kept.step, at}] = true
				out = append(out, Conflict{Kept: h.entry(kept.step), Other: h.entry(at)})
			}
		}
	}
	return out
}

func sameEdit(a, b Edit) bool { return a.Type == b.Type && slices.Equal(a.Data, b.Data) }

func (h *history) entry(i int) Entry {
	s := h.steps[i]
	return Entry{Event: s.id, At: s.at, By: s.by, Edit: s.edit, Undone: !s.holds}
}

// audit lists every edit, the first one first, those that were taken back among them.
func (h *history) audit() []Entry {
	out := make([]Entry, len(h.steps))
	for i := range h.steps {
		out[i] = h.entry(i)
	}
	return out
}

// Audit returns every edit of the workshop, the first one first, those that were taken back among them.
func (s *Store) Audit() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.history.audit()
}
