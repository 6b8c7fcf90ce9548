package chart

import (
	"math"
	"slices"

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
	Figure     How = "figure"     // the value of the mark, or the end of its range that is told
	Difference How = "difference" // the value of the first mark less that of the second
	Growth     How = "growth"     // the same in percent of the second
	Ratio      How = "ratio"      // the first divided by the second
	ShareOf    How = "share"      // the first in percent of the sum of all others
	Counted    How = "count"      // how many marks there are
)

// Headline says what stands out in a chart: a change over time, what is highest and lowest, how far claims lie apart, what is left of
// the whole. Part-years and means over a span are not compared with whole years. It is made of the marks alone, says no cause,
// and the same chart always gives the same words.
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

// choose tells what the form compares.
func (h *headliner) choose() {
	marks := withNumber(h.spec.Marks)
	switch f := h.spec.Form; {
	case len(h.spec.Marks) == 0:
		h.say("chart.headline.none", nil)
	case f == Timeline || f == Calendar:
		h.happened()
	case len(marks) == 0 || f == Table && !h.oneUnit(marks):
		h.rowCount()
	case len(marks) == 1:
		h.say("chart.headline.only", words.Args{"Name": h.whose(marks[0]), "Figure": h.valued(marks[0])})
	case f == Claims || f == Ranges:
		h.dispute(marks)
	case f == Funnel:
		h.left(marks)
	case f == Histogram:
		h.densest(marks)
	case f == Scatter:
		h.corners(marks)
	case f == Flow:
		h.broadest(marks)
	case h.runsOverYears(marks):
		h.overTime(marks)
	default:
		h.highest(marks)
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

// valued is the figure of a mark with its unit.
func (h *headliner) valued(m Mark) string {
	text := h.number(h.about(figureText(h.spec, m)), middle(m), Figure, m)
	unit := h.unitOf(m)
	if unit == "" {
		return text
	}
	return h.tr.T("chart.headline.unit", words.Args{"Figure": text, "Unit": unit})
}

// unitOf is what a figure counts; "" for a share, or where the figure is words.
func (h *headliner) unitOf(m Mark) string {
	switch s := h.spec.Series; {
	case h.spec.Percent || math.IsNaN(m.Value):
		return ""
	case m.Unit != "":
		return m.Unit
	case m.Series >= 0 && m.Series < len(s) && s[m.Series].Percent:
		return ""
	case m.Series >= 0 && m.Series < len(s) && s[m.Series].Unit != "":
		return s[m.Series].Unit
	}
	return h.spec.Unit
}

// whose is the name of a mark, with its series where there are several.
func (h *headliner) whose(m Mark) string {
	name := h.name(m)
	if title := h.spec.seriesTitle(m); len(h.spec.Series) > 1 && title != "" && !inRows(h.spec.Form) {
		return h.tr.T("chart.headline.of", words.Args{"Series": title, "Name": name})
	}
	return name
}

// oneUnit reports whether figures count the same.
func (h *headliner) oneUnit(marks []Mark) bool {
	return !slices.ContainsFunc(marks, func(m Mark) bool { return m.Unit != marks[0].Unit })
}

// runsOverYears reports whether the marks of a series follow each other in time.
func (h *headliner) runsOverYears(marks []Mark) bool {
	if h.spec.Form == BarsHorizontal || h.spec.Form == Stacked || h.spec.Form == Dumbbell || h.spec.Form == Table || h.spec.Form == HeadToHead {
		return false
	}
	return !slices.ContainsFunc(marks, func(m Mark) bool { return !isYear(m.X) })
}

// isYear reports whether a place on an axis can be a year.
func isYear(x float64) bool { return x >= 1000 && x < 3000 }

// comparable leaves out what does not compare with the rest, as long as something is left: parts of a period, and totals among
// their parts.
func (h *headliner) comparable(marks []Mark) []Mark {
	out := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return m.Status == Partial || m.Series >= 0 && m.Series < len(h.spec.Series) && h.spec.Series[m.Series].ID == wholeSeries
	})
	if len(out) < 2 {
		return marks
	}
	return out
}

// highest says which figure is highest and which lowest, or that all are the same.
func (h *headliner) highest(marks []Mark) {
	marks = h.comparable(marks)
	low, high := marks[0], marks[0]
	for _, m := range marks {
		if middle(m) < middle(low) {
			low = m
		}
		if middle(m) > middle(high) {
			high = m
		}
	}
	if middle(low) == middle(high) {
		h.say("chart.headline.equal", words.Args{"Figure": h.valued(high), "Count": h.number(h.tr.Int(len(marks)), float64(len(marks)), Counted, marks...)})
		return
	}
	h.say("chart.headline.highest", words.Args{"High": h.valued(high), "HighName": h.whose(high), "Low": h.valued(low), "LowName": h.whose(low)})
}

// rowCount says how many rows there are where figures do not compare.
func (h *headliner) rowCount() {
	all := h.spec.Marks
	h.sentences = append(h.sentences, h.tr.N("chart.headline.rows", len(all)))
	h.number(h.tr.Int(len(all)), float64(len(all)), Counted, all...)
}
