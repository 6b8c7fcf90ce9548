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
		Identity: p.Identity(), Title: named(p.Title, p.Name), Description: p.Description, Running: named(p.Running, ""),
		Created: p.Created, Licenses: p.Licenses, Sources: map[string]*Source{},
	}
	if len(l.set.Running) == 0 {
		l.set.Running = l.set.Title
	}
	l.sources()
	for _, r := range p.Resources {
		if (r.Role == "" && r.Name != p.Options || r.Role == "dataset") && len(r.Fields) > 0 {
			l.set.Datasets = append(l.set.Datasets, l.dataset(r))
		}
	}
	l.texts()
	l.options()
	l.contradictions()
	for _, d := range l.set.Datasets {
		l.views(d)
	}
	return l.set, l.found
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
	for _, t := range l.tables("sources") {
		for _, r := range t.Rows {
			s := &Source{
				ID: r.Text("id", words.English), Publisher: r.Text("publisher", words.English), Title: r.both("title"),
				Date: r.Text("date", words.English), DateNote: r.both("date_note"), URL: r.Text("url", words.English),
				Tier: r.Text("tier", words.English), Short: r.both("short"), Licence: r.Text("licence", words.English),
			}
			l.set.Sources[s.ID] = s
		}
	}
}

// tables returns the resources with a role as plain tables.
func (l *loader) tables(role string) []*Dataset {
	var out []*Dataset
	for _, r := range l.p.Resources {
		if r.Role == role || role == "options" && r.Role == "" && r.Name == l.p.Options {
			out = append(out, l.table(r))
		}
	}
	return out
}

// table makes a dataset with rows and nothing else; texts in cells are filled, since rows of datasets are known first.
func (l *loader) table(r *datapackage.Resource) *Dataset {
	d := &Dataset{ID: r.Name, Fields: r.Fields, set: l.set, index: map[string]int{}, lang: l.lang}
	for i, f := range r.Fields {
		if _, twice := d.index[f.Name]; !twice {
			d.index[f.Name] = i
		}
		if _, _, ok := f.Base(); ok {
			d.translated = true
		}
	}
	d.Rows = make([]Row, len(r.Rows))
	for i, row := range r.Rows {
		d.Rows[i] = Row{Line: row.Number, d: d, cells: row.Values}
	}
	return d
}

// dataset makes a dataset of a resource; its texts follow when all rows are known.
func (l *loader) dataset(r *datapackage.Resource) *Dataset {
	d := l.table(r)
	w := r.Words
	d.Topic, d.Title, d.Description, d.Summary = r.Topic, named(r.Title, r.Name), r.About, w.Summary
	d.Headline, d.Lead, d.Finding, d.Attribution, d.Kinds = w.Headline, w.Lead, w.Finding, w.Attribution, w.Kinds
	d.Unit, d.UnitOne, d.Caveats, d.Charts = w.Unit, w.UnitOne, r.Caveats, r.Charts
	id, source, kind, status := d.role("id"), d.role("source_id"), d.role("kind"), d.role("status")
	if source == "" {
		source = d.role("source")
	}
	fallback := l.packageSource(r)
	for i := range d.Rows {
		row := &d.Rows[i]
		row.ID, row.Kind, row.Status = row.Text(id, words.English), row.Text(kind, words.English), row.Text(status, words.English)
		row.Source = fallback
		if s := row.Text(source, words.English); s != "" && len(l.set.Sources) > 0 {
			row.Source = l.source(s, r, row.Line, source)
		}
		for _, also := range splitIDs(row.Text("also_source_ids", words.English)) {
			if s := l.source(also, r, row.Line, "also_source_ids"); s != nil {
				row.Also = append(row.Also, s)
			}
		}
		if row.ID == "" {
			continue
		}
		if _, twice := l.ids[row.ID]; twice {
			l.report(r, row.Line, id, "data.problem.id_twice", words.Args{"ID": row.ID})
		}
		l.ids[row.ID] = row
	}
	return d
}

// packageSource is the source of a table that names none: its own descriptor.
func (l *loader) packageSource(r *datapackage.Resource) *Source {
	refs := r.Sources
	if len(refs) == 0 {
		refs = l.p.Sources
	}
	s := &Source{Publisher: l.p.Title.In(words.English), Title: named(r.Title, r.Name)}
	if s.Publisher == "" {
		s.Publisher = l.p.Name
	}
	if len(refs) > 0 {
		s.Publisher, s.URL = refs[0].Title, refs[0].Path
	}
	short := r.Path
	if s.Publisher != "" {
		short = s.Publisher + ", " + r.Path
	}
	s.Short = words.Text{words.English: strings.TrimSuffix(short, ", ")}
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

// options reads the policies that people rank.
func (l *loader) options() {
	if l.p.Options != "" && l.p.Resource(l.p.Options) == nil {
		l.report(nil, 0, "", "data.problem.no_options", words.Args{"Target": l.p.Options})
	}
	for _, t := range l.tables("options") {
		res := l.p.Resource(t.ID)
		l.fillCells(t, res)
		for _, r := range t.Rows {
			o := Option{
				ID: r.Text("id", words.English), Title: r.both("title"), Summary: r.both("summary"), Meaning: r.both("meaning"),
				Place: r.both("place"),
			}
			if s := r.Text("source_id", words.English); s != "" {
				o.Source = l.source(s, res, r.Line, "source_id")
			}
			l.set.Options = append(l.set.Options, o)
		}
	}
}

func (l *loader) contradictions() {
	for _, t := range l.tables("contradictions") {
		res := l.p.Resource(t.ID)
		l.fillCells(t, res)
		for _, r := range t.Rows {
			c := Contradiction{
				ID: r.Text("id", words.English), Dataset: r.Text("dataset", words.English), Topic: r.both("topic"),
				ClaimA: r.both("claim_a"), ClaimB: r.both("claim_b"), Cause: r.Text("cause", words.English),
				RowsA: splitIDs(r.Text("rows_a", words.English)), RowsB: splitIDs(r.Text("rows_b", words.English)),
				Explanation: r.both("explanation"), Shown: r.both("shown"),
			}
			if s := r.Text("source_a", words.English); s != "" {
				c.SourceA = l.source(s, res, r.Line, "source_a")
			}
			if s := r.Text("source_b", words.English); s != "" {
				c.SourceB = l.source(s, res, r.Line, "source_b")
			}
			l.rowsExist(c.RowsA, res, r.Line, "rows_a")
			l.rowsExist(c.RowsB, res, r.Line, "rows_b")
			l.set.Contradictions = append(l.set.Contradictions, c)
		}
	}
}

func (l *loader) rowsExist(ids []string, r *datapackage.Resource, row int, field string) {
	for _, id := range ids {
		if _, ok := l.ids[id]; !ok {
			l.report(r, row, field, "data.problem.no_row", words.Args{"ID": id})
		}
	}
}
