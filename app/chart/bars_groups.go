package chart

// barBlock is a run of horizontal bars of one group, under its heading.
type barBlock struct {
	tableHeading
	rows int
}

// group sorts bars into blocks: one without a heading where there are no groups to tell apart, or in a funnel.
func (r barRows) group(width float64) []barBlock {
	if len(r.spec.Groups) < 2 || r.funnel {
		return []barBlock{{rows: len(r.names)}}
	}
	var blocks []barBlock
	last := -1
	for _, m := range r.spec.Marks {
		if len(blocks) == 0 || m.Group != last {
			b := barBlock{}
			if m.Group >= 0 && m.Group < len(r.spec.Groups) {
				b.tableHeading = r.heading(r.spec.Groups[m.Group], width)
			}
			blocks, last = append(blocks, b), m.Group
		}
		blocks[len(blocks)-1].rows++
	}
	return blocks
}

// over is the height of the heading of a block, with the air between it and the bars around it.
func (r barRows) over(b barBlock) float64 {
	if b.h == 0 {
		return 0
	}
	return b.h + 2*tableGap*r.k
}

// headings is the height of all headings.
func (r barRows) headings() float64 {
	h := 0.0
	for _, b := range r.blocks {
		h += r.over(b)
	}
	return h
}

// tops is where each row begins.
func (r barRows) tops(area Rect, row float64) []float64 {
	var tops []float64
	y := area.Y
	for _, b := range r.blocks {
		y += r.over(b)
		for range b.rows {
			tops = append(tops, y)
			y += row
		}
	}
	return tops
}

// drawGroups paints the headings of the blocks and the zero line of each.
func (r barRows) drawGroups(area Rect, tops []float64, row, zero float64) {
	first := 0
	for _, b := range r.blocks {
		top := tops[first]
		if b.h > 0 {
			r.drawHeading(b.tableHeading, area.X, top-tableGap*r.k-b.h, area.W)
		}
		r.down(zero, top, top+row*float64(b.rows), Stroke{Color: r.pal.Quiet, Width: 1})
		first += b.rows
	}
}
