package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

func calendarSpecs() map[string]func(words.Lang) Spec {
	specs := map[string]func(words.Lang) Spec{
		"one month": changed(crowdSpec(40), func(s *Spec) {
			for i := range s.Marks {
				s.Marks[i].X, s.Marks[i].Soft = isoSpan(fmt.Sprintf("2021-08-%02d", i%28+1))
			}
		}),
		"a crowd in a month": changed(crowdSpec(900), func(s *Spec) {
			for i := range s.Marks {
				s.Marks[i].X, s.Marks[i].Soft = isoSpan("2021-08")
			}
		}),
		"years only": changed(eventsSpec, func(s *Spec) {
			for i := range s.Marks {
				s.Marks[i].X, s.Marks[i].Soft = isoSpan(fmt.Sprint(1990 + i*i/4))
			}
		}),
	}
	for name, spec := range timelineSpecs() {
		specs[name] = spec
	}
	for name, spec := range specs {
		specs[name] = changed(spec, func(s *Spec) { s.Form = Calendar })
	}
	return specs
}

// Events stand in the column of their month and the line of their year; no mark covers another but those that are counted.
func TestEventsStandInTheirMonth(t *testing.T) {
	for _, name := range []string{"events", "crowd", "one month", "years only"} {
		spec := calendarSpecs()[name](words.English)
		const w = 900.0
		d := laid(t, spec, w, 700, 1)
		p := newCalendar(newCanvas(spec.Tr, framed(Frame{W: w, Palette: look.Light()})), spec, 0, w)
		for i, h := range d.Hits {
			m := spec.Marks[h.Mark]
			column := calendarColumn(m)
			if h.Anchor.X < p.edges[column]-0.01 || h.Anchor.X > p.edges[column+1]+0.01 {
				t.Errorf("%s: %s (%s) stands at %.1f, its month from %.1f to %.1f", name, m.ID, m.When, h.Anchor.X, p.edges[column], p.edges[column+1])
			}
			for _, o := range d.Hits[:i] {
				other := spec.Marks[o.Mark]
				if h.Box != o.Box && h.Box.Overlaps(o.Box) {
					t.Errorf("%s: %s covers %s", name, m.ID, other.ID)
				}
				if math.Floor(m.X) > math.Floor(other.X) && h.Box.Y < o.Box.Bottom()-1 {
					t.Errorf("%s: %s stands over the earlier %s", name, m.ID, other.ID)
				}
				if (h.Track == o.Track) != (math.Floor(m.X) == math.Floor(other.X)) {
					t.Errorf("%s: tracks of %s and %s are %d and %d", name, m.ID, other.ID, h.Track, o.Track)
				}
			}
		}
		if len(d.Hits) != len(spec.Marks) {
			t.Errorf("%s: %d of %d events can be read", name, len(d.Hits), len(spec.Marks))
		}
	}
}

func TestMonthsOfDates(t *testing.T) {
	for date, want := range map[string]int{
		"2021": 0, "2024": 0, "2021-01": 1, "2021-12": 12, "2024-02": 2, "2021-01-01": 1, "2021-01-31": 1, "2021-02-01": 2, "2024-02-29": 2,
		"2023-12-31": 12, "2021-08-04": 8,
	} {
		var m Mark
		m.X, m.Soft = isoSpan(date)
		if got := calendarColumn(m); got != want {
			t.Errorf("%s is in column %d, want %d", date, got, want)
		}
		if year := strings.Split(date, "-")[0]; yearText(m.X) != year {
			t.Errorf("%s is in %s", date, yearText(m.X))
		}
	}
}

// Long spans without an event are one line that says so; one or two empty years keep theirs.
func TestEmptyYearsAreFolded(t *testing.T) {
	spec := calendarSpecs()["events"](words.English)
	var said []string
	for _, l := range labelsOf(laid(t, spec, 900, 600, 1)) {
		said = append(said, l.Text)
	}
	for _, want := range []string{"1969 to 1993: no event listed", "2006 to 2012: no event listed", "1968", "1994", "2005", "Some time in the", "January"} {
		if !slices.Contains(said, want) {
			t.Errorf("%q is not said in %q", want, said)
		}
	}
	if slices.Contains(said, "1980") {
		t.Error("an empty year of many has its line")
	}
}

// What has no place of its own is counted, and can be read all the same.
func TestEventsBeyondTheRoomAreCounted(t *testing.T) {
	spec := calendarSpecs()["a crowd in a month"](words.English)
	d := laid(t, spec, 620, 400, 1)
	counted := 0
	for _, l := range labelsOf(d) {
		if n := 0; strings.HasPrefix(l.Text, "+") {
			if _, err := fmt.Sscanf(l.Text, "+%d", &n); err == nil {
				counted += n
			}
		}
	}
	boxes := map[Rect]int{}
	for _, h := range d.Hits {
		boxes[h.Box]++
	}
	most := 0
	for _, n := range boxes {
		most = max(most, n)
	}
	if counted == 0 || counted != most || len(d.Hits) != len(spec.Marks) {
		t.Errorf("counted are %d, %d share a place, %d of %d can be read", counted, most, len(d.Hits), len(spec.Marks))
	}
}

func TestFewEventsOfACalendarAreAllNamed(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, w := range []float64{620, 1400} {
			for _, k := range []float64{1, 2} {
				spec := calendarSpecs()["events"](lang)
				p := newCalendar(newCanvas(spec.Tr, framed(Frame{W: w, Palette: look.Light(), Text: k})), spec, 0, w)
				p.packInto(10000)
				for _, y := range p.years {
					if y.chosen.named != len(y.events) {
						t.Errorf("%s, %g at %g: %d of %d events of %d are named", lang, w, k, y.chosen.named, len(y.events), y.from)
					}
				}
			}
		}
	}
}

// Groups differ in the shapes of their markers, not in colour alone.
func TestMarkersOfGroupsDiffer(t *testing.T) {
	seen := map[string]int{}
	for place := range lotShapes {
		c := newCanvas(words.For(words.English), framed(Frame{W: 600, Palette: look.Light()}))
		c.lot(place, Point{}, 10, false)
		var shape string
		switch s := c.Shapes[0].(type) {
		case Area:
			shape = fmt.Sprint(s.Points)
		case Disc:
			shape = fmt.Sprint("disc", s.Radius)
		}
		if other, ok := seen[shape]; ok {
			t.Errorf("markers %d and %d have the same shape", other, place)
		}
		seen[shape] = place
	}
}

func TestTheAltOfACalendarNamesTheBusiestYear(t *testing.T) {
	got := alt(calendarSpecs()["events"](words.English), "")
	if !strings.Contains(got, "The year with the most events is 2022, with 3.") {
		t.Error(got)
	}
}
