package data_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// plain is how texts are compared: lower case, without accents.
var plain = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "n")

func fold(s string) string { return plain.Replace(strings.ToLower(s)) }

// everyText returns all that people read in one language, in the package and in the window; the glossary itself and the
// list of sources are left out.
func everyText(t *testing.T, p shipped) (en, es string) {
	t.Helper()
	var texts [2]strings.Builder
	add := func(_ string, a, b any) {
		for i, text := range []any{a, b} {
			fmt.Fprintln(&texts[i], mention.ReplaceAllString(fmt.Sprint(text), " "))
		}
	}
	resources, _ := p.raw["resources"].([]any)
	for _, node := range resources {
		if r, _ := node.(map[string]any); r["name"] != "glossary" {
			eachText("r", node, add)
		}
	}
	eachCell(p, func(at, a, b string) {
		if !strings.HasPrefix(at, "glossary ") && !strings.HasPrefix(at, "sources ") {
			add(at, a, b)
		}
	})
	for i, lang := range []string{"en", "es"} {
		files, err := filepath.Glob(filepath.Join("..", "assets", "translations", "*."+lang+".json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no translations: %v", err)
		}
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var words map[string]any
			if err := json.Unmarshal(raw, &words); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			for _, word := range words { // a text, or its plural forms by name
				fmt.Fprintln(&texts[i], word)
			}
		}
	}
	return fold(texts[0].String()), fold(texts[1].String())
}

// occurs reports whether a form stands in a folded text as whole words.
func occurs(text, form string) bool {
	form = fold(form)
	for from := 0; ; {
		at := strings.Index(text[from:], form)
		if at < 0 {
			return false
		}
		start := from + at
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[start+len(form):])
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return true
		}
		from = start + 1
	}
}

func TestOccurs(t *testing.T) {
	for text, want := range map[string]bool{"The ATF says": true, "patf": false, "ATFs": false, "(atf)": true, "batf, ATF.": true, "": false} {
		if got := occurs(fold(text), "ATF"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A term is explained because texts use it, and its further forms are those that they use.
func TestGlossaryTermsAreUsed(t *testing.T) {
	p := open(t)
	en, es := everyText(t, p)
	for _, row := range p.tables["glossary"] {
		for lang, c := range map[string]struct{ text, term, forms string }{
			"English": {en, row["term"], row["forms"]}, "Spanish": {es, row["term@es"], row["forms@es"]},
		} {
			found := occurs(c.text, c.term)
			for _, form := range list(c.forms) {
				found = found || occurs(c.text, form)
				if !occurs(c.text, form) || fold(form) == fold(c.term) {
					t.Errorf("%s: no %s text has %q, or it is the term itself", row["id"], lang, form)
				}
			}
			if !found {
				t.Errorf("%s: no %s text has %q", row["id"], lang, c.term)
			}
		}
	}
	if n := len(p.tables["glossary"]); n < 35 {
		t.Errorf("only %d terms", n)
	}
}

var sentenceEnd = regexp.MustCompile(`[.!?](?: |$)`)

func TestGlossaryEntriesAreShort(t *testing.T) {
	p := open(t)
	owner := map[string]string{}
	for _, row := range p.tables["glossary"] {
		for _, lang := range []string{"", "@es"} {
			text := row["definition"+lang]
			abbreviations := strings.NewReplacer("EE. UU.", "EEUU", "U.S.", "US").Replace(text)
			if n := len(sentenceEnd.FindAllString(abbreviations, -1)); n < 1 || n > 3 || !strings.HasSuffix(text, ".") || len([]rune(text)) > 320 {
				t.Errorf("%s%s: %d sentences, %d letters", row["id"], lang, n, len([]rune(text)))
			}
			for _, form := range append(list(row["forms"+lang]), row["term"+lang]) {
				if other := owner[lang+fold(form)]; other != "" {
					t.Errorf("%s and %s both are %q", other, row["id"], form)
				}
				owner[lang+fold(form)] = row["id"]
			}
		}
	}
}
