package views

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"doublefix/app"
	"doublefix/app/ballot"
	pages "doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
	"doublefix/views/setup"
)

// body is a dialog of package setup.
type body interface {
	First() fyne.Focusable
	Problem() string
}

// openSetup shows a dialog of package setup. take carries out what it says when it is confirmed; nil only shows.
func (w *window) openSetup(title, confirm string, height float32, build func(s kit.Style, d setup.Deps) (fyne.CanvasObject, body), take func()) {
	var inside body
	spec := modalSpec{
		title: title, width: setup.Width, height: height, confirm: confirm,
		body: func(s kit.Style, _ *modal) fyne.CanvasObject {
			content, b := build(s, setup.Deps{Focus: w.focus, Focused: w.win.Canvas().Focused})
			inside = b
			return content
		},
		first: func() fyne.Focusable { return inside.First() },
	}
	if take != nil {
		spec.onOK = func(m *modal) {
			if inside.Problem() != "" {
				return
			}
			m.close()
			take()
		}
	}
	w.open(spec)
}

// setUpPeople changes who is there.
func (w *window) setUpPeople() {
	var d *setup.People
	w.openSetup(w.tr("action.workshop.people"), w.tr("setup.ok"), setup.Height, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewPeople(s, deps, setup.PeopleInput{
			HeadCount: w.doc.Settings.People, Room: w.doc.Settings.Room, Tables: w.doc.Tables, People: w.doc.People, Forget: w.forget,
		})
		return d.Content, d
	}, func() { w.takePeople(d.Result()) })
}

func (w *window) takePeople(r setup.PeopleResult) {
	s := w.doc.Settings
	s.People = r.HeadCount
	w.edit(workshop.SetSettings(w.doc, s))
	w.edit(workshop.SetTables(w.doc, r.Tables))
	for i := range r.People {
		if r.People[i].ID == "" {
			r.People[i].ID = workshop.NewPerson(rand.Reader).ID
		}
	}
	for _, p := range w.doc.People { // who was forgotten stays in the record of ballots
		if p.Forgotten && !slices.ContainsFunc(r.People, func(o workshop.Person) bool { return o.ID == p.ID }) {
			r.People = append(r.People, p)
		}
	}
	w.edit(workshop.SetPeople(w.doc, r.People))
}

// forget takes a person’s name out of the file, for good, and reports whether it could.
func (w *window) forget(id string) bool {
	before := len(w.deps.Store.Findings())
	if err := w.deps.Store.Forget(id); err != nil {
		w.fail(err)
		return false
	}
	w.doc = w.deps.Store.Doc()
	w.showDoc()
	if found := w.deps.Store.Findings(); len(found) > before { // where the name may still stand
		var lines []string
		for _, f := range found[before:] {
			lines = append(lines, w.tr(f.Key, words.Args(f.Args)))
		}
		w.say(notice{text: strings.Join(lines, "\n"), failed: true})
	}
	return true
}

// setUpRound changes the round that is shown.
func (w *window) setUpRound() { w.editRound(*w.round(), false) }

// addRound begins another round.
func (w *window) addRound() {
	last := w.doc.Latest()
	w.editRound(workshop.Round{ID: w.style.Tr.Int(len(w.doc.Rounds) + 1), Decision: last.Decision}, true)
}

func (w *window) editRound(r workshop.Round, added bool) {
	var d *setup.Round
	title := w.tr("action.workshop.round")
	if added {
		title = w.tr("action.workshop.another")
	}
	number := slices.IndexFunc(w.doc.Rounds, func(o workshop.Round) bool { return o.ID == r.ID }) + 1
	if added {
		number = len(w.doc.Rounds) + 1
	}
	w.openSetup(title, w.tr("setup.ok"), setup.Height, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewRound(s, deps, setup.RoundInput{
			Number: number, Name: r.Name, New: added, Ballots: r.Counts().Entered, Revealed: r.Revealed, Decision: r.Decision,
		})
		return d.Content, d
	}, func() { w.takeRound(r.ID, added, d.Result()) })
}

