package render

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// hard is how long any one drawing may take; go-chart's own renderers hang for
// ever on many of these.
const hard = time.Minute

var (
	nan  = math.NaN()
	inf  = math.Inf(1)
	huge = math.MaxInt64
)

// nasty are calls that hang, panic or spoil the file of an unguarded renderer.
var nasty = map[string]func(r chart.Renderer){
	"line to the end of the world": func(r chart.Renderer) {
		r.MoveTo(-huge, huge)
		r.LineTo(huge, -huge)
		r.LineTo(math.MinInt64, math.MinInt64)
		r.Stroke()
	},
	"fill of everything":     func(r chart.Renderer) { r.LineTo(-huge, -huge); r.LineTo(huge, 0); r.LineTo(0, huge); r.FillStroke() },
	"far beyond the range":   func(r chart.Renderer) { r.MoveTo(0, 0); r.LineTo(1e6, 1e9); r.Stroke() },
	"dashes far away":        func(r chart.Renderer) { r.SetStrokeDashArray([]float64{1, 1e-9}); zigzag(r, 2000, huge) },
	"dashes of nothing":      func(r chart.Renderer) { r.SetStrokeDashArray([]float64{0, 0}); zigzag(r, 9, 500) },
	"dashes backwards":       func(r chart.Renderer) { r.SetStrokeDashArray([]float64{-5, 5}); zigzag(r, 9, 500) },
	"dashes not numbers":     func(r chart.Renderer) { r.SetStrokeDashArray([]float64{nan, inf}); zigzag(r, 9, 500) },
	"dashes like dust":       func(r chart.Renderer) { r.SetStrokeDashArray([]float64{1e-300, 1e-300}); zigzag(r, 9, 500) },
	"very many dash lengths": func(r chart.Renderer) { r.SetStrokeDashArray(make([]float64, 1e6)); zigzag(r, 9, 500) },
	"infinite width":         func(r chart.Renderer) { r.SetStrokeWidth(inf); zigzag(r, 9, 500) },
	"width not a number":     func(r chart.Renderer) { r.SetStrokeWidth(nan); zigzag(r, 9, 500) },
	"negative width":         func(r chart.Renderer) { r.SetStrokeWidth(-4); zigzag(r, 9, 500) },
	"width of the world":     func(r chart.Renderer) { r.SetStrokeWidth(1e300); zigzag(r, 9, 500) },
	"arc not a number": func(r chart.Renderer) {
		r.MoveTo(5, 5)
		r.ArcTo(100, 100, nan, 50, 0, 1)
		r.ArcTo(100, 100, 50, 50, nan, 1)
		r.ArcTo(100, 100, 50, 50, 0, nan)
		r.ArcTo(100, 100, inf, inf, inf, inf)
		r.FillStroke()
	},
	"arc of a million turns": func(r chart.Renderer) { r.ArcTo(100, 100, 50, 50, 1e300, 1e300); r.FillStroke() },
	"arc inside out":         func(r chart.Renderer) { r.ArcTo(100, 100, -50, 50, 0, 1); r.FillStroke() },
	"arc without radius":     func(r chart.Renderer) { r.ArcTo(100, 100, 0, 0, 0, 3); r.FillStroke() },
	"huge arc":               func(r chart.Renderer) { r.ArcTo(0, 0, 1e18, 1e-18, 0, -7); r.FillStroke() },
	"circles": func(r chart.Renderer) {
		for _, v := range []float64{0, -1, nan, inf, 1e300, 1e-300} {
			r.Circle(v, 100, 100)
			r.FillStroke()
		}
	},
	"curves without a start": func(r chart.Renderer) { r.QuadCurveTo(huge, -huge, 5, 5); r.FillStroke() },
	"only closing":           func(r chart.Renderer) { r.Close(); r.Close(); r.FillStroke() },
	"only moving":            func(r chart.Renderer) { r.MoveTo(1, 1); r.MoveTo(1, 1); r.FillStroke(); r.Stroke(); r.Fill() },
	"the same point":         func(r chart.Renderer) { r.LineTo(9, 9); r.LineTo(9, 9); r.LineTo(9, 9); r.Close(); r.FillStroke() },
	"there and back":         func(r chart.Renderer) { r.LineTo(9, 9); r.LineTo(900, 9); r.LineTo(9, 9); r.Close(); r.FillStroke() },
	"twelve thousand points": func(r chart.Renderer) { zigzag(r, 12000, 4000) },
	"texts": func(r chart.Renderer) {
		for _, s := range texts {
			r.MeasureText(s)
			r.Text(s, 500, 500)
			r.Text(s, huge, -huge)
		}
	},
	"font sizes": func(r chart.Renderer) {
		for _, v := range []float64{0, -1, nan, inf, 1e300, 1e-300} {
			r.SetFontSize(v)
			r.MeasureText("Jalisco")
			r.Text("Jalisco", 500, 500)
		}
	},
	"rotations": func(r chart.Renderer) {
		for _, v := range []float64{nan, inf, 1e300, -1e-300} {
			r.SetTextRotation(v)
			r.MeasureText("Jalisco")
			r.Text("Jalisco", 500, 500)
		}
	},
	"a text without end": func(r chart.Renderer) { r.Text(strings.Repeat("Jalisco ", 1e5), 0, 500) },
	"no font":            func(r chart.Renderer) { r.SetFont(nil); r.SetDPI(nan); r.SetClassName("<"); r.Text("a", 500, 500) },
}

