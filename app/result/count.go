package result

import (
	"errors"
	"slices"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

var errRounds = errors.New("result: no round to report, or its options are not those of the report")

// New counts the ballots. It fails for an input that contradicts itself.
func New(in Input) (*Report, error) {
	if in.Current < 0 || in.Current >= len(in.Rounds) {
		return nil, errRounds
	}
	now := in.Rounds[in.Current]
	if now.Profile == nil || len(now.Profile.Options) != len(in.Options) {
		return nil, errRounds
	}
	r := &Report{In: in}
	var err error
	if r.Now, err = counted(now.Profile, in.Settings, now.Rule); err != nil {
		return nil, err
	}
	if in.Current > 0 {
		err = r.compare(in.Rounds[in.Current-1])
	}
	return r, err
}

// compare says what became of the round before, where it ranked the same options and had ballots.
func (r *Report) compare(before Round) error {
	now := r.round()
	if before.Profile == nil || !slices.Equal(before.Profile.Options, now.Profile.Options) || before.Profile.Total() == 0 {
		return nil
	}
	then, err := counted(before.Profile, r.In.Settings, before.Rule)
	if err != nil {
		return err
	}
	r.Before = &then
	shift, err := ranking.Compare(before.Profile, now.Profile, r.In.Settings)
	if err != nil {
		return err
	}
	r.Shift = &shift
	if moves := ranking.Follow(len(r.In.Options), now.People, r.In.Settings.Unranked); moves.Both > 0 {
		r.Moves = &moves
	}
	return nil
}

// counted is all there is to count of a profile. The minority is against the order of the rule that decides.
func counted(p *ballot.Profile, o ranking.Options, rule ranking.Rule) (c Counted, err error) {
	if c.Result, err = ranking.Count(p, o); err != nil {
		return c, err
	}
	if c.Agreement, err = ranking.Agree(p, o); err != nil {
		return c, err
	}
	c.Firm = ranking.FirmOf(p, c.Result)
	if rule == "" {
		rule = ranking.Schulze
	}
	lead, _ := c.Result.Outcome(rule)
	c.Minority, err = ranking.Dissent(p, o, lead.Order)
	return c, err
}

// round is the round that is reported.
func (r *Report) round() Round { return r.In.Rounds[r.In.Current] }

// leading is the rule that the words follow: the one that decides, else Schulze's.
func (r *Report) leading() ranking.Rule {
	if rule := r.round().Rule; rule != "" {
		return rule
	}
	return ranking.Schulze
}

func (r *Report) lead() ranking.Outcome {
	o, _ := r.Now.Result.Outcome(r.leading())
	return o
}

// ballots is how many ballots rank something.
func (r *Report) ballots() int { return int(r.Now.Result.Ballots) }

func (r *Report) names(options []int, tr words.Tr) []string {
	var names []string
	for _, a := range options {
		names = append(names, r.chartName(a, tr))
	}
	return names
}

// list writes options in running text: "X, Y and Z".
func (r *Report) list(options []int, tr words.Tr) string { return tr.List(r.names(options, tr)) }

// groupsOf writes the ids of an order.
func (r *Report) groupsOf(order [][]int) [][]string {
	var out [][]string
	for _, tie := range order {
		var ids []string
		for _, a := range tie {
			ids = append(ids, r.In.Options[a].ID)
		}
		out = append(out, ids)
	}
	return out
}

// agreeing returns the rules that put the same options first, and the others.
func (r *Report) agreeing(winners []int) (same, other []ranking.Outcome) {
	for _, o := range r.Now.Result.Rules {
		if slices.Equal(o.Winners, winners) {
			same = append(same, o)
		} else {
			other = append(other, o)
		}
	}
	return same, other
}
