package workshop

import (
	"io"
	"reflect"
	"slices"
	"strings"
)

// SetSettings changes how the workshop votes.
func SetSettings(d Doc, s Settings) (e Edit, ok bool) {
	s.Room = strings.ToUpper(strings.TrimSpace(s.Room))
	if s == d.Settings || !s.sound() {
		return Edit{}, false
	}
	return newEdit(typeSettings, s), true
}

// SetTables makes tables the tables there are.
func SetTables(d Doc, tables []Table) (e Edit, ok bool) {
	var s tablesSet
	for _, t := range tables {
		if t.ID != "" && t.People >= 0 && t.People <= maxCount && !slices.Contains(d.Tables, t) {
			s.Tables = append(s.Tables, t)
		}
	}
	for _, t := range d.Tables {
		if !slices.ContainsFunc(tables, func(o Table) bool { return o.ID == t.ID }) {
			s.Removed = append(s.Removed, t.ID)
		}
	}
	return newEdit(typeTables, s), len(s.Tables)+len(s.Removed) > 0
}

// NewPerson returns a person with a new id.
func NewPerson(random io.Reader) Person { return Person{ID: newID(random)[:16]} }

// SetPeople makes people the people there are. Their ballots stay.
func SetPeople(d Doc, people []Person) (e Edit, ok bool) {
	var s peopleSet
	for _, p := range people {
		if p.ID != "" && !p.Forgotten && !slices.Contains(d.People, p) {
			s.People = append(s.People, p)
		}
	}
	for _, p := range d.People {
		if !slices.ContainsFunc(people, func(o Person) bool { return o.ID == p.ID }) {
			s.Removed = append(s.Removed, p.ID)
		}
	}
	return newEdit(typePeople, s), len(s.People)+len(s.Removed) > 0
}

// SetCriteria says what options are scored by.
func SetCriteria(d Doc, list []Criterion, scale string) (e Edit, ok bool) {
	s := criteriaSet{list, scale}
	if !s.sound() || scale == d.Criteria.Scale && reflect.DeepEqual(list, d.Criteria.List) {
		return Edit{}, false
	}
	return newEdit(typeCriteria, s), true
}

// Score keeps how somebody scores the options.
func Score(d Doc, s Scoring) (e Edit, ok bool) {
	if !s.sound() || slices.ContainsFunc(d.Criteria.Scoring, func(o Scoring) bool { return reflect.DeepEqual(o, s) }) {
		return Edit{}, false
	}
	return newEdit(typeScored, s), true
}
