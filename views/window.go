// Package views is the window: menu, bars and the three places. It shows the workshop document and asks for edits; it holds
// nothing that would be lost with it.
package views

import (
	"crypto/rand"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/action"
	"doublefix/views/ballots"
	"doublefix/views/explore"
	"doublefix/views/handout"
	"doublefix/views/kit"
	"doublefix/views/rank"
	resultview "doublefix/views/result"
	"doublefix/views/task"
)

// deps is what the window is made of.
type deps struct {
	App     fyne.App
	Set     *dataset.Set
	Store   *workshop.Store
	Runner  task.Runner
	System  words.Lang // the language of the computer, until a person chooses
	Name    string     // of the program
	Version string
	Crashed []string // reports of crashes that were not told yet, oldest first
	Lost    string   // the workshop that was open last and could not be opened; "" for none

	Later func(wait time.Duration, do func()) // runs do on the window's goroutine after a while; nil never does
}

// window is the one window of the app.
type window struct {
	deps     deps
	win      fyne.Window
	settings *settings
	style    kit.Style
	worn     dress
	actions  []action.Action

	doc    workshop.Doc
	saved  workshop.State
	warned bool              // closing was held up once because the disk refused
	ended  bool              // the store was closed: it writes no more by itself
	folder string            // where the last file was saved
	onUI   func(show func()) // brings what the journal's writer tells to the window's goroutine
	own    string            // one's own workshop, while the example is open
	notice *notice
	modals []*modal // that are open, the one in front last

	working int  // files that are being written
	leaving bool // the window is to close when they are

	exploreState explore.State
	trail        trail
	rankState    rank.State
	ballotState  ballots.State
	resultState  resultview.State
	room         room
	counted      counted
	wasVoting    bool // the last time anybody looked
	handoutState handout.State

	explore *explore.View
	rank    *rank.View
	ballots *ballots.View
	result  *resultview.View
	handout *handout.View

	frame     *fyne.Container
	top       *fyne.Container
	side      *fyne.Container
	body      *fyne.Container
	foot      *fyne.Container
	noticeBar *fyne.Container

	noticeParts []interface{ Held() bool } // that keep the notice while they are held
	noticeWidth float32                    // that it would like
	position    *canvas.Text
	hinted      []hint // the keys that the foot shows
	at, hint    string // what position says: where one is, unless a part has something to say
}

// newWindow returns the window, not yet shown.
func newWindow(d deps) *window {
	w := &window{deps: d, win: d.App.NewWindow(d.Name), folder: documents()}
	w.settings = loadSettings(d.App.Preferences(), d.System)
	w.exploreState.Dataset, w.onUI = w.settings.Dataset, d.Runner.OnUI
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.take(d.Store)
	w.win.Canvas().SetOnTypedKey(w.key)
	w.win.Canvas().SetOnTypedRune(w.rune)
	w.otherKeys()
	w.win.Resize(w.settings.Size)
	w.win.SetCloseIntercept(w.close)
	w.rebuild()
	w.remember()
	w.report()
	return w
}

// take makes a store the workshop of the window, and lets chance decide once in which order its options are read.
func (w *window) take(store *workshop.Store) {
	w.deps.Store = store
	store.SetBy(w.settings.Clerk)
	if e, ok := workshop.Shuffle(store.Doc(), rand.Reader); ok {
		store.Do(e)
	}
	w.doc, w.saved, w.warned, w.ended = store.Doc(), store.State(), false, false
	store.OnState(func(s workshop.State) {
		w.onUI(func() {
			if w.deps.Store == store {
				w.showSaved(s)
			}
		})
	})
}

func (w *window) show() { w.win.Show() }

// close waits for files that are being written, remembers the settings, lets the last event reach the disk and closes.
// Where the disk refuses, the window stays once, with the workshop open, and offers another place; closing again gives up
// what is not saved.
func (w *window) close() {
	w.keepTyped()
	if w.working > 0 {
		w.leaving = true
		return
	}
	if size := w.win.Canvas().Size(); !w.win.FullScreen() && size.Width > 0 {
		w.settings.Size = size
	}
	w.settings.save()
	err := w.deps.Store.State().Err
	if err == nil || w.warned {
		w.ended = true
		err = w.deps.Store.Close()
	}
	if err != nil && !w.warned {
		w.warned = true
		w.sayUnsaved(err)
		return
	}
	w.win.Close()
}

// rebuild builds everything anew, as after a change of language, theme or text size. What a place remembers and where the
// focus was stay.
func (w *window) rebuild() {
	typing := w.typing()
	w.keepTyped()
	w.keepScroll()
	w.scaleScroll(w.settings.Factor / max(w.style.Factor, 1))
	w.dress()
	widths := w.style.Widths
	w.style = kit.NewStyle(words.For(w.settings.Lang), w.settings.palette(), w.settings.Factor)
	w.style.Key, w.style.Rune, w.style.Hint = w.key, w.rune, w.showHint
	if widths != nil {
		w.style.Widths = widths // the fonts are the same
	}
	w.actions = w.table()
	w.position = w.style.Text("", kit.SizeMeta, kit.Regular, w.style.Palette.Quiet)
	hold := func() *fyne.Container { return &fyne.Container{Layout: kit.Fill{}} }
	w.top, w.side, w.body, w.foot = hold(), hold(), hold(), hold()
	w.noticeBar = &fyne.Container{Layout: over{w}}
	middle := kit.RowTop(0, w.body, w.side, w.body)
	w.frame = kit.ColumnGrow(0, middle, w.top, middle, w.foot)
	w.win.SetContent(&fyne.Container{Layout: &watch{w: w}, Objects: []fyne.CanvasObject{w.frame, w.noticeBar}})
	w.showPlace()
	w.showNotice()
	w.typeOn(typing)
}

