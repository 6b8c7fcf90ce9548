package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// overTime says how each series went from its first whole year to its last.
func (h *headliner) overTime(marks []Mark) bool {
	if len(marks) == 0 || slices.ContainsFunc(marks, func(m Mark) bool { return !isYear(m.X) }) {
		return false
	}
	told, left := 0, []Mark{}
	for i := range max(len(h.spec.Series), 1) {
		mine := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Series != i && len(h.spec.Series) > 0 })
		course := course(mine)
		switch {
		case len(mine) == 0:
		case len(course) < 2 || told == mostTold:
			left = append(left, mine[0])
		default:
			told++
			h.change(course, mine)
		}
	}
	if told == 0 {
		return false
	}
	if len(left) > 0 {
		h.sentences = append(h.sentences, h.tr.N("chart.headline.more", len(left)))
		h.number(h.tr.Int(len(left)), float64(len(left)), Counted, left...)
	}
	return true
}

// course are the figures of a series that compare over time: of whole years, one a year, most of those that count the same.
func course(marks []Mark) []Mark {
	years := map[float64]int{}
	for _, m := range marks {
		years[math.Floor(m.X)]++
	}
	var best []Mark
	for _, like := range marks {
		mine := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
			return m.Status == Partial || years[math.Floor(m.X)] > 1 || !alike(m, like)
		})
		if len(mine) > len(best) {
			best = mine
		}
		if 2*len(best) >= len(marks) {
			break
		}
	}
	slices.SortStableFunc(best, func(a, b Mark) int { return cmp.Compare(a.X, b.X) })
	return best
}

// change says how a series, of all these figures, went from its first comparable one to its last, which was highest and lowest where
// that is neither, and in how many years there is none.
func (h *headliner) change(marks, all []Mark) {
	first, last := marks[0], marks[len(marks)-1]
	series := h.spec.seriesTitle(last)
	if last.Sub != "" {
		series = strings.TrimPrefix(series+", "+last.Sub, ", ")
	}
	args := words.Args{"First": h.valued(first), "FirstName": yearOf(first), "Last": h.bare(last), "LastName": yearOf(last), "Series": series}
	key := "chart.headline.change"
	switch change := h.grown(first, last); {
	case middle(first) == middle(last) && exact(h.spec, first) && exact(h.spec, last):
		key = "chart.headline.same"
	case change == "":
		key = "chart.headline.from_to"
	default:
		args["Change"] = change
	}
	if len(h.spec.Series) > 1 || last.Sub != "" {
		key += ".series"
	}
	h.say(key, args)
	h.peaks(marks, all)
	if gap := h.without(first, last); gap > 0 && len(h.spec.Series) < 2 {
		h.sentences = append(h.sentences, h.tr.N("chart.headline.gap", gap))
		h.number(h.tr.Int(gap), float64(gap), Missing, first, last)
	}
}

// peaks says which figures of a series are higher or lower than both of its ends. Nothing is called the highest where one that does not
// compare, a part of a year even, is higher still; a part of a year that is lower says nothing.
func (h *headliner) peaks(marks, all []Mark) {
	first, last := middle(marks[0]), middle(marks[len(marks)-1])
	high, low := slices.MinFunc(marks, byMost), slices.MinFunc(marks, byValue)
	args := words.Args{}
	higher := func(m Mark) bool { return middle(m) > middle(high) }
	lower := func(m Mark) bool { return middle(m) < middle(low) && m.Status != Partial }
	if middle(high) > max(first, last) && !slices.ContainsFunc(all, higher) {
		args["High"], args["HighName"] = h.bare(high), h.yearsOf(h.tied(marks, high))
	}
	if middle(low) < min(first, last) && !slices.ContainsFunc(all, lower) {
		args["Low"], args["LowName"] = h.bare(low), h.yearsOf(h.tied(marks, low))
	}
	switch {
	case len(args) == 4:
		h.say("chart.headline.peaks", args)
	case args["High"] != nil:
		h.say("chart.headline.peak", args)
	case args["Low"] != nil:
		h.say("chart.headline.trough", args)
	}
}

// yearsOf names the first years of marks.
func (h *headliner) yearsOf(marks []Mark) string {
	var years []string
	for _, m := range marks[:min(len(marks), mostTied)] {
		years = append(years, yearOf(m))
	}
	return h.tr.List(years)
}

// without counts the years between two marks that have no figure of their own.
func (h *headliner) without(first, last Mark) int {
	gap := 0
	for year := math.Floor(first.X) + 1; year < math.Floor(last.X); year++ {
		if !slices.ContainsFunc(h.spec.Marks, func(m Mark) bool { return math.Floor(m.X) == year && !m.Band() }) {
			gap++
		}
	}
	return gap
}

// fewest is the count from which on its change is told in percent; of two and three, percent would say too much.
const fewest = 10

// grown says how much more or less the later of two figures is: in points for shares, so many times, or in percent. "" where it
// cannot be said.
func (h *headliner) grown(first, last Mark) string {
	a, b := first.Value, last.Value
	switch {
	case math.IsNaN(a) || math.IsNaN(b) || a == b || !exact(h.spec, first) || !exact(h.spec, last):
		return ""
	case h.isShare(last):
		d := rounded(b-a, 1)
		return h.moreOrLess("points", h.tr.Auto(math.Abs(d)), d, Difference, last, first)
	case a <= 0 || b < 0 || a < fewest && a == math.Trunc(a) && b == math.Trunc(b):
		return ""
	case b/a >= 2:
		r := rounded(b/a, 1)
		return h.tr.T("chart.headline.times", words.Args{"Ratio": h.number(computed(h.tr.Auto(r)), r, Ratio, last, first)})
	}
	g := rounded((b/a-1)*100, 1)
	if math.Abs(g) >= 10 {
		g = rounded((b/a-1)*100, 0)
	}
	return h.moreOrLess("percent", h.tr.Percent(math.Abs(g)), g, Growth, last, first)
}

// computed marks a number that no source gives, as on a chart.
func computed(text string) string { return dataset.Derived(text) }

// exact reports whether a figure is written as a number, about or not, rather than as a bound in words.
func exact(spec Spec, m Mark) bool {
	text := strings.TrimLeft(figureText(spec, m), "≈−")
	return text != "" && text[0] >= '0' && text[0] <= '9' && !strings.Contains(text, "–")
}

func (h *headliner) moreOrLess(what, amount string, change float64, how How, marks ...Mark) string {
	key := "chart.headline." + what + ".more"
	switch {
	case change == 0:
		return "" // less than can be written
	case change < 0:
		key = "chart.headline." + what + ".less"
	}
	return h.tr.T(key, words.Args{"Amount": h.number(computed(amount), change, how, marks...)})
}

// yearOf is the year of a mark as it stands on the axis.
func yearOf(m Mark) string {
	if m.Label != "" {
		return m.Label
	}
	return strconv.Itoa(int(math.Floor(m.X)))
}
