package datapackage

import (
	"strconv"
	"strings"

	"doublefix/app/words"
)

// keys checks what has to be unique in one table.
func (t *table) keys() {
	for i, f := range t.r.Fields {
		if f.Constraints.Unique && !(len(t.r.PrimaryKey) == 1 && t.r.PrimaryKey[0] == f.Name) {
			t.unique([]int{i}, UniqueError, "data.problem.unique")
		}
	}
	if len(t.r.PrimaryKey) == 0 {
		return
	}
	if places, ok := t.r.places(t.r.PrimaryKey); ok {
		t.unique(places, PrimaryKey, "data.problem.primary_key")
	}
}

// unique reports every row whose values in the given fields occurred before; a blank primary key is reported too.
func (t *table) unique(places []int, typ Type, key string) {
	first := map[string]int{}
	for _, row := range t.r.Rows {
		at := Problem{Type: typ, Row: row.Number, Key: key}
		at.Field, at.FieldNumber = t.r.Fields[places[0]].Name, t.column(places[0])
		id, cell, missing := row.key(places)
		at.Cell = cell
		if missing {
			if typ == PrimaryKey {
				at.Key = "data.problem.primary_key_blank"
				t.add(at)
			}
			continue
		}
		if before, twice := first[id]; twice {
			at.Args = words.Args{"First": before}
			t.add(at)
			continue
		}
		first[id] = row.Number
	}
}

// column returns the number, from 1, of the column in the file that fills the field at place; 0 for none.
func (t *table) column(place int) int {
	for i, p := range t.columns {
		if p == place {
			return i + 1
		}
	}
	return 0
}

// key joins the values at places into one text that no other values give, and one to show; missing if any is blank.
func (r Row) key(places []int) (id, shown string, missing bool) {
	var b strings.Builder
	cells := make([]string, len(places))
	for i, place := range places {
		v := r.Values[place]
		if v.Missing {
			missing = true
		}
		cells[i] = v.Text
		b.WriteString(strconv.Itoa(len(v.Text)))
		b.WriteByte(':')
		b.WriteString(v.Text)
	}
	return b.String(), strings.Join(cells, ", "), missing
}

// places returns where the named fields stand; false where one does not exist.
func (r *Resource) places(names []string) ([]int, bool) {
	out := make([]int, len(names))
	for i, name := range names {
		out[i] = r.Index(name)
		if out[i] < 0 {
			return nil, false
		}
	}
	return out, len(out) > 0
}

// checkReferences checks every foreign key of the package once all tables are read.
func (p *Package) checkReferences(ps *problems) {
	for _, r := range p.Resources {
		for _, fk := range r.ForeignKeys {
			p.checkReference(r, fk, ps)
		}
	}
}

func (p *Package) checkReference(r *Resource, fk ForeignKey, ps *problems) {
	target := r
	if fk.Resource != "" {
		target = p.Resource(fk.Resource)
	}
	bad := func(key string, args words.Args) {
		ps.add(Problem{Type: SchemaError, Resource: r.Name, File: DescriptorName, Key: key, Args: args})
	}
	if target == nil {
		bad("data.problem.reference_resource", words.Args{"Target": fk.Resource})
		return
	}
	here, ok := r.places(fk.Fields)
	if !ok {
		bad("data.problem.key_field", words.Args{"Fields": strings.Join(fk.Fields, ", ")})
		return
	}
	there, ok := target.places(fk.Reference)
	if !ok || len(there) != len(here) {
		bad("data.problem.reference_fields", words.Args{"Target": target.Name, "Fields": strings.Join(fk.Reference, ", ")})
		return
	}
	if target.Path == "" {
		return // its data was refused, which has been said
	}
	known := map[string]bool{}
	for _, row := range target.Rows {
		id, _, _ := row.key(there)
		known[id] = true
	}
	for _, row := range r.Rows {
		if id, shown, missing := row.key(here); !missing && !known[id] {
			ps.add(Problem{
				Type: ForeignKeyError, Resource: r.Name, File: r.Path, Row: row.Number,
				Field: fk.Fields[0], FieldNumber: here[0] + 1, Cell: shown,
				Key: "data.problem.foreign_key", Args: words.Args{"Target": target.Name, "Fields": strings.Join(fk.Reference, ", ")},
			})
		}
	}
}
