package ranking

import "math/big"

// condorcet returns the option that beats every other by majority and the one that every other beats, -1 for none
// (Condorcet 1785). A lone option is neither.
func condorcet(over [][]int64) (winner, loser int) {
	winner, loser = -1, -1
	beats := majorities(over)
	n, losses := len(over), make([]int, len(over))
	for _, wins := range beats {
		for _, b := range wins.list() {
			losses[b]++
		}
	}
	for a, wins := range beats {
		switch {
		case n == 1:
		case wins.size() == n-1:
			winner = a
		case losses[a] == n-1:
			loser = a
		}
	}
	return winner, loser
}

// smith returns the smallest group of members of s that beat all other members (J. H. Smith 1973, "Aggregation of
// preferences with variable electorate", Econometrica 41): those who reach everyone over pairs they do not lose.
func smith(over [][]int64, s set) []int {
	holds := make(graph, len(over))
	for _, a := range s.list() {
		for _, b := range s.list() {
			if a != b && over[a][b] >= over[b][a] {
				holds[a] = holds[a].with(b)
			}
		}
	}
	reach := holds.closure()
	var top set
	for _, a := range s.list() {
		if reach[a].with(a) == s {
			top = top.with(a)
		}
	}
	return top.list()
}

// Cycle is a group of options of which each reaches each by a chain of majorities: the ballots together contradict
// themselves although none does.
type Cycle struct {
	Members []int // ascending
	Path    []int // a shortest chain through it that closes: each beats the next, and the last beats the first
}

// cycles returns every group with a cycle, those with the first options first.
func cycles(over [][]int64) []Cycle {
	beats, all := majorities(over), everyone(len(over))
	var found []Cycle
	for _, group := range components(beats.closure(), all) {
		if group.size() > 1 {
			found = append(found, Cycle{Members: group.list(), Path: shortestCycle(beats.within(group), group)})
		}
	}
	return found
}

// shortestCycle looks from each member in turn, breadth first.
func shortestCycle(g graph, group set) []int {
	var best []int
	for _, start := range group.list() {
		before := map[int]int{}
		seen := only(start)
	search:
		for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
			at := queue[0]
			if g[at].has(start) {
				path := []int{at}
				for at != start {
					at = before[at]
					path = append([]int{at}, path...)
				}
				if best == nil || len(path) < len(best) {
					best = path
				}
				break search
			}
			for _, next := range g[at].without(seen).list() {
				seen, before[next] = seen.with(next), at
				queue = append(queue, next)
			}
		}
	}
	return best
}

// minimax ranks by the strongest majority against an option, the weakest first (the Simpson-Kramer rule: P. B. Simpson
// 1969, Quarterly Journal of Economics 83; G. H. Kramer 1977, Journal of Economic Theory 16). Scores are those numbers
// below zero; 0 is an option that loses to none.
func minimax(over [][]int64, strength Strength) Outcome {
	scores := make([]*big.Rat, len(over))
	for a := range scores {
		var worst int64
		for b := range over {
			if a != b {
				worst = max(worst, majority(over, b, a, strength))
			}
		}
		scores[a] = big.NewRat(-worst, 1)
	}
	return scored(Minimax, scores)
}
