package views

import (
	"slices"

	"doublefix/views/explore"
)

// stop is something that was looked at, as it was left.
type stop struct {
	place  string
	spot   explore.Spot
	focus  string // name of the part that had it
	thread bool   // a bar leads back to here
	led    bool   // a bar led from here to the stop before
}

// trail is the way that was taken through the places: what lies behind, and what was gone back from, nearest last.
type trail struct{ behind, ahead []stop }

// longestTrail is how many stops are kept.
const longestTrail = 100

// here is what is shown now.
func (w *window) here() stop {
	return stop{place: w.settings.Place, spot: w.exploreState.Spot(), focus: w.style.Register.IDOf(w.win.Canvas().Focused())}
}

// leave keeps what is shown as a stop, since something else is going to be.
func (w *window) leave(thread bool) {
	s := w.here()
	s.thread = thread
	w.trail.behind = append(w.trail.behind, s)
	if len(w.trail.behind) > longestTrail {
		w.trail.behind = w.trail.behind[1:]
	}
	w.trail.ahead = nil
}

// leaveSpot is [window.leave] for a step within Explore. Who chooses something new has left a disagreement behind, but can
// still go back to the ranking.
func (w *window) leaveSpot(how explore.Going) {
	if how == explore.ByChoice {
		w.cut(placeExplore)
	}
	w.leave(how == explore.ByClaim)
}

// leavePlace is [window.leave] for a step to another place: no bar leads over it.
func (w *window) leavePlace() {
	w.cut(placeExplore, placeRank, placeHandout)
	w.leave(false)
}

// cut takes the bars away that lead to some places.
func (w *window) cut(places ...string) {
	for i := range w.trail.behind {
		if s := &w.trail.behind[i]; slices.Contains(places, s.place) {
			s.thread = false
		}
	}
}

// thread returns which stop the bar leads back to, -1 for none.
func (t trail) thread() int {
	for i, s := range slices.Backward(t.behind) {
		if s.thread {
			return i
		}
	}
	return -1
}

// trailOf is the trail as Explore shows it.
func (w *window) trailOf() explore.Trail {
	t := explore.Trail{Back: len(w.trail.behind) > 0, Forward: len(w.trail.ahead) > 0}
	if at := w.trail.thread(); at >= 0 {
		s := w.trail.behind[at]
		t.Thread, t.Spot = true, s.spot
		if s.place != placeExplore {
			t.Place = s.place
		}
	}
	return t
}

// back goes to the stop before.
func (w *window) back() { w.backBy(1) }

// unwind goes to where the bar leads.
func (w *window) unwind() { w.backBy(len(w.trail.behind) - w.trail.thread()) }

func (w *window) backBy(steps int) {
	t := &w.trail
	if steps < 1 || steps > len(t.behind) {
		return
	}
	now := w.here()
	for range steps {
		last := len(t.behind) - 1
		now.led = t.behind[last].thread
		t.ahead = append(t.ahead, now)
		now, t.behind = t.behind[last], t.behind[:last]
	}
	w.arrive(now)
}

// forward goes to what was gone back from.
func (w *window) forward() {
	t := &w.trail
	last := len(t.ahead) - 1
	if last < 0 {
		return
	}
	to, now := t.ahead[last], w.here()
	now.thread = to.led
	t.behind, t.ahead = append(t.behind, now), t.ahead[:last]
	w.arrive(to)
}

// arrive shows a stop as it was left.
func (w *window) arrive(to stop) {
	w.keepScroll()
	w.exploreState.Visit(to.spot)
	w.settings.Place, w.settings.Dataset = to.place, to.spot.Dataset
	w.win.Canvas().Unfocus()
	w.showPlace()
	w.focus(w.style.Register.Get(to.focus))
	if w.win.Canvas().Focused() == nil { // the part has gone, or cannot take it now
		w.focus(w.firstFocus())
	}
	w.settings.save()
}

func (w *window) noBack() string {
	if len(w.trail.behind) == 0 {
		return "disabled.back"
	}
	return ""
}

func (w *window) noForward() string {
	if len(w.trail.ahead) == 0 {
		return "disabled.forward"
	}
	return ""
}
