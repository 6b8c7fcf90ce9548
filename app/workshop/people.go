package workshop

import (
	"math"
	"slices"

	"doublefix/app/words"
)

// Table is a group of people who sit together.
type Table struct {
	ID     string `json:"table"` // its number, after the letter of the room where there is one
	Name   string `json:"name"`
	People int    `json:"people,omitempty"` // how many sit there; 0 where that is not known
}

// Person is somebody who votes.
type Person struct {
	ID        string `json:"person"` // random: it says nothing about the person
	Name      string `json:"name,omitempty"`
	Code      string `json:"code,omitempty"`
	Table     string `json:"table,omitempty"`
	Forgotten bool   `json:"-"` // name and code were taken out of the file
}

// Settings is how a workshop votes.
type Settings struct {
	Ties     bool   `json:"ties"`             // a ballot may put options in one place
	Unranked string `json:"unranked"`         // as package ranking names it: "last" or "none"
	Room     string `json:"room,omitempty"`   // the letter that goes before serial numbers, where there are several rooms
	Second   bool   `json:"second"`           // paper ballots are entered twice
	People   int    `json:"people,omitempty"` // how many people are there; 0 where that is not known
}

// Criteria are what options are scored by.
type Criteria struct {
	List    []Criterion
	Scale   string // as package ranking names it
	Scoring []Scoring
}

// Criterion is one point of view, with its weight.
type Criterion struct {
	ID     string     `json:"id"`
	Name   words.Text `json:"name"`
	Weight float64    `json:"weight"` // not below 0
}

// Scoring is how one person scores the options.
type Scoring struct {
	ID     string                        `json:"scoring"`
	Person string                        `json:"person,omitempty"`
	Scores map[string]map[string]float64 `json:"scores"` // option → criterion → score
}

// sound reports whether the criteria have ids, each once, and weights that can be added up.
func (s criteriaSet) sound() bool {
	seen := map[string]bool{"": true}
	for _, c := range s.Criteria {
		if seen[c.ID] || !(c.Weight >= 0 && c.Weight <= maxCount) { // NaN is neither
			return false
		}
		seen[c.ID] = true
	}
	return true
}

// sound reports whether the scores are numbers that can be added up.
func (s Scoring) sound() bool {
	for _, row := range s.Scores {
		for _, score := range row {
			if !(math.Abs(score) <= maxCount) { // nor is NaN
				return false
			}
		}
	}
	return s.ID != ""
}

// Person returns the person of that id; one without name where there is none.
func (d Doc) Person(id string) Person {
	if i := slices.IndexFunc(d.People, func(p Person) bool { return p.ID == id }); i >= 0 {
		return d.People[i]
	}
	return Person{ID: id}
}

// Table returns the table of that id.
func (d Doc) Table(id string) (Table, bool) {
	if i := slices.IndexFunc(d.Tables, func(t Table) bool { return t.ID == id }); i >= 0 {
		return d.Tables[i], true
	}
	return Table{ID: id}, false
}
