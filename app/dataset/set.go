// Package dataset holds what a person explores: tables whose figures carry their source, kind, status and caveats, the
// questions one can put to them, and the texts that go with a figure.
//
// Everything is read once by [Load] and not changed after. A figure leaves this package only as a [Row], which knows its
// source, so that chart, table, spoken sentence and file say the same about it.
package dataset

import (
	"slices"
	"sync"
	"time"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// Set is everything in a data package that people see.
type Set struct {
	Identity       datapackage.Identity
	Title          words.Text
	Description    words.Text
	Running        words.Text // short running head for paper
	Question       words.Text // what the options are ranked by
	Created        time.Time
	Licenses       []datapackage.License
	Topics         []Topic // in order; datasets without a topic of these stand under none
	Datasets       []*Dataset
	Options        []Option
	Sources        map[string]*Source
	Contradictions []Contradiction
	Evidence       []Evidence // what speaks for and against the options
	Actors         []Actor    // who would act on them
	Glossary       []Term

	rows    map[string]*Row // by id, over all datasets
	cited   string          // the name of the table of sources
	lazy    sync.Mutex      // guards what is made at its first use
	formsOf map[words.Lang]map[string][]form
	indexOf map[words.Lang]*index
	textOf  map[*Dataset]map[int]string // of each row by its line, folded

	facetsOf map[facetKey][]Facet // without counts
	codesOf  map[*Dataset][]string
	prospect *prospect // of the last question that was looked at by aggregates
}

// Topic is a heading that datasets stand under.
type Topic = datapackage.Topic

// View is one way to draw a dataset; texts are filled.
type View = datapackage.Chart

// Cond is one condition of a [Query]; see [ParseCond].
type Cond = datapackage.Cond

// Caveat is something to beware of, at one figure or several.
type Caveat = datapackage.Caveat

// Option is one of the policies that people put in order.
type Option struct {
	ID                      string
	Title, Summary, Meaning words.Text
	Short                   words.Text // the title in two or three words, for charts
	Source                  *Source    // nil where there is none
	Place                   words.Text // where in the source
}

// Source is where figures come from.
type Source struct {
	ID        string
	Publisher words.Text
	Title     words.Text
	Date      string // ISO, may be partial
	DateNote  words.Text
	URL       string
	Tier      string // P primary, S press, M mirror or aggregator, A advocacy or party to a dispute
	Short     words.Text
	Licence   string
}

// Contradiction is a place where two claims disagree, or seem to.
type Contradiction struct {
	ID, Dataset        string // Dataset is the id of the dataset of the claims
	Topic              words.Text
	ClaimA, ClaimB     words.Text
	SourceA, SourceB   *Source
	RowsA, RowsB       []string // row ids
	DataA, DataB       *Dataset // where the first row of each side stands; nil where a side has none
	Cause              string   // denominator, definition, period, rounding, estimate, error, provisional, unresolved, compatible
	Explanation, Shown words.Text
}

// Dataset is a table with the words that introduce it.
type Dataset struct {
	ID          string
	Role        string // dataset, timeline, recommendations, agencies, gaps, tools, contradictions, glossary, sources
	Core        bool   // in the default handout
	Topic       string // id
	Title       words.Text
	Description words.Text
	Summary     words.Text
	Headline    words.Text // the finding, one sentence
	Lead        words.Text // one or two quiet sentences after it
	Finding     words.Text // short title for paper
	Attribution words.Text // who says so, via whom
	Kinds       words.Text // what kinds of number, in words
	Unit        words.Text // what is counted, plural
	UnitOne     words.Text
	Fields      []datapackage.Field
	Rows        []Row
	Charts      []View // never empty; the first is the default
	Caveats     []Caveat

	set        *Set
	index      map[string]int    // field name → place
	roles      map[string]string // role → name of the first field that has it
	refers     map[string]string // field → the resource whose keys it holds
	translated bool              // some field has translations
	lang       map[words.Lang]words.Tr
	of         *Dataset       // what a derived dataset was made of; nil for a table of the package
	byID       map[string]int // of a derived dataset: the place of each row
	scale      Scale          // of a derived dataset: what its figures were put in relation to
}

// Option returns the option of that id, nil if there is none.
func (s *Set) Option(id string) *Option {
	if i := slices.IndexFunc(s.Options, func(o Option) bool { return o.ID == id }); i >= 0 {
		return &s.Options[i]
	}
	return nil
}

// Dataset returns the dataset with that id, or nil.
func (s *Set) Dataset(id string) *Dataset {
	for _, d := range s.Datasets {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// Row returns the row with that id and the dataset it stands in.
func (s *Set) Row(id string) (*Dataset, Row, bool) {
	if r, ok := s.rows[id]; ok {
		return r.d, *r, true
	}
	return nil, Row{}, false
}

// Contradictions returns the contradictions that concern d.
func (d *Dataset) Contradictions() []Contradiction {
	var out []Contradiction
	for _, c := range d.set.Contradictions {
		if c.Dataset == d.ID {
			out = append(out, c)
		}
	}
	return out
}

// Row returns the row with that id. Rows without an id are not found.
func (d *Dataset) Row(id string) (Row, bool) {
	if id == "" {
		return Row{}, false
	}
	if i, ok := d.byID[id]; ok && d.Rows[i].ID == id {
		return d.Rows[i], true
	}
	if r, ok := d.set.rows[id]; ok && r.d == d {
		return *r, true
	}
	for _, r := range d.Rows { // an id that another table has too
		if r.ID == id {
			return r, true
		}
	}
	return Row{}, false
}

// View returns the view called name, or the default where there is none of that name.
func (d *Dataset) View(name string) View {
	for _, v := range d.Charts {
		if v.Name == name {
			return v
		}
	}
	return d.Charts[0]
}

// Field returns the field called name.
func (d *Dataset) Field(name string) (datapackage.Field, bool) {
	i, ok := d.index[name]
	if !ok {
		return datapackage.Field{}, false
	}
	return d.Fields[i], true
}

// role returns the name of the first field with that role, or, where no field has it, of the field of that very name.
func (d *Dataset) role(role string) string {
	if name, ok := d.roles[role]; ok {
		return name
	}
	if _, ok := d.index[role]; ok {
		return role
	}
	return ""
}
