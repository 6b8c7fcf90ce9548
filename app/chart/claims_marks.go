package chart

import (
	"image/color"
	"math"
)

// Sizes of marks at text factor 1.
const (
	claimRadius = 4.5  // of a dot
	claimGap    = 6.0  // between a mark and its figure
	openLength  = 34.0 // of the dashes that lead out of an open end
	capHeight   = 9.0  // of the strokes that close a range
)

// spanOn reads the figures of m that have a place on the axis of spec.
func spanOn(spec Spec, m Mark) markSpan {
	s := spanOf(m)
	if spec.Log {
		s = s.onLog()
	}
	return s
}

// reach returns from where to where on the page the mark of m goes, its own size included. A mark without a figure is at the
// start of the axis.
func (t *claimsTable) reach(m Mark) (lo, hi float64) {
	s, r := spanOn(t.spec, m), claimRadius*t.k
	if s.none() {
		return t.scale.from, t.scale.from
	}
	least, most := s.ends()
	lo, hi = t.scale.at(least)-r, t.scale.at(most)+r
	if s.openLow {
		lo -= openLength * t.k
	}
	if s.openHigh {
		hi += openLength * t.k
	}
	return max(lo, t.cols.axis.x), min(hi, t.cols.axis.right())
}

// isRange reports whether the ends of s are so far apart that a bar tells more than one mark in the middle.
func (s tableScale) isRange(m markSpan) bool { return s.part(m.hi)-s.part(m.lo) > 0.04 }

// mark draws a claim: its shape, a bar where it is a range, and dashes where it has an open end.
func (t *claimsTable) mark(m Mark, y float64) {
	s := spanOn(t.spec, m)
	if s.none() {
		return
	}
	least, most := s.ends()
	lo, hi := t.reach(m)
	if s.openHigh {
		t.openEnd(t.scale.at(most), hi, y, t.pal.Accent)
	}
	if s.openLow {
		t.openEnd(t.scale.at(least), lo, y, t.pal.Accent)
	}
	at := s.mid
	if t.scale.isRange(s) {
		t.rangeBar(t.scale.at(s.lo), t.scale.at(s.hi), y, Stroke{Color: t.pal.Ink, Width: 2.4 * t.k}, capHeight*t.k)
	} else if math.IsNaN(at) {
		at = (least + most) / 2
	}
	if !math.IsNaN(at) {
		t.claimShape(m.Shape, Point{t.scale.at(at), y})
	}
}

// join draws the line behind the marks of one row.
func (t *claimsTable) join(r claimCells, y float64) {
	for k := 1; k < len(r.marks); k++ {
		a, b := t.spec.Marks[r.marks[k-1]], t.spec.Marks[r.marks[k]]
		if spanOn(t.spec, a).none() || spanOn(t.spec, b).none() {
			continue
		}
		from, to := t.middle(a), t.middle(b)
		t.across(y, min(from, to), max(from, to), Stroke{Color: t.pal.Accent, Width: 1.5 * t.k})
	}
}

// middle is where on the page the mark of m has its middle.
func (t *claimsTable) middle(m Mark) float64 {
	lo, hi := t.reach(m)
	return (lo + hi) / 2
}

// claimShape draws the shape that tells the kinds of claim apart.
func (c *canvas) claimShape(s Shape, at Point) {
	r := claimRadius * c.k
	switch s {
	case Ring:
		c.disc(at, r-0.7*c.k, c.pal.Paper, Stroke{Color: c.pal.Accent, Width: 1.8 * c.k})
	case Diamond:
		c.diamond(at, r, c.pal.Paper, Stroke{Color: c.pal.Ink, Width: 1.6 * c.k})
	default:
		c.disc(at, r, c.pal.Accent, Stroke{})
	}
}

// rangeBar draws a line closed by strokes at both ends.
func (c *canvas) rangeBar(from, to, y float64, s Stroke, height float64) {
	c.across(y, from, to, s)
	for _, x := range []float64{from, to} {
		c.down(x, y-height/2, y+height/2, Stroke{Color: s.Color, Width: min(s.Width, 2*c.k)})
	}
}

