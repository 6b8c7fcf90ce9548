package views

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"doublefix/app"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/action"
	"doublefix/views/kit"
	"doublefix/views/task"
)

// person drives the window as a person would.
type person struct {
	t *testing.T
	w *window
}

func start(t *testing.T) *person {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir()) // where a test app keeps its files
	return open(t, test.NewTempApp(t), filepath.Join(t.TempDir(), "w.doublefix"), words.English)
}

func open(t *testing.T, a fyne.App, path string, system words.Lang) *person {
	t.Helper()
	set, err := openSet("", words.For(words.English))
	if err != nil {
		t.Fatal(err)
	}
	store, err := openWorkshop("", path, set)
	if err != nil {
		t.Fatal(err)
	}
	inFileOrder(store)
	w := newWindow(deps{App: a, Set: set, Store: store, Runner: task.Runner{
		Start: func(f func()) { f() }, OnUI: func(f func()) {}, After: task.Inline().After,
	}, System: system, Name: "Doublefix", Version: "0"})
	w.deps.Runner = task.Inline()
	w.showPlace()
	w.win.Resize(fyne.NewSize(1280, 760))
	t.Cleanup(func() { _ = store.Close() })
	return &person{t, w}
}

// inFileOrder has the options read in the order of the package, so that a test knows which card is first.
func inFileOrder(store *workshop.Store) {
	for seed := range byte(255) {
		e, ok := workshop.Shuffle(store.Doc(), bytes.NewReader(bytes.Repeat([]byte{seed}, 32)))
		if ok && bytes.Contains(e.Data, []byte(`["A","B","C","D"]`)) {
			store.Do(e)
		}
	}
}

func (p *person) do(ids ...string) {
	for _, id := range ids {
		p.w.do(id)
	}
}

func (p *person) key(names ...fyne.KeyName) {
	for _, n := range names {
		ev := &fyne.KeyEvent{Name: n}
		if f := p.w.win.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else {
			p.w.key(ev)
		}
	}
}

func (p *person) typed(text string) {
	for _, r := range text {
		if f := p.w.win.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		} else {
			p.w.rune(r)
		}
	}
}

func (p *person) want(what string, got, want any) {
	p.t.Helper()
	if got != want {
		p.t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestActionsTable(t *testing.T) {
	p := start(t)
	ids, shortcuts := map[string]bool{}, map[string]string{}
	for _, a := range p.w.actions {
		if ids[a.ID] {
			t.Errorf("%s is in the table twice", a.ID)
		}
		ids[a.ID] = true
		for _, l := range words.Langs() {
			tr := words.For(l)
			if !tr.Has("action." + a.ID) {
				t.Errorf("%s has no name in %s", a.ID, l)
			}
			if why := a.Why(); why != "" && !tr.Has(why) {
				t.Errorf("%s is disabled by %s, which has no text in %s", a.ID, why, l)
			}
		}
		if !slices.Contains(menus, a.Menu) {
			t.Errorf("%s stands in menu %q", a.ID, a.Menu)
		}
		keys := strings.Join(a.Caps(words.For(words.English)), "+")
		if other := shortcuts[keys]; keys != "" && other != "" {
			t.Errorf("%s and %s share %s", a.ID, other, keys)
		}
		shortcuts[keys] = a.ID
	}
}

// Every action can be asked for in every place of an empty workshop without harm.
func TestEveryActionEverywhere(t *testing.T) {
	for _, place := range []string{"view.explore", "view.rank", "view.handout"} {
		p := start(t)
		for _, a := range p.w.actions {
			if a.ID == "file.quit" || a.ID == "view.full" {
				continue
			}
			p.do(place, a.ID)
			if top := p.w.win.Canvas().Overlays().Top(); top != nil {
				p.key(fyne.KeyEscape)
			}
			p.want("overlays after "+a.ID, len(p.w.win.Canvas().Overlays().List()), 0)
		}
	}
}

// Language, text size and theme change at once and lose nothing.
func TestSwitchesLoseNothing(t *testing.T) {
	p := start(t)
	p.do("data.next")
	p.key(fyne.KeyRight, fyne.KeyRight)
	p.do("data.source")
	before := p.w.exploreState
	focus := p.w.style.Register.IDOf(p.w.win.Canvas().Focused())
	for _, id := range []string{"view.lang", "view.theme", "view.text.larger", "view.lang.en", "view.text.normal"} {
		p.do(id)
		p.want("dataset after "+id, p.w.exploreState.Dataset, before.Dataset)
		p.want("figure after "+id, p.w.exploreState.Row, before.Row)
		p.want("drawer after "+id, p.w.exploreState.Drawer, true)
		p.want("focus after "+id, p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), focus)
	}
	p.want("language", p.w.settings.Lang, words.English)
	p.want("theme", p.w.settings.Theme, themeDark)
}

func TestRankingOutlastsARestart(t *testing.T) {
	p := start(t)
	a, path := p.w.deps.App, p.w.deps.Store.Path()
	p.do("view.rank")
	p.typed("2")
	p.key(fyne.KeyDown)
	p.typed("1")
	p.do("view.lang")
	p.want("places", strings.Join(p.w.doc.Places, ","), "B,A,,")
	if err := p.w.deps.Store.Close(); err != nil {
		t.Fatal(err)
	}

	again := open(t, a, path, words.English)
	again.want("places after a restart", strings.Join(again.w.doc.Places, ","), "B,A,,")
	again.want("language after a restart", again.w.settings.Lang, words.Spanish)
	again.want("place after a restart", again.w.settings.Place, placeRank)
	again.want("undo", again.w.action("edit.undo").Title(words.For(words.English)), "Undo: B in place 1")
	again.do("edit.undo")
	again.want("places after undo", strings.Join(again.w.doc.Places, ","), ",A,,")
	again.do("edit.redo")
	again.want("places after redo", strings.Join(again.w.doc.Places, ","), "B,A,,")
}

func TestHandoutIsExported(t *testing.T) {
	p := start(t)
	p.w.folder = t.TempDir()
	p.do("file.handout")
	p.key(fyne.KeyReturn)
	path := filepath.Join(p.w.folder, "doublefix-handout-en.pdf")
	raw, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(raw), "%PDF-") {
		t.Fatalf("file starts %.10q, error %v", raw, err)
	}
	p.want("notice", p.w.notice.text, "Saved doublefix-handout-en.pdf in "+p.w.folder)
}

