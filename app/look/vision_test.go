package look

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

// eyes are ways of seeing colours: the matrices of full protanopia, deuteranopia and tritanopia on linear light, and a page
// that was printed in grey. Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE Trans. Vis. Comput. Graph. 15 (2009).
var eyes = map[string][3][3]float64{
	"usual": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {
		{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998},
	},
	"deutan": {
		{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881},
	},
	"tritan": {
		{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900},
	},
	"grey": {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

// seen is a colour in CIE Lab (D65) as an eye sees it.
func seen(c color.NRGBA, eye [3][3]float64) [3]float64 {
	light := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i, row := range eye {
		for j, v := range row {
			rgb[i] += v * light[j]
		}
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	xyz := [3]float64{
		(0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047,
		0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2],
		(0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883,
	}
	var f [3]float64
	for i, v := range xyz {
		if f[i] = math.Cbrt(v); v <= 216.0/24389 {
			f[i] = (24389.0/27*v + 16) / 116
		}
	}
	return [3]float64{116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
}

func difference(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func palettes() map[string]Palette {
	return map[string]Palette{"light": Light(), "dark": Dark(), "print": Print(), "contrasted": Contrasted()}
}

// Colours that stand for different things in one chart can be told apart by every eye. In grey, series that look alike have
// their dashes and markers, which a test of the charts holds; steps of one scale must differ in grey as well.
func TestColoursAreToldApartByEveryEye(t *testing.T) {
	const apart, stepApart = 10, 7 // differences of Lab; 2.3 is just noticed side by side
	for name, p := range palettes() {
		series := []color.NRGBA{p.Accent, p.Teal, p.Amber, p.Violet}
		steps := []color.NRGBA{p.Accent, p.Second, p.Tint, p.Fourth}
		for eye, matrix := range eyes {
			compare := func(what string, colours []color.NRGBA, least float64) {
				for i, a := range colours {
					for j, b := range colours[:i] {
						if d := difference(seen(a, matrix), seen(b, matrix)); d < least {
							t.Errorf("%s, %s eye: %s %d and %d differ by %.1f, want at least %g", name, eye, what, j, i, d, least)
						}
					}
				}
			}
			if eye != "grey" {
				compare("series", series, apart)
			}
			compare("steps", steps, stepApart)
		}
	}
}

// The finding stands out from the other marks for every eye, and every mark from the paper.
func TestTheFindingStandsOutForEveryEye(t *testing.T) {
	for name, p := range palettes() {
		for eye, matrix := range eyes {
			for what, c := range map[string]color.NRGBA{"tint": p.Tint, "paper": p.Paper, "band": p.Band} {
				if d := difference(seen(p.Accent, matrix), seen(c, matrix)); d < 20 {
					t.Errorf("%s, %s eye: the accent differs from %s by %.1f", name, eye, what, d)
				}
			}
		}
	}
}

// A known pair keeps the arithmetic honest: red and green of one lightness are far apart to the usual eye and near to a deutan one.
func TestTheEyesOfTheTestSeeAsTheyShould(t *testing.T) {
	red, green := rgb(0xB0602C), rgb(0x6F7A1E)
	usual := difference(seen(red, eyes["usual"]), seen(green, eyes["usual"]))
	deutan := difference(seen(red, eyes["deutan"]), seen(green, eyes["deutan"]))
	if usual < 2*deutan {
		t.Errorf("usual %.1f, deutan %.1f", usual, deutan)
	}
	white := seen(rgb(0xFFFFFF), eyes["grey"])
	if fmt.Sprintf("%.0f", white[0]) != "100" {
		t.Errorf("white has lightness %.2f", white[0])
	}
}
