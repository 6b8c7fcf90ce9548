package explore

import (
	"fyne.io/fyne/v2"

	"doublefix/views/kit"
)

// leastMain is how wide the middle has to stay beside the list or the drawer, before the text factor.
const leastMain = 560

// panes lays out list, middle and drawer. Where there is little room the list folds first; then the drawer covers the
// middle.
type panes struct{ v *View }

// MinSize is small, so that the window can be.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 160) }

// Layout implements fyne.Layout.
func (p *panes) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := p.v
	v.fold(size.Width < v.style.Px(listWidth+leastMain))
	list, drawer := v.style.Px(listWidth)+1, v.style.Px(drawerWidth)+1
	covers := size.Width-drawer < v.style.Px(leastMain)
	v.covers = covers
	v.left.Hidden = v.listFolded() && !v.state.listed
	v.side.Hidden = !v.state.Drawer
	v.main.Hidden = v.state.listed || (v.state.Drawer && covers)
	x, right := float32(0), size.Width
	switch {
	case v.state.listed:
		list = size.Width
	case v.state.Drawer && covers:
		drawer = size.Width
	}
	if !v.left.Hidden {
		v.left.Move(fyne.Position{})
		v.left.Resize(fyne.NewSize(list, size.Height))
		x = list
	}
	if !v.side.Hidden {
		right -= drawer
		v.side.Move(fyne.NewPos(right, 0))
		v.side.Resize(fyne.NewSize(drawer, size.Height))
	}
	if !v.main.Hidden {
		room := fyne.NewSize(right-x, size.Height)
		v.pending = v.pending || v.state.Row != "" && room != v.main.Size()
		v.main.Move(fyne.NewPos(x, 0))
		v.main.Resize(room)
	}
}

// fold follows the width of the window; the way back to the list comes and goes with it.
func (v *View) fold(narrow bool) {
	v.state.listed = v.state.listed && narrow
	if narrow == v.narrow {
		return
	}
	v.narrow = narrow
	v.showMain()
}

// listFolded reports whether the list gives its room to something else.
func (v *View) listFolded() bool { return v.narrow || v.state.Drawer }

// unfold brings the list back: by closing the drawer, or in place of the chart where the window is narrow.
func (v *View) unfold() {
	if v.state.Drawer {
		v.toggle(v.state.Panel)
	}
	v.state.listed = v.narrow
	v.root.Refresh()
	v.deps.Focus(v.style.Register.Get("explore.list"))
}

// settled is the layout of the middle. When what is shown has its size for the first time, what is read comes into sight.
type settled struct{ v *View }

// MinSize implements fyne.Layout.
func (settled) MinSize(objects []fyne.CanvasObject) fyne.Size { return kit.Fill{}.MinSize(objects) }

// Layout implements fyne.Layout.
func (l settled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kit.Fill{}.Layout(objects, size)
	if l.v.restore != nil && size.Height > 1 {
		l.v.scrollBack()
	}
	if l.v.pending && size.Height > 1 {
		l.v.pending = false
		l.v.showRead()
	}
}
