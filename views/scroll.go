package views

// keepScroll has a place remember how far it is scrolled, before it gives way.
func (w *window) keepScroll() {
	if w.explore != nil {
		w.explore.KeepScroll()
	}
	if w.rank != nil {
		w.rank.Keep()
	}
	if w.ballots != nil {
		w.ballots.Keep()
	}
	if w.result != nil {
		w.result.Keep()
	}
	if w.handout != nil {
		w.handout.Keep()
	}
}

// scaleScroll keeps about the same lines in sight when text gets larger or smaller.
func (w *window) scaleScroll(by float32) {
	for _, y := range []*float32{&w.rankState.Scroll, &w.ballotState.Scroll, &w.resultState.Scroll, &w.handoutState.List} {
		*y *= by
	}
	w.exploreState.ScaleScroll(by)
}
