package concordance

// group reads a numeral, or number words up to the hundreds: "sixty-eight", "two hundred and five", "ciento veinte",
// "a couple of", and what only a multiplier makes a number: "half a", "medio", "a".
func (p *parser) group(i int) (found, bool) {
	t := p.tok(i)
	f := found{from: i, next: i + 1, scale: 1}
	switch {
	case t.kind == numeral:
		f.value, f.digits = t.value, true
		return p.hundred(p.half(f)), true
	case t.kind != word:
		return f, false
	}
	if g, ok := p.article(i); ok {
		return g, true
	}
	if v, ok := hundreds(t.folded); ok {
		f.value = v
		return p.add(f), true
	}
	v, ok := p.small(i)
	if !ok {
		return f, false
	}
	f.value = v
	f = p.ones(f)
	f.lone = v == 1 && f.next == i+1
	return p.hundred(p.half(f)), true
}

// small is [small] for the word at i. "Once" is eleven in a Spanish text only.
func (p *parser) small(i int) (float64, bool) {
	t := p.tok(i)
	if t.kind != word || t.folded == "once" && !p.spanish {
		return 0, false
	}
	return small(t.folded)
}

// ones adds the ones to tens: "sixty-eight", "sixty eight", "sesenta y ocho".
func (p *parser) ones(f found) found {
	if _, ok := tens(p.tok(f.next - 1).folded); !ok {
		return f
	}
	j := f.next
	if t := p.tok(j); t.kind == mark && (t.text == "-" || t.text == "‑") && t.gap == joined && p.tok(j+1).gap == joined || p.is(j, "y") {
		j++
	}
	if v, ok := p.small(j); ok && v > 0 && v < 10 && p.tok(j).gap != parted {
		f.value, f.next = f.value+v, j+1
	}
	return f
}

// hundred multiplies by a hundred that follows, and adds what is below it.
func (p *parser) hundred(f found) found {
	if !p.is(f.next, "hundred") {
		return f
	}
	f.value, f.next, f.scale, f.lone = f.value*100, f.next+1, 100, false
	return p.add(f)
}

// add adds the number words below a hundred that follow hundreds.
func (p *parser) add(f found) found {
	j := f.next
	if p.is(j, "and") {
		j++
	}
	v, ok := p.small(j)
	if !ok || p.tok(j).gap == parted || p.isAny(j, "un", "una") && f.next == j && !p.multiplies(j+1) {
		return f
	}
	more := p.ones(found{from: j, next: j + 1, value: v})
	f.value, f.next = f.value+more.value, more.next
	return f
}

// half adds a half: "two and a half", "dos y medio".
func (p *parser) half(f found) found {
	switch {
	case p.is(f.next, "and", "a", "half"):
		f.value, f.next = f.value+.5, f.next+3
	case p.is(f.next, "y", "medio"), p.is(f.next, "y", "media"):
		f.value, f.next = f.value+.5, f.next+2
	}
	return f
}

// article reads what is a number only because of what follows: "a couple of", "half a" million, "medio" millón, "a"
// thousand, and Spanish "mil", which needs nothing before it.
func (p *parser) article(i int) (found, bool) {
	f := found{from: i, next: i + 1, scale: 1, value: 1}
	switch p.tok(i).folded {
	case "mil":
		f.next = i
		return f, true
	case "half":
		f.value = .5
		if p.isAny(i+1, "a", "an") || p.hyphen(i+1) {
			f.next = i + 2
		}
		if f.next == i+1 {
			return f, false
		}
	case "medio", "media":
		f.value = .5
	case "a", "an", "un":
		if p.isAny(i+1, "couple", "par") {
			return p.couple(f), true
		}
		if p.is1(i, "un") {
			return f, false // a number word of its own
		}
	default:
		return f, false
	}
	return p.hundred(f), p.multiplies(f.next)
}

// couple reads the two of "a couple of", "un par de cientos".
func (p *parser) couple(f found) found {
	f.value, f.next = 2, f.next+1
	if p.isAny(f.next, "of", "de") {
		f.next++
	}
	if p.isAny(f.next, "cientos", "centenares") {
		f.value, f.next = 200, f.next+1
	}
	return p.hundred(f)
}

// multiplies reports whether a multiplier stands at i.
func (p *parser) multiplies(i int) bool {
	t := p.tok(i)
	_, ok := multiplier(t.folded)
	return t.kind == word && ok && t.gap != parted
}

// is1 is [parser.is] for the first word of a number, which may stand behind an empty line.
func (p *parser) is1(i int, text string) bool {
	t := p.tok(i)
	return t.kind == word && t.folded == text
}
