package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/workshop"
	"doublefix/views/ballots"
)

// inOrder is a ballot as its options from first to last.
func inOrder(b workshop.Ballot) string { return orderText([]string{"A", "B", "C", "D"}, b.Places) }

func spread(wish string) string { return strings.Join(strings.Split(wish, ""), " > ") }

// wishes are what twenty people want.
func wishes() []string {
	orders := []string{"CABD", "CADB", "ACBD", "CBAD", "DCBA", "BADC", "ABCD"}
	out := make([]string, 20)
	for i := range out {
		out[i] = orders[i%len(orders)]
	}
	return out
}

// A round goes from opening to closing with digits and Enter alone.
func TestRoundOfPaperBallots(t *testing.T) {
	p := start(t)
	p.do("view.step.ballots")
	p.print(20, "")
	p.typed("1")
	p.want("digits before the round is open", p.w.ballotState.Digits, "")
	p.tap("ballots.open")
	p.want("state", p.w.round().State, workshop.Opened)
	shuffled := map[string]bool{}
	for i, wish := range wishes() {
		digits := p.paper(i+1, wish)
		shuffled[strings.Join(p.w.round().Batches[0].Orders[i], "")] = true
		p.enters(digits)
	}
	p.want("orders on paper differ", len(shuffled) > 5, true)
	r := p.w.round()
	if len(r.Ballots) != 20 {
		t.Fatalf("%d ballots are in", len(r.Ballots))
	}
	for i, b := range r.Ballots {
		p.want("serial", b.Serial, r.Batches[0].Serial(i))
		p.want("ballot "+b.Serial.String(), inOrder(b), spread(wishes()[i]))
	}
	p.want("left", r.Counts().Left, 0)
	p.want("undo", p.w.action("edit.undo").Title(p.w.style.Tr), "Undo: "+editName(p.w.style.Tr, lastEdit(p)))
	p.tap("ballots.close")
	p.want("state", p.w.round().State, workshop.Closed)
	p.enters("1234")
	p.want("ballots after the end", len(p.w.round().Ballots), 20)
}

func lastEdit(p *person) workshop.Edit {
	e, _ := p.w.doc.Undo()
	return e
}

// A ballot that is corrected stays whose it was; one that is withdrawn counts no more, and its number can be entered anew.
func TestCorrectAndWithdraw(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "2 Luis", "2 Eva")
	p.w.chooseTable("1")
	p.w.room.person = "id-Ana"
	p.vote("ABCD", "BACD", "CABD")
	first := p.w.round().Ballots[0]
	p.want("whose", first.Person+" "+first.Table, "id-Ana 1")

	p.w.chooseTable("2")
	p.w.room.person = "id-Luis"
	p.w.showDoc()
	p.w.focus(p.w.style.Register.Get("ballots-list"))
	p.key(fyne.KeyEnd, fyne.KeyReturn) // the oldest one
	p.enters(p.paper(1, "DCBA"))
	got := p.w.round().Ballots[0]
	p.want("corrected", inOrder(got), "D > C > B > A")
	p.want("whose it is after that", got.Person+" "+got.Table, "id-Ana 1")
	p.want("serial after that", got.Serial, first.Serial)
	p.want("ballots", len(p.w.round().Ballots), 3)
	p.want("next person", p.w.chosenPerson(), "id-Luis")

	p.w.focus(p.w.style.Register.Get("ballots-list"))
	p.key(fyne.KeyEnd, fyne.KeyDelete)
	c := p.w.round().Counts()
	p.want("entered and withdrawn", [2]int{c.Entered, c.Withdrawn}, [2]int{2, 1})
	p.want("profile", p.w.doc.Profile("1").Total(), int64(2))
	p.do("edit.undo")
	p.want("entered after undo", p.w.round().Counts().Entered, 3)
	p.do("edit.redo")

	p.w.focus(p.w.style.Register.Get("ballots-boxes"))
	p.typed("n")
	p.enters("1")
	p.enters(p.paper(1, "BCAD"))
	got = p.w.round().Ballots[0]
	p.want("entered anew", inOrder(got)+" "+got.Person, "B > C > A > D id-Luis")
	p.want("entered", p.w.round().Counts().Entered, 3)
}

// Two rooms may print the same numbers; a correction must not take one ballot for the other.
func TestCorrectionKeepsItsBatch(t *testing.T) {
	p := start(t)
	p.vote("ABCD")
	first := p.w.round().Ballots[0]
	s := p.w.doc.Settings
	s.Room = "B"
	p.w.edit(workshop.SetSettings(p.w.doc, s))
	p.print(1, "")
	p.want("number of the other room", p.w.round().Batches[1].Serial(0).String(), "B-001")
	b := p.w.ballotOf(ballots.Entry{ID: first.ID, Serial: "001", Paper: "2134"})
	p.want("serial", b.Serial, first.Serial)
	b = p.w.ballotOf(ballots.Entry{Serial: "b-1", Paper: "2134"})
	p.want("batch of the other", b.Serial, p.w.round().Batches[1].Serial(0))
	p.want("it is another ballot", b.ID != first.ID, true)
}

