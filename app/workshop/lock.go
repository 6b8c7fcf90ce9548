package workshop

import (
	"errors"
	"path/filepath"

	"doublefix/app"
)

// errHeld says that another window has the workshop open.
var errHeld = errors.New("workshop: another window has the file")

// lock keeps a journal for one window at a time: a file beside it, which the system gives up when the process ends, however it
// ends. The journal itself would not do, since forgetting a person puts another file in its place. The zero value keeps
// nothing.
type lock struct {
	name string
	free func()
}

// lockName is the file that stands for the journal at path, whatever way the path goes.
func lockName(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path)) // the file is not there, or not any more
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// guard takes the lock of the journal at path. Where there are no locks, as in a folder that cannot be written or on some
// networks, it is none: what other programs append is kept anyway. held says that another window has it.
func (o Options) guard(path string) (l lock, held bool) {
	name := lockName(path)
	free, err := o.Lock(name)
	if err != nil {
		return lock{}, errors.Is(err, errHeld)
	}
	return lock{name, free}, false
}

// give gives the lock up.
func (l *lock) give() {
	if l.free != nil {
		l.free()
	}
	*l = lock{}
}

// reserve returns the lock of the journal at path, where the store is about to write. The disk is held.
func (s *Store) reserve(path string) (lock, error) {
	if s.lock.free != nil && s.lock.name == lockName(path) {
		return s.lock, nil
	}
	l, held := s.options.guard(path)
	if held {
		return lock{}, inUse(path)
	}
	return l, nil
}

// keep goes on with a lock that was reserved, or gives it up where writing failed. The disk is held.
func (s *Store) keep(l lock, err error) {
	if l.name == s.lock.name {
		return
	}
	if err == nil {
		l, s.lock = s.lock, l
	}
	l.give()
}

func inUse(path string) error { return refuse(app.Conflict, "error.workshop.in_use", path, nil) }
