package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// pair finds two fields of different numbers in the same rows: the figure of the view and another, or where the figure is a
// share two counts.
func (k figures) pair() (x, y string) {
	fields := k.amounts()
	best := 0
	for _, fx := range fields {
		for _, fy := range fields {
			score := 1
			if fy.Name == k.view.Y {
				score += 2
			}
			if percentUnit(fx) == percentUnit(fy) {
				score += 2
			}
			if k.shares && !percentUnit(fx) && !percentUnit(fy) {
				score++
			}
			if score > best && fx.Name != fy.Name && k.related(fx.Name, fy.Name) {
				best, x, y = score, fx.Name, fy.Name
			}
		}
	}
	return x, y
}

// amounts are the fields of numbers that say something of their rows: no keys, no places in a list, no ends of ranges, and not
// how many months a figure is of.
func (k figures) amounts() []datapackage.Field {
	var out []datapackage.Field
	for _, f := range k.answer.Data.Fields {
		told := slices.Contains([]string{"id", "hidden", "months", "low", "high"}, f.Role) || f.Name == "months"
		if f.Numeric() && !told && !k.numbered(f.Name) {
			out = append(out, f)
		}
	}
	return out
}

// numbered reports whether a field counts rows, each number from 1 on once or more.
func (k figures) numbered(field string) bool {
	seen := map[float64]bool{}
	most := 0.0
	for _, r := range k.rows {
		n := r.Number(field)
		if math.IsNaN(n) {
			continue
		}
		if n != math.Trunc(n) || n < 1 {
			return false
		}
		seen[n], most = true, max(most, n)
	}
	return len(seen) > 1 && most == float64(len(seen))
}

// fewestPoints is how many points two axes need to show anything, at one place fewer along each.
const fewestPoints = 5

// related reports whether enough rows have two numbers that are not the one made of the other: in the same proportion in
// half of the rows or more.
func (k figures) related(x, y string) bool {
	var ratios []float64
	xs, ys := map[float64]bool{}, map[float64]bool{}
	for _, r := range k.paired(x, y) {
		a, b := r.Number(x), r.Number(y)
		xs[a], ys[b] = true, true
		if a != 0 {
			ratios = append(ratios, b/a)
		}
	}
	if len(ratios) < fewestPoints || len(xs) < fewestPoints-1 || len(ys) < fewestPoints-1 {
		return false
	}
	slices.Sort(ratios)
	const sameRatio = 0.003
	for i := range ratios { // the longest run of ratios that are alike
		if j := i + (len(ratios)-1)/2; j > i && j < len(ratios) && ratios[j]-ratios[i] <= sameRatio*math.Abs(ratios[j]) {
			return false
		}
	}
	return true
}

// paired are the rows that have both numbers.
func (k figures) paired(x, y string) []dataset.Row {
	var out []dataset.Row
	for _, r := range k.rows {
		if hasFigure(r.Number(x)) && hasFigure(r.Number(y)) {
			out = append(out, r)
		}
	}
	return out
}

func percentUnit(f datapackage.Field) bool {
	unit := f.Unit.In(words.English)
	return strings.HasPrefix(unit, "%") || strings.HasPrefix(unit, "percent") || strings.HasPrefix(unit, "per cent")
}
