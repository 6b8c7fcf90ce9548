package concordance

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// grade says how surely a row holds a number: as its figure, as its time, in its words.
type grade int

const (
	asFigure grade = iota
	asTime
	inWords
	grades
)

// holder is a row with the numbers in it.
type holder struct {
	d        *dataset.Dataset
	r        dataset.Row
	document string   // the document whose number it is, in a table of such numbers
	sources  []string // ids
	numbers  [grades][]Number
	words    map[string]bool
	unit     string // in both languages, folded
}

// index is every row of a data package with the numbers in it.
type index struct{ holders []holder }

func newIndex(set *dataset.Set) *index {
	ix := &index{}
	for _, d := range set.Datasets {
		if d.Role == dataset.RoleGlossary {
			continue // defines words, and has no figures of its own
		}
		for _, r := range d.Rows {
			h := holder{d: d, r: r, document: r.Text("document", words.English), words: map[string]bool{}}
			for _, s := range dataset.Sources([]dataset.Row{r}) {
				h.sources = append(h.sources, s.ID)
			}
			if d.Role == dataset.RoleSources {
				h.sources = []string{r.ID} // a document is the source of its own date
			}
			h.read()
			ix.holders = append(ix.holders, h)
		}
	}
	return ix
}

// read collects the numbers of every field that says something about the figure.
func (h *holder) read() {
	h.unit = words.Fold(h.r.Text("unit", words.English) + " " + h.r.Text("unit", words.Spanish))
	for _, f := range h.d.Fields {
		v, ok := h.r.Value(f.Name)
		g, use := gradeOf(f)
		switch {
		case !ok || v.Missing || v.Wrong || !use:
		case g == asFigure && f.Numeric():
			n := Number{Value: v.Number, High: math.NaN()}
			if strings.HasSuffix(h.d.Cell(h.r, f.Name, words.English), "%") {
				n.Unit = Percent
			}
			h.numbers[g] = append(h.numbers[g], n)
		case g == asTime && isoDate.MatchString(v.Text):
			h.numbers[g] = append(h.numbers[g], Number{Value: math.NaN(), High: math.NaN(), Unit: Date, Date: v.Text})
		default:
			h.numbers[g] = append(h.numbers[g], Numbers(v.Text)...)
			maps.Copy(h.words, contentWords(v.Text))
		}
	}
}

// isoDate is a year, a month or a day.
var isoDate = regexp.MustCompile(`^\d{4}(-\d\d){0,2}$`)

// gradeOf returns what a number in f is to its row; false for fields that are about something else.
func gradeOf(f datapackage.Field) (grade, bool) {
	name, _, _ := strings.Cut(f.Name, "@")
	role := f.Role
	if role == "" {
		role = name
	}
	switch role {
	case "id", "kind", "status", "source", "source_id", "source_a", "source_b", "also_source_ids", "rows", "rows_a", "rows_b", "caveat",
		"caveat_short", "method", "url", "licence", "hidden", "rank", "step", "parts", "number", "number_in_document", "document",
		"chart_use", "explanation", "shown":
		return 0, false
	case "written", "figure":
		return asFigure, true
	case "period", "when", "date", "date_note", "stated", "span", "window":
		return asTime, true
	}
	switch f.Type {
	case "integer", "number":
		return asFigure, true
	case "year", "yearmonth", "date":
		return asTime, true
	}
	return inWords, true
}

// best returns the surest way in which h holds n. A range may also stand in it as its two ends.
func (h *holder) best(n Number) (grade, bool) {
	for g := range grades {
		if slices.ContainsFunc(h.numbers[g], func(m Number) bool { return same(n, m) }) {
			return g, true
		}
	}
	if !ranged(n) {
		return 0, false
	}
	low, high := ends(n)
	a, okLow := h.best(low)
	if !okLow {
		return 0, false
	}
	b, okHigh := h.best(high)
	return max(a, b), okHigh
}

// contentWords returns the longer words of a text, folded, and its numerals.
func contentWords(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(words.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ',' }) {
		w = strings.Trim(w, ",")
		numeral := strings.IndexFunc(w, unicode.IsDigit) >= 0
		if numeral || utf8.RuneCountInString(w) > 3 && !common(w) {
			out[w] = true
		}
	}
	return out
}

// common reports whether a word says nothing about what a number is of.
func common(w string) bool {
	switch w {
	case "that", "with", "from", "this", "have", "were", "been", "their", "they", "which", "into", "more", "than", "about", "after",
		"before", "over", "under", "while", "when", "where", "most", "some", "mexico", "united", "states", "years",
		"para", "como", "desde", "sobre", "entre", "hasta", "mas", "estados", "unidos", "anos":
		return true
	}
	return false
}
