//go:build ignore

// The smallest window that Fyne can open: what bench.sh measures the app against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("org.doublefix.bare")
	w := a.NewWindow("Bare window")
	w.SetContent(widget.NewLabel("A label"))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}
