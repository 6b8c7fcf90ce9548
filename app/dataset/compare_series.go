package dataset

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// mixedKind is the kind of a series whose figures are of several.
const mixedKind = "mixed"

// strand is one series over years of a comparison.
type strand struct {
	data   *Dataset
	view   View
	series string // as it stands in the cells; "" where the chart has no series
	alone  bool   // the only series of its chart
	rows   []Row
	unit   words.Text
	kind   string
	of     string // of shares: what they are shares of
}

// strands returns the series that the chart of an answer draws over years, in the order of the chart.
func (a Answer) strands() ([]strand, error) {
	d, v := a.Data, a.View
	if f, ok := d.Field(v.X); !ok || !f.YearLike() || d.fieldsOf(v).value == "" {
		return nil, refused("error.ask.beside.years")
	}
	rows, _, err := a.figured()
	if err != nil {
		return nil, err
	}
	var out []strand
	for _, p := range v.SeriesOrder { // those that the rows have come in this order
		if v.Series != "" {
			out = append(out, strand{data: d, view: v, series: p.ID})
		}
	}
	of, sizes := make([]int, len(rows)), make([]int, len(out))
	value, year, series := d.place(d.fieldsOf(v).value), d.place(v.X), d.place(v.Series)
	for i := range rows {
		if of[i] = -1; math.IsNaN(rows[i].number(year)) || math.IsNaN(rows[i].number(value)) {
			continue
		}
		id := rows[i].rawAt(series)
		at := slices.IndexFunc(out, func(s strand) bool { return s.series == id })
		if at < 0 {
			at = len(out)
			out, sizes = append(out, strand{data: d, view: v, series: id}), append(sizes, 0)
		}
		of[i] = at
		sizes[at]++
	}
	for i := range out {
		out[i].rows = make([]Row, 0, sizes[i])
	}
	for i, at := range of {
		if at >= 0 {
			out[at].rows = append(out[at].rows, rows[i])
		}
	}
	out = slices.DeleteFunc(out, func(s strand) bool { return len(s.rows) == 0 })
	if len(out) == 0 {
		return nil, refused("error.ask.beside.years")
	}
	for i := range out {
		out[i].alone = len(out) == 1 && len(v.SeriesOrder) < 2
		out[i].told()
	}
	return out, nil
}

// told fills in what the figures of s are.
func (s *strand) told() {
	first := s.rows[0]
	s.kind = first.Kind
	if slices.ContainsFunc(s.rows, func(r Row) bool { return r.Kind != first.Kind }) {
		s.kind = mixedKind
	}
	if s.percent() {
		s.unit = s.data.texts("data.ask.percent")
		s.of = s.data.ID + "/" + s.view.Name
		if name := s.data.role("denominator"); name != "" && first.raw(name) != "" {
			s.of = first.raw(name)
		}
		return
	}
	s.unit = words.Text{}
	for _, l := range words.Langs() {
		s.unit[l] = plural(s.data, first, s.view, s.data.tr(l))
	}
}

func (s *strand) percent() bool { return s.data.percent(s.rows[0], s.data.fieldsOf(s.view), s.view) }

// same reports whether t is s once more: the same figures of the same rows.
func (s strand) same(t strand) bool {
	return s.data.ID == t.data.ID && s.series == t.series && s.view.Series == t.view.Series && s.value() == t.value() &&
		s.rows[0].ID == t.rows[0].ID && len(s.rows) == len(t.rows)
}

func (s strand) value() string { return s.data.fieldsOf(s.view).value }

// id names s among the series of a comparison.
func (s strand) id() string {
	return strings.TrimRight(s.data.ID+"/"+s.view.Name+"/"+s.series, "/")
}

// seriesTitle is what the chart of s calls it.
func (s strand) seriesTitle(l words.Lang) string {
	for _, p := range s.view.SeriesOrder {
		if p.ID == s.series {
			return p.Title.In(l)
		}
	}
	if s.series == "" {
		return ""
	}
	return s.data.cell(s.rows[0], s.view.Series, l)
}

// parts are the series of a comparison with their titles: the series where all are of one table, else the table and, where it
// has several, the series; the kind where what was counted stands beside what was not.
func (a Answer) parts(all []strand) []datapackage.Part {
	oneTable, differ, unsure := true, false, false
	for _, s := range all {
		oneTable = oneTable && s.data.ID == all[0].data.ID
		differ = differ || s.kind != all[0].kind
		unsure = unsure || slices.Contains([]string{KindEstimate, KindStatement, mixedKind}, s.kind)
	}
	kinds := differ && unsure
	out := make([]datapackage.Part, len(all))
	for i, s := range all {
		out[i] = datapackage.Part{ID: s.id(), Title: words.Text{}, Note: words.Text{}}
		for _, l := range words.Langs() {
			tr := a.Data.tr(l)
			title, series := s.data.Title.In(l), s.seriesTitle(l)
			switch {
			case oneTable && series == "":
				title = s.view.Title.In(l)
			case oneTable:
				title = series
			case series != "" && !s.alone:
				title = tr.T("data.compare.series", words.Args{"Dataset": title, "Series": series})
			}
			kind := kindWords(s.kind, tr)
			if kinds && kind != "" {
				title = tr.T("data.compare.kind", words.Args{"Title": title, "Kind": kind})
			}
			out[i].Title[l], out[i].Note[l] = words.Capital(title), kind
		}
	}
	return out
}

// kindWords says the kind of the figures of a series.
func kindWords(kind string, tr words.Tr) string {
	switch {
	case kind == mixedKind:
		return tr.T("data.compare.kind.mixed")
	case kind == "" || !tr.Has("data.summary.kind."+kind):
		return kind
	}
	return tr.N("data.summary.kind."+kind, 2)
}

// whyApart is why series cannot share an axis: "unit", "kind", "whole"; "" where they can.
func whyApart(all []strand) string {
	for _, s := range all[1:] {
		if fold(s.unit.In(words.English)) != fold(all[0].unit.In(words.English)) {
			return "unit"
		}
	}
	for _, s := range all[1:] {
		if s.kind != all[0].kind {
			return "kind"
		}
	}
	for _, s := range all[1:] {
		if s.of != all[0].of {
			return "whole"
		}
	}
	return ""
}

// reason says why series do not share an axis.
func (a Answer) reason(apart string, all []strand) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		tr := a.Data.tr(l)
		var units, kinds []string
		add := func(list []string, text string) []string {
			if text == "" || slices.Contains(list, text) {
				return list
			}
			return append(list, text)
		}
		for _, s := range all {
			units, kinds = add(units, s.unit.In(l)), add(kinds, kindWords(s.kind, tr))
		}
		switch apart {
		case "unit":
			out[l] = tr.T("data.compare.note.unit", words.Args{"Units": strings.Join(units, "; ")})
		case "kind":
			out[l] = tr.T("data.compare.note.kind", words.Args{"Kinds": tr.List(kinds)})
		default:
			out[l] = tr.T("data.compare.note.whole")
		}
	}
	return out
}

// mixedYears reports whether fiscal years stand beside calendar years.
func mixedYears(all []strand) bool {
	isFiscal := func(s strand) bool {
		return slices.ContainsFunc(s.rows, func(r Row) bool { return fiscal.MatchString(r.Period(words.English)) })
	}
	return slices.ContainsFunc(all, func(s strand) bool { return isFiscal(s) != isFiscal(all[0]) })
}
