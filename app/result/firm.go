package result

import (
	"strings"

	"doublefix/app/ranking"
	"doublefix/app/words"
)

// firmnessCard says how many ballots would have to change until the first place does, and by which rule.
func (r *Report) firmnessCard(tr words.Tr) Card {
	c := Card{ID: "firmness", How: tr.T("result.how.firmness")}
	f, ok := r.firmOf(r.leading())
	if !ok || f.Winners.Most == 0 {
		c.Title = tr.T("result.firm.unknown")
		c.Text = []string{tr.T("result.firm.unknown.why")}
		return c
	}
	c.Title = tr.T("result.firm." + r.firmWord(f.Winners))
	args := words.Args{"Option": r.list(r.lead().Winners, tr), "Ballots": tr.Int(r.ballots()), "Least": tr.Int(int(f.Winners.Least)), "Most": tr.Int(int(f.Winners.Most))}
	key := "result.firm.first"
	if len(r.lead().Winners) > 1 {
		key = "result.firm.tie"
	}
	if f.Winners.Exact() {
		c.Text = append(c.Text, tr.N(key, int(f.Winners.Most), args))
		c.Squares = &Squares{Filled: int(f.Winners.Most), All: r.ballots()}
	} else {
		c.Text = append(c.Text, tr.T(key+".bounds", args))
		c.Squares = &Squares{Filled: int(f.Winners.Least), All: r.ballots()}
	}
	c.Notes = append(c.Notes, r.weakPair(f.Winners, tr))
	c.Notes = append(c.Notes, r.firmByRule(tr))
	if f.Order.Most > 0 {
		c.Notes = append(c.Notes, r.firmOrder(f.Order, tr))
	}
	if r.Few() {
		c.Notes = append(c.Notes, r.few(tr))
	}
	return c
}

func (r *Report) firmOf(rule ranking.Rule) (ranking.Firmness, bool) {
	for _, f := range r.Now.Firm {
		if f.Rule == rule {
			return f, true
		}
	}
	return ranking.Firmness{}, false
}

// firmWord is a word for a share of ballots: one in eight or fewer is little, one in four or more is firm.
func (r *Report) firmWord(c ranking.Change) string {
	switch {
	case c.Least == 1 && c.Most == 1:
		return "one"
	case r.Few():
		return "few"
	case c.Most*8 <= r.Now.Result.Ballots:
		return "little"
	case c.Least*4 >= r.Now.Result.Ballots:
		return "firm"
	}
	return "fairly"
}

// weakPair names the pair on which first place hangs.
func (r *Report) weakPair(c ranking.Change, tr words.Tr) string {
	exact := tr.T("result.firm.bound")
	if c.Exact() {
		exact = tr.T("result.firm.exact")
	}
	args := words.Args{"Rule": r.ruleName(r.leading(), tr), "Exact": exact}
	if c.Pair[0] < 0 {
		return tr.T("result.firm.rule", args)
	}
	p := r.Now.Result.Pair(c.Pair[0], c.Pair[1])
	args["A"], args["B"] = r.chartName(c.Pair[0], tr), r.chartName(c.Pair[1], tr)
	args["For"], args["Against"] = tr.Int(int(p.Above)), tr.Int(int(p.Below))
	if p.Above == p.Below {
		return tr.T("result.firm.pair.even", args)
	}
	return tr.T("result.firm.pair", args)
}

// firmByRule lists the number of every rule, so that nobody has to trust one.
func (r *Report) firmByRule(tr words.Tr) string {
	var parts []string
	for _, f := range r.Now.Firm {
		parts = append(parts, tr.T("result.firm.each", words.Args{"Rule": r.ruleName(f.Rule, tr), "Number": r.number(f.Winners, tr)}))
	}
	return tr.T("result.firm.all", words.Args{"Rules": strings.Join(parts, ", ")})
}

// firmOrder says the same of the whole order.
func (r *Report) firmOrder(c ranking.Change, tr words.Tr) string {
	return tr.T("result.firm.order", words.Args{"Number": r.number(c, tr), "Ballots": tr.Int(r.ballots())})
}

// number is how many ballots have to change, or the bounds that are known.
func (r *Report) number(c ranking.Change, tr words.Tr) string {
	switch {
	case c.Most == 0:
		return "–"
	case c.Exact():
		return tr.Int(int(c.Most))
	}
	return tr.T("result.firm.between", words.Args{"Least": tr.Int(int(c.Least)), "Most": tr.Int(int(c.Most))})
}
