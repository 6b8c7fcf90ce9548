package handout

import (
	"slices"
	"strconv"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// cites is the numbered list of sources under a chart, in type of a size. The compact one leaves titles and addresses to the
// list at the end.
func (b *builder) cites(e *evidence, compact bool, size float64) column {
	list, small := b.styles.list.scaled(size), b.styles.small.scaled(size)
	if e.inline {
		full := b.t("handout.evidence.each_names", words.Args{"Page": hole})
		return b.column(b.t("handout.evidence.sources"), b.closing(e, list, b.sheet.column(), full))
	}
	k := listKey{sources: true, compact: compact, size: size}
	if e.entries[k] == nil {
		e.entries[k] = b.citeEntries(e, compact, size)
	}
	ps := slices.Clone(e.entries[k])
	full := ""
	if compact && len(ps) > 0 {
		full = b.t("handout.evidence.full_list", words.Args{"Page": hole})
	}
	closing := b.closing(e, small, b.sheet.column(), full)
	if n := len(ps); n > 0 && len(closing) > 0 {
		ps[n-1].keep = true
	}
	return b.column(b.t("handout.evidence.sources"), append(ps, closing...))
}

// citeEntries are the entries of that list. They name no pages, so they stay as they are from round to round.
func (b *builder) citeEntries(e *evidence, compact bool, size float64) []piece {
	list := b.styles.list.scaled(size)
	var ps []piece
	for i, source := range dataset.Sources(e.rows) {
		sign := span{text: strconv.Itoa(i + 1), style: list.with(render.Bold)}
		named := span{style: list}
		if f := b.figuresOf(e, source); f != "" {
			named.text = " (" + f + ")"
		}
		spans := []span{b.cite(source, list), named}
		gap := 4.6 * size
		if compact {
			spans, gap = append(spans, b.tail(source, list)...), 2.4
		} else {
			spans = append(spans, b.details(source, size, false)...)
		}
		ps = append(ps, spaced(gap, entry(sign, spans, signIndent, b.sheet.column()))...)
	}
	return ps
}

// closing says who counts what kinds of number, and in a sentence where to read more.
func (b *builder) closing(e *evidence, st style, width float64, more string) []piece {
	var ps []piece
	if a := b.text(e.ds.Attributed(e.view)); a != "" {
		text := b.t("handout.evidence.figures_only", words.Args{"Attribution": a})
		if k := b.text(e.ds.Kinds); k != "" {
			text = b.t("handout.evidence.figures", words.Args{"Attribution": a, "Kinds": k})
		}
		ps = spaced(6, paragraph(st, text, width))
	}
	if more != "" {
		page := span{text: b.tr.Int(b.pageOf(sectionSources)), style: st, to: sectionSources}
		spans := inset(st, more, hole, page)
		ps = append(ps, spaced(3, lines(set(spans, width), st.lead, 0))...)
	}
	if b.has(sectionContradictions) && len(e.ds.Contradictions()) > 0 {
		page := span{text: b.tr.Int(b.pageOf(sectionContradictions)), style: st, to: sectionContradictions}
		spans := inset(st, b.t("handout.evidence.disagree.page", words.Args{"Page": hole}), hole, page)
		ps = append(ps, spaced(3, lines(set(spans, width), st.lead, 0))...)
	}
	return glue(ps)
}

// details are what follows the short citation of a source where there is room: title and date, tier, address, in full or
// shortened.
func (b *builder) details(s *dataset.Source, size float64, shorten bool) []span {
	list := b.styles.list.scaled(size)
	short := b.short(s)
	var spans []span
	if title := b.text(s.Title); title != "" && title != short {
		spans = append(spans, span{text: ". " + strings.TrimRight(title, "."), style: list})
	}
	var date []string
	if d := b.tr.Date(s.Date); d != "" && !strings.Contains(short, d) {
		date = append(date, d)
	}
	if n := b.text(s.DateNote); n != "" {
		date = append(date, n)
	}
	if len(date) > 0 {
		spans = append(spans, span{text: " (" + strings.Join(date, "; ") + ")", style: list})
	}
	spans = append(spans, b.tail(s, list)...)
	if s.URL != "" {
		address := dataset.Address(s)
		if shorten {
			address = shortAddress(address, addressRunes)
		}
		spans = append(spans, span{text: " ", style: list}, span{text: address, style: b.styles.address.scaled(size), url: s.URL})
	}
	return spans
}

// cite names a source and notes that the page does so.
func (b *builder) cite(s *dataset.Source, st style) span {
	return span{text: b.short(s), style: st, cites: s}
}

// short is the short citation, or what there is of one.
func (b *builder) short(s *dataset.Source) string {
	for _, text := range []string{b.text(s.Short), b.text(s.Publisher), b.text(s.Title), s.ID} {
		if text != "" {
			return strings.TrimRight(text, ".")
		}
	}
	return ""
}

// tail ends a citation with the kind of source, in italics.
func (b *builder) tail(s *dataset.Source, st style) []span {
	word := b.tier(s.Tier)
	if word == "" {
		return []span{{text: ".", style: st}}
	}
	return []span{{text: ". ", style: st}, {text: word + ".", style: st.with(render.Italic)}}
}

// tier names a kind of source; "" for one that has no name.
func (b *builder) tier(tier string) string {
	key := "tier." + tier + ".source"
	if name := b.t(key); tier != "" && name != key {
		return name
	}
	return ""
}
