package ranking

// Pair is what the ballots say of two options.
type Pair struct {
	Above, Below int64 // ballots that put the first above the second, and the other way round
	Tied         int64 // ballots that put both in one place
	Silent       int64 // ballots that do not compare them; only under None
}

// Pair returns what the ballots say of a and b.
func (r *Result) Pair(a, b int) Pair {
	p := Pair{Above: r.Pairwise[a][b], Below: r.Pairwise[b][a]}
	if a != b {
		p.Tied = r.Compared[a][b] - p.Above - p.Below
		p.Silent = r.Ballots - r.Compared[a][b]
	}
	return p
}
