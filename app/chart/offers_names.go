package chart

import (
	"cmp"
	"slices"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// sortBy orders values by a number of each.
func sortBy(values []string, of func(string) float64) {
	slices.SortStableFunc(values, func(x, y string) int { return cmp.Compare(of(x), of(y)) })
}

// over are the names that clusters and rows of cells stand under: years where there are some, else the names of rows.
func (k figures) over() string {
	if k.when != "" && k.single(k.when, k.series) {
		return k.when
	}
	return k.names
}

// inCells is what clusters, cells and rows of marks ask: series, names and one figure for each pair.
func (k figures) inCells(most int) (verdict, bool) {
	v, ok := k.oneAxis()
	over := k.over()
	switch {
	case !ok:
		return v, false
	case k.series == "" || k.lines < 2:
		return not("chart.offer.not.series", words.Args{"Least": 2, "Have": max(k.lines, 1)}), false
	case over == "" || over == k.series || k.count(over) < 2:
		return not("chart.offer.not.names"), false
	case !k.single(over, k.series):
		return not("chart.offer.not.twice"), false
	case 2*len(k.rows) < k.lines*k.count(over):
		return not("chart.offer.not.sparse"), false
	case k.lines*k.count(over) > most || k.lines > mostBump:
		return not("chart.offer.not.crowded", words.Args{"Most": most, "Have": k.lines * k.count(over)}), false
	}
	return verdict{}, true
}

// celled is the view with names, or years, one way and series the other.
func (k figures) celled() dataset.View {
	v := k.plain()
	over := k.over()
	v.Label, v.Series, v.SeriesOrder, v.Limit = over, k.series, k.seriesParts(), 0
	v.X, v.Group, v.Groups = "", "", nil
	if over == k.when {
		v.X, v.Sub, v.Sort = k.when, "", k.when
	}
	return v
}

func (k figures) asGrouped() verdict {
	if v, ok := k.inCells(mostClusters); !ok {
		return v
	}
	if v, ok := k.severally(2, 5); !ok {
		return v
	}
	return verdict{view: k.celled(), score: 58 - k.lines, args: k.told()}
}

func (k figures) asHeatMap() verdict {
	if v, ok := k.inCells(mostCells); !ok {
		return v
	}
	if k.part {
		return not("chart.offer.not.part")
	}
	return verdict{view: k.celled(), score: 40 + k.lines, args: k.told()}
}

func (k figures) asDumbbell() verdict {
	if v, ok := k.inCells(mostClusters); !ok {
		return v
	}
	switch over := k.count(k.over()); {
	case over > mostRows:
		return not("chart.offer.not.rows", words.Args{"Most": mostRows, "Have": over})
	case k.lines > 4:
		return not("chart.offer.not.many", words.Args{"Most": 4, "Have": k.lines})
	case k.part:
		return not("chart.offer.not.part")
	}
	v := k.celled()
	v.X = ""
	return verdict{view: v, score: 36, args: k.told()}
}

func (k figures) asStacked() verdict {
	if v, ok := k.oneAxis(); !ok {
		return v
	}
	if v, ok := k.severally(2, 7); !ok {
		return v
	}
	if !k.whole || !k.single(k.names, k.series) {
		return not("chart.offer.not.whole")
	}
	v := k.celled()
	v.X, v.Label = "", k.names
	return verdict{view: v, score: 52, args: k.told()}
}

func (k figures) asBarsHorizontal() verdict {
	if v, ok := k.oneAxis(); !ok {
		return v
	}
	if len(k.shared()) > 0 && k.lines > 1 && k.over() == k.when {
		return k.latest()
	}
	switch {
	case k.view.Series != "" && k.lines > 1:
		return not("chart.offer.not.one", words.Args{"Have": k.lines})
	case k.names == "" && k.when == "":
		return not("chart.offer.not.names")
	case len(k.rows) > mostNames:
		return not("chart.offer.not.rows", words.Args{"Most": mostNames, "Have": len(k.rows)})
	}
	v := k.plain()
	if k.when != "" && v.Sort == "" {
		v.Sort = k.when
	}
	if v.Label == "" || !k.distinct(v.Label) && k.when != "" && k.distinct(k.when) {
		v.Label = cmp.Or(k.names, k.when)
		if !k.distinct(v.Label) && k.when != "" {
			v.Label = k.when
		}
	}
	v.X, v.Series, v.SeriesOrder = "", "", nil
	return verdict{view: k.telling(v), score: 54, args: k.told()}
}

// latest draws the last year that all series have, and says that it does.
func (k figures) latest() verdict {
	years := k.shared()
	last := years[len(years)-1]
	v := k.plain()
	v.Where = append(v.Where[:len(v.Where):len(v.Where)], dataset.Cond{Field: k.when, Op: "=", Values: []string{last}})
	v.Subtitle = k.said("chart.offer.only.one", words.Args{"Year": last})
	v.X, v.Label, v.Sub, v.Sort, v.Limit = "", k.series, "", "-"+v.Y, 0
	v.Series, v.SeriesOrder, v.Group, v.Groups = "", nil, "", nil
	args := k.told()
	args["Names"] = k.lines
	return verdict{view: v, score: 38, args: args}
}

func (k figures) asFunnel() verdict { return not("chart.offer.not.steps") }

func (k figures) asClaims() verdict {
	if k.view.Who == "" || k.view.Y == "" {
		return not("chart.offer.not.who")
	}
	if k.mixed && k.view.Group == "" {
		return not("chart.offer.not.kinds")
	}
	if k.view.Form != string(Ranges) {
		return not("chart.offer.not.said")
	}
	return verdict{view: k.view, score: 60, args: k.told()}
}

func (k figures) asRanges() verdict {
	switch {
	case k.view.Y == "" || !k.ranges:
		return not("chart.offer.not.low")
	case k.units:
		return not("chart.offer.not.units")
	case k.mixed && k.view.Group == "":
		return not("chart.offer.not.kinds")
	}
	v := k.view
	if v.Label == "" {
		v.Label = v.Who
	}
	if v.Sub == "" {
		v.Sub = v.Period
	}
	v.Series, v.SeriesOrder, v.Who, v.When, v.Period, v.Base = "", nil, "", "", "", ""
	return verdict{view: v, score: 70, args: k.told()}
}

// asTable always fits: whatever a row says can be printed.
func (k figures) asTable() verdict {
	v := k.plain()
	v.X, v.XTo = "", ""
	if v.Label == "" {
		v.Label = cmp.Or(k.names, k.view.Who, k.when)
	}
	for _, f := range k.answer.Data.Fields {
		if _, _, translation := f.Base(); v.Label == "" && !translation {
			v.Label = f.Name
		}
	}
	if k.series != "" && v.Group == "" && k.lines == len(k.rows) && k.count(v.Label) < 2 && k.worded(k.series) {
		v.Label = k.series // a heading over each row would say what its name does
		if k.count(v.Sub) < 2 {
			v.Sub = ""
		}
	}
	if k.series != "" && k.series != v.Label && v.Group == "" {
		v.Group, v.Groups = k.series, k.seriesParts()
	}
	if v.When == "" && k.dated {
		v.When = k.dateField()
	}
	if k.when != "" && v.Sort == "" {
		v.Sort = k.when
	}
	v.Series, v.SeriesOrder = "", nil
	return verdict{view: k.telling(v), score: 30, args: k.told()}
}

// isEvents asks for what happened when.
func (k figures) isEvents() (verdict, bool) {
	switch {
	case !k.dated:
		return not("chart.offer.not.events"), false
	case len(k.rows) > mostEvents:
		return not("chart.offer.not.rows", words.Args{"Most": mostEvents, "Have": len(k.rows)}), false
	}
	return verdict{}, true
}

func (k figures) events() dataset.View {
	v := k.plain()
	v.X = k.dateField()
	if v.Label == "" {
		v.Label = k.names
	}
	v.Sort = v.X
	return v
}

func (k figures) asTimeline() verdict {
	if v, ok := k.isEvents(); !ok {
		return v
	}
	return verdict{view: k.events(), score: 60, args: k.told()}
}

func (k figures) asCalendar() verdict {
	if v, ok := k.isEvents(); !ok {
		return v
	}
	return verdict{view: k.events(), score: 58, args: k.told()}
}

func (k figures) asHistogram() verdict {
	if v, ok := k.oneAxis(); !ok {
		return v
	}
	if k.lines > 1 {
		return not("chart.offer.not.mixed_bins", words.Args{"Have": k.lines})
	}
	if len(k.rows) < fewestBinned {
		return not("chart.offer.not.few", words.Args{"Least": fewestBinned, "Have": len(k.rows)})
	}
	if k.part {
		return not("chart.offer.not.part")
	}
	return verdict{view: k.view, counts: true, score: 32, args: k.told()}
}

func (k figures) asScatter() verdict {
	x, y := k.pair()
	if x == "" {
		return not("chart.offer.not.pair")
	}
	only := k
	only.rows = k.paired(x, y)
	only.part = false
	only.kinds(builder{ds: k.answer.Data, view: k.view, tr: words.For(words.English)})
	switch {
	case only.mixed:
		return not("chart.offer.not.kinds")
	case only.units:
		return not("chart.offer.not.units")
	case only.uneven:
		return not("chart.offer.not.lengths")
	case only.part:
		return not("chart.offer.not.part")
	}
	title := func(name string, l words.Lang) string {
		f, _ := k.answer.Data.Field(name)
		return cmp.Or(strings.ToLower(f.Title.In(l)), name)
	}
	v := k.plain()
	v.X, v.Y, v.Low, v.High, v.Written, v.Sort = x, y, "", "", "", ""
	v.Percent, v.Unit = false, nil
	if f, ok := k.answer.Data.Field(y); ok {
		v.Percent, v.Unit = percentUnit(f), f.Unit
	}
	if v.Label == "" || v.Label == k.series && k.when != "" {
		v.Label = cmp.Or(k.when, k.names)
	}
	v.Group, v.Groups, v.Limit = "", nil, 0
	v.Subtitle = words.Text{}
	for _, l := range words.Langs() {
		v.Subtitle[l] = words.For(l).T("chart.offer.against", words.Args{"Y": words.Capital(title(y, l)), "X": title(x, l)})
	}
	return verdict{view: v, score: 34, args: words.Args{"Rows": len(only.rows)}}
}

func (k figures) asFlow() verdict {
	if v, ok := k.oneAxis(); !ok {
		return v
	}
	from, to := k.places()
	switch {
	case from == "" || to == "":
		return not("chart.offer.not.places")
	case k.shares:
		return not("chart.offer.not.flow_shares")
	case !k.single(from, to):
		return not("chart.offer.not.twice")
	case k.any(func(r dataset.Row) bool { return r.Number(k.view.Y) < 0 }):
		return not("chart.offer.not.below")
	case k.count(from) > mostBump || k.count(to) > mostBump:
		return not("chart.offer.not.crowded", words.Args{"Most": mostBump, "Have": max(k.count(from), k.count(to))})
	}
	if k.any(func(r dataset.Row) bool { return r.Text(from, words.English) == "" || r.Text(to, words.English) == "" }) {
		return not("chart.offer.not.totals")
	}
	v := k.plain()
	v.Label, v.To, v.X, v.Series, v.Group = from, to, "", "", ""
	v.SeriesOrder, v.Groups = nil, nil
	return verdict{view: v, score: 80, args: k.told()}
}

// distinct reports whether rows differ in a field, so that it can name them.
func (k figures) distinct(field string) bool { return k.count(field) == len(k.rows) }
