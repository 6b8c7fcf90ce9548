package views

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// modal is a box over the window that wants an answer or shows something: the focus goes into it, Enter confirms, Esc
// closes, and the focus comes back to where it was. Fyne's own dialogs do none of that.
type modal struct {
	w       *window
	back    fyne.Focusable // had the focus before
	backID  string         // its name: the bars may be built anew behind the modal
	overlay fyne.CanvasObject
	confirm func()
	scroll  *kit.Scroller // nil where the body is shown whole
	style   kit.Style     // of what is in it
	said    *fyne.Container
}

// modalSpec describes a modal. Body is made with the style it is given, whose keys belong to the modal.
type modalSpec struct {
	title   string
	width   float32
	height  float32 // 0: as high as the body needs
	body    func(s kit.Style, m *modal) fyne.CanvasObject
	confirm string // label of the main button; "" for none
	onOK    func(m *modal)
	first   func() fyne.Focusable // gets the focus; nil: the main button
}

// open shows a modal.
func (w *window) open(spec modalSpec) *modal {
	m := &modal{w: w, back: w.win.Canvas().Focused()}
	m.backID = w.style.Register.IDOf(m.back)
	s := w.style
	s.Register = &kit.Register{}
	s.Key = m.key
	s.Rune = nil
	m.confirm = func() {
		if spec.onOK != nil {
			spec.onOK(m)
		} else {
			m.close()
		}
	}
	p := s.Palette
	title := s.Paragraph(spec.title, kit.SizeTitle, 24, kit.Semibold, p.Ink)
	m.style, m.said = s, &fyne.Container{Layout: kit.Fill{}}
	buttons := []fyne.CanvasObject{m.said}
	cancelKind := w.tr("dialog.cancel")
	if spec.onOK == nil {
		cancelKind = w.tr("dialog.close")
	}
	cancel := s.Button(kit.ButtonSpec{ID: "dialog.close", Text: cancelKind, OnTapped: m.close})
	buttons = append(buttons, cancel)
	first := fyne.Focusable(cancel)
	if spec.onOK != nil {
		ok := s.Button(kit.ButtonSpec{ID: "dialog.ok", Text: spec.confirm, Kind: kit.Primary, OnTapped: m.confirm})
		buttons = append(buttons, ok)
		first = ok
	}
	body := spec.body(s, m)
	if spec.height > 0 {
		m.scroll = kit.Scroll(body)
		body = m.scroll.Container
	}
	column := kit.ColumnGrow(16, body, title, body, kit.RowGrow(8, m.said, buttons...))
	frame := s.Rect(p.Paper, p.Rule)
	card := kit.Behind(frame, kit.Pad(kit.Even(20), column))
	m.overlay = &fyne.Container{Layout: &modalLayout{width: s.Px(spec.width), height: s.Px(spec.height)}, Objects: []fyne.CanvasObject{newVeil(p.Ink), card}}
	w.modals = append(w.modals, m)
	w.win.Canvas().Overlays().Add(m.overlay)
	m.overlay.Resize(w.win.Canvas().Size())
	if spec.first != nil {
		first = spec.first()
	}
	w.win.Canvas().Focus(first)
	return m
}

// key handles what no part of the modal has used.
func (m *modal) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		m.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.confirm()
	default:
		if m.scroll != nil {
			m.scroll.Key(ev)
		}
	}
}

// say tells beside the buttons why something cannot be done now.
func (m *modal) say(text string) {
	m.said.Objects = []fyne.CanvasObject{m.style.Warning(text, m.style.Palette.Amber)}
	m.fit()
}

// fit makes the card as high as what is in it now.
func (m *modal) fit() {
	if m.overlay != nil {
		m.overlay.Refresh()
	}
}

func (m *modal) close() {
	m.w.win.Canvas().Overlays().Remove(m.overlay)
	m.w.modals = slices.DeleteFunc(m.w.modals, func(o *modal) bool { return o == m })
	if part := m.w.style.Register.Get(m.backID); part != nil {
		m.w.win.Canvas().Focus(part)
	} else if m.back != nil {
		m.w.win.Canvas().Focus(m.back)
	}
}

// modalLayout puts the veil over the window and the card in its middle.
type modalLayout struct{ width, height float32 }

func (modalLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l modalLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	w := min(l.width, size.Width-32)
	h := l.height
	if h == 0 {
		h = kit.HeightFor(objects[1], w)
	}
	h = min(h, size.Height-32)
	objects[1].Resize(fyne.NewSize(w, h))
	objects[1].Move(fyne.NewPos((size.Width-w)/2, (size.Height-h)/2))
}

// veil dims the window behind a modal and takes the clicks that would go through.
type veil struct {
	widget.BaseWidget
	ink color.NRGBA
}

func newVeil(ink color.NRGBA) *veil {
	v := &veil{ink: color.NRGBA{A: 0x66}}
	v.ExtendBaseWidget(v)
	return v
}

// Tapped swallows the click.
func (v *veil) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(v.ink))
}

// field is a line of text in a modal; Esc and Enter belong to the modal.
type field struct {
	widget.Entry
	key func(*fyne.KeyEvent)
}

func newField(text string, key func(*fyne.KeyEvent)) *field {
	f := &field{key: key}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	f.CursorColumn = len([]rune(text))
	return f
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		f.key(ev)
	default:
		f.Entry.TypedKey(ev)
	}
}
