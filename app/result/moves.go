package result

import (
	"slices"
	"strings"

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
	turned := slices.DeleteFunc(slices.Clone(r.Shift.Pairs), func(p ranking.PairShift) bool { return !p.Turned })
	for _, p := range turned[:min(len(turned), mostTurned)] {
		c.Text = append(c.Text, r.turned(p, tr))
	}
	if more := len(turned) - mostTurned; more > 0 {
		c.Text = append(c.Text, tr.N("result.moves.turned.more", more))
	}
	if len(r.round().Seen) > 0 {
		c.Notes = append(c.Notes, r.seenNote(tr)) // it says itself that this proves nothing
	} else {
		c.Notes = append(c.Notes, tr.T("result.moves.people.note"))
	}
	return c, true
}

// What is told one by one: the pairs that turned, and the options that were moved, those of the best places.
const (
	mostTurned = 3
	mostMoved  = 6
)

// people says how many changed their ballot, and which option went up for how many.
func (r *Report) people(tr words.Tr) []string {
	m := r.Moves
	if m == nil {
		return []string{tr.T("result.moves.unknown")}
	}
	both := tr.Int(m.Both)
	said := []string{tr.N("result.moves.first", m.FirstMoved, words.Args{"Both": both})}
	var options []string
	for _, a := range r.chartOrder() {
		if o := m.Options[a]; o.Up+o.Down > 0 {
			options = append(options, tr.T("result.moves.option", words.Args{
				"Option": r.chartName(a, tr), "Up": tr.Int(o.Up), "Down": tr.Int(o.Down),
			}))
		}
	}
	if len(options) > mostMoved {
		options = append(options[:mostMoved], "…")
	}
	if len(options) > 0 {
		said = append(said, tr.T("result.moves.options", words.Args{"Options": strings.Join(options, "; ")}))
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
	text := tr.T("result.moves.turned", words.Args{
		"A": r.chartName(a, tr), "B": r.chartName(b, tr), "For": tr.Int(int(now.Above)), "Against": tr.Int(int(now.Below)),
		"ForThen": tr.Int(int(then.Above)), "AgainstThen": tr.Int(int(then.Below)),
	})
	if r.Moves == nil {
		return text
	}
	for _, m := range r.Moves.Pairs {
		if m.A == p.A && m.B == p.B {
			to, away := m.ToA, m.ToB
			if a != m.A {
				to, away = away, to
			}
			text += " " + tr.N("result.moves.turned.people", to, words.Args{"Away": tr.Int(away)})
		}
	}
	return text
}
