package ballots

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// entered is the card with the ballots that are in.
func (v *View) entered() fyne.CanvasObject {
	s := v.style
	body := fyne.CanvasObject(container.NewThemeOverride(v.list, dense{theme.Current()}))
	if len(v.shown.Rows) == 0 {
		empty := kit.Column(12, s.Body(v.tr("ballots.empty")))
		if v.shown.Phase == Open {
			kit.Append(empty, kit.Row(0, s.Button(kit.ButtonSpec{ID: "ballots.empty.import", Text: v.tr("ballots.import"), OnTapped: v.deps.Import})))
		}
		body = kit.Pad(kit.Even(listSide), empty)
	}
	v.tall = &fyne.Container{Layout: atLeast(s.Px(leastList)), Objects: []fyne.CanvasObject{body}}
	column := kit.ColumnGrow(0, v.tall, kit.Pad(kit.Inset{Top: 10, Bottom: 10, Left: listSide, Right: listSide}, v.enteredHead()))
	if differ := v.differences(); differ != nil {
		kit.Append(column, s.Rule(), differ)
	}
	kit.Append(column, s.Rule(), v.heads(), s.Rule(), v.tall)
	if text := v.closeText(); text != "" && v.shown.Phase == Open {
		said := s.Paragraph(text, kit.SizeBody, 20, kit.Regular, s.Palette.Quiet)
		foot := kit.RowGrow(8, said, s.IconImage("lock", 16, s.Palette.Quiet), said)
		kit.Append(column, s.Rule(), kit.Pad(kit.Inset{Top: 10, Bottom: 10, Left: listSide, Right: listSide}, foot))
	}
	return column
}

// leastList is how high the list stays in a low window; below that the whole place scrolls.
const leastList = 160

// leastSaid is how wide the card must be to say beside its title how many ballots are in.
const leastSaid = 560

// enteredHead names the list and has what is done with all ballots.
func (v *View) enteredHead() fyne.CanvasObject {
	s := v.style
	title := s.Text(v.tr("ballots.entered"), kit.SizeTitle, kit.Semibold, s.Palette.Ink)
	what := kit.RowGrow(8, title, title)
	if v.listWidth() > s.Px(leastSaid) {
		said := s.OneLine(v.progress(), kit.SizeBody, 20, s.Palette.Quiet)
		what = kit.RowGrow(8, said, title, said)
	}
	if v.shown.Phase != Open {
		return what
	}
	off := ""
	if _, key := v.closable(); key != "" {
		off = key
	}
	buttons := kit.Row(8, v.secondButton(),
		s.Button(kit.ButtonSpec{ID: "ballots.close", Text: v.tr("ballots.close"), Off: off, OnTapped: v.deps.Close}))
	return kit.Beside(0, what, buttons)
}

// secondButton goes over to the second entry and says how far that is.
func (v *View) secondButton() *kit.Tap {
	c, tr := v.shown.Counts, v.style.Tr
	text := v.tr("ballots.second.start")
	if c.Second > 0 {
		text = v.tr("ballots.second.progress", words.Args{"Done": tr.Int(c.Second), "All": tr.Int(c.Entered)})
	}
	if v.state.Second {
		text = v.tr("ballots.second.end")
	}
	off := ""
	if v.first() == "" && len(v.shown.Rows) == 0 || c.Entered == 0 {
		off = "ballots.off.none"
	}
	return v.style.Button(kit.ButtonSpec{
		ID: "ballots.second", Text: text, Name: v.tr("ballots.second.name"), On: v.state.Second, Off: off, OnTapped: v.toggleSecond,
	})
}

// closable tells why the round cannot be closed: the number of ballots that stand in the way, and a translation key; both
// are empty where it can.
func (v *View) closable() (n int, key string) {
	c := v.shown.Counts
	switch {
	case c.Entered == 0:
		return 0, "ballots.off.close_none"
	case c.Left > 0:
		return c.Left, "ballots.off.close_left"
	case c.Differ > 0:
		return c.Differ, "ballots.off.close_differ"
	case v.shown.Twice && v.once() > 0:
		return v.once(), "ballots.off.close_twice"
	}
	return 0, ""
}

// once is how many paper ballots were not typed a second time.
func (v *View) once() int {
	n := 0
	for _, r := range v.shown.Rows {
		if v.repeatable(r) && !r.Checked && !r.Differs {
			n++
		}
	}
	return n
}

// closeText says why the round cannot be closed, in a sentence; "" where it can.
func (v *View) closeText() string {
	n, key := v.closable()
	switch key {
	case "ballots.off.close_left":
		return v.style.Tr.N("ballots.close.left", n)
	case "ballots.off.close_differ":
		return v.style.Tr.N("ballots.close.differ", n)
	case "ballots.off.close_twice":
		return v.style.Tr.N("ballots.close.twice", n)
	case "ballots.off.close_none":
		return v.tr("ballots.close.none")
	}
	return ""
}

// mostDifferences is how many differences are listed at once; the next come when these are settled.
const mostDifferences = 3

// differences lists ballots whose two entries differ, with the choice between them; nil where there are none.
func (v *View) differences() fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	column := kit.Column(8)
	for _, r := range v.shown.Rows {
		if r.Differs && r.State != Withdrawn && len(column.Objects) < mostDifferences {
			kit.Append(column, v.difference(r))
		}
	}
	if len(column.Objects) == 0 || v.shown.Phase != Open {
		return nil
	}
	title := s.Paragraph(s.Tr.N("ballots.differ", v.shown.Counts.Differ), kit.SizeBody, 20, kit.Semibold, p.Ink)
	all := kit.Column(8, kit.RowGrow(8, title, s.IconImage("warning", 18, p.Amber), title))
	kit.Append(all, column.Objects...)
	return kit.Behind(s.Rect(p.AmberSoft, nil), kit.Pad(kit.Inset{Top: 8, Bottom: 8, Left: listSide, Right: listSide}, all))
}

// difference is one ballot with two readings.
func (v *View) difference(r Row) fyne.CanvasObject {
	s := v.style
	first, _ := v.rowOrder(r)
	number := r.Serial
	if number == "" {
		number = "–"
	}
	text := s.Body(v.tr("ballots.differ.line", words.Args{
		"Number": number, "First": r.Paper + " (" + first + ")", "Second": r.Second + " (" + r.Other + ")",
	}))
	keep := func(second bool, key string) *kit.Tap {
		return s.Button(kit.ButtonSpec{ID: key + "." + r.ID, Text: v.tr(key), Small: true, OnTapped: func() { v.deps.Keep(r.ID, second) }})
	}
	return kit.Column(4, text, kit.Flow(8, keep(false, "ballots.keep.first"), keep(true, "ballots.keep.second")))
}

// atLeast is a layout of a least height that fills what it gets.
type atLeast float32

// MinSize implements fyne.Layout.
func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, max(float32(a), objects[0].MinSize().Height))
}

// Layout implements fyne.Layout.
func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kit.Fill{}.Layout(objects, size)
}

// dense is the theme of the window with no room between the rows of a list.
type dense struct{ fyne.Theme }

// Size implements fyne.Theme.
func (d dense) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNamePadding {
		return 0
	}
	return d.Theme.Size(name)
}
