package workshop

import (
	"math/rand/v2"
	"testing"
)

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 9)) }

// apart lets two rooms go on from one history and puts their events together.
func apart(t *testing.T, before, one, other []func(Doc) (Edit, bool)) history {
	t.Helper()
	options := []string{"A", "B", "C", "D"}
	write := func(events []Event, do []func(Doc) (Edit, bool), r *rand.Rand) []Event {
		h := fold(options, inOrder(events))
		clock := uint64(len(events))
		for _, make := range do {
			e, ok := make(h.doc)
			if !ok {
				t.Fatal("nothing changes")
			}
			clock++
			next := eventOf(newID(seeded{r}), clock, e)
			next.After = h.known(next.change)
			events = append(events, next)
			h.add(next)
			h.show()
		}
		return events
	}
	r := random(8)
	start := write(nil, before, r)
	a, b := write(start[:len(start):len(start)], one, r), write(start[:len(start):len(start)], other, r)
	return fold(options, inOrder(append(a, b...)))
}

func name(s string) func(Doc) (Edit, bool) {
	return func(d Doc) (Edit, bool) { return Rename(d, s) }
}

func takeBack(d Doc) (Edit, bool) { return d.UndoEdit() }

type todo = []func(Doc) (Edit, bool)

func TestConflicts(t *testing.T) {
	tables := func(people int) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) { return SetTables(d, []Table{{ID: "1", People: people}}) }
	}
	for what, c := range map[string]struct {
		before, one, other todo
		want               int
	}{
		"one after the other":      {nil, todo{name("x"), name("y")}, nil, 0},
		"two names":                {nil, todo{name("x")}, todo{name("y")}, 1},
		"two names after a common": {todo{name("z")}, todo{name("x")}, todo{name("y")}, 1},
		"the same name":            {nil, todo{name("x")}, todo{name("x")}, 0},
		"different things":         {nil, todo{name("x")}, todo{tables(3)}, 0},
		"one was taken back":       {nil, todo{name("x")}, todo{name("y"), takeBack}, 0},
		"one table":                {nil, todo{tables(3)}, todo{tables(4)}, 1},
		"rankings of two people":   {nil, todo{func(d Doc) (Edit, bool) { return Place(d, "A", 1) }}, todo{func(d Doc) (Edit, bool) { return Place(d, "B", 1) }}, 0},
	} {
		h := apart(t, c.before, c.one, c.other)
		if got := len(h.doc.Conflicts); got != c.want {
			t.Errorf("%s: %d conflicts, want %d: %+v", what, got, c.want, h.doc.Conflicts)
		}
	}
}

// TestConflictIsSettled edits once more what two rooms say differently: the conflict is over.
func TestConflictIsSettled(t *testing.T) {
	h := apart(t, nil, todo{name("x")}, todo{name("y")})
	e, _ := Rename(h.doc, "both")
	last := eventOf("last", 9, e)
	last.After = h.known(last.change)
	h.add(last)
	h.show()
	if h.doc.Name != "both" || len(h.doc.Conflicts) != 0 {
		t.Errorf("after it was said anew: %q with %+v", h.doc.Name, h.doc.Conflicts)
	}
}

func ballotOf(id, person string, state BallotState, top string) func(Doc) (Edit, bool) {
	return func(d Doc) (Edit, bool) {
		return Cast(d, "1", Ballot{ID: id, Person: person, Screen: true, State: state, Places: map[string]int{top: 1}})
	}
}

func opens(d Doc) (Edit, bool) { return SetState(d, "1", Opened) }

