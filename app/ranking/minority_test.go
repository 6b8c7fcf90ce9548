package ranking

import (
	"math/rand/v2"
	"testing"

	"doublefix/app/ballot"
)

func TestDissent(t *testing.T) {
	order := [][]int{{0}, {1}, {2}}
	for _, c := range []struct {
		name  string
		lines []string
		o     Options
		pair  [2]int
		m     int64
		bloc  int64
		want  string
	}{
		{"nobody", []string{"3 A>B>C", "2 A", "1 A=B=C"}, Options{}, [2]int{-1, -1}, 0, 0, ""},
		{"two orders", []string{"5 A>B>C", "3 C>B>A", "2 B>A>C"}, Options{}, [2]int{0, 1}, 5, 3, "C>B>A"},
		{"left out is last", []string{"5 A>B>C", "2 C", "2 C>A=B", "1 B>A>C"}, Options{}, [2]int{0, 2}, 4, 4, "C>A=B"},
		{"left out is silent", []string{"5 A>B>C", "2 C>A", "1 C>B>A"}, Options{Unranked: None}, [2]int{0, 2}, 3, 2, "C>A"},
		{"a lone name says nothing", []string{"5 A>B>C", "9 C"}, Options{Unranked: None}, [2]int{-1, -1}, 0, 0, ""},
	} {
		m, err := Dissent(profile(t, 3, c.lines...), c.o, order)
		if err != nil {
			t.Fatal(err)
		}
		if m.Pair != c.pair || m.Against != c.m || m.Bloc != c.bloc || text(m.BlocOrder) != c.want {
			t.Errorf("%s: %+v, bloc %s", c.name, m, text(m.BlocOrder))
		}
	}
}

// A bloc contradicts some pair, and no pair has more against it than the pair named.
func TestDissentOfRandomBallots(t *testing.T) {
	many(t, 60, []int{2, 4}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		m, err := Dissent(p, o, outcome(t, r, Schulze).Order)
		if err != nil {
			t.Fatal(err)
		}
		if (m.Bloc == 0) != (m.Against == 0) || m.Bloc > r.Ballots {
			t.Errorf("%+v", m)
		}
		if m.Against > 0 && r.Pairwise[m.Pair[1]][m.Pair[0]] != m.Against {
			t.Errorf("%+v of %v", m, r.Pairwise)
		}
	})
}
