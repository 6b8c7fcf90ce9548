package ranking

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"doublefix/app/ballot"
)

// rank says in which tie of an order an option stands; -1 in none.
func rank(order [][]int, a int) int {
	return slices.IndexFunc(order, func(tie []int) bool { return slices.Contains(tie, a) })
}

// Every order holds every option once, and begins with the winners.
func TestOrdersAreWhole(t *testing.T) {
	many(t, 80, []int{1, 2, 3, 4, 5, 6}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		for _, out := range append(r.Rules, r.Minimax) {
			var all []int
			for _, tie := range out.Order {
				if !slices.IsSorted(tie) || len(tie) == 0 {
					t.Errorf("%s: tie %v", out.Rule, tie)
				}
				all = append(all, tie...)
			}
			slices.Sort(all)
			if !slices.Equal(all, everyone(len(p.Options)).list()) || !slices.Equal(out.Order[0], out.Winners) {
				t.Errorf("%s: order %v, winners %v", out.Rule, out.Order, out.Winners)
			}
			if out.Unique == out.Has(SeveralOrders) {
				t.Errorf("%s: unique %v, notes %v", out.Rule, out.Unique, out.Notes)
			}
		}
	})
}

// Anonymity: neither the order of ballots nor how they are gathered into rows matters.
func TestAnonymity(t *testing.T) {
	many(t, 40, []int{3, 4, 5}, func(t *testing.T, r *rand.Rand, p *ballot.Profile, o Options) {
		q := &ballot.Profile{Options: p.Options}
		for _, i := range r.Perm(p.Rows()) {
			for range p.Counts[i] {
				q.Add(p.Row(i), 1)
			}
		}
		if a, b := count(t, p, o), count(t, q, o); !reflect.DeepEqual(a, b) {
			t.Errorf("%+v\n%+v", a, b)
		}
		if a, b := agree(t, p, o), agree(t, q, o); !reflect.DeepEqual(a, b) {
			t.Errorf("%+v\n%+v", a, b)
		}
	})
}

// Neutrality: who has which column does not matter.
func TestNeutrality(t *testing.T) {
	many(t, 40, []int{3, 4, 5}, func(t *testing.T, r *rand.Rand, p *ballot.Profile, o Options) {
		to := r.Perm(len(p.Options)) // column a goes to to[a]
		q := &ballot.Profile{Options: p.Options}
		for i := range p.Rows() {
			places := make([]uint8, len(to))
			for a, place := range p.Row(i) {
				places[to[a]] = place
			}
			q.Add(places, p.Counts[i])
		}
		x, y := count(t, p, o), count(t, q, o)
		for i, out := range append(x.Rules, x.Minimax) {
			other := append(y.Rules, y.Minimax)[i]
			for a := range to {
				if rank(out.Order, a) != rank(other.Order, to[a]) {
					t.Errorf("%s: %v, after the exchange %v: %v", out.Rule, out.Order, to, other.Order)
				}
			}
		}
	})
}

// Unanimity: what every ballot has below something else is below it, and wins by no rule.
func TestUnanimity(t *testing.T) {
	many(t, 120, []int{3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		for a := range p.Options {
			for b := range p.Options {
				if a == b || r.Pairwise[a][b] < r.Ballots {
					continue
				}
				for _, out := range r.Rules {
					whole := out.Rule != FirstChoice && out.Rule != IRV && (out.Rule != Borda || o.Unranked == Last)
					if whole && rank(out.Order, a) >= rank(out.Order, b) {
						t.Errorf("%s: all put %d above %d, but %v", out.Rule, a, b, out.Order)
					}
					if slices.Contains(out.Winners, b) && out.Rule != Borda {
						t.Errorf("%s: all put %d above %d, but winners are %v", out.Rule, a, b, out.Winners)
					}
				}
			}
		}
	})
}

// Condorcet consistency and the Smith set, where they hold; a Condorcet loser wins by none of these rules.
func TestCondorcet(t *testing.T) {
	many(t, 120, []int{3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		r := count(t, p, o)
		for _, rule := range []Rule{Copeland, Schulze, RankedPairs, Kemeny} {
			won := outcome(t, r, rule).Winners
			if setOf(won).without(setOf(r.Smith)) != 0 {
				t.Errorf("%s: winners %v, Smith set %v", rule, won, r.Smith)
			}
			if r.Condorcet >= 0 && !slices.Equal(won, []int{r.Condorcet}) {
				t.Errorf("%s: winners %v, Condorcet winner %d", rule, won, r.Condorcet)
			}
		}
		if r.Condorcet >= 0 && (!slices.Equal(r.Minimax.Winners, []int{r.Condorcet}) || !slices.Equal(r.Smith, []int{r.Condorcet})) {
			t.Errorf("minimax %v, Smith set %v, Condorcet winner %d", r.Minimax.Winners, r.Smith, r.Condorcet)
		}
		for _, rule := range []Rule{Borda, Copeland, Schulze, RankedPairs, IRV, Kemeny} {
			if o.Unranked == Last && slices.Contains(outcome(t, r, rule).Winners, r.Loser) {
				t.Errorf("%s: the Condorcet loser %d wins", rule, r.Loser)
			}
		}
		for _, c := range r.Cycles {
			for i, a := range c.Path {
				if b := c.Path[(i+1)%len(c.Path)]; r.Pairwise[a][b] <= r.Pairwise[b][a] || !slices.Contains(c.Members, a) {
					t.Errorf("%v is no cycle", c)
				}
			}
		}
	})
}

