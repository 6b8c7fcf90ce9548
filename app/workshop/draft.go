package workshop

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// change is what an event does: edits have parts, each for one register; what is no edit is a fact.
type change struct {
	parts []part
	fact  func(*draft)
	own   bool // concerns this computer alone
}

// part is what an edit does to one register. Of all parts of a register that hold, the last is applied alone.
type part struct {
	key   string
	apply func(*draft)
}

// edits is a change of one register.
func edits(key string, apply func(*draft)) *change {
	return &change{parts: []part{{key, apply}}}
}

// draft is a document that is being made. Parts come in the order in which their registers were first spoken of, so that
// what depends on another part waits until finish.
type draft struct {
	doc     Doc
	at      string // when what is applied now was written
	places  []string
	shown   []string
	rounds  map[string]*Round
	exists  map[string]bool // rounds that were added
	seconds map[string]Second
}

func newDraft(options []string) *draft {
	return &draft{
		doc: empty(options), rounds: map[string]*Round{"1": {ID: "1"}}, exists: map[string]bool{"1": true}, seconds: map[string]Second{},
	}
}

// round returns the round to be changed. A round that was not added, since its addition was taken back, is made, and left out
// where it has no ballots.
func (d *draft) round(id string) *Round {
	r := d.rounds[id]
	if r == nil {
		r = &Round{ID: id}
		d.rounds[id] = r
	}
	return r
}

// finish puts together what was applied.
func (d *draft) finish() Doc {
	doc := &d.doc
	doc.Rounds = nil
	for n := 1; n <= maxRounds; n++ {
		id := strconv.Itoa(n)
		if r := d.rounds[id]; r != nil && (d.exists[id] || r.Used()) { // another room may have voted in a round that this one took back
			d.check(r)
			r.Revealed = r.Revealed && r.State == Closed
			doc.Rounds = append(doc.Rounds, *r)
		}
	}
	if next := d.rounds[strconv.Itoa(number(doc.Latest().ID)+1)]; next != nil {
		doc.Coming = next.Seen
	}
	doc.adopt(ids(doc.OptionsOf(doc.Latest().ID)))
	if d.places != nil {
		doc.Places, _ = doc.fitted(d.places)
	}
	if d.shown != nil {
		doc.show(d.shown)
	}
	slices.SortStableFunc(doc.Tables, func(a, b Table) int { return compareIDs(a.ID, b.ID) })
	return *doc
}

// check gives ballots their second entries.
func (d *draft) check(r *Round) {
	for i := range r.Ballots {
		b := &r.Ballots[i]
		if b.State != Withdrawn {
			b.Second = d.seconds[secondKey(r.ID, b.ID)]
		}
	}
}

// compareIDs orders the ids of tables by room and then by number.
func compareIDs(a, b string) int {
	roomA, numberA := cutRoom(a)
	roomB, numberB := cutRoom(b)
	return cmp.Or(cmp.Compare(roomA, roomB), cmp.Compare(len(numberA), len(numberB)), cmp.Compare(a, b))
}

// cutRoom parts the id of a table into its room and its number.
func cutRoom(id string) (room, number string) {
	room = strings.TrimRight(id, "0123456789")
	return room, id[len(room):]
}
