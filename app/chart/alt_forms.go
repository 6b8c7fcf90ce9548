package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// bars tells bars over years: first, last, highest, the means, and the years without a figure.
func (a *teller) bars() {
	a.course(withNumber(a.spec.Marks), "")
	for _, m := range a.spec.Marks {
		if m.Band() {
			a.say("alt.band", words.Args{"Figure": a.figure(m), "Label": strings.TrimSuffix(m.Label, ","), "Span": m.Sub})
		}
	}
	a.gaps(a.spec.Marks)
}

// course tells how a series runs. title is "" where there is only one.
func (a *teller) course(marks []Mark, title string) {
	if title != "" {
		a.sentences = append(a.sentences, a.tr.N("alt.block", len(marks), words.Args{"Title": title}))
	}
	switch len(marks) {
	case 0:
		return
	case 1:
		a.told[marks[0].ID] = true
		a.say("alt.only", words.Args{"Name": a.name(marks[0]), "Figure": a.figure(marks[0])})
		return
	}
	first, last := marks[0], marks[len(marks)-1]
	a.told[first.ID], a.told[last.ID] = true, true
	a.say("alt.first_last", words.Args{
		"First": a.figure(first), "FirstName": a.name(first), "Last": a.figure(last), "LastName": a.name(last),
	})
	byValue := func(x, y Mark) int { return compareAxis(middle(x), middle(y)) }
	if high := slices.MaxFunc(marks, byValue); high.ID != last.ID && high.ID != first.ID {
		a.told[high.ID] = true
		a.say("alt.highest", words.Args{"Figure": a.figure(high), "Name": a.name(high)})
	}
	if low := slices.MinFunc(marks, byValue); low.ID != last.ID && low.ID != first.ID {
		a.told[low.ID] = true
		a.say("alt.lowest", words.Args{"Figure": a.figure(low), "Name": a.name(low)})
	}
}

// farGap is how many missing years make an axis something else than years in a row.
const farGap = 200

// gaps says for which years between the first and the last there is no figure.
func (a *teller) gaps(marks []Mark) {
	have := map[int]bool{}
	first, last := math.MaxInt, math.MinInt
	for _, m := range marks {
		if math.IsNaN(m.X) || m.X != math.Trunc(m.X) || math.Abs(m.X) > 1e6 {
			return
		}
		to := m.X
		if m.Band() {
			to = m.XTo
		}
		for year := int(m.X); year <= int(min(to, m.X+farGap)); year++ {
			have[year] = true
			first, last = min(first, year), max(last, year)
		}
	}
	if last-first > farGap {
		return
	}
	var spans []string
	for year := first; year <= last; year++ {
		if have[year] {
			continue
		}
		end := year
		for end < last && !have[end+1] {
			end++
		}
		spans = append(spans, a.years(year, end))
		year = end
	}
	if len(spans) > 0 {
		a.say("alt.gaps", words.Args{"Years": a.tr.List(spans)})
	}
}

func (a *teller) years(from, to int) string {
	switch to {
	case from:
		return a.tr.T("alt.year", words.Args{"Year": from})
	case from + 1:
		return a.tr.List([]string{a.years(from, from), a.years(to, to)})
	}
	return a.tr.T("alt.years", words.Args{"From": from, "To": to})
}

// lines tells every series, and what the series say of the last year that several of them have.
func (a *teller) lines() {
	if len(a.spec.Series) == 0 {
		a.course(withNumber(a.spec.Marks), "")
		a.gaps(a.spec.Marks)
		return
	}
	latest := math.Inf(-1)
	byYear := map[float64][]Mark{}
	for i, s := range a.spec.Series {
		var mine []Mark
		for _, m := range withNumber(a.spec.Marks) {
			if m.Series == i {
				mine = append(mine, m)
				byYear[m.X] = append(byYear[m.X], m)
			}
		}
		if i < altParts {
			a.course(mine, s.Title)
			a.gaps(mine)
		}
	}
	a.more(len(a.spec.Series))
	for x, marks := range byYear {
		if len(marks) > 1 && x > latest {
			latest = x
		}
	}
	if same := byYear[latest]; len(same) > 1 && len(same) <= altParts {
		var items []string
		for _, m := range same {
			items = append(items, a.tr.T("alt.compared.item", words.Args{"Title": a.spec.Series[m.Series].Title, "Figure": a.figure(m)}))
		}
		a.say("alt.compared", words.Args{"Name": a.name(same[0]), "Items": a.tr.List(items)})
	}
}

// blocks tells claims or ranges group by group: a group is what the figures are a share of, or how they were made.
func (a *teller) blocks() {
	if len(a.spec.Groups) == 0 {
		a.extremes(a.spec.Marks, "")
		return
	}
	told := 0
	for i, g := range a.spec.Groups {
		var mine []Mark
		for _, m := range a.spec.Marks {
			if m.Group == i {
				mine = append(mine, m)
			}
		}
		if len(mine) == 0 {
			continue
		}
		if told++; told <= altParts {
			a.extremes(mine, g.Title)
		}
	}
	a.more(told)
	if told > 1 && a.spec.Percent {
		a.say("chart.alt.apart", nil)
	}
}

// steps tells a funnel from its first set down, each step as a share of the first of its group.
func (a *teller) steps() {
	group, first := -1, math.NaN()
	for _, m := range a.spec.Marks[:min(len(a.spec.Marks), altParts)] {
		a.told[m.ID] = true
		if m.Group != group {
			group, first = m.Group, middle(m)
			if len(a.spec.Groups) > 1 && group < len(a.spec.Groups) {
				a.sentences = append(a.sentences, sentence(a.spec.Groups[group].Title))
			}
			a.say("alt.step.first", words.Args{"Name": a.name(m), "Figure": a.figure(m)})
			continue
		}
		share := middle(m) / first * 100
		if math.IsNaN(share) || math.IsInf(share, 0) || a.spec.Percent {
			a.say("alt.step.first", words.Args{"Name": a.name(m), "Figure": a.figure(m)})
			continue
		}
		a.say("alt.step", words.Args{
			"Name": a.name(m), "Figure": a.figure(m), "Share": a.tr.Percent(math.Round(share*10) / 10),
		})
	}
	a.more(len(a.spec.Marks))
}
