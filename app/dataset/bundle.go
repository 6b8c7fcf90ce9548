package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// WriteBundle writes the rows as a small Data Package in a zip file: the table with its types, caveats and chart, the sources that
// its rows name, and a README in each language. It stands on its own and opens again here. view is how the rows are drawn.
// The same rows give the same bytes.
func (e Extract) WriteBundle(w io.Writer, view View) error {
	b := bundle{Extract: e, view: view}
	b.fields = b.tableFields()
	descriptor, err := b.descriptor()
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	files := []struct {
		name string
		body []byte
	}{
		{datapackage.DescriptorName, descriptor},
		{b.tableName() + ".csv", b.table()},
		{"README.md", b.readme(words.English)},
		{"LEEME.md", b.readme(words.Spanish)},
	}
	if b.hasSources() {
		files = append(files, struct {
			name string
			body []byte
		}{sourcesTable + ".csv", b.sourceTable()})
	}
	for _, f := range files {
		part, err := out.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: e.Data.set.Created})
		if err != nil {
			return err
		}
		if _, err := part.Write(f.body); err != nil {
			return err
		}
	}
	return out.Close()
}

// bundle is an extract while it is made a package.
type bundle struct {
	Extract
	view   View
	fields []datapackage.Field
}

const (
	sourcesTable  = "sources"
	sourceField   = "source_id"
	alsoField     = "also_source_ids"
	ownCaveat     = "caveat"
	bundledSchema = "https://datapackage.org/profiles/2.0/datapackage.json"
)

// tableName is the name of the table: that of the dataset, without what a path or a file system could take for something else,
// and not that of the table of sources beside it.
func (b bundle) tableName() string {
	const allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
	name := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(allowed, r) {
			return r
		}
		return '-'
	}, b.Data.ID), "-")
	if len(name) > mostOfName {
		name = name[:mostOfName]
	}
	if name == "" || strings.EqualFold(name, sourcesTable) && b.hasSources() {
		return "table"
	}
	return name
}

// mostOfName is how many characters of a name a file system surely takes, with an ending.
const mostOfName = 100

// hasSources reports whether a table of sources stands beside the table.
func (b bundle) hasSources() bool { return len(b.sources()) > 0 && b.Data.Role != RoleSources }

// sources are those of the rows that have an id.
func (b bundle) sources() []*Source {
	return slices.DeleteFunc(Sources(b.Rows), func(s *Source) bool { return s.ID == "" })
}

// tableFields are the fields of the table, without those that name rows of other tables, and with those that a row needs to say
// where it comes from and what to beware of.
func (b bundle) tableFields() []datapackage.Field {
	d := b.Data
	out := slices.DeleteFunc(slices.Clone(d.Fields), func(f datapackage.Field) bool { return f.Name == d.role("rows") })
	for i, f := range out {
		if f.Type == "date" && slices.ContainsFunc(b.Rows, func(r Row) bool { v, _ := r.Value(f.Name); return !v.Missing && !v.Wrong && math.IsNaN(v.Number) }) {
			out[i].Type = "string" // dates of a format that is not read stand as they are
		}
	}
	add := func(name string) {
		if !slices.ContainsFunc(out, func(f datapackage.Field) bool { return f.Name == name }) {
			out = append(out, datapackage.Field{Name: name, Type: "string", Title: d.texts("data.ask.field." + name)})
		}
	}
	if b.hasSources() {
		add(b.sourceField())
		add(alsoField)
	}
	if slices.ContainsFunc(b.Rows, func(r Row) bool { return len(r.carried) > 0 }) {
		add(b.caveatField())
		add(b.caveatField() + "@" + string(words.Spanish))
	}
	return out
}

// sourceField is the field that names the source of a row.
func (b bundle) sourceField() string {
	for _, role := range []string{sourceField, "source"} {
		if name := b.Data.role(role); name != "" {
			return name
		}
	}
	return sourceField
}

func (b bundle) caveatField() string {
	if name := b.Data.role(ownCaveat); name != "" {
		return name
	}
	return ownCaveat
}

