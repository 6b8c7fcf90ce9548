package datatable

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// cell shows one value.
type cell struct {
	widget.BaseWidget
	text *canvas.Text
	back *canvas.Rectangle
	soft color.Color // behind the row of the cursor
}

func newCell(s kit.Style) *cell {
	c := &cell{
		text: s.Text("0", kit.SizeBody, kit.Regular, s.Palette.Ink), back: canvas.NewRectangle(color.Transparent), soft: s.Palette.Soft,
	}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cell) set(text string, numeric bool) {
	c.text.Text, c.text.Alignment = text, fyne.TextAlignLeading
	if numeric {
		c.text.Alignment = fyne.TextAlignTrailing
	}
	c.text.Refresh()
}

// mark shows whether the cell is in the row of the cursor.
func (c *cell) mark(on bool) {
	c.back.FillColor = color.Transparent
	if on {
		c.back.FillColor = c.soft
	}
	c.back.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	padded := kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: cellPadding, Right: cellPadding}, c.text)
	return widget.NewSimpleRenderer(kit.Behind(c.back, padded))
}
