package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/views/action"
)

// menus are the menus of the menu bar, in order.
var menus = []string{"file", "edit", "view", "workshop", "data", "help"}

// table is the one table of actions behind menu, keys and help.
func (w *window) table() []action.Action {
	var all []action.Action
	for _, group := range [][]action.Action{w.fileActions(), w.editActions(), w.viewActions(), w.workshopActions(), w.dataActions(), w.helpActions()} {
		all = append(all, group...)
	}
	return all
}

func (w *window) fileActions() []action.Action {
	return []action.Action{
		{ID: "file.new", Menu: "file", Keys: action.Ctrl(fyne.KeyN), Run: w.newWorkshop},
		{ID: "file.open", Menu: "file", Keys: action.Ctrl(fyne.KeyO), Run: w.openOther},
		{ID: "file.recent", Menu: "file", Disabled: w.noRecent, Run: w.openRecent},
		{ID: "file.name", Menu: "file", Keys: action.Plain(fyne.KeyF2), Disabled: w.noEdit, Run: w.nameWorkshop},
		{ID: "file.copy", Menu: "file", Rule: true, Run: w.saveCopy},
		{ID: "file.save_elsewhere", Menu: "file", Run: w.saveElsewhere},
		{ID: "file.merge", Menu: "file", Disabled: w.noEdit, Run: w.mergeFile},
		{ID: "file.retry", Menu: "file", Disabled: w.noRetry, Run: w.retry},
		{ID: "file.handout", Menu: "file", Rule: true, Keys: action.Ctrl(fyne.KeyE), Run: w.exportHandout},
		{ID: "file.quit", Menu: "file", Keys: action.Ctrl(fyne.KeyQ), Rule: true, Run: w.close},
	}
}

func (w *window) editActions() []action.Action {
	return []action.Action{
		{ID: "edit.undo", Menu: "edit", Keys: action.Ctrl(fyne.KeyZ), Name: w.undoName, Disabled: w.noUndo, Run: w.undo},
		{ID: "edit.redo", Menu: "edit", Keys: action.Ctrl(fyne.KeyY), Name: w.redoName, Disabled: w.noRedo, Run: w.redo},
		{ID: "edit.up", Menu: "edit", Keys: action.Alt(fyne.KeyUp), Rule: true, Disabled: w.notMoving, Run: func() { w.moveOption(-1) }},
		{ID: "edit.down", Menu: "edit", Keys: action.Alt(fyne.KeyDown), Disabled: w.notMoving, Run: func() { w.moveOption(1) }},
		{ID: "edit.take_out", Menu: "edit", Key: "0", Disabled: w.notRanking, Run: func() { w.rank.TakeOut() }},
		{ID: "edit.evidence", Menu: "edit", Key: "E", Disabled: w.notRanking, Run: func() { w.rank.ToggleEvidence() }},
	}
}

func (w *window) viewActions() []action.Action {
	place := func(p string) func() { return func() { w.goTo(p) } }
	at := func(p string) func() bool { return func() bool { return w.settings.Place == p } }
	actions := []action.Action{
		{ID: "view.explore", Menu: "view", Keys: action.Ctrl(fyne.Key1), Checked: at(placeExplore), Run: place(placeExplore)},
		{ID: "view.rank", Menu: "view", Keys: action.Ctrl(fyne.Key2), Checked: at(placeRank), Run: place(placeRank)},
		{ID: "view.handout", Menu: "view", Keys: action.Ctrl(fyne.Key3), Checked: at(placeHandout), Run: place(placeHandout)},
		{ID: "view.step.mine", Menu: "view", Rule: true, Keys: action.Alt(fyne.Key1), Checked: w.atStep(stepMine), Run: func() { w.goStep(stepMine) }},
		{ID: "view.step.ballots", Menu: "view", Keys: action.Alt(fyne.Key2), Checked: w.atStep(stepBallots), Run: func() { w.goStep(stepBallots) }},
		{ID: "view.step.result", Menu: "view", Keys: action.Alt(fyne.Key3), Checked: w.atStep(stepResult), Run: func() { w.goStep(stepResult) }},
		{ID: "view.back", Menu: "view", Rule: true, Keys: action.Alt(fyne.KeyLeft), Disabled: w.noBack, Run: w.back},
		{ID: "view.forward", Menu: "view", Keys: action.Alt(fyne.KeyRight), Disabled: w.noForward, Run: w.forward},
	}
	for i, l := range words.Langs() {
		actions = append(actions, action.Action{
			ID: "view.lang." + string(l), Menu: "view", Rule: i == 0, Checked: func() bool { return w.settings.Lang == l },
			Run: func() { w.setLang(l) },
		})
	}
	actions = append(actions, action.Action{ID: "view.lang", Menu: "view", Keys: action.Ctrl(fyne.KeyL), Run: w.nextLang})
	for i, name := range themes {
		actions = append(actions, action.Action{
			ID: "view.theme." + name, Menu: "view", Rule: i == 0, Checked: func() bool { return w.settings.Theme == name },
			Run: func() { w.setTheme(name) },
		})
	}
	return append(actions,
		action.Action{ID: "view.theme", Menu: "view", Keys: action.Ctrl(fyne.KeyD), Run: w.nextTheme},
		action.Action{ID: "view.text.larger", Menu: "view", Keys: action.Ctrl(fyne.KeyEqual), Rule: true, Disabled: w.textLimit(1), Run: func() { w.setFactor(w.settings.factorStep(1)) }},
		action.Action{ID: "view.text.smaller", Menu: "view", Keys: action.Ctrl(fyne.KeyMinus), Disabled: w.textLimit(-1), Run: func() { w.setFactor(w.settings.factorStep(-1)) }},
		action.Action{ID: "view.text.normal", Menu: "view", Keys: action.Ctrl(fyne.Key0), Run: func() { w.setFactor(1) }},
		action.Action{ID: "view.full", Menu: "view", Keys: action.Plain(fyne.KeyF11), Run: func() { w.win.SetFullScreen(!w.win.FullScreen()) }},
	)
}

