package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/words"
	"doublefix/views/action"
	"doublefix/views/kit"
)

const railWidth = 76

// topBar is the strip above the places: the workshop and its state at the left, how the app looks and speaks at the right.
// Where there is little room, as with large text, words give way to pictures.
func (w *window) topBar() fyne.CanvasObject {
	s := w.style
	const margin = 16
	line := w.topLine(true, true)
	for _, words := range []bool{true, false} {
		if line.MinSize().Width+2*margin <= w.width() {
			break
		}
		line = w.topLine(words, false)
	}
	back := canvas.NewRectangle(s.Palette.Paper)
	body := kit.Behind(back, kit.Pad(kit.Inset{Left: margin - 8, Right: margin, Top: 9, Bottom: 9}, line))
	return kit.Column(0, body, s.Rule())
}

// width is the width of the window, or what it will be.
func (w *window) width() float32 {
	if width := w.win.Canvas().Size().Width; width > 1 {
		return width
	}
	return w.settings.Size.Width
}

func (w *window) topLine(name, words bool) fyne.CanvasObject {
	gap := kit.Gap()
	row := kit.RowGrow(12, gap)
	if name {
		kit.Append(row, w.workshopName())
		if w.doc.Example {
			kit.Append(row, w.style.Chip(w.tr("example.mark")))
		}
	}
	row.Objects = append(row.Objects, w.savedState(words), kit.Row(4, w.iconButton("edit.undo", "undo"), w.iconButton("edit.redo", "redo")),
		gap, w.languages(), w.textSizes(), w.themes(words))
	return row
}

// workshopName is the name of the workshop; pressed, it can be changed.
func (w *window) workshopName() fyne.CanvasObject {
	a := w.action("file.name")
	return w.style.Button(kit.ButtonSpec{
		ID: "top.name", Text: w.workshopTitle(), Name: a.Title(w.style.Tr), Keys: a.Caps(w.style.Tr), Kind: kit.Title,
		OnTapped: func() { w.do("file.name") },
	})
}

// iconButton is an action as a button without text.
func (w *window) iconButton(id, icon string) fyne.CanvasObject {
	a := w.action(id)
	return w.style.Button(kit.ButtonSpec{
		ID: "top." + id, Icon: icon, Name: a.Title(w.style.Tr), Keys: a.Caps(w.style.Tr), Kind: kit.Quiet, Off: a.Why(),
		OnTapped: func() { w.do(id) },
	})
}

func (w *window) languages() fyne.CanvasObject {
	var choices []kit.Choice
	current := 0
	for i, l := range words.Langs() {
		choices = append(choices, kit.Choice{ID: "lang." + string(l), Text: w.tr("lang.short." + string(l)), Name: w.tr("lang." + string(l))})
		if l == w.settings.Lang {
			current = i
		}
	}
	return w.style.Segments(choices, current, func(i int) { w.do("view.lang." + string(words.Langs()[i])) })
}

func (w *window) textSizes() fyne.CanvasObject {
	s := w.style
	var taps []fyne.CanvasObject
	for _, size := range []struct{ id, icon string }{{"view.text.smaller", "text-small"}, {"view.text.larger", "text-large"}} {
		taps = append(taps, w.iconButton(size.id, size.icon))
	}
	return kit.Behind(s.Rect(s.Palette.Paper, s.Palette.Rule), kit.Row(0, taps...))
}

func (w *window) themes(words bool) fyne.CanvasObject {
	icon, name := map[string]string{themeLight: "sun", themeDark: "moon", themeContrast: "contrast"}[w.settings.Theme], "theme."+w.settings.Theme
	text := ""
	if words {
		text = w.tr(name)
	}
	a := w.action("view.theme")
	return w.style.Button(kit.ButtonSpec{
		ID: "top.theme", Icon: icon, Text: text, Name: a.Title(w.style.Tr), Keys: a.Caps(w.style.Tr), OnTapped: func() { w.do("view.theme") },
	})
}

// rail is the strip at the left with the three places and help.
func (w *window) rail() fyne.CanvasObject {
	s := w.style
	gap := kit.Gap()
	items := []fyne.CanvasObject{
		w.railItem(placeExplore, "explore", "view.explore"),
		w.railItem(placeRank, "rank", "view.rank"),
		w.railItem(placeHandout, "handout", "view.handout"),
		gap,
		w.railItem("", "help", "help.keys"),
	}
	column := kit.ColumnGrow(8, gap, items...)
	back := canvas.NewRectangle(s.Palette.Paper)
	// In a low window the rail scrolls: it must not push the foot out.
	body := kit.Behind(back, kit.Scroll(kit.Pad(kit.Inset{Top: 12, Bottom: 8, Left: 4, Right: 4}, column)).Container)
	return kit.RowTop(0, body, body, s.Rule())
}

func (w *window) railItem(place, icon, id string) fyne.CanvasObject {
	s := w.style
	look, ink, weight := kit.Look{Hover: s.Palette.Hover}, s.Palette.Quiet, kit.Regular
	if place == w.settings.Place {
		look, ink, weight = kit.Look{Fill: s.Palette.Soft, Bar: s.Palette.Accent}, s.Palette.Accent, kit.Semibold
	}
	label := s.Text(w.tr("place."+icon), kit.SizeMeta, weight, ink)
	label.Alignment = fyne.TextAlignCenter
	content := kit.Fixed(max(s.Px(railWidth-9), label.MinSize().Width+8), s.Px(40)+20, kit.Center(kit.Column(4, kit.Center(s.IconImage(icon, 22, ink)), label)))
	a := w.action(id)
	return s.Tap("rail."+icon, a.Title(s.Tr), look, content, func() { w.do(id) }).WithHint(a.Title(s.Tr), a.Caps(s.Tr))
}

func (w *window) tr(key string, args ...words.Args) string { return w.style.Tr.T(key, args...) }

// action returns the action of that id; every id in the program is in the table, which a test holds.
func (w *window) action(id string) action.Action {
	for _, a := range w.actions {
		if a.ID == id {
			return a
		}
	}
	return action.Action{ID: id}
}