func zigzag(r chart.Renderer, n, height int) {
	for i := range n {
		r.LineTo(i, i%2*height)
	}
	r.Stroke()
}

func TestNothingHangsARenderer(t *testing.T) {
	for _, m := range makers() {
		for name, draw := range nasty {
			t.Run(m.name+"/"+name, func(t *testing.T) {
				within(t, hard, func() {
					r, out := m.make(6000, 4000)
					for _, c := range []func(drawing.Color){r.SetStrokeColor, r.SetFillColor, r.SetFontColor} {
						c(drawing.Color{R: 200, A: 200})
					}
					r.SetStrokeWidth(15)
					r.SetFontSize(140)
					draw(r)
					check(t, m.name, out)
				})
			})
		}
	}
}

// check is that what came out is a good file without numbers that are not.
func check(t *testing.T, kind string, out func() ([]byte, error)) {
	b, err := out()
	if err != nil {
		t.Error(err)
	}
	switch kind {
	case "svg":
		for _, e := range parseSVG(t, b) {
			for k, v := range e.attr {
				if k != "font-family" && (strings.Contains(v, "NaN") || strings.Contains(v, "Inf")) {
					t.Errorf("%s=%q", k, v)
				}
			}
		}
	case "pdf":
		if !bytes.HasPrefix(b, []byte("%PDF-1.4")) || !bytes.HasSuffix(b, []byte("%%EOF\n")) {
			t.Error("not a PDF file")
		}
	}
}

// chartOf is any of go-chart's charts.
type chartOf interface {
	Render(chart.RendererProvider, *bytes.Buffer) error
}

type lineChart chart.Chart

func (c lineChart) Render(p chart.RendererProvider, b *bytes.Buffer) error {
	return chart.Chart(c).Render(p, b)
}

type barChart chart.BarChart

func (c barChart) Render(p chart.RendererProvider, b *bytes.Buffer) error {
	return chart.BarChart(c).Render(p, b)
}

type pieChart chart.PieChart

func (c pieChart) Render(p chart.RendererProvider, b *bytes.Buffer) error {
	return chart.PieChart(c).Render(p, b)
}

type donutChart chart.DonutChart

func (c donutChart) Render(p chart.RendererProvider, b *bytes.Buffer) error {
	return chart.DonutChart(c).Render(p, b)
}

type stackChart chart.StackedBarChart

func (c stackChart) Render(p chart.RendererProvider, b *bytes.Buffer) error {
	return chart.StackedBarChart(c).Render(p, b)
}