// Typed twice: what agrees is checked, what differs holds the round open until somebody says which is right.
func TestSecondEntry(t *testing.T) {
	for _, c := range []struct {
		name, second, keep, want string
		state                    workshop.BallotState
	}{
		{"first is right", "BACD", "first", "A > B > C > D", workshop.Valid},
		{"second is right", "BACD", "second", "B > A > C > D", workshop.Valid},
		{"second is blank", "b", "second", "", workshop.Blank},
		{"second is spoilt", "s", "second", "", workshop.Spoilt},
		{"a mark after all digits", "DCBAs", "second", "", workshop.Spoilt},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := start(t)
			p.vote("ABCD", "DCBA")
			p.tap("ballots.second")
			switch {
			case len(c.second) == 1:
				p.typed(c.second)
			case strings.HasSuffix(c.second, "s"):
				p.typed(p.paper(1, c.second[:4]) + "s")
			default:
				p.enters(p.paper(1, c.second))
			}
			p.enters(p.paper(2, "DCBA"))
			r := p.w.round()
			p.want("differs", r.Ballots[0].Differs(), true)
			p.want("checked", r.Ballots[1].Checked(), true)
			p.tap("ballots.keep." + c.keep + "." + r.Ballots[0].ID)
			got := p.w.round().Ballots[0]
			p.want("settled", got.Differs(), false)
			p.want("state", got.State, c.state)
			p.want("order", inOrder(got), c.want)
			p.want("a reason is told", got.Why != "", c.state == workshop.Spoilt)
			p.want("differences", p.w.round().Counts().Differ, 0)
		})
	}
}

// Whose ballot comes next is chosen by itself, and passes over those whose ballot is in.
func TestNextPerson(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "1 Luis", "1 Eva", "2 Zoe")
	p.print(4, "")
	p.do("view.step.ballots", "workshop.open")
	p.w.ballotDeps().ChooseTable("1")
	p.w.ballotDeps().ChoosePerson("id-Luis")
	p.w.focus(p.w.style.Register.Get("ballots-boxes"))
	for i, next := range []string{"id-Eva", "id-Ana", ""} {
		p.enters(p.paper(i+1, "ABCD"))
		p.want("next person", p.w.chosenPerson(), next)
	}
	var whose []string
	for _, b := range p.w.round().Ballots {
		whose = append(whose, b.Person)
	}
	p.want("whose ballots are in", strings.Join(whose, " "), "id-Luis id-Eva id-Ana")
	p.w.ballotDeps().Withdraw(p.w.round().Ballots[1].ID)
	p.w.ballotDeps().ChooseTable("")
	p.w.ballotDeps().ChoosePerson("id-Zoe")
	p.enters(p.paper(4, "ABCD"))
	p.want("who has to vote again", p.w.chosenPerson(), "id-Eva")
	p.w.ballotDeps().ChoosePerson("id-Zoe")
	before := len(p.w.round().Ballots)
	if p.w.enterBallot(ballots.Entry{Serial: "77", Paper: "1234", Places: map[string]int{"A": 1}, Person: "id-Zoe"}) {
		t.Error("somebody voted twice")
	}
	p.want("ballots", len(p.w.round().Ballots), before)
	if p.w.notice == nil || !strings.Contains(p.w.notice.text, "(004)") {
		t.Errorf("nothing says which ballot is in: %+v", p.w.notice)
	}
}

// The number of papers that came back is the one that was typed, whichever table is chosen, and holds the round open.
func TestReturned(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "2 Luis")
	p.vote("ABCD", "BACD")
	for i, table := range []string{"1", "2", ""} {
		p.w.chooseTable(table)
		p.tap("ballots-returned")
		p.enters([]string{"5", "4", "2"}[i])
		p.want("returned at table "+table, p.w.ballotModel().Counts.Returned, []int{5, 4, 2}[i])
		p.want("left at table "+table, p.w.ballotModel().Counts.Left, []int{3, 2, 0}[i])
	}
}

// A ballot on screen has an order of its own and is known to be one.
func TestBallotOnScreen(t *testing.T) {
	p := start(t)
	p.do("view.step.ballots", "workshop.open")
	d := p.w.ballotDeps()
	id, order := d.Begin()
	p.want("taken", d.Enter(ballots.Entry{ID: id, Shown: order, Places: map[string]int{"C": 1}, Screen: true}), true)
	b := p.w.round().Ballots[0]
	p.want("ballot", inOrder(b)+" "+strings.Join(b.Shown, ""), "C "+strings.Join(order, ""))
	p.want("on screen", p.w.round().Counts().OnScreen, 1)
	p.want("row", p.w.ballotModel().Rows[0].Screen, true)
}

func TestSerial(t *testing.T) {
	p := start(t)
	for _, c := range []struct {
		text, room string
		number     int
		ok         bool
	}{
		{"14", "", 14, true},
		{" 014 ", "", 14, true},
		{"b-14", "B", 14, true},
		{"0", "", 0, false},
		{"", "", 0, false},
		{"x", "", 0, false},
		{"B-", "B", 0, false},
		{"1000000", "", 0, false},
		{"-3", "", 3, true},
	} {
		room, number, ok := p.w.serial(c.text)
		if ok != c.ok || ok && (room != c.room || number != c.number) {
			t.Errorf("%q is %q, %d, %v", c.text, room, number, ok)
		}
	}
	settings := p.w.doc.Settings
	settings.Room = "C"
	p.w.edit(workshop.SetSettings(p.w.doc, settings))
	if room, number, ok := p.w.serial("7"); room != "C" || number != 7 || !ok {
		t.Errorf("in room C, 7 is %q, %d, %v", room, number, ok)
	}
}

func TestOrderText(t *testing.T) {
	ids := []string{"A", "B", "C", "D"}
	for _, c := range []struct {
		places map[string]int
		want   string
	}{
		{nil, ""}, {map[string]int{"D": 1}, "D"}, {map[string]int{"C": 1, "A": 2, "B": 4, "D": 4}, "C > A > B = D"},
	} {
		if got := orderText(ids, c.places); got != c.want {
			t.Errorf("%v is written %q, want %q", c.places, got, c.want)
		}
	}
}
