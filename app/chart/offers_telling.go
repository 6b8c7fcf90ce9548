package chart

import (
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// telling gives rows that would be called alike names that tell them apart: the year where one is enough, the name that the table
// has for the row, or another of its words under it.
func (k figures) telling(v dataset.View) dataset.View {
	tells := func(v dataset.View) bool { return k.single(v.Group, v.Label, v.Sub, v.When, v.Who, v.Period, v.Tag) }
	if tells(v) {
		return v
	}
	var named, under []dataset.View
	if k.when != "" && v.Group != "" {
		year := v
		year.Label, year.Sub = k.when, ""
		named = append(named, year)
	}
	for _, f := range k.answer.Data.Fields {
		_, _, translation := f.Base()
		if translation || f.Role == "hidden" || f.Type != "string" && f.Type != "any" && f.Name != k.when {
			continue
		}
		other := v
		if f.Role == "label" || f.Name == "label" {
			other.Label = f.Name
			named = append(named, other)
		} else if v.Sub == "" && f.Role != "id" && f.Name != "id" {
			other.Sub = f.Name
			under = append(under, other)
		}
	}
	for _, other := range append(named, under...) {
		if tells(other) {
			return other
		}
	}
	return v
}

// worded reports whether the values of a field are words that people read, in every language of the table.
func (k figures) worded(field string) bool {
	_, translated := k.answer.Data.Field(field + "@" + string(words.Spanish))
	return translated || k.view.SeriesOrder == nil
}
