package dataset

import (
	"strings"
	"testing"

	"doublefix/app/words"
)

func TestReading(t *testing.T) {
	s := clean(t)
	for name, tt := range map[string]struct {
		id   string
		lang words.Lang
		want []string // heading, value, tag, lines as "label: text"
	}{
		"derived": {"B06", words.English, []string{
			"FY2021", "≈ 420 firearms", "derived count", "Method: Mean of 35 a month", "Source: The Trace, 2024 (primary)",
			"Caution: Found, not crossed.", "Caution: Monthly means times twelve.",
		}},
		"Spanish": {"B09", words.Spanish, []string{
			"AF2024, oct 2023 a jul 2024", "1,030 armas", "conteo parcial", "Fuente: The Trace, 2024 (primaria)",
			"Advertencia: Encontradas, no cruzadas.", "Advertencia: Diez meses.",
		}},
		"one":   {"B10", words.English, []string{"2020", "1 firearm", "count", "Source: The Trace, 2024 (primary)", "Caution: Found, not crossed."}},
		"share": {"C1", words.English, []string{"Auditor · June 18, 2009", "67.5%", "share", "Of: the traced: 123,741", "Source: AP 2011 (press); The Trace, 2024; AP 2011"}},
		"range": {"C2", words.Spanish, []string{"Ministro · 10 de febrero de 2026", "77–78\u00a0%", "declaración", "De: todas las aseguradas: 18,000", "Fuente: The Trace, 2024 (primaria)"}},
		"open":  {"C4", words.English, []string{"Lawsuit · August 4, 2021", "at least 70%", "statement", "Of: all secured", "Source: The Trace, 2024 (primary)"}},
		"words": {"C5", words.Spanish, []string{"Prensa · 1 de enero de 2023", "la mayoría", "declaración", "De: todas las aseguradas", "Fuente: AP 2011 (prensa)"}},
		"none":  {"B11", words.English, []string{"2020", "no figure", "count", "Source: The Trace, 2024 (primary)", "Caution: Found, not crossed."}},
	} {
		t.Run(name, func(t *testing.T) {
			d, r := row(t, s, tt.id)
			got := d.Reading(d.Charts[0], r, words.For(tt.lang))
			all := []string{got.Heading, got.Value, got.Tag}
			for _, l := range got.Lines {
				all = append(all, l.Label+": "+l.Text)
			}
			if strings.Join(all, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(all, "\n"), strings.Join(tt.want, "\n"))
			}
			if strings.Contains(got.Spoken, "\n") || !strings.Contains(got.Spoken, got.Heading) || strings.Contains(got.Spoken, "..") {
				t.Errorf("spoken %q", got.Spoken)
			}
		})
	}
}

func TestSpoken(t *testing.T) {
	d, r := row(t, clean(t), "B06")
	want := "FY2021: about 420 firearms, derived count. Source: The Trace, 2024 (primary). Caution: Found, not crossed. Caution: Monthly means times twelve."
	if got := d.Reading(d.Charts[0], r, words.For(words.English)).Spoken; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNotes(t *testing.T) {
	d := clean(t).Dataset("seizures")
	rows, err := d.Select(Query{Where: d.Charts[0].Where})
	if err != nil {
		t.Fatal(err)
	}
	notes, letters := d.Notes(rows, words.English)
	var got []string
	for _, n := range notes {
		got = append(got, n.Letter+":"+n.Text)
	}
	if s := strings.Join(got, " "); s != "a:From months. b:Printed so. c:Ten months. :Found only." {
		t.Errorf("notes %s", s)
	}
	if s := strings.Join(letters, "|"); s != "||a|b|c|" {
		t.Errorf("letters %s", s)
	}
}

func TestNth(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba", 702: "aaa"} {
		if got := nth(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

func TestSourceSummary(t *testing.T) {
	s := clean(t)
	d := s.Dataset("seizures")
	usual, err := d.Select(Query{Where: d.Charts[0].Where})
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		rows []Row
		lang words.Lang
		want string
	}{
		"as shown": {usual[:len(usual):len(usual)], words.English, "CBP, via AP · 2009–2024 · counts, one derived · 4 caveats"},
		"fiscal":   {usual[:3], words.Spanish, "CBP, vía AP · AF2009–AF2021 · conteos, 1 cifra derivada · 2 advertencias"},
		"one":      {usual[:1], words.English, "CBP, via AP · FY2009 · count · 1 caveat"},
	} {
		if got := d.SourceSummary(d.Charts[0], tt.rows, words.For(tt.lang)); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
	c := s.Dataset("claims")
	if got := c.SourceSummary(c.Charts[0], c.Rows, words.For(words.English)); got != "The Trace, Associated Press · statements and share" {
		t.Errorf("without words of its own: %s", got)
	}
	if got := d.SourceLine(d.Charts[0], usual, words.For(words.English)); got != "CBP, via AP. AP 2011; The Trace, 2024" {
		t.Errorf("line %s", got)
	}
}

// What a chart says of its own sources stands in the place of what its table says, and only there.
func TestAttributionOfAChart(t *testing.T) {
	d := clean(t).Dataset("seizures")
	view, tr := d.Charts[0], words.For(words.Spanish)
	view.Attribution = words.Both("The Trace", "The Trace, en prensa")
	rows := d.Rows[2:3]
	if got := d.SourceLine(view, rows, tr); got != "The Trace, en prensa. The Trace, 2024" {
		t.Errorf("line %s", got)
	}
	if got := d.SourceSummary(view, rows, tr); !strings.HasPrefix(got, "The Trace, en prensa · ") {
		t.Errorf("summary %s", got)
	}
	if got := d.SourceSummary(d.Charts[0], rows, tr); !strings.HasPrefix(got, "CBP, vía AP · ") {
		t.Errorf("summary of the table's own chart %s", got)
	}
}

func TestCitation(t *testing.T) {
	s := clean(t)
	for id, want := range map[string]string{
		"ap":    "Associated Press, Armas, marzo de 2011. Prensa. example.org/a",
		"trace": "The Trace, Flow, 2024 (about). Fuente primaria.",
	} {
		if got := Citation(s.Sources[id], words.For(words.Spanish)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
