package handout

import (
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/app/result"
)

const (
	orderTile = 15.5 // side of the letter of an option in the order of a rule
	orderGap  = 5.0  // between two places; options of one place touch an equals sign
)

// rules are the orders of all rules, one under the other: those that differ in a box, with the reason under them.
func (b *builder) rules(rows []result.RuleRow) []piece {
	ps := make([]piece, 0, len(rows))
	wide := 0.0
	for _, r := range rows {
		wide = max(wide, b.orderWidth(r.Order))
	}
	for _, r := range rows {
		ps = append(ps, b.rule(r, b.sheet.width()-wide-8))
	}
	return glue(ps)
}

// rule is a row: name and what it goes by on the left, its order from at on.
func (b *builder) rule(r result.RuleRow, at float64) piece {
	st, pal := b.styles, b.styles.palette
	pad := 0.2 * st.body.lead
	w := b.sheet.width()
	name := []span{{text: r.Name + "  ", style: st.body.with(render.Semibold)}}
	if r.Plain != "" {
		name = append(name, span{text: r.Plain + "  ", style: st.small})
	}
	if r.Decides {
		name = append(name, span{text: "· " + b.t("handout.results.decides"), style: st.small.in(pal.Ink).with(render.Bold)})
	}
	left := lines(set(name, at-14), st.body.lead, 6)
	var why []piece
	if r.Why != "" {
		why = lines(set(plain(st.small, r.Why), w-12), st.small.lead, 6)
	}
	row := max(height(left), orderTile) + 2*pad
	h := row + height(why)
	if len(why) > 0 {
		h += pad
	}
	return piece{h: h, draw: func(p *page, x, y float64) {
		if r.Differs {
			p.box(chart.Rect{X: x, Y: y, W: w, H: h}, pal.AmberSoft, chart.Stroke{Color: pal.Ink, Width: 0.8})
		} else {
			p.rule(x, x+w, y+h, 0.5, pal.Rule)
		}
		stack(p, left, x, y+(row-height(left))/2)
		b.order(p, r, x+at, y+(row-orderTile)/2)
		stack(p, why, x, y+row)
	}}
}

// orderStyle is that of the letters of an order.
func (b *builder) orderStyle() style { return b.styles.body.with(render.Bold) }

// tileWidth is how wide the tile of an option is.
func (b *builder) tileWidth(id string) float64 { return max(orderTile, b.orderStyle().width(id)+8) }

// orderWidth is how wide an order is drawn.
func (b *builder) orderWidth(order [][]string) float64 {
	w := 0.0
	for _, group := range order {
		for i, id := range group {
			if i > 0 {
				w += b.orderStyle().width("=") + 4 - orderGap
			}
			w += b.tileWidth(id) + orderGap
		}
	}
	return w
}

// order draws the options of an order: the first place filled, outlined where its rule differs; an equals sign between tied
// ones.
func (b *builder) order(p *page, r result.RuleRow, x, y float64) {
	st, pal := b.orderStyle(), b.styles.palette
	for place, group := range r.Order {
		for i, id := range group {
			if i > 0 {
				sign := st.width("=")
				p.text(st, x-orderGap+2, y+orderTile/2+0.33*st.size, "=", chart.Start)
				x += sign + 4 - orderGap
			}
			box := chart.Rect{X: x, Y: y, W: b.tileWidth(id), H: orderTile}
			switch {
			case place == 0 && !r.Differs:
				p.tile(box, st.in(pal.OnAccent), id, pal.Accent, chart.Stroke{})
			case place == 0:
				p.tile(box, st, id, pal.Paper, chart.Stroke{Color: pal.Ink, Width: 1})
			default:
				p.tile(box, st, id, pal.GreySoft, chart.Stroke{})
			}
			x += box.W + orderGap
		}
	}
}

// gauge is a bar from 0 to 1 with its value over it, and a mark where it was the round before.
func (b *builder) gauge(g result.Gauge, w float64) piece {
	const bar = 7.0
	st, pal := b.styles, b.styles.palette
	figure := st.body.with(render.Bold)
	value := min(max(g.Value, 0), 1)
	top := figure.lead
	return piece{h: top + bar + st.small.lead + 4, draw: func(p *page, x, y float64) {
		text := figure.width(g.Text)
		p.text(figure, x+min(max(value*w-text/2, 0), max(w-text, 0)), figure.baseline(y), g.Text, chart.Start)
		p.box(chart.Rect{X: x, Y: y + top, W: w, H: bar}, pal.GreySoft, chart.Stroke{})
		p.box(chart.Rect{X: x, Y: y + top, W: value * w, H: bar}, pal.Accent, chart.Stroke{})
		if g.Before != nil {
			at := x + min(max(*g.Before, 0), 1)*w
			p.put(shape{chart.Line{
				Points: []chart.Point{{X: at, Y: y + top - 0.8}, {X: at, Y: y + top + bar + 2}},
				Stroke: chart.Stroke{Color: pal.Ink, Width: 1.4, Dash: []float64{2, 1.4}},
			}})
		}
		p.text(st.small, x, st.small.baseline(y+top+bar+2), g.Low, chart.Start)
		p.text(st.small, x+w, st.small.baseline(y+top+bar+2), g.High, chart.End)
	}}
}

