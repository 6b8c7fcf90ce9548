package workshop

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// withPeople returns a workshop with Ana, who was renamed once, and Beto.
func withPeople(t *testing.T, o Options) *Store {
	t.Helper()
	s := mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), o)
	for _, name := range []string{"Ana", "Ana <María>"} {
		e, ok := SetPeople(s.Doc(), []Person{{ID: "p1", Name: name, Code: "K7", Table: "2"}, {ID: "p2", Name: "Beto", Code: "K8"}})
		do(s, e, ok)
	}
	return s
}

func noName(t *testing.T, path string) {
	t.Helper()
	for _, name := range []string{"Ana", "Mar", "K7"} {
		if got := bytesOf(t, path); bytes.Contains(got, []byte(name)) {
			t.Errorf("%s is still in the file:\n%s", name, got)
		}
	}
}

// Nobody can tell any more what a forgotten person was called: not from the file, not by undo, not after opening it again.
func TestForget(t *testing.T) {
	s := withPeople(t, testOptions(1))
	if err := s.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	noName(t, s.Path())
	want := []Person{{ID: "p1", Table: "2", Forgotten: true}, {ID: "p2", Name: "Beto", Code: "K8"}}
	for step := range 4 {
		if got := s.Doc().People; step < 2 && !reflect.DeepEqual(got, want) {
			t.Errorf("after %d undos people are %+v, want %+v", step, got, want)
		}
		for _, entry := range s.Audit() {
			if strings.Contains(string(entry.Edit.Data), "Ana") {
				t.Errorf("the record says %s", entry.Edit.Data)
			}
		}
		e, ok := s.Doc().UndoEdit()
		do(s, e, ok)
	}
	for range 2 {
		e, ok := s.Doc().RedoEdit()
		do(s, e, ok)
	}
	mustClose(t, s)
	noName(t, s.Path())
	if d, findings, err := Read(s.Path(), testOptions(1)); err != nil || len(findings) != 0 || !reflect.DeepEqual(d.People, want) {
		t.Errorf("%v, %v, people are %+v", err, findings, d.People)
	}
}

// Ids, clocks, what others wrote and what cannot be read stay as they are, byte for byte.
func TestForgettingKeepsTheRest(t *testing.T) {
	const ana = `{"id":"a","clock":4,"type":"people.set","by":"x","data":{"people":[{"person":"p2","name":"Beto"},{"x":1.0, "Person":"p1","NAME":"Ana","table":"2","code":"K7"}]}}`
	const without = `{"id":"a","clock":4,"type":"people.set","by":"x","data":{"people":[{"person":"p2","name":"Beto"},{"x":1.0,"Person":"p1","table":"2"}]}}`
	path := saves(t, head1+unknown+"\n"+ana+"\r\n"+`{"broken":"Ana","code":"K7","other":"K7"`+"\n"+`{"id":"f","clock":5,"type":"future","data":{"person":"p1","name":"Ana"}}`)
	s := mustOpen(t, path, testOptions(1))
	if err := s.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	want := head1 + unknown + "\n" + without + "\r\n" + `{"broken":"","code":"","other":"K7"` + "\n" + `{"id":"f","clock":5,"type":"future","data":{"person":"p1"}}` + "\n"
	got, note, _ := strings.Cut(string(bytesOf(t, path)), `{"id":"`+eventsOf(t, path)[5].ID)
	if got != want || !strings.Contains(note, `"clock":6,"type":"person.forgotten","data":{"person":"p1"}`) {
		t.Errorf("file is\n%s%s\nwant\n%s", got, note, want)
	}
}

