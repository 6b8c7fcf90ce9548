package result

import (
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/views/kit"
)

const coverID = "result-cover"

// top has the steps, what is shown, and the ways out.
func (v *View) top() fyne.CanvasObject {
	left := kit.Gap()
	if v.deps.Head != nil {
		left = v.deps.Head()
	}
	parts := []fyne.CanvasObject{left}
	if len(v.shown.Rounds) > 0 {
		parts = append(parts, v.pick("result.view.round", v.shown.Rounds, v.shown.Round, v.deps.ChooseRound))
	}
	if len(v.shown.Tables) > 0 {
		tables := append([]Choice{{Name: v.tr("result.view.table.all")}}, v.shown.Tables...)
		parts = append(parts, v.pick("result.view.table", tables, v.shown.Table, v.deps.ChooseTable))
	}
	if !v.shown.Covered && v.shown.Report != nil {
		parts = append(parts, v.handoutButton())
	}
	parts = append(parts, v.exportButton())
	if v.shown.Covered || v.shown.Report != nil {
		v.cover = v.coverButton()
		parts = append(parts, v.cover)
	}
	return &fyne.Container{Layout: ends{12}, Objects: parts}
}

// The widest name in a select, with room for everything and without.
const widestChoice, narrowChoice = 170, 110

// narrow reports whether the top line must say less.
func (v *View) narrow() bool { return v.columns < 3 }

// pick is a button that opens a menu of choices.
func (v *View) pick(key string, choices []Choice, current string, choose func(id string)) fyne.CanvasObject {
	s := v.style
	name, widest := "", float32(widestChoice)
	if v.narrow() {
		widest = narrowChoice
	}
	menu := fyne.NewMenu("")
	for _, c := range choices {
		item := fyne.NewMenuItem(c.Name, func() { choose(c.ID) })
		item.Checked = c.ID == current
		if item.Checked {
			name = c.Name
		}
		menu.Items = append(menu.Items, item)
	}
	var button *kit.Tap
	button = s.Button(kit.ButtonSpec{
		ID: key, Text: s.Shorten(name, kit.SizeBody, kit.Semibold, s.Px(widest)), Name: v.tr(key), Trailing: "chevron-down",
		OnTapped: func() { v.deps.PopUp(menu, button) },
	})
	return button
}

func (v *View) exportButton() fyne.CanvasObject {
	menu := fyne.NewMenu("")
	for _, e := range []struct{ kind, key string }{
		{"csv", "result.view.export.csv"}, {"json", "result.view.export.json"}, {"pdf", "result.view.export.pdf"},
	} {
		menu.Items = append(menu.Items, fyne.NewMenuItem(v.tr(e.key), func() { v.deps.Export(e.kind) }))
	}
	off := ""
	switch {
	case v.shown.Covered:
		off = "result.view.off.covered"
	case v.shown.Report == nil:
		off = "result.view.off.empty"
	}
	var button *kit.Tap
	spec := kit.ButtonSpec{
		ID: "result.export", Icon: "download", Text: v.tr("result.view.export"), Trailing: "chevron-down", Off: off,
		OnTapped: func() { v.deps.PopUp(menu, button) },
	}
	if v.narrow() {
		spec.Text, spec.Name = "", spec.Text
	}
	button = v.style.Button(spec)
	return button
}

// handoutButton adds the result to the handout, says that it is in, and takes it out again.
func (v *View) handoutButton() fyne.CanvasObject {
	spec := kit.ButtonSpec{ID: "result.handout", Icon: "plus", Text: v.tr("result.view.handout"), OnTapped: v.KeepInHandout}
	if v.shown.InHandout {
		spec.Icon, spec.Text, spec.On = "check", v.tr("result.view.handout.in"), true
	}
	return v.style.Button(spec)
}

// coverButton shows the result, or covers it again.
func (v *View) coverButton() *kit.Tap {
	spec := kit.ButtonSpec{ID: coverID, Text: v.tr("result.view.cover"), OnTapped: v.deps.Cover}
	if v.narrow() {
		spec.Text, spec.Name = v.tr("result.view.cover.short"), spec.Text
	}
	if v.shown.Covered {
		spec.Text, spec.Name, spec.Kind, spec.OnTapped = v.tr("result.view.reveal"), "", kit.Primary, v.deps.Reveal
		if v.shown.Open {
			spec.Off = "result.view.off.open"
		}
	}
	return v.style.Button(spec)
}

