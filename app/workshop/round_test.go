package workshop

import (
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"doublefix/app/words"
)

// room is a workshop in a test: every edit must be one.
type room struct {
	t *testing.T
	s *Store
}

func newRoom(t *testing.T, seed uint64) room {
	t.Helper()
	r := room{t, mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), testOptions(seed))}
	t.Cleanup(func() { _ = r.s.Close() })
	return r
}

func (r room) do(e Edit, ok bool) {
	r.t.Helper()
	if !ok {
		r.t.Fatal("an edit that should change something did not")
	}
	r.s.Do(e)
}

func (r room) doc() Doc { return r.s.Doc() }

// cast enters a ballot by places of A, B, C, D.
func (r room) cast(round, id, table, person string, places ...int) {
	r.t.Helper()
	b := Ballot{ID: id, Table: table, Person: person, State: Valid, Places: map[string]int{}}
	for i, place := range places {
		if place > 0 {
			b.Places[string(rune('A'+i))] = place
		}
	}
	e, ok := Cast(r.doc(), round, b)
	r.do(e, ok)
}

func TestRounds(t *testing.T) {
	r := newRoom(t, 1)
	if _, ok := Cast(r.doc(), "1", Ballot{ID: "x", State: Blank}); ok {
		t.Error("a ballot got into a round that is not open")
	}
	if e, ok := Decide(r.doc(), "1", Decision{Rule: "schulze", Tie: TieLot}); true {
		r.do(e, ok)
	}
	e, ok := SetState(r.doc(), "1", Opened)
	r.do(e, ok)
	r.cast("1", "x", "1", "p", 1, 2, 3, 4)
	if _, ok := Reveal(r.doc(), "1", true); ok {
		t.Error("an open round was revealed")
	}
	if e, ok := Decide(r.doc(), "1", Decision{Rule: "borda"}); true {
		r.do(e, ok)
	}
	if got := r.doc().Round("1"); !got.DecisionLate || got.Decision.Rule != "borda" || got.DecisionAt == "" {
		t.Errorf("a rule named after a ballot was in: %+v", got)
	}
	undo, _ := r.doc().UndoEdit()
	r.s.Do(undo)
	if got := r.doc().Round("1"); got.DecisionLate || got.Decision.Rule != "schulze" {
		t.Errorf("after undo: %+v", got.Decision)
	}
	e, ok = SetState(r.doc(), "1", Closed)
	r.do(e, ok)
	e, ok = Reveal(r.doc(), "1", true)
	r.do(e, ok)
	if _, ok := Decide(r.doc(), "1", Decision{Rule: "irv"}); ok {
		t.Error("a rule was named after the result was shown")
	}
	e, ok = AddRound(r.doc(), "after the evidence")
	r.do(e, ok)
	if got := r.doc().Latest(); got.ID != "2" || got.Name != "after the evidence" || got.State != Planned {
		t.Errorf("the second round is %+v", got)
	}
}

func TestPaperOfARound(t *testing.T) {
	r := newRoom(t, 2)
	paper := Paper{Question: words.Both("Which?", "¿Cuál?"), Options: []Option{{ID: "A"}, {ID: "E", Title: words.Both("More", "Más")}}}
	e, ok := SetPaper(r.doc(), "1", paper)
	r.do(e, ok)
	if got := r.doc(); len(got.Places) != 2 || got.Shown[1] != "E" {
		t.Errorf("one's own ranking is of %v", got.Shown)
	}
	e, ok = SetState(r.doc(), "1", Opened)
	r.do(e, ok)
	e, ok = Cast(r.doc(), "1", Ballot{ID: "x", State: Valid, Places: map[string]int{"E": 1}})
	r.do(e, ok)
	if _, ok := SetPaper(r.doc(), "1", Paper{}); ok {
		t.Error("the paper was changed under a ballot")
	}
	e, ok = AskAnew(r.doc(), "", Paper{Options: []Option{{ID: "A"}, {ID: "B"}, {ID: "C"}}})
	r.do(e, ok)
	d := r.doc()
	if got := ids(d.OptionsOf("1")); !slices.Equal(got, []string{"A", "E"}) {
		t.Errorf("the first round ranks %v", got)
	}
	if got := ids(d.OptionsOf("2")); !slices.Equal(got, []string{"A", "B", "C"}) {
		t.Errorf("the second round ranks %v", got)
	}
	if got := d.QuestionOf("2").In(words.Spanish); got != "¿Cuál?" {
		t.Errorf("the second round asks %q", got)
	}
	for _, bad := range []Paper{{Options: []Option{{ID: "A"}}}, {Options: []Option{{ID: "A"}, {ID: "A"}}}, {Options: []Option{{ID: ""}, {ID: "A"}}}} {
		if _, ok := AskAnew(d, "", bad); ok {
			t.Errorf("a paper that cannot be ranked was taken: %+v", bad)
		}
	}
}

