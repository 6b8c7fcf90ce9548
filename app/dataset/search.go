package dataset

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doublefix/app/words"
)

// HitKind says what a search found.
type HitKind string

// The kinds of hits. Rows of a timeline are events; rows of the glossary, of the sources and of the contradictions have
// kinds of their own.
const (
	HitDataset       HitKind = "dataset"
	HitField         HitKind = "field"
	HitRow           HitKind = "row"
	HitEvent         HitKind = "event"
	HitTerm          HitKind = "term"
	HitSource        HitKind = "source"
	HitContradiction HitKind = "contradiction"
)

// Range is a part of a text: byte offsets on rune boundaries.
type Range struct{ Start, End int }

// Hit is something that a search found, and where it is shown.
type Hit struct {
	Kind           HitKind
	Dataset        string  // id; "" for a term, source or contradiction whose table is not explored
	View           string  // the view that draws the row; "" for the default
	Row            string  // id, also of a term, source or contradiction
	Field          string  // name, for a field
	Term, Source   string  // ids
	Title, Context string  // in the reader's language
	Matched        []Range // what was searched for, in Title
}

// The grades of a hit, best first.
const (
	gradeID        = iota // the query is its id
	gradeBeginning        // its title begins with the query
	gradeFigure           // the query is its figure
	gradeWords            // every word of the query is a word of its title
	gradeTitle            // every word of the query is somewhere in its title
	gradeText             // every word of the query is a word of its text
	gradeRest
	noHit
)

// maxWords is how many words of a query are looked for; the rest of a pasted page is left.
const maxWords = 16

// Search finds what holds every word of the query, in any order and without regard to case and accents. The best come
// first: what has that id, titles that begin with the query, whole words, the rest. At most limit hits; all where it is 0.
func (s *Set) Search(query string, l words.Lang, limit int) []Hit {
	parts := queryWords(query)
	if len(parts) == 0 {
		return nil
	}
	type graded struct {
		e     *entry
		grade int
	}
	var found []graded
	ix := s.index(l)
	whole := strings.Join(parts, " ")
	for i := range ix.entries {
		e := &ix.entries[i]
		if g := e.grade(whole, parts); g < noHit {
			found = append(found, graded{e, g})
		}
	}
	slices.SortStableFunc(found, func(a, b graded) int { return cmp.Compare(a.grade, b.grade) })
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}
	out := make([]Hit, len(found))
	for i, g := range found {
		out[i] = g.e.hit
		out[i].Matched = matches(g.e.hit.Title, parts)
	}
	return out
}

// queryWords returns the words of a query, folded and without the signs around them.
func queryWords(query string) []string {
	var out []string
	for _, w := range strings.Fields(words.Fold(query)) {
		w = strings.TrimFunc(w, func(r rune) bool { return unicode.IsPunct(r) && r != '%' })
		if w != "" && !slices.Contains(out, w) && len(out) < maxWords {
			out = append(out, w)
		}
	}
	return out
}

func (e *entry) grade(whole string, parts []string) int {
	if e.id != "" && e.id == whole {
		return gradeID
	}
	for _, p := range parts {
		if !strings.Contains(e.text, p) {
			return noHit
		}
	}
	all := func(text string, in func(text, part string) bool) bool {
		return !slices.ContainsFunc(parts, func(p string) bool { return !in(text, p) })
	}
	switch {
	case strings.HasPrefix(e.title, whole):
		return gradeBeginning
	case slices.Contains(e.figures, whole):
		return gradeFigure
	case all(e.title, hasWord):
		return gradeWords
	case all(e.title, strings.Contains):
		return gradeTitle
	case all(e.text, hasWord):
		return gradeText
	}
	return gradeRest
}

// hasWord reports whether part stands in text as a word of its own.
func hasWord(text, part string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], part)
		if at < 0 {
			return false
		}
		start, end := from+at, from+at+len(part)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !inWord(before) && !inWord(after) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[start:])
		from = start + size
	}
}

// matches returns where the parts stand in a title: in order, joined where they touch.
func matches(title string, parts []string) []Range {
	text, at := foldedAt(title)
	var all []Range
	for _, p := range parts {
		for from := 0; from < len(text); {
			i := strings.Index(text[from:], p)
			if i < 0 {
				break
			}
			all = append(all, Range{at[from+i], at[from+i+len(p)]})
			from += i + len(p)
		}
	}
	slices.SortFunc(all, func(a, b Range) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	var out []Range
	for _, r := range all {
		if n := len(out); n > 0 && r.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return slices.DeleteFunc(out, func(r Range) bool { return r.Start >= r.End })
}

// foldedAt folds s and says for each byte of the folded text, and for its end, where in s the character begins that it
// comes from.
func foldedAt(s string) (text string, at []int) {
	var b strings.Builder
	for i, r := range s {
		if b.Len() > 0 && unicode.Is(unicode.Mn, r) {
			continue // belongs to the letter before it
		}
		b.WriteString(words.Fold(string(r)))
		for len(at) < b.Len() {
			at = append(at, i)
		}
	}
	return b.String(), append(at, len(s))
}
