package chart

import (
	"math"
	"strconv"

	"doublefix/app/words"
)

// Sizes of what a person has added, at text factor 1.
const (
	badgeRadius = 8.0
	ringGap     = 3.0 // between a marked figure and its ring
	ringWidth   = 3.0
)

// addOwn draws a person's marks and the numbers of their notes over the figures they belong to, without moving anything.
func (c *canvas) addOwn(spec Spec) {
	hits := map[string]Hit{}
	for _, h := range c.Hits {
		m := spec.Marks[h.Mark]
		if m.Highlight {
			c.ring(h.Box)
		}
		if _, there := hits[m.ID]; !there && m.ID != "" {
			hits[m.ID] = h
		}
	}
	taken := []Rect{}
	for i, o := range spec.Own {
		if h, ok := hits[o.Mark]; ok && o.Mark != "" {
			taken = append(taken, c.badge(h.Box, spec.ownNumber(i), taken))
		}
	}
}

// ownNumber is the number of the note i at its figure; "" for one of the whole chart.
func (s Spec) ownNumber(i int) string {
	if s.Own[i].Mark == "" {
		return ""
	}
	n := 1
	for _, o := range s.Own[:i] {
		if o.Mark != "" {
			n++
		}
	}
	return strconv.Itoa(n)
}

// ring frames a figure: amber between two lines of ink, so that it is seen in grey as well.
func (c *canvas) ring(box Rect) {
	gap := ringGap * c.k
	r := c.heldIn(box.Grow(gap + ringWidth*c.k/2))
	c.box(r, none, Stroke{Color: c.pal.Ink, Width: ringWidth*c.k + 2})
	c.box(r, none, Stroke{Color: c.pal.Amber, Width: ringWidth * c.k})
}

// heldIn cuts a box so that a broad line around it stays in the drawing.
func (c *canvas) heldIn(r Rect) Rect {
	edge := ringWidth*c.k/2 + 1
	x, y := max(r.X, edge), max(r.Y, edge)
	return Rect{x, y, max(min(r.Right(), c.W-edge)-x, 1), max(min(r.Bottom(), c.H-edge)-y, 1)}
}

// badge puts the number of a note at a corner of its figure where it covers no text and no other number, else where it covers
// least, and returns its place.
func (c *canvas) badge(box Rect, number string, taken []Rect) Rect {
	s := c.as.mark.in(c.pal.Paper)
	radius := max(badgeRadius*c.k, c.width(s, number)/2+3*c.k)
	best, least := Rect{}, math.Inf(1)
	for _, at := range badgePlaces(box, radius) {
		r := Rect{hold(at.X, radius, c.W-radius) - radius, hold(at.Y, radius, c.H-radius) - radius, 2 * radius, 2 * radius}
		covered := 0.0
		for _, o := range append(append([]Rect(nil), c.boxes...), taken...) {
			covered += overlap(r, o)
		}
		if covered < least {
			best, least = r, covered
		}
	}
	c.disc(best.Center(), radius-1, c.pal.Ink, Stroke{Color: c.pal.Paper, Width: 1.5})
	c.text(Point{best.Center().X, s.middle(best.Center().Y)}, number, s, Middle)
	return best
}

// badgePlaces are the places for a number around a box, the best first: its corners, the middles of its sides, then farther out.
func badgePlaces(box Rect, radius float64) []Point {
	var out []Point
	for _, far := range []float64{0, radius, 2 * radius, 3.2 * radius, 5 * radius} {
		b := box.Grow(far)
		mid := b.Center()
		out = append(out, Point{b.Right(), b.Y}, Point{b.X, b.Y}, Point{b.Right(), b.Bottom()}, Point{b.X, b.Bottom()},
			Point{mid.X, b.Y}, Point{b.Right(), mid.Y}, Point{b.X, mid.Y}, Point{mid.X, b.Bottom()})
	}
	return append(out, box.Center())
}

// overlap is the area that two boxes share.
func overlap(a, b Rect) float64 {
	w, h := min(a.Right(), b.Right())-max(a.X, b.X), min(a.Bottom(), b.Bottom())-max(a.Y, b.Y)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// ownNotes are the texts of a person's notes under the chart, each with its number; one of the whole chart has none.
func (c *canvas) ownNotes(spec Spec, width float64) block {
	if len(spec.Own) == 0 {
		return block{0, func(float64, float64) {}}
	}
	title := c.wrap(c.tr.T("chart.own.title"), c.as.mark, width, 0)
	indent := c.width(c.as.mark, strconv.Itoa(len(spec.Own))) + 8*c.k
	type line struct {
		sign  string
		x     float64
		lines []string
	}
	var list []line
	height := float64(len(title)) * c.as.mark.lead
	for i, o := range spec.Own {
		l := line{spec.ownNumber(i), 0, nil}
		if o.Mark != "" {
			l.x = indent
		}
		l.lines = c.wrap(o.Text, c.as.note, width-l.x, 0)
		height += float64(len(l.lines)) * c.as.note.lead
		list = append(list, l)
	}
	ink := c.as.note.in(c.pal.Ink)
	return block{height, func(x, top float64) {
		top = c.lines(x, top, title, c.as.mark, Start)
		for _, l := range list {
			c.lines(x, top, []string{l.sign}, c.as.mark, Start)
			top = c.lines(x+l.x, top, l.lines, ink, Start)
		}
	}}
}

// withOwn adds a person's notes to the chart in sentences, each with the figure it belongs to.
func (s Spec) withOwn() string {
	a := &teller{spec: s, tr: s.Tr}
	for _, o := range s.Own {
		name := ""
		for _, m := range s.Marks {
			if m.ID == o.Mark && o.Mark != "" {
				name = a.name(m)
			}
		}
		if name == "" {
			a.say("chart.own.alt.whole", words.Args{"Text": sentence(o.Text)})
			continue
		}
		a.say("chart.own.alt", words.Args{"Name": name, "Text": sentence(o.Text)})
	}
	if len(a.sentences) == 0 {
		return s.Alt
	}
	return s.Alt + " " + a.text()
}