func TestPrintedBallots(t *testing.T) {
	r := newRoom(t, 3)
	e, ok := SetSettings(r.doc(), Settings{Unranked: "last", Room: "b"})
	r.do(e, ok)
	for seed := range uint64(2) {
		e, ok := Print(r.doc(), "1", 10, "B1", seeded{random(seed)})
		r.do(e, ok)
	}
	round := r.doc().Round("1")
	if round.Issued() != 20 || round.Batches[1].From != 11 {
		t.Fatalf("printed %d, the second batch from %d", round.Issued(), round.Batches[1].From)
	}
	shuffled := 0
	for n := 1; n <= 20; n++ {
		s, table, order, ok := round.Find(n, "B")
		if !ok || table != "B1" || s.String() != "B-0"+strconv.Itoa(n/10)+strconv.Itoa(n%10) {
			t.Errorf("ballot %d is %v of table %q, found %v", n, s, table, ok)
		}
		if !sameSet(order, []string{"A", "B", "C", "D"}) {
			t.Errorf("ballot %d shows %v", n, order)
		}
		if !slices.IsSorted(order) {
			shuffled++
		}
	}
	if shuffled < 10 {
		t.Errorf("only %d of 20 ballots have an order of their own", shuffled)
	}
	if _, _, _, ok := round.Find(21, ""); ok {
		t.Error("a ballot was found that was never printed")
	}
	e, ok = AddRound(r.doc(), "")
	r.do(e, ok)
	e, ok = Print(r.doc(), "2", 5, "", seeded{random(7)})
	r.do(e, ok)
	if got := r.doc().Round("2").Batches[0].From; got != 21 {
		t.Errorf("the papers of the second round begin with %d, those of the first ended with 20", got)
	}
}

func TestReadPaper(t *testing.T) {
	order := []string{"C", "A", "D", "B"}
	for _, c := range []struct {
		digits string
		ties   bool
		state  BallotState
		why    string
		want   map[string]int
	}{
		{"3142", false, Valid, "", map[string]int{"C": 3, "A": 1, "D": 4, "B": 2}},
		{"0100", false, Valid, "", map[string]int{"A": 1}},
		{"01", false, Valid, "", map[string]int{"A": 1}},
		{"1300", false, Valid, "", map[string]int{"C": 1, "A": 3}},
		{"2214", false, Spoilt, WhyTwice, nil},
		{"2213", true, Valid, "", map[string]int{"C": 2, "A": 2, "D": 1, "B": 3}},
		{"5123", true, Spoilt, WhyBeyond, nil},
		{"12341", false, Spoilt, WhyBeyond, nil},
		{"0000", false, Blank, "", nil},
		{"", false, Blank, "", nil},
		{"1x", false, Spoilt, WhyBeyond, nil},
	} {
		got, state, why := ReadPaper(c.digits, order, c.ties)
		if state != c.state || why != c.why || len(got) != len(c.want) {
			t.Errorf("%q with ties %v: %v %v %q", c.digits, c.ties, got, state, why)
		}
		for id, place := range c.want {
			if got[id] != place {
				t.Errorf("%q puts %s in place %d, want %d", c.digits, id, got[id], place)
			}
		}
	}
}

