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
		Kept:    func(q dataset.Lens) bool { return w.inHandout(id, q) },
		SetNote: func(row, text string) { w.edit(workshop.NoteRow(w.doc, id, row, text)) },
		SetMark: func(row string, on bool) { w.edit(workshop.MarkRow(w.doc, id, row, on)) },
		Entitle: func(view, title string) { w.edit(workshop.TitleChart(w.doc, id, view, title)) },
		Keep:    func(q dataset.Lens) { w.keepChart(id, q) },
	}
}

// keepChart adds a chart to the handout, or takes it out, and says so. A chart as the package has it is in the section of its
// dataset.
func (w *window) keepChart(id string, q dataset.Lens) {
	args := words.Args{"Title": w.deps.Set.Dataset(id).Title.In(w.style.Tr.Lang())}
	say := func(key string) {
		in := w.inHandout(id, q)
		w.say(notice{text: w.tr(key, args), holds: func() bool { return w.inHandout(id, q) == in }})
	}
	if w.plainChart(id, q) {
		choice := w.handoutChoice()
		in := w.handoutInput(choice)
		if choice.Sections == nil {
			choice.Sections = pages.DefaultSections(in)
		}
		section, key := w.dataSection(id), "explore.keep.kept"
		if at := slices.Index(choice.Sections, section); at >= 0 {
			choice.Sections, key = slices.Delete(slices.Clone(choice.Sections), at, at+1), "explore.keep.dropped"
		} else {
			choice.Sections = pages.With(in, choice.Sections, section)
		}
		w.edit(workshop.SetHandout(w.doc, workshop.Handout{Sections: choice.Sections, Lang: w.doc.Handout.Lang, Paper: w.doc.Handout.Paper, Notes: w.doc.Handout.Notes}))
		say(key)
		return
	}
	if chart, there := w.doc.Charts.Find(id, q); there {
		w.edit(workshop.DropChart(w.doc, chart))
		say("explore.keep.dropped")
		return
	}
	if e, ok := workshop.KeepChart(w.doc, id, q, rand.Reader); ok {
		w.edit(e, ok)
		if h := w.doc.Handout; h.Sections != nil { // what is printed was chosen by hand
			chart, _ := w.doc.Charts.Find(id, q)
			h.Sections = pages.With(w.handoutInput(w.handoutChoice()), h.Sections, pages.KeptSection(chart))
			w.edit(workshop.SetHandout(w.doc, h))
		}
		say("explore.keep.kept")
	}
}

// plainChart reports whether a question asks for the first chart of a dataset as the package has it.
func (w *window) plainChart(id string, q dataset.Lens) bool {
	d := w.deps.Set.Dataset(id)
	return !q.Asks() && q.Form == "" && d != nil && d.View(q.View).Name == d.Charts[0].Name && w.dataSection(id) != ""
}

// dataSection is the id of the section of the handout that shows a dataset; "" where it has none.
func (w *window) dataSection(id string) string {
	for _, s := range pages.Sections(w.handoutInput(w.handoutChoice())) {
		if s.Shows(id) {
			return s.ID
		}
	}
	return ""
}

// inHandout reports whether the handout has a chart.
func (w *window) inHandout(id string, q dataset.Lens) bool {
	if !w.plainChart(id, q) {
		_, ok := w.doc.Charts.Find(id, q)
		return ok
	}
	sections := w.handoutChoice().Sections
	if sections == nil {
		sections = pages.DefaultSections(w.handoutInput(w.handoutChoice()))
	}
	return slices.Contains(sections, w.dataSection(id))
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
