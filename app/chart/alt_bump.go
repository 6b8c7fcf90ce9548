package chart

import (
	"cmp"
	"slices"
	"strings"

	"doublefix/app/words"
)

// bump tells a chart of places: who led when, who stands where at the end, and who rose and fell most.
func (a *teller) bump() {
	at := bumpPlaces(a.spec)
	lines, columns := slopeLines(a.spec)
	if len(lines) == 0 {
		a.extremes(a.spec.Marks, "")
		return
	}
	a.say("chart.alt.bump.size", words.Args{
		"Series": a.tr.N("chart.alt.bump.series", len(lines)), "From": a.spec.columnText(columns[0]), "To": a.spec.columnText(columns[len(columns)-1]),
	})
	a.leaders(lines, columns, at)
	a.last(lines, columns, at)
	a.movers(lines, at)
}

// leaders says who was first from when to when.
func (a *teller) leaders(lines []slopeLine, columns []float64, at map[int]bumpPlace) {
	type reign struct{ name, from, to string }
	var all []reign
	for c, x := range columns {
		var names []string
		for _, l := range lines {
			for _, pt := range l.points {
				if pt.column == c && at[pt.mark].place == 1 && !slices.Contains(names, l.title) {
					names = append(names, l.title)
				}
			}
		}
		name, year := a.tr.List(names), a.spec.columnText(x)
		if n := len(all); n > 0 && all[n-1].name == name {
			all[n-1].to = year
			continue
		}
		all = append(all, reign{name, year, year})
	}
	var items []string
	for _, r := range all[:min(len(all), altParts)] {
		key := "chart.alt.bump.reign"
		if r.from == r.to {
			key = "chart.alt.bump.reign.one"
		}
		items = append(items, a.tr.T(key, words.Args{"Name": r.name, "From": r.from, "To": r.to}))
	}
	a.say("chart.alt.bump.first", words.Args{"Items": strings.Join(items, "; ")})
	a.more(len(all))
}

// last says who stands where in the last column.
func (a *teller) last(lines []slopeLine, columns []float64, at map[int]bumpPlace) {
	type end struct {
		place int
		text  string
	}
	var ends []end
	for _, l := range lines {
		pt, ok := l.last(len(columns))
		if !ok {
			continue
		}
		m := a.spec.Marks[pt.mark]
		a.told[m.ID] = true
		text := a.tr.T("chart.alt.bump.item", words.Args{"Place": at[pt.mark].place, "Name": l.title, "Figure": a.figure(m)})
		ends = append(ends, end{at[pt.mark].place, strings.TrimSpace(text)})
	}
	slices.SortStableFunc(ends, func(x, y end) int { return cmp.Compare(x.place, y.place) })
	var items []string
	for _, e := range ends[:min(len(ends), altParts)] {
		items = append(items, e.text)
	}
	a.say("chart.alt.bump.last", words.Args{"When": a.spec.columnText(columns[len(columns)-1]), "Items": strings.Join(items, "; ")})
	a.more(len(ends))
}

// movers says who rose and who fell most between their first and their last figure.
func (a *teller) movers(lines []slopeLine, at map[int]bumpPlace) {
	up, down := -1, -1
	moved := func(i int) int {
		if i < 0 {
			return 0
		}
		pts := lines[i].points
		first, last := at[pts[0].mark], at[pts[len(pts)-1].mark]
		if first.of != last.of {
			return 0 // it may have moved because others have no figure
		}
		return first.place - last.place
	}
	for i := range lines {
		if moved(i) > max(moved(up), 0) {
			up = i
		}
		if moved(i) < min(moved(down), 0) {
			down = i
		}
	}
	for _, m := range []struct {
		key  string
		line int
	}{{"chart.alt.bump.rose", up}, {"chart.alt.bump.fell", down}} {
		if m.line >= 0 {
			pts := lines[m.line].points
			a.say(m.key, words.Args{"Name": lines[m.line].title, "From": at[pts[0].mark].place, "To": at[pts[len(pts)-1].mark].place})
		}
	}
	switch uneven := unevenPlaces(at); {
	case uneven:
		a.say("chart.bump.uneven", nil)
		a.sentences[len(a.sentences)-1] += "."
	case up < 0 && down < 0 && len(lines) > 1:
		a.say("chart.alt.bump.same", nil)
	}
}
