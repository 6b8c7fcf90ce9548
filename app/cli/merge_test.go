package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/words"
	"doublefix/app/workshop"
)

// rooms returns two workshops that went on from one and each gave it a name.
func rooms(t *testing.T) (a, b string) {
	t.Helper()
	base, err := os.ReadFile(ranked(t))
	if err != nil {
		t.Fatal(err)
	}
	set, err := (&call{tr: words.For(words.English)}).load("")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, name := range []string{"north", "south"} {
		path := filepath.Join(t.TempDir(), name+".doublefix")
		if err := os.WriteFile(path, base, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := workshop.Open(path, workshopOptions(set))
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := workshop.Rename(s.Doc(), name); ok {
			s.Do(e)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths[0], paths[1]
}

func TestMerge(t *testing.T) {
	a, b := rooms(t)
	out, turned := filepath.Join(t.TempDir(), "c.doublefix"), filepath.Join(t.TempDir(), "d.doublefix")
	code, text, message := run(t, "merge", a, b, "-o", out)
	if code != Done || message != "" || !strings.Contains(text, a+": 3 events, new: 3\n"+b+": 3 events, new: 1\n"+out+" has 4 events.\n") ||
		!strings.Contains(text, "One thing was changed in two files") || !strings.Contains(text, "counts: the name of the workshop (2") {
		t.Errorf("code %d, said %q, wrote\n%s", code, message, text)
	}
	code, text, message = run(t, "merge", b, out, a, "--json", "-o", turned)
	var got struct {
		File      string
		Events    int
		Sources   []struct{ Events, New int }
		Conflicts []struct{ Kept, Other struct{ Type string } }
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil || code != Done || message != "" {
		t.Fatalf("%v, code %d, said %q, wrote\n%s", err, code, message, text)
	}
	if got.File != turned || got.Events != 4 || len(got.Sources) != 3 || got.Sources[1].New != 1 || len(got.Conflicts) != 1 ||
		got.Conflicts[0].Other.Type != "workshop.named" {
		t.Errorf("wrote\n%s", text)
	}
	one, _ := os.ReadFile(out)
	if other, err := os.ReadFile(turned); err != nil || !bytes.Equal(one, other) {
		t.Errorf("%v; in another order the file is\n%s\nnot\n%s", err, other, one)
	}
}

// Who voted in two rooms is told of, in words that say that both ballots count, and to programs.
func TestMergeTellsOfTwoBallots(t *testing.T) {
	a, b := rooms(t)
	set, err := (&call{tr: words.For(words.English)}).load("")
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range []string{a, b} {
		s, err := workshop.Open(path, workshopOptions(set))
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := workshop.SetState(s.Doc(), "1", workshop.Opened); ok {
			s.Do(e)
		}
		e, ok := workshop.Cast(s.Doc(), "1", workshop.Ballot{ID: []string{"x", "y"}[i], Person: "p", Screen: true, State: workshop.Valid, Places: map[string]int{"A": 1}})
		if !ok {
			t.Fatal("no ballot was cast")
		}
		s.Do(e)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for lang, want := range map[string]string{"en": "One person has more than one ballot in a round, and all of them count.", "es": "Una persona tiene más de una boleta"} {
		code, text, message := run(t, "merge", a, b, "-o", filepath.Join(t.TempDir(), "c.doublefix"), "--lang", lang)
		if code != Done || message != "" || !strings.Contains(text, want) {
			t.Errorf("code %d, said %q, wrote\n%s", code, message, text)
		}
	}
	_, text, _ := run(t, "merge", a, b, "-o", filepath.Join(t.TempDir(), "c.doublefix"), "--json")
	if strings.Count(text, `"bothCount": true`) != 1 {
		t.Errorf("wrote\n%s", text)
	}
}

// What the commands write does not go over the file of a workshop that is open.
func TestNothingIsWrittenOverAnOpenWorkshop(t *testing.T) {
	a, b := rooms(t)
	set, err := (&call{tr: words.For(words.English)}).load("")
	if err != nil {
		t.Fatal(err)
	}
	s, err := workshop.Open(a, workshopOptions(set))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"merge", a, b, "-o", a}, {"table", "border_seizures", "-o", a}} {
		code, _, message := run(t, args...)
		if after, err := os.ReadFile(a); err != nil || code != Failed || !bytes.Equal(after, before) {
			t.Errorf("%v: code %d, %v, the file has %d bytes, before %d", args, code, err, len(after), len(before))
		}
		if !strings.Contains(message, "is open in another window") {
			t.Errorf("%v says %q", args, message)
		}
	}
}

func TestMergeInWords(t *testing.T) {
	a, b := rooms(t)
	whole, err := os.ReadFile(b)
	if err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(t.TempDir(), "damaged.doublefix")
	if err := os.WriteFile(damaged, append(whole, "?\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "c.doublefix")
	for _, c := range []struct {
		args    []string
		code    int
		message string
	}{
		{[]string{a, "-o", out}, Failed, "two or more"},
		{[]string{a, b}, Failed, "with -o"},
		{[]string{a, b + "x", "-o", out}, Failed, "There is no workshop"},
		{[]string{a, damaged, "-o", out}, Problems, "Line 5 of " + damaged},
		{[]string{a, damaged, "-o", out}, Problems, "A damaged line was left out"},
		{[]string{a, damaged, "-o", out, "--lang", "es"}, Problems, "Una línea dañada no se incluyó"},
		{[]string{a, damaged, "-o", damaged}, Failed, "There is already a file"},
		{[]string{a, b, "-o", filepath.Join(out, "no", "c")}, Failed, ""},
	} {
		code, _, message := run(t, append([]string{"merge"}, c.args...)...)
		if code != c.code || !strings.Contains(message, c.message) || strings.Contains(message, "<no value>") || message == "" {
			t.Errorf("%v: code %d, said %q", c.args, code, message)
		}
	}
	if now, _ := os.ReadFile(damaged); !bytes.HasSuffix(now, []byte("?\n")) {
		t.Error("a source was changed")
	}
}
