package views

import (
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"doublefix/app/ballot"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/action"
)

// workshopActions are what a facilitator does with the group.
func (w *window) workshopActions() []action.Action {
	act := func(id string, rule bool, off func() string, run func()) action.Action {
		return action.Action{ID: "workshop." + id, Menu: "workshop", Rule: rule, Disabled: off, Run: run}
	}
	return []action.Action{
		act("people", false, w.noEdit, w.setUpPeople),
		act("question", false, w.noEdit, w.setUpQuestion),
		act("voting", false, w.noEdit, w.setUpVoting),
		{ID: "workshop.print", Menu: "workshop", Rule: true, Keys: action.Ctrl(fyne.KeyP), Disabled: w.noEdit, Run: w.printBallots},
		act("import", false, w.notOpen, w.importBallots),
		act("export", false, w.noBallots, w.exportBallots),
		act("round", true, w.noEdit, w.setUpRound),
		act("open", false, w.noOpening, func() { w.setRound(workshop.Opened) }),
		act("close", false, w.notOpen, func() { w.setRound(workshop.Closed) }),
		act("reveal", false, w.noReveal, func() { w.reveal(true) }),
		act("cover", false, w.noCover, func() { w.reveal(false) }),
		act("another", false, w.noEdit, w.addRound),
		act("criteria", true, w.noEdit, w.scoreCriteria),
		act("audit", false, nil, w.showAudit),
	}
}

// noEdit tells why nothing can be changed.
func (w *window) noEdit() string {
	if w.deps.Store.ReadOnly() {
		return "disabled.read_only"
	}
	return ""
}

// notOpen tells why no ballot can be added.
func (w *window) notOpen() string {
	if w.round().State != workshop.Opened {
		return "disabled.round.closed"
	}
	return w.noEdit()
}

func (w *window) noOpening() string {
	if w.round().State == workshop.Opened {
		return "disabled.round.open"
	}
	return w.noEdit()
}

func (w *window) noReveal() string {
	if r := w.round(); r.State != workshop.Closed || r.Revealed {
		return "disabled.round.not_closed"
	}
	return w.noEdit()
}

func (w *window) noCover() string {
	if !w.round().Revealed {
		return "disabled.round.covered"
	}
	return w.noEdit()
}

func (w *window) noBallots() string {
	if !w.round().Used() {
		return "disabled.round.no_ballots"
	}
	return ""
}

func (w *window) setRound(state workshop.RoundState) {
	w.edit(workshop.SetState(w.doc, w.round().ID, state))
}

func (w *window) reveal(shown bool) { w.edit(workshop.Reveal(w.doc, w.round().ID, shown)) }

// exportBallots writes the ballots of the round without names, in the format that the ending of the file names.
func (w *window) exportBallots() {
	r := w.round()
	name := w.tr("export.ballots.file", words.Args{"Round": r.ID}) + "." + string(ballot.CEF)
	w.askPath(w.tr("action.workshop.export"), name, func(path string) {
		profile, unranked := w.doc.Profile(r.ID), w.doc.Settings.Unranked
		format := ballot.FormatOf(path)
		if format == "" {
			format = ballot.CEF
			path += "." + string(format)
		}
		w.writeFile(path, func(out io.Writer) error {
			return ballot.Write(out, profile, ballot.Output{Format: format, Title: filepath.Base(path), Unranked: unranked})
		})
	})
}

// mergeFile adds what happened in another file to this workshop, as after two rooms have voted.
func (w *window) mergeFile() {
	w.askFile(w.tr("action.file.merge"), func(path string) {
		if _, err := w.deps.Store.Absorb(path); err != nil {
			w.fail(err)
			return
		}
		w.doc = w.deps.Store.Doc()
		w.showDoc()
		w.say(notice{text: w.tr("merge.done", words.Args{"File": filepath.Base(path)}), answers: w.conflictAnswer()})
	})
}

// conflictAnswer leads to what the files say differently.
func (w *window) conflictAnswer() []answer {
	if n := len(w.doc.Conflicts); n > 0 {
		return []answer{{w.style.Tr.N("merge.conflicts", n), w.showAudit}}
	}
	return nil
}
