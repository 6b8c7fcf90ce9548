package handout

import (
	"math/rand"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/render"
)

func testStyle() style { return newStyles(look.Print()).body }

// said joins lines back into text; what was split inside a word comes back whole.
func said(ls []line) string {
	var b strings.Builder
	for i, l := range ls {
		if i > 0 {
			b.WriteString("|")
		}
		for _, r := range l.runs {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

func TestWrap(t *testing.T) {
	st := testStyle()
	bold := st.with(render.Bold)
	one := func(s string) []span { return plain(st, s) }
	for name, c := range map[string]struct {
		spans []span
		width float64
		want  string
	}{
		"one line":         {one("guns that were found"), 300, "guns that were found"},
		"two lines":        {one("guns that were found"), 60, "guns that|were found"},
		"no-break space":   {one("about 67.5\u00a0% of"), 50, "about|67.5\u00a0% of"},
		"years stay whole": {one("mean of 2014–2019"), 75, "mean of|2014–2019"},
		"joined words":     {one("the Mexico–United States"), 75, "the Mexico–|United States"},
		"two-word name":    {one("de EE. UU. a"), 42, "de|EE.\u00a0UU. a"},
		"report number":    {one("see GAO-21-322"), 60, "see|GAO-21-322"},
		"address": {
			[]span{{text: "gao.gov/products/gao-21-322", style: st, url: "https://x"}},
			70,
			"gao.gov/|products/gao-|21-322",
		},
		"word too wide":    {one("mmmmmmmmmmmmmmmm"), 60, "mmmmmmm|mmmmmmm|mm"},
		"line breaks":      {one("one\ntwo"), 300, "one two"},
		"many blanks":      {one("  one   two  "), 300, "one two"},
		"nothing":          {one(""), 100, ""},
		"only blanks":      {one("   "), 100, ""},
		"one full stop":    {one("in EE. UU.. There"), 300, "in EE.\u00a0UU. There"},
		"stop after stop":  {append(one("in EE. UU."), span{text: ". There", style: bold}), 300, "in EE.\u00a0UU.There"},
		"ellipsis":         {one("and so on..."), 300, "and so on..."},
		"two styles":       {[]span{{text: "a ", style: bold}, {text: "word", style: st}}, 300, "aword"},
		"styles that join": {[]span{{text: "the “", style: st}, {text: "word", style: bold}, {text: "”", style: st}}, 40, "the|“word”"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := said(wrap(c.spans, c.width)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Whatever the text and the measure: no line is wider than the measure, no letter is lost, the order holds, and
// pieces of a line do not overlap.
func TestWrapProperties(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	st := testStyle()
	words := []string{"a", "de", "firearms", "67.5\u00a0%", "ningún", "www.example.org/a/very/long/address", "“quoted”", "—", "–", "I-1", "ñ", "incomprehensibilities"}
	for range 800 {
		var spans []span
		var all strings.Builder
		for range 1 + r.Intn(4) {
			var parts []string
			for range r.Intn(12) {
				parts = append(parts, words[r.Intn(len(words))])
			}
			s := span{text: strings.Join(parts, " "), style: st}
			if r.Intn(2) == 0 {
				s.style.face = render.Bold
			}
			if r.Intn(3) == 0 {
				s.url = "https://example.org"
			}
			all.WriteString(s.text)
			spans = append(spans, s)
		}
		width := 14 + 300*r.Float64()
		for name, how := range map[string]func([]span, float64) []line{"wrap": wrap, "balance": balance, "set": set} {
			ls := how(spans, width)
			letters := func(s string) string { return strings.NewReplacer("|", "", " ", "").Replace(s) }
			if got, want := letters(said(ls)), letters(all.String()); got != want {
				t.Fatalf("%s lost letters: %q, want %q", name, got, want)
			}
			for _, l := range ls {
				checkLine(t, name, l, width)
			}
		}
		if b, w := balance(spans, width), wrap(spans, width); len(b) > len(w) {
			t.Fatalf("balanced: %d lines, want at most %d", len(b), len(w))
		}
	}
}

func checkLine(t *testing.T, name string, l line, width float64) {
	t.Helper()
	if l.w > width+0.01 {
		t.Fatalf("%s: a line of %.1f in a measure of %.1f: %q", name, l.w, width, said([]line{l}))
	}
	x := 0.0
	for _, r := range l.runs {
		if r.x < x-0.01 {
			t.Fatalf("%s: %q begins at %.2f, inside what is before it (%.2f)", name, r.text, r.x, x)
		}
		if got := r.style.width(r.text); got > r.w+0.01 || got < r.w-0.01 {
			t.Fatalf("%s: %q is %.2f wide, laid out as %.2f", name, r.text, got, r.w)
		}
		x = r.x + r.w
	}
}

func TestBalancedTitle(t *testing.T) {
	st := newStyles(look.Print()).title
	ls := balance(plain(st, "More guns are stopped at the border, from 173 in 2019 to 1,171 in 2023"), 495)
	if len(ls) != 2 || ls[1].w < 0.8*ls[0].w {
		t.Errorf("%d lines, last %.0f of %.0f points: %s", len(ls), ls[len(ls)-1].w, ls[0].w, said(ls))
	}
}
