package dataset

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// merged makes one table of series, and the view that draws them.
func (a Answer) merged(all []strand) Answer {
	var rows []madeRow
	seen := map[string]int{}
	years := map[string]bool{}
	bands, ranges := false, false
	for _, s := range all {
		f := s.data.fieldsOf(s.view)
		bands = bands || slices.ContainsFunc(s.rows, func(r Row) bool { return r.Number(s.view.XTo) > r.Number(s.view.X) })
		ranges = ranges || slices.ContainsFunc(s.rows, func(r Row) bool { return !math.IsNaN(r.Number(f.low)) || !math.IsNaN(r.Number(f.high)) })
		for _, r := range s.rows {
			m := s.made(r)
			if m.id == "" {
				m.id = s.id() + ":" + strconv.Itoa(r.Line)
			}
			if seen[m.id]++; seen[m.id] > 1 {
				m.id += "#" + strconv.Itoa(seen[m.id])
			}
			rows = append(rows, m)
			years[r.raw(s.view.X)] = true
		}
	}
	v := a.besideView(all)
	v.XTo = map[bool]string{true: "year_to"}[bands]
	if ranges {
		v.Low, v.High = "low", "high"
	}
	if v.Form == "lines" && len(years) <= fewYears && !bands {
		v.Form = "grouped"
	}
	out := a.Data.derive(a.besideFields(bands, ranges), rows)
	out.Charts, out.Unit, out.UnitOne, out.Kinds, out.Attribution = []View{v}, v.Unit, nil, nil, v.Attribution
	out.Title = v.Title
	if a.Lens.Scale != Index {
		out.scale = a.Lens.Scale
	}
	a.Data, a.View, a.Rows = out, v, slices.Clone(out.Rows)
	return a
}

// made is the row of a figure in a comparison.
func (s strand) made(r Row) madeRow {
	f, d := s.data.fieldsOf(s.view), s.data
	m := madeRow{id: r.ID, cells: map[string]datapackage.Value{}, from: []Row{r}, kind: r.Kind, same: true}
	put := func(name string, n float64) { m.cells[name] = made(n) }
	put("year", r.Number(s.view.X))
	put("year_to", r.Number(s.view.XTo))
	put("value", r.Number(f.value))
	put("low", r.Number(f.low))
	put("high", r.Number(f.high))
	m.cells["id"] = madeText(r.ID)
	m.cells["series"] = madeText(s.id())
	m.cells["kind"], m.cells["status"] = madeText(r.Kind), madeText(r.Status)
	m.cells["source_id"] = madeText(sourceIDs(r))
	setText(m.cells, "dataset", d.Title)
	unit := s.unit
	if !s.percent() { // one firearm, two firearms
		unit = words.Text{}
		for _, l := range words.Langs() {
			unit[l] = d.unit(r, s.view, d.tr(l))
		}
	}
	setText(m.cells, "unit", unit)
	setText(m.cells, "period", r.both(d.role("period")))
	setText(m.cells, "method", r.both(d.role("method")))
	return m
}

// sourceIDs are the ids of the sources of a row, as a cell has them.
func sourceIDs(r Row) string {
	var ids []string
	for _, s := range Sources([]Row{r}) {
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
	}
	return strings.Join(ids, "; ")
}

// besideFields are the fields of a comparison.
func (a Answer) besideFields(bands, ranges bool) []datapackage.Field {
	var out []datapackage.Field
	add := func(name, kind, role string, translated bool) {
		out = append(out, datapackage.Field{Name: name, Type: kind, Role: role, Title: a.Data.texts("data.compare.field." + name)})
		if translated {
			out = append(out, datapackage.Field{Name: name + "@" + string(words.Spanish), Type: "string"})
		}
	}
	add("id", "string", "id", false)
	add("dataset", "string", "", true)
	add("series", "string", "", false)
	add("year", "year", "year", false)
	if bands {
		add("year_to", "year", "year_to", false)
	}
	add("value", "number", "value", false)
	if ranges {
		add("low", "number", "low", false)
		add("high", "number", "high", false)
	}
	add("unit", "string", "unit", true)
	add("period", "string", "period", true)
	add("kind", "string", "kind", false)
	add("status", "string", "status", false)
	add("method", "string", "method", true)
	add("source_id", "string", "source", false)
	return out
}

// besideView draws a comparison.
func (a Answer) besideView(all []strand) View {
	v := View{
		Name: a.View.Name, Form: "lines", X: "year", Y: "value", Label: "year", Series: "series", SeriesOrder: a.parts(all),
		Title: words.Text{}, Subtitle: words.Text{}, Attribution: words.Text{},
	}
	apart := whyApart(all)
	if a.Lens.Scale == Index {
		apart = "" // it has no unit
	}
	if apart != "" {
		v.Form = "small-multiples"
	} else {
		v.Percent, v.Unit = all[0].percent(), all[0].unit
		if v.Percent {
			v.Unit = nil
		}
	}
	for _, l := range words.Langs() {
		tr := a.Data.tr(l)
		var titles, who []string
		for _, s := range all {
			if title := s.data.Title.In(l); !slices.Contains(titles, title) {
				titles = append(titles, title)
			}
			if by := strings.TrimSuffix(s.data.Attributed(s.view).In(l), "."); by != "" && !slices.Contains(who, by) {
				who = append(who, by)
			}
		}
		v.Title[l] = tr.T("data.compare.title", words.Args{"Titles": strings.Join(titles, "; ")})
		v.Subtitle[l] = tr.T("data.compare.subtitle.apart")
		if apart == "" {
			v.Subtitle[l] = tr.T("data.compare.subtitle", words.Args{"Unit": words.Capital(all[0].unit.In(l))})
		}
		if len(who) > 0 {
			v.Attribution[l] = strings.Join(who, "; ")
		}
	}
	if len(v.Attribution) == 0 {
		v.Attribution = nil
	}
	return v
}
