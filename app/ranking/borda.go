package ranking

import "math/big"

// borda gives an option, per ballot, the options below it plus half the options tied with it (J.-C. de Borda 1781; halves
// for ties as in Duncan Black 1976, "Partial justification of the Borda count", Public Choice 28). So leaving options out
// neither gains nor loses points. Under None ballots compare different pairs, and the score is the share of its
// comparisons that an option wins, half for a tie; an option that is never compared has half.
func borda(t pairs, unranked Unranked) Outcome {
	scores := make([]*big.Rat, len(t.over))
	for a := range scores {
		var halves, compared int64
		for b := range scores {
			if a != b {
				halves += 2*t.over[a][b] + t.tied[a][b]
				compared += t.over[a][b] + t.over[b][a] + t.tied[a][b]
			}
		}
		switch {
		case unranked == Last:
			scores[a] = big.NewRat(halves, 2)
		case compared == 0:
			scores[a] = big.NewRat(1, 2)
		default:
			scores[a] = big.NewRat(halves, 2*compared)
		}
	}
	return scored(Borda, scores)
}
