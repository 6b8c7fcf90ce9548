package views

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	pages "doublefix/app/handout"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/setup"
)

func roundResult(name string) setup.RoundResult { return setup.RoundResult{Name: name} }

// names reports which options are named in a text.
func (p *person) names(text string) (named []string) {
	for _, o := range p.w.options(p.w.round().ID) {
		if strings.Contains(text, o.Short.In(words.English)) || strings.Contains(text, o.Title.In(words.English)) {
			named = append(named, o.ID)
		}
	}
	return named
}

// Nothing of a result is to be seen or printed before it is shown, nor after it was covered again.
func TestResultIsCovered(t *testing.T) {
	p := start(t)
	p.vote("CABD", "CADB", "ACBD")
	hidden := func(when string) {
		t.Helper()
		if named := p.names(says(p.w.result.Content)); len(named) > 0 {
			t.Errorf("%s, the result names %v", when, named)
		}
		if m := p.w.resultModel(); !m.Covered || m.Report != nil {
			t.Errorf("%s, the model is %+v", when, m)
		}
		if p.w.handoutInput(p.w.handoutChoice()).Report != nil {
			t.Errorf("%s, the handout has the result", when)
		}
	}
	p.do("view.step.result")
	hidden("open")
	p.do("workshop.reveal")
	hidden("revealed while open")
	p.want("why not", p.w.notice.text, "Show the result (the round is not closed yet)")
	p.do("workshop.close")
	hidden("closed")
	p.tap("result.reveal")
	p.want("options named", len(p.names(says(p.w.result.Content))), 4)
	p.want("report on paper", p.w.handoutInput(p.w.handoutChoice()).Report != nil, true)
	p.do("workshop.cover")
	hidden("covered")
}

// A round that is closed without a ballot has no result, and that is no failure.
func TestResultOfNothing(t *testing.T) {
	p := start(t)
	p.do("view.step.result", "workshop.open", "workshop.close", "workshop.reveal", "view.handout", "view.step.result")
	if p.w.notice != nil && p.w.notice.failed {
		t.Errorf("it says %q", p.w.notice.text)
	}
	p.want("report", p.w.resultModel().Report == nil, true)
	p.want("revealed", p.w.round().Revealed, true)
	p.tap("result.ballots")
	p.want("step", p.w.settings.Step, stepBallots)
}

func (p *person) card(id string) (result.Card, bool) {
	cards := p.w.groupReport("").Cards(p.w.style.Tr)
	i := slices.IndexFunc(cards, func(c result.Card) bool { return c.ID == id })
	if i < 0 {
		return result.Card{}, false
	}
	return cards[i], cards[i].Chart != nil
}

// The second round shows what has moved, and is covered on its own.
func TestSecondRoundShowsMoves(t *testing.T) {
	p := start(t)
	p.vote("CABD", "CADB", "ACBD")
	p.do("workshop.close", "workshop.reveal")
	if _, moves := p.card("moves"); moves {
		t.Error("there are moves after one round")
	}
	first := p.w.shownReport()
	p.w.chooseRound("1")
	p.w.takeRound("2", true, roundResult("later"))
	p.want("round that is shown", p.w.round().ID, "2")
	p.want("the place shows it", strings.Contains(says(p.w.ballots.Content), "Round 2"), true)
	p.vote("BACD", "BADC", "ABCD")
	p.do("workshop.close", "view.step.result")
	p.want("second is covered", p.w.resultModel().Covered, true)
	p.want("what is printed is the first", len(p.w.shownReport().In.Rounds), len(first.In.Rounds))
	p.do("workshop.reveal")
	if card, moves := p.card("moves"); !moves || len(card.Chart.Columns) != 2 {
		t.Errorf("moves are %+v", card)
	}
	p.want("what is printed has both", len(p.w.shownReport().In.Rounds), 2)
	p.w.chooseRound("1")
	if _, moves := p.card("moves"); moves {
		t.Error("the first round has moves")
	}
}

// A tie is parted by lot once; the lot holds and cannot be drawn again.
func TestLotIsDrawnOnce(t *testing.T) {
	p := start(t)
	p.seat("1 Ana", "2 Luis")
	p.w.takeRound("1", false, setup.RoundResult{Decision: workshop.Decision{Rule: "schulze", Tie: workshop.TieLot}})
	p.vote("ABCD", "BACD")
	p.do("workshop.close", "view.step.result", "workshop.reveal")
	p.want("tied", p.w.resultModel().Tied, true)
	p.w.chooseTable("1")
	p.want("tied at one table", p.w.resultModel().Tied, false)
	p.w.chooseTable("")
	button := p.w.tr("result.view.lot")
	p.want("button", strings.Contains(says(p.w.result.Content), button), true)
	p.tap("result.lot")
	lots := p.w.round().Lots
	if len(lots) != 1 || !lots[0].Holds() || strings.Join(lots[0].Among, "") != "AB" {
		t.Fatalf("lots are %+v", lots)
	}
	p.want("tied after the lot", p.w.resultModel().Tied, false)
	p.want("button after the lot", strings.Contains(says(p.w.result.Content), button), false)
	p.w.drawLot()
	p.want("lots", len(p.w.round().Lots), 1)
}

