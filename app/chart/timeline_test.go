package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

func timelineSpecs() map[string]func(words.Lang) Spec {
	return map[string]func(words.Lang) Spec{
		"events": eventsSpec, "crowd": crowdSpec(90),
		"one":         changed(eventsSpec, func(s *Spec) { s.Marks = s.Marks[:1] }),
		"no lanes":    changed(eventsSpec, func(s *Spec) { s.Groups = nil }),
		"no series":   changed(eventsSpec, func(s *Spec) { s.Series = nil }),
		"long":        changed(eventsSpec, longTexts),
		"months":      changed(eventsSpec, func(s *Spec) { s.Marks = slices.Concat(s.Marks[3:9], s.Marks[10:]) }),
		"one year":    changed(eventsSpec, func(s *Spec) { s.Marks = s.Marks[5:7] }),
		"a wide year": changed(eventsSpec, func(s *Spec) { s.Marks = s.Marks[5:7]; s.Marks[0].X, s.Marks[0].Soft = isoSpan("2022") }),
		"one day":     changed(eventsSpec, sameDay),
		"far apart":   changed(eventsSpec, func(s *Spec) { s.Marks[0].X, s.Marks[1].X = -9e5, 9e5 }),
		"undated":     changed(eventsSpec, func(s *Spec) { s.Marks[0].X, s.Marks[5].X = math.NaN(), math.Inf(1) }),
		"without names": changed(eventsSpec, func(s *Spec) {
			for i := range s.Marks[1:] {
				s.Marks[i].Label = ""
			}
		}),
	}
}

func sameDay(s *Spec) {
	for i := range s.Marks {
		s.Marks[i].X, s.Marks[i].Soft = s.Marks[8].X, 0
	}
}

// Marks stand in the order of their dates, and no mark covers another or a text.
func TestEventsStandWhereTheirDatesAre(t *testing.T) {
	for _, name := range []string{"events", "crowd", "one day"} {
		spec := timelineSpecs()[name](words.Spanish)
		d := laid(t, spec, 860, 600, 1)
		slices.SortStableFunc(d.Hits, func(a, b Hit) int { return compareAxis(spec.Marks[a.Mark].X, spec.Marks[b.Mark].X) })
		for i, h := range d.Hits {
			if i > 0 && d.Hits[i-1].Anchor.X > h.Anchor.X+0.01 {
				t.Errorf("%s: %s stands left of an earlier event", name, spec.Marks[h.Mark].ID)
			}
			for _, o := range d.Hits[:i] {
				if h.Box.Overlaps(o.Box) {
					t.Errorf("%s: %s covers %s", name, spec.Marks[h.Mark].ID, spec.Marks[o.Mark].ID)
				}
			}
		}
		if len(d.Hits) != len(spec.Marks) {
			t.Errorf("%s: %d of %d events can be read", name, len(d.Hits), len(spec.Marks))
		}
	}
}

// labelledIn counts the events whose label stands in a drawing.
func labelledIn(spec Spec, d Drawing) int {
	said := ""
	for _, l := range labelsOf(d) {
		said += " " + l.Text
	}
	count := 0
	for _, m := range spec.Marks {
		if strings.Contains(said, m.Label) {
			count++
		}
	}
	return count
}

func TestFewEventsAllHaveTheirLabelsAndDates(t *testing.T) {
	for _, w := range []float64{520, 860, 1400} {
		spec := eventsSpec(words.English)
		d := laid(t, spec, w, 100, 1)
		if got := labelledIn(spec, d); got != len(spec.Marks) && w > 520 {
			t.Errorf("at %g %d of %d events are named", w, got, len(spec.Marks))
		}
		for _, m := range spec.Marks {
			if !slices.ContainsFunc(labelsOf(d), func(l Label) bool { return l.Text == m.When }) {
				t.Errorf("at %g %s is without its date", w, m.ID)
			}
		}
	}
}

