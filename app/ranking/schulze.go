package ranking

// schulze compares options by their strongest paths: the strength of a path is that of its weakest majority, and an option
// wins if no other has a stronger path to it than it has back (Markus Schulze 2011, "A new monotonic, clone-independent,
// reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36). The order
// takes the winners, then the winners among the rest on the same paths; ranking by the number of path wins would lose
// winners where there are ties.
func schulze(over [][]int64, strength Strength) Outcome {
	paths := strongestPaths(over, strength)
	order := layers(len(over), func(rest set) set { return unbeaten(paths, rest) })
	return Outcome{Rule: Schulze, Order: order, Winners: order[0], Unique: true, Paths: paths}
}

// strongestPaths is the algorithm of Floyd and Warshall with the smaller in place of the sum.
func strongestPaths(over [][]int64, strength Strength) [][]int64 {
	n := len(over)
	paths := matrix(n)
	for a := range n {
		for b := range n {
			paths[a][b] = majority(over, a, b, strength)
		}
	}
	for via := range n {
		for a := range n {
			for b := range n {
				if a != b {
					paths[a][b] = max(paths[a][b], min(paths[a][via], paths[via][b]))
				}
			}
		}
	}
	return paths
}

// majority returns the strength of the majority for a over b, 0 where there is none.
func majority(over [][]int64, a, b int, strength Strength) int64 {
	switch {
	case over[a][b] <= over[b][a]:
		return 0
	case strength == Margins:
		return over[a][b] - over[b][a]
	}
	return over[a][b]
}

// unbeaten returns the members of s that no other member has a larger number against than they have against it.
func unbeaten(m [][]int64, s set) set {
	top := s
	members := s.list()
	for _, a := range members {
		for _, b := range members {
			if m[b][a] > m[a][b] {
				top = top.without(only(a))
				break
			}
		}
	}
	return top
}
