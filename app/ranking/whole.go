package ranking

import (
	"math"
	"slices"
)

// wholeSteps bounds the search for whole numbers in one program.
const wholeSteps = 400

// whole returns the solution in whole numbers with the smallest value below limit; x is nil where there is none. exact is
// false where the search was cut short: then the value is an upper bound, and the lower bound is that of the relaxation.
// All costs are whole. It is branch and bound (Land and Doig 1960, Econometrica 28) on the variable furthest from whole.
func (p program) whole(limit int64) (x []float64, value int64, exact bool) {
	b := brancher{program: p, best: limit, steps: wholeSteps, exact: true}
	b.branch(make([]float64, len(p.cost)), slices.Clone(p.limits))
	return b.x, b.best, b.exact
}

type brancher struct {
	program
	x     []float64
	best  int64
	steps int
	exact bool
}

func (b *brancher) branch(lo, hi []float64) {
	if b.steps--; b.steps < 0 {
		b.exact = false
		return
	}
	x, value, ok, sure := b.relax(lo, hi)
	if !sure {
		b.exact = false
	}
	if !ok || int64(math.Ceil(value-near)) >= b.best {
		return
	}
	at, far := -1, near
	for j, v := range x {
		if off := math.Abs(v - math.Round(v)); off > far {
			at, far = j, off
		}
	}
	if at < 0 {
		b.accept(x)
		return
	}
	down, up := slices.Clone(hi), slices.Clone(lo)
	down[at], up[at] = math.Floor(x[at]), math.Ceil(x[at])
	b.branch(up, hi)
	b.branch(lo, down)
}

// accept keeps a whole solution after checking it in whole numbers.
func (b *brancher) accept(x []float64) {
	for i, row := range b.at {
		var sum int64
		for j, v := range row {
			sum += int64(v) * int64(math.Round(x[j]))
		}
		if sum < int64(b.need[i]) {
			b.exact = false
			return
		}
	}
	whole, cost := make([]float64, len(x)), 0.0
	for j, v := range x {
		whole[j] = math.Round(v)
		cost += b.cost[j] * whole[j]
	}
	if int64(cost) < b.best {
		b.x, b.best = whole, int64(cost)
	}
}
