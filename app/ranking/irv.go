package ranking

import (
	"math/big"
	"math/rand/v2"
	"slices"

	"doublefix/app/ballot"
)

// irvBudget bounds the work of following ties for last: rows times options looked at. It is spent in about a second.
const irvBudget = 200_000_000

// Round is one round of instant-runoff.
type Round struct {
	Continuing []int      // ascending
	Votes      []*big.Rat // one an option; nil for those who are gone
	Exhausted  int64      // ballots on which nobody continues
	Lowest     []int      // the options with the fewest votes; nil in the last round
	Dropped    int        // of those, the one that leaves; -1 in the last round
}

// instantRunoff drops the lowest option until one has more than half of the votes that still count (W. R. Ware,
// about 1871, from the single transferable vote). A ballot counts for its highest continuing option, 1/k for each of
// k tied there; one on which no ranked option continues counts no more. Options tied for last leave one at a time, and
// every choice is followed: winners are all that can win. A unique Order is the elimination read backwards, down to the
// last option; otherwise it has the winners first, then the winners among the rest.
func instantRunoff(p *ballot.Profile, lot uint64) Outcome {
	n := len(p.Options)
	e := eliminator{p: p, tallies: map[set]standing{}, won: map[set]set{}, budget: irvBudget}
	out := Outcome{Rule: IRV, Rounds: e.rounds(lotOrder(n, lot))}
	if gone, ok := e.path(everyone(n)); ok {
		slices.Reverse(gone)
		for _, a := range gone {
			out.Order = append(out.Order, []int{a})
		}
		out.Winners, out.Unique = out.Order[0], true
		out.Scores = lastRound(out.Rounds)
		return out
	}
	out.Order = layers(n, e.winners)
	if e.budget < 0 {
		out.Notes = append(out.Notes, Undetermined)
	} else {
		out.Notes = append(out.Notes, SeveralOrders)
	}
	if len(out.Order) > 0 {
		out.Winners = out.Order[0]
	}
	if together := e.together(); len(out.Winners) > 0 && !slices.Equal(together, out.Winners) {
		out.Together = together
		out.Notes = append(out.Notes, TogetherDiffers)
	}
	return out
}

// An eliminator remembers each group of continuing options it has met: many orders of elimination share them.
type eliminator struct {
	p       *ballot.Profile
	tallies map[set]standing
	won     map[set]set
	budget  int
}

// standing is a tally of continuing options.
type standing struct {
	votes     []*big.Rat // by option; nil for those who are gone
	exhausted int64
	lowest    set
}

// tally counts the ballots for the members of s.
func (e *eliminator) tally(s set) standing {
	if t, ok := e.tallies[s]; ok {
		return t
	}
	n := len(e.p.Options)
	e.budget -= (e.p.Rows() + 256) * s.size()
	cells := tops(e.p, s)
	t := standing{exhausted: cells[0], votes: shares(cells, n)}
	least := -1
	for a := range n {
		if !s.has(a) {
			t.votes[a] = nil
			continue
		}
		c := -1
		if least >= 0 {
			c = t.votes[a].Cmp(t.votes[least])
		}
		if c < 0 {
			least, t.lowest = a, only(a)
		} else if c == 0 {
			t.lowest = t.lowest.with(a)
		}
	}
	e.tallies[s] = t
	return t
}

// path returns the order in which options leave if there is never a tie for last.
func (e *eliminator) path(s set) (gone []int, ok bool) {
	for s.size() > 1 {
		lowest := e.tally(s).lowest
		if lowest.size() > 1 {
			return nil, false
		}
		gone = append(gone, lowest.first())
		s = s.without(lowest)
	}
	return append(gone, s.first()), true
}

// winners returns all members of s that can be the last to stay; 0 where the budget does not reach.
func (e *eliminator) winners(s set) set {
	if s.size() == 1 {
		return s
	}
	if won, ok := e.won[s]; ok {
		return won
	}
	t := e.tally(s)
	if e.budget < 0 {
		return 0
	}
	var won set
	if hopeless(t, s) {
		won = e.winners(s.without(t.lowest))
	} else {
		for _, a := range t.lowest.list() {
			more := e.winners(s.without(only(a)))
			if more == 0 {
				return 0
			}
			won |= more
		}
	}
	e.won[s] = won
	return won
}

// hopeless reports whether those tied for last have fewer votes together than any other: then all of them leave before
// anyone else, whatever the order.
func hopeless(t standing, s set) bool {
	sum := new(big.Rat)
	for _, a := range t.lowest.list() {
		sum.Add(sum, t.votes[a])
	}
	for _, a := range s.without(t.lowest).list() {
		if t.votes[a].Cmp(sum) <= 0 {
			return false
		}
	}
	return t.lowest != s
}

// together returns who wins when all that are tied for last leave at once; if that is everyone, all win.
func (e *eliminator) together() []int {
	s := everyone(len(e.p.Options))
	for s.size() > 1 {
		lowest := e.tally(s).lowest
		if lowest == s {
			break
		}
		s = s.without(lowest)
	}
	return s.list()
}

// rounds shows one path, until an option has more than half of the votes that count. Of those tied for last the one
// latest in lot leaves.
func (e *eliminator) rounds(lot []int) []Round {
	var rounds []Round
	for s := everyone(len(e.p.Options)); ; {
		t := e.tally(s)
		r := Round{Continuing: s.list(), Votes: t.votes, Exhausted: t.exhausted, Dropped: -1}
		if s.size() == 1 || hasMajority(t.votes) {
			return append(rounds, r)
		}
		r.Lowest = t.lowest.list()
		for _, a := range lot {
			if t.lowest.has(a) {
				r.Dropped = a
			}
		}
		rounds = append(rounds, r)
		s = s.without(only(r.Dropped))
	}
}

// hasMajority reports whether one of the votes is more than half of their sum.
func hasMajority(votes []*big.Rat) bool {
	sum, most := new(big.Rat), new(big.Rat)
	for _, v := range votes {
		if v != nil {
			sum.Add(sum, v)
			if v.Cmp(most) > 0 {
				most = v
			}
		}
	}
	return new(big.Rat).Add(most, most).Cmp(sum) > 0
}

// lastRound returns the votes of the last round as scores, 0 for those who are gone.
func lastRound(rounds []Round) []*big.Rat {
	scores := slices.Clone(rounds[len(rounds)-1].Votes)
	for a, v := range scores {
		if v == nil {
			scores[a] = new(big.Rat)
		}
	}
	return scores
}

// lotOrder draws an order of n options; 0 draws nothing.
func lotOrder(n int, lot uint64) []int {
	order := everyone(n).list()
	if lot != 0 {
		rand.New(rand.NewPCG(lot, lot)).Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return order
}
