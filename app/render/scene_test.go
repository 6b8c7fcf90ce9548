package render

import (
	"bytes"
	"image/color"
	"io"
	"math"
	"sync"
	"testing"
	"time"

	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

var black = drawing.Color{A: 255}

// maker makes one of the three renderers, and a way to get its bytes.
type maker struct {
	name string
	make func(w, h int) (chart.Renderer, func() ([]byte, error))
}

func saved(r chart.Renderer) func() ([]byte, error) {
	return func() ([]byte, error) {
		var b bytes.Buffer
		err := r.Save(&b)
		return b.Bytes(), err
	}
}

func makers() []maker {
	return []maker{
		{"pixels", func(w, h int) (chart.Renderer, func() ([]byte, error)) {
			r := NewPixels(w/10, h/10, 1, color.White)
			return r, saved(r)
		}},
		{"svg", func(w, h int) (chart.Renderer, func() ([]byte, error)) {
			r := NewSVG(float64(w)*Unit, float64(h)*Unit, "A & B", "<c>", "es")
			return r, saved(r)
		}},
		{"pdf", func(int, int) (chart.Renderer, func() ([]byte, error)) {
			d := NewDocument(Letter, Options{Title: "A & B", Created: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)})
			return d.AddPage(), func() ([]byte, error) {
				var b bytes.Buffer
				err := d.Output(&b)
				return b.Bytes(), err
			}
		}},
	}
}

// within fails the test, rather than hang it, when f does not come back.
func within(t *testing.T, limit time.Duration, f func()) {
	t.Helper()
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		f()
	}()
	select {
	case r := <-done:
		if r != nil {
			t.Fatalf("panic: %v", r)
		}
	case <-time.After(limit):
		t.Fatalf("not done after %v", limit)
	}
}

// scene draws a chart-like load: labels, bars, lines, circles, hatches.
func scene(r chart.Renderer, labels, bars, lines int) {
	r.SetFont(Font(Regular))
	r.SetStrokeWidth(12)
	for i := range bars {
		x, y := 200+i%20*550, 300+i/20*600
		r.SetFillColor(drawing.Color{R: 23, G: 69, B: 143, A: uint8(255 - i%3*60)})
		r.MoveTo(x, y)
		r.LineTo(x+433, y)
		r.LineTo(x+433, y+311)
		r.LineTo(x, y+311)
		r.Close()
		r.Fill()
	}
	for i := range lines {
		r.SetStrokeColor(drawing.Color{R: uint8(5 * i), G: 133, B: 124, A: 255})
		r.SetStrokeDashArray(nil)
		if i%4 == 1 {
			r.SetStrokeDashArray([]float64{40, 25})
		}
		for k := range 60 {
			r.LineTo(200+k*190, 3500+i*60+int(700*math.Sin(float64(k+i)/3)))
		}
		r.Stroke()
		r.Circle(45, 300+i*250, 6500)
		r.FillStroke()
	}
	r.SetFontColor(black)
	for i := range labels {
		r.SetFont(Font(Face(i % 4)))
		r.SetFontSize(float64(120 + i%3*20))
		r.SetTextRotation(0)
		if i%10 == 9 {
			r.SetTextRotation(-math.Pi / 2)
		}
		r.Text("Jalisco 1,171 (ñ)", 200+i%8*1400, 400+i/8*340)
	}
}

func TestSameCallsSameBytes(t *testing.T) {
	for _, m := range makers() {
		var first []byte
		for range 3 {
			r, out := m.make(12000, 7000)
			scene(r, 40, 20, 8)
			b, err := out()
			if err != nil {
				t.Fatal(m.name, err)
			}
			if first == nil {
				first = b
			}
			if !bytes.Equal(first, b) {
				t.Errorf("%s: two runs differ", m.name)
			}
		}
	}
}

// Each renderer belongs to one goroutine, but many may draw at once: what they
// share, the fonts, must be read-only. Run with -race.
func TestRenderersSideBySide(t *testing.T) {
	var wg sync.WaitGroup
	for range 3 {
		for _, m := range makers() {
			wg.Add(1)
			go func() {
				defer wg.Done()
				r, out := m.make(3000, 3000)
				scene(r, 12, 4, 2)
				if _, err := out(); err != nil {
					t.Error(m.name, err)
				}
			}()
		}
	}
	wg.Wait()
}

func TestWriteErrorsComeBack(t *testing.T) {
	svg := NewSVG(10, 10, "", "", "")
	d := NewDocument(A4, Options{})
	d.AddPage()
	for name, save := range map[string]func(io.Writer) error{
		"pixels": NewPixels(1, 1, 1, nil).Save, "svg": svg.Save, "pdf": d.Output,
	} {
		if save(brokenWriter{}) == nil {
			t.Errorf("%s: no error from a writer that fails", name)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// BenchmarkPixels is a chart of the size of a window: 150 labels, 200 bars and
// 40 lines on 1200 by 700 pixels.
func BenchmarkPixels(b *testing.B) {
	for range b.N {
		scene(NewPixels(1200, 700, 1, color.White), 150, 200, 40)
	}
}

func BenchmarkPixelsDense(b *testing.B) {
	for range b.N {
		r := NewPixels(1200, 700, 1, color.White)
		r.SetStrokeColor(black)
		r.SetStrokeWidth(15)
		for i := range 12000 {
			r.LineTo(i, 3500+int(3000*math.Sin(float64(i)*1.7)))
		}
		r.Stroke()
	}
}