// Who votes in two rooms has two ballots when their files are put together. Both count, since nothing tells which one is meant:
// that is listed until one of them is withdrawn.
func TestTwoBallotsOfOnePerson(t *testing.T) {
	for what, c := range map[string]struct {
		one, other todo
		want       int
	}{
		"one in each room":      {todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "p", Valid, "B")}, 1},
		"alike":                 {todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "p", Valid, "A")}, 1},
		"a blank one":           {todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "p", Blank, "")}, 1},
		"three":                 {todo{ballotOf("b1", "p", Valid, "A"), ballotOf("b3", "p", Valid, "C")}, todo{ballotOf("b2", "p", Valid, "B")}, 2},
		"one was withdrawn":     {todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "p", Valid, "B"), ballotOf("b2", "p", Withdrawn, "")}, 0},
		"one was taken back":    {todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "p", Valid, "B"), takeBack}, 0},
		"two people":            {todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "q", Valid, "B")}, 0},
		"nobody knows of whom":  {todo{ballotOf("b1", "", Valid, "A")}, todo{ballotOf("b2", "", Valid, "B")}, 0},
		"one ballot, corrected": {todo{ballotOf("b1", "p", Valid, "A"), ballotOf("b1", "p", Valid, "B")}, nil, 0},
	} {
		h := apart(t, todo{opens}, c.one, c.other)
		var got []Conflict
		for _, conflict := range h.doc.Conflicts {
			if conflict.Twice == (Twice{"p", "1"}) {
				got = append(got, conflict)
			}
		}
		if len(got) != c.want || len(h.doc.Conflicts) != c.want {
			t.Errorf("%s: %d people are said to have voted twice, want %d: %+v", what, len(got), c.want, h.doc.Conflicts)
		}
		for _, conflict := range got {
			if conflict.Kept.Event == conflict.Other.Event || conflict.Kept.Edit.Type != typeCast || conflict.Other.Edit.Type != typeCast {
				t.Errorf("%s: the conflict is between %+v and %+v", what, conflict.Kept, conflict.Other)
			}
		}
	}
	h := apart(t, todo{opens}, todo{ballotOf("b1", "p", Valid, "A")}, todo{ballotOf("b2", "p", Valid, "B")})
	if c := h.doc.Round("1").Counts(); c.Entered != 2 {
		t.Errorf("%d ballots are counted, want both", c.Entered)
	}
	last := eventOf("last", 9, first(ballotOf("b2", "p", Withdrawn, "")(h.doc)))
	last.After = h.known(last.change)
	h.add(last)
	h.show()
	if len(h.doc.Conflicts) != 0 {
		t.Errorf("after one was withdrawn: %+v", h.doc.Conflicts)
	}
}

func first(e Edit, _ bool) Edit { return e }

// TestOldEventsKnowAll has events without "after", as older programs write them, replace what was there.
func TestOldEventsKnowAll(t *testing.T) {
	h := fold(nil, nil)
	for i, n := range []string{"x", "y"} {
		e, _ := Rename(h.doc, n)
		h.add(eventOf(n, uint64(i+1), e))
	}
	h.show()
	if len(h.doc.Conflicts) != 0 {
		t.Errorf("conflicts in an old file: %+v", h.doc.Conflicts)
	}
}

// TestAudit lists every edit with who made it, those that were taken back too.
func TestAudit(t *testing.T) {
	r := newRoom(t, 11)
	r.s.SetBy("MR")
	e, ok := Rename(r.doc(), "x")
	r.do(e, ok)
	e, ok = r.doc().UndoEdit()
	r.do(e, ok)
	r.s.SetBy("")
	e, ok = Rename(r.doc(), "y")
	r.do(e, ok)
	got := r.s.Audit()
	if len(got) != 2 || got[0].By != "MR" || !got[0].Undone || got[1].By != "" || got[1].Undone || got[1].At == "" {
		t.Errorf("the record is %+v", got)
	}
	mustClose(t, r.s)
	again := mustOpen(t, r.s.Path(), testOptions(12))
	defer mustClose(t, again)
	if got := again.Audit(); len(got) != 2 || got[0].By != "MR" {
		t.Errorf("after it was opened again the record is %+v", got)
	}
}
