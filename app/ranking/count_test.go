package ranking

import (
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"testing"

	"doublefix/app/ballot"
)

func TestCountRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		p    ballot.Profile
		o    Options
		want error
	}{
		"no options":    {ballot.Profile{}, Options{}, ErrOptions},
		"65 options":    {ballot.Profile{Options: make([]string, 65)}, Options{}, ErrOptions},
		"short row":     {ballot.Profile{Options: make([]string, 2), Places: []uint8{1}, Counts: []int64{1}}, Options{}, ErrProfile},
		"empty row":     {ballot.Profile{Options: make([]string, 2), Places: []uint8{0, 0}, Counts: []int64{1}}, Options{}, ErrProfile},
		"place too far": {ballot.Profile{Options: make([]string, 2), Places: []uint8{1, 3}, Counts: []int64{1}}, Options{}, ErrProfile},
		"place 200":     {ballot.Profile{Options: make([]string, 2), Places: []uint8{1, 200}, Counts: []int64{1}}, Options{}, ErrProfile},
		"gap":           {ballot.Profile{Options: make([]string, 3), Places: []uint8{1, 3, 3}, Counts: []int64{1}}, Options{}, ErrProfile},
		"no first":      {ballot.Profile{Options: make([]string, 3), Places: []uint8{2, 0, 0}, Counts: []int64{1}}, Options{}, ErrProfile},
		"count 0":       {ballot.Profile{Options: make([]string, 1), Places: []uint8{1}, Counts: []int64{0}}, Options{}, ErrProfile},
		"too many":      {ballot.Profile{Options: make([]string, 1), Places: []uint8{1, 1}, Counts: []int64{MaxBallots, 1}}, Options{}, ErrBallots},
		"setting":       {ballot.Profile{Options: make([]string, 1)}, Options{Unranked: "first"}, ErrSettings},
	} {
		if _, err := Count(&c.p, c.o); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Agree(&c.p, c.o); !errors.Is(err, c.want) {
			t.Errorf("%s, agreement: %v", name, err)
		}
	}
}

// Sums stay exact at the largest number of ballots and options.
func TestCountAtTheLimits(t *testing.T) {
	p := &ballot.Profile{Options: make([]string, MaxOptions), Blank: 3, Spoilt: 4}
	places := make([]uint8, MaxOptions)
	for a := range places {
		places[a] = uint8(a + 1)
	}
	p.Add(places, MaxBallots)
	r := count(t, p, Options{})
	if r.Condorcet != 0 || r.Loser != 63 || r.Blank != 3 || r.Spoilt != 4 || r.Pairwise[0][63] != MaxBallots {
		t.Errorf("winner %d, loser %d, blank %d, spoilt %d", r.Condorcet, r.Loser, r.Blank, r.Spoilt)
	}
	for _, out := range r.Rules {
		switch out.Rule {
		case Kemeny:
			if !out.Has(TooManyOptions) || out.Order != nil {
				t.Errorf("Kemeny: %+v", out)
			}
		case FirstChoice:
			if len(out.Order) != 2 {
				t.Errorf("first choice: %v", out.Order)
			}
		default:
			if len(out.Order) != MaxOptions || out.Order[0][0] != 0 || (!out.Unique && out.Rule != IRV) { // those without a first place are tied for last
				t.Errorf("%s: %v", out.Rule, out.Order)
			}
		}
	}
	if got := outcome(t, r, Borda).Scores[0]; got.Cmp(big.NewRat(63*MaxBallots, 1)) != 0 {
		t.Errorf("Borda %s", got.RatString())
	}
	if a := agree(t, p, Options{}); a.Degree != Unanimous || *a.TauB < 1-1e-9 {
		t.Errorf("agreement %v, %v", a.W, *a.TauB)
	}
}

func TestKemenyOfTies(t *testing.T) {
	p := profile(t, 7, "1 A=B=C=D=E=F=G")
	out := outcome(t, count(t, p, Options{}), Kemeny)
	if out.Optimal != 5040 || len(out.Orders) != MaxOrders || out.Unique || text(out.Order) != "A=B=C=D=E=F=G" {
		t.Errorf("%d orders, %d listed, %v", out.Optimal, len(out.Orders), out.Order)
	}
	if !slices.Equal(out.Orders[0], []int{0, 1, 2, 3, 4, 5, 6}) || !slices.IsSortedFunc(out.Orders, slices.Compare[[]int]) {
		t.Errorf("first %v", out.Orders[0])
	}
}

