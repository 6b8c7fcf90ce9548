package handout

import "doublefix/app/render"

const signIndent = 19.0 // of lettered and numbered lists

// beware lists the caveats of a chart in full, in type of a size: by letter those of single figures, then those of the whole table.
func (b *builder) beware(e *evidence, size float64) column {
	list := b.styles.list.scaled(size)
	notes, _ := e.ds.Notes(e.rows, b.in.Lang)
	var ps []piece
	for _, n := range notes {
		text := n.Full
		if text == "" {
			text = n.Text
		}
		indent, gap := signIndent, 4.6*size
		if n.Letter == "" {
			indent, gap = 0, 7*size
		}
		sign := span{text: n.Letter, style: list.with(render.Bold)}
		ps = append(ps, spaced(gap, entry(sign, plain(list, text), indent, b.sheet.column()))...)
	}
	return b.column(b.t("handout.evidence.beware"), ps)
}
