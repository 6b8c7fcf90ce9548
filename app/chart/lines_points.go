package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// farthestYear bounds the x axis of lines; a figure beyond it has no place there.
const farthestYear = 1e6

// linePoint is a figure of a series; y is NaN where the table says that there is none.
type linePoint struct {
	mark int // index into Spec.Marks
	x, y float64
}

// lineSeries is a series with its points from left to right.
type lineSeries struct {
	Series
	points []linePoint
	means  []int // marks that are means over a span: drawn as a level, not joined to the line
}

// seriesOf sorts the marks of a spec into series. Marks that name a series the spec does not have form one of their own
// without a title, and series without any figure are left out.
func seriesOf(spec Spec) []lineSeries {
	byIndex := map[int]*lineSeries{}
	for i, m := range spec.Marks {
		if !(math.Abs(m.X) <= farthestYear) {
			continue
		}
		s := byIndex[m.Series]
		if s == nil {
			s = &lineSeries{}
			if m.Series >= 0 && m.Series < len(spec.Series) {
				s.Series = spec.Series[m.Series]
			}
			byIndex[m.Series] = s
		}
		y := lineValue(spec, m)
		if m.Band() && m.XTo <= farthestYear && hasFigure(y) {
			s.means = append(s.means, i)
		} else {
			s.points = append(s.points, linePoint{i, m.X, y})
		}
	}
	var out []lineSeries
	for _, index := range sortedKeys(byIndex) {
		s := byIndex[index]
		slices.SortStableFunc(s.points, func(a, b linePoint) int { return cmp.Compare(a.x, b.x) })
		if len(s.means) > 0 || slices.ContainsFunc(s.points, func(p linePoint) bool { return hasFigure(p.y) }) {
			out = append(out, *s)
		}
	}
	return out
}

// lineValue is where the line passes at m: its value, or the middle of its range. What has no place on a logarithmic axis is
// no figure.
func lineValue(spec Spec, m Mark) float64 {
	y := math.NaN()
	switch {
	case hasFigure(m.Value):
		y = m.Value
	case hasFigure(m.Low) && hasFigure(m.High):
		y = (m.Low + m.High) / 2
	}
	if spec.Log && !onLog(y) {
		return math.NaN()
	}
	return y
}

func sortedKeys[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// figures returns the points that have a figure.
func (s lineSeries) figures() []linePoint {
	return slices.DeleteFunc(slices.Clone(s.points), func(p linePoint) bool { return !hasFigure(p.y) })
}

// runs splits the points where a line must break: at a missing figure, and where more than one step of the axis lies
// between two figures.
func (s lineSeries) runs(step float64) [][]linePoint {
	var out [][]linePoint
	var run []linePoint
	flush := func() {
		if len(run) > 0 {
			out = append(out, run)
		}
		run = nil
	}
	for _, p := range s.points {
		if !hasFigure(p.y) {
			flush()
			continue
		}
		if n := len(run); n > 0 && p.x-run[n-1].x > step*1.5 {
			flush()
		}
		run = append(run, p)
	}
	flush()
	return out
}

// lineStep is the distance of neighbouring places on the x axis: the smallest there is between two marks of any series, so
// that a census every ten years has no gaps and a year left out of yearly counts is one.
func lineStep(all []lineSeries) float64 {
	var xs []float64
	for _, s := range all {
		for _, p := range s.points {
			xs = append(xs, p.x)
		}
	}
	slices.Sort(xs)
	step := math.Inf(1)
	for i := 1; i < len(xs); i++ {
		if d := xs[i] - xs[i-1]; d > 1e-9 {
			step = min(step, d)
		}
	}
	return step
}

// toldPoints returns the indices into points whose values are written on the chart, most important first: the ones the
// spec stresses, the highest, the lowest, the first. The last value stands at the end of the line.
func toldPoints(spec Spec, points []linePoint) []int {
	if len(points) == 0 {
		return nil
	}
	var told []int
	add := func(i int) {
		if i < len(points)-1 && !slices.Contains(told, i) {
			told = append(told, i)
		}
	}
	top, bottom := 0, 0
	for i, p := range points {
		if spec.Marks[p.mark].Emphasis {
			add(i)
		}
		if p.y > points[top].y {
			top = i
		}
		if p.y < points[bottom].y {
			bottom = i
		}
	}
	add(top)
	add(bottom)
	add(0)
	return told
}

// yearTicks returns the whole numbers to label between lo and hi: all, or every 2nd, 5th, 10th … as soon as fits says that
// these have room. Where no step fits only the first stands, and within one year that year does.
func yearTicks(lo, hi float64, fits func(ticks []float64) bool) []float64 {
	first, last := math.Ceil(lo-1e-9), math.Floor(hi+1e-9)
	if first > last {
		return []float64{lo}
	}
	for decade := 1.0; decade <= farthestYear; decade *= 10 {
		for _, n := range []float64{1, 2, 5} {
			step := n * decade
			if (last-first)/step > 400 {
				continue
			}
			var ticks []float64
			for v := math.Ceil(first/step) * step; v <= last; v += step {
				ticks = append(ticks, v)
			}
			if len(ticks) > 0 && fits(ticks) {
				return ticks
			}
		}
	}
	return []float64{first}
}

// yearText writes the year that v lies in: without a comma.
func yearText(v float64) string { return strconv.FormatFloat(math.Floor(v+1e-9), 'f', 0, 64) }
