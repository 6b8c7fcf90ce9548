package chart

import (
	"cmp"
	"slices"
	"strings"

	"doublefix/app/words"
)

// flowsTold tells the bands of every place at the left, the largest first, and what all of them add up to. Of many bands only the
// broadest are told.
func (a *teller) flowsTold() {
	var marks []Mark
	for _, m := range a.spec.Marks {
		if flows(m) {
			marks = append(marks, m)
		}
	}
	if len(marks) > 1 {
		if sum := flowSum(a.spec, slices.Values(marks)); sum != "" {
			a.sentences = append(a.sentences, sentence(flowTotal(a.spec, a.about(sum))))
		}
	}
	byValue := func(x, y Mark) int { return cmp.Compare(partValue(y), partValue(x)) }
	if len(marks) > altMarks {
		slices.SortStableFunc(marks, byValue)
		a.each(marks[:altBars])
		a.sentences = append(a.sentences, a.tr.N("chart.alt.more", len(marks)-altBars))
		return
	}
	var from []string
	bands, sums := map[string][]Mark{}, map[string]float64{}
	for _, m := range marks {
		if bands[m.Label] == nil {
			from = append(from, m.Label)
		}
		bands[m.Label] = append(bands[m.Label], m)
		sums[m.Label] += partValue(m)
	}
	slices.SortStableFunc(from, func(x, y string) int { return cmp.Compare(sums[y], sums[x]) })
	for _, name := range from {
		a.flowsFrom(name, bands[name])
	}
}

// flowsFrom tells where the bands of one place go.
func (a *teller) flowsFrom(name string, marks []Mark) {
	slices.SortStableFunc(marks, func(x, y Mark) int { return cmp.Compare(partValue(y), partValue(x)) })
	var items []string
	for _, m := range marks {
		a.told[m.ID] = true
		items = append(items, a.tr.T("chart.alt.flow.to", words.Args{"Name": m.Rival, "Figure": a.figure(m)}))
	}
	args := words.Args{"Name": name, "Bands": strings.Join(items, "; ")}
	if sum := flowSum(a.spec, slices.Values(marks)); sum != "" && len(marks) > 1 {
		args["Figure"] = a.about(sum)
		a.say("chart.alt.flow.sum", args)
		return
	}
	a.say("chart.alt.flow.from", args)
}
