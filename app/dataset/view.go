package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// forms are the forms that a view may ask for.
var forms = [...]string{
	"bars", "bars-horizontal", "lines", "claims", "ranges", "funnel", "stacked", "dumbbell", "slope", "timeline", "table",
	"grouped", "small-multiples", "heat-map", "bump", "histogram", "scatter", "flow", "calendar",
}

// views checks the views of d and gives it one where it has none.
func (l *loader) views(d *Dataset) {
	r := l.p.Resource(d.ID)
	for i, v := range d.Charts {
		if !slices.Contains(forms[:], v.Form) {
			l.report(r, 0, "", "data.problem.form", words.Args{"Chart": v.Name, "Form": v.Form, "Forms": strings.Join(forms[:], ", ")})
			d.Charts[i].Form = "bars-horizontal"
		}
		for _, name := range append(v.Fields(), condFields(v.Where)...) {
			if _, ok := d.Field(name); !ok {
				l.report(r, 0, "", "data.problem.chart_field", words.Args{"Chart": v.Name, "Name": name})
			}
		}
		l.conditions(d, v.Where, "data.problem.chart_condition", v.Name)
		ids := slices.Concat(append(slices.Clone(v.Joined), v.Emphasis, v.Doubtful)...)
		for _, id := range ids {
			if _, ok := d.Row(id); !ok {
				l.report(r, 0, "", "data.problem.chart_row", words.Args{"Chart": v.Name, "ID": id})
			}
		}
	}
	for _, c := range d.Caveats {
		for _, name := range slices.Concat(condFields(c.Where), []string{c.Field}, c.Apart) {
			if _, ok := d.Field(name); !ok && name != "" {
				l.report(r, 0, "", "data.problem.caveat_field", words.Args{"Name": name})
			}
		}
		l.conditions(d, bounds(c), "data.problem.caveat_condition", "")
	}
	if len(d.Charts) == 0 {
		d.Charts = []View{DefaultView(d)}
	}
}

// conditions reports conditions whose field is there but whose operator or value cannot be read.
func (l *loader) conditions(d *Dataset, conds []Cond, key, chart string) {
	for _, c := range conds {
		if _, ok := d.Field(c.Field); !ok {
			continue
		}
		if _, err := d.test(c); err != nil {
			l.report(l.p.Resource(d.ID), 0, "", key, words.Args{"Chart": chart, "Name": c.Field})
		}
	}
}

func condFields(conds []Cond) []string {
	out := make([]string, len(conds))
	for i, c := range conds {
		out[i] = c.Field
	}
	return out
}