// charts are the inputs on which go-chart with its own renderers hangs, panics
// or writes a broken file. Left out: a logarithmic range with a value that is
// not positive, since that hang is in go-chart's own ticks, which we never use;
// series that go-chart itself panics on before it draws (fewer y than x).
func charts() map[string]chartOf {
	out := map[string]chartOf{}
	fixed := func() chart.Range { return &chart.ContinuousRange{Min: 0, Max: 5} }
	for _, v := range []float64{nan, inf, -inf, 3e5, 1e6, 1e18, -1e18, 0, 1} {
		n := fmt.Sprint(" ", v)
		values := []chart.Value{{Value: v, Label: "Ñ & <b>"}, {Value: 2, Label: ""}}
		ys := []float64{1, v, 3}
		out["line"+n] = lineChart{
			Width: 6000, Height: 4000, Font: Font(Regular), YAxis: chart.YAxis{Range: fixed()},
			Series: []chart.Series{chart.ContinuousSeries{XValues: []float64{1, 2, 3}, YValues: ys}},
		}
		out["dots"+n] = lineChart{
			Width: 6000, Height: 4000, Font: Font(Bold), YAxis: chart.YAxis{Range: fixed()},
			Series: []chart.Series{chart.ContinuousSeries{
				XValues: []float64{1, 2, 3}, YValues: ys,
				Style: chart.Style{DotWidth: 40, StrokeDashArray: []float64{0, 0}, StrokeColor: black, FillColor: black},
			}},
		}
		out["annotation"+n] = lineChart{
			Width: 6000, Height: 4000, Font: Font(Regular), XAxis: chart.XAxis{Range: fixed()}, YAxis: chart.YAxis{Range: fixed()},
			Series: []chart.Series{chart.AnnotationSeries{Annotations: []chart.Value2{{XValue: 1, YValue: v, Label: ""}, {XValue: 2, YValue: v, Label: "R&D"}}}},
		}
		out["bar"+n] = barChart{Width: 6000, Height: 4000, Font: Font(Regular), Bars: values}
		out["bar with range"+n] = barChart{Width: 6000, Height: 4000, Font: Font(Regular), Bars: values, YAxis: chart.YAxis{Range: fixed()}}
		out["pie"+n] = pieChart{Width: 6000, Height: 4000, Font: Font(Regular), Values: values}
		out["donut"+n] = donutChart{Width: 6000, Height: 4000, Font: Font(Regular), Values: values}
		out["stack"+n] = stackChart{Width: 6000, Height: 4000, Font: Font(Regular), Bars: []chart.StackedBar{{Name: "Cañón", Values: values}}}
		out["level stack"+n] = stackChart{
			Width: 6000, Height: 4000, Font: Font(Regular), IsHorizontal: true,
			Bars: []chart.StackedBar{{Name: "Departamento de Ñeembucú", Values: values}, {Name: "Cañón", Values: values}},
		}
	}
	out["log below one"] = lineChart{
		Width: 6000, Height: 4000, Font: Font(Regular), YAxis: chart.YAxis{Range: &chart.LogarithmicRange{}},
		Series: []chart.Series{chart.ContinuousSeries{XValues: []float64{1, 2, 3}, YValues: []float64{0.001, 0.1, 1}}},
	}
	return out
}

// What go-chart thinks of such values is its own affair, error or picture; it
// must come back, and what our renderers wrote must be a good file.
func TestNothingHangsGoChart(t *testing.T) {
	for _, m := range makers() {
		for name, c := range charts() {
			t.Run(m.name+"/"+name, func(t *testing.T) {
				within(t, hard, func() {
					var out func() ([]byte, error)
					provide := func(w, h int) (chart.Renderer, error) {
						r, o := m.make(w, h)
						out = o
						return r, nil
					}
					if err := c.Render(provide, &bytes.Buffer{}); err != nil {
						t.Log("go-chart:", err)
					}
					if out != nil {
						check(t, m.name, out)
					}
				})
			})
		}
	}
}

// FuzzPath reads bytes as calls: each takes an opcode and four numbers.
func FuzzPath(f *testing.F) {
	f.Add([]byte("\x00\x10\x20\x30\x40\x01\x80\x90\xa0\xb0\x07\x00\x00\x00\x00"))
	f.Add([]byte("\x02\x10\x20\x30\x40\x03\x80\x90\xa0\xb0\x04\x01\x01\x01\x01\x05\xff\xff\xff\xff\x08\x01\x02\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1000 {
			return
		}
		for _, m := range makers() {
			r, out := m.make(2000, 1000)
			r.SetStrokeColor(black)
			r.SetFillColor(black)
			for data := data; len(data) >= 5; data = data[5:] {
				v := [4]int{}
				for i := range v {
					v[i] = wild(data[i+1])
				}
				call(r, data[0], v)
			}
			check(t, m.name, out)
		}
	})
}

// wild spreads a byte over small numbers and very large ones.
func wild(b byte) int {
	n := int(int8(b)) * 20
	switch {
	case b%16 == 15:
		n *= 1 << 40
	case b%16 == 14:
		n *= 1000
	}
	return n
}

func call(r chart.Renderer, op byte, v [4]int) {
	a, b := float64(v[2]), float64(v[3])
	switch op % 9 {
	case 0:
		r.MoveTo(v[0], v[1])
	case 1:
		r.LineTo(v[0], v[1])
	case 2:
		r.QuadCurveTo(v[0], v[1], v[2], v[3])
	case 3:
		r.ArcTo(v[0], v[1], a, b, a/100, b/100)
	case 4:
		r.Circle(a, v[0], v[1])
	case 5:
		r.Close()
	case 6:
		r.SetStrokeDashArray([]float64{a, b, float64(v[0])})
	case 7:
		r.SetStrokeWidth(a)
		r.Stroke()
	case 8:
		r.FillStroke()
	}
}
