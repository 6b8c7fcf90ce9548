package chart

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// finding says which figures the chart stresses, where they were not named yet.
func (a *teller) finding() {
	a.items("chart.alt.finding", func(m Mark) bool { return m.Emphasis && !m.Band() && !a.told[m.ID] })
}

// doubts says which figures are drawn with a question mark.
func (a *teller) doubts() {
	a.items("chart.alt.doubtful", func(m Mark) bool { return m.Doubtful })
}

// items says the figures that are meant, with their names.
func (a *teller) items(key string, meant func(Mark) bool) {
	var items []string
	for _, m := range a.spec.Marks {
		if meant(m) {
			item := a.name(m)
			if figure := a.figure(m); figure != "" {
				item = figure + " (" + item + ")"
			}
			items = append(items, item)
		}
	}
	if len(items) > 0 {
		a.say(key, words.Args{"Items": a.tr.List(items)})
	}
}

// statuses says which figures are not whole, not final or computed: by name, or how many there are of them.
func (a *teller) statuses() {
	for _, status := range []Status{Partial, Provisional, Derived} {
		var names []string
		count := 0
		for _, m := range a.spec.Marks {
			if m.Status != status {
				continue
			}
			count++
			if name := a.name(m); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		switch {
		case count == 0:
			continue
		case len(names) <= altNames && len(strings.Fields(strings.Join(names, " "))) <= altListed:
			a.say("alt.status."+string(status), words.Args{"Names": strings.Join(names, "; ")})
		default:
			a.sentences = append(a.sentences, a.tr.N("chart.alt.many."+string(status), count))
		}
	}
	if how := sharedMethod(a.spec); how != "" {
		a.say("chart.alt.method", words.Args{"Method": how})
	}
}

// notes says the caveats of the whole chart, and those of single figures with the figures' names. Where these would make the
// text too long, it says how many there are: each is told with its figure.
func (a *teller) notes() {
	var lettered []string
	for _, n := range a.spec.Notes {
		switch {
		case n.Text == "":
		case n.Letter == "":
			a.say("alt.beware", words.Args{"Text": strings.TrimSuffix(n.Text, ".")})
		default:
			lettered = append(lettered, a.note(n))
		}
	}
	all := strings.Join(lettered, " ")
	switch {
	case len(lettered) == 0:
	case len(strings.Fields(a.text()))+len(strings.Fields(all)) <= altWords:
		a.sentences = append(a.sentences, all)
	default:
		key := "chart.alt.notes"
		if printsRows(a.spec.Form) {
			key = "chart.alt.notes.rows"
		}
		a.sentences = append(a.sentences, a.tr.N(key, len(lettered)))
	}
}

// note says a caveat after the names of the figures that carry its letter.
func (a *teller) note(n Note) string {
	var names []string
	for _, m := range a.spec.Marks {
		if slices.Contains(strings.Split(m.Letters, ","), n.Letter) {
			name := a.name(m)
			switch {
			case a.spec.Form == Bars && !m.Band():
				name = m.Label
			case len(a.spec.Series) > 1 && m.Series < len(a.spec.Series) && !inRows(a.spec.Form) && !printsRows(a.spec.Form):
				name = a.spec.Series[m.Series].Title + ", " + name
			}
			names = append(names, name)
		}
	}
	text := n.Text
	switch {
	case len(names) > altNames:
		text = a.tr.N("chart.alt.figures", len(names)) + ": " + text
	case len(names) > 0:
		text = a.tr.List(names) + ": " + text
	}
	return sentence(text)
}
