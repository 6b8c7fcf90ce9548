package dataset

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// maxGroups is how many figures an answer may come to; more than that is a table, not a question.
const maxGroups = 500

// group is the rows that become one figure.
type group struct {
	key, split string // as they stand in the cells
	rows       []Row
}

// gathered is what is put together, and by what.
type gathered struct {
	by           Aggregate
	group, split datapackage.Field // a zero split is none
	groups       []group           // in order
	rows         []Row             // of all groups
	value        string            // the field of the figures; "" where the table has none
	without      int               // rows left out because they have no figure
	undated      int               // rows left out because they have no year
}

// grouped puts the rows that the chart would draw together.
func (a Answer) grouped() (Answer, error) {
	g, err := a.gather(a.Lens.Group, a.Lens.Split, a.Lens.By)
	if err != nil {
		return Answer{}, err
	}
	if err := a.checker(g).refuse(g); err != nil {
		return Answer{}, err
	}
	return a.together(g), nil
}

// gather sorts the rows that the chart would draw into groups. A blank name puts all into one.
func (a Answer) gather(by, split string, how Aggregate) (gathered, error) {
	d := a.Data
	g := gathered{by: how, value: d.fieldsOf(a.View).value}
	if g.by == "" {
		g.by = Count
	}
	var err error
	if by != "" {
		if g.group, err = d.known(by); err != nil {
			return g, err
		}
	}
	if split != "" && split != by {
		if g.split, err = d.known(split); err != nil {
			return g, err
		}
	}
	rows, err := a.drawn()
	if err != nil {
		return g, err
	}
	if len(rows) == 0 {
		return g, refused("error.ask.nothing")
	}
	rows = g.countable(d, rows)
	if len(rows) == 0 {
		return g, refused("error.ask.no_figure")
	}
	g.sort(d, rows)
	if len(g.groups) > maxGroups {
		return g, refused("error.ask.many_groups", words.Args{"Count": len(g.groups), "Limit": maxGroups})
	}
	return g, nil
}

// countable leaves out rows that have no figure, except where rows are counted, and those that are of no year where
// years are the groups.
func (g *gathered) countable(d *Dataset, rows []Row) []Row {
	value := d.place(g.value)
	var when []int
	for _, f := range []datapackage.Field{g.group, g.split} {
		if isTime(f) {
			when = append(when, d.place(f.Name))
		}
	}
	left := func(r *Row) bool {
		switch {
		case g.by != Count && !finite(r.number(value)):
			g.without++
		case slices.ContainsFunc(when, func(place int) bool { return !finite(r.number(place)) }):
			g.undated++
		default:
			return false
		}
		return true
	}
	for i := range rows {
		if !left(&rows[i]) {
			continue
		}
		out := slices.Clone(rows[:i])
		for j := i + 1; j < len(rows); j++ {
			if !left(&rows[j]) {
				out = append(out, rows[j])
			}
		}
		return out
	}
	return rows
}

// all returns the rows of all groups.
func (g gathered) all() []Row { return g.rows }

func finite(n float64) bool { return !math.IsNaN(n) && !math.IsInf(n, 0) }

// place returns the place of a field in a row, -1 where there is none.
func (d *Dataset) place(field string) int {
	if i, ok := d.index[field]; ok {
		return i
	}
	return -1
}

// number is the amount in the cell at a place, NaN where there is none.
func (r *Row) number(place int) float64 {
	if place < 0 || place >= len(r.cells) {
		return math.NaN()
	}
	return r.cells[place].Number
}

// rawAt is the cell at a place as it stands in the file, "" where it is blank or there is none.
func (r *Row) rawAt(place int) string {
	if place < 0 || place >= len(r.cells) || r.cells[place].Missing {
		return ""
	}
	return r.cells[place].Text
}

// sort puts rows into groups: years ascending, texts as they come.
func (g *gathered) sort(d *Dataset, rows []Row) {
	at, sizes := map[[2]string]int{}, []int(nil)
	of := make([]int, len(rows))
	by, split := d.place(g.group.Name), d.place(g.split.Name)
	for i := range rows {
		key := [2]string{rows[i].rawAt(by), rows[i].rawAt(split)}
		n, ok := at[key]
		if !ok {
			n = len(g.groups)
			at[key] = n
			g.groups, sizes = append(g.groups, group{key: key[0], split: key[1]}), append(sizes, 0)
		}
		of[i] = n
		sizes[n]++
	}
	g.rows = make([]Row, len(rows)) // groups are parts of it
	from := 0
	for i, size := range sizes {
		g.groups[i].rows = g.rows[from : from : from+size]
		from += size
	}
	for i, n := range of {
		g.groups[n].rows = append(g.groups[n].rows, rows[i])
	}
	if g.group.Ordered() {
		slices.SortStableFunc(g.groups, func(x, y group) int {
			return cmp.Compare(x.rows[0].Number(g.group.Name), y.rows[0].Number(g.group.Name))
		})
	}
}

// raw is a cell as it stands in the file, "" where it is blank or there is none.
func (r *Row) raw(field string) string {
	if r.d == nil {
		return ""
	}
	return r.rawAt(r.d.place(field))
}

// figures returns the amounts of rows.
func figures(rows []Row, field string) []float64 {
	out := make([]float64, len(rows))
	place := rows[0].d.place(field)
	for i := range rows {
		out[i] = rows[i].number(place)
	}
	return out
}

// combine makes one figure of several. All is the sum of all groups, for shares.
func combine(by Aggregate, values []float64, all float64) float64 {
	switch by {
	case Sum:
		return tidy(total(values))
	case Mean:
		return tidy(total(values) / float64(len(values)))
	case Median:
		return tidy(median(values))
	case Share:
		return tidy(total(values) / all * 100)
	}
	return float64(len(values))
}

func total(values []float64) float64 {
	sum, lost := 0.0, 0.0
	for _, v := range values { // Neumaier's sum: the order of the rows does not matter to what is shown
		t := sum + v
		if math.Abs(sum) >= math.Abs(v) {
			lost += (sum - t) + v
		} else {
			lost += (v - t) + sum
		}
		sum = t
	}
	return sum + lost
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return math.NaN()
	}
	if n%2 == 1 {
		return sorted[n/2]
	}
	return sorted[n/2-1]/2 + sorted[n/2]/2
}

// tidy takes the dust of binary fractions off: 0.30000000000000004 is 0.3.
func tidy(n float64) float64 {
	if n == math.Trunc(n) || math.IsInf(n, 0) || math.IsNaN(n) {
		return n
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 14, 64), 64)
	if err != nil {
		return n
	}
	return short
}
