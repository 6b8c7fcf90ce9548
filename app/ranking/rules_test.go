package ranking

import (
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"doublefix/app/ballot"
)

// Examples that the literature has counted.
func TestExamples(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		lines []string
		want  map[Rule]string
	}{
		// A Memphis, B Nashville, C Chattanooga, D Knoxville: the example that introductions to voting use most.
		{"Tennessee", 4, []string{"42 A>B>C>D", "26 B>C>D>A", "15 C>D>B>A", "17 D>C>B>A"}, map[Rule]string{
			FirstChoice: "A>B>D>C", Borda: "B>C>A>D", Copeland: "B>C>D>A", Schulze: "B>C>D>A", RankedPairs: "B>C>D>A", IRV: "D>A>B>C",
			Kemeny: "B>C>D>A", Minimax: "B>A>C>D",
		}},
		// Condorcet 1785, against Borda: A beats both, B has the points.
		{"Condorcet against Borda", 3, []string{"30 A>B>C", "1 A>C>B", "29 B>A>C", "10 B>C>A", "10 C>A>B", "1 C>B>A"}, map[Rule]string{
			Borda: "B>A>C", Copeland: "A>B>C", Schulze: "A>B>C", RankedPairs: "A>B>C", Kemeny: "A>B>C",
		}},
		// Condorcet 1785 as in H. P. Young 1988, "Condorcet's theory of voting", American Political Science Review 82.
		{"Young 1988", 3, []string{"23 A>B>C", "17 B>C>A", "2 B>A>C", "10 C>A>B", "8 C>B>A"}, map[Rule]string{
			Borda: "B>A>C", Copeland: "A=B=C", Schulze: "B>C>A", RankedPairs: "B>C>A", Kemeny: "B>C>A", FirstChoice: "A>B>C",
		}},
		// Schulze 2011, example 1.
		{"Schulze 1", 4, []string{"8 A>C>D>B", "2 B>A>D>C", "4 C>D>B>A", "4 D>B>A>C", "3 D>C>B>A"}, map[Rule]string{Schulze: "D>A>C>B"}},
		// The example of 45 ballots by which Schulze's method is commonly introduced.
		{"Schulze 45", 5, []string{
			"5 A>C>B>E>D", "5 A>D>E>C>B", "8 B>E>D>A>C", "3 C>A>B>E>D", "7 C>A>E>B>D", "2 C>B>A>D>E", "7 D>C>E>B>A", "8 E>B>A>D>C",
		}, map[Rule]string{Schulze: "E>A>C>B>D", RankedPairs: "A>C>E>B>D"}},
		{"a cycle of equals", 3, []string{"1 A>B>C", "1 B>C>A", "1 C>A>B"}, map[Rule]string{
			FirstChoice: "A=B=C", Borda: "A=B=C", Copeland: "A=B=C", Schulze: "A=B=C", RankedPairs: "A=B=C", IRV: "A=B=C", Kemeny: "A=B=C",
		}},
		{"one ballot", 3, []string{"1 C>A"}, map[Rule]string{
			FirstChoice: "C>A=B", Borda: "C>A>B", Copeland: "C>A>B", Schulze: "C>A>B", RankedPairs: "C>A>B", Kemeny: "C>A>B",
		}},
	} {
		r := count(t, profile(t, c.n, c.lines...), Options{})
		for rule, want := range c.want {
			if got := text(outcome(t, r, rule).Order); got != want {
				t.Errorf("%s by %s: %s, want %s", c.name, rule, got, want)
			}
		}
	}
}

// The tables behind the first example of Schulze 2011, section 3.
func TestSchulzeTables(t *testing.T) {
	r := count(t, profile(t, 4, "8 A>C>D>B", "2 B>A>D>C", "4 C>D>B>A", "4 D>B>A>C", "3 D>C>B>A"), Options{})
	over := [][]int64{{0, 8, 14, 10}, {13, 0, 6, 2}, {7, 15, 0, 12}, {11, 19, 9, 0}}
	paths := [][]int64{{0, 14, 14, 12}, {13, 0, 13, 12}, {13, 15, 0, 12}, {13, 19, 13, 0}}
	if !reflect.DeepEqual(r.Pairwise, over) {
		t.Errorf("pairwise %v", r.Pairwise)
	}
	if got := outcome(t, r, Schulze).Paths; !reflect.DeepEqual(got, paths) {
		t.Errorf("paths %v", got)
	}
	if r.Condorcet != -1 || r.Loser != -1 || len(r.Smith) != 4 || len(r.Cycles) != 1 {
		t.Errorf("winner %d, loser %d, Smith set %v, cycles %v", r.Condorcet, r.Loser, r.Smith, r.Cycles)
	}
}

