package result

import (
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// Cards are the findings, in the order in which they are shown; none without ballots.
func (r *Report) Cards(tr words.Tr) []Card {
	if r.ballots() == 0 {
		return nil
	}
	cards := []Card{r.pairsCard(tr), r.placesCard(tr), r.agreementCard(tr), r.firmnessCard(tr), r.rulesCard(tr)}
	if c, ok := r.movesCard(tr); ok {
		cards = append(cards, c)
	}
	cards = append(cards, r.firstCard(tr))
	if c, ok := r.tablesCard(tr); ok {
		cards = append(cards, c)
	}
	return append(cards, r.minorityCard(tr), r.methodCard(tr))
}

// charted is a card with a chart, whose titles it takes over.
func charted(id string, s *chart.Spec, tr words.Tr) Card {
	c := Card{ID: id, How: tr.T("result.how." + id)}
	if s != nil {
		c.Title, c.Subtitle, c.Chart = s.Title, s.Subtitle, s
	}
	return c
}

func (r *Report) pairsCard(tr words.Tr) Card {
	c := charted("pairs", pairsChart(r, tr), tr)
	if c.Chart == nil {
		c.Title = tr.T("result.pairs.title")
	}
	c.Text = []string{r.headToHead(tr)}
	c.Matrix = r.matrix(tr)
	return c
}

// headToHead says whether an option beats all others, or that majorities go round in a circle.
func (r *Report) headToHead(tr words.Tr) string {
	res := &r.Now.Result
	if res.Condorcet >= 0 {
		return tr.T("result.condorcet", words.Args{"Option": r.chartName(res.Condorcet, tr)})
	}
	said := []string{tr.T("result.condorcet.none")}
	for _, cycle := range res.Cycles {
		path := append(r.names(cycle.Path, tr), r.chartName(cycle.Path[0], tr))
		said = append(said, tr.T("result.cycle", words.Args{"Path": strings.Join(path, " > ")}))
	}
	return strings.Join(said, " ")
}

// matrix has how many ballots put the option of the row above that of the column.
func (r *Report) matrix(tr words.Tr) *Matrix {
	m := &Matrix{Heads: []string{tr.T("result.matrix.above")}}
	order := r.chartOrder()
	for _, a := range order {
		m.Heads = append(m.Heads, r.In.Options[a].ID)
		row, strong := []string{r.In.Options[a].ID + "  " + r.chartName(a, tr)}, []bool{false}
		for _, b := range order {
			cell, wins := "–", false
			if a != b {
				p := r.Now.Result.Pair(a, b)
				cell, wins = tr.Int(int(p.Above)), p.Above > p.Below
			}
			row, strong = append(row, cell), append(strong, wins)
		}
		m.Cells, m.Strong = append(m.Cells, row), append(m.Strong, strong)
	}
	return m
}

func (r *Report) placesCard(tr words.Tr) Card { return charted("places", placesChart(r, tr), tr) }

func (r *Report) firstCard(tr words.Tr) Card { return charted("first", firstChart(r, tr), tr) }

// agreementCard says how much alike the ballots are, without more than a few ballots allow.
func (r *Report) agreementCard(tr words.Tr) Card {
	a := r.Now.Agreement
	c := Card{ID: "agreement", How: tr.T("result.how.agreement"), Subtitle: tr.N("result.agreement.subtitle", int(a.Ballots))}
	if a.W == nil {
		c.Title = tr.T("result.agreement.undefined")
		c.Text = []string{tr.T("result.agreement.undefined.why")}
		return c
	}
	w := floatOf(a.W)
	c.Title = tr.T("result.agreement." + string(a.Degree))
	if a.Few {
		c.Title = tr.T("result.agreement.few")
	}
	c.Gauge = &Gauge{Value: w, Text: tr.Number(w, 2), Low: tr.T("result.agreement.low"), High: tr.T("result.agreement.high")}
	if r.Before != nil && r.Before.Agreement.W != nil {
		then := floatOf(r.Before.Agreement.W)
		c.Gauge.Before = &then
		c.Gauge.Text = tr.T("result.agreement.before", words.Args{"Now": tr.Number(w, 2), "Then": tr.Number(then, 2), "Round": r.before().ID})
	}
	if a.Ballots < r.Now.Result.Ballots {
		c.Notes = append(c.Notes, tr.N("result.agreement.complete", int(a.Ballots), words.Args{"All": tr.Int(r.ballots())}))
	}
	if a.TauB != nil {
		c.Text = append(c.Text, tr.T("result.agreement.tau", words.Args{"Tau": tr.Number(*a.TauB, 2)}))
	}
	if a.Indifferent > 0 {
		c.Notes = append(c.Notes, tr.N("result.agreement.indifferent", int(a.Indifferent)))
	}
	if a.Few {
		c.Notes = append(c.Notes, r.few(tr))
	}
	return c
}

// few says that there are too few ballots for a firm ranking.
func (r *Report) few(tr words.Tr) string {
	return tr.N("result.few", r.ballots(), words.Args{"Options": tr.Int(len(r.In.Options)), "Needed": tr.Int(ranking.FewPerOption * len(r.In.Options))})
}

func (r *Report) before() Round { return r.In.Rounds[r.In.Current-1] }

// tablesCard compares the tables, where there are at least two.
func (r *Report) tablesCard(tr words.Tr) (Card, bool) {
	s := tablesChart(r, tr)
	if s == nil {
		return Card{}, false
	}
	c := charted("tables", s, tr)
	var firsts []int
	alike := true
	for i, g := range r.round().Groups {
		result, err := ranking.Count(g.Profile, r.In.Settings)
		o, _ := result.Outcome(r.leading())
		if err != nil || len(o.Winners) == 0 { // nothing is ranked there, or too many ties
			alike = false
			continue
		}
		key := "result.tables.first"
		if len(o.Winners) > 1 {
			key = "result.tables.tied"
		}
		c.Text = append(c.Text, tr.N(key, int(result.Ballots), words.Args{
			"Table": g.Name.In(tr.Lang()), "Options": r.list(o.Winners, tr),
		}))
		if i > 0 && !slices.Equal(firsts, o.Winners) {
			alike = false
		}
		firsts = o.Winners
	}
	if alike && len(firsts) > 0 {
		c.Text = append(c.Text, tr.T("result.tables.alike", words.Args{"Options": r.list(firsts, tr)}))
	}
	c.Notes = append(c.Notes, tr.T("result.tables.note", words.Args{"Rule": r.ruleName(r.leading(), tr)}))
	return c, true
}

// minorityCard says who would rather have another result, so that it is not averaged away.
func (r *Report) minorityCard(tr words.Tr) Card {
	m := r.Now.Minority
	c := Card{ID: "minority", Title: tr.T("result.minority.title"), How: tr.T("result.how.minority")}
	ballots := tr.Int(r.ballots())
	if m.BlocOrder != nil {
		c.Text = append(c.Text, tr.N("result.minority.bloc", int(m.Bloc), words.Args{"Ballots": ballots, "Order": r.inline(m.BlocOrder, tr)}))
	}
	if m.Against > 0 && m.Pair[0] >= 0 {
		c.Text = append(c.Text, tr.N("result.minority.pair", int(m.Against), words.Args{
			"Ballots": ballots, "Above": r.chartName(m.Pair[1], tr), "Below": r.chartName(m.Pair[0], tr),
		}))
	}
	if len(c.Text) == 0 {
		c.Text = []string{tr.T("result.minority.none")}
	}
	return c
}

// inline writes an order: "X > Y = Z".
func (r *Report) inline(order [][]int, tr words.Tr) string {
	var groups []string
	for _, tie := range order {
		groups = append(groups, strings.Join(r.names(tie, tr), " = "))
	}
	return strings.Join(groups, " > ")
}

// methodCard says how it was counted, so that others can count again.
func (r *Report) methodCard(tr words.Tr) Card {
	c := Card{ID: "method", Title: tr.T("result.method.title"), How: tr.T("result.how.method")}
	c.Text = []string{r.deciding(tr), tr.T("result.method.unranked." + string(r.Now.Result.Setting.Unranked)), tr.T("result.method.ties")}
	for _, l := range r.round().Lots {
		c.Text = append(c.Text, tr.T("result.method.lot", words.Args{"Options": r.list(l.Among, tr), "Option": r.chartName(l.First, tr), "Seed": l.Seed}))
	}
	return c
}

// deciding says which rule decides and when it was named.
func (r *Report) deciding(tr words.Tr) string {
	now := r.round()
	if now.Rule == "" {
		return tr.T("result.method.none")
	}
	key := "result.method.before"
	if now.Late {
		key = "result.method.late"
	}
	tie := now.Tie
	if tie == "" {
		tie = "stays"
	}
	return tr.T(key, words.Args{"Rule": r.ruleName(now.Rule, tr)}) + " " + tr.T("result.method.tie."+tie)
}

func sameNumbers(a, b []int) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
