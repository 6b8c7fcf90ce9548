package chart

import (
	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// How many series, points and places a form can show so that they can be read.
const (
	mostLines    = 8
	mostSmall    = 16
	mostBump     = 12
	mostBars     = 40
	mostNames    = 60
	mostClusters = 90 // bars in clusters, cells of a heat map
	mostCells    = 600
	mostRows     = 12  // of a dumbbell
	mostEvents   = 120 // of a timeline
	fewestBinned = 20
)

// oneAxis says why figures do not share an axis; the zero verdict where they do.
func (k figures) oneAxis() (verdict, bool) {
	switch {
	case k.view.Y == "":
		return not("chart.offer.not.figures"), false
	case k.mixed:
		return not("chart.offer.not.kinds"), false
	case k.units:
		return not("chart.offer.not.units"), false
	case k.bases:
		return not("chart.offer.not.bases"), false
	case k.apart != "":
		return not("chart.offer.not.apart", words.Args{"Field": k.answer.Data.FieldTitle(k.apart)}), false
	case k.uneven && !k.spans():
		return not("chart.offer.not.lengths"), false
	case !k.all(func(r dataset.Row) bool { return hasFigure(r.Number(k.view.Y)) }):
		return not("chart.offer.not.ranges"), false
	}
	return verdict{}, true
}

// spans reports whether the view draws bars as they are, so that the other kind of bars compares nothing that it does not: they say
// of when each is, and a part of a period is hatched.
func (k figures) spans() bool {
	return k.view.Form == string(Bars) || k.view.Form == string(BarsHorizontal)
}

// overTime asks of figures what every form over time asks: at least so many years, each series with one figure in each.
func (k figures) overTime(least int) (verdict, bool) {
	v, ok := k.oneAxis()
	switch {
	case !ok:
		return v, false
	case k.when == "":
		return not("chart.offer.not.time"), false
	case k.whens < least:
		return not("chart.offer.not.years", words.Args{"Least": least, "Have": k.whens}), false
	case !k.single(k.when, k.series):
		return not("chart.offer.not.twice"), false
	case k.part:
		return not("chart.offer.not.part"), false
	}
	return verdict{}, true
}

// severally asks for at least and at most so many series.
func (k figures) severally(least, most int) (verdict, bool) {
	switch {
	case k.lines < least:
		return not("chart.offer.not.series", words.Args{"Least": least, "Have": max(k.lines, 1)}), false
	case k.lines > most:
		return not("chart.offer.not.many", words.Args{"Most": most, "Have": k.lines}), false
	}
	return verdict{}, true
}

// told are the args of a sentence about what fits.
func (k figures) told() words.Args {
	return words.Args{"Rows": len(k.rows), "Years": k.whens, "Series": max(k.lines, 1), "Names": k.named}
}

// plain is the view without what only its own form can draw.
func (k figures) plain() dataset.View {
	v := k.view
	v.Joined, v.Doubtful, v.Shape, v.Log, v.XTo = nil, nil, "", false, ""
	return v
}

// timed is the view with years along and a series each.
func (k figures) timed() dataset.View {
	v := k.plain()
	v.X, v.Label, v.Sub, v.Sort, v.Limit = k.when, k.when, "", k.when, 0
	v.Series, v.SeriesOrder, v.Group, v.Groups = k.series, k.seriesParts(), "", nil
	return v
}

// seriesParts are the series in the order and the words that the view has for them, where they were groups too.
func (k figures) seriesParts() []datapackage.Part {
	if k.series == k.view.Group && k.view.Series == "" {
		return k.view.Groups
	}
	return k.view.SeriesOrder
}

func (k figures) asLines() verdict {
	if v, ok := k.overTime(2); !ok {
		return v
	}
	if v, ok := k.severally(0, mostLines); !ok {
		return v
	}
	v := k.timed()
	if k.view.Log {
		v.Log = true
	}
	return verdict{view: v, score: 60 + min(k.whens, 20), args: k.told()}
}

func (k figures) asBars() verdict {
	if v, ok := k.oneAxis(); !ok {
		return v
	}
	switch {
	case k.when == "":
		return not("chart.offer.not.time")
	case k.lines > 1:
		return not("chart.offer.not.one", words.Args{"Have": k.lines})
	case k.whens > mostBars:
		return not("chart.offer.not.many_years", words.Args{"Most": mostBars, "Have": k.whens})
	case !k.single(k.when):
		return not("chart.offer.not.twice")
	}
	v := k.timed()
	v.Series, v.SeriesOrder, v.XTo = "", nil, k.view.XTo
	if k.view.Label != "" && k.view.X != "" {
		v.Label, v.Sub = k.view.Label, k.view.Sub
	}
	return verdict{view: v, score: 78 - k.whens/2, args: k.told()}
}

func (k figures) asSmallMultiples() verdict {
	if k.mixed || k.units || k.bases { // every series has its own axis, so they need not be of one kind
		if !k.seriesPure() {
			return not("chart.offer.not.kinds")
		}
		k.mixed, k.units, k.bases = false, false, false
	}
	if v, ok := k.overTime(2); !ok {
		return v
	}
	if v, ok := k.severally(2, mostSmall); !ok {
		return v
	}
	return verdict{view: k.timed(), score: 55 + 3*k.lines, args: k.told()}
}

// seriesPure reports whether each series is of one kind and counts one thing.
func (k figures) seriesPure() bool {
	b := builder{ds: k.answer.Data, view: k.view, tr: words.For(words.English)}
	seen := map[string]string{}
	return k.series != "" && k.all(func(r dataset.Row) bool {
		id, is := r.Text(k.series, words.English), r.Kind+"\x00"+b.unit(r)+"\x00"+b.ds.Whole(r)
		before, ok := seen[id]
		seen[id] = is
		return !ok || before == is
	})
}

func (k figures) asBump() verdict {
	if v, ok := k.overTime(2); !ok {
		return v
	}
	if v, ok := k.severally(3, mostBump); !ok {
		return v
	}
	if !k.overtakes() {
		return not("chart.offer.not.order")
	}
	if len(k.shared()) < 2 {
		return not("chart.offer.not.shared")
	}
	return verdict{view: k.timed(), score: 45, args: k.told()}
}

// overtakes reports whether one series is above another at one time and below it at another: places say nothing where they never
// change, as when one series counts part of another.
func (k figures) overtakes() bool {
	at := map[string]map[string]float64{} // by time and series
	for _, r := range k.rows {
		when := r.Text(k.when, words.English)
		if at[when] == nil {
			at[when] = map[string]float64{}
		}
		at[when][r.Text(k.series, words.English)] = r.Number(k.view.Y)
	}
	above := map[[2]string]bool{}
	for _, figures := range at {
		for a, x := range figures {
			for b, y := range figures {
				if x > y {
					above[[2]string{a, b}] = true
				}
			}
		}
	}
	for pair := range above {
		if above[[2]string{pair[1], pair[0]}] {
			return true
		}
	}
	return false
}

func (k figures) asSlope() verdict {
	if v, ok := k.overTime(2); !ok {
		return v
	}
	if v, ok := k.severally(2, mostLines); !ok {
		return v
	}
	years := k.shared()
	if len(years) < 2 {
		return not("chart.offer.not.shared")
	}
	v, first, last := k.timed(), years[0], years[len(years)-1]
	if k.whens > 2 {
		v.Where = append(v.Where[:len(v.Where):len(v.Where)], dataset.Cond{Field: k.when, Op: "=", Values: []string{first, last}})
		v.Subtitle = k.said("chart.offer.only.two", words.Args{"First": first, "Last": last})
	}
	args := k.told()
	args["First"], args["Last"] = first, last
	return verdict{view: v, score: 50, args: args}
}

// shared are the years that all series have, in order.
func (k figures) shared() []string {
	count, at := map[string]int{}, map[string]float64{}
	for _, r := range k.rows {
		year := r.Text(k.when, words.English)
		count[year]++
		at[year] = r.Number(k.when)
	}
	var out []string
	for _, year := range k.values(k.when) {
		if count[year] == k.lines {
			out = append(out, year)
		}
	}
	sortBy(out, func(year string) float64 { return at[year] })
	return out
}

// said adds to the subtitle what a form leaves out of the figures.
func (k figures) said(key string, args words.Args) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = words.For(l).T(key, args)
		if before := k.view.Subtitle.In(l); before != "" {
			out[l] = before + "; " + out[l]
		} else {
			out[l] = words.Capital(out[l])
		}
	}
	return out
}
