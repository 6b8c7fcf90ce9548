package ranking

import (
	"math/big"

	"doublefix/app/ballot"
)

// firstChoice counts who is on top of each ballot; k options tied there have 1/k of it each.
func firstChoice(p *ballot.Profile) Outcome {
	return scored(FirstChoice, shares(tops(p, everyone(len(p.Options))), len(p.Options)))
}

// tops counts, for each continuing option, the ballots on which it is the highest of them: cell a*(n+1)+k holds those on
// which it shares the top with k-1 others, cell a*(n+1) is not used but for a=0: there are the ballots that rank none.
// Keeping the sizes of the ties apart leaves the fractions for the end.
func tops(p *ballot.Profile, continuing set) []int64 {
	n := len(p.Options)
	members := continuing.list()
	return overRows(p, func(from, to int) []int64 {
		cells := make([]int64, n*(n+1))
		for i := from; i < to; i++ {
			row, count := p.Row(i), p.Counts[i]
			// The least place, with the first and with the last option that has it: no branches, which would be guessed wrong.
			first, last := 255<<8, 255<<8
			for _, a := range members {
				place := int(row[a]-1) << 8 // 0 becomes 255, below all places
				further, before := place+a-first, place+MaxOptions-a-last
				first += further & (further >> 63)
				last += before & (before >> 63)
			}
			top := first & 255
			switch {
			case first>>8 == 255:
				cells[0] += count
			case top == MaxOptions-last&255:
				cells[top*(n+1)+1] += count
			default:
				share(cells, row, members, uint8(first>>8), count)
			}
		}
		return cells
	})
}

// share counts a ballot on which several of the members have the same best place; best is one less.
func share(cells []int64, row []uint8, members []int, best uint8, count int64) {
	sharing := 0
	for _, a := range members {
		if row[a]-1 == best {
			sharing++
		}
	}
	for _, a := range members {
		if row[a]-1 == best {
			cells[a*(len(row)+1)+sharing] += count
		}
	}
}

// shares adds up the fractions of tops.
func shares(cells []int64, n int) []*big.Rat {
	scores := make([]*big.Rat, n)
	for a := range scores {
		scores[a] = new(big.Rat).SetInt64(cells[a*(n+1)+1])
		for k := 2; k <= n; k++ {
			if count := cells[a*(n+1)+k]; count > 0 {
				scores[a].Add(scores[a], big.NewRat(count, int64(k)))
			}
		}
	}
	return scores
}
