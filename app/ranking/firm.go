package ranking

import (
	"cmp"
	"slices"

	"doublefix/app/ballot"
)

// Limits of what Firm computes exactly for the rules that are not sums of points.
const (
	exactOptions       = 4
	exactBallots int64 = 1_000_000
)

// Change is how many ballots have to become other ballots until a result changes, at the fewest. Where Least and Most are
// equal that is the number; else it lies between them. Both are 0 where nothing is known or no ballot could change it.
type Change struct {
	Least, Most int64
	Pair        [2]int // the weak pair: the first gives way to the second, or they part; both -1 where it is not known
}

// Exact reports whether the number is known.
func (c Change) Exact() bool { return c.Least == c.Most && c.Most > 0 }

// Firmness is how firm the result of a rule is.
type Firmness struct {
	Rule    Rule
	Winners Change // until the set of winners changes; a tie for first place is a change
	Order   Change // until Order changes, or is no longer the only one
}

// Firm says for every rule how many ballots would have to change. A ballot can change into any other that ranks something,
// ties included. The result is exact for points (first-choice, and Borda under Last) with any number of options, for
// the other rules with up to four options and a million ballots, except where their result is tied now, one changed ballot
// does not part it, and the rule is ranked pairs or instant-runoff, and for Borda under None. All else are bounds.
func Firm(p *ballot.Profile, o Options) ([]Firmness, error) {
	r, err := Count(p, o)
	if err != nil {
		return nil, err
	}
	return FirmOf(p, r), nil
}

// FirmOf is Firm for a profile of which Count has made r.
func FirmOf(p *ballot.Profile, r Result) []Firmness {
	f := firmer{p: p, r: &r, o: r.Setting, tops: tops(p, everyone(len(p.Options)))}
	if n := len(p.Options); n > 1 && n <= exactOptions && r.Ballots <= exactBallots {
		f.kinds = newKinds(p, r.Setting.Unranked)
		f.whole = f.kinds
		if r.Setting.Unranked == None { // tops do not ask what is below them
			f.whole = newKinds(p, Last)
		}
	}
	var firm []Firmness
	for _, out := range r.Rules {
		firm = append(firm, f.rule(out))
	}
	return firm
}

// A firmer looks for the changes of one profile.
type firmer struct {
	p     *ballot.Profile
	r     *Result
	o     Options
	tops  []int64 // first choices, as tops tells them
	kinds *kinds  // nil where there are too many options or ballots
	whole *kinds  // kinds that rank everything
}

func (f *firmer) rule(out Outcome) Firmness {
	firm := Firmness{Rule: out.Rule}
	if len(out.Winners) == 0 || f.r.Ballots == 0 || len(f.p.Options) < 2 {
		return firm
	}
	points := out.Rule == FirstChoice || (out.Rule == Borda && f.o.Unranked == Last)
	switch {
	case points:
		firm.Winners, firm.Order = f.byPoints(out, out.Order[:1]), f.byPoints(out, out.Order)
	case f.kinds != nil && out.Rule != Borda:
		firm.Winners, firm.Order = f.exact(out, false), f.exact(out, true)
	default:
		firm.Winners, firm.Order = f.bounds(out, false), f.bounds(out, true)
	}
	return firm
}

// exact looks for the nearest goal of a rule, for the winners or for the order.
func (f *firmer) exact(out Outcome, order bool) Change {
	goals, complete := f.goals(out, order)
	k := f.kinds
	if out.Rule == IRV {
		k = f.whole
	}
	if !complete {
		c := f.bounds(out, order)
		if c.Exact() {
			return c
		}
		if near := nearest(k, goals); near.Most > 0 && near.Most < c.Most {
			c.Most, c.Pair = near.Most, near.Pair
		}
		return c
	}
	return nearest(k, goals)
}

// nearest returns the fewest changes that reach one of the goals. It begins with those that look near: what is found soon
// spares looking at the others.
func nearest(k *kinds, goals []goal) Change {
	c := Change{Pair: [2]int{-1, -1}}
	s := newSearch(k.have)
	for i := range goals {
		rows, _ := unfold(nil, []formula{goals[i].formula})
		goals[i].least = s.alone(rows)
	}
	slices.SortStableFunc(goals, func(x, y goal) int { return cmp.Compare(x.least, y.least) })
	for _, g := range goals {
		before := s.best
		s.follow(nil, []formula{g.formula})
		if s.best < before {
			c.Pair = g.pair
		}
	}
	if s.best > s.total && s.floor > s.total {
		return c
	}
	c.Most = min(s.best, s.total)
	c.Least = min(max(s.floor, 1), c.Most)
	return c
}

// goals lists what changes a result; complete is false where there are other ways too.
func (f *firmer) goals(out Outcome, order bool) (goals []goal, complete bool) {
	c := changer{f.kinds, f.o.Strength}
	n := len(f.p.Options)
	tiers := out.Order
	if !order {
		tiers = tiers[:1]
	}
	switch out.Rule {
	case Copeland:
		return c.copeland(func(scores []int) [2]int { return parted(tiers, scores) }), true
	case Schulze, Kemeny:
		rest := everyone(n)
		for _, tie := range tiers {
			top := setOf(tie)
			if out.Rule == Schulze {
				goals = append(goals, c.schulze(rest, top)...)
			} else {
				goals = append(goals, c.kemeny(rest, top)...)
			}
			rest = rest.without(top)
		}
		return goals, true
	}
	c.kinds = f.whole
	if out.Rule == RankedPairs {
		c.kinds = f.kinds
	}
	for _, other := range ordersOf(everyone(n)) {
		if pair, differs := departs(tiers, other); differs {
			goal := goal{pair: pair}
			if out.Rule == RankedPairs {
				goal.formula = c.rankedPairs(other)
			} else {
				slices.Reverse(other)
				goal.formula = c.irv(other)
			}
			goals = append(goals, goal)
		}
	}
	single := !slices.ContainsFunc(tiers, func(tie []int) bool { return len(tie) > 1 })
	return goals, single && (!order || out.Unique)
}

// departs reports whether an order breaks with the tiers, and which pair tells.
func departs(tiers [][]int, order []int) (pair [2]int, differs bool) {
	i := 0
	for _, tie := range tiers {
		for range tie {
			if !slices.Contains(tie, order[i]) {
				return [2]int{tie[0], order[i]}, true
			}
			i++
		}
	}
	return pair, false
}

// parted returns the pair by which scores break with the tiers, options of no tier being below all; both -1 for none.
func parted(tiers [][]int, scores []int) [2]int {
	var above set
	for _, tie := range tiers {
		above |= setOf(tie)
		for _, a := range tie {
			for b, score := range scores {
				same := slices.Contains(tie, b)
				if a != b && (same && score > scores[a] || !above.has(b) && score >= scores[a]) {
					return [2]int{a, b}
				}
			}
		}
	}
	return [2]int{-1, -1}
}
