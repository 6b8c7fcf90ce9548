package result

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// rules shows what each rule makes of the ballots, a row a rule; those that say something else are tinted, and what stands
// elsewhere there is boxed.
func (v *View) rules(rows []result.RuleRow) fyne.CanvasObject {
	column := kit.Column(0)
	usual := usualOrder(rows)
	for _, r := range rows {
		kit.Append(column, v.style.Rule(), v.ruleRow(r, usual))
	}
	return column
}

// usualOrder is the order of the rules that agree; that of the first where none do.
func usualOrder(rows []result.RuleRow) [][]string {
	for _, r := range rows {
		if !r.Differs {
			return r.Order
		}
	}
	if len(rows) > 0 {
		return rows[0].Order
	}
	return nil
}

// leastRule is how much room the name of a rule keeps beside its order.
const leastRule = 120

func (v *View) ruleRow(r result.RuleRow, usual [][]string) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	weight := kit.Regular
	if r.Differs || r.Decides {
		weight = kit.Semibold
	}
	names := kit.Fit(
		kit.Row(8, s.Text(r.Name, kit.SizeBody, weight, p.Ink), s.Text(r.Plain, kit.SizeMeta, kit.Regular, p.Quiet)),
		kit.Column(0, s.Paragraph(r.Name, kit.SizeBody, 20, weight, p.Ink), s.Meta(r.Plain)),
	)
	body := kit.Column(2, kit.Beside(s.Px(leastRule), names, kit.Pad(kit.Inset{Left: 8}, v.letters(r, usual))))
	if r.Decides {
		kit.Append(body, s.Meta(v.tr("result.view.decides")))
	}
	if r.Why != "" {
		kit.Append(body, s.Meta(r.Why))
	}
	row := kit.Pad(kit.Inset{Top: 2, Bottom: 2, Left: 8, Right: 8}, body)
	if r.Differs {
		return kit.Behind(canvas.NewRectangle(p.AmberSoft), row)
	}
	return row
}

// manyOptions is how many options are too many for one line of letters.
const manyOptions = 8

// letters is the order of a rule as letters, best first; an equals sign stands between those that are tied.
func (v *View) letters(r result.RuleRow, usual [][]string) fyne.CanvasObject {
	s := v.style
	var parts []fyne.CanvasObject
	for i, tied := range r.Order {
		for j, id := range tied {
			if j > 0 {
				parts = append(parts, s.Text("=", kit.SizeBody, kit.Semibold, s.Palette.Quiet))
			}
			parts = append(parts, v.letter(id, i == 0, r.Differs && placeOf(usual, id) != i))
		}
	}
	if len(parts) > 2*manyOptions {
		return kit.Flow(4, parts...)
	}
	return kit.Row(4, parts...)
}

func placeOf(order [][]string, id string) int {
	return slices.IndexFunc(order, func(tied []string) bool { return slices.Contains(tied, id) })
}

// letter is the letter of an option: filled where it comes first, boxed where a rule puts it elsewhere than the others.
func (v *View) letter(id string, first, moved bool) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	back, ink := s.Rect(p.GreySoft, nil), p.Ink
	switch {
	case moved:
		back = s.Rect(p.Paper, p.Ink)
		back.StrokeWidth = 1.5
	case first:
		back, ink = s.Rect(p.Accent, nil), p.OnAccent
	}
	back.CornerRadius = 4
	label := s.Text(id, kit.SizeBody, kit.Bold, ink)
	return kit.Fixed(max(s.Px(28), label.MinSize().Width+s.Px(12)), s.Px(22), back, kit.Center(label))
}

// agreeing says how many rules give one order.
func (v *View) agreeing(rows []result.RuleRow) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	same := 0
	for _, r := range rows {
		if !r.Differs {
			same++
		}
	}
	text := v.tr("result.view.agree", words.Args{"Same": s.Tr.Int(same), "All": s.Tr.Int(len(rows))})
	label := kit.Row(6, s.Text(text, kit.SizeMeta, kit.Semibold, p.Ink))
	if same == len(rows) {
		label.Objects = append([]fyne.CanvasObject{s.IconImage("check", 14, p.Teal)}, label.Objects...)
	}
	badge := kit.Behind(s.Rect(p.Paper, p.Quiet), kit.Pad(kit.Inset{Top: 3, Bottom: 3, Left: 8, Right: 8}, label))
	return kit.Pad(kit.Inset{Left: 8}, badge)
}

// matrix is a small table with a heading for each row and column; what is strong there is set so.
func (v *View) matrix(m *result.Matrix) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	if len(m.Heads) < 2 {
		return kit.Gap()
	}
	widths := even(len(m.Heads) + rowHeading - 1)[rowHeading-1:]
	widths[0] *= rowHeading
	row := func(cells []string, strong func(x int) bool) fyne.CanvasObject {
		var objects []fyne.CanvasObject
		for x, text := range cells[:min(len(cells), len(widths))] {
			weight := kit.Regular
			if strong(x) {
				weight = kit.Bold
			}
			cell := s.Paragraph(text, kit.SizeMeta, 16, weight, p.Ink)
			objects = append(objects, kit.Pad(kit.Inset{Top: 3, Bottom: 3, Right: 6}, cell))
		}
		return sideBySide(0, widths[:len(objects)], objects...)
	}
	table := kit.Column(0, row(m.Heads, func(x int) bool { return x > 0 }))
	for y, cells := range m.Cells {
		kit.Append(table, s.Rule(), row(cells, func(x int) bool { return y < len(m.Strong) && x < len(m.Strong[y]) && m.Strong[y][x] }))
	}
	return table
}

// rowHeading is how many columns the heading of a row is wide.
const rowHeading = 3
