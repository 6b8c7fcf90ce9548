package workshop

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"doublefix/app"
)

func TestMissingWorkshop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	o := testOptions(1)
	o.Create = false
	_, err := Open(path, o)
	wantKey(t, err, "error.workshop.missing")
	_, _, err = Read(path, testOptions(1))
	wantKey(t, err, "error.workshop.missing")
	if _, err := os.Stat(path); err == nil || app.CodeOf(err) != app.Internal {
		t.Error("a file was made")
	}
	mustClose(t, mustOpen(t, path, testOptions(1)))
	mustClose(t, mustOpen(t, path, o))
}

// Reading changes nothing, and says where the damage is; after an edit it says where the torn line is kept.
func TestReadOnlyReports(t *testing.T) {
	content := head1 + named("a", 1, "n") + "damage\n" + line("b", 2, typeHandout, `[]`) + mine4("c", 3, `"Q"`) + halfLine
	path := saves(t, content)
	want := []Finding{
		{"workshop.finding.damaged", map[string]any{"File": path, "Line": 3}},
		{"workshop.finding.damaged", map[string]any{"File": path, "Line": 4}},
		{"workshop.finding.torn", map[string]any{"File": path, "Line": 6}},
		{"workshop.finding.option_gone", map[string]any{"Option": "Q"}},
	}
	d, findings, err := Read(path, testOptions(1))
	if err != nil || d.Name != "n" || !reflect.DeepEqual(findings, want) {
		t.Errorf("%v, name %q, findings\n%v, want\n%v", err, d.Name, findings, want)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 || string(bytesOf(t, path)) != content {
		t.Errorf("reading left %d files, and the journal is\n%s", len(files), bytesOf(t, path))
	}
	s := mustOpen(t, path, testOptions(1))
	e, ok := Rename(d, "m")
	do(s, e, ok)
	mustClose(t, s)
	kept := s.Findings()[2]
	if kept.Key != "workshop.finding.torn_kept" || kept.Args["Line"] != 6 || string(bytesOf(t, kept.Args["Kept"].(string))) != halfLine {
		t.Errorf("finding is %v", kept)
	}
}

func TestHandoutInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	s := mustOpen(t, path, testOptions(1))
	want := Handout{Sections: []string{"cover"}, Lang: "es", Paper: "letter"}
	e, ok := SetHandout(s.Doc(), want)
	do(s, e, ok)
	mustClose(t, s)
	if data := string(eventsOf(t, path)[0].Data); data != `{"sections":["cover"],"language":"es","paper":"letter"}` {
		t.Errorf("data are %s", data)
	}
	if d, _, err := Read(path, testOptions(1)); err != nil || !reflect.DeepEqual(d.Handout, want) {
		t.Errorf("%v, handout %+v", err, d.Handout)
	}
}

// A file of gigabytes that is no workshop is refused without reading it.
func TestLargeFileOfAnotherKind(t *testing.T) {
	for name, begin := range map[string]string{"no line": "", "another line": "a,b\n", "a header without end": head1[:len(head1)-1] + "   "} {
		t.Run(name, func(t *testing.T) {
			path := saves(t, begin)
			if err := os.Truncate(path, 1<<40); err != nil {
				t.Skip("no large files here")
			}
			_, _, err := Read(path, testOptions(1))
			wantKey(t, err, "error.workshop.not_one")
		})
	}
	_, _, err := Read(t.TempDir(), testOptions(1))
	wantKey(t, err, "error.workshop.not_one")
	long := saves(t, strings.Replace(head1, "test", strings.Repeat("t", 60_000), 1)+named("a", 1, "n"))
	if d, _, err := Read(long, testOptions(1)); err != nil || d.Name != "n" {
		t.Errorf("a long header: %v", err)
	}
}
