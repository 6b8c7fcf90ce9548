package chart

import (
	"fmt"
	"math"

	"doublefix/app/words"
)

// busiest says which year and which month have the most events, where one has more than any other.
func (a *teller) busiest() {
	years, months := map[int]int{}, map[int]int{}
	for _, m := range a.spec.Marks {
		if !isEvent(m) {
			continue
		}
		year := int(math.Floor(m.X))
		years[year]++
		if month := calendarColumn(m); month > 0 {
			months[12*year+month-1]++
		}
	}
	if year, count := fullest(years); count > 0 {
		a.say("chart.alt.calendar.most", words.Args{"Year": year, "Count": count})
	}
	if month, count := fullest(months); count > 0 && month >= 0 {
		date := fmt.Sprintf("%04d-%02d", month/12, month%12+1)
		a.say("chart.alt.calendar.month", words.Args{"Month": a.tr.Date(date), "Count": count})
	}
}

// fullest is the key that has most, more than one and more than any other; without one count is 0.
func fullest(counts map[int]int) (key, count int) {
	same := false
	for _, k := range sortedKeys(counts) {
		switch n := counts[k]; {
		case n > count:
			key, count, same = k, n, false
		case n == count:
			same = true
		}
	}
	if count < 2 || same || len(counts) < 2 {
		return 0, 0
	}
	return key, count
}
