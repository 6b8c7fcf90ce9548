package views

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"doublefix/views/task"
	"doublefix/views/viewtest"
)

// slow is a Runner whose work and timers wait until the test asks for them.
type slow struct{ work, timers []func() }

func (s *slow) runner() task.Runner {
	return task.Runner{
		Start: func(f func()) { s.work = append(s.work, f) },
		OnUI:  func(f func()) { f() },
		After: func(_ time.Duration, f func()) { s.timers = append(s.timers, f) },
	}
}

func (s *slow) run(queue *[]func()) {
	for _, f := range *queue {
		f()
	}
	*queue = nil
}

func TestSlowWritingIsSaid(t *testing.T) {
	p := start(t)
	disk := &slow{}
	p.w.deps.Runner = disk.runner()
	path := filepath.Join(t.TempDir(), "x.csv")
	p.w.writeFile(path, func(out io.Writer) error { _, err := io.WriteString(out, "a"); return err })
	if p.w.notice != nil {
		t.Errorf("said at once: %+v", p.w.notice)
	}
	disk.run(&disk.timers)
	p.want("notice meanwhile", p.w.notice.text, "Writing…")
	disk.run(&disk.work)
	p.want("notice after it", strings.HasPrefix(p.w.notice.text, "Saved x.csv"), true)

	p.w.closeNotice()
	p.w.writeFile(path, func(io.Writer) error { return errors.New("odd") })
	disk.run(&disk.work)
	disk.run(&disk.timers)
	p.want("what failed is said, not that it goes on", p.w.notice.failed, true)
}

// A window that is closed while a file is being written goes when the file is there, and stays where it could not be written.
func TestClosingWaitsForWriting(t *testing.T) {
	p := start(t)
	closed := false
	p.w.win.SetOnClosed(func() { closed = true })
	disk := &slow{}
	p.w.deps.Runner = disk.runner()
	p.w.writeFile(filepath.Join(t.TempDir(), "x.csv"), func(io.Writer) error { return errors.New("odd") })
	p.do("file.quit")
	disk.run(&disk.work)
	p.want("closed though it failed", closed, false)
	p.w.writeFile(filepath.Join(t.TempDir(), "x.csv"), func(io.Writer) error { return nil })
	p.do("file.quit")
	p.want("closed at once", closed, false)
	disk.run(&disk.work)
	p.want("closed", closed, true)
}

// What the disk refused is written once the cause is gone and a person asks again.
func TestTryingAgain(t *testing.T) {
	p := start(t)
	store := p.w.deps.Store
	p.want("reason while nothing waits", p.w.noRetry(), "disabled.saved")
	if err := os.Rename(store.Path(), store.Path()+".away"); err != nil {
		t.Fatal(err)
	}
	p.do("view.rank")
	p.typed("1")
	viewtest.Eventually(t, "the disk refuses", func() bool { return store.State().Err != nil })
	p.w.showSaved(store.State())
	p.want("answers", len(p.w.notice.answers), 2)
	p.want("first answer", p.w.notice.answers[0].text, "Try again")

	p.do("file.retry")
	viewtest.Eventually(t, "it refuses again", func() bool { return store.State().Err != nil })
	p.w.showSaved(store.State())
	if p.w.notice == nil || !p.w.notice.failed {
		t.Fatal("the second refusal is not said")
	}
	if err := os.Rename(store.Path()+".away", store.Path()); err != nil {
		t.Fatal(err)
	}
	p.w.notice.answers[0].do()
	viewtest.Eventually(t, "it is written", func() bool { return store.State().Pending == 0 && store.State().Err == nil })
	p.want("old notice", p.w.notice, (*notice)(nil))
}

func TestSavingTheWorkshopElsewhere(t *testing.T) {
	p := start(t)
	p.w.folder = t.TempDir()
	there := filepath.Join(p.w.folder, "workshop.doublefix")
	if err := os.WriteFile(there, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.do("view.rank")
	p.typed("1")
	p.do("file.save_elsewhere")
	p.key(fyne.KeyReturn)
	p.want("the workshop goes on in", p.w.deps.Store.Path(), there)
	p.typed("2")
	viewtest.Eventually(t, "the edit is there", func() bool {
		raw, err := os.ReadFile(there)
		return err == nil && strings.Count(string(raw), "ranking.placed") == 2
	})
}
