package ranking

import (
	"slices"

	"doublefix/app/ballot"
)

// Minority is who would rather have another result.
type Minority struct {
	// Pair is the pair in the order, the first above the second, that most ballots have the other way round; Against says how
	// many. Both -1 and 0 if no ballot contradicts the order.
	Pair    [2]int
	Against int64

	// Bloc is the largest group of ballots that have one order in common, from the first place to the last, which is not
	// that of the result, and contradicts it: at least one pair the other way round. Ties and options left out
	// count as parts of an order. Of equal groups it is the one that comes first in the order of places. BlocOrder is nil if
	// there is none.
	Bloc      int64
	BlocOrder [][]int
}

// Dissent finds the minority that is largest in two senses: against one pair of the order, and in favour of one other
// order. The order is that of an outcome.
func Dissent(p *ballot.Profile, o Options, order [][]int) (Minority, error) {
	o, err := check(p, o)
	if err != nil {
		return Minority{}, err
	}
	over := tallyPairs(p, o.Unranked).over
	m := Minority{Pair: [2]int{-1, -1}}
	for i, tie := range order {
		for _, a := range tie {
			for _, lower := range order[i+1:] {
				for _, b := range lower {
					if over[b][a] > m.Against {
						m.Pair, m.Against = [2]int{a, b}, over[b][a]
					}
				}
			}
		}
	}
	blocs := map[string]int64{}
	for i := range p.Rows() {
		if row := p.Row(i); contradicts(row, order, o.Unranked) {
			blocs[string(whole(row, o.Unranked))] += p.Counts[i]
		}
	}
	var most string
	for places, count := range blocs {
		if count > m.Bloc || (count == m.Bloc && places < most) {
			m.Bloc, most = count, places
		}
	}
	if m.Bloc > 0 {
		m.BlocOrder = groups([]byte(most))
	}
	return m, nil
}

// contradicts reports whether a ballot has a pair of the order the other way round.
func contradicts(row []uint8, order [][]int, u Unranked) bool {
	for i, tie := range order {
		for _, a := range tie {
			for _, lower := range order[i+1:] {
				for _, b := range lower {
					if (u == Last || row[a] > 0) && row[b] > 0 && row[b]-1 < row[a]-1 {
						return true
					}
				}
			}
		}
	}
	return false
}

// whole puts what a ballot leaves out into a last group, under Last.
func whole(row []uint8, u Unranked) []uint8 {
	places := slices.Clone(row)
	last := slices.Max(row)
	for a, place := range places {
		if place == 0 && u == Last {
			places[a] = last + 1
		}
	}
	return places
}

// groups turns places into a weak order without the options that have none.
func groups(places []uint8) [][]int {
	order := make([][]int, slices.Max(places))
	for a, place := range places {
		if place > 0 {
			order[place-1] = append(order[place-1], a)
		}
	}
	return order
}
