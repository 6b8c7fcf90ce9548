package dataset

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
	var out []Row
	for _, r := range d.Rows {
		if !slices.ContainsFunc(tests, func(t test) bool { return !t(r) }) {
			out = append(out, r)
		}
	}
	out, err := d.Order(out, q.Sort)
	if err != nil {
		return nil, err
	}
	if q.Limit > 0 && len(out) > q.Limit {
		out = out[:q.Limit]
	}
	return out, nil
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
		if each[i], err = single(f, c.Op, v); err != nil {
			return nil, err
		}
	}
	if c.Op == "!=" { // none of the values
		return func(r Row) bool { return !slices.ContainsFunc(each, func(t test) bool { return !t(r) }) }, nil
	}
	return func(r Row) bool { return slices.ContainsFunc(each, func(t test) bool { return t(r) }) }, nil
}

// single makes a condition with one value. A blank cell meets only "=" nothing and "!=" something.
func single(f datapackage.Field, op, value string) (test, error) {
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
			return func(r Row) bool { v, _ := r.Value(f.Name); return (v.Missing || v.Text == "") == (op == "=") }, nil
		}
		return nil, badValue(f, value)
	}
	if !f.Ordered() {
		return func(r Row) bool {
			v, _ := r.Value(f.Name)
			if v.Missing {
				return op == "!="
			}
			if op == "=" || op == "!=" {
				return (v.Text == value || r.translated(f.Name, value)) == (op == "=")
			}
			return holds(op, cmp.Compare(words.Fold(v.Text), words.Fold(value)))
		}, nil
	}
	want := amount(f, value)
	if math.IsNaN(want) {
		return nil, badValue(f, value)
	}
	return func(r Row) bool {
		n := r.Number(f.Name)
		if math.IsNaN(n) {
			return op == "!="
		}
		return holds(op, cmp.Compare(n, want))
	}, nil
}

// translated reports whether one of the translations of a cell is value.
func (r Row) translated(field, value string) bool {
	return slices.ContainsFunc(words.Langs(), func(l words.Lang) bool { return r.Text(field, l) == value })
}

func badValue(f datapackage.Field, value string) error {
	return &app.Error{
		Code: app.Invalid, Key: "error.data.value", Args: map[string]any{"Field": f.Name, "Value": value, "Type": f.Type},
	}
}

// amount reads the value of a condition; months and days may be given less exactly than the field has them.
func amount(f datapackage.Field, value string) float64 {
	for _, rest := range []string{"", "-01", "-01-01"} {
		if v := f.Parse(value + rest); !v.Wrong && (rest == "" || f.Type == "date" || f.Type == "yearmonth") {
			return v.Number
		}
	}
	return math.NaN()
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
