package dataset

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// maxFacet is how many different values a field may have to be offered one by one.
const maxFacet = 30

// longText is from how many characters on a text is no name but a sentence, on the average of its column.
const longText = 40

// FacetKind says how the values of a facet are chosen.
type FacetKind string

// The kinds of facets.
const (
	FacetValues  FacetKind = "values"  // one by one
	FacetNumbers FacetKind = "numbers" // from, to
	FacetYears   FacetKind = "years"   // from, to, written without commas
)

// Facet is a field by which rows can be narrowed down.
type Facet struct {
	Field, Title string
	Kind         FacetKind
	Unit         string       // of numbers
	Values       []FacetValue // the most frequent first; the same ones whatever is chosen
	Min, Max     float64      // of all rows; NaN for values
	From, To     float64      // as chosen, else Min and Max
	Set          bool         // something is chosen
}

// FacetValue is a value of a facet.
type FacetValue struct {
	Value, Title string // as it stands in a condition, and in words
	Count        int    // how many rows have it among those that meet all other filters
	On           bool
}

// Facets returns the fields by which rows can be narrowed down, in the order of the table, with counts given the filters of
// the other fields. Filters that cannot be read are met by no row.
func (d *Dataset) Facets(q Lens, tr words.Tr) []Facet {
	out := d.facetsOf(tr)
	d.countFacets(out, q)
	for i := range out {
		f, _ := d.Field(out[i].Field)
		out[i].choose(f, q)
		if out[i].Kind == FacetValues {
			out[i].Values = slices.DeleteFunc(out[i].Values, func(v FacetValue) bool { return v.Count == 0 && !v.On })
		}
	}
	return out
}

// facetKey is what the facets of a table depend on, without counts.
type facetKey struct {
	of *Dataset
	in words.Lang
}

// facetsOf returns the facets of d without counts, for the caller to change. Those of a table of the set are made once.
func (d *Dataset) facetsOf(tr words.Tr) []Facet {
	if d.of != nil || d.set.Dataset(d.ID) != d {
		return d.makeFacets(tr)
	}
	key := facetKey{d, tr.Lang()}
	d.set.lazy.Lock()
	defer d.set.lazy.Unlock()
	made, ok := d.set.facetsOf[key]
	if !ok {
		made = d.makeFacets(tr)
		if d.set.facetsOf == nil {
			d.set.facetsOf = map[facetKey][]Facet{}
		}
		d.set.facetsOf[key] = made
	}
	out := slices.Clone(made)
	for i := range out {
		out[i].Values = slices.Clone(out[i].Values)
	}
	return out
}

func (d *Dataset) makeFacets(tr words.Tr) []Facet {
	var out []Facet
	for _, c := range d.Columns(tr.Lang()) {
		f, _ := d.Field(c.Field)
		if facet, ok := d.facet(f, tr); ok {
			out = append(out, facet)
		}
	}
	return slices.DeleteFunc(slices.Clone(out), func(f Facet) bool { return d.doubled(f, out) })
}

// facet makes the facet of a field, without counts; ok is false where the field is none: ids, notes, what is written
// out, and texts that are all different.
func (d *Dataset) facet(f datapackage.Field, tr words.Tr) (facet Facet, ok bool) {
	title := f.Title.In(tr.Lang())
	if title == "" {
		title = f.Name
	}
	facet = Facet{Field: f.Name, Title: title, Unit: f.Unit.In(tr.Lang()), Min: math.NaN(), Max: math.NaN(), From: math.NaN(), To: math.NaN()}
	for _, role := range []string{"id", "method", "caveat", "written", "period", "year_to"} {
		if f.Name == d.role(role) {
			return facet, false
		}
	}
	switch {
	case f.YearLike() || f.Numeric():
		facet.Kind = FacetNumbers
		if f.YearLike() {
			facet.Kind, facet.Unit = FacetYears, ""
		}
		facet.Min, facet.Max = d.extent(f.Name)
		return facet, facet.Min < facet.Max && (facet.Kind == FacetYears || !d.counts(f))
	case f.Type == "string" || f.Type == "any" || f.Type == "boolean":
		facet.Kind = FacetValues
		facet.Values = d.facetValues(f, tr)
		return facet, len(facet.Values) > 0
	}
	return facet, false
}

