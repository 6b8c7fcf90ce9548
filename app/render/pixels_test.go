package render

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

func white(w, h int, scale float64) *Pixels {
	p := NewPixels(w, h, scale, color.White)
	p.SetStrokeColor(black)
	p.SetFillColor(black)
	p.SetFontColor(black)
	return p
}

// dark is how much ink a pixel has, 0 to 255.
func dark(p *Pixels, x, y int) int { return 255 - int(p.img.RGBAAt(x, y).G) }

// winding counts how often the outline of a letter goes round a point, and how
// often it is crossed on the way there, from its curves cut into pieces.
func winding(o *outline, at point) (n, crossed int) {
	const cuts = 12
	for _, c := range o.curves {
		if max(c[0].y, c[1].y, c[2].y) < at.y || min(c[0].y, c[1].y, c[2].y) > at.y {
			continue
		}
		from := c[0]
		for i := 1.0; i <= cuts; i++ {
			t := i / cuts
			s := 1 - t
			to := point{s*s*c[0].x + 2*s*t*c[1].x + t*t*c[2].x, s*s*c[0].y + 2*s*t*c[1].y + t*t*c[2].y}
			if (from.y <= at.y) != (to.y <= at.y) && from.x+(to.x-from.x)*(at.y-from.y)/(to.y-from.y) > at.x {
				crossed++
				if to.y > from.y {
					n++
				} else {
					n--
				}
			}
			from = to
		}
	}
	return n, crossed
}

func TestLettersHaveNoHoles(t *testing.T) {
	const size, left, base, side = 80, 10, 70, 100
	overlaps := 0
	for f := Regular; f < faceCount; f++ {
		for _, char := range "4,&#8ÑÅø%€" {
			p := white(side, side, 1)
			p.SetFont(Font(f))
			p.SetFontSize(size * 10)
			p.Text(string(char), left*10, base*10)
			o := p.back.(*raster).outline(f, char)
			for i := range side * side {
				x, y := i%side, i/side
				inside, steady := false, true
				for k := range 9 { // the whole pixel must be in or out, with a margin
					at := point{float64(x) - 0.1 + 0.6*float64(k%3) - left, float64(y) - 0.1 + 0.6*float64(k/3) - base}
					n, crossed := winding(o, point{at.x / size, at.y / size})
					steady = steady && (k == 0 || inside == (n != 0))
					inside = n != 0
					if inside && crossed%2 == 0 {
						overlaps++
					}
				}
				if got := dark(p, x, y); steady && (inside && got < 200 || !inside && got > 55) {
					t.Fatalf("face %d %q: pixel %d,%d has %d ink, inside %v", f, char, x, y, got, inside)
				}
			}
		}
	}
	if overlaps == 0 {
		t.Error("none of these letters has contours that overlap: choose others")
	}
}

func TestCircleIsRound(t *testing.T) {
	for _, r := range []float64{5, 20, 70} {
		p := white(200, 200, 1)
		p.Circle(r*10, 1000, 1000)
		p.Fill()
		for a := range 360 {
			sin, cos := math.Sincos(float64(a) * math.Pi / 180)
			edge := 0.0 // ink along a ray is where the ray leaves the disc
			for d := 0.0; d < 95; d += 0.05 {
				edge += 0.05 * float64(dark(p, int(100+d*cos), int(100+d*sin))) / 255
			}
			if math.Abs(edge-r) > 0.6 {
				t.Fatalf("radius %.0f: %.2f at %d degrees", r, edge, a)
			}
		}
		if got, want := inkOf(p), math.Pi*r*r; math.Abs(got-want) > 0.005*want+0.5 {
			t.Errorf("radius %.0f: area %.1f, want %.1f", r, got, want)
		}
	}
}

// inkOf is the area covered, in device pixels.
func inkOf(p *Pixels) (sum float64) {
	for y := range p.img.Rect.Dy() {
		for x := range p.img.Rect.Dx() {
			sum += float64(dark(p, x, y)) / 255
		}
	}
	return sum
}

