package workshop

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	crashChild = "DOUBLEFIX_CRASH_CHILD" // the journal that a child writes
	crashKills = "DOUBLEFIX_CRASH_KILLS" // how often a child is killed; few times unless it is said
	crashEdits = 500
)

// TestCrashChild is no test but the process that is killed. It edits, prints the number of each edit that counts as saved,
// and now and then forgets a person and prints that.
func TestCrashChild(t *testing.T) {
	path := os.Getenv(crashChild)
	if path == "" {
		t.Skip("TestKilledWhileWriting runs it")
	}
	s := mustOpen(t, path, Options{Package: testPackage, Options: []string{"A", "B", "C", "D"}, Create: true})
	states := make(chan State, crashEdits)
	s.OnState(func(st State) { states <- st })
	r := rand.New(rand.NewPCG(uint64(os.Getpid()), 1))
	first := numbered(s.Doc().Name) + 1
	for n := first; n < first+crashEdits; {
		from := n
		for range 1 + r.IntN(4) { // several at once, as by an import
			e, ok := Rename(s.Doc(), strconv.Itoa(n))
			do(s, e, ok)
			n++
		}
		for st := (State{Pending: 1}); st.Pending > 0; st = <-states {
			if st.Err != nil {
				t.Fatal(st.Err)
			}
		}
		if s.State().Pending == 0 {
			fmt.Println("saved", n-1)
		}
		if from/50 != n/50 {
			id := fmt.Sprint("p", n)
			e, ok := SetPeople(s.Doc(), []Person{{ID: id, Name: "name of " + id}})
			do(s, e, ok)
			if err := s.Forget(id); err != nil {
				t.Fatal(err)
			}
			for len(states) > 0 {
				<-states
			}
			fmt.Println("forgot", id)
		}
	}
}

// numbered is the number in a name; 0 in none.
func numbered(name string) int {
	n, _ := strconv.Atoi(name)
	return n
}

// However often a program is killed while it writes: each edit that was said to be saved is there, once and in order, none
// is torn, no name comes back, and the next start goes on. `make crash` kills more often.
func TestKilledWhileWriting(t *testing.T) {
	kills := 10
	if n, err := strconv.Atoi(os.Getenv(crashKills)); err == nil {
		kills = n
	}
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	path := filepath.Join(t.TempDir(), "w.doublefix")
	acknowledged, torn, last := 0, 0, 0
	for kill := range kills {
		if kill%10 == 0 {
			path, last = filepath.Join(t.TempDir(), "w.doublefix"), 0 // every tenth begins anew, the others go on
		}
		saved, gone := killed(t, path, r.IntN(crashEdits), time.Duration(r.IntN(3000))*time.Microsecond)
		acknowledged += saved - last
		last = saved
		if checkKilled(t, path, saved, gone) {
			torn++
		}
		if t.Failed() {
			t.Fatalf("after kill %d, with edits to %d saved", kill+1, saved)
		}
	}
	t.Logf("%d kills, %d edits saved before them, %d torn ends; nothing lost", kills, acknowledged, torn)
}

// killed runs a child and kills it some time after it has saved that many edits. It returns the last edit that was saved and
// who was forgotten.
func killed(t *testing.T, path string, edits int, later time.Duration) (saved int, gone []string) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
	child.Env = append(os.Environ(), crashChild+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var rest strings.Builder
	in, first := bufio.NewScanner(io.TeeReader(out, &rest)), 0
	for in.Scan() {
		word, what, _ := strings.Cut(in.Text(), " ")
		switch word {
		case "saved":
			saved = numbered(what)
			if first == 0 {
				first = saved
				onlyRead(t, path)
			}
			if saved-first >= edits {
				time.AfterFunc(later, func() { _ = child.Process.Kill() })
				edits = 1 << 30
			}
		case "forgot":
			gone = append(gone, what)
		}
	}
	_ = child.Wait() // it was killed, or done before
	if saved == 0 {
		t.Fatalf("the child saved nothing and said\n%s", rest.String())
	}
	return saved, gone
}

// onlyRead checks that another process has the journal.
func onlyRead(t *testing.T, path string) {
	t.Helper()
	s := mustOpen(t, path, testOptions(1))
	defer mustClose(t, s)
	if !s.ReadOnly() {
		t.Error("two processes write to one journal")
	}
}

// checkKilled opens what a killed child left, and reports whether its end was torn.
func checkKilled(t *testing.T, path string, saved int, gone []string) (torn bool) {
	t.Helper()
	for _, id := range gone {
		if bytes.Contains(bytesOf(t, path), []byte("name of "+id+`"`)) {
			t.Errorf("%s was forgotten, but the name is there", id)
		}
	}
	next := 1
	for _, e := range eventsOf(t, path) {
		if e.Type != typeNamed {
			continue
		}
		if want := fmt.Sprintf(`{"name":"%d"}`, next); string(e.Data) != want {
			t.Errorf("edit %d is %s", next, e.Data)
			return false
		}
		next++
	}
	if next <= saved {
		t.Errorf("edits to %d were saved, but only %d are there", saved, next-1)
	}
	s := mustOpen(t, path, testOptions(uint64(saved)))
	torn = len(s.file.torn) > 0
	for _, f := range s.Findings() {
		if f.Key != findingTorn {
			t.Errorf("finding %v", f)
		}
	}
	e, ok := Rename(s.Doc(), strconv.Itoa(next))
	do(s, e, ok)
	mustClose(t, s)
	if d, findings, err := Read(path, testOptions(1)); err != nil || len(findings) > 0 || d.Name != strconv.Itoa(next) {
		t.Errorf("going on: %v, %v, name %q", err, findings, d.Name)
	}
	return torn
}
