package views

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// tap presses a button by its name.
func (p *person) tap(id string) {
	p.t.Helper()
	button, ok := p.w.style.Register.Get(id).(*kit.Tap)
	if !ok {
		p.t.Fatalf("there is no button %s", id)
	}
	test.Tap(button)
}

// tapText presses the button of a dialog that says text.
func (p *person) tapText(text string) {
	p.t.Helper()
	if top := p.w.win.Canvas().Overlays().Top(); top == nil || !press(top, text) {
		p.t.Fatalf("no button of a dialog says %q", text)
	}
}

func press(o fyne.CanvasObject, text string) bool {
	if button, ok := o.(*kit.Tap); ok && says(o) == text {
		test.Tap(button)
		return true
	}
	for _, part := range partsOf(o) {
		if press(part, text) {
			return true
		}
	}
	return false
}

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// says is all that can be read in an object.
func says(o fyne.CanvasObject) string {
	if o == nil || !o.Visible() {
		return ""
	}
	if text, ok := o.(*canvas.Text); ok {
		return text.Text
	}
	var out []string
	for _, part := range partsOf(o) {
		if text := says(part); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// print makes paper ballots for the last round, always the same.
func (p *person) print(count int, table string) {
	p.t.Helper()
	e, ok := workshop.Print(p.w.doc, p.w.doc.Latest().ID, count, table, rand.NewChaCha8([32]byte{7, byte(p.w.doc.Latest().Issued())}))
	if !ok {
		p.t.Fatal("nothing was printed")
	}
	p.w.edit(e, ok)
}

// paper is the digits that somebody who wants the options in that order writes on the printed ballot of a number.
func (p *person) paper(number int, wish string) string {
	p.t.Helper()
	_, _, order, ok := p.w.round().Find(number, "")
	if !ok {
		p.t.Fatalf("ballot %d was not printed", number)
	}
	digits := ""
	for _, option := range order {
		digits += strconv.Itoa(strings.Index(wish, option) + 1) // 0 for an option that is left out
	}
	return digits
}

// enters types digits and Enter.
func (p *person) enters(digits string) {
	p.typed(digits)
	p.key(fyne.KeyReturn)
}

// vote prints ballots for the last round, opens it in the step Ballots and enters what people wish.
func (p *person) vote(wishes ...string) {
	p.t.Helper()
	p.print(len(wishes), "")
	from := p.w.round().Batches[0].From // numbers go on from round to round
	p.do("view.step.ballots", "workshop.open")
	p.w.focus(p.w.style.Register.Get("ballots-boxes"))
	for i, wish := range wishes {
		p.enters(p.paper(from+i, wish))
	}
	p.want("ballots that are in", len(p.w.round().Ballots), len(wishes))
	for i, b := range p.w.round().Ballots {
		p.want("order on the ballot", strings.Join(b.Shown, ""), strings.Join(p.w.round().Batches[0].Orders[i], ""))
	}
}

// seat puts people at tables, by their names: "1 Ana" is Ana at table 1.
func (p *person) seat(people ...string) {
	var list []workshop.Person
	tables := map[string]bool{}
	for _, who := range people {
		table, name, _ := strings.Cut(who, " ")
		list = append(list, workshop.Person{ID: "id-" + name, Name: name, Table: table})
		if !tables[table] {
			tables[table] = true
			p.w.edit(workshop.SetTables(p.w.doc, append(p.w.doc.Tables, workshop.Table{ID: table})))
		}
	}
	p.w.edit(workshop.SetPeople(p.w.doc, list))
}

func TestSteps(t *testing.T) {
	p := start(t)
	p.do("view.step.result")
	p.want("place", p.w.settings.Place, placeRank)
	p.want("result is shown", p.w.result != nil, true)
	p.tap("step.ballots")
	p.want("step by its button", p.w.settings.Step, stepBallots)
	p.want("only one step is shown", p.w.ballots != nil && p.w.result == nil && p.w.rank == nil, true)
	p.want("mark in the menu", p.w.action("view.step.ballots").Checked(), true)
	p.want("mark of the step before", p.w.action("view.step.result").Checked(), false)
	p.do("view.explore", "view.rank")
	p.want("step after a look elsewhere", p.w.settings.Step, stepBallots)
	p.do("view.step.mine")
	p.want("own order is shown", p.w.rank != nil, true)
	p.w.edit(workshop.AddRound(p.w.doc, ""))
	p.want("round that nobody chose", p.w.round().ID, "2")
	p.want("focus", p.w.style.Register.IDOf(p.w.win.Canvas().Focused()), "rank.card."+p.w.rankState.Current)
}

func TestNamesOfRoundsTablesAndPeople(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "2 Luis")
	p.w.edit(workshop.SetTables(p.w.doc, []workshop.Table{{ID: "1"}, {ID: "2", Name: "By the door"}}))
	p.want("round", p.w.roundName(*p.w.round()), "Round 1")
	p.w.edit(workshop.NameRound(p.w.doc, "1", "before lunch"))
	p.want("round with a name", strings.Contains(p.w.roundName(*p.w.round()), "before lunch"), true)
	p.want("no table", p.w.tableName(""), "")
	p.want("table without a name", p.w.tableName("1"), "Table 1")
	p.want("table with a name", p.w.tableName("2"), "By the door")
	for _, c := range []struct {
		who  workshop.Person
		want string
	}{
		{workshop.Person{Name: "Ana", Code: "P1"}, "Ana (P1)"},
		{workshop.Person{Code: "P1"}, "P1"},
		{workshop.Person{Name: "Ana"}, "Ana"},
		{workshop.Person{}, p.w.tr("person.unnamed")},
		{workshop.Person{Forgotten: true}, p.w.tr("person.forgotten")},
	} {
		p.want("person", p.w.personName(c.who), c.want)
	}
}

// What a round asks instead of the data package is asked everywhere.
func TestOptionsOfARound(t *testing.T) {
	p := start(t)
	other := p.w.usualPaper()
	other.Question = words.Both("What first?", "¿Qué primero?")
	other.Options[1].Title = words.Both("Something else", "Otra cosa")
	other.Options = append(other.Options, workshop.Option{ID: "E"})
	p.w.edit(workshop.SetPaper(p.w.doc, "1", other))
	got := p.w.options("1")
	if len(got) != 5 {
		t.Fatalf("options are %v", got)
	}
	p.want("title that was changed", got[1].Short.In(words.Spanish), "Otra cosa")
	p.want("title of an option without texts", got[4].Title.In(words.English), "E")
	p.want("question", p.w.ballotModel().Question, "What first?")
}

// A table or a person that was chosen and is no more stands for none.
func TestChoiceThatIsGone(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "2 Luis")
	p.w.chooseTable("1")
	p.w.room.person = "id-Ana"
	p.want("person", p.w.chosenPerson(), "id-Ana")
	p.w.chooseTable("2")
	p.want("person at another table", p.w.ballotModel().Person, "")
	p.want("people who can be chosen", len(p.w.ballotModel().People), 1)
	p.w.edit(workshop.SetTables(p.w.doc, []workshop.Table{{ID: "1"}}))
	p.want("table that is gone", p.w.ballotModel().Table, "")
	p.want("people at all tables", len(p.w.ballotModel().People), 2)
}

