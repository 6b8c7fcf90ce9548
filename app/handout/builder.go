package handout

import (
	"image/color"
	"maps"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// builder sets sections. It knows the page numbers of the round before.
type builder struct {
	*Document
	numbers

	set       *dataset.Set
	before    int // pages before the section that is set
	how           // it is set
	hows      map[string]how
	pairs     map[pairKey][]piece
	evidences map[string]*evidence
	termsOf   map[*page][]string // terms that a page uses

	resultPages map[float64][]*page // of the result, which name no other page, by the space that they spare
}

func newBuilder(d *Document) *builder {
	return &builder{
		Document: d, set: d.in.Set, evidences: map[string]*evidence{}, termsOf: map[*page][]string{}, hows: map[string]how{},
		resultPages: map[float64][]*page{}, pairs: map[pairKey][]piece{},
	}
}

// numbers are the page numbers that pages name.
type numbers struct {
	first  map[string]int    // section id → page on which it begins
	citing map[string][]int  // source id → pages that name it, in order
	cited  []*dataset.Source // the sources themselves, in the order in which they are named first
	terms  []string          // ids of the terms that the pages use, in the order of the glossary
}

// found keeps what pages name.
func (n *numbers) found(pages []*page, terms []string) {
	n.citing, n.cited, n.terms = citedOn(pages), sourcesOn(pages), terms
}

func (n numbers) equal(m numbers) bool {
	return maps.Equal(n.first, m.first) && maps.EqualFunc(n.citing, m.citing, slices.Equal) && slices.Equal(n.terms, m.terms)
}

// citedOn finds on which pages each source is named.
func citedOn(pages []*page) map[string][]int {
	out := map[string][]int{}
	for i, p := range pages {
		for _, it := range p.items {
			if c, ok := it.(cite); ok && !slices.Contains(out[c.source.ID], i+1) {
				out[c.source.ID] = append(out[c.source.ID], i+1)
			}
		}
	}
	return out
}

// sourcesOn lists the sources that pages name, each once.
func sourcesOn(pages []*page) []*dataset.Source {
	var out []*dataset.Source
	seen := map[string]bool{}
	for _, p := range pages {
		for _, it := range p.items {
			if c, ok := it.(cite); ok && !seen[c.source.ID] {
				seen[c.source.ID] = true
				out = append(out, c.source)
			}
		}
	}
	return out
}

// pageAnchor is what links to page n lead to.
func pageAnchor(n int) string { return "page/" + strconv.Itoa(n) }

// noColor is not drawn.
var noColor color.NRGBA

func (b *builder) setSection(s Section) ([]*page, error) {
	switch s.ID {
	case sectionCover:
		return b.cover(), nil
	case sectionRanking:
		return b.ranking(), nil
	case sectionResults:
		return b.results()
	case sectionBallot:
		return b.ballot(), nil
	case sectionSources:
		return b.sources(), nil
	case sectionContradictions:
		return b.contradictions(), nil
	case sectionGlossary:
		return b.glossary(), nil
	case sectionTimeline:
		return b.timeline(s.data)
	}
	if s.lens != nil {
		return b.keptPages(s)
	}
	if s.option != nil {
		return b.optionEvidence(*s.option), nil
	}
	return b.data(s.data)
}

// pageOf is the page on which a section begins; in the first round a guess, two pages for a dataset: a good one saves a round.
func (b *builder) pageOf(section string) int {
	if n := b.numbers.first[section]; n > 0 {
		return n
	}
	n := 1
	for _, s := range b.sections {
		switch {
		case s.ID == section:
			return n
		case strings.HasPrefix(s.ID, dataPrefix), s.lens != nil:
			n += 2
		default:
			n++
		}
	}
	return n
}

func (b *builder) text(t words.Text) string { return strings.TrimSpace(t.In(b.in.Lang)) }

func (b *builder) t(key string, args ...words.Args) string { return b.tr.T(key, args...) }

// column is a list under a heading, which says on later pages that it goes on.
func (b *builder) column(title string, ps []piece) column {
	head := func(text string) []piece {
		h := lines(balance(plain(b.styles.heading, text), b.sheet.column()), b.styles.heading.lead, 0)
		return append(h, space(4))
	}
	return column{head: head(title), more: head(b.t("handout.continued", words.Args{"Title": title})), ps: spaced(0, ps)}
}

// separator is a thin line over the whole width.
func (b *builder) separator(above, below float64) piece {
	return piece{h: below, gap: above, keep: true, draw: func(p *page, x, y float64) {
		p.rule(x, x+b.sheet.width(), y, 0.6, b.styles.palette.Rule)
	}}
}

// inset puts spans into the place of a hole in a text.
func inset(st style, text, hole string, spans ...span) []span {
	before, after, found := strings.Cut(text, hole)
	if !found {
		return plain(st, text)
	}
	out := append([]span{{text: before, style: st}}, spans...)
	return append(out, span{text: after, style: st})
}

// hole stands for what is set in a style of its own inside a translated sentence.
const hole = "\u2400"

// pageLinks lists pages as links: "2, 5".
func (b *builder) pageLinks(pages []int, st style) []span {
	var out []span
	for i, n := range pages {
		if i > 0 {
			out = append(out, span{text: ", ", style: st})
		}
		out = append(out, span{text: b.tr.Int(n), style: st, to: pageAnchor(n)})
	}
	return out
}

// frame sets the running head and the foot of page i.
func (d *Document) frame(p *page, i int) {
	st := d.styles.running
	sh := d.sheet
	line := func(left, right string, base, rule float64) []item {
		var row page
		room := sh.width() - st.width(right) - 24
		row.text(st, sh.left, base, ellipsis(st, left, room), chart.Start)
		row.text(st, sh.right, base, right, chart.End)
		row.rule(sh.left, sh.right, rule, 0.6, st.color)
		return row.items
	}
	name := d.in.Workshop
	if name == "" {
		name = program
	}
	right := d.topic()
	if d.sections[0].ID == sectionCover && i == 0 {
		right = "" // the topic is the title below
		if !d.in.Created.IsZero() {
			right = d.tr.Date(d.in.Created.Format("2006-01-02"))
		}
	}
	right = ellipsis(st, right, 0.62*sh.width())
	p.items = append(line(name, right, headLine, headRule), p.items...)
	number := d.tr.T("handout.page", words.Args{"Page": d.tr.Int(i + 1), "Pages": d.tr.Int(len(d.pages))})
	p.items = append(p.items, line(program, number, sh.h-footLine, sh.h-footRule)...)
}

// ellipsis shortens a line that has to be one: only running heads, whose whole text stands on the cover.
func ellipsis(st style, text string, room float64) string {
	if st.width(text) <= room {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if s := strings.TrimRight(string(runes[:n]), " ,.;:") + "…"; st.width(s) <= room {
			return s
		}
	}
	return ""
}
