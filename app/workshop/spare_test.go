package workshop

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func puts(text string) func(io.Writer) error {
	return func(out io.Writer) error {
		_, err := io.WriteString(out, text)
		return err
	}
}

// A copy or an export does not go over the file of an open workshop, whatever way leads to it; when it is closed, it does.
func TestNothingIsWrittenOverAnOpenWorkshop(t *testing.T) {
	path := saves(t, head1+otherLine)
	link := filepath.Join(t.TempDir(), "link.doublefix")
	if err := os.Symlink(path, link); err != nil {
		link = path
	}
	s := mustOpen(t, path, testOptions(1))
	before := string(bytesOf(t, path))
	for _, at := range []string{path, link, filepath.Join(filepath.Dir(path), ".", "w.doublefix")} {
		wantKey(t, Held(at), "error.workshop.in_use")
		wantKey(t, Write(at, puts("an export")), "error.workshop.in_use")
		if got := string(bytesOf(t, path)); got != before {
			t.Fatalf("%s: the file is now\n%s", at, got)
		}
	}
	e, ok := Rename(s.Doc(), "later")
	do(s, e, ok)
	mustClose(t, s)
	if d, _, err := Read(path, testOptions(1)); err != nil || d.Name != "later" {
		t.Errorf("%v, name %q: what came after the refusals is not in the file", err, d.Name)
	}
	if err := Held(path); err != nil {
		t.Error(err)
	}
	if err := Write(path, puts("an export")); err != nil || string(bytesOf(t, path)) != "an export" {
		t.Errorf("%v; the file is\n%s", err, bytesOf(t, path))
	}
}

// Nothing but the file is left, and while it is written no window opens it to write.
func TestWritingKeepsTheLock(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w.doublefix")
	err := Write(path, func(out io.Writer) error {
		if err := Held(path); err == nil {
			t.Error("nobody holds the file that is written")
		}
		return puts(head1)(out)
	})
	if err != nil {
		t.Fatal(err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
		t.Errorf("%v are there, %v", files, err)
	}
	wantKey(t, Write(filepath.Join(dir, "no", "x"), puts("")), "error.file.no_folder")
}
