package dataset

import (
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// roleHidden is the role of a field that only charts and checks read.
const roleHidden = "hidden"

// machineFields are hidden by their names, so that tables written before the role was there need not say so.
var machineFields = [...]string{"caveat_short", "chart_use", "also_source_ids"}

// hidden reports whether people never read the values of f: the field says so, it picks rows for charts, it is the short
// form of a caveat or the code whose name stands in a field beside it (agency, agency_name), it says what kind of number a
// row without a number has, or it holds ids of rows and tables and nothing else. Sources and what a key refers to have
// names, so they are shown.
func (d *Dataset) hidden(f datapackage.Field) bool {
	switch {
	case f.Role == roleHidden, f.Role == "caveat_short", slices.Contains(machineFields[:], f.Name), d.has(f.Name + "_name"):
		return true
	case d.Role != RoleDataset && !d.hasFigures(View{}) && (f.Name == d.role("kind") || f.Name == d.role("status")):
		return true
	case f.Type != "string" || f.Name == d.role("id") || d.cites(f.Name) || d.refers[f.Name] != "":
		return false
	case f.Name == d.role("kind") || f.Name == d.role("status"): // their words are terms of the glossary, too
		return false
	}
	return len(d.set.Sources) > 0 && d.onlyIDs(f.Name)
}

// onlyIDs reports whether every filled cell of a field is a list of ids of other rows or of datasets.
func (d *Dataset) onlyIDs(field string) bool {
	filled := false
	for _, r := range d.Rows {
		for _, id := range splitIDs(r.Text(field, words.English)) {
			if _, isRow := d.set.rows[id]; id == r.ID || !isRow && d.set.Dataset(id) == nil {
				return false
			}
			filled = true
		}
	}
	return filled
}

// cites reports whether a field names sources.
func (d *Dataset) cites(field string) bool {
	switch field {
	case "":
		return false
	case d.role("source_id"), d.role("source"), "also_source_ids":
		return true
	}
	return d.set.cited != "" && d.refers[field] == d.set.cited
}

// cited returns the short citations of the sources that a cell names, or the cell where they are unknown.
func (d *Dataset) cited(r Row, field string, l words.Lang) string {
	var shorts []string
	for _, id := range splitIDs(r.Text(field, words.English)) {
		s := d.set.Sources[id]
		if s == nil {
			return r.Text(field, l)
		}
		shorts = append(shorts, s.Short.In(l))
	}
	return strings.Join(shorts, "; ")
}

// worded returns the text of a cell: the name of the row that a key refers to, the words that a chart has for a code, or
// the text itself.
func (d *Dataset) worded(r Row, field string, l words.Lang) string {
	text := r.Text(field, words.English)
	if d.refers[field] != "" {
		if target, ok := d.set.rows[text]; ok && target.d.ID == d.refers[field] {
			if name := target.Text(target.d.labelField(), l); name != "" {
				return name
			}
		}
	}
	if title := d.partTitle(field, text, l); title != "" && !d.has(field+"@"+string(words.Spanish)) {
		return title
	}
	return r.Text(field, l)
}

// labelField returns the field that rows of d are called by.
func (d *Dataset) labelField() string {
	if name := d.role("label"); name != "" {
		return name
	}
	if len(d.Charts) > 0 && d.Charts[0].Label != "" {
		return d.Charts[0].Label
	}
	return d.role("name")
}

// partTitle returns the words that one of the charts has for a code: of a series, a group or a tag.
func (d *Dataset) partTitle(field, code string, l words.Lang) string {
	for _, v := range d.Charts {
		for _, by := range []struct {
			field string
			parts []datapackage.Part
		}{{v.Tag, v.Tags}, {v.Series, v.SeriesOrder}, {v.Group, v.Groups}} {
			if by.field != field {
				continue
			}
			if i := slices.IndexFunc(by.parts, func(p datapackage.Part) bool { return p.ID == code }); i >= 0 {
				return by.parts[i].Title.In(l)
			}
		}
	}
	if d.of != nil {
		return d.of.partTitle(field, code, l)
	}
	return ""
}
