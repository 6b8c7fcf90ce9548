package dataset

import (
	"slices"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// resources are the table and its sources.
func (b bundle) resources() []any {
	d := b.Data
	table := map[string]any{
		"name": b.tableName(), "path": b.tableName() + ".csv", "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
		"doublefix:role": b.role(), "schema": b.schema(),
	}
	datapackage.Translated(table, "title", d.Title)
	datapackage.Translated(table, "description", d.Description)
	for key, t := range map[string]words.Text{"summary": d.Summary, "attribution": d.Attribution, "unit": d.Unit, "unitOne": d.UnitOne} {
		if len(t) > 0 {
			table["doublefix:"+key] = t
		}
	}
	if d.Topic != "" {
		table["doublefix:topic"] = d.Topic
	}
	if caveats := b.caveats(); len(caveats) > 0 {
		table["doublefix:caveats"] = caveats
	}
	table["doublefix:charts"] = []any{b.chart().Property()}
	if b.Asked != "" {
		table["doublefix:asked"] = b.Asked
	}
	out := []any{table}
	if !b.hasSources() {
		if s := Sources(b.Rows); len(s) > 0 && d.Role != RoleSources {
			table["sources"] = []any{map[string]any{"title": s[0].Publisher.In(words.English), "path": s[0].URL}}
		}
		return out
	}
	return append(out, map[string]any{
		"name": sourcesTable, "path": sourcesTable + ".csv", "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
		"doublefix:role": RoleSources, "schema": map[string]any{"fields": properties(sourceFields()), "primaryKey": []string{"id"}},
	})
}

// role is the role of the table where it stands alone: what points at rows of other tables has nothing to point at.
func (b bundle) role() string {
	switch b.Data.Role {
	case RoleContradictions, RoleGlossary:
		return RoleDataset
	}
	return b.Data.Role
}

func (b bundle) schema() map[string]any {
	schema := map[string]any{"fields": properties(b.fields)}
	if b.hasSources() {
		schema["foreignKeys"] = []any{map[string]any{
			"fields": []string{b.sourceField()}, "reference": map[string]any{"resource": sourcesTable, "fields": []string{"id"}},
		}}
	}
	return schema
}

func properties(fields []datapackage.Field) []any {
	var out []any
	for _, f := range fields {
		out = append(out, f.Property())
	}
	return out
}

// caveats are those of the table that hold for one of the rows, and of made rows those that say how figures go together: the table
// that is made is held to them like the one it was made of.
func (b bundle) caveats() []any {
	var out []any
	for _, c := range b.Data.Caveats {
		if slices.ContainsFunc(b.Rows, func(r Row) bool { return r.under(c) }) {
			out = append(out, c.Property())
		}
	}
	if b.Data.of == nil {
		return out
	}
	for _, bound := range b.Data.bindings(b.Rows) {
		c := Caveat{Text: bound.Text, Short: bound.Short, Aggregation: bound.Aggregation}
		c.Apart = slices.DeleteFunc(slices.Clone(bound.Apart), func(name string) bool { return !b.Data.has(name) })
		var ids []string
		for i := range b.Rows {
			if bound.holds(&b.Rows[i]) {
				ids = append(ids, b.Rows[i].ID)
			}
		}
		if len(ids) < len(b.Rows) {
			c.Where = []Cond{{Field: b.Data.role("id"), Op: "=", Values: ids}}
		}
		out = append(out, c.Property())
	}
	return out
}

// chart is how the rows are drawn, without rows that are not there.
func (b bundle) chart() View {
	there := func(id string) bool { return slices.ContainsFunc(b.Rows, func(r Row) bool { return r.ID == id }) }
	gone := func(id string) bool { return !there(id) }
	v := b.view
	v.Emphasis = slices.DeleteFunc(slices.Clone(v.Emphasis), gone)
	v.Doubtful = slices.DeleteFunc(slices.Clone(v.Doubtful), gone)
	var joined [][]string
	for _, ids := range v.Joined {
		if ids = slices.DeleteFunc(slices.Clone(ids), gone); len(ids) > 1 {
			joined = append(joined, ids)
		}
	}
	v.Joined = joined
	return v
}
