package explore

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// write types into what has the focus.
func (r *room) write(text string) {
	for _, c := range text {
		if f := r.win.Canvas().Focused(); f != nil {
			f.TypedRune(c)
		}
	}
}

// passOver moves the pointer over the whole chart, along a line in the middle of its height, and off it.
func (r *room) passOver() {
	r.win.Canvas().Capture()
	read := map[string]bool{}
	for x := float32(0); x < r.view.chart.Size().Width; x += 4 {
		r.view.chart.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, r.view.chart.Size().Height*0.6)}})
		read[r.state.Row] = true
	}
	if len(read) < 3 {
		r.t.Errorf("on its way the pointer reads only %v", read)
	}
	r.view.chart.MouseOut()
}

// A note that is being written stays with its figure, whatever the pointer passes over.
func TestPointerLeavesANoteAlone(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "border_seizures"})
	notes := map[string]string{}
	own := r.view.own()
	own.Note, own.SetNote = func(row string) string { return notes[row] }, func(row, text string) { notes[row] = text }
	r.view.deps.Own = func(string) Own { return own }
	r.key(fyne.KeyRight, fyne.KeyRight)
	row := r.state.Row
	r.view.ToggleNote()
	r.write("first ")
	r.passOver()
	r.write("second")
	r.win.Canvas().Unfocus()
	if len(notes) != 1 || notes[row] != "first second" {
		t.Errorf("the notes are %q, want one at %s", notes, row)
	}
	r.passOver()
	if r.key(fyne.KeyEnd); r.state.Row == row || !r.sideSays(r.view.answer.Data.Reading(r.view.view, r.view.rows[len(r.view.rows)-1], r.style.Tr).Heading) {
		t.Error("after it the panel does not follow what is read")
	}
}

// What is half typed in a filter is not asked because the pointer passes over the chart.
func TestPointerLeavesAFilterAlone(t *testing.T) {
	for _, id := range []string{"ask.text", "ask.year.from"} {
		r := enter(t, words.English, State{Dataset: "border_seizures"})
		r.view.ToggleAsk()
		field := r.style.Register.Get(id)
		r.win.Canvas().Focus(field)
		r.write("2")
		r.passOver()
		if r.view.Asks() || r.win.Canvas().Focused() != field {
			t.Errorf("%s: asked is %+v, the focus is on %q", id, r.view.lens(), r.focused())
		}
	}
}

// Taking back what is refused leads to what was asked before it, not to nothing.
func TestTakingBackKeepsWhatWasAnswered(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "us_share"})
	before := dataset.Lens{Text: "GAO"}
	r.view.Ask(before)
	for range 2 { // the second is refused too
		q := r.view.lens()
		q.Group, q.By = "claimant", dataset.Sum
		r.view.Ask(q)
	}
	if r.view.refused == nil {
		t.Fatal("shares are summed")
	}
	r.press("ask.clear")
	if r.view.refused != nil || r.view.lens().Text != before.Text || r.view.lens().Group != "" {
		t.Errorf("asked is %+v, refused %v", r.view.lens(), r.view.refused)
	}
}

// Clearing keeps the form that was chosen where it still suits.
func TestClearingKeepsTheForm(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "us_share"})
	r.view.Ask(dataset.Lens{Text: "GAO", Form: "table"})
	r.view.ClearAsked()
	if q := r.view.lens(); q.Asks() || q.Form != "table" || r.view.refused != nil {
		t.Errorf("left is %+v, refused %v", q, r.view.refused)
	}
}
