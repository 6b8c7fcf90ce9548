package handout

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	pages "doublefix/app/handout"
	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/task"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

type room struct {
	view   *View
	style  kit.Style
	win    fyne.Window
	state  State
	choice Choice
	places []string
}

func enter(t *testing.T, lang words.Lang) *room {
	t.Helper()
	return enterWith(t, lang, task.Inline())
}

func enterWith(t *testing.T, lang words.Lang, runner task.Runner) *room {
	t.Helper()
	set := viewtest.Set(t)
	r := &room{win: test.NewTempWindow(t, nil), choice: Choice{Lang: lang, Paper: pages.A4}}
	r.style = kit.NewStyle(words.For(lang), look.Light(), 1)
	r.view = New(r.style, Deps{
		Runner: runner,
		Input: func(c Choice) pages.Input {
			return pages.Input{Set: set, Lang: c.Lang, Paper: c.Paper, Sections: c.Sections, Places: r.places}
		},
		Choose:  func(c Choice) { r.choice = c; r.view.Show(c) },
		Fail:    func(err error) { t.Error(err) },
		Focus:   func(f fyne.Focusable) { r.win.Canvas().Focus(f) },
		Focused: func() fyne.Focusable { return r.win.Canvas().Focused() },
	}, &r.state)
	r.win.SetContent(r.view.Content)
	r.win.Resize(fyne.NewSize(948, 560))
	r.view.Show(r.choice)
	return r
}

func (r *room) tap(id string) { test.Tap(r.style.Register.Get(id).(*kit.Tap)) }

func TestTakingSectionsOutAndIn(t *testing.T) {
	r := enter(t, words.English)
	before := r.view.doc.Pages()
	all := pages.DefaultSections(r.view.deps.Input(r.choice))
	r.tap("handout.section.cover")
	if slices.Contains(r.choice.Sections, "cover") || r.view.doc.PageOf("cover") != 0 {
		t.Errorf("without the cover: %v, cover on page %d", r.choice.Sections, r.view.doc.PageOf("cover"))
	}
	r.tap("handout.group.record")
	r.tap("handout.section.sources")
	if !slices.Contains(r.choice.Sections, "sources") {
		t.Error("the sources could be taken out")
	}
	r.tap("handout.section.cover")
	if !slices.Equal(r.choice.Sections, all) || r.view.doc.Pages() != before {
		t.Errorf("back again: %v, %d pages", r.choice.Sections, r.view.doc.Pages())
	}
}

func TestRankingCannotBePrintedBeforeThereIsOne(t *testing.T) {
	r := enter(t, words.Spanish)
	r.tap("handout.group.options")
	r.tap("handout.section.ranking")
	if r.choice.Sections != nil {
		t.Errorf("chosen %v", r.choice.Sections)
	}
	r.places = []string{"B", "", "", ""}
	r.view.Show(r.choice)
	if r.view.doc.PageOf("ranking") == 0 {
		t.Error("there is a ranking, but it is not printed")
	}
}

func TestLanguageAndPaper(t *testing.T) {
	r := enter(t, words.English)
	_, high := r.view.doc.Size()
	r.tap("handout.paper.letter")
	if _, h := r.view.doc.Size(); h >= high || r.choice.Paper != pages.Letter {
		t.Errorf("letter is %v high, A4 %v", h, high)
	}
	r.tap("handout.lang.es")
	if r.choice.Lang != words.Spanish || r.choice.Paper != pages.Letter {
		t.Errorf("choice is %+v", r.choice)
	}
}

func (r *room) keys(names ...fyne.KeyName) {
	for _, k := range names {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (r *room) focused() string { return r.style.Register.IDOf(r.win.Canvas().Focused()) }

func TestKeysMoveAlongTheList(t *testing.T) {
	r := enter(t, words.English)
	sections := pages.Sections(r.view.deps.Input(r.choice))
	first, second := "handout.section."+sections[1].ID, "handout.section."+sections[2].ID
	head := "handout.group." + sections[1].Group
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyUp, "handout.section.cover"},
		{fyne.KeyDown, head},
		{fyne.KeyRight, head},
		{fyne.KeyDown, first},
		{fyne.KeyRight, first},
		{fyne.KeyDown, second},
		{fyne.KeyUp, first},
		{fyne.KeySpace, first},
		{fyne.KeyLeft, head},
		{fyne.KeyLeft, head},
		{fyne.KeyUp, "handout.section.cover"},
	} {
		if r.win.Canvas().Focused() == nil {
			r.win.Canvas().Focus(r.style.Register.Get("handout.section.cover"))
		}
		if r.keys(step.key); r.focused() != step.want {
			t.Fatalf("%s leads to %q, want %q", step.key, r.focused(), step.want)
		}
	}
	if slices.Contains(r.choice.Sections, sections[1].ID) {
		t.Errorf("Space did not take %s out: %v", sections[1].ID, r.choice.Sections)
	}
	if slices.Contains(r.view.stops, first) {
		t.Error("the group that was closed still shows its sections")
	}
}

