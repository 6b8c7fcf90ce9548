package datatable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// header is the title of a column; a click sorts.
type header struct {
	widget.BaseWidget
	style kit.Style
	text  *canvas.Text
	arrow *canvas.Image
	row   *fyne.Container
	tap   func()
}

var (
	_ fyne.Tappable      = (*header)(nil)
	_ desktop.Cursorable = (*header)(nil)
)

func newHeader(s kit.Style) *header {
	h := &header{style: s, text: s.Text("", kit.SizeMeta, kit.Semibold, s.Palette.Quiet), arrow: &canvas.Image{FillMode: canvas.ImageFillContain}}
	side := s.Px(12)
	h.row = kit.Row(4, h.text, kit.Fixed(side, side, h.arrow))
	h.ExtendBaseWidget(h)
	return h
}

func (h *header) set(c Column, arrow string, tap func()) {
	h.text.Text, h.tap = c.Title, tap
	h.text.Color = h.style.Palette.Quiet
	h.arrow.Hidden = arrow == ""
	if arrow != "" {
		h.text.Color = h.style.Palette.Accent
		h.arrow.Resource = h.style.Icon(arrow, h.style.Palette.Accent)
		h.arrow.Refresh()
	}
	h.text.Refresh()
	h.row.Refresh()
}

// Tapped implements fyne.Tappable.
func (h *header) Tapped(*fyne.PointEvent) {
	if h.tap != nil {
		h.tap()
	}
}

// Cursor implements desktop.Cursorable.
func (h *header) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Pad(kit.Inset{Top: 8, Bottom: 8, Left: cellPadding, Right: cellPadding}, h.row))
}
