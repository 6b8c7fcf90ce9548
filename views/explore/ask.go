package explore

import (
	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/views/kit"
)

// lens is what is asked of the dataset that is open.
func (v *View) lens() dataset.Lens {
	if v.data == nil {
		return dataset.Lens{}
	}
	return v.state.Lenses[v.data.ID]
}

// ask has the open dataset say what it says to what is asked. Where it refuses, there are no rows, and the reason is shown in the
// place of the chart.
func (v *View) ask() {
	answer, err := chart.Answer(v.data, v.lens())
	if err == nil {
		v.answer, v.view = answer, v.narrowed(answer.View)
		v.plain, v.rows, err = chart.Build(answer.Data, v.view, v.style.Tr)
		v.spec = v.annotated(v.plain)
	}
	if err != nil {
		v.refused, v.rows = err, nil
		v.answer = dataset.Answer{Data: v.data, View: v.data.View(v.lens().View), All: v.tally}
		v.view = v.answer.View
	}
}

// Ask puts another question to the dataset that is open; the way back to the one before is kept.
func (v *View) Ask(q dataset.Lens) {
	if v.data == nil {
		return
	}
	if v.refused == nil {
		v.answered.of, v.answered.lens = v.data.ID, v.lens().Clone()
	}
	v.leave(ByLink)
	v.state.Lenses[v.data.ID], v.state.passing = q.Clone(), false
	v.open(v.data.ID)
	if _, ok := v.row(); !ok {
		v.state.Row = ""
	}
	v.showMain()
	v.showSide()
	v.changed()
}

// refusal stands in the place of a chart that cannot be: why, and the way back to what was answered last.
func (v *View) refusal() fyne.CanvasObject {
	s := v.style
	back := s.Button(kit.ButtonSpec{ID: "ask.clear", Text: v.tr("explore.ask.take_back"), OnTapped: func() {
		before := dataset.Lens{View: v.lens().View}
		if v.answered.of == v.data.ID {
			before = v.answered.lens
		}
		v.Ask(before)
	}})
	said := s.Paragraph(v.deps.Said(v.refused), kit.SizeBody, 20, kit.Regular, s.Palette.Ink)
	text := kit.RowTop(10, said, s.IconImage("warning", 18, s.Palette.Amber), said)
	return kit.Fixed(0, leastFace, kit.Pad(kit.Even(24), kit.Column(16, text, kit.Row(8, back))))
}