func (w *window) dataActions() []action.Action {
	at := w.notExploring
	export := func(id string, keys action.Shortcut, run func()) action.Action {
		return action.Action{ID: "data." + id, Menu: "data", Sub: "export", Rule: id == "csv", Keys: keys, Disabled: at, Run: run}
	}
	time := func(id, key string, run func()) action.Action {
		return action.Action{ID: "data." + id, Menu: "data", Sub: "years", Rule: id == "zoom_in", Key: key, Disabled: w.notTimed, Run: run}
	}
	return []action.Action{
		{ID: "data.search", Menu: "data", Keys: action.Ctrl(fyne.KeyF), Run: w.searchRecord},
		{ID: "data.face", Menu: "data", Key: "T", Rule: true, Disabled: at, Run: w.toggleTable},
		{ID: "data.forms", Menu: "data", Key: "V", Disabled: w.notFigures, Run: func() { w.explore.ToggleForms() }},
		{ID: "data.ask", Menu: "data", Key: "F", Disabled: w.notFigures, Run: func() { w.explore.ToggleAsk() }},
		{ID: "data.group", Menu: "data", Key: "U", Disabled: w.notFigures, Run: func() { w.explore.AskGroup() }},
		{ID: "data.compare", Menu: "data", Key: "C", Disabled: w.notFigures, Run: func() { w.explore.ToggleCompare() }},
		{ID: "data.note", Menu: "data", Key: "N", Disabled: w.notNoting, Run: func() { w.explore.ToggleNote() }},
		{ID: "data.mark", Menu: "data", Key: "M", Disabled: w.notReading, Run: func() { w.explore.MarkFigure() }},
		{ID: "data.keep", Menu: "data", Key: "H", Name: w.keepName, Disabled: w.notNoting, Run: func() { w.explore.Keep() }},
		{ID: "data.clear", Menu: "data", Disabled: w.notAsked, Run: func() { w.explore.ClearAsked() }},
		{ID: "data.source", Menu: "data", Rule: true, Key: "S", Disabled: at, Run: func() { w.explore.ToggleSources() }},
		{ID: "data.why", Menu: "data", Key: "W", Disabled: at, Run: func() { w.explore.ToggleWhy() }},
		{ID: "data.terms", Menu: "data", Key: "G", Disabled: w.noTerms, Run: func() { w.explore.ToggleTerms() }},
		{ID: "data.next", Menu: "data", Keys: action.Ctrl(fyne.KeyPageDown), Rule: true, Disabled: at, Run: func() { w.explore.Step(1) }},
		{ID: "data.previous", Menu: "data", Keys: action.Ctrl(fyne.KeyPageUp), Disabled: at, Run: func() { w.explore.Step(-1) }},
		time("zoom_in", "+", func() { w.explore.Zoom(1) }),
		time("zoom_out", "-", func() { w.explore.Zoom(-1) }),
		time("zoom_all", "A", func() { w.explore.Zoom(0) }),
		time("earlier", ",", func() { w.explore.Shift(-1) }),
		time("later", ".", func() { w.explore.Shift(1) }),
		export("csv", action.CtrlShift(fyne.KeyC), func() { w.explore.ExportCSV() }),
		export("svg", action.CtrlShift(fyne.KeyS), func() { w.explore.ExportSVG() }),
		export("png", action.CtrlShift(fyne.KeyG), func() { w.explore.ExportPNG(2) }),
		export("pdf", action.CtrlShift(fyne.KeyP), func() { w.explore.ExportPDF() }),
		export("zip", action.Shortcut{}, func() { w.explore.ExportBundle() }),
		export("copy_table", action.Shortcut{}, func() { w.explore.CopyTable() }),
		export("copy_sentence", action.Shortcut{}, func() { w.explore.CopySentence() }),
	}
}

func (w *window) helpActions() []action.Action {
	return []action.Action{
		{ID: "help.keys", Menu: "help", Keys: action.Plain(fyne.KeyF1), Run: w.showHelp},
		{ID: "help.example", Menu: "help", Name: w.exampleName, Run: w.toggleExample},
		{ID: "help.about", Menu: "help", Run: w.showAbout},
	}
}

