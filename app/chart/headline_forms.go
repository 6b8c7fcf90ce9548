package chart

import (
	"cmp"
	"math"
	"slices"

	"doublefix/app/words"
)

// dispute says how far claims or estimates lie apart and who says so.
func (h *headliner) dispute(marks []Mark) {
	low := slices.MinFunc(marks, func(a, b Mark) int { l, _ := ends(a); m, _ := ends(b); return compareAxis(l, m) })
	high := slices.MaxFunc(marks, func(a, b Mark) int { _, l := ends(a); _, m := ends(b); return compareAxis(l, m) })
	if low.ID == high.ID {
		h.say("chart.headline.only", words.Args{"Name": h.name(low), "Figure": h.valued(low)})
		return
	}
	h.say("chart.headline.dispute", words.Args{
		"Low": h.valued(low), "LowName": h.name(low), "High": h.valued(high), "HighName": h.name(high),
		"Count": h.number(h.tr.Int(len(marks)), float64(len(marks)), Counted, marks...),
	})
	if h.spec.Percent && len(h.spec.Groups) > 1 {
		h.say("chart.alt.apart", nil)
	}
}

// left says what is left of the whole at the end.
func (h *headliner) left(marks []Mark) {
	first, last := marks[0], marks[len(marks)-1]
	if first.Value <= 0 || math.IsNaN(last.Value) {
		h.highest(marks)
		return
	}
	share := rounded(100*last.Value/first.Value, 1)
	h.say("chart.headline.left", words.Args{
		"First": h.valued(first), "FirstName": h.name(first), "Last": h.valued(last), "LastName": h.name(last),
		"Share": h.number(h.tr.Percent(share), share, ShareOf, last, first),
	})
}

// densest says between which figures most lie.
func (h *headliner) densest(marks []Mark) {
	top := slices.MaxFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Value, b.Value) })
	all := 0.0
	for _, m := range marks {
		all += m.Value
	}
	share := 0.0
	if all > 0 {
		share = rounded(100*top.Value/all, 0)
	}
	h.say("chart.headline.densest", words.Args{
		"Figure": h.number(h.tr.Auto(top.Value), top.Value, Figure, top), "Name": h.name(top),
		"Share": h.number(h.tr.Percent(share), share, ShareOf, append([]Mark{top}, marks...)...),
	})
}

// corners says which point has the most of each of the two.
func (h *headliner) corners(marks []Mark) {
	right := slices.MaxFunc(marks, func(a, b Mark) int { return compareAxis(a.X, b.X) })
	top := slices.MaxFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Value, b.Value) })
	x, y := h.spec.XTitle, h.spec.YTitle
	if right.ID == top.ID {
		h.say("chart.headline.corner", words.Args{"Name": h.name(top), "X": x, "Y": y})
		return
	}
	h.say("chart.headline.corners", words.Args{"TopName": h.name(top), "Y": y, "RightName": h.name(right), "X": x})
}

// broadest says which band is the broadest, and what part of all it is.
func (h *headliner) broadest(marks []Mark) {
	top := slices.MaxFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Value, b.Value) })
	all := 0.0
	for _, m := range marks {
		all += max(m.Value, 0)
	}
	if all <= 0 {
		h.rowCount()
		return
	}
	share := rounded(100*top.Value/all, 0)
	h.say("chart.headline.broadest", words.Args{
		"From": top.Label, "To": top.Rival, "Figure": h.valued(top), "Share": h.number(h.tr.Percent(share), share, ShareOf, append([]Mark{top}, marks...)...),
	})
}
