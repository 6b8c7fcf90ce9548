package ranking

import (
	"math/big"
	"math/bits"
	"slices"
)

// set is a group of options, one bit each.
type set uint64

func everyone(n int) set { return set(1)<<n - 1 } // a shift by 64 gives 0, and 0-1 is every bit

func only(a int) set            { return set(1) << a }
func (s set) has(a int) bool    { return s>>a&1 == 1 }
func (s set) with(a int) set    { return s | only(a) }
func (s set) size() int         { return bits.OnesCount64(uint64(s)) }
func (s set) first() int        { return bits.TrailingZeros64(uint64(s)) }
func (s set) without(o set) set { return s &^ o }

// list returns the members in ascending order.
func (s set) list() []int {
	members := make([]int, 0, s.size())
	for ; s != 0; s &= s - 1 {
		members = append(members, s.first())
	}
	return members
}

// setOf is the opposite of list.
func setOf(members []int) set {
	var s set
	for _, a := range members {
		s = s.with(a)
	}
	return s
}

// matrix returns n rows of n zeros in one piece of memory.
func matrix(n int) [][]int64 {
	cells, rows := make([]int64, n*n), make([][]int64, n)
	for a := range rows {
		rows[a] = cells[a*n : (a+1)*n : (a+1)*n]
	}
	return rows
}

// byScore makes the weak order of the scores, the highest first.
func byScore(scores []*big.Rat) [][]int {
	sorted := everyone(len(scores)).list()
	slices.SortStableFunc(sorted, func(a, b int) int { return scores[b].Cmp(scores[a]) })
	var order [][]int
	for i, a := range sorted {
		if i > 0 && scores[a].Cmp(scores[sorted[i-1]]) == 0 {
			order[len(order)-1] = append(order[len(order)-1], a)
			continue
		}
		order = append(order, []int{a})
	}
	return order
}

// scored is the outcome of a rule that only compares scores.
func scored(rule Rule, scores []*big.Rat) Outcome {
	order := byScore(scores)
	return Outcome{Rule: rule, Order: order, Winners: order[0], Scores: scores, Unique: true}
}

// layers takes the winners of all options, then those of the rest, and so on. It ends early where winners returns none.
func layers(n int, winners func(rest set) set) [][]int {
	var order [][]int
	for rest := everyone(n); rest != 0; {
		top := winners(rest)
		if top == 0 {
			break
		}
		order = append(order, top.list())
		rest = rest.without(top)
	}
	return order
}
