package handout

import (
	"image/color"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
)

// sheet is the paper and the area on it that the text fills, in points.
type sheet struct {
	w, h                     float64
	left, right, top, bottom float64
}

const (
	sideMargin = 50.0
	headLine   = 54.0 // baseline of the running head
	headRule   = 64.5
	textTop    = 84.6
	footRule   = 46.0 // from the lower edge
	footLine   = 30.0 // baseline of the foot, from the lower edge
	textBottom = 58.0 // from the lower edge
	gutter     = 30.0 // between two columns

	narrowGutter = 20.0 // between three
)

func newSheet(w, h float64) sheet {
	return sheet{w: w, h: h, left: sideMargin, right: w - sideMargin, top: textTop, bottom: h - textBottom}
}

func (s sheet) width() float64  { return s.right - s.left }
func (s sheet) column() float64 { return s.columnOf(2) }
func (s sheet) second() float64 { return s.columnAt(1, 2) }

// columnOf is the width of one of n columns, columnAt where column i of n begins.
func (s sheet) columnOf(n int) float64 {
	return (s.width() - float64(n-1)*between(n)) / float64(n)
}

func (s sheet) columnAt(i, n int) float64 {
	return s.left + float64(i)*(s.columnOf(n)+between(n))
}

// between is the space from one of n columns to the next.
func between(n int) float64 {
	if n > 2 {
		return narrowGutter
	}
	return gutter
}

// page is what stands on one page, in reading order.
type page struct {
	items []item
	end   float64 // where the lowest piece ends; the foot is no piece
}

// item is one thing on a page.
type item interface{ drawOn(p render.Page) }

// drawOn draws everything on p. Shapes that follow each other are drawn as one drawing.
func (pg *page) drawOn(p render.Page) {
	var shapes []chart.Shape2D
	flush := func() {
		if len(shapes) > 0 {
			chart.Drawing{Shapes: shapes}.Draw(p)
			shapes = nil
		}
	}
	for _, it := range pg.items {
		if s, ok := it.(shape); ok {
			shapes = append(shapes, s.Shape2D)
			continue
		}
		flush()
		it.drawOn(p)
	}
	flush()
}

type shape struct{ chart.Shape2D }

func (s shape) drawOn(p render.Page) { chart.Drawing{Shapes: []chart.Shape2D{s.Shape2D}}.Draw(p) }

type figure struct {
	drawing     chart.Drawing
	x, y, scale float64
}

func (f figure) drawOn(p render.Page) {
	f.drawing.Draw(p.At(render.Units(f.x), render.Units(f.y), f.scale))
}

// link covers what leads to an address on the web, or to a section of the handout.
type link struct {
	box     chart.Rect
	url, to string
}

func (l link) drawOn(p render.Page) {
	x, y, w, h := render.Units(l.box.X), render.Units(l.box.Y), render.Units(l.box.W), render.Units(l.box.H)
	if l.url != "" {
		p.Link(x, y, w, h, l.url)
	} else {
		p.InternalLink(x, y, w, h, l.to)
	}
}

// mark is a place that links lead to, and, where it has a title, a bookmark.
type mark struct {
	anchor, title string
	y             float64
}

func (m mark) drawOn(p render.Page) {
	y := render.Units(m.y)
	p.Anchor(m.anchor, y)
	if m.title != "" {
		p.Bookmark(0, m.title, y)
	}
}

// cite notes that a page names a source. It draws nothing: the list of sources is made from it.
type cite struct{ source *dataset.Source }

func (cite) drawOn(render.Page) {}

func (pg *page) put(it item) { pg.items = append(pg.items, it) }

// text sets text with its baseline at y.
func (pg *page) text(st style, x, y float64, s string, align chart.Align) {
	if s == "" {
		return
	}
	pg.put(shape{chart.Label{At: chart.Point{X: x, Y: y}, Text: s, Face: st.face, Size: st.size, Color: st.color, Align: align}})
}

// line sets a line of a paragraph that begins at x and whose box begins at y.
func (pg *page) line(l line, x, y float64) {
	for _, r := range l.runs {
		pg.text(r.style, x+r.x, l.base.baseline(y)-r.up, r.text, chart.Start)
		if r.url != "" || r.to != "" {
			pg.put(link{chart.Rect{X: x + r.x, Y: y, W: r.w, H: l.base.lead}, r.url, r.to})
		}
		if r.cites != nil {
			pg.put(cite{r.cites})
		}
	}
}

func (pg *page) rule(x1, x2, y, width float64, c color.NRGBA, dash ...float64) {
	pg.put(shape{chart.Line{
		Points: []chart.Point{{X: x1, Y: y}, {X: x2, Y: y}},
		Stroke: chart.Stroke{Color: c, Width: width, Dash: dash},
	}})
}

func (pg *page) box(r chart.Rect, fill color.NRGBA, stroke chart.Stroke) {
	pg.put(shape{chart.Area{
		Points: []chart.Point{{X: r.X, Y: r.Y}, {X: r.Right(), Y: r.Y}, {X: r.Right(), Y: r.Bottom()}, {X: r.X, Y: r.Bottom()}},
		Fill:   fill, Stroke: stroke,
	}})
}