// table is the CSV file of the rows, with values as the standard writes them.
func (b bundle) table() []byte {
	rows := [][]string{names(b.fields)}
	for _, r := range b.Rows {
		var cells []string
		for _, f := range b.fields {
			cells = append(cells, b.cell(r, f))
		}
		rows = append(rows, cells)
	}
	return csvOf(rows)
}

func names(fields []datapackage.Field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Name)
	}
	return out
}

func csvOf(rows [][]string) []byte {
	var out bytes.Buffer
	_ = csv.NewWriter(&out).WriteAll(rows) // a buffer takes everything
	return out.Bytes()
}

// cell is a value of the table: what is not of its type stays as it was found.
func (b bundle) cell(r Row, f datapackage.Field) string {
	switch base, lang, _ := f.Base(); {
	case b.Data.Role != RoleSources && f.Name == b.sourceField() && r.Source != nil && r.Source.ID != "":
		return r.Source.ID
	case f.Name == alsoField:
		var ids []string
		for _, s := range r.Also {
			ids = append(ids, s.ID)
		}
		return strings.Join(ids, "; ")
	case len(r.carried) > 0 && base == b.caveatField():
		if lang == "" {
			lang = words.English
		}
		return r.carriedText(lang)
	case r.whole != nil && base == b.Data.role("method"):
		if lang == "" {
			lang = words.English
		}
		return r.exported(base, lang)
	}
	switch v, _ := r.Value(f.Name); {
	case v.Missing:
		return ""
	case v.Wrong || math.IsNaN(v.Number): // it is read as it was: a text of a package is never run
		return v.Text
	default:
		return machineText(f, v)
	}
}

// carriedText joins the caveats of what a row was made of that its table does not say.
func (r Row) carriedText(l words.Lang) string {
	var texts []string
	for _, c := range r.carried {
		if text := c.Text.In(l); text != "" && !binds(c) && !slices.ContainsFunc(r.d.Caveats, func(o Caveat) bool { return o.Text.In(l) == text }) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " ")
}

// sourceTable is the CSV file of the sources.
func (b bundle) sourceTable() []byte {
	rows := [][]string{names(sourceFields())}
	for _, s := range b.sources() {
		in := func(t words.Text) []string { return []string{t[words.English], t[words.Spanish]} }
		rows = append(rows, slices.Concat([]string{s.ID}, in(s.Publisher), in(s.Title), []string{s.Date}, in(s.DateNote), []string{s.URL, s.Tier}, in(s.Short), []string{s.Licence}))
	}
	return csvOf(rows)
}

func sourceFields() []datapackage.Field {
	var out []datapackage.Field
	for _, name := range []string{
		"id", "publisher", "publisher@es", "title", "title@es", "date", "date_note", "date_note@es", "url", "tier", "short", "short@es", "licence",
	} {
		out = append(out, datapackage.Field{Name: name, Type: "string"})
	}
	return out
}

// descriptor is the datapackage.json.
func (b bundle) descriptor() ([]byte, error) {
	d, set := b.Data, b.Data.set
	p := map[string]any{"$schema": bundledSchema, "name": strings.Trim(set.Identity.Name+"-"+d.ID, "-"), "resources": b.resources()}
	datapackage.Translated(p, "title", d.Title)
	datapackage.Translated(p, "description", d.Description)
	if set.Identity.Version != "" {
		p["version"] = set.Identity.Version
	}
	if !set.Created.IsZero() {
		p["created"] = set.Created
	}
	var licenses []map[string]string
	for _, l := range set.Licenses {
		licenses = append(licenses, map[string]string{"name": l.Name, "title": l.Title, "path": l.Path})
	}
	if len(licenses) > 0 {
		p["licenses"] = licenses
	}
	if i := slices.IndexFunc(set.Topics, func(t Topic) bool { return t.ID == d.Topic }); i >= 0 {
		p["doublefix:topics"] = []any{map[string]any{"id": d.Topic, "title": set.Topics[i].Title}}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(p)
	return out.Bytes(), err
}
