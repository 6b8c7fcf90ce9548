package handout

import (
	"slices"
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
	})
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

func TestKeysMoveAlongTheList(t *testing.T) {
	r := enter(t, words.English)
	r.win.Canvas().Focus(r.style.Register.Get("handout.section.cover"))
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace} {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
	sections := pages.Sections(r.view.deps.Input(r.choice))
	if slices.Contains(r.choice.Sections, sections[1].ID) {
		t.Errorf("Space did not take %s out: %v", sections[1].ID, r.choice.Sections)
	}
	if got := r.style.Register.IDOf(r.win.Canvas().Focused()); got != "handout.section."+sections[1].ID {
		t.Errorf("the focus went to %q", got)
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
	if r.choice.Sections != nil {
		t.Errorf("everything is %v, which a ranking made later would not be in", r.choice.Sections)
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
