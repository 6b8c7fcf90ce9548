// Package result says what a group's ballots come to: in sentences, in tables and in charts, in the reader's language. The
// window, the printed results and the files are made from one report.
package result

import (
	"time"

	"doublefix/app/ballot"
	"doublefix/app/chart"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// Option is what is ranked. Short is its title in two or three words, for charts.
type Option struct {
	ID           string
	Title, Short words.Text
}

// Group is the ballots of one table.
type Group struct {
	ID      string
	Name    words.Text
	Profile *ballot.Profile
}

// Lot is a lot that was drawn among options, by number of their column.
type Lot struct {
	Among []int
	Seed  string
	First int
}

// Round is one round of ballots. All profiles have the options of the report as columns.
type Round struct {
	ID      string
	Name    words.Text
	Profile *ballot.Profile
	Groups  []Group
	People  []ranking.Person // in the round before and in this one
	Seen    []words.Text     // titles of the datasets that were shown before this round and after the one before
	Rule    ranking.Rule     // that decides; "" where none was named
	Tie     string           // "", "revote" or "lot"
	Late    bool             // the rule was named when ballots were in
	Lots    []Lot
}

// Input is what a report is made from.
type Input struct {
	Question words.Text
	Workshop string
	Date     time.Time
	Options  []Option
	Settings ranking.Options
	Rounds   []Round
	Current  int  // index of the round that is reported
	Example  bool // the ballots were made up
}

// Counted is a round as it was counted.
type Counted struct {
	Result    ranking.Result
	Agreement ranking.Agreement
	Firm      []ranking.Firmness
	Minority  ranking.Minority
}

// Report is all there is to say about a round.
type Report struct {
	In     Input
	Now    Counted
	Before *Counted       // nil for the first round
	Shift  *ranking.Shift // nil for the first round
	Moves  *ranking.Moves // nil where nobody can be followed
}

// Sentence is a text with parts that stand out.
type Sentence struct {
	Text   string
	Strong []string
}

// Card is one finding: words, a chart or a table, and how it was counted.
type Card struct {
	ID              string
	Title, Subtitle string
	Text, Notes     []string
	How             string
	Chart           *chart.Spec
	Rules           []RuleRow
	Matrix          *Matrix
	Gauge           *Gauge
	Squares         *Squares
}

// RuleRow is what one rule makes of the ballots. Order is best first, an inner list is a tie.
type RuleRow struct {
	Rule             ranking.Rule
	Name, Plain      string
	Order            [][]string
	Differs, Decides bool
	Why              string
}

// Matrix is a table with a heading for each row and column.
type Matrix struct {
	Heads  []string
	Cells  [][]string
	Strong [][]bool
}

// Gauge is a number between 0 and 1.
type Gauge struct {
	Value     float64
	Text      string
	Before    *float64
	Low, High string
}

// Squares are ballots, of which some are filled.
type Squares struct{ Filled, All int }
