package handout

import (
	"slices"

	"fyne.io/fyne/v2"

	pages "doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// settings are the language and the paper.
func (v *View) settings() fyne.CanvasObject {
	return kit.Pad(kit.Inset{Top: 12, Left: 8, Right: 8}, kit.Column(8,
		v.setting("handout.view.language", v.languages()), v.setting("handout.view.paper", v.papers()), v.notes(),
		kit.Pad(kit.Inset{Top: 4}, v.style.Meta(v.tr("handout.view.sources_note")))))
}

// notes has a person's own notes and marks printed.
func (v *View) notes() fyne.CanvasObject {
	return v.style.Check(kit.CheckSpec{ID: "handout.notes", Text: v.tr("handout.view.notes"), On: v.choice.Notes, Changed: func(on bool) {
		next := v.choice
		next.Notes = on
		v.deps.Choose(next)
	}})
}

// export is the way out.
func (v *View) export() fyne.CanvasObject {
	return kit.Pad(kit.Inset{Top: 8, Left: 8, Right: 8}, v.style.Button(kit.ButtonSpec{
		ID: "handout.export", Icon: "download", Text: v.tr("handout.view.export"), Kind: kit.Primary, Wide: true, OnTapped: v.deps.Export,
	}))
}

func (v *View) setting(label string, choice fyne.CanvasObject) fyne.CanvasObject {
	s := v.style
	text := s.Paragraph(v.tr(label), kit.SizeBody, 20, kit.Regular, s.Palette.Quiet)
	return kit.RowGrow(8, text, text, choice)
}

func (v *View) languages() fyne.CanvasObject {
	return pick(v, words.Langs(), v.choice.Lang, "handout.lang.", "lang.", func(c *Choice, l words.Lang) { c.Lang = l })
}

func (v *View) papers() fyne.CanvasObject {
	return pick(v, pages.Papers(), v.choice.Paper, "handout.paper.", "handout.paper.", func(c *Choice, p pages.Paper) { c.Paper = p })
}

// pick offers values side by side; their names are the translations of area and the value.
func pick[T ~string](v *View, values []T, current T, id, area string, set func(*Choice, T)) fyne.CanvasObject {
	var choices []kit.Choice
	for _, value := range values {
		choices = append(choices, kit.Choice{ID: id + string(value), Text: v.tr(area + string(value))})
	}
	return v.style.Segments(choices, slices.Index(values, current), func(i int) {
		next := v.choice
		set(&next, values[i])
		v.deps.Choose(next)
	})
}
