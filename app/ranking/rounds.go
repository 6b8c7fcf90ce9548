package ranking

import (
	"cmp"
	"errors"
	"math/big"

	"doublefix/app/ballot"
)

// Shift is what became of a result from one round to the next.
type Shift struct {
	Before, After         Result
	AgreedThen, AgreedNow Agreement
	Options               []OptionShift
	Pairs                 []PairShift // every pair of options, the first before the second in the order of columns
}

// OptionShift is what became of an option. Shares are of the ballots that rank something, nil in a round without any.
type OptionShift struct {
	FirstThen, FirstNow   *big.Rat // share of first choices
	PointsThen, PointsNow *big.Rat // mean Borda points a ballot; under None the share of its comparisons
}

// PairShift is what became of a pair.
type PairShift struct {
	A, B      int
	Then, Now Pair
	Turned    bool // the majority is on the other side now
}

// ErrRounds is the error of comparing rounds that do not have the same options.
var ErrRounds = errors.New("the rounds have different options")

// Compare counts two rounds over the same options, in the same order, and says what moved. It says nothing of why.
func Compare(before, after *ballot.Profile, o Options) (Shift, error) {
	s := Shift{}
	if len(before.Options) != len(after.Options) {
		return s, ErrRounds
	}
	for i, name := range before.Options {
		if name != after.Options[i] {
			return s, ErrRounds
		}
	}
	var err error
	if s.Before, s.AgreedThen, err = measure(before, o); err != nil {
		return s, err
	}
	if s.After, s.AgreedNow, err = measure(after, o); err != nil {
		return s, err
	}
	for a := range before.Options {
		s.Options = append(s.Options, OptionShift{
			FirstThen: s.Before.mean(FirstChoice, a), FirstNow: s.After.mean(FirstChoice, a),
			PointsThen: s.Before.mean(Borda, a), PointsNow: s.After.mean(Borda, a),
		})
		for b := a + 1; b < len(before.Options); b++ {
			x := PairShift{A: a, B: b, Then: s.Before.Pair(a, b), Now: s.After.Pair(a, b)}
			x.Turned = cmp.Compare(x.Then.Above, x.Then.Below)*cmp.Compare(x.Now.Above, x.Now.Below) < 0
			s.Pairs = append(s.Pairs, x)
		}
	}
	return s, nil
}

func measure(p *ballot.Profile, o Options) (r Result, a Agreement, err error) {
	if r, err = Count(p, o); err == nil {
		a, err = Agree(p, o)
	}
	return r, a, err
}

// mean is the score of an option per ballot; nil without ballots. Scores that are shares already stay as they are.
func (r *Result) mean(rule Rule, option int) *big.Rat {
	out, _ := r.Outcome(rule)
	switch {
	case r.Ballots == 0:
		return nil
	case rule == Borda && r.Setting.Unranked == None:
		return out.Scores[option]
	}
	return new(big.Rat).Quo(out.Scores[option], big.NewRat(r.Ballots, 1))
}

// Person is the ballot of one person in two rounds, as places by option; nil where they gave none.
type Person struct{ Before, After []uint8 }

// Moves is what people did with their ballots from one round to the next.
type Moves struct {
	Both       int // people with a ballot in both rounds; all numbers below are about them
	Changed    int // who say something else of at least one pair
	FirstMoved int // whose first place is not the same
	Joined     int // people with a ballot only in the second round
	Left       int // people with a ballot only in the first
	Options    []OptionMoves
	Pairs      []PairMoves // every pair, the first before the second in the order of columns
}

// OptionMoves counts who put an option nearer to the top, or further from it: by the options they have above it.
type OptionMoves struct{ Up, Down int }

// PairMoves counts who turned a pair round, and who took a side or left it for a tie or for silence.
type PairMoves struct {
	A, B     int
	ToA, ToB int // had the other side above, now this one
	Other    int // changed between a side and none
}

// Follow compares the ballots of people who voted in both rounds. n is the number of options; places beyond it are not read.
func Follow(n int, people []Person, u Unranked) Moves {
	m := Moves{Options: make([]OptionMoves, n)}
	for a := range n {
		for b := a + 1; b < n; b++ {
			m.Pairs = append(m.Pairs, PairMoves{A: a, B: b})
		}
	}
	for _, person := range people {
		before, after := given(person.Before, n), given(person.After, n)
		switch {
		case before && after:
			m.Both++
			m.follow(person, u)
		case before:
			m.Left++
		case after:
			m.Joined++
		}
	}
	return m
}

// given reports whether there is a ballot that ranks something.
func given(places []uint8, n int) bool {
	for _, place := range places[:min(n, len(places))] {
		if place > 0 {
			return len(places) >= n
		}
	}
	return false
}

func (m *Moves) follow(person Person, u Unranked) {
	changed, first := false, false
	for i := range m.Pairs {
		x := &m.Pairs[i]
		then, now := side(person.Before, x.A, x.B, u), side(person.After, x.A, x.B, u)
		if then == now {
			continue
		}
		changed = true
		switch {
		case then*now != -1:
			x.Other++
		case now > 0:
			x.ToA++
		default:
			x.ToB++
		}
	}
	for a := range m.Options {
		then, now := above(person.Before, a, len(m.Options)), above(person.After, a, len(m.Options))
		switch {
		case now < then:
			m.Options[a].Up++
		case now > then:
			m.Options[a].Down++
		}
		first = first || (person.Before[a] == 1) != (person.After[a] == 1)
	}
	if changed {
		m.Changed++
	}
	if first {
		m.FirstMoved++
	}
}

// side says which of two options a ballot has above: 1 a, -1 b, 0 tied, 2 nothing said.
func side(places []uint8, a, b int, u Unranked) int {
	if u == None && (places[a] == 0 || places[b] == 0) {
		return 2
	}
	return cmp.Compare(places[b]-1, places[a]-1)
}

// above counts the options that a ballot has above a; what it leaves out is below all others.
func above(places []uint8, a, n int) int {
	count := 0
	for _, place := range places[:n] {
		if place-1 < places[a]-1 {
			count++
		}
	}
	return count
}
