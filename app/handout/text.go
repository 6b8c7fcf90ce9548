package handout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"doublefix/app/dataset"
	"doublefix/app/render"
)

// span is a part of a paragraph in one style. A click on it opens url, or leads to the section or page to, where one is given.
type span struct {
	text  string
	style style
	url   string
	to    string
	cites *dataset.Source // the source that is named here
	up    float64         // how much higher than the line it stands
}

// run is a piece of a line as it is drawn: x is its distance from the start of the line.
type run struct {
	span
	x, w float64
}

// line is a line of a paragraph. All its runs stand on the baseline of base, the style that the paragraph begins with.
type line struct {
	runs []run
	w    float64
	base style
}

// atom is text that is never broken. space is the width of the blank that follows it, -1 where none does and the line may
// be broken all the same, 0 where it sticks to the next atom.
type atom struct {
	of       *span // where its style is
	text     string
	w, space float64
}

// mayBreak is the space of an atom that ends at a place where a line may end without a blank.
const mayBreak = -1

// wrap breaks a paragraph into lines no wider than width. A word that is wider is broken where a reader would break it
// (an address after a slash), else anywhere; only then can a line hold part of a word.
func wrap(spans []span, width float64) []line {
	if len(spans) == 0 {
		return nil
	}
	return fill(units(spans), spans[0].style, width)
}

// fill is wrap for a paragraph that is taken apart already.
func fill(units [][]atom, base style, width float64) []line {
	var lines []line
	var cur []atom
	used, blank := 0.0, 0.0 // width of cur without its last blank; that blank
	end := func() {
		if len(cur) > 0 {
			lines = append(lines, newLine(cur, base))
		}
		cur, used, blank = cur[:0], 0, 0
	}
	for _, unit := range units {
		w := unitWidth(unit)
		if len(cur) > 0 && used+blank+w > width {
			end()
		}
		if w > width {
			unit = splitWide(unit, width)
			for _, a := range unit[:len(unit)-1] {
				if used+blank+a.w > width {
					end()
				}
				cur, used, blank = append(cur, a), used+blank+a.w, 0
			}
			unit = unit[len(unit)-1:]
			if w = unit[0].w; used+w > width {
				end()
			}
		}
		cur = append(cur, unit...)
		used, blank = used+blank+w, max(unit[len(unit)-1].space, 0)
	}
	end()
	return lines
}

// balance breaks a paragraph like wrap, then narrows the measure as far as the number of lines allows, so that the lines
// are about equally long: for titles, and for paragraphs whose last line would be a lone word.
func balance(spans []span, width float64) []line {
	if len(spans) == 0 {
		return nil
	}
	parts, base := units(spans), spans[0].style
	best := fill(parts, base, width)
	if len(best) < 2 {
		return best
	}
	lo, hi := width/2, width
	for range 12 {
		mid := (lo + hi) / 2
		if got := fill(parts, base, mid); len(got) <= len(best) && widest(got) <= mid {
			best, hi = got, mid
		} else {
			lo = mid
		}
	}
	return best
}

// set breaks a paragraph of running text; a last line of one short word takes company from the line above.
func set(spans []span, width float64) []line {
	if len(spans) == 0 {
		return nil
	}
	parts, base := units(spans), spans[0].style
	lines := fill(parts, base, width)
	if n := len(lines); n > 1 && lines[n-1].w < 0.12*width {
		for _, narrow := range []float64{0.97, 0.94, 0.9, 0.86} {
			if got := fill(parts, base, narrow*width); len(got) == n && got[n-1].w >= 0.12*width {
				return got
			}
		}
	}
	return lines
}

func widest(lines []line) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, l.w)
	}
	return w
}

// units groups atoms that stick together.
func units(spans []span) [][]atom {
	var all []atom
	for i := range spans {
		set := atoms(&spans[i])
		all = slices.Grow(all, len(set))
		for _, a := range set {
			if n := len(all); n > 0 && all[n-1].space == 0 && strings.HasSuffix(all[n-1].text, ".") {
				a = a.withoutStop()
			}
			switch {
			case a.text != "":
				all = append(all, a)
			case len(all) > 0: // a blank before the first word of a span belongs to the word before it
				all[len(all)-1].space = a.space
			}
		}
	}
	out := make([][]atom, 0, len(all))
	start := 0
	for i, a := range all {
		if a.space != 0 || i == len(all)-1 {
			out = append(out, all[start:i+1:i+1])
			start = i + 1
		}
	}
	return out
}

