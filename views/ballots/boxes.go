package ballots

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// boxes are the digits of a paper, one large box a line. They take the focus as one; what is typed goes to the view.
type boxes struct {
	widget.BaseWidget
	style   kit.Style
	onKey   func(*fyne.KeyEvent) bool
	onRune  func(rune) bool
	onTap   func()
	onFocus func()
	digits  string
	count   int
	low     bool // there is little height
	focused bool
}

var (
	_ fyne.Focusable = (*boxes)(nil)
	_ fyne.Tappable  = (*boxes)(nil)
)

const (
	sizeDigit   float32 = 56 // the one size beyond the scale of type
	sizeLow     float32 = 40
	widestBox   float32 = 160
	boxGap      float32 = 16
	leastBox    float32 = 34
	manyOptions         = 5 // from more than this on, boxes are small
)

func newBoxes(s kit.Style) *boxes {
	b := &boxes{style: s}
	b.ExtendBaseWidget(b)
	s.Register.Put("ballots-boxes", b)
	return b
}

// set shows digits, in count boxes.
func (b *boxes) set(digits string, count int, low bool) {
	b.digits, b.count, b.low = digits, count, low
	b.Refresh()
}

func (b *boxes) small() bool { return b.low || b.count > manyOptions || b.style.Factor > largeText }

func (b *boxes) height() float32 {
	if b.small() {
		return b.style.Px(64)
	}
	return b.style.Px(104)
}

func (b *boxes) gap() float32 {
	if b.count > manyOptions {
		return 6
	}
	return boxGap
}

// FocusGained implements fyne.Focusable.
func (b *boxes) FocusGained() {
	b.focused = true
	b.onFocus()
	b.Refresh()
}

// FocusLost implements fyne.Focusable.
func (b *boxes) FocusLost() {
	b.focused = false
	b.Refresh()
}

// TypedKey implements fyne.Focusable.
func (b *boxes) TypedKey(ev *fyne.KeyEvent) {
	if !b.onKey(ev) && b.style.Key != nil {
		b.style.Key(ev)
	}
}

// TypedRune implements fyne.Focusable.
func (b *boxes) TypedRune(r rune) {
	if !b.onRune(r) && b.style.Rune != nil && r != ' ' {
		b.style.Rune(r)
	}
}

// Tapped takes the focus.
func (b *boxes) Tapped(*fyne.PointEvent) { b.onTap() }

// CreateRenderer implements fyne.Widget.
func (b *boxes) CreateRenderer() fyne.WidgetRenderer {
	r := &boxesRenderer{b: b}
	r.build()
	return r
}

type boxesRenderer struct {
	b       *boxes
	frames  []*canvas.Rectangle
	figures []*canvas.Text
	objects []fyne.CanvasObject
}

// build makes as many boxes as there are options.
func (r *boxesRenderer) build() {
	r.frames, r.figures, r.objects = nil, nil, nil
	for range r.b.count {
		frame := r.b.style.Rect(r.b.style.Palette.Paper, r.b.style.Palette.Rule)
		figure := r.b.style.Text("", sizeDigit, kit.Bold, r.b.style.Palette.Ink)
		figure.Alignment = fyne.TextAlignCenter
		r.frames, r.figures = append(r.frames, frame), append(r.figures, figure)
		r.objects = append(r.objects, frame, figure)
	}
	r.dress()
}

func (r *boxesRenderer) dress() {
	b, p := r.b, r.b.style.Palette
	size := sizeDigit
	if b.small() {
		size = sizeLow
	}
	for i, frame := range r.frames {
		typed := i < len(b.digits)
		frame.FillColor, frame.StrokeColor, frame.StrokeWidth = p.Paper, p.Rule, 1
		switch {
		case typed && b.focused:
			frame.StrokeColor, frame.StrokeWidth = p.Accent, 2
		case typed:
			frame.StrokeColor = p.Quiet
		case b.focused && i == len(b.digits):
			frame.FillColor, frame.StrokeColor, frame.StrokeWidth = p.Soft, p.Accent, 2
		}
		r.figures[i].Text, r.figures[i].TextSize = "", b.style.Px(size)
		if typed {
			r.figures[i].Text = b.digits[i : i+1]
		}
	}
}

// MinSize implements fyne.WidgetRenderer.
func (r *boxesRenderer) MinSize() fyne.Size {
	n := float32(max(r.b.count, 1))
	return fyne.NewSize(n*leastBox+(n-1)*r.b.gap(), r.b.height())
}

// Layout implements fyne.WidgetRenderer.
func (r *boxesRenderer) Layout(size fyne.Size) {
	n := float32(max(r.b.count, 1))
	gap := r.b.gap()
	w := min((size.Width-gap*(n-1))/n, r.b.style.Px(widestBox))
	for i, frame := range r.frames {
		x := float32(i) * (w + gap)
		frame.Move(fyne.NewPos(x, 0))
		frame.Resize(fyne.NewSize(w, size.Height))
		h := r.figures[i].MinSize().Height
		r.figures[i].Move(fyne.NewPos(x, (size.Height-h)/2))
		r.figures[i].Resize(fyne.NewSize(w, h))
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *boxesRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy implements fyne.WidgetRenderer.
func (r *boxesRenderer) Destroy() {}

// Refresh implements fyne.WidgetRenderer.
func (r *boxesRenderer) Refresh() {
	if len(r.frames) != r.b.count {
		r.build()
	}
	r.dress()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}
