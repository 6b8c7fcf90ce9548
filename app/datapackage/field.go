package datapackage

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Field is a column: its type, what it may hold, and what it is for.
type Field struct {
	Name   string
	Type   string // string, integer, number, boolean, date, year, yearmonth, any …; others are kept as text
	Format string
	Title  words.Text
	About  words.Text // the standard's description
	Role   string     // id, value, low, high, source, caveat, kind, status, period, method, label …
	Unit   words.Text

	Constraints Constraints

	decimal, group string   // number, integer: the point and what stands between thousands
	bare           bool     // number, integer: nothing but the number
	trues, falses  []string // boolean
	missing        []string // v2: missing values of this field alone
}

// standardTypes are all types of the standard, also those whose values are kept as text.
var standardTypes = [...]string{
	"string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year", "yearmonth", "duration",
	"geopoint", "geojson", "any",
}

// Base returns the name of the field that f translates and the language, for a name like "period@es".
func (f Field) Base() (name string, lang words.Lang, ok bool) {
	base, code, ok := strings.Cut(f.Name, "@")
	if !ok || base == "" || !words.Lang(code).Valid() {
		return f.Name, "", false
	}
	return base, words.Lang(code), true
}

// Numeric reports whether values of f are amounts: they add up, align right and are written with commas.
func (f Field) Numeric() bool { return (f.Type == "integer" || f.Type == "number") && !f.YearLike() }

// YearLike reports whether values of f are years, which are written without commas. A column of whole numbers is taken for
// years by its name where the package has no better type.
func (f Field) YearLike() bool {
	if f.Type == "year" {
		return true
	}
	if f.Type != "integer" {
		return false
	}
	name := strings.ReplaceAll(strings.ToLower(f.Name), " ", "_")
	return f.Role == "year" || name == "year" || name == "año" || strings.HasPrefix(name, "year_") || strings.HasSuffix(name, "_year")
}

// Ordered reports whether values of f have a [Value.Number] to be compared by.
func (f Field) Ordered() bool {
	return slices.Contains([]string{"integer", "number", "boolean", "date", "year", "yearmonth"}, f.Type)
}

// field reads one field of a schema.
func (n node) field() Field {
	f := Field{
		Name: n.str("name"), Type: n.str("type"), Format: n.str("format"),
		Title: n.translated("title"), About: n.translated("description"),
		Role: n.str("doublefix:role"), Unit: n.text("doublefix:unit"),
		decimal: ".", trues: []string{"true", "True", "TRUE", "1"}, falses: []string{"false", "False", "FALSE", "0"},
	}
	switch {
	case f.Type == "":
		f.Type = "string" // version 1; version 2 says any, which reads alike
	case !slices.Contains(standardTypes[:], f.Type):
		n.report(n.path+".type", "type")
	}
	if n.has("decimalChar") {
		f.decimal = n.str("decimalChar")
	}
	f.group = n.str("groupChar")
	f.bare = !n.has("bareNumber") || n.flag("bareNumber")
	if n.has("trueValues") {
		f.trues = n.scalars("trueValues")
	}
	if n.has("falseValues") {
		f.falses = n.scalars("falseValues")
	}
	f.missing = n.missingValues()
	f.Constraints = n.constraints(f)
	return f
}

// missingValues reads a list of texts, or of objects with a value (version 2); nil where there is none.
func (n node) missingValues() []string {
	if !n.has("missingValues") {
		return nil
	}
	out := []string{}
	for _, v := range n.array("missingValues") {
		if _, labelled := v.value.(map[string]any); labelled {
			out = append(out, v.scalar("value"))
			continue
		}
		out = append(out, v.asScalar())
	}
	return out
}
