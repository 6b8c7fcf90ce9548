package views

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/ballots"
	resultview "doublefix/views/result"
)

// example is the file of the example workshop, in the app's own storage.
const example = "example.doublefix"

// openExample opens a workshop in which every place is filled, beside one's own. It is made anew each time, so that whoever
// comes next finds it whole.
func (w *window) openExample() {
	path := filepath.Join(w.deps.App.Storage().RootURI().Path(), example)
	if sameFile(w.deps.Store.Path(), path) {
		return // the program was started with it
	}
	store, err := w.newExample(path)
	if err != nil {
		w.fail(err)
		return
	}
	own := w.deps.Store.Path()
	if w.change(store) {
		w.own = own
		w.showTop() // the way back has another name
		n := notice{text: w.tr("example.opened"), answers: []answer{{w.tr("example.back"), func() { w.do("help.example") }}}}
		if store.ReadOnly() {
			n.text = w.tr("workshop.finding.read_only", words.Args{"File": path})
		}
		w.say(n)
	}
}

// newExample makes the example anew. One that another window has open stays as it is, to be read here: a file must not go
// from under the one who works in it.
func (w *window) newExample(path string) (*workshop.Store, error) {
	store, err := openWorkshop("", path, w.deps.Set)
	if err != nil || store.ReadOnly() {
		return store, err
	}
	if err := store.Close(); err != nil {
		return nil, err
	}
	for _, old := range []string{path, store.Path()} { // a damaged one was not opened, but another beside it
		if err := os.Remove(old); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if store, err = openWorkshop("", path, w.deps.Set); err == nil && !store.ReadOnly() {
		fillExample(store, w.style.Tr)
	}
	return store, err
}

// fillExample does what people would: name the workshop, put every option in order, vote in two rounds at three tables, choose
// the handout.
func fillExample(store *workshop.Store, tr words.Tr) {
	do := func(e workshop.Edit, ok bool) {
		if ok {
			store.Do(e)
		}
	}
	do(workshop.MarkExample(store.Doc()))
	do(workshop.Rename(store.Doc(), tr.T("example.name")))
	do(workshop.Shuffle(store.Doc(), rand.Reader))
	for i := range store.Doc().Places {
		do(workshop.Place(store.Doc(), store.Doc().Shown[i], i+1))
	}
	do(workshop.SetHandout(store.Doc(), workshop.Handout{Lang: string(tr.Lang())}))
	fillTables(store, do)
	do(workshop.NameRound(store.Doc(), "1", tr.T("example.round.first")))
	fillRound(store, do, "1", exampleBallots[0])
	do(workshop.See(store.Doc(), "atf_traces"))
	do(workshop.See(store.Doc(), "us_share"))
	do(workshop.AddRound(store.Doc(), tr.T("example.round.second")))
	fillRound(store, do, "2", exampleBallots[1])
}

// exampleBallots are the made-up ballots of two rounds, person by person: the options from first to last, by their number.
var exampleBallots = [2][]string{
	{"3124", "3142", "1324", "3214", "1342", "3124", "2314", "4321", "3241", "1234", "3142", "2134", "1324", "3412", "4132", "2341", "3124", "1243"},
	{"3124", "2314", "2314", "3214", "2134", "3124", "2314", "2431", "2341", "1234", "3142", "2134", "1324", "3214", "4132", "2341", "3214", "1243"},
}

// fillTables seats eighteen people at three tables.
func fillTables(store *workshop.Store, do func(workshop.Edit, bool)) {
	settings := store.Doc().Settings
	settings.People = len(exampleBallots[0])
	do(workshop.SetSettings(store.Doc(), settings))
	var tables []workshop.Table
	var people []workshop.Person
	for n := range 3 {
		tables = append(tables, workshop.Table{ID: strconv.Itoa(n + 1), People: 6})
	}
	for i := range exampleBallots[0] {
		p := workshop.NewPerson(rand.Reader)
		p.Code, p.Table = fmt.Sprintf("P%02d", i+1), tables[i/6].ID
		people = append(people, p)
	}
	do(workshop.SetTables(store.Doc(), tables))
	do(workshop.SetPeople(store.Doc(), people))
}

// fillRound has everybody vote in a round and shows its result.
func fillRound(store *workshop.Store, do func(workshop.Edit, bool), round string, votes []string) {
	do(workshop.Decide(store.Doc(), round, workshop.Decision{Rule: string(ranking.Schulze)}))
	do(workshop.SetState(store.Doc(), round, workshop.Opened))
	options := store.Doc().OptionsOf(round)
	for i, vote := range votes {
		p := store.Doc().People[i]
		b := workshop.Ballot{
			ID: workshop.NewBallotID(workshop.Serial{}, rand.Reader), Serial: workshop.Serial{Number: i + 1}, Table: p.Table, Person: p.ID,
			State: workshop.Valid, Places: map[string]int{},
		}
		for place, digit := range vote {
			if at := int(digit - '1'); at < len(options) {
				b.Places[options[at].ID] = place + 1
			}
		}
		do(workshop.Cast(store.Doc(), round, b))
	}
	do(workshop.SetState(store.Doc(), round, workshop.Closed))
	do(workshop.Reveal(store.Doc(), round, true))
}

// closeExample goes back to one's own workshop, which was left as it was.
func (w *window) closeExample() {
	store, err := openWorkshop("", w.own, w.deps.Set)
	if err != nil {
		w.fail(err)
		return
	}
	if w.change(store) {
		w.own = ""
		w.showTop()
		w.closeNotice()
	}
}

// toggleExample opens the example workshop or leads back from it.
func (w *window) toggleExample() {
	if w.own != "" {
		w.closeExample()
	} else {
		w.openExample()
	}
}

func (w *window) exampleName(tr words.Tr) string {
	if w.own != "" {
		return tr.T("action.help.example.close")
	}
	return tr.T("action.help.example")
}

// change goes on with another workshop. It reports false, and closes that one again, where the present one cannot be left
// because something in it is not saved.
func (w *window) change(next *workshop.Store) bool {
	w.win.Canvas().Unfocus() // what a field takes in when it is left belongs to the present one
	if err := w.deps.Store.Close(); err != nil {
		_ = next.Close() // nothing was done in it that has to be kept
		w.ended = true
		w.sayUnsaved(err)
		return false
	}
	w.take(next)
	w.rankState.Current = ""
	w.room, w.ballotState, w.resultState = room{}, ballots.State{}, resultview.State{}
	w.rebuild()
	w.focus(w.firstFocus()) // what had the focus belongs to the other workshop
	return true
}