func TestCounts(t *testing.T) {
	r := newRoom(t, 4)
	e, ok := Print(r.doc(), "1", 20, "", seeded{random(1)})
	r.do(e, ok)
	e, ok = SetState(r.doc(), "1", Opened)
	r.do(e, ok)
	e, ok = SetReturned(r.doc(), "1", "", 19)
	r.do(e, ok)
	for i, digits := range []string{"1234", "2214", "0000", "4321", "1243"} {
		s, _, order, _ := r.doc().Round("1").Find(i+1, "")
		places, state, why := ReadPaper(digits, order, false)
		e, ok := Cast(r.doc(), "1", Ballot{ID: NewBallotID(s, nil), Serial: s, Paper: digits, Places: places, State: state, Why: why})
		r.do(e, ok)
	}
	ballots := r.doc().Round("1").Ballots
	e, ok = Withdraw(r.doc(), "1", ballots[4].ID)
	r.do(e, ok)
	e, ok = CheckBallot(r.doc(), "1", ballots[0].ID, Second{"1234", Valid})
	r.do(e, ok)
	e, ok = CheckBallot(r.doc(), "1", ballots[3].ID, Second{"4312", Valid})
	r.do(e, ok)
	e, ok = ImportBallots(r.doc(), "1", Import{ID: "i", File: "f.csv", Rows: []Row{{map[string]int{"A": 1}, 3}}, Blank: 2})
	r.do(e, ok)
	want := Counts{Issued: 20, Returned: 19, Entered: 9, Left: 15, Spoilt: 1, Blank: 3, NotReturned: 1, Second: 2, Differ: 1, Withdrawn: 1}
	if got := r.doc().Round("1").Counts(); got != want {
		t.Errorf("counts are %+v, want %+v", got, want)
	}
	p := r.doc().Profile("1")
	if p.Total() != 5 || p.Blank != 3 || p.Spoilt != 1 {
		t.Errorf("the profile has %d ballots, %d blank, %d spoilt", p.Total(), p.Blank, p.Spoilt)
	}
	e, ok = WithdrawImport(r.doc(), "1", "i")
	r.do(e, ok)
	if got := r.doc().Profile("1"); got.Total() != 2 {
		t.Errorf("after the import was withdrawn there are %d ballots", got.Total())
	}
	if _, again := WithdrawImport(r.doc(), "1", "i"); again {
		t.Error("an import was withdrawn twice")
	}
	undo, _ := r.doc().UndoEdit()
	r.s.Do(undo)
	undo, _ = r.doc().UndoEdit()
	r.s.Do(undo)
	if p := r.doc().Profile("1"); p.Total() != 2 {
		t.Errorf("after the import was taken back there are %d ballots", p.Total())
	}
}

func TestFollowed(t *testing.T) {
	r := newRoom(t, 5)
	e, ok := SetState(r.doc(), "1", Opened)
	r.do(e, ok)
	r.cast("1", "x", "1", "p", 1, 2, 3, 4)
	r.cast("1", "y", "1", "q", 2, 1, 3, 4)
	r.cast("1", "z", "2", "", 4, 3, 2, 1)
	e, ok = AddRound(r.doc(), "")
	r.do(e, ok)
	e, ok = SetState(r.doc(), "2", Opened)
	r.do(e, ok)
	r.cast("2", "x2", "1", "p", 2, 1, 3, 4)
	r.cast("2", "w2", "1", "new", 2, 1, 3, 4)
	people := r.doc().Followed("1", "2")
	if len(people) != 3 || people[0].Before == nil || people[0].After == nil || people[1].After != nil || people[2].Before != nil {
		t.Errorf("followed are %v", people)
	}
	if got := r.doc().Profile("1", "2").Total(); got != 1 {
		t.Errorf("table 2 has %d ballots", got)
	}
}

func TestLots(t *testing.T) {
	first := map[string]int{}
	for seed := range uint64(200) {
		r := Doc{Rounds: []Round{{ID: "1"}}}
		e, ok := DrawLot(r, "1", []string{"C", "A"}, seeded{random(seed)})
		lot, readable := decode[lotDrawn](e.Data)
		if !ok || !readable || !lot.Holds() {
			t.Fatalf("the lot of seed %d does not hold: %s", seed, e.Data)
		}
		first[lot.First]++
		lot.First = map[string]string{"A": "C", "C": "A"}[lot.First]
		if lot.Holds() {
			t.Fatal("a lot that says something else holds")
		}
	}
	if first["A"] < 60 || first["C"] < 60 {
		t.Errorf("200 lots fell as %v", first)
	}
	r := newRoom(t, 6)
	e, ok := DrawLot(r.doc(), "1", []string{"B", "A"}, seeded{random(1)})
	r.do(e, ok)
	if _, ok := DrawLot(r.doc(), "1", []string{"A", "B"}, seeded{random(2)}); ok {
		t.Error("a second lot was drawn for one tie")
	}
	if e, ok := r.doc().Undo(); ok {
		t.Errorf("undo would take a lot back: %v", e.Type)
	}
}

func TestSeenBetweenRounds(t *testing.T) {
	r := newRoom(t, 7)
	if _, ok := See(r.doc(), "traces"); ok {
		t.Error("what is shown before the first round was kept")
	}
	for _, state := range []RoundState{Opened, Closed} {
		e, ok := SetState(r.doc(), "1", state)
		r.do(e, ok)
	}
	e, ok := See(r.doc(), "traces")
	r.do(e, ok)
	if _, ok := See(r.doc(), "traces"); ok {
		t.Error("a dataset is kept twice")
	}
	e, ok = AddRound(r.doc(), "")
	r.do(e, ok)
	if got := r.doc().Latest().Seen; len(got) != 1 || got[0].Dataset != "traces" {
		t.Errorf("before round 2 people saw %v", got)
	}
}
