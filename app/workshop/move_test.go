package workshop

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"

	"doublefix/app"
)

// unknown are lines that this version does not understand; they go wherever the workshop goes.
const unknown = `{"id":"n1","clock":1,"type":"workshop.named","data":{"name":"n","more":1},"by":"x"}` + "\n" +
	`{"id":"u1","clock":2,"type":"from.the.future","data":[1]}` + "\n" + "damaged \xff\x00\n\n" +
	`{"id":"n2","clock":3,"type":"workshop.named","data":{"name":"m"}}`

// Moving takes every line along as it stands, then what the disk refused.
func TestMoveKeepsEveryByte(t *testing.T) {
	path := saves(t, head1+unknown)
	s, bad, states := openBad(t, path)
	bad.set(syscall.ENOSPC, 7)
	e, ok := Rename(s.Doc(), "pending")
	do(s, e, ok)
	<-states
	old := bytesOf(t, path)
	moved := filepath.Join(t.TempDir(), "moved.doublefix")
	if err := s.MoveTo(moved, false); err != nil {
		t.Fatal(err)
	}
	if st := s.State(); st.Err != nil || st.Pending != 0 || s.Path() != moved {
		t.Errorf("state %+v at %s", st, s.Path())
	}
	got := string(bytesOf(t, moved))
	if rest, ok := strings.CutPrefix(got, head1+unknown+"\n"); !ok || strings.Count(rest, "\n") != 1 || !strings.Contains(rest, "pending") {
		t.Errorf("moved file is\n%s", got)
	}
	e, ok = Rename(s.Doc(), "goes on")
	do(s, e, ok)
	mustClose(t, s)
	if d, _, err := Read(moved, testOptions(1)); err != nil || d.Name != "goes on" {
		t.Errorf("%v, name %q", err, d.Name)
	}
	if !bytes.Equal(old, bytesOf(t, path)) {
		t.Error("the old file was changed")
	}
}

func TestMoveOntoAnotherFile(t *testing.T) {
	s := mustOpen(t, saves(t, head1+otherLine), testOptions(1))
	defer mustClose(t, s)
	there := saves(t, head1+"the work of somebody else\n")
	err := s.MoveTo(there, false)
	wantKey(t, err, "error.workshop.other_there")
	if app.CodeOf(err) != app.Conflict || !strings.Contains(string(bytesOf(t, there)), "somebody") || s.Path() == there {
		t.Errorf("code %s, at %s, the other file is\n%s", app.CodeOf(err), s.Path(), bytesOf(t, there))
	}
	if err := s.MoveTo(there, true); err != nil {
		t.Fatal(err)
	}
	if got := string(bytesOf(t, there)); got != head1+otherLine {
		t.Errorf("replaced file is\n%s", got)
	}
}

func TestMoveToTheSamePlaceTriesAgain(t *testing.T) {
	path := saves(t, head1+unknown)
	s, bad, states := openBad(t, path)
	bad.set(syscall.ENOSPC, 7)
	e, ok := Rename(s.Doc(), "pending")
	do(s, e, ok)
	<-states
	again := filepath.Join(filepath.Dir(path), ".", "w.doublefix")
	wantKey(t, s.MoveTo(again, true), "error.file.disk_full")
	bad.set(nil, 0)
	before, _ := os.Stat(path)
	if err := s.MoveTo(again, false); err != nil {
		t.Fatal(err)
	}
	if st := s.State(); st.Pending != 0 || st.Err != nil {
		t.Errorf("state %+v", st)
	}
	after, _ := os.Stat(path)
	if got := string(bytesOf(t, path)); !strings.HasPrefix(got, head1+unknown+"\n") || !os.SameFile(before, after) {
		t.Errorf("the journal was written anew:\n%s", got)
	}
	mustClose(t, s)
}

// What a person does while the workshop moves, again and again, is all there in the end.
func TestMovingWhileWriting(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, filepath.Join(dir, "w.doublefix"), testOptions(1))
	s.OnState(func(State) { s.Doc() })
	const edits = 60
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		for i := range edits {
			e, ok := Rename(s.Doc(), fmt.Sprint(i))
			do(s, e, ok)
		}
	}()
	for i := range 12 {
		if err := s.MoveTo(filepath.Join(dir, fmt.Sprint(i, ".doublefix")), false); err != nil {
			t.Fatal(err)
		}
	}
	all.Wait()
	want := s.Doc()
	mustClose(t, s)
	got, findings, err := Read(s.Path(), testOptions(1))
	if n := len(eventsOf(t, s.Path())); err != nil || n != edits || len(findings) != 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %d events of %d, findings %v", err, n, edits, findings)
	}
}

