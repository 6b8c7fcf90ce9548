package dataset

import (
	"math"
	"slices"
	"strconv"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// maxBins is how many bins a histogram has at most.
const maxBins = 20

// spread is from how many times the smallest figure the largest leaves most bins empty.
const spread = 1000

// mostFar bounds figures that are counted in bins: beyond it their differences are no numbers any more.
const mostFar = 1e300

// Bins counts how many of the figures that the chart would draw lie where: one row a bin, empty ones too, for a histogram.
// Each bin holds its lower edge and not its upper one. Figures of several units, kinds or series, or of
// several wholes, are refused.
func (a Answer) Bins() (Answer, error) {
	rows, err := a.measured()
	if err != nil {
		return Answer{}, err
	}
	d, value := a.Data, a.Data.fieldsOf(a.View).value
	rows = slices.DeleteFunc(rows, func(r Row) bool { n := r.Number(value); return math.IsNaN(n) || math.IsInf(n, 0) })
	if len(rows) == 0 {
		return Answer{}, refused("error.ask.scale.nothing")
	}
	if err := a.binnable(rows, value); err != nil {
		return Answer{}, err
	}
	values := figures(rows, value)
	edges := binEdges(values)
	in := make([][]Row, len(edges)-1)
	for i, r := range rows {
		at := binOf(values[i], edges)
		in[at] = append(in[at], r)
	}
	made := make([]madeRow, len(in))
	for i := range in {
		made[i] = a.bin(edges[i], edges[i+1], in[i])
	}
	v := a.binView(rows[0])
	out := d.derive(a.binFields(rows[0], v), made)
	sources := Sources(rows)
	for i := range out.Rows { // that no figure lies in a bin is said of all of them
		if len(in[i]) == 0 && len(sources) > 0 {
			out.Rows[i].Source, out.Rows[i].Also = sources[0], sources[1:]
		}
	}
	if least := slices.Min(values); least > 0 && slices.Max(values)/least > spread {
		a.note(d.texts("data.bins.note.spread"))
	}
	out.Charts, out.Unit, out.UnitOne, out.Kinds = []View{v}, v.Unit, nil, nil
	a.Data, a.View, a.Rows = out, v, slices.Clone(out.Rows)
	return a, nil
}

// binnable says why figures cannot stand on one axis.
func (a Answer) binnable(rows []Row, value string) error {
	for _, r := range rows {
		switch {
		case math.Abs(r.Number(value)) > mostFar:
			return refused("error.ask.bins.far")
		case a.Data.unitWords(a.View, r) != a.Data.unitWords(a.View, rows[0]),
			a.Data.percent(r, a.Data.fieldsOf(a.View), a.View) != a.Data.percent(rows[0], a.Data.fieldsOf(a.View), a.View):
			return refused("error.ask.bins.units")
		case r.Kind != rows[0].Kind:
			return refused("error.ask.bins.kinds")
		}
	}
	if differ(rows, a.View.Series) {
		return refused("error.ask.bins.series")
	}
	if a.Data.SeveralWholes(a.View, rows) {
		return refused("error.ask.bases.beside")
	}
	return nil
}

// binEdges returns the edges of bins for figures, one more than there are bins. The width is the lesser of two: that of Freedman
// and Diaconis ("On the histogram as a density estimator: L2 theory", 1981), twice the interquartile range over the cube root
// of the count, and that of Sturges ("The choice of a class interval", 1926), the range over 1 + log2 of the count. It is
// rounded to 1, 2 or 5 times a power of ten, and is a whole number where all figures are.
func binEdges(values []float64) []float64 {
	sorted := slices.Sorted(slices.Values(values))
	least, most := sorted[0], sorted[len(sorted)-1]
	whole := !slices.ContainsFunc(sorted, func(v float64) bool { return v != math.Trunc(v) })
	width := binWidth(sorted)
	switch {
	case least == most && whole:
		width = 1
	case least == most:
		width = math.Abs(least) / 10
	case whole:
		width = max(width, 1)
	}
	// Edges that differ by less than this are the same number, or none.
	width = niceWidth(max(width, max(math.Abs(least), math.Abs(most))*1e-11, 1e-290))
	for {
		edges := edgesOf(least, most, width)
		if len(edges) <= maxBins+1 {
			return edges
		}
		width = niceWidth(width * 2)
	}
}

// binWidth is the width of bins for sorted figures, before it is rounded.
func binWidth(sorted []float64) float64 {
	n := float64(len(sorted))
	all := sorted[len(sorted)-1] - sorted[0]
	width := all / (1 + math.Log2(n))
	if half := sorted[len(sorted)*3/4] - sorted[len(sorted)/4]; half > 0 {
		width = min(width, 2*half/math.Cbrt(n))
	}
	return max(width, all/maxBins)
}

// edgesOf returns multiples of width from at most least to above most.
func edgesOf(least, most, width float64) []float64 {
	first := math.Floor(least / width)
	var edges []float64
	for i := 0.0; ; i++ {
		edge := tidy((first + i) * width)
		if i == 0 && edge > least {
			edge = least
		}
		edges = append(edges, edge)
		if edge > most || len(edges) > 4*maxBins {
			return edges
		}
	}
}

// niceWidth is the nearest of 1, 2, 5 and 10 times a power of ten.
func niceWidth(width float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(width)))
	for _, step := range []struct{ below, nice float64 }{{math.Sqrt(2), 1}, {math.Sqrt(10), 2}, {math.Sqrt(50), 5}} {
		if width < step.below*power {
			return tidy(step.nice * power)
		}
	}
	return tidy(10 * power)
}

