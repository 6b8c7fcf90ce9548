package chart

import (
	"cmp"
	"math"
	"slices"
)

// heatGrid is the marks of a heat map in rows and columns.
type heatGrid struct {
	rows    []heatRow
	columns []heatColumn
	cells   map[[2]int][]int // marks by the index of their row and column
	byName  bool             // columns are names, not points in time
}

// heatRow is a series or a group with its name.
type heatRow struct {
	place int // which series or group; −1 for marks of none
	name  string
}

// heatColumn is a point in time or a name.
type heatColumn struct {
	x    float64
	name string
	fold bool // points in time before it are left out: none of them has a figure
}

// isCell reports whether m has something to show in a cell.
func isCell(m Mark) bool { return hasFigure(middle(m)) || m.Written != "" }

// heatGridOf sorts the marks into rows by their series, else their groups, and into columns by X where all have one, else by
// their labels as these first come.
func heatGridOf(spec Spec) heatGrid {
	g := heatGrid{cells: map[[2]int][]int{}}
	place := func(m Mark) (int, string) {
		switch {
		case len(spec.Series) > 0 && m.Series >= 0 && m.Series < len(spec.Series):
			return m.Series, spec.Series[m.Series].Title
		case len(spec.Series) == 0 && m.Group >= 0 && m.Group < len(spec.Groups):
			return m.Group, spec.Groups[m.Group].Title
		}
		return math.MaxInt, ""
	}
	rowOf := map[int]int{}
	for _, m := range spec.Marks {
		if isCell(m) {
			g.byName = g.byName || !isDated(m)
			if at, name := place(m); rowOf[at] == 0 {
				rowOf[at] = 1
				g.rows = append(g.rows, heatRow{at, name})
			}
		}
	}
	slices.SortFunc(g.rows, func(a, b heatRow) int { return cmp.Compare(a.place, b.place) })
	for i, r := range g.rows {
		rowOf[r.place] = i
	}
	columnOf := g.setColumns(spec)
	for i, m := range spec.Marks {
		if isCell(m) {
			at, _ := place(m)
			key := [2]int{rowOf[at], columnOf(m)}
			g.cells[key] = append(g.cells[key], i)
		}
	}
	return g
}

// setColumns makes the columns and returns which one a mark stands in.
func (g *heatGrid) setColumns(spec Spec) func(Mark) int {
	if g.byName {
		at := map[string]int{}
		for _, m := range spec.Marks {
			if _, ok := at[m.Label]; !ok && isCell(m) {
				at[m.Label] = len(g.columns)
				g.columns = append(g.columns, heatColumn{math.NaN(), m.Label, false})
			}
		}
		return func(m Mark) int { return at[m.Label] }
	}
	names := map[float64]string{}
	var xs []float64
	for _, m := range spec.Marks {
		if !isCell(m) {
			continue
		}
		if names[m.X] == "" {
			names[m.X] = m.Label
		}
		xs = append(xs, m.X)
	}
	slices.Sort(xs)
	xs = slices.Compact(xs)
	if len(xs) == 0 {
		return func(Mark) int { return 0 }
	}
	for _, x := range withGaps(xs) {
		name := names[x]
		if x == math.Trunc(x) || name == "" {
			name = yearText(x)
		}
		g.columns = append(g.columns, heatColumn{x: x, name: name})
	}
	for i := 1; i < len(g.columns); i++ {
		a, b := g.columns[i-1].x, g.columns[i].x
		g.columns[i].fold = a == math.Trunc(a) && b == math.Trunc(b) && b-a > 1
	}
	return func(m Mark) int {
		i, _ := slices.BinarySearchFunc(g.columns, m.X, func(c heatColumn, x float64) int { return cmp.Compare(c.x, x) })
		return i
	}
}

// withGaps returns the years with those between that no mark has, unless these would be most of the columns; what is no
// year stays as it is.
func withGaps(xs []float64) []float64 {
	const sparse = 2.5
	for _, x := range xs {
		if x != math.Trunc(x) {
			return xs
		}
	}
	first, last := xs[0], xs[len(xs)-1]
	if last-first+1 > sparse*float64(len(xs))+4 {
		return xs
	}
	var all []float64
	for x := first; x <= last; x++ {
		all = append(all, x)
	}
	return all
}

// turned is the grid with rows and columns exchanged.
func (g heatGrid) turned() heatGrid {
	out := heatGrid{cells: map[[2]int][]int{}, byName: true}
	for i, c := range g.columns {
		out.rows = append(out.rows, heatRow{i, c.name})
	}
	for _, r := range g.rows {
		out.columns = append(out.columns, heatColumn{math.NaN(), r.name, false})
	}
	for key, marks := range g.cells {
		out.cells[[2]int{key[1], key[0]}] = marks
	}
	return out
}

// empty counts the cells without a figure.
func (g heatGrid) empty() int { return len(g.rows)*len(g.columns) - len(g.cells) }
