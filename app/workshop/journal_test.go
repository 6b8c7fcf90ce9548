package workshop

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestReopenedWorkshopIsTheSame(t *testing.T) {
	path, want := written(t, 60)
	s := mustOpen(t, path, testOptions(9))
	defer mustClose(t, s)
	if got := s.Doc(); !reflect.DeepEqual(got, want) {
		t.Errorf("reopened: %+v\nwant %+v", got, want)
	}
	if len(s.Findings()) != 0 {
		t.Errorf("a whole file has findings: %v", s.Findings())
	}
}

func TestFileFormat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	s := mustOpen(t, path, testOptions(1))
	e, ok := Place(s.Doc(), "B", 1)
	do(s, e, ok)
	mustClose(t, s)
	events := eventsOf(t, path)
	want := `{"format":"doublefix-workshop","version":1,"package":{"name":"test","version":"1","sha256":"abc"},"created":"2026-11-22T09:00:00Z"}` + "\n" +
		`{"id":"` + events[0].ID + `","clock":1,"type":"ranking.placed","data":{"ballot":"mine","option":"B","place":1,"places":["B","","",""]},"at":"2026-11-22T09:00:00Z"}` + "\n"
	if got := string(bytesOf(t, path)); got != want {
		t.Errorf("file is\n%s\nwant\n%s", got, want)
	}
	if len(events[0].ID) != 32 {
		t.Errorf("id %q has not 128 bits", events[0].ID)
	}
}

// A power cut can leave any beginning of the file. Every one that has the header opens, loses at most the line that was
// being written, keeps the torn part beside the file, and goes on.
func TestCutAtEveryByte(t *testing.T) {
	path, _ := written(t, 4)
	raw := bytesOf(t, path)
	headerEnd := bytes.IndexByte(raw, '\n') + 1
	dir := t.TempDir()
	for cut := headerEnd; cut <= len(raw); cut++ {
		at := filepath.Join(dir, "cut.doublefix")
		if err := os.WriteFile(at, raw[:cut], 0o644); err != nil {
			t.Fatal(err)
		}
		whole := bytes.Count(raw[headerEnd:cut], []byte("\n"))
		s := mustOpen(t, at, testOptions(5))
		if n := len(eventsOf(t, at)); n != whole && n != whole+1 {
			t.Fatalf("cut at %d: %d events, want %d", cut, n, whole)
		}
		before, torn := len(eventsOf(t, at)), len(s.file.torn)
		e, ok := Rename(s.Doc(), "goes on")
		do(s, e, ok)
		mustClose(t, s)
		again := mustOpen(t, at, testOptions(6))
		if n := len(eventsOf(t, at)); n != before+1 || again.Doc().Name != "goes on" || len(again.Findings()) != 0 {
			t.Fatalf("cut at %d: %d events, name %q, findings %v after going on", cut, n, again.Doc().Name, again.Findings())
		}
		mustClose(t, again)
		kept, _ := filepath.Glob(at + ".torn-*")
		if (torn > 0) != (len(kept) == 1) {
			t.Fatalf("cut at %d: %d bytes were torn, %d files are beside it", cut, torn, len(kept))
		}
		for _, k := range kept {
			if got := bytesOf(t, k); !bytes.Equal(got, raw[cut-torn:cut]) {
				t.Fatalf("cut at %d: kept %q", cut, got)
			}
			_ = os.Remove(k)
		}
	}
}

func TestOrderOfLinesDoesNotMatter(t *testing.T) {
	path, want := written(t, 40)
	lines := strings.SplitAfter(strings.TrimSuffix(string(bytesOf(t, path)), "\n"), "\n")
	lines[len(lines)-1] += "\n"
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		events := slices.Clone(lines[1:])
		r.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		events = append(events, events[:5]...) // some come twice
		at := filepath.Join(t.TempDir(), "s.doublefix")
		if err := os.WriteFile(at, []byte(lines[0]+strings.Join(events, "")), 0o644); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, at, testOptions(1))
		if got := s.Doc(); !reflect.DeepEqual(got, want) {
			t.Fatalf("shuffled: %+v\nwant %+v", got, want)
		}
		mustClose(t, s)
	}
}

