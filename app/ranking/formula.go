package ranking

import "math"

// A formula is a condition on how many ballots there are of each kind: the sum of row·counts is at least need, or all of
// some formulas hold, or any of them.
type formula struct {
	row  []int64
	need int64
	all  []formula
	any  []formula
}

func atLeast(row []int64, need int64) formula { return formula{row: row, need: need} }
func allOf(f ...formula) formula              { return formula{all: f} }
func anyOf(f ...formula) formula              { return formula{any: append([]formula{}, f...)} } // of none: never

func minus(x, y []int64) []int64 {
	d := make([]int64, len(x))
	for i := range d {
		d[i] = x[i] - y[i]
	}
	return d
}

// followSteps bounds the relaxations that one search solves.
const followSteps = 20_000

// A search finds the fewest ballots to change until a formula holds. A changed ballot leaves its kind and joins another.
type search struct {
	have  []int64 // ballots of each kind
	total int64
	best  int64 // the fewest found so far; total+1 at the beginning
	floor int64 // what cannot be ruled out where the search was cut short
	steps int
}

func newSearch(have []int64) *search {
	s := &search{have: have, steps: followSteps}
	for _, count := range have {
		s.total += count
	}
	s.best, s.floor = s.total+1, s.total+1
	return s
}

// follow looks for solutions better than the best that meet the rows and all of todo. It takes up an alternative only
// where the best that the rows allow misses all of them, and leaves as soon as that is not better than the best found.
func (s *search) follow(rows, todo []formula) {
	rows, choices := unfold(rows, todo)
	if s.alone(rows) >= s.best {
		return
	}
	p := s.program(rows)
	x, value, ok, sure := p.relax(make([]float64, len(p.cost)), p.limits)
	least := int64(math.Ceil(value - near))
	switch {
	case sure && (!ok || least >= s.best):
		return
	case s.steps <= 0:
		s.floor = min(s.floor, max(least, 0))
		return
	}
	s.steps--
	at := -1
	if ok {
		at = missed(choices, p.after(x))
	}
	if at < 0 {
		x, value, exact := p.whole(s.best)
		if !exact {
			s.floor = min(s.floor, max(least, 0))
		}
		if x == nil {
			return
		}
		if at = missed(choices, p.after(x)); at < 0 {
			s.best = value
			return
		}
	}
	rest := append(append([]formula(nil), choices[:at]...), choices[at+1:]...)
	for _, f := range choices[at].any {
		s.follow(rows, append(rest[:len(rest):len(rest)], f))
	}
}

// unfold adds what must hold to the rows and returns the alternatives.
func unfold(rows, todo []formula) (all, choices []formula) {
	rows = rows[:len(rows):len(rows)]
	for len(todo) > 0 {
		f := todo[len(todo)-1]
		todo = todo[: len(todo)-1 : len(todo)-1]
		switch {
		case f.row != nil:
			rows = append(rows, f)
		case f.any != nil:
			choices = append(choices, f)
		default:
			todo = append(todo, f.all...)
		}
	}
	return rows, choices
}

// missed returns the formula with the fewest alternatives of those that the ballots do not meet; -1 for none.
func missed(choices []formula, ballots []float64) int {
	at := -1
	for i, f := range choices {
		if (at < 0 || len(f.any) < len(choices[at].any)) && !f.meets(ballots) {
			at = i
		}
	}
	return at
}

// meets reports whether the ballots of each kind, which may be fractions, meet the formula.
func (f formula) meets(ballots []float64) bool {
	if f.row != nil {
		sum := float64(-f.need)
		for kind, v := range f.row {
			sum += float64(v) * ballots[kind]
		}
		return sum > -near
	}
	for _, g := range f.any {
		if g.meets(ballots) {
			return true
		}
	}
	for _, g := range f.all {
		if !g.meets(ballots) {
			return false
		}
	}
	return f.any == nil
}

// alone returns the largest number of changes that one of the rows needs by itself, at least.
func (s *search) alone(rows []formula) int64 {
	var most int64
	for _, f := range rows {
		lack := f.need - s.now(f.row)
		if lack <= 0 {
			continue
		}
		high, low := f.row[0], int64(math.MaxInt64)
		for kind, v := range f.row {
			high = max(high, v)
			if s.have[kind] > 0 {
				low = min(low, v)
			}
		}
		if high <= low {
			return s.total + 1
		}
		most = max(most, (lack+high-low-1)/(high-low))
	}
	return most
}

// now is the sum of a row over the ballots as they are.
func (s *search) now(row []int64) int64 {
	var sum int64
	for kind, v := range row {
		sum += v * s.have[kind]
	}
	return sum
}

// program writes the rows as a program: first columns for ballots that leave, at a cost of 1 each, then columns for ballots
// that join, free, but not more of them than leave; where fewer join, the others may become ballots that tie everything,
// as these count nothing in any row. Kinds that the rows do not tell apart share a column.
func (s *search) program(rows []formula) program {
	p := program{have: s.have, at: make([][]float64, len(rows)+1), need: make([]float64, len(rows)+1)}
	for i, f := range rows {
		p.need[i] = float64(f.need - s.now(f.row))
	}
	leave, join := map[string]int{}, map[string]int{}
	for kind, count := range s.have {
		id := columnID(rows, kind)
		if at, ok := leave[id]; ok {
			p.limits[at] += float64(count)
			p.kinds[at] = append(p.kinds[at], kind)
		} else if count > 0 {
			leave[id] = len(p.cost)
			p.add(rows, kind, -1, float64(count))
		}
	}
	for kind := range s.have {
		if id := columnID(rows, kind); join[id] == 0 {
			join[id] = 1
			p.add(rows, kind, 1, float64(s.total))
		}
	}
	return p
}

// columnID tells kinds apart; what rows have for a kind lies within a few dozens of 0.
func columnID(rows []formula, kind int) string {
	id := make([]byte, len(rows))
	for i, f := range rows {
		id[i] = byte(f.row[kind])
	}
	return string(id)
}

// add appends the column of a kind that leaves (-1) or joins (1).
func (p *program) add(rows []formula, kind int, sign, limit float64) {
	for i, f := range rows {
		p.at[i] = append(p.at[i], sign*float64(f.row[kind]))
	}
	last := len(rows)
	p.at[last] = append(p.at[last], -sign)
	p.kinds = append(p.kinds, []int{kind})
	p.cost, p.limits = append(p.cost, (1-sign)/2), append(p.limits, limit)
}

// after returns the ballots of each kind after the changes x.
func (p program) after(x []float64) []float64 {
	ballots := make([]float64, len(p.have))
	for kind, count := range p.have {
		ballots[kind] = float64(count)
	}
	for j, v := range x {
		for i, kind := range p.kinds[j] {
			gone := v
			switch {
			case p.cost[j] == 0:
				gone = -v
			case i < len(p.kinds[j])-1:
				gone = min(v, float64(p.have[kind]))
			}
			ballots[kind] -= gone
			v -= gone
		}
	}
	return ballots
}
