package explore

import (
	"strconv"
	"strings"
	"testing"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

func TestTimelineIsNarrowedByYears(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{Dataset: "timeline"})
		first, last := r.view.bounds()
		all := len(r.view.rows)
		for range 3 {
			r.view.Zoom(1)
		}
		from, to := r.view.span()
		if from <= first || to-from >= (last-first)/4 || len(r.view.rows) == 0 || len(r.view.rows) >= all {
			t.Errorf("%s: %d to %d of %d to %d, %d of %d events", lang, from, to, first, last, len(r.view.rows), all)
		}
		for _, row := range r.view.rows {
			if y := yearOf(row, r.view.view); y < from || y > to {
				t.Errorf("%s: %s is of %d", lang, row.ID, y)
			}
		}
		for _, says := range []string{r.view.spec.Subtitle, r.view.view.Showing.In(lang)} {
			if !strings.Contains(says, strconv.Itoa(from)) || !strings.Contains(says, strconv.Itoa(to)) {
				t.Errorf("%s: %q does not say the years", lang, says)
			}
		}
		r.view.Shift(-1)
		if earlier, _ := r.view.span(); earlier >= from {
			t.Errorf("%s: earlier than %d is %d", lang, from, earlier)
		}
		for range 60 {
			r.view.Shift(1)
		}
		if _, to := r.view.span(); to != last {
			t.Errorf("%s: the latest is %d, want %d", lang, to, last)
		}
		for range 9 {
			r.view.Zoom(-1)
		}
		if !r.state.Spans["timeline"].all() || len(r.view.rows) != all {
			t.Errorf("%s: zoomed out it shows %d of %d", lang, len(r.view.rows), all)
		}
	}
}

// A calendar is narrowed as the timeline that it shows in another way.
func TestCalendarIsNarrowedByYears(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "timeline", Lenses: map[string]dataset.Lens{"timeline": {Form: string(chart.Calendar)}}})
	all := len(r.view.rows)
	if r.view.spec.Form != chart.Calendar || !r.view.Timed() || all == 0 {
		t.Fatalf("%s with %d events, timed: %v", r.view.spec.Form, all, r.view.Timed())
	}
	r.view.Zoom(1)
	r.press("time.lane.law")
	from, to := r.view.span()
	for _, row := range r.view.rows {
		if y := yearOf(row, r.view.view); y < from || y > to || row.Text("lane", words.English) == "law" {
			t.Errorf("%s of %d is shown", row.ID, y)
		}
	}
	if n := len(r.view.rows); n == 0 || n >= all || !strings.Contains(r.view.spec.Subtitle, strconv.Itoa(from)) {
		t.Errorf("%d of %d events, %q", n, all, r.view.spec.Subtitle)
	}
}

// Zooming goes on until one year is left, around the event being read, which stays.
func TestZoomKeepsWhatIsRead(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "timeline"})
	r.view.chart.ReadID("V03")
	for range 9 {
		r.view.Zoom(1)
	}
	if from, to := r.view.span(); from != 2004 || to != 2004 || r.state.Row != "V03" || r.view.chart.Current() < 0 {
		t.Errorf("%d to %d, reading %q", from, to, r.state.Row)
	}
}

func TestTopicsOfATimeline(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "timeline"})
	all := len(r.view.rows)
	r.press("time.lane.law")
	for _, row := range r.view.rows {
		if row.Text("lane", words.English) == "law" {
			t.Errorf("%s is a law", row.ID)
		}
	}
	if len(r.view.rows) >= all || !strings.Contains(r.view.spec.Subtitle, "Laws") {
		t.Errorf("%d of %d events, %q", len(r.view.rows), all, r.view.spec.Subtitle)
	}
	again := enter(t, words.Spanish, r.state)
	if len(again.view.rows) != len(r.view.rows) || !strings.Contains(again.view.spec.Subtitle, "Leyes") {
		t.Errorf("in Spanish %d events, %q", len(again.view.rows), again.view.spec.Subtitle)
	}
	for _, g := range r.view.view.Groups {
		if g.ID != "law" {
			r.press("time.lane." + g.ID)
		}
	}
	if len(r.view.rows) != all {
		t.Errorf("without any topic %d of %d events are shown", len(r.view.rows), all)
	}
}

// Years without events say so, and what was left out is shown when it is looked for.
func TestOpeningAnEventThatIsLeftOut(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "timeline", Spans: map[string]Span{"timeline": {From: 1975, To: 1980}}})
	if len(r.view.rows) != 0 || r.view.chart != nil {
		t.Fatalf("%d events", len(r.view.rows))
	}
	r.win.Canvas().Capture()
	r.view.Open(Target{Row: "V03"})
	if !r.shows("V03") {
		t.Error("the event is not shown")
	}
}
