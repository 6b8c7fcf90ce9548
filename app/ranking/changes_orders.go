package ranking

// copeland lists every pattern of majorities that changes the result: where changed names a pair, not -1, for the scores.
func (c changer) copeland(changed func(scores []int) [2]int) []goal {
	var goals []goal
	scores := make([]int, c.n)
	var fill func(a, b int, parts []formula)
	fill = func(a, b int, parts []formula) {
		switch {
		case a == c.n-1:
			if pair := changed(scores); pair[0] >= 0 {
				goals = append(goals, goal{pair: pair, formula: allOf(parts...)})
			}
			return
		case b == c.n:
			fill(a+1, a+2, parts)
			return
		}
		parts = parts[:len(parts):len(parts)]
		fill(a, b+1, append(parts, c.holds(a, b), c.holds(b, a)))
		scores[a], scores[b] = scores[a]+1, scores[b]-1
		fill(a, b+1, append(parts, c.wins(a, b)))
		scores[a], scores[b] = scores[a]-2, scores[b]+2
		fill(a, b+1, append(parts, c.wins(b, a)))
		scores[a], scores[b] = scores[a]+1, scores[b]-1
	}
	fill(0, 1, nil)
	return goals
}

// rankedPairs says when an order agrees with what some order of locking leads to: each majority against it must be kept
// out by a path down the order whose majorities are none of them weaker (the stacks of Zavist and Tideman 1989, "Complete
// independence of clones in the ranked pairs rule", Social Choice and Welfare 6).
func (c changer) rankedPairs(order []int) formula {
	var parts []formula
	for i, a := range order {
		for j := i + 1; j < len(order); j++ {
			b := order[j]
			ways := []formula{c.holds(a, b)}
			for _, inner := range subsets(setOf(positions(i+1, j))) {
				if inner == 0 {
					continue
				}
				path := []int{a}
				for _, at := range inner.list() {
					path = append(path, order[at])
				}
				ways = append(ways, c.keptOut(steps(append(path, b)), arrow{b, a}))
			}
			parts = append(parts, anyOf(ways...))
		}
	}
	return allOf(parts...)
}

func positions(from, to int) []int {
	var list []int
	for i := from; i < to; i++ {
		list = append(list, i)
	}
	return list
}

// keptOut says that a path of majorities is locked in time to keep f out.
func (c changer) keptOut(path []arrow, f arrow) formula {
	var parts []formula
	for _, e := range path {
		parts = append(parts, c.wins(e.from, e.to))
		if c.strength == Margins {
			parts = append(parts, c.stronger(e, f, 0))
			continue
		}
		fewer := atLeast(minus(c.over(f.to, f.from), c.over(e.to, e.from)), 0)
		parts = append(parts, anyOf(c.stronger(e, f, 1), allOf(c.stronger(e, f, 0), fewer)))
	}
	return allOf(parts...)
}

// irv says when options can leave in the given order, the last one staying (the elimination orders of Magrino, Rivest,
// Shen and Wagner 2011, "Computing the margin of victory in IRV elections", EVT/WOTE).
func (c changer) irv(leaving []int) formula {
	var parts []formula
	s := setOf(leaving)
	for _, a := range leaving[:len(leaving)-1] {
		for _, b := range s.without(only(a)).list() {
			parts = append(parts, atLeast(minus(c.top(b, s), c.top(a, s)), 0))
		}
		s = s.without(only(a))
	}
	return allOf(parts...)
}
