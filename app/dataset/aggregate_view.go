package dataset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// manyYears is from how many years on a line is drawn in place of bars.
const manyYears = 16

// countField is the field of the figures where rows are counted, and where a table has no figures.
const countField = "figure"

// valueField names the field that an aggregate stands in.
func (a Answer) valueField(g gathered) string {
	name := g.value
	if name == "" || g.by == Count {
		name = countField
	}
	if name == g.group.Name || name == g.split.Name {
		name = "_" + name
	}
	return name
}

// aggregateFields are the fields of an aggregate: what it is grouped by, the figure, and what goes with it.
func (a Answer) aggregateFields(g gathered) []datapackage.Field {
	d := a.Data
	value := datapackage.Field{Name: a.valueField(g), Type: "number", Role: "value", Title: a.valueTitle(g)}
	if g.by != Count { // what is counted has a singular
		value.Unit = a.valueUnit(g)
	}
	id, ok := d.Field(d.role("id"))
	if !ok || id.Name == g.group.Name || id.Name == g.split.Name {
		id = datapackage.Field{Name: "_id", Type: "string", Role: "id", Title: words.Both("Id", "Id")}
	}
	out := []datapackage.Field{id}
	for _, name := range []string{g.group.Name, g.split.Name} {
		out = append(out, a.kept(g, name, value.Name)...)
	}
	out = append(out, value)
	kept := []string{"period", "method"}
	if g.keepsUnit() {
		kept = []string{"unit", "written", "months", "period", "kind", "status", "method"}
	}
	for _, role := range append(kept, "source_id", "source") {
		more := a.kept(g, d.role(role), value.Name)
		if len(more) > 0 && !slices.ContainsFunc(out, func(f datapackage.Field) bool { return f.Name == more[0].Name }) {
			out = append(out, more...)
		}
	}
	return out
}

// kept returns a field that an aggregate keeps, with its translation; none where there is no such field, or it is the
// figure.
func (a Answer) kept(g gathered, name, value string) []datapackage.Field {
	f, ok := a.Data.Field(name)
	if !ok || name == value {
		return nil
	}
	if slices.Contains([]string{"value", "low", "high", "central"}, f.Role) {
		f.Role = ""
	}
	es := name + "@" + string(words.Spanish)
	if translation, ok := a.Data.Field(es); ok {
		return []datapackage.Field{f, translation}
	}
	if g.blank(name) {
		return []datapackage.Field{f, {Name: es, Type: "string"}}
	}
	return []datapackage.Field{f}
}

// valueTitle is the head of the column of an aggregate.
func (a Answer) valueTitle(g gathered) words.Text {
	out := words.Text{}
	f, _ := a.Data.Field(g.value)
	for _, l := range words.Langs() {
		tr := a.Data.tr(l)
		out[l] = words.Capital(tr.T("data.ask.by." + string(g.by)))
		if title := f.Title.In(l); title != "" && g.keepsUnit() {
			out[l] = tr.T("data.ask.column", words.Args{"Aggregate": out[l], "Field": lower(title)})
		}
	}
	return out
}

// valueUnit is what an aggregate counts.
func (a Answer) valueUnit(g gathered) words.Text {
	d := a.Data
	switch {
	case g.by == Share:
		return d.texts("data.ask.percent")
	case g.by == Count && d.Role != RoleDataset && len(d.Unit) > 0:
		return d.Unit
	case g.by == Count:
		return d.texts("data.ask.rows")
	}
	out := words.Text{}
	first := g.groups[0].rows[0]
	if d.percent(first, d.fieldsOf(a.View), a.View) {
		return d.texts("data.ask.percent")
	}
	for _, l := range words.Langs() {
		out[l] = plural(d, first, a.View, d.tr(l))
	}
	return out
}

// plural is the unit of a row's figure, however many it counts itself.
func plural(d *Dataset, r Row, v View, tr words.Tr) string {
	several := *d
	several.UnitOne = nil
	return several.unit(r, v, tr)
}

