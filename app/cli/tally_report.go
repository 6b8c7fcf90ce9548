package cli

import (
	"errors"
	"io"
	"math/big"
	"slices"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/result"
	"doublefix/app/words"
)

// tallyReport is what the command says about ballots.
type tallyReport struct {
	tr       words.Tr
	profile  *ballot.Profile // what is counted
	unranked string          // as the file says; "" where it does not
	titles   []string        // of the options, for people; nil where their names will do
	reading  *ballot.Reading // nil for a workshop
	round    string          // of a workshop
	table    string          // the only one whose ballots are counted, "" for all

	result    ranking.Result
	agreement ranking.Agreement
	rules     []ranking.Outcome // those asked for
	firm      []ranking.Firmness
}

// count applies the rules; rule "" is for all of them.
func (r *tallyReport) count(o ranking.Options, rule ranking.Rule) (err error) {
	p := r.profile
	if r.result, err = ranking.Count(p, o); err != nil {
		return uncounted(err)
	}
	if r.agreement, err = ranking.Agree(p, o); err != nil {
		return uncounted(err)
	}
	r.firm = ranking.FirmOf(p, r.result)
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

// name is what an option is called in the report at hand.
func (r *tallyReport) name(option int) string {
	if r.titles != nil {
		return r.titles[option]
	}
	return r.result.Options[option]
}

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

// writeJSON writes the report for other programs.
func (r *tallyReport) writeJSON(w io.Writer) error {
	return result.Tally{Result: r.result, Rules: r.rules, Agreement: r.agreement, Firm: r.firm}.WriteJSON(w)
}
