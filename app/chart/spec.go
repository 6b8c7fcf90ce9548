// Package chart turns a [Spec] into a [Drawing] and draws it through go-chart's Renderer.
//
// A chart is a value: the same Spec and [Frame] always give the same Drawing, which knows where every mark and every
// label stands. So the window reads points from it, tests measure labels against each other, and the pixels on the
// screen, the SVG file and the printed page are one drawing.
package chart

import "doublefix/app/words"

// Form names a way to draw rows.
type Form string

// The forms that exist.
const (
	Bars           Form = "bars"            // vertical bars from zero; years in a row, gaps kept
	BarsHorizontal Form = "bars-horizontal" // horizontal bars from zero, one label a bar
	Lines          Form = "lines"           // lines over years, with gaps and bands
	Claims         Form = "claims"          // a table with dots, rings and ranges on one axis, in groups
	Ranges         Form = "ranges"          // ranges and points in groups, on a logarithmic axis if asked for
	Funnel         Form = "funnel"          // what is left of one set, step by step
	Stacked        Form = "stacked"         // horizontal bars made of parts, one label a bar
	Dumbbell       Form = "dumbbell"        // marks of several series on one line, one label a line
	Slope          Form = "slope"           // a line a series between columns, one a point in time
	Timeline       Form = "timeline"        // what happened when, in lanes over one axis of time; marks need no figure
	Table          Form = "table"           // rows as they are printed, with a tag and a figure where there are some
	Grouped        Form = "grouped"         // bars of several series side by side, one cluster a label or a year
	SmallMultiples Form = "small-multiples" // a small chart of lines a series, side by side over the same years
	HeatMap        Form = "heat-map"        // a cell a series and a label or a year, the darker the more
	Bump           Form = "bump"            // the places of several series, year by year: who is first, second, third
	Histogram      Form = "histogram"       // how many figures lie between Low and High, on an axis of figures
	Scatter        Form = "scatter"         // a named point a row, on two axes of figures
	Flow           Form = "flow"            // bands from the places at the left to those at the right, as broad as their figures
	Calendar       Form = "calendar"        // what happened when, a line a year and a column a month
	HeadToHead     Form = "head-to-head"    // a bar a pair of options: who is for the one, who for the other; of ballots, not of tables
)

// Forms returns all forms.
func Forms() []Form {
	return []Form{Bars, BarsHorizontal, Lines, Claims, Ranges, Funnel, Stacked, Dumbbell, Slope, Timeline, Table, HeadToHead, HeatMap, Bump, Calendar, Scatter, Grouped, Histogram, SmallMultiples, Flow}
}

// printsRows reports whether a form shows rows by their names, with or without figures.
func printsRows(f Form) bool { return drawsEvents(f) || f == Table }

// Status says how far a figure can be trusted to be whole; it decides hatch and dash.
type Status string

// The statuses a figure can have.
const (
	Final       Status = "final"
	Provisional Status = "provisional"
	Partial     Status = "partial" // part of a period: hatched
	Derived     Status = "derived" // computed here or by the source: dashed
)

// Shape tells marks of the claims form apart without colour.
type Shape string

// The shapes of a claim.
const (
	Dot     Shape = "administrative" // filled: from an administrative record
	Ring    Shape = "statement"      // hollow: said, or rounded
	Diamond Shape = "party"          // said by a party to a dispute
)

// Spec is a chart before it has a size. All texts are in the reader's language.
type Spec struct {
	Form     Form
	Tr       words.Tr // writes numbers on axes and the fixed words of a form
	Title    string   // what is drawn
	Subtitle string   // unit and period
	Asked    string   // what a person has asked of the figures, in words: filters, how they were put together; stands over the plot
	Own      []Own    // a person's notes, in the order of their numbers
	Unit     string   // what is counted, plural
	UnitOne  string   // the same of one; "" where one is not told apart
	Percent  bool     // values are percent; the axis ends at 100 where values do
	Log      bool     // logarithmic value axis; values must be above zero, others are not drawn
	Marks    []Mark   // one a figure, in reading order
	Series   []Series // lines, parts of bars, marks of a row: what Mark.Series counts into
	Groups   []Group  // claims and ranges: what Mark.Group counts into
	Whole    bool     // stacked: every bar is one whole in the same parts, which keep their colours and have a legend; no sums
	Counts   bool     // figures say how many rows of a table there are, and nothing of what the rows are about
	Places   bool     // slope: values are places, the least stands at the top
	Columns  []string // slope: what stands over the columns at 1, 2, …; without it X are years; flow: what the two sides are
	BaseHead string   // claims: heading over Mark.Base; "" is "Out of"
	XTitle   string   // scatter, histogram: what the axis from left to right is of, with its unit
	YTitle   string   // scatter: the same for the axis from the bottom up
	XYears   bool     // scatter: what runs from left to right are years, written without commas
	XPercent bool     // scatter: what runs from left to right is percent
	Heads    Heads    // table: headings over its columns
	Notes    []Note   // lettered caveats, a first
	Source   string   // who says so, one line; a chart without a source is refused by [Lay]
	Who      string   // the same in a few words; "" where there are none
	Alt      string   // the chart in sentences, for people who do not see it
}

// Mark is one figure. Numbers that are not there are NaN.
type Mark struct {
	ID               string // row id
	Label, Sub       string // name under or beside the mark, and a second line ("10 months")
	X, XTo           float64
	Value, Low, High float64 // Value is the figure; Low and High bound a range, either may be open (NaN)
	Written          string  // the figure as it stands on the mark ("≈420", "70–90%")
	Letters          string  // letters of its caveats, set small after the figure
	Status           Status
	Method           string // how a derived figure was made
	Kind             string // how it came about, as data packages name it: a count, a share, an estimate, a statement; "" where nothing says
	Shape            Shape
	Series, Group    int
	Emphasis         bool    // the finding: full accent
	Highlight        bool    // a person has marked it
	Doubtful         bool    // drawn with a question mark
	JoinedTo         string  // id of an earlier mark by the same speaker: drawn on its row, joined by a line
	Who, When        string  // claims: who says so, and when
	Period, Base     string  // claims: what period, and how many were counted
	Tag, Unit        string  // table: what state it is in, and what the figure counts
	TagQuiet         bool    // table: the tag is of what is not done, and dashed
	Soft             float64 // timeline: how many years X is the middle of, for a date that is a month or a year; 0 for a day
	Rival            string  // head-to-head, flow: the name at the right; Label is at the left, and Value the figure
	Against, Tied    float64 // head-to-head: the count for the rival, and for neither before the other
	Spoken           string  // the mark in a sentence
}

// Band reports whether m is a mean over a span of the axis rather than a figure for one place on it.
func (m Mark) Band() bool { return m.XTo > m.X }

// Series is one line, one part of all bars, or one mark of all rows. In stacked bars the series with the id "total" is no part: its
// marks say what the parts of their bars add up to, and what the parts lack of it stays empty.
type Series struct {
	ID, Title string
	Quiet     bool   // drawn grey and dashed: of another kind than the first
	Unit      string // small multiples: what is counted, where series differ in it; "" is that of the spec
	Percent   bool   // small multiples: values of this series are percent
}

// Group is a block of claims or ranges.
type Group struct{ ID, Title, Note string }

// Own is a note that a person has put at a mark, or, where Mark is "", at the whole chart.
type Own struct{ Mark, Text string }

// Note is a caveat with its letter.
type Note struct{ Letter, Text string }

// Heads are the headings over the columns of a table; what is empty stays without one.
type Heads struct{ Label, Tag, Who, When, Figure string }
