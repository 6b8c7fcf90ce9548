package views

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// switches are all ways in which the window is built anew under one's hands, each with the way back.
var switches = [][2]string{
	{"view.lang.es", "view.lang.en"}, {"view.theme", "view.theme"}, {"view.text.larger", "view.text.smaller"},
}

// Whoever switches language, colours or text size stays where they were: the place, its scrolled pages, the focus.
func TestSwitchesKeepTheScroll(t *testing.T) {
	p := start(t)
	p.vote("ABCD", "BACD", "DCBA")
	p.do("workshop.close", "workshop.reveal")
	p.w.win.Resize(fyne.NewSize(1000, 560))
	for name, place := range map[string]struct {
		enter  []string
		scroll func() // to somewhere in the middle
		at     func() []float32
	}{
		"mine": {[]string{"view.rank", "view.step.mine"}, func() { p.key(fyne.KeyPageDown) }, func() []float32 {
			state := p.w.rankState
			defer func() { p.w.rankState = state }() // looking must not be what keeps it
			p.w.rank.Keep()
			return []float32{p.w.rankState.Scroll}
		}},
		"result": {[]string{"view.rank", "view.step.result"}, func() { p.key(fyne.KeyPageDown) }, func() []float32 {
			state := p.w.resultState
			defer func() { p.w.resultState = state }()
			p.w.result.Keep()
			return []float32{p.w.resultState.Scroll}
		}},
		"handout": {[]string{"view.handout"}, func() {
			p.key(fyne.KeyPageDown, fyne.KeyPageDown)
		}, func() []float32 {
			state := p.w.handoutState
			defer func() { p.w.handoutState = state }()
			p.w.handout.Keep()
			return []float32{p.w.handoutState.Page, p.w.handoutState.List}
		}},
	} {
		p.do(place.enter...)
		place.scroll()
		before := place.at()
		if slices.Max(before) <= 0 {
			t.Errorf("%s: nothing is scrolled: %v", name, before)
		}
		focus := p.w.style.Register.IDOf(p.w.win.Canvas().Focused())
		for _, there := range switches {
			p.do(there[0])
			if got := place.at(); slices.Max(got) <= 0 {
				t.Errorf("%s after %s: back at the top, was %v", name, there[0], before)
			}
			p.want("focus in "+name+" after "+there[0], p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), focus)
			p.do(there[1])
			for p.w.settings.Theme != themeLight {
				p.do("view.theme")
			}
			got := place.at()
			for i := range got {
				if got[i] < before[i]-0.5 || got[i] > before[i]+0.5 {
					t.Errorf("%s after %s and back: scrolled %v, was %v", name, there[0], got, before)
				}
			}
		}
	}
	p.want("language", p.w.settings.Lang, words.English)
}

// In Explore the focus stays with the figures, also where they were read before any part had the focus, and where the table has
// taken the place of the chart.
func TestSwitchesKeepTheFocusOnFigures(t *testing.T) {
	for _, there := range switches {
		for _, face := range []string{"chart", "table"} {
			p := start(t)
			p.key(fyne.KeyRight)
			if face == "table" {
				p.typed("t")
				p.want("focus on the table", p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), p.w.explore.FaceID())
			}
			for _, id := range there {
				p.do(id)
				p.want("focus on the "+face+" after "+id, p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), p.w.explore.FaceID())
			}
		}
	}
}

// What is half typed stays and is gone on with, ballots as well as numbers.
func TestSwitchesKeepWhatIsHalfTyped(t *testing.T) {
	for _, there := range switches {
		p := start(t)
		p.do("view.rank", "view.step.ballots", "workshop.open")
		p.print(6, "")
		p.w.focus(p.w.style.Register.Get("ballots-boxes"))
		p.typed("31")
		p.do(there[0])
		p.want("digits after "+there[0], p.w.ballotState.Digits, "31")
		p.want("focus after "+there[0], p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), "ballots-boxes")
		p.typed("2")
		p.want("digits gone on with", p.w.ballotState.Digits, "312")

		test.Tap(p.w.style.Register.Get("ballots-returned").(*kit.Tap))
		p.typed("1")
		p.do(there[0], there[1])
		p.typed("2")
		p.key(fyne.KeyReturn)
		p.want("papers returned after "+there[0], p.w.round().Counts().Returned, 12)
	}
}

// note opens the drawer for notes and writes into it, without leaving it.
func (p *person) note(text string) *kit.Note {
	p.t.Helper()
	p.do("view.explore", "data.note")
	n, ok := p.w.win.Canvas().Focused().(*kit.Note)
	if !ok {
		p.t.Fatal("no note can be written")
	}
	p.typed(text)
	return n
}

func TestSwitchesKeepAHalfTypedNote(t *testing.T) {
	for _, there := range switches {
		p := start(t)
		dataset := p.w.exploreState.Dataset
		p.note("abd")
		p.key(fyne.KeyLeft)
		p.do(there[0])
		p.typed("c")
		p.do(there[1])
		p.want("note after "+there[0], p.w.win.Canvas().Focused().(*kit.Note).Text, "abcd")
		p.want("note in the file", p.w.doc.Charts.Note(dataset, ""), "abcd")
	}
}

// A note that was not left yet is in what is saved, exported and closed.
func TestHalfTypedNoteIsSaved(t *testing.T) {
	p := start(t)
	dataset := p.w.exploreState.Dataset
	p.note("half")
	p.w.folder = t.TempDir()
	p.do("file.copy")
	p.key(fyne.KeyReturn)
	copied, _, err := workshop.Read(filepath.Join(p.w.folder, "workshop.doublefix"), workshop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.want("note in the copy", copied.Charts.Note(dataset, ""), "half")
	p.typed(" done")
	p.do("file.quit")
	saved, _, err := workshop.Read(p.w.deps.Store.Path(), workshop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.want("note in the file", saved.Charts.Note(dataset, ""), "half done")
}

// What is written in one workshop stays there when another is opened.
func TestNotesStayInTheirWorkshop(t *testing.T) {
	p := start(t)
	dataset, first := p.w.exploreState.Dataset, p.w.deps.Store.Path()
	other := p.named("Other")
	p.note("ours")
	p.w.folder = filepath.Dir(other)
	p.do("file.open")
	p.file(other)
	p.want("workshop", p.w.doc.Name, "Other")
	p.want("note in the other", p.w.doc.Charts.Note(dataset, ""), "")
	p.w.openPath(first)
	p.want("note", p.w.doc.Charts.Note(dataset, ""), "ours")
}
