package views

import (
	"crypto/rand"
	"slices"

	"doublefix/app/dataset"
	pages "doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/explore"
)

// ownOf is what the workshop has of a person's own on the charts of a dataset.
func (w *window) ownOf(id string) explore.Own {
	return explore.Own{
		Note:    func(row string) string { return w.doc.Charts.Note(id, row) },
		Mark:    func(row string) bool { return w.doc.Charts.Highlighted(id, row) },
		Title:   func(view string) string { return w.doc.Charts.Title(id, view) },
		Kept:    func(q dataset.Lens) bool { _, ok := w.doc.Charts.Find(id, q); return ok },
		SetNote: func(row, text string) { w.edit(workshop.NoteRow(w.doc, id, row, text)) },
		SetMark: func(row string, on bool) { w.edit(workshop.MarkRow(w.doc, id, row, on)) },
		Entitle: func(view, title string) { w.edit(workshop.TitleChart(w.doc, id, view, title)) },
		Keep:    func(q dataset.Lens) { w.keepChart(id, q) },
	}
}

// keepChart adds a chart to the handout, or takes it out, and says so.
func (w *window) keepChart(id string, q dataset.Lens) {
	title := words.Args{"Title": w.deps.Set.Dataset(id).Title.In(w.style.Tr.Lang())}
	if chart, there := w.doc.Charts.Find(id, q); there {
		w.edit(workshop.DropChart(w.doc, chart))
		w.say(notice{text: w.tr("explore.keep.dropped", title)})
		return
	}
	if e, ok := workshop.KeepChart(w.doc, id, q, rand.Reader); ok {
		w.edit(e, ok)
		if h := w.doc.Handout; h.Sections != nil { // what is printed was chosen by hand
			chart, _ := w.doc.Charts.Find(id, q)
			h.Sections = append(slices.Clone(h.Sections), pages.KeptSection(chart))
			w.edit(workshop.SetHandout(w.doc, h))
		}
		w.say(notice{text: w.tr("explore.keep.kept", title)})
	}
}

// keepName names what the key for the handout does now.
func (w *window) keepName(tr words.Tr) string {
	if w.explore != nil && w.explore.InHandout() {
		return tr.T("action.data.keep.out")
	}
	return tr.T("action.data.keep")
}

// notNoting tells why nothing can be written on a chart.
func (w *window) notNoting() string {
	if why := w.notFigures(); why != "" {
		return why
	}
	return w.noEdit()
}

// notReading tells why no figure can be marked.
func (w *window) notReading() string {
	if why := w.notNoting(); why != "" {
		return why
	}
	if w.explore != nil && !w.explore.Reads() {
		return "disabled.reading"
	}
	return ""
}
