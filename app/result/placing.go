package result

import (
	"math/big"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
)

// placing is who put what where: how many ballots put each option in which places. Options that are tied share their places:
// two that are tied behind the first stand half in the second place and half in the third.
type placing struct {
	n       int
	shared  [][][]int64 // by option, first place it shares (0 is the first), and how many options share
	without []int64     // ballots that give an option no place
	ballots int64
}

// placed reads the ballots of p. What they leave out shares the last places, or has none, as the workshop counts.
func placed(p *ballot.Profile, unranked ranking.Unranked) placing {
	n := len(p.Options)
	out := placing{n: n, shared: make([][][]int64, n), without: make([]int64, n), ballots: p.Total()}
	for a := range n {
		out.shared[a] = make([][]int64, n)
		for place := range n {
			out.shared[a][place] = make([]int64, n-place+1)
		}
	}
	for i := range p.Rows() {
		row := p.Row(i)
		for a, place := range row {
			if place == 0 && unranked == ranking.None {
				out.without[a] += p.Counts[i]
				continue
			}
			above, beside := 0, 0
			for _, other := range row {
				switch {
				case other == place:
					beside++
				case place == 0 || other > 0 && other < place:
					above++
				}
			}
			out.shared[a][above][beside] += p.Counts[i]
		}
	}
	return out
}

// count is how many ballots put option a in a place, 0 the first; parts of them where options are tied.
func (p placing) count(a, place int) *big.Rat {
	sum := new(big.Rat)
	for first := range place + 1 {
		for size, ballots := range p.shared[a][first] {
			if ballots > 0 && first+size > place {
				sum.Add(sum, big.NewRat(ballots, int64(size)))
			}
		}
	}
	return sum
}

// mean is the mean place of option a on the ballots that give it one, 1 the first; nil where none does.
func (p placing) mean(a int) *big.Rat {
	sum, ballots := new(big.Rat), int64(0)
	for first := range p.n {
		for size, count := range p.shared[a][first] {
			sum.Add(sum, big.NewRat(count*int64(2*first+1+size), 2))
			ballots += count
		}
	}
	if ballots == 0 {
		return nil
	}
	return sum.Quo(sum, big.NewRat(ballots, 1))
}

func floatOf(r *big.Rat) float64 {
	v, _ := r.Float64()
	return v
}
