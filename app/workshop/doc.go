// Package workshop holds the workshop document and the journal it is kept in.
//
// A workshop is the fold of a list of events, and its file is that list: UTF-8 text, one JSON object a line, lines ended by
// LF. The format is final:
//
//	{"format":"doublefix-workshop","version":1,"package":{"name":"…","version":"…","sha256":"…"},"created":"2026-11-22T09:00:00Z"}
//	{"id":"3f…","clock":1,"type":"ranking.placed","data":{…},"at":"2026-11-22T09:01:07Z"}
//
// The first line is the header, at most 64 KiB long; every other line is an event. id is 128 random bits in hexadecimal;
// clock is a Lamport clock, one more than the largest the writer has seen, from 1; at is when the event was written and
// by is who sat there, for people. A higher version is another format and is refused. The types and their data:
//
//	workshop.named  {"name":"…"}                       the workshop is called so; "" takes the name away
//	ranking.placed  {"ballot":"mine","option":"B","place":2,"places":["A","B","",""]}
//	                                                   option and place name the edit (place 0 took the option out),
//	                                                   places is the outcome, "" an empty place; "mine" is the ranking of
//	                                                   the person at this computer, others are not read yet
//	ranking.shown   {"ballot":"mine","options":["C","A","D","B"]}
//	                                                   the order that chance put the options in for this person, so that
//	                                                   none is always read first; it is no edit, and the first one counts
//	handout.set     {"sections":["cover"],"language":"es","paper":"a4"}
//	                                                   sections in order, null for the usual; "" leaves the rest to the window
//	workshop.example {}                                made up for people to try; it is no edit and stays so
//	settings.set    {"ties":true,"unranked":"last","room":"B","second":false,"people":20}
//	                                                   how the workshop votes
//	tables.set      {"tables":[{"table":"1","name":"Front","people":7}],"removed":["2"]}
//	people.set      {"people":[{"person":"9c…","name":"Ana","code":"P1","table":"1"}],"removed":["4d…"]}
//	                                                   the tables and people that changed
//	person.forgotten {"person":"9c…"}                  name and code went out of every line; it is no edit
//	round.added     {"round":"2","name":"after","paper":{"question":{"en":"…"},"options":[{"id":"A","title":{"en":"…"}}]}}
//	                                                   round "1" is always there; without paper it asks what the one before did
//	round.named     {"round":"2","name":"after"}
//	round.paper     {"round":"1","paper":{…}}          what the round asks, while no ballot is in
//	round.state     {"round":"1","state":"open"}       open or closed; opening covers the result
//	round.revealed  {"round":"1","revealed":true}      its result is shown, or covered again
//	round.decision  {"round":"1","rule":"schulze","tie":"lot","late":false}
//	                                                   the rule that decides, and what is done about a tie ("", revote, lot);
//	                                                   late: a ballot was in
//	lot.drawn       {"round":"1","among":["A","B"],"seed":"…","first":"B"}
//	                                                   it is no edit: a lot is drawn once
//	ballots.printed {"round":"1","batch":"7d…","room":"B","table":"1","from":1,"orders":[["C","A","D","B"]]}
//	                                                   paper ballots, and the order of the options on each
//	ballots.returned {"round":"1","table":"","count":19}
//	ballot.cast     {"round":"1","ballot":"…","serial":{"batch":"7d…","room":"B","number":14},"table":"1","person":"9c…",
//	                 "paper":"3142","shown":["C","A","D","B"],"places":{"A":1,"B":2},"state":"valid","why":"","screen":false}
//	                                                   entered, corrected or withdrawn: valid, blank, spoilt, withdrawn
//	ballot.second   {"round":"1","ballot":"…","paper":"3142","state":"valid"}
//	                                                   the same ballot, typed a second time
//	ballots.imported {"round":"1","import":"…","file":"…","table":"","rows":[{"places":{"A":1},"count":3}],"blank":0,"spoilt":0}
//	criteria.set    {"criteria":[{"id":"1","name":{"en":"…"},"weight":2}],"scale":"none"}
//	criteria.scored {"scoring":"…","person":"","scores":{"A":{"1":4}}}
//	evidence.shown  {"round":"2","dataset":"…"}        shown in Explore before that round; it is no edit
//	chart.noted     {"dataset":"atf_traces","row":"T12","text":"…"}
//	                                                   a person's note at a figure, "" takes it away; row "" is the whole dataset
//	chart.marked    {"dataset":"atf_traces","row":"T12","on":true}
//	chart.titled    {"dataset":"atf_traces","view":"years/lines","title":"…"}
//	                                                   a person's own title over a chart, "" takes it away
//	chart.kept      {"chart":"7d…","dataset":"atf_traces","lens":{"view":"years","where":[{"field":"year","op":">=","value":["2019"]}]}}
//	                                                   a chart in the handout, with what is asked of the figures: at most 32 KiB
//	chart.dropped   {"chart":"7d…","also":["2a…"]}     also: the same question, added in another room
//	undo            {"event":"3f…"}                    takes back the edit that is named; where an undo is named, brings
//	                                                   back what that took away, and so on
//
// # Order
//
// Events apply in the order of (clock, id), so that the union of two files gives the same document in whatever order it is
// read. An id that comes twice counts once: what is first by clock, type, data and at, compared as they are written.
//
// What an edit changes is a register: the name, one's own ranking, one ballot, one table. Of all edits of a register that hold,
// the last decides alone. An event names in "after" the events that last spoke of its registers when it was written;
// where two that hold did not know of each other, as after two files were put together, they are listed as a conflict, and the
// later one counts. Without "after" an event knows of all before it.
//
// An undo speaks of one edit, and the last undo that speaks of an edit decides whether it holds; so two rooms that both took
// an edit back agree, and one redo brings it back. The document is what the edits that hold come to. Undo offers the last
// edit that holds; redo offers the edit that was taken back last, as long as no edit came after. An undo that names no edit
// before it, or one that cannot be read, does nothing.
//
// # Damage
//
// Keys and event types that a reader does not know stay in the file and are passed over. A line is damaged where it is no
// event, where the data of a type above cannot be read, or where the clock is not between 1 and 2^53. It is reported with its
// number, passed over, never changed, and its clock does not count for later events. Empty lines, CR before LF and a byte
// order mark are let pass.
//
// Events are only ever appended, but for two things that write the file anew, whole, and put it in the place of the old one:
// forgetting a person and putting files together. Whoever may write holds a lock on a file beside it, .NAME.lock, which goes
// when the lock is given up; one that a crash left behind holds nothing.
//
// What follows the last LF is a whole event that misses its LF, or torn: half a line from a power cut. The next append copies
// a torn line into a file beside the journal (name.torn-1, -2, …), syncs that and its folder, and then cuts it off; likewise
// half a line of its own that a full disk took, without a copy. What another program has appended meanwhile is never cut off.
package workshop

