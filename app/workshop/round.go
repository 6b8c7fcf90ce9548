package workshop

import (
	"slices"
	"strconv"

	"doublefix/app/words"
)

// RoundState says whether ballots are taken.
type RoundState string

// The states of a round. A round that was closed can be opened again.
const (
	Planned RoundState = ""
	Opened  RoundState = "open"
	Closed  RoundState = "closed"
)

// Round is one time that the group ranks.
type Round struct {
	ID       string // "1", "2", …: two rooms that both begin a second round mean the same one
	Name     string // "" for the usual
	State    RoundState
	Revealed bool // the facilitator has shown the result
	Paper    Paper

	Decision     Decision
	DecisionAt   string // RFC 3339
	DecisionLate bool   // a ballot was in when it was named
	Lots         []Lot  // in the order in which they were drawn

	Batches  []Batch
	Returned map[string]int // paper ballots that came back, by table; "" where they were counted together
	Ballots  []Ballot       // in the order of their first entry, withdrawn ones among them
	Imports  []Import
	Seen     []Seen // what was shown in Explore before this round and after the one before
}

// Paper is what a round asks.
type Paper struct {
	Question words.Text `json:"question,omitempty"` // nil: as before, at first that of the data package
	Options  []Option   `json:"options,omitempty"`  // nil: as before, at first those of the data package
}

// Option is something that is ranked. An option of the data package whose texts were not changed has none here.
type Option struct {
	ID      string     `json:"id"`
	Title   words.Text `json:"title,omitempty"`
	Summary words.Text `json:"summary,omitempty"`
}

// Decision is the rule that decides and what is done where it leaves a tie.
type Decision struct {
	Rule string `json:"rule"` // as package ranking names it; "" where none was named
	Tie  string `json:"tie"`  // one of the ties below
}

// What is done about a tie for first place.
const (
	TieStays  = ""
	TieRevote = "revote"
	TieLot    = "lot"
)

// Lot is a lot that was drawn to part a tie. It can be drawn again from its seed by anybody.
type Lot struct {
	Among []string `json:"among"` // option ids, ascending
	Seed  string   `json:"seed"`  // 32 bytes in hexadecimal, for ChaCha8
	First string   `json:"first"`
	At    string   `json:"-"`
}

// Import is ballots that came from a file.
type Import struct {
	ID     string `json:"import"`
	File   string `json:"file"`
	Table  string `json:"table,omitempty"`
	Rows   []Row  `json:"rows"`
	Blank  int64  `json:"blank,omitempty"`
	Spoilt int64  `json:"spoilt,omitempty"`
	At     string `json:"-"`
}

// Row is equal ballots of an import.
type Row struct {
	Places map[string]int `json:"places"` // option → place
	Count  int64          `json:"count"`
}

// Total is how many ballots an import brought, blank and spoilt ones too.
func (i Import) Total() int64 {
	n := i.Blank + i.Spoilt
	for _, r := range i.Rows {
		n += r.Count
	}
	return n
}

// Seen is a dataset that was shown.
type Seen struct {
	Dataset string
	At      string
}

// Round returns the round of that id; nil if there is none.
func (d Doc) Round(id string) *Round {
	if i := slices.IndexFunc(d.Rounds, func(r Round) bool { return r.ID == id }); i >= 0 {
		return &d.Rounds[i]
	}
	return nil
}

// Latest returns the last round; there always is one.
func (d Doc) Latest() *Round { return &d.Rounds[len(d.Rounds)-1] }

// OptionsOf returns what a round ranks; those of the data package come without texts.
func (d Doc) OptionsOf(round string) []Option {
	options := make([]Option, 0, len(d.pkg))
	for _, id := range d.pkg {
		options = append(options, Option{ID: id})
	}
	for i := range d.Rounds {
		if o := d.Rounds[i].Paper.Options; o != nil {
			options = o
		}
		if d.Rounds[i].ID == round {
			break
		}
	}
	return slices.Clone(options)
}

// QuestionOf returns what a round asks; nil for the question of the data package.
func (d Doc) QuestionOf(round string) words.Text {
	var q words.Text
	for i := range d.Rounds {
		if t := d.Rounds[i].Paper.Question; t != nil {
			q = t
		}
		if d.Rounds[i].ID == round {
			break
		}
	}
	return q
}

// Before returns the round before one, nil for the first.
func (d Doc) Before(round string) *Round {
	i := slices.IndexFunc(d.Rounds, func(r Round) bool { return r.ID == round })
	if i < 1 {
		return nil
	}
	return &d.Rounds[i-1]
}

// Used reports whether a ballot of the round is in, even one that was withdrawn.
func (r *Round) Used() bool { return len(r.Ballots) > 0 || len(r.Imports) > 0 }

// number is the number of a round; 0 where its id is none.
func number(round string) int {
	n, err := strconv.Atoi(round)
	if err != nil || n < 1 || n > maxRounds || strconv.Itoa(n) != round {
		return 0
	}
	return n
}

// maxRounds bounds what a file can make us build.
const maxRounds = 99
