package workshop

import (
	"errors"
	"syscall"
)

const (
	deleteOnClose    = 0x04000000        // FILE_FLAG_DELETE_ON_CLOSE
	sharingViolation = syscall.Errno(32) // ERROR_SHARING_VIOLATION
	hidden           = syscall.FILE_ATTRIBUTE_HIDDEN
	readWrite        = syscall.GENERIC_READ | syscall.GENERIC_WRITE
)

// lockFile takes the lock that name stands for: a file that is open to nobody else and goes when its process does.
func lockFile(name string) (free func(), err error) {
	at, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(at, readWrite, 0, nil, syscall.OPEN_ALWAYS, hidden|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errHeld
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = syscall.CloseHandle(h) }, nil
}
