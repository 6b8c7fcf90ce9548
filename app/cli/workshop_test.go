package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"doublefix/app/words"
	"doublefix/app/workshop"
)

// begun opens a new workshop with the options of the built-in package, whose ids it returns.
func begun(t *testing.T) (path string, s *workshop.Store, options []string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "room.doublefix")
	set, err := (&call{tr: words.For(words.English)}).load("")
	if err != nil {
		t.Fatal(err)
	}
	o := workshopOptions(set)
	o.Create = true
	if s, err = workshop.Open(path, o); err != nil {
		t.Fatal(err)
	}
	return path, s, o.Options
}

// ranked returns a workshop file with a ranking, made with the options of the built-in package.
func ranked(t *testing.T) string {
	t.Helper()
	path, s, ids := begun(t)
	if e, ok := workshop.Place(s.Doc(), ids[1], 1); ok {
		s.Do(e)
	}
	if e, ok := workshop.SetHandout(s.Doc(), workshop.Handout{Paper: "letter"}); ok {
		s.Do(e)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// bookmark is a title as it stands in a PDF's outline.
func bookmark(title string) []byte {
	var b bytes.Buffer
	for _, unit := range utf16.Encode([]rune(title)) {
		b.Write([]byte{byte(unit >> 8), byte(unit)})
	}
	return b.Bytes()
}

func TestHandoutOfAWorkshop(t *testing.T) {
	path := ranked(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const letter, a4 = "612.00 792.00", "595.28 841.89"
	for _, c := range []struct {
		args    []string
		ranking bool
		paper   string
	}{
		{[]string{"--workshop", path}, true, letter},
		{[]string{"--workshop", path, "--paper", "a4"}, true, a4},
		{nil, false, a4},
	} {
		for _, lang := range words.Langs() {
			name := filepath.Join(t.TempDir(), "a.pdf")
			code, out, message := run(t, append([]string{"handout", "-o", name, "--lang", string(lang)}, c.args...)...)
			if code != Done || out+message != "" {
				t.Fatalf("%v: code %d, wrote %q, said %q", c.args, code, out, message)
			}
			pdf, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got := bytes.Contains(pdf, bookmark(words.For(lang).T("handout.section.ranking"))); got != c.ranking {
				t.Errorf("%v in %s: a section with the ranking is there: %v", c.args, lang, got)
			}
			if !bytes.Contains(pdf, []byte(c.paper)) {
				t.Errorf("%v: the paper is not %s", c.args, c.paper)
			}
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the workshop was changed")
	}
}

// A workshop that cannot be read is refused in words; one that is damaged is read as far as it goes, and that is said.
func TestHandoutOfADamagedWorkshop(t *testing.T) {
	whole, err := os.ReadFile(ranked(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		content, lang string
		code          int
		message       string
	}{
		"missing":      {"", "en", Failed, "There is no workshop "},
		"missing, es":  {"", "es", Failed, "No existe el taller "},
		"another file": {"a,b\n", "en", Failed, "is not a Doublefix workshop"},
		"too new":      {`{"format":"doublefix-workshop","version":9}` + "\n", "en", Failed, "newer version"},
		"torn":         {string(whole) + `{"id":`, "en", Done, "Line 4, the last of "},
		"damaged":      {string(whole) + "?\n", "es", Done, "La línea 4 de "},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path, out := filepath.Join(dir, "w.doublefix"), filepath.Join(dir, "a.pdf")
			if c.content != "" {
				if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			code, _, message := run(t, "handout", "--workshop", path, "-o", out, "--lang", c.lang)
			if code != c.code || !strings.Contains(message, c.message) || strings.Contains(message, "<no value>") {
				t.Errorf("code %d, said %q", code, message)
			}
			if _, err := os.Stat(out); (err == nil) != (c.code == Done) {
				t.Errorf("the handout is there: %v", err == nil)
			}
			if now, _ := os.ReadFile(path); string(now) != c.content {
				t.Errorf("the workshop is now %q", now)
			}
		})
	}
}
