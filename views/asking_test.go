package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// at opens a dataset without anything asked.
func at(t *testing.T, id string) *person {
	t.Helper()
	p := start(t)
	p.w.explore.Choose(id)
	return p
}

// tabTo presses Tab until the part of that name has the focus.
func (p *person) tabTo(id string) {
	p.t.Helper()
	for range 200 {
		if p.focus() == id {
			return
		}
		p.w.win.Canvas().FocusNext()
	}
	p.t.Fatalf("Tab does not lead to %s", id)
}

func (p *person) focus() string { return p.w.style.Register.IDOf(p.w.win.Canvas().Focused()) }

// lens is what is asked of the dataset that is open.
func (p *person) lens() dataset.Lens { return p.w.exploreState.Lenses[p.w.exploreState.Dataset] }

// asked is what is asked, in words.
func (p *person) asked() string {
	d := p.w.deps.Set.Dataset(p.w.exploreState.Dataset)
	var parts []string
	for _, part := range d.AskedParts(p.lens(), p.w.style.Tr) {
		parts = append(parts, part.Text)
	}
	return strings.Join(parts, "; ")
}

func TestFilteringByKeysAlone(t *testing.T) {
	p := at(t, "weapons_seized")
	const sedena = "Counted by: Army (Sedena)"
	p.typed("f")
	p.want("focus in the drawer", p.focus(), "drawer.close")
	p.tabTo("ask.authority")
	p.key(fyne.KeySpace) // a facet is folded
	p.want("focus on the opened facet", p.focus(), "ask.authority")
	p.tabTo("ask.authority.Army (Sedena)")
	p.key(fyne.KeySpace)
	p.want("asked", p.asked(), sedena)
	p.want("focus after a choice", p.focus(), "ask.authority.Army (Sedena)")
	p.key(fyne.KeySpace)
	p.want("asked after the second press", p.asked(), "")
	p.key(fyne.KeySpace, fyne.KeyEscape)
	p.want("drawer", p.w.exploreState.Drawer, false)
	p.want("asked with the drawer closed", p.asked(), sedena)
	p.tabTo("asked.clear")
	p.key(fyne.KeyReturn)
	p.want("asked after clearing", p.asked(), "")
}

func TestRangesAndWordsByKeys(t *testing.T) {
	p := at(t, "atf_traces")
	p.typed("f")
	p.tabTo("ask.year.from")
	p.typed("2,015")
	p.key(fyne.KeyReturn)
	p.want("asked", p.asked(), "Year from 2015")
	p.want("focus", p.focus(), "ask.year.from")
	p.tabTo("ask.year.to")
	p.typed("2020")
	p.tabTo("ask.text") // leaving a field ends it
	p.want("asked by leaving", p.asked(), "Year 2015–2020")
	p.typed("joRNada")
	p.key(fyne.KeyEnter)
	p.want("asked with words", p.asked(), "Year 2015–2020; With “joRNada”")
	p.want("table", p.w.exploreState.Table, false)
	p.tabTo("asked.text")
	p.key(fyne.KeyReturn)
	p.want("asked without the words", p.asked(), "Year 2015–2020")
	p.tabTo("ask.year.from")
	p.w.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	p.key(fyne.KeyBackspace, fyne.KeyReturn)
	p.want("asked without a beginning", p.asked(), "Year up to 2020")
	p.do("data.clear")
	p.want("asked after clearing", p.asked(), "")
	p.want("clearing once more", p.w.notAsked(), "disabled.ask.clear")
}

// A field that is left ends when the focus has arrived; all is built anew then, and the focus is on what is on the screen.
func TestLeavingAField(t *testing.T) {
	p := at(t, "atf_traces")
	var waiting []func()
	p.w.deps.Runner.After = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
	p.w.showPlace()
	p.typed("f")
	settle := func() {
		for ; len(waiting) > 0; waiting = waiting[1:] {
			waiting[0]()
		}
	}
	p.tabTo("ask.year.from")
	p.typed("2015")
	p.w.win.Canvas().FocusNext()
	p.want("focus before it ends", p.focus(), "ask.year.to")
	settle()
	p.want("asked", p.asked(), "Year from 2015")
	p.want("focus", p.focus(), "ask.year.to")
	p.typed("2020")
	p.do("view.lang") // all is built anew before the field ends
	settle()
	p.want("asked after the place was built anew", p.asked(), "Año 2015–2020")
	p.typed("2018")
	p.do("data.next")
	settle()
	p.want("asked of another dataset", p.asked(), "")
}

// Every part of a question is a way to ask without it.
func TestPartsAreTakenBack(t *testing.T) {
	p := at(t, "border_seizures")
	whole := dataset.Lens{Text: "southbound", Group: "year", By: dataset.Count, Where: []dataset.Cond{
		{Field: "agency", Op: "=", Values: []string{"cbp"}}, {Field: "year", Op: ">=", Values: []string{"2010"}},
	}}
	parts := p.w.deps.Set.Dataset("border_seizures").AskedParts(whole, p.w.style.Tr)
	if len(parts) != 4 {
		t.Fatalf("a question of four parts has %d", len(parts))
	}
	for _, part := range parts {
		p.w.explore.Ask(whole)
		p.press("asked." + part.ID)
		left := p.w.deps.Set.Dataset("border_seizures").AskedParts(p.lens(), p.w.style.Tr)
		if len(left) != 3 || strings.Contains(p.asked(), part.Text) {
			t.Errorf("without %q it is %q", part.Text, p.asked())
		}
	}
}

func TestBackAndForwardThroughQuestions(t *testing.T) {
	p := at(t, "atf_traces")
	p.w.explore.Ask(dataset.Lens{Where: []dataset.Cond{{Field: "year", Op: ">=", Values: []string{"2015"}}}})
	p.w.explore.Ask(dataset.Lens{Group: "label", By: dataset.Median})
	grouped := p.asked()
	p.do("view.back")
	p.want("asked before", p.asked(), "Year from 2015")
	p.do("view.back")
	p.want("asked at first", p.asked(), "")
	p.want("dataset", p.w.exploreState.Dataset, "atf_traces")
	p.do("view.forward", "view.forward")
	p.want("asked at last", p.asked(), grouped)
	p.do("view.rank", "view.explore")
	p.want("asked after another place", p.asked(), grouped)
	p.do("data.next", "data.previous")
	p.want("asked after another dataset", p.asked(), grouped)
}

func TestLanguageKeepsTheQuestion(t *testing.T) {
	p := at(t, "atf_traces")
	p.typed("f")
	p.tabTo("ask.year.from")
	p.typed("2015")
	p.key(fyne.KeyReturn)
	q := p.lens()
	p.do("view.lang", "view.theme", "view.text.larger")
	p.want("language", p.w.settings.Lang, words.Spanish)
	p.want("asked", p.asked(), "Año desde 2015")
	p.want("the same question", p.lens().Where[0].Values[0], q.Where[0].Values[0])
	p.want("drawer", p.w.exploreState.Drawer, true)
	p.want("focus", p.focus(), "ask.year.from")
	if !strings.Contains(test.RenderToMarkup(p.w.win.Canvas()), "Año desde 2015") {
		t.Error("it does not stand over the chart in the new language")
	}
}