func TestSaveThatFails(t *testing.T) {
	p := start(t)
	for _, tt := range []struct {
		folder string
		write  func(io.Writer) error
		want   string
	}{
		{filepath.Join(t.TempDir(), "missing"), func(io.Writer) error { return nil }, "There is no folder"},
		{t.TempDir(), func(io.Writer) error { return &app.Error{Key: "rank.ballot"} }, "My ranking"},
		{t.TempDir(), func(io.Writer) error { return errors.New("odd") }, "odd"},
	} {
		p.w.folder = tt.folder
		p.w.save("x.csv", tt.write)
		p.key(fyne.KeyReturn)
		if p.w.notice == nil || !p.w.notice.failed || !strings.Contains(p.w.notice.text, tt.want) {
			t.Errorf("notice is %+v, want %q", p.w.notice, tt.want)
		}
		p.key(fyne.KeyEscape)
	}
}

func TestModalKeepsKeysToItself(t *testing.T) {
	p := start(t)
	p.w.win.Canvas().Focus(p.w.style.Register.Get("explore.list"))
	p.do("help.keys")
	p.do("view.rank")
	p.want("place", p.w.settings.Place, placeExplore)
	p.key(fyne.KeyEscape)
	p.want("overlays", len(p.w.win.Canvas().Overlays().List()), 0)
	p.want("focus", p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), "explore.list")
}

func TestDisabledActionsSayWhy(t *testing.T) {
	p := start(t)
	p.do("edit.undo")
	p.want("notice", p.w.notice.text, "Undo (nothing to undo)")
	p.typed("0")
	p.want("notice", p.w.notice.text, "Take the option out (open Rank first)")
}

// The window says that everything is saved only after the journal's writer has said so: here the folder is gone.
func TestSavedIsNotSaidTooEarly(t *testing.T) {
	p := start(t)
	if err := os.RemoveAll(filepath.Dir(p.w.deps.Store.Path())); err != nil {
		t.Fatal(err)
	}
	p.do("view.rank")
	p.typed("1")
	p.want("events to be saved", p.w.saved.Pending, 1)
	p.w.showSaved(workshop.State{})
	p.want("events to be saved, after the writer", p.w.saved.Pending, 0)
}

func TestNamingTheWorkshop(t *testing.T) {
	p := start(t)
	p.do("file.name")
	p.typed("Table 3")
	p.key(fyne.KeyReturn)
	p.want("name", p.w.doc.Name, "Table 3")
	p.want("title", p.w.title(), "Table 3 – Doublefix")
	p.want("name on paper", p.w.handoutInput(p.w.handoutChoice()).Workshop, "Table 3")
	p.do("edit.undo")
	p.want("name after undo", p.w.doc.Name, "")
}

