package ranking

import (
	"math"
	"math/big"

	"doublefix/app/ballot"
)

// Degree is Kendall's W in a word.
type Degree string

// The degrees, after R. C. Schmidt 1997, "Managing Delphi surveys using nonparametric statistical techniques", Decision
// Sciences 28, which puts very weak at 0.1, weak at 0.3, moderate at 0.5, strong at 0.7 and very strong at 0.9; the limits
// here lie halfway between.
const (
	Undefined  Degree = "undefined"
	VeryWeak   Degree = "very-weak"
	Weak       Degree = "weak"
	Moderate   Degree = "moderate"
	Strong     Degree = "strong"
	VeryStrong Degree = "very-strong"
	Unanimous  Degree = "unanimous" // W is exactly 1
)

// FewPerOption is how many ballots an option there must be before a firm ranking is claimed.
const FewPerOption = 3

// Agreement says how much alike the ballots are, whatever rule counts them.
type Agreement struct {
	Ballots int64    // those that W compares: all, under None those that rank every option
	W       *big.Rat // Kendall's coefficient of concordance, 0 … 1; nil where it is undefined
	Degree  Degree
	Few     bool // fewer than FewPerOption ballots an option

	TauB        *float64 // mean of Kendall's tau-b over all pairs of ballots, -1 … 1; nil where it is undefined
	TauBallots  int64    // the ballots that it compares
	Indifferent int64    // ballots left out of it because they tie everything

	// Places has, for each option, how many ballots give it place 1 … n; tied options share their places equally. Under
	// None options that a ballot leaves out have no place on it.
	Places   [][]*big.Rat
	Unranked []int64 // ballots that leave the option out
}

// Agree measures how much the ballots agree.
func Agree(p *ballot.Profile, o Options) (Agreement, error) {
	o, err := check(p, o)
	if err != nil {
		return Agreement{}, err
	}
	n := len(p.Options)
	whole := o.Unranked == None // only whole ballots enter W and tau-b
	places := tallyPlaces(p, false, o.Unranked)
	a := Agreement{Degree: Undefined, Places: distribution(places, n), Unranked: places[n*n*n : n*n*n+n]}
	compared := places
	if whole {
		compared = tallyPlaces(p, true, o.Unranked)
	}
	a.Ballots = compared[len(compared)-1]
	a.Few = a.Ballots < int64(FewPerOption*n)
	if a.W = concordance(compared, n); a.W != nil {
		a.Degree = degree(a.W)
	}
	a.meanTau(p, whole)
	return a, nil
}

// tallyPlaces counts ballots by option, number of options above it and size of its tie: cell (a*n+above)*n+size-1. Behind
// that stand the ballots that leave each option out, and last the number of ballots. With whole it looks only at ballots
// that rank every option.
func tallyPlaces(p *ballot.Profile, whole bool, unranked Unranked) []int64 {
	n := len(p.Options)
	return overRows(p, func(from, to int) []int64 {
		cells := make([]int64, n*n*n+n+1)
		for i := from; i < to; i++ {
			row, count := p.Row(i), p.Counts[i]
			var sizes, above [MaxOptions + 1]int
			for _, place := range row {
				sizes[place]++
			}
			if whole && sizes[0] > 0 {
				continue
			}
			for place := 1; place < n; place++ {
				above[place+1] = above[place] + sizes[place]
			}
			above[0] = n - sizes[0]
			for a, place := range row {
				if place == 0 {
					cells[n*n*n+a] += count
					if unranked == None {
						continue
					}
				}
				cells[(a*n+above[place])*n+sizes[place]-1] += count
			}
			cells[len(cells)-1] += count
		}
		return cells
	})
}

// distribution spreads each tie over its places.
func distribution(cells []int64, n int) [][]*big.Rat {
	rows := make([][]*big.Rat, n)
	for a := range rows {
		rows[a] = make([]*big.Rat, n)
		for place := range rows[a] {
			rows[a][place] = new(big.Rat)
		}
		for above := range n {
			for size := 1; size <= n-above; size++ {
				count := cells[(a*n+above)*n+size-1]
				for place := above; count > 0 && place < above+size; place++ {
					rows[a][place].Add(rows[a][place], big.NewRat(count, int64(size)))
				}
			}
		}
	}
	return rows
}

