package workshop

import (
	"encoding/json"
	"slices"

	"doublefix/app/ballot"
)

// of is the round that an event belongs to.
type of struct {
	Round string `json:"round"`
}

type roundAdded struct {
	of
	Name  string `json:"name"`
	Paper *Paper `json:"paper,omitempty"`
}

type roundNamed struct {
	of
	Name string `json:"name"`
}

type roundPaper struct {
	of
	Paper Paper `json:"paper"`
}

type roundState struct {
	of
	State RoundState `json:"state"`
}

type roundRevealed struct {
	of
	Revealed bool `json:"revealed"`
}

type roundDecision struct {
	of
	Decision
	Late bool `json:"late"`
}

type lotDrawn struct {
	of
	Lot
}

type printed struct {
	of
	Batch
}

type returned struct {
	of
	Table string `json:"table"`
	Count int    `json:"count"`
}

type cast struct {
	of
	Ballot
}

type second struct {
	of
	Ballot string `json:"ballot"`
	Second
}

type imported struct {
	of
	Import
}

type seen struct {
	of
	Dataset string `json:"dataset"`
}

// readRound reads the events that belong to a round. An event of a type that is not known does nothing.
func readRound(kind string, data json.RawMessage) (*change, bool) {
	switch kind {
	case typeRound, typeRoundName, typePaper, typeState, typeRevealed, typeDecision, typeLot, typeSeen:
		o, ok := decode[of](data)
		c, sound := readCourse(kind, data)
		return c, ok && sound && number(o.Round) > 0
	case typePrinted, typeReturned, typeCast, typeSecond, typeImported:
		o, ok := decode[of](data)
		c, sound := readBallots(kind, data)
		return c, ok && sound && number(o.Round) > 0
	}
	return nil, true
}

// readCourse reads what happens to a round.
func readCourse(kind string, data json.RawMessage) (*change, bool) {
	switch kind {
	case typeRound:
		v, ok := decode[roundAdded](data)
		return v.change(), ok && (v.Paper == nil || v.Paper.sound())
	case typeRoundName:
		v, ok := decode[roundNamed](data)
		return edits("name:"+v.Round, func(d *draft) { d.round(v.Round).Name = v.Name }), ok
	case typePaper:
		v, ok := decode[roundPaper](data)
		return edits("paper:"+v.Round, func(d *draft) { d.round(v.Round).Paper = v.Paper }), ok && v.Paper.sound()
	case typeState:
		v, ok := decode[roundState](data)
		return v.change(), ok && (v.State == Opened || v.State == Closed)
	case typeRevealed:
		v, ok := decode[roundRevealed](data)
		return edits("revealed:"+v.Round, func(d *draft) { d.round(v.Round).Revealed = v.Revealed }), ok
	case typeDecision:
		v, ok := decode[roundDecision](data)
		return edits("decision:"+v.Round, func(d *draft) {
			r := d.round(v.Round)
			r.Decision, r.DecisionAt, r.DecisionLate = v.Decision, d.at, v.Late
		}), ok
	case typeLot:
		v, ok := decode[lotDrawn](data)
		return &change{fact: func(d *draft) {
			v.At = d.at
			r := d.round(v.Round)
			r.Lots = append(r.Lots, v.Lot)
		}}, ok && slices.Contains(v.Among, v.First)
	default:
		v, ok := decode[seen](data)
		return &change{fact: func(d *draft) {
			r := d.round(v.Round)
			if !slices.ContainsFunc(r.Seen, func(s Seen) bool { return s.Dataset == v.Dataset }) {
				r.Seen = append(r.Seen, Seen{v.Dataset, d.at})
			}
		}}, ok && v.Dataset != ""
	}
}

// change opens or closes a round. Opening it again covers what was revealed, also for when it is closed again.
func (v roundState) change() *change {
	c := edits("state:"+v.Round, func(d *draft) { d.round(v.Round).State = v.State })
	if v.State == Opened {
		c.parts = append(c.parts, part{"revealed:" + v.Round, func(d *draft) { d.round(v.Round).Revealed = false }})
	}
	return c
}

// change adds a round; its name and paper are registers of their own, which later edits speak of.
func (v roundAdded) change() *change {
	c := edits("round:"+v.Round, func(d *draft) {
		d.exists[v.Round] = true
		d.round(v.Round)
	})
	c.parts = append(c.parts, part{"name:" + v.Round, func(d *draft) { d.round(v.Round).Name = v.Name }})
	if v.Paper != nil {
		c.parts = append(c.parts, part{"paper:" + v.Round, func(d *draft) { d.round(v.Round).Paper = *v.Paper }})
	}
	return c
}

// readBallots reads what happens to ballots.
func readBallots(kind string, data json.RawMessage) (*change, bool) {
	switch kind {
	case typePrinted:
		v, ok := decode[printed](data)
		return edits("batch:"+v.Round+":"+v.ID, func(d *draft) {
			v.At = d.at
			r := d.round(v.Round)
			r.Batches = append(r.Batches, v.Batch)
		}), ok && v.ID != "" && v.From > 0 && v.From <= maxCount
	case typeReturned:
		v, ok := decode[returned](data)
		return edits("returned:"+v.Round+":"+v.Table, func(d *draft) {
			r := d.round(v.Round)
			if r.Returned == nil {
				r.Returned = map[string]int{}
			}
			r.Returned[v.Table] = v.Count
		}), ok && v.Count >= 0 && v.Count <= maxCount
	case typeCast:
		v, ok := decode[cast](data)
		return edits(castKey(v.Round, v.ID), func(d *draft) {
			v.At = d.at
			r := d.round(v.Round)
			r.Ballots = append(r.Ballots, v.Ballot)
		}), ok && v.ID != "" && v.State.sound()
	case typeSecond:
		v, ok := decode[second](data)
		key := secondKey(v.Round, v.Ballot)
		return edits(key, func(d *draft) { d.seconds[key] = v.Second }), ok && v.Ballot != ""
	default:
		v, ok := decode[imported](data)
		return edits("import:"+v.Round+":"+v.ID, func(d *draft) {
			v.At = d.at
			r := d.round(v.Round)
			r.Imports = append(r.Imports, v.Import)
		}), ok && v.ID != "" && v.sound()
	}
}

func castKey(round, id string) string   { return "ballot:" + round + ":" + id }
func secondKey(round, id string) string { return "second:" + round + ":" + id }

func (s BallotState) sound() bool { return s == Valid || s == Blank || s == Spoilt || s == Withdrawn }

// sound reports whether a paper can be ranked: its options have ids, each once, and are no more than can be counted.
func (p Paper) sound() bool {
	seen := map[string]bool{"": true}
	for _, o := range p.Options {
		if seen[o.ID] {
			return false
		}
		seen[o.ID] = true
	}
	return p.Options == nil || len(p.Options) >= 2 && len(p.Options) <= ballot.MaxOptions
}

// sound reports whether an import brings no more ballots than can be counted.
func (i Import) sound() bool {
	left := ballot.MaxBallots
	for _, n := range []int64{i.Blank, i.Spoilt} {
		if n < 0 || n > left {
			return false
		}
		left -= n
	}
	for _, r := range i.Rows {
		if r.Count < 1 || r.Count > left {
			return false
		}
		left -= r.Count
	}
	return true
}
