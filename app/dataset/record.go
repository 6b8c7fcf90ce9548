package dataset

import (
	"slices"

	"doublefix/app/words"
)

// The roles of tables that are explored. A table without a role is a dataset.
const (
	RoleDataset         = "dataset"
	RoleTimeline        = "timeline"
	RoleRecommendations = "recommendations"
	RoleAgencies        = "agencies"
	RoleGaps            = "gaps"
	RoleTools           = "tools"
	RoleContradictions  = "contradictions"
	RoleGlossary        = "glossary"
	RoleSources         = "sources"
)

// Stance says which way a piece of evidence points.
type Stance string

// The stances of evidence towards an option.
const (
	For     Stance = "for"
	Against Stance = "against"
	Context Stance = "context"
)

// Evidence ties an option to what the record holds on it.
type Evidence struct {
	ID, Option string
	Dataset    *Dataset // never nil
	View       string   // the view to show; "" for the default
	Row        Row      // the row it speaks of, where One
	One        bool     // it speaks of one row, not of the whole dataset
	Stance     Stance
	Reason     words.Text // one sentence
	Ours       bool       // the connection is made here, not by a document
	Main       bool       // shown as a small chart
	Source     *Source    // the document that makes the connection; nil where Ours
}

// EvidenceFor returns the evidence on an option, main ones first, else in the order of the file.
func (s *Set) EvidenceFor(option string) []Evidence {
	var out []Evidence
	for _, e := range s.Evidence {
		if e.Option == option {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Evidence) int { return rank(b.Main) - rank(a.Main) })
	return out
}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Actor is what an agency would have to do for an option.
type Actor struct {
	ID, Option string
	Agency     Row
	AgencyData *Dataset // the table of agencies
	Part       words.Text
	Ours       bool
	Source     *Source // nil where Ours
}

// ActorsFor returns who acts on an option, in the order of the file.
func (s *Set) ActorsFor(option string) []Actor {
	var out []Actor
	for _, a := range s.Actors {
		if a.Option == option {
			out = append(out, a)
		}
	}
	return out
}

// Term is an entry of the glossary.
type Term struct {
	ID         string
	Term       words.Text
	Forms      map[words.Lang][]string // every written form, the term first
	Definition words.Text
	See        []string // ids of other terms
	Source     *Source  // nil where there is none
}

// TermByID returns the term with that id.
func (s *Set) TermByID(id string) (Term, bool) {
	for _, t := range s.Glossary {
		if t.ID == id {
			return t, true
		}
	}
	return Term{}, false
}

// Rest is what rests on a source: rows of one dataset.
type Rest struct {
	Dataset *Dataset
	Rows    []Row
}

// RestsOn returns every row of an explored table that cites the source, by dataset. The table of sources itself does not
// rest on anything.
func (s *Set) RestsOn(source string) []Rest {
	if source == "" { // the source of tables that name none has no id
		return nil
	}
	var out []Rest
	for _, d := range s.Datasets {
		if d.Role == RoleSources {
			continue
		}
		var rows []Row
		for _, r := range d.Rows {
			if is := func(src *Source) bool { return src != nil && src.ID == source }; is(r.Source) || slices.ContainsFunc(r.Also, is) {
				rows = append(rows, r)
			}
		}
		if len(rows) > 0 {
			out = append(out, Rest{Dataset: d, Rows: rows})
		}
	}
	return out
}

// ContradictionsOf returns the contradictions that the row with that id is a side of.
func (s *Set) ContradictionsOf(row string) []Contradiction {
	var out []Contradiction
	for _, c := range s.Contradictions {
		if row != "" && (slices.Contains(c.RowsA, row) || slices.Contains(c.RowsB, row)) {
			out = append(out, c)
		}
	}
	return out
}