// withoutStop takes the full stop from the beginning of an atom that follows an abbreviation, whose own serves for both.
func (a atom) withoutStop() atom {
	if rest, found := strings.CutPrefix(a.text, "."); found && !strings.HasPrefix(rest, ".") {
		a.text, a.w = rest, a.of.style.width(rest)
	}
	return a
}

// oneStop writes one full stop where an abbreviation ends a sentence.
func oneStop(text string) string {
	const ellipsis = "..."
	if !strings.Contains(text, "..") || strings.Contains(text, ellipsis) {
		return text
	}
	return strings.ReplaceAll(text, "..", ".")
}

// atoms splits a span at its blanks and at the places inside words where a line may end.
func atoms(s *span) []atom {
	// An abbreviation of two words is not parted.
	text := strings.ReplaceAll(oneStop(render.Clean(s.text)), "EE. UU.", "EE.\u00a0UU.")
	blank := s.style.width(" ")
	out := make([]atom, 0, strings.Count(text, " ")+2)
	for len(text) > 0 {
		i := strings.IndexByte(text, ' ')
		word, space := text, 0.0
		if i >= 0 {
			word, space = text[:i], blank
		}
		for {
			cut := breakAfter(word, s.url != "")
			if cut == 0 {
				break
			}
			out = append(out, atom{s, word[:cut], s.style.width(word[:cut]), mayBreak})
			word = word[cut:]
		}
		out = append(out, atom{s, word, s.style.width(word), space})
		if i < 0 {
			break
		}
		text = strings.TrimLeft(text[i:], " ")
	}
	return out
}

// breakAfter returns how many bytes of word may end a line, 0 for none: after a slash or a mark that joins the parts of an
// address, after a dash between letters.
func breakAfter(word string, address bool) int {
	marks := "-–—"
	if address {
		marks = "/?&=_-"
	}
	before := rune(0)
	for i, r := range word {
		after, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
		if after == utf8.RuneError {
			return 0
		}
		if strings.ContainsRune(marks, r) && i > 2 && !strings.ContainsRune(marks, after) {
			if address || unicode.IsLetter(before) && unicode.IsLetter(after) {
				return i + utf8.RuneLen(r)
			}
		}
		before = r
	}
	return 0
}

// splitWide breaks every atom that is wider than width into parts that are not.
func splitWide(unit []atom, width float64) []atom {
	var out []atom
	for _, a := range unit {
		rest := a.text
		for a.of.style.width(rest) > width {
			cut, w := 0, 0.0
			for i, r := range rest {
				w += a.of.style.width(string(r))
				if w > width && i > 0 {
					break
				}
				cut = i + utf8.RuneLen(r)
			}
			if cut == len(rest) {
				break
			}
			out = append(out, atom{a.of, rest[:cut], a.of.style.width(rest[:cut]), 0})
			rest = rest[cut:]
		}
		out = append(out, atom{a.of, rest, a.of.style.width(rest), a.space})
	}
	return out
}

func unitWidth(unit []atom) float64 {
	w := 0.0
	for _, a := range unit {
		w += a.w
	}
	return w
}

// joins reports whether text of s can be drawn in one piece with r.
func (r run) joins(s *span) bool {
	return r.style == s.style && r.url == s.url && r.to == s.to && r.cites == s.cites && r.up == s.up
}

// newLine joins neighbouring atoms of one span, so that a line is drawn in as few pieces as it has styles.
func newLine(atoms []atom, base style) line {
	l := line{base: base}
	pending := 0.0
	var text []byte // of the last run
	for _, a := range atoms {
		l.w += pending
		last := len(l.runs) - 1
		if last >= 0 && l.runs[last].joins(a.of) {
			if pending > 0 {
				text = append(text, ' ')
			}
			l.runs[last].w += pending + a.w
		} else {
			l.ended(text)
			text = text[:0]
			l.runs = append(l.runs, run{*a.of, l.w, a.w})
		}
		text = append(text, a.text...)
		l.w += a.w
		pending = max(a.space, 0)
	}
	l.ended(text)
	return l
}

// ended gives the last run its text.
func (l *line) ended(text []byte) {
	if n := len(l.runs); n > 0 {
		l.runs[n-1].text = string(text)
	}
}
