package views

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/ballot"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/setup"
)

// What can be done with a round follows its state, in the menu as in the place.
func TestRoundActions(t *testing.T) {
	p := start(t)
	why := func(when string, want map[string]string) {
		t.Helper()
		for _, id := range []string{"open", "close", "reveal", "cover", "export", "import"} {
			p.want(id+" when "+when, p.w.action("workshop."+id).Why(), want[id])
		}
	}
	const closed, none, covered = "disabled.round.closed", "disabled.round.no_ballots", "disabled.round.covered"
	why("planned", map[string]string{"close": closed, "reveal": "disabled.round.not_closed", "cover": covered, "export": none, "import": closed})
	p.do("workshop.open")
	why("open", map[string]string{"open": "disabled.round.open", "reveal": "disabled.round.not_closed", "cover": covered, "export": none})
	p.do("workshop.close")
	why("closed", map[string]string{"close": closed, "cover": covered, "export": none, "import": closed})
	p.do("workshop.reveal")
	why("revealed", map[string]string{"close": closed, "reveal": "disabled.round.not_closed", "export": none, "import": closed})
	p.do("workshop.open")
	p.want("a round can be opened again", p.w.round().State, workshop.Opened)
}

// The ballots of a round come back from a file as they were counted, in either format, and without names.
func TestBallotsAreExported(t *testing.T) {
	p := start(t)
	p.seat("1 Ana")
	p.w.room.person = "id-Ana"
	p.vote("ABCD", "ABCD", "DCBA", "CA")
	for _, c := range []struct{ typed, file string }{
		{"", "ballots-round-1.cvotes"}, {".csv", "ballots-round-1.cvotes.csv"}, {".txt", "ballots-round-1.cvotes.txt.cvotes"},
	} {
		p.w.folder = t.TempDir()
		p.do("workshop.export")
		p.typed(c.typed)
		p.key(fyne.KeyReturn)
		path := filepath.Join(p.w.folder, c.file)
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "Ana") {
			t.Errorf("%s has a name in it: %s", c.file, raw)
		}
		reading, err := ballot.Read(strings.NewReader(string(raw)), ballot.Input{Format: ballot.FormatOf(path)})
		if err != nil {
			t.Fatal(err)
		}
		p.want("ballots in "+c.file, reading.Profile.Total(), int64(4))
		p.want("rankings in "+c.file, rankings(t, reading.Profile), rankings(t, p.w.doc.Profile("1")))
	}
}

// rankings is how often which ranking is in a profile.
func rankings(t *testing.T, p *ballot.Profile) string {
	t.Helper()
	var out strings.Builder
	if err := ballot.Write(&out, p, ballot.Output{Format: ballot.CEF}); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "; ")
}

// What happened in another file is taken in, and a file that is none changes nothing.
func TestAbsorb(t *testing.T) {
	p := start(t)
	p.vote("ABCD")
	other := filepath.Join(t.TempDir(), "other.doublefix")
	theirs := p.elsewhere(other)
	theirs.Do(edited(t)(workshop.SetState(theirs.Doc(), "1", workshop.Opened)))
	for _, id := range []string{"x", "y"} {
		theirs.Do(edited(t)(workshop.Cast(theirs.Doc(), "1", workshop.Ballot{ID: id, State: workshop.Valid, Places: map[string]int{"D": 1}})))
	}
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(other)
	for range 2 { // taken in twice it is there once
		p.w.folder = filepath.Dir(other)
		p.do("file.merge")
		p.file(other)
		p.want("ballots", len(p.w.round().Ballots), 3)
		p.want("ballots in the place", len(p.w.ballotModel().Rows), 3)
		p.want("notice", strings.HasPrefix(p.w.notice.text, "The ballots and changes of other.doublefix"), true)
	}
	if after, err := os.ReadFile(other); err != nil || string(after) != string(before) {
		t.Errorf("the other file has changed: %v", err)
	}
	p.do("file.merge")
	p.file(filepath.Join(filepath.Dir(other), "missing.doublefix"))
	p.want("failure is told", p.w.notice.failed, true)
	p.want("ballots after that", len(p.w.round().Ballots), 3)
}

// What two files say differently is told with a way to see it.
func TestAbsorbConflict(t *testing.T) {
	p := start(t)
	p.w.edit(workshop.Rename(p.w.doc, "Ours"))
	other := p.named("Theirs")
	p.w.folder = filepath.Dir(other)
	p.do("file.merge")
	p.file(other)
	p.want("conflicts", len(p.w.doc.Conflicts), 1)
	if len(p.w.notice.answers) != 1 {
		t.Fatalf("notice is %+v", p.w.notice)
	}
	p.w.notice.answers[0].do()
	p.want("the record is shown", len(p.w.win.Canvas().Overlays().List()), 1)
}

