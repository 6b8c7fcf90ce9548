package result

import (
	"slices"
	"time"

	"doublefix/app/dataset"
	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// Of is the input of the report on a round of a workshop: of the tables that are named, or of all. Rounds before it count
// where they rank the same options.
func Of(set *dataset.Set, d workshop.Doc, round string, tables ...string) Input {
	question, asked := Asked(set, d, round)
	in := Input{
		Question: question, Workshop: d.Name, Date: set.Created, Example: d.Example,
		Settings: ranking.Options{Unranked: ranking.Unranked(d.Settings.Unranked)},
	}
	for _, o := range asked {
		in.Options = append(in.Options, Option{ID: o.ID, Title: o.Title, Short: o.Short})
	}
	options := d.OptionsOf(round)
	before := ""
	for _, r := range d.Rounds {
		if r.ID == round || slices.EqualFunc(options, d.OptionsOf(r.ID), func(a, b workshop.Option) bool { return a.ID == b.ID }) {
			in.Rounds = append(in.Rounds, roundOf(set, d, r, before, tables))
			before = r.ID
		}
		if r.ID == round {
			break
		}
	}
	in.Current = len(in.Rounds) - 1
	if at := dateOf(d.Round(round)); !at.IsZero() {
		in.Date = at
	}
	return in
}

// Asked is what a round asks, with every text: what the workshop did not change is as in the data package. An option that has
// no text anywhere is called by its id.
func Asked(set *dataset.Set, d workshop.Doc, round string) (question words.Text, options []dataset.Option) {
	if question = d.QuestionOf(round); question == nil {
		question = set.Question
	}
	for _, o := range d.OptionsOf(round) {
		full := dataset.Option{ID: o.ID, Title: words.Both(o.ID, o.ID), Short: words.Both(o.ID, o.ID)}
		if known := set.Option(o.ID); known != nil {
			full = *known
		}
		if o.Title != nil {
			full.Title, full.Short = o.Title, o.Title
		}
		if o.Summary != nil {
			full.Summary = o.Summary
		}
		options = append(options, full)
	}
	return question, options
}

func roundOf(set *dataset.Set, d workshop.Doc, r workshop.Round, before string, tables []string) Round {
	out := Round{
		ID: r.ID, Name: roundName(r), Profile: d.Profile(r.ID, tables...), Late: r.DecisionLate,
	}
	out.Rule, out.Tie = decision(r.Decision)
	if before != "" {
		out.People = d.Followed(before, r.ID, tables...)
	}
	for _, s := range r.Seen {
		if ds := set.Dataset(s.Dataset); ds != nil {
			out.Seen = append(out.Seen, ds.Title)
		}
	}
	columns := d.OptionsOf(r.ID)
	column := func(id string) int {
		return slices.IndexFunc(columns, func(o workshop.Option) bool { return o.ID == id })
	}
	for _, l := range r.Lots {
		lot := Lot{Seed: l.Seed, First: column(l.First)}
		for _, id := range l.Among {
			lot.Among = append(lot.Among, column(id))
		}
		if l.Holds() && lot.First >= 0 && !slices.Contains(lot.Among, -1) { // what its seed does not give was not drawn
			out.Lots = append(out.Lots, lot)
		}
	}
	if len(tables) == 0 {
		out.Groups = groups(d, r)
	}
	return out
}

// decision is what a round decided by; a file can name a rule or a tie that is not known here.
func decision(d workshop.Decision) (rule ranking.Rule, tie string) {
	switch known := ranking.Rule(d.Rule); known {
	case ranking.FirstChoice, ranking.Borda, ranking.Copeland, ranking.Schulze, ranking.RankedPairs, ranking.IRV, ranking.Kemeny:
		rule = known
	}
	if d.Tie == workshop.TieRevote || d.Tie == workshop.TieLot {
		tie = d.Tie
	}
	return rule, tie
}

// groups are the tables with ballots in the round, where there are at least two.
func groups(d workshop.Doc, r workshop.Round) []Group {
	var out []Group
	for _, t := range d.Tables {
		p := d.Profile(r.ID, t.ID)
		if p.Total() == 0 {
			continue
		}
		name := words.Both(t.Name, t.Name)
		if t.Name == "" {
			name = inEach(func(tr words.Tr) string { return tr.T("result.table", words.Args{"Table": t.ID}) })
		}
		out = append(out, Group{ID: t.ID, Name: name, Profile: p})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// roundName is what people call a round: "2, after the evidence".
func roundName(r workshop.Round) words.Text {
	return inEach(func(tr words.Tr) string {
		if r.Name == "" {
			return tr.T("result.round", words.Args{"Round": r.ID})
		}
		return tr.T("result.round.named", words.Args{"Round": r.ID, "Name": r.Name})
	})
}

// inEach is a text in every language.
func inEach(say func(words.Tr) string) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = say(words.For(l))
	}
	return out
}

// dateOf is when the last ballot of a round came in.
func dateOf(r *workshop.Round) time.Time {
	var last time.Time
	if r == nil {
		return last
	}
	take := func(when string) {
		if at, err := time.Parse(time.RFC3339, when); err == nil && at.After(last) {
			last = at
		}
	}
	for i := range r.Ballots {
		take(r.Ballots[i].At)
	}
	for i := range r.Imports {
		take(r.Imports[i].At)
	}
	return last
}
