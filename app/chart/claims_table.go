package chart

// Heights of the tables of claims and ranges at text factor 1.
const (
	tableRowLeast = 19.0 // a row of one line
	tableRowMost  = 28.0 // what it may grow to where there is room
	tableHead     = 22.0 // a group heading
	tableAxis     = 22.0 // the headings of the columns and the labels of the axis
	tableGap      = 4.0  // after the last row of a group
	tablePad      = 8.0  // between the edge of a band and its text
)

// The most lines of a name or cell, and of a figure, before the last one ends in an ellipsis. Two are enough at the usual
// width and text size; figures are not cut before everything else failed.
const (
	tableLines   = 3
	tableFigures = 5
)

// span is a stretch of the page from left to right.
type span struct{ x, w float64 }

func (s span) right() float64 { return s.x + s.w }

// pad is the distance of texts from the edge of a table of this width.
func (c *canvas) pad(width float64) float64 { return min(tablePad*c.k, width/20) }

// tableHeading is the heading of a group, wrapped: a title, and a quiet note beside it or on lines of its own.
type tableHeading struct {
	title, note []string
	beside      bool
	h           float64
}

func (c *canvas) heading(g Group, width float64) tableHeading {
	if g.Title == "" && g.Note == "" {
		return tableHeading{}
	}
	room := width - 2*c.pad(width)
	h := tableHeading{title: c.wrap(g.Title, c.as.head, room, 2), note: c.wrap(g.Note, c.as.headNote, room, 2)}
	lines := len(h.title) + len(h.note)
	if len(h.title) == 1 && len(h.note) == 1 {
		if c.width(c.as.head, g.Title)+c.width(c.as.headNote, g.Note)+10*c.k <= room {
			h.beside, lines = true, 1
		}
	}
	h.h = tableHead*c.k + float64(lines-1)*c.as.head.lead
	return h
}

// drawHeading paints a heading on its band and returns the top of what follows.
func (c *canvas) drawHeading(h tableHeading, x, y, width float64) float64 {
	if h.h == 0 {
		return y
	}
	c.box(Rect{x, y, width, h.h}, c.pal.GreySoft, Stroke{})
	c.headingText(h, x+c.pad(width), y+(tableHead*c.k-c.as.head.lead)/2)
	return y + h.h
}

// headingText sets the texts of a heading from a place on.
func (c *canvas) headingText(h tableHeading, x, top float64) {
	next := c.lines(x, top, h.title, c.as.head, Start)
	if h.beside {
		c.text(Point{x + c.width(c.as.head, h.title[0]) + 10*c.k, top + c.rise(c.as.head)}, h.note[0], c.as.headNote, Start)
	} else {
		c.lines(x, next, h.note, c.as.headNote, Start)
	}
}

// stressed fills the row of the finding.
func (c *canvas) stressed(row Rect) {
	c.box(row, c.pal.Soft, Stroke{})
	c.box(Rect{row.X, row.Y, 3 * c.k, row.H}, c.pal.Accent, Stroke{})
}

// cell sets the lines of a table cell, centred on the height of its row.
func (c *canvas) cell(lines []string, s style, column span, align Align, row Rect) {
	x := column.x
	if align == End {
		x = column.right()
	}
	c.lines(x, row.Center().Y-float64(len(lines))*s.lead/2, lines, s, align)
}

// rowHeight is the height of a row whose tallest cell has so many lines.
func (c *canvas) rowHeight(lines int) float64 {
	return tableRowLeast*c.k + float64(max(lines, 1)-1)*c.as.label.lead
}

// roomier returns by how much each of count rows may grow, so that a table of the given height fills the area.
func (c *canvas) roomier(height, area float64, count int, most float64) float64 {
	return hold((area-height)/float64(max(count, 1)), 0, most*c.k)
}
