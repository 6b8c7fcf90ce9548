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
	line float32     // around its cells, where the palette frames
}

func newCell(s kit.Style) *cell {
	c := &cell{
		text: s.Text("0", kit.SizeBody, kit.Regular, s.Palette.Ink), back: canvas.NewRectangle(color.Transparent), soft: s.Palette.Soft,
	}
	if s.Palette.Framed() {
		c.line, c.back.StrokeColor = s.Palette.Line, s.Palette.Rule
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
	c.back.FillColor, c.back.StrokeWidth = color.Transparent, 0
	if on {
		c.back.FillColor, c.back.StrokeWidth = c.soft, c.line
	}
	c.back.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	padded := kit.Pad(kit.Inset{Top: 4, Bottom: 4, Left: cellPadding, Right: cellPadding}, c.text)
	return widget.NewSimpleRenderer(kit.Behind(c.back, padded))
}
