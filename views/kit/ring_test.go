package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/look"
	"doublefix/app/words"
)

// The focus is seen on every button and segment, chosen or not, in every theme.
func TestFocusIsSeen(t *testing.T) {
	for name, p := range map[string]look.Palette{"light": look.Light(), "dark": look.Dark(), "contrast": look.Contrasted()} {
		s := NewStyle(words.For(words.English), p, 1)
		s.Segments([]Choice{{ID: "one", Text: "One"}, {ID: "other", Text: "Other"}}, 0, func(int) {})
		s.Button(ButtonSpec{ID: "main", Text: "Main", Kind: Primary})
		s.Button(ButtonSpec{ID: "plain", Text: "Plain"})
		s.Button(ButtonSpec{ID: "on", Text: "On", On: true})
		for _, id := range []string{"one", "other", "main", "plain", "on"} {
			tap := s.Register.Get(id).(*Tap)
			tap.FocusGained()
			r := test.WidgetRenderer(tap).(*surfaceRenderer)
			r.Layout(fyne.NewSize(100, 32))
			ground := p.Paper
			if fill := color.NRGBAModel.Convert(r.back.FillColor).(color.NRGBA); fill.A == 255 {
				ground = fill
			}
			ring := color.NRGBAModel.Convert(r.ring.StrokeColor).(color.NRGBA)
			if c := look.Contrast(ring, ground); r.ring.Hidden || c < 3 {
				t.Errorf("%s, %s: the ring has contrast %.1f, hidden %v", name, id, c, r.ring.Hidden)
			}
			tap.FocusLost()
		}
	}
}
