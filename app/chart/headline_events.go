package chart

import (
	"math"
	"strconv"

	"doublefix/app/words"
)

// happened says how many events there are, from when to when, and which years have most.
func (h *headliner) happened([]Mark) bool {
	years := map[int][]Mark{}
	var all []Mark
	for _, m := range h.spec.Marks {
		if isDated(m) {
			year := int(math.Floor(m.X))
			years[year], all = append(years[year], m), append(all, m)
		}
	}
	if len(all) == 0 {
		return false
	}
	inOrder, most := sortedKeys(years), 0
	for _, list := range years {
		most = max(most, len(list))
	}
	var busiest []string
	var top []Mark
	for _, year := range inOrder {
		if len(years[year]) == most {
			busiest, top = append(busiest, strconv.Itoa(year)), years[year]
		}
	}
	h.number(h.tr.Int(len(all)), float64(len(all)), Counted, all...)
	args := words.Args{"First": inOrder[0], "Last": inOrder[len(inOrder)-1]}
	key := "chart.headline.events"
	if len(inOrder) == 1 {
		key = "chart.headline.events.year"
	}
	h.sentences = append(h.sentences, h.tr.N(key, len(all), args))
	if most > 1 && len(busiest) <= mostTied && len(busiest) < len(inOrder) {
		key = "chart.headline.events.most"
		if len(busiest) > 1 {
			key = "chart.headline.events.tied"
		}
		h.say(key, words.Args{"Most": h.tr.List(busiest), "Top": h.number(h.tr.Int(most), float64(most), Counted, top...)})
	}
	return true
}
