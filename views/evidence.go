package views

import (
	"doublefix/views/explore"
	"doublefix/views/rank"
)

// openEvidence goes from an option to what its evidence speaks of; a bar there leads back.
func (w *window) openEvidence(_ string, to rank.Target) {
	spot, ok := explore.Resolve(w.deps.Set, explore.Target{Dataset: to.Dataset, View: to.View, Row: to.Row, Term: to.Term})
	if !ok {
		return
	}
	w.leave(true)
	w.exploreState.Query, w.exploreState.Hit = "", ""
	w.exploreState.Visit(spot)
	w.enter(placeExplore)
}
