package safefile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"doublefix/app"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func TestWriteReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	for _, want := range []string{"first, and longer", "second"} {
		if err := Write(path, text(want)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != want {
			t.Errorf("file has %q, want %q", got, want)
		}
	}
}

// A file that only its owner may read, as one with names in it, stays that way.
func TestWriteKeepsWhoMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such modes")
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	for _, mode := range []os.FileMode{0o644, 0o600, 0o640} {
		if _, err := os.Stat(path); err == nil {
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
		}
		if err := Write(path, text("x")); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != mode {
			t.Errorf("mode is %o, want %o", got, mode)
		}
	}
}

func TestFailureKeepsTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := Write(path, text("old")); err != nil {
		t.Fatal(err)
	}
	err := Write(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of the ne"); err != nil {
			return err
		}
		return syscall.ENOSPC
	})
	wantKey(t, err, "error.file.disk_full")
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("file has %q, want the old text", got)
	}
	left, _ := os.ReadDir(dir)
	if len(left) != 1 {
		t.Errorf("%d files are left, want only the old one", len(left))
	}
}

func TestWhatPeopleRead(t *testing.T) {
	dir := t.TempDir()
	wantKey(t, Write(filepath.Join(dir, "missing", "a.txt"), text("x")), "error.file.no_folder")
	wantKey(t, Write(dir, text("x")), "error.file.is_folder")
	for cause, key := range map[error]string{
		syscall.EROFS: "error.file.not_allowed", syscall.EACCES: "error.file.not_allowed",
		syscall.ENOSPC: "error.file.disk_full", syscall.EIO: "error.file.failed",
	} {
		wantKey(t, Explain("a.txt", fmt.Errorf("write: %w", cause)), key)
	}
	if Explain("a.txt", nil) != nil {
		t.Error("no error has an explanation")
	}
	own := &app.Error{Code: app.Invalid, Key: "error.own"}
	wantKey(t, Explain("a.txt", fmt.Errorf("wrapped: %w", own)), "error.own")
}

func wantKey(t *testing.T, err error, key string) {
	t.Helper()
	var known *app.Error
	if !errors.As(err, &known) || known.Key != key {
		t.Errorf("error is %v, want one that reads %s", err, key)
	}
}
