package dataset

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"doublefix/app/words"
)

// SourceSummary is the one line about where the rows that v draws come from: "CBP, via AP, GAO · FY2009–FY2024 · counts,
// two derived · 4 caveats".
func (d *Dataset) SourceSummary(v View, rows []Row, tr words.Tr) string {
	l := tr.Lang()
	pieces := []string{d.who(v, rows, tr), d.span(rows, l), d.kinds(rows, tr)}
	if notes, _ := d.Notes(rows, l); len(notes) > 0 {
		pieces = append(pieces, tr.N("data.summary.caveats", len(notes)))
	}
	return strings.Join(slices.DeleteFunc(pieces, func(p string) bool { return p == "" }), " · ")
}

// Attributed says who says so and via whom, for the rows that v draws. A table of many sources may credit a chart of a few
// of them by name. nil where a question chose the rows.
func (d *Dataset) Attributed(v View) words.Text {
	if len(v.Asked) > 0 {
		return nil // a question leaves some of them out, or adds others: the rows say themselves who
	}
	if len(v.Attribution) > 0 {
		return v.Attribution
	}
	return d.Attribution
}

// SourceLine names every source of the rows that v draws: who says so, then each short citation once. It stands under a
// chart that travels alone.
func (d *Dataset) SourceLine(v View, rows []Row, tr words.Tr) string {
	l := tr.Lang()
	var shorts []string
	if d.Role == RoleSources { // each is its own source: the list is the package's
		rows = nil
		shorts = append(shorts, d.set.Title.In(l))
	}
	if len(rows) == 0 && len(shorts) == 0 { // that there is no row is said of all that there are, or of the package
		if rows = d.Rows; len(Sources(rows)) == 0 {
			shorts = append(shorts, cmp.Or(d.set.Title.In(l), d.Title.In(l)))
		}
	}
	for _, s := range Sources(rows) {
		shorts = append(shorts, s.Short.In(l))
	}
	cited := strings.Join(shorts, "; ")
	who := d.Attributed(v).In(l)
	switch {
	case who == "":
		return cited
	case cited == "":
		return who
	}
	return tr.T("data.summary.source", words.Args{"Who": strings.TrimSuffix(who, "."), "Sources": cited})
}

// Sources returns the sources of rows, each once, in the order of the rows.
func Sources(rows []Row) []*Source {
	var out []*Source
	for _, r := range rows {
		for _, s := range append([]*Source{r.Source}, r.Also...) {
			if s != nil && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

func (d *Dataset) who(v View, rows []Row, tr words.Tr) string {
	l := tr.Lang()
	if who := d.Attributed(v).In(l); who != "" {
		return who
	}
	var names []string
	for _, s := range Sources(rows) {
		if name := s.Publisher.In(l); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	named, letters := 0, 0
	for _, name := range names {
		if letters += utf8.RuneCountInString(name); named > 0 && letters > publisherRoom {
			break
		}
		named++
	}
	others := 0
	for _, s := range Sources(rows) {
		if slices.Contains(names[named:], s.Publisher.In(l)) {
			others++
		}
	}
	if others > 0 {
		return tr.N("data.summary.others", others, words.Args{"Names": strings.Join(names[:named], ", ")})
	}
	return strings.Join(names, ", ")
}

// publisherRoom is how many letters of publishers a summary has room for; the first is always named.
const publisherRoom = 64

var (
	fiscal   = regexp.MustCompile(`\b(?:FY|AF)\s?((?:19|20)\d\d)\b`)
	calendar = regexp.MustCompile(`\b((?:19|20)\d\d)\b`)
)

// span returns the first and last year of rows, as fiscal years where all their periods are.
func (d *Dataset) span(rows []Row, l words.Lang) string {
	first, last, mark := "", "", ""
	for i, r := range rows {
		years := calendar.FindAllString(r.Text(d.role("year"), l)+" "+r.Text(d.role("year_to"), l), -1)
		period := r.Period(l)
		if f := fiscal.FindAllStringSubmatch(period, -1); len(f) > 0 {
			years = nil
			for _, m := range f {
				years = append(years, m[1])
			}
			if i == 0 {
				mark = fiscal.FindString(period)[:2]
			}
		} else {
			mark = ""
			if len(years) == 0 {
				years = calendar.FindAllString(period, -1)
			}
		}
		for _, y := range years {
			if first == "" || y < first {
				first = y
			}
			last = max(last, y)
		}
	}
	switch {
	case first == "":
		return ""
	case first == last:
		return mark + first
	}
	return mark + first + "–" + mark + last
}

// kinds says what kinds of number rows hold, most frequent first, and how many of them are derived.
func (d *Dataset) kinds(rows []Row, tr words.Tr) string {
	if d.Role != RoleDataset && !d.hasFigures(View{}) {
		return d.Kinds.In(tr.Lang())
	}
	if len(d.Kinds) > 0 {
		if usual, err := d.Select(Query{Where: d.Charts[0].Where}); err == nil && sameRows(rows, usual) {
			return d.Kinds.In(tr.Lang())
		}
	}
	counts := map[string]int{}
	derived := 0
	var kinds []string
	for _, r := range rows {
		kind := r.kindWord()
		if counts[kind]++; counts[kind] == 1 && kind != "" {
			kinds = append(kinds, kind)
		}
		if r.Status == StatusDerived {
			derived++
		}
	}
	slices.SortStableFunc(kinds, func(a, b string) int { return counts[b] - counts[a] })
	for i, k := range kinds {
		if tr.Has("data.summary.kind." + k) {
			kinds[i] = tr.N("data.summary.kind."+k, counts[k])
		}
	}
	text := tr.List(kinds)
	if derived > 0 {
		text += ", " + tr.N("data.summary.derived", derived)
	}
	return strings.TrimPrefix(text, ", ")
}

// sameRows reports whether two lists of rows of one table have the same rows, in whatever order.
func sameRows(a, b []Row) bool {
	if len(a) != len(b) {
		return false
	}
	lines := make(map[int]bool, len(b))
	for i := range b {
		lines[b[i].Line] = true
	}
	return !slices.ContainsFunc(a, func(r Row) bool { return !lines[r.Line] })
}

// Citation is a source as a numbered list has it: publisher, title, date, what tier it is, and its address.
func Citation(s *Source, tr words.Tr) string {
	l := tr.Lang()
	date := tr.Date(s.Date)
	if s.Date == "" {
		date = s.DateNote.In(l)
	} else if note := s.DateNote.In(l); note != "" {
		date = tr.T("data.citation.date_note", words.Args{"Date": date, "Note": note})
	}
	pieces := []string{s.Publisher.In(l), s.Title.In(l), date}
	pieces = slices.DeleteFunc(pieces, func(p string) bool { return strings.TrimSpace(p) == "" })
	if len(pieces) == 0 {
		pieces = []string{s.Short.In(l)}
	}
	text := strings.TrimSuffix(strings.Join(pieces, ", "), ".") + "."
	if key := "tier." + s.Tier + ".source"; tr.Has(key) {
		text += " " + tr.T(key) + "."
	}
	if s.URL != "" {
		text += " " + Address(s)
	}
	return text
}

// Address is the address of a source as people read it, without scheme and "www.".
func Address(s *Source) string {
	a := s.URL
	for _, prefix := range []string{"https://", "http://", "www."} {
		a = strings.TrimPrefix(a, prefix)
	}
	return strings.TrimSuffix(a, "/")
}
