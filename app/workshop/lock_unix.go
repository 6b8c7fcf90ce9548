//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package workshop

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock that name stands for. Whoever frees it takes the name away too, so a lock counts only while the
// name is that of the file that was locked.
func lockFile(name string) (free func(), err error) {
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		if err := flock(f); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		ours, err := f.Stat()
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if now, err := os.Stat(name); err == nil && os.SameFile(ours, now) {
			return func() {
				_ = os.Remove(name) // a name that stays is no lock
				_ = f.Close()
			}, nil
		}
		_ = f.Close() // it was freed between opening and locking
	}
}

func flock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		}
		return err
	}
}
