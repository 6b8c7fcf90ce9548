package concordance

// share reads a fraction or a ratio as a percentage: "half", "a third of", "two-thirds", "seven out of 10", "tres de cada
// cuatro".
func (p *parser) share(i int) (found, bool) {
	if f, ok := p.fraction(i); ok {
		return f, true
	}
	f, ok := p.amount(i)
	if !ok || f.unit != Plain || f.scale != 1 || f.value <= 0 {
		return f, false
	}
	j := f.next
	switch {
	case p.is(j, "out", "of"), p.is(j, "in", "every"), p.is(j, "of", "every"), p.is(j, "de", "cada"):
		j += 2
	case p.is(j, "in"):
		j++
	default:
		return f, false
	}
	of, ok := p.amount(j)
	if !ok || of.unit != Plain || of.value <= f.value || of.value > 1000 || p.tok(j).gap == parted || of.lone {
		return f, false
	}
	f.value, f.next, f.unit, f.lone = 100*f.value/of.value, of.next, Percent, false
	return f, true
}

// fraction reads the name of a fraction, with how many of them.
func (p *parser) fraction(i int) (found, bool) {
	f := nameless(i, i+1, Percent)
	if p.is1(i, "half") || p.is1(i, "mitad") {
		f.value = 50
		return f, p.halved(i)
	}
	n, ok := p.small(i)
	if !ok && !p.is1(i, "a") || n > 9 {
		return f, false
	}
	j, hyphen := i+1, p.hyphen(i+1)
	if hyphen {
		j++
	}
	part, ok := fraction(p.tok(j).folded)
	if !ok || p.tok(j).gap == parted || part == 50 {
		return f, false
	}
	f.value, f.next = max(n, 1)*part, j+1
	if p.isAny(f.next, "parte", "partes") {
		f.next++
	}
	if n > 1 {
		return f, p.many(j)
	}
	return f, hyphen || p.isAny(j+1, "of", "de", "del", "parte") // else "a third" is an order
}

// halved reports whether the half at i is a share: not the second half of a year, half a million, or half-hearted.
func (p *parser) halved(i int) bool {
	if p.isAny(i-1, "first", "second", "latter", "other", "primera", "segunda", "otra", "-") {
		return false
	}
	return !p.hyphen(i+1) && !p.multiplies(i+1) && !(p.isAny(i+1, "a", "an") && p.multiplies(i+2))
}

// many reports whether the word at i is in the plural.
func (p *parser) many(i int) bool {
	w := p.tok(i).folded
	return w != "" && w[len(w)-1] == 's'
}

// vague reads number words that give no number: "hundreds of thousands", "several hundred", "cientos de miles".
func (p *parser) vague(i int) (found, bool) {
	f := nameless(i, i+1, Vague)
	switch t := p.tok(i); {
	case t.kind != word:
		return f, false
	case plural(t.folded):
	case t.folded == "tens" && p.is(i+1, "of"):
	case some(t.folded) && (p.multiplies(i+1) || plural(p.tok(i+1).folded)):
		f.next++
	default:
		return f, false
	}
	for p.isAny(f.next, "of", "de") && (plural(p.tok(f.next+1).folded) || p.multiplies(f.next+1)) {
		f.next += 2
	}
	return f, true
}

// some reports whether a word counts hundreds and thousands without saying how many.
func some(w string) bool {
	switch w {
	case "few", "several", "many", "pocos", "varios", "varias", "muchos":
		return true
	}
	return false
}
