package chart

// setRow is a row of a table of claims or ranges with its texts wrapped.
type setRow interface {
	least() float64 // height it needs
	finding() bool  // it is the finding, and stands on a soft ground
}

// setBlock is a group of rows under its heading.
type setBlock[R setRow] struct {
	tableHeading
	rows []R
}

// tableHeight is what a table needs at least, and count the number of its rows.
func tableHeight[R setRow](c *canvas, blocks []setBlock[R]) (h float64, count int) {
	h = tableAxis * c.k
	for _, b := range blocks {
		h += b.h + tableGap*c.k
		for _, r := range b.rows {
			h += r.least()
			count++
		}
	}
	return h, count
}

// drawTable paints headings, grounds and grid of a table below the labels of its axis, and has each row painted in its
// box. Rows share the room that is left, each getting grow more at most (at text factor 1).
func drawTable[R setRow](c *canvas, scale tableScale, blocks []setBlock[R], area Rect, grow float64, paint func(R, Rect)) {
	h, count := tableHeight(c, blocks)
	more := c.roomier(h, area.H, count, grow)
	y := area.Y + tableAxis*c.k
	for _, b := range blocks {
		y = c.drawHeading(b.tableHeading, area.X, y, area.W)
		boxes := make([]Rect, len(b.rows))
		bottom := y
		for i, r := range b.rows {
			boxes[i] = Rect{area.X, bottom, area.W, r.least() + more}
			bottom = boxes[i].Bottom()
			// Rows are filled first, so that the grid runs through the stressed one as well.
			if r.finding() {
				c.stressed(boxes[i])
			}
		}
		bottom += tableGap * c.k
		at := len(c.Shapes)
		for i, r := range b.rows {
			paint(r, boxes[i])
		}
		c.behind(at, func() { c.tableGrid(scale, y, bottom) })
		y = bottom
	}
}
