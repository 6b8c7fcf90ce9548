// Package safefile writes files whole or not at all: what stood in a place stays until what replaces it is on the disk.
package safefile

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"doublefix/app"
)

// Write puts what write produces into the file at path. It writes beside it first and renames, so that an error in the
// middle, a full disk or a power cut leaves the old file as it was. Who may read the old file may read the new one, and nobody
// else. Errors are [app.Error] with words for people.
func Write(path string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o644) // CreateTemp makes files for their owner alone
	if info, statErr := os.Stat(path); statErr == nil {
		if info.IsDir() {
			return problem("error.file.is_folder", path, nil)
		}
		mode = info.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".doublefix-*")
	if err != nil {
		return Explain(path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tmp.Close(), os.Remove(tmp.Name()))
			err = Explain(path, err)
		}
	}()
	out := bufio.NewWriter(tmp)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := tmp.Chmod(mode); err != nil {
		return err
	}
	if err := tmp.Sync(); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// Explain turns an error of the file system into a sentence for people. An error that has one already keeps it.
func Explain(path string, err error) error {
	var known *app.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return known
	case errors.Is(err, fs.ErrNotExist):
		return problem("error.file.no_folder", path, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return problem("error.file.not_allowed", path, err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return problem("error.file.disk_full", path, err)
	}
	return problem("error.file.failed", path, err)
}

func problem(key, path string, cause error) error {
	args := map[string]any{"File": path, "Folder": filepath.Dir(path), "Detail": ""}
	if cause != nil {
		args["Detail"] = cause.Error()
	}
	return &app.Error{Code: app.Invalid, Key: key, Args: args, Err: cause}
}
