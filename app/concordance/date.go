package concordance

import "fmt"

// date reads a month or a day: "February 22", "Nov. 22", "22 de febrero de 2026", "March 2023", 2021-08-04, 22/2/2026.
func (p *parser) date(i int) (found, bool) {
	t := p.tok(i)
	switch {
	case t.kind == numeral && year(t):
		return p.iso(i)
	case t.whole():
		if f, ok := p.slashed(i); ok {
			return f, true
		}
		return p.dayFirst(i)
	case t.kind == word:
		return p.monthFirst(i)
	}
	return found{}, false
}

// dated is a date of the parts that are not 0.
func dated(from, next, y, m, d int) (found, bool) {
	f := nameless(from, next, Date)
	switch {
	case m < 1 || m > 12 || d > 31:
		return f, false
	case y == 0:
		f.date = fmt.Sprintf("--%02d-%02d", m, d)
	case d == 0:
		f.date = fmt.Sprintf("%04d-%02d", y, m)
	default:
		f.date = fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	return f, true
}

// iso reads 2021-08 and 2021-08-04. A year and a later number of two digits are years: 2021-22.
func (p *parser) iso(i int) (found, bool) {
	part := func(j int) (int, bool) {
		t := p.tok(j + 1)
		return int(t.value), p.tok(j).text == "-" && p.tok(j).gap == joined && t.gap == joined && t.whole() && len(t.text) == 2
	}
	m, ok := part(i + 1)
	if !ok {
		return found{}, false
	}
	y := int(p.tok(i).value)
	if d, ok := part(i + 3); ok && d > 0 {
		return dated(i, i+5, y, m, d)
	}
	return dated(i, i+3, y, m, 0)
}

// slashed reads 22/2/2026, with the day first unless that cannot be, or the text is English.
func (p *parser) slashed(i int) (found, bool) {
	for j := i + 1; j <= i+4; j++ {
		t := p.tok(j)
		if t.gap != joined || (j-i)%2 == 1 && t.text != "/" || (j-i)%2 == 0 && !t.whole() {
			return found{}, false
		}
	}
	d, m := int(p.tok(i).value), int(p.tok(i+2).value)
	if !year(p.tok(i+4)) || d < 1 || m < 1 {
		return found{}, false
	}
	if m > 12 || d <= 12 && !p.spanish {
		d, m = m, d
	}
	return dated(i, i+5, int(p.tok(i+4).value), m, d)
}

// day returns the day of a month at i, 0 where there is none, and what comes after.
func (p *parser) day(i int) (d, next int) {
	t := p.tok(i)
	if !t.whole() || len(t.text) > 2 || t.value < 1 || t.value > 31 || t.gap == parted {
		return 0, i
	}
	if p.tok(i+1).gap == joined && p.isAny(i+1, "th", "st", "nd", "rd", "º", "er") {
		return int(t.value), i + 2
	}
	if after := p.tok(i + 1); after.gap == joined && (after.kind == word || after.text == "%") {
		return 0, i
	}
	return int(t.value), i + 1
}

// month reads the name of a month at i with the point of a short one. Other words look like two of them: "may" and
// "march" are months with a capital, or in Spanish spelling.
func (p *parser) month(i int) (m, next int) {
	t := p.tok(i)
	m, ok := month(t.folded)
	if t.kind != word || !ok || (t.folded == "may" || t.folded == "march" || t.folded == "mar") && !t.capital() {
		return 0, i
	}
	next = i + 1
	after := p.tok(next + 1)
	if dot := p.tok(next); dot.text == "." && dot.gap == joined && (after.gap != joined || after.kind == mark) && len(t.text) <= 4 {
		next++
	}
	return m, next
}

// ofYear reads the year after a month or day: ", 2021", "de 2021", "del 2021". Without one it is 0 and next is i.
func (p *parser) ofYear(i int, with ...string) (y, next int) {
	next = i
	if p.isAny(i, with...) {
		next++
	}
	if t := p.tok(next); year(t) && t.gap == spaced {
		return int(t.value), next + 1
	}
	return 0, i
}

func (p *parser) monthFirst(i int) (found, bool) {
	m, next := p.month(i)
	if m == 0 {
		return found{}, false
	}
	if d, after := p.day(next); d > 0 {
		y, end := p.ofYear(after, ",")
		return dated(i, end, y, m, d)
	}
	y, end := p.ofYear(next, ",", "of", "de", "del")
	if y == 0 {
		return found{}, false
	}
	return dated(i, end, y, m, 0)
}

func (p *parser) dayFirst(i int) (found, bool) {
	t := p.tok(i)
	if len(t.text) > 2 || t.value < 1 || t.value > 31 {
		return found{}, false
	}
	next := i + 1
	if p.tok(next).gap == joined && p.isAny(next, "th", "st", "nd", "rd", "º", "er") {
		next++
	}
	if p.isAny(next, "de", "of") {
		next++
	}
	m, after := p.month(next)
	if m == 0 || p.tok(next).gap != spaced {
		return found{}, false
	}
	y, end := p.ofYear(after, ",", "de", "del", "of")
	return dated(i, end, y, m, int(t.value))
}

// fiscal reads a fiscal year or several: "fiscal years 2015 through 2017", FY2020, FY22, "año fiscal 2021", AF2014 a AF2019.
func (p *parser) fiscal(i int) (found, bool) {
	f, ok := p.fiscalYear(i)
	if !ok {
		return f, false
	}
	if r, ok := p.to(f); ok {
		f = r
	} else if p.isAny(f.next, "to", "through", "a", "–", "-") {
		end, ok := p.fiscalYear(f.next + 1)
		if ok && p.tok(f.next+1).gap != parted && end.value > f.value {
			f.high, f.next, f.date = end.value, end.next, ""
		}
	}
	f.from = i
	return f, true
}

// fiscalYear reads one of them.
func (p *parser) fiscalYear(i int) (found, bool) {
	j := p.fiscalWords(i)
	t := p.tok(j)
	if j == i || t.gap == parted || !year(t) && (!t.whole() || len(t.text) != 2) {
		return found{}, false
	}
	f, ok := p.amount(j)
	if !ok || f.unit != Year && f.unit != Plain {
		return f, false
	}
	if f.unit == Plain { // FY22
		f.value += 2000
	}
	f.unit, f.date = Year, fmt.Sprintf("%04.0f", f.value)
	return f, true
}

// fiscalWords returns what comes after the words at i that say that a year is a fiscal one; i where there are none.
func (p *parser) fiscalWords(i int) int {
	switch t := p.tok(i); {
	case fiscalPrefix(t):
		return i + 1
	case t.folded == "fiscal" && p.isAny(i+1, "year", "years"), t.folded == "ano" && p.is(i+1, "fiscal"), t.folded == "anos" && p.is(i+1, "fiscales"):
		return i + 2
	}
	return i
}

func fiscalPrefix(t token) bool { return t.text == "FY" || t.text == "FYs" || t.text == "AF" }
