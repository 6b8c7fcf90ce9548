// Package concordance finds the numbers in a text and says where each stands in a data package, so that someone who knows
// the text can check the package against it.
//
// [Numbers] reads English and Spanish at once: figures, amounts in words, shares, sums of money, dates and years. [Find]
// looks each of them up.
package concordance

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Unit says what sort of number it is, as far as the text itself shows.
type Unit string

// The units. A plain count has none.
const (
	Plain   Unit = ""
	Percent Unit = "percent" // also a fraction or a ratio: "half", "seven out of 10"
	Money   Unit = "money"
	Times   Unit = "times"   // "seven times"
	Ordinal Unit = "ordinal" // "21st"
	Year    Unit = "year"    // of a calendar or fiscal year
	Date    Unit = "date"    // a month or a day
	Vague   Unit = "vague"   // "hundreds of thousands": a number word without a number
	Named   Unit = "name"    // part of a name: AR-15, Title 42
	Label   Unit = "label"   // of an address, a list, a reference: 90017, (2)
)

// Number is a number as it stands in a text.
type Number struct {
	Start, End   int // byte offsets in the text
	Line, Column int // from 1; columns are characters
	Written      string
	Around       string  // it and some words on both sides
	Value        float64 // NaN for a date and where there is none; a percentage for a share
	High         float64 // the end of a range; NaN where it is none
	Unit         Unit
	Date         string // ISO, may be partial: 2021, 2021-08, 2021-08-04, or --08-04 without a year
}

// Numbers returns the numbers in a text, in its order and not overlapping.
func Numbers(text string) []Number {
	p := &parser{text: text, toks: tokens(text)}
	p.spanish = p.guessSpanish()
	labels := labelled(text)
	var out []Number
	for i := 0; i < len(p.toks); {
		for len(labels) > 0 && labels[0].end <= p.toks[i].start {
			labels = labels[1:]
		}
		if len(labels) > 0 && p.toks[i].start >= labels[0].start {
			out = append(out, Number{Start: labels[0].start, End: labels[0].end, Value: math.NaN(), High: math.NaN(), Unit: Label})
			i = p.after(i, labels[0].end)
			continue
		}
		f, ok := p.number(i)
		if !ok || cuts(labels, p.toks[f.next-1].end) {
			i++
			continue
		}
		out = append(out, f.at(p.toks))
		i = f.next
	}
	place(text, out)
	return out
}

// cuts reports whether a number that ends at a place would take the beginning of a label: the minus of "-555-123-4567".
func cuts(labels []span, end int) bool {
	return slices.ContainsFunc(labels, func(l span) bool { return l.start < end && end < l.end })
}

// after returns the first token from i on that starts at or behind a place in the text.
func (p *parser) after(i, end int) int {
	for i < len(p.toks) && p.toks[i].start < end {
		i++
	}
	return i
}

// around is how many words on each side of a number say what it is of.
const around = 10

// place fills in lines, columns and what is written.
func place(text string, numbers []Number) {
	line, column, at := 1, 1, 0
	for i := range numbers {
		n := &numbers[i]
		before := text[at:n.Start]
		if breaks := strings.Count(before, "\n"); breaks > 0 {
			line, column = line+breaks, 1
			before = before[strings.LastIndexByte(before, '\n')+1:]
		}
		column += utf8.RuneCountInString(before)
		at = n.Start
		n.Line, n.Column, n.Written = line, column, text[n.Start:n.End]
		n.Around = Context(text, *n, around)
	}
}
