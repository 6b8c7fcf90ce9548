package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Note is a caveat as it stands under a chart. A caveat of all the rows has no letter.
type Note struct {
	Letter string
	Text   string
	Full   string // in full sentences
}

// Notes returns the caveats of rows in l, each once, lettered a, b, c … in the order of the rows, and for each row the
// letters of its caveats. Caveats of the whole table come last. Caveats that are alike in short are one note, with the full
// sentences of all.
func (d *Dataset) Notes(rows []Row, l words.Lang) (notes []Note, letters []string) {
	letters = make([]string, len(rows))
	lettered := map[string]int{} // the place among notes, by the text
	var whole []Note
	for i, r := range rows {
		for _, c := range r.Caveats() {
			text := c.Short.In(l)
			if text == "" {
				text = c.Text.In(l)
			}
			if text == "" {
				continue
			}
			if c.Whole() {
				if at := slices.IndexFunc(whole, func(n Note) bool { return n.Text == text }); at >= 0 {
					whole[at].more(c.Text.In(l))
				} else {
					whole = append(whole, Note{Text: text, Full: c.Text.In(l)})
				}
				continue
			}
			at, known := lettered[text]
			if !known {
				at = len(notes)
				lettered[text] = at
				notes = append(notes, Note{Letter: nth(at), Text: text, Full: c.Text.In(l)})
			}
			notes[at].more(c.Text.In(l))
			if letters[i] != "" {
				letters[i] += "," // between letters: "ab" would be the twenty-eighth
			}
			letters[i] += notes[at].Letter
		}
	}
	return append(notes, whole...), letters
}

// more adds full sentences to a note that does not say them.
func (n *Note) more(full string) {
	switch {
	case strings.Contains(full, n.Full):
		n.Full = full
	case !strings.Contains(n.Full, full):
		n.Full += " " + full
	}
}

// nth returns a, b … z, aa, ab …
func nth(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return nth(n/26-1) + string(rune('a'+n%26))
}
