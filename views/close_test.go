package views

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/viewtest"
)

// The window must not go with something unsaved unsaid, and must go when a person insists.
func TestClosing(t *testing.T) {
	p := start(t)
	closed := false
	p.w.win.SetOnClosed(func() { closed = true })
	p.do("view.rank")
	p.typed("1")
	if err := os.Remove(p.w.deps.Store.Path()); err != nil {
		t.Fatal(err)
	}
	p.typed("2")
	// The writer works beside the window: only a refusal that is known before the store is closed can be tried again.
	viewtest.Eventually(t, "the disk refuses", func() bool { return p.w.deps.Store.State().Err != nil })
	p.do("file.quit")
	if closed || p.w.notice == nil || !p.w.notice.failed || len(p.w.notice.answers) != 2 {
		t.Fatalf("closed %v, notice %+v", closed, p.w.notice)
	}
	p.do("file.quit")
	p.want("closed", closed, true)
}

func TestQuitReachesTheDisk(t *testing.T) {
	p := start(t)
	p.do("view.rank")
	p.typed("1")
	p.w.win.Resize(fyne.NewSize(1111, 700))
	p.do("file.quit")
	p.want("pending", p.w.deps.Store.State().Pending, 0)
	p.want("width that is remembered", p.w.deps.App.Preferences().Float(keyWidth), 1111.0)
}

// Text size and theme leave the news that the disk refuses where it is.
func TestDiskTroubleOutlastsSwitches(t *testing.T) {
	p := start(t)
	p.w.showSaved(workshop.State{Pending: 1, Err: &app.Error{Key: "error.file.disk_full", Args: map[string]any{"File": "w", "Folder": "f"}}})
	p.do("view.theme", "view.lang.es")
	if p.w.notice == nil || !strings.Contains(p.w.notice.text, "disco") || len(p.w.notice.answers) != 2 {
		t.Errorf("notice is %+v", p.w.notice)
	}
}

func TestEveryFindingIsSaid(t *testing.T) {
	p := start(t)
	path := p.w.deps.Store.Path()
	if err := p.w.deps.Store.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("no event\nnor this\n{\"torn"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	again := open(t, p.w.deps.App, path, words.English)
	if n := len(strings.Split(again.w.notice.text, "\n")); n != 3 {
		t.Errorf("%d findings are said, want 3: %s", n, again.w.notice.text)
	}
}

// A crash of the last session is told once the window is there, with the report one press away.
func TestCrashIsTold(t *testing.T) {
	p := start(t)
	p.w.deps.Crashed = []string{"/reports/crash-1.txt", "/reports/crash-2.txt"}
	p.w.report()
	n := p.w.notice
	if n == nil || !n.failed || !strings.Contains(n.text, "/reports/crash-2.txt") || len(n.answers) != 1 {
		t.Errorf("notice is %+v", n)
	}
}
