package concordance

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// outside are the parts of a text whose digits are no figures: addresses on the web and of mail, telephone numbers.
var outside = regexp.MustCompile(`(?i)\bhttps?://\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.\w\S*|(?:\+\d{1,3}[ -])?\(?\b\d{3}\)?[ .-]\d{3}[.-]\d{4}\b`)

// digit finds out whether there is anything to read in such a part.
var digit = regexp.MustCompile(`\d`)

// span is a part of a text, in bytes.
type span struct{ start, end int }

// labelled returns where the parts are that [outside] describes, if they have digits and are no amount of money.
func labelled(text string) []span {
	var out []span
	for _, found := range outside.FindAllStringIndex(text, -1) {
		start := found[0]
		part := strings.TrimRight(text[start:found[1]], ".,;:!?)]}>\"'”’»*")
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		if digit.MatchString(part) && !strings.ContainsRune("$€£", before) {
			out = append(out, span{start: start, end: start + len(part)})
		}
	}
	return out
}

// name reads a name with a number in it: AR-15, GAO-21-322, M16, Title 42, article 83.
func (p *parser) name(i int) (found, bool) {
	t, after := p.tok(i), p.tok(i+1)
	switch {
	case t.kind != word:
	case p.hyphen(i+1) && p.tok(i+2).kind == numeral:
		if branded(t) {
			return nameless(i, p.stretch(i+2), Named), true
		}
	case after.kind == numeral && after.gap == joined:
		if _, isMonth := month(t.folded); !isMonth && !fiscalPrefix(t) && t.text != "US" {
			return nameless(i, p.stretch(i+1), Named), true
		}
	case after.whole() && after.gap == spaced && !year(after):
		unit, ok := t.numbered()
		return nameless(i, p.stretch(i+1), unit), ok
	}
	return found{}, false
}

// numbered is [numbered] for a word; "room" and the like need a capital to be followed by a number of their own.
func (t token) numbered() (Unit, bool) {
	unit, ok := numbered(t.folded)
	return unit, ok && (unit == Named || t.capital() || t.folded == "page" || t.folded == "pagina")
}

// branded reports whether the word before a hyphen and a number can be a name, not the "mid" of mid-2020.
func branded(t token) bool {
	switch t.folded {
	case "mid", "pre", "post", "early", "late", "non", "since", "pos":
		return false
	case "covid":
		return true
	}
	return t.capital()
}

// hyphen reports whether there is a hyphen at i with nothing around it.
func (p *parser) hyphen(i int) bool {
	t := p.tok(i)
	return t.kind == mark && t.gap == joined && p.tok(i+1).gap == joined && (t.text == "-" || t.text == "‑" || t.text == "‐")
}

// stretch returns the end of a name that goes on at i, without "-style" and the like.
func (p *parser) stretch(i int) int {
	for i++; ; {
		switch t := p.tok(i); {
		case t.gap == joined && t.kind != mark:
			i++
		case p.hyphen(i) && (p.tok(i+1).kind == numeral || p.tok(i+1).capital()):
			i += 2
		default:
			return i
		}
	}
}

// label reads the number of a list, a reference or an address, and the time of day.
func (p *parser) label(i int) (found, bool) {
	t := p.tok(i)
	if !t.whole() {
		return found{}, false
	}
	switch {
	case p.enclosed(i, "(", ")") && len(t.text) == 1, p.enclosed(i, "[", "]") && len(t.text) <= 3, p.zip(i):
		return nameless(i, i+1, Label), true
	case p.listed(i):
		p.item = int(t.value)
		return nameless(i, i+1, Label), true
	case p.clock(i):
		return nameless(i, p.stretch(i+2), Label), true
	}
	return p.address(i)
}

// enclosed reports whether the token at i stands between two marks with nothing else.
func (p *parser) enclosed(i int, open, shut string) bool {
	return p.tok(i-1).text == open && p.tok(i).gap == joined && p.tok(i+1).text == shut && p.tok(i+1).gap == joined
}

// listed reports whether the numeral at i begins an item of a list. At the beginning of a line may also stand the last word
// of a sentence, so the line before has to be finished, or the number has to be the next one.
func (p *parser) listed(i int) bool {
	t, point, after := p.tok(i), p.tok(i+1), p.tok(i+2)
	if !t.line || len(t.text) > 2 || point.gap != joined || point.text != "." && point.text != ")" || after.gap != spaced || after.line {
		return false
	}
	return p.tok(i-1).kind == mark || t.gap == parted || int(t.value) == p.item+1
}

// clock reports whether the numeral at i is followed by another one behind a colon or point: 10:30, 3.2.1.
func (p *parser) clock(i int) bool {
	between, after := p.tok(i+1), p.tok(i+2)
	return between.gap == joined && (between.text == ":" || between.text == ".") && after.gap == joined && after.kind == numeral
}

// zip reports whether the numeral at i is an American postal code, behind the two letters of a state.
func (p *parser) zip(i int) bool {
	t, state := p.tok(i), p.tok(i-1)
	return len(t.text) == 5 && t.gap == spaced && state.kind == word && len(state.text) == 2 && state.text == upper(state.text)
}

func upper(s string) string {
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return ""
		}
	}
	return s
}

// address reads the house number of an American address: 725 S Figueroa St.
func (p *parser) address(i int) (found, bool) {
	for j := i + 1; j <= i+6; j++ {
		t := p.tok(j)
		switch {
		case t.text == "." && t.gap == joined:
		case !t.capital() || t.gap != spaced || t.line:
			return found{}, false
		case j > i+1 && street(t.folded):
			return nameless(i, i+1, Label), true
		}
	}
	return found{}, false
}
