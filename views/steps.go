package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
	"doublefix/views/rank"
)

// The steps of the place Rank, in order.
const (
	stepMine    = "mine"
	stepBallots = "ballots"
	stepResult  = "result"
)

var steps = []string{stepMine, stepBallots, stepResult}

// stepBar leads from step to step; it stands at the top of each.
func (w *window) stepBar() fyne.CanvasObject {
	choices := make([]kit.Choice, len(steps))
	current := 0
	for i, step := range steps {
		number := w.style.Tr.Int(i + 1)
		choices[i] = kit.Choice{ID: "step." + step, Text: number + "  " + w.tr("step."+step), Name: w.tr("action.view.step." + step)}
		if step == w.settings.Step {
			current = i
		}
	}
	return w.style.Segments(choices, current, func(i int) { w.do("view.step." + steps[i]) })
}

// goStep goes to a step of the place Rank from everywhere.
func (w *window) goStep(step string) {
	if w.settings.Place == placeRank && w.settings.Step == step {
		return
	}
	w.leavePlace()
	w.settings.Step = step
	w.enter(placeRank)
}

// showStep builds the step that is chosen.
func (w *window) showStep() fyne.CanvasObject {
	switch w.settings.Step {
	case stepBallots:
		w.ballots = newBallots(w)
		return w.ballots.Content
	case stepResult:
		w.result = newResult(w)
		return w.result.Content
	}
	w.rank = rank.New(w.style, w.rankDeps(), &w.rankState)
	return w.rank.Content
}

func (w *window) atStep(step string) func() bool {
	return func() bool { return w.settings.Place == placeRank && w.settings.Step == step }
}

// round is the round that Ballots and Result show: the one that was chosen, else the last.
func (w *window) round() *workshop.Round {
	if r := w.doc.Round(w.room.round); r != nil {
		return r
	}
	return w.doc.Latest()
}

// room is what was chosen in the steps Ballots and Result.
type room struct{ round, table, person string }

// chosenTable is the table that was chosen; "" where there is none of that name any more.
func (w *window) chosenTable() string {
	if _, known := w.doc.Table(w.room.table); known {
		return w.room.table
	}
	return ""
}

// chosenPerson is whose ballot comes next; "" for nobody, and where the one who was chosen sits at another table.
func (w *window) chosenPerson() string {
	if slices.ContainsFunc(w.doc.People, func(p workshop.Person) bool { return p.ID == w.room.person && w.sits(p) }) {
		return w.room.person
	}
	return ""
}

// sits reports whether a person is at the table that was chosen.
func (w *window) sits(p workshop.Person) bool {
	return w.chosenTable() == "" || p.Table == w.chosenTable()
}

func (w *window) chooseRound(id string) {
	w.room.round = id
	w.showDoc()
}

func (w *window) chooseTable(id string) {
	w.room.table = id
	w.showDoc()
}

// options are the options of a round with their texts.
func (w *window) options(round string) []dataset.Option {
	_, options := result.Asked(w.deps.Set, w.doc, round)
	return options
}

// question is what a round asks.
func (w *window) question(round string) words.Text {
	question, _ := result.Asked(w.deps.Set, w.doc, round)
	return question
}

// roundName is what a round is called: "Round 2, after the evidence".
func (w *window) roundName(r workshop.Round) string {
	if r.Name == "" {
		return w.tr("round.plain", words.Args{"Round": r.ID})
	}
	return w.tr("round.named", words.Args{"Round": r.ID, "Name": r.Name})
}

// tableName is what a table is called; "" for none.
func (w *window) tableName(id string) string {
	t, known := w.doc.Table(id)
	switch {
	case id == "":
		return ""
	case !known || t.Name == "":
		return w.tr("table.plain", words.Args{"Table": id})
	}
	return t.Name
}

// personName is what a person is called.
func (w *window) personName(p workshop.Person) string {
	switch {
	case p.Forgotten:
		return w.tr("person.forgotten")
	case p.Name != "" && p.Code != "":
		return p.Name + " (" + p.Code + ")"
	case p.Name+p.Code != "":
		return p.Name + p.Code
	}
	return w.tr("person.unnamed")
}

// firstOfStep is where the keys should go in a step that was just opened.
func (w *window) firstOfStep() fyne.Focusable {
	switch w.settings.Step {
	case stepBallots:
		w.ballots.FocusFirst()
		return w.win.Canvas().Focused()
	case stepResult:
		return w.style.Register.Get("step." + stepResult)
	}
	return w.style.Register.Get("rank.card." + w.rankState.Current)
}
