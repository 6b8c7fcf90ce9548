package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// clusters tells bars side by side: few of them cluster by cluster with all figures, years in a row series by series.
func (a *teller) clusters() {
	if len(a.spec.Series) == 0 || !clustersOf(a.spec).inYears() {
		a.rows()
		return
	}
	a.courses(func(s Series) string { return s.Title })
}

// panels tells small multiples one by one, each with what it counts where they differ in it.
func (a *teller) panels() {
	if len(a.spec.Series) == 0 || oneUnit(a.spec) {
		a.lines()
		return
	}
	a.courses(func(s Series) string {
		if s.Unit == "" {
			return s.Title
		}
		return s.Title + " (" + s.Unit + ")"
	})
}

// courses tells how each series runs, and which years it lacks.
func (a *teller) courses(title func(Series) string) {
	for i, s := range a.spec.Series[:min(len(a.spec.Series), altParts)] {
		var mine []Mark
		for _, m := range withNumber(a.spec.Marks) {
			if m.Series == i {
				mine = append(mine, m)
			}
		}
		slices.SortStableFunc(mine, func(x, y Mark) int { return compareAxis(x.X, y.X) })
		a.within = s.Title
		a.course(mine, title(s))
		a.gaps(mine)
	}
	a.within = ""
	a.more(len(a.spec.Series))
}

// bins tells a histogram: how many figures there are, between which edges, and where most of them lie.
func (a *teller) bins() {
	spec := a.spec
	marks := slices.DeleteFunc(slices.Clone(spec.Marks), func(m Mark) bool { return !isBin(m) })
	if len(marks) == 0 {
		a.extremes(spec.Marks, "")
		return
	}
	lo, hi, all := math.Inf(1), math.Inf(-1), 0.0
	top, empty := marks[0], 0
	for _, m := range marks {
		lo, hi, all = min(lo, m.Low), max(hi, m.High), all+m.Value
		if m.Value > top.Value {
			top = m
		}
		if m.Value == 0 {
			empty++
		}
	}
	of := func(v float64) string { return edgeFigure(spec, v) }
	a.told[top.ID] = true
	a.say("chart.alt.bins", words.Args{
		"All": a.tr.Auto(all), "Bars": len(marks), "From": of(lo), "To": of(hi), "Axis": strings.TrimSuffix(spec.XTitle, "."),
	})
	a.say("chart.alt.bins.most", words.Args{"Figure": a.figure(top), "From": of(top.Low), "To": of(top.High)})
	if empty > 0 {
		a.sentences = append(a.sentences, a.tr.N("chart.alt.bins.empty", empty))
	}
}

// edgeFigure writes the edge of a bin.
func edgeFigure(spec Spec, v float64) string {
	if spec.Percent {
		return spec.Tr.Percent(v)
	}
	return spec.Tr.Auto(v)
}

// oneUnit reports whether all series count the same.
func oneUnit(spec Spec) bool {
	for _, s := range spec.Series[min(1, len(spec.Series)):] {
		if first := spec.Series[0]; s.Unit != first.Unit || s.Percent != first.Percent {
			return false
		}
	}
	return true
}
