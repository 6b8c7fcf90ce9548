package kit

import (
	"image/color"
	"math"
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps at its width. Its height follows: see [HeightFor].
type Paragraph struct {
	widget.BaseWidget
	style  Style
	text   string
	size   float32
	line   float32
	weight Weight
	color  color.Color
	lines  []string
	width  float32 // that lines were wrapped for

	strong  []Part // set in semibold
	marks   []Mark
	pressed func(id string)

	measured [][]piece
	space    float32 // width of a space
}

// Paragraph returns wrapped text; line is the line height in points before the text factor.
func (s Style) Paragraph(text string, size, line float32, weight Weight, c color.Color) *Paragraph {
	p := &Paragraph{style: s, text: text, size: size, line: line, weight: weight, color: c}
	p.ExtendBaseWidget(p)
	return p
}

// Body returns wrapped text in the body size.
func (s Style) Body(text string) *Paragraph {
	return s.Paragraph(text, SizeBody, 20, Regular, s.Palette.Ink)
}

// Meta returns wrapped text in the small, quiet size.
func (s Style) Meta(text string) *Paragraph {
	return s.Paragraph(text, SizeMeta, 16, Regular, s.Palette.Quiet)
}

// SetText changes the text.
func (p *Paragraph) SetText(text string) {
	if text == p.text {
		return
	}
	p.text, p.width, p.measured = text, 0, nil
	p.Refresh()
}

// HeightFor implements [Wrapping]. Layouts ask for the height at the narrowest width before they know a real one; breaking
// every word for that takes longer than all the rest, so it is estimated.
func (p *Paragraph) HeightFor(width float32) float32 {
	if width > p.style.Px(narrowest) || p.lines != nil && width == p.width {
		return float32(len(p.wrap(width))) * p.style.Px(p.line)
	}
	lines := 0.0
	for _, words := range p.pieces() {
		lines += max(math.Ceil(float64(p.unbroken(words)/max(width, 1))), 1)
	}
	return float32(lines) * p.style.Px(p.line)
}

// unbroken is how wide words are on one line.
func (p *Paragraph) unbroken(words []piece) float32 {
	width := p.space * float32(len(words)-1)
	for _, w := range words {
		width += w.width
	}
	return width
}

func (p *Paragraph) wrap(width float32) []string {
	if width < p.style.Px(narrowest)/2 {
		return []string{p.text} // not laid out yet: Fyne asks before there is a width
	}
	if p.lines == nil || width != p.width {
		p.lines, p.width = p.broken(width), width
	}
	return p.lines
}

// piece is a word, where it begins in the text and how wide it is. Measuring shapes the text, which is slow, so each word
// is measured once and not again for every width that a layout tries.
type piece struct {
	text  string
	at    int
	width float32
}

// pieces returns the words of every line of the text.
func (p *Paragraph) pieces() [][]piece {
	if p.measured == nil {
		p.space = p.style.Width(" ", p.size, p.weight)
		at := 0
		for _, part := range strings.Split(p.text, "\n") {
			var words []piece
			for _, word := range strings.Split(part, " ") {
				words = append(words, piece{word, at, p.widthOf(word, at)})
				at += len(word) + 1 // the space or the line break after it
			}
			p.measured = append(p.measured, words)
		}
	}
	return p.measured
}

// broken breaks the text at spaces. A word wider than the line, such as an address, is broken where it has to be.
func (p *Paragraph) broken(width float32) []string {
	lines := []string{}
	for _, words := range p.pieces() {
		words = p.withoutOrphan(words, width)
		line, at, used := words[0].text, words[0].at, words[0].width
		for i, w := range words {
			switch {
			case i == 0:
			case used+p.space+w.width <= width:
				line, used = line+" "+w.text, used+p.space+w.width
			default:
				lines = append(lines, line)
				line, at, used = w.text, w.at, w.width
			}
			for used > width && len([]rune(line)) > 1 {
				head := p.head(line, at, width)
				lines = append(lines, head)
				line, at = strings.TrimPrefix(line, head), at+len(head)
				used = p.widthOf(line, at)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// withoutOrphan keeps the last words of a headline together, so that no word stands alone on its last line.
func (p *Paragraph) withoutOrphan(words []piece, width float32) []piece {
	last := len(words) - 1
	if p.size < SizeHead || last < 2*orphanWords {
		return words
	}
	end := slices.Clone(words[last-orphanWords+1:])
	tail := end[0]
	for _, w := range end[1:] {
		tail.text, tail.width = tail.text+" "+w.text, tail.width+p.space+w.width
	}
	if tail.width > width/2 {
		return words
	}
	return append(slices.Clone(words[:last-orphanWords+1]), tail)
}

// orphanWords is how many words of a headline stand on its last line at least.
const orphanWords = 3

// head returns as much of a word as fits, at least a letter; it breaks after a slash or a hyphen where there is one.
func (p *Paragraph) head(word string, at int, width float32) string {
	runes := []rune(word)
	n := sort.Search(len(runes), func(i int) bool { return p.widthOf(string(runes[:i+1]), at) > width })
	head := string(runes[:max(n, 1)])
	if at := strings.LastIndexAny(head, "/-"); at > len(head)/3 {
		return head[:at+1]
	}
	return head
}

// narrowest is how narrow a paragraph can become, before the text factor.
const narrowest = 48

// MinSize is one line high and narrow, so that a paragraph can shrink: give it the room that is left ([RowGrow]).
func (p *Paragraph) MinSize() fyne.Size {
	widest := float32(0)
	for _, words := range p.pieces() {
		widest = max(widest, p.unbroken(words))
	}
	return fyne.NewSize(min(widest, p.style.Px(narrowest)), p.style.Px(p.line))
}

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	r := &paragraphRenderer{p: p}
	if size := p.Size(); size.Width > 0 { // Fyne may throw a renderer away and ask for another of the same size
		r.Layout(size)
	}
	return r
}

type paragraphRenderer struct {
	p     *Paragraph
	texts []fyne.CanvasObject // the lines, in as many pieces as they have weights
	extra []fyne.CanvasObject // what can be pressed in them
	drawn string
	width float32
	high  float32 // of one line of text
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	lines := r.p.wrap(size.Width)
	if joined := strings.Join(lines, "\n"); joined != r.drawn || r.texts == nil || size.Width != r.width {
		r.drawn, r.width, r.texts, r.extra = joined, size.Width, nil, nil
		for i, l := range r.p.placed(lines) {
			r.line(i, l)
		}
	}
}

// line sets one line and what can be pressed in it.
func (r *paragraphRenderer) line(i int, l placedLine) {
	p := r.p
	step := p.style.Px(p.line)
	top := float32(i) * step
	for _, f := range p.fragments(l) {
		t := p.style.Text(f.text, p.size, f.weight, p.color)
		if r.high == 0 {
			r.high = t.MinSize().Height
		}
		t.Resize(fyne.NewSize(f.width, r.high))
		t.Move(fyne.NewPos(f.x, top+(step-r.high)/2))
		r.texts = append(r.texts, t)
	}
	for _, m := range p.marks {
		if left, right, ok := p.markIn(l, m); ok {
			r.extra = append(r.extra, p.spot(m, left, right, top, r.high))
		}
	}
}

func (r *paragraphRenderer) MinSize() fyne.Size { return r.p.MinSize() }

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	return append(r.texts[:len(r.texts):len(r.texts)], r.extra...)
}

func (r *paragraphRenderer) Destroy() {}

func (r *paragraphRenderer) Refresh() {
	r.texts = nil
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

// strongWeight is the weight of what stands out: a step above the rest.
func (p *Paragraph) strongWeight() Weight {
	if p.weight >= Semibold {
		return Bold
	}
	return Semibold
}
