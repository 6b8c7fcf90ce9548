package ranking

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// rats reads rows of numbers.
func rats(t testing.TB, rows ...string) [][]*big.Rat {
	t.Helper()
	var all [][]*big.Rat
	for _, row := range rows {
		var line []*big.Rat
		for _, field := range strings.Fields(row) {
			v, ok := new(big.Rat).SetString(field)
			if !ok {
				t.Fatal(field)
			}
			line = append(line, v)
		}
		all = append(all, line)
	}
	return all
}

func TestWeigh(t *testing.T) {
	for _, c := range []struct {
		name    string
		weights string
		scores  []string
		scale   Scale
		order   string
		totals  string
		at      []string // "" for none
		to      []string
	}{
		{"as given", "2 3", []string{"4 1", "1 2"}, "", "A>B", "11/5 8/5", []string{"1/4", "3/4"}, []string{"B", "B"}},
		{"share", "1 1", []string{"4 1", "1 2"}, ShareOfMax, "A>B", "3/4 5/8", []string{"2/5", "3/5"}, []string{"B", "B"}},
		{"min-max", "1 3", []string{"4 1", "1 2", "0 0"}, MinMax, "B>A>C", "5/8 13/16 0", []string{"2/5", "3/5"}, []string{"A", "A"}},
		{"always first", "0.2 0.8", []string{"2 2", "1 1"}, AsGiven, "A>B", "2 1", []string{"", ""}, []string{"", ""}},
		{"tied now", "1 1", []string{"2 0", "0 2"}, AsGiven, "A=B", "1 1", []string{"1/2", "1/2"}, []string{"", ""}},
		{"always tied", "1 1", []string{"2 1", "2 1", "0 0"}, AsGiven, "A=B>C", "3/2 3/2 0", []string{"", ""}, []string{"", ""}},
		{"all weight on one", "0 1 0", []string{"0 2 0", "3 1 3"}, AsGiven, "A>B", "2 1", []string{"1/4", "3/4", "1/4"}, []string{"B", "B", "B"}},
		{"no spread", "1 1", []string{"5 1", "5 3"}, MinMax, "B>A", "0 1/2", []string{"1", "0"}, []string{"A", "A"}},
	} {
		w, err := Weigh(Criteria{Weights: rats(t, c.weights)[0], Scores: rats(t, c.scores...), Scale: c.scale})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var totals []string
		for _, v := range w.Totals {
			totals = append(totals, v.RatString())
		}
		if text(w.Order) != c.order || strings.Join(totals, " ") != c.totals {
			t.Errorf("%s: %s, totals %v", c.name, text(w.Order), totals)
		}
		for j, turn := range w.Turns {
			at := ""
			if turn.At != nil {
				at = turn.At.RatString()
			}
			if to := text([][]int{turn.To}); at != c.at[j] || to != c.to[j] {
				t.Errorf("%s: criterion %d turns at %q to %q", c.name, j, at, to)
			}
		}
	}
}

func TestWeighRefuses(t *testing.T) {
	ok := rats(t, "1 2", "3 4")
	for i, c := range []Criteria{
		{},
		{Weights: rats(t, "0 0")[0], Scores: ok},
		{Weights: rats(t, "1 -1")[0], Scores: ok},
		{Weights: rats(t, "1")[0], Scores: ok},
		{Weights: rats(t, "1 1")[0], Scores: [][]*big.Rat{{nil, big.NewRat(1, 1)}}},
		{Weights: rats(t, "1 1")[0], Scores: rats(t, "-1 2"), Scale: ShareOfMax},
		{Weights: rats(t, "1 1")[0], Scores: ok, Scale: "log"},
	} {
		if _, err := Weigh(c); err == nil {
			t.Errorf("case %d is accepted", i)
		}
	}
}

// Short of the turn the first place is as it was; at the turn it is not.
func TestTurnsAreNearest(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		n, m := 2+r.IntN(4), 1+r.IntN(4)
		c := Criteria{Scale: []Scale{AsGiven, ShareOfMax, MinMax}[r.IntN(3)]}
		for range m {
			c.Weights = append(c.Weights, big.NewRat(int64(1+r.IntN(4)), 1))
		}
		for range n {
			var row []*big.Rat
			for range m {
				row = append(row, big.NewRat(int64(r.IntN(6)), 1))
			}
			c.Scores = append(c.Scores, row)
		}
		w, err := Weigh(c)
		if err != nil {
			t.Fatal(err)
		}
		for j, turn := range w.Turns {
			for k := range 101 {
				at := big.NewRat(int64(k), 100)
				_, totals := w.With(j, at)
				same := slices.Equal(byScore(totals)[0], w.Order[0])
				off := new(big.Rat).Sub(at, w.Weights[j])
				off.Abs(off)
				nearer := turn.At == nil
				if !nearer {
					limit := new(big.Rat).Sub(turn.At, w.Weights[j])
					nearer = off.Cmp(limit.Abs(limit)) < 0
				}
				if nearer && !same {
					t.Errorf("criterion %d of %v: at %s others come first, before %v", j, c, at, turn.At)
				}
			}
			if turn.At != nil && len(turn.To) > 0 {
				if _, totals := w.With(j, turn.At); slices.Equal(byScore(totals)[0], w.Order[0]) {
					t.Errorf("criterion %d of %v: nothing changes at %s", j, c, turn.At)
				}
			}
		}
	}
}