func TestDashes(t *testing.T) {
	for name, c := range map[string]struct {
		pattern []float64
		want    float64
	}{
		"solid":        {nil, 200},
		"even":         {[]float64{60, 40}, 120},
		"odd":          {[]float64{50}, 100},
		"zero":         {[]float64{0, 0}, 200},
		"negative":     {[]float64{-50, 50}, 200},
		"not a number": {[]float64{math.NaN(), 50}, 200},
		"dust":         {[]float64{0.001, 0.001}, 200},
	} {
		p := white(220, 30, 1)
		p.SetStrokeWidth(10)
		p.SetStrokeDashArray(c.pattern)
		p.MoveTo(100, 100)
		p.LineTo(2100, 100)
		p.Stroke()
		if got := inkOf(p); math.Abs(got-c.want) > 2 {
			t.Errorf("%s: %.1f px of ink, want %.0f", name, got, c.want)
		}
	}
}

// A dash that starts off the picture must come in at the right place.
func TestDashesFromAfar(t *testing.T) {
	p := white(100, 20, 1)
	p.SetStrokeWidth(20)
	p.SetStrokeDashArray([]float64{100, 100})
	p.MoveTo(-40000, 100)
	p.LineTo(40000, 100)
	p.Stroke()
	for x := range 100 {
		if on := dark(p, x, 10) > 128; on != (x/10%2 == 0) {
			t.Fatalf("at %d: drawn %v", x, on)
		}
	}
}

func TestHairlinesAreSharp(t *testing.T) {
	for _, scale := range []float64{1, 1.25, 1.5, 2, 3} {
		for offset := range 10 {
			p := white(100, 100, scale)
			p.SetStrokeWidth(10)
			p.MoveTo(50, 100+offset)
			p.LineTo(200, 100+offset)
			p.Stroke()
			x, rows := int(10*scale), 0
			for y := range 100 {
				switch dark(p, x, y) {
				case 0:
				case 255:
					rows++
				default:
					t.Fatalf("scale %v, offset %d: row %d is half covered", scale, offset, y)
				}
			}
			if rows != int(math.Round(scale)) {
				t.Errorf("scale %v, offset %d: %d rows", scale, offset, rows)
			}
		}
	}
}

func TestBarsThatTouchShowNoSeam(t *testing.T) {
	p := white(100, 20, 1)
	p.SetFillColor(drawing.Color{R: 200, A: 255})
	for i := range 9 {
		x := 37 + i*83
		p.MoveTo(x, 54)
		p.LineTo(x+83, 54)
		p.LineTo(x+83, 156)
		p.LineTo(x, 156)
		p.Close()
		p.Fill()
	}
	for x := 5; x < 77; x++ {
		if c := p.img.RGBAAt(x, 10); c != (color.RGBA{200, 0, 0, 255}) {
			t.Fatalf("at %d: %v", x, c)
		}
	}
}

func TestStrokeIsOneSurface(t *testing.T) {
	p := white(100, 100, 1)
	p.SetStrokeColor(drawing.Color{A: 128})
	p.SetStrokeWidth(120)
	p.MoveTo(200, 800)
	p.LineTo(500, 200)
	p.LineTo(800, 800)
	p.LineTo(200, 700)
	p.Stroke()
	for y := range 100 {
		for x := range 100 {
			if d := dark(p, x, y); d > 129 {
				t.Fatalf("%d,%d is covered twice: %d", x, y, d)
			}
		}
	}
	if dark(p, 50, 22) < 126 {
		t.Error("the bend is not filled")
	}
}

func TestCornersOfOutlinesArePointed(t *testing.T) {
	p := white(60, 60, 1)
	p.SetStrokeWidth(80)
	p.MoveTo(200, 200)
	p.LineTo(400, 200)
	p.LineTo(400, 400)
	p.LineTo(200, 400)
	p.Close()
	p.Stroke()
	if dark(p, 16, 16) != 255 || dark(p, 43, 43) != 255 || dark(p, 15, 15) != 0 {
		t.Errorf("corner: %d %d, beyond %d", dark(p, 16, 16), dark(p, 43, 43), dark(p, 15, 15))
	}
}

