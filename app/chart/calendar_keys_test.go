package chart

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"doublefix/app/words"
)

// scattered is so many events at random between two points in time; of three one has its year only, and one its month.
func scattered(count int, from, to float64) Spec {
	spec := eventsSpec(words.Spanish)
	spec.Form = Calendar
	events, random := spec.Marks, rand.New(rand.NewSource(1))
	spec.Marks = nil
	for i := range count {
		m := events[i%len(events)]
		m.ID, m.X, m.Soft, m.Emphasis = fmt.Sprint(i), from+random.Float64()*(to-from), 0, i == 7
		switch {
		case i%3 == 0:
			m.X, m.Soft = math.Floor(m.X)+0.5, 1
		case i%3 == 1:
			m.Soft = 1.0 / 12
		}
		if i%4 == 0 {
			m.Letters = "a,b"
		}
		spec.Marks = append(spec.Marks, m)
	}
	return spec
}

// However many events there are, and however far apart, each can be read and reached, and none leaves the frame.
func TestCalendarsOfAnyEventsHold(t *testing.T) {
	for name, spec := range map[string]Spec{
		"one":          scattered(1, 2020, 2021),
		"two hundred":  scattered(200, 2000, 2020),
		"in one year":  scattered(150, 2020, 2020.99),
		"in one month": scattered(200, 2020.26, 2020.32),
		"in December":  scattered(40, 2020.95, 2020.99),
		"before Rome":  scattered(30, -3000, 3000),
		"absurd":       scattered(30, -farthestYear, farthestYear),
		"more than go": scattered(maxMarks, 2010, 2021),
	} {
		for _, w := range []float64{320, 480, 960, 1400} {
			for _, k := range []float64{1, 2} {
				t.Run(fmt.Sprintf("%s/%g at %g", name, w, k), func(t *testing.T) {
					d := laid(t, spec, w, 400, k)
					checkLabels(t, d)
					checkDrawing(t, spec, d)
					checkRead(t, spec, d)
					checkReached(t, d)
				})
			}
		}
	}
}

// Left and right go through a year in time, what has only a year first; up and down go to the next year that has an event,
// whatever its month.
func TestKeysGoThroughYears(t *testing.T) {
	spec := eventsSpec(words.English)
	spec.Form, spec.Marks = Calendar, spec.Marks[:7]
	for i, date := range []string{"2019-06-01", "2021-02-03", "2021-02", "2021", "2021-02-27", "2021-11", "2024"} {
		spec.Marks[i].X, spec.Marks[i].Soft = isoSpan(date)
	}
	for _, w := range []float64{520, 1400} {
		d := laid(t, spec, w, 300, 1)
		at := 3
		for _, want := range []int{1, 2, 4, 5, 5} {
			if at = d.Neighbour(at, 1, 0); at != want {
				t.Fatalf("at %g right of an event is %d, want %d", w, at, want)
			}
		}
		for _, c := range [][3]int{{0, 1, 1}, {0, -1, 0}, {6, -1, 3}, {6, 1, 6}, {3, 1, 6}, {5, -1, 0}} {
			got := d.Neighbour(c[0], 0, c[1])
			if year := math.Floor(spec.Marks[got].X); year != math.Floor(spec.Marks[c[2]].X) {
				t.Errorf("at %g %d rows from %d is %d, want one of the year of %d", w, c[1], c[0], got, c[2])
			}
		}
	}
}

// The same events give the same drawing, counts included.
func TestCalendarsAreDeterministic(t *testing.T) {
	spec := scattered(maxMarks, 2010, 2021)
	first := laid(t, spec, 620, 400, 1)
	for range 5 {
		if !reflect.DeepEqual(first, laid(t, spec, 620, 400, 1)) {
			t.Fatal("two drawings of one calendar differ")
		}
	}
}

// Every view of the timeline that ships can be a calendar, which has its events in the order of time and markers for its groups.
func TestShippedCalendars(t *testing.T) {
	found := 0
	offered(t, func(name string, asked Asked) {
		if asked.Spec.Form != Calendar {
			return
		}
		found++
		if !slices.IsSortedFunc(asked.Spec.Marks, func(a, b Mark) int { return compareAxis(calendarDay(a), calendarDay(b)) }) {
			t.Errorf("%s: events are not in the order of time", name)
		}
		hollow := 0
		for _, m := range asked.Spec.Marks {
			hollow += boolInt(m.Soft > 0)
			if m.When == "" || m.Label == "" || !isEvent(m) {
				t.Errorf("%s: %s has no date or no name", name, m.ID)
			}
		}
		if len(asked.Spec.Groups) == 0 || hollow == 0 {
			t.Errorf("%s: %d groups, %d dates without a day", name, len(asked.Spec.Groups), hollow)
		}
	})
	if found < 4 {
		t.Errorf("only %d calendars are offered", found)
	}
}