// concordance is Kendall's W with the correction for ties, W = 12 S / (m²(n³-n) - m ΣT), T = Σ(t³-t) per ballot (Kendall
// and Babington Smith 1939; Siegel and Castellan 1988, Nonparametric Statistics). It is undefined for fewer than two ballots
// or options, and where every ballot ties everything.
func concordance(cells []int64, n int) *big.Rat {
	m := big.NewInt(cells[len(cells)-1])
	if m.Cmp(big.NewInt(2)) < 0 || n < 2 {
		return nil
	}
	squares, sum, ties := new(big.Int), new(big.Int), new(big.Int)
	for a := range n {
		twice := new(big.Int) // the sum of the option's places, doubled
		for above := range n {
			for size := 1; size <= n-above; size++ {
				count := big.NewInt(cells[(a*n+above)*n+size-1])
				twice.Add(twice, new(big.Int).Mul(count, big.NewInt(int64(2*above+size+1))))
				ties.Add(ties, count.Mul(count, big.NewInt(int64(size*size-1))))
			}
		}
		sum.Add(sum, twice)
		squares.Add(squares, twice.Mul(twice, twice))
	}
	// 12 S is 3 Σ(2R)² - 3 (Σ2R)²/n; all is multiplied by n to stay whole.
	size := big.NewInt(int64(n))
	above := squares.Sub(squares.Mul(squares, size), sum.Mul(sum, sum))
	above.Mul(above, big.NewInt(3))
	below := new(big.Int).Mul(m, big.NewInt(int64(n*n*n-n)))
	below.Mul(below.Sub(below, ties), m)
	if below.Sign() == 0 {
		return nil
	}
	return new(big.Rat).SetFrac(above, below.Mul(below, size))
}

// degree puts W into a word.
func degree(w *big.Rat) Degree {
	if w.Cmp(big.NewRat(1, 1)) == 0 {
		return Unanimous
	}
	for i, d := range []Degree{VeryWeak, Weak, Moderate, Strong} {
		if w.Cmp(big.NewRat(int64(i+1), 5)) < 0 {
			return d
		}
	}
	return VeryStrong
}

// meanTau takes the mean of tau-b (Kendall 1945, "The treatment of ties in ranking problems", Biometrika 33) without
// comparing ballots one by one: tau-b is the product of two vectors of signs, one a pair of options, each of length 1. With u
// the sum of all m of them, the mean over pairs of ballots is (|u|² - m) / (m(m-1)). The sums are exact; a square root is
// taken once for each number of untied pairs.
func (a *Agreement) meanTau(p *ballot.Profile, whole bool) {
	n := len(p.Options)
	width := n * (n - 1) / 2
	if width == 0 {
		a.Indifferent = a.Ballots
		return
	}
	cells := signs(p, whole)
	sum := make([]float64, width)
	for untied := range width + 1 {
		row := cells[untied*(width+1) : (untied+1)*(width+1)]
		if untied == 0 {
			a.Indifferent = row[width]
			continue
		}
		a.TauBallots += row[width]
		for k := range sum {
			sum[k] += float64(row[k]) / math.Sqrt(float64(untied))
		}
	}
	if a.TauBallots < 2 {
		return
	}
	m, length := float64(a.TauBallots), 0.0
	for _, v := range sum {
		length += v * v
	}
	mean := max(-1, min(1, (length-m)/(m*(m-1))))
	a.TauB = &mean
}

// signs adds up, apart for each number of untied pairs, which of each pair is above: 1 the first, -1 the second. Behind
// the pairs stands the number of ballots.
func signs(p *ballot.Profile, whole bool) []int64 {
	n := len(p.Options)
	width := n * (n - 1) / 2
	return overRows(p, func(from, to int) []int64 {
		cells := make([]int64, (width+1)*(width+1))
		var at [MaxOptions]int64
		for i := from; i < to; i++ {
			var sizes [MaxOptions + 1]int
			for a, place := range p.Row(i) {
				sizes[place]++
				at[a] = int64(place - 1) // 0 becomes 255, below all places
			}
			if whole && sizes[0] > 0 {
				continue
			}
			untied := width
			for _, size := range sizes[:n+1] {
				untied -= size * (size - 1) / 2
			}
			sums, count := cells[untied*(width+1):(untied+1)*(width+1)], p.Counts[i]
			sums[width] += count
			for a := range n - 1 {
				addSigns(sums, at[a+1:n], at[a], count)
				sums = sums[n-1-a:]
			}
		}
		return cells
	})
}

// addSigns adds count to the sums of those below mine, and takes it from those above.
func addSigns(sums, others []int64, mine, count int64) {
	if len(sums) < len(others) {
		return // never; it spares looking at each index
	}
	for k, other := range others {
		sums[k] += count&((mine-other)>>63) - count&((other-mine)>>63)
	}
}
