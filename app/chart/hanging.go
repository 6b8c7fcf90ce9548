package chart

// hungFigure is a figure that has no room at its mark.
type hungFigure struct {
	x                   float64 // middle of the mark
	text, letters, name string
	swatch              func(Rect) // paints the colour of the mark before its name
}

// hanging is a line of figures under their marks, each tied to its mark by a leader. Where one line is too short for them,
// they stand on several, each with the name of its mark in the place of a leader.
type hanging struct {
	figures []hungFigure
	at      []float64 // where the figures begin, or the names before them
	line    []int     // on which line they stand
	named   bool      // the names of the marks stand before their figures
	leaders bool      // else swatches tie figures to their marks
	lines   int
}

// hangingMost is how many lines of figures a row may have; what goes beyond is left to the reading.
const hangingMost = 5

// Distances of hanging figures at text factor 1.
const (
	hangDrop = 7.0  // between a mark and its figure
	hangGap  = 9.0  // between two figures
	hangFar  = 40.0 // what a figure may stand off its mark; further off no eye follows the leader
)

// hang gives figures their places between lo and hi, with the names of their marks where these are asked for or needed.
func (c *canvas) hang(figures []hungFigure, lo, hi float64, named bool) hanging {
	h := hanging{figures: figures, line: make([]int, len(figures)), named: named}
	if len(figures) == 0 {
		return h
	}
	wants := make([]stretch, len(figures))
	for i, f := range figures {
		w := c.hungWidth(f)
		if named {
			w += c.nameWidth(f)
		}
		wants[i] = stretch{f.x - w/2, w}
	}
	at, ok := spread(wants, lo, hi, hangGap*c.k)
	if ok && pulled(wants, at) <= hangFar*c.k {
		h.at, h.lines, h.leaders = at, 1, true
		return h
	}
	h.named, h.at = true, make([]float64, len(figures))
	h.flow(c, lo, hi)
	return h
}

// flow puts figures with swatches and names side by side, at that end of the line where most of their marks are.
func (h *hanging) flow(c *canvas, lo, hi float64) {
	x, middle := lo, 0.0
	ends := []float64{lo} // of the lines
	for i, f := range h.figures {
		w := c.swatchWidth() + c.nameWidth(f) + c.hungWidth(f)
		if x > lo && x+w > hi {
			x, h.lines = lo, h.lines+1
			ends = append(ends, lo)
		}
		h.at[i], h.line[i] = x, h.lines
		ends[h.lines] = x + w
		x += w + 2*hangGap*c.k
		middle += f.x / float64(len(h.figures))
	}
	h.lines++
	if middle > (lo+hi)/2 {
		for i := range h.at {
			h.at[i] += max(hi-ends[h.line[i]], 0)
		}
	}
	h.lines = min(h.lines, hangingMost)
}

// swatchWidth is what a swatch before a name takes, with the space after it.
func (c *canvas) swatchWidth() float64 { return 15 * c.k }

func (c *canvas) hungWidth(f hungFigure) float64 {
	return c.width(c.as.value, f.text) + c.lettersIn(c.letterOf(c.as.value), f.letters)
}

// nameWidth is what the name before a figure takes, with the space after it.
func (c *canvas) nameWidth(f hungFigure) float64 {
	if f.name == "" {
		return 0
	}
	return c.width(c.as.sub, f.name) + 5*c.k
}

// height is what the lines take under the marks.
func (h hanging) height(c *canvas) float64 {
	if h.lines == 0 {
		return 0
	}
	return float64(h.lines)*c.as.value.lead + hangDrop*c.k
}

// setHanging draws the figures under marks that end at top, held to the left of hi.
func (c *canvas) setHanging(h hanging, top, hi float64) {
	s := c.as.value
	for i, f := range h.figures {
		if h.line[i] >= h.lines {
			return
		}
		x := h.at[i]
		at := Point{x, top + hangDrop*c.k + float64(h.line[i])*s.lead + c.rise(s)}
		if h.leaders {
			end := Point{hold(f.x, x+2*c.k, x+c.hungWidth(f)-2*c.k), top + (hangDrop-1)*c.k}
			if h.named {
				end.X = hold(f.x, x+2*c.k, x+c.nameWidth(f)+c.hungWidth(f)-2*c.k)
			}
			c.line(Stroke{Color: c.pal.Quiet, Width: 1}, Point{f.x, top}, end)
		}
		if !h.leaders && f.swatch != nil {
			f.swatch(Rect{x, s.middleOf(at.Y) - 5*c.k, 10 * c.k, 10 * c.k})
			at.X += c.swatchWidth()
		}
		if h.named {
			if name := c.shorten(f.name, c.as.sub, hi-at.X-c.hungWidth(f)-5*c.k+0.5); name != "" {
				c.text(at, name, c.as.sub, Start)
				at.X += c.width(c.as.sub, name) + 5*c.k
			}
		}
		c.figureWithin(at, f.text, f.letters, s, hi)
	}
}

// middleOf is the height on which the capitals of a text on baseline are centred.
func (s style) middleOf(baseline float64) float64 { return baseline - s.middle(0) }

// figureWithin sets a figure with its letters so that it ends left of hi. Where there is no room for both, letters go first.
func (c *canvas) figureWithin(at Point, text, letters string, s style, hi float64) Rect {
	const hair = 0.5
	if c.figureBox(at, text, letters, s, Start).Right() > hi+hair {
		letters = ""
	}
	return c.figure(at, c.shorten(text, s, hi+hair-at.X), letters, s, Start)
}
