package workshop

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	otherLine = `{"id":"other","clock":50,"type":"workshop.named","data":{"name":"theirs"}}` + "\n"
	halfLine  = `{"id":"half","clock":9,"type":"workshop.na`
)

// appendTo adds text to a file as another program would.
func appendTo(t testing.TB, path, text string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// Two windows write to one file by turns, where there are no locks: everything of both is there.
func TestTwoWindowsOnOneFile(t *testing.T) {
	path := saves(t, head1+halfLine)
	a, b := mustOpen(t, path, unlocked(1)), mustOpen(t, path, unlocked(2))
	for i, s := range []*Store{a, b, b, a, a, b} {
		states := make(chan State, 1)
		s.OnState(func(st State) { states <- st })
		e, ok := Rename(s.Doc(), strings.Repeat("x", i+1))
		do(s, e, ok)
		if st := <-states; st.Err != nil {
			t.Fatalf("edit %d: %v", i, st.Err)
		}
	}
	mustClose(t, a)
	mustClose(t, b)
	if n := len(eventsOf(t, path)); n != 6 {
		t.Errorf("%d events of 6 are in the file:\n%s", n, bytesOf(t, path))
	}
	if d, findings, err := Read(path, testOptions(3)); err != nil || len(findings) != 0 || d.Name != "xxxxxx" {
		t.Errorf("%v, %v, name %q, want the last edit", err, findings, d.Name)
	}
	if kept, _ := filepath.Glob(path + ".torn-*"); len(kept) != 1 {
		t.Errorf("the torn line is kept in %v, want one file", kept)
	}
	if !slices.ContainsFunc(a.Findings(), func(f Finding) bool { return f.Key == "workshop.finding.foreign" }) {
		t.Errorf("nobody is told of the other window: %v", a.Findings())
	}
}

// Whatever another program has appended since the opening stays where it is.
func TestWhatOthersAppendStays(t *testing.T) {
	rest := `med","data":{"name":"whole after all"}}` + "\n"
	for name, tt := range map[string]struct{ found, added string }{
		"a line":                      {"", otherLine},
		"half a line":                 {"", halfLine},
		"the rest of a torn line":     {halfLine, rest},
		"a line behind a torn line":   {halfLine, "\n" + otherLine},
		"a line after a missing LF":   {strings.TrimSuffix(otherLine, "\n"), "\n" + strings.Replace(otherLine, "other", "o2", 1)},
		"something that is no event":  {"", "\x00\x00\nhello\n"},
		"a line and half of the next": {"", otherLine + halfLine},
	} {
		t.Run(name, func(t *testing.T) {
			path := saves(t, head1+tt.found)
			s := mustOpen(t, path, testOptions(1))
			appendTo(t, path, tt.added)
			states := make(chan State, 2)
			s.OnState(func(st State) { states <- st })
			for _, name := range []string{"ours", "ours, later"} {
				e, ok := Rename(s.Doc(), name)
				do(s, e, ok)
				if st := <-states; st.Err != nil {
					t.Fatal(st.Err)
				}
			}
			mustClose(t, s)
			got := string(bytesOf(t, path))
			if !strings.HasPrefix(got, head1+tt.found+tt.added) || strings.Count(got, `"ours`) != 2 {
				t.Errorf("what was there is not any more, or our edits are not there once:\n%s", got)
			}
			if d, _, err := Read(path, testOptions(1)); err != nil || d.Name != "ours, later" {
				t.Errorf("%v, name %q, want the last edit", err, d.Name)
			}
		})
	}
}

// racing appends a line of another program just before each of ours, or fails after half of ours.
type racing struct {
	Disk
	before func()
	fail   error
}

func (r *racing) Append(b []byte) error {
	if r.before != nil {
		r.before()
	}
	if r.fail != nil {
		return errors.Join(r.Disk.Append(b[:len(b)/2]), r.fail)
	}
	return r.Disk.Append(b)
}

func TestOvertakenWhileAppending(t *testing.T) {
	path := saves(t, head1)
	n := 0
	r := &racing{Disk: osDisk(path), before: func() {
		n++
		appendTo(t, path, strings.Replace(otherLine, "other", "other"+strings.Repeat("i", n), 1))
	}}
	f := file{disk: r, path: path, good: []byte(head1)}
	for _, id := range []string{"m1", "m2", "m3"} {
		if err := f.append([]byte(strings.Replace(otherLine, "other", id, 1))); err != nil {
			t.Fatal(err)
		}
	}
	if got := eventsOf(t, path); len(got) != 6 || !bytes.Equal(f.good, bytesOf(t, path)) {
		t.Errorf("%d events of 6; known as good:\n%s\nin the file:\n%s", len(got), f.good, bytesOf(t, path))
	}
}

// Half a line of our own is cut off, unless somebody has written behind it.
func TestOwnHalfLine(t *testing.T) {
	for name, added := range map[string]string{"alone": "", "somebody behind it": "\n" + otherLine} {
		t.Run(name, func(t *testing.T) {
			path := saves(t, head1)
			r := &racing{Disk: osDisk(path), fail: errors.New("full")}
			f := file{disk: r, path: path, good: []byte(head1)}
			line := []byte(strings.Replace(otherLine, "other", "mine", 1))
			if f.append(line) == nil {
				t.Fatal("the disk failed, the append did not")
			}
			appendTo(t, path, added)
			r.fail = nil
			if err := f.append(line); err != nil {
				t.Fatal(err)
			}
			want := head1 + string(line)
			if added != "" {
				want = head1 + string(line[:len(line)/2]) + added + string(line)
			}
			if got := string(bytesOf(t, path)); got != want {
				t.Errorf("file is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// recorded writes down what is done to the disk, and can fail to sync the folder.
type recorded struct {
	Disk
	did  []string
	fail error
}

func (r *recorded) Keep(b []byte) (string, error) {
	r.did = append(r.did, "keep")
	return r.Disk.Keep(b)
}
func (r *recorded) SyncFolder() error { r.did = append(r.did, "sync"); return r.fail }
func (r *recorded) Truncate(size int64) error {
	r.did = append(r.did, "cut")
	return r.Disk.Truncate(size)
}

func TestTornLineIsSafeBeforeItIsCut(t *testing.T) {
	path := saves(t, head1+halfLine)
	r := &recorded{Disk: osDisk(path), fail: errors.New("no")}
	f := file{disk: r, path: path, good: []byte(head1), torn: []byte(halfLine)}
	if err := f.append([]byte(otherLine)); err == nil || string(bytesOf(t, path)) != head1+halfLine {
		t.Fatalf("error %v; the copy was not safe, and the file is\n%s", err, bytesOf(t, path))
	}
	r.fail = nil
	if err := f.append([]byte(otherLine)); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(r.did, " "); got != "keep sync sync cut" {
		t.Errorf("did %s, want one copy, synced before the cut", got)
	}
	if got := string(bytesOf(t, f.kept)); got != halfLine {
		t.Errorf("kept %q", got)
	}
}

// Windows does not cut through a handle that appends.
func TestTruncateHasItsOwnHandle(t *testing.T) {
	d := &sysDisk{path: saves(t, head1)}
	if err := d.Append([]byte("abc")); err != nil || d.f == nil {
		t.Fatal(err)
	}
	if err := d.Truncate(int64(len(head1))); err != nil || d.f != nil {
		t.Errorf("%v; the handle for appending is still open: %v", err, d.f != nil)
	}
}

func TestErrorsOfTheDiskAreReal(t *testing.T) {
	d := osDisk(filepath.Join(t.TempDir(), "missing"))
	if err := d.Append([]byte("x")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("appending to a missing file: %v", err)
	}
}
