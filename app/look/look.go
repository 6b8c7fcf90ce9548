// Package look holds the design tokens that the window, the charts and the printed page share: colours by role.
// It knows no toolkit.
package look

import "image/color"

// Palette gives every colour role one colour. Soft colours and the second step are mixes of the named colours with paper;
// amber and grey carry no text.
type Palette struct {
	Ink, Quiet         color.NRGBA // text; second lines, units, axis labels
	Rule, Grid         color.NRGBA // borders of 1 px; grid of a chart
	Ground, Paper      color.NRGBA // behind cards; bars, panes and cards
	Accent, OnAccent   color.NRGBA // the one main action, selection, the mark that is the finding
	Tint, Second       color.NRGBA // other marks, the third of four steps; the second of them
	Fourth             color.NRGBA // the last of four steps
	Soft, GreySoft     color.NRGBA // selected row; chips, group headers, mean band
	AmberSoft          color.NRGBA // behind a caveat
	Teal, Amber, Brick color.NRGBA // done, beware, error: marks and icons, never text alone
	Violet, Grey       color.NRGBA // fourth series, quiet series
	Hover              color.NRGBA // row or button under the pointer
	Band               color.NRGBA // a span of an axis, the rest of a whole: no text stands on it
	Line               float32     // width of borders in logical pixels; wider than 1, soft colours are none and surfaces are framed
}

// Framed reports whether what others fill softly is framed instead: text stands on plain paper only.
func (p Palette) Framed() bool { return p.Line > 1 }

// Light is the palette of the window by day.
func Light() Palette {
	return Palette{
		Ink: rgb(0x1B1F24), Quiet: rgb(0x5B6470), Rule: rgb(0xD5DAE0), Grid: rgb(0xE8EBEF),
		Ground: rgb(0xF5F6F8), Paper: rgb(0xFFFFFF), Accent: rgb(0x17458F), OnAccent: rgb(0xFFFFFF),
		Tint: rgb(0x9DB8DF), Second: rgb(0x4A72B0), Soft: rgb(0xE9EEF6), GreySoft: rgb(0xE6E9ED),
		AmberSoft: rgb(0xFBF2E3), Teal: rgb(0x00857C), Amber: rgb(0xD98200), Brick: rgb(0xB3261E),
		Violet: rgb(0x7D5AB4), Grey: rgb(0x9AA3AE), Hover: rgb(0xEEF0F3),
		Fourth: rgb(0xD5DAE0), Band: rgb(0xE6E9ED), Line: 1,
	}
}

// Dark is the palette of the window in a dim room: no pure black or white, the finding is the lightest mark.
func Dark() Palette {
	return Palette{
		Ink: rgb(0xE9ECF0), Quiet: rgb(0xA7B0BB), Rule: rgb(0x3A424C), Grid: rgb(0x2A3138),
		Ground: rgb(0x14181D), Paper: rgb(0x1C2228), Accent: rgb(0x8DB6F5), OnAccent: rgb(0x10151B),
		Tint: rgb(0x4F73A8), Second: rgb(0x6E94CE), Soft: rgb(0x26344A), GreySoft: rgb(0x2D343C),
		AmberSoft: rgb(0x33291A), Teal: rgb(0x4CC2B6), Amber: rgb(0xEBAA45), Brick: rgb(0xF28B82),
		Violet: rgb(0xAF91CD), Grey: rgb(0x7F8A96), Hover: rgb(0x262C33),
		Fourth: rgb(0x3A424C), Band: rgb(0x2D343C), Line: 1,
	}
}

// Contrasted is the palette for people who need strong contrast: black on white, every text at least 7:1, borders black and
// broad, no tint under a text. Marks of charts keep their tints and get an outline.
func Contrasted() Palette {
	black, white := rgb(0), rgb(0xFFFFFF)
	return Palette{
		Ink: black, Quiet: rgb(0x262B31), Rule: black, Grid: rgb(0xB8BEC6),
		Ground: white, Paper: white, Accent: rgb(0x0B2E6B), OnAccent: white,
		Tint: rgb(0x9DB8DF), Second: rgb(0x2F5596), Soft: white, GreySoft: white,
		AmberSoft: white, Teal: rgb(0x005E57), Amber: rgb(0x8A5200), Brick: rgb(0x8C1D16),
		Violet: rgb(0x55358A), Grey: rgb(0x5B6470), Hover: white,
		Fourth: rgb(0xDCE4F0), Band: rgb(0xDDE1E6), Line: 2,
	}
}

// Print is the palette on paper: Light with a darker quiet ink, and no ground.
func Print() Palette {
	p := Light()
	p.Quiet, p.Ground = rgb(0x4A525C), p.Paper
	return p
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// Contrast returns the WCAG 2 contrast ratio of two opaque colours, from 1 (equal) to 21 (black on white).
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}
