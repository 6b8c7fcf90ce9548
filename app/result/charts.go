package result

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"doublefix/app/chart"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// newChart is what all charts of a result have in common.
func (r *Report) newChart(form chart.Form, tr words.Tr) *chart.Spec {
	return &chart.Spec{Form: form, Tr: tr, Unit: tr.T("result.chart.unit"), Source: r.chartSource(tr)}
}

// chartSource says whose ballots a chart counts.
func (r *Report) chartSource(tr words.Tr) string {
	if r.In.Example {
		return tr.T("result.chart.source.example")
	}
	return tr.N("result.chart.source", r.ballots(), words.Args{"Round": r.round().ID})
}

// validText is how many ballots count, as the reader writes it.
func (r *Report) validText(tr words.Tr) string { return tr.Int(r.ballots()) }

// chartName is what an option is called in charts and sentences, with its sign where another one is called the same.
func (r *Report) chartName(option int, tr words.Tr) string {
	name := r.In.Options[option].short(tr)
	for i, o := range r.In.Options {
		if i != option && o.short(tr) == name {
			return name + " (" + r.In.Options[option].ID + ")"
		}
	}
	return name
}

func (o Option) short(tr words.Tr) string {
	for _, t := range []words.Text{o.Short, o.Title} {
		if s := t.In(tr.Lang()); s != "" {
			return s
		}
	}
	return o.ID
}

// chartOrder are the options by the rule that decides, best first; tied ones in their order on the paper. What a rule leaves open
// comes last.
func (r *Report) chartOrder() []int {
	order := slices.Concat(r.lead().Order...)
	for i := range r.In.Options {
		if !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	return order
}

// chartMark is a mark of a chart without axis.
func chartMark(id, label string, value float64, written string) chart.Mark {
	nan := math.NaN()
	return chart.Mark{ID: id, Label: label, X: nan, XTo: nan, Value: value, Low: nan, High: nan, Written: written, Status: chart.Final}
}

// describedChart fills in the chart in sentences.
func describedChart(s *chart.Spec) *chart.Spec {
	s.Alt = chart.Describe(*s)
	return s
}

// pairsChart is every pair of options, the one that more ballots put first at the left; nil where there is no pair or no ballot.
func pairsChart(r *Report, tr words.Tr) *chart.Spec {
	order, result := r.chartOrder(), &r.Now.Result
	if len(order) < 2 || result.Ballots == 0 {
		return nil
	}
	s := r.newChart(chart.HeadToHead, tr)
	type pair struct{ left, right int } // places in order
	var pairs []pair
	for i := range order {
		for j := i + 1; j < len(order); j++ {
			p := pair{i, j}
			if result.Pairwise[order[j]][order[i]] > result.Pairwise[order[i]][order[j]] {
				p = pair{j, i}
			}
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Or(p.left-q.left, p.right-q.right) })
	tied := int64(0)
	for _, p := range pairs {
		a, b := order[p.left], order[p.right]
		count := result.Pair(a, b)
		m := chartMark(r.In.Options[a].ID+"-"+r.In.Options[b].ID, r.chartName(a, tr), float64(count.Above), tr.Int(int(count.Above)))
		m.Rival, m.Against, m.Tied = r.chartName(b, tr), float64(count.Below), float64(count.Tied)
		m.Spoken = spokenPair(m, count, tr)
		tied += count.Tied
		s.Marks = append(s.Marks, m)
	}
	s.Title = tr.N("result.chart.pairs.title", len(pairs))
	s.Subtitle = tr.N("result.chart.pairs.subtitle", int(tied), words.Args{"Valid": tr.N("result.chart.valid", int(result.Ballots))})
	return describedChart(s)
}

func spokenPair(m chart.Mark, count ranking.Pair, tr words.Tr) string {
	text := tr.T("result.chart.pairs.spoken", words.Args{
		"Name": m.Label, "Rival": m.Rival, "For": tr.Int(int(count.Above)), "Against": tr.Int(int(count.Below)), "Tied": tr.Int(int(count.Tied)),
	})
	if count.Silent > 0 {
		text += " " + tr.T("result.chart.pairs.silent", words.Args{"Silent": tr.Int(int(count.Silent))})
	}
	return text
}

// placesChart is who put what where: a bar an option, best first, made of the places that ballots give it.
func placesChart(r *Report, tr words.Tr) *chart.Spec {
	if r.ballots() == 0 {
		return nil
	}
	s := r.newChart(chart.Stacked, tr)
	s.Whole = true
	s.Title, s.Subtitle = tr.T("result.chart.places.title"), tr.T("result.chart.subtitle", words.Args{"Valid": r.validText(tr)})
	places := placed(r.round().Profile, r.Now.Result.Setting.Unranked)
	for place := range r.In.Options {
		number := strconv.Itoa(place + 1)
		s.Series = append(s.Series, chart.Series{ID: number, Title: placeOrdinal(place+1, tr)})
	}
	s.Series = append(s.Series, chart.Series{ID: "none", Title: tr.T("result.chart.places.none"), Quiet: true})
	winners := r.lead().Winners
	for _, a := range r.chartOrder() {
		name := r.chartName(a, tr)
		add := func(series int, value float64, spoken string) {
			if value == 0 {
				return
			}
			figure := tr.Auto(value)
			m := chartMark(r.In.Options[a].ID+"-"+s.Series[series].ID, name, value, figure)
			m.Series, m.Emphasis = series, slices.Contains(winners, a)
			m.Spoken = tr.T(spoken, words.Args{"Name": name, "Place": series + 1, "Figure": figure, "Valid": r.validText(tr)})
			s.Marks = append(s.Marks, m)
		}
		for place := range r.In.Options {
			add(place, floatOf(places.count(a, place)), "result.chart.places.spoken")
		}
		add(len(r.In.Options), float64(places.without[a]), "result.chart.places.spoken.none")
	}
	return describedChart(s)
}

// placeOrdinal writes a place as short as it can be read: 1st, 2nd, 1.º.
func placeOrdinal(place int, tr words.Tr) string {
	key := "result.chart.place.other"
	if place/10%10 != 1 {
		switch place % 10 {
		case 1:
			key = "result.chart.place.1"
		case 2:
			key = "result.chart.place.2"
		case 3:
			key = "result.chart.place.3"
		}
	}
	return tr.T(key, words.Args{"Place": place})
}

// firstChart is how many ballots put each option first, most first.
func firstChart(r *Report, tr words.Tr) *chart.Spec {
	outcome, ok := r.Now.Result.Outcome(ranking.FirstChoice)
	if !ok || r.ballots() == 0 {
		return nil
	}
	s := r.newChart(chart.BarsHorizontal, tr)
	s.Title, s.Subtitle = tr.T("result.chart.first.title"), tr.T("result.chart.subtitle", words.Args{"Valid": r.validText(tr)})
	order := r.chartOrder()
	slices.SortStableFunc(order, func(a, b int) int { return outcome.Scores[b].Cmp(outcome.Scores[a]) })
	for _, a := range order {
		name, value := r.chartName(a, tr), floatOf(outcome.Scores[a])
		m := chartMark(r.In.Options[a].ID, name, value, tr.Auto(value))
		m.Emphasis = outcome.Scores[a].Cmp(outcome.Scores[order[0]]) == 0
		m.Spoken = tr.T("result.chart.places.spoken", words.Args{"Name": name, "Place": 1, "Figure": m.Written, "Valid": r.validText(tr)})
		s.Marks = append(s.Marks, m)
	}
	return describedChart(s)
}
