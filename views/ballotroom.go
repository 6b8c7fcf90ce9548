package views

import (
	"crypto/rand"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/ballots"
)

// newBallots is the step in which ballots are entered.
func newBallots(w *window) *ballots.View {
	return ballots.New(w.style, w.ballotDeps(), &w.ballotState)
}

func (w *window) ballotDeps() ballots.Deps {
	return ballots.Deps{
		Head: w.stepBar,
		Read: w.readSerial,
		Parse: func(digits string, order []string) (map[string]int, ballots.Mark, string) {
			places, state, why := workshop.ReadPaper(digits, order, w.doc.Settings.Ties)
			return places, markOf(state), why
		},
		Begin: w.beginBallot, Enter: w.enterBallot, Second: w.enterSecond, Keep: w.settle,
		Withdraw: w.withdraw,
		Undo:     func() { w.do("edit.undo") },

		ChooseRound: w.chooseRound, ChooseTable: w.chooseTable,
		ChoosePerson: func(id string) {
			w.room.person = id
			w.showDoc()
		},
		Open:        func() { w.do("workshop.open") },
		Close:       func() { w.do("workshop.close") },
		SetReturned: func(n int) { w.ask(workshop.SetReturned(w.doc, w.round().ID, "", n)) },
		ShowResult:  func() { w.goStep(stepResult) },

		People: func() { w.do("workshop.people") }, Import: func() { w.do("workshop.import") }, Print: func() { w.do("workshop.print") },
		RoundSetup: func() { w.do("workshop.round") }, Audit: func() { w.do("workshop.audit") },

		Focus: w.focus, Focused: w.win.Canvas().Focused, PopUp: w.popUp, Position: w.ballotPosition,
	}
}

// serial reads a number as it is typed: "14", "014" or, with the room, "B-14". Without a letter it is of this room.
func (w *window) serial(text string) (room string, number int, ok bool) {
	text = strings.ToUpper(strings.TrimSpace(text))
	room, digits, cut := strings.Cut(text, "-")
	if !cut {
		room, digits = w.doc.Settings.Room, text
	}
	number, err := strconv.Atoi(digits)
	return room, number, err == nil && number > 0 && number < 1_000_000
}

// readSerial finds the printed ballot of a number. A number that was not printed is read in the order of the options.
func (w *window) readSerial(text string) (label string, order []string, ok bool) {
	room, number, sound := w.serial(text)
	if !sound {
		return "", nil, false
	}
	s, _, order, ok := w.round().Find(number, room)
	return s.String(), order, ok
}

// beginBallot draws the order of the options for the next person at the screen.
func (w *window) beginBallot() (id string, order []string) {
	return workshop.NewBallotID(workshop.Serial{}, rand.Reader), workshop.ShuffledOptions(w.doc, w.round().ID, rand.Reader)
}

func (w *window) enterBallot(entry ballots.Entry) bool {
	r := w.round()
	b := w.ballotOf(entry)
	if other, twice := votedAlready(r, b); twice {
		person, name := w.personName(w.doc.Person(b.Person)), w.tr("ballot.voted.screen")
		if other.Serial.Number > 0 {
			name = other.Serial.String()
		}
		w.say(notice{text: w.tr("ballot.voted", words.Args{"Person": person, "Ballot": name}), refused: true, holds: func() bool {
			round := w.doc.Round(r.ID)
			if round == nil {
				return false
			}
			_, still := votedAlready(round, b)
			return still
		}})
		return false
	}
	e, ok := workshop.Cast(w.doc, r.ID, b)
	if ok = w.ask(e, ok); ok && w.chosenPerson() != "" && b.Person == w.chosenPerson() {
		w.room.person = w.nextPerson()
		w.showDoc()
	}
	return ok
}

// votedAlready finds another ballot of the same person that counts in the round.
func votedAlready(r *workshop.Round, b workshop.Ballot) (other workshop.Ballot, twice bool) {
	i := slices.IndexFunc(r.Ballots, func(o workshop.Ballot) bool {
		return b.Person != "" && o.Person == b.Person && o.ID != b.ID && o.State != workshop.Withdrawn
	})
	if i < 0 {
		return workshop.Ballot{}, false
	}
	return r.Ballots[i], true
}

// ask carries an edit out that no action stands before, and reports whether it was done. Where nothing can be changed it
// says so: what was typed must not seem to be in.
func (w *window) ask(e workshop.Edit, ok bool) bool {
	if ok && w.noEdit() != "" {
		w.say(notice{text: w.tr("workshop.finding.read_only", words.Args{"File": w.deps.Store.Path()}), refused: true})
		return false
	}
	w.edit(e, ok)
	return ok
}

