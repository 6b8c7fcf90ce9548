package ranking

import (
	"math/big"
	"slices"
)

// byPoints is exact for rules that add up points ballot by ballot: a tier falls as soon as an option below it has as many
// points as one of its members, and a tie parts with a single ballot. Each changed ballot does most for b against a if
// it puts b first and a last, and those count first that gain most by it.
func (f *firmer) byPoints(out Outcome, tiers [][]int) Change {
	var closest []contest
	rest := everyone(len(f.p.Options))
	for _, tie := range tiers {
		if len(tie) > 1 {
			return Change{Least: 1, Most: 1, Pair: [2]int{tie[0], tie[1]}}
		}
		a := tie[0]
		rest = rest.without(only(a))
		for _, b := range rest.list() {
			closest = append(closest, contest{a, b, new(big.Rat).Sub(out.Scores[a], out.Scores[b])})
		}
	}
	slices.SortStableFunc(closest, func(x, y contest) int { return x.lack.Cmp(y.lack) })
	best := Change{Pair: [2]int{-1, -1}}
	for _, c := range closest {
		if best.Most > 0 && fewest([]gain{{f.most(out.Rule, 2), best.Most}}, c.lack) == 0 {
			break // even if every changed ballot gained the most, it would take more
		}
		if k := fewest(f.gains(out.Rule, c.a, c.b), c.lack); k > 0 && (best.Most == 0 || k < best.Most) {
			best = Change{Least: k, Most: k, Pair: [2]int{c.a, c.b}}
		}
	}
	return best
}

// contest is what b lacks to have as many points as a.
type contest struct {
	a, b int
	lack *big.Rat
}

// most is so many times the points that one ballot can put between two options.
func (f *firmer) most(rule Rule, times int64) *big.Rat {
	if rule == Borda {
		times *= int64(len(f.p.Options) - 1)
	}
	return big.NewRat(times, 1)
}

// gain is what b wins on a by changing one of so many ballots.
type gain struct {
	points *big.Rat
	count  int64
}

// gains sorts the ballots by what b wins on a when one of them is changed.
func (f *firmer) gains(rule Rule, a, b int) []gain {
	n := len(f.p.Options)
	width := 4*n + 1 // numerators lie between -2n and 2n
	counts := overRows(f.p, func(from, to int) []int64 {
		cells := make([]int64, width*(n+2))
		for i := from; i < to; i++ {
			over, under := lead(rule, f.p.Row(i), a, b)
			cells[under*width+over+2*n] += f.p.Counts[i]
		}
		return cells
	})
	var sorted []gain
	for at, count := range counts {
		if count > 0 {
			lead := big.NewRat(int64(at%width-2*n), int64(at/width))
			sorted = append(sorted, gain{lead.Add(lead, f.most(rule, 1)), count})
		}
	}
	slices.SortStableFunc(sorted, func(x, y gain) int { return y.points.Cmp(x.points) })
	return sorted
}

// lead is how many points a has more than b on a ballot, as a fraction.
func lead(rule Rule, row []uint8, a, b int) (over, under int) {
	x, y := row[a]-1, row[b]-1 // 0 becomes 255, below all places
	switch {
	case x == y:
		return 0, 1
	case x > y:
		over, under = lead(rule, row, b, a)
		return -over, under
	case rule == FirstChoice && x > 0:
		return 0, 1
	case rule == FirstChoice:
		for _, place := range row {
			if place == 1 {
				under++
			}
		}
		return 1, under
	}
	// Twice the points: what lies between them counts 2, what is tied with either 1. Where no two are tied, as no place is
	// left out, that is the distance.
	last := uint8(0)
	for _, place := range row {
		last = max(last, place)
	}
	if int(last) == len(row) {
		return 2 * int(y-x), 2
	}
	for _, place := range row {
		switch z := place - 1; {
		case z == x || z == y:
			over++
		case z > x && z < y:
			over += 2
		}
	}
	return over, 2
}

// fewest is how many ballots make up for the lack, 0 if all of them do not.
func fewest(gains []gain, lack *big.Rat) int64 {
	left, changed := new(big.Rat).Set(lack), int64(0)
	for _, g := range gains {
		if g.points.Sign() <= 0 {
			break
		}
		need := new(big.Rat).Quo(left, g.points)
		whole := new(big.Int).Add(need.Num(), need.Denom())
		whole.Sub(whole, big.NewInt(1)).Quo(whole, need.Denom())
		if whole.IsInt64() && whole.Int64() <= g.count {
			return changed + whole.Int64()
		}
		changed += g.count
		left.Sub(left, new(big.Rat).Mul(g.points, big.NewRat(g.count, 1)))
	}
	return 0
}
