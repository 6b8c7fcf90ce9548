package handout

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/words"
)

func pdf(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := mustNew(t, in).WritePDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs a program on a PDF file and returns what it prints; where the program is not installed the test is skipped.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	path := filepath.Join(t.TempDir(), "handout.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestSameInputSameBytes(t *testing.T) {
	set, again := builtIn(t), builtIn(t)
	for _, l := range words.Langs() {
		in := Input{Set: set, Lang: l, Places: []string{"A", "D"}, Workshop: "Taller"}
		first := pdf(t, in)
		if !bytes.Equal(first, pdf(t, in)) {
			t.Errorf("%s: two runs differ", l)
		}
		in.Set = again
		if !bytes.Equal(first, pdf(t, in)) {
			t.Errorf("%s: a package read anew gives other bytes", l)
		}
	}
}

func TestNoPicturesButSubsetFonts(t *testing.T) {
	for name, in := range inputs(builtIn(t)) {
		t.Run(name, func(t *testing.T) {
			file := pdf(t, in)
			if bytes.Contains(file, []byte("/Subtype /Image")) || bytes.Contains(file, []byte("/Subtype/Image")) {
				t.Error("there is a picture in the file")
			}
			if most := 150_000 + 6_000*mustNew(t, in).Pages(); len(file) > most {
				t.Errorf("%d bytes: the fonts are not subset", len(file))
			}
			for _, want := range []string{"/Lang", "/Title", "/Author", "/Subject", "/Outlines", "/URI"} {
				if !bytes.Contains(file, []byte(want)) {
					t.Errorf("%s is missing", want)
				}
			}
		})
	}
}

func TestFileIsSound(t *testing.T) {
	for _, l := range words.Langs() {
		for _, p := range Papers() {
			t.Run(fmt.Sprintf("%s/%s", l, p), func(t *testing.T) {
				file := pdf(t, Input{Set: builtIn(t), Lang: l, Paper: p, Places: []string{"A"}})
				if out := tool(t, file, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
					t.Errorf("qpdf: %s", out)
				}
				if out := tool(t, file, "pdfimages", "-list", "FILE"); strings.Count(strings.TrimSpace(out), "\n") > 1 {
					t.Errorf("pictures: %s", out)
				}
			})
		}
	}
}

// What a reader copies out of the file is what was set: page by page, letters with their accents.
func TestTextCanBeCopied(t *testing.T) {
	set := builtIn(t)
	for _, l := range words.Langs() {
		in := Input{Set: set, Lang: l, Places: []string{"B", "A"}}
		d := mustNew(t, in)
		pages := strings.Split(tool(t, pdf(t, in), "pdftotext", "-layout", "FILE", "-"), "\f")
		if len(pages)-1 != d.Pages() {
			t.Fatalf("%s: %d pages of text, want %d", l, len(pages)-1, d.Pages())
		}
		for i, p := range d.pages {
			for _, s := range texts(p) {
				for _, word := range strings.Fields(s.text) {
					if len(word) > 3 && !strings.Contains(pages[i], word) {
						t.Errorf("%s: page %d does not give back %q", l, i+1, word)
					}
				}
			}
		}
	}
}

// outline is a bookmark in qpdf's account of a file.
type outline struct {
	Title string `json:"title"`
	Page  int    `json:"destpageposfrom1"`
}

func TestBookmarksLeadToTheirPages(t *testing.T) {
	set := builtIn(t)
	for _, l := range words.Langs() {
		in := Input{Set: set, Lang: l, Places: []string{"B", "A"}}
		d := mustNew(t, in)
		var file struct{ Outlines []outline }
		out := tool(t, pdf(t, in), "qpdf", "--json", "--json-key=outlines", "FILE")
		if err := json.Unmarshal([]byte(out), &file); err != nil {
			t.Fatal(err)
		}
		if len(file.Outlines) != len(d.Sections()) {
			t.Fatalf("%d bookmarks, want %d", len(file.Outlines), len(d.Sections()))
		}
		for i, s := range d.Sections() {
			if o := file.Outlines[i]; o.Title != s.Title || o.Page != d.PageOf(s.ID) {
				t.Errorf("bookmark %q leads to page %d, want %q, page %d", o.Title, o.Page, s.Title, d.PageOf(s.ID))
			}
		}
	}
}

func BenchmarkHandout(b *testing.B) {
	set := builtIn(b)
	in := Input{Set: set, Lang: words.Spanish, Places: []string{"B", "A", "D", "C"}, Workshop: "Taller"}
	for b.Loop() {
		pdf(b, in)
	}
}

func BenchmarkLayout(b *testing.B) {
	set := builtIn(b)
	for b.Loop() {
		mustNew(b, Input{Set: set, Lang: words.Spanish})
	}
}