// ballotOf is the ballot that was typed. One with the number of another is that one, corrected: it stays whose it was, at the
// table where it was, whatever is chosen now.
func (w *window) ballotOf(entry ballots.Entry) workshop.Ballot {
	r := w.round()
	b := workshop.Ballot{
		ID: entry.ID, Table: entry.Table, Person: entry.Person, Paper: entry.Paper, Shown: entry.Shown, Places: entry.Places,
		State: stateOf(entry.State), Why: entry.Why, Screen: entry.Screen,
	}
	if room, number, ok := w.serial(entry.Serial); ok {
		s, table, _, _ := r.Find(number, room)
		b.Serial = s
		if table != "" {
			b.Table = table
		}
	}
	if b.ID == "" && b.Serial.Number > 0 {
		if i := slices.IndexFunc(r.Ballots, func(o workshop.Ballot) bool { return o.Serial == b.Serial }); i >= 0 {
			b.ID = r.Ballots[i].ID
		}
	}
	if b.ID == "" {
		b.ID = workshop.NewBallotID(b.Serial, rand.Reader)
	}
	if i := slices.IndexFunc(r.Ballots, func(o workshop.Ballot) bool { return o.ID == b.ID }); i >= 0 {
		if old := r.Ballots[i]; old.State != workshop.Withdrawn {
			b.Serial, b.Table, b.Person = old.Serial, old.Table, old.Person
		}
	}
	return b
}

// nextPerson is the next one of the chosen table whose ballot is not in; "" for nobody.
func (w *window) nextPerson() string {
	in := map[string]bool{}
	for _, b := range w.round().Ballots {
		if b.State != workshop.Withdrawn {
			in[b.Person] = true
		}
	}
	people := w.doc.People
	at := slices.IndexFunc(people, func(p workshop.Person) bool { return p.ID == w.room.person })
	for i := range people {
		p := people[(at+1+i)%len(people)]
		if !in[p.ID] && w.sits(p) {
			return p.ID
		}
	}
	return ""
}

func (w *window) enterSecond(id string, entry ballots.Entry) {
	w.ask(workshop.CheckBallot(w.doc, w.round().ID, id, workshop.Second{Paper: entry.Paper, State: stateOf(entry.State)}))
}

// settle ends a difference between the two entries of a ballot: what is right counts, and the other is made to agree.
func (w *window) settle(id string, second bool) {
	r := w.round()
	i := slices.IndexFunc(r.Ballots, func(b workshop.Ballot) bool { return b.ID == id })
	if i < 0 {
		return
	}
	b := r.Ballots[i]
	if !second {
		w.ask(workshop.CheckBallot(w.doc, r.ID, id, workshop.Second{Paper: b.Paper, State: b.State}))
		return
	}
	b.Paper = b.Second.Paper
	b.Places, b.State, b.Why = workshop.ReadPaper(b.Paper, shownOn(b, w.optionIDs(r.ID)), w.doc.Settings.Ties)
	if s := b.Second.State; s != workshop.Valid {
		b.State, b.Places = s, nil
		if s == workshop.Spoilt && b.Why == "" {
			b.Why = workshop.WhyMarked // its digits alone would count
		}
	}
	w.ask(workshop.Cast(w.doc, r.ID, b))
}

func (w *window) optionIDs(round string) []string {
	var ids []string
	for _, o := range w.doc.OptionsOf(round) {
		ids = append(ids, o.ID)
	}
	return ids
}

func markOf(s workshop.BallotState) ballots.Mark {
	if s == workshop.Valid {
		return ballots.Valid
	}
	return ballots.Mark(s)
}

func stateOf(m ballots.Mark) workshop.BallotState {
	if m == ballots.Valid {
		return workshop.Valid
	}
	return workshop.BallotState(m)
}

