package handout

import (
	"slices"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// pageText is what stands on a page between its head and its foot, without blanks, column by column.
func pageText(p *page) string {
	var b strings.Builder
	for _, s := range texts(p) {
		b.WriteString(strings.Join(strings.Fields(s.text), ""))
	}
	return b.String()
}

// The pages in the list of sources are those that name the source: searched for in what stands on the pages.
func TestPagesOfSourcesAreThoseThatCite(t *testing.T) {
	set := builtIn(t)
	for name, in := range inputs(set) {
		t.Run(name, func(t *testing.T) {
			d := mustNew(t, in)
			b := newBuilder(d)
			cited := citedOn(d.pages)
			var said []string
			for n, p := range d.pages {
				if said = append(said, ""); !b.inSources(n + 1) {
					said[n] = pageText(p)
				}
			}
			shorts := map[string]string{}
			for id, s := range set.Sources {
				shorts[id] = strings.Join(strings.Fields(b.short(s)), "")
			}
			for i, s := range set.Sources {
				var longer []string // names with this one in them
				for _, other := range shorts {
					if other != shorts[i] && strings.Contains(other, shorts[i]) {
						longer = append(longer, other, "")
					}
				}
				var want []int
				for n := range d.pages {
					if strings.Contains(strings.NewReplacer(longer...).Replace(said[n]), shorts[i]) {
						want = append(want, n+1)
					}
				}
				if !slices.Equal(cited[s.ID], want) {
					t.Errorf("%s: pages %v, found on %v", b.short(s), cited[s.ID], want)
				}
			}
		})
	}
}

func (b *builder) inSources(page int) bool {
	first := b.PageOf(sectionSources)
	return page >= first && (b.PageOf(sectionBallot) == 0 || page < b.PageOf(sectionBallot))
}

// What the list prints is what was counted, as links to those pages.
func TestSourcesLinkToTheirPages(t *testing.T) {
	set := builtIn(t)
	d := mustNew(t, Input{Set: set, Lang: words.English})
	b := newBuilder(d)
	linked := map[string]bool{}
	for i, p := range d.pages {
		for _, it := range p.items {
			if l, ok := it.(link); ok && b.inSources(i+1) {
				linked[l.to] = true
			}
		}
	}
	for id, pages := range citedOn(d.pages) {
		for _, n := range pages {
			if !linked[pageAnchor(n)] {
				t.Errorf("%s: no link to page %d", id, n)
			}
		}
	}
	if linked[pageAnchor(d.PageOf(sectionSources))] {
		t.Error("the list of sources cites itself")
	}
}

// A claim made from several figures names the sources of all of them, each once.
func TestClaimSources(t *testing.T) {
	set := small().set(t)
	b := newBuilder(mustNew(t, Input{Set: set, Lang: words.English}))
	named := func(own *dataset.Source, rows ...string) string {
		var ids []string
		for _, s := range b.claimSources(own, rows) {
			ids = append(ids, s.ID)
		}
		return strings.Join(ids, " ")
	}
	s0 := set.Sources["s0"]
	for _, c := range []struct{ got, want string }{
		{named(s0), "s0"},
		{named(s0, "R0"), "s0"},
		{named(s0, "R1"), "s0 s1"},
		{named(s0, "R0", "R1", "R2"), "s0 s1"},
		{named(nil, "R1"), "s1"},
		{named(nil, "R9"), ""},
		{named(nil), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	st := b.styles.small
	sources := b.claimSources(s0, []string{"R0", "R1"})
	if got := said(wrap(b.restsOn(sources, 2, false, st), 1000)); got != "Rests onPublisher 0, 2021;Publisher 1, 2021" {
		t.Errorf("got %q", got)
	}
}

func TestShortAddress(t *testing.T) {
	for address, want := range map[string]string{
		"gao.gov/products/gao-21-322":                        "gao.gov/products/gao-21-322",
		"example.org":                                        "example.org",
		"example.org/a/long/way/to/the/report-4.pdf":         "example.org/…/report-4.pdf",
		"example.org/the-number-of-guns-that-were-seized":    "example.org/…/that-were-seized",
		"a-name-of-a-site-that-is-itself-long.org/reports/x": "a-name-of-a-site-that-is-itself-long.org/…/x",
	} {
		if got := shortAddress(address, 30); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