// takeRound carries out what was said about a round; one that was added is shown.
func (w *window) takeRound(id string, added bool, r setup.RoundResult) {
	if added {
		w.edit(workshop.AddRound(w.doc, r.Name))
		id = w.doc.Latest().ID
		w.chooseRound(id)
	} else {
		w.edit(workshop.NameRound(w.doc, id, r.Name))
	}
	w.edit(workshop.Decide(w.doc, id, r.Decision))
}

// setUpQuestion changes what is asked; where ballots are in, that is a new round.
func (w *window) setUpQuestion() {
	r := w.doc.Latest()
	var d *setup.Question
	w.openSetup(w.tr("action.workshop.question"), w.tr("setup.ok"), setup.Height, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewQuestion(s, deps, setup.QuestionInput{
			Question: w.question(r.ID), Options: w.filled(r.ID), Ballots: r.Counts().Entered, Usual: w.usualPaper(),
		})
		return d.Content, d
	}, func() { w.takeQuestion(r.ID, d.Result()) })
}

// takeQuestion asks something else in a round, or in a new one, which is shown then.
func (w *window) takeQuestion(round string, q setup.QuestionResult) {
	switch {
	case !q.Changed:
	case q.Anew:
		w.edit(workshop.AskAnew(w.doc, "", q.Paper))
		w.chooseRound(w.doc.Latest().ID)
	default:
		w.edit(workshop.SetPaper(w.doc, round, q.Paper))
	}
}

// filled are the options of a round with every text.
func (w *window) filled(round string) []workshop.Option {
	var out []workshop.Option
	for _, o := range w.options(round) {
		out = append(out, workshop.Option{ID: o.ID, Title: o.Title, Summary: o.Summary})
	}
	return out
}

// usualPaper is what the data package asks.
func (w *window) usualPaper() workshop.Paper {
	p := workshop.Paper{Question: w.deps.Set.Question}
	for _, o := range w.deps.Set.Options {
		p.Options = append(p.Options, workshop.Option{ID: o.ID, Title: o.Title, Summary: o.Summary})
	}
	return p
}

// setUpVoting changes how the workshop votes.
func (w *window) setUpVoting() {
	var d *setup.Settings
	w.openSetup(w.tr("action.workshop.voting"), w.tr("setup.ok"), 480, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewSettings(s, deps, w.doc.Settings, w.round().Counts().Entered)
		return d.Content, d
	}, func() { w.edit(workshop.SetSettings(w.doc, d.Result())) })
}

// printBallots makes paper ballots, keeps the order of the options on each, and writes the file to print.
func (w *window) printBallots() {
	r := w.round()
	var d *setup.Print
	w.openSetup(w.tr("action.workshop.print"), w.tr("setup.print.ok"), 560, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewPrint(s, deps, setup.PrintInput{
			Tables: w.doc.Tables, People: w.doc.Settings.People, Issued: r.Issued(), Options: len(w.doc.OptionsOf(r.ID)),
			Paper: string(w.handoutChoice().Paper),
		})
		return d.Content, d
	}, func() { w.print(r.ID, d.Result()) })
}

// print asks where the file goes before the ballots are made, so that no ballot is issued that nobody prints.
func (w *window) print(round string, p setup.PrintResult) {
	name := w.tr("paper.file", words.Args{"Round": round}) + ".pdf"
	w.askSpare(w.tr("print.title"), name, func(path string) {
		e, ok := workshop.Print(w.doc, round, p.Count, p.Table, rand.Reader)
		w.edit(e, ok)
		if !ok {
			return
		}
		batches := w.doc.Round(round).Batches
		in := pages.BallotsOf(w.deps.Set, w.doc, round, p.Langs, batches[len(batches)-1].ID)
		in.PerPage, in.Paper = p.PerPage, pages.Paper(p.Paper)
		sheets, err := pages.Ballots(in)
		if err != nil {
			w.fail(err)
			return
		}
		w.writeFile(path, sheets.WritePDF)
	})
}

