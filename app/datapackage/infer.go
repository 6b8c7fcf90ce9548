package datapackage

import "strings"

// infer gives the fields of a table without a schema the narrowest type that all their values have.
func infer(r *Resource) {
	for i := range r.Fields {
		f := plainField(r.Fields[i].Name, "string")
		for _, typ := range []string{"year", "integer", "number", "yearmonth", "date"} {
			if g := plainField(f.Name, typ); g.fits(r.Rows, i) {
				f = g
				break
			}
		}
		r.Fields[i] = f
		for _, row := range r.Rows {
			if !row.Values[i].Missing {
				row.Values[i] = f.Parse(row.Values[i].Text)
			}
		}
	}
}

func plainField(name, typ string) Field {
	return node{map[string]any{"name": name, "type": typ}, "", func(string, string) {}}.field()
}

// fits reports whether every value of column i is of f's type, and there is one.
func (f Field) fits(rows []Row, i int) bool {
	some := false
	for _, row := range rows {
		text := row.Values[i].Text
		if row.Values[i].Missing {
			continue
		}
		some = true
		if f.Parse(text).Wrong || !f.inferable(text) {
			return false
		}
	}
	return some
}

// inferable keeps codes from being taken for numbers: "007" is no integer, and only a plausible year is a year.
func (f Field) inferable(text string) bool {
	switch f.Type {
	case "year":
		return len(text) == 4 && text >= "1500" && text < "2200"
	case "integer", "number":
		digits := strings.TrimLeft(text, "+-")
		return len(digits) < 2 || digits[0] != '0' || digits[1] == '.'
	}
	return true
}
