package dataset

import (
	"slices"

	"doublefix/app/words"
)

// Note is a caveat as it stands under a chart. A caveat of all the rows has no letter.
type Note struct {
	Letter string
	Text   string
	Full   string // in full sentences
}

// Notes returns the caveats of rows in l, each once, lettered a, b, c … in the order of the rows, and for each row the
// letters of its caveats. Caveats of the whole table come last.
func (d *Dataset) Notes(rows []Row, l words.Lang) (notes []Note, letters []string) {
	letters = make([]string, len(rows))
	lettered := map[string]string{}
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
				if !slices.ContainsFunc(whole, func(n Note) bool { return n.Text == text }) {
					whole = append(whole, Note{Text: text, Full: c.Text.In(l)})
				}
				continue
			}
			letter, known := lettered[text]
			if !known {
				letter = nth(len(lettered))
				lettered[text] = letter
				notes = append(notes, Note{Letter: letter, Text: text, Full: c.Text.In(l)})
			}
			if letters[i] != "" {
				letters[i] += "," // between letters: "ab" would be the twenty-eighth
			}
			letters[i] += letter
		}
	}
	return append(notes, whole...), letters
}

// nth returns a, b … z, aa, ab …
func nth(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return nth(n/26-1) + string(rune('a'+n%26))
}
