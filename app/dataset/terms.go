package dataset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doublefix/app/words"
)

// Span is a place in a text where a term stands.
type Span struct {
	Start, End int    // byte offsets in the text, on rune boundaries
	Term       string // id
}

// TermsIn returns where terms of the glossary are first mentioned in a text of that language: whole words, the longest
// form first, in the order of the text, not overlapping. Case and accents do not matter, but a form in capitals (US, ICE)
// is found in capitals only, lest “us” be taken for it.
func (s *Set) TermsIn(text string, l words.Lang) []Span {
	if len(s.Glossary) == 0 {
		return nil
	}
	forms := s.forms(l)
	var out []Span
	tokens := tokenize(text)
	for i := 0; i < len(tokens); {
		term, n := longest(forms[tokens[i].folded], tokens[i:])
		if n == 0 {
			i++
			continue
		}
		if !slices.ContainsFunc(out, func(sp Span) bool { return sp.Term == term }) {
			out = append(out, Span{tokens[i].start, tokens[i+n-1].end, term})
		}
		i += n
	}
	return out
}

// form is one way in which a term is written.
type form struct {
	term   string
	tokens []token
}

// longest returns the first of forms, which are ordered by length, that the tokens begin with, and how many of them it takes.
func longest(forms []form, tokens []token) (term string, n int) {
	for _, f := range forms {
		if f.begins(tokens) {
			return f.term, len(f.tokens)
		}
	}
	return "", 0
}

func (f form) begins(tokens []token) bool {
	if len(tokens) < len(f.tokens) {
		return false
	}
	for i, want := range f.tokens {
		have := tokens[i]
		switch {
		case want.capitals && !have.capitals, want.folded != have.folded, i > 0 && want.before != have.before:
			return false
		}
	}
	return true
}

// forms returns the forms of all terms in l by their first word, the longest first. They are made at the first use.
func (s *Set) forms(l words.Lang) map[string][]form {
	if !l.Valid() {
		l = words.English
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if made, ok := s.formsOf[l]; ok {
		return made
	}
	made := map[string][]form{}
	for _, t := range s.Glossary {
		for _, written := range t.Forms[l] {
			if tokens := tokenize(written); len(tokens) > 0 {
				made[tokens[0].folded] = append(made[tokens[0].folded], form{t.ID, tokens})
			}
		}
	}
	for _, list := range made {
		slices.SortStableFunc(list, func(a, b form) int { return len(b.tokens) - len(a.tokens) })
	}
	if s.formsOf == nil {
		s.formsOf = map[words.Lang]map[string][]form{}
	}
	s.formsOf[l] = made
	return made
}

// token is a word in a text.
type token struct {
	start, end int
	folded     string
	before     string // what stands between the word before it and it; " " for any spaces and hyphens
	capitals   bool   // two letters or more, all capitals
}

func tokenize(s string) []token {
	var out []token
	last := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			i += size
			continue
		}
		start := i
		for i < len(s) {
			r, size = utf8.DecodeRuneInString(s[i:])
			if !inWord(r) {
				break
			}
			i += size
		}
		word := s[start:i]
		out = append(out, token{start: start, end: i, folded: words.Fold(word), before: between(s[last:start]), capitals: capitals(word)})
		last = i
	}
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// between makes all ways of parting the words of a term alike: “straw-purchase”, or a line break in it.
func between(s string) string {
	plain := strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '\u2010' || r == '\u2011' {
			return ' '
		}
		return r
	}, s))
	if plain == "" {
		return " "
	}
	return plain
}

func capitals(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
