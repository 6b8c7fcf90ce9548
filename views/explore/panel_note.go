package explore

import (
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/views/kit"
)

// drawerInset is the room around a text in a field of the drawer.
const drawerInset = 32

// ToggleNote opens the drawer on what the person has added, or closes it there.
func (v *View) ToggleNote() {
	v.toggle(PanelNote)
	if v.state.Drawer && v.state.Panel == PanelNote {
		v.deps.Focus(v.style.Register.Get("note.text"))
	}
}

// notePanel has the note at the figure being read, or at the whole chart where none is, the mark, and the title.
func (v *View) notePanel() fyne.CanvasObject {
	s, own := v.style, v.own()
	row, about := "", v.data.Title.In(s.Tr.Lang())
	r, ok := v.row()
	if ok {
		row, about = r.ID, v.answer.Data.Reading(v.view, r, s.Tr).Heading
	}
	note := s.Note("note.text", own.Note(row), v.tr("explore.note.hint"), 5, func(text string) { own.SetNote(row, text) })
	note.OnEscape = func() bool { return v.escape() }
	marked := own.Mark(row)
	column := kit.Column(16, v.titled(noteTitle(ok), s.Meta(about), note))
	if ok {
		mark := s.Check(kit.CheckSpec{ID: "note.mark", Text: v.tr("explore.note.mark"), On: marked, Changed: func(on bool) { own.SetMark(row, on) }})
		kit.Append(column, mark)
	}
	view := v.viewKey()
	title := s.Field("note.title", own.Title(view), func(text string) { own.Entitle(view, text) })
	title.OnLeave, title.Width = title.OnEnter, 200
	title.SetPlaceHolder(s.Shorten(v.plain.Title, kit.SizeBody, kit.Regular, s.Px(drawerWidth)-2*drawerInset))
	v.noteShown = func() bool {
		return strings.TrimSpace(note.Text) == own.Note(row) && own.Mark(row) == marked && strings.TrimSpace(title.Text) == own.Title(view)
	}
	kit.Append(column, s.Rule(), v.titled("explore.note.title", title, s.Meta(v.tr("explore.note.title.about"))),
		s.Rule(), s.Meta(v.tr("explore.note.kept")))
	return column
}

func noteTitle(figure bool) string {
	if figure {
		return "explore.note.figure"
	}
	return "explore.note.chart"
}