func TestIRVRounds(t *testing.T) {
	out := outcome(t, count(t, profile(t, 4, "42 A>B>C>D", "26 B>C>D>A", "15 C>D>B>A", "17 D>C>B>A"), Options{}), IRV)
	var got []string
	for _, r := range out.Rounds {
		got = append(got, fmt.Sprint(r.Continuing, r.Votes, r.Exhausted, r.Lowest, r.Dropped))
	}
	want := []string{
		"[0 1 2 3] [42/1 26/1 15/1 17/1] 0 [2] 2", "[0 1 3] [42/1 26/1 <nil> 32/1] 0 [1] 1", "[0 3] [42/1 <nil> <nil> 58/1] 0 [] -1",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	// Two short ballots exhaust; a shared top counts half.
	out = outcome(t, count(t, profile(t, 3, "2 C", "3 A>B", "3 A=B", "1 B"), Options{}), IRV)
	if r := out.Rounds[len(out.Rounds)-1]; r.Exhausted != 2 || r.Votes[0].RatString() != "9/2" || r.Votes[1].RatString() != "5/2" {
		t.Errorf("%+v", out.Rounds)
	}
}

// B, C and D share the last place. Dropping all three at once leaves A with nothing to beat; dropped one by one, they
// join up behind whoever stays.
func TestIRVTogether(t *testing.T) {
	p := profile(t, 4, "3 A>B>C>D", "2 B>C>D>A", "2 C>D>B>A", "2 D>B>C>A")
	out := outcome(t, count(t, p, Options{}), IRV)
	if text([][]int{out.Winners}) != "B=C=D" || text([][]int{out.Together}) != "A" || !out.Has(TogetherDiffers) || !out.Has(SeveralOrders) || out.Scores != nil {
		t.Errorf("%+v", out)
	}
	// The lot chooses the path that is shown, and nothing else.
	dropped := map[int]bool{}
	for lot := range uint64(20) {
		other := outcome(t, count(t, p, Options{Lot: lot}), IRV)
		dropped[other.Rounds[0].Dropped] = true
		if !reflect.DeepEqual(other.Order, out.Order) || !slices.Equal(other.Rounds[0].Lowest, []int{1, 2, 3}) {
			t.Errorf("lot %d: %+v", lot, other)
		}
	}
	if len(dropped) != 3 || out.Rounds[0].Dropped != 3 {
		t.Errorf("dropped %v, without a lot %d", dropped, out.Rounds[0].Dropped)
	}
}

// Equal pairs: whether B>C or C>A is locked first decides, so both ways are followed.
func TestRankedPairsOfEquals(t *testing.T) {
	over := [][]int64{{0, 8, 4}, {2, 0, 7}, {6, 3, 0}}
	if out := rankedPairs(over, WinningVotes); text(out.Order) != "A>B>C" || !out.Unique {
		t.Errorf("all different: %+v", out)
	}
	over = [][]int64{{0, 7, 3}, {3, 0, 7}, {7, 3, 0}}
	if out := rankedPairs(over, WinningVotes); text(out.Order) != "A=B=C" || out.Unique || !out.Has(SeveralOrders) {
		t.Errorf("all equal: %+v", out)
	}
	over = [][]int64{{0, 8, 3}, {2, 0, 7}, {7, 3, 0}}
	if out := rankedPairs(over, WinningVotes); text(out.Order) != "A=C>B" || out.Unique {
		t.Errorf("two equal: %+v", out)
	}
	// Fewer against goes first under winning votes; margins see other numbers.
	over = [][]int64{{0, 8, 3}, {2, 0, 7}, {7, 2, 0}}
	if out := rankedPairs(over, WinningVotes); text(out.Order) != "A>B>C" || !out.Unique {
		t.Errorf("fewer against: %+v", out)
	}
}

// A web of equal majorities is too much to follow: then nothing is claimed, but a Condorcet winner is still certain.
func TestRankedPairsUndetermined(t *testing.T) {
	const n = 40
	over := matrix(n)
	for a := range n {
		for b := range a {
			if (a*a+7*b+a*b)%3 > 0 {
				over[a][b] = 1
			} else {
				over[b][a] = 1
			}
		}
	}
	out := rankedPairs(over, WinningVotes)
	if !out.Has(Undetermined) || out.Winners != nil || out.Unique {
		t.Errorf("winners %v, notes %v", out.Winners, out.Notes)
	}
	for b := 1; b < n; b++ {
		over[0][b], over[b][0] = 1, 0
	}
	if out = rankedPairs(over, WinningVotes); !slices.Equal(out.Winners, []int{0}) || !out.Has(Undetermined) {
		t.Errorf("winners %v, notes %v", out.Winners, out.Notes)
	}
}