// openEnd draws the end of a range that nobody closed: dashes that get shorter on the way from a figure, and an arrow head.
func (c *canvas) openEnd(from, to, y float64, ink color.NRGBA) {
	head := 5 * c.k
	way, sign := math.Abs(to-from)-head, math.Copysign(1, to-from)
	if way <= 0 {
		return
	}
	x, dash := 0.0, 8*c.k
	for x < way {
		end := min(x+dash, way)
		c.across(y, from+sign*x, from+sign*end, Stroke{Color: ink, Width: 1.8 * c.k})
		x, dash = end+3*c.k, max(dash-1.5*c.k, 2*c.k)
	}
	tip := from + sign*(way+head)
	c.add(Area{Points: []Point{{tip, y}, {tip - sign*head, y - head*0.7}, {tip - sign*head, y + head*0.7}}, Fill: ink})
}

// figureStyle is bold for figures; words in the place of one are italic.
func (t *claimsTable) figureStyle(r tableRow) style {
	for _, i := range r.marks {
		if !spanOn(t.spec, t.spec.Marks[i]).none() {
			return t.as.value
		}
	}
	return t.as.empty
}

// figurePlace returns where the figure of a row stands: right of its marks, else left of them, else under them.
func (t *claimsTable) figurePlace(r tableRow) (x float64, align Align, below bool) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, i := range r.marks {
		a, b := t.reach(t.spec.Marks[i])
		lo, hi = min(lo, a), max(hi, b)
	}
	zone, gap := t.cols.axis, claimGap*t.k
	w := t.width(t.figureStyle(r), rowFigure(t.spec, r)) + t.lettersWidth(rowLetters(t.spec, r))
	switch {
	case hi+gap+w <= zone.right():
		return hi + gap, Start, false
	case lo-gap-w >= t.scale.from+gap/2:
		return lo - gap, End, false
	}
	return (lo + hi) / 2, Middle, true
}

// setFigure sets the figure of a row where [claimsTable.figurePlace] found room; a dash where nothing was said.
func (t *claimsTable) setFigure(r claimCells, y float64) {
	s := t.figureStyle(r.tableRow)
	x, align, _ := t.figurePlace(r.tableRow)
	if !r.below {
		text := r.figure[0]
		if text == "" {
			text = "–"
		}
		t.figure(Point{x, s.middle(y)}, text, r.letters, s, align)
		return
	}
	zone := t.cols.axis
	for i, line := range r.figure {
		letters := ""
		if i == len(r.figure)-1 {
			letters = r.letters
		}
		half := t.width(s, line) / 2
		at := hold(x, zone.x+half, zone.right()-half-t.lettersWidth(letters))
		t.figure(Point{at, s.middle(y + float64(i+1)*t.as.value.lead)}, line, letters, s, Middle)
	}
}

// keysClaims explains the shapes that the table has.
func keysClaims(c *canvas, spec Spec) []key {
	// What is a range depends on shares of the axis, not on pixels, so that any width gives the same legend.
	scale := c.tableScaleOf(spec, span{0, 400}, 0)
	var ranges, doubtful bool
	shapes := map[Shape]bool{}
	for _, m := range spec.Marks {
		s := spanOn(spec, m)
		isRange := scale.isRange(s)
		doubtful, ranges = doubtful || m.Doubtful, ranges || isRange
		if !s.none() && !(isRange && math.IsNaN(s.mid)) {
			shapes[shown(m.Shape)] = true
		}
	}
	var keys []key
	for _, shape := range []Shape{Dot, Ring, Diamond} {
		if shapes[shape] {
			keys = append(keys, key{func(c *canvas, swatch Rect) { c.claimShape(shape, swatch.Center()) }, spec.Tr.T("chart.claims." + string(shape))})
		}
	}
	if ranges {
		keys = append(keys, key{func(c *canvas, swatch Rect) {
			c.rangeBar(swatch.X, swatch.Right(), swatch.Center().Y, Stroke{Color: c.pal.Ink, Width: 2.4 * c.k}, capHeight*c.k)
		}, spec.Tr.T("chart.claims.range")})
	}
	if doubtful {
		keys = append(keys, key{func(c *canvas, swatch Rect) {
			at := swatch.Center()
			c.text(Point{at.X, c.as.value.middle(at.Y)}, "?", c.as.value, Middle)
		}, spec.Tr.T("chart.claims.doubtful")})
	}
	return keys
}

// shown is the shape that stands for s: one that we do not know is drawn as a dot.
func shown(s Shape) Shape {
	if s == Ring || s == Diamond {
		return s
	}
	return Dot
}
