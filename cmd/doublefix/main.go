// Command doublefix is the window of Doublefix. It opens the workshop (*.doublefix) or the data package (a folder) that it
// is given, or the built-in package and the person's own workshop.
package main

import (
	"fmt"
	"os"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"doublefix"
	"doublefix/assets"
	"doublefix/views"
	"doublefix/views/quiet"
)

// garbage is how much may lie about, in hundredths of what is in use, before it is collected; GOGC is another number. A
// third of Go's own 100 takes seven megabytes off the window and leaves its start as quick; a handout may take a quarter longer.
const garbage = 30

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	quiet.End()
	about := doublefix.About()
	icon := assets.AppIcon()
	app.SetMetadata(fyne.AppMetadata{
		ID: about.ID, Name: about.Name, Version: about.Version, Build: about.Build, Migrations: about.Migrations,
		Icon: fyne.NewStaticResource("doublefix.png", icon),
	})
	err := views.Run(views.Program{
		Name: about.Name, Version: about.Version, Args: os.Args[1:], Env: os.Getenv, Out: os.Stdout,
		App: func() fyne.App { return app.NewWithID(about.ID) },
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