import (
	"slices"
)

// Doc is what the events come to. It is a value that nobody changes: edits make events, and events make another Doc.
type Doc struct {
	Name    string   // of the workshop; "" until it is given one
	Places  []string // the person's own ranking: option id by place, "" for an empty place; as long as there are options
	Handout Handout  // what is printed
	Shown   []string // every option, in the order in which the person reads them while they have no place
	Example bool     // it was made up for people to try
	Drawn   bool     // chance has decided Shown; else it is the order of the package

	Rounds    []Round // at least one, in order
	Coming    []Seen  // what was shown since the last round was closed
	Tables    []Table
	People    []Person
	Settings  Settings
	Criteria  Criteria
	Charts    Charts
	Conflicts []Conflict

	pkg     []string // options of the data package
	options []string // options of the last round
	undo    step     // the edit that undo takes back; no edit where its event is ""
	redo    step     // the edit that redo brings back, likewise
}

// Handout is what was chosen to be printed. The zero value is what is usual, in the language of the window.
type Handout struct {
	Sections []string `json:"sections"` // ids in order; nil is what is usual
	Lang     string   `json:"language"`
	Paper    string   `json:"paper"`
	Notes    bool     `json:"notes,omitempty"` // a person's own notes and marks on charts are printed too
}

// empty returns the document without any event.
func empty(options []string) Doc {
	d := Doc{Rounds: []Round{{ID: "1"}}, Settings: usual, pkg: once(options)}
	d.adopt(d.pkg)
	return d
}

// usual is how a workshop votes until somebody says otherwise.
var usual = Settings{Unranked: "last"}

// adopt makes options what the person ranks, none of them ranked.
func (d *Doc) adopt(options []string) {
	d.options, d.Places, d.Shown = options, make([]string, len(options)), slices.Clone(options)
}

func once(options []string) []string {
	var out []string
	for _, id := range options {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Undo returns the edit that would be taken back.
func (d Doc) Undo() (Edit, bool) { return d.undo.edit, d.undo.event != "" }

// Redo returns the edit that would be brought back.
func (d Doc) Redo() (Edit, bool) { return d.redo.edit, d.redo.event != "" }

// UndoEdit returns the edit that takes the last edit back.
func (d Doc) UndoEdit() (Edit, bool) { return d.undo.reverse() }

// RedoEdit returns the edit that brings the last undone edit back.
func (d Doc) RedoEdit() (Edit, bool) { return d.redo.reverse() }

// Place returns the place of an option, 1 for the first, 0 for none.
func (d Doc) Place(option string) int { return slices.Index(d.Places, option) + 1 }

// Order returns the options that have a place, best first: what counts. Empty places are passed over.
func (d Doc) Order() []string {
	return slices.DeleteFunc(slices.Clone(d.Places), func(id string) bool { return id == "" })
}

// clone returns a document whose own lists share nothing that could be changed.
func (d Doc) clone() Doc {
	d.Places, d.Shown, d.Handout.Sections = slices.Clone(d.Places), slices.Clone(d.Shown), slices.Clone(d.Handout.Sections)
	return d
}

// show takes over the order that was drawn, as far as this package has its options; others follow in the order of the
// package.
func (d *Doc) show(drawn []string) {
	var shown []string
	for _, id := range append(slices.Clone(drawn), d.options...) {
		if slices.Contains(d.options, id) && !slices.Contains(shown, id) {
			shown = append(shown, id)
		}
	}
	d.Shown, d.Drawn = shown, true
}

// fitted returns places as the options of this package can hold them: known ids, each once. An option that stood beyond the
// last place moves to the first empty one; gone are the options that this package does not have.
func (d Doc) fitted(places []string) (out, gone []string) {
	out = make([]string, len(d.options))
	var beyond []string
	for i, id := range places {
		switch {
		case id == "" || slices.Contains(out, id) || slices.Contains(beyond, id) || slices.Contains(gone, id):
		case !slices.Contains(d.options, id):
			gone = append(gone, id)
		case i < len(out):
			out[i] = id
		default:
			beyond = append(beyond, id)
		}
	}
	for _, id := range beyond {
		out[slices.Index(out, "")] = id
	}
	return out, gone
}
