package concordance

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// Where says where a number was found.
type Where string

// Where a number can be found, best first.
const (
	InDocument Where = "document" // in the table of the numbers of that very document
	InSource   Where = "source"   // in a row that cites the document
	Elsewhere  Where = "other"    // the same figure, from another source
	InName     Where = "name"     // it is part of a name, and no figure
	InLabel    Where = "label"    // it is the number of a list, of a reference or in an address
	Nowhere    Where = "missing"
)

// Finding is a number with the rows that hold it, best first.
type Finding struct {
	Number Number
	Where  Where
	Rows   []Match // none where the number is a name, a label or missing
}

// Match is a row that holds a number.
type Match struct {
	Dataset *dataset.Dataset
	Row     dataset.Row
	Refers  []string // ids of rows elsewhere that the row itself names as holding the figure

	grade  grade
	shared int // words around the number that the row has too
}

// few is below what numbers say nothing by themselves: "two" stands in hundreds of rows.
const few = 13

// Find looks each number up in a data package. Source is the id of the document that the text is; "" where it is not known.
func Find(set *dataset.Set, source string, numbers []Number) []Finding {
	ix := newIndex(set)
	out := make([]Finding, len(numbers))
	for i, n := range numbers {
		out[i] = ix.find(source, n)
		if out[i].Where == Nowhere && n.Unit == Year { // "2000 guns"
			plain := n
			plain.Unit, plain.Date = Plain, ""
			out[i] = ix.find(source, plain)
			out[i].Number = n
		}
	}
	return out
}

func (ix *index) find(source string, n Number) Finding {
	for _, where := range []Where{InDocument, InName, InSource, Elsewhere} {
		f := Finding{Number: n, Where: where}
		switch {
		case where == InName && n.Unit == Named:
			return f
		case where == InName && n.Unit == Label:
			f.Where = InLabel
			return f
		case where == InName:
			continue
		}
		if f.Rows = ix.rows(source, n, where); len(f.Rows) > 0 {
			return f
		}
	}
	return Finding{Number: n, Where: Nowhere}
}

// rows returns the rows at one of the three places that hold n, best first: those that hold it most surely, and of these
// the ones that share words with the text.
func (ix *index) rows(source string, n Number, where Where) []Match {
	var out []Match
	around := contentWords(n.Around)
	for w := range contentWords(n.Written) {
		delete(around, w) // what every row that holds n has
	}
	for i := range ix.holders {
		h := &ix.holders[i]
		if !h.at(source, n, where) {
			continue
		}
		g, ok := h.best(n)
		m := Match{Dataset: h.d, Row: h.r, grade: g}
		if !ok || where == Elsewhere && g != asFigure && !timely(n) {
			continue
		}
		m.shared = h.shared(around) + h.beside(n)
		itself := n.Unit == Year && g == asFigure && where == InDocument // the row is about that year
		if m.shared > 0 || !slight(n) || itself {
			m.Refers = h.refers()
			out = append(out, m)
		}
	}
	return sift(n, out)
}

// sift puts matches in order and leaves out those that are clearly worse than the first.
func sift(n Number, matches []Match) []Match {
	if len(matches) == 0 {
		return nil
	}
	slices.SortStableFunc(matches, func(a, b Match) int {
		grades, shared := cmp.Compare(a.grade, b.grade), cmp.Compare(b.shared, a.shared)
		if n.Unit == Year { // mostly the time of another figure beside it
			return cmp.Or(shared, grades)
		}
		return cmp.Or(grades, shared)
	})
	first := matches[0]
	return slices.DeleteFunc(matches, func(m Match) bool {
		return n.Unit != Year && m.grade != first.grade || slight(n) && m.shared < first.shared
	})
}

// timely reports whether n is a time, which a row has beside its figure.
func timely(n Number) bool { return n.Unit == Year || n.Unit == Date }

// slight reports whether n says so little, a small count or a year, that it takes a word beside it to say what it is of.
func slight(n Number) bool { return n.Unit == Year || n.Unit == Plain && n.Value < few }

// at reports whether h stands at one of the three places where n may be found.
func (h *holder) at(source string, n Number, where Where) bool {
	switch where {
	case InDocument:
		return source != "" && h.document == source
	case InSource:
		return source != "" && slices.Contains(h.sources, source)
	}
	// Elsewhere a small number or a bare year says nothing, but events have dates.
	switch {
	case h.d.Role == dataset.RoleSources:
		return false
	case timely(n):
		return h.d.Role == dataset.RoleTimeline
	case n.Unit == Vague || n.Unit == Ordinal:
		return false
	}
	return n.Unit == Percent || n.Value >= few
}

// refers returns the ids that the row names as holding its figure.
func (h *holder) refers() []string {
	var out []string
	for id := range strings.SplitSeq(h.r.Text("rows", words.English), ";") {
		if id = strings.TrimSpace(id); id != "" {
			out = append(out, id)
		}
	}
	return out
}

// shared counts the words around a number that are in the row's own words.
func (h *holder) shared(around map[string]bool) int {
	n := 0
	for w := range h.words {
		if around[w] {
			n++
		}
	}
	return n
}

// beside adds to what h shares with a text: the word right after n that is the row's unit ("five-year", "years"), and a
// year that is the row's figure and is written just so: "fiscal year 2020".
func (h *holder) beside(n Number) int {
	shared := 0
	_, after, _ := strings.Cut(n.Around, n.Written)
	next := strings.FieldsFunc(words.Fold(after), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(next) > 0 && slices.ContainsFunc(strings.Fields(h.unit), func(w string) bool { return singular(w) == singular(next[0]) }) {
		shared++
	}
	written := words.Fold(n.Written)
	spoken := n.Unit == Year && strings.ContainsFunc(written, unicode.IsLetter)
	if spoken && slices.ContainsFunc(h.numbers[asFigure], func(m Number) bool { return words.Fold(m.Written) == written }) {
		shared++
	}
	return shared
}

func singular(w string) string { return strings.TrimSuffix(w, "s") }

// Guess returns the id of the source that most of the numbers stand with, "" where hardly any does. Numbers that stand
// everywhere have no say.
func Guess(set *dataset.Set, numbers []Number) string {
	ix := newIndex(set)
	votes := map[string]int{}
	for _, n := range numbers {
		if silent(n.Unit) && n.Unit != Vague || slight(n) {
			continue
		}
		cast := map[string]int{}
		for i := range ix.holders {
			h := &ix.holders[i]
			if g, ok := h.best(n); !ok || g == inWords {
				continue
			}
			if h.document != "" {
				cast[h.document] = 2 // the table of a document's numbers is the better witness
			}
			for _, s := range h.sources {
				cast[s] = max(cast[s], 1)
			}
		}
		for s, v := range cast {
			votes[s] += v
		}
	}
	best := ""
	for _, s := range slices.Sorted(maps.Keys(votes)) {
		if votes[s] > max(votes[best], 1) {
			best = s
		}
	}
	return best
}
