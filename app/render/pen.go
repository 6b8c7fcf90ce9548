package render

import (
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// backend is what differs between the three renderers. Everything it is given
// is checked: finite, in logical pixels, text cleaned, nothing empty.
type backend interface {
	fill(p *path, c drawing.Color)
	stroke(p *path, s stroke)
	text(l label)
	save(w io.Writer) error
}

type stroke struct {
	color drawing.Color
	width float64
	dash  []float64 // even count, or nil for solid
	round bool      // round joins, otherwise mitred; caps are always butt
}

type label struct {
	text  string
	face  Face
	size  float64
	at    point // left end of the baseline
	angle float64
	color drawing.Color
}

// pen implements chart.Renderer once for all back ends: it keeps style and
// path, checks every number, and turns steps into logical pixels.
type pen struct {
	back   backend
	origin point
	scale  float64

	strokeColor, fillColor, fontColor drawing.Color
	strokeWidth                       float64 // logical px before scale, like the rest
	dash                              []float64
	face                              Face
	fontSize                          float64
	angle                             float64
	path                              path
}

var _ chart.Renderer = (*pen)(nil)

// At returns a renderer on the same picture whose origin lies at (x, y) and
// whose steps are scale times as long. It has its own style and path.
func (p *pen) At(x, y int, scale float64) chart.Renderer {
	if !finite(scale) || scale <= 0 {
		scale = 1
	}
	return &pen{back: p.back, origin: p.pt(x, y), scale: min(p.scale*scale, maxScale)}
}

func (p *pen) pt(x, y int) point {
	return point{p.origin.x + held(x)*p.scale, p.origin.y + held(y)*p.scale}
}

func held(v int) float64 { return min(max(float64(v)*Unit, -limit), limit) }

// ResetStyle forgets all but the font, as go-chart's own renderers do.
func (p *pen) ResetStyle() {
	none := drawing.Color{}
	p.strokeColor, p.fillColor, p.fontColor = none, none, none
	p.strokeWidth, p.dash, p.fontSize, p.angle = 0, nil, 0, 0
}

// GetDPI returns 72: sizes are in steps of Unit and need no scaling.
func (p *pen) GetDPI() float64 { return 72 }

// SetDPI does nothing; see GetDPI.
func (p *pen) SetDPI(float64) {}

// SetClassName does nothing: style is written out in full.
func (p *pen) SetClassName(string) {}

// SetStrokeColor sets the colour of lines.
func (p *pen) SetStrokeColor(c drawing.Color) { p.strokeColor = c }

// SetFillColor sets the colour of areas.
func (p *pen) SetFillColor(c drawing.Color) { p.fillColor = c }

// SetStrokeWidth sets the width of lines; 0 draws none.
func (p *pen) SetStrokeWidth(width float64) { p.strokeWidth = length(width, limit) }

// SetStrokeDashArray sets lengths of dash and gap in turn; nil draws solid.
func (p *pen) SetStrokeDashArray(pattern []float64) { p.dash = dashes(pattern) }

// MoveTo begins a subpath.
func (p *pen) MoveTo(x, y int) { p.path.move(p.pt(x, y)) }

// LineTo adds a straight piece, or begins a path where there is none.
func (p *pen) LineTo(x, y int) { p.path.line(p.pt(x, y)) }

// QuadCurveTo adds a quadratic curve with one control point.
func (p *pen) QuadCurveTo(cx, cy, x, y int) { p.path.quad(p.pt(cx, cy), p.pt(x, y)) }

// ArcTo adds a piece of an ellipse, after a line to its start if a path is
// open. More than a full turn is a full turn.
func (p *pen) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	if !finite(rx, ry, start, delta) || rx < 0 || ry < 0 {
		return
	}
	delta = min(max(delta, -2*math.Pi), 2*math.Pi)
	p.path.arc(p.pt(cx, cy), length(rx, limit)*p.scale, length(ry, limit)*p.scale,
		math.Mod(start, 2*math.Pi), delta)
}

// Close closes the subpath.
func (p *pen) Close() { p.path.close() }

// Circle adds a circle to the path; it does not draw it.
func (p *pen) Circle(radius float64, x, y int) {
	r := length(radius, limit) * p.scale
	if r == 0 {
		return
	}
	c := p.pt(x, y)
	p.path.move(point{c.x + r, c.y})
	p.path.arc(c, r, r, 0, 2*math.Pi)
	p.path.close()
}

// Stroke draws the path as a line and forgets it.
func (p *pen) Stroke() {
	p.drawStroke()
	p.path.reset()
}

// Fill fills the path (non-zero winding) and forgets it.
func (p *pen) Fill() {
	p.drawFill()
	p.path.reset()
}

// FillStroke fills the path, draws its outline over that, and forgets it.
func (p *pen) FillStroke() {
	p.drawFill()
	p.drawStroke()
	p.path.reset()
}

func (p *pen) drawFill() {
	if len(p.path.verbs) > 1 && p.fillColor.A > 0 {
		p.back.fill(&p.path, p.fillColor)
	}
}

func (p *pen) drawStroke() {
	width := p.strokeWidth * p.scale
	if len(p.path.verbs) < 2 || p.strokeColor.A == 0 || width == 0 {
		return
	}
	s := stroke{color: p.strokeColor, width: width}
	// Outlines of bars keep their corners; the bends of a data line are round.
	s.round = p.path.curved || !p.path.closed
	for _, d := range p.dash {
		s.dash = append(s.dash, d*p.scale)
	}
	p.back.stroke(&p.path, s)
}

// SetFont chooses the face by its pointer, see Font; others become Regular.
func (p *pen) SetFont(f *truetype.Font) { p.face = faceOf(f) }

// SetFontColor sets the colour of text.
func (p *pen) SetFontColor(c drawing.Color) { p.fontColor = c }

// SetFontSize sets the size of the em in steps.
func (p *pen) SetFontSize(size float64) { p.fontSize = length(size, maxFont) }

// SetTextRotation turns the texts that follow about their own start.
func (p *pen) SetTextRotation(radians float64) {
	if finite(radians) {
		p.angle = math.Mod(radians, 2*math.Pi)
	}
}

// ClearTextRotation sets text upright again.
func (p *pen) ClearTextRotation() { p.angle = 0 }

// Text draws one line of text with the left end of its baseline at (x, y).
func (p *pen) Text(body string, x, y int) {
	body = Clean(body)
	if body == "" || p.fontSize == 0 || p.fontColor.A == 0 {
		return
	}
	p.back.text(label{
		text: body, face: p.face, size: p.fontSize * p.scale,
		at: p.pt(x, y), angle: p.angle, color: p.fontColor,
	})
}

// MeasureText returns a box with its corner at 0,0, the width of the text and
// 0.72 em, in steps; for rotated text the box around it. Nothing measures 0.
func (p *pen) MeasureText(body string) chart.Box {
	w := Width(p.face, p.fontSize, body)
	if w == 0 {
		return chart.Box{}
	}
	w, h := min(w, limit), textHeight*p.fontSize
	if p.angle != 0 {
		sin, cos := math.Sincos(p.angle)
		sin, cos = math.Abs(sin), math.Abs(cos)
		w, h = w*cos+h*sin, w*sin+h*cos
	}
	return chart.Box{Right: ceil(w), Bottom: ceil(h)}
}

// ceil is in steps; the margin keeps 7.2000000001 from becoming 73.
func ceil(px float64) int { return int(math.Ceil(px/Unit - 1e-6)) }

// Save writes the finished picture; the renderers say in which format.
func (p *pen) Save(w io.Writer) error { return p.back.save(w) }
