package dataset

import (
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// loader turns a package into a set.
type loader struct {
	p     *datapackage.Package
	set   *Set
	found []datapackage.Problem
	ids   map[string]*Row // by id, over all datasets
	lang  map[words.Lang]words.Tr
}

// Load makes a set of a package. What does not fit together (a figure in a text that no row has, a chart that names a
// field that is not there) is a problem; the rest is there all the same.
func Load(p *datapackage.Package) (*Set, []datapackage.Problem) {
	l := &loader{p: p, ids: map[string]*Row{}, lang: map[words.Lang]words.Tr{}}
	for _, lang := range words.Langs() {
		l.lang[lang] = words.For(lang)
	}
	l.set = &Set{
		rows:     l.ids,
		Identity: p.Identity(), Title: named(p.Title, p.Name), Description: p.Description, Running: named(p.Running, ""),
		Created: p.Created, Licenses: p.Licenses, Sources: map[string]*Source{},
	}
	if len(l.set.Running) == 0 {
		l.set.Running = l.set.Title
	}
	l.sources()
	for _, r := range p.Resources {
		if explored(r, p.Options) {
			l.set.Datasets = append(l.set.Datasets, l.dataset(r))
		}
	}
	l.texts()
	l.options()
	l.record()
	for _, d := range l.set.Datasets {
		l.views(d)
	}
	return l.set, l.found
}

// explored reports whether a table is one that people explore: one of figures, or one that stands under a topic.
func explored(r *datapackage.Resource, options string) bool {
	switch r.Role {
	case "":
		return r.Name != options && len(r.Fields) > 0
	case RoleDataset, rolePopulation:
		return len(r.Fields) > 0
	case "options", "evidence", "actors":
		return false
	}
	return r.Topic != "" && len(r.Fields) > 0
}

// named returns t, or name in its place where t is empty.
func named(t words.Text, name string) words.Text {
	if len(t) > 0 || name == "" {
		return t
	}
	return words.Text{words.English: name}
}

func (l *loader) report(r *datapackage.Resource, row int, field, key string, args words.Args) {
	p := datapackage.Problem{
		Level: datapackage.Error, Type: datapackage.ResourceError, File: datapackage.DescriptorName, Row: row, Field: field, Key: key, Args: args,
	}
	if r != nil {
		p.Resource = r.Name
		if row > 0 {
			p.File = r.Path
			p.FieldNumber = r.Index(field) + 1
		}
	} else {
		p.Type = datapackage.PackageError
	}
	l.found = append(l.found, p)
}

// sources reads the table of sources.
func (l *loader) sources() {
	for _, t := range l.tables(RoleSources) {
		l.set.cited = t.ID
		for _, r := range t.Rows {
			s := &Source{
				ID: r.Text("id", words.English), Publisher: r.both("publisher"), Title: r.both("title"),
				Date: r.Text("date", words.English), DateNote: r.both("date_note"), URL: r.Text("url", words.English),
				Tier: r.Text("tier", words.English), Short: r.both("short"), Licence: r.Text("licence", words.English),
			}
			l.set.Sources[s.ID] = s
		}
	}
}

// tables returns the resources with a role: the dataset where it is one, else a plain table whose texts are filled.
func (l *loader) tables(role string) []*Dataset {
	var out []*Dataset
	for _, r := range l.p.Resources {
		if r.Role != role && (role != "options" || r.Role != "" || r.Name != l.p.Options) {
			continue
		}
		d := l.set.Dataset(r.Name)
		if d == nil {
			d = l.table(r)
			l.fillCells(d, r)
		}
		out = append(out, d)
	}
	return out
}

// table makes a dataset with rows and nothing else.
func (l *loader) table(r *datapackage.Resource) *Dataset {
	d := &Dataset{ID: r.Name, set: l.set, refers: map[string]string{}, lang: l.lang}
	for _, k := range r.ForeignKeys {
		if len(k.Fields) == 1 {
			d.refers[k.Fields[0]] = k.Resource
		}
	}
	d.setFields(r.Fields)
	d.Rows = make([]Row, len(r.Rows))
	for i, row := range r.Rows {
		d.Rows[i] = Row{Line: row.Number, d: d, cells: row.Values}
	}
	return d
}

// setFields gives d its fields, and what is looked up by them.
func (d *Dataset) setFields(fields []datapackage.Field) {
	d.Fields, d.index, d.roles, d.translated = fields, make(map[string]int, len(fields)), map[string]string{}, false
	for i, f := range fields {
		if _, twice := d.index[f.Name]; !twice {
			d.index[f.Name] = i
		}
		if _, _, ok := f.Base(); ok {
			d.translated = true
		} else if _, taken := d.roles[f.Role]; !taken && f.Role != "" {
			d.roles[f.Role] = f.Name
		}
	}
}

// dataset makes a dataset of a resource; its texts follow when all rows are known.
func (l *loader) dataset(r *datapackage.Resource) *Dataset {
	d := l.table(r)
	w := r.Words
	d.Role, d.Core = r.Role, r.Core
	if d.Role == "" {
		d.Role = RoleDataset
	}
	d.Topic, d.Title, d.Description, d.Summary = r.Topic, named(r.Title, r.Name), r.About, w.Summary
	d.Headline, d.Lead, d.Finding, d.Attribution, d.Kinds = w.Headline, w.Lead, w.Finding, w.Attribution, w.Kinds
	d.Unit, d.UnitOne, d.Caveats, d.Charts = w.Unit, w.UnitOne, r.Caveats, r.Charts
	id, kind, status := d.role("id"), d.role("kind"), d.role("status")
	fallback := l.packageSource(r)
	for i := range d.Rows {
		row := &d.Rows[i]
		row.ID, row.Kind, row.Status = row.Text(id, words.English), row.Text(kind, words.English), row.Text(status, words.English)
		row.Source = fallback
		l.cite(row, r)
		if row.ID == "" {
			continue
		}
		if _, twice := l.ids[row.ID]; twice {
			l.report(r, row.Line, id, "data.problem.id_twice", words.Args{"ID": row.ID})
			continue
		}
		l.ids[row.ID] = row
	}
	return d
}

// cite ties a row to its sources: the one it names, those it also names, both sides of a contradiction; a source is its
// own. A row that names none keeps what it has.
func (l *loader) cite(row *Row, r *datapackage.Resource) {
	if r.Role == RoleSources {
		if s := l.set.Sources[row.ID]; s != nil {
			row.Source = s
		}
		return
	}
	main := ""
	for _, name := range []string{"source_id", "source", "source_a"} {
		if main == "" {
			main = row.d.role(name)
		}
	}
	if s := row.Text(main, words.English); s != "" && len(l.set.Sources) > 0 {
		row.Source = l.source(s, r, row.Line, main)
	}
	for _, name := range []string{"also_source_ids", "source_b"} {
		for _, also := range splitIDs(row.Text(name, words.English)) {
			if s := l.source(also, r, row.Line, name); s != nil {
				row.Also = append(row.Also, s)
			}
		}
	}
}

// packageSource is the source of a table that names none: its own descriptor.
func (l *loader) packageSource(r *datapackage.Resource) *Source {
	refs := r.Sources
	if len(refs) == 0 {
		refs = l.p.Sources
	}
	s := &Source{Publisher: named(l.p.Title, l.p.Name), Title: named(r.Title, r.Name), Short: words.Text{}}
	if len(refs) > 0 {
		s.Publisher, s.URL = named(nil, refs[0].Title), refs[0].Path
	}
	for _, lang := range words.Langs() {
		s.Short[lang] = strings.Trim(s.Publisher.In(lang)+", "+r.Path, ", ")
	}
	return s
}

func (l *loader) source(id string, r *datapackage.Resource, row int, field string) *Source {
	s := l.set.Sources[id]
	if s == nil {
		l.report(r, row, field, "data.problem.no_source", words.Args{"ID": id})
	}
	return s
}

// splitIDs reads a list of ids with semicolons between.
func splitIDs(s string) []string {
	var out []string
	for id := range strings.SplitSeq(s, ";") {
		if id = strings.TrimSpace(id); id != "" {
			out = append(out, id)
		}
	}
	return out
}