// ballotModel is the round as the step Ballots shows it.
func (w *window) ballotModel() ballots.Model {
	r, l := w.round(), w.style.Tr.Lang()
	c := r.Counts()
	m := ballots.Model{
		Round: r.ID, Table: w.chosenTable(), Person: w.chosenPerson(), Phase: ballots.Phase(r.State),
		Question: w.question(r.ID).In(l), Ties: w.doc.Settings.Ties, Twice: w.doc.Settings.Second,
		Counts: ballots.Counts{
			Issued: c.Issued, Returned: c.Returned, Entered: c.Entered, Left: c.Left, Spoilt: c.Spoilt, Blank: c.Blank,
			NotReturned: c.NotReturned, Second: c.Second, Differ: c.Differ,
		},
	}
	if len(r.Batches) > 0 && !slices.ContainsFunc(r.Ballots, func(b workshop.Ballot) bool { return b.Serial.Number > 0 }) {
		m.Next = r.Batches[0].Serial(0).String()
	}
	for _, o := range w.options(r.ID) {
		m.Options = append(m.Options, ballots.Option{ID: o.ID, Title: o.Title.In(l), Short: o.Short.In(l)})
	}
	for _, o := range w.doc.Rounds {
		m.Rounds = append(m.Rounds, ballots.Choice{ID: o.ID, Name: w.roundName(o)})
	}
	for _, t := range w.doc.Tables {
		m.Tables = append(m.Tables, ballots.Choice{ID: t.ID, Name: w.tableName(t.ID)})
	}
	for _, p := range w.doc.People {
		if w.sits(p) {
			m.People = append(m.People, ballots.Choice{ID: p.ID, Name: w.personName(p)})
		}
	}
	for _, in := range slices.Backward(r.Imports) {
		if n := int(in.Total()); n > 0 {
			m.Rows = append(m.Rows, ballots.Row{
				ID: importRow + in.ID, Order: w.style.Tr.N("ballot.imported", n, words.Args{"File": in.File}), Table: w.tableName(in.Table), Imported: true,
			})
		}
	}
	options := w.optionIDs(r.ID)
	for _, b := range slices.Backward(r.Ballots) {
		m.Rows = append(m.Rows, w.ballotRow(options, b))
	}
	if e, ok := w.doc.Undo(); ok {
		m.Undo = editName(w.style.Tr, e)
	}
	return m
}

// ballotRow is a ballot of a round with these options.
func (w *window) ballotRow(options []string, b workshop.Ballot) ballots.Row {
	row := ballots.Row{
		ID: b.ID, Paper: b.Paper, Shown: b.Shown, Table: w.tableName(b.Table), State: markOf(b.State), Why: b.Why,
		Checked: b.Checked(), Differs: b.Differs(), Screen: b.Screen, Order: orderText(options, b.Places),
	}
	if b.Serial.Number > 0 {
		row.Serial = b.Serial.String()
	}
	if b.Differs() {
		row.Second = b.Second.Paper
		row.Other = w.tr("ballot.other." + string(b.Second.State))
		if b.Second.State == workshop.Valid {
			places, _, _ := workshop.ReadPaper(b.Second.Paper, shownOn(b, options), w.doc.Settings.Ties)
			row.Other = orderText(options, places)
		}
	}
	return row
}

// shownOn is the order of the options on a ballot: as it was printed, else that of the round.
func shownOn(b workshop.Ballot, options []string) []string {
	if len(b.Shown) > 0 {
		return b.Shown
	}
	return options
}

// orderText writes a ballot as people do: "C > A > B = D"; options without a place are left out.
func orderText(options []string, places map[string]int) string {
	ranked := slices.DeleteFunc(slices.Clone(options), func(id string) bool { return places[id] == 0 })
	slices.SortStableFunc(ranked, func(a, b string) int { return places[a] - places[b] })
	var out strings.Builder
	for i, id := range ranked {
		switch {
		case i > 0 && places[id] == places[ranked[i-1]]:
			out.WriteString(" = ")
		case i > 0:
			out.WriteString(" > ")
		}
		out.WriteString(id)
	}
	return out.String()
}

// voting reports whether the computer goes from hand to hand.
func (w *window) voting() bool { return w.ballots != nil && w.ballots.OnScreen() }

// ballotPosition says where one is; when the computer begins or ends to go from hand to hand, other keys work, and other
// things can be done.
func (w *window) ballotPosition(text string) {
	if now := w.voting(); now != w.wasVoting {
		w.wasVoting = now
		w.showHints()
		w.showTop()
	}
	w.showPositionText(text)
}

// importRow begins the name of a row that stands for the ballots of a file.
const importRow = "import:"

// withdraw has a ballot count no more, or all of a file.
func (w *window) withdraw(id string) {
	if file, ok := strings.CutPrefix(id, importRow); ok {
		w.ask(workshop.WithdrawImport(w.doc, w.round().ID, file))
		return
	}
	w.ask(workshop.Withdraw(w.doc, w.round().ID, id))
}
