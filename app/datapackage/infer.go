package datapackage

import (
	"regexp"
	"slices"
	"strings"
)

// infer gives the fields of a table without a schema the narrowest type that all their values have.
func infer(r *Resource) {
	comma := r.Dialect.Delimiter == ';' && slices.ContainsFunc(r.Rows, func(row Row) bool {
		return slices.ContainsFunc(row.Values, func(v Value) bool { return decimalComma.MatchString(v.Text) })
	})
	for i := range r.Fields {
		f := plainField(r.Fields[i].Name, "string")
		for _, g := range narrowest(f.Name, comma) {
			if g.fits(r.Rows, i) {
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

// decimalComma is a number as it is written where semicolons stand between cells, so that commas can stand before decimals.
var decimalComma = regexp.MustCompile(`^[+-]?\d{1,3}(?:\d*|(?:\.\d{3})*),\d+$`)

// narrowest are the fields that a column can be, the narrowest first. Numbers may have commas between thousands or, where the table
// has them so, before decimals.
func narrowest(name string, comma bool) []Field {
	var out []Field
	if comma {
		f := plainField(name, "number")
		f.decimal, f.group = ",", "."
		out = append(out, plainField(name, "year"), plainField(name, "integer"), f)
	}
	for _, typ := range []string{"year", "integer", "number", "yearmonth", "date"} {
		out = append(out, plainField(name, typ))
	}
	for _, typ := range []string{"integer", "number"} {
		f := plainField(name, typ)
		f.group = ","
		out = append(out, f)
	}
	return out
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

// inferable keeps codes from being taken for numbers: "007" is no integer, only a plausible year is a year, and commas stand
// between thousands where three digits follow each.
func (f Field) inferable(text string) bool {
	switch f.Type {
	case "year":
		return len(text) == 4 && text >= "1500" && text < "2200"
	case "integer", "number":
		digits := strings.TrimLeft(text, "+-")
		if f.group != "" && !grouped(digits, f.group, f.decimal) {
			return false
		}
		return len(digits) < 2 || digits[0] != '0' || digits[1:2] == f.decimal
	}
	return true
}

// grouped reports whether what stands between thousands stands nowhere else.
func grouped(digits, group, decimal string) bool {
	whole, _, _ := strings.Cut(digits, decimal)
	for i, part := range strings.Split(whole, group) {
		if i > 0 && len(part) != 3 || i == 0 && len(part) > 3 && strings.Contains(whole, group) || part == "" {
			return false
		}
	}
	return !strings.Contains(strings.TrimPrefix(digits, whole), group)
}
