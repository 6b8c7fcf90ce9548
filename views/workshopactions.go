package views

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/ballot"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/action"
	"doublefix/views/kit"
)

// workshopActions are what a facilitator does with the group.
func (w *window) workshopActions() []action.Action {
	act := func(id string, keys action.Shortcut, off func() string, run func()) action.Action {
		rule := slices.Contains([]string{"print", "round", "criteria"}, id)
		return action.Action{ID: "workshop." + id, Menu: "workshop", Rule: rule, Keys: keys, Disabled: off, Run: run}
	}
	none := action.Shortcut{}
	return []action.Action{
		act("people", action.Ctrl(fyne.KeyG), w.noEdit, w.setUpPeople),
		act("question", none, w.noEdit, w.setUpQuestion),
		act("voting", none, w.noEdit, w.setUpVoting),
		act("print", action.Ctrl(fyne.KeyP), w.noEdit, w.printBallots),
		act("import", action.Ctrl(fyne.KeyI), w.notOpen, w.importBallots),
		act("export", none, w.noBallots, w.exportBallots),
		act("round", action.Ctrl(fyne.KeyR), w.noEdit, w.setUpRound),
		act("open", action.CtrlShift(fyne.KeyO), w.noOpening, func() { w.setRound(workshop.Opened) }),
		act("close", action.CtrlShift(fyne.KeyW), w.notOpen, w.closeRound),
		act("reveal", none, w.noReveal, func() { w.reveal(true) }),
		act("cover", none, w.noCover, func() { w.reveal(false) }),
		act("another", action.CtrlShift(fyne.KeyN), w.noEdit, w.addRound),
		act("criteria", none, w.noEdit, w.scoreCriteria),
		act("clerk", none, nil, w.nameClerk),
		act("audit", none, nil, w.showAudit),
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

// closeRound closes the round, and asks first where papers have not come back.
func (w *window) closeRound() {
	c := w.round().Counts()
	if c.NotReturned == 0 {
		w.setRound(workshop.Closed)
		return
	}
	w.open(modalSpec{
		title: w.tr("close_round.title"), width: 480, confirm: w.tr("ballots.close"),
		body: func(s kit.Style, _ *modal) fyne.CanvasObject {
			return s.Body(w.style.Tr.N("close_round.missing", c.NotReturned, words.Args{"Issued": c.Issued}))
		},
		onOK: func(m *modal) {
			m.close()
			w.setRound(workshop.Closed)
		},
	})
}

func (w *window) reveal(shown bool) { w.edit(workshop.Reveal(w.doc, w.round().ID, shown)) }

// exportBallots writes the ballots of the round without names, in the format that the ending of the file names.
func (w *window) exportBallots() {
	w.exportBallotsAs(w.tr("export.ballots.file", words.Args{"Round": w.round().ID}) + "." + string(ballot.CEF))
}

func (w *window) exportBallotsAs(name string) {
	r := w.round()
	w.askSpare(w.tr("action.workshop.export"), name, func(path string) {
		profile, unranked := w.doc.Profile(r.ID), w.doc.Settings.Unranked
		format := ballot.FormatOf(path)
		if format == "" {
			format = ballot.CEF
			path += "." + string(format)
			if _, err := os.Stat(path); err == nil { // what is replaced has to be said first
				w.folder = filepath.Dir(path)
				w.exportBallotsAs(filepath.Base(path))
				return
			}
		}
		w.writeFile(path, func(out io.Writer) error {
			return ballot.Write(out, profile, ballot.Output{Format: format, Title: filepath.Base(path), Unranked: unranked})
		})
	})
}

// mergeFile adds what happened in another file to this workshop, as after two rooms have voted.
func (w *window) mergeFile() {
	w.askFile(w.tr("action.file.merge"), func(path string) {
		source, err := w.deps.Store.Absorb(path)
		if err != nil {
			w.fail(err)
			return
		}
		w.doc = w.deps.Store.Doc()
		w.showDoc()
		n := notice{text: w.tr("merge.done", words.Args{"File": filepath.Base(path)}), answers: w.conflictAnswer()}
		if left := w.leftOut(source); len(left) > 0 {
			n.text, n.failed = strings.Join(append([]string{n.text}, left...), "\n"), true
		}
		w.say(n)
	})
}

// leftOut says what of a file could not be taken in.
func (w *window) leftOut(source workshop.Source) []string {
	var said []string
	if p, id := source.Package, w.deps.Set.Identity; p.SHA256 != id.SHA256 {
		key := "workshop.finding.merged_package"
		if p.Name == id.Name && p.Version == id.Version {
			key = "workshop.finding.merged_edition"
		}
		said = append(said, w.tr(key, words.Args{"File": source.Path, "Name": p.Name, "Version": p.Version}))
	}
	for _, line := range source.LeftOut[:min(len(source.LeftOut), mostFindings)] {
		said = append(said, w.tr("workshop.finding.left_out", words.Args{"File": source.Path, "Line": line}))
	}
	return said
}

// conflictAnswer leads to what the files say differently.
func (w *window) conflictAnswer() []answer {
	if n := len(w.doc.Conflicts); n > 0 {
		return []answer{{w.style.Tr.N("merge.conflicts", n), w.showAudit}}
	}
	return nil
}

// nameClerk asks who sits at this computer, for the record of who entered what.
func (w *window) nameClerk() {
	var entry *field
	w.open(modalSpec{
		title: w.tr("action.workshop.clerk"), width: 480, confirm: w.tr("name.ok"),
		body: func(s kit.Style, m *modal) fyne.CanvasObject {
			entry = newField(w.settings.Clerk, m.key)
			return kit.Column(8, s.Body(w.tr("clerk.text")), entry)
		},
		first: func() fyne.Focusable { return entry },
		onOK: func(m *modal) {
			m.close()
			w.settings.Clerk = strings.TrimSpace(entry.Text)
			w.settings.save()
			w.deps.Store.SetBy(w.settings.Clerk)
		},
	})
}