// extent returns the least and the greatest amount in a field.
func (d *Dataset) extent(field string) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, r := range d.Rows {
		if n := r.Number(field); !math.IsNaN(n) && !math.IsInf(n, 0) {
			low, high = min(low, n), max(high, n)
		}
	}
	return low, high
}

// facetValues returns the values of a field, worded, the most frequent first; none where they are too many, too long, nearly
// all different or all the same, and of notes. Rows without one can be asked for, too.
func (d *Dataset) facetValues(f datapackage.Field, tr words.Tr) []FacetValue {
	different, filled := len(d.values(f.Name, maxFacet)), d.filledCells(f.Name)
	if different < 2 || different*4 > filled*3 || strings.HasSuffix(f.Name, "note") {
		return nil
	}
	counts := map[string]int{}
	var out []FacetValue
	letters := 0
	for _, r := range d.Rows {
		text := r.raw(f.Name)
		if counts[text]++; counts[text] > 1 {
			continue
		}
		v := FacetValue{Value: text, Title: d.cell(r, f.Name, tr.Lang())}
		switch {
		case text == "":
			v.Title = tr.T("data.ask.blank")
		case f.Type == "boolean":
			v.Title = d.amountWords(f, text, tr)
		default:
			letters += utf8.RuneCountInString(v.Title)
		}
		if strings.Contains(text, "://") {
			return nil
		}
		out = append(out, v)
	}
	unworded := func(v FacetValue) bool { return v.Value == "" || v.Value == v.Title }
	if letters > longText*different || d.coded(f.Name, out) && !slices.ContainsFunc(out, func(v FacetValue) bool { return !unworded(v) }) {
		return nil
	}
	slices.SortStableFunc(out, func(a, b FacetValue) int {
		return cmp.Or(cmp.Compare(rank(a.Value == ""), rank(b.Value == "")), cmp.Compare(counts[b.Value], counts[a.Value]))
	})
	return out
}

// filledCells counts the rows that have something in a field.
func (d *Dataset) filledCells(field string) int {
	n, place := 0, d.place(field)
	for i := range d.Rows {
		if d.Rows[i].rawAt(place) != "" {
			n++
		}
	}
	return n
}

// coded reports whether the values of a field are codes, in a table that is written in two languages.
func (d *Dataset) coded(field string, values []FacetValue) bool {
	if !d.translated || d.has(field+"@"+string(words.Spanish)) || field == d.role("kind") || field == d.role("status") {
		return false
	}
	return !slices.ContainsFunc(values, func(v FacetValue) bool { return !isCode(v.Value) })
}

// doubled reports whether f is a field of codes that another facet has in words.
func (d *Dataset) doubled(f Facet, all []Facet) bool {
	if f.Kind != FacetValues || !d.coded(f.Field, f.Values) {
		return false
	}
	return slices.ContainsFunc(all, func(other Facet) bool {
		return other.Kind == FacetValues && other.Field != f.Field && !d.coded(other.Field, other.Values) && d.alike(f.Field, other.Field)
	})
}

// alike reports whether two fields part the rows alike.
func (d *Dataset) alike(a, b string) bool {
	there, back := map[string]string{}, map[string]string{}
	for _, r := range d.Rows {
		x, y := r.raw(a), r.raw(b)
		if known, ok := there[x]; ok && known != y {
			return false
		}
		if known, ok := back[y]; ok && known != x {
			return false
		}
		there[x], back[y] = y, x
	}
	return true
}

// isCode reports whether a text is a code rather than a word: "us_share", "MX".
func isCode(s string) bool {
	const small, capitals = "abcdefghijklmnopqrstuvwxyz0123456789_", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return strings.Trim(s, small) == "" || len(s) <= 2 && strings.Trim(s, capitals) == ""
}
