package ranking

import (
	"math/big"
	"slices"

	"doublefix/app/ballot"
)

// What follows counts slowly and by the letter of the definitions, so that the rules have something to be held against.

// prefers says what a row says of a and b: 1 a is above, -1 below, 0 tied; ok is false where it says nothing.
func prefers(row []uint8, a, b int, u Unranked) (sign int, ok bool) {
	x, y := int(row[a]), int(row[b])
	if u == None && (x == 0 || y == 0) {
		return 0, false
	}
	if x == 0 {
		x = 1000
	}
	if y == 0 {
		y = 1000
	}
	switch {
	case x < y:
		return 1, true
	case x > y:
		return -1, true
	}
	return 0, true
}

func naivePairwise(p *ballot.Profile, u Unranked) [][]int64 {
	m := matrix(len(p.Options))
	for a := range m {
		for b := range m {
			for i := range p.Rows() {
				if sign, _ := prefers(p.Row(i), a, b, u); a != b && sign > 0 {
					m[a][b] += p.Counts[i]
				}
			}
		}
	}
	return m
}

// naiveBorda gives n-1 … 0 points by place; tied and unranked options share the mean of their places.
func naiveBorda(p *ballot.Profile) []*big.Rat {
	n := len(p.Options)
	scores := make([]*big.Rat, n)
	for a := range scores {
		scores[a] = new(big.Rat)
		for i := range p.Rows() {
			above, same := 0, 0
			for b := range n {
				switch sign, _ := prefers(p.Row(i), a, b, Last); sign {
				case -1:
					above++
				case 0:
					same++
				}
			}
			sum := 0
			for place := above; place < above+same; place++ {
				sum += n - 1 - place
			}
			scores[a].Add(scores[a], big.NewRat(int64(sum)*p.Counts[i], int64(same)))
		}
	}
	return scores
}

// naiveShares is the same under None: of the comparisons of an option, the share that it wins, half for ties.
func naiveShares(p *ballot.Profile) []*big.Rat {
	scores := make([]*big.Rat, len(p.Options))
	for a := range scores {
		var halves, compared int64
		for b := range scores {
			for i := range p.Rows() {
				if sign, ok := prefers(p.Row(i), a, b, None); ok && a != b {
					halves += int64(sign+1) * p.Counts[i]
					compared += p.Counts[i]
				}
			}
		}
		if scores[a] = big.NewRat(1, 2); compared > 0 {
			scores[a] = big.NewRat(halves, 2*compared)
		}
	}
	return scores
}

// naiveFirst splits each ballot among those with place 1.
func naiveFirst(p *ballot.Profile) []*big.Rat {
	scores := make([]*big.Rat, len(p.Options))
	for a := range scores {
		scores[a] = new(big.Rat)
	}
	for i := range p.Rows() {
		top := 0
		for _, place := range p.Row(i) {
			if place == 1 {
				top++
			}
		}
		for a, place := range p.Row(i) {
			if place == 1 {
				scores[a].Add(scores[a], big.NewRat(p.Counts[i], int64(top)))
			}
		}
	}
	return scores
}

// naiveDuels counts, for each option, the duels it wins less those it loses, and the most ballots that any majority has
// against it: more for it than for the option, or by how many more.
func naiveDuels(p *ballot.Profile, u Unranked, strength Strength) (copeland, minimax []*big.Rat) {
	for a := range p.Options {
		var won, worst int64
		for b := range p.Options {
			var forA, forB int64
			for i := range p.Rows() {
				switch sign, _ := prefers(p.Row(i), a, b, u); sign {
				case 1:
					forA += p.Counts[i]
				case -1:
					forB += p.Counts[i]
				}
			}
			switch {
			case forA > forB:
				won++
			case forA < forB && strength == Margins:
				won, worst = won-1, max(worst, forB-forA)
			case forA < forB:
				won, worst = won-1, max(worst, forB)
			}
		}
		copeland, minimax = append(copeland, big.NewRat(won, 1)), append(minimax, big.NewRat(-worst, 1))
	}
	return copeland, minimax
}

// naiveSmith tries every group, the small ones first.
func naiveSmith(over [][]int64) []int {
	n := len(over)
	for size := 1; ; size++ {
		for s := set(1); s <= everyone(n); s++ {
			if s.size() != size {
				continue
			}
			beaten := true
			for _, a := range s.list() {
				for _, b := range everyone(n).without(s).list() {
					beaten = beaten && over[a][b] > over[b][a]
				}
			}
			if beaten {
				return s.list()
			}
		}
	}
}

