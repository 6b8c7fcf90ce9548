package workshop

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"syscall"
	"testing"
)

// badDisk writes a real file but fails when told to, after taking part of a line.
type badDisk struct {
	Disk
	mu   sync.Mutex
	fail error
	take int // bytes of the line that reach the disk before it fails
	path string
}

func (d *badDisk) set(err error, take int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fail, d.take = err, take
}

func (d *badDisk) Append(b []byte) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail == nil {
		return d.Disk.Append(b)
	}
	if err := d.Disk.Append(b[:min(d.take, len(b))]); err != nil {
		return err
	}
	return d.fail
}

func openBad(t *testing.T, path string) (*Store, *badDisk, <-chan State) {
	t.Helper()
	bad := &badDisk{path: path}
	o := testOptions(1)
	o.Disk = func(at string) Disk {
		if at != path {
			return osDisk(at)
		}
		bad.Disk = osDisk(at)
		return bad
	}
	s := mustOpen(t, path, o)
	states := make(chan State, 1000)
	s.OnState(func(st State) { states <- st })
	return s, bad, states
}

func TestFullDiskLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	s, bad, states := openBad(t, path)
	e, ok := Place(s.Doc(), "A", 1)
	do(s, e, ok)
	if st := <-states; st.Err != nil || st.Pending != 0 {
		t.Fatalf("a sound disk: %+v", st)
	}
	before := bytesOf(t, path)

	bad.set(syscall.ENOSPC, 20)
	e, ok = Place(s.Doc(), "B", 2)
	do(s, e, ok)
	st := <-states
	wantKey(t, st.Err, "error.file.disk_full")
	if st.Pending != 1 || s.Doc().Place("B") != 2 {
		t.Errorf("pending %d, places %v; the edit must stay on the screen", st.Pending, s.Doc().Places)
	}
	if got := bytesOf(t, path); !bytes.HasPrefix(got, before) {
		t.Error("what was saved before was changed")
	}

	e, ok = Place(s.Doc(), "C", 3)
	do(s, e, ok)
	if st := <-states; st.Pending != 2 {
		t.Errorf("pending %d after a second edit, want 2", st.Pending)
	}

	bad.set(nil, 0)
	s.Retry()
	for st = <-states; st.Pending > 0; st = <-states {
		if st.Err != nil {
			t.Fatal(st.Err)
		}
	}
	want := s.Doc()
	mustClose(t, s)
	again := mustOpen(t, path, testOptions(2))
	defer mustClose(t, again)
	if !reflect.DeepEqual(again.Doc(), want) || len(again.Findings()) != 0 {
		t.Errorf("reopened %+v with findings %v\nwant %+v", again.Doc(), again.Findings(), want)
	}
}

func TestCloseTellsWhatIsNotSaved(t *testing.T) {
	s, bad, states := openBad(t, filepath.Join(t.TempDir(), "w.doublefix"))
	bad.set(syscall.EROFS, 0)
	e, ok := Place(s.Doc(), "A", 1)
	do(s, e, ok)
	<-states
	wantKey(t, s.Close(), "error.file.not_allowed")
}

func TestPulledStick(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "stick", "w.doublefix")
	s := mustOpen(t, path, testOptions(1))
	states := make(chan State, 10)
	s.OnState(func(st State) { states <- st })
	if err := os.Rename(filepath.Join(dir, "stick"), filepath.Join(dir, "pulled")); err != nil {
		t.Fatal(err)
	}
	e, ok := Place(s.Doc(), "A", 1)
	do(s, e, ok)
	wantKey(t, (<-states).Err, "error.file.no_folder")
	if err := os.Rename(filepath.Join(dir, "pulled"), filepath.Join(dir, "stick")); err != nil {
		t.Fatal(err)
	}
	s.Retry()
	if st := <-states; st.Err != nil {
		t.Errorf("after it was put back: %v", st.Err)
	}
	mustClose(t, s)
}

func TestUnreadableFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "w.doublefix"), testOptions(1)); err == nil {
		t.Error("a workshop inside a file was opened")
	}
}

func TestStoreFromManyGoroutines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	s := mustOpen(t, path, testOptions(1))
	s.OnState(func(State) { s.Doc() })
	var all sync.WaitGroup
	for g := range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			r := rand.New(rand.NewPCG(uint64(g), 1))
			for range 25 {
				e, ok := Rename(s.Doc(), string(rune('a'+r.IntN(26)))+string(rune('0'+g)))
				do(s, e, ok)
				s.State()
			}
		}()
	}
	all.Wait()
	want := s.Doc()
	mustClose(t, s)
	again := mustOpen(t, path, testOptions(2))
	defer mustClose(t, again)
	if !reflect.DeepEqual(again.Doc(), want) || len(eventsOf(t, path)) < 50 {
		t.Errorf("%d events, name %q, want %q", len(eventsOf(t, path)), again.Doc().Name, want.Name)
	}
}

// States are told in order and one at a time, whoever causes them: here the workshop moves while the state of an edit is
// still being told.
func TestStatesInOrder(t *testing.T) {
	dir := t.TempDir()
	s, bad, _ := openBad(t, filepath.Join(dir, "w.doublefix"))
	bad.set(syscall.ENOSPC, 0)
	told, goOn := make(chan State), make(chan bool)
	s.OnState(func(st State) {
		told <- st
		<-goOn
	})
	e, ok := Rename(s.Doc(), "a")
	do(s, e, ok)
	wantKey(t, (<-told).Err, "error.file.disk_full")
	if err := s.MoveTo(filepath.Join(dir, "moved"), false); err != nil {
		t.Fatal(err)
	}
	e, ok = Rename(s.Doc(), "b")
	do(s, e, ok)
	select {
	case st := <-told:
		t.Fatalf("%+v is told before the one before it was heard", st)
	case goOn <- true:
	}
	for range 2 {
		if st := <-told; st != (State{}) {
			t.Errorf("told %+v, want that all is saved", st)
		}
		goOn <- true
	}
	mustClose(t, s)
}