// A person who voted in two rooms has two ballots that count: the notice leads to where both stand, with the name.
func TestAbsorbTwoBallots(t *testing.T) {
	p := start(t)
	p.seat("1 Ana")
	p.do("workshop.open")
	cast := func(store *workshop.Store, id string) {
		store.Do(edited(t)(workshop.Cast(store.Doc(), "1", workshop.Ballot{ID: id, Person: "id-Ana", Screen: true, State: workshop.Valid, Places: map[string]int{"D": 1}})))
	}
	cast(p.w.deps.Store, "ours")
	other := filepath.Join(t.TempDir(), "other.doublefix")
	theirs := p.elsewhere(other)
	theirs.Do(edited(t)(workshop.SetState(theirs.Doc(), "1", workshop.Opened)))
	cast(theirs, "theirs")
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	p.w.folder = filepath.Dir(other)
	p.do("file.merge")
	p.file(other)
	p.want("ballots", len(p.w.round().Ballots), 2)
	if len(p.w.notice.answers) != 1 {
		t.Fatalf("notice is %+v", p.w.notice)
	}
	p.want("answer", p.w.notice.answers[0].text, "1 thing to settle")
	p.w.notice.answers[0].do()
	shown := says(p.w.win.Canvas().Overlays().Top())
	for _, want := range []string{"Ana has more than one ballot in round 1", "Both count: a ballot on screen"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the record does not say %q: %s", want, shown)
		}
	}
	if strings.Contains(shown, "What came later counts") {
		t.Error("it says that one of them does not count")
	}
}

// Who is there is taken as it was said; who was forgotten stays in the record of ballots.
func TestTakePeople(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "1 Luis")
	p.w.forget("id-Luis")
	p.w.takePeople(setup.PeopleResult{
		HeadCount: 12, Tables: []workshop.Table{{ID: "1", People: 6}, {ID: "2"}},
		People: []workshop.Person{{ID: "id-Ana", Name: "Ana María", Table: "2"}, {Name: "Eva", Table: "1"}, {Name: "Zoe"}},
	})
	p.want("how many are there", p.w.doc.Settings.People, 12)
	p.want("tables", len(p.w.doc.Tables), 2)
	var who []string
	ids := map[string]bool{}
	for _, o := range p.w.doc.People {
		ids[o.ID] = true
		who = append(who, p.w.personName(o)+" "+o.Table)
	}
	slices.Sort(who)
	p.want("people", strings.Join(who, ", "), "Ana María 2, Eva 1, Zoe , forgotten 1")
	p.want("each has an id of its own", len(ids) == 4 && !ids[""], true)
	raw, err := os.ReadFile(p.w.deps.Store.Path())
	if err != nil || strings.Contains(string(raw), "Luis") && !strings.Contains(string(raw), "id-Luis") {
		t.Errorf("the file still has the name: %v", err)
	}
}

// What is asked once ballots are in is a new round, which is shown then.
func TestTakeQuestion(t *testing.T) {
	p := start(t)
	paper := p.w.usualPaper()
	p.w.takeQuestion("1", setup.QuestionResult{Paper: paper})
	p.want("undo", p.w.noUndo(), "disabled.undo")
	paper.Options = paper.Options[:3]
	p.w.takeQuestion("1", setup.QuestionResult{Paper: paper, Changed: true})
	p.want("options", len(p.w.doc.OptionsOf("1")), 3)
	p.vote("ABC")
	p.do("workshop.close")
	p.w.chooseRound("1")
	paper.Options = paper.Options[:2]
	p.w.takeQuestion("1", setup.QuestionResult{Paper: paper, Changed: true, Anew: true})
	p.want("rounds", len(p.w.doc.Rounds), 2)
	p.want("options of the first", len(p.w.doc.OptionsOf("1")), 3)
	p.want("the place shows it", strings.Contains(says(p.w.ballots.Content), "Round 2"), true)
	p.want("its options", len(p.w.ballotModel().Options), 2)
}

// Ballots are issued only where it is known where they go, and what is printed is what is read back.
func TestPrintBallots(t *testing.T) {
	p := start(t)
	p.seat("1 Ana")
	what := setup.PrintResult{Count: 6, Table: "1", PerPage: 2, Paper: setup.PaperA4}
	p.w.print("1", what)
	p.key(fyne.KeyEscape)
	p.want("issued without a place", p.w.round().Issued(), 0)
	p.w.folder = t.TempDir()
	p.w.print("1", what)
	p.key(fyne.KeyReturn)
	p.want("issued", p.w.round().Issued(), 6)
	raw, err := os.ReadFile(filepath.Join(p.w.folder, p.w.tr("paper.file", words.Args{"Round": p.w.round().ID})+".pdf"))
	if err != nil || !strings.HasPrefix(string(raw), "%PDF-") {
		t.Errorf("file starts %.10q, %v", raw, err)
	}
	p.do("view.step.ballots", "workshop.open")
	p.w.focus(p.w.style.Register.Get("ballots-boxes"))
	p.enters(p.paper(1, "DCBA"))
	b := p.w.round().Ballots[0]
	p.want("read back", inOrder(b)+" at "+b.Table, "D > C > B > A at 1")
}
