package explore

import (
	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/views/kit"
)

// pick is one of several that can be chosen, or not, with why.
type pick struct {
	id, text, why string // why it cannot be; "" where it can
	on            bool
	take          func()
}

// picks are choices under each other, of which one holds.
func (v *View) picks(key string, list []pick) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, p := range list {
		spec := kit.CheckSpec{ID: p.id, Text: p.text, On: p.on, One: true, Off: p.why, Changed: func(bool) { p.take() }}
		if p.on {
			spec.Off = ""
		}
		parts = append(parts, v.style.Check(spec))
	}
	head := v.style.Paragraph(v.tr(key), kit.SizeBody, 20, kit.Semibold, v.style.Palette.Ink)
	return kit.Column(0, append([]fyne.CanvasObject{head}, parts...)...)
}

// groupPart puts figures together by a field.
func (v *View) groupPart() fyne.CanvasObject {
	q, tr := v.lens(), v.style.Tr
	fields := v.data.Groupable(q, tr)
	change := func(do func(q *dataset.Lens)) func() {
		return func() {
			q := v.lens()
			do(&q)
			q.Form = "" // the figures are others now
			v.Ask(q)
		}
	}
	by := []pick{{id: "ask.group.none", text: v.tr("explore.ask.group.none"), on: q.Group == "", take: change(func(q *dataset.Lens) { q.Group, q.Split, q.By = "", "", "" })}}
	for _, f := range fields {
		by = append(by, pick{id: "ask.group." + f.Field, text: f.Title, on: q.Group == f.Field, take: change(func(q *dataset.Lens) {
			if q.Split == f.Field {
				q.Split = ""
			}
			if q.Group == "" {
				q.By = v.firstAggregate(*q, f.Field)
			}
			q.Group = f.Field
		})})
	}
	column := kit.Column(16, v.picks("explore.ask.group", by))
	if q.Group == "" {
		return column
	}
	var how []pick
	for _, a := range dataset.Aggregates() {
		how = append(how, pick{
			id: "ask.by." + string(a), text: v.tr("explore.ask.by." + string(a)), on: q.By == a || q.By == "" && a == dataset.Count,
			why: v.data.MayAggregate(q, a, tr), take: change(func(q *dataset.Lens) { q.By = a }),
		})
	}
	split := []pick{{id: "ask.split.none", text: v.tr("explore.ask.split.none"), on: q.Split == "", take: change(func(q *dataset.Lens) { q.Split = "" })}}
	for _, f := range fields {
		if f.Field != q.Group {
			split = append(split, pick{id: "ask.split." + f.Field, text: f.Title, on: q.Split == f.Field, take: change(func(q *dataset.Lens) { q.Split = f.Field })})
		}
	}
	kit.Append(column, v.picks("explore.ask.by", how))
	if len(split) > 1 {
		kit.Append(column, v.picks("explore.ask.split", split))
	}
	return column
}

// firstAggregate is what a new group starts with: the first summary that its figures allow, and counting only where none does.
func (v *View) firstAggregate(q dataset.Lens, field string) dataset.Aggregate {
	q.Group = field
	for _, by := range []dataset.Aggregate{dataset.Sum, dataset.Mean, dataset.Median} {
		if v.data.MayAggregate(q, by, v.style.Tr) == "" {
			return by
		}
	}
	return dataset.Count
}
