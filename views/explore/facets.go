package explore

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

const (
	fewValues   = 8 // how many values of a facet are shown before the rest is asked for
	shortFacets = 3 // how many values the facets have together that are open by themselves
	manyFacets  = 9 // from more than these on none is, so that keys soon come to what stands under them
)

// facets are the fields by which figures are narrowed down, each under a line that opens and folds it.
func (v *View) facets() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	all, room := v.data.Facets(v.lens(), v.style.Tr), shortFacets
	if len(all) > manyFacets {
		room = 0
	}
	for _, kind := range []dataset.FacetKind{dataset.FacetYears, dataset.FacetValues, dataset.FacetNumbers} {
		for _, f := range all {
			if f.Kind != kind || kind == dataset.FacetValues && len(f.Values) == 0 {
				continue
			}
			stops := len(f.Values)
			if kind != dataset.FacetValues {
				stops = 2
			}
			short := stops <= room
			if short {
				room -= stops
			}
			parts = append(parts, v.facet(f, short))
		}
	}
	return parts
}

// facetKey names a facet of the open dataset among those of all.
func (v *View) facetKey(f dataset.Facet) string { return v.data.ID + "." + f.Field }

// facet is one field by which figures are narrowed down. What is asked of it, or short, is open until it is folded.
func (v *View) facet(f dataset.Facet, short bool) fyne.CanvasObject {
	key := v.facetKey(f)
	open, known := v.state.Open[key]
	if !known {
		open = short || f.Set
		v.state.Open[key] = open // it stays so when what is asked changes
	}
	column := kit.Column(0, v.facetHead(f, open))
	switch {
	case !open:
	case f.Kind != dataset.FacetValues:
		kit.Append(column, kit.Pad(kit.Inset{Top: 2, Bottom: 8, Left: 26}, v.rangeFields(f)))
	default:
		v.addValues(column, f)
	}
	return column
}

// facetHead opens and folds a facet; folded, it says what is asked of it.
func (v *View) facetHead(f dataset.Facet, open bool) fyne.CanvasObject {
	s, icon, asked := v.style, "chevron-right", v.facetAsked(f)
	if open {
		icon, asked = "chevron-down", ""
	}
	text := kit.Column(0, s.Paragraph(f.Title, kit.SizeBody, 20, kit.Semibold, s.Palette.Ink))
	if asked != "" {
		kit.Append(text, s.Paragraph(asked, kit.SizeMeta, 16, kit.Semibold, s.Palette.Accent))
	}
	line := kit.RowTop(8, text, kit.Fixed(s.Px(18), s.Px(20), kit.Center(s.IconImage(icon, 14, s.Palette.Quiet))), text)
	head := s.Tap("ask."+f.Field, f.Title, kit.Look{Hover: s.Palette.Hover}, kit.Pad(kit.Inset{Top: 6, Bottom: 6, Right: 8}, line), func() {
		v.state.Open[v.facetKey(f)] = !open
		v.showSide()
	})
	name := "explore.ask.facet.open"
	if open {
		name = "explore.ask.facet.fold"
	}
	return head.WithHint(v.tr(name, words.Args{"Name": f.Title}), nil)
}

// facetAsked says in words what is asked of a field; "" for nothing.
func (v *View) facetAsked(f dataset.Facet) string {
	if f.Kind == dataset.FacetValues {
		var on []string
		for _, value := range f.Values {
			if value.On {
				on = append(on, value.Title)
			}
		}
		return v.style.Tr.List(on)
	}
	from, to := bound(v.lens(), f.Field, ">="), bound(v.lens(), f.Field, "<=")
	switch {
	case from != "" && to != "":
		return v.tr("explore.ask.between", words.Args{"From": from, "To": to})
	case from != "":
		return v.tr("explore.ask.from", words.Args{"From": from})
	case to != "":
		return v.tr("explore.ask.up_to", words.Args{"To": to})
	}
	return ""
}

// addValues lists the values of a facet to tick.
func (v *View) addValues(column *fyne.Container, f dataset.Facet) {
	s, key := v.style, v.facetKey(f)
	for i, value := range f.Values {
		if i < fewValues || value.On || v.state.Whole[key] {
			kit.Append(column, kit.Pad(kit.Inset{Left: 18}, v.facetValue(f, value)))
		}
	}
	if len(f.Values) > fewValues {
		text := s.Tr.N("explore.ask.more", len(f.Values))
		if v.state.Whole[key] {
			text = v.tr("explore.ask.fewer")
		}
		more := s.Button(kit.ButtonSpec{ID: "ask.more." + f.Field, Text: text, Kind: kit.Quiet, Small: true, OnTapped: func() {
			v.state.Whole[key] = !v.state.Whole[key]
			v.showSide()
		}})
		kit.Append(column, kit.Pad(kit.Inset{Left: 18}, kit.Row(0, more)))
	}
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
	part := "ask." + f.Field
	ends := typed{
		part: part, ids: []string{part + ".from", part + ".to"},
		read: func(q dataset.Lens) []string { return []string{bound(q, f.Field, ">="), bound(q, f.Field, "<=")} },
		ask: func(q dataset.Lens, texts []string) dataset.Lens {
			return q.Range(f.Field, plain(texts[0]), plain(texts[1]))
		},
	}
	fields := v.fields(ends)
	fields[0].SetPlaceHolder(write(f.Min))
	fields[1].SetPlaceHolder(write(f.Max))
	row := kit.Row(8, fields[0], kit.Center(s.Text(v.tr("explore.ask.to"), kit.SizeBody, kit.Regular, s.Palette.Quiet)), fields[1])
	if why := v.slipped(ends); why != nil {
		return kit.Column(6, row, why)
	}
	return row
}

// plain is a number as a file has it, without the commas that people write.
func plain(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, ",", "")) }

func number(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil
}

// bound is the end of a range as it was asked for; "" where it was not.
func bound(q dataset.Lens, field, op string) string {
	for _, c := range q.Where {
		if c.Field == field && c.Op == op && len(c.Values) > 0 {
			return c.Values[0]
		}
	}
	return ""
}
