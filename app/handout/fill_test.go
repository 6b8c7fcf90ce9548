package handout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"doublefix/app/chart"
)

// printedDocuments are whole handouts as people print them: in both languages and on both papers, the usual one, one with an order
// and a result, everything, and the result by itself.
func printedDocuments(t *testing.T) map[string]*Document {
	t.Helper()
	out := map[string]*Document{}
	for name, in := range inputs(builtIn(t)) {
		kind := name[strings.LastIndex(name, "/")+1:]
		switch kind {
		case "ranked":
			in.Report = counted(t, 4, 2)
			in.Sections = With(in, DefaultSections(in), ResultSection)
			for rounds := 1; rounds <= 2; rounds++ {
				results := in
				results.Report = counted(t, 4, rounds)
				out[fmt.Sprint(name, "/results/", rounds)] = mustResults(t, results)
			}
		case "all", "everything":
		default:
			continue
		}
		out[name] = mustNew(t, in)
	}
	return out
}

// lowest is how far down the things on a page reach that are not its foot.
func lowest(d *Document, p *page) float64 {
	low := d.sheet.top
	for _, it := range p.items {
		switch it := it.(type) {
		case shape:
			if y := boundsOf(it.Shape2D).Bottom(); y < d.sheet.h-footRule-1 {
				low = max(low, y)
			}
		case figure:
			low = max(low, it.y+it.drawing.H*it.scale)
		}
	}
	return low
}

func boundsOf(s chart.Shape2D) chart.Rect {
	var points []chart.Point
	switch s := s.(type) {
	case chart.Label:
		return s.Box()
	case chart.Line:
		points = s.Points
	case chart.Area:
		points = s.Points
	case chart.Disc:
		return chart.Rect{X: s.Center.X - s.Radius, Y: s.Center.Y - s.Radius, W: 2 * s.Radius, H: 2 * s.Radius}
	}
	lo, hi := chart.Point{X: math.Inf(1), Y: math.Inf(1)}, chart.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, p := range points {
		lo, hi = chart.Point{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}, chart.Point{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
	}
	return chart.Rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
}

// Whatever is printed, pages are filled, charts large, type readable, and texts keep off each other and end as they should.
func TestPrintedPages(t *testing.T) {
	charts, outlines := 0, 0
	for name, d := range printedDocuments(t) {
		t.Run(name, func(t *testing.T) {
			for i, p := range d.pages {
				filled(t, d, i)
				readable(t, i, p)
				stops(t, i, p)
				outlines += outlined(t, i, p)
				if strings.HasSuffix(name, "/all") {
					charts += large(t, d, i)
				}
			}
		})
	}
	if charts == 0 || outlines == 0 {
		t.Errorf("%d charts and %d outlines were measured", charts, outlines)
	}
}

// filled checks that a page is not nearly empty.
func filled(t *testing.T, d *Document, i int) {
	t.Helper()
	if part := (lowest(d, d.pages[i]) - d.sheet.top) / (d.sheet.bottom - d.sheet.top); part < 0.25 && d.Pages() > 1 {
		t.Errorf("%.0f %% of page %d of %d is filled", 100*part, i+1, d.Pages())
	}
}

// large checks that the chart of a page of evidence takes a quarter of the page at least, and returns how many charts there are.
func large(t *testing.T, d *Document, i int) (n int) {
	t.Helper()
	for _, it := range d.pages[i].items {
		if f, ok := it.(figure); ok {
			n++
			if part := f.drawing.W * f.drawing.H * f.scale * f.scale / (d.sheet.w * d.sheet.h); part < 0.25 {
				t.Errorf("the chart on page %d takes %.1f %% of it", i+1, 100*part)
			}
		}
	}
	return n
}

// readable checks that type is 8 points high at least, that in charts and the letters of caveats too.
func readable(t *testing.T, i int, p *page) {
	t.Helper()
	for _, l := range labels(p) {
		if l.Size < 7.99 {
			t.Errorf("page %d: %q is %.2f points high", i+1, l.Text, l.Size)
		}
	}
}

// stops checks that an abbreviation at the end of a sentence ends it with its own full stop, also where the next text begins with
// one.
func stops(t *testing.T, i int, p *page) {
	t.Helper()
	var before chart.Label
	for _, l := range labels(p) {
		text := l.Text
		if before.At.Y == l.At.Y && math.Abs(before.Box().Right()-l.Box().X) < 1 {
			text = before.Text + text
		}
		if strings.Contains(strings.ReplaceAll(text, "...", "…"), "..") {
			t.Errorf("page %d: %q", i+1, text)
		}
		before = l
	}
}

// outlined checks that what stands in an outline stands there alone, with no other text under it or close above or below, and
// returns how many outlines there are.
func outlined(t *testing.T, i int, p *page) (n int) {
	t.Helper()
	const air = 3 // points
	for _, it := range p.items {
		s, _ := it.(shape)
		area, ok := s.Shape2D.(chart.Area)
		if !ok || area.Stroke.Width == 0 || len(area.Points) <= 4 {
			continue
		}
		n++
		outline := boundsOf(area)
		around := chart.Rect{X: outline.X, Y: outline.Y - air, W: outline.W, H: outline.H + 2*air}
		for _, l := range labels(p) {
			if box := l.Box(); !outline.Contains(box.Center()) && around.Overlaps(box) {
				t.Errorf("page %d: %q reaches into the outline at %+v", i+1, l.Text, outline)
			}
		}
	}
	return n
}

func TestPaperBallotsAreReadable(t *testing.T) {
	for name, in := range rooms(t) {
		t.Run(name, func(t *testing.T) {
			for i, p := range mustBallots(t, in).pages {
				readable(t, i, p)
			}
		})
	}
}

// labels are the texts of a page with their sizes in points.
func labels(p *page) []chart.Label {
	var out []chart.Label
	for _, it := range p.items {
		switch it := it.(type) {
		case shape:
			if l, ok := it.Shape2D.(chart.Label); ok {
				out = append(out, l)
			}
		case figure:
			for _, s := range it.drawing.Shapes {
				if l, ok := s.(chart.Label); ok && l.Text != "" {
					l.Size *= it.scale
					l.At = chart.Point{X: it.x + l.At.X*it.scale, Y: it.y + l.At.Y*it.scale}
					out = append(out, l)
				}
			}
		}
	}
	return out
}
