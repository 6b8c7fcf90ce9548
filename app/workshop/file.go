package workshop

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"doublefix/app"
	"doublefix/app/safefile"
)

// file appends lines to a journal and mends its end first where that is broken. Other programs may append meanwhile.
type file struct {
	disk    Disk
	path    string
	good    []byte // what is whole in the file, as long as it is there: to tell it by, and to copy
	torn    []byte // followed the good part when the file was opened
	tried   []byte // was being appended when the disk refused
	kept    string // the file that torn was copied into
	foreign []byte // whole lines of other programs that nobody has looked at yet
}

// openEnd reports whether the last line has no LF yet.
func (f *file) openEnd() bool { return !bytes.HasSuffix(f.good, []byte("\n")) }

// with returns what is whole in the file, with lines behind it.
func (f *file) with(lines [][]byte) []byte {
	var end []byte
	if f.openEnd() {
		end = []byte("\n")
	}
	return slices.Concat(f.good, end, bytes.Join(lines, nil))
}

// append puts a line at the end of the journal and returns when it is on the disk.
func (f *file) append(line []byte) error {
	if err := f.mend(); err != nil {
		return safefile.Explain(f.path, err)
	}
	if f.openEnd() {
		line = append([]byte("\n"), line...)
	}
	f.tried = line
	if err := f.disk.Append(line); err != nil {
		return safefile.Explain(f.path, err)
	}
	size, err := f.disk.Size()
	if err != nil {
		return safefile.Explain(f.path, err)
	}
	if size == int64(len(f.good)+len(line)) {
		f.good = append(f.good, line...)
	} else if err := f.overtaken(); err != nil {
		return safefile.Explain(f.path, err)
	}
	f.tried = nil
	return nil
}

// overtaken follows the file where another program appended at the same moment as we.
func (f *file) overtaken() error {
	tail, err := f.tail()
	if err != nil {
		return err
	}
	if !bytes.Contains(tail, f.tried) {
		return refuse(app.Conflict, "error.workshop.replaced", f.path, nil)
	}
	f.follow(tail)
	return nil
}

// mend makes the end of the file ready for another line.
func (f *file) mend() error {
	cut, err := f.look()
	if err != nil || !cut {
		return err
	}
	if len(f.torn) > 0 {
		if f.kept == "" {
			if f.kept, err = f.disk.Keep(f.torn); err != nil {
				return err
			}
		}
		// The copy must outlast a power cut before the original goes.
		if err := f.disk.SyncFolder(); err != nil {
			return err
		}
	}
	if err := f.disk.Truncate(int64(len(f.good))); err != nil {
		return err
	}
	f.torn, f.tried = nil, nil
	return nil
}

// look reads what follows the good part. It has to be cut off where it is the torn line from the opening, or half of a line
// that we tried; anything else was appended by another program and is good.
func (f *file) look() (cut bool, err error) {
	if err := f.check(); err != nil {
		return false, err
	}
	tail, err := f.tail()
	if err != nil || len(tail) == 0 {
		return false, err
	}
	if len(f.torn) > 0 && bytes.Equal(tail, f.torn) || bytes.HasPrefix(f.tried, tail) {
		return true, nil
	}
	f.follow(tail)
	f.torn, f.tried = nil, nil
	return false, nil
}

// check makes sure that the path still names our file: the same one, or a copy of it that was put back.
func (f *file) check() error {
	same, err := f.disk.Same()
	switch {
	case errors.Is(err, fs.ErrNotExist) && isFolder(filepath.Dir(f.path)):
		return refuse(app.NotFound, "error.workshop.gone", f.path, err)
	case err != nil || same:
		return err
	}
	all, err := f.disk.Tail(0)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(all, f.good) {
		return refuse(app.Conflict, "error.workshop.replaced", f.path, nil)
	}
	return f.disk.Adopt()
}

// tail returns what follows the good part. That the file was shortened or written anew shows in the last of the good part,
// which is read with it.
func (f *file) tail() ([]byte, error) {
	known := f.good[max(0, len(f.good)-512):]
	tail, err := f.disk.Tail(int64(len(f.good) - len(known)))
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(tail, known) {
		return nil, refuse(app.Conflict, "error.workshop.replaced", f.path, nil)
	}
	return tail[len(known):], nil
}

// follow takes what others have appended, and perhaps we among them, as good.
func (f *file) follow(tail []byte) {
	f.good = append(f.good, tail...)
	f.foreign = append(f.foreign, tail...)
}

// is reports whether path names this file, and the file is as we know it.
func (f *file) is(path string) (bool, error) {
	there, err := os.Stat(path)
	ours, oursErr := os.Stat(f.path)
	if err != nil || oursErr != nil || !os.SameFile(there, ours) {
		return false, nil
	}
	_, err = f.look()
	if code := app.CodeOf(err); code == app.NotFound || code == app.Conflict {
		return false, nil
	}
	return err == nil, safefile.Explain(f.path, err)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
