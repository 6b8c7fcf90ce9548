package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Warning returns a sentence that must not be passed over, with a sign in that colour before it.
func (s Style) Warning(text string, sign color.NRGBA) fyne.CanvasObject {
	words := s.Paragraph(text, SizeBody, 20, Semibold, s.Palette.Ink)
	return RowGrow(8, words, s.IconImage("warning", 18, sign), words)
}
