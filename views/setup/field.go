package setup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// field is a text that can be typed over. Esc belongs to the modal, and so does Enter where the text has one line; Tab always
// goes on to the next part.
type field struct {
	widget.Entry
	sheet *sheet
	lines int     // shown; 1 for a field of one line
	width float32 // at least
}

// field returns a field of one line that keeps what is typed in to.
func (h *sheet) field(id string, to *string, width float32) *field { return h.lines(id, to, width, 1) }

// lines returns a field of several lines.
func (h *sheet) lines(id string, to *string, width float32, lines int) *field {
	f := &field{sheet: h, lines: lines, width: h.s.Px(width)}
	f.MultiLine = lines > 1
	f.Wrapping = fyne.TextWrapOff
	f.Scroll = fyne.ScrollNone
	if f.MultiLine {
		f.Wrapping = fyne.TextWrapWord
		f.Scroll = fyne.ScrollVerticalOnly
		f.SetMinRowsVisible(lines)
	}
	f.ExtendBaseWidget(f)
	f.SetText(*to)
	if !f.MultiLine {
		f.CursorColumn = len([]rune(*to))
	}
	f.OnChanged = func(text string) {
		*to = text
		h.changed()
	}
	h.s.Register.Put(id, f)
	return f
}

// then has f do something more after each change.
func (f *field) then(do func()) *field {
	keep := f.OnChanged
	f.OnChanged = func(text string) {
		keep(text)
		do()
	}
	return f
}

// hint shows a text while nothing is typed.
func (f *field) hint(text string) *field {
	f.SetPlaceHolder(text)
	return f
}

// MinSize lets the field be as narrow as its place asks for.
func (f *field) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(f.width, max(f.sheet.s.Px(32), f.Entry.MinSize().Height))
}

// AcceptsTab implements fyne.Tabbable.
func (f *field) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.sheet.reveal(f)
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.lines == 1 {
			f.sheet.s.Key(ev)
			return
		}
	case fyne.KeyEscape:
		f.sheet.s.Key(ev)
		return
	case fyne.KeyPageUp, fyne.KeyPageDown:
		if f.lines == 1 {
			f.sheet.s.Key(ev)
			return
		}
	}
	f.Entry.TypedKey(ev)
}

// pick is one of several, chosen from a menu or by the arrows left and right.
type pick struct {
	widget.Select
	sheet *sheet
	width float32
}

// pick returns a choice by number; chosen is called with the number of another one.
func (h *sheet) pick(id string, options []string, at int, width float32, chosen func(at int)) fyne.CanvasObject {
	p := &pick{sheet: h, width: h.s.Px(width)}
	p.Options = apart(options)
	p.ExtendBaseWidget(p)
	p.PlaceHolder = " "
	p.SetSelectedIndex(at)
	p.OnChanged = func(string) { chosen(p.SelectedIndex()) }
	h.s.Register.Put(id, p)
	// Fyne draws no border round a choice, and its ground would cover one below it.
	border := h.s.Rect(color.Transparent, h.s.Palette.Rule)
	return &fyne.Container{Layout: kit.Fill{}, Objects: []fyne.CanvasObject{p, border}}
}

// apart makes equal texts different, since the menu knows its lines by their text.
func apart(texts []string) []string {
	seen := map[string]int{}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t
		for range seen[t] {
			out[i] += "\u00a0"
		}
		seen[t]++
	}
	return out
}

// MinSize lets the choice be as narrow as its place asks for.
func (p *pick) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(p.width, p.Select.MinSize().Height)
}

// FocusGained implements fyne.Focusable.
func (p *pick) FocusGained() {
	p.Select.FocusGained()
	p.sheet.reveal(p)
}

// TypedKey implements fyne.Focusable.
func (p *pick) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown:
		p.sheet.s.Key(ev)
	default:
		p.Select.TypedKey(ev)
	}
}

// label puts a name over a part, and a note under it where there is one.
func (h *sheet) label(text string, part fyne.CanvasObject, note string) fyne.CanvasObject {
	name := h.s.Paragraph(text, kit.SizeMeta, 16, kit.Semibold, h.s.Palette.Ink)
	if note == "" {
		return kit.Column(3, name, part)
	}
	return kit.Column(3, name, part, h.s.Meta(note))
}

// heading stands over a group of parts.
func (h *sheet) heading(text string) fyne.CanvasObject {
	return kit.Pad(kit.Inset{Top: 6}, h.s.Paragraph(text, kit.SizeTitle, 22, kit.Semibold, h.s.Palette.Ink))
}

// button returns a button that comes into sight with the focus.
func (h *sheet) button(b kit.ButtonSpec) *kit.Tap {
	t := h.s.Button(b)
	t.OnFocus = func() { h.reveal(t) }
	return t
}

// tick returns a line with a box that is ticked or not, with a note under it.
func (h *sheet) tick(id, text, note string, to *bool) fyne.CanvasObject {
	t := h.s.Check(kit.CheckSpec{ID: id, Text: text, On: *to, Changed: func(on bool) {
		*to = on
		h.rebuild()
	}})
	t.OnFocus = func() { h.reveal(t) }
	if note == "" {
		return t
	}
	return kit.Column(0, t, kit.Pad(kit.Inset{Left: h.s.Px(36)}, h.s.Meta(note)))
}

// choice is one of several with an id of its own.
type choice struct{ id, text string }

// segments returns choices side by side, one below the other where they do not fit; chosen is called with the id.
func (h *sheet) segments(id string, choices []choice, now string, chosen func(id string)) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, c := range choices {
		tap := h.button(kit.ButtonSpec{ID: id + "." + c.id, Text: c.text, On: c.id == now, OnTapped: func() {
			if c.id != now {
				chosen(c.id)
				h.rebuild()
			}
		}})
		parts = append(parts, tap)
	}
	return kit.Flow(6, parts...)
}
