package views

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/viewtest"
)

// elsewhere opens a workshop as another window would, until the test ends.
func (p *person) elsewhere(path string) *workshop.Store {
	p.t.Helper()
	store, err := openWorkshop("", path, p.w.deps.Set)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = store.Close() })
	return store
}

// named is a workshop in a file of its own, with a name and nobody who has it open.
func (p *person) named(name string) (path string) {
	p.t.Helper()
	path = filepath.Join(p.t.TempDir(), name+ending)
	store := p.elsewhere(path)
	store.Do(edited(p.t)(workshop.Rename(store.Doc(), name)))
	if err := store.Close(); err != nil {
		p.t.Fatal(err)
	}
	return path
}

func edited(t *testing.T) func(workshop.Edit, bool) workshop.Edit {
	return func(e workshop.Edit, ok bool) workshop.Edit {
		t.Helper()
		if !ok {
			t.Fatal("there is nothing to edit")
		}
		return e
	}
}

// file answers the question for a file.
func (p *person) file(path string) {
	p.w.folder = filepath.Dir(path)
	p.typed(filepath.Base(path))
	p.key(fyne.KeyReturn)
}

func TestNewWorkshop(t *testing.T) {
	p := start(t)
	first := p.w.deps.Store.Path()
	p.vote("ABCD")
	p.w.chooseRound("1")
	p.typed("12")
	p.do("file.new")
	p.typed(" Second group ")
	p.key(fyne.KeyReturn)
	path := p.w.deps.Store.Path()
	p.want("name", p.w.doc.Name, "Second group")
	p.want("folder", filepath.Dir(path), p.w.ownFolder())
	p.want("ballots", len(p.w.round().Ballots), 0)
	p.want("digits of the other workshop", p.w.ballotState.Digits, "")
	p.want("round of the other workshop", p.w.room, room{})
	p.do("file.new")
	p.key(fyne.KeyReturn)
	p.want("another file", p.w.deps.Store.Path() != path && p.w.deps.Store.Path() != first, true)
	p.want("recent", strings.Join(p.w.recent(), " "), path+" "+first)
	if _, err := os.Stat(first); err != nil {
		t.Error(err)
	}
	p.do("file.recent")
	p.tapText(filepath.Base(first))
	p.want("back in the first", p.w.deps.Store.Path(), first)
	p.want("its ballots", len(p.w.round().Ballots), 1)
}

// Where nothing can be in the folder of the app, a new workshop is refused with words, not looked for without end.
func TestNewWorkshopWithoutAFolder(t *testing.T) {
	p := start(t)
	first, folder := p.w.deps.Store.Path(), p.w.ownFolder()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.w.begin("Second group")
	p.want("notice", p.w.notice != nil && p.w.notice.failed, true)
	p.want("workshop", p.w.deps.Store.Path(), first)
}

func TestOpenAnother(t *testing.T) {
	p := start(t)
	first, other := p.w.deps.Store.Path(), p.named("Other")
	p.want("nothing was open before", p.w.action("file.recent").Why(), "disabled.recent")
	p.w.folder = filepath.Dir(other)
	p.do("file.open")
	p.file(other)
	p.want("name", p.w.doc.Name, "Other")
	p.want("title", p.w.win.Title(), "Other – Doublefix")
	p.want("recent", strings.Join(p.w.settings.Recent, " "), other+" "+first)
	p.want("there is one to go back to", p.w.action("file.recent").Why(), "")
	p.w.openPath(first)
	p.want("recent, none twice", strings.Join(p.w.settings.Recent, " "), first+" "+other)
}

