package dataset

import (
	"math"
	"slices"

	"doublefix/app/words"
)

// Whole is what the share or rate of r is of, as it stands in the table; "" where it does not say.
func (d *Dataset) Whole(r Row) string { return r.raw(d.role("denominator")) }

// SeveralWholes reports whether figures are shares or rates that are not all of the same whole, as far as the table says.
func (d *Dataset) SeveralWholes(v View, rows []Row) bool {
	of := d.place(d.role("denominator"))
	if of < 0 {
		return false
	}
	relative, first := d.relatives(v), -1
	for i := range rows {
		switch {
		case !relative(rows[i]):
		case first < 0:
			first = i
		case rows[i].rawAt(of) != rows[first].rawAt(of):
			return true
		}
	}
	return false
}

// relatives is the test of [Dataset.relative], which looks once at each unit and kind.
func (d *Dataset) relatives(v View) func(Row) bool {
	known, unit := map[[2]string]bool{}, d.place(d.role("unit"))
	return func(r Row) bool {
		key := [2]string{r.rawAt(unit), r.Kind}
		is, ok := known[key]
		if !ok {
			is = d.relative(v, r)
			known[key] = is
		}
		return is
	}
}

// Uneven reports whether figures are amounts of periods of different length, so that the longer one looks larger. Shares and
// rates do not grow with the time that they are of.
func (d *Dataset) Uneven(v View, rows []Row) bool {
	in, first, relative := d.times(), math.NaN(), d.relatives(v)
	for i := range rows {
		switch n := in.length(&rows[i]); {
		case math.IsNaN(n) || relative(rows[i]):
		case math.IsNaN(first):
			first = n
		case math.Abs(n-first) > sameLength:
			return true
		}
	}
	return false
}

// KeptApart is the field that a caveat keeps figures apart by and in which rows differ, unless one of told tells them apart; ""
// for none.
func (d *Dataset) KeptApart(rows []Row, told ...string) string {
	for _, b := range d.bindings(rows) {
		var held []Row
		for i := range rows {
			if b.holds(&rows[i]) {
				held = append(held, rows[i])
			}
		}
		some := d.only(held)
		for _, field := range b.Apart {
			does := func(name string) bool { return name != "" && (name == field || some.parts(name, field)) }
			if d.has(field) && differ(held, field) && !slices.ContainsFunc(told, does) {
				return field
			}
		}
	}
	return ""
}

// parts reports whether rows that differ in a field differ in by, too, so that headings of by tell them apart.
func (d *Dataset) parts(by, field string) bool {
	seen := map[string]string{}
	for _, r := range d.Rows {
		at, is := r.raw(by), r.raw(field)
		if known, ok := seen[at]; ok && known != is {
			return false
		}
		seen[at] = is
	}
	return true
}

// FieldTitle is the title of a field as it stands within a sentence.
func (d *Dataset) FieldTitle(name string) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = d.groupWords(name, l)
	}
	return out
}
