package workshop

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/ballot"
	"doublefix/app/words"
)

// A file cannot bring numbers whose sums are none.
func TestNumbersHaveBounds(t *testing.T) {
	for kind, bad := range map[string][]string{
		typeTables:   {`{"tables":[{"table":"1","people":9000000000000000000}]}`, `{"tables":[{"table":"1","people":-1}]}`},
		typeSettings: {`{"unranked":"last","people":9000000000000000000}`},
		typePrinted:  {`{"round":"1","batch":"b","from":9223372036854775807,"orders":[["A","B"]]}`},
		typeReturned: {`{"round":"1","table":"","count":9000000000000000000}`},
		typeImported: {
			`{"round":"1","import":"i","rows":[{"places":{"A":1},"count":9000000000000000000}]}`,
			`{"round":"1","import":"i","rows":[],"blank":1099511627776,"spoilt":1}`, `{"round":"1","import":"i","rows":[],"blank":-1}`,
		},
		typeCriteria: {`{"criteria":[{"id":"c","weight":1e300}]}`, `{"criteria":[{"id":"c"},{"id":"c"}]}`},
		typeScored:   {`{"scoring":"s","scores":{"A":{"c":-1e300}}}`},
		typeNoted: {
			`{"row":"T1","text":"of no dataset"}`, `{"dataset":"d","text":1}`, `[]`,
			`{"dataset":"d","row":"T1","text":"` + strings.Repeat("ñ", MaxNote+1) + `"}`,
		},
		typeMarked: {`{"dataset":"d","row":"","on":true}`, `{"row":"T1","on":true}`, `{"dataset":"d","row":"T1","on":"yes"}`},
		typeTitled: {`{"view":"v","title":"t"}`, `{"dataset":"d","view":"v","title":"` + strings.Repeat("t", MaxTitle+1) + `"}`},
		typeKept: {
			`{"dataset":"d","lens":{}}`, `{"chart":"k","lens":{}}`, `{"chart":"k","dataset":"d","lens":{"where":"year"}}`, `{"chart":"k","dataset":"d","lens":[]}`,
			`{"chart":"k","dataset":"d","lens":{"text":"` + strings.Repeat("x", maxLens) + `"}}`,
		},
		typeDropped: {`{}`, `{"chart":7}`},
	} {
		for _, data := range bad {
			if _, ok := read(kind, json.RawMessage(data)); ok {
				t.Errorf("%s is read: %s", kind, data)
			}
		}
	}
	if in := (Import{Blank: ballot.MaxBallots}); !in.sound() {
		t.Error("as many ballots as can be counted are refused")
	}
	var many Paper
	for range ballot.MaxOptions + 1 {
		many.Options = append(many.Options, Option{ID: strings.Repeat("x", len(many.Options)+1)})
	}
	if many.sound() {
		t.Error("more options are asked than can be counted")
	}
}

// What is no number is refused before it is written.
func TestNoNumbers(t *testing.T) {
	d := empty([]string{"A", "B"})
	for _, bad := range []float64{math.NaN(), math.Inf(1), -1} {
		if _, ok := SetCriteria(d, []Criterion{{ID: "c", Name: words.Both("c", "c"), Weight: bad}}, ""); ok {
			t.Errorf("a weight is %v", bad)
		}
	}
	for _, bad := range []float64{math.NaN(), math.Inf(-1)} {
		if _, ok := Score(d, Scoring{ID: "s", Scores: map[string]map[string]float64{"A": {"c": bad}}}); ok {
			t.Errorf("a score is %v", bad)
		}
	}
}

