package theme

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"doublefix/app/look"
)

// Rows of a menu can be read, their keys too, and what cannot be done stands back; a row is no higher than it must be.
func TestMenuRows(t *testing.T) {
	for name, p := range map[string]look.Palette{"light": look.Light(), "dark": look.Dark(), "contrast": look.Contrasted()} {
		test.NewTempApp(t).Settings().SetTheme(New(p, name == "dark", 1))
		on, off := fyne.NewMenuItem("Row", func() {}), fyne.NewMenuItem("Row", func() {})
		off.Disabled = true
		for _, item := range []*fyne.MenuItem{on, off} {
			item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: fyne.KeyModifierControl}
		}
		menu := widget.NewMenu(fyne.NewMenu("Menu", on, off))
		menu.Resize(menu.MinSize())
		if height := menu.Size().Height / 2; height < 26 || height > 32 {
			t.Errorf("%s: rows are %v high", name, height)
		}
		texts := func(row int) (contrast []float64) {
			for _, o := range test.WidgetRenderer(menu.Items[row].(fyne.Widget)).Objects() {
				if text, ok := o.(*canvas.Text); ok {
					contrast = append(contrast, look.Contrast(seen(text.Color, p.Paper), p.Paper))
				}
			}
			return contrast
		}
		can, cannot := texts(0), texts(1)
		if len(can) != 3 || len(cannot) != 3 {
			t.Fatalf("%s: rows of %d and %d texts", name, len(can), len(cannot))
		}
		for i := range can {
			if can[i] < 4.5 || cannot[i] >= can[i] || cannot[i] < 2 {
				t.Errorf("%s: contrast of text %d is %.1f, %.1f where it cannot be done", name, i, can[i], cannot[i])
			}
		}
	}
}

// seen is a colour as it looks on paper.
func seen(c color.Color, paper color.NRGBA) color.NRGBA {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(n.A) + int(b)*(255-int(n.A))) / 255) }
	return color.NRGBA{R: mix(n.R, paper.R), G: mix(n.G, paper.G), B: mix(n.B, paper.B), A: 255}
}
