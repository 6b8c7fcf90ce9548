package views

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"doublefix/app/dataset"
	pages "doublefix/app/handout"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// written is the document that the handout prints now, as all the text of its charts.
func (p *person) written() string {
	p.t.Helper()
	doc, err := pages.New(p.w.handoutInput(p.w.handoutChoice()))
	if err != nil {
		p.t.Fatal(err)
	}
	var out strings.Builder
	if err := doc.WritePDF(&out); err != nil {
		p.t.Fatal(err)
	}
	return out.String()
}

func (p *person) hasSection(id string) bool {
	for _, s := range pages.Sections(p.w.handoutInput(p.w.handoutChoice())) {
		if s.ID == id {
			return true
		}
	}
	return false
}

func TestNoteIsKept(t *testing.T) {
	p := at(t, "us_share")
	p.key(fyne.KeyRight)
	row := p.w.exploreState.Row
	p.typed("n")
	p.want("focus", p.focus(), "note.text")
	p.typed("Ask who counted")
	p.want("note while it is written", p.w.doc.Charts.Note("us_share", row), "")
	p.w.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	p.want("note after Ctrl+Enter", p.w.doc.Charts.Note("us_share", row), "Ask who counted")
	p.typed(", and when")
	p.key(fyne.KeyEscape)
	p.want("drawer", p.w.exploreState.Drawer, false)
	p.want("note after leaving", p.w.doc.Charts.Note("us_share", row), "Ask who counted, and when")
	p.do("edit.undo")
	p.want("note after undo", p.w.doc.Charts.Note("us_share", row), "Ask who counted")
	p.do("edit.undo")
	p.want("note after two", p.w.doc.Charts.Note("us_share", row), "")
	p.do("edit.redo")
	p.want("note after redo", p.w.doc.Charts.Note("us_share", row), "Ask who counted")
	p.typed("n")
	p.want("what the field shows", p.w.style.Register.Get("note.text").(*kit.Note).Text, "Ask who counted")
}

// A note that is being written is kept when another figure is read, at the figure it was written for.
func TestNoteStaysAtItsFigure(t *testing.T) {
	p := at(t, "us_share")
	p.key(fyne.KeyRight)
	first := p.w.exploreState.Row
	p.typed("n")
	p.typed("of the first")
	p.w.win.Canvas().Focus(p.w.style.Register.Get("chart"))
	p.key(fyne.KeyDown)
	second := p.w.exploreState.Row
	p.want("another figure is read", first != second, true)
	p.want("note of the first", p.w.doc.Charts.Note("us_share", first), "of the first")
	p.want("note of the second", p.w.doc.Charts.Note("us_share", second), "")
}

// Leaving the note keeps it, and the drawer is built anew with it: one Tab still leads to the next part, which works.
func TestTabFromTheNoteToTheMark(t *testing.T) {
	p := at(t, "us_share")
	p.key(fyne.KeyRight)
	p.typed("n")
	p.typed("a word")
	p.w.win.Canvas().FocusNext()
	p.want("note", p.w.doc.Charts.Note("us_share", p.w.exploreState.Row), "a word")
	p.want("focus", p.focus(), "note.mark")
	p.key(fyne.KeySpace)
	p.want("marked", p.w.doc.Charts.Highlighted("us_share", p.w.exploreState.Row), true)
	p.want("focus after the mark", p.focus(), "note.mark")
}

func TestMarkIsAnEdit(t *testing.T) {
	p := at(t, "us_share")
	p.want("nothing is read", p.w.notReading(), "disabled.reading")
	p.typed("m")
	p.want("marks", len(p.w.doc.Charts.Highlights), 0)
	p.key(fyne.KeyRight)
	row := p.w.exploreState.Row
	p.typed("m")
	p.want("marked", p.w.doc.Charts.Highlighted("us_share", row), true)
	p.typed("m")
	p.want("marked after the second press", p.w.doc.Charts.Highlighted("us_share", row), false)
	p.do("edit.undo")
	p.want("marked after undo", p.w.doc.Charts.Highlighted("us_share", row), true)
}

