package explore

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// With large text the chart comes before the words about it, so that it is in sight.
func TestLargeTextPutsTheLeadBelowTheChart(t *testing.T) {
	for _, factor := range []float32{1, 1.25, 1.5, 1.75, 2} {
		r := enterSized(t, words.Spanish, State{Dataset: "us_share"}, factor)
		column := kit.Column(0, r.view.heading(marked{}))
		lead := r.view.data.Lead.In(words.Spanish)
		if lead == "" {
			t.Fatal("the dataset has no lead")
		}
		above := strings.Contains(test.RenderObjectToMarkup(column), strings.Fields(lead)[0]+" "+strings.Fields(lead)[1])
		if above != (factor <= largeText) {
			t.Errorf("at %v the lead is above the chart: %v", factor, above)
		}
	}
}

func TestTheChosenDatasetIsInSight(t *testing.T) {
	r := enter(t, words.English, State{})
	r.win.Resize(fyne.NewSize(1000, 240))
	r.win.Canvas().Focus(r.style.Register.Get("explore.list"))
	r.key(fyne.KeyEnd)
	pane := r.view.listScroll
	if pane.Offset() == 0 {
		t.Error("the last dataset is out of sight")
	}
	r.view.Step(1)
	if pane.Offset() != 0 {
		t.Errorf("the first dataset is out of sight: scrolled by %v", pane.Offset())
	}
}

// What is read by keys comes into sight with its card, also where the whole middle scrolls.
func TestReadingLargeTextScrolls(t *testing.T) {
	r := enterSized(t, words.Spanish, State{}, 2)
	r.win.Resize(fyne.NewSize(900, 560))
	r.key(fyne.KeyEnd)
	top, bottom, ok := r.view.chart.Place()
	from, to := r.view.mainPane.SeenOf(r.view.chart)
	if !ok || r.view.mainPane.Offset() == 0 || top < from || min(bottom, top+100) > to {
		t.Errorf("the mark stands from %v to %v, in sight is %v to %v", top, bottom, from, to)
	}
}
