package look

import (
	"image/color"
	"math"
	"testing"
)

func TestContrastOfText(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light(), "dark": Dark(), "print": Print(), "contrasted": Contrasted()} {
		least := 4.5
		if p.Framed() {
			least = 7
		}
		for _, pair := range []struct {
			name       string
			text, back color.NRGBA
		}{
			{"ink on paper", p.Ink, p.Paper},
			{"ink on ground", p.Ink, p.Ground},
			{"ink on soft", p.Ink, p.Soft},
			{"ink on grey soft", p.Ink, p.GreySoft},
			{"ink on amber soft", p.Ink, p.AmberSoft},
			{"ink on hover", p.Ink, p.Hover},
			{"quiet on paper", p.Quiet, p.Paper},
			{"quiet on ground", p.Quiet, p.Ground},
			{"quiet on soft", p.Quiet, p.Soft},
			{"quiet on grey soft", p.Quiet, p.GreySoft},
			{"accent on paper", p.Accent, p.Paper},
			{"accent on soft", p.Accent, p.Soft},
			{"on accent", p.OnAccent, p.Accent},
		} {
			if got := Contrast(pair.text, pair.back); got < least {
				t.Errorf("%s: %s has contrast %.2f, want at least %g", name, pair.name, got, least)
			}
		}
	}
}

func TestContrastEnds(t *testing.T) {
	black, white := rgb(0), rgb(0xFFFFFF)
	if got := Contrast(black, white); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white: %.2f, want 21", got)
	}
	if got := Contrast(white, white); got != 1 {
		t.Errorf("white on white: %.2f, want 1", got)
	}
}

// Marks are told apart by more than their colour, but they must at least be seen.
func TestMarksStandOutFromPaper(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light(), "dark": Dark(), "contrasted": Contrasted()} {
		for role, c := range map[string]color.NRGBA{"tint": p.Tint, "grey": p.Grey, "amber": p.Amber, "second": p.Second} {
			if got := Contrast(c, p.Paper); got < 1.9 {
				t.Errorf("%s: %s on paper has contrast %.2f", name, role, got)
			}
		}
	}
}