// A file that cannot be opened is told, and the workshop stays.
func TestOpenWhatIsNoWorkshop(t *testing.T) {
	p := start(t)
	first := p.w.deps.Store.Path()
	p.w.edit(workshop.Rename(p.w.doc, "Mine"))
	text := filepath.Join(t.TempDir(), "text.doublefix")
	if err := os.WriteFile(text, []byte("a letter\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{text, filepath.Join(t.TempDir(), "missing.doublefix"), t.TempDir()} {
		p.w.notice = nil
		p.w.openPath(path)
		if p.w.notice == nil || !p.w.notice.failed {
			t.Errorf("%s: notice is %+v", path, p.w.notice)
		}
		p.want("workshop", p.w.deps.Store.Path()+p.w.doc.Name, first+"Mine")
		p.want("recent", len(p.w.settings.Recent), 1)
	}
	p.w.edit(workshop.Rename(p.w.doc, "Still mine"))
	p.want("goes on", p.w.deps.Store.Doc().Name, "Still mine")
}

// The file that is open is not opened a second time, by whatever way one comes to it: it would be there only to be read.
func TestOpenWhatIsOpen(t *testing.T) {
	p := start(t)
	store := p.w.deps.Store
	link := filepath.Join(t.TempDir(), "link.doublefix")
	if err := os.Symlink(store.Path(), link); err != nil {
		t.Skip(err)
	}
	folder := filepath.Join(t.TempDir(), "folder")
	if err := os.Symlink(filepath.Dir(store.Path()), folder); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{store.Path(), filepath.Dir(store.Path()) + "/./w.doublefix", link, filepath.Join(folder, "w.doublefix")} {
		p.w.openPath(path)
		p.want("store after "+path, p.w.deps.Store, store)
		p.want("it can be changed", p.w.noEdit(), "")
	}
	p.want("another file", sameFile(store.Path(), p.named("Other")), false)
	p.want("a file that is not there", sameFile(store.Path(), store.Path()+"x"), false)
}

func TestSaveACopy(t *testing.T) {
	p := start(t)
	p.vote("ABCD", "BACD")
	p.w.folder = t.TempDir()
	p.do("file.copy")
	p.key(fyne.KeyReturn)
	copied, err := os.ReadFile(filepath.Join(p.w.folder, "workshop.doublefix"))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.w.deps.Store.Close(); err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile(p.w.deps.Store.Path())
	if err != nil || !bytes.Equal(own, copied) {
		t.Errorf("the copy has %d bytes, the workshop %d, %v", len(copied), len(own), err)
	}
	p.want("it stays where it is", filepath.Base(p.w.deps.Store.Path()), "w.doublefix")
}

// Where another window has the file, nothing changes and everything says why.
func TestReadOnly(t *testing.T) {
	p := start(t)
	other := filepath.Join(t.TempDir(), "shared.doublefix")
	theirs := p.elsewhere(other)
	theirs.Do(edited(t)(workshop.SetState(theirs.Doc(), "1", workshop.Opened)))
	theirs.Do(edited(t)(workshop.Cast(theirs.Doc(), "1", workshop.Ballot{ID: "b", State: workshop.Valid, Places: map[string]int{"A": 1}})))
	waitFor(t, theirs)
	before, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	p.w.openPath(other)
	p.want("path", p.w.deps.Store.Path(), other)
	p.want("notice", p.w.notice != nil && strings.Contains(p.w.notice.text, "is open in another window"), true)
	for _, id := range []string{"people", "question", "voting", "print", "import", "round", "close", "another", "criteria"} {
		p.want("why not workshop."+id, p.w.action("workshop."+id).Why(), "disabled.read_only")
	}
	for _, id := range []string{"file.name", "file.merge"} {
		p.want("why not "+id, p.w.action(id).Why(), "disabled.read_only")
	}
	p.do("view.step.ballots")
	p.w.focus(p.w.style.Register.Get("ballots-boxes"))
	p.w.notice = nil
	p.enters("1234")
	p.want("digits stay", p.w.ballotState.Digits, "1234")
	p.want("notice", p.w.notice != nil && p.w.notice.refused, true)
	d := p.w.ballotDeps()
	for name, try := range map[string]func(){
		"withdraw": func() { d.Withdraw("b") }, "close": d.Close, "returned": func() { d.SetReturned(3) },
		"handout": p.w.resultToHandout,
	} {
		p.w.notice = nil
		try()
		if p.w.notice == nil || !strings.Contains(p.w.notice.text, "open in another window") {
			t.Errorf("%s says %+v", name, p.w.notice)
		}
	}
	p.do("view.step.mine")
	p.typed("1")
	p.want("own order", strings.Join(p.w.doc.Places, ""), "")
	p.want("ballots", len(p.w.round().Ballots), 1)
	if after, err := os.ReadFile(other); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file has %d bytes, before %d, %v", len(after), len(before), err)
	}

	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	p.w.openPath(other) // as the notice asks
	p.want("it can be changed now", p.w.noEdit(), "")
}

