package chart

import "math"

// barRows is a chart of horizontal bars while it is laid out: one row a mark, names left, figures at the ends.
type barRows struct {
	*canvas
	spec    Spec
	names   [][]string
	subs    [][]string
	nameW   float64
	figures []string
	blocks  []barBlock
	room    [2]float64 // of figures left of the bars, and right
	thin    int        // every n-th row has its texts
	funnel  bool
}

// Rows are this high at most; a crowd of rows is pressed together into the height of a page.
const (
	rowMost    = 84
	stepMost   = 112 // the same for the steps of a funnel, which are few
	rowGap     = 8   // between names, bars and figures
	rowsHeight = 3600
)

func newBarRows(c *canvas, spec Spec, width float64, funnel bool) barRows {
	r := barRows{canvas: c, spec: spec, funnel: funnel, thin: 1}
	widest, room := 0.0, [2]float64{} // names; figures left and right of the bars
	for _, m := range spec.Marks {
		text := c.shorten(figureText(spec, m), c.as.value, 0.35*width)
		if text == "" && !hasFigure(m.Value) && !ranged(m) {
			text = c.tr.T("chart.bars.gap")
		}
		r.figures = append(r.figures, text)
		side := 1
		if m.Value < 0 {
			side = 0
		}
		room[side] = max(room[side], c.figureBox(Point{}, text, m.Letters, c.as.value, Start).W+rowGap)
		widest = max(widest, c.width(r.nameStyle(m), m.Label), c.width(c.as.sub, m.Sub))
	}
	r.room = room
	left := width - room[0] - room[1] - 2*rowGap
	r.nameW = min(widest, max(0.38*width, left-250*c.k), 0.6*width, max(left-40*c.k, 24*c.k))
	for _, m := range spec.Marks {
		r.names = append(r.names, c.wrap(m.Label, r.nameStyle(m), r.nameW, 3))
		r.subs = append(r.subs, c.wrap(m.Sub, c.as.sub, r.nameW, 3))
	}
	r.blocks = r.group(width)
	return r
}

func (r barRows) nameStyle(m Mark) style {
	if m.Emphasis {
		return r.as.strong
	}
	return r.as.label
}

// highest is how many lines the texts of the highest row have.
func (r barRows) highest() int {
	lines := 1
	for i := range r.names {
		lines = max(lines, len(r.names[i])+len(r.subs[i]))
	}
	return lines
}

// least is the height of the highest row times their number, and the headings of groups.
func (r barRows) least() float64 {
	gap := 8.0
	if r.funnel {
		gap = 4
	}
	row := max(float64(r.highest())*r.as.label.lead+gap*r.k, 1)
	return min(row*float64(len(r.names)), max(rowsHeight, row)) + r.headings()
}

func leastBarsHorizontal(c *canvas, spec Spec, width float64) float64 {
	return newBarRows(c, spec, width, false).least()
}

func leastFunnel(c *canvas, spec Spec, width float64) float64 {
	return newBarRows(c, spec, width, true).least()
}

func layBarsHorizontal(c *canvas, spec Spec, area Rect) {
	newBarRows(c, spec, area.W, false).lay(area)
}

// layFunnel draws what is left of one set, step by step, with the loss between two steps shaded.
func layFunnel(c *canvas, spec Spec, area Rect) {
	newBarRows(c, spec, area.W, true).lay(area)
}

// lay shares the height among the rows, up to what still reads as a row.
func (r barRows) lay(area Rect) {
	most := rowMost * r.k
	if r.funnel {
		most = stepMost * r.k
	}
	row := min((area.H-r.headings())/float64(len(r.names)), most)
	if lead := r.as.label.lead; float64(r.highest())*lead > row*1.01 { // a crowd: one line in every n-th row, half of it off the first and last
		area.Y, area.H, r.blocks = area.Y+lead/2, area.H-lead, []barBlock{{rows: len(r.names)}}
		row = area.H / float64(len(r.names))
		r.thin = max(int(math.Ceil(lead/row)), 2)
	}
	left := area.X + r.nameW + rowGap
	if r.nameW == 0 {
		left = area.X
	}
	axis, track := r.axis(span{left, area.Right() - left})
	zero := math.Round(axis.at(0))
	tops := r.tops(area, row)
	rects := make([]Rect, len(r.names))
	for i, m := range r.spec.Marks {
		rects[i] = r.rect(m, axis, tops[i], row)
	}
	if r.funnel {
		r.losses(rects, zero)
	}
	for i, m := range r.spec.Marks {
		band := Rect{area.X, tops[i], area.W, row}
		if i%r.thin == 0 {
			r.name(i, m, area.X+r.nameW, band.Center().Y)
		}
		r.row(i, m, rects[i], axis, track)
		if hasFigure(m.Value) || ranged(m) || m.Written != "" {
			r.hit(i, i, r.whole(m, rects[i], axis), band)
		}
	}
	if !r.funnel {
		r.drawGroups(area, tops, row, zero)
	}
}
