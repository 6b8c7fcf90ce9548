package dataset

import (
	"regexp"

	"doublefix/app/words"
)

// codes are the words of a title that say that its cells hold codes: "Part, code", "Country code", "Clave del país".
var codes = regexp.MustCompile(`(?i),? code$|, clave$|^clave (?:del|de la|de) `)

// spokenTitle is the title of a field for a sentence. Codes that readers see as words are not called codes.
func (d *Dataset) spokenTitle(name string, l words.Lang) string {
	f, _ := d.Field(name)
	title := f.Title.In(l)
	short := words.Capital(codes.ReplaceAllString(title, ""))
	if short == "" || short == title {
		return title
	}
	at := d.place(name)
	for i := range d.Rows {
		if raw := d.Rows[i].rawAt(at); raw != "" && d.cell(d.Rows[i], name, l) != raw {
			return short
		}
	}
	return title
}
