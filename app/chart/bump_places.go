package chart

import (
	"cmp"
	"math"
	"slices"

	"doublefix/app/words"
)

// bumpPlace is the place of a mark among those of its column.
type bumpPlace struct {
	place int // 1 is first; marks with the same figure share a place, and the next place is as much further down
	slot  int // where it is drawn, from 1 down: those that share a place stand below each other
	of    int // how many have a place in the column
	tied  bool
}

// bumpPlaces are the places of all marks that have a figure and a point in time, by mark. The highest figure is first, or where
// the figures of the spec are places themselves, the lowest.
func bumpPlaces(spec Spec) map[int]bumpPlace {
	byColumn := map[float64][]int{}
	for i, m := range spec.Marks {
		if isDated(m) && hasFigure(lineValue(spec, m)) {
			byColumn[m.X] = append(byColumn[m.X], i)
		}
	}
	out := map[int]bumpPlace{}
	value := func(mark int) float64 { return lineValue(spec, spec.Marks[mark]) }
	for _, marks := range byColumn {
		slices.SortStableFunc(marks, func(a, b int) int {
			order := cmp.Compare(value(b), value(a))
			if spec.Places {
				order = -order
			}
			return cmp.Or(order, cmp.Compare(spec.Marks[a].Series, spec.Marks[b].Series))
		})
		for k, mark := range marks {
			p := bumpPlace{place: k + 1, slot: k + 1, of: len(marks)}
			if k > 0 && value(mark) == value(marks[k-1]) {
				p.place, p.tied = out[marks[k-1]].place, true
				before := out[marks[k-1]]
				before.tied = true
				out[marks[k-1]] = before
			}
			out[mark] = p
		}
	}
	return out
}

// unevenPlaces reports whether some columns have fewer places than others.
func unevenPlaces(places map[int]bumpPlace) bool {
	least, most := math.MaxInt, 0
	for _, p := range places {
		least, most = min(least, p.of), max(most, p.of)
	}
	return least < most
}

// speakPlaces adds the place of every mark to what is said of it.
func speakPlaces(spec *Spec) {
	for i, p := range bumpPlaces(*spec) {
		key := "chart.bump.spoken"
		if p.tied {
			key = "chart.bump.spoken.tied"
		}
		m := &spec.Marks[i]
		m.Spoken += " " + spec.Tr.T(key, words.Args{"Place": p.place, "Count": p.of})
	}
}

// ranked is spec with places instead of figures, for a card: the last mark of every series has its name behind its place.
func (c *canvas) ranked(spec Spec) Spec {
	places := bumpPlaces(spec)
	spec.Marks = slices.Clone(spec.Marks)
	last, end := map[int]int{}, math.Inf(-1)
	for i, m := range spec.Marks {
		if _, ok := places[i]; ok {
			end = max(end, m.X)
			if at, had := last[m.Series]; !had || spec.Marks[at].X <= m.X {
				last[m.Series] = i
			}
		}
	}
	for i := range spec.Marks {
		m, p := &spec.Marks[i], places[i]
		m.Low, m.High, m.Written = math.NaN(), math.NaN(), spec.Tr.Int(p.place)
		m.Value = float64(p.slot)
		if p.slot == 0 {
			m.Value, m.Written = math.NaN(), ""
		}
		switch title := spec.seriesTitle(*m); {
		case title == "" || last[m.Series] != i || p.slot == 0:
		case m.X < end:
			m.Written = "\u00a0" // behind its point stand the lines that go on
		default:
			m.Written = c.shorten(m.Written+" "+title, c.as.value, c.inner.W/2-smallAir-smallDot)
		}
	}
	spec.Places, spec.Log, spec.Percent = true, false, false
	return spec
}
