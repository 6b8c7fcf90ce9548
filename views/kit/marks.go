package kit

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Part is a part of a text, in bytes.
type Part struct{ Start, End int }

// Mark is a part of a [Paragraph] that can be pressed.
type Mark struct {
	Part
	ID   string // what pressing is told
	Name string // what pressing does, in words
}

// WithMarks underlines parts of the paragraph, quietly, and calls pressed with the id of the one that is pressed. All the
// rest of the text lets the pointer through.
func (p *Paragraph) WithMarks(marks []Mark, pressed func(id string)) *Paragraph {
	p.marks, p.pressed = marks, pressed
	return p
}

// WithStrong sets parts of the paragraph in semibold; they are in the order of the text and do not overlap.
func (p *Paragraph) WithStrong(parts []Part) *Paragraph {
	p.strong, p.width, p.measured = parts, 0, nil
	return p
}

// placedLine is a line of the wrapped text and where it begins in the whole.
type placedLine struct {
	text string
	at   int
}

// placed finds where each line begins: a break stands in the place of one space or line break, or inside a long word.
func (p *Paragraph) placed(lines []string) []placedLine {
	out := make([]placedLine, len(lines))
	at := 0
	for i, l := range lines {
		if i > 0 && at < len(p.text) && (p.text[at] == ' ' || p.text[at] == '\n') {
			at++
		}
		out[i] = placedLine{l, at}
		at += len(l)
	}
	return out
}

// fragment is a piece of a line in one weight.
type fragment struct {
	text     string
	weight   Weight
	x, width float32
}

// fragments cuts a line where its weight changes.
func (p *Paragraph) fragments(l placedLine) []fragment {
	var out []fragment
	x := float32(0)
	add := func(text string, w Weight) {
		if text != "" {
			f := fragment{text, w, x, p.style.Width(text, p.size, w)}
			out, x = append(out, f), x+f.width
		}
	}
	done := 0
	for _, s := range p.strong {
		from, to := max(s.Start-l.at, done), min(s.End-l.at, len(l.text))
		if from < to {
			add(l.text[done:from], p.weight)
			add(l.text[from:to], p.strongWeight())
			done = to
		}
	}
	add(l.text[done:], p.weight)
	if out == nil {
		out = []fragment{{weight: p.weight}}
	}
	return out
}

// widthOf is how wide a part of the text that begins at a place in it is.
func (p *Paragraph) widthOf(text string, at int) float32 {
	if len(p.strong) == 0 {
		return p.style.Width(text, p.size, p.weight)
	}
	width := float32(0)
	for _, f := range p.fragments(placedLine{text, at}) {
		width += f.width
	}
	return width
}

// markIn returns from where to where a mark reaches on a line.
func (p *Paragraph) markIn(l placedLine, m Mark) (left, right float32, ok bool) {
	from, to := max(m.Start-l.at, 0), min(m.End-l.at, len(l.text))
	if from >= to || strings.TrimSpace(l.text[from:to]) == "" {
		return 0, 0, false
	}
	return p.widthOf(l.text[:from], l.at), p.widthOf(l.text[:to], l.at), true
}

// spot makes what lies over a mark on one line.
func (p *Paragraph) spot(m Mark, left, right, top, high float32) *spot {
	step := p.style.Px(p.line)
	s := &spot{mark: m, style: p.style, pressed: p.pressed, under: min((step-high)/2+high*baseline+p.style.Px(2.5), step-p.style.Px(underlineHeight))}
	s.line = canvas.NewRaster(func(w, h int) image.Image { return dots(w, h, p.style.Palette.Quiet) })
	s.line.ScaleMode = canvas.ImageScalePixels
	s.ExtendBaseWidget(s)
	s.Resize(fyne.NewSize(right-left, p.style.Px(p.line)))
	s.Move(fyne.NewPos(left, top))
	return s
}

// spot is one line of a mark: it takes the clicks on it and shows the underline.
type spot struct {
	widget.BaseWidget
	mark    Mark
	style   Style
	pressed func(id string)
	line    *canvas.Raster
	under   float32 // from the top of the line to the underline
}

var (
	_ fyne.Tappable      = (*spot)(nil)
	_ desktop.Hoverable  = (*spot)(nil)
	_ desktop.Cursorable = (*spot)(nil)
)

// Tapped implements fyne.Tappable.
func (s *spot) Tapped(*fyne.PointEvent) { s.pressed(s.mark.ID) }

// MouseIn says what pressing does.
func (s *spot) MouseIn(*desktop.MouseEvent) { s.tell(s.mark.Name) }

// MouseMoved implements desktop.Hoverable.
func (s *spot) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *spot) MouseOut() { s.tell("") }

func (s *spot) tell(hint string) {
	if s.style.Hint != nil {
		s.style.Hint(hint)
	}
}

// Cursor implements desktop.Cursorable.
func (s *spot) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *spot) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: underline{s.under, s.style.Px(underlineHeight)}, Objects: []fyne.CanvasObject{s.line}})
}

const (
	underlineHeight = 1    // of the dotted line, before the text factor
	baseline        = 0.78 // where letters stand in the height of a line of text, from its top
)

// underline is the layout of a line under its letters.
type underline struct{ at, high float32 }

// MinSize implements fyne.Layout.
func (u underline) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, u.high) }

// Layout implements fyne.Layout.
func (u underline) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, u.high))
	objects[0].Move(fyne.NewPos(0, u.at))
}

// dots draws a dotted line w by h pixels large: dots as wide as they are high, with twice as much between.
func dots(w, h int, c color.NRGBA) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	side := max(h, 1)
	for x := range w {
		if x%(side*3) < side {
			for y := range h {
				img.SetNRGBA(x, y, c)
			}
		}
	}
	return img
}
