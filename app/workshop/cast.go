package workshop

import (
	"maps"
	"slices"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
)

// BallotState says how a ballot counts.
type BallotState string

// The states of a ballot.
const (
	Valid     BallotState = "valid"
	Blank     BallotState = "blank"
	Spoilt    BallotState = "spoilt"
	Withdrawn BallotState = "withdrawn" // it stays in the file and counts nowhere
)

// Ballot is one ballot that was entered.
type Ballot struct {
	ID     string         `json:"ballot"`
	Serial Serial         `json:"serial,omitzero"`
	Table  string         `json:"table,omitempty"`
	Person string         `json:"person,omitempty"`
	Paper  string         `json:"paper,omitempty"`  // the digits as they stand on it
	Shown  []string       `json:"shown,omitempty"`  // the order in which the options stood
	Places map[string]int `json:"places,omitempty"` // option → place, 1 is first, equal numbers tie; without one it is unranked
	State  BallotState    `json:"state"`
	Why    string         `json:"why,omitempty"`    // translation key of why it is spoilt
	Screen bool           `json:"screen,omitempty"` // entered by the voter
	At     string         `json:"-"`                // when it was last entered or corrected
	Second Second         `json:"-"`
}

// Second is a ballot typed a second time, to find slips. The zero value is none.
type Second struct {
	Paper string      `json:"paper"`
	State BallotState `json:"state"`
}

// Checked reports whether the ballot was entered twice and alike.
func (b Ballot) Checked() bool { return b.Second.State != "" && !b.Differs() }

// Differs reports whether the second entry says something else.
func (b Ballot) Differs() bool {
	return b.Second.State != "" && (b.Second.State != b.State || b.State == Valid && b.Second.Paper != b.Paper)
}

// Counts are the ballots of a round as they are accounted for. Imported ballots count as entered.
type Counts struct {
	Issued      int // paper ballots that were printed
	Returned    int // paper ballots that came back, as far as that was said, altogether or of a table; else those that were entered
	Entered     int // all that are in, withdrawn ones not
	Left        int // returned and not entered
	Spoilt      int
	Blank       int
	NotReturned int // issued and not returned
	OnScreen    int
	Second      int // entered twice
	Differ      int // of those, not alike
	Withdrawn   int
}

// Counts counts the ballots of the round.
func (r *Round) Counts() Counts {
	c := Counts{Issued: r.Issued()}
	paper := map[string]int{} // by table
	for i := range r.Ballots {
		b := &r.Ballots[i]
		switch b.State {
		case Withdrawn:
			c.Withdrawn++
			continue
		case Blank:
			c.Blank++
		case Spoilt:
			c.Spoilt++
		}
		c.Entered++
		if b.Screen {
			c.OnScreen++
		} else {
			paper[b.Table]++
		}
		if b.Second.State != "" {
			c.Second++
		}
		if b.Differs() {
			c.Differ++
		}
	}
	for i := range r.Imports {
		c.Entered += int(r.Imports[i].Total())
		c.Blank += int(r.Imports[i].Blank)
		c.Spoilt += int(r.Imports[i].Spoilt)
	}
	c.Returned, c.Left = r.back(paper)
	c.NotReturned = max(0, c.Issued-c.Returned)
	return c
}

// back returns how many papers came back, and how many of those are not entered. A number for all tables together counts
// alone; else tables of which none was said have what was entered there.
func (r *Round) back(entered map[string]int) (returned, left int) {
	all := 0
	for table, n := range entered {
		all += n
		if _, said := r.Returned[table]; !said && (table != "" || len(r.Returned) == 0) {
			returned += n
		}
	}
	if together, said := r.Returned[""]; said {
		return together, max(0, together-all)
	}
	for table, n := range r.Returned {
		returned += n
		left += max(0, n-entered[table])
	}
	return returned, max(0, left-entered[""]) // papers without a table may be of any
}

// Profile returns the ballots of a round as they are counted, of the tables that are named, or of all. Its options are the
// ids of the round's options. Ballots of options that the round does not have any more leave those out.
func (d Doc) Profile(round string, tables ...string) *ballot.Profile {
	p := &ballot.Profile{}
	for _, o := range d.OptionsOf(round) {
		p.Options = append(p.Options, o.ID)
	}
	r := d.Round(round)
	if r == nil {
		return p
	}
	wanted := func(table string) bool { return len(tables) == 0 || slices.Contains(tables, table) }
	for i := range r.Ballots {
		b := &r.Ballots[i]
		switch {
		case !wanted(b.Table):
		case b.State == Valid:
			p.Add(row(p.Options, b.Places), 1)
		case b.State == Blank:
			p.Blank++
		case b.State == Spoilt:
			p.Spoilt++
		}
	}
	for i := range r.Imports {
		in := &r.Imports[i]
		if !wanted(in.Table) {
			continue
		}
		for _, equal := range in.Rows {
			p.Add(row(p.Options, equal.Places), equal.Count)
		}
		p.Blank += in.Blank
		p.Spoilt += in.Spoilt
	}
	return p
}

// row is the places of a ballot in the order of the options.
func row(options []string, places map[string]int) []uint8 {
	out := make([]uint8, len(options))
	for i, id := range options {
		if place := places[id]; place > 0 && place <= ballot.MaxOptions {
			out[i] = uint8(place)
		}
	}
	return out
}

// Followed pairs the valid ballots of people in two rounds, by person where one is named. Places are in the order of the
// options of the later round. Nobody is followed where the rounds do not rank the same options. Where tables are named, only
// ballots of theirs count.
func (d Doc) Followed(before, after string, tables ...string) []ranking.Person {
	options := ids(d.OptionsOf(after))
	then, now := d.Round(before), d.Round(after)
	if then == nil || now == nil || !sameSet(options, ids(d.OptionsOf(before))) {
		return nil
	}
	people := map[string]*ranking.Person{}
	var order []string
	take := func(r *Round, put func(*ranking.Person, []uint8)) {
		for i := range r.Ballots {
			b := &r.Ballots[i]
			if b.Person == "" || b.State != Valid || len(tables) > 0 && !slices.Contains(tables, b.Table) {
				continue
			}
			if people[b.Person] == nil {
				people[b.Person] = &ranking.Person{}
				order = append(order, b.Person)
			}
			put(people[b.Person], row(options, b.Places))
		}
	}
	take(then, func(p *ranking.Person, places []uint8) { p.Before = places })
	take(now, func(p *ranking.Person, places []uint8) { p.After = places })
	out := make([]ranking.Person, len(order))
	for i, id := range order {
		out[i] = *people[id]
	}
	return out
}

func ids(options []Option) []string {
	out := make([]string, len(options))
	for i, o := range options {
		out[i] = o.ID
	}
	return out
}

func sameSet(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// same reports whether two ballots say the same.
func (b Ballot) same(o Ballot) bool {
	return b.Serial == o.Serial && b.Table == o.Table && b.Person == o.Person && b.Paper == o.Paper && b.State == o.State && b.Why == o.Why &&
		b.Screen == o.Screen && maps.Equal(b.Places, o.Places) && slices.Equal(b.Shown, o.Shown)
}
