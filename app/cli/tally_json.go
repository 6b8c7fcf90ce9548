package cli

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

func (r *tallyReport) json(w io.Writer) error {
	var rules, firm object
	for _, o := range r.rules {
		rules = append(rules, member{string(o.Rule), r.outcome(o)})
	}
	for _, f := range r.firm {
		firm = append(firm, member{string(f.Rule), firmness(f)})
	}
	var concordance any // null where it is undefined
	if r.agreement.W != nil {
		concordance = decimal(r.agreement.W)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(object{
		{"options", r.result.Options},
		{"ballots", r.result.Ballots},
		{"blank", r.result.Blank},
		{"spoilt", r.result.Spoilt},
		{"unranked", r.result.Setting.Unranked},
		{"pairwise", r.pairwise()},
		{"rules", rules},
		{"agreement", object{{"w", concordance}, {"tauB", r.agreement.TauB}}},
		{"firmness", firm},
	})
}

// pairwise has, for each option, how many ballots put it above each other one.
func (r *tallyReport) pairwise() object {
	all := object{}
	for a, row := range r.result.Pairwise {
		above := object{}
		for b, count := range row {
			if a != b {
				above = append(above, member{r.name(b), count})
			}
		}
		all = append(all, member{r.name(a), above})
	}
	return all
}

// outcome is what a rule makes of the ballots. Orders are best first, each inner list a tie; one that is not known is empty.
func (r *tallyReport) outcome(o ranking.Outcome) object {
	out := object{{"winners", r.names(o.Winners)}, {"order", r.order(o.Order)}}
	if !o.Unique {
		out = append(out, member{"unique", false})
	}
	if len(o.Scores) > 0 {
		scores := object{}
		for a, score := range o.Scores {
			if score != nil {
				scores = append(scores, member{r.name(a), decimal(score)})
			}
		}
		out = append(out, member{"scores", scores})
	}
	switch o.Rule {
	case ranking.Schulze, ranking.RankedPairs:
		out = append(out, member{"strength", r.result.Setting.Strength})
	case ranking.Kemeny:
		orders := [][][]string{}
		for _, strict := range o.Orders {
			var order [][]string
			for _, a := range strict {
				order = append(order, []string{r.name(a)})
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

func (r *tallyReport) order(tiers [][]int) [][]string {
	order := [][]string{}
	for _, tie := range tiers {
		order = append(order, r.names(tie))
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