// The disk may be slow; the document is not.
func TestMovingDoesNotHoldTheDocument(t *testing.T) {
	dir := t.TempDir()
	o := testOptions(1)
	reached, goOn := make(chan bool), make(chan bool)
	o.Disk = func(path string) Disk {
		if filepath.Base(path) == "slow" {
			reached <- true
			<-goOn
		}
		return osDisk(path)
	}
	s := mustOpen(t, filepath.Join(dir, "w.doublefix"), o)
	moved := make(chan error)
	go func() { moved <- s.MoveTo(filepath.Join(dir, "slow"), false) }()
	<-reached
	e, ok := Rename(s.Doc(), "meanwhile")
	do(s, e, ok)
	if s.Doc().Name != "meanwhile" || s.State().Pending != 1 {
		t.Errorf("while moving: name %q, state %+v", s.Doc().Name, s.State())
	}
	goOn <- true
	if err := <-moved; err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	if d, _, err := Read(filepath.Join(dir, "slow"), testOptions(1)); err != nil || d.Name != "meanwhile" {
		t.Errorf("%v, name %q", err, d.Name)
	}
}

func TestEditAfterClose(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, filepath.Join(dir, "w.doublefix"), testOptions(1))
	mustClose(t, s)
	var told []State
	s.OnState(func(st State) { told = append(told, st) })
	e, ok := Rename(s.Doc(), "late")
	do(s, e, ok)
	s.Retry()
	st := s.State()
	wantKey(t, st.Err, "error.workshop.closed")
	if st.Pending != 1 || len(told) != 1 || told[0] != st {
		t.Errorf("state %+v, told %+v", st, told)
	}
	wantKey(t, s.Close(), "error.workshop.closed")
	at := filepath.Join(dir, "late.doublefix")
	if err := s.MoveTo(at, false); err != nil || s.State() != (State{}) {
		t.Errorf("%v, state %+v", err, s.State())
	}
	if d, _, err := Read(at, testOptions(1)); err != nil || d.Name != "late" {
		t.Errorf("%v, name %q", err, d.Name)
	}
}

// A file that is deleted, replaced or shortened while it is open is told, and everything can be saved in another place, or
// in the same one.
func TestFileChangedWhileOpen(t *testing.T) {
	for name, tt := range map[string]struct {
		harm func(path string) error
		key  string
	}{
		"deleted":  {os.Remove, "error.workshop.gone"},
		"replaced": {func(p string) error { return replaceBy(p, head1+strings.Repeat(" ", 900)+"\n") }, "error.workshop.replaced"},
		"shorter":  {func(p string) error { return os.Truncate(p, int64(len(head1))) }, "error.workshop.replaced"},
		"rewritten": {func(p string) error {
			return os.WriteFile(p, []byte(head1+strings.Repeat("x", 2000)), 0o644)
		}, "error.workshop.replaced"},
	} {
		t.Run(name, func(t *testing.T) {
			path := saves(t, head1+otherLine)
			s := mustOpen(t, path, testOptions(1))
			states := make(chan State, 100)
			s.OnState(func(st State) { states <- st })
			e, ok := Rename(s.Doc(), "before")
			do(s, e, ok)
			if st := <-states; st.Err != nil {
				t.Fatal(st.Err)
			}
			if err := tt.harm(path); err != nil {
				t.Fatal(err)
			}
			harmed, _ := os.ReadFile(path)
			e, ok = Rename(s.Doc(), "after")
			do(s, e, ok)
			st := <-states
			wantKey(t, st.Err, tt.key)
			if now, _ := os.ReadFile(path); st.Pending != 1 || !bytes.Equal(now, harmed) {
				t.Errorf("pending %d; the file is\n%s", st.Pending, now)
			}
			at := path
			if name != "deleted" {
				wantKey(t, s.MoveTo(path, false), "error.workshop.other_there")
				at = filepath.Join(t.TempDir(), "new.doublefix")
			}
			if err := s.MoveTo(at, false); err != nil {
				t.Fatal(err)
			}
			mustClose(t, s)
			if n := len(eventsOf(t, at)); n != 3 {
				t.Errorf("%d events of 3 are in the new file", n)
			}
		})
	}
}

// A copy of the file that was put back in its place, as on another stick, is the workshop.
func TestCopyPutBack(t *testing.T) {
	path := saves(t, head1+otherLine)
	s := mustOpen(t, path, testOptions(1))
	if err := replaceBy(path, head1+otherLine); err != nil {
		t.Fatal(err)
	}
	e, ok := Rename(s.Doc(), "goes on")
	do(s, e, ok)
	mustClose(t, s)
	if n := len(eventsOf(t, path)); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}

func replaceBy(path, content string) error {
	if err := os.WriteFile(path+".new", []byte(content), 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
