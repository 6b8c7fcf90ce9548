package dataset

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// defaultLimit is how many bars a view made from types shows.
const defaultLimit = 30

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
		for _, name := range append(condFields(c.Where), c.Field) {
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

// DefaultView makes a first view of a table from the types of its fields: lines or bars over years, bars by name else.
// The figure is the first amount that is no key.
func DefaultView(d *Dataset) View {
	v := View{Name: "default", Form: "bars-horizontal", Title: d.Title}
	amount := func(f datapackage.Field) bool { return f.Numeric() && f.Name != d.role("id") }
	value, ok := d.first(func(f datapackage.Field) bool { return amount(f) && !d.counts(f) })
	if !ok {
		if value, ok = d.first(amount); !ok {
			return d.asTable(v)
		}
	}
	v.Y, v.Unit, v.Percent = value.Name, value.Unit, isPercent(value.Unit.In(words.English))
	v.Subtitle = named(value.Title, value.Name)
	text, hasText := d.first(d.isName)
	if when, ok := d.first(isTime); ok {
		return d.overTime(v, when, text, hasText)
	}
	v.Label = d.Fields[0].Name
	if hasText {
		v.Label = text.Name
	}
	if len(d.Rows) > defaultLimit {
		v.Sort = "-" + value.Name
		d.limit(&v, "data.view.largest")
	}
	return v
}

// asTable draws a table without amounts as what it is: its first text, and the next one under it.
func (d *Dataset) asTable(v View) View {
	v.Form = "table"
	for _, f := range d.Fields {
		switch {
		case !d.isName(f):
		case v.Label == "":
			v.Label = f.Name
		case v.Sub == "":
			v.Sub = f.Name
		}
	}
	if v.Label == "" && len(d.Fields) > 0 {
		v.Label = d.Fields[0].Name
	}
	return v
}

// limit shows the first rows of a long table, and says so.
func (d *Dataset) limit(v *View, key string) {
	if len(d.Rows) <= defaultLimit {
		return
	}
	v.Limit, v.Showing = defaultLimit, words.Text{}
	for _, l := range words.Langs() {
		tr := d.tr(l)
		v.Showing[l] = tr.T(key, words.Args{"Shown": tr.Int(defaultLimit), "Count": tr.Int(len(d.Rows))})
	}
}

func isTime(f datapackage.Field) bool {
	return f.YearLike() || f.Type == "date" || f.Type == "yearmonth"
}

// isName reports whether f can name a row: a text that is no key and no translation.
func (d *Dataset) isName(f datapackage.Field) bool {
	_, _, translation := f.Base()
	return (f.Type == "string" || f.Type == "any") && !translation && f.Name != d.role("id") && f.Name != d.role("source_id")
}

// overTime draws a table with a time: bars where each point in time has one figure and there are few, lines where a text
// tells series apart, and the latest figures by name where neither holds.
func (d *Dataset) overTime(v View, when, text datapackage.Field, hasText bool) View {
	const fewBars, fewSeries = 30, 6
	v.X, v.Label, v.Sort = when.Name, when.Name, when.Name
	switch {
	case d.distinct(when.Name) && len(d.Rows) <= fewBars && when.YearLike():
		v.Form = "bars"
	case d.distinct(when.Name):
		v.Form = "lines"
	case hasText && d.distinct(when.Name, text.Name) && d.count(text.Name) <= fewSeries:
		v.Form, v.Series = "lines", text.Name
	default:
		v.Form, v.Sort = "bars-horizontal", "-"+when.Name
		d.limit(&v, "data.view.latest")
		if hasText {
			v.Label, v.Sub = text.Name, when.Name
		}
	}
	return v
}

func (d *Dataset) first(want func(datapackage.Field) bool) (datapackage.Field, bool) {
	i := slices.IndexFunc(d.Fields, want)
	if i < 0 {
		return datapackage.Field{}, false
	}
	return d.Fields[i], true
}

// distinct reports whether no two rows have the same values in the fields.
func (d *Dataset) distinct(fields ...string) bool { return d.count(fields...) == len(d.Rows) }

// count returns how many different values the fields have, two at most.

func (d *Dataset) count(fields ...string) int {
	seen := map[[2]string]bool{}
	for _, r := range d.Rows {
		var key [2]string
		for i, f := range fields {
			key[i%2] = r.Text(f, words.English)
		}
		seen[key] = true
	}
	return len(seen)
}

// counts reports whether a field counts the rows: 1, 2, 3 …, as a number column of a spreadsheet does.
func (d *Dataset) counts(f datapackage.Field) bool {
	for i, r := range d.Rows {
		if n := r.Number(f.Name); math.IsNaN(n) || n != float64(i+1) {
			return false
		}
	}
	return len(d.Rows) > 1
}