// binOf returns the bin that v lies in.
func binOf(v float64, edges []float64) int {
	at, exact := slices.BinarySearch(edges, v)
	if !exact {
		at--
	}
	return min(max(at, 0), len(edges)-2)
}

// bin is the row of one bin.
func (a Answer) bin(low, high float64, rows []Row) madeRow {
	d := a.Data
	m := madeRow{
		id: "bin:" + strconv.FormatFloat(low, 'f', -1, 64), from: rows, kind: KindCount, status: StatusFinal,
		method: d.texts("data.bins.method.none"),
		cells: map[string]datapackage.Value{
			"bin_low": made(low), "bin_high": made(high), "bin_count": made(float64(len(rows))),
		},
	}
	label := words.Text{}
	for _, l := range words.Langs() {
		tr := d.tr(l)
		label[l] = tr.Auto(low) + "–" + tr.Auto(high)
	}
	setText(m.cells, "bin", label)
	setText(m.cells, "unit", d.plurals("data.bins.figures", len(rows)))
	if len(rows) > 0 {
		m.method, m.whole = a.method(gathered{by: Count}, rows), a.whole(gathered{by: Count}, rows)
	}
	return m
}

// binFields are the fields of bins. The unit is one of the rows, so that no count is taken for a share.
func (a Answer) binFields(first Row, v View) []datapackage.Field {
	d := a.Data
	f, _ := d.Field(d.fieldsOf(a.View).value)
	name := named(f.Title, f.Name)
	axis := func(key string) words.Text {
		out := words.Text{}
		for _, l := range words.Langs() {
			out[l] = d.tr(l).T(key, words.Args{"Field": name.In(l)})
		}
		return out
	}
	es := "@" + string(words.Spanish)
	fields := []datapackage.Field{
		{Name: "bin_id", Type: "string", Role: "id", Title: d.texts("data.compare.field.id")},
		{Name: "bin", Type: "string", Role: "label", Title: d.texts("data.bins.label")},
		{Name: "bin" + es, Type: "string"},
		{Name: "bin_low", Type: "number", Title: axis("data.bins.low"), Unit: a.valueWords(first)},
		{Name: "bin_high", Type: "number", Title: axis("data.bins.high"), Unit: a.valueWords(first)},
		{Name: "bin_count", Type: "integer", Role: "value", Title: d.texts("data.bins.count"), Unit: v.Unit},
		{Name: "unit", Type: "string", Role: "unit", Title: d.texts("data.compare.field.unit")},
		{Name: "unit" + es, Type: "string"},
	}
	return fields
}

// valueWords is the unit of the figures that are counted, "percent" for shares.
func (a Answer) valueWords(first Row) words.Text {
	if a.Data.percent(first, a.Data.fieldsOf(a.View), a.View) {
		return a.Data.texts("data.ask.percent")
	}
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = plural(a.Data, first, a.View, a.Data.tr(l))
	}
	return out
}

// binView draws bins.
func (a Answer) binView(first Row) View {
	d := a.Data
	v := View{
		Name: a.View.Name, Form: "histogram", Low: "bin_low", High: "bin_high", Y: "bin_count", Label: "bin",
		Unit: d.plurals("data.bins.figures", 2), Title: words.Text{}, Subtitle: words.Text{}, Attribution: a.View.Attribution, Asked: a.View.Asked,
	}
	title := a.View.Title
	if len(title) == 0 {
		title = d.Title
	}
	f, _ := d.Field(d.fieldsOf(a.View).value)
	name, unit := named(f.Title, f.Name), a.valueWords(first)
	for _, l := range words.Langs() {
		tr := d.tr(l)
		axis := name.In(l)
		if u := unit.In(l); u != "" && words.Fold(u) != words.Fold(axis) {
			axis = tr.T("data.bins.axis", words.Args{"Field": axis, "Unit": u})
		}
		v.Title[l] = tr.T("data.bins.title", words.Args{"Title": title.In(l)})
		v.Subtitle[l] = tr.T("data.bins.subtitle", words.Args{"Axis": axis})
	}
	return v
}