// Monotonicity: a winner who is raised on a ballot still wins. Instant-runoff is the one that fails.
func TestMonotonicity(t *testing.T) {
	many(t, 150, []int{3, 4, 5}, func(t *testing.T, r *rand.Rand, p *ballot.Profile, o Options) {
		before := count(t, p, o)
		for _, rule := range []Rule{FirstChoice, Borda, Copeland, Schulze, RankedPairs, Kemeny, Minimax} {
			a := outcome(t, before, rule).Winners[0]
			i, step := r.IntN(p.Rows()), uint8(2+r.IntN(2)) // into the next tie, or above it
			if p.Row(i)[a] < 2 {
				continue
			}
			q := &ballot.Profile{Options: p.Options}
			for k := range p.Rows() {
				q.Add(p.Row(k), p.Counts[k])
				if k == i {
					places := q.Row(k)
					for b := range places {
						places[b] *= 2
					}
					places[a] -= step
					q.Places, q.Counts = q.Places[:k*len(places)], q.Counts[:k]
					q.Add(slices.Clone(places), p.Counts[k])
				}
			}
			if after := outcome(t, count(t, q, o), rule); !slices.Contains(after.Winners, a) {
				t.Errorf("%s: %d won, was raised on ballot %d by %d, and %v win", rule, a, i, step, after.Winners)
			}
		}
	})
}

// Instant-runoff can punish support: ten voters who move A up make A lose. Known since Doron and Kronick
// 1977, "Single transferrable vote: an example of a perverse social choice function", American Journal of Political Science 21.
func TestIRVIsNotMonotone(t *testing.T) {
	before := outcome(t, count(t, profile(t, 3, "39 A>B>C", "35 B>C>A", "26 C>A>B"), Options{}), IRV)
	after := outcome(t, count(t, profile(t, 3, "49 A>B>C", "25 B>C>A", "26 C>A>B"), Options{}), IRV)
	if text(before.Order[:1]) != "A" || text(after.Order[:1]) != "C" {
		t.Errorf("before %v, after %v", before.Order, after.Order)
	}
}

// Reversal symmetry: who alone wins does not win when every ballot is turned upside down.
func TestReversal(t *testing.T) {
	many(t, 120, []int{2, 3, 4, 5}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		q := &ballot.Profile{Options: p.Options}
		for i := range p.Rows() {
			places := slices.Clone(p.Row(i))
			last := slices.Max(places) + 1
			for a, place := range places {
				if place > 0 || o.Unranked == Last {
					places[a] = last - place
					if place == 0 {
						places[a] = 1
					} else if o.Unranked == Last {
						places[a]++
					}
				}
			}
			q.Add(places, p.Counts[i])
		}
		x, y := count(t, p, o), count(t, q, o)
		for _, rule := range []Rule{Borda, Copeland, Schulze, RankedPairs, Kemeny} {
			won, lost := outcome(t, x, rule).Winners, outcome(t, y, rule).Winners
			if len(won) == 1 && slices.Contains(lost, won[0]) {
				t.Errorf("%s: %v wins both ways, upside down %v", rule, won, lost)
			}
		}
	})
}

// Independence of clones: a twin beside an option on every ballot takes nothing from the others.
func TestClones(t *testing.T) {
	for _, o := range []Options{{}, {Strength: Margins}} {
		r := rand.New(rand.NewPCG(6, 6))
		for range 400 {
			n := 2 + r.IntN(3)
			p := randomProfile(r, n, 9, kind{})
			q := &ballot.Profile{Options: append(slices.Clone(p.Options), "twin")}
			c := r.IntN(n)
			for i := range p.Rows() {
				places := append(slices.Clone(p.Row(i)), 0)
				for a, place := range p.Row(i) {
					places[a] = 2 * place
				}
				places[n] = places[c] + 1
				if r.IntN(2) == 0 {
					places[n] = places[c] - 1
				}
				q.Add(places, p.Counts[i])
			}
			x, y := count(t, p, o), count(t, q, o)
			for _, rule := range []Rule{Schulze, RankedPairs, IRV} {
				before, after := setOf(outcome(t, x, rule).Winners), setOf(outcome(t, y, rule).Winners)
				twins := only(c).with(n)
				if before.without(only(c)) != after.without(twins) || before.has(c) != (after&twins != 0) {
					t.Fatalf("%s: %v, with a twin of %d %v: %v %v", rule, before.list(), c, after.list(), p.Places, p.Counts)
				}
			}
		}
	}
}
