package chart

import (
	"cmp"
	"math"
	"slices"
)

// slopeLine is a series over the columns of the slope form.
type slopeLine struct {
	series int // index into Spec.Series, or beyond it for marks of none
	title  string
	points []slopePoint // from left to right
	strong bool         // the finding
}

// slopePoint is a figure in a column.
type slopePoint struct {
	mark, column int
	y            float64
}

// slopeLines sorts the marks that have a place into lines, and returns the points in time that are the columns.
func slopeLines(spec Spec) (lines []slopeLine, columns []float64) {
	byIndex := map[int]*slopeLine{}
	for i, m := range spec.Marks {
		if !(math.Abs(m.X) <= farthestYear) || !hasFigure(lineValue(spec, m)) {
			continue
		}
		l := byIndex[m.Series]
		if l == nil {
			l = &slopeLine{series: m.Series, title: spec.seriesTitle(m)}
			byIndex[m.Series] = l
		}
		l.strong = l.strong || m.Emphasis
		l.points = append(l.points, slopePoint{mark: i, y: lineValue(spec, m)})
		columns = append(columns, m.X)
	}
	slices.Sort(columns)
	columns = slices.Compact(columns)
	for _, index := range sortedKeys(byIndex) {
		l := byIndex[index]
		for k := range l.points {
			l.points[k].column, _ = slices.BinarySearch(columns, spec.Marks[l.points[k].mark].X)
		}
		slices.SortStableFunc(l.points, func(a, b slopePoint) int { return cmp.Compare(a.column, b.column) })
		lines = append(lines, *l)
	}
	return lines, columns
}

// first and last are the points at the ends of the columns; ok is false where the line does not reach that end.
func (l slopeLine) first() (slopePoint, bool) { return l.points[0], l.points[0].column == 0 }

func (l slopeLine) last(columns int) (slopePoint, bool) {
	p := l.points[len(l.points)-1]
	return p, p.column == columns-1
}

// slopeEnd is the name and figure of a line at one end.
type slopeEnd struct {
	line    int // index into the lines
	point   slopePoint
	lines   []string
	letters string
	style   style
}

func (e slopeEnd) height(c *canvas) float64 { return float64(len(e.lines))*e.style.lead + 2*c.k }

func (e slopeEnd) width(c *canvas) float64 {
	w := 0.0
	for i, line := range e.lines {
		lw := c.width(e.style, line)
		if i == len(e.lines)-1 {
			lw += c.lettersIn(c.letterOf(e.style), e.letters)
		}
		w = max(w, lw)
	}
	return w
}

func widestEnd(c *canvas, ends []slopeEnd) float64 {
	w := 0.0
	for _, e := range ends {
		w = max(w, e.width(c))
	}
	return w
}

// columnText is what stands over the column at x: its name where columns have names, else the year.
func (s Spec) columnText(x float64) string {
	if i := int(x) - 1; i >= 0 && i < len(s.Columns) && x == math.Trunc(x) {
		return s.Columns[i]
	}
	return yearText(x)
}
