package handout

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"doublefix/app/words"
	"doublefix/app/workshop"
)

// What is on record in a workshop is what is printed: question, options, tables, settings, and every ballot of the batches that
// are asked for.
func TestBallotsOfAWorkshop(t *testing.T) {
	set := builtIn(t)
	s, err := workshop.Open(filepath.Join(t.TempDir(), "room.doublefix"), workshop.Options{Options: []string{"A", "B", "C", "D"}, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	chance := rand.NewChaCha8([32]byte{7})
	do := func(e workshop.Edit, ok bool) {
		t.Helper()
		if !ok {
			t.Fatal("the edit may not be made")
		}
		s.Do(e)
	}
	do(workshop.SetTables(s.Doc(), []workshop.Table{{ID: "1"}, {ID: "2", Name: "Sur"}}))
	do(workshop.SetSettings(s.Doc(), workshop.Settings{Ties: true, Unranked: "none", Room: "B"}))
	do(workshop.Print(s.Doc(), "1", 3, "1", chance))
	do(workshop.Print(s.Doc(), "1", 2, "2", chance))
	doc := s.Doc()
	batches := doc.Round("1").Batches

	in := BallotsOf(set, doc, "1", words.Langs())
	if !in.Ties || !in.Apart || in.Question.In(words.English) != set.Question.In(words.English) || in.Round != "Round 1 · Ronda 1" {
		t.Errorf("ballots of the workshop: %+v", in)
	}
	if len(in.Papers) != 5 || in.Papers[0].Serial != "B-001" || in.Papers[0].Table != "Table 1 · Mesa 1" || in.Papers[4].Table != "Sur" {
		t.Fatalf("papers: %+v", in.Papers)
	}
	if !slices.Equal(in.Papers[3].Order, batches[1].Orders[0]) {
		t.Errorf("ballot 4 has the order %v, on record is %v", in.Papers[3].Order, batches[1].Orders[0])
	}
	if in.Options[2].Title.In(words.Spanish) != set.Options[2].Title.In(words.Spanish) {
		t.Errorf("option without its title: %+v", in.Options[2])
	}
	if some := BallotsOf(set, doc, "1", nil, batches[1].ID); len(some.Papers) != 2 {
		t.Errorf("%d ballots of the second batch, want 2", len(some.Papers))
	}
	if none := BallotsOf(set, doc, "9", nil); len(none.Papers) != 0 {
		t.Errorf("a round that is not there has %d ballots", len(none.Papers))
	}
	mustBallots(t, in)
}

// Ballots that were printed before the options changed are not printed again: nobody could count them.
func TestBallotsOfOtherOptions(t *testing.T) {
	set := builtIn(t)
	s, err := workshop.Open(filepath.Join(t.TempDir(), "room.doublefix"), workshop.Options{Options: []string{"A", "B", "C", "D"}, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	chance := rand.NewChaCha8([32]byte{7})
	if e, ok := workshop.Print(s.Doc(), "1", 3, "", chance); ok {
		s.Do(e)
	}
	asked := workshop.Paper{Question: words.Both("What now?", "¿Y ahora?"), Options: []workshop.Option{{ID: "A"}, {ID: "B"}, {ID: "x1", Title: words.Both("New", "Nueva")}}}
	e, ok := workshop.SetPaper(s.Doc(), "1", asked)
	if !ok {
		t.Skip("a paper that was printed is not changed")
	}
	s.Do(e)
	if e, ok = workshop.Print(s.Doc(), "1", 2, "", chance); ok {
		s.Do(e)
	}
	in := BallotsOf(set, s.Doc(), "1", words.Langs())
	if len(in.Papers) != 2 || in.Question.In(words.English) != "What now?" || in.Options[2].Title.In(words.Spanish) != "Nueva" {
		t.Errorf("after the change: %+v", in)
	}
}
