package handout

import (
	"fmt"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/data"
)

// builtIn reads the package that the app ships, anew at each call.
func builtIn(t testing.TB) *dataset.Set {
	t.Helper()
	p, problems, err := datapackage.Open(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Load(p)
	if n := len(problems) + len(more); n > 0 {
		t.Fatalf("%d problems in the built-in package", n)
	}
	return set
}

// inputs are the handouts that the tests look at: both languages and papers, with and without a ranking, the usual sections,
// all of them, and each alone.
func inputs(set *dataset.Set) map[string]Input {
	out := map[string]Input{}
	for _, l := range words.Langs() {
		for _, p := range Papers() {
			name := fmt.Sprintf("%s/%s/", l, p)
			out[name+"all"] = Input{Set: set, Lang: l, Paper: p}
			out[name+"ranked"] = Input{
				Set: set, Lang: l, Paper: p, Places: []string{"B", "", "A", ""}, Workshop: "Taller de ejemplo",
			}
			out[name+"everything"] = everything(Input{Set: set, Lang: l, Paper: p, Places: []string{"C", "A", "B", "D"}})
			for _, s := range Sections(out[name+"all"]) {
				if (l == words.English) != (p == A4) {
					continue // each alone on one paper a language
				}
				out[name+s.ID] = Input{Set: set, Lang: l, Paper: p, Sections: []string{"cover", s.ID}}
			}
		}
	}
	return out
}

func TestEveryPageIsClean(t *testing.T) {
	for name, in := range inputs(builtIn(t)) {
		t.Run(name, func(t *testing.T) { checkPages(t, mustNew(t, in)) })
	}
}

func TestNumbersOfPages(t *testing.T) {
	for name, in := range inputs(builtIn(t)) {
		t.Run(name, func(t *testing.T) {
			d := mustNew(t, in)
			tr := words.For(in.Lang)
			for i, p := range d.pages {
				want := tr.T("handout.page", words.Args{"Page": tr.Int(i + 1), "Pages": tr.Int(d.Pages())})
				ts := texts(p)
				if got := ts[len(ts)-1].text; got != want {
					t.Errorf("page %d says %q, want %q", i+1, got, want)
				}
			}
		})
	}
}

// Every section is where PageOf says, the contents name that page, and every link leads to a section that is in.
func TestContentsAndLinks(t *testing.T) {
	for name, in := range inputs(builtIn(t)) {
		t.Run(name, func(t *testing.T) {
			d := mustNew(t, in)
			marks := map[string]int{}
			for i, p := range d.pages {
				for _, it := range p.items {
					if m, ok := it.(mark); ok {
						marks[m.anchor] = i + 1
					}
				}
			}
			linked := map[string]bool{}
			cover := max(coverPages(d), 1)
			for i, p := range d.pages {
				for _, it := range p.items {
					if l, ok := it.(link); ok && l.to != "" {
						linked[l.to] = linked[l.to] || i < cover
						if marks[l.to] == 0 {
							t.Errorf("page %d links to %q, which is not in", i+1, l.to)
						}
					}
				}
			}
			for _, s := range d.Sections() {
				if marks[s.ID] == 0 || marks[s.ID] != d.PageOf(s.ID) {
					t.Errorf("%s is on page %d, PageOf says %d", s.ID, marks[s.ID], d.PageOf(s.ID))
				}
				if s.ID != sectionCover && !linked[s.ID] {
					t.Errorf("the contents do not link to %s", s.ID)
				}
			}
		})
	}
}

// coverPages is how many pages the cover has, with its contents.
func coverPages(d *Document) int {
	if len(d.sections) < 2 {
		return d.Pages()
	}
	return d.PageOf(d.sections[1].ID) - 1
}

// Every address of a source can be opened from the page.
func TestAddressesAreLinks(t *testing.T) {
	set := builtIn(t)
	d := mustNew(t, Input{Set: set, Lang: words.Spanish})
	urls := map[string]bool{}
	for _, p := range d.pages {
		for _, it := range p.items {
			if l, ok := it.(link); ok && l.url != "" {
				urls[l.url] = true
			}
		}
	}
	for _, s := range d.Sections() {
		ds := s.data
		if ds == nil {
			continue
		}
		rows, err := ds.Select(dataset.Query{Where: ds.Charts[0].Where})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range dataset.Sources(rows) {
			if s.URL != "" && !urls[s.URL] {
				t.Errorf("%s: no link to %s", ds.ID, s.URL)
			}
		}
	}
}
