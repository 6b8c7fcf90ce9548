package explore

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// fewValues is how many values of a facet are shown before the rest is asked for.
const fewValues = 8

// ToggleAsk opens the drawer on filters, groups and relations, or closes it there.
func (v *View) ToggleAsk() { v.toggle(PanelAsk) }

// askPanel narrows figures down, puts them together and in relation; every change acts at once.
func (v *View) askPanel() fyne.CanvasObject {
	column := kit.Column(16, v.askSearch())
	facets := v.data.Facets(v.lens(), v.style.Tr)
	for _, kind := range []dataset.FacetKind{dataset.FacetYears, dataset.FacetValues, dataset.FacetNumbers} {
		for _, f := range facets {
			if f.Kind == kind && (kind != dataset.FacetValues || len(f.Values) > 0) {
				kit.Append(column, v.facet(f))
			}
		}
	}
	kit.Append(column, v.style.Rule(), v.groupPart())
	if scale := v.scalePart(); scale != nil {
		kit.Append(column, v.style.Rule(), scale)
	}
	kit.Append(column, v.style.Rule(), v.askEnd())
	return column
}

// askEnd clears all, and leads to the chart where the drawer covers it.
func (v *View) askEnd() fyne.CanvasObject {
	off := ""
	if !v.lens().Asks() {
		off = "disabled.ask.clear"
	}
	row := kit.Flow(8, v.style.Button(kit.ButtonSpec{ID: "ask.clear_all", Text: v.tr("explore.ask.clear"), Off: off, OnTapped: v.ClearAsked}))
	if v.covers {
		kit.Append(row, v.style.Button(kit.ButtonSpec{
			ID: "ask.show", Text: v.style.Tr.N("explore.ask.show", len(v.rows)), Kind: kit.Primary, OnTapped: func() { v.toggle(v.state.Panel) },
		}))
	}
	return row
}

// ClearAsked lets go of all that is asked but the chart and its form.
func (v *View) ClearAsked() {
	if q := v.lens(); q.Asks() {
		plain := dataset.Lens{View: q.View, Form: q.Form}
		if _, err := chart.Answer(v.data, plain); err != nil {
			plain.Form = "" // it suited only what was asked
		}
		v.Ask(plain)
	}
}

// askSearch narrows down to rows that contain words.
func (v *View) askSearch() fyne.CanvasObject {
	q := v.lens()
	take := func(text string) {
		if text != v.lens().Text {
			q := v.lens()
			q.Text = text
			v.Ask(q)
		}
	}
	field := v.style.Field("ask.text", q.Text, take)
	field.OnLeave, field.Width = v.onceLeft(take), 160
	field.SetPlaceHolder(v.tr("explore.ask.text"))
	return v.titled("explore.ask.search", field)
}

// onceLeft has a field end when the focus has arrived at the next part: on its way it would be lost on a part that asking has
// built anew meanwhile.
func (v *View) onceLeft(take func(text string)) func(text string) {
	return func(text string) {
		left := v.data
		v.deps.Runner.After(0, func() {
			if v.state.shown == v && v.data == left {
				take(text)
			}
		})
	}
}

// titled is a part of the panel under its heading.
func (v *View) titled(key string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	head := v.style.Paragraph(v.tr(key), kit.SizeBody, 20, kit.Semibold, v.style.Palette.Ink)
	return kit.Column(6, append([]fyne.CanvasObject{head}, parts...)...)
}

// facet is one field by which figures are narrowed down.
func (v *View) facet(f dataset.Facet) fyne.CanvasObject {
	s := v.style
	head := s.Paragraph(f.Title, kit.SizeBody, 20, kit.Semibold, s.Palette.Ink)
	column := kit.Column(0, head)
	if f.Kind != dataset.FacetValues {
		kit.Append(column, kit.Pad(kit.Inset{Top: 6}, v.rangeFields(f)))
		return column
	}
	for i, value := range f.Values {
		if i >= fewValues && !value.On && !v.state.Whole[f.Field] {
			continue
		}
		kit.Append(column, v.facetValue(f, value))
	}
	if len(f.Values) > fewValues {
		text := s.Tr.N("explore.ask.more", len(f.Values))
		if v.state.Whole[f.Field] {
			text = v.tr("explore.ask.fewer")
		}
		more := s.Button(kit.ButtonSpec{ID: "ask.more." + f.Field, Text: text, Kind: kit.Quiet, Small: true, OnTapped: func() {
			v.state.Whole[f.Field] = !v.state.Whole[f.Field]
			v.showSide()
		}})
		kit.Append(column, kit.Row(0, more))
	}
	return column
}

func (v *View) facetValue(f dataset.Facet, value dataset.FacetValue) fyne.CanvasObject {
	s := v.style
	return s.Check(kit.CheckSpec{
		ID: "ask." + f.Field + "." + value.Value, Text: words.Capital(value.Title), On: value.On,
		Trailer: s.Text(s.Tr.Int(value.Count), kit.SizeMeta, kit.Regular, s.Palette.Quiet),
		Changed: func(bool) { v.Ask(v.lens().Toggle(f.Field, value.Value)) },
	})
}

// rangeFields are two fields for the ends of a range.
func (v *View) rangeFields(f dataset.Facet) fyne.CanvasObject {
	s := v.style
	write := s.Tr.Auto
	if f.Kind == dataset.FacetYears {
		write = func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	}
	from, to := v.bound(f, ">="), v.bound(f, "<=")
	end := func(id, text string, hint float64, take func(text string)) *kit.Field {
		field := s.Field("ask."+f.Field+"."+id, text, take)
		field.OnLeave = v.onceLeft(take)
		field.SetPlaceHolder(write(hint))
		return field
	}
	set := func(from, to string) {
		if next := v.lens().Range(f.Field, from, to); v.bound(f, ">=") != from || v.bound(f, "<=") != to {
			v.Ask(next)
		}
	}
	plain := func(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, ",", "")) } // as a file has it
	first := end("from", from, f.Min, func(text string) { set(plain(text), v.bound(f, "<=")) })
	last := end("to", to, f.Max, func(text string) { set(v.bound(f, ">="), plain(text)) })
	return kit.Row(8, first, kit.Center(s.Text(v.tr("explore.ask.to"), kit.SizeBody, kit.Regular, s.Palette.Quiet)), last)
}

// bound is the end of a range as it was asked for; "" where it was not.
func (v *View) bound(f dataset.Facet, op string) string {
	for _, c := range v.lens().Where {
		if c.Field == f.Field && c.Op == op && len(c.Values) > 0 {
			return c.Values[0]
		}
	}
	return ""
}
