package workshop

import (
	"io"

	"doublefix/app/safefile"
)

// Write puts what write produces into a file that goes out of a workshop: a copy, an export, pages to print. It does so as
// [safefile.Write] does, but where a window has the file open as its workshop, that is left as it is and the error is an
// [app.Error] of code Conflict: what replaces a journal takes the workshop away from under the window.
func Write(path string, write func(io.Writer) error) error {
	l, held := Options{Lock: lockFile}.guard(path)
	if held {
		return inUse(path)
	}
	defer l.give()
	return safefile.Write(path, write)
}

// Held returns the error that [Write] would give because a window has the file open, this one or another; nil where nobody
// has, or where there are no locks.
func Held(path string) error {
	l, held := Options{Lock: lockFile}.guard(path)
	if held {
		return inUse(path)
	}
	l.give()
	return nil
}
