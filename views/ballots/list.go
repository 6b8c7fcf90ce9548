package ballots

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// list shows the ballots that were entered, newest first. Only the rows in sight are made. It is one stop of the focus:
// arrows, Home, End, Page Up and Page Down choose, Enter corrects and Delete withdraws.
type list struct {
	widget.List
	v       *View
	focused bool
	high    float32 // how high a line of text is; measuring each one takes most of the time
}

const pageRows = 10

func newList(v *View) *list {
	l := &list{v: v, high: v.style.Text("0", kit.SizeBody, kit.Semibold, v.style.Palette.Ink).MinSize().Height}
	l.HideSeparators = true
	l.Length = func() int { return len(v.shown.Rows) }
	l.CreateItem = func() fyne.CanvasObject { return newLine(v) }
	l.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) { l.fill(id, o.(*line)) }
	l.OnSelected = func(id widget.ListItemID) {
		l.UnselectAll()
		v.deps.Focus(l)
		l.move(id)
	}
	l.ExtendBaseWidget(l)
	v.style.Register.Put("ballots-list", l)
	return l
}

func (l *list) fill(id widget.ListItemID, o *line) {
	if id >= 0 && id < len(l.v.shown.Rows) {
		row := l.v.shown.Rows[id]
		o.set(row, row.ID == l.v.state.Current, l.focused)
	}
}

// at is the place of the chosen row, -1 where none is chosen.
func (l *list) at() int {
	return slices.IndexFunc(l.v.shown.Rows, func(r Row) bool { return r.ID == l.v.state.Current })
}

// move chooses a row and brings it into sight.
func (l *list) move(to int) {
	if n := len(l.v.shown.Rows); n > 0 {
		to = min(max(to, 0), n-1)
		l.v.state.Current = l.v.shown.Rows[to].ID
		l.ScrollTo(to)
	}
	l.Refresh()
}

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() {
	l.focused = true
	l.move(max(l.at(), 0))
	l.v.hint(l.v.tr("ballots.list.hint"))
	l.v.reveal(l.v.tall)
}

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() { l.focused = false; l.Refresh(); l.v.hint("") }

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	at, id := l.at(), l.v.state.Current
	switch ev.Name {
	case fyne.KeyUp:
		l.move(at - 1)
	case fyne.KeyDown:
		l.move(at + 1)
	case fyne.KeyPageUp:
		l.move(at - pageRows)
	case fyne.KeyPageDown:
		l.move(at + pageRows)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.v.shown.Rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.v.correct(id)
	case fyne.KeyDelete:
		l.v.withdraw(id)
	default:
		if l.v.style.Key != nil {
			l.v.style.Key(ev)
		}
	}
}

// TypedRune hands on every letter but those that would enter a ballot while another one is chosen here.
func (l *list) TypedRune(r rune) {
	if l.v.style.Rune != nil && !strings.ContainsRune(" bBsS", r) {
		l.v.style.Rune(r)
	}
}

// reveal scrolls the place until a part of it is seen.
func (v *View) reveal(o fyne.CanvasObject) {
	if v.page != nil && o != nil {
		v.page.RevealIn(o, 0, o.Size().Height)
	}
}

// hint tells what the part with the focus does.
func (v *View) hint(text string) {
	if v.style.Hint != nil {
		v.style.Hint(text)
	}
}

// rowMenu opens what can be done with a ballot.
func (v *View) rowMenu(id string, below fyne.CanvasObject) {
	row := v.shown.row(id)
	if row == nil || v.shown.Phase != Open {
		return
	}
	v.state.Current = id
	v.list.Refresh()
	key := "ballots.correct"
	if v.state.Second {
		key = "ballots.repeat"
	}
	again := fyne.NewMenuItem(v.tr(key), func() { v.correct(id) })
	again.Disabled = row.Screen || row.Imported
	withdraw := fyne.NewMenuItem(v.tr("ballots.withdraw"), func() { v.withdraw(id) })
	withdraw.Disabled = row.State == Withdrawn
	v.deps.PopUp(fyne.NewMenu("", again, withdraw), below)
}

// markOnly is the width of a column with a mark and no words.
const markOnly = 32

// listWidth is how wide the list becomes.
func (v *View) listWidth() float32 {
	if v.narrow() {
		return v.width()
	}
	return (v.width() - cardGap) * (1 - firstShare)
}

// columns are the widths of the columns of the list: number, digits, order, table, second entry, menu.
func (v *View) columns(width float32) [6]float32 {
	s := v.style
	number, digits := s.Px(56), s.Px(max(70, float32(len(v.shown.Options))*9+12))
	table, second, menu := s.Px(76), s.Px(118), s.Px(30)
	if width < s.Px(540) {
		second = s.Px(markOnly)
	}
	if len(v.shown.Tables) == 0 || width < s.Px(400) {
		table = 0
	}
	if v.shown.Counts.Second == 0 && !v.state.Second {
		second = 0
	}
	rest := max(width-2*listSide-number-digits-table-second-menu, 0)
	return [6]float32{number, digits, rest, table, second, menu}
}

const listSide = 16

// columnNames are the titles of the columns; the list is as wide as the place lets it be.
func (v *View) columnNames() [6]string {
	second := "ballots.column.second"
	if v.columns(v.listWidth())[4] <= v.style.Px(markOnly) {
		second = "ballots.column.second.short"
	}
	return [6]string{
		v.tr("ballots.column.number"), v.tr("ballots.column.paper"), v.tr("ballots.column.order"), v.tr("ballots.table"),
		v.tr(second), "",
	}
}

// across puts objects in the columns of the list; those without room are hidden.
type across struct{ v *View }

// MinSize implements fyne.Layout.
func (a across) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, a.v.style.Px(30)) }

// Layout implements fyne.Layout.
func (a across) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(listSide)
	for i, w := range a.v.columns(size.Width) {
		o := objects[i]
		if w == 0 {
			o.Hide()
			continue
		}
		o.Show()
		h := min(o.MinSize().Height, size.Height)
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
		x += w
	}
}

// heads is the line above the list.
func (v *View) heads() fyne.CanvasObject {
	s := v.style
	box := &fyne.Container{Layout: across{v}}
	for _, name := range v.columnNames() {
		label := s.OneLine(name, kit.SizeMeta, 16, s.Palette.Quiet)
		kit.Append(box, label)
	}
	return kit.Behind(s.Rect(s.Palette.Ground, nil), box)
}
