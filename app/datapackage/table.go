package datapackage

import (
	"slices"
	"strconv"
	"strings"

	"doublefix/app/words"
)

// table reads one file into a resource.
type table struct {
	*problems
	r       *Resource
	columns []int    // of each column in the file: the place of its field, or -1
	labels  []string // of each column in the file
	infer   bool     // there is no schema: types are found in the values
}

// readTable fills r.Rows from a file and reports what is wrong in it.
func readTable(r *Resource, data []byte, ps *problems) {
	t := &table{problems: ps, r: r}
	if reportUTF16(data, ps) {
		return
	}
	t.infer = len(r.Fields) == 0
	s := newScanner(data, r.Dialect)
	if r.Dialect.NoHeader {
		t.headerless(data)
	} else if !t.header(s) {
		return
	}
	for {
		rec, ok := s.next()
		if !ok {
			break
		}
		if (len(r.Rows)+1)*len(r.Fields) > maxValues {
			t.add(Problem{Type: SourceError, Row: rec.number, Key: "data.problem.many_rows"})
			break
		}
		t.row(rec)
	}
	if t.infer {
		infer(r)
	}
	t.keys()
}

// reportUTF16 reports a file in the encoding that spreadsheets call Unicode text, which no reader of CSV understands.
func reportUTF16(data []byte, ps *problems) bool {
	if len(data) < 2 || !(data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff) {
		return false
	}
	ps.add(Problem{Type: EncodingError, Key: "data.problem.utf16"})
	return true
}

// headerless takes the columns as they come; a table without a schema gets fields named field1, field2 ….
func (t *table) headerless(data []byte) {
	if len(t.r.Fields) == 0 {
		first, _ := newScanner(data, t.r.Dialect).next()
		for i := range first.cells {
			t.r.Fields = append(t.r.Fields, plainField("field"+strconv.Itoa(i+1), "string"))
		}
	}
	for i, f := range t.r.Fields {
		t.columns, t.labels = append(t.columns, i), append(t.labels, f.Name)
	}
}

// header matches the first record with the schema; false where there is none.
func (t *table) header(s *scanner) bool {
	rec, ok := s.next()
	if !ok || rec.blank {
		t.add(Problem{Type: BlankHeader, Row: 1, Key: "data.problem.blank_header"})
		return false
	}
	t.faults(rec)
	seen := map[string]int{}
	for i, label := range rec.cells {
		label = strings.TrimSpace(label)
		t.labels = append(t.labels, label)
		switch first, twice := seen[label]; {
		case label == "":
			t.add(Problem{Type: BlankLabel, Row: 1, FieldNumber: i + 1, Key: "data.problem.blank_label"})
		case twice:
			t.add(Problem{
				Type: DuplicateLabel, Row: 1, Field: label, FieldNumber: i + 1, Cell: label,
				Key: "data.problem.duplicate_label", Args: words.Args{"First": first},
			})
		default:
			seen[label] = i + 1
		}
	}
	if t.infer {
		t.schemaFromLabels()
		return true
	}
	t.match(seen)
	return true
}

// schemaFromLabels makes a field of every column; types are inferred when the rows are known.
func (t *table) schemaFromLabels() {
	for i, label := range t.labels {
		if label == "" {
			label = "field" + strconv.Itoa(i+1)
		}
		if t.r.Index(label) >= 0 {
			t.columns = append(t.columns, -1)
			continue
		}
		t.columns = append(t.columns, len(t.r.Fields))
		t.r.Fields = append(t.r.Fields, plainField(label, "string"))
	}
}

// match finds the field of every column. Names decide; a column whose name no field has takes the field at its place if
// no other column names that one, so that one misspelt label does not turn a whole column into text.
func (t *table) match(seen map[string]int) {
	allow := allowances(t.r.FieldsMatch)
	taken := make([]bool, len(t.r.Fields))
	for i, label := range t.labels {
		place := t.r.Index(label)
		if place >= 0 && seen[label] != i+1 {
			place = -1
		}
		if place < 0 && !allow.order && i < len(taken) && seen[t.r.Fields[i].Name] == 0 {
			place = i
		}
		if place >= 0 {
			taken[place] = true
		}
		t.columns = append(t.columns, place)
		t.label(i, place, allow)
	}
	for i, f := range t.r.Fields {
		if !taken[i] && !allow.missing {
			t.add(Problem{Type: MissingLabel, Row: 1, Field: f.Name, FieldNumber: i + 1, Key: "data.problem.missing_label"})
		}
	}
}