func TestDamageInTheMiddle(t *testing.T) {
	path, _ := written(t, 12)
	lines := strings.SplitAfter(string(bytesOf(t, path)), "\n")
	lines[3] = "\x00\x00 not an event \xff\n"
	lines[5] = `{"id":"f","clock":3,"type":"from.the.future","data":{"x":1},"more":true}` + "\n"
	damaged := strings.Join(lines, "")
	if err := os.WriteFile(path, []byte(damaged), 0o644); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path, testOptions(2))
	if f := s.Findings(); len(f) != 1 || f[0].Key != "workshop.finding.damaged" || f[0].Args["Line"] != 4 {
		t.Errorf("findings are %v, want line 4 alone", f)
	}
	e, ok := Rename(s.Doc(), "after")
	do(s, e, ok)
	mustClose(t, s)
	if got := string(bytesOf(t, path)); !strings.HasPrefix(got, damaged) {
		t.Error("what was damaged, or not known, was changed")
	}
}

func TestWindowsLineEndsAndMark(t *testing.T) {
	path, want := written(t, 10)
	raw := append([]byte("\xef\xbb\xbf"), bytes.ReplaceAll(bytesOf(t, path), []byte("\n"), []byte("\r\n"))...)
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path, testOptions(2))
	defer mustClose(t, s)
	if !reflect.DeepEqual(s.Doc(), want) || len(s.Findings()) != 0 {
		t.Errorf("document %+v, findings %v", s.Doc(), s.Findings())
	}
}

func TestRefusedFilesStayAsTheyAre(t *testing.T) {
	for name, tt := range map[string]struct{ content, key string }{
		"newer version":   {`{"format":"doublefix-workshop","version":2,"new":1}` + "\n", "error.workshop.too_new"},
		"another file":    {"a,b,c\n1,2,3\n", "error.workshop.not_one"},
		"nothing in it":   {"", "error.workshop.not_one"},
		"torn header":     {`{"format":"doublefix-workshop","ver`, "error.workshop.not_one"},
		"another format":  {`{"format":"else","version":1}` + "\n", "error.workshop.not_one"},
		"only a mark":     {"\xef\xbb\xbf", "error.workshop.not_one"},
		"version missing": {`{"format":"doublefix-workshop"}` + "\n", "error.workshop.not_one"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "w.doublefix")
			if err := os.WriteFile(path, []byte(tt.content), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := Open(path, testOptions(1))
			wantKey(t, err, tt.key)
			if got := string(bytesOf(t, path)); got != tt.content {
				t.Errorf("the file was changed to %q", got)
			}
		})
	}
}

func TestAnotherPackageIsSaid(t *testing.T) {
	path, _ := written(t, 5)
	o := testOptions(1)
	o.Package.SHA256, o.Options = "other", []string{"A", "X"}
	s := mustOpen(t, path, o)
	defer mustClose(t, s)
	if f := s.Findings(); len(f) == 0 || f[0].Key != "workshop.finding.other_edition" { // of the same name and version
		t.Errorf("findings are %v", f)
	}
	o.Package.Version = "other"
	if _, f, err := Read(path, o); err != nil || len(f) == 0 || f[0].Key != "workshop.finding.other_package" {
		t.Errorf("findings of another version are %v, %v", f, err)
	}
	for _, id := range s.Doc().Order() {
		if id != "A" && id != "X" {
			t.Errorf("option %s is not in this package", id)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(head1 + `{"id":"a","clock":1,"type":"ranking.placed","data":{"ballot":"mine","places":["A"]}}` + "\n"))
	f.Add([]byte(head1 + `{"id":"a","clock":1,"type":"undo","data":{"event":"a"}}` + "\n{"))
	f.Add([]byte(head1 + "\x00\n\n\r\nnull\n[]\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := filepath.Join(t.TempDir(), "w.doublefix")
		if err := os.WriteFile(path, raw, 0o644); err != nil {
			t.Skip()
		}
		s, err := Open(path, testOptions(1))
		if err != nil {
			if got := bytesOf(t, path); !bytes.Equal(got, raw) {
				t.Fatal("a refused file was changed")
			}
			return
		}
		good := bytes.Clone(s.file.good)
		e, ok := Rename(s.Doc(), s.Doc().Name+"+")
		do(s, e, ok)
		mustClose(t, s)
		if !bytes.HasPrefix(bytesOf(t, path), good) {
			t.Fatal("what could be read was changed")
		}
	})
}