// What was looked at after a round was closed is taken down for the next one, each dataset once.
func TestDatasetsThatWereSeen(t *testing.T) {
	p := start(t)
	p.do("view.explore", "data.next")
	p.want("seen before any round", len(p.w.doc.Coming), 0)
	p.vote("ABCD", "BACD")
	p.do("workshop.close", "view.explore")
	var shown []string
	for _, id := range []string{"data.next", "data.next", "data.previous", "data.next"} {
		p.do(id)
		shown = append(shown, p.w.exploreState.Dataset)
	}
	p.do("view.step.mine")
	p.w.takeRound("2", true, roundResult("after the evidence"))
	var seen []string
	for _, s := range p.w.doc.Round("2").Seen {
		seen = append(seen, s.Dataset)
	}
	for _, d := range shown {
		if n := strings.Count(" "+strings.Join(seen, " ")+" ", " "+d+" "); n != 1 {
			t.Errorf("%s was taken down %d times: %v", d, n, seen)
		}
	}
	p.want("seen before the first round", len(p.w.doc.Round("1").Seen), 0)
}

// Who closes a round while printed ballots are missing is asked once; otherwise it is closed at once.
func TestClosingAsksForMissingPapers(t *testing.T) {
	p := start(t)
	p.vote("ABCD", "BACD")
	p.print(3, "")
	p.do("workshop.close")
	if asked := says(p.w.win.Canvas().Overlays().Top()); !strings.Contains(asked, "3 of the 5 printed ballots have not come back; they will not be counted.") {
		t.Errorf("it asks %q", asked)
	}
	p.key(fyne.KeyEscape)
	p.want("state after Esc", p.w.round().State, workshop.Opened)
	p.do("workshop.close")
	p.key(fyne.KeyReturn)
	p.want("state", p.w.round().State, workshop.Closed)
	p = start(t)
	p.vote("ABCD", "BACD")
	p.do("workshop.close")
	p.want("closed without a question", p.w.round().State, workshop.Closed)
}

// In one's own ranking, undo offers what was ranked, not what was done elsewhere.
func TestRankUndoNamesARanking(t *testing.T) {
	p := start(t)
	p.do("view.rank")
	p.typed("1")
	p.want("undo after ranking", p.w.ranking().Undo != "", true)
	p.do("view.explore", "data.keep", "view.rank")
	p.want("undo after something else", p.w.ranking().Undo, "")
}
