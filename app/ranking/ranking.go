// Package ranking turns ballots into group rankings. Its rules are pure functions of a ballot.Profile: the same ballots give
// the same result, nothing is drawn by chance, and a tie stays a tie. Every number that decides is exact.
package ranking

import (
	"errors"
	"math/big"

	"doublefix/app/ballot"
)

// Unranked says what a ballot means by leaving an option out.
type Unranked string

// The readings of an option that is left out.
const (
	Last Unranked = "last" // tied below all options that are ranked
	None Unranked = "none" // no opinion: it is compared with nothing
)

// Strength says what makes one majority stronger than another.
type Strength string

// The measures of a majority.
const (
	WinningVotes Strength = "winning-votes" // how many are for it
	Margins      Strength = "margins"       // how many more are for it than against it
)

// Options are the choices that a result depends on. The zero value counts with Last and WinningVotes.
type Options struct {
	Unranked Unranked
	Strength Strength
	// Lot draws the order in which options that are tied for last leave in the rounds that Outcome.Rounds shows; 0 keeps
	// the order of the columns, the last one first. It changes no winner.
	Lot uint64
}

// Rule is the name of a rule.
type Rule string

// The rules, in the order of Result.Rules; Minimax is shown beside them.
const (
	FirstChoice Rule = "first-choice"
	Borda       Rule = "borda"
	Copeland    Rule = "copeland"
	Schulze     Rule = "schulze"
	RankedPairs Rule = "ranked-pairs"
	IRV         Rule = "irv"
	Kemeny      Rule = "kemeny"
	Minimax     Rule = "minimax"
)

// Note is what a reader of an outcome should know.
type Note string

// The notes.
const (
	SeveralOrders   Note = "several-orders"   // the rule allows other orders too
	Undetermined    Note = "undetermined"     // too many ways to follow; Order leaves out what is not known
	TooManyOptions  Note = "too-many-options" // not computed
	TogetherDiffers Note = "together-differs" // dropping all that are tied for last at once elects others
)

// Limits of Count.
const (
	MaxOptions       = 64
	MaxKemeny        = 12      // options that Kemeny is computed for
	MaxOrders        = 1000    // orders that Kemeny lists
	MaxBallots int64 = 1 << 40 // keeps every sum within 64 bits
)

// Outcome is what one rule makes of the ballots. Options are numbers of columns.
type Outcome struct {
	Rule    Rule
	Order   [][]int    // best first, an inner list is a tie; ascending within it
	Winners []int      // ascending; empty only where it is not known
	Scores  []*big.Rat // one an option, more is better; nil where the rule has no scores
	Unique  bool       // false where Order is one of several that the rule allows
	Notes   []Note

	Rounds   []Round // IRV: one path of elimination
	Together []int   // IRV: who wins if all that are tied for last leave at once

	Optimal int64   // Kemeny: how many orders are best
	Orders  [][]int // Kemeny: the first MaxOrders of them, lexicographic
	Cost    int64   // Kemeny: the disagreements of a best order with the ballots

	Paths [][]int64 // Schulze: strength of the strongest path from row to column
}

// Has reports whether the outcome carries the note.
func (o Outcome) Has(note Note) bool {
	for _, n := range o.Notes {
		if n == note {
			return true
		}
	}
	return false
}

// Result is all that the rules make of a profile.
type Result struct {
	Options       []string
	Setting       Options
	Ballots       int64 // that rank something
	Blank, Spoilt int64
	Pairwise      [][]int64 // ballots that put row strictly above column
	Compared      [][]int64 // ballots that say something of the pair: above, below or tied
	Rules         []Outcome // first-choice, borda, copeland, schulze, ranked-pairs, irv, kemeny
	Minimax       Outcome

	Condorcet int   // wins against every other option; -1: none does
	Loser     int   // loses against every other option; -1: none does
	Smith     []int // the smallest group whose members beat everyone outside it
	Cycles    []Cycle
}

// Outcome returns the outcome of a rule, Minimax among them.
func (r *Result) Outcome(rule Rule) (Outcome, bool) {
	for _, o := range r.Rules {
		if o.Rule == rule {
			return o, true
		}
	}
	return r.Minimax, rule == Minimax
}

// Errors of Count and its relatives.
var (
	ErrOptions  = errors.New("a profile needs between 1 and 64 options")
	ErrBallots  = errors.New("more ballots than can be counted exactly")
	ErrProfile  = errors.New("the rows of the profile do not fit its options")
	ErrSettings = errors.New("unknown setting")
)

// Count applies every rule to the profile. Without ballots all options are tied under every rule.
func Count(p *ballot.Profile, o Options) (Result, error) {
	o, err := check(p, o)
	if err != nil {
		return Result{}, err
	}
	n := len(p.Options)
	t := tallyPairs(p, o.Unranked)
	r := Result{
		Options: p.Options, Setting: o, Ballots: p.Total(), Blank: p.Blank, Spoilt: p.Spoilt,
		Pairwise: t.over, Compared: t.compared(),
	}
	r.Rules = []Outcome{
		firstChoice(p), borda(t, o.Unranked), copeland(t.over), schulze(t.over, o.Strength), rankedPairs(t.over, o.Strength),
		instantRunoff(p, o.Lot), kemeny(t.over),
	}
	r.Minimax = minimax(t.over, o.Strength)
	r.Condorcet, r.Loser = condorcet(t.over)
	r.Smith = smith(t.over, everyone(n))
	r.Cycles = cycles(t.over)
	return r, nil
}

// check fills in what is not set and refuses what cannot be counted.
func check(p *ballot.Profile, o Options) (Options, error) {
	if o.Unranked == "" {
		o.Unranked = Last
	}
	if o.Strength == "" {
		o.Strength = WinningVotes
	}
	if (o.Unranked != Last && o.Unranked != None) || (o.Strength != WinningVotes && o.Strength != Margins) {
		return o, ErrSettings
	}
	return o, checkProfile(p)
}

func checkProfile(p *ballot.Profile) error {
	n := len(p.Options)
	if n < 1 || n > MaxOptions {
		return ErrOptions
	}
	if len(p.Places) != n*len(p.Counts) {
		return ErrProfile
	}
	found := overRows(p, func(from, to int) []int64 {
		var wrong, many, total int64
		for i := from; i < to; i++ {
			count := p.Counts[i]
			if count <= 0 || !ranks(p.Row(i)) {
				wrong = 1
			}
			if total += count; count > MaxBallots || total > MaxBallots {
				many, total = 1, 0
			}
		}
		return []int64{wrong, many, total}
	})
	switch {
	case found[0] > 0:
		return ErrProfile
	case found[1] > 0 || found[2] > MaxBallots:
		return ErrBallots
	}
	return nil
}

// ranks reports whether a row has places, from 1 on without a gap.
func ranks(row []uint8) bool {
	top, used := uint8(0), uint64(0)
	for _, place := range row {
		top = max(top, place)
		used |= 1 << (place - 1) // 0 becomes 255, which shifts to nothing
	}
	return top > 0 && int(top) <= len(row) && used&(used+1) == 0
}
