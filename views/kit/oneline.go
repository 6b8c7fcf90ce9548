package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// OneLine is text that stays on one line: what does not fit ends in an ellipsis.
type OneLine struct {
	widget.BaseWidget
	style Style
	text  string
	size  float32
	line  float32
	label *canvas.Text
}

// OneLine returns text on one line; line is the line height in points before the text factor.
func (s Style) OneLine(text string, size, line float32, c color.Color) *OneLine {
	o := &OneLine{style: s, text: text, size: size, line: line, label: s.Text("", size, Regular, c)}
	o.ExtendBaseWidget(o)
	return o
}

// MinSize is narrow, so that the line can shrink.
func (o *OneLine) MinSize() fyne.Size {
	return fyne.NewSize(o.style.Px(narrowest), o.style.Px(o.line))
}

// CreateRenderer implements fyne.Widget.
func (o *OneLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: oneLine{o}, Objects: []fyne.CanvasObject{o.label}})
}

type oneLine struct{ o *OneLine }

// MinSize implements fyne.Layout.
func (l oneLine) MinSize([]fyne.CanvasObject) fyne.Size { return l.o.MinSize() }

// Layout implements fyne.Layout: as much of the text as there is room for.
func (l oneLine) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	o := l.o
	o.label.Text = o.style.Shorten(o.text, o.size, Regular, size.Width)
	h := o.label.MinSize().Height
	o.label.Resize(fyne.NewSize(size.Width, h))
	o.label.Move(fyne.NewPos(0, (size.Height-h)/2))
}
