package ranking

import "math/big"

// copeland counts the majorities an option wins minus those it loses; a tied pair counts 0 (A. H. Copeland 1951; Saari and
// Merlin 1996, "The Copeland method", Economic Theory 8).
func copeland(over [][]int64) Outcome {
	scores := make([]*big.Rat, len(over))
	for a, wins := range majorities(over) {
		losses := 0
		for b := range over {
			if over[b][a] > over[a][b] {
				losses++
			}
		}
		scores[a] = big.NewRat(int64(wins.size()-losses), 1)
	}
	return scored(Copeland, scores)
}
