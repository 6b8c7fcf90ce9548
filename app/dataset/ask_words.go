package dataset

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// asked says a question in one line; nil where nothing is asked: "Only agency: CBP or ATF; year 2015–2020; with “trace” ·
// sum by year · per month". Picked says which rows the chart itself takes; it comes first.
func (d *Dataset) asked(q Lens, picked words.Text) words.Text {
	if !q.Asks() {
		return nil
	}
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = words.Capital(d.askedIn(q, d.tr(l)))
		if text := picked.In(l); text != "" {
			out[l] = words.Capital(text) + " · " + out[l]
		}
	}
	return out
}

func (d *Dataset) askedIn(q Lens, tr words.Tr) string {
	var pieces []string
	if only := d.onlyWords(q, tr); only != "" {
		pieces = append(pieces, tr.T("data.ask.only", words.Args{"Conditions": only}))
	}
	if q.Group != "" {
		pieces = append(pieces, d.byWords(q, tr))
	}
	switch q.Scale {
	case PerMonth:
		pieces = append(pieces, tr.T("data.ask.scale.month"))
	case Per100k:
		pieces = append(pieces, tr.T("data.ask.scale.people"))
	case Index:
		key := "data.ask.scale.index"
		if q.Base == "" {
			key = "data.ask.scale.first"
		}
		pieces = append(pieces, tr.T(key, words.Args{"Base": q.Base}))
	}
	if with := d.besideWords(q, tr); with != "" {
		pieces = append(pieces, tr.T("data.ask.beside", words.Args{"Titles": with}))
	}
	return strings.Join(pieces, " · ")
}

// besideWords names what figures are compared with: the series, or the dataset.
func (d *Dataset) besideWords(q Lens, tr words.Tr) string {
	var titles []string
	for _, b := range q.With {
		other := d.set.Dataset(b.Dataset)
		if other == nil {
			continue
		}
		title := other.Title.In(tr.Lang())
		if b.Series != "" {
			title = tr.T("data.ask.beside.series", words.Args{"Series": other.valueWords(other.View(b.View).Series, b.Series, tr), "Title": title})
		}
		titles = append(titles, title)
	}
	return tr.List(titles)
}

// onlyWords says the filters: fields in the order in which they are first named, then the words that were looked for.
func (d *Dataset) onlyWords(q Lens, tr words.Tr) string {
	var pieces []string
	var said []string
	for _, c := range q.Where {
		if slices.Contains(said, c.Field) {
			continue
		}
		said = append(said, c.Field)
		f, _ := d.Field(c.Field)
		pieces = append(pieces, d.conditionWords(f, q.Where, tr)...)
	}
	if parts := strings.Fields(q.Text); len(parts) > 0 {
		pieces = append(pieces, tr.T("data.ask.text", words.Args{"Text": strings.Join(parts, " ")}))
	}
	return strings.Join(pieces, "; ")
}

// conditionWords says all conditions on one field; a lower and an upper bound are one range.
func (d *Dataset) conditionWords(f datapackage.Field, where []Cond, tr words.Tr) []string {
	title := d.fieldWords(f.Name, tr.Lang())
	from, to := "", ""
	var pieces []string
	for _, c := range where {
		if c.Field != f.Name {
			continue
		}
		values := d.valuesWords(f, c.Values, tr)
		switch {
		case c.Op == ">=" && len(values) == 1 && from == "":
			from = values[0]
		case c.Op == "<=" && len(values) == 1 && to == "":
			to = values[0]
		default:
			pieces = append(pieces, oneCondition(c, title, values, tr))
		}
	}
	return append(pieces, rangeWords(title, from, to, tr)...)
}

// oneCondition says a condition that is no part of a range.
func oneCondition(c Cond, title string, values []string, tr words.Tr) string {
	text := or(values, tr)
	args := words.Args{"Field": title, "Values": text, "From": text, "To": text}
	if len(values) == 0 || len(values) == 1 && c.Values[0] == "" {
		if c.Op == "!=" {
			return tr.T("data.ask.any", args)
		}
		args["Values"] = tr.T("data.ask.blank")
	}
	return tr.T(operatorKeys()[c.Op], args)
}

// rangeWords says a range, which may be open at one end; nothing where it is open at both.
func rangeWords(title, from, to string, tr words.Tr) []string {
	args := words.Args{"Field": title, "From": from, "To": to, "Value": from}
	switch {
	case from == "" && to == "":
		return nil
	case from == to:
		return []string{tr.T("data.ask.one", args)}
	case to == "":
		return []string{tr.T("data.ask.from", args)}
	case from == "":
		return []string{tr.T("data.ask.to", args)}
	}
	return []string{tr.T("data.ask.range", args)}
}

// operatorKeys are the texts of conditions by their operators.
func operatorKeys() map[string]string {
	return map[string]string{
		"=": "data.ask.is", "!=": "data.ask.not", "~": "data.ask.contains", "<": "data.ask.less", ">": "data.ask.more",
		">=": "data.ask.from", "<=": "data.ask.to",
	}
}

func (d *Dataset) valuesWords(f datapackage.Field, values []string, tr words.Tr) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = d.valueWords(f.Name, v, tr)
	}
	return out
}

// valueWords writes the value of a condition as readers see it in the table: numbers with commas, dates and codes in words.
func (d *Dataset) valueWords(field, value string, tr words.Tr) string {
	if value == "" {
		return tr.T("data.ask.blank")
	}
	f, ok := d.Field(field)
	if !ok {
		return value
	}
	if f.Numeric() || f.Type == "date" || f.Type == "yearmonth" || f.Type == "boolean" {
		return d.amountWords(f, value, tr)
	}
	i, ok := d.index[field]
	if !ok {
		return value
	}
	for j := range d.Rows { // a row that has it knows its translation
		if d.Rows[j].rawAt(i) == value {
			return d.cell(d.Rows[j], field, tr.Lang())
		}
	}
	cells := make([]datapackage.Value, len(d.Fields))
	cells[i] = madeText(value)
	return d.cell(Row{d: d, cells: cells}, field, tr.Lang())
}

func (d *Dataset) amountWords(f datapackage.Field, value string, tr words.Tr) string {
	n := f.Parse(value).Number
	switch {
	case f.Type == "date" || f.Type == "yearmonth":
		return tr.Date(value)
	case math.IsNaN(n):
		return value
	case f.Type == "boolean" && n == 1:
		return tr.T("data.ask.yes")
	case f.Type == "boolean":
		return tr.T("data.ask.no")
	case isPercent(f.Unit.In(words.English)):
		return tr.Percent(n)
	}
	return tr.Auto(n)
}

// or joins what any of will do: "CBP, ATF or ICE". Spanish says "u" before the sound of o.
func or(items []string, tr words.Tr) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := items[len(items)-1]
	key := "data.ask.or"
	folded := strings.TrimPrefix(words.Fold(last), "h")
	if tr.Lang() == words.Spanish && strings.HasPrefix(folded, "o") {
		key = "data.ask.or.before_o"
	}
	return tr.T(key, words.Args{"Head": strings.Join(items[:len(items)-1], ", "), "Last": last})
}