func TestMoreHeightShowsMoreLabels(t *testing.T) {
	spec := crowdSpec(90)(words.English)
	last := 0
	for _, h := range []float64{600, 1000, 1400, 2600} {
		d := laid(t, spec, 860, h, 1)
		labels := 0
		for _, l := range labelsOf(d) {
			if l.Role == "label" {
				labels++
			}
		}
		if labels < last {
			t.Errorf("%d lines of labels at %g, %d at less", labels, h, last)
		}
		last = labels
		if !slices.ContainsFunc(labelsOf(d), func(l Label) bool { return l.Text == spec.Marks[40].Label }) {
			t.Errorf("at %g the finding has no label", h)
		}
	}
}

// Keys go through a lane in the order of time, and up and down to the others.
func TestKeysGoThroughLanes(t *testing.T) {
	spec := eventsSpec(words.English)
	d := laid(t, spec, 860, 500, 1)
	at := 0
	for _, want := range []int{1, 2, 3, 3} {
		if at = d.Neighbour(at, 1, 0); at != want {
			t.Fatalf("right of an event is %d, want %d", at, want)
		}
	}
	if below := d.Neighbour(3, 0, 1); spec.Marks[below].Group != 1 {
		t.Errorf("below the laws is %s", spec.Marks[below].ID)
	}
}

func TestTicksOfTimeAreNice(t *testing.T) {
	for _, c := range []struct {
		from, to string
		w        float64
		want     string
	}{
		{"1968", "2026", 900, "1970 1975 1980"},
		{"1968", "2026", 300, "1970 1980 1990"},
		{"2018-03", "2026-02", 700, "2019 2020 2021"},
		{"2021-02", "2023-11", 900, "July 2021"},
		{"2024-01-10", "2024-05-20", 900, "February 2024 March 2024"},
		{"2024-01-10", "2024-01-12", 900, "January 2024"},
	} {
		from, _ := isoSpan(c.from)
		to, _ := isoSpan(c.to)
		spec := eventsSpec(words.English)
		spec.Marks = spec.Marks[:2]
		spec.Marks[0].X, spec.Marks[1].X, spec.Marks[0].Soft = from, to, 0
		tl := newTimeline(newCanvas(spec.Tr, framed(Frame{W: c.w, H: 400, Palette: look.Light()})), spec, 0, c.w)
		var names []string
		for i, tick := range tl.ticks() {
			names = append(names, tick.text)
			if i > 0 && tick.at <= tl.ticks()[i-1].at {
				t.Errorf("%s to %s: ticks fall", c.from, c.to)
			}
		}
		if got := strings.Join(names, " "); !strings.Contains(got, c.want) {
			t.Errorf("%s to %s at %g: %q, want %q in it", c.from, c.to, c.w, got, c.want)
		}
	}
}

func TestDatesMayBePartial(t *testing.T) {
	for text, want := range map[string][2]float64{
		"1968":       {1968.5, 1},
		"2009-03":    {2009 + 74.5/365, 31.0 / 365},
		"2012-02":    {2012 + 45.5/366, 29.0 / 366},
		"2021-01-01": {2021 + 0.5/365, 0},
		"2021-12-31": {2022 - 0.5/365, 0},
		"":           {math.NaN(), 0},
		"2021-13":    {math.NaN(), 0},
		"March 2021": {math.NaN(), 0},
		"20210":      {math.NaN(), 0},
	} {
		at, soft := isoSpan(text)
		if math.Abs(at-want[0]) > 1e-9 || math.IsNaN(at) != math.IsNaN(want[0]) || math.Abs(soft-want[1]) > 1e-9 {
			t.Errorf("%q is %g and %g long, want %v", text, at, soft, want)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"1968", "2009-03", "2021-08-04", "0000", "9999-12-31", "x", "-1", "2021-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, soft := isoSpan(text)
		if math.IsInf(at, 0) || soft < 0 || soft > 1.001 || at < -1 || at > 10001 {
			t.Errorf("%q is %g and %g long", text, at, soft)
		}
	})
}
