package chart

import "doublefix/app/words"

// topPart is the largest part of a bar, and its smallest.
type topPart struct {
	name     string // of the bar
	top, low Mark
	lowest   bool // no other part is as small as low
}

// parts says which part of bars is the largest: of each, or of all where it is the same.
func (h *headliner) parts([]Mark) bool {
	bars, all := h.topParts()
	switch {
	case len(bars) == 0:
		return false
	case len(bars) == 1 && bars[0].lowest:
		b := bars[0]
		h.say("chart.headline.part", words.Args{
			"Bar": b.name, "Part": h.spec.seriesTitle(b.top), "Figure": h.valued(b.top), "LowPart": h.spec.seriesTitle(b.low), "Low": h.bare(b.low),
		})
		return true
	}
	same, low, high := all, bars[0], bars[0]
	for _, b := range bars {
		same = same && b.top.Series == bars[0].top.Series
		if partValue(b.top) < partValue(low.top) {
			low = b
		}
		if partValue(b.top) > partValue(high.top) {
			high = b
		}
	}
	if same && partValue(low.top) < partValue(high.top) {
		h.say("chart.headline.parts.same", words.Args{
			"Part": h.spec.seriesTitle(low.top), "Low": h.valued(low.top), "LowBar": low.name, "High": h.bare(high.top), "HighBar": high.name,
		})
		return true
	}
	var left []Mark
	for i, b := range bars {
		if i >= mostBlocks {
			left = append(left, b.top)
			continue
		}
		h.say("chart.headline.parts.each", words.Args{"Bar": b.name, "Part": h.spec.seriesTitle(b.top), "Figure": h.valued(b.top)})
	}
	if len(left) > 0 {
		h.sentences = append(h.sentences, h.tr.N("chart.headline.bars", len(left)))
		h.number(h.tr.Int(len(left)), float64(len(left)), Counted, left...)
	}
	return true
}

// topParts are the bars in which one part is larger than all others, and whether these are all bars.
func (h *headliner) topParts() (out []topPart, all bool) {
	all = true
	for _, b := range stackBlocks(h.spec) {
		for _, r := range b.rows {
			found, tied := topPart{name: r.label, lowest: true}, false
			if r.sub != "" {
				found.name += ", " + r.sub
			}
			for k, i := range r.parts {
				m := h.spec.Marks[i]
				switch v := partValue(m); {
				case k == 0:
					found.top, found.low = m, m
				case v > partValue(found.top):
					found.top, tied = m, false
				case v == partValue(found.top):
					tied = true
				}
				switch v, low := partValue(m), partValue(found.low); {
				case k > 0 && v < low:
					found.low, found.lowest = m, true
				case k > 0 && v == low:
					found.lowest = false
				}
			}
			if len(r.parts) > 1 && !tied && partValue(found.top) > 0 {
				out = append(out, found)
			} else {
				all = false
			}
		}
	}
	return out, all
}
