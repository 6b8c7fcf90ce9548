// Package datapackage reads a Data Package (datapackage.org, versions 1 and 2) and checks it.
//
// A package is a folder, an embedded file system or whatever else is an [fs.FS], with a descriptor datapackage.json and
// one CSV file a table. Nothing is fetched and nothing outside the file system is opened. Reading never stops at the first
// fault: whatever can be read is there, and every [Problem] is named with its file, row, field and cell.
package datapackage

import (
	"time"

	"doublefix/app/words"
)

// DescriptorName is the file a package is described in.
const DescriptorName = "datapackage.json"

// Package is a data package as it was read. It is not changed after [Open].
type Package struct {
	Name, Version string
	Title         words.Text
	Description   words.Text
	Created       time.Time // zero where the descriptor has none
	Licenses      []License
	Sources       []SourceRef
	Question      words.Text // doublefix:question
	Running       words.Text // doublefix:running, a short running head for paper
	Options       string     // doublefix:options, the name of the resource that holds the options
	Topics        []Topic    // doublefix:topics, in order
	Resources     []*Resource

	sum string // SHA-256 of descriptor and files
}

// License names the terms of a package.
type License struct{ Name, Title, Path string }

// SourceRef is the standard's word on where data comes from.
type SourceRef struct{ Title, Path string }

// Topic is a heading that datasets stand under.
type Topic struct {
	ID    string
	Title words.Text
}

// Resource is one table with its schema and the properties that say how it is shown.
type Resource struct {
	Name  string
	Path  string // as the descriptor has it; "" where the data was refused
	Title words.Text
	About words.Text // the standard's description

	Fields        []Field
	PrimaryKey    []string
	ForeignKeys   []ForeignKey
	MissingValues []string
	FieldsMatch   string // exact (default), equal, subset, superset or partial
	Dialect       Dialect
	Rows          []Row
	Sources       []SourceRef

	Role  string // dataset, options, sources, contradictions …; "" where the package does not say
	Topic string
	Core  bool // doublefix:core, in the default handout
	Words Wording

	Caveats []Caveat
	Charts  []Chart
}

// Wording holds the sentences that a dataset is introduced by. Each may name figures as {{fig ID [field]}}.
type Wording struct {
	Summary, Headline, Lead, Finding words.Text
	Attribution, Kinds               words.Text
	Unit, UnitOne                    words.Text
}

// ForeignKey says that Fields hold a key that exists in Reference; Resource "" is the table itself.
type ForeignKey struct {
	Fields    []string
	Resource  string
	Reference []string
}

// Dialect says how a CSV file is written.
type Dialect struct {
	Delimiter rune
	Quote     rune
	NoHeader  bool
}

// Row is one record. Values stand in the order of the resource's fields, whatever the order in the file.
type Row struct {
	Number int // in the file; the header line is row 1
	Values []Value
}

// Resource returns the resource called name, or nil.
func (p *Package) Resource(name string) *Resource {
	for _, r := range p.Resources {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// Index returns the place of the field called name, or -1.
func (r *Resource) Index(name string) int {
	for i, f := range r.Fields {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// Identity tells one package, and one state of it, from another.
type Identity struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"` // over the descriptor and the tables' files, in their order
}

// Identity returns the identity of p.
func (p *Package) Identity() Identity { return Identity{p.Name, p.Version, p.sum} }
