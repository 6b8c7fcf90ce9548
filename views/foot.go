package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/views/kit"
)

const (
	hintBarHeight = 28
	hintMargin    = 20
)

// hint is one key of the hint bar and what it does here.
type hint struct {
	keys string // with spaces between, as [kit.Style.KeyCaps] takes them
	text string
}

// hintBar is the strip at the foot: the keys that work here, and where one is.
func (w *window) hintBar() fyne.CanvasObject {
	s := w.style
	w.position = s.Text("", kit.SizeMeta, kit.Regular, s.Palette.Quiet)
	w.position.Alignment = fyne.TextAlignTrailing
	hints := w.hints()
	w.hinted = hints
	var variants []fyne.CanvasObject
	for n := len(hints); n >= 0; n-- {
		variants = append(variants, w.hintLine(hints[:n]))
	}
	gap := kit.Gap()
	line := kit.Fit(variants...)
	back := canvas.NewRectangle(s.Palette.Paper)
	pad := kit.Inset{Left: railWidth + hintMargin, Right: hintMargin - 4}
	body := kit.Fixed(0, s.Px(hintBarHeight), back, kit.Pad(pad, kit.RowGrow(18, line, line, gap, w.position)))
	return kit.Column(0, s.Rule(), body)
}

// showHints shows the keys anew where others work now, as when a ballot on screen gives way to the list.
func (w *window) showHints() {
	if slices.Equal(w.hinted, w.hints()) {
		return
	}
	w.foot.Objects = []fyne.CanvasObject{w.hintBar()}
	w.showFoot()
	w.foot.Refresh()
}

func (w *window) hintLine(hints []hint) fyne.CanvasObject {
	s := w.style
	line := kit.Row(18)
	for _, h := range hints {
		kit.Append(line, kit.Row(6, s.KeyCaps(h.keys), s.Text(h.text, kit.SizeMeta, kit.Regular, s.Palette.Quiet)))
	}
	return line
}

// showPositionText says where one is. News of that is more than a hint that stands there.
func (w *window) showPositionText(text string) {
	if text != w.at {
		w.hint = ""
	}
	w.at = text
	w.showFoot()
}

// showHint says what a part does, or why it cannot; "" gives the room back.
func (w *window) showHint(text string) {
	w.hint = text
	w.showFoot()
}

func (w *window) showFoot() {
	text := w.at
	if w.hint != "" {
		text = w.style.Shorten(w.hint, kit.SizeMeta, kit.Regular, w.width()-railWidth-2*hintMargin)
	}
	if w.position.Text != text {
		w.position.Text = text
		w.position.Refresh()
		w.foot.Refresh()
	}
}
