package result

import (
	"bytes"
	"encoding/json"
	"io"

	"doublefix/app/ranking"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members one after another.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encoder.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Tally is what is written for other programs. Rules and firmness may be fewer than the result has.
type Tally struct {
	Result    ranking.Result
	Rules     []ranking.Outcome
	Agreement ranking.Agreement
	Firm      []ranking.Firmness
}

// WriteJSON writes the report for other programs.
func (r *Report) WriteJSON(w io.Writer) error {
	return Tally{r.Now.Result, r.Now.Result.Rules, r.Now.Agreement, r.Now.Firm}.WriteJSON(w)
}

// WriteJSON writes the options, the pairs, what each rule makes of them, agreement and firmness.
func (r Tally) WriteJSON(w io.Writer) error {
	var rules, firm object
	for _, o := range r.Rules {
		rules = append(rules, member{string(o.Rule), r.outcome(o)})
	}
	for _, f := range r.Firm {
		firm = append(firm, member{string(f.Rule), firmness(f)})
	}
	var concordance any // null where it is undefined
	if r.Agreement.W != nil {
		concordance = floatOf(r.Agreement.W)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(object{
		{"options", r.Result.Options},
		{"ballots", r.Result.Ballots},
		{"blank", r.Result.Blank},
		{"spoilt", r.Result.Spoilt},
		{"unranked", r.Result.Setting.Unranked},
		{"pairwise", r.pairwise()},
		{"rules", rules},
		{"agreement", object{{"w", concordance}, {"tauB", r.Agreement.TauB}}},
		{"firmness", firm},
	})
}

// pairwise has, for each option, how many ballots put it above each other one.
func (r Tally) pairwise() object {
	all := object{}
	for a, row := range r.Result.Pairwise {
		above := object{}
		for b, count := range row {
			if a != b {
				above = append(above, member{r.option(b), count})
			}
		}
		all = append(all, member{r.option(a), above})
	}
	return all
}

// outcome is what a rule makes of the ballots. Orders are best first, each inner list a tie; one that is not known is empty.
func (r Tally) outcome(o ranking.Outcome) object {
	out := object{{"winners", r.named(o.Winners)}, {"order", r.order(o.Order)}}
	if !o.Unique {
		out = append(out, member{"unique", false})
	}
	if len(o.Scores) > 0 {
		scores := object{}
		for a, score := range o.Scores {
			if score != nil {
				scores = append(scores, member{r.option(a), floatOf(score)})
			}
		}
		out = append(out, member{"scores", scores})
	}
	switch o.Rule {
	case ranking.Schulze, ranking.RankedPairs:
		out = append(out, member{"strength", r.Result.Setting.Strength})
	case ranking.Kemeny:
		orders := [][][]string{}
		for _, strict := range o.Orders {
			var order [][]string
			for _, a := range strict {
				order = append(order, []string{r.option(a)})
			}
			orders = append(orders, order)
		}
		out = append(out, member{"optimal", o.Optimal}, member{"orders", orders})
	}
	if len(o.Notes) > 0 {
		out = append(out, member{"notes", o.Notes})
	}
	return out
}

func (r Tally) order(tiers [][]int) [][]string {
	order := [][]string{}
	for _, tie := range tiers {
		order = append(order, r.named(tie))
	}
	return order
}

// firmness is null where no number is known. Where only bounds are, the lower one stands in its place and the upper one beside
// it.
func firmness(f ranking.Firmness) object {
	var out object
	exact := true
	for _, of := range []struct {
		name string
		ranking.Change
	}{{"winners", f.Winners}, {"order", f.Order}} {
		switch {
		case of.Most == 0:
			out = append(out, member{of.name, nil})
			exact = false
		case of.Exact():
			out = append(out, member{of.name, of.Most})
		default:
			out = append(out, member{of.name, of.Least}, member{of.name + "AtMost", of.Most})
			exact = false
		}
	}
	return append(out, member{"exact", exact})
}

func (r Tally) option(a int) string { return r.Result.Options[a] }

func (r Tally) named(options []int) []string {
	names := []string{}
	for _, a := range options {
		names = append(names, r.option(a))
	}
	return names
}
