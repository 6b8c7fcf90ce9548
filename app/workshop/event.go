package workshop

import (
	"encoding/json"
	"slices"
)

// The types of event. Their names and data are part of the file format.
const (
	typePlaced    = "ranking.placed"
	typeShown     = "ranking.shown"
	typeHandout   = "handout.set"
	typeNamed     = "workshop.named"
	typeExample   = "workshop.example"
	typeUndo      = "undo"
	typeSettings  = "settings.set"
	typeTables    = "tables.set"
	typePeople    = "people.set"
	typeForgotten = "person.forgotten"
	typeRound     = "round.added"
	typeRoundName = "round.named"
	typePaper     = "round.paper"
	typeState     = "round.state"
	typeRevealed  = "round.revealed"
	typeDecision  = "round.decision"
	typeLot       = "lot.drawn"
	typePrinted   = "ballots.printed"
	typeReturned  = "ballots.returned"
	typeCast      = "ballot.cast"
	typeSecond    = "ballot.second"
	typeImported  = "ballots.imported"
	typeCriteria  = "criteria.set"
	typeScored    = "criteria.scored"
	typeSeen      = "evidence.shown"
	typeNoted     = "chart.noted"
	typeMarked    = "chart.marked"
	typeTitled    = "chart.titled"
	typeKept      = "chart.kept"
	typeDropped   = "chart.dropped"
)

const keyMine = "mine" // the register of one's own ranking

// read returns what an event does to the document: nil where it does nothing by itself. ok is false where its data should be
// readable and is not.
func read(kind string, data json.RawMessage) (c *change, ok bool) {
	switch kind {
	case typePlaced:
		return readPlaced(data)
	case typeShown:
		return readShown(data)
	case typeHandout:
		h, ok := decode[*Handout](data)
		return &change{parts: []part{{"handout", func(d *draft) { d.doc.Handout = *h }}}, own: true}, ok && h != nil
	case typeNamed:
		n, ok := decode[struct{ Name *string }](data)
		return edits("name", func(d *draft) { d.doc.Name = *n.Name }), ok && n.Name != nil
	case typeExample:
		return &change{fact: func(d *draft) { d.doc.Example = true }}, true
	case typeUndo:
		u, ok := decode[undone](data)
		return nil, ok && u.Event != ""
	case typeSettings:
		s, ok := decode[*Settings](data)
		return edits("settings", func(d *draft) { d.doc.Settings = *s }), ok && s != nil && s.sound()
	case typeTables, typePeople, typeForgotten, typeCriteria, typeScored:
		return readPeople(kind, data)
	case typeNoted, typeMarked, typeTitled, typeKept, typeDropped:
		return readChart(kind, data)
	}
	return readRound(kind, data)
}

func decode[T any](data json.RawMessage) (v T, ok bool) {
	return v, json.Unmarshal(data, &v) == nil
}

// placed is the data of a ranking.placed event: Option and Place name the edit, Places is the outcome. Place 0 took the
// option out. Ballot says whose ranking it is; "mine" is the one person at this computer.
type placed struct {
	Ballot string   `json:"ballot"`
	Option string   `json:"option"`
	Place  int      `json:"place"`
	Places []string `json:"places"`
}

func readPlaced(data json.RawMessage) (*change, bool) {
	p, ok := decode[placed](data)
	if !ok || p.Ballot == "" || p.Places == nil {
		return nil, false
	}
	if p.Ballot != mine {
		return nil, true
	}
	return &change{parts: []part{{keyMine, func(d *draft) { d.places = p.Places }}}, own: true}, true
}

// shown is the data of a ranking.shown event.
type shown struct {
	Ballot  string   `json:"ballot"`
	Options []string `json:"options"`
}

const mine = "mine"

func readShown(data json.RawMessage) (*change, bool) {
	s, ok := decode[shown](data)
	if !ok || s.Ballot == "" || s.Options == nil {
		return nil, false
	}
	if s.Ballot != mine {
		return nil, true
	}
	return &change{fact: func(d *draft) {
		if d.shown == nil { // the first that was drawn stays
			d.shown = s.Options
		}
	}}, true
}

// undone is the data of an undo event: the event it reverses, an edit or another undo.
type undone struct {
	Event string `json:"event"`
}

// renamed is the data of a workshop.named event.
type renamed struct {
	Name string `json:"name"`
}

// tablesSet and peopleSet are the tables and people that changed.
type tablesSet struct {
	Tables  []Table  `json:"tables"`
	Removed []string `json:"removed,omitempty"`
}

type peopleSet struct {
	People  []Person `json:"people"`
	Removed []string `json:"removed,omitempty"`
}

type forgotten struct {
	Person string `json:"person"`
}

type criteriaSet struct {
	Criteria []Criterion `json:"criteria"`
	Scale    string      `json:"scale"`
}

// readPeople reads the events that belong to no round.
func readPeople(kind string, data json.RawMessage) (*change, bool) {
	switch kind {
	case typeTables:
		s, ok := decode[tablesSet](data)
		return s.change(), ok && !slices.ContainsFunc(s.Tables, func(t Table) bool { return t.ID == "" || t.People < 0 || t.People > maxCount })
	case typePeople:
		s, ok := decode[peopleSet](data)
		return s.change(), ok && !slices.ContainsFunc(s.People, func(p Person) bool { return p.ID == "" })
	case typeForgotten:
		f, ok := decode[forgotten](data)
		return &change{fact: func(d *draft) { d.forget(f.Person) }}, ok && f.Person != ""
	case typeCriteria:
		s, ok := decode[criteriaSet](data)
		return edits("criteria", func(d *draft) { d.doc.Criteria.List, d.doc.Criteria.Scale = s.Criteria, s.Scale }),
			ok && s.sound()
	default:
		s, ok := decode[Scoring](data)
		return edits("scores:"+s.ID, func(d *draft) { d.doc.Criteria.Scoring = append(d.doc.Criteria.Scoring, s) }), ok && s.sound()
	}
}

func (s tablesSet) change() *change {
	c := &change{}
	for _, t := range s.Tables {
		c.parts = append(c.parts, part{"table:" + t.ID, func(d *draft) { d.doc.Tables = append(d.doc.Tables, t) }})
	}
	for _, id := range s.Removed {
		c.parts = append(c.parts, part{"table:" + id, func(*draft) {}})
	}
	return c
}

func (s peopleSet) change() *change {
	c := &change{}
	for _, p := range s.People {
		c.parts = append(c.parts, part{"person:" + p.ID, func(d *draft) { d.doc.People = append(d.doc.People, p) }})
	}
	for _, id := range s.Removed {
		c.parts = append(c.parts, part{"person:" + id, func(*draft) {}})
	}
	return c
}

// forget takes the name of a person out of the document, whatever lines say that were written elsewhere.
func (d *draft) forget(id string) {
	for i := range d.doc.People {
		if p := &d.doc.People[i]; p.ID == id {
			p.Name, p.Code, p.Forgotten = "", "", true
		}
	}
}

// sound reports whether settings can be followed.
func (s Settings) sound() bool {
	return (s.Unranked == "last" || s.Unranked == "none") && s.People >= 0 && s.People <= maxCount && len(s.Room) <= 3
}

// maxCount bounds the numbers of people, papers and points in a file, so that sums of them stay numbers.
const maxCount = 1e9
