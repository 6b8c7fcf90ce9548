package chart

import (
	"image/color"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"doublefix/app/render"
)

// Draw paints d with its upper left corner at the origin of r, whose coordinates are steps of [render.Unit].
func (d Drawing) Draw(r gochart.Renderer) {
	p := pen{r}
	Area{Points: corners(Rect{0, 0, d.W, d.H}), Fill: d.Back}.paint(p)
	for _, s := range d.Shapes {
		s.paint(p)
	}
}

// pen turns logical pixels into the steps of a renderer.
type pen struct{ r gochart.Renderer }

func (p pen) path(points []Point) {
	for i, at := range points {
		x, y := render.Units(at.X), render.Units(at.Y)
		if i == 0 {
			p.r.MoveTo(x, y)
		} else {
			p.r.LineTo(x, y)
		}
	}
}

func (p pen) stroke(s Stroke) {
	p.r.SetStrokeColor(drawing.Color(s.Color))
	p.r.SetStrokeWidth(s.Width / render.Unit)
	var dash []float64
	for _, d := range s.Dash {
		dash = append(dash, d/render.Unit)
	}
	p.r.SetStrokeDashArray(dash)
}

// finish paints the current path as its fill and stroke can be seen.
func (p pen) finish(fill color.NRGBA, s Stroke) {
	filled, stroked := fill.A > 0, s.Width > 0 && s.Color.A > 0
	if filled {
		p.r.SetFillColor(drawing.Color(fill))
	}
	if stroked {
		p.stroke(s)
	}
	switch {
	case filled && stroked:
		p.r.FillStroke()
	case filled:
		p.r.Fill()
	case stroked:
		p.r.Stroke()
	}
}

func (a Area) paint(p pen) {
	if len(a.Points) < 3 || a.Fill.A == 0 && (a.Stroke.Width <= 0 || a.Stroke.Color.A == 0) {
		return
	}
	p.r.ResetStyle()
	p.path(a.Points)
	p.r.Close()
	p.finish(a.Fill, a.Stroke)
}

func (l Line) paint(p pen) {
	if len(l.Points) < 2 || l.Stroke.Width <= 0 || l.Stroke.Color.A == 0 {
		return
	}
	p.r.ResetStyle()
	p.path(l.Points)
	p.finish(color.NRGBA{}, l.Stroke)
}

func (d Disc) paint(p pen) {
	if d.Radius <= 0 || d.Fill.A == 0 && (d.Stroke.Width <= 0 || d.Stroke.Color.A == 0) {
		return
	}
	p.r.ResetStyle()
	p.r.Circle(d.Radius/render.Unit, render.Units(d.Center.X), render.Units(d.Center.Y))
	p.finish(d.Fill, d.Stroke)
}

func (l Label) paint(p pen) {
	p.r.ResetStyle()
	p.r.SetFont(render.Font(l.Face))
	p.r.SetFontSize(l.Size / render.Unit)
	p.r.SetFontColor(drawing.Color(l.Color))
	box := l.Box()
	p.r.Text(l.Text, render.Units(box.X), render.Units(l.At.Y))
}
