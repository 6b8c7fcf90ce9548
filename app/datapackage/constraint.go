package datapackage

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"doublefix/app/words"
)

// Constraints say what a field may hold.
type Constraints struct {
	Required, Unique bool
	Enum             []string
	Minimum, Maximum string // as the descriptor has them; "" where there is none
	Pattern          string

	exclusiveMin, exclusiveMax string
	minLength, maxLength       int // -1 where there is none
	pattern                    *regexp.Regexp
}

// constraints reads what a field may hold; what cannot be understood is reported and not checked.
func (n node) constraints(f Field) Constraints {
	c := n.child("constraints")
	out := Constraints{
		Required: c.flag("required"), Unique: c.flag("unique"), Enum: c.scalars("enum"),
		Minimum: f.bound(c, "minimum"), Maximum: f.bound(c, "maximum"),
		exclusiveMin: f.bound(c, "exclusiveMinimum"), exclusiveMax: f.bound(c, "exclusiveMaximum"),
		minLength: c.length("minLength"), maxLength: c.length("maxLength"), Pattern: c.str("pattern"),
	}
	if len(out.Enum) == 0 {
		out.Enum = n.categories()
	}
	if out.Pattern != "" {
		// The whole value has to match. Go's expressions take linear time, so no pattern can hang.
		p, err := regexp.Compile("^(?:" + out.Pattern + ")$")
		if err != nil {
			c.report(c.path+".pattern", "pattern")
		}
		out.pattern = p
	}
	return out
}

// categories reads version 2's list of allowed values, plain or with labels.
func (n node) categories() []string {
	if !n.has("categories") {
		return nil
	}
	var out []string
	for _, v := range n.array("categories") {
		if _, labelled := v.value.(map[string]any); labelled {
			out = append(out, v.scalar("value"))
			continue
		}
		out = append(out, v.asScalar())
	}
	return out
}

// bound reads a limit, which has to be of the field's own type.
func (f Field) bound(c node, key string) string {
	s := c.scalar(key)
	if s == "" {
		return ""
	}
	if v := f.Parse(s); v.Wrong || math.IsNaN(v.Number) {
		c.report(c.path+"."+key, f.Type)
		return ""
	}
	return s
}

func (n node) length(key string) int {
	s := n.scalar(key)
	if s == "" {
		return -1
	}
	l, err := strconv.Atoi(s)
	if err != nil || l < 0 {
		n.report(n.path+"."+key, "integer")
		return -1
	}
	return l
}

// breach is a constraint that a value does not keep.
type breach struct {
	key  string
	args words.Args
}

// breaches returns every constraint that v does not keep; uniqueness is the table's business.
func (f Field) breaches(v Value) []breach {
	c := f.Constraints
	if v.Missing {
		if c.Required {
			return []breach{{"data.problem.required", nil}}
		}
		return nil
	}
	var out []breach
	outside := func(broken bool, key, limit string) {
		if broken {
			out = append(out, breach{key, words.Args{"Limit": limit}})
		}
	}
	length := utf8.RuneCountInString(v.Text)
	if len(c.Enum) > 0 && !f.among(v) {
		out = append(out, breach{"data.problem.enum", words.Args{"Limit": listed(c.Enum)}})
	}
	outside(f.beyond(v, c.Minimum) < 0, "data.problem.minimum", c.Minimum)
	outside(f.beyond(v, c.Maximum) > 0, "data.problem.maximum", c.Maximum)
	outside(f.beyond(v, c.exclusiveMin) <= 0, "data.problem.exclusive_minimum", c.exclusiveMin)
	outside(f.beyond(v, c.exclusiveMax) >= 0, "data.problem.exclusive_maximum", c.exclusiveMax)
	outside(c.minLength >= 0 && length < c.minLength, "data.problem.min_length", strconv.Itoa(c.minLength))
	outside(c.maxLength >= 0 && length > c.maxLength, "data.problem.max_length", strconv.Itoa(c.maxLength))
	outside(c.pattern != nil && !c.pattern.MatchString(v.Text), "data.problem.pattern", c.Pattern)
	return out
}

// beyond returns -1, 0 or 1 as v is less than, equal to or more than the limit; NaN, which no comparison meets, where one
// of them has no amount or there is no limit.
func (f Field) beyond(v Value, limit string) float64 {
	if limit == "" {
		return math.NaN()
	}
	n := f.Parse(limit).Number
	if math.IsNaN(n) || math.IsNaN(v.Number) {
		return math.NaN()
	}
	return float64(cmp.Compare(v.Number, n))
}

// among reports whether v is one of the allowed values: by amount where the type has one, else by letter.
func (f Field) among(v Value) bool {
	if slices.Contains(f.Constraints.Enum, v.Text) {
		return true
	}
	if math.IsNaN(v.Number) {
		return false
	}
	return slices.ContainsFunc(f.Constraints.Enum, func(s string) bool { return f.Parse(s).Number == v.Number })
}

// listed writes allowed values for a sentence, the first ones of a long list.
func listed(values []string) string {
	const shown = 8
	s := ""
	for i, v := range values {
		if i == shown {
			return s + ", …"
		}
		if i > 0 {
			s += ", "
		}
		s += v
	}
	return s
}