// importBallots asks for a file of ballots and shows what is in it before anything is added.
func (w *window) importBallots() {
	w.askFile(w.tr("action.workshop.import"), func(path string) {
		f, err := os.Open(path)
		if err != nil {
			w.fail(&app.Error{Code: app.NotFound, Key: "error.ballots.unreadable", Args: map[string]any{"File": path}, Err: err})
			return
		}
		defer f.Close()
		reading, err := ballot.Read(f, ballot.Input{Format: ballot.FormatOf(path)})
		if err != nil {
			w.fail(err)
			return
		}
		w.previewImport(filepath.Base(path), reading)
	})
}

func (w *window) previewImport(file string, reading *ballot.Reading) {
	r := w.round()
	p := reading.Profile
	confirm := w.style.Tr.N("setup.import.ok", int(p.Total()+p.Blank+p.Spoilt))
	input := setup.ImportInput{
		File: file, Reading: reading, Options: w.filled(r.ID), Tables: w.doc.Tables, Unrank: w.doc.Settings.Unranked,
	}
	var d *setup.Import
	w.openSetup(w.tr("action.workshop.import"), confirm, setup.Height, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewImport(s, deps, input)
		return d.Content, d
	}, func() {
		in := d.Result()
		in.ID = workshop.NewBallotID(workshop.Serial{}, rand.Reader)
		w.edit(workshop.ImportBallots(w.doc, r.ID, in))
		w.say(notice{text: w.style.Tr.N("import.done", int(in.Total()), words.Args{"File": file}), holds: func() bool {
			round := w.doc.Round(r.ID)
			return round != nil && slices.ContainsFunc(round.Imports, func(o workshop.Import) bool { return o.ID == in.ID })
		}})
	})
}

// showAudit shows who did what when.
func (w *window) showAudit() {
	in := setup.AuditInput{}
	entry := func(e workshop.Entry) setup.AuditEntry {
		at, _ := time.Parse(time.RFC3339, e.At)
		return setup.AuditEntry{At: at.Local(), By: e.By, What: editName(w.style.Tr, e.Edit), Undone: e.Undone}
	}
	for _, e := range w.deps.Store.Audit() {
		in.Entries = append(in.Entries, entry(e))
	}
	for _, c := range w.doc.Conflicts {
		conflict := setup.AuditConflict{Kept: entry(c.Kept), Other: entry(c.Other), Round: c.Twice.Round}
		if c.Twice.Person != "" {
			conflict.Person = w.personName(w.doc.Person(c.Twice.Person))
		}
		in.Conflicts = append(in.Conflicts, conflict)
	}
	w.openSetup(w.tr("action.workshop.audit"), "", setup.Height, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d := setup.NewAudit(s, deps, in)
		return d.Content, d
	}, nil)
}

// scoreCriteria shows and changes what the options are scored by.
func (w *window) scoreCriteria() {
	r := w.round()
	var d *setup.Criteria
	w.openSetup(w.tr("action.workshop.criteria"), w.tr("setup.ok"), setup.Height, func(s kit.Style, deps setup.Deps) (fyne.CanvasObject, body) {
		d = setup.NewCriteria(s, deps, setup.CriteriaInput{Criteria: w.doc.Criteria, Options: w.filled(r.ID), People: w.doc.People})
		return d.Content, d
	}, func() {
		result := d.Result()
		w.edit(workshop.SetCriteria(w.doc, result.List, result.Scale))
		for _, scoring := range result.Changed {
			if scoring.ID == "" {
				scoring.ID = workshop.NewBallotID(workshop.Serial{}, rand.Reader)
			}
			w.edit(workshop.Score(w.doc, scoring))
		}
	})
}
