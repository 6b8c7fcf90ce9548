package explore

import (
	"fyne.io/fyne/v2"

	"doublefix/views/kit"
)

// scrolled is how far the panes are scrolled, and of what.
type scrolled struct {
	dataset, face       string
	panel               Panel
	main, chart, drawer float32
}

// KeepScroll remembers how far the panes are scrolled, before the place gives way or is built anew.
func (v *View) KeepScroll() {
	at := func(pane *kit.Scroller) float32 {
		if pane == nil {
			return 0
		}
		return pane.Offset()
	}
	if v.data == nil {
		return
	}
	now := scrolled{v.data.ID, v.FaceID(), v.drawerShown, at(v.mainPane), at(v.chartPane), 0}
	if v.state.Drawer {
		now.drawer = at(v.drawerPane)
	}
	if was := v.restore; was != nil { // not in sight since
		now.main, now.chart = was.main, was.chart
	}
	if was := v.restoreDrawer; was != nil {
		now.drawer = was.drawer
	}
	v.state.scroll = now
}

// ScaleScroll keeps about the same lines in sight when text gets larger or smaller.
func (s *State) ScaleScroll(by float32) {
	s.scroll.main, s.scroll.chart, s.scroll.drawer = s.scroll.main*by, s.scroll.chart*by, s.scroll.drawer*by
}

// scrollBack puts the panes where they were, once they have a size.
func (v *View) scrollBack() {
	was := v.restore
	if was == nil || was.dataset != v.data.ID || was.face != v.FaceID() {
		v.restore = nil
		return
	}
	v.restore = nil
	for _, each := range []struct {
		pane *kit.Scroller
		to   float32
	}{{v.mainPane, was.main}, {v.chartPane, was.chart}} {
		if each.pane != nil {
			each.pane.SetOffset(each.to)
		}
	}
}

// settledSide is the layout of the drawer, which is put where it was when it has its size for the first time.
type settledSide struct{ v *View }

// MinSize implements fyne.Layout.
func (settledSide) MinSize(objects []fyne.CanvasObject) fyne.Size { return kit.Fill{}.MinSize(objects) }

// Layout implements fyne.Layout.
func (l settledSide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kit.Fill{}.Layout(objects, size)
	if was := l.v.restoreDrawer; was != nil && size.Height > 1 {
		l.v.restoreDrawer = nil
		if l.v.data != nil && was.dataset == l.v.data.ID && was.panel == l.v.drawerShown && l.v.drawerPane != nil {
			l.v.drawerPane.SetOffset(was.drawer)
		}
	}
}
