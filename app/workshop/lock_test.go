package workshop

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// unlocked are test options for a place without locks.
func unlocked(seed uint64) Options {
	o := testOptions(seed)
	o.Lock = func(string) (func(), error) { return nil, errors.ErrUnsupported }
	return o
}

func isReadOnly(s *Store) bool {
	return s.ReadOnly() && slices.ContainsFunc(s.Findings(), func(f Finding) bool { return f.Key == "workshop.finding.read_only" })
}

// The second window on a file reads it, says so and changes nothing; when the first is closed, the next one writes.
func TestSecondWindowOnlyReads(t *testing.T) {
	path := saves(t, head1+otherLine)
	first := mustOpen(t, path, testOptions(1))
	link := filepath.Join(t.TempDir(), "link.doublefix")
	if err := os.Symlink(path, link); err != nil {
		link = path
	}
	for _, at := range []string{path, link, filepath.Join(filepath.Dir(path), ".", "w.doublefix")} {
		second := mustOpen(t, at, testOptions(2))
		if !isReadOnly(second) || isReadOnly(first) {
			t.Errorf("%s: read-only %v, the first %v, findings %v", at, second.ReadOnly(), first.ReadOnly(), second.Findings())
		}
		e, _ := Rename(second.Doc(), "changed")
		if d := second.Do(e); d.Name != "theirs" || second.State() != (State{}) {
			t.Errorf("after an edit the name is %q, state %+v", d.Name, second.State())
		}
		wantKey(t, second.MoveTo(at, true), "error.workshop.in_use")
		mustClose(t, second)
	}
	if got := string(bytesOf(t, path)); got != head1+otherLine {
		t.Errorf("the file is\n%s", got)
	}
	mustClose(t, first)
	third := mustOpen(t, path, testOptions(3))
	defer mustClose(t, third)
	if third.ReadOnly() {
		t.Error("nobody has the file any more, but it is read-only")
	}
}

func TestNoLockIsLeftBehind(t *testing.T) {
	path := saves(t, head1)
	mustClose(t, mustOpen(t, path, testOptions(1)))
	refused := saves(t, "no workshop")
	_, err := Open(refused, testOptions(1))
	wantKey(t, err, "error.workshop.not_one")
	for _, p := range []string{path, refused} {
		if files, _ := os.ReadDir(filepath.Dir(p)); len(files) != 1 {
			t.Errorf("%v are there", files)
		}
	}
}

// A lock that nobody has any more, as after a power cut, keeps nobody out.
func TestLockOfADeadWindow(t *testing.T) {
	path := saves(t, head1)
	if err := os.WriteFile(lockName(path), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path, testOptions(1))
	defer mustClose(t, s)
	if s.ReadOnly() {
		t.Error("it is read-only")
	}
}

// Where there are no locks, a workshop opens as ever.
func TestPlaceWithoutLocks(t *testing.T) {
	path := saves(t, head1)
	a, b := mustOpen(t, path, unlocked(1)), mustOpen(t, path, unlocked(2))
	defer mustClose(t, a)
	defer mustClose(t, b)
	if a.ReadOnly() || b.ReadOnly() {
		t.Error("one is read-only")
	}
}

// A move takes the lock of the new place and leaves that of the old one.
func TestMovingTakesTheLockAlong(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a.doublefix"), filepath.Join(dir, "b.doublefix")
	s, other := mustOpen(t, from, testOptions(1)), mustOpen(t, to, testOptions(2))
	before := bytesOf(t, to)
	wantKey(t, s.MoveTo(to, true), "error.workshop.in_use")
	if !bytes.Equal(before, bytesOf(t, to)) || s.Path() != from {
		t.Errorf("the file of the other window is\n%s\nand we are at %s", bytesOf(t, to), s.Path())
	}
	mustClose(t, other)
	if err := s.MoveTo(to, true); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{from: false, to: true} {
		again := mustOpen(t, path, testOptions(3))
		if again.ReadOnly() != want {
			t.Errorf("%s: read-only is %v", path, again.ReadOnly())
		}
		mustClose(t, again)
	}
	mustClose(t, s)
	third := filepath.Join(dir, "c.doublefix")
	if err := s.MoveTo(third, false); err != nil {
		t.Fatal(err)
	}
	if again := mustOpen(t, third, testOptions(4)); again.ReadOnly() {
		t.Error("a store that was closed holds a lock")
	} else {
		mustClose(t, again)
	}
}

// Who could only read can go on in another place, with all that the first window has written by then.
func TestReaderGoesOnElsewhere(t *testing.T) {
	path := saves(t, head1)
	first, second := mustOpen(t, path, testOptions(1)), mustOpen(t, path, testOptions(2))
	e, ok := Rename(first.Doc(), "by the first")
	do(first, e, ok)
	mustClose(t, first)
	at := filepath.Join(t.TempDir(), "copy.doublefix")
	if err := second.MoveTo(at, false); err != nil || second.ReadOnly() || second.Doc().Name != "by the first" {
		t.Fatalf("%v, read-only %v, name %q", err, second.ReadOnly(), second.Doc().Name)
	}
	e, ok = Rename(second.Doc(), "by the second")
	do(second, e, ok)
	mustClose(t, second)
	if d, _, err := Read(at, testOptions(1)); err != nil || d.Name != "by the second" || len(eventsOf(t, path)) != 1 {
		t.Errorf("%v, name %q", err, d.Name)
	}
}
