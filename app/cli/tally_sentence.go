package cli

import (
	"fmt"
	"strings"

	"doublefix/app/ranking"
	"doublefix/app/words"
)

// verdict is a set of winners and the rules that find it.
type verdict struct {
	winners []int
	rules   []ranking.Rule
}

// verdicts are the different winners that the rules find, in the order of the rules. A rule that finds none is left out.
func (r *tallyReport) verdicts() []verdict {
	var all []verdict
	seen := map[string]int{}
	for _, o := range r.rules {
		if len(o.Winners) == 0 {
			continue
		}
		key := fmt.Sprint(o.Winners)
		at, ok := seen[key]
		if !ok {
			at = len(all)
			seen[key] = at
			all = append(all, verdict{winners: o.Winners})
		}
		all[at].rules = append(all[at].rules, o.Rule)
	}
	return all
}

// sentences say what the ballots come to, with denominators.
func (r *tallyReport) sentences() []string {
	if r.result.Ballots == 0 {
		return []string{r.tr.T("cli.tally.nothing")}
	}
	said := r.first()
	said = append(said, r.headToHead()...)
	if r.agreement.Few {
		said = append(said, r.tr.T("cli.tally.few", words.Args{"Few": ranking.FewPerOption}))
	}
	return said
}

// first says who comes first, and by how much.
func (r *tallyReport) first() []string {
	all := r.verdicts()
	switch {
	case len(all) == 0:
		return []string{r.tr.T("cli.tally.no_winner")}
	case len(all) > 1:
		var parts []string
		for _, v := range all {
			parts = append(parts, r.tr.T("cli.tally.by", words.Args{"Options": r.list(v.winners), "Rules": r.rulesList(v.rules)}))
		}
		return []string{r.tr.T("cli.tally.differ", words.Args{"Verdicts": strings.Join(parts, "; ")})}
	}
	v := all[0]
	name := r.list(v.winners)
	switch {
	case len(v.rules) == 1 && len(v.winners) > 1:
		return []string{r.tr.T("cli.tally.one_tied", words.Args{"Options": name, "Rule": r.rule(v.rules[0])})}
	case len(v.winners) > 1:
		return []string{r.tr.T("cli.tally.all_tied", words.Args{"Options": name, "Rules": len(v.rules)})}
	case len(v.rules) == 1:
		return append([]string{r.tr.T("cli.tally.one", words.Args{"Option": name, "Rule": r.rule(v.rules[0])})}, r.runnerUp(v)...)
	}
	return append([]string{r.tr.T("cli.tally.all", words.Args{"Option": name, "Rules": len(v.rules)})}, r.runnerUp(v)...)
}

// runnerUp compares the winner with the option that comes next: by the rule that was asked for, else by Schulze.
func (r *tallyReport) runnerUp(v verdict) []string {
	rule := ranking.Schulze
	if len(r.rules) == 1 {
		rule = r.rules[0].Rule
	}
	o, _ := r.result.Outcome(rule)
	if len(o.Order) < 2 || len(o.Order[1]) != 1 || r.result.Ballots < 2 {
		return nil
	}
	second := o.Order[1][0]
	p := r.result.Pair(v.winners[0], second)
	rest := []string{
		r.tr.T("cli.tally.below", words.Args{"Ballots": r.int(p.Below)}), r.tr.T("cli.tally.tied", words.Args{"Ballots": r.int(p.Tied)}),
	}
	if p.Silent > 0 {
		rest = append(rest, r.tr.T("cli.tally.silent", words.Args{"Ballots": r.int(p.Silent)}))
	}
	return []string{r.tr.N("cli.tally.runner_up", int(p.Above), words.Args{
		"Ballots": r.int(r.result.Ballots), "Second": r.name(second), "Rest": strings.Join(rest, "; "),
	})}
}

// headToHead says whether an option beats all others, and names the circles of majorities.
func (r *tallyReport) headToHead() []string {
	if len(r.result.Options) < 2 {
		return nil
	}
	if r.result.Condorcet >= 0 {
		return []string{r.tr.T("cli.tally.condorcet", words.Args{"Option": r.name(r.result.Condorcet)})}
	}
	said := []string{r.tr.T("cli.tally.no_condorcet")}
	for _, c := range r.result.Cycles {
		path := append(r.names(c.Path), r.name(c.Path[0]))
		said = append(said, r.tr.T("cli.tally.cycle", words.Args{"Path": strings.Join(path, " > ")}))
	}
	return said
}

// list joins options as in running text.
func (r *tallyReport) list(options []int) string {
	var quoted []string
	for _, a := range options {
		quoted = append(quoted, "“"+r.name(a)+"”")
	}
	return r.tr.List(quoted)
}

// rulesList joins rules as in running text.
func (r *tallyReport) rulesList(rules []ranking.Rule) string {
	var names []string
	for _, rule := range rules {
		names = append(names, r.rule(rule))
	}
	return r.tr.List(names)
}
