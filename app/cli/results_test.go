package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// folder writes a data package of one table into a folder of its own.
func folder(t *testing.T, csvText string) string {
	t.Helper()
	dir := t.TempDir()
	descriptor := `{"name": "rooms", "title": "Rooms", "created": "2026-01-02T00:00:00Z", "resources": [{
		"name": "rooms", "path": "rooms.csv", "title": "Rooms of a school",
		"schema": {"primaryKey": "id", "fields": [
			{"name": "id", "type": "string", "constraints": {"required": true}},
			{"name": "year", "type": "year"}, {"name": "seats", "type": "integer"}]}}]}`
	for name, text := range map[string]string{"datapackage.json": descriptor, "rooms.csv": csvText} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestPackageOfOnesOwn(t *testing.T) {
	dir := folder(t, "id,year,seats\nR1,2020,30\nR2,2021,12\nR3,2022,\n")
	for _, path := range []string{dir, filepath.Join(dir, "datapackage.json")} {
		code, out, message := run(t, "table", "rooms", "--package", path, "--where", "seats>10", "--sort", "-year")
		if code != Done || message != "" {
			t.Fatalf("code %d, said %q", code, message)
		}
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil || len(rows) != 3 || rows[1][0] != "R2" || rows[2][0] != "R1" {
			t.Errorf("%v, rows %v", err, rows)
		}
	}
}

func TestBrokenPackageNamesEveryProblem(t *testing.T) {
	dir := folder(t, "id,year,seats\nR1,2020,30\nR1,twenty,12\n,2022,some\n")
	target := filepath.Join(t.TempDir(), "out.csv")
	for _, lang := range words.Langs() {
		code, out, message := run(t, "table", "rooms", "--package", dir, "-o", target, "--lang", string(lang))
		if code != Problems || out != "" {
			t.Errorf("%s: code %d, wrote %q", lang, code, out)
		}
		for _, problem := range []string{"[primary-key]", "twenty", "some", "[constraint-error]", dir} {
			if !strings.Contains(message, problem) {
				t.Errorf("%s: said %q, nothing about %s", lang, message, problem)
			}
		}
		if strings.Contains(message, "data.") || strings.Contains(message, "<no value>") {
			t.Errorf("%s: said %q: a text is missing", lang, message)
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a file was written although the package has problems")
	}
}

// TestTableGolden holds a whole CSV to a file that people have looked at: translations, quotes, a blank, a text that would
// be a formula, and caveats that belong to a row and to a range. After a change, write it anew with
//
//	doublefix-cli table bicycles --package testdata/package --lang es -o testdata/bicycles_es.csv
func TestTableGolden(t *testing.T) {
	want, err := os.ReadFile(filepath.Join("testdata", "bicycles_es.csv"))
	if err != nil {
		t.Fatal(err)
	}
	code, out, message := run(t, "table", "bicycles", "--package", filepath.Join("testdata", "package"), "--lang", "es")
	if code != Done || message != "" {
		t.Fatalf("code %d, said %q", code, message)
	}
	if out != string(want) {
		t.Errorf("the golden file has:\n%sbut now it is:\n%s", want, out)
	}
}

func TestTableJSON(t *testing.T) {
	code, out, _ := run(t, "table", "border_seizures", "--json", "--limit", "3")
	var result struct{ Rows []map[string]any }
	if err := json.Unmarshal([]byte(out), &result); code != Done || err != nil {
		t.Fatalf("code %d, %v", code, err)
	}
	if len(result.Rows) != 3 {
		t.Errorf("%d rows, want 3", len(result.Rows))
	}
}

func TestChartFiles(t *testing.T) {
	for _, dataset := range datasets(t) {
		drawTwice(t, dataset, ".svg", "es")
	}
	for _, ending := range endings {
		drawTwice(t, "border_seizures", ending, "en")
	}
}

// drawTwice draws a dataset, looks at the file, and draws it again: it has to come out the same.
func drawTwice(t *testing.T, dataset, ending, lang string) {
	t.Helper()
	var files [2][]byte
	for i := range files {
		name := filepath.Join(t.TempDir(), dataset+ending)
		code, out, message := run(t, "chart", dataset, "-o", name, "--lang", lang, "--size", "900x1200")
		if strings.Contains(message, "needs more height") || strings.Contains(message, "necesita más altura") {
			message = "" // a long table says so
		}
		if code != Done || out+message != "" {
			t.Fatalf("%s: code %d, wrote %q, said %q", name, code, out, message)
		}
		var err error
		if files[i], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := checkPicture(ending, files[0]); err != nil {
		t.Errorf("%s as %s: %v", dataset, ending, err)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Errorf("%s as %s: written twice, it differs", dataset, ending)
	}
}

func TestChartTallerThanAskedFor(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.png")
	code, _, message := run(t, "chart", "border_seizures", "-o", name, "--size", "900x10")
	if code != Done || !strings.Contains(message, "needs more height") {
		t.Errorf("code %d, said %q", code, message)
	}
}

// checkPicture looks whether content is a picture of its kind, as wide as asked for.
func checkPicture(ending string, content []byte) error {
	switch ending {
	case ".svg":
		for d := xml.NewDecoder(bytes.NewReader(content)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	case ".png":
		img, err := png.DecodeConfig(bytes.NewReader(content))
		if err == nil && (img.Width != 900 || img.Height != 1200) {
			err = errors.New("not the size asked for")
		}
		return err
	}
	if !bytes.HasPrefix(content, []byte("%PDF-")) {
		return errors.New("no PDF")
	}
	return nil
}

// datasets returns the ids of the built-in datasets, as the program itself names them.
func datasets(t *testing.T) []string {
	t.Helper()
	_, _, message := run(t, "table")
	_, names, _ := strings.Cut(strings.TrimSpace(message), ": ")
	ids := strings.Split(strings.TrimSuffix(names, "."), ", ")
	if !slices.Contains(ids, "border_seizures") {
		t.Fatalf("the program names %q", ids)
	}
	return ids
}

func TestHandout(t *testing.T) {
	dir := t.TempDir()
	files := map[string][]byte{}
	for _, lang := range []string{"en", "es"} {
		for _, paper := range []string{"a4", "letter"} {
			name := filepath.Join(dir, lang+paper+".pdf")
			for range 2 {
				if code, out, message := run(t, "handout", "--lang", lang, "--paper", paper, "-o", name); code != Done || out+message != "" {
					t.Fatalf("%s %s: code %d, wrote %q, said %q", lang, paper, code, out, message)
				}
				content, err := os.ReadFile(name)
				if err != nil || !bytes.HasPrefix(content, []byte("%PDF-")) {
					t.Fatalf("%s: %v", name, err)
				}
				if before := files[name]; before != nil && !bytes.Equal(before, content) {
					t.Errorf("%s: written twice, it differs", name)
				}
				files[name] = content
			}
		}
	}
	if len(files) != 4 || bytes.Equal(files[filepath.Join(dir, "ena4.pdf")], files[filepath.Join(dir, "enletter.pdf")]) {
		t.Error("A4 and Letter are the same")
	}
}

func TestFailureKeepsTheFileThatWasThere(t *testing.T) {
	name := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, _ := run(t, "table", "border_seizures", "--where", "nothing=1", "-o", name); code != Failed {
		t.Errorf("code %d, want %d", code, Failed)
	}
	if got, _ := os.ReadFile(name); string(got) != "old" {
		t.Errorf("the file now has %q", got)
	}
	if code, _, message := run(t, "table", "border_seizures", "-o", name); code != Done || message != "" {
		t.Errorf("code %d, said %q", code, message)
	}
	if got, _ := os.ReadFile(name); len(got) < 100 {
		t.Errorf("the file has only %q", got)
	}
	left, err := os.ReadDir(filepath.Dir(name))
	if err != nil || len(left) != 1 {
		t.Errorf("%v, left in the folder: %v", err, left)
	}
}

func TestSpecial(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{os.DevNull: true, file: false, dir: false, filepath.Join(dir, "gone"): false} {
		if special(path) != want {
			t.Errorf("special(%s) = %v; a device must be written to, not replaced", path, !want)
		}
	}
}
