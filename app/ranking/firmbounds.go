package ranking

import (
	"cmp"
	"slices"

	"doublefix/app/ballot"
)

// boundsWork limits the trials by which bounds are found: rows times options of one trial.
const boundsWork = 100_000

// bounds says between what numbers the change lies. The lower one follows from majorities that keep the result as it
// is, the upper one is a change that was tried, or a majority of ballots that all begin with another option.
func (f *firmer) bounds(out Outcome, order bool) Change {
	c := Change{Least: f.least(out, order), Most: f.r.Ballots, Pair: [2]int{-1, -1}}
	for _, o := range everyone(len(f.p.Options)).without(setOf(out.Winners)).list() {
		if out.Rule == Borda || f.o.Unranked == None {
			break // there a majority of first places does not decide
		}
		if enough := f.r.Ballots/2 + 1 - f.alone(o); enough < c.Most {
			c.Most, c.Pair = enough, [2]int{out.Winners[0], o}
		}
	}
	if f.p.Rows()*len(f.p.Options) <= boundsWork {
		f.try(out, order, &c)
	}
	c.Least = min(c.Least, c.Most)
	return c
}

// alone counts the ballots with only o on top.
func (f *firmer) alone(o int) int64 { return f.tops[o*(len(f.p.Options)+1)+1] }

// least is a number of ballots that is needed at least.
func (f *firmer) least(out Outcome, order bool) int64 {
	switch {
	case out.Rule == Borda:
		return 1
	case out.Rule == IRV:
		if order || len(out.Winners) > 1 {
			return 1
		}
		// More than half of all first choices win whatever the others say.
		return max(1, f.alone(out.Winners[0])-f.r.Ballots/2)
	case order && len(out.Order) < len(f.p.Options), len(out.Winners) > 1 || f.r.Condorcet < 0:
		return 1
	}
	// While every majority that makes the winner, or the whole order, holds, so does the result.
	least := f.r.Ballots
	for i, tie := range out.Order {
		for _, lower := range out.Order[i+1:] {
			for _, b := range lower {
				margin := f.r.Pairwise[tie[0]][b] - f.r.Pairwise[b][tie[0]]
				least = min(least, max(1, (margin+1)/2))
			}
		}
		if !order {
			break
		}
	}
	return max(1, least)
}

// try lowers the upper bound by changing ballots, those first on which a challenger is furthest behind.
func (f *firmer) try(out Outcome, order bool, c *Change) {
	a := out.Winners[0]
	if f.kinds != nil && f.single(out, order) {
		c.Least, c.Most = 1, 1
		if len(out.Winners) > 1 {
			c.Pair = [2]int{a, out.Winners[1]}
		}
		return
	}
	if f.kinds != nil {
		c.Least = max(c.Least, min(2, c.Most))
	}
	for _, b := range everyone(len(f.p.Options)).without(only(a)).list() {
		rows := f.furthest(a, b)
		full := f.ballotFor(out, a, b)
		low, high := c.Least-1, c.Most // low does not do, or is not known to
		for low+1 < high {
			middle := (low + high) / 2
			if f.changed(out, order, f.replaced(rows, full, middle)) {
				high = middle
				c.Most, c.Pair = middle, [2]int{a, b}
			} else {
				low = middle
			}
		}
	}
}

// single reports whether one ballot suffices, trying each on each.
func (f *firmer) single(out Outcome, order bool) bool {
	k := f.kinds
	have := slices.Clone(k.have)
	for from := range have {
		if k.have[from] == 0 {
			continue
		}
		have[from]--
		for to := range have {
			have[to]++
			if f.changed(out, order, k.profile(have)) {
				return true
			}
			have[to]--
		}
		have[from]++
	}
	return false
}

// changed counts by the rule of out and compares.
func (f *firmer) changed(out Outcome, order bool, p *ballot.Profile) bool {
	now := apply(out.Rule, p, f.o)
	if !order {
		return !slices.Equal(now.Winners, out.Winners)
	}
	return now.Unique != out.Unique || !slices.EqualFunc(now.Order, out.Order, slices.Equal[[]int])
}

// apply counts by one rule.
func apply(rule Rule, p *ballot.Profile, o Options) Outcome {
	switch rule {
	case FirstChoice:
		return firstChoice(p)
	case IRV:
		return instantRunoff(p, o.Lot)
	}
	t := tallyPairs(p, o.Unranked)
	switch rule {
	case Borda:
		return borda(t, o.Unranked)
	case Copeland:
		return copeland(t.over)
	case Schulze:
		return schulze(t.over, o.Strength)
	case RankedPairs:
		return rankedPairs(t.over, o.Strength)
	case Kemeny:
		return kemeny(t.over)
	default:
		return minimax(t.over, o.Strength)
	}
}

// furthest returns the rows in the order in which changing them helps b most against a.
func (f *firmer) furthest(a, b int) []int {
	rows := make([]int, f.p.Rows())
	behind := make([]int, len(rows))
	for i := range rows {
		row := f.p.Row(i)
		rows[i] = i
		for _, place := range row {
			if place-1 < row[b]-1 {
				behind[i]++
			}
		}
		if row[a]-1 < row[b]-1 {
			behind[i] += len(row)
		}
	}
	slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(behind[j], behind[i]) })
	return rows
}

// ballotFor puts b first, a last, and the others between them as the result has them.
func (f *firmer) ballotFor(out Outcome, a, b int) []uint8 {
	places := make([]uint8, len(f.p.Options))
	places[b], places[a] = 1, uint8(len(places))
	place := uint8(1)
	for _, tie := range out.Order {
		for _, o := range tie {
			if o != a && o != b {
				place++
				places[o] = place
			}
		}
	}
	return places
}

// replaced returns the profile with that many ballots, taken from rows in turn, changed into full.
func (f *firmer) replaced(rows []int, full []uint8, changes int64) *ballot.Profile {
	p := &ballot.Profile{Options: f.p.Options}
	left := changes
	for _, i := range rows {
		gone := min(left, f.p.Counts[i])
		if left -= gone; gone < f.p.Counts[i] {
			p.Places = append(p.Places, f.p.Row(i)...)
			p.Counts = append(p.Counts, f.p.Counts[i]-gone)
		}
	}
	if changes > 0 {
		p.Places = append(p.Places, full...)
		p.Counts = append(p.Counts, changes)
	}
	return p
}
