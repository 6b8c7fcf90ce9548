package ranking

import (
	"errors"
	"math/big"
	"slices"
)

// Scale says how the scores of a criterion are made comparable with those of others.
type Scale string

// The scales.
const (
	AsGiven    Scale = "none"             // scores stay as they are
	ShareOfMax Scale = "share-of-maximum" // the highest score of the criterion becomes 1, 0 stays 0
	MinMax     Scale = "min-max"          // the highest becomes 1, the lowest 0
)

// Criteria are scores of options by criteria that have weights. More is better in every criterion.
type Criteria struct {
	Weights []*big.Rat   // none below 0, some above; they are scaled to sum to 1
	Scores  [][]*big.Rat // one row an option, one column a criterion; nil in none
	Scale   Scale        // AsGiven if empty
}

// Weighed is the weighted sum of criteria (the additive value model; Belton and Stewart 2002, Multiple Criteria Decision
// Analysis).
type Weighed struct {
	Weights []*big.Rat   // summing to 1
	Values  [][]*big.Rat // the scores on the scale
	Totals  []*big.Rat
	Order   [][]int
	Turns   []Turn // one a criterion
}

// Turn is the weight nearest to that of a criterion at which others come first, or are tied there, while all other weights
// keep their proportions. If only this criterion has weight, the others share what it gives up equally.
type Turn struct {
	At *big.Rat // 0 … 1; the weight itself if a tie for first parts at the least change; nil if no weight changes the first place
	To []int    // the options that catch up at that weight; none where a tie parts
}

// ErrCriteria is the error of weights or scores that cannot be weighed.
var ErrCriteria = errors.New("the weights and scores do not fit each other or the scale")

// Weigh computes the weighted sums and where they turn.
func Weigh(c Criteria) (Weighed, error) {
	w := Weighed{}
	sum := new(big.Rat)
	for _, weight := range c.Weights {
		if weight == nil || weight.Sign() < 0 {
			return w, ErrCriteria
		}
		sum.Add(sum, weight)
	}
	if n := len(c.Scores); sum.Sign() == 0 || n == 0 || n > MaxOptions {
		return w, ErrCriteria
	}
	for _, row := range c.Scores {
		if len(row) != len(c.Weights) || slices.Contains(row, nil) {
			return w, ErrCriteria
		}
		w.Values = append(w.Values, make([]*big.Rat, len(row)))
	}
	for j, weight := range c.Weights {
		w.Weights = append(w.Weights, new(big.Rat).Quo(weight, sum))
		if err := w.scale(c, j); err != nil {
			return Weighed{}, err
		}
	}
	w.Totals = w.totals(w.Weights)
	w.Order = byScore(w.Totals)
	for j := range w.Weights {
		w.Turns = append(w.Turns, w.turn(j))
	}
	return w, nil
}

// scale fills a column of Values. A criterion in which all options are equal has 0 for all under MinMax.
func (w *Weighed) scale(c Criteria, j int) error {
	low, high := c.Scores[0][j], c.Scores[0][j]
	for _, row := range c.Scores {
		if row[j].Cmp(low) < 0 {
			low = row[j]
		}
		if row[j].Cmp(high) > 0 {
			high = row[j]
		}
	}
	from, span := new(big.Rat), big.NewRat(1, 1)
	switch c.Scale {
	case AsGiven, "":
	case ShareOfMax:
		if low.Sign() < 0 {
			return ErrCriteria
		}
		span = high
	case MinMax:
		from, span = low, new(big.Rat).Sub(high, low)
	default:
		return ErrCriteria
	}
	for i, row := range c.Scores {
		v := new(big.Rat).Sub(row[j], from)
		if span.Sign() > 0 {
			v.Quo(v, span)
		}
		w.Values[i][j] = v
	}
	return nil
}

func (w *Weighed) totals(weights []*big.Rat) []*big.Rat {
	totals := make([]*big.Rat, len(w.Values))
	for i, row := range w.Values {
		totals[i] = new(big.Rat)
		for j, v := range row {
			totals[i].Add(totals[i], new(big.Rat).Mul(v, weights[j]))
		}
	}
	return totals
}

// With gives criterion j the weight at, 0 … 1, and scales the others in proportion. It returns the weights and the totals.
func (w *Weighed) With(j int, at *big.Rat) (weights, totals []*big.Rat) {
	one := big.NewRat(1, 1)
	rest, others := new(big.Rat).Sub(one, at), new(big.Rat).Sub(one, w.Weights[j])
	for k, weight := range w.Weights {
		switch {
		case k == j:
			weights = append(weights, new(big.Rat).Set(at))
		case others.Sign() == 0:
			weights = append(weights, new(big.Rat).Quo(rest, big.NewRat(int64(len(w.Weights)-1), 1)))
		default:
			share := new(big.Rat).Quo(weight, others)
			weights = append(weights, share.Mul(share, rest))
		}
	}
	return weights, w.totals(weights)
}

// turn looks at every weight at which two totals, which are straight lines over the weight, meet.
func (w *Weighed) turn(j int) Turn {
	zero, one := new(big.Rat), big.NewRat(1, 1)
	_, start := w.With(j, zero)
	_, end := w.With(j, one)
	first := w.Order[0]
	for _, a := range first[1:] {
		if start[a].Cmp(start[first[0]]) != 0 || end[a].Cmp(end[first[0]]) != 0 {
			return Turn{At: w.Weights[j]}
		}
	}
	a, best := first[0], Turn{}
	var nearest *big.Rat
	for b := range start {
		ahead, later := new(big.Rat).Sub(start[a], start[b]), new(big.Rat).Sub(end[a], end[b])
		at := ahead.Sub(ahead, later) // the lead at 0 minus that at 1
		if at.Sign() == 0 {
			continue
		}
		at.Quo(new(big.Rat).Sub(start[a], start[b]), at)
		if at.Cmp(zero) < 0 || at.Cmp(one) > 0 {
			continue
		}
		distance := new(big.Rat).Sub(at, w.Weights[j])
		distance.Abs(distance)
		c := -1
		if nearest != nil {
			c = distance.Cmp(nearest)
		}
		switch {
		case c < 0 || (c == 0 && at.Cmp(best.At) < 0):
			nearest, best = distance, Turn{At: at, To: []int{b}}
		case c == 0 && at.Cmp(best.At) == 0:
			best.To = append(best.To, b)
		}
	}
	return best
}
