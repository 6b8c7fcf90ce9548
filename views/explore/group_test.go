package explore

import (
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// A group that is chosen starts with the first summary that its figures allow; rows are counted only where none does.
func TestGroupStartsWithItsFigures(t *testing.T) {
	counted, summarized := 0, 0
	r := enter(t, words.English, State{})
	for _, id := range r.view.order() {
		r.view.Choose(id)
		if !r.view.HasFigures() {
			continue
		}
		if !r.state.Drawer {
			r.view.ToggleAsk()
		}
		for _, g := range r.view.data.Groupable(dataset.Lens{}, r.style.Tr) {
			r.press("ask.group." + g.Field)
			q := r.view.lens()
			want := dataset.Count
			for _, by := range []dataset.Aggregate{dataset.Median, dataset.Mean, dataset.Sum} {
				if r.view.data.MayAggregate(q, by, r.style.Tr) == "" {
					want = by
				}
			}
			if q.Group != g.Field || q.By != want {
				t.Errorf("%s by %s is put together by %q instead of %q", id, q.Group, q.By, want)
			}
			if want == dataset.Count {
				counted++
			} else {
				summarized++
			}
			r.press("ask.group.none")
		}
	}
	if counted == 0 || summarized == 0 {
		t.Errorf("%d groups count rows, %d summarize figures: one kind is not tried", counted, summarized)
	}
}
