// Package setup holds the bodies of the dialogs that set a workshop up: who is there, what is asked, how it is counted, what
// is printed and what comes from files.
//
// Each dialog is a value that the window puts into a modal: Content is its body, First gets the focus, Result is what was
// said, and Problem says in a sentence why that cannot be taken yet, "" when it can. Nothing happens to the workshop before
// the window carries the result out.
package setup

import (
	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// Deps is what every dialog needs of the window.
type Deps struct {
	Focus   func(fyne.Focusable)
	Focused func() fyne.Focusable
}

// The size of the modals these bodies are made for, before the text factor; the window makes them smaller where it must.
const (
	Width  float32 = 680
	Height float32 = 640
)

// fault is what stands in the way of a result: a sentence, and the field that mends it.
type fault struct{ text, at string }

// sheet is what the dialogs share: a body that scrolls and is built anew when it changes, and a line below it that says what
// is wrong.
type sheet struct {
	Content fyne.CanvasObject

	s      kit.Style
	deps   Deps
	scroll *kit.Scroller
	body   *fyne.Container
	frame  *fyne.Container
	said   *kit.Paragraph
	build  func() []fyne.CanvasObject
	check  func() fault
	first  string // id of what gets the focus
	asked  bool   // the problem was asked for, so it is said until it is mended
}

// start sets a sheet up; first names what gets the focus.
func (h *sheet) start(s kit.Style, d Deps, first string, build func() []fyne.CanvasObject, check func() fault) {
	if s.Register == nil {
		s.Register = &kit.Register{}
	}
	key := s.Key
	s.Key = func(ev *fyne.KeyEvent) {
		if !h.scroll.Key(ev) && key != nil {
			key(ev)
		}
	}
	h.s, h.deps, h.first, h.build, h.check = s, d, first, build, check
	h.body = kit.Column(12, build()...)
	h.scroll = kit.Scroll(kit.Pad(kit.Inset{Top: 2, Right: 14, Bottom: 2, Left: 2}, h.body))
	h.scroll.Least = least
	h.said = s.Paragraph("", kit.SizeBody, 20, kit.Semibold, s.Palette.Brick)
	h.said.Hide()
	h.frame = kit.ColumnGrow(10, h.scroll.Container, h.scroll.Container, h.said)
	h.Content = h.frame
}

// least is how high a body is at least, so that a modal that asks for no height still shows something of it.
const least = 280

// First returns what gets the focus; nil where nothing in the dialog can have it.
func (h *sheet) First() fyne.Focusable { return h.s.Register.Get(h.first) }

// Problem says why the result cannot be taken yet, in the dialog too, and leads to the field that mends it; "" where it can.
func (h *sheet) Problem() string {
	f := h.check()
	h.asked = true
	h.say(f.text)
	if part := h.s.Register.Get(f.at); f.text != "" && part != nil {
		h.deps.Focus(part)
	}
	return f.text
}

// say shows what is wrong below the body.
func (h *sheet) say(text string) {
	if text == "" {
		h.said.Hide()
	} else {
		h.said.SetText(text)
		h.said.Show()
	}
	h.frame.Layout.Layout(h.frame.Objects, h.frame.Size())
}

// changed follows a value that was typed: a problem that was said is said no longer once it is mended.
func (h *sheet) changed() {
	if h.asked {
		h.say(h.check().text)
	}
}

// rebuild builds the body anew after parts have come or gone; the focus stays with the part of its name.
func (h *sheet) rebuild() {
	h.s.Register.Keep(h.deps.Focused, h.deps.Focus, func() {
		h.body.Objects = h.build()
		h.scroll.Relayout()
		h.body.Refresh()
	})
	h.changed()
}

// rebuildAt is rebuild with the focus on the part of that name.
func (h *sheet) rebuildAt(id string) {
	h.rebuild()
	if part := h.s.Register.Get(id); part != nil {
		h.deps.Focus(part)
	}
}

// reveal scrolls until a part of the body is in sight.
func (h *sheet) reveal(o fyne.CanvasObject) { h.scroll.RevealIn(o, -24, o.Size().Height+8) }

func (h *sheet) t(key string, args ...words.Args) string { return h.s.Tr.T(key, args...) }