// A long list shows its headings at first, so that all of it can be seen; every section is under one of them.
func TestLongListsAreFolded(t *testing.T) {
	r := enter(t, words.Spanish)
	sections := pages.Sections(r.view.deps.Input(r.choice))
	if len(r.view.stops) > longList {
		t.Errorf("%d lines at first: %v", len(r.view.stops), r.view.stops)
	}
	for _, stop := range slices.Clone(r.view.stops) {
		if strings.HasPrefix(stop, groupID) {
			r.tap(stop)
		}
	}
	for _, s := range sections {
		if !slices.Contains(r.view.stops, "handout.section."+s.ID) {
			t.Errorf("%s is under no heading", s.ID)
		}
	}
	if r.choice.Sections != nil {
		t.Error("opening headings chose something")
	}
	again := New(r.style, r.view.deps, &r.state) // as for another language
	again.Show(r.choice)
	if !slices.Equal(again.stops, r.view.stops) {
		t.Errorf("built anew, the list has the lines %v", again.stops)
	}
}

func TestPreviewShowsEveryPage(t *testing.T) {
	r := enter(t, words.English)
	r.win.Canvas().Capture()
	if r.view.preview == nil {
		t.Fatal("no preview")
	}
	before := r.view.preview.Offset()
	r.view.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if r.view.preview.Offset() <= before {
		t.Error("Page Down does not scroll")
	}
	r.view.Key(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	if r.view.preview.Offset() != before {
		t.Errorf("Page Up scrolled to %v", r.view.preview.Offset())
	}
	if r.view.Key(&fyne.KeyEvent{Name: fyne.KeyA}) {
		t.Error("a letter was taken for a page key")
	}
}

func TestPresets(t *testing.T) {
	r := enter(t, words.Spanish)
	r.tap("handout.preset.charts")
	if slices.Contains(r.choice.Sections, "ballot") || !slices.Contains(r.choice.Sections, "cover") || len(r.choice.Sections) < 4 {
		t.Errorf("charts are %v", r.choice.Sections)
	}
	r.tap("handout.preset.short")
	if !slices.Contains(r.choice.Sections, "ballot") || len(r.choice.Sections) > 4 {
		t.Errorf("short is %v", r.choice.Sections)
	}
	if got := r.view.doc.Pages(); got > 9 {
		t.Errorf("the short handout has %d pages", got)
	}
	r.tap("handout.preset.everything")
	if want := len(pages.Sections(r.view.deps.Input(r.choice))) - 1; len(r.choice.Sections) != want {
		t.Errorf("everything is %v, want all but the order that nobody has made", r.choice.Sections)
	}
	r.tap("handout.preset.usual")
	if r.choice.Sections != nil {
		t.Errorf("the usual is %v, which a ranking made later would not be in", r.choice.Sections)
	}
}

// Quick presses lay the pages out once; the first pages come at once.
func TestQuickChoicesAreLaidOutOnce(t *testing.T) {
	var timers []func()
	laid := 0
	runner := task.Inline()
	runner.After = func(_ time.Duration, f func()) { timers = append(timers, f) }
	runner.Start = func(f func()) { laid++; f() }
	r := enterWith(t, words.English, runner)
	drawn := laid // the list may be drawn too
	if r.view.doc == nil || len(timers) != 0 {
		t.Fatal("the first pages wait")
	}
	for _, id := range []string{"cover", "ballot", "cover"} {
		r.tap("handout.section." + id)
	}
	if laid != drawn {
		t.Errorf("laid out %d times while the choice still changes", laid-drawn)
	}
	for _, f := range timers {
		f()
	}
	if laid != drawn+1 || r.view.doc.PageOf("ballot") != 0 {
		t.Errorf("laid out %d times, ballots on page %d", laid-drawn, r.view.doc.PageOf("ballot"))
	}
}
