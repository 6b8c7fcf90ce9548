package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/words"
)

// mostTold is how many series a headline tells one by one.
const mostTold = 2

// overTime says how each series went from its first whole year to its last.
func (h *headliner) overTime(marks []Mark) {
	told, left := 0, 0
	for i := range max(len(h.spec.Series), 1) {
		var mine []Mark
		for _, m := range marks {
			if (m.Series == i || len(h.spec.Series) == 0) && m.Status != Partial {
				mine = append(mine, m)
			}
		}
		slices.SortStableFunc(mine, func(a, b Mark) int { return cmp.Compare(a.X, b.X) })
		switch {
		case len(mine) < 2:
		case told == mostTold:
			left++
		default:
			told++
			h.change(mine)
		}
	}
	if told == 0 {
		h.highest(marks)
		return
	}
	if left > 0 {
		h.sentences = append(h.sentences, h.tr.N("chart.headline.more", left))
	}
}

// change says how a series went from its first figure to its last, which was highest where that is neither, and in how many years
// there is none.
func (h *headliner) change(marks []Mark) {
	first, last := marks[0], marks[len(marks)-1]
	if title := h.spec.seriesTitle(last); title != "" && len(h.spec.Series) > 1 {
		h.within = title
	}
	args := words.Args{
		"First": h.valued(first), "FirstName": yearOf(first), "Last": h.number(h.about(figureText(h.spec, last)), middle(last), Figure, last), "LastName": yearOf(last),
		"Series": h.spec.seriesTitle(last), "Change": "",
	}
	key := "chart.headline.change"
	switch change := h.grown(first, last); {
	case middle(first) == middle(last):
		key = "chart.headline.same"
	case change == "":
		key = "chart.headline.from_to"
	default:
		args["Change"] = change
	}
	if len(h.spec.Series) > 1 {
		key += ".series"
	}
	h.say(key, args)
	peak := slices.MaxFunc(marks, func(a, b Mark) int { return cmp.Compare(middle(a), middle(b)) })
	if len(h.spec.Series) < 2 && middle(peak) > max(middle(first), middle(last)) {
		h.say("chart.headline.peak", words.Args{"Figure": h.number(h.about(figureText(h.spec, peak)), middle(peak), Figure, peak), "Name": yearOf(peak)})
	}
	if gap := h.without(first, last); gap > 0 && len(h.spec.Series) < 2 {
		h.sentences = append(h.sentences, h.tr.N("chart.headline.gap", gap))
	}
}

// without counts the years between two marks that have no figure: none of their own, and none that is a mean over them.
func (h *headliner) without(first, last Mark) int {
	gap := 0
	for year := math.Floor(first.X) + 1; year < math.Floor(last.X); year++ {
		if !slices.ContainsFunc(h.spec.Marks, func(m Mark) bool { return math.Floor(m.X) == year || m.Band() && m.X <= year && year <= m.XTo }) {
			gap++
		}
	}
	return gap
}

// grown says how much more or less the later of two figures is: in points for shares, so many times, or in percent. "" where it
// cannot be said.
func (h *headliner) grown(first, last Mark) string {
	a, b := first.Value, last.Value
	switch {
	case math.IsNaN(a) || math.IsNaN(b) || a == b || !exact(h.spec, first) || !exact(h.spec, last):
		return ""
	case h.isShare(last):
		d := rounded(b-a, 1)
		return h.moreOrLess("points", h.number(h.tr.Auto(math.Abs(d)), d, Difference, last, first), d)
	case a <= 0:
		return ""
	case b/a >= 2:
		r := rounded(b/a, 1)
		return h.tr.T("chart.headline.times", words.Args{"Ratio": h.number(h.tr.Auto(r), r, Ratio, last, first)})
	}
	g := rounded((b/a-1)*100, 1)
	if math.Abs(g) >= 10 {
		g = rounded((b/a-1)*100, 0)
	}
	return h.moreOrLess("percent", h.number(h.tr.Percent(math.Abs(g)), g, Growth, last, first), g)
}

// exact reports whether a figure is written as a number, about or not, rather than as a bound in words.
func exact(spec Spec, m Mark) bool {
	text := strings.TrimLeft(figureText(spec, m), "≈−")
	return text != "" && text[0] >= '0' && text[0] <= '9' && !strings.Contains(text, "–")
}

func (h *headliner) moreOrLess(what, amount string, change float64) string {
	if change < 0 {
		return h.tr.T("chart.headline."+what+".less", words.Args{"Amount": amount})
	}
	return h.tr.T("chart.headline."+what+".more", words.Args{"Amount": amount})
}

// isShare reports whether a figure is in percent.
func (h *headliner) isShare(m Mark) bool {
	s := h.spec.Series
	return h.spec.Percent || m.Series >= 0 && m.Series < len(s) && s[m.Series].Percent
}

// yearOf is the year of a mark as it stands on the axis.
func yearOf(m Mark) string {
	if m.Label != "" {
		return m.Label
	}
	return strconv.Itoa(int(math.Floor(m.X)))
}

// rounded rounds to so many decimals.
func rounded(v float64, decimals int) float64 {
	k := math.Pow10(decimals)
	return math.Round(v*k) / k
}

// happened says how many events there are, from when to when, and which year has most.
func (h *headliner) happened() {
	years := map[int][]Mark{}
	var all []Mark
	for _, m := range h.spec.Marks {
		if isDated(m) {
			year := int(math.Floor(m.X))
			years[year], all = append(years[year], m), append(all, m)
		}
	}
	if len(all) == 0 {
		h.rowCount()
		return
	}
	first, last, most := 0, 0, 0
	for year, list := range years {
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
		if n := len(list); most == 0 || n > len(years[most]) || n == len(years[most]) && year > most {
			most = year
		}
	}
	args := words.Args{"First": first, "Last": last, "Most": most}
	h.number(h.tr.Int(len(all)), float64(len(all)), Counted, all...)
	if n := len(years[most]); n > 1 && len(years) > 1 {
		args["Top"] = h.number(h.tr.Int(n), float64(n), Counted, years[most]...)
		h.sentences = append(h.sentences, h.tr.N("chart.headline.events.most", len(all), args))
		return
	}
	h.sentences = append(h.sentences, h.tr.N("chart.headline.events", len(all), args))
}
