package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// SVG is a renderer that writes an SVG picture: paths as paths and text as
// text. The same calls give the same bytes.
type SVG struct {
	*pen
	back *vector
}

var _ chart.Renderer = (*SVG)(nil)

// NewSVG begins a picture of w by h logical pixels. Title and description are
// what screen readers say; lang is the language of all its text ("es"). Empty
// ones are left out.
func NewSVG(w, h float64, title, description, lang string) *SVG {
	size := func(v float64) float64 {
		if !finite(v) {
			return 1
		}
		return min(max(v, 1), limit)
	}
	back := &vector{w: size(w), h: size(h), title: Clean(title), description: Clean(description), lang: Clean(lang)}
	return &SVG{pen: &pen{back: back, scale: 1}, back: back}
}

// vector is the back end of SVG.
type vector struct {
	w, h                     float64
	title, description, lang string
	body                     bytes.Buffer
}

// Texts keep the widths they were laid out with, whatever font the reader has:
// no kerning, no ligatures, and textLength on each.
const textStyle = `font-family="'Source Sans 3', sans-serif" style="font-kerning:none;font-variant-ligatures:none"`

func (v *vector) save(w io.Writer) error {
	var head bytes.Buffer
	fmt.Fprintf(&head, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%[2]s" viewBox="0 0 %[1]s %[2]s" role="img"`,
		number(v.w), number(v.h))
	if v.lang != "" {
		fmt.Fprintf(&head, ` lang="%s" xml:lang="%[1]s"`, escape(v.lang))
	}
	head.WriteString(">\n")
	if v.title != "" {
		fmt.Fprintf(&head, "<title>%s</title>\n", escape(v.title))
	}
	if v.description != "" {
		fmt.Fprintf(&head, "<desc>%s</desc>\n", escape(v.description))
	}
	fmt.Fprintf(&head, "<g stroke-miterlimit=\"%s\" %s>\n", number(miterLimit), textStyle)
	for _, part := range [][]byte{head.Bytes(), v.body.Bytes(), []byte("</g>\n</svg>\n")} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write svg: %w", err)
		}
	}
	return nil
}

func (v *vector) fill(p *path, c drawing.Color) {
	fmt.Fprintf(&v.body, `<path d="%s"%s/>`+"\n", pathData(p), paint("fill", c))
}

func (v *vector) stroke(p *path, s stroke) {
	fmt.Fprintf(&v.body, `<path d="%s" fill="none"%s stroke-width="%s"`, pathData(p), paint("stroke", s.color), number(s.width))
	if s.round {
		v.body.WriteString(` stroke-linejoin="round"`)
	}
	if s.dash != nil {
		parts := make([]string, len(s.dash))
		for i, d := range s.dash {
			parts[i] = number(d)
		}
		fmt.Fprintf(&v.body, ` stroke-dasharray="%s"`, strings.Join(parts, " "))
	}
	v.body.WriteString("/>\n")
}

func (v *vector) text(l label) {
	x, y := number(l.at.x), number(l.at.y)
	fmt.Fprintf(&v.body, `<text x="%s" y="%s" font-size="%s"%s`, x, y, number(l.size), paint("fill", l.color))
	switch l.face {
	case Semibold:
		v.body.WriteString(` font-weight="600"`)
	case Bold:
		v.body.WriteString(` font-weight="700"`)
	case Italic:
		v.body.WriteString(` font-style="italic"`)
	}
	if w := Width(l.face, l.size, l.text); w > 0 {
		fmt.Fprintf(&v.body, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(w))
	}
	if l.angle != 0 {
		fmt.Fprintf(&v.body, ` transform="rotate(%s %s %s)"`, number(l.angle*180/math.Pi), x, y)
	}
	if strings.HasPrefix(l.text, " ") || strings.HasSuffix(l.text, " ") || strings.Contains(l.text, "  ") {
		v.body.WriteString(` xml:space="preserve"`)
	}
	fmt.Fprintf(&v.body, ">%s</text>\n", escape(l.text))
}

// paint writes a colour, and its opacity apart, since not every program that
// reads SVG knows rgba().
func paint(attr string, c drawing.Color) string {
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, attr, c.R, c.G, c.B)
	if c.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, attr, number(float64(c.A)/255))
	}
	return s
}

func pathData(p *path) string {
	var b strings.Builder
	p.each(func(v verb, _ point, pts []point) {
		b.WriteByte("MLCZ"[v])
		for i, q := range pts {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(q.x) + " " + number(q.y))
		}
	})
	return b.String()
}

// number writes up to three decimals, enough for a thousandth of a pixel, and
// no more zeros than needed.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

func escape(s string) string {
	var b strings.Builder
	// EscapeText fails only if the writer does, and this one cannot.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