// The area of shapes that lie partly outside must be what is inside.
func TestShapesAreCutAtTheRims(t *testing.T) {
	for _, c := range []struct {
		cx, cy int
		want   float64
	}{{0, 0, 0.25}, {1000, 0, 0.25}, {500, 0, 0.5}, {0, 500, 0.5}, {1000, 500, 0.5}, {500, 1000, 0.5}, {500, 500, 1}} {
		p := white(100, 100, 1)
		p.Circle(400, c.cx, c.cy)
		p.Fill()
		if got, want := inkOf(p), c.want*math.Pi*1600; math.Abs(got-want) > 5 {
			t.Errorf("centre %d,%d: %.1f, want %.1f", c.cx, c.cy, got, want)
		}
	}
	p := white(50, 50, 1)
	p.MoveTo(-150000, -150000)
	p.LineTo(150000, -150000)
	p.LineTo(150000, 150000)
	p.LineTo(-150000, 150000)
	p.Fill()
	if got := inkOf(p); got != 2500 {
		t.Errorf("a shape all around covers %.1f of 2500", got)
	}
}

func TestTransparency(t *testing.T) {
	p := NewPixels(20, 20, 1, nil)
	p.SetFillColor(drawing.Color{R: 255, A: 128})
	p.MoveTo(0, 0)
	p.LineTo(200, 0)
	p.LineTo(200, 200)
	p.LineTo(0, 200)
	p.Fill()
	if c := p.img.RGBAAt(10, 10); c != (color.RGBA{128, 0, 0, 128}) {
		t.Errorf("half red on nothing is %v", c)
	}
}

func TestTextPlaceAndTurn(t *testing.T) {
	p := white(200, 200, 1)
	p.SetFontSize(400)
	p.Text("HHH", 1000, 1000)
	if !inkIn(p, 100, 70, 180, 100) || inkIn(p, 0, 0, 100, 200) || inkIn(p, 0, 100, 200, 200) {
		t.Error("text does not stand on its baseline, to the right of its start")
	}
	p = white(200, 200, 1)
	p.SetFontSize(400)
	p.SetTextRotation(math.Pi / 2)
	p.Text("HHH", 1000, 1000)
	if !inkIn(p, 100, 100, 130, 180) || inkIn(p, 0, 0, 200, 100) || inkIn(p, 0, 0, 100, 200) {
		t.Error("turned clockwise by a quarter, text should run down, its feet to the left")
	}
}

func inkIn(p *Pixels, x0, y0, x1, y1 int) bool {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if dark(p, x, y) > 0 {
				return true
			}
		}
	}
	return false
}

func TestAtShiftsAndScales(t *testing.T) {
	p := white(100, 100, 1)
	r := p.At(300, 200, 2)
	r.SetFillColor(black)
	for _, q := range [][2]int{{0, 0}, {100, 0}, {100, 50}, {0, 50}} {
		r.LineTo(q[0], q[1])
	}
	r.Fill()
	if inkOf(p) != 200 || dark(p, 30, 20) != 255 || dark(p, 49, 29) != 255 {
		t.Errorf("%.0f px of ink", inkOf(p))
	}
}

func TestPixelsSize(t *testing.T) {
	for _, c := range []struct{ w, h, wantW, wantH int }{{0, -5, 1, 1}, {30, 20, 30, 20}, {1 << 40, 1, MaxSide, 1}} {
		p := NewPixels(c.w, c.h, math.NaN(), nil)
		if b := p.Image().Rect; b.Dx() != c.wantW || b.Dy() != c.wantH {
			t.Errorf("%dx%d became %v", c.w, c.h, b)
		}
	}
	out := saved(white(12, 7, 1))
	b, err := out()
	if err != nil {
		t.Fatal(err)
	}
	if img, err := png.Decode(bytes.NewReader(b)); err != nil || img.Bounds().Dx() != 12 {
		t.Errorf("the PNG does not read back: %v", err)
	}
}
