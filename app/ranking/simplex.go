package ranking

import "math"

// A program asks for the smallest sum of cost·x with every row of at·x at least its need, x between 0 and its limits.
type program struct {
	at     [][]float64
	need   []float64
	cost   []float64 // none below 0
	limits []float64

	have  []int64 // what the columns are about: the ballots of each kind,
	kinds [][]int // and the kinds that share a column
}

// near is how far from a whole number, or beyond a limit, rounding may bring what is exact. Entries are small whole numbers.
const near = 1e-6

// relax solves the program without asking for whole numbers, with lo and hi as the limits of x. It is the dual simplex
// method for bounded variables: as no cost is below 0 it starts at lo, and turns a variable round where it leaves through
// its upper limit. ok is false where there is no solution; sure is false where it took too many steps to say.
func (p program) relax(lo, hi []float64) (x []float64, value float64, ok, sure bool) {
	t := p.tableau(lo, hi)
	for range 50 * (len(p.need) + 20) {
		row := t.worst()
		if row < 0 {
			x, value = t.solution(lo, hi)
			return x, value, true, true
		}
		col := t.entering(row)
		if col < 0 {
			return nil, 0, false, true
		}
		t.pivot(row, col)
	}
	return nil, 0, false, false
}

// A tableau has a line for each basic variable and a last one for the costs; the last column holds their values. Variables
// are the x, then one slack a row. inBasis and outside name the variables of lines and columns.
type tableau struct {
	cells            [][]float64
	inBasis, outside []int
	limit            []float64 // of each variable; infinite for a slack
	turned           []bool    // the variable stands for its distance from the limit
	base             float64   // cost of the lower limits
}

func (p program) tableau(lo, hi []float64) *tableau {
	rows, columns := len(p.need), len(p.cost)
	t := &tableau{turned: make([]bool, rows+columns), limit: make([]float64, rows+columns)}
	for j := range columns {
		t.outside, t.limit[j] = append(t.outside, j), hi[j]-lo[j]
		t.base += p.cost[j] * lo[j]
	}
	for i := range rows {
		line := make([]float64, columns+1)
		line[columns] = -p.need[i]
		for j, v := range p.at[i] {
			line[j] = -v
			line[columns] += v * lo[j]
		}
		t.cells, t.inBasis = append(t.cells, line), append(t.inBasis, columns+i)
		t.limit[columns+i] = math.Inf(1)
	}
	t.cells = append(t.cells, append(append([]float64(nil), p.cost...), 0))
	return t
}

// worst returns the line furthest out of its limits, turned so that it is below 0; -1 where all keep them.
func (t *tableau) worst() int {
	last, worst, row := len(t.outside), near/10, -1
	for i, v := range t.inBasis {
		value := t.cells[i][last]
		if out := max(-value, value-t.limit[v]); out > worst {
			worst, row = out, i
		}
	}
	if row >= 0 && t.cells[row][last] > 0 {
		v := t.inBasis[row]
		for j := range t.cells[row] {
			t.cells[row][j] = -t.cells[row][j]
		}
		t.cells[row][last] += t.limit[v]
		t.turned[v] = !t.turned[v]
	}
	return row
}

// entering returns the column that can raise the line at the least cost, -1 for none.
func (t *tableau) entering(row int) int {
	best, col := math.Inf(1), -1
	costs := t.cells[len(t.cells)-1]
	for j := range t.outside {
		if v := t.cells[row][j]; v < -1e-9 {
			if ratio := costs[j] / -v; ratio < best-1e-12 || (ratio < best+1e-12 && v < t.cells[row][col]) {
				best, col = ratio, j
			}
		}
	}
	return col
}

// pivot exchanges the variables of a line and a column.
func (t *tableau) pivot(row, col int) {
	line := t.cells[row]
	scale := 1 / line[col]
	for j := range line {
		line[j] *= scale
	}
	line[col] = scale
	for i, other := range t.cells {
		f := other[col]
		if i == row || f == 0 {
			continue
		}
		for j, v := range line {
			if j != col {
				other[j] -= f * v
			}
		}
		other[col] = -f * scale
	}
	t.inBasis[row], t.outside[col] = t.outside[col], t.inBasis[row]
}

func (t *tableau) solution(lo, hi []float64) (x []float64, value float64) {
	last := len(t.outside)
	all := make([]float64, len(t.limit))
	for i, v := range t.inBasis {
		all[v] = t.cells[i][last]
	}
	x = make([]float64, len(lo))
	for j := range x {
		if x[j] = lo[j] + all[j]; t.turned[j] {
			x[j] = hi[j] - all[j]
		}
	}
	return x, t.base - t.cells[len(t.cells)-1][last]
}
