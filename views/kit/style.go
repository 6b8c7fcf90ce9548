// Package kit holds the small widgets that the places are built of, and what they share: a [Style].
//
// The views are built anew when language, theme or text size changes, so a widget takes its colours and sizes once, from
// the Style it is made with, and never looks them up.
package kit

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/assets"
)

// Style is how the window looks and speaks just now.
type Style struct {
	Tr      words.Tr
	Palette look.Palette
	Factor  float32 // text factor, 1 to 2

	// Key and Rune take what the focused widget has no use for, so that the keys of a place work wherever the focus is.
	Key  func(*fyne.KeyEvent)
	Rune func(rune)

	// Hint shows what the part under the pointer or with the focus does, or why it cannot now; "" when there is none.
	Hint func(text string)

	Register *Register // knows the focusable parts by name; may be nil
	Widths   *Widths   // remembers how wide texts are; may be nil
}

// NewStyle returns a style that knows no part yet and has no keys.
func NewStyle(tr words.Tr, palette look.Palette, factor float32) Style {
	return Style{Tr: tr, Palette: palette, Factor: factor, Register: &Register{}, Widths: &Widths{}}
}

// Weight is the weight of a text.
type Weight int

// The weights in use.
const (
	Regular Weight = iota
	Semibold
	Bold
	Italic
)

// The type scale, in points before the text factor.
const (
	SizeMeta  float32 = 12
	SizeBody  float32 = 14
	SizeTitle float32 = 16
	SizeHead  float32 = 20
	SizeBig   float32 = 28
)

// Px scales a length that must grow with the text: heights of rows and buttons, line heights.
func (s Style) Px(v float32) float32 { return v * s.Factor }

// bold is the one weight that Fyne's theme does not know.
var bold = fyne.NewStaticResource("SourceSans3-Bold.ttf", assets.FontBold())

// Text returns a single line of text.
func (s Style) Text(text string, size float32, weight Weight, c color.Color) *canvas.Text {
	t := canvas.NewText(text, c)
	t.TextSize = s.Px(size)
	switch weight {
	case Semibold:
		t.TextStyle.Bold = true
	case Bold:
		t.FontSource = bold
	case Italic:
		t.TextStyle.Italic = true
	case Regular:
	}
	return t
}

// Icon returns an icon of the app in colour c. An unknown name is a mistake in the program and shows as an empty picture.
func (s Style) Icon(name string, c color.NRGBA) fyne.Resource {
	raw, _ := assets.Icon(name)
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	return fyne.NewStaticResource(name+hex[1:]+".svg", bytes.ReplaceAll(raw, []byte("#000000"), []byte(hex)))
}

// IconImage returns an icon as a picture of the given side length.
func (s Style) IconImage(name string, side float32, c color.NRGBA) *fyne.Container {
	img := canvas.NewImageFromResource(s.Icon(name, c))
	img.FillMode = canvas.ImageFillContain
	side = s.Px(side)
	return Fixed(side, side, img)
}

// Rect returns a box with the app's corner radius; a nil stroke has no border, but where the palette frames what others
// fill.
func (s Style) Rect(fill, stroke color.Color) *canvas.Rectangle {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = 6
	if stroke == nil && s.Palette.Framed() && fill != color.Transparent {
		stroke = s.Palette.Rule
	}
	if stroke != nil {
		r.StrokeColor, r.StrokeWidth = stroke, s.Palette.Line
	}
	return r
}

// Rule returns a thin line that fills its width (or its height, when made upright by a layout).
func (s Style) Rule() *fyne.Container {
	return Fixed(s.Palette.Line, s.Palette.Line, canvas.NewRectangle(s.Palette.Rule))
}
