package kit

import (
	"strings"
	"testing"
)

// Where words would be broken the height is only estimated, but hard line breaks count, and nothing becomes empty.
func TestParagraphBeforeItHasAWidth(t *testing.T) {
	s := style()
	for _, text := range []string{"", "word", "one\ntwo\nthree"} {
		least := float32(20 * (1 + strings.Count(text, "\n")))
		for _, width := range []float32{0, 1, 30, 48} {
			if got := s.Body(text).HeightFor(width); got < least {
				t.Errorf("%q at %v: height %v, want %v or more", text, width, got, least)
			}
		}
	}
}

func TestWidthsAreRemembered(t *testing.T) {
	s := style()
	fresh := s.Width("Firearms", SizeBody, Regular)
	if s.Width("Firearms", SizeBody, Regular) != fresh || len(s.Widths.known) != 1 {
		t.Errorf("known are %v", s.Widths.known)
	}
	s.Factor = 2
	if s.Width("Firearms", SizeBody, Regular) <= fresh || s.Width("Firearms", SizeBody, Bold) <= fresh {
		t.Error("size and weight make no difference")
	}
	for i := range mostWidths {
		s.Widths.keep(measured{size: float32(i)}, 1)
	}
	if n := len(s.Widths.known); n > mostWidths {
		t.Errorf("%d widths are kept", n)
	}
}

// A headline has no single word on its last line, and its words stay in their order; running text breaks where it must.
func TestHeadlinesHaveNoOrphans(t *testing.T) {
	s := style()
	const text = "CBP stopped 1,171 firearms on the way to Mexico in fiscal year 2023, nearly seven times the 173 of 2019."
	orphans := 0
	for width := float32(240); width < 1000; width += 7 {
		lines := s.Paragraph(text, SizeHead, 28, Semibold, s.Palette.Ink).wrap(width)
		if strings.Join(lines, " ") != text {
			t.Fatalf("at %v the words are %q", width, lines)
		}
		if last := lines[len(lines)-1]; len(lines) > 1 && strings.Count(last, " ") < orphanWords-1 {
			t.Errorf("at %v the last line is %q", width, last)
		}
		plain := s.Paragraph(text, SizeBody, 20, Regular, s.Palette.Ink).wrap(width)
		if len(plain) > 1 && !strings.Contains(plain[len(plain)-1], " ") {
			orphans++
		}
	}
	if orphans == 0 {
		t.Error("no width tries it")
	}
}
