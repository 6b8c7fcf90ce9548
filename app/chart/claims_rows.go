package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// tableBlock is a group of rows under one heading; the heading is empty for rows of no group.
type tableBlock struct {
	Group
	rows []tableRow
}

// tableRow holds the marks drawn on one line: one, or several claims of one speaker.
type tableRow struct{ marks []int }

// joinedAtMost bounds the claims on one row; what is said after that has a row of its own.
const joinedAtMost = 5

// blocksOf sorts the marks of a spec into groups in the order of the spec, and claims that are joined onto one row. Groups
// without rows are left out; marks of a group that the spec does not have come last, without a heading.
func blocksOf(spec Spec) []tableBlock {
	type place struct{ block, row int }
	blocks := make([]tableBlock, len(spec.Groups)+1)
	for i, g := range spec.Groups {
		blocks[i].Group = g
	}
	rowOf := map[string]place{}
	for i, m := range spec.Marks {
		at, joined := rowOf[m.JoinedTo]
		if m.JoinedTo == "" || !joined || len(blocks[at.block].rows[at.row].marks) >= joinedAtMost {
			at.block = m.Group
			if m.Group < 0 || m.Group >= len(spec.Groups) {
				at.block = len(spec.Groups)
			}
			at.row = len(blocks[at.block].rows)
			blocks[at.block].rows = append(blocks[at.block].rows, tableRow{})
		}
		row := &blocks[at.block].rows[at.row]
		row.marks = append(row.marks, i)
		if m.ID != "" {
			rowOf[m.ID] = at
		}
	}
	out := blocks[:0]
	for _, b := range blocks {
		if len(b.rows) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// markFigure writes the figure of m: as the data writes it, else its range or value; "" where there is none.
func markFigure(spec Spec, m Mark) string {
	if m.Written != "" {
		return m.Written
	}
	one := spec.Tr.Auto
	if spec.Percent {
		one = spec.Tr.Percent
	}
	s := spanOf(m)
	least, most := s.ends()
	switch {
	case s.none():
		return ""
	case s.openHigh && least == most:
		return spec.Tr.T("chart.figure.or_more", words.Args{"Figure": one(least)})
	case s.openLow && least == most:
		return spec.Tr.T("chart.figure.up_to", words.Args{"Figure": one(most)})
	case s.openHigh || s.openLow || math.IsNaN(s.lo) || s.lo == s.hi:
		return one(s.mid)
	}
	return rangeFigure(spec, s)
}

// rangeFigure writes low, middle and high: "70–90%", and with spaces where figures are long: "89,816 – 212,887 – 359,205".
func rangeFigure(spec Spec, s markSpan) string {
	parts := []string{spec.Tr.Auto(s.lo), spec.Tr.Auto(s.hi)}
	if !math.IsNaN(s.mid) {
		parts = []string{parts[0], spec.Tr.Auto(s.mid), parts[1]}
	}
	dash := "–"
	if len(strings.Join(parts, "")) > 8 {
		dash = "\u00a0– "
	}
	text := strings.Join(parts, dash)
	if spec.Percent {
		text += spec.Tr.PercentSign()
	}
	return text
}

// rowFigure writes the figures of a row; of two joined claims it says which came first: "77–78, then 80%".
func rowFigure(spec Spec, row tableRow) string {
	text := ""
	for _, i := range row.marks {
		figure := markFigure(spec, spec.Marks[i])
		if spec.Marks[i].Doubtful && figure != "" {
			figure += "\u00a0?"
		}
		switch {
		case figure == "":
		case text == "":
			text = figure
		default:
			first := strings.TrimSuffix(text, spec.Tr.PercentSign())
			if !strings.HasSuffix(figure, spec.Tr.PercentSign()) {
				first = text
			}
			text = spec.Tr.T("chart.claims.then", words.Args{"First": first, "Next": figure})
		}
	}
	return text
}

// rowLetters are the caveat letters of all marks of a row, each once.
func rowLetters(spec Spec, row tableRow) string {
	var letters []string
	for _, i := range row.marks {
		for _, l := range strings.Split(spec.Marks[i].Letters, ",") {
			if l != "" && !slices.Contains(letters, l) {
				letters = append(letters, l)
			}
		}
	}
	return inOrder(strings.Join(letters, ","))
}

// rowText joins what the marks of a row say in one column, each text once.
func rowText(spec Spec, row tableRow, column func(Mark) string) string {
	var texts []string
	for _, i := range row.marks {
		t := strings.TrimSpace(column(spec.Marks[i]))
		if t != "" && !strings.Contains(strings.Join(texts, "\n"), t) {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, ", ")
}
