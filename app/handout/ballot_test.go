package handout

import (
	"strings"
	"testing"

	"doublefix/app/words"
)

// Ballots are cut out: they begin on the front of a sheet after everything else, and before them stands at most a page for
// notes.
func TestBallotsSpoilNoOtherPage(t *testing.T) {
	notes := 0
	for name, in := range inputs(builtIn(t)) {
		if in.Sections == nil {
			in.Sections = DefaultSections(in)
		}
		in.Sections = append([]string{"ballot"}, in.Sections...)
		t.Run(name, func(t *testing.T) {
			d := mustNew(t, in)
			at := d.PageOf(sectionBallot)
			if at%2 == 0 || at != d.Pages() {
				t.Errorf("ballots on page %d of %d", at, d.Pages())
			}
			tr := words.For(in.Lang)
			title := strings.ReplaceAll(tr.T("handout.ballot.notes"), " ", "")
			if text := pageText(d.pages[at-2]); strings.Contains(text, title+"Doublefix") {
				notes++
				if !strings.HasPrefix(d.Sections()[len(d.Sections())-1].ID, sectionBallot) {
					t.Error("notes without ballots")
				}
			}
			for _, want := range []string{"handout.ballot.date", "handout.ballot.table", "handout.ballot.instruction.blank", "handout.ballot.sample"} {
				if n := strings.Count(pageText(d.pages[at-1]), strings.ReplaceAll(tr.T(want), " ", "")); n != 2 {
					t.Errorf("%q is on the page %d times, want 2", tr.T(want), n)
				}
			}
		})
	}
	if notes == 0 {
		t.Error("no handout had a page for notes")
	}
}

// The name of the workshop stands in the running head, and on cover and ballots besides.
func TestNameOfTheWorkshop(t *testing.T) {
	in := Input{Set: small().set(t), Lang: words.Spanish, Workshop: "Taller_de_ejemplo"}
	d := mustNew(t, in)
	for i, p := range d.pages {
		want := map[int]int{1: 2, d.PageOf(sectionBallot): 3}[i+1]
		if got := strings.Count(pageText(p), in.Workshop); got != max(want, 1) {
			t.Errorf("page %d names it %d times, want %d", i+1, got, max(want, 1))
		}
	}
}