// showPlace builds the place that is chosen and the bars around it.
func (w *window) showPlace() {
	w.explore, w.rank, w.ballots, w.result, w.handout = nil, nil, nil, nil, nil
	w.at, w.hint = "", ""
	w.foot.Objects = []fyne.CanvasObject{w.hintBar()}
	w.side.Objects = []fyne.CanvasObject{w.rail()}
	switch w.settings.Place {
	case placeRank:
		w.body.Objects = []fyne.CanvasObject{w.showStep()}
	case placeHandout:
		w.handout = handout.New(w.style, w.handoutDeps(), &w.handoutState)
		w.body.Objects = []fyne.CanvasObject{w.handout.Content}
	default:
		w.explore = explore.New(w.style, w.exploreDeps(), &w.exploreState)
		w.body.Objects = []fyne.CanvasObject{w.explore.Content}
	}
	w.frame.Refresh()
	w.showDoc()
}

// showDoc shows the document in the bars and the place.
func (w *window) showDoc() {
	w.checkNotice()
	w.win.SetTitle(w.title())
	w.showTop()
	if w.explore != nil {
		w.explore.Show()
	}
	if w.rank != nil {
		w.rank.Show(w.ranking())
	}
	if w.ballots != nil {
		w.ballots.Show(w.ballotModel())
	}
	if w.result != nil {
		w.result.Show(w.resultModel())
	}
	if w.handout != nil {
		w.handout.Show(w.handoutChoice())
	}
	w.showHints()
}

// showTop shows the top bar and the menu, which tell what can be done now.
func (w *window) showTop() {
	w.showTopBar()
	w.showMenu()
}

func (w *window) showMenu() {
	w.win.SetMainMenu(action.MainMenu(w.style.Tr, menus, w.actions, w.do))
}

func (w *window) showTopBar() {
	w.hint = "" // the part that gave it goes; the one with the focus gives it again
	w.style.Register.Keep(w.win.Canvas().Focused, w.focus, func() {
		w.top.Objects = []fyne.CanvasObject{w.topBar()}
		w.top.Refresh()
	})
}

func (w *window) title() string {
	return w.tr("window.title", words.Args{"Workshop": w.workshopTitle(), "App": w.deps.Name})
}

// goTo changes the place.
func (w *window) goTo(place string) {
	if place != w.settings.Place {
		w.leavePlace()
		w.enter(place)
	}
}

// enter shows a place anew.
func (w *window) enter(place string) {
	w.settings.Place = place
	w.win.Canvas().Unfocus()
	w.keepScroll()
	w.showPlace()
	w.focus(w.firstFocus())
	w.settings.save()
	if place == placeExplore {
		w.sawDataset(w.exploreState.Dataset)
	}
}

// firstFocus is where the keys should go in a place that was just opened.
func (w *window) firstFocus() fyne.Focusable {
	switch w.settings.Place {
	case placeRank:
		return w.firstOfStep()
	case placeHandout:
		return w.style.Register.Get("handout.section.cover")
	}
	if w.trail.thread() >= 0 && w.explore != nil {
		return w.style.Register.Get(w.explore.FaceID())
	}
	return w.style.Register.Get("explore.list")
}

// popUp shows a menu below a part of the window.
func (w *window) popUp(menu *fyne.Menu, below fyne.CanvasObject) {
	widget.ShowPopUpMenuAtRelativePosition(menu, w.win.Canvas(), fyne.NewPos(0, below.Size().Height+4), below)
}

func (w *window) focus(part fyne.Focusable) {
	if part == nil {
		w.win.Canvas().Unfocus()
		return
	}
	w.win.Canvas().Focus(part)
}

// placeKey lets the place use a key.
func (w *window) placeKey(ev *fyne.KeyEvent) bool {
	switch {
	case len(w.win.Canvas().Overlays().List()) > 0:
		return true
	case w.explore != nil:
		return w.explore.Key(ev)
	case w.rank != nil:
		return w.rank.Key(ev)
	case w.ballots != nil:
		return w.ballots.Key(ev)
	case w.result != nil:
		return w.result.Key(ev)
	case w.handout != nil:
		return w.handout.Key(ev)
	}
	return false
}

func (w *window) placeRune(r rune) bool {
	switch {
	case w.rank != nil:
		return w.rank.Rune(r)
	case w.ballots != nil:
		return w.ballots.Rune(r)
	case w.result != nil:
		return w.result.Rune(r)
	}
	return false
}

// watch fills the window and has the top bar built anew when the width changes.
type watch struct {
	w     *window
	width float32
}

// MinSize keeps the window large enough to be of use, and no larger: every place copes with less than it would like.
func (*watch) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// Layout implements fyne.Layout.
func (l *watch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.width {
		l.width = size.Width
		l.w.showTopBar()
	}
	kit.Fill{}.Layout(objects, size)
}
