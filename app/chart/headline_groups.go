package chart

import (
	"slices"

	"doublefix/app/words"
)

// inGroups says which figures are lowest and highest within each group, where there are several; of groups of a single figure only
// where there are few.
func (h *headliner) inGroups(marks []Mark) bool {
	var groups [][]Mark
	for i := range h.spec.Groups {
		mine := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Group != i })
		if len(mine) > 0 {
			groups = append(groups, mine)
		}
	}
	if len(groups) < 2 {
		return false
	}
	told, left := 0, []Mark{}
	for _, mine := range groups {
		before := len(h.sentences)
		if told == mostBlocks || len(mine) == 1 && len(groups) > mostBlocks || !h.between(mine) {
			left = append(left, mine[0])
			continue
		}
		told++
		h.sentences[before] = h.tr.T("chart.headline.group", words.Args{"Title": h.spec.Groups[mine[0].Group].Title, "Text": h.sentences[before]})
	}
	if told == 0 {
		return false
	}
	if len(left) > 0 {
		h.sentences = append(h.sentences, h.tr.N("chart.headline.groups", len(left)))
		h.number(h.tr.Int(len(left)), float64(len(left)), Counted, left...)
	}
	return true
}

// between says which of a group is lowest and which is highest, by the ends of what they say, for the words after a title.
func (h *headliner) between(all []Mark) bool {
	marks, partial := h.whole(all)
	switch {
	case len(marks) == 0 || severalUnits(marks):
		return false
	case len(marks) == 1:
		h.sentences = append(h.sentences, sentence(h.placed(h.valued(marks[0]), marks[0])))
		return true
	}
	low := slices.MinFunc(marks, func(a, b Mark) int { l, _ := ends(a); m, _ := ends(b); return compareAxis(l, m) })
	high := slices.MinFunc(marks, func(a, b Mark) int { _, l := ends(a); _, m := ends(b); return compareAxis(-l, -m) })
	least, _ := ends(low)
	_, most := ends(high)
	if len(marks) == 2 && !partial && low.ID != high.ID {
		h.say("chart.headline.both", words.Args{"Low": h.placed(h.valued(low), low), "High": h.placed(h.bare(high), high)})
		return true
	}
	args := words.Args{"Count": h.counted(marks, partial)}
	switch {
	case least == most:
		args["Figure"] = h.valued(low)
		h.say("chart.headline.alike", args)
	case low.ID == high.ID:
		args["Figure"] = h.placed(h.valued(low), low)
		h.say("chart.headline.widest", args)
	default:
		args["Low"], args["High"] = h.placed(h.valued(low), h.tied(marks, low)...), h.placed(h.bare(high), h.tied(marks, high)...)
		h.say("chart.headline.between", args)
	}
	return true
}

// tallied says what the table has most rows for and what fewest, where these are all that is counted: no finding about anything else.
func (h *headliner) tallied(marks []Mark) bool {
	if len(marks) < 2 {
		return false
	}
	low, high := slices.MinFunc(marks, byValue), slices.MinFunc(marks, byMost)
	if middle(low) == middle(high) {
		h.say("chart.headline.tally.same", words.Args{"Count": h.bare(low)})
		return true
	}
	of := func(m Mark) string {
		mine := h.tied(marks, m)
		if len(mine) <= mostTied {
			return h.placed(h.bare(m), mine...)
		}
		count := h.number(h.tr.Int(len(mine)), float64(len(mine)), Counted, mine...)
		return h.tr.N("chart.headline.tally.groups", len(mine), words.Args{"Figure": h.bare(m), "Count": count})
	}
	h.say("chart.headline.tally", words.Args{"High": of(high), "Low": of(low)})
	return true
}
