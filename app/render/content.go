package render

import (
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// content is the back end of a page: it writes operators into its stream, and
// none that would only repeat the state the reader is already in.
type content struct {
	doc    *Document
	page   int
	height float64
	now    state
	saved  []state // one for each open clip
}

// state is what the stream has set so far. Its zero value, with alpha 1, is
// the state no colour of ours equals, so the first use writes everything.
type state struct {
	fill, line drawing.Color
	alpha      float64
	width      string
	dash, join string
	face       Face
	size       float64
}

// try runs calls into the library if this page is still the one being drawn.
func (c *content) try(f func()) {
	if c.doc.err == nil && (c.doc.done != nil || c.doc.PageCount() != c.page) {
		c.doc.err = errPageEnded
	}
	c.doc.try(f)
}

func (c *content) raw(s string) { c.try(func() { c.doc.pdf.RawWriteStr(s) }) }

func (c *content) alpha(a uint8) {
	if alpha := float64(a) / 255; alpha != c.now.alpha {
		c.now.alpha = alpha
		c.try(func() { c.doc.pdf.SetAlpha(alpha, "Normal") })
	}
}

func (c *content) fillColor(col drawing.Color) {
	c.alpha(col.A)
	if col.A = 255; col != c.now.fill {
		c.now.fill = col
		c.try(func() { c.doc.pdf.SetFillColor(int(col.R), int(col.G), int(col.B)) })
	}
}

func (c *content) fill(p *path, col drawing.Color) {
	c.fillColor(col)
	c.raw(c.operators(p) + "f")
}

func (c *content) stroke(p *path, s stroke) {
	c.alpha(s.color.A)
	var b strings.Builder
	if s.color.A = 255; s.color != c.now.line {
		c.now.line = s.color
		for _, v := range []uint8{s.color.R, s.color.G, s.color.B} {
			b.WriteString(number(float64(v)/255) + " ")
		}
		b.WriteString("RG\n")
	}
	if w := number(s.width); w != c.now.width {
		c.now.width = w
		b.WriteString(w + " w\n")
	}
	parts := make([]string, len(s.dash))
	for i, d := range s.dash {
		parts[i] = number(d)
	}
	if dash := "[" + strings.Join(parts, " ") + "] 0 d\n"; dash != c.now.dash {
		c.now.dash = dash
		b.WriteString(dash)
	}
	join := "0 j\n"
	if s.round {
		join = "1 j\n"
	}
	if join != c.now.join {
		c.now.join = join
		b.WriteString(join)
	}
	c.raw(b.String() + c.operators(p) + "S")
}

// operators writes a path. PDF counts y from the foot of the page.
func (c *content) operators(p *path) string {
	var b strings.Builder
	p.each(func(v verb, _ point, pts []point) {
		for _, q := range pts {
			b.WriteString(number(q.x) + " " + number(c.height-q.y) + " ")
		}
		b.WriteByte("mlch"[v])
		b.WriteByte('\n')
	})
	return b.String()
}

func (c *content) text(l label) {
	c.fillColor(l.color)
	if l.face != c.now.face || l.size != c.now.size {
		c.now.face, c.now.size = l.face, l.size
		c.try(func() { c.doc.setFont(l.face, l.size) })
	}
	c.try(func() {
		pdf := c.doc.pdf
		// With text and fill alike, the library writes no colour of its own.
		pdf.SetTextColor(int(l.color.R), int(l.color.G), int(l.color.B))
		if l.angle == 0 {
			pdf.Text(l.at.x, l.at.y, l.text)
			return
		}
		pdf.TransformBegin()
		pdf.TransformRotate(-l.angle*180/math.Pi, l.at.x, l.at.y)
		pdf.Text(l.at.x, l.at.y, l.text)
		pdf.TransformEnd()
	})
}

// save does nothing: the page is part of its document, see Document.Output.
func (c *content) save(io.Writer) error { return nil }

// setFont selects a face, and embeds it when it is first used.
func (d *Document) setFont(f Face, size float64) {
	style := family + strconv.Itoa(int(f))
	if !d.faces[f] {
		d.faces[f] = true
		d.pdf.AddUTF8FontFromBytes(style, "", f.file())
	}
	d.pdf.SetFont(style, "", size)
}