// do runs an action unless a modal is open, whose matter comes first, as it says.
func (w *window) do(id string) {
	if len(w.win.Canvas().Overlays().List()) > 0 {
		if last := len(w.modals) - 1; last >= 0 && !w.undoTyping(id) {
			w.modals[last].say(w.tr("dialog.first", words.Args{"Name": w.action(id).Title(w.style.Tr)}))
		}
		return
	}
	if w.undoTyping(id) {
		return
	}
	w.keepTyped()
	a := w.action(id)
	if why := a.Why(); why != "" {
		w.say(notice{
			text: w.tr("menu.item.disabled", words.Args{"Name": a.Title(w.style.Tr), "Why": w.tr(why)}), refused: true,
			holds: func() bool { return w.action(id).Why() == why },
		})
		return
	}
	a.Do()
}

// undoTyping has undo and redo work on what is typed while a field has the focus; the menu takes their keys from it.
func (w *window) undoTyping(id string) bool {
	field, ok := w.win.Canvas().Focused().(interface {
		Undo()
		Redo()
	})
	switch {
	case !ok:
		return false
	case id == "edit.undo":
		field.Undo()
	case id == "edit.redo":
		field.Redo()
	default:
		return false
	}
	return true
}

func (w *window) noRetry() string {
	switch {
	case w.saved.Err == nil:
		return "disabled.saved"
	case w.ended:
		return "disabled.ended"
	}
	return ""
}

func (w *window) notExploring() string { return w.only(placeExplore, "disabled.explore") }

// notTimed tells why there are no years to choose.
func (w *window) notTimed() string {
	if w.explore == nil || !w.explore.Timed() {
		return "disabled.timeline"
	}
	return ""
}

func (w *window) noTerms() string {
	if w.explore != nil && !w.explore.HasTerms() {
		return "disabled.terms"
	}
	return w.notExploring()
}

// notFigures tells why there is nothing to filter and compare.
func (w *window) notFigures() string {
	if w.explore != nil && !w.explore.HasFigures() {
		return "disabled.figures"
	}
	return w.notExploring()
}

// notAsked tells why there is no filter to take back.
func (w *window) notAsked() string {
	if w.explore != nil && !w.explore.Asks() {
		return "disabled.ask.clear"
	}
	return w.notExploring()
}

// toggleTable shows the figures as a chart or as a table. Where no part has the focus, the one that is shown gets it, so that
// Tab goes on from there.
func (w *window) toggleTable() {
	w.explore.ToggleTable()
	if w.win.Canvas().Focused() == nil {
		w.focus(w.style.Register.Get(w.explore.FaceID()))
	}
}

// searchRecord goes to the search field from everywhere.
func (w *window) searchRecord() {
	w.goTo(placeExplore)
	w.explore.Search()
}

// notRanking tells why there is no card to work on.
func (w *window) notRanking() string {
	if w.rank == nil {
		return "disabled.rank"
	}
	return ""
}

// notMoving tells why there is no option to move: neither in one's own ranking nor on a ballot on screen.
func (w *window) notMoving() string {
	if w.ballots != nil && w.ballots.OnScreen() {
		return ""
	}
	return w.notRanking()
}

func (w *window) moveOption(by int) {
	if w.ballots != nil {
		w.ballots.Move(by)
		return
	}
	w.rank.Move(by)
}

func (w *window) only(place, why string) string {
	if w.settings.Place == place {
		return ""
	}
	return why
}

func (w *window) textLimit(by int) func() string {
	return func() string {
		if w.settings.factorStep(by) != w.settings.Factor {
			return ""
		}
		if by > 0 {
			return "disabled.text.largest"
		}
		return "disabled.text.smallest"
	}
}

// key runs the action of a key that no focused part has used.
func (w *window) key(ev *fyne.KeyEvent) {
	if w.placeKey(ev) {
		return
	}
	for _, a := range w.actions {
		if a.Keys == action.Plain(ev.Name) && ev.Name != "" {
			w.do(a.ID)
			return
		}
	}
	if ev.Name == fyne.KeyEscape && w.notice != nil {
		w.closeNotice()
	}
}

// otherKeys have the canvas take keys that mean the same as those in the menu: + is a key of its own on many keyboards, and
// on others needs Shift.
func (w *window) otherKeys() {
	for _, keys := range []action.Shortcut{action.Ctrl(fyne.KeyPlus), action.CtrlShift(fyne.KeyPlus), action.CtrlShift(fyne.KeyEqual)} {
		w.win.Canvas().AddShortcut(keys.Fyne(), func(fyne.Shortcut) { w.do("view.text.larger") })
	}
}

// rune runs the action of a letter or digit.
func (w *window) rune(r rune) {
	if len(w.win.Canvas().Overlays().List()) > 0 || w.placeRune(r) {
		return
	}
	for _, a := range w.actions {
		if a.Key != "" && strings.EqualFold(a.Key, string(r)) {
			w.do(a.ID)
			return
		}
	}
}
