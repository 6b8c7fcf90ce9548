package workshop

import "slices"

// Conflict is two edits of one thing that were made without knowing of each other, in files that were put together later.
// What the conflict is about is said anew by editing it once more. Or it is two ballots of one person in one round, which both
// count until one of them is withdrawn.
type Conflict struct {
	Kept, Other Entry
	Twice       Twice
}

// Twice says who has two ballots in which round. The zero value is for a conflict of another kind.
type Twice struct {
	Person, Round string // ids
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

// twice lists the people who have more than one ballot in a round: the first, with each of the others. Two rooms can each have
// taken one in. Withdrawn ballots count nowhere.
func (h *history) twice(rounds []Round) []Conflict {
	var out []Conflict
	for i := range rounds {
		first := map[string]Entry{}
		for j := range rounds[i].Ballots {
			b := &rounds[i].Ballots[j]
			if b.Person == "" || b.State == Withdrawn {
				continue
			}
			t, ok := h.holding(h.registers[castKey(rounds[i].ID, b.ID)])
			if !ok {
				continue
			}
			if kept, known := first[b.Person]; known {
				out = append(out, Conflict{Kept: kept, Other: h.entry(t.step), Twice: Twice{b.Person, rounds[i].ID}})
			} else {
				first[b.Person] = h.entry(t.step)
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
