package result

import (
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// movesCard says what moved since the round before; ok is false where there is nothing to compare.
func (r *Report) movesCard(tr words.Tr) (c Card, ok bool) {
	s := movesChart(r, tr)
	if s == nil || r.Before == nil || r.Shift == nil {
		return Card{}, false
	}
	c = charted("moves", s, tr)
	c.Text = append(c.Text, r.people(tr)...)
	for _, p := range r.Shift.Pairs {
		if p.Turned {
			c.Text = append(c.Text, r.turned(p, tr))
		}
	}
	c.Text = append(c.Text, r.agreementMoved(tr)...)
	if len(r.round().Seen) > 0 {
		c.Notes = append(c.Notes, r.seenNote(tr)) // it says itself that this proves nothing
	} else {
		c.Notes = append(c.Notes, tr.T("result.moves.people.note"))
	}
	return c, true
}

// people says how many changed their ballot, and which option went up for how many.
func (r *Report) people(tr words.Tr) []string {
	m := r.Moves
	if m == nil {
		return []string{tr.T("result.moves.unknown")}
	}
	both := tr.Int(m.Both)
	said := []string{
		tr.N("result.moves.changed", m.Changed, words.Args{"Both": both}), tr.N("result.moves.first", m.FirstMoved, words.Args{"Both": both}),
	}
	for _, a := range r.chartOrder() {
		if o := m.Options[a]; o.Up+o.Down > 0 {
			said = append(said, tr.T("result.moves.option", words.Args{
				"Option": r.chartName(a, tr), "Up": tr.Int(o.Up), "Down": tr.Int(o.Down), "Both": both,
			}))
		}
	}
	if m.Joined+m.Left > 0 {
		said = append(said, tr.T("result.moves.joined", words.Args{"Joined": tr.Int(m.Joined), "Left": tr.Int(m.Left)}))
	}
	return said
}

// turned says which majority went to the other side.
func (r *Report) turned(p ranking.PairShift, tr words.Tr) string {
	a, b, then, now := p.A, p.B, p.Then, p.Now
	if now.Below > now.Above {
		a, b = b, a
		then.Above, then.Below, now.Above, now.Below = then.Below, then.Above, now.Below, now.Above
	}
	return tr.T("result.moves.turned", words.Args{
		"A": r.chartName(a, tr), "B": r.chartName(b, tr), "For": tr.Int(int(now.Above)), "Against": tr.Int(int(now.Below)),
		"ForThen": tr.Int(int(then.Above)), "AgainstThen": tr.Int(int(then.Below)),
	})
}

// agreementMoved compares Kendall's W before and after.
func (r *Report) agreementMoved(tr words.Tr) []string {
	then, now := r.Before.Agreement, r.Now.Agreement
	if then.W == nil || now.W == nil {
		return nil
	}
	return []string{tr.T("result.moves.agreement", words.Args{
		"Then": tr.Number(floatOf(then.W), 2), "Now": tr.Number(floatOf(now.W), 2), "BallotsThen": tr.Int(int(then.Ballots)), "Ballots": tr.Int(int(now.Ballots)),
	})}
}
