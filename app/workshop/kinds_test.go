package workshop

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// everyKind returns a journal with events of every type.
func everyKind(t testing.TB) []byte {
	t.Helper()
	s := mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), testOptions(8))
	chance := random(3)
	from := seeded{chance}
	first := map[string]int{"A": 1, "B": 2, "C": 2, "D": 3}
	for _, edit := range []func(Doc) (Edit, bool){
		name("every kind"), MarkExample,
		func(d Doc) (Edit, bool) { return Shuffle(d, from) },
		func(d Doc) (Edit, bool) { return Place(d, "B", 1) }, takeBack,
		func(d Doc) (Edit, bool) { return SetHandout(d, Handout{Paper: "letter"}) },
		func(d Doc) (Edit, bool) { return SetSettings(d, Settings{Unranked: "none", Room: "A", Second: true}) },
		func(d Doc) (Edit, bool) { return SetTables(d, []Table{{ID: "A1", Name: "North", People: 3}}) },
		func(d Doc) (Edit, bool) {
			return SetPeople(d, []Person{{ID: "p", Name: "Ana", Code: "K", Table: "A1"}})
		},
		func(d Doc) (Edit, bool) { return SetCriteria(d, []Criterion{{ID: "cost", Weight: 2}}, "5") },
		func(d Doc) (Edit, bool) {
			return Score(d, Scoring{ID: "s", Person: "p", Scores: map[string]map[string]float64{"A": {"cost": 3}}})
		},
		func(d Doc) (Edit, bool) { return SetPaper(d, "1", Paper{Question: words.Text{"en": "What first?"}}) },
		func(d Doc) (Edit, bool) { return Decide(d, "1", Decision{Rule: "borda", Tie: TieLot}) },
		func(d Doc) (Edit, bool) { return Print(d, "1", 2, "A1", from) },
		func(d Doc) (Edit, bool) { return SetState(d, "1", Opened) },
		func(d Doc) (Edit, bool) {
			return Cast(d, "1", Ballot{ID: "x", Person: "p", State: Valid, Places: first})
		},
		func(d Doc) (Edit, bool) { return CheckBallot(d, "1", "x", Second{Paper: "1223", State: Valid}) },
		func(d Doc) (Edit, bool) {
			return ImportBallots(d, "1", Import{ID: "i", File: "a.csv", Rows: []Row{{Places: first, Count: 2}}})
		},
		func(d Doc) (Edit, bool) { return SetReturned(d, "1", "A1", 1) },
		func(d Doc) (Edit, bool) { return SetState(d, "1", Closed) },
		func(d Doc) (Edit, bool) { return See(d, "traces") },
		func(d Doc) (Edit, bool) { return DrawLot(d, "1", []string{"A", "B"}, from) },
		func(d Doc) (Edit, bool) { return Reveal(d, "1", true) },
		func(d Doc) (Edit, bool) { return AddRound(d, "again") },
		func(d Doc) (Edit, bool) { return NameRound(d, "2", "once more") },
		func(d Doc) (Edit, bool) { return NoteRow(d, "traces", "T1", "look here") },
		func(d Doc) (Edit, bool) { return MarkRow(d, "traces", "T1", true) },
		func(d Doc) (Edit, bool) { return TitleChart(d, "traces", "years", "What we saw") },
		func(d Doc) (Edit, bool) {
			return KeepChart(d, "traces", dataset.Lens{View: "years", Where: []dataset.Cond{{Field: "year", Op: ">=", Values: []string{"2019"}}}}, from)
		},
		func(d Doc) (Edit, bool) { return DropChart(d, d.Charts.Kept[0].ID) },
	} {
		e, ok := edit(s.Doc())
		do(s, e, ok)
	}
	if err := s.Forget("p"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	raw := bytesOf(t, s.Path())
	for _, kind := range []string{
		typePlaced, typeShown, typeHandout, typeNamed, typeExample, typeUndo, typeSettings, typeTables, typePeople, typeForgotten,
		typeRound, typeRoundName, typePaper, typeState, typeRevealed, typeDecision, typeLot, typePrinted, typeReturned, typeCast,
		typeSecond, typeImported, typeCriteria, typeScored, typeSeen, typeNoted, typeMarked, typeTitled, typeKept, typeDropped,
	} {
		if !bytes.Contains(raw, []byte(`"type":"`+kind+`"`)) {
			t.Errorf("there is no event %s", kind)
		}
	}
	return raw
}

// Whatever kind of event was being written when the power went: every one before it is there, and none is half there.
func TestEveryKindCutAtEveryByte(t *testing.T) {
	raw := everyKind(t)
	start := bytes.IndexByte(raw, '\n') + 1
	lines := strings.SplitAfter(string(raw[start:]), "\n")
	done, end := 0, start
	for cut := start; cut <= len(raw); cut++ {
		for done < len(lines) && cut >= end+len(lines[done])-1 && lines[done] != "" {
			end += len(lines[done]) // a line is whole as soon as only its LF is missing
			done++
		}
		c, err := parse("w", raw[:cut])
		if err != nil || len(c.events) != done || len(c.damaged) > 0 || (len(c.torn) > 0) != (cut > end) {
			t.Fatalf("cut at %d: %v, %d events, want %d; damaged %v, torn %q", cut, err, len(c.events), done, c.damaged, c.torn)
		}
	}
}

// No line makes reading stumble, and what a person was called goes from any.
func FuzzEveryKind(f *testing.F) {
	raw := everyKind(f)
	for line := range bytes.SplitSeq(raw, []byte("\n")) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		all := slices.Concat(raw, line, []byte("\n"))
		c, err := parse("w", all)
		if err != nil {
			t.Fatal(err)
		}
		h := fold(testOptions(1).Options, c.events)
		for i := range h.doc.Rounds {
			h.doc.Rounds[i].Counts()
			h.doc.Profile(h.doc.Rounds[i].ID)
		}
		if e, ok := h.doc.UndoEdit(); ok {
			h.add(Event{ID: "last", Clock: maxClock, Type: e.Type, Data: e.Data})
			h.show()
		}
		e := newEraser("p")
		clean := e.erase(all)
		if again := newEraser("p").erase(clean); !bytes.Equal(again, clean) {
			t.Fatalf("erased twice it is\n%q\nnot\n%q", again, clean)
		}
		c, err = parse("w", clean)
		if err != nil {
			t.Fatal(err)
		}
		for _, person := range fold(testOptions(1).Options, c.events).doc.People {
			if person.ID == "p" && person.Name+person.Code != "" {
				t.Fatalf("%+v is there after\n%q", person, clean)
			}
		}
	})
}