// What the disk refused so far goes into the new file, without the name.
func TestForgetWhatIsPending(t *testing.T) {
	path := saves(t, head1)
	s, bad, states := openBad(t, path)
	bad.set(syscall.ENOSPC, 90)
	e, ok := SetPeople(s.Doc(), []Person{{ID: "p1", Name: "Ana", Code: "K7"}})
	do(s, e, ok)
	<-states
	if err := s.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	if st := s.State(); st != (State{}) {
		t.Errorf("state %+v", st)
	}
	noName(t, path)
	bad.set(nil, 0)
	e, ok = Rename(s.Doc(), "goes on")
	do(s, e, ok)
	mustClose(t, s)
	if n := len(eventsOf(t, path)); n != 3 {
		t.Errorf("%d events, want 3:\n%s", n, bytesOf(t, path))
	}
}

// A file that cannot be written anew stays as it was, and so does the document.
func TestForgettingThatFails(t *testing.T) {
	s := withPeople(t, testOptions(1))
	mustClose(t, s)
	wantKey(t, s.Forget("p1"), "error.workshop.closed")
	first := mustOpen(t, s.Path(), testOptions(1))
	second := mustOpen(t, s.Path(), testOptions(2))
	wantKey(t, second.Forget("p1"), "error.workshop.in_use")
	mustClose(t, second)
	before := bytesOf(t, s.Path())
	if err := os.Remove(s.Path()); err != nil {
		t.Fatal(err)
	}
	wantKey(t, first.Forget("p1"), "error.workshop.gone")
	if first.Doc().People[0].Name != "Ana <María>" {
		t.Errorf("people are %+v", first.Doc().People)
	}
	if err := os.WriteFile(s.Path(), before, 0o644); err != nil {
		t.Fatal(err)
	}
	mustClose(t, first)
}

// What forgetting does not reach is said: copies of torn lines, and the same words elsewhere.
func TestForgettingSaysWhatIsLeft(t *testing.T) {
	path := saves(t, head1+halfLine)
	s := mustOpen(t, path, testOptions(1))
	e, ok := SetPeople(s.Doc(), []Person{{ID: "p1", Name: "Ana"}})
	do(s, e, ok)
	e, ok = Rename(s.Doc(), "Ana")
	do(s, e, ok)
	if err := s.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	for key, want := range map[string]map[string]any{
		"workshop.finding.name_left":      {"File": path, "Lines": "3"},
		"workshop.finding.name_in_copies": {"Files": path + ".torn-1"},
	} {
		i := slices.IndexFunc(s.Findings(), func(f Finding) bool { return f.Key == key })
		if i < 0 || !reflect.DeepEqual(s.Findings()[i].Args, want) {
			t.Errorf("findings are %v, want %s %v", s.Findings(), key, want)
		}
	}
	if string(bytesOf(t, path+".torn-1")) != halfLine {
		t.Error("the copy was changed")
	}
}

// A name in somebody's own words stays, since there is no telling who is meant, and it is said where.
func TestForgettingNamesInNotes(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), testOptions(1))
	e, ok := SetPeople(s.Doc(), []Person{{ID: "p1", Name: "Ana Ruiz"}})
	do(s, e, ok)
	for row, text := range []string{"Banana Ruizes", "as ANA  RUIZ, of table 2, said", "nothing"} {
		e, ok = NoteRow(s.Doc(), "traces", strconv.Itoa(row), text)
		do(s, e, ok)
	}
	e, ok = TitleChart(s.Doc(), "traces", "years", "Ana Ruiz's chart")
	do(s, e, ok)
	if err := s.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	f := s.Findings()
	if len(f) != 1 || f[0].Key != "workshop.finding.name_left" || f[0].Args["Lines"] != "4, 6" {
		t.Errorf("findings are %v", f)
	}
}

// A link leads to the file that has the name.
func TestForgetThroughALink(t *testing.T) {
	s := withPeople(t, testOptions(1))
	mustClose(t, s)
	link := filepath.Join(t.TempDir(), "link.doublefix")
	if err := os.Symlink(s.Path(), link); err != nil {
		t.Skip("no links here")
	}
	through := mustOpen(t, link, testOptions(1))
	if err := through.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	mustClose(t, through)
	noName(t, s.Path())
	if at, err := os.Readlink(link); err != nil || at != s.Path() {
		t.Errorf("the link leads to %q, %v", at, err)
	}
}
