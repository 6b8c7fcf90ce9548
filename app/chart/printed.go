package chart

// printedTable is the table form while it is laid out: title and detail, who, when, a tag, and a figure at the right.
type printedTable struct {
	*canvas
	spec   Spec
	set    printedStyles
	cols   printedColumns
	heads  printedHeads
	blocks []printedBlock
	unit   string   // of all figures; "" where they differ
	hidden int      // rows that a drawing has no room for
	more   []string // says so
}

// printedStyles are the ways in which a table sets its texts.
type printedStyles struct{ title, detail, cell, unit, figure, tag, head style }

// printedBlock is a group of rows under its heading.
type printedBlock struct {
	tableHeading
	rows []printedRow
}

// Sizes of a table at text factor 1.
const (
	printedPad   = 7.0     // above and below the texts of a row
	printedGap   = 4.0     // between the title, the detail and what is stacked under them
	printedGrows = 6.0     // by how much a row may grow where there is room
	printedMost  = 50000.0 // height of the longest table; renderers do not reach much further
)

// newPrinted wraps the table to a width. Its columns begin at x.
func newPrinted(c *canvas, spec Spec, x, width float64) *printedTable {
	t := &printedTable{canvas: c, spec: spec, set: c.printedStyles(), unit: sharedUnit(spec)}
	t.cols = t.columnsIn(Rect{X: x, W: width})
	t.heads = t.headsOf()
	height := t.heads.h
	for _, b := range blocksOf(spec) {
		block := printedBlock{tableHeading: c.heading(b.Group, width)}
		height += block.h + tableGap*c.k
		for _, r := range b.rows {
			for _, i := range r.marks {
				row := t.row(i)
				if height += row.h; height > printedMost && t.hidden+len(block.rows) > 0 {
					t.hidden++
					continue
				}
				block.rows = append(block.rows, row)
			}
		}
		if len(block.rows) > 0 {
			t.blocks = append(t.blocks, block)
		}
	}
	if t.hidden > 0 {
		t.more = c.wrap(c.tr.N("chart.table.more", t.hidden), t.set.detail, width-2*c.pad(width), 0)
	}
	return t
}

func (c *canvas) printedStyles() printedStyles {
	title, tag := c.as.head, c.as.strong
	title.lead, title.role = 17*c.k, "label"
	tag.face, tag.role = c.as.mark.face, "tag"
	figure := c.as.value
	figure.lead = title.lead
	return printedStyles{title: title, detail: c.as.sub, cell: c.as.label, unit: c.as.sub, figure: figure, tag: tag, head: c.as.sub}
}

// height is what the table needs, and count the number of its rows.
func (t *printedTable) height() (h float64, count int) {
	h = t.heads.h
	for _, b := range t.blocks {
		h += b.h + tableGap*t.k
		for _, r := range b.rows {
			h += r.h
			count++
		}
	}
	if t.hidden > 0 {
		h += float64(len(t.more)) * t.set.detail.lead
	}
	return h, count
}

func leastPrinted(c *canvas, spec Spec, width float64) float64 {
	h, _ := newPrinted(c, spec, 0, width).height()
	return h
}

func layPrinted(c *canvas, spec Spec, area Rect) {
	t := newPrinted(c, spec, area.X, area.W)
	h, count := t.height()
	more := c.roomier(h, area.H, count, printedGrows)
	y := t.drawHeads(area)
	for _, b := range t.blocks {
		y = c.drawHeading(b.tableHeading, area.X, y, area.W)
		for i, r := range b.rows {
			box := Rect{area.X, y, area.W, r.h + more}
			if i > 0 {
				c.across(box.Y, box.X, box.Right(), Stroke{Color: c.pal.Rule, Width: 1})
			}
			if spec.Marks[r.mark].Emphasis {
				c.stressed(box)
			}
			t.draw(r, Rect{box.X, box.Y + more/2, box.W, r.h})
			c.hit(r.mark, r.mark, box, box)
			y = box.Bottom()
		}
		y += tableGap * c.k
	}
	if t.hidden > 0 {
		c.lines(area.X+c.pad(area.W), y, t.more, t.set.detail, Start)
	}
}
