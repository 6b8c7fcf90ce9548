// Package theme dresses Fyne's own parts (menus, dialogs, fields, scroll bars) in the design tokens of the app.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"doublefix/app/look"
	"doublefix/assets"
)

// Theme is a Fyne theme made of a palette and a text factor (1 to 2).
type Theme struct {
	palette look.Palette
	dark    bool
	factor  float32
	base    fyne.Theme
	fonts   fonts
}

type fonts struct{ regular, semibold, italic fyne.Resource }

// New returns the theme for the palette p. dark picks Fyne's variant for the few colours that the palette does not name.
func New(p look.Palette, dark bool, factor float32) *Theme {
	return &Theme{
		palette: p, dark: dark, factor: factor, base: theme.DefaultTheme(),
		fonts: fonts{
			regular:  fyne.NewStaticResource("SourceSans3-Regular.ttf", assets.FontRegular()),
			semibold: fyne.NewStaticResource("SourceSans3-Semibold.ttf", assets.FontSemibold()),
			italic:   fyne.NewStaticResource("SourceSans3-Italic.ttf", assets.FontItalic()),
		},
	}
}

// Color returns the palette's colour for a role of Fyne's. The system's variant is ignored: the person chooses in the app.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameForeground {
		return Ink(t.palette.Ink)
	}
	if c, ok := t.named(name); ok {
		return c
	}
	variant := theme.VariantLight
	if t.dark {
		variant = theme.VariantDark
	}
	return t.base.Color(name, variant)
}

func (t *Theme) named(name fyne.ThemeColorName) (color.Color, bool) {
	p := t.palette
	c, ok := map[fyne.ThemeColorName]color.NRGBA{
		theme.ColorNameBackground:          p.Paper,
		theme.ColorNameButton:              p.Paper,
		theme.ColorNameDisabledButton:      p.GreySoft,
		theme.ColorNameDisabled:            p.Grey,
		theme.ColorNameError:               p.Brick,
		theme.ColorNameFocus:               p.Tint,
		theme.ColorNameForegroundOnPrimary: p.OnAccent,
		theme.ColorNameHeaderBackground:    p.GreySoft,
		theme.ColorNameHover:               p.Hover,
		theme.ColorNameHyperlink:           p.Accent,
		theme.ColorNameInputBackground:     p.Paper,
		theme.ColorNameInputBorder:         p.Rule,
		theme.ColorNameMenuBackground:      p.Paper,
		theme.ColorNameOverlayBackground:   p.Paper,
		theme.ColorNamePlaceHolder:         p.Quiet,
		theme.ColorNamePressed:             p.GreySoft,
		theme.ColorNamePrimary:             p.Accent,
		theme.ColorNameScrollBar:           p.Grey,
		theme.ColorNameSelection:           p.Soft,
		theme.ColorNameSeparator:           p.Rule,
		theme.ColorNameSuccess:             p.Teal,
		theme.ColorNameWarning:             p.Amber,
	}[name]
	return c, ok
}

// Font returns the app's one family. Fyne knows one bold: here it is the semibold of rows and buttons.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return t.base.Font(style)
	case style.Bold:
		return t.fonts.semibold
	case style.Italic:
		return t.fonts.italic
	}
	return t.fonts.regular
}

// Icon returns Fyne's own icons, used in its dialogs.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns Fyne's sizes in the app's steps; text sizes grow with the text factor.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14 * t.factor
	case theme.SizeNameCaptionText:
		return 12 * t.factor
	case theme.SizeNameSubHeadingText:
		return 16 * t.factor
	case theme.SizeNameHeadingText:
		return 20 * t.factor
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameInnerPadding: // of menu rows and fields
		return 5 * t.factor
	case theme.SizeNamePadding: // between the rows of a menu
		return 1
	case theme.SizeNameInlineIcon:
		return 18 * t.factor
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 5
	}
	return t.base.Size(name)
}

// Ink is the colour of text as Fyne's menus need it. They write the keys of an action paler than its name, by a share of the
// opacity, but keep the lower byte of 16 bits only, which makes the keys of opaque text nearly invisible. This opacity, a
// thousandth less than all, has its lower byte such that the keys stay as dark as the name.
type Ink color.NRGBA

const inkOpacity = 0xFFCA

// RGBA implements color.Color.
func (i Ink) RGBA() (r, g, b, a uint32) {
	wide := func(v uint8) uint32 { return min(uint32(v)<<8|uint32(v), 0xFEFF) }
	return wide(i.R), wide(i.G), wide(i.B), inkOpacity
}