func TestOwnTitleIsAnEdit(t *testing.T) {
	p := at(t, "atf_traces")
	view := p.lens().Chart(p.w.deps.Set.Dataset("atf_traces"))
	p.typed("n")
	p.tabTo("note.title")
	p.typed("Our own words")
	p.key(fyne.KeyReturn)
	p.want("title", p.w.doc.Charts.Title("atf_traces", view), "Our own words")
	p.w.explore.Ask(dataset.Lens{Form: "table"})
	p.want("title of another form", p.w.doc.Charts.Title("atf_traces", p.lens().Chart(p.w.deps.Set.Dataset("atf_traces"))), "")
	p.key(fyne.KeyEscape)
	p.do("edit.undo")
	p.want("title after undo", p.w.doc.Charts.Title("atf_traces", view), "")
}

func TestChartGoesToTheHandoutAndComesBack(t *testing.T) {
	p := at(t, "atf_traces")
	p.w.explore.Ask(dataset.Lens{Where: []dataset.Cond{{Field: "year", Op: ">=", Values: []string{"2015"}}}})
	p.typed("h")
	id, ok := p.w.doc.Charts.Find("atf_traces", p.lens())
	p.want("kept", ok, true)
	p.want("in the handout", p.hasSection(pages.KeptSection(id)), true)
	p.want("the key takes it out now", p.w.keepName(p.w.style.Tr), p.w.tr("action.data.keep.out"))
	p.do("data.clear")
	p.w.explore.Ask(dataset.Lens{Text: "jornada"})
	p.want("the key adds another question", p.w.keepName(p.w.style.Tr), p.w.tr("action.data.keep"))
	p.do("view.back")
	p.do("view.back")
	p.typed("h")
	p.want("charts", len(p.w.doc.Charts.Kept), 0)
	p.want("still in the handout", p.hasSection(pages.KeptSection(id)), false)
	p.do("edit.undo")
	p.want("charts after undo", len(p.w.doc.Charts.Kept), 1)
}

// A chart as the package has it is in the section of its dataset, which the key takes out and puts back.
func TestPlainChartIsTheSectionOfItsDataset(t *testing.T) {
	p := at(t, "atf_traces")
	section := p.w.dataSection("atf_traces")
	p.want("in the handout at first", p.w.explore.InHandout(), true)
	p.typed("h")
	p.want("chosen after the key", slices.Contains(p.w.handoutChoice().Sections, section), false)
	p.want("in the handout", p.w.explore.InHandout(), false)
	p.typed("h")
	p.want("chosen after the second press", slices.Contains(p.w.handoutChoice().Sections, section), true)
	p.want("charts", len(p.w.doc.Charts.Kept), 0)
}

// Where sections were chosen by hand, what is added is chosen too.
func TestAddedChartIsChosen(t *testing.T) {
	p := at(t, "atf_traces")
	h := p.w.doc.Handout
	h.Sections = []string{"ranking"}
	p.w.edit(workshop.SetHandout(p.w.doc, h))
	p.w.explore.Ask(dataset.Lens{Text: "jornada"})
	p.typed("h")
	id, _ := p.w.doc.Charts.Find("atf_traces", p.lens())
	want := []string{pages.KeptSection(id), "ranking"} // the charts stand before it
	if got := p.w.handoutChoice().Sections; !slices.Equal(got, want) {
		t.Errorf("sections are %v, want %v", got, want)
	}
}

func TestNotesArePrintedWhenAsked(t *testing.T) {
	p := at(t, "atf_traces")
	p.typed("n")
	p.typed("A word of our own")
	p.key(fyne.KeyEscape)
	p.do("view.handout")
	plain := p.written()
	p.press("handout.notes")
	p.want("asked for", p.w.handoutChoice().Notes, true)
	with := p.written()
	p.want("the pages differ", plain != with, true)
	p.press("handout.notes")
	p.want("as before", p.written() == plain, true)
}
