package chart

import (
	"image/color"

	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
)

// style is how a text is set. Sizes are those of the reader: the text factor is in them.
type style struct {
	face       render.Face
	size, lead float64 // lead is the distance of two baselines
	color      color.NRGBA
	role       string
}

// styles are the ways in which a chart sets text.
type styles struct {
	title, subtitle, asked style
	tick, tickStrong       style // axis; the place of the finding
	label, strong          style // names of marks
	sub, empty             style // second lines; what is said where nothing is drawn
	value, letter          style // figures on marks, and the letters of their caveats
	legend, note, mark     style // mark is the letter that leads a note
	own                    style // the number of a person's note at its figure
	source, head, headNote style // head and headNote: group headings of tables
}

// canvas collects the shapes and hits of a drawing. Its helpers take and return logical pixels.
type canvas struct {
	Drawing
	pal    look.Palette
	tr     words.Tr
	k      float64 // text factor
	as     styles
	inner  Rect    // the drawing without its padding
	boxes  []Rect  // of the texts set so far, for [canvas.free]
	ownEnd float64 // how far down what a person has added may stand
	least  float64 // size of letters
	widths map[measured]float64
}

type measured struct {
	face render.Face
	text string
}

func newCanvas(tr words.Tr, f Frame) *canvas {
	p, k := f.Palette, f.Text
	set := func(face render.Face, size, lead float64, c color.NRGBA, role string) style {
		return style{face, size * k, lead * k, c, role}
	}
	return &canvas{
		Drawing: Drawing{W: f.W, H: f.H, Back: p.Paper}, pal: p, tr: tr, k: k, least: f.Least, widths: map[measured]float64{},
		inner: Rect{f.Pad, f.Pad, f.W - 2*f.Pad, f.H - 2*f.Pad},
		as: styles{
			title:      set(render.Semibold, 16, 24, p.Ink, "title"),
			subtitle:   set(render.Regular, 14, 20, p.Quiet, "subtitle"),
			asked:      set(render.Semibold, 12, 18, p.Quiet, "asked"),
			tick:       set(render.Regular, 12, 16, p.Quiet, "tick"),
			tickStrong: set(render.Bold, 12, 16, p.Ink, "tick"),
			label:      set(render.Regular, 12, 16, p.Ink, "label"),
			strong:     set(render.Bold, 12, 16, p.Ink, "label"),
			sub:        set(render.Regular, 12, 16, p.Quiet, "sub"),
			empty:      set(render.Italic, 12, 16, p.Quiet, "empty"),
			value:      set(render.Bold, 13, 16, p.Ink, "value"),
			letter:     set(render.Semibold, max(10.5, f.Least/k), 12, p.Quiet, "letter"), // read from the back of a room
			legend:     set(render.Regular, 12, 20, p.Quiet, "legend"),
			note:       set(render.Regular, 12, 16, p.Quiet, "note"),
			mark:       set(render.Semibold, 12, 16, p.Ink, "note"),
			own:        set(render.Semibold, 12, 16, p.Paper, "own"),
			source:     set(render.Regular, 12, 16, p.Quiet, "source"),
			head:       set(render.Semibold, 13, 16, p.Ink, "group"),
			headNote:   set(render.Regular, 12, 16, p.Quiet, "group"),
		},
	}
}

// in returns s in another colour.
func (s style) in(c color.NRGBA) style {
	s.color = c
	return s
}

// width measures text as it will be drawn.
func (c *canvas) width(s style, text string) float64 {
	const size = 100 // widths are in proportion to the size, so one measure serves all
	key := measured{s.face, text}
	w, ok := c.widths[key]
	if !ok {
		w = render.Width(s.face, size, text) / size
		c.widths[key] = w
	}
	return w * s.size
}

// textBox returns the box that a text would take.
func (c *canvas) textBox(at Point, text string, s style, align Align) Rect {
	w := c.width(s, text)
	switch align {
	case Middle:
		at.X -= w / 2
	case End:
		at.X -= w
	case Start:
	}
	return Rect{at.X, at.Y - 0.72*s.size, w, 0.92 * s.size}
}

