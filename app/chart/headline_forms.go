package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// shares says within each group which claims are lowest and highest, and that groups do not compare: they are shares of different
// wholes.
func (h *headliner) shares(marks []Mark) bool {
	if !h.spec.Percent || !h.inGroups(marks) {
		return false
	}
	h.say("chart.alt.apart", nil)
	return true
}

// dispute says how far claims or estimates lie apart and who says so.
func (h *headliner) dispute(marks []Mark) bool {
	if len(marks) == 0 || !h.between(marks) {
		return false
	}
	h.sentences[len(h.sentences)-1] = words.Capital(h.sentences[len(h.sentences)-1])
	return true
}

// left says what is left of the whole at the end.
func (h *headliner) left(marks []Mark) bool {
	if len(marks) < 2 {
		return false
	}
	first, last := marks[0], marks[len(marks)-1]
	if !(first.Value > 0) || !(last.Value >= 0 && last.Value <= first.Value) {
		return false
	}
	share := rounded(100*last.Value/first.Value, 1)
	h.say("chart.headline.left", words.Args{
		"First": h.placed(h.valued(first), first), "Last": h.placed(h.bare(last), last),
		"Share": h.number(computed(h.tr.Percent(share)), share, ShareOf, last, first),
	})
	return true
}

// densest says between which figures most lie.
func (h *headliner) densest(all []Mark) bool {
	marks := slices.DeleteFunc(slices.Clone(all), func(m Mark) bool { return !isBin(m) })
	sum := 0.0
	for _, m := range marks {
		sum += max(m.Value, 0)
	}
	if sum <= 0 {
		return false
	}
	top := slices.MinFunc(marks, byMost)
	args := words.Args{"Figure": h.number(h.tr.Auto(top.Value), top.Value, Figure, top), "All": h.number(h.tr.Auto(sum), sum, Total, marks...)}
	var names []string
	for _, m := range marks {
		if m.Value == top.Value {
			names = append(names, h.name(m))
		}
	}
	args["Name"] = h.tr.List(names)
	switch {
	case len(names) > mostTied:
		h.numbers = h.numbers[:len(h.numbers)-2]
		h.say("chart.headline.even", words.Args{"All": h.number(h.tr.Auto(sum), sum, Total, marks...)})
	case len(names) > 1:
		h.say("chart.headline.densest.tied", args)
	default:
		h.say("chart.headline.densest", args)
	}
	return true
}

// across says from where to where points lie on each of the two axes.
func (h *headliner) across(all []Mark) bool {
	marks := slices.DeleteFunc(slices.Clone(all), func(m Mark) bool { return !isPlotted(h.spec, m) })
	if len(marks) < 2 {
		return false
	}
	byX := func(a, b Mark) int { return compareAxis(a.X, b.X) }
	left, right := slices.MinFunc(marks, byX), slices.MaxFunc(marks, byX)
	low, high := slices.MinFunc(marks, byValue), slices.MinFunc(marks, byMost)
	axis := func(title string, first, last Mark, same bool, text func(Mark) string, tied func(Mark) []Mark) {
		args := words.Args{"Axis": strings.TrimSuffix(title, "."), "Low": text(first)}
		if same {
			h.say("chart.headline.across.same", args)
			return
		}
		args["Low"] = h.placed(args["Low"].(string), tied(first)...)
		args["High"] = h.placed(text(last), tied(last)...)
		h.say("chart.headline.across", args)
	}
	axis(h.spec.XTitle, left, right, left.X == right.X,
		func(m Mark) string { return h.number(h.xText(m.X), m.X, Across, m) },
		func(m Mark) []Mark {
			if h.spec.XYears {
				return nil // the year is their name
			}
			return slices.DeleteFunc(slices.Clone(marks), func(o Mark) bool { return o.X != m.X })
		})
	axis(h.spec.YTitle, low, high, middle(low) == middle(high), h.bare, func(m Mark) []Mark { return h.tied(marks, m) })
	return true
}

