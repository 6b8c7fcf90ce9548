package dataset

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// Query selects and orders rows. Conditions are all to be met.
type Query struct {
	Where []Cond
	Sort  []string // field names, "-field" for descending; rows that are equal keep the order of the file
	Limit int      // 0 for no limit
}

// operators in the order in which they are looked for: the longer before its beginning.
var operators = [...]string{"!=", "<=", ">=", "=", "<", ">", "~"}

// ParseCond reads a condition as people write it: "year>=2019", "source~trace", "status=" (blank).
func ParseCond(s string) (Cond, error) {
	at, op := len(s), ""
	for _, o := range operators {
		if i := strings.Index(s, o); i >= 0 && i < at {
			at, op = i, o
		}
	}
	field := strings.TrimSpace(s[:at])
	if op == "" || field == "" {
		return Cond{}, &app.Error{Code: app.Invalid, Key: "error.data.condition", Args: map[string]any{"Condition": s}}
	}
	return Cond{Field: field, Op: op, Values: []string{strings.TrimSpace(s[at+len(op):])}}, nil
}

// Select returns the rows that meet q, in its order. A field that is not there is an error that names those there are.
func (d *Dataset) Select(q Query) ([]Row, error) {
	tests := make([]test, len(q.Where))
	for i, c := range q.Where {
		t, err := d.test(c)
		if err != nil {
			return nil, err
		}
		tests[i] = t
	}
	out, err := d.Order(d.meeting(tests), q.Sort)
	if err != nil {
		return nil, err
	}
	if q.Limit > 0 && len(out) > q.Limit {
		out = out[:q.Limit]
	}
	return out, nil
}

// meeting returns the rows that meet all tests, in memory of just the size that they take.
func (d *Dataset) meeting(tests []test) []Row {
	met := make([]int32, 0, len(d.Rows))
next:
	for i := range d.Rows {
		for _, t := range tests {
			if !t(d.Rows[i]) {
				continue next
			}
		}
		met = append(met, int32(i))
	}
	if len(met) == 0 {
		return nil
	}
	out := make([]Row, len(met))
	for i, at := range met {
		out[i] = d.Rows[at]
	}
	return out
}

// Order returns rows of d in the order of the fields that keys name, as [Query.Sort] has them.
func (d *Dataset) Order(rows []Row, keys []string) ([]Row, error) {
	for _, key := range slices.Backward(keys) {
		name, descending := strings.CutPrefix(key, "-")
		f, err := d.known(name)
		if err != nil {
			return nil, err
		}
		rows = sorted(rows, f, descending)
	}
	return rows, nil
}

// test is a condition made ready.
type test func(Row) bool

// known returns a field or says which there are.
func (d *Dataset) known(name string) (datapackage.Field, error) {
	if f, ok := d.Field(name); ok {
		return f, nil
	}
	var names []string
	for _, f := range d.Fields {
		names = append(names, f.Name)
	}
	return datapackage.Field{}, &app.Error{
		Code: app.NotFound, Key: "error.data.no_field",
		Args: map[string]any{"Field": name, "Dataset": d.ID, "Fields": strings.Join(names, ", ")},
	}
}

func (d *Dataset) test(c Cond) (test, error) {
	f, err := d.known(c.Field)
	if err != nil {
		return nil, err
	}
	values := c.Values
	if len(values) == 0 {
		values = []string{""}
	}
	each := make([]test, len(values))
	for i, v := range values {
		if each[i], err = single(f, d.place(f.Name), c.Op, v); err != nil {
			return nil, err
		}
	}
	if c.Op == "!=" { // none of the values
		return func(r Row) bool { return !slices.ContainsFunc(each, func(t test) bool { return !t(r) }) }, nil
	}
	return func(r Row) bool { return slices.ContainsFunc(each, func(t test) bool { return t(r) }) }, nil
}

