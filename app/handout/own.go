package handout

import (
	"strconv"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/app/words"
)

// ownRoom is how high a person's notes may be to stand right under their chart; more of them close its pages.
const ownRoom = 150.0

// mostWhole is how many lines a note may have to stay on one page and in one column.
const mostWhole = 10

// ownNumbers are the numbers of a person's notes as a chart shows them, by mark. A note on the whole chart has none.
func ownNumbers(spec chart.Spec) map[string]string {
	out := map[string]string{}
	for _, o := range spec.Own {
		if o.Mark != "" && out[o.Mark] == "" {
			out[o.Mark] = strconv.Itoa(len(out) + 1)
		}
	}
	return out
}

// ownEntries are a person's notes at a chart, each under its number, paragraph by paragraph.
func (b *builder) ownEntries(spec chart.Spec, width float64) []piece {
	list := b.styles.list.scaled(closeType)
	numbers := ownNumbers(spec)
	var ps []piece
	for _, o := range spec.Own {
		number, indent := numbers[o.Mark], 0.0
		if number != "" {
			indent = signIndent
		}
		gap := 4.2
		var note []piece
		for text := range strings.Lines(o.Text) {
			if text = strings.TrimSpace(text); text == "" {
				continue
			}
			note = append(note, spaced(gap, entry(span{text: number, style: list.with(render.Bold)}, plain(list, text), indent, width))...)
			number, gap = "", 1.5
		}
		if len(note) <= mostWhole {
			glue(note)
		}
		ps = append(ps, note...)
	}
	return ps
}

// ownNear are those notes over the whole width under their heading, where they are few; nil for none and for many.
func (b *builder) ownNear(e *evidence) []piece {
	ps := b.ownEntries(e.spec, b.sheet.width())
	if len(ps) == 0 {
		return nil
	}
	head := lead(append(paragraph(b.styles.heading, b.t("chart.own.title"), b.sheet.width()), space(1)))
	if ps = spaced(ownGap, append(head, spaced(0, ps)...)); height(ps) > ownRoom {
		return nil
	}
	return ps
}

// ownGap is between a chart and the notes under it.
const ownGap = 12.0

// addOwn sets the notes that are too many for that after the other lists, in two columns.
func (b *builder) addOwn(f *flow, e *evidence) {
	if len(e.spec.Own) == 0 || b.ownNear(e) != nil {
		return
	}
	if f.room() < leastLists/2 {
		f.turn()
	} else {
		f.add(b.separator(14, 14))
	}
	title := b.t("handout.own.title", words.Args{"Title": firstOf(e.title, b.text(e.ds.Title))}) // it may begin on a page of its own
	f.single(0, b.column(title, b.ownEntries(e.spec, b.sheet.column())), 2)
}

// ownSign is the number of a person's note before the title of what it is at: "[2]".
func (b *builder) ownSign(e *evidence, m chart.Mark) []span {
	n := ownNumbers(e.spec)[m.ID]
	if n == "" {
		return nil
	}
	return []span{{text: "[" + n + "]\u00a0", style: b.styles.small.in(b.styles.palette.Ink).with(render.Bold)}}
}

// markRow marks a printed row at its left: amber between two lines of ink, as a chart rings a figure.
func (t *printed) markRow(p *page, x, y, h float64) {
	bar := chart.Rect{X: x - ownBar - 3, Y: y + 2, W: ownBar, H: h - 4}
	p.box(bar, t.styles.palette.Amber, chart.Stroke{Color: t.styles.palette.Ink, Width: 0.8})
}

const ownBar = 4.0
