package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// containing returns the rows in which every part is found: in a cell that people read, a source or a caveat, in any
// language.
func (d *Dataset) containing(rows []Row, parts []string) []Row {
	var out []Row
	texts := d.foldedTexts()
	for _, r := range rows {
		text := ""
		if texts == nil {
			text = d.foldedText(r, d.readable())
		} else {
			text = texts[r.Line]
		}
		if !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(text, p) }) {
			out = append(out, r)
		}
	}
	return out
}

// foldedTexts returns the text of each row by its line, made at the first search; nil for what is no table of the set.
func (d *Dataset) foldedTexts() map[int]string {
	if d.of != nil || d.set.Dataset(d.ID) != d {
		return nil
	}
	d.set.lazy.Lock()
	defer d.set.lazy.Unlock()
	if made, ok := d.set.textOf[d]; ok {
		return made
	}
	made, fields := make(map[int]string, len(d.Rows)), d.readable()
	for _, r := range d.Rows {
		made[r.Line] = d.foldedText(r, fields)
	}
	if d.set.textOf == nil {
		d.set.textOf = map[*Dataset]map[int]string{}
	}
	d.set.textOf[d] = made
	return made
}

// readable names the fields that people read.
func (d *Dataset) readable() []string {
	var out []string
	for _, c := range d.Columns(words.English) {
		out = append(out, c.Field)
	}
	return out
}

// foldedText is all that a reader can find in a row, in every language.
func (d *Dataset) foldedText(r Row, fields []string) string {
	var texts []string
	add := func(s string) {
		if s != "" && !slices.Contains(texts, s) {
			texts = append(texts, s)
		}
	}
	caveats := r.Caveats()
	for _, l := range words.Langs() {
		for _, field := range fields {
			add(d.cell(r, field, l))
		}
		for _, s := range Sources([]Row{r}) {
			add(s.Short.In(l))
		}
		for _, c := range caveats {
			add(c.Text.In(l))
			add(c.Short.In(l))
		}
	}
	for _, field := range fields { // a number is found as it is typed, too
		if v, ok := r.Value(field); ok && !v.Missing {
			add(v.Text)
		}
	}
	return fold(strings.Join(texts, " | "))
}
