// Package crash leaves a report when the program ends in a panic or a fatal signal, for the next start to mention.
//
// Go writes what went wrong to a file of this session, whichever goroutine it happened in, as the last thing it does; see
// [debug.SetCrashOutput]. A session that ends well takes its file away. Nothing is sent anywhere.
package crash

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

const (
	sessionPrefix = "session-"
	reportPrefix  = "crash-"
	suffix        = ".txt"
	mark          = "\n----\n" // ends the head of a file; what follows is the crash
	keptReports   = 10
	staleAfter    = 30 * 24 * time.Hour // a session file without a crash may belong to a window that is open
)

// Session is a run of the program that is watched.
type Session struct{ file *os.File }

// Watch begins a session: from now on a crash is written into folder, which is made where it is missing. The head says which
// program it was, for who reads the report. It returns the reports of sessions that crashed and were not returned before,
// oldest first. Watching goes without saying: where it cannot be, the error is for the log, and the program runs on.
func Watch(folder, head string) (*Session, []string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, nil, fmt.Errorf("folder of crash reports: %w", err)
	}
	found, err := collect(folder, time.Now())
	if err != nil {
		return nil, found, err
	}
	f, err := os.CreateTemp(folder, sessionPrefix+"*"+suffix)
	if err != nil {
		return nil, found, fmt.Errorf("crash report: %w", err)
	}
	s := &Session{f}
	_, err = fmt.Fprintf(f, "%s\n%s %s/%s\n%s%s", strings.TrimSpace(head), runtime.Version(), runtime.GOOS, runtime.GOARCH,
		time.Now().Format(time.RFC3339), mark)
	if err == nil {
		err = debug.SetCrashOutput(f, debug.CrashOptions{})
	}
	if err != nil {
		s.End()
		return nil, found, fmt.Errorf("crash report: %w", err)
	}
	return s, found, nil
}

// End ends a session that went well. It may be called on nil.
func (s *Session) End() {
	if s == nil {
		return
	}
	// What fails here leaves a file without a crash, which a later start removes.
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}

// collect makes reports of the sessions that crashed, removes what is stale, and keeps the newest reports only.
func collect(folder string, now time.Time) ([]string, error) {
	sessions, err := named(folder, sessionPrefix)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, path := range sessions {
		info, err := os.Stat(path)
		if err != nil {
			continue // another window was quicker
		}
		switch crashed(path) {
		case true:
			report := free(folder, info.ModTime())
			if os.Rename(path, report) == nil {
				found = append(found, report)
			}
		case false:
			if now.Sub(info.ModTime()) > staleAfter {
				_ = os.Remove(path)
			}
		}
	}
	slices.Sort(found)
	return found, keepNewest(folder)
}

// crashed reports whether something stands below the head of a session's file.
func crashed(path string) bool {
	text, err := os.ReadFile(path)
	_, after, ok := bytes.Cut(text, []byte(mark))
	return err == nil && ok && len(bytes.TrimSpace(after)) > 0
}

// free returns a name that no report has yet. Names sort by time.
func free(folder string, at time.Time) string {
	stem := filepath.Join(folder, reportPrefix+at.UTC().Format("2006-01-02-150405"))
	path := stem + suffix
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s-%d%s", stem, n, suffix)
	}
}

func keepNewest(folder string) error {
	reports, err := named(folder, reportPrefix)
	if err != nil {
		return err
	}
	for _, path := range reports[:max(len(reports)-keptReports, 0)] {
		_ = os.Remove(path)
	}
	return nil
}

// named returns the files of ours in folder whose names begin so, sorted. The folder may have any name, also one that is a
// pattern.
func named(folder, prefix string) ([]string, error) {
	all, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("crash reports: %w", err)
	}
	var out []string
	for _, f := range all {
		if strings.HasPrefix(f.Name(), prefix) && strings.HasSuffix(f.Name(), suffix) {
			out = append(out, filepath.Join(folder, f.Name()))
		}
	}
	return out, nil
}
