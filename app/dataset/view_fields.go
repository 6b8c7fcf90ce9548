package dataset

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// coded are names of numbers that are no amounts: keys, codes, places on the earth or in a list, parts of a date.
var coded = regexp.MustCompile(`(?:^|[ _.-])(?:id|key|code|codigo|clave|zip|zipcode|zip5|postcode|postal|cp|phone|telephone|telefono|tel|fax|fips|geoid|` +
	`lat|latitude|latitud|lon|lng|long|longitude|longitud|rank|ranking|no|nr|num|month|mes|day|dia|hour|hora|minute|week|quarter)$`)

// percentNamed are names of shares in percent.
var percentNamed = regexp.MustCompile(`(?:^|[ _.(-])(?:pct|percent|percentage|porcentaje)(?:$|[ _.)-])|%`)

// isoDate is a date as texts have it, which may be partial.
var isoDate = regexp.MustCompile(`^(?:1[5-9]|2[01])\d\d-\d\d(?:-\d\d)?$`)

// firstAmount returns the field of the figures: what the package says is one, else the first that is no code and does not
// merely count the rows, unless there is none but that.
func (d *Dataset) firstAmount() (datapackage.Field, bool) {
	for _, role := range []string{"value", "central"} {
		if f, ok := d.Field(d.roles[role]); ok && f.Numeric() && d.measures(f) {
			return f, true
		}
	}
	amount := func(f datapackage.Field) bool { return d.isAmount(f) && !d.isFlag(f) }
	if f, ok := d.first(func(f datapackage.Field) bool { return amount(f) && !d.counts(f) }); ok {
		return f, true
	}
	return d.first(amount)
}

// isAmount reports whether the numbers of a field measure something.
func (d *Dataset) isAmount(f datapackage.Field) bool {
	if !f.Numeric() || f.Name == d.role("id") || d.refers[f.Name] != "" || f.Role == roleHidden || !d.measures(f) {
		return false
	}
	return f.Role != "" || !coded.MatchString(unaccented(f.Name))
}

// unaccented is a name as its parts are looked for: "postalCode" is "postal code".
func unaccented(name string) string {
	var b strings.Builder
	small := false
	for _, r := range name {
		if big := r >= 'A' && r <= 'Z'; big && small {
			b.WriteByte(' ')
		}
		small = r >= 'a' && r <= 'z'
		b.WriteRune(r)
	}
	return words.Fold(b.String())
}

// measures reports whether a field has a number that can be drawn.
func (d *Dataset) measures(f datapackage.Field) bool {
	return slices.ContainsFunc(d.Rows, func(r Row) bool { n := r.Number(f.Name); return !math.IsNaN(n) && !math.IsInf(n, 0) })
}

// isFlag reports whether a field says yes and no by 1 and 0.
func (d *Dataset) isFlag(f datapackage.Field) bool {
	if f.Type != "integer" || len(d.Rows) < 4 || len(f.Unit) > 0 {
		return false
	}
	return !slices.ContainsFunc(d.Rows, func(r Row) bool { n := r.Number(f.Name); return !math.IsNaN(n) && n != 0 && n != 1 })
}

// counts reports whether a field counts the rows: 1, 2, 3 …, as a number column of a spreadsheet does.
func (d *Dataset) counts(f datapackage.Field) bool {
	for i, r := range d.Rows {
		if n := r.Number(f.Name); math.IsNaN(n) || n != float64(i+1) {
			return false
		}
	}
	return len(d.Rows) > 1
}

// looksPercent reports whether a field is in percent: its unit says so, or its name does and no figure is a fraction of one.
func (d *Dataset) looksPercent(f datapackage.Field) bool {
	if len(f.Unit) > 0 {
		return isPercent(f.Unit.In(words.English))
	}
	if !percentNamed.MatchString(unaccented(f.Name)) && !percentNamed.MatchString(words.Fold(f.Title.In(words.English))) {
		return false
	}
	return slices.ContainsFunc(d.Rows, func(r Row) bool { return math.Abs(r.Number(f.Name)) > 1 })
}

// mixed reports whether figures are of several units or kinds, so that they cannot share an axis.
func (d *Dataset) mixed(f datapackage.Field) bool {
	for _, name := range []string{d.role("unit"), d.role("units"), d.role("unidad"), d.role("kind")} {
		seen := map[string]bool{}
		for _, r := range d.Rows {
			if !math.IsNaN(r.Number(f.Name)) {
				seen[r.raw(name)] = true
			}
		}
		if len(seen) > 1 {
			return true
		}
	}
	return false
}

// ofSeveralYears reports whether figures of several years stand among others. The table does not say whether they are sums or
// means, so that they are drawn beside no year.
func (d *Dataset) ofSeveralYears() bool {
	from, to := d.role("year"), d.role("year_to")
	return slices.ContainsFunc(d.Rows, func(r Row) bool { return r.Number(to) > r.Number(from) })
}

// rangeFields returns the fields of the lower and the upper bound of figures, "" where the table has not both.
func (d *Dataset) rangeFields() (low, high string) {
	l, okLow := d.Field(d.roles["low"])
	h, okHigh := d.Field(d.roles["high"])
	if !okLow || !okHigh || !l.Numeric() || !h.Numeric() || !d.measures(l) && !d.measures(h) {
		return "", ""
	}
	return l.Name, h.Name
}

func isTime(f datapackage.Field) bool {
	return f.YearLike() || f.Type == "date" || f.Type == "yearmonth"
}

func (d *Dataset) first(want func(datapackage.Field) bool) (datapackage.Field, bool) {
	i := slices.IndexFunc(d.Fields, want)
	if i < 0 {
		return datapackage.Field{}, false
	}
	return d.Fields[i], true
}

// distinct reports whether no two rows have the same values in the fields.
func (d *Dataset) distinct(fields ...string) bool { return d.count(fields...) == len(d.Rows) }

// count returns how many different values the fields have together; it takes two fields at most.
func (d *Dataset) count(fields ...string) int {
	seen := map[[2]string]bool{}
	for _, r := range d.Rows {
		var key [2]string
		for i, f := range fields {
			key[i%2] = r.Text(f, words.English)
		}
		seen[key] = true
	}
	return len(seen)
}

// tellers are the roles and names of texts that say something of a figure and name no row.
var tellers = [...]string{
	"kind", "status", "method", "period", "unit", "units", "unidad", "written", "source", "source_id", "also_source_ids", "caveat", "caveat_short",
	"denominator", "note", "notes", "url", "chart_use", roleHidden,
}

// name returns the field that rows are called by: the one that the package says is their label, else the first text.
func (d *Dataset) name() (datapackage.Field, bool) {
	if f, ok := d.Field(d.role("label")); ok && d.isName(f) {
		return f, true
	}
	return d.first(func(f datapackage.Field) bool { return d.isName(f) && !d.holdsDates(f) })
}

// isName reports whether f can name a row: a text that is no key, no translation and says nothing of the figure.
func (d *Dataset) isName(f datapackage.Field) bool {
	_, _, translation := f.Base()
	return (f.Type == "string" || f.Type == "any") && !translation && f.Name != d.role("id") && !d.cites(f.Name) &&
		!slices.Contains(tellers[:], f.Role) && !slices.Contains(tellers[:], f.Name)
}

// holdsDates reports whether a field of texts holds dates and nothing else.
func (d *Dataset) holdsDates(f datapackage.Field) bool {
	some := false
	for _, r := range d.Rows {
		text := r.raw(f.Name)
		if text != "" && (f.Type != "string" && f.Type != "any" || !isoDate.MatchString(text)) {
			return false
		}
		some = some || text != ""
	}
	return some
}
