package ranking

import (
	"runtime"
	"sync"

	"doublefix/app/ballot"
)

// pairs is what the ballots say of each pair of options.
type pairs struct {
	over  [][]int64 // ballots that put row strictly above column
	tied  [][]int64 // ballots that put both in one place; symmetric
	count int64     // ballots that rank something
}

// compared adds up what a ballot can say of a pair.
func (t pairs) compared() [][]int64 {
	sum := matrix(len(t.over))
	for a := range sum {
		for b := range sum {
			if a != b {
				sum[a][b] = t.over[a][b] + t.over[b][a] + t.tied[a][b]
			}
		}
	}
	return sum
}

// tallyPairs compares every pair of options on every ballot.
func tallyPairs(p *ballot.Profile, unranked Unranked) pairs {
	n := len(p.Options)
	sums := overRows(p, func(from, to int) []int64 {
		cells := make([]int64, 2*n*n)
		if unranked == None {
			tallyRanked(p, from, to, cells)
		} else {
			tallyAll(p, from, to, cells)
		}
		return cells
	})
	t := pairs{over: matrix(n), tied: matrix(n), count: p.Total()}
	for a := range n {
		copy(t.over[a], sums[a*n:(a+1)*n])
	}
	for a := range n {
		for b := a + 1; b < n; b++ {
			tied := sums[n*n+a*n+b]
			if unranked == Last {
				tied = t.count - t.over[a][b] - t.over[b][a]
			}
			t.tied[a][b], t.tied[b][a] = tied, tied
		}
	}
	return t
}

// tallyAll adds what the rows say into cells[a*n+b], reading options that are not ranked as last. It has no branches on
// what a pair says: on mixed ballots a processor guesses every second comparison wrong. A ballot without ties says of a
// pair one thing or the other, so one of them is enough; the other is what is left.
func tallyAll(p *ballot.Profile, from, to int, cells []int64) {
	n := len(p.Options)
	var at [MaxOptions]int64
	strict, ballots := make([]int64, n*n), int64(0)
	for i := from; i < to; i++ {
		last := int64(0)
		for a, place := range p.Row(i) {
			last = max(last, int64(place))
			at[a] = int64(place - 1) // 0 becomes 255, below all places
		}
		count := p.Counts[i]
		if int(last) == n { // as no place is left out, each has one of its own
			ballots += count
			for a := range n - 1 {
				addBelow(strict[a*n+a+1:a*n+n], at[a+1:n], at[a], count)
			}
			continue
		}
		for a := range n - 1 {
			mine, row := at[a], cells[a*n:a*n+n]
			for b := a + 1; b < n; b++ {
				other := at[b]
				row[b] += count & ((mine - other) >> 63)
				cells[b*n+a] += count & ((other - mine) >> 63)
			}
		}
	}
	for a := range n {
		for b := a + 1; b < n; b++ {
			cells[a*n+b] += strict[a*n+b]
			cells[b*n+a] += ballots - strict[a*n+b]
		}
	}
}

// addBelow adds count to the sums of those that stand below mine.
func addBelow(sums, others []int64, mine, count int64) {
	if len(others) < len(sums) {
		return // never; it spares looking at each index
	}
	for k := range sums {
		sums[k] += count & ((mine - others[k]) >> 63)
	}
}

// tallyRanked adds what the rows say of pairs of which both are ranked; ties go into the second half of cells.
func tallyRanked(p *ballot.Profile, from, to int, cells []int64) {
	n := len(p.Options)
	tied := cells[n*n:]
	ranked := make([]int, 0, n)
	for i := from; i < to; i++ {
		row, count := p.Row(i), p.Counts[i]
		ranked = ranked[:0]
		for a, place := range row {
			if place > 0 {
				ranked = append(ranked, a)
			}
		}
		for k, a := range ranked {
			for _, b := range ranked[k+1:] {
				switch {
				case row[a] < row[b]:
					cells[a*n+b] += count
				case row[a] > row[b]:
					cells[b*n+a] += count
				default:
					tied[a*n+b] += count
				}
			}
		}
	}
}

// overRows lets work sum up parts of the rows at the same time and adds the parts. Whole numbers, so the order of adding
// changes nothing.
func overRows(p *ballot.Profile, work func(from, to int) []int64) []int64 {
	rows := p.Rows()
	parts := min(runtime.GOMAXPROCS(0), max(1, rows/4096))
	sums := make([][]int64, parts)
	var wait sync.WaitGroup
	for k := range parts {
		wait.Add(1)
		go func() {
			defer wait.Done()
			sums[k] = work(rows*k/parts, rows*(k+1)/parts)
		}()
	}
	wait.Wait()
	for _, part := range sums[1:] {
		for i, v := range part {
			sums[0][i] += v
		}
	}
	return sums[0]
}
