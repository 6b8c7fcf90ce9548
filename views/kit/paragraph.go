package kit

import (
	"image/color"
	"math"
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

// piece is a word and how wide it is. Measuring shapes the text, which is slow, so each word is measured once and not
// again for every width that a layout tries.
type piece struct {
	text  string
	width float32
}

// pieces returns the words of every line of the text.
func (p *Paragraph) pieces() [][]piece {
	if p.measured == nil {
		p.space = p.style.Width(" ", p.size, p.weight)
		for _, part := range strings.Split(p.text, "\n") {
			var words []piece
			for _, word := range strings.Split(part, " ") {
				words = append(words, piece{word, p.style.Width(word, p.size, p.weight)})
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
		line, used := words[0].text, words[0].width
		for i, w := range words {
			switch {
			case i == 0:
			case used+p.space+w.width <= width:
				line, used = line+" "+w.text, used+p.space+w.width
			default:
				lines = append(lines, line)
				line, used = w.text, w.width
			}
			for used > width && len([]rune(line)) > 1 {
				head := p.head(line, width)
				lines = append(lines, head)
				line = strings.TrimPrefix(line, head)
				used = p.style.Width(line, p.size, p.weight)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func (p *Paragraph) fits(text string, width float32) bool {
	return p.style.Width(text, p.size, p.weight) <= width
}

// head returns as much of a word as fits, at least a letter; it breaks after a slash or a hyphen where there is one.
func (p *Paragraph) head(word string, width float32) string {
	runes := []rune(word)
	n := sort.Search(len(runes), func(i int) bool { return !p.fits(string(runes[:i+1]), width) })
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
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return &paragraphRenderer{p: p} }

type paragraphRenderer struct {
	p     *Paragraph
	lines []fyne.CanvasObject
	drawn string
	high  float32 // of one line of text
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	lines := r.p.wrap(size.Width)
	if joined := strings.Join(lines, "\n"); joined != r.drawn || len(r.lines) != len(lines) {
		r.drawn, r.lines = joined, nil
		for _, l := range lines {
			r.lines = append(r.lines, r.p.style.Text(l, r.p.size, r.p.weight, r.p.color))
		}
	}
	step := r.p.style.Px(r.p.line)
	if len(r.lines) > 0 && r.high == 0 {
		r.high = r.lines[0].MinSize().Height
	}
	for i, o := range r.lines {
		h := r.high
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, float32(i)*step+(step-h)/2))
	}
}

func (r *paragraphRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.lines }
func (r *paragraphRenderer) Destroy()                     {}

func (r *paragraphRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
