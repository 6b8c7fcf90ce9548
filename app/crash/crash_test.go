package crash

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// crashIn tells the test binary to crash instead of running tests.
const crashIn = "DOUBLEFIX_CRASH_IN"

func TestMain(m *testing.M) {
	if folder := os.Getenv(crashIn); folder != "" {
		if _, _, err := Watch(folder, "Doublefix 9.9.9"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		done := make(chan bool)
		go func() { panic("a fault beside the window") }()
		<-done
	}
	os.Exit(m.Run())
}

// A panic in any goroutine leaves a report, which the next start finds once.
func TestCrash(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "[reports") // a name that is no pattern
	for range 2 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), crashIn+"="+folder)
		if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "a fault beside the window") {
			t.Fatalf("%v\n%s", err, out)
		}
		s, found, err := Watch(folder, "Doublefix")
		if err != nil || len(found) != 1 {
			t.Fatalf("found %v, %v", found, err)
		}
		text, err := os.ReadFile(found[0])
		for _, part := range []string{"Doublefix 9.9.9", "panic: a fault beside the window", "crash_test.go"} {
			if err != nil || !strings.Contains(string(text), part) {
				t.Errorf("%q is not in the report, %v:\n%s", part, err, text)
			}
		}
		s.End()
	}
	s, found, err := Watch(folder, "Doublefix")
	if err != nil || len(found) != 0 {
		t.Errorf("found again: %v, %v", found, err)
	}
	s.End()
	if left, _ := os.ReadDir(folder); len(left) != 2 {
		t.Errorf("left are %v, want the two reports", left)
	}
}

// A window that is open, or was killed a moment ago, is no crash; its file goes when it is old.
func TestSessionsWithoutCrash(t *testing.T) {
	folder := t.TempDir()
	s, _, err := Watch(folder, "Doublefix")
	if err != nil {
		t.Fatal(err)
	}
	defer s.End()
	now := time.Now()
	for _, c := range []struct {
		at   time.Time
		left int
	}{{now.Add(time.Hour), 1}, {now.Add(2 * staleAfter), 0}} {
		found, err := collect(folder, c.at)
		left, _ := filepath.Glob(filepath.Join(folder, sessionPrefix+"*"))
		if err != nil || len(found) != 0 || len(left) != c.left {
			t.Errorf("at %v: found %v, left %v, %v", c.at, found, left, err)
		}
	}
}

func TestOnlyTheNewestReportsAreKept(t *testing.T) {
	folder := t.TempDir()
	for day := range keptReports + 5 {
		path := free(folder, time.Date(2026, 1, 1+day, 0, 0, 0, 0, time.UTC))
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := collect(folder, time.Now()); err != nil {
		t.Fatal(err)
	}
	reports, _ := filepath.Glob(filepath.Join(folder, reportPrefix+"*"))
	if len(reports) != keptReports || !strings.HasSuffix(reports[0], "crash-2026-01-06-000000.txt") {
		t.Errorf("kept are %v", reports)
	}
	same := time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC)
	if got := filepath.Base(free(folder, same)); got != "crash-2026-01-15-000000-2.txt" {
		t.Errorf("the next free name is %s", got)
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if s, _, err := Watch(file, "Doublefix"); s != nil || err == nil {
		t.Errorf("watched %v, %v", s, err)
	}
	var none *Session
	none.End()
}
