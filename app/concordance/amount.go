package concordance

import "math"

// amount reads one number with its sign, its multipliers and its unit: $10bn, 2.5 million, sixty-eight percent, .50, 9mm.
func (p *parser) amount(i int) (found, bool) {
	j, unit, sign := i, Plain, 1.0
	if p.tok(j).folded == "us" && p.tok(j+1).text == "$" && p.tok(j+1).gap == joined {
		j++
	}
	switch t := p.tok(j); t.text {
	case "$", "€", "£":
		j, unit = j+1, Money
	case "−", "-":
		j, sign = j+1, -1
	}
	if j > i && (p.tok(j).kind != numeral || p.tok(j).gap == parted) {
		return found{}, false
	}
	f, ok := p.composed(j)
	if !ok {
		return f, false
	}
	f.from, f.high, f.unit, f.value = i, math.NaN(), unit, sign*f.value
	p.unit(&f)
	return f, true
}

// composed reads a number that is made of groups and multipliers: "two thousand five hundred", "33 mil 550".
func (p *parser) composed(i int) (found, bool) {
	f, ok := p.group(i)
	if !ok {
		return f, false
	}
	total, last := 0.0, math.Inf(1)
	for {
		m, next := p.multipliers(f.from, f.next, f.digits)
		if m == 1 || m >= last {
			break
		}
		f.scale, last, f.lone = m, m, false
		total += f.value * m
		f.value, f.next = 0, next
		if p.is(next, "y", "medio") || p.is(next, "y", "media") { // un millón y medio
			total += m / 2
			f.next += 2
			break
		}
		more, ok := p.further(next, m)
		if !ok {
			break
		}
		f.value, f.next = more.value, more.next
	}
	f.value += total
	return f, !math.IsInf(f.value, 0)
}

// further reads the group that goes on after a multiplier. Digits go on in Spanish only: "33 mil 550".
func (p *parser) further(i int, below float64) (found, bool) {
	if t := p.tok(i); t.kind == numeral && (!p.isAny(i-1, "mil", "millones", "millon") || !t.whole() || t.value >= 1000) {
		return found{}, false
	}
	and := p.is(i, "and")
	if and {
		i++
	}
	f, ok := p.group(i)
	ok = ok && p.tok(i).gap != parted && f.value < below && !p.isAny(i, "a", "an", "un", "una", "half", "mil", "medio", "media")
	return f, ok && (!and || f.value < 100 && !f.digits)
}

// multipliers multiplies the words and letters from i on, in a number that begins at from: "mil millones" is a thousand
// millions.
func (p *parser) multipliers(from, i int, digits bool) (m float64, next int) {
	m, next = 1, i
	for {
		t := p.tok(next)
		by, ok := multiplier(t.folded)
		if digits && next == i && t.gap == joined && t.kind == word {
			if letter, yes := short(t.folded); yes {
				by, ok = letter, true
			}
		}
		if t.kind != word || !ok || t.gap == parted && next > from {
			return m, next
		}
		m, next, digits = m*by, next+1, false
		if m > 1e15 {
			return m, next
		}
	}
}

// short are the letters that multiply the digits they stand at.
func short(w string) (float64, bool) {
	switch w {
	case "k":
		return 1e3, true
	case "m":
		return 1e6, true
	case "b":
		return 1e9, true
	}
	return 0, false
}

// unit reads what stands after an amount and says what it is of.
func (p *parser) unit(f *found) {
	j := f.next
	t := p.tok(j)
	if p.isAny(j-1, "mdd", "mdp") {
		f.unit = Money
	}
	switch {
	case t.gap == parted:
	case p.isAny(j, "%", "percent"):
		f.next, f.unit, f.lone = j+1, Percent, false
	case p.percent(j):
		f.next, f.unit, f.lone = j+2, Percent, false
	case p.isAny(j, "times", "veces"):
		f.next, f.unit = j+1, Times
	case p.isAny(j, "dollars", "dolares", "pesos"):
		f.next, f.unit, f.lone = j+1, Money, false
	case p.is(j, "de") && p.isAny(j+1, "dolares", "pesos"):
		f.next, f.unit, f.lone = j+2, Money, false
	case t.kind == word && t.gap == joined && f.digits:
		p.suffix(f)
	}
	if f.unit == Plain && f.next == f.from+1 {
		p.yearly(f)
	}
}

// percent reports whether two words for percent stand at i.
func (p *parser) percent(i int) bool {
	return p.is(i, "per", "cent") || p.is(i, "por", "ciento") || p.is(i, "percentage", "points") || p.is(i, "puntos", "porcentuales")
}

// yearly makes a numeral that is a year one.
func (p *parser) yearly(f *found) {
	if t := p.tok(f.from); year(t) {
		f.unit, f.date = Year, t.text
	}
}

// suffix reads the letters right after digits. Letters that say nothing make it a name: 4T, 3D.
func (p *parser) suffix(f *found) {
	switch p.tok(f.next).folded {
	case "th", "st", "nd", "rd", "º", "ª", "er", "ro", "ra", "do", "to":
		f.unit = Ordinal
	case "s":
		p.yearly(f)
	case "x":
		f.unit = Times
	case "mm", "cm", "km", "kg", "lb", "lbs", "g", "pm", "am":
	default:
		f.unit = Named
	}
	f.next++
	if after := p.tok(f.next); after.gap == joined && after.kind == numeral { // 7.62x39mm
		f.unit = Named
		f.next = p.stretch(f.next)
	}
}

// year reports whether t is a year of the last two centuries or of this one.
func year(t token) bool { return t.whole() && len(t.text) == 4 && t.value >= 1800 && t.value < 2100 }