// naiveSchulze follows every simple path.
func naiveSchulze(over [][]int64, strength Strength) [][]int {
	n := len(over)
	paths := matrix(n)
	var walk func(start, at int, weakest int64, seen set)
	walk = func(start, at int, weakest int64, seen set) {
		for next := range n {
			if m := majority(over, at, next, strength); m > 0 && !seen.has(next) {
				s := min(weakest, m)
				paths[start][next] = max(paths[start][next], s)
				walk(start, next, s, seen.with(next))
			}
		}
	}
	for a := range n {
		walk(a, a, 1<<60, only(a))
	}
	var order [][]int
	for rest := everyone(n).list(); len(rest) > 0; {
		var top []int
		for _, a := range rest {
			if !slices.ContainsFunc(rest, func(b int) bool { return paths[b][a] > paths[a][b] }) {
				top = append(top, a)
			}
		}
		order = append(order, top)
		rest = slices.DeleteFunc(rest, func(a int) bool { return slices.Contains(top, a) })
	}
	return order
}

// naiveRankedPairs tries every order of all majorities that is sorted, and returns who wins in one of them.
func naiveRankedPairs(over [][]int64, strength Strength) set {
	n := len(over)
	var arrows []arrow
	for a := range n {
		for b := range n {
			if over[a][b] > over[b][a] {
				arrows = append(arrows, arrow{a, b})
			}
		}
	}
	less := func(x, y arrow) bool { // x strictly before y
		f, g := over[x.from][x.to], over[y.from][y.to]
		s, u := over[x.to][x.from], over[y.to][y.from]
		if strength == Margins {
			return f-s > g-u
		}
		return f > g || (f == g && s < u)
	}
	var winners set
	var place func(done []arrow, left []arrow)
	place = func(done, left []arrow) {
		if len(left) == 0 {
			winners |= naiveLock(n, done)
			return
		}
		for i, x := range left {
			if !slices.ContainsFunc(left, func(y arrow) bool { return less(y, x) }) {
				place(append(slices.Clone(done), x), slices.Delete(slices.Clone(left), i, i+1))
			}
		}
	}
	place(nil, arrows)
	return winners
}

func naiveLock(n int, arrows []arrow) set {
	var locked []arrow
	var reaches func(a, b int, seen set) bool
	reaches = func(a, b int, seen set) bool {
		for _, x := range locked {
			if x.from == a && !seen.has(x.to) && (x.to == b || reaches(x.to, b, seen.with(x.to))) {
				return true
			}
		}
		return false
	}
	for _, x := range arrows {
		if !reaches(x.to, x.from, 0) {
			locked = append(locked, x)
		}
	}
	top := everyone(n)
	for _, x := range locked {
		top = top.without(only(x.to))
	}
	return top
}

// naiveIRV counts every group of continuing options ballot by ballot and drops every one of those tied for last.
func naiveIRV(p *ballot.Profile, s set) set {
	if s.size() == 1 {
		return s
	}
	votes := map[int]*big.Rat{}
	for _, a := range s.list() {
		votes[a] = new(big.Rat)
	}
	for i := range p.Rows() {
		var top []int
		for _, a := range s.list() {
			if p.Row(i)[a] == 0 {
				continue
			}
			if !slices.ContainsFunc(s.list(), func(b int) bool { return p.Row(i)[b] > 0 && p.Row(i)[b] < p.Row(i)[a] }) {
				top = append(top, a)
			}
		}
		for _, a := range top {
			votes[a].Add(votes[a], big.NewRat(p.Counts[i], int64(len(top))))
		}
	}
	var won set
	for _, a := range s.list() {
		if !slices.ContainsFunc(s.list(), func(b int) bool { return votes[b].Cmp(votes[a]) < 0 }) {
			won |= naiveIRV(p, s.without(only(a)))
		}
	}
	return won
}

// naiveKemeny measures every order against every ballot.
func naiveKemeny(p *ballot.Profile, u Unranked) (cost int64, best [][]int) {
	cost = -1
	for _, order := range permutations(len(p.Options)) {
		var c int64
		for i, a := range order {
			for _, b := range order[i+1:] {
				for k := range p.Rows() {
					if sign, ok := prefers(p.Row(k), a, b, u); ok && sign < 0 {
						c += p.Counts[k]
					}
				}
			}
		}
		if cost < 0 || c < cost {
			cost, best = c, nil
		}
		if c == cost {
			best = append(best, order)
		}
	}
	slices.SortFunc(best, slices.Compare)
	return cost, best
}