func TestDiskTrouble(t *testing.T) {
	p := start(t)
	cause := &app.Error{Key: "error.file.disk_full", Args: map[string]any{"File": "w", "Folder": "f"}}
	p.w.showSaved(workshop.State{Pending: 1, Err: cause})
	if p.w.notice == nil || !strings.Contains(p.w.notice.text, "The disk is full") || len(p.w.notice.answers) != 2 {
		t.Fatalf("notice is %+v", p.w.notice)
	}
	p.do("view.rank")
	p.typed("1")
	p.w.folder = t.TempDir()
	p.w.notice.answers[1].do()
	p.key(fyne.KeyReturn)
	p.want("the workshop goes on in", filepath.Base(p.w.deps.Store.Path()), "workshop.doublefix")
	p.want("pending", p.w.deps.Store.State().Pending, 0)
}

func TestSettings(t *testing.T) {
	a := test.NewTempApp(t)
	s := loadSettings(a.Preferences(), words.Spanish)
	if s.Lang != words.Spanish || s.Theme != themeLight || s.Factor != 1 || s.Place != placeExplore || s.Size.Width != 1280 {
		t.Errorf("first settings are %+v", s)
	}
	a.Preferences().SetString(keyLang, "xx")
	a.Preferences().SetFloat(keyFactor, 1.6)
	a.Preferences().SetFloat(keyWidth, -4)
	a.Preferences().SetString(keyPlace, "moon")
	s = loadSettings(a.Preferences(), words.English)
	if s.Lang != words.English || s.Factor != 1.5 || s.Size.Width != 800 || s.Place != placeExplore {
		t.Errorf("damaged settings become %+v", s)
	}
	s.Lang, s.Theme, s.Factor, s.Dataset = words.Spanish, themeContrast, 2, "us_share"
	s.save()
	again := loadSettings(a.Preferences(), words.English)
	if again.Lang != words.Spanish || again.Theme != themeContrast || again.Factor != 2 || again.Dataset != "us_share" {
		t.Errorf("settings come back as %+v", again)
	}
}

func TestEverythingIsReachedByTab(t *testing.T) {
	p := start(t)
	seen := map[string]bool{}
	for range 60 {
		p.w.win.Canvas().FocusNext()
		seen[p.w.style.Register.IDOf(p.w.win.Canvas().Focused())] = true
	}
	for _, id := range []string{"rail.explore", "rail.rank", "rail.help", "explore.list", "explore.table", "chart", "explore.source", "explore.export", "lang.es", "top.theme"} {
		if !seen[id] {
			t.Errorf("Tab never reaches %s", id)
		}
	}
}

// menuItems are the items of all menus that do something.
func (p *person) menuItems() []*fyne.MenuItem {
	var all []*fyne.MenuItem
	for _, m := range p.w.win.MainMenu().Items {
		for _, item := range m.Items {
			switch {
			case item.ChildMenu != nil:
				all = append(all, item.ChildMenu.Items...)
			case !item.IsSeparator:
				all = append(all, item)
			}
		}
	}
	return all
}

// In a small window, too, every menu is seen whole, in every place.
func TestMenusFitASmallWindow(t *testing.T) {
	p := start(t)
	for _, lang := range []string{"view.lang.es", "view.lang.en"} {
		for _, place := range []string{"view.explore", "view.step.mine", "view.handout"} {
			p.do(lang, place)
			for _, m := range p.w.win.MainMenu().Items {
				if size := widget.NewMenu(m).MinSize(); size.Height > 700-30 || size.Width > 1024 {
					t.Errorf("%s, %s: menu %s is %v", lang, place, m.Label, size)
				}
			}
		}
	}
}

func TestMenuHasEveryAction(t *testing.T) {
	p := start(t)
	p.want("menu items", len(p.menuItems()), len(p.w.actions))
	p.want("shortcut of F1", p.w.action("help.keys").Keys, action.Plain(fyne.KeyF1))
	p.key(fyne.KeyF1)
	p.want("help by F1", len(p.w.win.Canvas().Overlays().List()), 1)
	test.Tap(p.w.win.Canvas().Focused().(*kit.Tap))
	p.want("help closed by its button", len(p.w.win.Canvas().Overlays().List()), 0)
}
