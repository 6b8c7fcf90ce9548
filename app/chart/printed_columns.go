package chart

import (
	"strings"

	"doublefix/app/words"
)

// printedColumns are the columns of a table from left to right; one that no row has a text for has no width. Where they
// leave the title too little room, all but the figure are stacked under it.
type printedColumns struct {
	title, who, when, tag, figure span
	stacked                       bool
}

// The widest that columns may be at text factor 1, and the least and most that is good for the title beside them: longer
// lines are hard to follow.
const (
	printedWho, printedWhen, printedTag, printedFigure = 160.0, 136.0, 150.0, 140.0
	titleLeast, titleMost                              = 320.0, 760.0
	oneLineHead                                        = 90.0 // up to which a heading stays on one line
)

// columnsIn gives every column the width of its widest text up to a limit, and the title the rest.
func (t *printedTable) columnsIn(area Rect) printedColumns {
	pad, gap := t.pad(area.W), min(18*t.k, area.W/20)
	area.X, area.W = area.X+pad, area.W-2*pad
	// Where the title has too little room the others are held closer, and stacked where that is not enough.
	var who, when, tag, figure, rest float64
	var count int
	for _, part := range []float64{1, 0.8, 0.65} {
		who, when, tag, figure = t.besideTitle(part)
		rest, count = area.W, 0
		for _, w := range []float64{who, when, tag, figure} {
			if w > 0 {
				rest -= w + gap
				count++
			}
		}
		if t.titleFits(rest, area.W) {
			break
		}
	}
	if count > 0 && !t.titleFits(rest, area.W) {
		return t.stackedColumns(area, gap, figure)
	}
	if over := rest - titleMost*t.k; over > 0 && count > 0 {
		spare := min(over/float64(count), 3*gap)
		gap, rest = gap+spare, rest-spare*float64(count)
	}
	x := area.X
	next := func(w float64) span {
		s := span{x, w}
		if w > 0 {
			x += w + gap
		}
		return s
	}
	return printedColumns{title: next(rest), who: next(who), when: next(when), tag: next(tag), figure: next(figure)}
}

// titleFits reports whether a width is enough for the title in a table of width all.
func (t *printedTable) titleFits(width, all float64) bool {
	return width >= max(titleLeast*t.k, 0.36*all)
}

// besideTitle are the widths that the other columns want, with their limits held to a part of what they may be.
func (t *printedTable) besideTitle(part float64) (who, when, tag, figure float64) {
	heads := t.spec.Heads
	who = t.want(t.set.cell, heads.Who, part*printedWho, func(m Mark) string { return m.Who })
	when = t.want(t.set.cell, heads.When, part*printedWhen, func(m Mark) string { return m.When })
	tag = t.want(t.set.tag, heads.Tag, part*printedTag, func(m Mark) string { return m.Tag })
	if tag > 0 {
		tag += 2 * pillPad * t.k
	}
	return who, when, tag, t.figureWidth(t.figureHead(), part*printedFigure)
}

// stackedColumns leave only the figure beside the title, and not even that where it would take more than two fifths.
func (t *printedTable) stackedColumns(area Rect, gap, figure float64) printedColumns {
	cols := printedColumns{title: span{area.X, area.W}, stacked: true}
	if figure > 0 {
		figure = min(figure, 0.4*area.W)
		cols.title.w -= figure + gap
		cols.figure = span{area.Right() - figure, figure}
	}
	return cols
}

// want is the width of the widest text of a column, its heading included, up to limit; 0 where no row has one.
func (t *printedTable) want(s style, head string, limit float64, column func(Mark) string) float64 {
	w := 0.0
	for _, m := range t.spec.Marks {
		w = max(w, t.width(s, column(m)))
	}
	if w == 0 {
		return 0
	}
	return min(max(w, t.headWidth(head))+1, limit*t.k)
}

// headWidth is what a heading needs where it may take two lines: half of it, and its longest word.
func (t *printedTable) headWidth(head string) float64 {
	w := t.width(t.set.head, head)
	if w <= oneLineHead*t.k {
		return w
	}
	need := 0.6 * w
	for _, word := range splitWords(head) {
		need = max(need, t.width(t.set.head, word))
	}
	return need
}

// figureWidth is the width of the column of figures with their letters, and of the units under them.
func (t *printedTable) figureWidth(head string, limit float64) float64 {
	letters := 0.0
	for _, m := range t.spec.Marks {
		if markFigure(t.spec, m) != "" {
			letters = max(letters, t.lettersWidth(m.Letters))
		}
	}
	figures := t.want(t.set.figure, head, limit, func(m Mark) string { return markFigure(t.spec, m) })
	if figures == 0 {
		return 0
	}
	units := t.want(t.set.unit, head, limit, func(m Mark) string { return m.Unit })
	return max(figures, units) + letters
}

// printedHeads are the headings of the columns, wrapped.
type printedHeads struct {
	title, who, when, tag, figure []string
	h                             float64
}

// headLines is how many lines a heading may take.
const headLines = 2

func (t *printedTable) headsOf() printedHeads {
	alone := t.cols.who.w+t.cols.when.w+t.cols.tag.w+t.cols.figure.w == 0
	if t.cols.stacked || alone {
		return printedHeads{}
	}
	lines := 0
	wrap := func(text string, col span) []string {
		if col.w <= 0 || text == "" {
			return nil
		}
		out := t.wrap(text, t.set.head, col.w, headLines)
		lines = max(lines, len(out))
		return out
	}
	in := t.spec.Heads
	h := printedHeads{
		title: wrap(in.Label, t.cols.title), who: wrap(in.Who, t.cols.who), when: wrap(in.When, t.cols.when),
		tag: wrap(in.Tag, t.cols.tag), figure: wrap(t.figureHead(), t.cols.figure),
	}
	if lines > 0 {
		h.h = (tableAxis-16)*t.k + float64(lines)*t.set.head.lead
	}
	return h
}

// figureHead says what the figures count, where it is the same for all of them and needs no line in every row.
func (t *printedTable) figureHead() string {
	head := t.spec.Heads.Figure
	switch {
	case t.unit == "" || strings.EqualFold(head, t.unit):
		return head
	case head == "":
		return words.Capital(t.unit)
	}
	return head + ", " + t.unit
}

// sharedUnit is the unit of all figures of a table that has several; "" where they differ.
func sharedUnit(spec Spec) string {
	unit, count := "", 0
	for _, m := range spec.Marks {
		if markFigure(spec, m) == "" {
			continue
		}
		if count++; count > 1 && m.Unit != unit {
			return ""
		}
		unit = m.Unit
	}
	if count < 2 {
		return ""
	}
	return unit
}

// drawHeads sets the headings, the last line of each just over the first row, and returns the top of what follows.
func (t *printedTable) drawHeads(area Rect) float64 {
	bottom := area.Y + t.heads.h
	set := func(lines []string, col span, align Align) {
		x := col.x
		if align == End {
			x = col.right()
		}
		t.lines(x, bottom-(tableAxis-16)/2*t.k-float64(len(lines))*t.set.head.lead, lines, t.set.head, align)
	}
	set(t.heads.title, t.cols.title, Start)
	set(t.heads.who, t.cols.who, Start)
	set(t.heads.when, t.cols.when, Start)
	set(t.heads.tag, t.cols.tag, Start)
	set(t.heads.figure, t.cols.figure, End)
	if t.heads.h > 0 && (len(t.blocks) == 0 || t.blocks[0].h == 0) {
		t.across(bottom, area.X, area.Right(), Stroke{Color: t.pal.Grey, Width: 1})
	}
	return bottom
}
