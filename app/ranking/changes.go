package ranking

import "slices"

// A goal is a way in which a result can change: the formula makes the second option of the pair at least as good as the
// first, or parts two that were tied.
type goal struct {
	pair [2]int
	formula
	least int64 // changes that it takes at least
}

// changer writes down when rules change their results. Its formulas are about up to four options.
type changer struct {
	*kinds
	strength Strength
}

// stronger compares majorities on their measure: that of e is larger than that of f by at least lead.
func (c changer) stronger(e, f arrow, lead int64) formula {
	if c.strength == Margins {
		return atLeast(minus(c.margin(e.from, e.to), c.margin(f.from, f.to)), lead)
	}
	return atLeast(minus(c.over(e.from, e.to), c.over(f.from, f.to)), lead)
}

// wins says that a majority puts a above b; holds, that none puts b above a.
func (c changer) wins(a, b int) formula  { return atLeast(c.margin(a, b), 1) }
func (c changer) holds(a, b int) formula { return atLeast(c.margin(a, b), 0) }

// steps turns a list of options into its arrows.
func steps(path []int) []arrow {
	var arrows []arrow
	for i := range len(path) - 1 {
		arrows = append(arrows, arrow{path[i], path[i+1]})
	}
	return arrows
}

// routes lists the simple paths from a to b inside s.
func routes(a, b int, s set) [][]int {
	if a == b {
		return [][]int{{b}}
	}
	var all [][]int
	s = s.without(only(a))
	for _, next := range s.list() {
		for _, rest := range routes(next, b, s) {
			all = append(all, append([]int{a}, rest...))
		}
	}
	return all
}

// pathAtLeast says that the strongest path from a to b is stronger than the one back by at least lead, 0 or 1. A path of
// majorities is as strong as it needs to be if some cut between b and a has no stronger majority across.
func (c changer) pathAtLeast(a, b int, lead int64) formula {
	var ways []formula
	s := everyone(c.n)
	for _, inner := range subsets(s.without(only(a) | only(b))) {
		near := inner.with(b) // the side of the cut that b is on
		var cut []arrow
		for _, x := range near.list() {
			for _, y := range s.without(near).list() {
				cut = append(cut, arrow{x, y})
			}
		}
		var none []formula
		for _, f := range cut {
			none = append(none, c.holds(f.to, f.from))
		}
		if lead == 0 {
			ways = append(ways, allOf(none...)) // no path back, so it needs none
		}
		for _, path := range routes(a, b, s) {
			ways = append(ways, c.pathBeatsCut(steps(path), cut, lead))
		}
	}
	return anyOf(ways...)
}

func (c changer) pathBeatsCut(path, cut []arrow, lead int64) formula {
	var parts []formula
	for _, e := range path {
		parts = append(parts, c.wins(e.from, e.to))
	}
	for _, f := range cut {
		var weaker []formula
		for _, e := range path {
			weaker = append(weaker, c.stronger(e, f, lead))
		}
		parts = append(parts, anyOf(c.holds(f.to, f.from), allOf(weaker...)))
	}
	return allOf(parts...)
}

func subsets(s set) []set {
	all := []set{0}
	for _, a := range s.list() {
		for _, t := range slices.Clone(all) {
			all = append(all, t.with(a))
		}
	}
	return all
}

// schulze says when the winners among s, on the paths over all options, are no longer top.
func (c changer) schulze(s, top set) []goal {
	var goals []goal
	for _, o := range s.without(top).list() {
		var parts []formula
		for _, w := range top.list() {
			parts = append(parts, c.pathAtLeast(o, w, 0))
		}
		goals = append(goals, goal{pair: [2]int{top.first(), o}, formula: allOf(parts...)})
	}
	if top.size() > 1 { // a winner falls only to an option that ties or beats it; one alone is overtaken as above
		for _, w := range top.list() {
			for _, o := range s.without(only(w)).list() {
				goals = append(goals, goal{pair: [2]int{w, o}, formula: c.pathAtLeast(o, w, 1)})
			}
		}
	}
	return goals
}

// kemeny says when the options that begin a best order of s are no longer top.
func (c changer) kemeny(s, top set) []goal {
	orders := ordersOf(s)
	var goals []goal
	// better says that order costs less, by lead, than every order that one of firsts begins.
	better := func(order []int, firsts set, lead int64) formula {
		var parts []formula
		for _, other := range orders {
			if firsts.has(other[0]) {
				parts = append(parts, atLeast(minus(c.cost(other), c.cost(order)), lead))
			}
		}
		return allOf(parts...)
	}
	for _, order := range orders {
		if !top.has(order[0]) {
			goals = append(goals, goal{pair: [2]int{top.first(), order[0]}, formula: better(order, top, 0)})
		}
		if top.size() > 1 {
			for _, w := range top.without(only(order[0])).list() {
				goals = append(goals, goal{pair: [2]int{w, order[0]}, formula: better(order, only(w), 1)})
			}
		}
	}
	return goals
}

// cost is the row of the disagreements with an order.
func (c changer) cost(order []int) []int64 {
	sum := make([]int64, len(c.places))
	for i, a := range order {
		for _, b := range order[i+1:] {
			for kind, v := range c.over(b, a) {
				sum[kind] += v
			}
		}
	}
	return sum
}

// ordersOf lists all orders of the members of s.
func ordersOf(s set) [][]int {
	if s == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, a := range s.list() {
		for _, rest := range ordersOf(s.without(only(a))) {
			all = append(all, append([]int{a}, rest...))
		}
	}
	return all
}
