package ranking

import (
	"errors"
	"reflect"
	"testing"
)

func TestCompare(t *testing.T) {
	s, err := Compare(profile(t, 3, "6 A>B>C", "2 B>A>C"), profile(t, 3, "1 A>B>C", "3 B>A>C"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if x := s.Pairs[0]; x.A != 0 || x.B != 1 || !x.Turned || x.Then != (Pair{6, 2, 0, 0}) || x.Now != (Pair{1, 3, 0, 0}) {
		t.Errorf("A and B: %+v", x)
	}
	if x := s.Pairs[1]; x.B != 2 || x.Turned {
		t.Errorf("A and C: %+v", x)
	}
	b := s.Options[1]
	if b.FirstThen.RatString() != "1/4" || b.FirstNow.RatString() != "3/4" || b.PointsThen.RatString() != "5/4" || b.PointsNow.RatString() != "7/4" {
		t.Errorf("B: %+v", b)
	}
	if s.AgreedThen.W == nil || s.Before.Ballots != 8 || s.After.Ballots != 4 {
		t.Errorf("%+v", s)
	}
	s, err = Compare(profile(t, 2), profile(t, 2, "1 A>B"), Options{})
	if err != nil || s.Options[0].FirstThen != nil || s.Options[0].FirstNow == nil {
		t.Errorf("an empty round: %+v, %v", s.Options, err)
	}
	if _, err = Compare(profile(t, 2), profile(t, 3), Options{}); !errors.Is(err, ErrRounds) {
		t.Errorf("other options: %v", err)
	}
}

func TestFollow(t *testing.T) {
	people := []Person{
		{Before: []uint8{1, 2, 3}, After: []uint8{1, 2, 0}}, // says the same with fewer words
		{Before: []uint8{1, 2, 3}, After: []uint8{2, 1, 3}},
		{Before: []uint8{1, 2, 3}, After: []uint8{1, 1, 2}},
		{Before: []uint8{3, 2, 1}},
		{After: []uint8{3, 2, 1}},
		{Before: []uint8{0, 0, 0}, After: []uint8{0, 0, 0}}, // blank twice
	}
	want := Moves{
		Both: 3, Changed: 2, FirstMoved: 2, Joined: 1, Left: 1, Options: []OptionMoves{{0, 1}, {2, 0}, {0, 0}},
		Pairs: []PairMoves{{0, 1, 0, 1, 1}, {0, 2, 0, 0, 0}, {1, 2, 0, 0, 0}},
	}
	if got := Follow(3, people, Last); !reflect.DeepEqual(got, want) {
		t.Errorf("under last: %+v", got)
	}
	want.Changed = 3
	want.Pairs = []PairMoves{{0, 1, 0, 1, 1}, {0, 2, 0, 0, 1}, {1, 2, 0, 0, 1}}
	if got := Follow(3, people, None); !reflect.DeepEqual(got, want) {
		t.Errorf("under none: %+v", got)
	}
}
