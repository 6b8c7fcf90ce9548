package views

import (
	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/assets"
	"doublefix/views/action"
	"doublefix/views/kit"
)

// hints are the keys that work in the present place, for the foot of the window.
func (w *window) hints() []hint {
	tr := w.style.Tr
	f1 := hint{"F1", tr.T("hint.help")}
	switch w.settings.Place {
	case placeRank:
		if w.settings.Step != stepMine {
			return append(w.stepHints(), f1)
		}
		return []hint{
			{"↑ ↓", tr.T("hint.choose")},
			{"1 – " + tr.Int(len(w.doc.Places)), tr.T("hint.place")},
			{tr.T("key.alt") + " ↑", tr.T("hint.move")},
			{"0", tr.T("hint.out")},
			{"E", tr.T("hint.evidence")},
			f1,
		}
	case placeHandout:
		return []hint{
			{"↑ ↓", tr.T("hint.sections")},
			{tr.T("key.space"), tr.T("hint.in_out")},
			{tr.T("key.next"), tr.T("hint.page")},
			{tr.T("key.ctrl") + " E", tr.T("hint.export")},
			f1,
		}
	}
	var hints []hint
	if w.notFigures() == "" {
		hints = append(hints, hint{"← →", tr.T("hint.read")})
	}
	for _, id := range []string{"face", "ask", "compare", "source", "keep"} {
		if a := w.action("data." + id); a.Why() == "" {
			hints = append(hints, hint{a.Key, w.exploreHint(id)})
		}
	}
	return append(hints, f1)
}

// exploreHint says shortly what a key does in Explore.
func (w *window) exploreHint(id string) string {
	switch id {
	case "ask":
		return w.tr("hint.filter")
	case "keep":
		return w.handoutHint(w.explore != nil && w.explore.InHandout())
	}
	return w.tr("hint." + id)
}

// handoutHint says what the key for the handout does with what is in it, or not.
func (w *window) handoutHint(in bool) string {
	if in {
		return w.tr("hint.handout.out")
	}
	return w.tr("hint.handout")
}

// showHelp lists every action with its keys, by menu: the table that is behind menu and keys.
func (w *window) showHelp() {
	if len(w.win.Canvas().Overlays().List()) > 0 {
		return
	}
	w.open(modalSpec{
		title: w.tr("help.title"), width: 620, height: 560,
		body: func(s kit.Style, _ *modal) fyne.CanvasObject {
			column := kit.Column(6, s.Body(w.tr("help.intro")))
			for _, menu := range menus {
				kit.Append(column, kit.Pad(kit.Inset{Top: 10, Bottom: 2}, s.Paragraph(w.tr("menu."+menu), kit.SizeMeta, 16, kit.Semibold, s.Palette.Quiet)))
				for _, a := range w.actions {
					if a.Menu == menu {
						kit.Append(column, helpLine(s, a))
					}
				}
			}
			kit.Append(column, kit.Pad(kit.Inset{Top: 12}, s.Meta(w.tr("help.reader"))))
			return kit.Pad(kit.Inset{Right: 16}, column)
		},
	})
}

func helpLine(s kit.Style, a action.Action) fyne.CanvasObject {
	name := s.Paragraph(a.Title(s.Tr), kit.SizeBody, 22, kit.Regular, s.Palette.Ink)
	row := kit.RowGrow(12, name, name)
	if why := a.Why(); why != "" {
		kit.Append(row, s.Text(s.Tr.T(why), kit.SizeMeta, kit.Regular, s.Palette.Quiet))
	}
	caps := kit.Row(4)
	for _, c := range a.Caps(s.Tr) {
		kit.Append(caps, s.KeyCap(c))
	}
	kit.Append(row, caps)
	return row
}

// showAbout says what this is, and under which licences.
func (w *window) showAbout() {
	w.open(modalSpec{
		title: w.tr("about.title", words.Args{"App": w.deps.Name, "Version": w.deps.Version}), width: 560, height: 480,
		body: func(s kit.Style, _ *modal) fyne.CanvasObject {
			l := w.settings.Lang
			return kit.Pad(kit.Inset{Right: 16}, kit.Column(12,
				s.Body(w.tr("about.text")),
				s.Body(w.tr("about.package", words.Args{"Title": w.deps.Set.Title.In(l), "Version": w.deps.Set.Identity.Version})),
				s.Body(w.tr("about.figures")), s.Body(w.tr("about.licence")), s.Meta(assets.FontLicense())))
		},
	})
}

// openFile shows a file with the program the computer has for it.
func (w *window) openFile(path string) {
	if err := w.deps.App.OpenURL(fileURL(path)); err != nil {
		w.fail(err)
	}
}

// stepHints are the keys of the steps Ballots and Result.
func (w *window) stepHints() []hint {
	tr := w.style.Tr
	if w.settings.Step == stepResult {
		var hints []hint
		r := w.round()
		if r.Revealed && w.groupReport(w.chosenTable()) != nil {
			hints = append(hints, hint{"← →", tr.T("hint.cards")}, hint{tr.T("ballots.key.enter"), tr.T("hint.how")})
		}
		if w.noReveal() == "" {
			hints = append(hints, hint{"R", tr.T("hint.reveal")})
		}
		if w.noCover() == "" {
			hints = append(hints, hint{"R", tr.T("hint.cover")}, hint{"H", w.handoutHint(w.resultInHandout())})
		}
		return hints
	}
	var hints []hint
	if w.ballots != nil {
		for _, h := range w.ballots.Hints() {
			hints = append(hints, hint{h.Keys, h.Text})
		}
	}
	return hints
}