// finding is the result in a sentence, and what it rests on.
func (v *View) finding() fyne.CanvasObject {
	s, p, r := v.style, v.style.Palette, v.shown.Report
	sentence := r.Headline(s.Tr)
	head := s.Paragraph(sentence.Text, kit.SizeHead, 28, kit.Semibold, p.Ink).WithStrong(strong(sentence))
	column := kit.Column(4, head, s.Meta(v.basis(r)))
	if n := len(v.shown.Twice); n > 0 {
		kit.Append(column, s.Warning(s.Tr.N("result.view.twice", n, words.Args{"Names": s.Tr.List(v.shown.Twice)}), p.Amber))
	}
	if v.shown.Tied {
		kit.Append(column, kit.Row(0, s.Button(kit.ButtonSpec{ID: "result.lot", Text: v.tr("result.view.lot"), OnTapped: v.deps.DrawLot})))
	}
	return column
}

// strong finds the parts of a sentence that are set strong, in their order.
func strong(sentence result.Sentence) []kit.Part {
	var parts []kit.Part
	from := 0
	for _, text := range sentence.Strong {
		i := strings.Index(sentence.Text[from:], text)
		if i < 0 || text == "" {
			continue
		}
		parts = append(parts, kit.Part{Start: from + i, End: from + i + len(text)})
		from += i + len(text)
	}
	return parts
}

// basis names the options by their letters and says which ballots count. A name does not break across lines.
func (v *View) basis(r *result.Report) string {
	var parts []string
	for _, o := range r.In.Options {
		parts = append(parts, strings.ReplaceAll(o.ID+" "+o.Short.In(v.style.Tr.Lang()), " ", unbroken))
	}
	return strings.Join(append(parts, r.Basis(v.style.Tr)), unbroken+unbroken+" ·"+unbroken+" ")
}

const unbroken = "\u00a0" // a space where no line breaks

// covered says that there is a result, and nothing of it.
func (v *View) covered() fyne.CanvasObject {
	key := "result.view.covered"
	if v.shown.Open {
		key = "result.view.covered.open"
	}
	said := v.tr(key, words.Args{"Round": v.shown.Round})
	return v.middle(said+" "+v.style.Tr.N("result.view.ballots", v.shown.Ballots), v.revealButton())
}

// revealButton does in the middle of the place what the one in the top line does.
func (v *View) revealButton() fyne.CanvasObject {
	if v.shown.Open {
		return nil
	}
	return v.style.Button(kit.ButtonSpec{ID: "result.reveal", Text: v.tr("result.view.reveal"), OnTapped: v.deps.Reveal})
}

// empty says that no ballot is in, or none that ranks something, and leads to where they are entered.
func (v *View) empty() fyne.CanvasObject {
	var button fyne.CanvasObject
	if v.deps.ToBallots != nil {
		button = v.style.Button(kit.ButtonSpec{
			ID: "result.ballots", Text: v.tr("result.view.ballots.go"), Kind: kit.Primary, OnTapped: v.deps.ToBallots,
		})
	}
	key := "result.view.empty"
	if v.shown.Ballots > 0 {
		key = "result.view.empty.blank"
	}
	return v.middle(v.tr(key), button)
}

// middle is a sentence in the middle of the place, with a button below it; nil for none.
func (v *View) middle(text string, button fyne.CanvasObject) fyne.CanvasObject {
	s := v.style
	said := kit.Fit(
		kit.Center(s.Text(text, kit.SizeTitle, kit.Regular, s.Palette.Quiet)),
		s.Paragraph(text, kit.SizeTitle, 24, kit.Regular, s.Palette.Quiet),
	)
	column := kit.Column(16, said)
	if button != nil {
		kit.Append(column, kit.Center(button))
	}
	return kit.Pad(kit.Inset{Top: 120, Bottom: 40}, column)
}
