// Package viewtest holds what the tests of the views share: an app that wears our theme, the built-in data, and waiting. It
// must not import kit, whose own tests use it.
package viewtest

import (
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/data"
	"doublefix/views/theme"
)

// Main runs the tests of a package in an app with the light theme and text of the usual size; call it from TestMain.
func Main(m *testing.M) {
	test.NewApp().Settings().SetTheme(theme.New(look.Light(), false, 1))
	os.Exit(m.Run())
}

// Set returns the built-in data package, loaded anew.
func Set(t testing.TB) *dataset.Set {
	t.Helper()
	pkg, _, err := datapackage.Open(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := dataset.Load(pkg)
	return set
}

// Eventually waits until ok holds, as work on another goroutine makes it, and fails after some seconds.
func Eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for range 500 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("waited in vain: %s", what)
}
