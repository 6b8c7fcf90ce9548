package chart

import (
	"slices"
	"strconv"
)

// ownMost is how many lines a person's notes take where each is read with its figure; more would press the chart together.
const ownMost = 5

// ownLine is a note under a chart with its number and its place beside it.
type ownLine struct {
	sign   string
	indent float64
	lines  []string
	style  style
}

// ownNotes are the texts of a person's notes under the chart, each with its number; one of the whole chart has none. Short notes
// keep to [ownMost] lines, and say how many are left out.
func (c *canvas) ownNotes(spec Spec, width float64, short bool) block {
	if len(spec.Own) == 0 {
		return block{0, func(float64, float64) {}}
	}
	title := c.wrap(c.tr.T("chart.own.title"), c.as.mark, width, 0)
	list := c.ownLines(spec, width, short)
	height := float64(len(title)) * c.as.mark.lead
	for _, l := range list {
		height += float64(len(l.lines)) * l.style.lead
	}
	return block{height, func(x, top float64) {
		top = c.lines(x, top, title, c.as.mark, Start)
		for _, l := range list {
			sign := l.sign
			if sign != "" && !c.drawnOwn(sign) {
				sign = "–" // its figure is not drawn, and a number that stands nowhere would send readers searching
			}
			c.lines(x, top, []string{sign}, c.as.mark, Start)
			top = c.lines(x+l.indent, top, l.lines, l.style, Start)
		}
	}}
}

// ownLines breaks the notes into lines, all of them or the first.
func (c *canvas) ownLines(spec Spec, width float64, short bool) []ownLine {
	indent := c.width(c.as.mark, strconv.Itoa(len(spec.Own))) + 8*c.k
	ink, most := c.as.note.in(c.pal.Ink), 0
	if short {
		most = ownMost
	}
	var list []ownLine
	count := 0
	for i, o := range spec.Own {
		l := ownLine{sign: spec.ownNumber(i), style: ink}
		if o.Mark != "" {
			l.indent = indent
		}
		left := most - count
		if i < len(spec.Own)-1 {
			left-- // for how many are left out
		}
		if short && left < 1 {
			rest := c.tr.N("chart.own.more", len(spec.Own)-i)
			return append(list, ownLine{lines: c.wrap(rest, c.as.note, width, 0), style: c.as.note})
		}
		if !short {
			left = 0 // as many as it takes
		}
		l.lines = c.wrap(o.Text, ink, width-l.indent, left)
		count += len(l.lines)
		list = append(list, l)
	}
	return list
}

// drawnOwn reports whether the number of a note stands at a figure.
func (c *canvas) drawnOwn(sign string) bool {
	return slices.ContainsFunc(c.Shapes, func(s Shape2D) bool {
		l, ok := s.(Label)
		return ok && l.Role == c.as.own.role && l.Text == sign
	})
}
