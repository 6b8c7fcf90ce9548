package result

import (
	"fmt"
	"slices"
	"strings"

	"doublefix/app/ranking"
	"doublefix/app/words"
)

// Headline is the result in a sentence or two, with what it is out of.
func (r *Report) Headline(tr words.Tr) Sentence {
	winners := r.lead().Winners
	switch {
	case r.ballots() == 0:
		return Sentence{Text: tr.T("result.headline.none")}
	case r.round().Rule == "" && r.split():
		return r.disagreement(tr)
	case len(winners) == 0:
		return Sentence{Text: tr.T("result.headline.undetermined", words.Args{"Rule": r.ruleName(r.leading(), tr)})}
	case len(winners) > 1:
		return r.tie(winners, tr)
	}
	return r.winner(winners[0], tr)
}

// split reports whether the rules put different options first. A rule that could not be determined contradicts none.
func (r *Report) split() bool {
	_, other := r.agreeing(r.lead().Winners)
	return slices.ContainsFunc(other, func(o ranking.Outcome) bool { return len(o.Winners) > 0 })
}

// winner says who comes first, by how much, and whether all rules say so.
func (r *Report) winner(first int, tr words.Tr) Sentence {
	s := Sentence{Strong: []string{r.chartName(first, tr)}}
	args := words.Args{"Option": r.chartName(first, tr), "Ballots": tr.Int(r.ballots())}
	order := r.lead().Order
	switch {
	case r.ballots() == 1:
		s.Text = tr.T("result.headline.one", args)
		return s
	case len(order) > 1 && len(order[1]) == 1:
		s.Text = r.beforeSecond(first, order[1][0], tr)
	case len(order) > 1:
		args["Others"] = r.list(order[1], tr)
		s.Text = tr.T("result.headline.first.alone", args)
	}
	s.Text += r.firmly(tr)
	if r.round().Rule != "" {
		s.Text += " " + tr.T("result.headline.decides", words.Args{"Rule": r.ruleName(r.round().Rule, tr)})
	}
	s.Text += " " + r.consent([]int{first}, tr)
	return s
}

// firmly warns where few ballots would have to change; that all rules agree does not make a result firm.
func (r *Report) firmly(tr words.Tr) string {
	f, ok := r.firmOf(r.leading())
	if word := r.firmWord(f.Winners); !ok || f.Winners.Most == 0 || !f.Winners.Exact() || word != "one" && word != "little" {
		return ""
	}
	return " " + tr.N("result.headline.hangs", int(f.Winners.Most), words.Args{"Ballots": tr.Int(r.ballots())})
}

// beforeSecond says how many ballots prefer the winner to the runner-up, of those that compare the two; also where more see it
// the other way round.
func (r *Report) beforeSecond(first, second int, tr words.Tr) string {
	p := r.Now.Result.Pair(first, second)
	key := "result.headline.first"
	switch {
	case p.Above < p.Below:
		key = "result.headline.first.against"
	case p.Above == p.Below:
		key = "result.headline.first.even"
	case p.Silent > 0:
		key = "result.headline.first.compared"
	}
	return tr.N(key, int(p.Above), words.Args{
		"Option": r.chartName(first, tr), "Second": r.chartName(second, tr), "Ballots": tr.Int(r.ballots()),
		"Compared": tr.Int(int(p.Above + p.Below + p.Tied)), "Against": tr.Int(int(p.Below)),
	})
}

// consent says how many rules put the same options first, and what the others say.
func (r *Report) consent(winners []int, tr words.Tr) string {
	same, other := r.agreeing(winners)
	if len(other) == 0 {
		for _, o := range same {
			if !slices.EqualFunc(o.Order, same[0].Order, slices.Equal) {
				return tr.N("result.headline.agree.first", len(same))
			}
		}
		return tr.N("result.headline.agree", len(same))
	}
	return tr.N("result.headline.agree.some", len(same), words.Args{
		"All": tr.Int(len(same) + len(other)), "Others": r.verdicts(other, tr),
	})
}

