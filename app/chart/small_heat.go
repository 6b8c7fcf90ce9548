package chart

// smallHeat draws the cells of a heat map without their figures: the names of the rows, their last figures, and the first and
// the last column. Rows that have no room are left out, those at the end first.
func (c *canvas) smallHeat(spec Spec) {
	p := &heatPlot{canvas: c, spec: spec, heatGrid: heatGridOf(spec), steps: newHeatSteps(c, spec)}
	if len(p.cells) == 0 {
		c.nothing(c.inner)
		return
	}
	columns := len(p.columns)
	plot := c.smallAxis(p.columns[0].name, p.columns[columns-1].name)
	rows := min(len(p.rows), max(int(plot.H/(c.as.label.lead+2*c.k)), 1))
	names, figures := 0.0, 0.0
	last := make([]int, rows)
	for r := range rows {
		last[r] = -1
		for i := range columns {
			if marks := p.cells[[2]int{r, i}]; len(marks) > 0 {
				last[r] = marks[len(marks)-1]
			}
		}
		names = max(names, c.width(c.as.label, p.rows[r].name))
		figures = max(figures, c.width(c.as.value, markFigure(spec, spec.Marks[last[r]])))
	}
	names, figures = min(names, 0.34*plot.W), min(figures, 0.3*plot.W)
	const air = 6
	from := plot.X + names
	if names > 0 {
		from += air
	}
	p.cellW, p.rowH = max(plot.Right()-figures-air-from, 1)/float64(columns), min((plot.H-2)/float64(rows), 28*c.k)
	for r := range rows {
		y := plot.Y + float64(r)*p.rowH
		for i := range columns {
			cell := Rect{from + float64(i)*p.cellW, y + 1, max(p.cellW-1, 0.5*p.cellW), p.rowH - 2}
			if marks := p.cells[[2]int{r, i}]; len(marks) > 0 {
				m := spec.Marks[marks[0]]
				m.Emphasis, m.Status = false, Final // there is no room to explain frames
				c.heatBox(cell, p.heatFill(m), m)
			}
		}
		base := c.as.label.middle(y + p.rowH/2)
		c.text(Point{plot.X, base}, c.shorten(p.rows[r].name, c.as.label, names+0.5), c.as.label, Start)
		figure := c.shorten(markFigure(spec, spec.Marks[last[r]]), c.as.value, figures+0.5)
		c.text(Point{plot.Right(), base}, figure, c.as.value, End)
	}
}
