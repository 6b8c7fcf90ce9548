package cli

import (
	"errors"
	"math/big"
	"slices"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// tallyReport is what the command says about ballots.
type tallyReport struct {
	tr      words.Tr
	reading *ballot.Reading

	result    ranking.Result
	agreement ranking.Agreement
	rules     []ranking.Outcome // those asked for
	firm      []ranking.Firmness
}

// count applies the rules; rule "" is for all of them.
func (r *tallyReport) count(o ranking.Options, rule ranking.Rule) (err error) {
	p := r.reading.Profile
	if r.result, err = ranking.Count(p, o); err != nil {
		return uncounted(err)
	}
	if r.agreement, err = ranking.Agree(p, o); err != nil {
		return uncounted(err)
	}
	if r.firm, err = ranking.Firm(p, o); err != nil {
		return uncounted(err)
	}
	r.rules = r.result.Rules
	if rule != "" {
		r.rules = slices.DeleteFunc(slices.Clone(r.rules), func(o ranking.Outcome) bool { return o.Rule != rule })
		r.firm = slices.DeleteFunc(r.firm, func(f ranking.Firmness) bool { return f.Rule != rule })
	}
	return nil
}

// uncounted says why ballots that could be read cannot be counted.
func uncounted(err error) error {
	if errors.Is(err, ranking.ErrOptions) {
		return wrong("ballot.error.no_options", nil)
	}
	return err
}

func (r *tallyReport) name(option int) string { return r.result.Options[option] }

func (r *tallyReport) names(options []int) []string {
	list := []string{}
	for _, a := range options {
		list = append(list, r.name(a))
	}
	return list
}

// decimal is a number of a rule as a float.
func decimal(v *big.Rat) float64 {
	f, _ := v.Float64()
	return f
}
