package dataset

import (
	"slices"

	"doublefix/app/words"
)

// maxSeries is how many series are compared at most: more lines than that no one tells apart.
const maxSeries = 6

// fewYears is up to how many years bars stand beside each other in place of lines.
const fewYears = 3

// beside puts the figures that the question compares with beside its own: as lines on one axis where all are of one unit and
// kind, else each series on an axis of its own. An index has no unit, so that all may share its axis. Every figure keeps its
// sources and caveats.
func (a Answer) beside() (Answer, error) {
	all, err := a.strands()
	if err != nil {
		return Answer{}, err
	}
	for _, b := range a.Lens.With {
		more, err := a.others(b)
		if err != nil {
			return Answer{}, err
		}
		for _, s := range more {
			if !slices.ContainsFunc(all, s.same) {
				all = append(all, s)
			}
		}
	}
	if len(all) > maxSeries {
		return Answer{}, refused("error.ask.beside.many", words.Args{"Count": len(all), "Limit": maxSeries})
	}
	if err := partYears(all, a.Lens.Scale); err != nil {
		return Answer{}, err
	}
	out := a.merged(all)
	apart := whyApart(all)
	if a.Lens.Scale == Index {
		if out, err = out.scaled(); err != nil {
			return Answer{}, err
		}
		for _, l := range words.Langs() {
			out.View.Subtitle[l] = a.Data.tr(l).T("data.compare.subtitle", words.Args{"Unit": words.Capital(out.View.Unit.In(l))})
		}
		if apart != "" {
			out.note(a.Data.texts("data.compare.note.index"))
		}
	} else if apart != "" {
		out.note(a.reason(apart, all))
	}
	if mixedYears(all) {
		out.note(a.Data.texts("data.compare.note.fiscal"))
	}
	out.Data.Charts = []View{out.View}
	return out, nil
}

// others returns the series that b names, in the scale of the question. What the question says of years and of part-years
// holds for them too.
func (a Answer) others(b Beside) ([]strand, error) {
	other := a.Data.set.Dataset(b.Dataset)
	if other == nil {
		return nil, refused("error.ask.beside.dataset", words.Args{"Dataset": b.Dataset})
	}
	q := Lens{View: b.View, Where: a.sharedConds(other, other.View(b.View))}
	if a.Lens.Scale != Index {
		q.Scale = a.Lens.Scale
	}
	answer, err := other.askedAlone(q)
	if err != nil {
		return nil, err
	}
	all, err := answer.strands()
	if err != nil || b.Series == "" {
		return all, err
	}
	i := slices.IndexFunc(all, func(s strand) bool { return s.series == b.Series })
	if i < 0 {
		return nil, refused("error.ask.beside.series", words.Args{"Series": b.Series, "Dataset": b.Dataset})
	}
	return all[i : i+1], nil
}

// sharedConds are the filters of the question that other figures have to meet as well: those on the year and on the status.
func (a Answer) sharedConds(other *Dataset, v View) []Cond {
	var out []Cond
	// The question was put to a table of the package; its answer may be another.
	main := a.Data
	for main.of != nil {
		main = main.of
	}
	for _, c := range a.Lens.Where {
		f, _ := main.Field(c.Field)
		switch {
		case c.Field == main.role("status") && other.role("status") != "":
			c.Field = other.role("status")
		case f.YearLike() && c.Field == main.View(a.Lens.View).X && v.X != "":
			c.Field = v.X
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// partYears refuses lines in which part-years stand among whole years, unless figures are per month.
func partYears(all []strand, scale Scale) error {
	if scale == PerMonth {
		return nil
	}
	var parts []string
	whole := false
	for _, s := range all {
		for _, r := range s.rows {
			if r.Status == StatusPartial {
				parts = append(parts, rowName(r))
			} else {
				whole = true
			}
		}
	}
	if whole && len(parts) > 0 {
		return refused("error.ask.part_years", words.Args{"Rows": someOf(parts)})
	}
	return nil
}
