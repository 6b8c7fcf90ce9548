package chart

import (
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

func testCanvas() *canvas {
	return newCanvas(words.For(words.English), framed(Frame{W: 600, H: 400, Palette: look.Light()}))
}

func TestWrapKeepsWordsAndWidth(t *testing.T) {
	c := testCanvas()
	for _, text := range []string{
		"", " ", "one", "Firearms per US fiscal year (October to September)", strings.Repeat("Donaudampfschifffahrt", 9), "67.5\u00a0% de las armas",
		strings.Repeat("a ", 200), "Ñ é ü — ≈ −", strings.Repeat("é", 300),
	} {
		for _, width := range []float64{1, 20, 60, 150, 400} {
			lines := c.wrap(text, c.as.label, width, 0)
			if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
				t.Errorf("%q in %g px became %q", text, width, got)
			}
			for _, line := range lines {
				if c.width(c.as.label, line) > max(width, 2*c.as.label.size) {
					t.Errorf("%q in %g px: %q is %g wide", text, width, line, c.width(c.as.label, line))
				}
			}
			for most := 1; most <= 3; most++ {
				if got := c.wrap(text, c.as.label, width, most); len(got) > most {
					t.Errorf("%q in %g px on %d lines: %q", text, width, most, got)
				}
			}
		}
	}
}

func TestWrapDoesNotBreakAtNoBreakSpaces(t *testing.T) {
	c := testCanvas()
	lines := c.wrap("es 67.5\u00a0% hoy", c.as.label, c.width(c.as.label, "67.5\u00a0% "), 0)
	if strings.Join(lines, "|") != "es|67.5\u00a0%|hoy" {
		t.Errorf("%q", lines)
	}
}

func TestShortenFitsAndSaysSo(t *testing.T) {
	c := testCanvas()
	const text = "Department of Homeland Security"
	for width := 0.0; width < 250; width += 3 {
		got := c.shorten(text, c.as.label, width)
		if got == text && c.width(c.as.label, text) > width || c.width(c.as.label, got) > width {
			t.Errorf("%q in %g px", got, width)
		}
		if got != text && got != "" && !strings.HasSuffix(got, ellipsis) {
			t.Errorf("%q in %g px hides that it is cut", got, width)
		}
	}
}

func TestGridStopsAtTexts(t *testing.T) {
	c := testCanvas()
	box := c.text(Point{100, 54}, "1,171", c.as.value, Start)
	c.gridBehind(0, 0, 300, []float64{50, 200}, Stroke{Color: c.pal.Grid, Width: 1})
	lines := 0
	for _, s := range c.Shapes {
		l, ok := s.(Line)
		if !ok {
			continue
		}
		lines++
		if l.Points[0].Y == 50 && l.Points[0].X < box.Right() && l.Points[1].X > box.X {
			t.Errorf("%v runs through %v", l.Points, box)
		}
	}
	if lines != 3 {
		t.Errorf("%d pieces of grid, want 3", lines)
	}
	if _, last := c.Shapes[len(c.Shapes)-1].(Label); !last {
		t.Error("the grid is drawn over the text")
	}
}
