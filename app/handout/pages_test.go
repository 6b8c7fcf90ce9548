package handout

import (
	"strings"
	"testing"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

func mustNew(t testing.TB, in Input) *Document {
	t.Helper()
	d, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// words that a page shows, with the box of each text.
type shown struct {
	text string
	box  chart.Rect
}

// texts returns every text on a page, those inside charts too.
func texts(p *page) []shown {
	var out []shown
	for _, it := range p.items {
		switch it := it.(type) {
		case shape:
			if l, ok := it.Shape2D.(chart.Label); ok {
				out = append(out, shown{l.Text, l.Box()})
			}
		case figure:
			for _, s := range it.drawing.Shapes {
				if l, ok := s.(chart.Label); ok && l.Text != "" {
					b := l.Box()
					out = append(out, shown{l.Text, chart.Rect{
						X: it.x + b.X*it.scale, Y: it.y + b.Y*it.scale, W: b.W * it.scale, H: b.H * it.scale,
					}})
				}
			}
		}
	}
	return out
}

// checkPages looks for what must not be on any page: text outside the margins, text over text, letters without a glyph,
// type too small to read, pages with nothing on them.
func checkPages(t *testing.T, d *Document) {
	t.Helper()
	for i, p := range d.pages {
		ts := texts(p)
		if len(ts) <= 4 {
			t.Errorf("page %d is empty", i+1)
		}
		for j, a := range ts {
			b := a.box
			if b.X < d.sheet.left-0.6 || b.Right() > d.sheet.right+0.6 || b.Y < headLine-10 || b.Bottom() > d.sheet.h-footLine+4 {
				t.Errorf("page %d: %q leaves the margins: %+v", i+1, a.text, b)
			}
			if foot := b.Y > d.sheet.h-footRule; !foot && b.Bottom() > d.sheet.bottom+2 {
				t.Errorf("page %d: %q runs into the foot: %+v", i+1, a.text, b)
			}
			if m := render.Missing(a.text); len(m) > 0 {
				t.Errorf("page %d: no glyph for %q in %q", i+1, m, a.text)
			}
			if b.H < 0.92*6.5 {
				t.Errorf("page %d: %q is %.1f points small", i+1, a.text, b.H/0.92)
			}
			for _, c := range ts[:j] {
				if b.Overlaps(c.box) {
					t.Errorf("page %d: %q overlaps %q", i+1, a.text, c.text)
				}
			}
		}
	}
}

// Nothing of what a package says is left out or cut, however long it is.
func TestLongTextsFlow(t *testing.T) {
	for name, f := range map[string]fixture{
		"small":         small(),
		"smallest":      {meaning: 0, caveats: 0, sources: 0, title: "T"},
		"long meaning":  {meaning: 3000, caveats: 3, sources: 2, title: "Options"},
		"many caveats":  {meaning: 300, caveats: 40, sources: 30, disputes: 20, title: "Caveats"},
		"only sources":  {meaning: 300, caveats: 0, sources: 60, title: "Sources"},
		"only disputes": {meaning: 300, caveats: 0, sources: 1, disputes: 40, title: "Disputes"},
		"long title":    {meaning: 300, caveats: 4, sources: 3, title: prose(240)},
		"one long word": {meaning: 300, caveats: 4, sources: 3, title: strings.Repeat("incomprehensibility", 9)},
	} {
		for _, paper := range Papers() {
			t.Run(name+"/"+string(paper), func(t *testing.T) {
				set := f.set(t)
				d := mustNew(t, Input{Set: set, Lang: words.English, Paper: paper, Places: []string{"D", "A"}})
				checkPages(t, d)
				var all strings.Builder
				for _, p := range d.pages {
					for _, s := range texts(p) {
						all.WriteString(s.text + " ")
					}
				}
				squeeze := strings.NewReplacer(" ", "")
				got := squeeze.Replace(all.String())
				for _, want := range wanted(set) {
					if !strings.Contains(got, squeeze.Replace(want)) {
						t.Errorf("not in the handout: %.60q", want)
					}
				}
			})
		}
	}
}

// wanted are texts that have to be in a handout in full. They may be parted by the end of a page, so long ones are looked
// for by their beginning and their end.
func wanted(set *dataset.Set) []string {
	var out []string
	add := func(s string) {
		if n := len(s); n > 80 {
			out = append(out, s[:40], s[n-40:])
		} else {
			out = append(out, s)
		}
	}
	for _, o := range set.Options {
		add(o.Title.In(words.English))
		add(o.Meaning.In(words.English))
	}
	for _, d := range set.Datasets {
		for _, r := range d.Rows {
			for _, c := range r.Caveats() {
				add(c.Text.In(words.English))
			}
		}
		for _, c := range d.Contradictions() {
			add(c.Explanation.In(words.English))
		}
	}
	for _, s := range set.Sources {
		site, _, _ := strings.Cut(dataset.Address(s), "/")
		add(site)
	}
	return out
}
