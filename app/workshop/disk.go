package workshop

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"

	"doublefix/app/safefile"
)

// Disk is where a journal is written. Each method may fail, and after a failure the next starts afresh.
type Disk interface {
	Same() (bool, error)             // whether the path still names the file that was opened
	Adopt() error                    // takes the file that the path names now for the one that was opened
	Size() (int64, error)            // of the file in bytes
	Tail(from int64) ([]byte, error) // what stands from that byte on
	Append(b []byte) error           // writes at the end and syncs
	Truncate(size int64) error       // cuts the file to size and syncs
	Keep(b []byte) (string, error)   // writes b into a new file beside it, syncs, and returns its path
	SyncFolder() error               // makes new names in the folder last
	Close()
}

// osDisk is a file of the system, opened for appending when it is needed.
func osDisk(path string) Disk {
	d := &sysDisk{path: path}
	_ = d.Adopt() // where that fails, Same tells
	return d
}

type sysDisk struct {
	path string
	seen fs.FileInfo // of the file that was opened
	f    *os.File    // for appending only; nil until it is needed
}

// now identifies the file that the path names. It asks an open file, since on Windows what is known by name alone is looked
// up when it is compared, which would be too late.
func (d *sysDisk) now() (fs.FileInfo, error) {
	f, err := os.Open(d.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Stat()
}

func (d *sysDisk) Same() (bool, error) {
	now, err := d.now()
	if err != nil {
		return false, d.fresh(err)
	}
	return d.seen != nil && os.SameFile(d.seen, now), nil
}

func (d *sysDisk) Adopt() error {
	d.Close()
	now, err := d.now()
	if err == nil {
		d.seen = now
	}
	return err
}

func (d *sysDisk) Size() (int64, error) {
	info, err := d.now()
	if err != nil {
		return 0, d.fresh(err)
	}
	return info.Size(), nil
}

func (d *sysDisk) Tail(from int64) ([]byte, error) {
	f, err := os.Open(d.path)
	if err != nil {
		return nil, d.fresh(err)
	}
	defer f.Close()
	if _, err := f.Seek(from, io.SeekStart); err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func (d *sysDisk) Append(b []byte) error {
	if d.f == nil {
		f, err := os.OpenFile(d.path, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			return err
		}
		d.f = f
	}
	_, err := d.f.Write(b)
	if err == nil {
		err = d.f.Sync()
	}
	return d.fresh(err)
}

// Truncate opens the file anew: Windows does not cut a file that is open for appending only.
func (d *sysDisk) Truncate(size int64) error {
	d.Close()
	f, err := os.OpenFile(d.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Truncate(size)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (d *sysDisk) Keep(b []byte) (string, error) { return keepBeside(d.path, b) }

func (d *sysDisk) SyncFolder() error { return syncFolder(filepath.Dir(d.path)) }

func (d *sysDisk) Close() {
	if d.f != nil {
		_ = d.f.Close() // every write was synced before it counted
		d.f = nil
	}
}

// fresh closes the file after a failure: a stick that was pulled and put back needs a new one.
func (d *sysDisk) fresh(err error) error {
	if err != nil {
		d.Close()
	}
	return err
}

// keepBeside writes b into a file beside path, under a name that is free, and returns that name.
func keepBeside(path string, b []byte) (string, error) {
	for n := 1; ; n++ {
		name := tornName(path, n)
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", safefile.Explain(name, err)
		}
		_, err = f.Write(b)
		if err == nil {
			err = f.Sync()
		}
		if err = errors.Join(err, f.Close()); err != nil {
			_ = os.Remove(name) // half a copy helps no one; the whole is still in the journal
			return "", safefile.Explain(name, err)
		}
		return name, nil
	}
}

func tornName(path string, n int) string { return path + ".torn-" + strconv.Itoa(n) }

// syncFolder makes new names in a folder last; systems that cannot do that for folders are left alone.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return safefile.Explain(dir, err)
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return safefile.Explain(dir, err)
}
