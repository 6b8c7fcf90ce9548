package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Aggregate is how several figures become one.
type Aggregate string

// The aggregates.
const (
	Sum    Aggregate = "sum"
	Mean   Aggregate = "mean"
	Median Aggregate = "median"
	Count  Aggregate = "count" // how many rows there are
	Share  Aggregate = "share" // the sum of a group in percent of the sum of all
)

// Aggregates returns all aggregates, in the order in which they are offered.
func Aggregates() []Aggregate { return []Aggregate{Count, Sum, Mean, Median, Share} }

// Scale is what figures are put in relation to, so that they can be compared.
type Scale string

// The scales.
const (
	AsIs     Scale = ""
	Index    Scale = "index"    // the figure of the base year is 100
	PerMonth Scale = "month"    // divided by the months that the figure is of
	Per100k  Scale = "per-100k" // divided by the population of the row, times 100,000
)

// Scales returns all scales, in the order in which they are offered.
func Scales() []Scale { return []Scale{AsIs, PerMonth, Index, Per100k} }

// Lens is a question put to a dataset: which rows, put together how, beside what, drawn how. The zero value asks nothing and
// shows the first chart of the dataset. It is kept in workshop files as JSON.
type Lens struct {
	View  string    `json:"view,omitempty"`  // the chart of the package that it starts from; "" is the first
	Form  string    `json:"form,omitempty"`  // the form that it is drawn in; "" is the one that the view has
	Where []Cond    `json:"where,omitempty"` // filters: all are to be met, besides the conditions of the view
	Text  string    `json:"text,omitempty"`  // words that a row has to contain, anywhere
	Group string    `json:"group,omitempty"` // the field whose values become one figure each; "" leaves rows as they are
	Split string    `json:"split,omitempty"` // with Group: the field whose values become a series each
	By    Aggregate `json:"by,omitempty"`    // how the rows of a group become one figure; "" is Count
	Scale Scale     `json:"scale,omitempty"`
	Base  string    `json:"base,omitempty"` // of an index: the year that is 100; "" is the first that all series have
	With  []Beside  `json:"with,omitempty"` // what it is compared with
}

// Beside names figures to compare with: a series of a chart of a dataset. Empty Series means all of that chart.
type Beside struct {
	Dataset string `json:"dataset"`
	View    string `json:"view,omitempty"`
	Series  string `json:"series,omitempty"`
}

// Asks reports whether q asks anything beyond one of the charts of the package as it is.
func (q Lens) Asks() bool {
	return len(q.Where) > 0 || strings.TrimSpace(q.Text) != "" || q.Group != "" || q.Scale != AsIs || len(q.With) > 0
}

// Chart names the chart that q asks for of d: its view and its form, without what is asked of the figures.
func (q Lens) Chart(d *Dataset) string { return d.View(q.View).Name + "/" + q.Form }

// Clone returns a copy that shares nothing with q.
func (q Lens) Clone() Lens {
	q.Where, q.With = slices.Clone(q.Where), slices.Clone(q.With)
	for i := range q.Where {
		q.Where[i].Values = slices.Clone(q.Where[i].Values)
	}
	return q
}

// Answer is what a dataset says to a [Lens].
type Answer struct {
	Lens  Lens
	Data  *Dataset   // the dataset, or one made of it whose rows know their sources and caveats as all rows do
	View  View       // how Data is drawn; View.Asked is Asked
	Rows  []Row      // of the table as shown
	Asked words.Text // what was asked, in words; nil where nothing was
	All   int        // how many rows the dataset has
	Notes words.Text // what a reader has to know of how the answer was made: why two series do not share an axis; nil for none
}
