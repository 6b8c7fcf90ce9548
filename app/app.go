// Package app holds the errors that people read, and nothing else that others could own.
package app

import "errors"

// Code sorts errors by what can be done about them.
type Code string

// The codes.
const (
	NotFound Code = "not_found" // what was named is not there
	Invalid  Code = "invalid"   // what was given cannot be used
	Conflict Code = "conflict"  // it contradicts what is there
	TooNew   Code = "too_new"   // a newer version of the app has made it
	Internal Code = "internal"  // a mistake of the program
)

// Error is an error that people read in their language: the translation of Key, its holes filled from Args. Err is the
// cause, for logs.
type Error struct {
	Code Code
	Key  string // "error.data.no_column"
	Args map[string]any
	Err  error
}

// Error returns the key and the cause; for people there is the translation of the key.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Key
	}
	return e.Key + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of err: of the first Error in its chain, Internal for any other error, "" for none.
func CodeOf(err error) Code {
	var known *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		return known.Code
	}
	return Internal
}
