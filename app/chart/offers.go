package chart

import (
	"cmp"
	"slices"

	"doublefix/app"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// Offer is a form that figures can be drawn in, or cannot.
type Offer struct {
	Form Form
	Fits bool
	Why  string // one sentence: what the form shows of these figures, or why it does not fit them
}

// Offers returns every form for an answer, those that fit first, in the order in which they are worth trying: the form that
// the package has chosen leads.
func Offers(a dataset.Answer, tr words.Tr) []Offer {
	type scored struct {
		Offer
		score int
	}
	k := looked(a)
	var all []scored
	for _, f := range Forms() {
		if f == HeadToHead { // of ballots, not of tables
			continue
		}
		v := k.verdict(f)
		all = append(all, scored{Offer{f, v.fits(), tr.T(v.key, v.args)}, v.score})
	}
	slices.SortStableFunc(all, func(x, y scored) int {
		return cmp.Or(boolInt(y.Fits)-boolInt(x.Fits), cmp.Compare(y.score, x.score))
	})
	out := make([]Offer, len(all))
	for i, o := range all {
		out[i] = o.Offer
	}
	return out
}

// As has an answer drawn in another form: it gives the fields of the view their parts in it, and counts out what the form
// needs counted. A form that does not fit is an [app.Error] of code Invalid that says why, as [Offers] does.
func As(a dataset.Answer, f Form) (dataset.Answer, error) {
	if string(f) == a.View.Form {
		return a, nil
	}
	v := looked(a).verdict(f)
	if !v.fits() {
		return dataset.Answer{}, &app.Error{Code: app.Invalid, Key: v.key, Args: v.args}
	}
	if v.counts {
		a.View.Where = v.view.Where
		return a.Bins()
	}
	a.View = v.view
	return a, nil
}

// verdict is what a form makes of figures: the view in that form, or why there is none.
type verdict struct {
	view   dataset.View
	counts bool // the form draws how many there are, which has to be counted
	score  int  // how well it fits, from 1 to 99; 100 for the form that the view has; 0 where it does not fit
	key    string
	args   words.Args
}

func (v verdict) fits() bool { return v.score > 0 }

// keepsGroups reports whether a form shows the groups of rows apart: figures of different authorities, or of different wholes.
func keepsGroups(f Form) bool {
	return slices.Contains([]Form{BarsHorizontal, Claims, Ranges, Stacked, Dumbbell, Timeline, Calendar, Table, Funnel, Flow}, f)
}

// not is the verdict of a form that does not fit.
func not(key string, args ...words.Args) verdict {
	v := verdict{key: key}
	if len(args) > 0 {
		v.args = args[0]
	}
	return v
}

// parted are the figures without the totals that bars of parts stand for, for forms that would set a total beside its parts.
func (k figures) parted(f Form) figures {
	if k.view.Form != string(Stacked) || slices.Contains([]Form{Stacked, Table, Dumbbell}, f) || k.series == "" {
		return k
	}
	without := k.answer
	without.View.Where = append(slices.Clone(without.View.Where), dataset.Cond{Field: k.series, Op: "!=", Values: []string{wholeSeries}})
	return looked(without)
}

// verdict judges a form. Every answer has the sentence of what the form shows, or the one reason that has to be mended first.
func (k figures) verdict(f Form) verdict {
	k = k.parted(f)
	judges := map[Form]func() verdict{
		Bars: k.asBars, BarsHorizontal: k.asBarsHorizontal, Lines: k.asLines, Claims: k.asClaims, Ranges: k.asRanges, Funnel: k.asFunnel,
		Stacked: k.asStacked, Dumbbell: k.asDumbbell, Slope: k.asSlope, Timeline: k.asTimeline, Table: k.asTable, Grouped: k.asGrouped,
		SmallMultiples: k.asSmallMultiples, HeatMap: k.asHeatMap, Bump: k.asBump, Histogram: k.asHistogram, Scatter: k.asScatter,
		Flow: k.asFlow, Calendar: k.asCalendar,
	}
	judge, ok := judges[f]
	if _, drawn := formOf(f); !drawn {
		ok = false
	}
	switch {
	case !ok:
		return not("chart.offer.not.unknown")
	case k.view.Form == string(f):
		return verdict{view: k.view, score: 100, key: "chart.offer.own"}
	case len(k.rows) == 0 && f != Table:
		return not("chart.offer.not.empty")
	case k.blocks > 1 && !keepsGroups(f):
		return not("chart.offer.not.groups")
	}
	v := judge()
	if v.fits() {
		v.view.Form = string(f)
		v.key = "chart.offer.fits." + string(f)
	}
	return v
}
