package render

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"
)

var texts = []string{
	"", " ", "a", "Zürich (área metropolitana)", "1,171", "67.5 %", "R&D <b>", "ñÑáéíóú ¿¡", "€ − ≥ ≤ ≈ → ▲▼ ✓",
	"Œuvre Łódź Ελλάδα Москва", "日本 عربي", "e\u0301 n\u0303", "soft\u00adhyphen", "😀🇲🇽", "a\xffb", "tab\tline\nnul\x00",
	strings.Repeat("W", 3000), "\u202eabc", "\ufacf", "\ufffe\uffff",
}

func TestWidthIsWhatThePDFLibraryDraws(t *testing.T) {
	pdf := gofpdf.New("P", "pt", "A4", "")
	for f := Regular; f < faceCount; f++ {
		pdf.AddUTF8FontFromBytes("face", strings.Repeat("B", int(f&1))+strings.Repeat("I", int(f>>1)), f.file())
		pdf.SetFont("face", strings.Repeat("B", int(f&1))+strings.Repeat("I", int(f>>1)), 17)
		for _, s := range texts {
			if got, want := Width(f, 17, s), pdf.GetStringWidth(Clean(s)); math.Abs(got-want) > 0.05 {
				t.Errorf("face %d, %.20q: %.3f, the library says %.3f", f, s, got, want)
			}
		}
	}
}

func TestWidthAddsUpAndGrows(t *testing.T) {
	for _, a := range texts {
		for _, b := range texts {
			a, b := Clean(a), Clean(b)
			sum, whole := Width(Bold, 12, a)+Width(Bold, 12, b), Width(Bold, 12, a+b)
			if math.Abs(sum-whole) > 1e-6*(1+whole) {
				t.Errorf("%.10q + %.10q: %.3f and %.3f", a, b, sum, whole)
			}
			if whole < Width(Bold, 12, a) {
				t.Errorf("%.10q got narrower by adding %.10q", a, b)
			}
		}
		if one, two := Width(Italic, 10, a), Width(Italic, 20, a); math.Abs(2*one-two) > 1e-6*two {
			t.Errorf("%.10q: %.3f at 10, %.3f at 20", a, one, two)
		}
	}
	for _, size := range []float64{0, -3, math.NaN(), math.Inf(1)} {
		if w := Width(Regular, size, "abc"); w != 0 {
			t.Errorf("width at size %v is %v", size, w)
		}
	}
}

func TestClean(t *testing.T) {
	sign := string(Regular.typeface().replacement)
	for in, want := range map[string]string{
		"":               "",
		"plain text":     "plain text",
		"n\u0303":        "ñ",
		"e\u200d\u0301":  "é", // leaving out the joiner brings them together
		"a\tb\nc\r":      "a b c ",
		"😀":              sign,
		"a\xffb":         "a" + sign + "b",
		"\x00\x7f":       sign + sign,
		"a\u00adb\ufeff": "ab",
		"\ufacf":         sign, // its composed form lies beyond U+FFFF
		"67.5\u00a0%":    "67.5\u00a0%",
		"\ufffd":         sign,
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := Clean(s)
		if !utf8.ValidString(c) {
			t.Fatalf("%q is not valid UTF-8", c)
		}
		for _, r := range c {
			if r >= 0x10000 || r < 0x20 || r == 0x7f {
				t.Fatalf("%U is left in %q", r, c)
			}
		}
		if again := Clean(c); again != c {
			t.Fatalf("cleaning again turns %q into %q", c, again)
		}
	})
}

func TestMissing(t *testing.T) {
	if m := Missing("Jalisco: 1,171 ñÑáéíóúü ¿¡ — “” € − ≥ ≤ ≈ × → % ‰ °\u00a0\u2009"); len(m) > 0 {
		t.Errorf("no glyph for %q", m)
	}
	if m := string(Missing("a日b日本")); m != "日本" {
		t.Errorf("missing: %q", m)
	}
}

func TestFaces(t *testing.T) {
	for f := Regular; f < faceCount; f++ {
		if first, again := Font(f), Font(f); first != again || faceOf(first) != f {
			t.Errorf("face %d is not found again by its font", f)
		}
		x, c, a, d := XHeight(f, 100), CapHeight(f, 100), Ascent(f, 100), Descent(f, 100)
		if !(40 < x && x < c && c <= a && a < 80 && 15 < d && d < 30) {
			t.Errorf("face %d: heights %v %v %v %v", f, x, c, a, d)
		}
	}
	for r := rune(' '); r < 0xFFFE; r++ {
		for f := Semibold; f < faceCount; f++ {
			if (Font(f).Index(r) == 0) != (Font(Regular).Index(r) == 0) {
				t.Errorf("face %d and the regular one differ in whether they have %U", f, r)
			}
		}
	}
	if faceOf(nil) != Regular || Font(Face(99)) != Font(Regular) || Font(Face(-1)) != Font(Regular) {
		t.Error("an unknown face is not drawn in Regular")
	}
}

func TestMeasureText(t *testing.T) {
	p := NewPixels(10, 10, 1, nil)
	p.SetFont(Font(Semibold))
	p.SetFontSize(140)
	for _, s := range texts {
		b := p.MeasureText(s)
		if want := Width(Semibold, 140, s); math.Abs(float64(b.Right)-min(want, limit/Unit)) > 1 || b.Left != 0 || b.Top != 0 {
			t.Errorf("%.10q: %+v, want %.1f wide", s, b, want)
		}
		if s != "" && Width(Semibold, 140, s) > 0 && b.Bottom != 101 {
			t.Errorf("%.10q: %d high", s, b.Bottom)
		}
	}
	if p.MeasureText("") != (NewPixels(1, 1, 1, nil).MeasureText("no size set")) {
		t.Error("nothing to draw should measure nothing")
	}
	flat := p.MeasureText("Jalisco")
	p.SetTextRotation(-math.Pi / 2)
	if up := p.MeasureText("Jalisco"); math.Abs(float64(up.Bottom-flat.Right)) > 1 || math.Abs(float64(up.Right-flat.Bottom)) > 1 {
		t.Errorf("upright %+v, flat %+v", up, flat)
	}
}

func TestUnits(t *testing.T) {
	for in, want := range map[float64]int{0: 0, 1: 10, -0.26: -3, math.Inf(1): limit / Unit, -1e300: -limit / Unit} {
		if got := Units(in); got != want {
			t.Errorf("Units(%v) = %d, want %d", in, got, want)
		}
	}
	if Units(math.NaN()) != 0 {
		t.Error("NaN is not 0")
	}
}
