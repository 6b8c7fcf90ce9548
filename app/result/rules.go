package result

import (
	"math/big"
	"slices"

	"doublefix/app/ranking"
	"doublefix/app/words"
)

// rulesCard has all rules side by side; those that differ from the one that leads say why.
func (r *Report) rulesCard(tr words.Tr) Card {
	c := Card{ID: "rules", Title: tr.T("result.rules.title"), Subtitle: tr.T("result.rules.subtitle"), How: tr.T("result.how.rules")}
	for _, o := range r.Now.Result.Rules {
		row := RuleRow{
			Rule: o.Rule, Name: tr.T("result.rule." + string(o.Rule) + ".name"), Plain: tr.T("result.rule." + string(o.Rule) + ".plain"),
			Order: r.groupsOf(o.Order), Decides: o.Rule == r.round().Rule, Differs: r.differs(o),
		}
		if row.Differs {
			row.Why = r.why(o, tr)
		}
		c.Rules = append(c.Rules, row)
		c.Notes = append(c.Notes, r.ruleNotes(o, tr)...)
	}
	winners := r.lead().Winners
	same, other := r.agreeing(winners)
	if len(other) > 0 {
		c.Text = []string{tr.T("result.rules.agree.some", words.Args{
			"Same": tr.Int(len(same)), "All": tr.Int(len(same) + len(other)), "Options": r.list(winners, tr),
		})}
	}
	return c
}

// differs reports whether a rule puts others first than the rule that leads.
func (r *Report) differs(o ranking.Outcome) bool { return !slices.Equal(o.Winners, r.lead().Winners) }

// ruleNotes are what the reader of an outcome should know.
func (r *Report) ruleNotes(o ranking.Outcome, tr words.Tr) []string {
	var notes []string
	for _, note := range o.Notes {
		args := words.Args{"Rule": r.ruleName(o.Rule, tr), "Optimal": tr.Int(int(o.Optimal))}
		if note == ranking.SeveralOrders && o.Optimal > 1 {
			notes = append(notes, tr.T("result.note.optimal", args))
		} else {
			notes = append(notes, tr.T("result.note."+string(note), args))
		}
	}
	return notes
}

// why says from the numbers why a rule puts others first than the rule that leads.
func (r *Report) why(o ranking.Outcome, tr words.Tr) string {
	lead := r.lead().Winners
	if len(o.Winners) == 0 || len(lead) == 0 {
		return tr.T("result.why.open", words.Args{"Rule": r.ruleName(o.Rule, tr)})
	}
	theirs, ours := notIn(o.Winners, lead), notIn(lead, o.Winners)
	args := words.Args{"Option": r.chartName(theirs, tr), "Other": r.chartName(ours, tr), "Ballots": tr.Int(r.ballots())}
	switch o.Rule {
	case ranking.FirstChoice, ranking.Borda, ranking.Copeland:
		args["Points"], args["Fewer"] = r.score(o, theirs, tr), r.score(o, ours, tr)
		if o.Scores[theirs].Cmp(o.Scores[ours]) == 0 {
			return tr.T("result.why.equal."+string(o.Rule), args)
		}
	case ranking.IRV:
		if len(o.Winners) > 1 { // the rounds follow one of several paths, which proves nothing about the others
			return tr.T("result.why.irv.tie")
		}
		at := r.dropped(o, ours)
		if at == 0 {
			return tr.T("result.why.irv.last", args)
		}
		args["Round"], args["Votes"] = tr.Int(at), tr.Auto(rational(o.Rounds[at-1].Votes[ours]))
	default:
		p := r.Now.Result.Pair(theirs, ours)
		args["For"], args["Against"] = tr.Int(int(p.Above)), tr.Int(int(p.Below))
		if p.Above >= p.Below {
			return tr.T("result.why.direct", args)
		}
	}
	return tr.T("result.why."+string(o.Rule), args)
}

// notIn is the first of some options that is not among others; where all are, the first.
func notIn(some, others []int) int {
	for _, a := range some {
		if !slices.Contains(others, a) {
			return a
		}
	}
	return some[0]
}

// score is what a rule gives an option, as the reader writes it.
func (r *Report) score(o ranking.Outcome, option int, tr words.Tr) string {
	return tr.Auto(rational(o.Scores[option]))
}

// dropped is the round of instant-runoff in which an option leaves; 0 where it stays to the end.
func (r *Report) dropped(o ranking.Outcome, option int) int {
	for i, round := range o.Rounds {
		if round.Dropped == option {
			return i + 1
		}
	}
	return 0
}

func rational(v *big.Rat) float64 {
	if v == nil {
		return 0
	}
	return floatOf(v)
}