// xText writes a place from left to right.
func (h *headliner) xText(x float64) string {
	switch {
	case h.spec.XYears:
		return yearText(x)
	case h.spec.XPercent:
		return h.tr.Percent(x)
	}
	return h.tr.Auto(x)
}

// broadest says which band is the broadest, and what part of all it is.
func (h *headliner) broadest(all []Mark) bool {
	marks := slices.DeleteFunc(slices.Clone(all), func(m Mark) bool { return !(m.Value > 0) })
	if len(marks) < 2 {
		return false
	}
	top, sum := slices.MinFunc(marks, byMost), 0.0
	for _, m := range marks {
		sum += m.Value
	}
	if len(h.tied(marks, top)) > 1 {
		return false
	}
	share := rounded(100*top.Value/sum, 0)
	h.say("chart.headline.broadest", words.Args{
		"From": top.Label, "To": top.Rival, "Figure": h.valued(top), "Share": h.number(computed(h.tr.Percent(share)), share, ShareOf, append([]Mark{top}, marks...)...),
	})
	return true
}

// widest says which pair of options is decided most clearly.
func (h *headliner) widest([]Mark) bool {
	margin := func(m Mark) float64 { return math.Abs(headCount(m.Value) - headCount(m.Against)) }
	top := slices.MinFunc(h.spec.Marks, func(a, b Mark) int { return compareAxis(-margin(a), -margin(b)) })
	args := words.Args{"Count": h.tr.N("chart.headline.pairs", len(h.spec.Marks))}
	h.number(h.tr.Int(len(h.spec.Marks)), float64(len(h.spec.Marks)), Counted, h.spec.Marks...)
	if margin(top) == 0 {
		h.say("chart.headline.pairs.even", args)
		return true
	}
	mine := h.number(h.tr.Auto(headCount(top.Value)), headCount(top.Value), Figure, top)
	rival := h.number(h.tr.Auto(headCount(top.Against)), headCount(top.Against), Against, top)
	key := "chart.headline.pairs.widest"
	if tied := slices.DeleteFunc(slices.Clone(h.spec.Marks), func(m Mark) bool { return margin(m) != margin(top) }); len(tied) > 1 {
		key = "chart.headline.pairs.tied"
		args["Tied"] = h.number(h.tr.Int(len(tied)), float64(len(tied)), Counted, tied...)
	}
	args["Ahead"], args["Behind"], args["For"], args["Against"] = top.Label, top.Rival, mine, rival
	if headCount(top.Against) > headCount(top.Value) {
		args["Ahead"], args["Behind"], args["For"], args["Against"] = top.Rival, top.Label, rival, mine
	}
	h.say(key, args)
	return true
}

// places says who is first at the beginning and at the end of a chart of places.
func (h *headliner) places([]Mark) bool {
	lines, columns := slopeLines(h.spec)
	if len(lines) < 2 || len(columns) < 2 {
		return false
	}
	at := bumpPlaces(h.spec)
	first := func(column int) (names []string, figure string) {
		for _, l := range lines {
			for _, p := range l.points {
				if m := h.spec.Marks[p.mark]; p.column == column && at[p.mark].place == 1 && !slices.Contains(names, l.title) {
					if names = append(names, l.title); figure == "" {
						figure = h.valued(m)
					}
				}
			}
		}
		return names, figure
	}
	from, to := h.spec.columnText(columns[0]), h.spec.columnText(columns[len(columns)-1])
	before, figure := first(0)
	after, next := first(len(columns) - 1)
	args := words.Args{"From": from, "To": to, "Before": h.tr.List(before), "After": h.tr.List(after), "First": figure, "Last": next}
	if slices.Equal(before, after) {
		h.say("chart.headline.places.same", args)
		return true
	}
	h.say("chart.headline.places", args)
	return true
}
