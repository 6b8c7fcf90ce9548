// Package quiet holds back the log while the program is loaded.
//
// Fyne reads the locale when its packages are initialised, and logs an error where it is "C" or missing, as over a plain
// remote shell: three lines that nobody can act on, before the program can say anything. Go initialises packages in the
// order of their paths as far as imports allow, and this one imports nothing of Fyne's, so it comes first.
package quiet

import (
	"io"
	"log"
	"os"
)

func init() { log.SetOutput(io.Discard) }

// End lets the log speak again.
func End() { log.SetOutput(os.Stderr) }
