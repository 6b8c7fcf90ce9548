//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package workshop

import "errors"

// lockFile says that this system has no locks.
func lockFile(string) (free func(), err error) { return nil, errors.ErrUnsupported }
