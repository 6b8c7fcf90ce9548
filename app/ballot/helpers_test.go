package ballot

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// read reads a text that can be read, whatever is wrong in it.
func read(t testing.TB, f Format, text string) *Reading {
	t.Helper()
	r, err := Read(strings.NewReader(text), Input{Format: f})
	if err != nil {
		t.Fatalf("%s %q: %v", f, text, err)
	}
	return r
}

// written writes ballots that can be written.
func written(t testing.TB, p *Profile, o Output) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p, o); err != nil {
		t.Fatalf("%s of %s: %v", o.Format, short(p), err)
	}
	return b.String()
}

// short writes a profile in short: the options, then a row a ballot with its count, blank and spoilt.
func short(p *Profile) string {
	var b strings.Builder
	b.WriteString(strings.Join(p.Options, ","))
	for i, count := range p.Counts {
		b.WriteString(" | ")
		for _, place := range p.Row(i) {
			fmt.Fprint(&b, place)
		}
		if count != 1 {
			fmt.Fprintf(&b, "*%d", count)
		}
	}
	if p.Blank+p.Spoilt > 0 {
		fmt.Fprintf(&b, " | blank %d spoilt %d", p.Blank, p.Spoilt)
	}
	return b.String()
}

// found writes problems in short: line, column, key without "ballot.", and ! for an error.
func found(list []Problem) string {
	var all []string
	for _, p := range list {
		text := fmt.Sprintf("%d:%d %s", p.Line, p.Column, strings.TrimPrefix(p.Key, "ballot."))
		if p.Level == Error {
			text += "!"
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

var missing = regexp.MustCompile(`ballot\.[a-z]`)

// readable checks that problems have a sentence in every language, with every hole filled.
func readable(t testing.TB, list []Problem) {
	t.Helper()
	for _, p := range list {
		for _, l := range words.Langs() {
			if s := p.Message(words.For(l)); missing.MatchString(s) || strings.Contains(s, "<no value>") {
				t.Errorf("%s: %q: a text is missing", l, s)
			}
		}
	}
}

// random makes a profile of ballots with ties and gaps where they are allowed.
func random(r *rand.Rand, options, rows int, ties, partial bool) *Profile {
	p := &Profile{}
	for i := range options {
		p.Options = append(p.Options, fmt.Sprintf("Option %d", i+1))
	}
	for range rows {
		row := make([]uint8, options)
		for i, at := range r.Perm(options) {
			row[at] = uint8(i + 1)
			if ties && r.IntN(3) == 0 {
				row[at] = uint8(r.IntN(options) + 1)
			}
			if partial && r.IntN(3) == 0 {
				row[at] = 0
			}
		}
		p.Add(row, int64(r.IntN(3)+1))
	}
	return p
}

// wrongWith checks what must hold of any profile.
func wrongWith(p *Profile) string {
	switch {
	case len(p.Places) != len(p.Options)*len(p.Counts):
		return "places do not fit options and counts"
	case p.Blank < 0 || p.Spoilt < 0 || p.Total() < 0:
		return "fewer than no ballots"
	case len(p.Options) > MaxOptions:
		return "too many options"
	}
	for i, count := range p.Counts {
		row := slices.Clone(p.Row(i))
		closed := slices.Clone(row)
		switch {
		case count < 1:
			return "a row stands for no ballot"
		case !closeGaps(closed):
			return "a row ranks nothing"
		case !slices.Equal(row, closed):
			return "a row has gaps"
		}
	}
	return ""
}
