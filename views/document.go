package views

import (
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	pages "doublefix/app/handout"
	"doublefix/app/render"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/explore"
	"doublefix/views/handout"
	"doublefix/views/kit"
	"doublefix/views/rank"
)

func (w *window) exploreDeps() explore.Deps {
	return explore.Deps{
		Set: w.deps.Set, Runner: w.deps.Runner, Save: w.save, Fail: w.fail, Said: w.said, Focus: w.focus, Focused: w.win.Canvas().Focused,
		PopUp: w.popUp, Position: w.showPositionText, Copy: w.copyText,
		Changed: func() {
			w.settings.Dataset = w.exploreState.Dataset
			w.sawDataset(w.exploreState.Dataset)
			w.settings.save()
			w.showMenu() // it tells what can be done with what is shown now
			w.showHints()
		},
		Paper: w.paper, Own: w.ownOf,
		Leave: w.leaveSpot, Trail: w.trailOf, Back: w.back, Forward: w.forward, Return: w.unwind,
	}
}

// paper is the paper of the handout, which a chart is printed on too.
func (w *window) paper() render.Paper {
	if w.handoutChoice().Paper == pages.Letter {
		return render.Letter
	}
	return render.A4
}

func (w *window) copyText(text, said string) {
	w.deps.App.Clipboard().SetContent(text)
	w.say(notice{text: said})
}

func (w *window) rankDeps() rank.Deps {
	return rank.Deps{
		Head: w.stepBar, Options: w.options(w.doc.Latest().ID), Question: w.question(w.doc.Latest().ID),
		Evidence: w.deps.Set.EvidenceFor, Actors: w.deps.Set.ActorsFor, Terms: w.deps.Set.TermsIn, Open: w.openEvidence,
		Place:   func(option string, place int) { w.edit(workshop.Place(w.doc, option, place)) },
		Insert:  func(option string, place int) { w.edit(workshop.Insert(w.doc, option, place)) },
		Move:    func(option string, by int) { w.edit(workshop.Move(w.doc, option, by)) },
		TakeOut: func(option string) { w.edit(workshop.TakeOut(w.doc, option)) },
		Undo:    func() { w.do("edit.undo") },
		Focus:   w.focus, Focused: w.win.Canvas().Focused, Position: w.showPositionText,
	}
}

func (w *window) handoutDeps() handout.Deps {
	return handout.Deps{
		Runner: w.deps.Runner, Input: w.handoutInput, Export: func() { w.do("file.handout") },
		Choose: func(c handout.Choice) {
			w.edit(workshop.SetHandout(w.doc, workshop.Handout{Sections: c.Sections, Lang: string(c.Lang), Paper: string(c.Paper), Notes: c.Notes}))
		},
		Fail: w.fail, Focus: w.focus, Focused: w.win.Canvas().Focused, Position: w.showPositionText,
	}
}

// ranking is the person's own ranking as the place shows it.
func (w *window) ranking() rank.Ranking {
	r := rank.Ranking{Places: slices.Clone(w.doc.Places), Shown: slices.Clone(w.doc.Shown)}
	if edit, ok := w.doc.Undo(); ok && ranks(edit) {
		r.Undo = editName(w.style.Tr, edit)
	}
	return r
}

// ranks reports whether an edit changed one's own ranking.
func ranks(e workshop.Edit) bool {
	key, _ := e.Name()
	return key == "edit.place" || key == "edit.take_out"
}

// handoutChoice is what the workshop says about the handout; what it leaves open follows the window.
func (w *window) handoutChoice() handout.Choice {
	h := w.doc.Handout
	c := handout.Choice{Sections: h.Sections, Lang: words.Lang(h.Lang), Paper: pages.Paper(h.Paper), Notes: h.Notes}
	if !c.Lang.Valid() {
		c.Lang = w.settings.Lang
	}
	if !slices.Contains(pages.Papers(), c.Paper) {
		c.Paper = pages.A4
	}
	return c
}

func (w *window) handoutInput(c handout.Choice) pages.Input {
	return pages.Input{
		Set: w.deps.Set, Lang: c.Lang, Paper: c.Paper, Sections: c.Sections, Places: slices.Clone(w.doc.Places), Workshop: w.doc.Name,
		Report: w.shownReport(), Kept: pages.KeptOf(w.doc.Charts), Own: pages.OwnOf(w.doc.Charts, c.Notes),
	}
}

func (w *window) exportHandout() {
	choice := w.handoutChoice()
	input := w.handoutInput(choice)
	w.save(w.tr("handout.file", words.Args{"Lang": string(choice.Lang)})+".pdf", func(out io.Writer) error {
		doc, err := pages.New(input)
		if err != nil {
			return err
		}
		return doc.WritePDF(out)
	})
}

// edit carries an edit out; one that changes nothing is no event.
func (w *window) edit(e workshop.Edit, ok bool) {
	if !ok {
		return
	}
	w.doc = w.deps.Store.Do(e)
	w.saved.Pending = w.deps.Store.State().Pending // not saved before the writer says so
	w.showDoc()
}

// sawDataset takes down that a dataset was shown between two rounds: people ask afterwards what was looked at.
func (w *window) sawDataset(dataset string) {
	if e, ok := workshop.See(w.doc, dataset); ok {
		w.edit(e, ok)
	}
}

func (w *window) undo() {
	if e, ok := w.doc.UndoEdit(); ok {
		w.edit(e, ok)
	}
}

func (w *window) redo() {
	if e, ok := w.doc.RedoEdit(); ok {
		w.edit(e, ok)
	}
}

func (w *window) noUndo() string {
	if w.voting() {
		return "disabled.voting" // it would take back the ballot of the person before
	}
	if _, ok := w.doc.Undo(); ok {
		return ""
	}
	return "disabled.undo"
}

