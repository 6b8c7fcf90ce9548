package dataset

import (
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// defaultLimit is how many rows a view made from types shows.
const defaultLimit = 30

// fewSeries is how many lines a view made from types draws at most.
const fewSeries = 6

// mostEvents is how many dated rows a view made from types puts on one axis of time.
const mostEvents = 60

// DefaultView makes a first view of a table from its fields: lines or bars over years, bars by name else, ranges where the
// table has low and high, and the rows as they are where figures are of several units or kinds or where there are none. It
// never puts figures together. The figure is the first amount that is no key, no code and no rank.
func DefaultView(d *Dataset) View {
	v := View{Name: "default", Form: "bars-horizontal", Title: d.Title}
	value, ok := d.firstAmount()
	if !ok {
		return d.withoutFigures(v)
	}
	v.Y, v.Unit, v.Percent = value.Name, value.Unit, d.looksPercent(value)
	v.Subtitle = d.figureWords(value)
	if d.mixed(value) || d.ofSeveralYears() {
		return d.asTable(v)
	}
	text, hasText := d.name()
	if low, high := d.rangeFields(); low != "" {
		v.Form, v.Low, v.High, v.Label = "ranges", low, high, d.labelOr(text, hasText)
		d.limit(&v)
		return v
	}
	if when, ok := d.first(func(f datapackage.Field) bool { return isTime(f) && f.Role != "year_to" && f.Name != "year_to" }); ok {
		return d.overTime(v, when, text, hasText)
	}
	v.Label = d.labelOr(text, hasText)
	if date, ok := d.first(d.holdsDates); ok && d.distinct(date.Name) {
		v.Label, v.Sort = date.Name, date.Name
		d.limit(&v)
		return v
	}
	if len(d.Rows) > defaultLimit {
		v.Sort = "-" + value.Name
		d.limit(&v)
	}
	return v
}

// figureWords names the field of the figures and its unit, as the package gives them.
func (d *Dataset) figureWords(f datapackage.Field) words.Text {
	name := named(f.Title, f.Name)
	if len(f.Unit) == 0 {
		return name
	}
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = d.tr(l).T("data.view.subtitle", words.Args{"Field": name.In(l), "Unit": f.Unit.In(l)})
	}
	return out
}

// labelOr names the field that rows are called by: a name, else the first field.
func (d *Dataset) labelOr(text datapackage.Field, ok bool) string {
	if ok {
		return text.Name
	}
	return d.Fields[0].Name
}

// withoutFigures draws a table without amounts: few dated rows on an axis of time, else the rows as they are.
func (d *Dataset) withoutFigures(v View) View {
	when, dated := d.first(func(f datapackage.Field) bool { return f.Type == "date" || f.Type == "yearmonth" || d.holdsDates(f) })
	text, hasText := d.name()
	if dated && hasText && len(d.Rows) <= mostEvents && d.count(when.Name) > 1 {
		v.Form, v.X, v.Label = "timeline", when.Name, text.Name
		v.Subtitle = named(when.Title, when.Name)
		return v
	}
	return d.asTable(v)
}

// asTable draws a table as what it is: what its rows are called, the next text under it, and their figures where there are.
func (d *Dataset) asTable(v View) View {
	v.Form = "table"
	if name, ok := d.name(); ok {
		v.Label = name.Name
	}
	for _, f := range d.Fields {
		switch {
		case !d.isName(f) || f.Name == v.Label:
		case v.Label == "":
			v.Label = f.Name
		case v.Sub == "":
			v.Sub = f.Name
		}
	}
	if v.Label == "" && len(d.Fields) > 0 {
		v.Label = d.Fields[0].Name
	}
	d.limit(&v)
	return v
}

// limit shows the first rows of a long table, and says so.
func (d *Dataset) limit(v *View) {
	if len(d.Rows) <= defaultLimit {
		return
	}
	v.Limit = defaultLimit
	v.Showing = d.limited(*v, len(d.Rows))
}

// limited is [Dataset.Limited] in every language.
func (d *Dataset) limited(v View, count int) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = d.Limited(v, count, d.tr(l))
	}
	return out
}

// Limited says which of count rows a view shows that has not room for all of them: "the latest 30 of 61".
func (d *Dataset) Limited(v View, count int, tr words.Tr) string {
	key := "data.view.first"
	if name, descending := strings.CutPrefix(v.Sort, "-"); descending {
		f, _ := d.Field(name)
		switch {
		case name == v.Y:
			key = "data.view.largest"
		case isTime(f):
			key = "data.view.latest"
		}
	}
	return tr.T(key, words.Args{"Shown": tr.Int(v.Limit), "Count": tr.Int(count)})
}

// overTime draws a table with a time: bars where each point in time has one figure and there are few, lines where a text
// tells series apart, and the latest figures by name where neither holds.
func (d *Dataset) overTime(v View, when, text datapackage.Field, hasText bool) View {
	v.X, v.Label, v.Sort = when.Name, when.Name, when.Name
	switch {
	case d.count(when.Name) == 1 && len(d.Rows) > 1: // one point in time is no course of things
		v.Form, v.Sort, v.Label = "bars-horizontal", "", d.labelOr(text, hasText)
		if hasText {
			v.Sub = when.Name
		}
		if len(d.Rows) > defaultLimit {
			v.Sort = "-" + v.Y
			d.limit(&v)
		}
	case d.distinct(when.Name) && len(d.Rows) <= defaultLimit && when.YearLike():
		v.Form = "bars"
	case d.distinct(when.Name):
		v.Form = "lines"
	case hasText && d.distinct(when.Name, text.Name) && d.count(text.Name) <= fewSeries:
		v.Form, v.Series = "lines", text.Name
	default:
		v.Form, v.Sort = "bars-horizontal", "-"+when.Name
		d.limit(&v)
		if hasText {
			v.Label, v.Sub = text.Name, when.Name
		}
	}
	return v
}