// label reports what is wrong with the label of column i, which fills the field at place.
func (t *table) label(i, place int, allow allowance) {
	label, fields := t.labels[i], t.r.Fields
	beyond := i >= len(fields) || allow.order
	switch {
	case beyond && place < 0 && !allow.extra:
		t.add(Problem{Type: ExtraLabel, Row: 1, Field: label, FieldNumber: i + 1, Cell: label, Key: "data.problem.extra_label"})
	case !beyond && label != fields[i].Name && label != "":
		t.add(Problem{
			Type: IncorrectLabel, Row: 1, Field: fields[i].Name, FieldNumber: i + 1, Cell: label, Key: "data.problem.incorrect_label",
		})
	}
}

// allowance is how far a header may differ from the schema.
type allowance struct{ order, extra, missing bool }

// allowances reads fieldsMatch of version 2; version 1 is exact.
func allowances(fieldsMatch string) allowance {
	switch fieldsMatch {
	case "equal":
		return allowance{order: true}
	case "subset":
		return allowance{order: true, extra: true}
	case "superset":
		return allowance{order: true, missing: true}
	case "partial":
		return allowance{order: true, extra: true, missing: true}
	}
	return allowance{}
}

// row reads one record.
func (t *table) row(rec record) {
	t.faults(rec)
	if len(rec.cells) == 0 {
		return
	}
	if rec.blank || !slices.ContainsFunc(rec.cells, func(c string) bool { return c != "" }) {
		t.add(Problem{Type: BlankRow, Row: rec.number, Key: "data.problem.blank_row"})
		return
	}
	for i := len(t.columns); i < len(rec.cells); i++ {
		t.add(Problem{Type: ExtraCell, Row: rec.number, FieldNumber: i + 1, Cell: rec.cells[i], Key: "data.problem.extra_cell"})
	}
	row := Row{Number: rec.number, Values: make([]Value, len(t.r.Fields))}
	for i := range row.Values {
		row.Values[i] = none("")
	}
	for i, place := range t.columns {
		switch {
		case i >= len(rec.cells):
			t.add(Problem{
				Type: MissingCell, Row: rec.number, Field: t.labels[i], FieldNumber: i + 1, Key: "data.problem.missing_cell",
			})
		case place >= 0:
			row.Values[place] = t.value(rec, i, t.r.Fields[place])
		}
	}
	t.r.Rows = append(t.r.Rows, row)
}

// value reads one cell and checks it against its field.
func (t *table) value(rec record, column int, f Field) Value {
	text := rec.cells[column]
	at := Problem{Row: rec.number, Field: f.Name, FieldNumber: column + 1, Cell: text}
	missing := f.missing
	if missing == nil {
		missing = t.r.MissingValues
	}
	v := none(text)
	if !slices.Contains(missing, text) {
		v = f.Parse(text)
		// Without "" among the missing values an empty cell is an empty text, and wrong for every other type.
		if text == "" {
			v.Missing, v.Wrong = false, f.Ordered()
		}
	}
	if v.Wrong {
		at.Type, at.Key = TypeError, "data.problem.type."+f.Type
		t.add(at)
		return v
	}
	for _, b := range f.breaches(v) {
		at.Type, at.Key, at.Args = ConstraintError, b.key, b.args
		t.add(at)
	}
	return v
}

// faults reports what is wrong with the writing of a record.
func (t *table) faults(rec record) {
	for _, f := range rec.faults {
		p := Problem{Type: f.typ, Row: rec.number, Key: f.key}
		if f.cell >= 0 {
			p.FieldNumber = f.cell + 1
			if f.cell < len(rec.cells) {
				p.Cell = rec.cells[f.cell]
			}
			if f.cell < len(t.labels) {
				p.Field = t.labels[f.cell]
			}
		}
		t.add(p)
	}
}
