package chart

import (
	"slices"
	"sort"
)

// notesMost is how many lines notes take where their caveats are at hand elsewhere; more would press the chart together.
const notesMost = 3

// setNote is a note with its place in the block of notes.
type setNote struct {
	x, top, indent float64
	letter         string
	lines          []string
}

// notes are the caveats under a chart: first those of all figures, then the lettered ones, one after the other. Short notes
// keep to [notesMost] lines, and say where the letters that have no room are explained.
func (c *canvas) notes(notes []Note, width float64, short bool) block {
	var whole, lettered []Note
	for _, n := range notes {
		switch {
		case n.Text == "":
		case n.Letter == "":
			whole = append(whole, n)
		default:
			lettered = append(lettered, n)
		}
	}
	set, height := c.flow(whole, lettered, width)
	if most := notesMost * c.as.note.lead; short && height > most {
		kept := sort.Search(len(lettered), func(n int) bool {
			_, height := c.flow(whole, c.cutNotes(lettered, n), width)
			return height > most
		})
		set, height = c.flow(whole, c.cutNotes(lettered, max(kept-1, 0)), width)
	}
	return block{height, func(left, y float64) {
		drawn := c.lettersDrawn()
		for _, n := range set {
			switch {
			case n.letter == "":
			case slices.ContainsFunc(lettered, func(l Note) bool { return l.Letter == n.letter }) && !slices.ContainsFunc(drawn, func(at string) bool { return hasLetter(at, n.letter) }):
				// The mark had no room for its letter, and a letter that stands nowhere would send readers searching.
				c.lines(left+n.x, y+n.top, []string{"–"}, c.as.note, Start)
			default:
				c.lines(left+n.x, y+n.top, []string{n.letter}, c.as.mark, Start)
			}
			c.lines(left+n.x+n.indent, y+n.top, n.lines, c.as.note, Start)
		}
	}}
}

// lettersDrawn are the letters of caveats that stand at marks, as they are drawn.
func (c *canvas) lettersDrawn() []string {
	var drawn []string
	for _, s := range c.Shapes {
		if l, ok := s.(Label); ok && l.Role == c.as.letter.role {
			drawn = append(drawn, l.Text)
		}
	}
	return drawn
}

// cutNotes keeps the first of the lettered notes and sums up the others.
func (c *canvas) cutNotes(lettered []Note, kept int) []Note {
	rest := lettered[kept:]
	if len(rest) == 0 {
		return lettered
	}
	letters := rest[0].Letter
	if last := rest[len(rest)-1].Letter; last != letters {
		letters += "–" + last
	}
	return append(append([]Note(nil), lettered[:kept]...), Note{letters, c.tr.T("chart.notes.more")})
}

// flow places notes in lines; one that does not fit the rest of a line begins the next.
func (c *canvas) flow(whole, lettered []Note, width float64) (set []setNote, height float64) {
	const gap, wide = 6, 18 // after a letter, between notes
	s := c.as.note
	indent := 0.0
	for _, n := range lettered {
		if len(n.Letter) <= 2 {
			indent = max(indent, c.width(c.as.mark, n.Letter)+gap*c.k)
		}
	}
	x, top := 0.0, 0.0
	newLine := func() {
		if x > 0 {
			x, top = 0, top+s.lead
		}
	}
	place := func(n Note, indent float64) {
		needed := indent + c.width(s, n.Text)
		if x+needed > width {
			newLine()
		}
		lines := c.wrap(n.Text, s, width-indent-x, 0)
		set = append(set, setNote{x, top, indent, n.Letter, lines})
		if len(lines) > 1 {
			x, top = 0, top+float64(len(lines))*s.lead
		} else {
			x += needed + wide*c.k
		}
	}
	for _, n := range whole {
		place(n, 0)
	}
	newLine()
	for _, n := range lettered {
		place(n, max(indent, c.width(c.as.mark, n.Letter)+gap*c.k))
	}
	newLine()
	return set, top
}