func TestReturnedPapers(t *testing.T) {
	for what, c := range map[string]struct {
		said           map[string]int
		entered        string // the tables of the papers that are entered; - for none
		returned, left int
	}{
		"nothing was said":               {nil, "1 1 2 -", 4, 0},
		"altogether":                     {map[string]int{"": 6}, "1 1 2 -", 6, 2},
		"altogether and one table":       {map[string]int{"": 6, "1": 3}, "1 1", 6, 4},
		"every table":                    {map[string]int{"1": 3, "2": 2}, "1 1 2", 5, 2},
		"one table of two":               {map[string]int{"1": 3}, "1 1 2 2", 5, 1},
		"papers without a table":         {map[string]int{"1": 3}, "- - 1", 3, 0},
		"fewer were said than came in":   {map[string]int{"": 1}, "1 1", 1, 0},
		"one table does not fill others": {map[string]int{"1": 1, "2": 3}, "1 1 1", 4, 3},
	} {
		r := Round{Returned: c.said}
		for _, table := range strings.Fields(c.entered) {
			r.Ballots = append(r.Ballots, Ballot{Table: strings.Trim(table, "-"), State: Valid})
		}
		r.Ballots = append(r.Ballots, Ballot{State: Withdrawn}, Ballot{State: Valid, Screen: true})
		if got := r.Counts(); got.Returned != c.returned || got.Left != c.left {
			t.Errorf("%s: returned %d, left %d; want %d, %d", what, got.Returned, got.Left, c.returned, c.left)
		}
	}
}

func TestTablesInOrder(t *testing.T) {
	want := []string{"2", "10", "A1", "A2", "A10", "B1", "B12"}
	got := []string{"B12", "A10", "10", "B1", "A2", "2", "A1"}
	if slices.SortFunc(got, compareIDs); !slices.Equal(got, want) {
		t.Errorf("tables stand as %v", got)
	}
}

// Opening a round again covers its result, also for when it is closed again; taking that back shows it as before.
func TestOpenedAgainIsCovered(t *testing.T) {
	r := newRoom(t, 1)
	step := func(what string, e Edit, ok, revealed bool) {
		t.Helper()
		r.do(e, ok)
		if now := r.doc().Round("1"); now.Revealed != revealed {
			t.Errorf("%s: revealed is %v", what, now.Revealed)
		}
	}
	state := func(what string, s RoundState, revealed bool) {
		t.Helper()
		e, ok := SetState(r.doc(), "1", s)
		step(what, e, ok, revealed)
	}
	state("opened", Opened, false)
	state("closed", Closed, false)
	e, ok := Reveal(r.doc(), "1", true)
	step("revealed", e, ok, true)
	state("opened again", Opened, false)
	e, ok = r.doc().UndoEdit()
	step("taken back", e, ok, true)
	state("opened once more", Opened, false)
	state("closed again", Closed, false)
}

// One room takes a round back in which another has voted already: the ballots are not lost.
func TestRoundWithBallotsStays(t *testing.T) {
	second := func(d Doc) (Edit, bool) { return AddRound(d, "") }
	open := func(d Doc) (Edit, bool) { return SetState(d, "2", Opened) }
	vote := func(d Doc) (Edit, bool) {
		return Cast(d, "2", Ballot{ID: "b", State: Valid, Places: map[string]int{"A": 1}})
	}
	h := apart(t, todo{second}, todo{open, vote}, todo{takeBack})
	if r := h.doc.Round("2"); r == nil || r.Counts().Entered != 1 {
		t.Errorf("rounds are %+v", h.doc.Rounds)
	}
	if h = apart(t, todo{second}, todo{open}, todo{takeBack}); h.doc.Round("2") != nil {
		t.Error("a round that was taken back is there")
	}
}

// Two edits that both change several tables are one conflict.
func TestConflictIsListedOnce(t *testing.T) {
	set := func(people int) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) {
			return SetTables(d, []Table{{ID: "1", People: people}, {ID: "2", People: people}})
		}
	}
	if got := apart(t, nil, todo{set(3)}, todo{set(4)}).doc.Conflicts; len(got) != 1 {
		t.Errorf("conflicts: %+v", got)
	}
}

// People are followed at their tables.
func TestFollowedAtTables(t *testing.T) {
	d := empty([]string{"A", "B"})
	vote := func(person, table string) Ballot {
		return Ballot{ID: person, Person: person, Table: table, State: Valid, Places: map[string]int{"A": 1}}
	}
	d.Rounds = []Round{{ID: "1", Ballots: []Ballot{vote("p", "1"), vote("q", "2")}}, {ID: "2", Ballots: []Ballot{vote("p", "1"), vote("q", "2")}}}
	if all, one := d.Followed("1", "2"), d.Followed("1", "2", "1"); len(all) != 2 || len(one) != 1 || one[0].Before == nil || one[0].After == nil {
		t.Errorf("%v, at one table %v", all, one)
	}
}