// single makes a condition with one value of the field at a place. A blank cell meets only "=" nothing and "!=" something.
func single(f datapackage.Field, place int, op, value string) (test, error) {
	if !slices.Contains(operators[:], op) {
		return nil, &app.Error{Code: app.Invalid, Key: "error.data.operator", Args: map[string]any{"Operator": op}}
	}
	if op == "~" {
		part := words.Fold(value)
		return func(r Row) bool {
			return slices.ContainsFunc(words.Langs(), func(l words.Lang) bool { return strings.Contains(words.Fold(r.Text(f.Name, l)), part) })
		}, nil
	}
	if value == "" {
		switch op {
		case "=", "!=":
			return func(r Row) bool { return (r.rawAt(place) == "") == (op == "=") }, nil
		}
		return nil, badValue(f, value)
	}
	if !f.Ordered() {
		return func(r Row) bool {
			if place < 0 || place >= len(r.cells) || r.cells[place].Missing {
				return op == "!="
			}
			text := r.cells[place].Text
			if op == "=" || op == "!=" {
				return (text == value || r.translated(f.Name, value)) == (op == "=")
			}
			return holds(op, cmp.Compare(words.Fold(text), words.Fold(value)))
		}, nil
	}
	from, to := reach(f, value)
	if math.IsNaN(from) {
		return nil, badValue(f, value)
	}
	return func(r Row) bool {
		switch n := r.number(place); {
		case math.IsNaN(n):
			return op == "!="
		case n < from:
			return holds(op, -1)
		case n > to:
			return holds(op, 1)
		}
		return holds(op, 0)
	}, nil
}

// translated reports whether one of the translations of a cell is value.
func (r Row) translated(field, value string) bool {
	return r.d != nil && r.d.translated && slices.ContainsFunc(words.Langs(), func(l words.Lang) bool { return r.Text(field, l) == value })
}

func badValue(f datapackage.Field, value string) error {
	return &app.Error{
		Code: app.Invalid, Key: "error.data.value", Args: map[string]any{"Field": f.Name, "Value": value, "Type": f.Type},
	}
}

// reach returns the first and the last amount that the value of a condition means, NaN where it means none. They differ where a
// day or a month is given less exactly than the field has it: up to 2020 is up to its last day.
func reach(f datapackage.Field, value string) (from, to float64) {
	if v := f.Parse(value); !v.Wrong {
		return v.Number, v.Number
	}
	switch f.Type {
	case "yearmonth":
		if from := f.Parse(value + "-01"); !from.Wrong {
			return from.Number, from.Number + 11
		}
	case "date":
		if from := f.Parse(value + "-01"); !from.Wrong {
			return from.Number, from.Number + daysOf(value, "2006-01", 0, 1)
		}
		if from := f.Parse(value + "-01-01"); !from.Wrong {
			return from.Number, from.Number + daysOf(value, "2006", 1, 0)
		}
	}
	return math.NaN(), math.NaN()
}

// daysOf is how many days a month or year has after its first.
func daysOf(value, layout string, years, months int) float64 {
	first, err := time.Parse(layout, value)
	if err != nil {
		return 0
	}
	return first.AddDate(years, months, 0).Sub(first).Hours()/24 - 1
}

func holds(op string, order int) bool {
	switch op {
	case "=":
		return order == 0
	case "!=":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}

// sorted orders rows by a field, equal ones as they stand; blank cells come last in both directions.
func sorted(rows []Row, f datapackage.Field, descending bool) []Row {
	type keyed struct {
		row    Row
		blank  int // 1 for a blank cell
		number float64
		text   string // folded once, not at every comparison
	}
	keys := make([]keyed, len(rows))
	for i, r := range rows {
		k := keyed{row: r}
		if f.Ordered() {
			if k.number = r.Number(f.Name); math.IsNaN(k.number) {
				k.blank = 1
			}
		} else if k.text = words.Fold(r.Text(f.Name, words.English)); k.text == "" {
			k.blank = 1
		}
		keys[i] = k
	}
	slices.SortStableFunc(keys, func(a, b keyed) int {
		if c := cmp.Compare(a.blank, b.blank); c != 0 || a.blank == 1 {
			return c
		}
		c := cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.text, b.text))
		if descending {
			return -c
		}
		return c
	})
	out := make([]Row, len(keys))
	for i, k := range keys {
		out[i] = k.row
	}
	return out
}
