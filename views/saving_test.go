package views

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"doublefix/app/workshop"
	"doublefix/views/setup"
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

// Nothing that goes out of a workshop goes over the file of an open one, this window's or another's: the question stays, with
// the name that was typed and why, and takes another name.
func TestNothingIsSavedOverAnOpenWorkshop(t *testing.T) {
	for name, ask := range map[string]func(p *person){
		"copy":    func(p *person) { p.do("file.copy") },
		"handout": func(p *person) { p.do("file.handout") },
		"export":  func(p *person) { p.do("workshop.export") },
		"print":   func(p *person) { p.w.print("1", setup.PrintResult{Count: 4, PerPage: 2, Paper: setup.PaperA4}) },
	} {
		t.Run(name, func(t *testing.T) {
			p := start(t)
			p.vote("ABCD")
			other := filepath.Join(t.TempDir(), "theirs.doublefix")
			theirs := p.elsewhere(other)
			theirs.Do(edited(t)(workshop.Rename(theirs.Doc(), "Theirs")))
			waitFor(t, theirs)
			waitFor(t, p.w.deps.Store)
			for path, want := range map[string]string{other: "is open in another window", p.w.deps.Store.Path(): "is open in this window"} {
				before, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				issued := p.w.round().Issued()
				p.w.folder = t.TempDir()
				ask(p)
				entry := p.w.win.Canvas().Focused().(*field)
				entry.SetText(path)
				p.key(fyne.KeyReturn)
				shown := p.w.win.Canvas().Overlays().List()
				if len(shown) != 1 || !strings.Contains(says(shown[0]), want) {
					t.Fatalf("%d questions are open, want one that says %q", len(shown), want)
				}
				p.want("what was typed", entry.Text, path)
				if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
					t.Fatalf("the file has %d bytes, before %d, %v", len(after), len(before), err)
				}
				p.want("ballots issued", p.w.round().Issued(), issued)
				free := filepath.Join(t.TempDir(), "free.cvotes")
				entry.SetText(free)
				p.key(fyne.KeyReturn)
				if _, err := os.Stat(free); err != nil {
					t.Error(err)
				}
				p.want("questions", len(p.w.win.Canvas().Overlays().List()), 0)
			}
		})
	}
}

// A name without an ending gets one; where that names a file that is there, it is asked again, with the word that it is replaced.
func TestExportWithoutEndingReplacesNothingUnsaid(t *testing.T) {
	p := start(t)
	p.vote("ABCD")
	folder := t.TempDir()
	there := filepath.Join(folder, "x.cvotes")
	if err := os.WriteFile(there, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.w.folder = folder
	p.do("workshop.export")
	p.w.win.Canvas().Focused().(*field).SetText(filepath.Join(folder, "x"))
	p.key(fyne.KeyReturn)
	if raw, err := os.ReadFile(there); err != nil || string(raw) != "theirs" {
		t.Fatalf("the file is %q, %v", raw, err)
	}
	p.want("what is said", strings.Contains(says(p.w.win.Canvas().Overlays().Top()), "saving replaces it"), true)
	p.key(fyne.KeyReturn)
	if raw, err := os.ReadFile(there); err != nil || string(raw) == "theirs" {
		t.Errorf("the file is %q, %v", raw, err)
	}
}
