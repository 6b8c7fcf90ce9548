package handout

import "doublefix/app/chart"

// plain is a paragraph in one style.
func plain(st style, text string) []span { return []span{{text: text, style: st}} }

// lines makes the pieces of a paragraph, indented by x. Its first two lines stay together, and its last two.
func lines(ls []line, lead, x float64) []piece {
	ps := make([]piece, len(ls))
	for i, l := range ls {
		ps[i] = piece{h: lead, draw: func(p *page, x0, y float64) { p.line(l, x0+x, y) }}
	}
	n := len(ps)
	if n > 1 {
		ps[0].keep, ps[n-2].keep = true, true
	}
	if n == 3 {
		ps[1].keep = true
	}
	return ps
}

// paragraph sets running text as wide as width.
func paragraph(st style, text string, width float64) []piece {
	return lines(set(plain(st, text), width), st.lead, 0)
}

// headline sets a title in lines of about equal length.
func headline(st style, text string, width float64) []piece {
	return glue(lines(balance(plain(st, text), width), st.lead, 0))
}

// entry sets a paragraph with a hanging sign before it: a letter, a number. It is parted only when it is long.
func entry(sign span, spans []span, indent, width float64) []piece {
	st := spans[0].style
	ps := lines(set(spans, width-indent), st.lead, indent)
	if len(ps) <= 10 {
		glue(ps)
	}
	if len(ps) > 0 {
		first := ps[0].draw
		ps[0].draw = func(p *page, x, y float64) {
			p.text(sign.style, x, st.baseline(y), sign.text, chart.Start)
			first(p, x, y)
		}
	}
	return ps
}

// space is nothing of a height, kept with what follows.
func space(h float64) piece { return piece{h: h, keep: true} }
