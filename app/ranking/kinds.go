package ranking

import "doublefix/app/ballot"

// kinds lists every ballot that there can be over a few options, and how many of each there are.
type kinds struct {
	n      int
	places [][]uint8
	have   []int64
}

// newKinds sorts the ballots of p into kinds. Under Last the options that a ballot leaves out are its last group, so that
// each kind ranks everything; under None kinds may leave options out.
func newKinds(p *ballot.Profile, u Unranked) *kinds {
	n := len(p.Options)
	k := &kinds{n: n}
	index := map[string]int{}
	places := make([]uint8, n)
	var fill func(a int)
	fill = func(a int) {
		if a == n {
			if proper(places, u) {
				index[string(places)] = len(k.places)
				k.places = append(k.places, append([]uint8(nil), places...))
			}
			return
		}
		for place := range n + 1 {
			places[a] = uint8(place)
			fill(a + 1)
		}
	}
	fill(0)
	k.have = make([]int64, len(k.places))
	for i := range p.Rows() {
		copy(places, p.Row(i))
		last := uint8(0)
		for _, place := range places {
			last = max(last, place)
		}
		for a, place := range places {
			if place == 0 && u == Last {
				places[a] = last + 1
			}
		}
		k.have[index[string(places)]] += p.Counts[i]
	}
	return k
}

// proper reports whether places have no gap and rank something, under Last everything.
func proper(places []uint8, u Unranked) bool {
	var used [MaxOptions + 1]bool
	last := uint8(0)
	for _, place := range places {
		used[place] = true
		last = max(last, place)
	}
	if last == 0 || (u == Last && used[0]) {
		return false
	}
	for place := uint8(1); place < last; place++ {
		if !used[place] {
			return false
		}
	}
	return true
}

// profile returns have as a profile.
func (k *kinds) profile(have []int64) *ballot.Profile {
	p := &ballot.Profile{Options: make([]string, k.n)}
	for kind, count := range have {
		if count > 0 {
			p.Places = append(p.Places, k.places[kind]...)
			p.Counts = append(p.Counts, count)
		}
	}
	return p
}

// over is the row that counts the ballots with a above b.
func (k *kinds) over(a, b int) []int64 {
	row := make([]int64, len(k.places))
	for kind, places := range k.places {
		if places[a] > 0 && places[b] > 0 && places[a] < places[b] {
			row[kind] = 1
		}
	}
	return row
}

// margin is the row that counts the ballots with a above b and takes off those with b above a.
func (k *kinds) margin(a, b int) []int64 { return minus(k.over(a, b), k.over(b, a)) }

// top is the row of the votes that a has while s continues, in twelfths, so that shares of up to four options are whole.
func (k *kinds) top(a int, s set) []int64 {
	row := make([]int64, len(k.places))
	for kind, places := range k.places {
		sharing := int64(0)
		for _, b := range s.list() {
			switch {
			case places[a] == 0 || (places[b] > 0 && places[b] < places[a]):
				sharing = 99 // not on top
			case places[b] == places[a]:
				sharing++
			}
		}
		if sharing < 99 {
			row[kind] = 12 / sharing
		}
	}
	return row
}
