package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// Told is a sentence or two that are made of the figures of a chart, with all their numbers.
type Told struct {
	Text    string
	Numbers []Number // in the order of the text
}

// Number is a number of a sentence: as it stands there, what it is, and how it was made of which marks.
type Number struct {
	Text  string
	Value float64
	Marks []string // ids of marks; see How
	How   How
}

// How says how a number was made of marks.
type How string

// The ways in which numbers of sentences are made.
const (
	Figure     How = "figure"     // the value of the mark, or the middle of the range that is told
	Difference How = "difference" // the value of the first mark less that of the second
	Growth     How = "growth"     // the same in percent of the second
	Ratio      How = "ratio"      // the first divided by the second
	ShareOf    How = "share"      // the first in percent of the sum of all others
	Total      How = "total"      // the sum of the values
	Counted    How = "count"      // how many marks there are
	Missing    How = "missing"    // how many years between the first and the second mark have no figure
	Across     How = "across"     // the place of the mark from left to right
	Against    How = "against"    // the count for the rival of the mark
)

// Headline says what stands out in a chart: a change over time, what is highest and lowest, how far claims lie apart, what is left of
// the whole. Part-years and means over a span are not compared with whole years, nor figures of another kind or base with each
// other. It is made of the marks alone, says no cause, and the same chart always gives the same words.
func Headline(spec Spec) Told {
	h := &headliner{teller: teller{spec: spec, tr: spec.Tr, told: map[string]bool{}, named: map[string]int{}}}
	for _, m := range spec.Marks {
		h.named[called(m)]++
	}
	h.choose()
	return Told{h.text(), h.numbers}
}

// headliner collects the sentences of a headline and their numbers.
type headliner struct {
	teller
	numbers []Number
}

// story tells something of marks with a figure, and reports whether there was anything to tell.
type story func(marks []Mark) bool

// choose tells the first story of the form that there is.
func (h *headliner) choose() {
	if len(h.spec.Marks) == 0 {
		h.say("chart.headline.none", nil)
		return
	}
	marks := withNumber(h.spec.Marks)
	for _, tell := range append(h.stories(), h.rowCount) {
		if tell(marks) {
			break
		}
	}
	h.credit()
}

// stories are what a form may have to tell, what it is made to compare first.
func (h *headliner) stories() []story {
	if h.spec.Counts {
		return []story{h.only, h.tallied}
	}
	switch h.spec.Form {
	case Timeline, Calendar:
		return []story{h.happened}
	case Table:
		return []story{h.spread}
	case Claims, Ranges:
		return []story{h.only, h.shares, h.dispute}
	case Funnel:
		return []story{h.only, h.left, h.highest}
	case Histogram:
		return []story{h.densest}
	case Scatter:
		return []story{h.only, h.across}
	case Flow:
		return []story{h.only, h.broadest, h.highest}
	case HeadToHead:
		return []story{h.widest}
	case Stacked:
		return []story{h.only, h.parts, h.highest}
	case Bump:
		return []story{h.only, h.places, h.overTime, h.highest}
	case BarsHorizontal, Dumbbell:
		return []story{h.only, h.inGroups, h.highest}
	}
	return []story{h.only, h.overTime, h.inGroups, h.highest}
}

// credit says who the figures are of, where they were not told with their names.
func (h *headliner) credit() {
	figures := slices.ContainsFunc(h.numbers, func(n Number) bool { return n.How != Counted && n.How != Missing })
	if figures && !h.spec.Counts && h.spec.Who != "" && !slices.ContainsFunc(h.spec.Marks, func(m Mark) bool { return m.Who != "" }) {
		h.say("alt.source", words.Args{"Source": strings.TrimSuffix(h.spec.Who, ".")})
	}
}

// number keeps a number that is told, and returns its text.
func (h *headliner) number(text string, value float64, how How, marks ...Mark) string {
	n := Number{Text: text, Value: value, How: how}
	for _, m := range marks {
		n.Marks = append(n.Marks, m.ID)
	}
	h.numbers = append(h.numbers, n)
	return text
}

// counted says how many marks there are, and that they are those of whole periods where others were left out.
func (h *headliner) counted(marks []Mark, whole bool) string {
	key := "chart.headline.count"
	if whole {
		key = "chart.headline.count.whole"
	}
	h.number(h.tr.Int(len(marks)), float64(len(marks)), Counted, marks...)
	return h.tr.N(key, len(marks))
}

// bare is the figure of a mark without its unit; one that may still change says so.
func (h *headliner) bare(m Mark) string {
	text := h.number(h.about(figureText(h.spec, m)), middle(m), Figure, m)
	if m.Status == Provisional {
		return h.tr.T("chart.headline.provisional", words.Args{"Figure": text})
	}
	return text
}

// valued is the figure of a mark with its unit.
func (h *headliner) valued(m Mark) string {
	text := h.number(h.about(figureText(h.spec, m)), middle(m), Figure, m)
	if unit := h.unitOf(m); unit != "" && strings.ContainsAny(text[max(len(text)-1, 0):], "0123456789") {
		text = h.tr.T("chart.headline.unit", words.Args{"Figure": text, "Unit": unit})
	}
	if m.Status == Provisional {
		return h.tr.T("chart.headline.provisional", words.Args{"Figure": text})
	}
	return text
}

// unitOf is what a figure counts; "" for a share, and of one where its word is not known.
func (h *headliner) unitOf(m Mark) string {
	switch s := h.spec.Series; {
	case h.spec.Percent:
		return ""
	case m.Unit != "":
		return m.Unit
	case m.Series >= 0 && m.Series < len(s) && s[m.Series].Percent:
		return ""
	case m.Series >= 0 && m.Series < len(s) && s[m.Series].Unit != "":
		return s[m.Series].Unit
	}
	if m.Value == 1 {
		return h.spec.UnitOne // "1 rows" is worse than 1
	}
	return h.spec.Unit
}

// isShare reports whether a figure is in percent.
func (h *headliner) isShare(m Mark) bool {
	s := h.spec.Series
	return h.spec.Percent || m.Series >= 0 && m.Series < len(s) && s[m.Series].Percent
}

// whose is the name of a mark: with its series where there are several, and with its year where others are called the same.
func (h *headliner) whose(m Mark) string {
	name := h.name(m)
	if year := yearText(m.X); h.named[called(m)] > 1 && isYear(m.X) && !strings.Contains(name, year) {
		name = strings.TrimPrefix(name+", "+year, ", ")
	}
	if title := h.spec.seriesTitle(m); len(h.spec.Series) > 1 && title != "" && !inRows(h.spec.Form) {
		return h.tr.T("chart.headline.of", words.Args{"Series": title, "Name": name})
	}
	return name
}

// isYear reports whether a place on an axis can be a year.
func isYear(x float64) bool { return x >= 1000 && x < 3000 }

// rounded rounds to so many decimals.
func rounded(v float64, decimals int) float64 {
	k := math.Pow10(decimals)
	return math.Round(v*k) / k
}
