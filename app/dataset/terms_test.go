package dataset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"doublefix/app/words"
)

func TestTermsIn(t *testing.T) {
	s := cleanRecord(t)
	for name, tt := range map[string]struct {
		text string
		lang words.Lang
		want string // the marked places with their terms
	}{
		"longest form":         {"A ghost gun is a gun.", words.English, "ghost gun=ghost-gun gun=gun"},
		"first mention only":   {"Guns, guns and a gun.", words.English, "Guns=gun"},
		"whole words":          {"Gunsmiths shotgun", words.English, ""},
		"hyphen, line break":   {"ghost-gun", words.English, "ghost-gun=ghost-gun"},
		"spaces":               {"GHOST\u00a0 \nguns", words.English, "GHOST\u00a0 \nguns=ghost-gun"},
		"not over a full stop": {"A ghost. Gun here", words.English, "Gun=gun"},
		"a later mention of a longer form takes its words": {"ghost gun, ghost gun", words.English, "ghost gun=ghost-gun"},
		"capitals":           {"Give us the US", words.English, "US=us"},
		"points":             {"in the U.S. now", words.English, "U.S=us"},
		"Spanish":            {"Un ARMA fantasma; ármas", words.Spanish, "ARMA fantasma=ghost-gun ármas=gun"},
		"the other language": {"ghost gun", words.Spanish, ""},
		"accent of its own":  {"a\u0301rma", words.Spanish, "a\u0301rma=gun"},
		"nothing":            {"", words.English, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, sp := range s.TermsIn(tt.text, tt.lang) {
				got = append(got, tt.text[sp.Start:sp.End]+"="+sp.Term)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), tt.want)
			}
		})
	}
	if (&Set{}).TermsIn("gun", words.English) != nil {
		t.Error("a term without a glossary")
	}
}

// Every form of every term that is shipped finds a term, and a term's own name finds it.
func TestShippedTermsFindThemselves(t *testing.T) {
	s := shipped(t)
	for _, l := range words.Langs() {
		for _, term := range s.Glossary {
			for i, form := range term.Forms[l] {
				spans := s.TermsIn("x "+form+" x", l)
				if len(spans) == 0 || i == 0 && spans[0].Term != term.ID {
					t.Errorf("%s: %q in %s finds %v", term.ID, form, l, spans)
				}
			}
		}
	}
}

func FuzzTermsIn(f *testing.F) {
	s := cleanRecord(f)
	for _, text := range []string{"A ghost gun is a gun.", "U.S. us\u0301", "\xff gun\xff", "armas e\u0301 İ ß ﬁ", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range words.Langs() {
			last, seen := 0, map[string]bool{}
			for _, sp := range s.TermsIn(text, l) {
				if sp.Start < last || sp.End <= sp.Start || sp.End > len(text) || seen[sp.Term] {
					t.Fatalf("%q: %+v", text, sp)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[sp.Start:sp.End]) {
					t.Fatalf("%q: %+v is not on rune boundaries", text, sp)
				}
				last, seen[sp.Term] = sp.End, true
			}
		}
	})
}