// aggregateView draws an aggregate: years side by side, or as a line where they are many, else bars by name.
func (a Answer) aggregateView(g gathered) View {
	v := View{
		Name: a.View.Name, Form: "bars-horizontal", Title: a.groupTitle(g), Subtitle: a.View.Title, Y: a.valueField(g),
		Label: g.group.Name, Series: g.split.Name, Attribution: a.View.Attribution,
	}
	first := g.groups[0].rows[0]
	if v.Percent = g.by == Share || g.keepsUnit() && a.Data.percent(first, a.Data.fieldsOf(a.View), a.View); v.Percent {
		v.Unit = nil
	} else if g.by != Count || a.Data.Role != RoleDataset {
		v.Unit = a.valueUnit(g)
	}
	if len(v.Subtitle) == 0 {
		v.Subtitle = a.Data.Title
	}
	if v.Counts = g.by == Count && a.Data.Role == RoleDataset; v.Counts { // the words of the chart are of its figures
		v.Subtitle = words.Text{}
		for _, l := range words.Langs() {
			v.Subtitle[l] = a.Data.tr(l).T("data.ask.counted", words.Args{"Title": a.Data.Title.In(l)})
		}
	}
	years := map[string]bool{}
	for _, part := range g.groups {
		years[part.key] = true
	}
	if isTime(g.group) {
		v.X, v.Sort = g.group.Name, g.group.Name
		v.Form = "bars"
		if len(years) >= manyYears || g.group.Type == "date" {
			v.Form = "lines"
		}
	}
	if v.Series != "" {
		if v.Form != "lines" {
			v.Form = "grouped"
		}
		v.SeriesOrder = a.order(g.split.Name)
	}
	return v
}

// order is the order and the words that a chart has for the values of a field.
func (a Answer) order(field string) []datapackage.Part {
	switch field {
	case a.View.Series:
		return a.View.SeriesOrder
	case a.View.Group:
		return a.View.Groups
	case a.View.Tag:
		return a.View.Tags
	}
	return nil
}

// groupTitle says what is put together by what: "Sum by agency".
func (a Answer) groupTitle(g gathered) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		text := a.Data.byWords(Lens{By: g.by, Group: g.group.Name, Split: g.split.Name}, a.Data.tr(l))
		if g.by == Count && a.Data.Role == RoleDataset {
			text = a.Data.by(a.Data.tr(l).T("data.ask.counted.title"), g.group.Name, g.split.Name, l)
		}
		out[l] = words.Capital(text)
	}
	return out
}

// byWords says how figures are put together: "sum by agency and year".
func (d *Dataset) byWords(q Lens, tr words.Tr) string {
	by := q.By
	if by == "" {
		by = Count
	}
	how := tr.T("data.ask.by." + string(by))
	if unit := d.Unit.In(tr.Lang()); by == Count && d.Role != RoleDataset && unit != "" {
		how = tr.T("data.ask.number", words.Args{"Unit": unit})
	}
	return d.by(how, q.Group, q.Split, tr.Lang())
}

// by says what is put together by which fields; a blank split, or one that is the group, is none.
func (d *Dataset) by(how, group, split string, l words.Lang) string {
	names := []string{d.groupWords(group, l)}
	if split != "" && split != group {
		names = append(names, d.groupWords(split, l))
	}
	return d.tr(l).T("data.ask.by", words.Args{"Aggregate": how, "Fields": d.tr(l).List(names)})
}

// groupWords is the title of a field after "by": one of several words ("What is counted", "Bought in") stands in quotation
// marks, since it need not be a noun.
func (d *Dataset) groupWords(name string, l words.Lang) string {
	if title := d.spokenTitle(name, l); strings.Contains(title, " ") {
		return "“" + title + "”"
	}
	return d.fieldWords(name, l)
}

// fieldWords is the title of a field as it stands within a sentence.
func (d *Dataset) fieldWords(name string, l words.Lang) string {
	if title := d.spokenTitle(name, l); title != "" {
		return lower(title)
	}
	return name
}

// lower begins a title with a small letter, as it stands within a sentence, unless its first word is an abbreviation.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s, " ")
	if len(word) == size || strings.IndexFunc(word[size:], unicode.IsUpper) >= 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