// Without a tie there is nothing to draw.
func TestNoLotWithoutATie(t *testing.T) {
	p := start(t)
	p.w.takeRound("1", false, setup.RoundResult{Decision: workshop.Decision{Rule: "schulze", Tie: workshop.TieLot}})
	p.vote("ABCD", "ABDC", "BACD")
	p.do("workshop.close", "workshop.reveal")
	p.want("tied", p.w.resultModel().Tied, false)
	p.w.drawLot()
	p.want("lots", len(p.w.round().Lots), 0)
}

func TestResultIsExported(t *testing.T) {
	p := start(t)
	p.vote("CABD", "CADB", "ACBD")
	p.do("workshop.close", "view.step.result", "workshop.reveal")
	for _, kind := range []string{"csv", "json", "pdf"} {
		p.w.folder = t.TempDir()
		p.w.exportResult(kind)
		p.key(fyne.KeyReturn)
		raw, err := os.ReadFile(filepath.Join(p.w.folder, "result-round-1."+kind))
		if err != nil {
			t.Fatal(err)
		}
		switch kind {
		case "csv":
			var want bytes.Buffer
			if err := p.w.groupReport("").WriteCSV(&want, p.w.style.Tr); err != nil {
				t.Fatal(err)
			}
			p.want("csv", string(raw), want.String())
			p.want("options named in it", len(p.names(string(raw))), 4)
		case "json":
			p.want("json is sound", json.Valid(raw), true)
		case "pdf":
			p.want("pdf", strings.HasPrefix(string(raw), "%PDF-"), true)
		}
	}
	for _, kind := range []string{"svg", "png"} {
		p.w.folder = t.TempDir()
		p.w.exportCard("first", kind)
		p.key(fyne.KeyReturn)
		raw, err := os.ReadFile(filepath.Join(p.w.folder, "result-round-1-first."+kind))
		if err != nil || !strings.Contains(string(raw[:min(len(raw), 200)]), map[string]string{"svg": "<svg", "png": "PNG"}[kind]) {
			t.Errorf("%s starts %.20q, %v", kind, raw, err)
		}
	}
	p.w.exportCard("there is none", "svg")
	p.want("dialogs for a card that is not there", len(p.w.win.Canvas().Overlays().List()), 0)
}

func TestResultInTheHandout(t *testing.T) {
	p := start(t)
	p.vote("CABD", "CADB", "ACBD")
	p.do("workshop.close", "view.step.result", "workshop.reveal")
	for _, want := range []struct {
		n    int
		said string
		hint string // of H
	}{
		{1, "result.in_handout", "hint.handout.out"}, {0, "result.out_of_handout", "hint.handout"}, {1, "result.in_handout", "hint.handout.out"},
	} {
		p.typed("h")
		sections := p.w.handoutChoice().Sections
		if sections == nil {
			sections = pages.DefaultSections(p.w.handoutInput(p.w.handoutChoice()))
		}
		n := len(slices.DeleteFunc(slices.Clone(sections), func(s string) bool { return s != pages.ResultSection }))
		p.want("results in the handout", n, want.n)
		p.want("notice", p.w.notice.text, p.w.tr(want.said))
		p.want("button", strings.Contains(says(p.w.body), p.w.tr("result.view.handout.in")), want.n == 1)
		p.want("hint at the foot", strings.Contains(says(p.w.foot), p.w.tr(want.hint)), true)
	}
	p.w.edit(workshop.SetHandout(p.w.doc, workshop.Handout{Sections: []string{"cover"}, Lang: "es", Paper: "letter", Notes: true}))
	p.w.resultToHandout()
	h := p.w.doc.Handout
	p.want("sections", strings.Join(h.Sections, " "), "cover "+pages.ResultSection)
	p.want("all else that was chosen", h.Lang+h.Paper+strconv.FormatBool(h.Notes), "eslettertrue")
}

// Two ballots of one person that both count are said where the result is read, until one is withdrawn.
func TestResultSaysWhoVotedTwice(t *testing.T) {
	p := start(t)
	p.w.edit(workshop.SetPeople(p.w.doc, []workshop.Person{{ID: "a", Name: "Ana"}}))
	p.vote("CABD", "CADB", "ACBD")
	for _, id := range []string{"one", "two"} {
		p.w.edit(workshop.Cast(p.w.doc, "1", workshop.Ballot{ID: id, Person: "a", State: workshop.Valid, Places: map[string]int{"A": 1, "B": 2, "C": 3, "D": 4}}))
	}
	p.do("workshop.close", "view.step.result", "workshop.reveal")
	const said = "Ana has more than one ballot in this round"
	if !strings.Contains(says(p.w.body), said) {
		t.Errorf("the result does not say %q", said)
	}
	p.do("workshop.open")
	p.w.withdraw("two")
	p.do("workshop.close")
	if strings.Contains(says(p.w.body), said) {
		t.Errorf("the result says %q of one ballot", said)
	}
}
