package result

import (
	"slices"

	"doublefix/app/ballot"
	"doublefix/app/chart"
	"doublefix/app/words"
)

// tableOptions is how many options have a part of their own in the bars of tables: more shades no eye tells apart.
const tableOptions = 6

// tablesChart is who is put first at which table; nil where fewer than two tables have ballots.
func tablesChart(r *Report, tr words.Tr) *chart.Spec {
	var groups []Group
	for _, g := range r.round().Groups {
		if g.Profile != nil && g.Profile.Total() > 0 && len(g.Profile.Options) == len(r.In.Options) {
			groups = append(groups, g)
		}
	}
	if len(groups) < 2 {
		return nil
	}
	s := r.newChart(chart.Stacked, tr)
	s.Whole = true
	s.Title, s.Subtitle = tr.T("result.chart.tables.title"), tr.T("result.chart.tables.subtitle")
	order := r.chartOrder()
	parts := order
	if len(order) > tableOptions {
		parts = order[:tableOptions-1]
	}
	for _, a := range parts {
		s.Series = append(s.Series, chart.Series{ID: r.In.Options[a].ID, Title: r.chartName(a, tr)})
	}
	if len(parts) < len(order) {
		s.Series = append(s.Series, chart.Series{ID: "others", Title: tr.T("result.chart.tables.others"), Quiet: true})
	}
	for _, g := range groups {
		s.Marks = append(s.Marks, r.tableMarks(g, order, s.Series, tr)...)
	}
	return describedChart(s)
}

// tableMarks are the parts of the bar of a table; options beyond the series are added up in the last.
func (r *Report) tableMarks(g Group, order []int, series []chart.Series, tr words.Tr) (marks []chart.Mark) {
	places := placed(g.Profile, r.Now.Result.Setting.Unranked)
	name := g.Name.In(tr.Lang())
	if name == "" {
		name = tr.T("result.table", words.Args{"Table": g.ID})
	}
	sums := make([]float64, len(series))
	for i, a := range order {
		sums[min(i, len(series)-1)] += floatOf(places.count(a, 0))
	}
	for i, value := range sums {
		if value == 0 {
			continue
		}
		m := chartMark(g.ID+"-"+series[i].ID, name, value, tr.Auto(value))
		m.Series, m.Sub = i, tr.N("result.chart.tables.ballots", int(places.ballots))
		m.Spoken = tr.T("result.chart.tables.spoken", words.Args{
			"Table": name, "Name": series[i].Title, "Figure": m.Written, "Valid": tr.Int(int(places.ballots)),
		})
		marks = append(marks, m)
	}
	return marks
}

// mover is an option with its mean places by round.
type mover struct {
	option int
	means  []float64
}

// asked are the rounds up to the current one that asked for the same options and have ballots.
func (r *Report) asked() []Round {
	var rounds []Round
	for _, round := range r.In.Rounds[:r.In.Current+1] {
		if p := round.Profile; p != nil && p.Total() > 0 && sameOptions(p, r.round().Profile) {
			rounds = append(rounds, round)
		}
	}
	return rounds
}

func sameOptions(p, q *ballot.Profile) bool { return q != nil && slices.Equal(p.Options, q.Options) }

// roundsMost is how many rounds a chart has columns for; it shows the last of them.
const roundsMost = 5

// movesChart is the mean places of the options from round to round, 1 at the top; nil where there is nothing to compare.
func movesChart(r *Report, tr words.Tr) *chart.Spec {
	rounds := r.asked()
	rounds = rounds[max(0, len(rounds)-roundsMost):]
	if len(rounds) < 2 {
		return nil
	}
	s := r.newChart(chart.Slope, tr)
	s.Places, s.Unit = true, ""
	for _, round := range rounds {
		s.Columns = append(s.Columns, columnName(round, tr))
	}
	movers := r.movers(rounds)
	if len(movers) == 0 {
		return nil
	}
	most := slices.MaxFunc(movers, func(a, b mover) int { return compareMoves(a, b) })
	for i, m := range movers {
		name := r.chartName(m.option, tr)
		s.Series = append(s.Series, chart.Series{ID: r.In.Options[m.option].ID, Title: name})
		for k, mean := range m.means {
			mark := chartMark(r.In.Options[m.option].ID+"-"+rounds[k].ID, s.Columns[k], mean, tr.Number(mean, 2))
			mark.X, mark.Series = float64(k+1), i
			mark.Emphasis = m.option == most.option && shownMove(m) != 0
			mark.Spoken = tr.T("result.chart.moves.spoken", words.Args{"Name": name, "Round": s.Columns[k], "Mean": mark.Written})
			s.Marks = append(s.Marks, mark)
		}
	}
	s.Title = r.movesTitle(movers, most, tr)
	s.Subtitle = r.movesSubtitle(tr)
	if seen := r.round().Seen; len(seen) > 0 {
		s.Notes = append(s.Notes, chart.Note{Text: r.seenNote(tr)})
	}
	return describedChart(s)
}

// movers are the options that have a mean place in every round, best of the current result first.
func (r *Report) movers(rounds []Round) (movers []mover) {
	var all []placing
	for _, round := range rounds {
		all = append(all, placed(round.Profile, r.Now.Result.Setting.Unranked))
	}
	for _, a := range r.chartOrder() {
		m := mover{option: a}
		for _, places := range all {
			if mean := places.mean(a); mean != nil {
				m.means = append(m.means, floatOf(mean))
			}
		}
		if len(m.means) == len(rounds) {
			movers = append(movers, m)
		}
	}
	return movers
}

func columnName(round Round, tr words.Tr) string {
	if name := round.Name.In(tr.Lang()); name != "" {
		return words.Capital(name)
	}
	return words.Capital(tr.T("result.round", words.Args{"Round": round.ID}))
}
