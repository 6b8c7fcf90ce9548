package dataset

import (
	"math"
	"strconv"
	"strings"
)

// short is the figure that rows come to, rounded to what they can say, and whether it is exact: made of whole counts, and nothing was
// rounded. All is the sum of all groups.
func (a Answer) short(g gathered, rows []Row, all float64) (n float64, exact bool) {
	values := figures(rows, g.value)
	n = combine(g.by, values, all)
	if a.Lens.Scale == Index { // what is divided next stays as it is
		return n, false
	}
	short := n
	switch g.by {
	case Mean, Median:
		short = roundedTo(n, max(mostDecimals(values), digitsAfter(n, 3)))
	case Share:
		short = roundedTo(n, max(1, digitsAfter(n, 2)))
	}
	return short, short == n && a.Data.counted(rows, g.value)
}

// counted reports whether figures are whole numbers that were counted and not rounded or estimated.
func (d *Dataset) counted(rows []Row, field string) bool {
	f := d.fieldsOf(View{})
	value, written, low, high := d.place(field), d.place(f.written), d.place(f.low), d.place(f.high)
	for i := range rows {
		r := &rows[i]
		n := r.number(value)
		other := func(place int) bool { m := r.number(place); return !math.IsNaN(m) && m != n }
		if r.Kind != KindCount && r.Kind != "" || r.Status == StatusDerived && !r.exact || n != math.Trunc(n) || r.rawAt(written) != "" || other(low) || other(high) {
			return false
		}
	}
	return true
}

// digitsAfter is how many decimals a number needs to have so many digits that say something, none below zero.
func digitsAfter(n float64, digits int) int {
	size := math.Abs(n)
	if size == 0 || math.IsInf(size, 0) || math.IsNaN(size) {
		return 0
	}
	return max(0, digits-1-int(math.Floor(math.Log10(size))))
}

// mostDecimals is how many decimals the one of values has that has most.
func mostDecimals(values []float64) int {
	most := 0
	for _, v := range values {
		_, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
		most = max(most, len(decimals))
	}
	return most
}

// roundedTo rounds to so many decimals, halves up.
func roundedTo(n float64, decimals int) float64 {
	const most = 12
	if size := math.Abs(n); decimals > most || size > 1e12 {
		return n
	}
	scale := math.Pow10(decimals)
	return tidy(math.Round(n*scale) / scale)
}
