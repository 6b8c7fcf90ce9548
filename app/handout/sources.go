package handout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// sources is the list of every source in the handout, with the pages that use it.
func (b *builder) sources() []*page {
	how := settingOf(len(b.used()))
	return b.saving(func(size float64) *flow { return b.setSources(how.scaled(size)) }, 1, closeType).pages
}

func (b *builder) setSources(how sourceSetting) *flow {
	f := b.flow()
	st := b.styles
	w := b.sheet.width()
	f.add(lead(headline(st.title, b.t("handout.section.sources"), w))...)
	list := b.used()
	if len(list) == 0 {
		f.add(spaced(7, paragraph(st.lead, b.t("handout.sources.none"), w))...)
		return f
	}
	what := b.t("handout.sources.lead")
	if how.shorten {
		what += " " + b.t("handout.sources.shortened")
	}
	f.add(spaced(7, glue(paragraph(st.lead, what, w)))...)
	f.add(spaced(8, b.tiers(list))...)
	f.add(b.separator(10, 12))
	title := headline(st.heading, b.t("handout.continued", words.Args{"Title": b.t("handout.section.sources")}), w)
	f.single(0, column{ps: b.sourceList(list, how), more: append(title, space(6))}, how.columns)
	return f
}

// sourceSetting is how the list of sources is set.
type sourceSetting struct {
	columns int
	size    float64
	shorten bool // addresses
}

func (s sourceSetting) scaled(size float64) sourceSetting {
	s.size *= size
	return s
}

// settingOf sets a short list in the type of other lists, a long one close.
func settingOf(sources int) sourceSetting {
	const short = 8
	if sources <= short {
		return sourceSetting{columns: 2, size: 1}
	}
	return sourceSetting{columns: 3, size: closest, shorten: true}
}

// addressRunes is how much of an address is printed where it is shortened.
const addressRunes = 44

// sourceList is one entry a source: what it is, where it is, and on which pages it is cited.
func (b *builder) sourceList(list []*dataset.Source, how sourceSetting) []piece {
	st := b.styles
	name, small := st.list.with(render.Semibold).scaled(how.size), st.small.scaled(how.size)
	var ps []piece
	for _, s := range list {
		spans := append([]span{{text: b.short(s), style: name}}, b.details(s, how.size, how.shorten)...)
		if pages := b.citing[s.ID]; len(pages) > 0 {
			cited := "· " + b.tr.N("handout.sources.cited", len(pages), words.Args{"Pages": hole})
			cited = strings.ReplaceAll(cited, " ", "\u00a0") // the pages stay on one line with their word
			spans = append(spans, span{text: " ", style: small})
			spans = append(spans, inset(small, cited, hole, b.pageLinks(pages, small)...)...)
		}
		ps = append(ps, spaced(6.2*how.size, entry(span{}, spans, 0, b.sheet.columnOf(how.columns)))...)
	}
	return ps
}

// used lists the sources that the pages name, in the order of their short citations.
func (b *builder) used() []*dataset.Source {
	out := slices.Clone(b.cited)
	folded := make(map[*dataset.Source]string, len(out))
	for _, s := range out {
		folded[s] = words.Fold(b.short(s))
	}
	slices.SortStableFunc(out, func(x, y *dataset.Source) int { return strings.Compare(folded[x], folded[y]) })
	return out
}

// shortAddress is the site and the end of an address that is longer than most runes: "example.org/…/report-4.pdf".
func shortAddress(address string, most int) string {
	site, path, _ := strings.Cut(address, "/")
	if utf8.RuneCountInString(address) <= most || path == "" {
		return address
	}
	end := []rune(path[strings.LastIndexByte(path, '/')+1:])
	if room := max(most-utf8.RuneCountInString(site)-3, 12); len(end) > room {
		// From the first word that is whole; a mark right before the end says that its first word is.
		end = end[len(end)-room-1:]
		if i := slices.IndexFunc(end, func(r rune) bool { return strings.ContainsRune("-_=&+", r) }); i >= 0 && i < room/2 {
			end = end[i+1:]
		} else {
			end = end[1:]
		}
	}
	return site + "/…/" + string(end)
}

// tiers explains the kinds of source that are in the list.
func (b *builder) tiers(list []*dataset.Source) []piece {
	st := b.styles
	var ps []piece
	for _, t := range []struct{ tier, key string }{
		{"P", "handout.tier.primary"}, {"S", "handout.tier.press"}, {"M", "handout.tier.mirror"}, {"A", "handout.tier.party"},
	} {
		if !slices.ContainsFunc(list, func(s *dataset.Source) bool { return s.Tier == t.tier }) {
			continue
		}
		spans := []span{{text: b.tier(t.tier), style: st.list.with(render.Italic)}, {text: ": " + b.t(t.key) + ".", style: st.quiet}}
		ps = append(ps, spaced(1.5, glue(lines(set(spans, b.sheet.width()), st.list.lead, 0)))...)
	}
	return ps
}
