// Package doublefix holds what the two programs say about themselves. FyneApp.toml is the one place where the name, the id
// and the version stand; packaging tools read it from the same folder.
package doublefix

import (
	_ "embed"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed FyneApp.toml
var fyneApp string

// Details is what FyneApp.toml says about the app.
type Details struct {
	Name    string // as people read it
	ID      string // reversed domain; preferences are kept under it
	Version string // semantic version, without a v
	Build   int    // grows with every release

	Migrations map[string]bool // Fyne behaviours that the app has agreed to
}

// About returns the details of the app.
func About() Details { return about() }

// FyneApp returns FyneApp.toml as it stands.
func FyneApp() string { return fyneApp }

var about = sync.OnceValue(func() Details {
	var file struct {
		Details    Details
		Migrations map[string]bool
	}
	if _, err := toml.Decode(fyneApp, &file); err != nil {
		panic(err) // the file is embedded above
	}
	file.Details.Migrations = file.Migrations
	return file.Details
})
