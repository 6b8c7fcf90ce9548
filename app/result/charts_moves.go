package result

import (
	"cmp"
	"math"
	"strconv"

	"doublefix/app/words"
)

// compareMoves orders by how far options went, up or down; of two that went as far, the one that went up is the greater.
func compareMoves(a, b mover) int {
	return cmp.Or(cmp.Compare(math.Abs(shownMove(a)), math.Abs(shownMove(b))), cmp.Compare(shownMove(a), shownMove(b)))
}

// shownMove is how far an option went in hundredths of a place, as far as the figures in the chart show it.
func shownMove(m mover) float64 {
	return math.Round(m.means[0]*100) - math.Round(m.means[len(m.means)-1]*100)
}

// movesTitle says what became of the option that went furthest.
func (r *Report) movesTitle(movers []mover, most mover, tr words.Tr) string {
	if shownMove(most) == 0 {
		return tr.T("result.chart.moves.title.none")
	}
	last := len(most.means) - 1
	args := words.Args{
		"Name": r.chartName(most.option, tr), "From": tr.Number(most.means[0], 2), "To": tr.Number(most.means[last], 2),
	}
	from, to := rankAmong(movers, most, 0), rankAmong(movers, most, last)
	if from == to {
		return tr.T("result.chart.moves.title.mean", args)
	}
	args["From"], args["To"] = placeInWords(from, "result.nth.place.", tr), placeInWords(to, "result.nth.alone.", tr)
	if from < to {
		return tr.T("result.chart.moves.title.down", args)
	}
	return tr.T("result.chart.moves.title.up", args)
}

// placeInWords is a place as a word, "third"; the words are the translations whose keys begin with prefix.
func placeInWords(place int, prefix string, tr words.Tr) string {
	if key := prefix + strconv.Itoa(place); tr.Has(key) {
		return tr.T(key)
	}
	return placeOrdinal(place, tr)
}

// rankAmong is the rank of m by its mean place in the round at k: 1 and how many are before it.
func rankAmong(movers []mover, m mover, k int) int {
	rank := 1
	for _, other := range movers {
		if math.Round(other.means[k]*1e9) < math.Round(m.means[k]*1e9) {
			rank++
		}
	}
	return rank
}

// movesSubtitle says what is drawn, and how many people changed their ballot where that is known.
func (r *Report) movesSubtitle(tr words.Tr) string {
	if r.Moves == nil || r.Moves.Both == 0 {
		return tr.T("result.chart.moves.subtitle")
	}
	return tr.N("result.chart.moves.subtitle.people", r.Moves.Changed, words.Args{"Both": tr.Int(r.Moves.Both)})
}

// seenNote says what the group looked at between the rounds, and what that does not prove.
func (r *Report) seenNote(tr words.Tr) string {
	var titles []string
	for _, title := range r.round().Seen {
		titles = append(titles, "“"+title.In(tr.Lang())+"”")
	}
	return tr.T("result.chart.moves.seen", words.Args{"Titles": tr.List(titles)})
}
