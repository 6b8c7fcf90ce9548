package chart

import (
	"cmp"
	"math"
	"slices"
)

// clusters are the marks of the grouped form: clusters in a row, and in each a place for every series, so that a series
// stands at the same place in all of them.
type clusters struct {
	slots  []slot  // marks in the order of their places
	places [][]int // of the marks of each slot
	series []int   // what stands at each place; a place more than that holds what has been said twice
	crowd  int     // places of a cluster
}

// clustersOf sorts marks by years where all have one that can be drawn in a row, gaps kept, else by their labels as these
// first come.
func clustersOf(spec Spec) clusters {
	var cl clusters
	at := cl.slotted(spec)
	for i, m := range spec.Marks {
		s := &cl.slots[at(m)]
		s.marks, s.strong = append(s.marks, i), s.strong || m.Emphasis
		if s.sub == "" {
			s.sub = m.Sub
		}
		if math.IsNaN(s.year) || m.Label != "" && len(s.marks) == 1 {
			s.label = m.Label
		}
		if !slices.Contains(cl.series, m.Series) {
			cl.series = append(cl.series, m.Series)
		}
	}
	slices.Sort(cl.series)
	cl.crowd = max(len(cl.series), 1)
	cl.places = make([][]int, len(cl.slots))
	for i, s := range cl.slots {
		slices.SortStableFunc(s.marks, func(a, b int) int { return cmp.Compare(spec.Marks[a].Series, spec.Marks[b].Series) })
		twice := false
		for k, mark := range s.marks {
			place := slices.Index(cl.series, spec.Marks[mark].Series)
			twice = twice || k > 0 && place == cl.places[i][k-1]
			cl.places[i] = append(cl.places[i], place)
		}
		if twice {
			for k := range s.marks {
				cl.places[i][k] = k
			}
			cl.crowd = max(cl.crowd, len(s.marks))
		}
	}
	return cl
}

// slotted makes the slots and returns which one a mark stands in.
func (cl *clusters) slotted(spec Spec) func(Mark) int {
	points := slices.Clone(spec.Marks)
	for i := range points {
		points[i].XTo = math.NaN() // of a mean over years only the first is a place
	}
	years := Spec{Marks: points}
	if lo, hi, _ := yearSpan(points); barsInYears(years) && hi-lo+1 <= emptiest*float64(yearsWith(points)) {
		for y := lo; y <= hi; y++ {
			cl.slots = append(cl.slots, slot{year: y, label: yearText(y)})
		}
		return func(m Mark) int { return int(m.X - lo) }
	}
	byName := map[string]int{}
	for _, m := range spec.Marks {
		if _, ok := byName[m.Label]; !ok {
			byName[m.Label] = len(cl.slots)
			cl.slots = append(cl.slots, slot{year: math.NaN()})
		}
	}
	return func(m Mark) int { return byName[m.Label] }
}

// emptiest is how many years a row of years may have for each that has a figure; years further apart stand like names.
const emptiest = 2

// yearsWith counts the years that marks stand in.
func yearsWith(marks []Mark) int {
	seen := map[float64]bool{}
	for _, m := range marks {
		seen[m.X] = true
	}
	return len(seen)
}

// reach is the first and the last cluster that has a mark at a place.
func (cl clusters) reach(place int) (first, last int) {
	first, last = 0, -1
	for i, places := range cl.places {
		if slices.Contains(places, place) {
			if last < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// inYears reports whether clusters are years.
func (cl clusters) inYears() bool { return len(cl.slots) > 0 && !math.IsNaN(cl.slots[0].year) }

// clusterShare is the part of a slot that its bars take.
const clusterShare = 0.84

// lieDown reports whether clusters stand below each other: names would be cut under them, or figures have no room on their
// bars. Years stand in a row all the same, since time runs from left to right.
func (c *canvas) lieDown(spec Spec, cl clusters, width float64) bool {
	if cl.inYears() {
		return false
	}
	if c.namesTooLong(spec, cl.slots, width) {
		return true
	}
	pitch := (width - c.axisWidth(spec)) / float64(len(cl.slots)*cl.crowd) * clusterShare
	return c.widestFigure(spec)*smallestFigure(c)+valueGap > pitch
}

// smallestFigure is the part of their size to which the figures on bars may shrink: large text gives way first.
func smallestFigure(c *canvas) float64 { return (7 + 4*c.k) / c.as.value.size }

// widestFigure is how wide the figures on bars are at most.
func (c *canvas) widestFigure(spec Spec) float64 {
	w := 0.0
	for _, m := range spec.Marks {
		if hasFigure(m.Value) {
			w = max(w, c.width(c.as.value, figureText(spec, m))+c.lettersWidth(m.Letters)/2)
		}
	}
	return w
}

// leastGrouped is the height of the rows, or a plot in which some grid lines stand apart, with the names of series over it.
func leastGrouped(c *canvas, spec Spec, width float64) float64 {
	cl := clustersOf(spec)
	over := c.seriesLegend(spec, cl, width, false).height
	if c.lieDown(spec, cl, width) {
		return over + newClusterRows(c, spec, cl, width).least()
	}
	_, names := c.names(cl.slots, c.inner.X+c.axisWidth(spec), c.inner.Right())
	return over + 180*c.k + names + 2*c.as.value.lead + 6*c.k
}

func layGrouped(c *canvas, spec Spec, area Rect) {
	cl := clustersOf(spec)
	lying := c.lieDown(spec, cl, area.W)
	over := c.seriesLegend(spec, cl, area.W, lying)
	over.lay(area.X, area.Y)
	area.Y, area.H = area.Y+over.height, area.H-over.height
	if lying {
		newClusterRows(c, spec, cl, area.W).lay(area)
		return
	}
	layClusters(c, spec, cl, area)
}

// seriesLegend names the series over the plot, each beside its colour and pattern as bars that lie or stand have it.
func (c *canvas) seriesLegend(spec Spec, cl clusters, width float64, lying bool) block {
	var keys []key
	for _, i := range cl.series {
		if i >= 0 && i < len(spec.Series) && spec.Series[i].Title != "" {
			fill := c.groupFill(spec, i)
			keys = append(keys, key{func(c *canvas, r Rect) { c.groupBar(r, Mark{}, fill, lying) }, spec.Series[i].Title})
		}
	}
	if len(keys) < 2 {
		return block{0, func(float64, float64) {}}
	}
	b := c.legend(keys, width)
	return block{b.height + gapNotes*c.k, b.lay}
}