// verdicts says what rules put first: "Pedir cuentas by first choices".
func (r *Report) verdicts(outcomes []ranking.Outcome, tr words.Tr) string {
	var parts, keys []string
	by := map[string][]string{}
	winners := map[string][]int{}
	for _, o := range outcomes {
		key := fmt.Sprint(o.Winners)
		if by[key] == nil {
			keys = append(keys, key)
			winners[key] = o.Winners
		}
		by[key] = append(by[key], r.ruleName(o.Rule, tr))
	}
	for _, key := range keys {
		args := words.Args{"Options": r.list(winners[key], tr), "Rules": tr.List(by[key])}
		switch len(winners[key]) {
		case 0:
			parts = append(parts, tr.T("result.verdict.none", args))
		case 1:
			parts = append(parts, tr.T("result.verdict.one", args))
		default:
			parts = append(parts, tr.T("result.verdict.tie", args))
		}
	}
	return strings.Join(parts, "; ")
}

// disagreement says what each group of rules puts first, where no rule was named to decide.
func (r *Report) disagreement(tr words.Tr) Sentence {
	s := Sentence{Text: tr.T("result.headline.differ", words.Args{"Verdicts": r.verdicts(r.Now.Result.Rules, tr)})}
	if c := r.Now.Result.Condorcet; c >= 0 {
		s.Text += " " + tr.T("result.headline.condorcet", words.Args{"Option": r.chartName(c, tr)})
		s.Strong = []string{r.chartName(c, tr)}
	} else {
		s.Text += " " + tr.T("result.headline.no_condorcet")
	}
	return s
}

// tie says who ties, and what was agreed on for that.
func (r *Report) tie(winners []int, tr words.Tr) Sentence {
	s := Sentence{Strong: r.names(winners, tr)}
	args := words.Args{
		"Options": r.list(winners, tr), "Rule": r.ruleName(r.leading(), tr), "Ballots": tr.N("result.chart.tables.ballots", r.ballots()),
	}
	if _, other := r.agreeing(winners); len(other) > 0 || r.round().Rule != "" {
		s.Text = tr.T("result.headline.tie.rule", args)
	} else {
		s.Text = tr.N("result.headline.tie.all", len(r.Now.Result.Rules), args)
	}
	s.Text += " " + r.afterTie(winners, tr)
	if _, other := r.agreeing(winners); r.round().Rule != "" && len(other) > 0 {
		s.Text += " " + r.consent(winners, tr)
	}
	return s
}

// afterTie says what becomes of a tie.
func (r *Report) afterTie(winners []int, tr words.Tr) string {
	if lot := r.lotAmong(winners); lot != nil {
		return tr.T("result.tie.lot.drawn", words.Args{"Option": r.chartName(lot.First, tr)})
	}
	switch r.round().Tie {
	case "revote":
		return tr.T("result.tie.revote")
	case "lot":
		return tr.T("result.tie.lot")
	}
	return tr.T("result.tie.stays")
}

// lotAmong is the lot that was drawn among exactly these options; nil for none.
func (r *Report) lotAmong(options []int) *Lot {
	for i := range r.round().Lots {
		if l := &r.round().Lots[i]; sameNumbers(l.Among, options) {
			return l
		}
	}
	return nil
}

// Basis says what the result rests on: ballots, and how unranked options count.
func (r *Report) Basis(tr words.Tr) string {
	res := &r.Now.Result
	parts := []string{tr.N("result.basis.valid", r.ballots())}
	if res.Spoilt > 0 {
		parts = append(parts, tr.N("result.basis.spoilt", int(res.Spoilt)))
	}
	if res.Blank > 0 {
		parts = append(parts, tr.N("result.basis.blank", int(res.Blank)))
	}
	text := strings.Join(parts, ", ") + "; " + tr.T("result.basis.unranked."+string(res.Setting.Unranked))
	if r.Few() && r.ballots() > 0 {
		text += "; " + tr.T("result.basis.few")
	}
	if r.In.Example {
		text += "; " + tr.T("result.basis.example")
	}
	return text
}

// ruleName is a rule in running text.
func (r *Report) ruleName(rule ranking.Rule, tr words.Tr) string {
	return tr.T("result.rule." + string(rule))
}

// Few reports whether there are too few ballots for a firm ranking.
func (r *Report) Few() bool { return r.Now.Agreement.Few }