// mostSquares is how many ballots are drawn one by one.
const mostSquares = 60

// squares is a square for each ballot, those that would have to change filled; nothing where they are too many to be seen.
func (b *builder) squares(s result.Squares, w float64) piece {
	if s.All < 1 || s.All > mostSquares {
		return piece{}
	}
	pal := b.styles.palette
	each := min(w/float64(s.All), 15)
	if s.All > 20 {
		each = max(each, w/30)
	}
	perRow := max(int(w/each+1e-9), 1)
	rows := (s.All + perRow - 1) / perRow
	return piece{h: float64(rows)*each + 3, gap: 5, draw: func(p *page, x, y float64) {
		for i := range s.All {
			box := chart.Rect{X: x + float64(i%perRow)*each, Y: y + float64(i/perRow)*each, W: each * 0.74, H: each * 0.74}
			fill, stroke := pal.GreySoft, chart.Stroke{Color: pal.Grey, Width: 0.4}
			if i < s.Filled {
				fill, stroke = pal.Accent, chart.Stroke{}
			}
			p.box(box, fill, stroke)
		}
	}}
}

// matrix is a table of short texts under heads; the first column takes what the others leave.
func (b *builder) matrix(m result.Matrix, w float64) []piece {
	st := b.styles.small.in(b.styles.palette.Ink)
	widths := make([]float64, len(m.Heads))
	for i, head := range m.Heads {
		widths[i] = min(st.width(head), 80) + 8
	}
	for _, row := range m.Cells {
		for i, text := range row {
			if i < len(widths) {
				widths[i] = max(widths[i], min(st.with(render.Bold).width(text), 150)+8)
			}
		}
	}
	if len(widths) == 0 {
		return nil
	}
	others := 0.0
	for _, wide := range widths[1:] {
		others += wide
	}
	scale := 1.0
	if others > 0.78*w {
		scale, others = 0.78*w/others, 0.78*w
	}
	widths[0] = min(widths[0]+20, w-others)
	for i := range widths[1:] {
		widths[i+1] *= scale
	}
	numbers := make([]bool, len(widths))
	for i := range numbers {
		numbers[i] = i > 0 && !slices.ContainsFunc(m.Cells, func(row []string) bool { return i < len(row) && !isNumber(row[i]) })
	}
	rows := []piece{b.matrixRow(m.Heads, nil, widths, numbers, b.styles.small)}
	for i, row := range m.Cells {
		var strong []bool
		if i < len(m.Strong) {
			strong = m.Strong[i]
		}
		rows = append(rows, b.matrixRow(row, strong, widths, numbers, st))
	}
	return spaced(4, glue(rows))
}

// isNumber reports whether a cell is a figure, or says that there is none.
func isNumber(cell string) bool {
	return cell == "" || strings.ContainsAny(cell[:1], "0123456789") || strings.ContainsAny(cell, "–—=")
}

// matrixRow is a row of a table with a line under it; columns of numbers are set to the right.
func (b *builder) matrixRow(row []string, strong []bool, widths []float64, numbers []bool, st style) piece {
	var cells []cell
	x, h := 0.0, st.lead
	for i, text := range row {
		if i >= len(widths) {
			break
		}
		face := st
		if i < len(strong) && strong[i] {
			face = st.with(render.Bold)
		}
		c := cell{ls: set(plain(face, text), widths[i]-6), at: extent{x, widths[i] - 6}, lead: st.lead, align: chart.Start}
		if numbers[i] {
			c.align = chart.End
		}
		cells, h, x = append(cells, c), max(h, c.height()), x+widths[i]
	}
	return piece{h: h + 4, draw: func(p *page, left, y float64) {
		for _, c := range cells {
			c.draw(p, left, y+1)
		}
		p.rule(left, left+x, y+h+3, 0.5, b.styles.palette.Rule)
	}}
}
