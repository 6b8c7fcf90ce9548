package concordance

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"doublefix/app/words"
)

// kind is what a token is made of.
type kind int

const (
	word    kind = iota // letters
	numeral             // digits, with commas between thousands and a point
	mark                // any other character
)

// gap is what stands between a token and the one before.
type gap int

const (
	joined gap = iota // nothing
	spaced            // spaces, or the end of a line
	parted            // an empty line, or the beginning of the text
)

type token struct {
	kind       kind
	start, end int
	text       string
	folded     string // of a word: without case and accents
	value      float64
	gap        gap
	line       bool // first on its line, but for marks such as "*"
}

// numerals are the ways to write a number with digits. No-break and thin spaces part thousands as Mexico's statistics do.
var numerals = regexp.MustCompile(`^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\x{a0}\x{2009}\x{202f}]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`)

// separators are what [numerals] allows within the whole part of a number.
var separators = strings.NewReplacer(",", "", "\u00a0", "", "\u2009", "", "\u202f", "")

// tokens cuts a text into words, numerals and marks; what is no UTF-8 is a mark.
func tokens(text string) []token {
	var out []token
	between, breaks, line := parted, 0, true
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			between = max(between, spaced)
			if r == '\n' {
				line = true
				if breaks++; breaks > 1 {
					between = parted
				}
			}
			at += size
			continue
		}
		t := scan(text, at, r, size)
		t.gap, t.line = between, line
		line = line && t.kind == mark
		out = append(out, t)
		at, between, breaks = t.end, joined, 0
	}
	return out
}

// scan returns the token that begins at a place with the character r.
func scan(text string, at int, r rune, size int) token {
	t := token{kind: mark, start: at, end: at + size}
	switch {
	case unicode.IsLetter(r):
		t.kind = word
		t.end = at + letters(text[at:])
		t.folded = words.Fold(text[at:t.end])
	case r >= '0' && r <= '9', r == '.' && pointed(text, at):
		found := numerals.FindString(text[at:])
		t.end = at + len(found)
		if v, err := strconv.ParseFloat(separators.Replace(found), 64); err == nil { // else it is too large for a number
			t.kind, t.value = numeral, v
		}
	}
	t.text = text[t.start:t.end]
	return t
}

// pointed reports whether the point at a place begins a number such as .50.
func pointed(text string, at int) bool {
	if at+1 >= len(text) || text[at+1] < '0' || text[at+1] > '9' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || unicode.IsSpace(before) || strings.ContainsRune("(“\"'‘«¿¡–—-/", before)
}

// letters returns the length of the letters at the beginning of text, with the marks on them.
func letters(text string) int {
	n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	if n < 0 {
		return len(text)
	}
	return n
}
