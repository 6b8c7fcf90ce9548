package explore

import (
	"doublefix/app/chart"
	"doublefix/app/dataset"
)

// Own is what the person has added to the charts of a dataset, and how it is changed.
type Own struct {
	Note    func(row string) string // row "" is the whole dataset
	Mark    func(row string) bool
	Title   func(view string) string
	Kept    func(q dataset.Lens) bool // it is in the handout
	SetNote func(row, text string)
	SetMark func(row string, on bool)
	Entitle func(view, title string)
	Keep    func(q dataset.Lens) // adds the chart to the handout, or takes it out
}

// own is what the person has added to the dataset that is open.
func (v *View) own() Own {
	if v.deps.Own == nil || v.data == nil {
		return Own{
			Note: func(string) string { return "" }, Mark: func(string) bool { return false }, Title: func(string) string { return "" }, Kept: func(dataset.Lens) bool { return false },
			SetNote: func(string, string) {}, SetMark: func(string, bool) {}, Entitle: func(string, string) {}, Keep: func(dataset.Lens) {},
		}
	}
	return v.deps.Own(v.data.ID)
}

// viewKey names the chart that is shown, for a title of the person's own.
func (v *View) viewKey() string { return v.lens().Chart(v.data) }

// annotated is a chart with what the person has added.
func (v *View) annotated(spec chart.Spec) chart.Spec {
	own := v.own()
	return spec.Annotated(chart.Notes{Text: own.Note, Mark: own.Mark, Title: own.Title(v.viewKey())})
}

// Show takes in what has changed in the workshop: notes, marks and titles of the chart that is shown.
func (v *View) Show() {
	if v.data == nil || v.refused != nil || v.spec.Source == "" {
		return
	}
	next := v.annotated(v.plain)
	if next.SameNotes(v.spec) {
		return
	}
	v.spec = next
	v.showMain()
	if v.drawerShown != PanelNote || !v.noteShown() { // else it is where this was written, and writing goes on
		v.showSide()
	}
}

// Reads reports whether a figure is being read.
func (v *View) Reads() bool { _, ok := v.row(); return ok }

// MarkFigure marks the figure being read, or takes the mark away.
func (v *View) MarkFigure() {
	if r, ok := v.row(); ok {
		own := v.own()
		own.SetMark(r.ID, !own.Mark(r.ID))
	}
}

// Keep adds the chart that is shown to the handout with all that is asked, or takes it out.
func (v *View) Keep() {
	if v.data != nil && v.refused == nil {
		v.own().Keep(v.lens())
	}
}

// InHandout reports whether the chart that is shown is in the handout.
func (v *View) InHandout() bool { return v.data != nil && v.own().Kept(v.lens()) }
