package render

import "testing"

// A letter that is cut into pieces once and set many times looks as one that is worked out anew where it stands, as letters at
// the rim of a picture and turned ones are.
func TestLettersCutOnceLookTheSame(t *testing.T) {
	const text = "Año 2023: 1,171 “armas” & ñandú §"
	for f := Regular; f < faceCount; f++ {
		for _, size := range []float64{80, 123, 417} {
			draw := func(turn float64) *Pixels {
				p := white(900, 300, 1)
				p.SetFont(Font(f))
				p.SetFontColor(black)
				p.SetFontSize(size)
				p.SetTextRotation(turn)
				p.Text(text, 1003, 1507)
				return p
			}
			const hair = 1e-12 // a turn that nobody sees
			fast, slow := draw(0), draw(hair)
			if len(fast.back.(*raster).cut) == 0 || len(slow.back.(*raster).cut) != 0 {
				t.Fatal("the two ways are not those that are compared")
			}
			for i, v := range fast.img.Pix {
				if w := slow.img.Pix[i]; max(v, w)-min(v, w) > 2 {
					t.Fatalf("face %d, size %v: pixel %d is %d, want %d", f, size, i/4, v, w)
				}
			}
		}
	}
}
