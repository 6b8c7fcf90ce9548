package chart

// printedRow is a row of a table with its texts wrapped.
type printedRow struct {
	mark                                  int
	title, detail, who, when, about, unit []string
	tag                                   []string
	figure                                []string
	tagWidth                              float64 // of the widest line in the pill
	h                                     float64
}

// row wraps the texts of mark i. Texts are not cut: a row grows with them.
func (t *printedTable) row(i int) printedRow {
	m := t.spec.Marks[i]
	r := printedRow{mark: i}
	wrap := func(text string, s style, width float64) []string {
		if text == "" || width <= 0 {
			return nil
		}
		return t.wrap(text, s, width, 0)
	}
	letters := t.lettersWidth(m.Letters)
	figure := markFigure(t.spec, m)
	if m.Doubtful && figure != "" {
		figure += "\u00a0?"
	}
	r.figure = wrap(figure, t.set.figure, t.cols.figure.w-letters)
	if len(r.figure) > 0 {
		if t.unit == "" || t.cols.stacked {
			r.unit = wrap(m.Unit, t.set.unit, t.cols.figure.w)
		}
		letters = 0 // they stand at the figure
	}
	r.title = wrap(firstOf(m.Label, "–"), t.set.title, t.cols.title.w-letters)
	r.detail = wrap(m.Sub, t.set.detail, t.cols.title.w)
	if t.cols.stacked {
		t.stack(&r, m)
	} else {
		r.who = wrap(m.Who, t.set.cell, t.cols.who.w)
		r.when = wrap(m.When, t.set.cell, t.cols.when.w)
		r.tag = wrap(m.Tag, t.set.tag, t.cols.tag.w-2*pillPad*t.k)
	}
	for _, line := range r.tag {
		r.tagWidth = max(r.tagWidth, t.width(t.set.tag, line))
	}
	r.h = t.rowHeightOf(r) + 2*printedPad*t.k
	return r
}

// stack wraps what goes under the title: the tag, and behind it who and when.
func (t *printedTable) stack(r *printedRow, m Mark) {
	room := t.cols.title.w
	if m.Tag != "" {
		r.tag = t.wrap(m.Tag, t.set.tag, room-2*pillPad*t.k, 0)
	}
	about := m.Who
	if about != "" && m.When != "" {
		about += " · "
	}
	if about += m.When; about == "" {
		return
	}
	if len(r.tag) == 1 {
		if beside := room - t.pillWidth(t.width(t.set.tag, r.tag[0])) - printedGap*2*t.k; t.width(t.set.cell, about) <= beside {
			r.about = []string{about}
			return
		}
	}
	// Without room behind the tag it stands on lines of its own, after an empty first one.
	r.about = t.wrap(about, t.set.cell, room, 0)
	if len(r.tag) > 0 {
		r.about = append([]string{""}, r.about...)
	}
}

// textHeight is the height of title and detail.
func (t *printedTable) textHeight(r printedRow) float64 {
	h := float64(len(r.title))*t.set.title.lead + float64(len(r.detail))*t.set.detail.lead
	if len(r.title) > 0 && len(r.detail) > 0 {
		h += printedGap / 2 * t.k
	}
	return h
}

func (t *printedTable) rowHeightOf(r printedRow) float64 {
	text := t.textHeight(r)
	figure := float64(len(r.figure))*t.set.figure.lead + float64(len(r.unit))*t.set.unit.lead
	pill := t.pillHeight(len(r.tag))
	if t.cols.stacked {
		under := max(pill, float64(len(r.about))*t.set.cell.lead)
		if len(r.about) > 1 && r.about[0] == "" {
			under = pill + printedGap*t.k + float64(len(r.about)-1)*t.set.cell.lead
		}
		if under > 0 {
			text += printedGap*t.k + under
		}
	}
	cell := float64(max(len(r.who), len(r.when)))*t.set.cell.lead + t.drop(t.set.cell)
	return max(text, figure, pill, cell, t.set.title.lead)
}

// drop is how much lower a text of style s begins, so that its first line stands on the baseline of the title.
func (t *printedTable) drop(s style) float64 { return t.rise(t.set.title) - t.rise(s) }

// draw sets the texts of a row from the top of box down.
func (t *printedTable) draw(r printedRow, box Rect) {
	m := t.spec.Marks[r.mark]
	top := box.Y + printedPad*t.k
	t.drawTexts(r, m, top)
	y := top
	for i, line := range r.figure {
		letters := ""
		if i == len(r.figure)-1 {
			letters = m.Letters
		}
		t.figureLine(line, letters, m, y)
		y += t.set.figure.lead
	}
	t.lines(t.cols.figure.right(), y, r.unit, t.set.unit, End)
	if t.cols.stacked {
		t.drawStacked(r, m, top+t.textHeight(r)+printedGap*t.k)
		return
	}
	t.lines(t.cols.who.x, top+t.drop(t.set.cell), r.who, t.set.cell, Start)
	t.lines(t.cols.when.x, top+t.drop(t.set.cell), r.when, t.set.cell, Start)
	if len(r.tag) > 0 {
		t.pill(Point{t.cols.tag.x, top - t.pillRise()}, r.tag, r.tagWidth, m.TagQuiet)
	}
}

// figureLine sets one line of a figure; words in the place of a number are not as heavy.
func (t *printedTable) figureLine(line, letters string, m Mark, top float64) {
	s := t.set.figure
	if spanOf(m).none() {
		s = t.set.title
		s.role = t.set.figure.role
	}
	t.figure(Point{t.cols.figure.right(), top + t.rise(t.set.figure)}, line, letters, s, End)
}

// drawTexts sets the title, with the letters of its caveats where no figure carries them, and the detail under it.
func (t *printedTable) drawTexts(r printedRow, m Mark, top float64) {
	y := top
	for i, line := range r.title {
		letters := ""
		if i == len(r.title)-1 && len(r.figure) == 0 {
			letters = m.Letters
		}
		t.figure(Point{t.cols.title.x, y + t.rise(t.set.title)}, line, letters, t.set.title, Start)
		y += t.set.title.lead
	}
	if len(r.title) > 0 {
		y += printedGap / 2 * t.k
	}
	t.lines(t.cols.title.x, y, r.detail, t.set.detail, Start)
}

// drawStacked sets the tag from y down, and who and when behind or under it.
func (t *printedTable) drawStacked(r printedRow, m Mark, y float64) {
	x := t.cols.title.x
	about := r.about
	if len(r.tag) > 0 {
		box := t.pill(Point{x, y}, r.tag, r.tagWidth, m.TagQuiet)
		switch {
		case len(about) > 1 && about[0] == "":
			about, y = about[1:], box.Bottom()+printedGap*t.k
		default:
			x, y = box.Right()+2*printedGap*t.k, box.Center().Y-t.set.cell.lead/2
		}
	}
	t.lines(x, y, about, t.set.cell, Start)
}

// keysPrinted explains nothing: a table says everything in words.
func keysPrinted(*canvas, Spec) []key { return nil }
