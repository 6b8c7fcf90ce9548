package chart

import (
	"math"
	"strconv"

	"doublefix/app/words"
)

// The number of a note at its figure.
const (
	badgeRadius = 8.0 // at text factor 1
	tied        = 1.9 // radii from the figure at which a line ties it to that
	crossing    = 1.0 // what it weighs that this line would run through a text, in square pixels of text that is covered
)

// addOwn draws a person's marks and the numbers of their notes over the figures in area that they belong to, without moving
// anything. What stands under the chart comes later, so they leave its place free.
func (c *canvas) addOwn(spec Spec, area Rect) {
	c.ownEnd = min(area.Bottom()+gapLegend-4, c.H)
	hits := map[string]Hit{}
	for _, h := range c.Hits {
		m := spec.Marks[h.Mark]
		if m.Highlight {
			c.ring(h)
		}
		if _, there := hits[m.ID]; !there && m.ID != "" {
			hits[m.ID] = h
		}
	}
	var taken []Rect
	for i, o := range spec.Own {
		if h, ok := hits[o.Mark]; ok && o.Mark != "" {
			taken = append(taken, c.badge(h, spec.ownNumber(i), taken))
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

// badge puts the number of a note at a corner of its figure where it covers no text and no other number, else where it covers
// least, and returns its place. One that had to go far is tied to its figure by a line.
func (c *canvas) badge(h Hit, number string, taken []Rect) Rect {
	s := c.as.own
	radius := max(badgeRadius*c.k, c.width(s, number)/2+3*c.k)
	best, least := Rect{}, math.Inf(1)
	for _, at := range badgePlaces(h.Box, radius) {
		r := Rect{hold(at.X, radius, c.W-radius) - radius, hold(at.Y, radius, c.ownEnd-radius) - radius, 2 * radius, 2 * radius}
		covered := c.covered(r, h, taken)
		if covered == 0 && c.crosses(r.Center(), h.Box.nearest(r.Center())) {
			covered = crossing
		}
		if covered < least {
			best, least = r, covered
		}
		if least == 0 {
			break
		}
	}
	at := best.Center()
	if near := h.Box.nearest(at); math.Hypot(near.X-at.X, near.Y-at.Y) > tied*radius {
		c.line(Stroke{Color: c.pal.Ink, Width: 1}, at, near)
	}
	c.disc(at, radius-1, c.pal.Ink, Stroke{Color: c.pal.Paper, Width: 1.5})
	c.text(Point{at.X, s.middle(at.Y)}, number, s, Middle)
	return best
}

// crosses reports whether a line would run through a text.
func (c *canvas) crosses(from, to Point) bool {
	const steps = 12
	for i := range steps + 1 {
		t := float64(i) / steps
		if c.near(Point{from.X + t*(to.X-from.X), from.Y + t*(to.Y-from.Y)}, 1) {
			return true
		}
	}
	return false
}

// covered weighs what a number would cover: texts and other numbers, and only where there are few of them other marks.
func (c *canvas) covered(r Rect, of Hit, taken []Rect) float64 {
	const fewHits, ofMark = 200, 0.01
	sum := 0.0
	for _, list := range [][]Rect{c.boxes, taken} {
		for _, o := range list {
			sum += overlap(r, o)
		}
	}
	if sum > 0 || len(c.Hits) > fewHits {
		return sum
	}
	for _, h := range c.Hits {
		if h.Mark != of.Mark {
			sum += ofMark * overlap(r, h.Box)
		}
	}
	return sum
}

// badgePlaces are the places for a number around a box, the best first: its corners, the middles of its sides, then farther out; of
// a mark that is smaller than the number, and would be hidden by it, a little off from the beginning.
func badgePlaces(box Rect, radius float64) []Point {
	fars := []float64{0, radius, 2 * radius, 3.2 * radius, 5 * radius}
	if max(box.W, box.H) < 2*radius {
		fars = []float64{radius, 1.3 * radius, 2 * radius, 3.2 * radius, 5 * radius}
	}
	var out []Point
	for _, far := range fars {
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

// nearest is the point of r that is nearest to p.
func (r Rect) nearest(p Point) Point {
	return Point{hold(p.X, r.X, r.Right()), hold(p.Y, r.Y, r.Bottom())}
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