func (w *window) noRedo() string {
	if w.voting() {
		return "disabled.voting"
	}
	if _, ok := w.doc.Redo(); ok {
		return ""
	}
	return "disabled.redo"
}

func (w *window) undoName(tr words.Tr) string { return named(tr, "action.edit.undo", w.doc.Undo) }
func (w *window) redoName(tr words.Tr) string { return named(tr, "action.edit.redo", w.doc.Redo) }

// named is undo or redo with the name of the edit it would take back or bring back.
func named(tr words.Tr, key string, last func() (workshop.Edit, bool)) string {
	if e, ok := last(); ok {
		return tr.T(key+".named", words.Args{"Name": editName(tr, e)})
	}
	return tr.T(key)
}

// editName is an edit in a few words: "B in place 2".
func editName(tr words.Tr, e workshop.Edit) string {
	key, args := e.Name()
	return tr.T(key, words.Args(args))
}

// nameWorkshop asks for the name of the workshop, which is printed on the handout.
func (w *window) nameWorkshop() {
	var entry *field
	w.open(modalSpec{
		title: w.tr("name.title"), width: 480, confirm: w.tr("name.ok"),
		body: func(s kit.Style, m *modal) fyne.CanvasObject {
			entry = newField(w.doc.Name, m.key)
			entry.SetPlaceHolder(w.tr("workshop.unnamed"))
			return kit.Column(8, s.Body(w.tr("name.text")), entry)
		},
		first: func() fyne.Focusable { return entry },
		onOK: func(m *modal) {
			m.close()
			w.edit(workshop.Rename(w.doc, strings.TrimSpace(entry.Text)))
		},
	})
}

func (w *window) workshopTitle() string {
	if w.doc.Name == "" {
		return w.tr("workshop.unnamed")
	}
	return w.doc.Name
}

// savedState says whether everything is on the disk, by a picture and, where there is room, in words.
func (w *window) savedState(words bool) fyne.CanvasObject {
	s, p := w.style, w.style.Palette
	icon, ink, key := "check", p.Teal, "saved.all"
	switch {
	case w.saved.Err != nil:
		icon, ink, key = "warning", p.Brick, "saved.not"
	case w.saved.Pending > 0:
		key = "saved.saving"
	}
	row := kit.Row(6, s.IconImage(icon, 18, ink))
	if words {
		text := s.Text(w.tr(key), kit.SizeBody, kit.Regular, p.Quiet)
		// As wide as it usually is, so that nothing moves while an event is on its way to the disk.
		usual := s.Width(w.tr("saved.all"), kit.SizeBody, kit.Regular)
		kit.Append(row, kit.Fixed(max(usual, text.MinSize().Width), text.MinSize().Height, text))
	}
	return row
}

// showSaved follows the journal's writer; a refusal of the disk is said at once, with what can be done.
func (w *window) showSaved(state workshop.State) {
	failed := state.Err != nil && w.saved.Err == nil
	changed := (state.Err == nil) != (w.saved.Err == nil) || (state.Pending == 0) != (w.saved.Pending == 0)
	w.saved = state
	if state.Err == nil {
		w.warned = false
	}
	if changed {
		w.showTop()
	}
	if failed {
		w.sayUnsaved(state.Err)
	}
}

// sayUnsaved says why the disk refused, and offers to try again or elsewhere.
func (w *window) sayUnsaved(err error) {
	n := notice{text: w.tr("saved.failed", words.Args{"Reason": sentence(w.style.Tr, err)}), failed: true}
	if !w.ended {
		n.answers = append(n.answers, answer{w.tr("saved.retry"), w.retry})
	}
	n.answers = append(n.answers, answer{w.tr("saved.elsewhere"), w.saveElsewhere})
	w.say(n)
}

// retry writes again what the disk refused. What comes of it is told as anything that is written, a refusal as a new one.
func (w *window) retry() {
	w.closeNotice()
	w.showSaved(workshop.State{Pending: w.saved.Pending})
	w.deps.Store.Retry()
}

// saveElsewhere asks for a place for the whole workshop and goes on there. A file that is there is replaced, which the
// question says.
func (w *window) saveElsewhere() {
	anywhere := func(string) error { return nil } // MoveTo refuses what may not be; where the file is here, it tries again
	w.askPath(w.tr("saved.elsewhere"), w.tr("workshop.file")+ending, anywhere, func(path string) {
		store := w.deps.Store // the window may go on with another while this one is written
		w.beside(func() error { return store.MoveTo(path, true) }, func() {
			if store == w.deps.Store {
				w.remember()
			}
			w.say(notice{text: w.savedText(path)})
		})
	})
}

// report says what the last session left behind: a crash, and what was found damaged when the workshop was opened.
func (w *window) report() {
	var n notice
	var lines []string
	if last := len(w.deps.Crashed) - 1; last >= 0 {
		path := w.deps.Crashed[last]
		lines = append(lines, w.tr("crash.found", words.Args{"App": w.deps.Name, "File": path}))
		n.answers = []answer{{w.tr("crash.open"), func() { w.openFile(path) }}}
	}
	if w.deps.Lost != "" {
		lines = append(lines, w.tr("open.lost", words.Args{"File": w.deps.Lost}))
		w.deps.Lost = ""
	}
	for _, f := range w.deps.Store.Findings() {
		lines = append(lines, w.tr(f.Key, words.Args(f.Args)))
	}
	if len(lines) > mostFindings {
		lines = append(lines[:mostFindings], "…")
	}
	if len(lines) > 0 {
		n.text, n.failed = strings.Join(lines, "\n"), true
		w.say(n)
	}
}

// mostFindings is how many findings are said: a file that is damaged throughout must not fill the window.
const mostFindings = 4
