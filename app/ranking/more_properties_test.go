package ranking

import (
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"doublefix/app/ballot"
)

// What more than half of the ballots have alone on top wins, by every rule but Borda's, which may pass it over.
func TestMajority(t *testing.T) {
	met := 0
	many(t, 150, []int{2, 3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		for a := range p.Options {
			var alone int64
			for i := range p.Rows() {
				if row := p.Row(i); row[a] == 1 && !slices.ContainsFunc(slices.Delete(slices.Clone(row), a, a+1), func(place uint8) bool { return place == 1 }) {
					alone += p.Counts[i]
				}
			}
			if 2*alone <= r.Ballots || o.Unranked == None { // with no opinion a majority of ballots need not be one of any pair
				continue
			}
			met++
			for _, rule := range []Rule{FirstChoice, Copeland, Schulze, RankedPairs, IRV, Kemeny, Minimax} {
				if won := outcome(t, r, rule).Winners; !slices.Equal(won, []int{a}) {
					t.Errorf("%s: %d of %d ballots begin with %d, winners %v", rule, alone, r.Ballots, a, won)
				}
			}
		}
	})
	if met < 100 {
		t.Errorf("only %d majorities met", met)
	}
	if got := text(outcome(t, count(t, profile(t, 3, "3 A>B>C", "2 B>C>A"), Options{}), Borda).Order); got != "B>A>C" {
		t.Errorf("Borda: %s", got)
	}
}

// Homogeneity: three times the same ballots say what they say once.
func TestHomogeneity(t *testing.T) {
	many(t, 60, []int{2, 3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		q := &ballot.Profile{Options: p.Options}
		for i := range p.Rows() {
			q.Add(p.Row(i), 3*p.Counts[i])
		}
		x, y := count(t, p, o), count(t, q, o)
		for i, out := range append(x.Rules, x.Minimax) {
			if other := append(y.Rules, y.Minimax)[i]; !reflect.DeepEqual(out.Order, other.Order) || out.Unique != other.Unique {
				t.Errorf("%s: %v, three times %v", out.Rule, out.Order, other.Order)
			}
		}
	})
}

// Reinforcement: where two rooms have winners in common, those win in both together, by points; and by Kemeny the orders that
// both find best are best together (Young and Levenglick 1978, "A consistent extension of Condorcet's election principle").
func TestReinforcement(t *testing.T) {
	many(t, 150, []int{2, 3, 4}, func(t *testing.T, r *rand.Rand, p *ballot.Profile, o Options) {
		q := randomProfile(r, len(p.Options), 5, kind{ties: true, partial: true})
		both := &ballot.Profile{Options: p.Options, Places: slices.Concat(p.Places, q.Places), Counts: slices.Concat(p.Counts, q.Counts)}
		x, y, z := count(t, p, o), count(t, q, o), count(t, both, o)
		for _, rule := range []Rule{FirstChoice, Borda} {
			common := setOf(outcome(t, x, rule).Winners) & setOf(outcome(t, y, rule).Winners)
			if won := setOf(outcome(t, z, rule).Winners); common != 0 && won != common && (rule == FirstChoice || o.Unranked == Last) {
				t.Errorf("%s: both rooms %v, together %v", rule, common.list(), won.list())
			}
		}
		var common [][]int
		for _, order := range outcome(t, x, Kemeny).Orders {
			if slices.ContainsFunc(outcome(t, y, Kemeny).Orders, func(other []int) bool { return slices.Equal(order, other) }) {
				common = append(common, order)
			}
		}
		if best := outcome(t, z, Kemeny).Orders; len(common) > 0 && !reflect.DeepEqual(best, common) {
			t.Errorf("Kemeny: both rooms %v, together %v", common, best)
		}
	})
}

// Independence of the rest: without the options that every member of the Smith set beats, the same win.
func TestIndependenceOfTheRest(t *testing.T) {
	many(t, 150, []int{3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		if len(r.Smith) == len(p.Options) {
			return
		}
		q := &ballot.Profile{}
		for _, a := range r.Smith {
			q.Options = append(q.Options, p.Options[a])
		}
		for i := range p.Rows() {
			var places []uint8
			for _, a := range r.Smith {
				places = append(places, p.Row(i)[a])
			}
			q.Add(places, p.Counts[i])
		}
		among := count(t, q, o)
		for _, rule := range []Rule{Schulze, RankedPairs, Kemeny, Copeland} {
			var won []int
			for _, a := range outcome(t, among, rule).Winners {
				won = append(won, r.Smith[a])
			}
			if all := outcome(t, r, rule).Winners; !slices.Equal(all, won) {
				t.Errorf("%s: %v win, among the Smith set %v alone %v", rule, all, r.Smith, won)
			}
		}
	})
}

// Many rows are counted in parts at the same time; the same ballots in few rows are not.
func TestManyRows(t *testing.T) {
	for _, k := range []kind{{false, false}, {true, false}, {false, true}, {true, true}} {
		for _, u := range []Unranked{Last, None} {
			r := rand.New(rand.NewPCG(3, 3))
			p := &ballot.Profile{Options: []string{"A", "B", "C", "D"}}
			for range 20_000 {
				p.Add(randomPlaces(r, 4, k), int64(1+r.IntN(3)))
			}
			few := p.Compact()
			if few.Rows() > 500 {
				t.Fatal(few.Rows(), "rows")
			}
			o := Options{Unranked: u}
			x, y := count(t, p, o), count(t, few, o)
			if !reflect.DeepEqual(x, y) {
				t.Errorf("%v %s: %+v\n%+v", k, u, x, y)
			}
			if !reflect.DeepEqual(agree(t, p, o), agree(t, few, o)) {
				t.Errorf("%v %s: another agreement", k, u)
			}
			if over := naivePairwise(few, u); !reflect.DeepEqual(x.Pairwise, over) {
				t.Errorf("%v %s: pairwise %v, want %v", k, u, x.Pairwise, over)
			}
			for a, want := range naiveFirst(few) {
				if got := outcome(t, x, FirstChoice).Scores[a]; got.Cmp(want) != 0 {
					t.Errorf("%v %s: first choices of %d %s, want %s", k, u, a, got, want)
				}
			}
			if f, g := FirmOf(p, x)[:2], FirmOf(few, y)[:2]; u == Last && !reflect.DeepEqual(f, g) { // those that add up points
				t.Errorf("%v: firmness %+v, want %+v", k, f, g)
			}
		}
	}
	one := &ballot.Profile{Options: []string{"A"}}
	one.Add([]uint8{1}, 2)
	if got := outcome(t, count(t, one, Options{}), FirstChoice).Scores[0]; got.Cmp(big.NewRat(2, 1)) != 0 {
		t.Errorf("one option has %s", got)
	}
}
