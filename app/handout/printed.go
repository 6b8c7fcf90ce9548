package handout

import (
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/app/words"
)

// printed is a table whose rows are printed one under the other: its title and detail, who, when, a tag and a figure.
type printed struct {
	*builder
	e    *evidence
	cols printedColumns
	set  printedStyles
	pad  float64 // above and below the texts of a row
}

// printedStyles are those of a row.
type printedStyles struct{ title, detail, cell, figure, small, tag style }

// printedColumns are where the texts of a row begin and how wide they are; a column without texts has no width. Where they
// leave too little to the title, who and when go under it.
type printedColumns struct {
	title, who, when, tag, figure extent
	stacked                       bool
}

type extent struct{ x, w float64 }

// The widest that columns may be, and the least that is good for the title beside them.
const (
	whoMost, whenMost, tagMost, figureMost = 104.0, 84.0, 104.0, 92.0
	titleLeast                             = 200.0
	columnGap                              = 14.0
	pillPad, pillAir                       = 6.0, 1.6
)

// printedPages are the pages of a table that is printed as it is: the rows flow over as many pages as they need, the lists
// follow.
func (b *builder) printedPages(e *evidence) []*page {
	return b.saving(func(size float64) *flow { return b.flowOf(e, size) }, 1, closest, tightest).pages
}

// flowOf sets the table in type of a size.
func (b *builder) flowOf(e *evidence, size float64) *flow {
	f := b.flow()
	f.add(b.opening(e)...)
	t := b.printed(e, size)
	heads := t.heads()
	f.add(heads...)
	title := headline(b.styles.heading, b.t("handout.continued", words.Args{"Title": b.text(e.ds.Title)}), b.sheet.width())
	title = append(append(title, space(5)), heads...)
	for _, g := range t.blocks() {
		var again []piece
		if g.Title != "" {
			again = b.band(b.t("handout.continued", words.Args{"Title": g.Title}), nil)
		}
		f.part(t.block(g), title, again)
	}
	f.add(b.ownNear(e)...)
	b.lists(f, e)
	return f
}

// lists sets what to beware of and the sources under what is there, in two columns.
func (b *builder) lists(f *flow, e *evidence) {
	p, _, ok := b.fitting(e, f.room()-listGap)
	if !ok {
		p = b.arrange(e, plan{compact: true, size: 1}, 0)
	}
	switch {
	case !ok && f.room() < leastLists/2:
		f.turn()
	case len(p.beware.ps)+len(p.sources.ps) > 0:
		f.add(b.separator(14, 14))
	}
	b.addLists(f, e, p)
}

func (b *builder) printed(e *evidence, size float64) *printed {
	st := b.styles
	t := &printed{builder: b, e: e, pad: rowPad * size * size * size, set: printedStyles{
		title: st.subheading.scaled(0.95 * size), detail: st.quiet.scaled(0.93 * size), cell: st.body.scaled(0.93 * size),
		figure: st.subheading.with(render.Bold).scaled(size), small: st.small.scaled(0.93 * max(size, closeType)),
		tag: st.small.in(st.palette.Ink).with(render.Semibold).scaled(0.93 * size),
	}}
	t.cols = t.columns()
	return t
}

// columns gives each column its widest text up to a limit, and the title the rest.
func (t *printed) columns() printedColumns {
	width := t.sheet.width()
	want := func(most float64, st style, of func(chart.Mark) string) float64 {
		w := 0.0
		for _, m := range t.e.spec.Marks {
			w = max(w, st.width(of(m)))
		}
		return min(w+0.5*min(w, 1), most)
	}
	who := want(whoMost, t.set.cell, func(m chart.Mark) string { return m.Who })
	when := want(whenMost, t.set.cell, func(m chart.Mark) string { return m.When })
	tag := want(tagMost-2*pillPad, t.set.tag, func(m chart.Mark) string { return m.Tag })
	if tag > 0 {
		tag += 2 * pillPad
	}
	figure := max(want(figureMost, t.set.figure, t.figure), want(figureMost, t.set.small, func(m chart.Mark) string { return m.Unit }))
	if figure > 0 {
		figure = min(figure+10, figureMost) // room for letters
	}
	taken := func(ws ...float64) float64 {
		sum := 0.0
		for _, w := range ws {
			if w > 0 {
				sum += w + columnGap
			}
		}
		return sum
	}
	c := printedColumns{stacked: width-taken(who, when, tag, figure) < titleLeast}
	if c.stacked {
		who, when = 0, 0
	}
	x := 0.0
	next := func(w float64) extent {
		at := extent{x, w}
		if w > 0 {
			x += w + columnGap
		}
		return at
	}
	c.title = next(width - taken(who, when, tag, figure))
	c.who, c.when, c.tag, c.figure = next(who), next(when), next(tag), next(figure)
	return c
}

// figure is the figure of a mark as it is written, with a question mark where it is doubtful.
func (t *printed) figure(m chart.Mark) string {
	if m.Doubtful && m.Written != "" {
		return m.Written + "\u00a0?"
	}
	return m.Written
}

// heads are the headings of the columns; none over the title alone.
func (t *printed) heads() []piece {
	if t.cols.stacked || t.cols.who.w+t.cols.when.w+t.cols.tag.w+t.cols.figure.w == 0 {
		return nil
	}
	in, st := t.e.spec.Heads, t.set.small
	var cells []cell
	h := 0.0
	for _, c := range []struct {
		text  string
		in    extent
		align chart.Align
	}{
		{in.Label, t.cols.title, chart.Start},
		{in.Who, t.cols.who, chart.Start},
		{in.When, t.cols.when, chart.Start},
		{in.Tag, t.cols.tag, chart.Start},
		{in.Figure, t.cols.figure, chart.End},
	} {
		if c.in.w > 0 && c.text != "" {
			one := cell{ls: set(plain(st, c.text), c.in.w), at: c.in, lead: st.lead, align: c.align}
			cells, h = append(cells, one), max(h, one.height())
		}
	}
	return []piece{{h: h + 5, keep: true, draw: func(p *page, x, y float64) {
		for _, c := range cells {
			c.draw(p, x, y+h-c.height())
		}
		p.rule(x, x+t.sheet.width(), y+h+3, 0.8, t.styles.palette.Grey)
	}}}
}

// printedBlock is a group with the places of its rows.
type printedBlock struct {
	chart.Group
	rows []int
}

// blocks are the groups of the table that have rows, or all rows in one without a title.
func (t *printed) blocks() []printedBlock {
	groups := t.e.spec.Groups
	out := make([]printedBlock, max(len(groups), 1))
	for i, g := range groups {
		out[i].Group = g
	}
	for i, m := range t.e.spec.Marks {
		g := max(min(m.Group, len(out)-1), 0)
		out[g].rows = append(out[g].rows, i)
	}
	return slices.DeleteFunc(out, func(g printedBlock) bool { return len(g.rows) == 0 })
}

// block is a group under its heading.
func (t *printed) block(g printedBlock) []piece {
	var ps []piece
	if g.Title != "" {
		var note []span
		if g.Note != "" {
			note = plain(t.set.small, g.Note)
		}
		ps = lead(spaced(7, t.band(g.Title, note)))
	}
	for i, row := range g.rows {
		ps = append(ps, t.row(row, i > 0)...)
	}
	return ps
}

// firstOf is the first text that is not blank.
func firstOf(texts ...string) string {
	for _, s := range texts {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