// waitFor waits until everything is on the disk.
func waitFor(t *testing.T, s *workshop.Store) {
	t.Helper()
	viewtest.Eventually(t, "saved", func() bool { return s.State().Pending == 0 })
}

// The workshop that was open last opens again; where it is gone one's own does, and the window says so.
func TestLostWorkshop(t *testing.T) {
	p := start(t)
	own, other := p.w.deps.Store.Path(), p.named("Stick")
	if err := p.w.deps.Store.Close(); err != nil {
		t.Fatal(err)
	}
	store, lost, err := openLast("", own, []string{other, own}, p.w.deps.Set)
	if err != nil || lost != "" || store.Doc().Name != "Stick" {
		t.Fatalf("opened %v, lost %q, %v", store, lost, err)
	}
	_ = store.Close()
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	store, lost, err = openLast("", own, []string{other, own}, p.w.deps.Set)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	p.want("lost", lost, other)
	p.want("one's own", store.Path(), own)
	p.w.settings.Recent = []string{other, own}
	p.w.settings.save()
	d := p.w.deps
	d.Store, d.Lost, d.System = store, lost, words.English
	d.Runner.OnUI = func(func()) {} // the store would tell from a goroutine of its own
	w := newWindow(d)
	p.want("notice", w.notice != nil && strings.HasPrefix(w.notice.text, other+" was open last and cannot be opened now"), true)
	if _, err := os.Stat(other); err == nil {
		t.Error("it was made anew")
	}
	p.want("it is still offered", slices.Contains(w.recent(), other), true)
}

// A recent workshop that is gone is told too.
func TestRecentThatIsGone(t *testing.T) {
	p := start(t)
	own, other := p.w.deps.Store.Path(), p.named("Stick")
	p.w.openPath(other)
	p.w.openPath(own)
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	p.do("file.recent")
	p.tapText("Stick.doublefix")
	p.want("workshop", p.w.deps.Store.Path(), own)
	p.want("notice", p.w.notice != nil && p.w.notice.failed && strings.Contains(p.w.notice.text, "Stick.doublefix"), true)
}

func TestRecentIsShort(t *testing.T) {
	p := start(t)
	var last string
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		last = p.named(name)
		p.w.openPath(last)
	}
	p.want("offered", len(p.w.recent()), mostRecent)
	p.want("opens next time", p.w.settings.Recent[0], last)
}

// An example that another window has open is left to it.
func TestExampleThatIsOpen(t *testing.T) {
	p := start(t)
	own, path := p.w.deps.Store.Path(), filepath.Join(p.w.ownFolder(), example)
	theirs := p.elsewhere(path)
	theirs.Do(edited(t)(workshop.Rename(theirs.Doc(), "Theirs")))
	waitFor(t, theirs)
	p.do("help.example")
	p.want("example", p.w.deps.Store.Path(), path)
	p.want("name", p.w.doc.Name, "Theirs")
	p.want("to be read", p.w.noEdit(), "disabled.read_only")
	p.want("notice", strings.Contains(p.w.notice.text, "is open in another window"), true)
	theirs.Do(edited(t)(workshop.Rename(theirs.Doc(), "Still theirs")))
	waitFor(t, theirs)
	raw, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(raw), "Still theirs") {
		t.Errorf("their file is %.60q, %v", raw, err)
	}
	p.do("help.example")
	p.want("back", p.w.deps.Store.Path(), own)
	p.want("own can be changed", p.w.noEdit(), "")
}

// A damaged example is made anew.
func TestExampleThatIsDamaged(t *testing.T) {
	p := start(t)
	path := filepath.Join(p.w.ownFolder(), example)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("no workshop\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.do("help.example")
	p.want("example", p.w.deps.Store.Path(), path)
	p.want("it is one", p.w.doc.Example, true)
	files, err := filepath.Glob(filepath.Join(p.w.ownFolder(), "example*"+ending))
	if err != nil || len(files) != 1 {
		t.Errorf("files are %v, %v", files, err)
	}
}
