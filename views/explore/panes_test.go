package explore

import (
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

// Whoever switches language or colours, or looks at another place, comes back to what was in sight.
func TestScrollIsKept(t *testing.T) {
	for name, size := range map[string]fyne.Size{"chart and drawer": {Width: 1204, Height: 420}, "drawer over the chart": {Width: 700, Height: 420}} {
		r := enter(t, words.English, State{Dataset: "us_share"})
		r.view.ToggleAsk()
		r.win.Resize(size)
		r.win.Canvas().Capture()
		r.view.drawerPane.SetOffset(150)
		r.view.chartPane.SetOffset(90)
		drawer, chart := r.view.drawerPane.Offset(), r.view.chartPane.Offset()
		r.view.KeepScroll()
		again := enter(t, words.English, r.state)
		again.view.KeepScroll() // before it was ever seen
		again.win.Resize(size)
		again.win.Canvas().Capture()
		if got := again.view.drawerPane.Offset(); got != drawer || got == 0 {
			t.Errorf("%s: the drawer stands at %v, was at %v", name, got, drawer)
		}
		if got := again.view.chartPane.Offset(); got != chart && !again.view.covers {
			t.Errorf("%s: the chart stands at %v, was at %v", name, got, chart)
		}
		again.view.KeepScroll()
		again.view.Choose("homicide_rates")
		other := enter(t, words.English, again.state)
		other.win.Canvas().Capture()
		if got := other.view.chartPane.Offset(); got != 0 {
			t.Errorf("%s: another chart begins at %v", name, got)
		}
	}
}
