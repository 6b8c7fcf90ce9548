package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/words"
)

func textFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "text.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFigures(t *testing.T) {
	path := textFile(t, "\ufeffCBP stopped 1,171 guns.\r\n\r\nAn AR-15, and 987,654,321 sparrows (1).\r\n")
	for _, c := range []struct {
		lang  words.Lang
		lines []string // what stands in each line, parted by |
		said  string
	}{
		{words.English, []string{"1:13\tCBP stopped 1,171 guns. An …\tN01 · |→ B08", "3:4\t|\tpart of a name", "not in the package", "number of a list"}, "One of 4 numbers is not in"},
		{words.Spanish, []string{"1:13\t|\tN01 · |→ B08", "parte de un nombre", "no está en el paquete", "número de una lista"}, "Uno de 4 números no está"},
	} {
		code, out, message := run(t, "figures", path, "--source", "trace-2024", "--lang", string(c.lang))
		if code != Problems || !strings.Contains(message, c.said) {
			t.Errorf("%s: code %d, said %q", c.lang, code, message)
		}
		lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		if len(lines) != len(c.lines) {
			t.Fatalf("%s: %q", c.lang, lines)
		}
		for i, parts := range c.lines {
			for part := range strings.SplitSeq(parts, "|") {
				if !strings.Contains(lines[i], part) {
					t.Errorf("%s: line %q has no %q", c.lang, lines[i], part)
				}
			}
		}
	}
}

func TestFiguresGuessTheSource(t *testing.T) {
	path := textFile(t, "CBP intercepted 1,171 guns, and 173 guns in 2019. Nearly 124,000 guns were traced, sixty-eight percent of them from the US.")
	code, out, message := run(t, "figures", path, "--json")
	if code != Done || !strings.Contains(message, "--source trace-2024") || !strings.Contains(message, "All 5 numbers") {
		t.Errorf("code %d, said %q", code, message)
	}
	var got struct {
		Source  string
		Guessed bool
		Numbers []struct {
			Written, Found string
			Line, Column   int
			Value          *float64
			Rows           []struct{ ID, Table, Figure, Source string }
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Source != "trace-2024" || !got.Guessed || len(got.Numbers) != 5 {
		t.Fatalf("%+v", got)
	}
	n := got.Numbers[0]
	if n.Written != "1,171" || n.Found != "document" || n.Column != 17 || n.Value == nil || *n.Value != 1171 || n.Rows[0].ID != "N01" || n.Rows[0].Figure != "1,171" {
		t.Errorf("%+v", n)
	}
}

func TestFiguresFromStandardInput(t *testing.T) {
	file, err := os.Open(textFile(t, "No figure at all."))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	before := os.Stdin
	os.Stdin = file
	t.Cleanup(func() { os.Stdin = before })
	if code, out, message := run(t, "figures", "-"); code != Done || out != "" || !strings.Contains(message, "no number") {
		t.Errorf("code %d, wrote %q, said %q", code, out, message)
	}
}

func TestFiguresOfAnotherPackage(t *testing.T) {
	dir := folder(t, "id,year,seats\nR1,2020,30\n")
	target := filepath.Join(t.TempDir(), "out.txt")
	code, out, _ := run(t, "figures", textFile(t, "A room of 30 seats"), "--package", dir, "-o", target)
	written, err := os.ReadFile(target)
	if code != Done || out != "" || err != nil || !strings.Contains(string(written), "the same figure, from another source: R1 · Rooms of a school") {
		t.Errorf("code %d, %v, wrote %q and %q", code, err, out, written)
	}
}

func TestFiguresThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		args    []string
		message string
	}{
		"no text":        {nil, "Name a text file"},
		"two texts":      {[]string{"a.txt", "b.txt"}, "“b.txt” is one word too many"},
		"not there":      {[]string{filepath.Join(t.TempDir(), "gone.txt")}, "There is no file"},
		"a folder":       {[]string{t.TempDir()}, "is a folder"},
		"not UTF-8":      {[]string{textFile(t, "a\xff1")}, "not a text in UTF-8"},
		"unknown source": {[]string{textFile(t, "12"), "--source", "nobody"}, "There is no source nobody"},
	} {
		if code, out, message := run(t, append([]string{"figures"}, c.args...)...); code != Failed || out != "" || !strings.Contains(message, c.message) {
			t.Errorf("%s: code %d, wrote %q, said %q", name, code, out, message)
		}
	}
}
