package dataset

import (
	"math"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// The kinds of number that never share an axis unlabelled.
const (
	KindCount     = "count"    // from a record
	KindShare     = "share"    // of a denominator
	KindEstimate  = "estimate" // from a model or a judgement
	KindStatement = "statement"
)

// The statuses of a figure.
const (
	StatusFinal       = "final"
	StatusProvisional = "provisional"
	StatusPartial     = "partial" // of part of the period
	StatusDerived     = "derived" // computed from what the source says
)

// Row is one row of a dataset with what belongs to its figure.
type Row struct {
	ID     string // unique in the whole package; "" in tables without ids
	Line   int    // row in the file; the header is row 1
	Source *Source
	Also   []*Source // further sources
	Kind   string    // one of the kinds; "" where the package does not say
	Status string    // one of the statuses; "" where the package does not say

	d       *Dataset
	cells   []datapackage.Value
	carried []Caveat                // of a derived row: the caveats of all rows that it was made of
	whole   func(words.Lang) string // of a derived row: its method with all rows that it names; nil where the cell has all
	exact   bool                    // of a derived row: nothing was estimated or rounded on the way
}

// kindWord is the kind of a figure as its words are keyed: a share that is per so many people or months is a rate.
func (r Row) kindWord() string {
	if r.Kind == KindShare && r.d != nil && strings.Contains(" "+r.d.unitWords(View{}, r)+" ", " per ") {
		return "rate"
	}
	return r.Kind
}

// About reports whether the figure was computed and is not exact, as a sum of counts is.
func (r Row) About() bool { return r.Status == StatusDerived && !r.exact }

// Value returns the cell of a field; ok is false where the field does not exist.
func (r Row) Value(field string) (v datapackage.Value, ok bool) {
	if r.d == nil {
		return datapackage.Value{Number: math.NaN(), Missing: true}, false
	}
	i, ok := r.d.index[field]
	if !ok || i >= len(r.cells) {
		return datapackage.Value{Number: math.NaN(), Missing: true}, false
	}
	return r.cells[i], true
}

// Number returns the amount in a field, as [datapackage.Value.Number]; NaN where there is none.
func (r Row) Number(field string) float64 {
	v, _ := r.Value(field)
	return v.Number
}

// Text returns the text of a field in l, from the column "field@l" where there is one.
func (r Row) Text(field string, l words.Lang) string {
	if r.d != nil && r.d.translated {
		if v, ok := r.Value(field + "@" + string(l)); ok && !v.Missing && v.Text != "" {
			return v.Text
		}
	}
	v, _ := r.Value(field)
	if v.Missing {
		return ""
	}
	return v.Text
}

// both returns the text of a field in every language.
func (r Row) both(field string) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		if s := r.Text(field, l); s != "" {
			out[l] = s
		}
	}
	return out
}

// Period returns the readable period of r ("Oct 2021 to Sep 2022").
func (r Row) Period(l words.Lang) string { return r.Text(r.roleField("period"), l) }

// Method returns how the figure was made; "" where it stands as its source has it.
func (r Row) Method(l words.Lang) string { return r.Text(r.roleField("method"), l) }

// exported returns the text of a field as it leaves the app: a method names every row, since nothing else says which they were.
func (r Row) exported(field string, l words.Lang) string {
	if r.whole != nil && field == r.roleField("method") {
		return r.whole(l)
	}
	return r.Text(field, l)
}

func (r Row) roleField(role string) string {
	if r.d == nil {
		return ""
	}
	return r.d.role(role)
}

// Caveats returns what to beware of at r: its own caveat first, then those of its table that it falls under.
func (r Row) Caveats() []Caveat {
	if r.d == nil {
		return nil
	}
	if r.d.of != nil {
		return r.carried
	}
	var out []Caveat
	if c, ok := r.own(); ok {
		out = append(out, c)
	}
	for _, c := range r.d.Caveats {
		if r.under(c) {
			out = append(out, c)
		}
	}
	return out
}

// own returns the caveat in r's own cells.
func (r Row) own() (Caveat, bool) {
	text, short := r.both(r.roleField("caveat")), r.both(r.roleField("caveat_short"))
	if len(text) == 0 && len(short) == 0 {
		return Caveat{}, false
	}
	if len(text) == 0 {
		text = short
	}
	return Caveat{Text: text, Short: short, Where: []Cond{{Field: r.roleField("id"), Op: "=", Values: []string{r.ID}}}}, true
}

// under reports whether r falls under a caveat of its table.
func (r Row) under(c Caveat) bool { return r.matches(bounds(c)) }

// bounds are the conditions under which a caveat of a table holds.
func bounds(c Caveat) []Cond {
	var conds []Cond
	if c.Field != "" {
		conds = append(conds, Cond{Field: c.Field, Op: "!=", Values: []string{""}})
		if c.From != "" {
			conds = append(conds, Cond{Field: c.Field, Op: ">=", Values: []string{c.From}})
		}
		if c.To != "" {
			conds = append(conds, Cond{Field: c.Field, Op: "<=", Values: []string{c.To}})
		}
	}
	return append(conds, c.Where...)
}

// matches reports whether r meets all conditions; a condition that cannot be read is not met.
func (r Row) matches(conds []Cond) bool {
	for _, c := range conds {
		t, err := r.d.test(c)
		if err != nil || !t(r) {
			return false
		}
	}
	return true
}
