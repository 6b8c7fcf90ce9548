package concordance

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// parser reads numbers from the tokens of a text.
type parser struct {
	text    string
	toks    []token
	spanish bool // the text as a whole, for the few words that are in both languages
	item    int  // the last number of a list
}

// found is a number that takes the tokens from one place up to another.
type found struct {
	from, next  int
	value, high float64
	scale       float64 // what the last multiplier makes of 1
	unit        Unit
	date        string
	digits      bool // it begins with a numeral
	lone        bool // no more than "one", "a", "un" or "una", which are mostly no numbers
}

func (f found) at(toks []token) Number {
	return Number{
		Start: toks[f.from].start, End: toks[f.next-1].end,
		Value: f.value, High: f.high, Unit: f.unit, Date: f.date,
	}
}

// nameless is something between two places that has no value.
func nameless(from, next int, unit Unit) found {
	return found{from: from, next: next, value: math.NaN(), high: math.NaN(), unit: unit}
}

// tok returns a token; behind the last one an empty mark far from everything.
func (p *parser) tok(i int) token {
	if i < 0 || i >= len(p.toks) {
		return token{kind: mark, gap: parted}
	}
	return p.toks[i]
}

// is reports whether the tokens from i on are these words or marks, none of them behind an empty line.
func (p *parser) is(i int, texts ...string) bool {
	for k, text := range texts {
		t := p.tok(i + k)
		if t.gap == parted || t.kind == numeral || t.kind == word && t.folded != text || t.kind == mark && t.text != text {
			return false
		}
	}
	return true
}

// isAny reports whether the token is one of these words or marks.
func (p *parser) isAny(i int, texts ...string) bool {
	for _, text := range texts {
		if p.is(i, text) {
			return true
		}
	}
	return false
}

func (t token) capital() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == word && unicode.IsUpper(r)
}

// whole reports whether t is digits only.
func (t token) whole() bool {
	if t.kind != numeral {
		return false
	}
	for _, r := range t.text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// guessSpanish weighs the commonest small words of both languages.
func (p *parser) guessSpanish() bool {
	balance := 0
	for _, t := range p.toks {
		switch t.folded {
		case "de", "la", "el", "los", "las", "que", "en", "del", "por", "con":
			balance++
		case "the", "of", "and", "to", "in", "that", "is", "was", "by", "for":
			balance--
		}
	}
	return balance > 0
}

// number reads the number that begins at token i.
func (p *parser) number(i int) (found, bool) {
	t := p.tok(i)
	if t.kind == mark && !p.opens(i) {
		return found{}, false
	}
	for _, read := range []func(int) (found, bool){p.name, p.label, p.date, p.fiscal, p.share, p.figure, p.vague} {
		if f, ok := read(i); ok {
			return f, true
		}
	}
	return found{}, false
}

// opens reports whether the mark at i can begin a number: a currency or a minus sign.
func (p *parser) opens(i int) bool {
	switch t := p.tok(i); t.text {
	case "$", "€", "£", "−":
		return true
	case "-": // else it joins or parts
		before := p.tok(i - 1)
		return t.gap != joined && p.tok(i+1).gap == joined || before.kind == mark && before.text == "("
	}
	return false
}

// figure reads an amount, or two amounts that are the ends of a range.
func (p *parser) figure(i int) (found, bool) {
	f, ok := p.amount(i)
	if !ok {
		return f, false
	}
	if r, ok := p.to(f); ok {
		return r, true
	}
	if f.lone {
		return f, false
	}
	if t := p.tok(i); t.capital() && p.named(i, f.next) && f.unit == Plain {
		f.unit = Named
	}
	return f, true
}

// named reports whether a number word with a capital stands within a name: "the Five Eyes", not at the beginning of a
// sentence.
func (p *parser) named(i, next int) bool {
	before, after := p.tok(i-1), p.tok(next)
	return before.kind == word && !before.capital() && p.tok(i).gap == spaced && after.capital() && after.gap == spaced
}

// to reads the other end of a range that begins with f.
func (p *parser) to(f found) (found, bool) {
	j := f.next
	if !f.begins() || p.tok(j).gap == parted || p.tok(j+1).gap == parted || !p.dash(j) && !p.spokenTo(f) {
		return f, false
	}
	end, ok := p.amount(j + 1)
	if !ok || end.lone {
		return f, false
	}
	short := p.dash(j) && p.tok(j).gap == joined
	return f.upTo(end, short)
}

// upTo makes a range of its two ends. A year may have a short end, and a multiplier at the upper end may be for both.
func (f found) upTo(end found, short bool) (found, bool) {
	switch {
	case f.unit == Year && end.unit == Plain && short && end.value < 100:
		end.value, end.unit = math.Floor(f.value/100)*100+end.value, Year // 2021-22
	case f.unit != Year && f.scale == 1 && end.scale > 1 && f.value*end.scale < end.value:
		f.value *= end.scale // 5 to 10 million
	}
	if !f.before(end) {
		return f, false
	}
	if end.unit != Plain {
		f.unit = end.unit
	}
	f.high, f.next, f.date, f.lone = end.value, end.next, "", false
	return f, true
}

// begins reports whether f can be the lower end of a range.
func (f found) begins() bool {
	return f.unit == Plain || f.unit == Money || f.unit == Year || f.unit == Percent
}

// before reports whether f and end are the two ends of one range.
func (f found) before(end found) bool {
	if (f.unit == Year) != (end.unit == Year) || f.value >= end.value || end.unit == Ordinal || end.unit == Named {
		return false
	}
	return f.unit == Plain || end.unit == Plain || f.unit == end.unit
}

// dash reports whether there is a dash at i with as much room on both sides.
func (p *parser) dash(i int) bool {
	switch t := p.tok(i); t.text {
	case "–", "—", "-", "‑":
		return t.gap == p.tok(i+1).gap
	}
	return false
}

// spokenTo reports whether f is followed by a word that leads to the end of a range. Spanish "a" does so between digits.
func (p *parser) spokenTo(f found) bool {
	if p.isAny(f.next, "to", "through", "hasta") {
		return true
	}
	return f.digits && p.isAny(f.next, "a", "al") && p.tok(f.next+1).kind != word
}
