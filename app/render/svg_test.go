package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// element is what the tests look at in a picture read back.
type element struct {
	name, text string
	attr       map[string]string
}

// parseSVG reads a picture strictly: it must be well-formed to the end.
func parseSVG(t *testing.T, svg []byte) []element {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	var out []element
	var open []int
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				out[open[len(open)-1]].text += string(tok)
			}
		}
	}
}

func find(es []element, name string) []element {
	var out []element
	for _, e := range es {
		if e.name == name {
			out = append(out, e)
		}
	}
	return out
}

func TestSVGSaysWhatItShows(t *testing.T) {
	s := NewSVG(640, 360.5, `R&D "now"`, "a < b", "es")
	b, err := saved(s)()
	if err != nil {
		t.Fatal(err)
	}
	es := parseSVG(t, b)
	root := es[0].attr
	if root["role"] != "img" || root["lang"] != "es" || root["viewBox"] != "0 0 640 360.5" || root["width"] != "640" || root["height"] != "360.5" {
		t.Errorf("root: %v", root)
	}
	if find(es, "title")[0].text != `R&D "now"` || find(es, "desc")[0].text != "a < b" {
		t.Errorf("title and description: %v", es)
	}
}

func TestSVGText(t *testing.T) {
	s := NewSVG(100, 100, "", "", "")
	s.SetFont(Font(Semibold))
	s.SetFontSize(125)
	s.SetFontColor(drawing.Color{R: 1, G: 2, B: 3, A: 51})
	s.SetTextRotation(-math.Pi / 2)
	s.Text("  R&D <b> ñ", 105, 207)
	s.Text("", 1, 1)
	b, _ := saved(s)()
	es := find(parseSVG(t, b), "text")
	if len(es) != 1 {
		t.Fatalf("%d texts", len(es))
	}
	want := map[string]string{
		"x": "10.5", "y": "20.7", "font-size": "12.5", "font-weight": "600", "fill": "#010203", "fill-opacity": "0.2",
		"space": "preserve", "transform": "rotate(-90 10.5 20.7)", "textLength": number(Width(Semibold, 12.5, "  R&D <b> ñ")),
	}
	for k, v := range want {
		if es[0].attr[k] != v {
			t.Errorf("%s is %q, want %q", k, es[0].attr[k], v)
		}
	}
	if es[0].text != "  R&D <b> ñ" {
		t.Errorf("text: %q", es[0].text)
	}
}

func TestSVGKeepsDecimals(t *testing.T) {
	s := NewSVG(100, 100, "", "", "")
	s.SetStrokeColor(black)
	s.SetStrokeWidth(12.5)
	s.SetStrokeDashArray([]float64{12.5, 5})
	s.MoveTo(1, 2)
	s.LineTo(13, 2)
	s.Stroke()
	b, _ := saved(s)()
	e := find(parseSVG(t, b), "path")[0].attr
	if e["stroke-width"] != "1.25" || e["stroke-dasharray"] != "1.25 0.5" || e["d"] != "M0.1 0.2L1.3 0.2" || e["stroke-linejoin"] != "round" {
		t.Errorf("%v", e)
	}
}

func TestCoordinatesAreHeld(t *testing.T) {
	s := NewSVG(100, 100, "", "", "")
	s.SetFillColor(black)
	s.MoveTo(math.MinInt64, 0)
	s.LineTo(math.MaxInt64, 1e9)
	s.Fill()
	b, _ := saved(s)()
	if d := find(parseSVG(t, b), "path")[0].attr["d"]; d != "M-60000 0L60000 60000" {
		t.Error(d)
	}
}

func TestSVGPathData(t *testing.T) {
	var p path
	p.quad(point{1, 1}, point{2, 0}) // without a start it begins at its control point
	p.close()
	p.line(point{5, 5})
	if got := pathData(&p); got != "M1 1C1 1 1.333 0.667 2 0ZM1 1L5 5" {
		t.Error(got)
	}
	p.reset()
	p.line(point{0, 0})
	p.arc(point{0, 0}, 10, 10, 0, math.Pi/4)
	if got := pathData(&p); !strings.HasPrefix(got, "M0 0L10 0C") || !strings.HasSuffix(got, "7.071 7.071") {
		t.Error(got)
	}
}

func FuzzSVGText(f *testing.F) {
	for _, s := range texts {
		f.Add(s, s, "es")
	}
	f.Add("]]>", "-->", `"><script>`)
	f.Fuzz(func(t *testing.T, label, title, lang string) {
		s := NewSVG(100, 100, title, label, lang)
		s.SetFontSize(100)
		s.SetFontColor(black)
		s.Text(label, 10, 10)
		b, err := saved(s)()
		if err != nil {
			t.Fatal(err)
		}
		es := parseSVG(t, b)
		if want := Clean(label); want != "" && find(es, "text")[0].text != want {
			t.Fatalf("%q is read back as %q", want, find(es, "text")[0].text)
		}
		if len(find(es, "script")) > 0 {
			t.Fatal("text became an element")
		}
	})
}