// text sets one line on its baseline and returns its box. An empty text is not set.
func (c *canvas) text(at Point, text string, s style, align Align) Rect {
	box := c.textBox(at, text, s, align)
	if text != "" {
		c.Shapes = append(c.Shapes, Label{at, text, s.face, s.size, s.color, align, s.role})
		c.boxes = append(c.boxes, box)
	}
	return box
}

// lines sets lines from the top down, the first within one lead of top, and returns the top of what follows.
func (c *canvas) lines(x, top float64, lines []string, s style, align Align) float64 {
	for _, line := range lines {
		c.text(Point{x, top + c.rise(s)}, line, s, align)
		top += s.lead
	}
	return top
}

// rise is the distance from the top of a line to its baseline: capitals stand in the middle of the line.
func (c *canvas) rise(s style) float64 { return (s.lead + 0.66*s.size) / 2 }

// middle is the baseline of a text whose capitals are centred on y.
func (s style) middle(y float64) float64 { return y + 0.33*s.size }

// figure sets a figure with the letters of its caveats, small and raised, behind it. The alignment is that of the figure
// alone, so that letters do not push figures out of line; End keeps the letters left of at as well.
func (c *canvas) figure(at Point, text, letters string, s style, align Align) Rect {
	return c.figureBy(c.text, at, text, letters, s, align)
}

// figureBox returns the box that a figure with letters would take.
func (c *canvas) figureBox(at Point, text, letters string, s style, align Align) Rect {
	return c.figureBy(c.textBox, at, text, letters, s, align)
}

// figureBy has set draw or measure a figure and its letters, and returns the box of both.
func (c *canvas) figureBy(set func(Point, string, style, Align) Rect, at Point, text, letters string, s style, align Align) Rect {
	small := c.letterOf(s)
	if align == End {
		at.X -= c.lettersIn(small, letters)
	}
	box := set(at, text, s, align)
	if letters != "" && text != "" {
		box = union(box, set(c.letterAt(box, at.Y, s), letters, small, Start))
	}
	return box
}

func (c *canvas) letterAt(figure Rect, baseline float64, s style) Point {
	return Point{figure.Right() + 2*c.k, baseline - 0.3*s.size}
}

// letterOf is the style of the letters behind a figure in style s: they shrink with it as far as they can be read.
func (c *canvas) letterOf(s style) style {
	const part, least = 0.81, 9.5
	letter := c.as.letter
	letter.size = max(min(letter.size, part*s.size), min(letter.size, least), c.least)
	return letter
}

// lettersWidth is what letters add to the width of a figure at most.
func (c *canvas) lettersWidth(letters string) float64 { return c.lettersIn(c.as.letter, letters) }

func (c *canvas) lettersIn(small style, letters string) float64 {
	if letters == "" {
		return 0
	}
	return c.width(small, letters) + 2*c.k
}

// free reports whether no text stands in r yet.
func (c *canvas) free(r Rect) bool {
	for _, b := range c.boxes {
		if b.Overlaps(r) {
			return false
		}
	}
	return true
}

// apart reports whether a text in r would stand clear of all others: nearer to each other on one line, two read as one.
func (c *canvas) apart(r Rect) bool {
	const beside, over = 6, 2
	return c.free(Rect{r.X - beside*c.k, r.Y - over, r.W + 2*beside*c.k, r.H + 2*over})
}

// inside reports whether r lies in the drawing, off its padding.
func (c *canvas) inside(r Rect) bool {
	const hair = 0.01
	in := c.inner.Grow(hair)
	return r.X >= in.X && r.Y >= in.Y && r.Right() <= in.Right() && r.Bottom() <= in.Bottom()
}

func union(a, b Rect) Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return Rect{x, y, max(a.Right(), b.Right()) - x, max(a.Bottom(), b.Bottom()) - y}
}
