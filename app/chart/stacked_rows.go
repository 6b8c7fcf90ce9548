package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/dataset"
)

// stackRow is a bar made of parts.
type stackRow struct {
	label, sub string
	parts      []int // marks, in the order of their series
	whole      int   // the mark that says what the bar adds up to; −1 where none does
	strong     bool
	sum        float64 // of the parts
	length     float64 // of the bar: of the parts, or of the whole where that is more
	complete   bool    // it has all the parts that any bar of its group has
}

// stackBlock is a group of bars under one heading.
type stackBlock struct {
	Group
	rows []stackRow
}

// wholeSeries is the id of the series whose marks are no parts: they say what the parts of their bar add up to.
const wholeSeries = "total"

// isWhole reports whether m is the total of its bar.
func isWhole(spec Spec, m Mark) bool {
	return m.Series >= 0 && m.Series < len(spec.Series) && spec.Series[m.Series].ID == wholeSeries
}

// partValue is how long the part of m is: its value, or the middle of its range; 0 for what is below zero.
func partValue(m Mark) float64 {
	v := m.Value
	if !hasFigure(v) && hasFigure(m.Low) && hasFigure(m.High) {
		v = (m.Low + m.High) / 2
	}
	if !hasFigure(v) {
		return 0
	}
	return max(v, 0)
}

// stackBlocks sorts the marks of spec into groups, and within them into bars by their labels.
func stackBlocks(spec Spec) []stackBlock {
	blocks := make([]stackBlock, len(spec.Groups)+1)
	for i, g := range spec.Groups {
		blocks[i].Group = g
	}
	rowOf := map[[2]any]int{}
	for i, m := range spec.Marks {
		at := m.Group
		if at < 0 || at >= len(spec.Groups) {
			at = len(spec.Groups)
		}
		b := &blocks[at]
		k, ok := rowOf[[2]any{at, m.Label}]
		if !ok {
			k = len(b.rows)
			rowOf[[2]any{at, m.Label}] = k
			b.rows = append(b.rows, stackRow{label: m.Label, whole: -1})
		}
		r := &b.rows[k]
		r.sub = firstOf(r.sub, m.Sub)
		r.strong = r.strong || m.Emphasis
		if isWhole(spec, m) && r.whole < 0 {
			r.whole = i
		} else {
			r.parts = append(r.parts, i)
		}
	}
	blocks = slices.DeleteFunc(blocks, func(b stackBlock) bool { return len(b.rows) == 0 })
	for _, b := range blocks {
		b.measure(spec)
	}
	return blocks
}

// measure adds up the parts of every bar, and finds the bars that have them all.
func (b stackBlock) measure(spec Spec) {
	most := 0
	for i := range b.rows {
		r := &b.rows[i]
		slices.SortStableFunc(r.parts, func(x, y int) int { return spec.Marks[x].Series - spec.Marks[y].Series })
		for _, p := range r.parts {
			r.sum += partValue(spec.Marks[p])
		}
		r.length = r.sum
		switch {
		case spec.Percent:
			r.length = max(r.sum, 100)
		case r.whole >= 0:
			r.length = max(r.sum, partValue(spec.Marks[r.whole]))
		}
		most = max(most, r.series(spec))
	}
	for i := range b.rows {
		b.rows[i].complete = b.rows[i].series(spec) == most
	}
}

// series counts the parts of different kinds that have a figure.
func (r stackRow) series(spec Spec) int {
	seen := map[int]bool{}
	for _, p := range r.parts {
		if m := spec.Marks[p]; hasFigure(m.Value) || ranged(m) {
			seen[m.Series] = true
		}
	}
	return len(seen)
}

// rest is what no part of the bar accounts for; 0 where shares lack so little that rounding explains it.
func (r stackRow) rest(spec Spec) float64 {
	rest, rounding := r.length-r.sum, 0.002*r.length
	if spec.Percent {
		rounding = 1
	}
	if rest <= rounding {
		return 0
	}
	return rest
}

// total is the figure at the end of a bar: the whole as its mark writes it, else the sum of the parts where all are there.
func (r stackRow) total(spec Spec) (text, letters string) {
	switch {
	case r.whole >= 0:
		return stackFigure(spec, spec.Marks[r.whole]), spec.Marks[r.whole].Letters
	case spec.Percent || spec.Whole || !r.complete || r.series(spec) < 2 || !hasFigure(r.sum):
		return "", ""
	}
	text = spec.Tr.Auto(math.Round(r.sum*100) / 100)
	for _, p := range r.parts {
		if m := spec.Marks[p]; m.Status == Derived || strings.HasPrefix(m.Written, "≈") {
			return dataset.Derived(text), ""
		}
	}
	return text, ""
}

// stackFigure is the figure of a part, with a question mark where it is doubtful.
func stackFigure(spec Spec, m Mark) string {
	text := figureText(spec, m)
	if m.Doubtful && text != "" {
		text += "\u00a0?"
	}
	return text
}
