package render

import (
	"sync"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"

	"doublefix/assets"
)

// Face is one of the four faces of the type family, Source Sans 3.
type Face int

// The faces: regular 400, semibold 600, bold 700, and italic 400.
const (
	Regular Face = iota
	Semibold
	Bold
	Italic
	faceCount
)

// typeface is a parsed face and the heights measured from its letters, in em.
type typeface struct {
	font                                *truetype.Font
	ascent, descent, xHeight, capHeight float64
	replacement                         rune
	missing                             float64           // advance of the box for a missing glyph, in em
	latin                               [latinEnd]float64 // advances of the letters that nearly every text is made of, in em
}

// latinEnd is the first letter after Latin Extended-A.
const latinEnd = 0x180

// Parsed once, when first used; read-only after that.
var typefaces = [faceCount]func() *typeface{
	Regular:  sync.OnceValue(func() *typeface { return parse(Regular.file()) }),
	Semibold: sync.OnceValue(func() *typeface { return parse(Semibold.file()) }),
	Bold:     sync.OnceValue(func() *typeface { return parse(Bold.file()) }),
	Italic:   sync.OnceValue(func() *typeface { return parse(Italic.file()) }),
}

// file returns a fresh copy of the TrueType file.
func (f Face) file() []byte {
	switch f {
	case Semibold:
		return assets.FontSemibold()
	case Bold:
		return assets.FontBold()
	case Italic:
		return assets.FontItalic()
	default:
		return assets.FontRegular()
	}
}

func parse(ttf []byte) *typeface {
	f, err := truetype.Parse(ttf)
	if err != nil {
		panic(err) // the file is embedded and a test parses it
	}
	em := fixed.Int26_6(f.FUnitsPerEm())
	top := func(r rune) (lo, hi float64) {
		var g truetype.GlyphBuf
		if g.Load(f, em, f.Index(r), 0) != nil {
			return 0, 0
		}
		return float64(g.Bounds.Min.Y) / float64(em), float64(g.Bounds.Max.Y) / float64(em)
	}
	t := &typeface{font: f, replacement: '?'}
	if f.Index('\uFFFD') != 0 {
		t.replacement = '\uFFFD'
	}
	_, t.xHeight = top('x')
	_, t.capHeight = top('H')
	_, t.ascent = top('b')
	lo, _ := top('p')
	t.descent = -lo
	t.missing = float64(f.HMetric(em, 0).AdvanceWidth) / float64(em)
	for r := range t.latin {
		t.latin[r] = t.lookUp(rune(r))
	}
	return t
}

func (f Face) typeface() *typeface {
	if f < 0 || f >= faceCount {
		f = Regular
	}
	return typefaces[f]()
}

// Font returns the parsed font of a face, for chart.Renderer.SetFont; it is the
// same pointer at every call. A face that does not exist is Regular.
func Font(f Face) *truetype.Font { return f.typeface().font }

// faceOf is the other way round. Fonts that are not ours, such as go-chart's
// default, are drawn in Regular.
func faceOf(font *truetype.Font) Face {
	for f := Regular; f < faceCount; f++ {
		if Font(f) == font {
			return f
		}
	}
	return Regular
}

// Ascent returns how far b and d reach above the baseline, in the unit of size.
func Ascent(f Face, size float64) float64 { return f.typeface().ascent * size }

// Descent returns how far p and q reach below the baseline, as a positive
// number in the unit of size.
func Descent(f Face, size float64) float64 { return f.typeface().descent * size }

// XHeight returns the height of x above the baseline, in the unit of size.
func XHeight(f Face, size float64) float64 { return f.typeface().xHeight * size }

// CapHeight returns the height of capitals and figures, in the unit of size;
// half of it is what centres a label on a line.
func CapHeight(f Face, size float64) float64 { return f.typeface().capHeight * size }

// textHeight is the height that MeasureText gives every label, in em: the same
// for "a" and "Ñ", so that labels keep to their line.
const textHeight = 0.72

// Width returns the sum of the advance widths of s, cleaned, in the unit of
// size. There is no kerning and there are no ligatures in any renderer, so it is
// the width that is drawn.
func Width(f Face, size float64, s string) float64 {
	if !finite(size) || size <= 0 {
		return 0
	}
	t := f.typeface()
	sum := 0.0
	for _, r := range Clean(s) {
		sum += t.advance(r)
	}
	return sum * size
}

// advance is in em.
func (t *typeface) advance(r rune) float64 {
	if r >= 0 && r < latinEnd {
		return t.latin[r]
	}
	return t.lookUp(r)
}

// lookUp reads an advance from the font, which searches its tables for every letter.
func (t *typeface) lookUp(r rune) float64 {
	i := t.font.Index(r)
	if i == 0 {
		return t.missing
	}
	em := t.font.FUnitsPerEm()
	return float64(t.font.HMetric(fixed.Int26_6(em), i).AdvanceWidth) / float64(em)
}