func TestScores(t *testing.T) {
	r := count(t, profile(t, 4, "42 A>B>C>D", "26 B>C>D>A", "15 C>D>B>A", "17 D>C>B>A"), Options{})
	for rule, want := range map[Rule][]string{
		FirstChoice: {"42", "26", "15", "17"}, Borda: {"126", "194", "173", "107"}, Copeland: {"-3", "3", "1", "-1"}, IRV: {"42", "0", "0", "58"},
		Minimax: {"-58", "0", "-68", "-83"},
	} {
		for a, score := range outcome(t, r, rule).Scores {
			if score.RatString() != want[a] {
				t.Errorf("%s of %s: %s, want %s", rule, r.Options[a], score.RatString(), want[a])
			}
		}
	}
	if r.Condorcet != 1 || r.Loser != 0 || !slices.Equal(r.Smith, []int{1}) || len(r.Cycles) != 0 {
		t.Errorf("winner %d, loser %d, Smith set %v, cycles %v", r.Condorcet, r.Loser, r.Smith, r.Cycles)
	}
	shared := outcome(t, count(t, profile(t, 3, "1 A=B>C", "1 A=B=C", "1 C"), Options{}), FirstChoice).Scores
	if got := shared[0].RatString() + " " + shared[1].RatString() + " " + shared[2].RatString(); got != "5/6 5/6 4/3" {
		t.Errorf("shared tops: %s", got)
	}
	borda := outcome(t, count(t, profile(t, 4, "1 A=B", "1 D>A>B=C"), Options{}), Borda).Scores
	if got := borda[0].RatString() + " " + borda[1].RatString() + " " + borda[2].RatString() + " " + borda[3].RatString(); got != "9/2 3 1 7/2" {
		t.Errorf("Borda with ties: %s", got)
	}
}

// Every rule against its slow twin.
func TestAgainstNaive(t *testing.T) {
	many(t, 150, []int{1, 2, 3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		if over := naivePairwise(p, o.Unranked); !reflect.DeepEqual(r.Pairwise, over) {
			t.Fatalf("pairwise %v, want %v", r.Pairwise, over)
		}
		points := naiveBorda(p)
		if o.Unranked == None {
			points = naiveShares(p)
		}
		duels, worst := naiveDuels(p, o.Unranked, o.Strength)
		for rule, scores := range map[Rule][]*big.Rat{FirstChoice: naiveFirst(p), Borda: points, Copeland: duels, Minimax: worst} {
			for a, want := range scores {
				if got := outcome(t, r, rule).Scores[a]; got.Cmp(want) != 0 {
					t.Errorf("%s of %d: %s, want %s", rule, a, got, want)
				}
			}
		}
		if want := naiveSmith(r.Pairwise); !slices.Equal(r.Smith, want) {
			t.Errorf("Smith set %v, want %v", r.Smith, want)
		}
		if got, want := outcome(t, r, Schulze).Order, naiveSchulze(r.Pairwise, o.Strength); !reflect.DeepEqual(got, want) {
			t.Errorf("Schulze %v, want %v", got, want)
		}
		if got, want := outcome(t, r, IRV).Winners, naiveIRV(p, everyone(len(p.Options))).list(); !slices.Equal(got, want) {
			t.Errorf("IRV %v, want %v", got, want)
		}
		cost, best := naiveKemeny(p, o.Unranked)
		if got := outcome(t, r, Kemeny); got.Cost != cost || got.Optimal != int64(len(best)) || !reflect.DeepEqual(got.Orders, best) {
			t.Errorf("Kemeny cost %d, %d orders, want %d, %d", got.Cost, got.Optimal, cost, len(best))
		}
	})
}

func TestRankedPairsAgainstNaive(t *testing.T) {
	many(t, 60, []int{2, 3, 4}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		if got, want := outcome(t, r, RankedPairs).Winners, naiveRankedPairs(r.Pairwise, o.Strength).list(); !slices.Equal(got, want) {
			t.Errorf("winners %v, want %v of %v", got, want, r.Pairwise)
		}
	})
}
