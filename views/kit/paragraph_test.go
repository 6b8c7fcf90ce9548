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
