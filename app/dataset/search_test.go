package dataset

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"doublefix/app/words"
)

func TestSearch(t *testing.T) {
	s := cleanRecord(t)
	for name, tt := range map[string]struct {
		query string
		lang  words.Lang
		want  string // the first hits: kind, id, title with the matches in brackets
	}{
		"id":                    {"b08", words.English, "row B08 FY2023"},
		"id of a contradiction": {"X1", words.English, "contradiction X1 "},
		"dataset":               {"stopped", words.English, "dataset seizures [Stopped]"},
		"without accents":       {"quien", words.Spanish, ""},
		"figure":                {"1,171", words.English, "row B08 FY2023"},
		"plain figure":          {"1171", words.English, "row B08 FY2023"},
		"event":                 {"act guns", words.English, "event V1 [Act] on [guns] · 4 August 2021"},
		"title before text":     {"fair", words.English, "event V2 A [fair] · 2022"},
		"term":                  {"GHOST gun", words.English, "term ghost-gun [ghost] [gun]"},
		"term by a form":        {"armas fantasma", words.Spanish, "term ghost-gun arma [fantasma]"},
		"source":                {"associated", words.English, "source ap AP 2011"},
		"accents folded":        {"MÉXICO ley", words.Spanish, "event V1 [Ley] de armas · 4 de agosto de 2021"},
		"what a key refers to":  {"bureau act", words.English, "event V1 [Act] on guns · 4 August 2021"},
		"words of two rows":     {"fair act", words.English, ""},
		"signs":                 {"¿, . ?", words.English, ""},
		"hidden":                {"x9", words.English, ""},
		"blank":                 {"  ", words.English, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := ""
			if hits := s.Search(tt.query, tt.lang, 1); len(hits) > 0 {
				got = shown(hits[0])
			}
			if tt.want != got && (tt.want == "" || !strings.HasPrefix(got, tt.want)) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if n := len((&Set{}).Search("gun", words.Spanish, 0)); n != 0 {
		t.Errorf("%d hits in nothing", n)
	}
}

// shown writes a hit with what matched in brackets.
func shown(h Hit) string {
	title, last := "", 0
	for _, m := range h.Matched {
		title += h.Title[last:m.Start] + "[" + h.Title[m.Start:m.End] + "]"
		last = m.End
	}
	id := h.Row
	switch h.Kind {
	case HitDataset:
		id = h.Dataset
	case HitTerm:
		id = h.Term
	case HitSource:
		id = h.Source
	}
	return fmt.Sprint(h.Kind, " ", id, " ", title, h.Title[last:])
}

func TestSearchOrder(t *testing.T) {
	s := cleanRecord(t)
	all := s.Search("gun", words.English, 0)
	var got []string
	for _, h := range all {
		got = append(got, shown(h))
	}
	at := func(prefix string) int {
		for i, h := range got {
			if strings.HasPrefix(h, prefix) {
				return i
			}
		}
		t.Fatalf("no %s in %v", prefix, got)
		return 0
	}
	if order := []int{at("term gun"), at("term ghost-gun"), at("event V1"), at("source ap")}; order[0] != 0 || order[1] > order[2] || order[2] > order[3] {
		t.Errorf("order %v: %v", order, got)
	}
	for n := 1; n <= len(all)+1; n++ {
		if some := s.Search("gun", words.English, n); len(some) != min(n, len(all)) {
			t.Errorf("%d hits, asked for %d of %d", len(some), n, len(all))
		}
	}
}

// Every row of the shipped package is found by its id, every term by its name, every source by its citation, and every
// dataset by its title, in both languages.
func TestShippedIsFound(t *testing.T) {
	s := shipped(t)
	for _, l := range words.Langs() {
		for _, d := range s.Datasets {
			for _, r := range d.Rows {
				if hits := s.Search(r.ID, l, 1); len(hits) == 0 || hits[0].Row != r.ID || hits[0].Dataset != d.ID {
					t.Errorf("%s %s in %s: %+v", d.ID, r.ID, l, hits)
				}
			}
			if !found(s.Search(d.Title.In(l), l, 0), func(h Hit) bool { return h.Kind == HitDataset && h.Dataset == d.ID }) {
				t.Errorf("%s is not found by its title in %s", d.ID, l)
			}
		}
		for _, term := range s.Glossary {
			for _, name := range term.Forms[l] {
				if !found(s.Search(name, l, 0), func(h Hit) bool { return h.Term == term.ID }) {
					t.Errorf("%s is not found by %q in %s", term.ID, name, l)
				}
			}
		}
		for id, src := range s.Sources {
			if !found(s.Search(src.Short.In(l), l, 0), func(h Hit) bool { return h.Source == id }) {
				t.Errorf("%s is not found by %q", id, src.Short.In(l))
			}
		}
	}
}

func found(hits []Hit, is func(Hit) bool) bool {
	for _, h := range hits {
		if is(h) {
			return true
		}
	}
	return false
}

// Readers may search at the same time from the start.
func TestSearchAtOnce(t *testing.T) {
	s := cleanRecord(t)
	var all sync.WaitGroup
	for i := range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			l := words.Langs()[i%2]
			if len(s.Search("B08", l, 1)) != 1 || len(s.TermsIn("gun arma", l)) != 1 {
				t.Error("not found")
			}
		}()
	}
	all.Wait()
}

func FuzzSearch(f *testing.F) {
	s := cleanRecord(f)
	for _, q := range []string{"gun", "B08", "1,171 %", "MÉXICO", "a\u0301", "\xff\xfe", "İ ß ﬁ", "“ghost” -gun", strings.Repeat("a ", 50)} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		for _, l := range words.Langs() {
			for _, h := range s.Search(q, l, 0) {
				last := 0
				for _, m := range h.Matched {
					if m.Start < last || m.End <= m.Start || m.End > len(h.Title) || !utf8.ValidString(h.Title[m.Start:m.End]) {
						t.Fatalf("%q: %+v in %q", q, m, h.Title)
					}
					last = m.End
				}
				if h.Kind == "" || h.Dataset == "" && h.Row+h.Term+h.Source == "" {
					t.Fatalf("%q: a hit that leads nowhere: %+v", q, h)
				}
			}
		}
	})
}

// What matched in a title is found in it whatever the title is made of.
func FuzzMatches(f *testing.F) {
	f.Add("Ley de ARMAS, e\u0301", "e armas")
	f.Add("ﬁ İstanbul ß 가", "i 가")
	f.Add("\xffx", "x")
	f.Fuzz(func(t *testing.T, title, query string) {
		last := 0
		for _, m := range matches(title, queryWords(query)) {
			if m.Start < last || m.End <= m.Start || m.End > len(title) {
				t.Fatalf("%q in %q: %+v", query, title, m)
			}
			if utf8.ValidString(title) && !utf8.ValidString(title[m.Start:m.End]) {
				t.Fatalf("%q in %q: %+v is not on rune boundaries", query, title, m)
			}
			last = m.End
		}
	})
}
