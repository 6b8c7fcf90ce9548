package chart

import (
	"strings"

	"doublefix/app/words"
)

// axes names the axes of points: what stands on each, with its unit, and whether it is years.
func (b builder) axes(spec *Spec) {
	spec.XTitle, spec.YTitle = b.axisTitle(b.view.X, words.Text{}), b.axisTitle(b.view.Y, b.view.Unit)
	if f, ok := b.ds.Field(b.view.X); ok {
		spec.XYears, spec.XPercent = f.YearLike(), percentUnit(f)
	}
}

// axisTitle is the title of a field with the unit of its figures, where the title does not say it already.
func (b builder) axisTitle(field string, unit words.Text) string {
	f, ok := b.ds.Field(field)
	if !ok {
		return ""
	}
	l := b.tr.Lang()
	title := f.Title.In(l)
	if title == "" {
		title = field
	}
	if len(f.Unit) > 0 {
		unit = f.Unit
	}
	if u := unit.In(l); u != "" && !strings.Contains(words.Fold(title), words.Fold(u)) {
		return b.tr.T("chart.scatter.title", words.Args{"Title": words.Capital(title), "Unit": u})
	}
	return words.Capital(title)
}

// across writes the figure of a point on the axis from left to right.
func (s Spec) across(m Mark) string {
	switch {
	case s.XYears:
		return yearText(m.X)
	case s.XPercent:
		return s.Tr.Percent(m.X)
	}
	return s.Tr.Auto(m.X)
}

// spokenAcross is the sentence of a point with its number on the axis from left to right before it: caveats may make it long.
func (b builder) spokenAcross(spoken string, spec Spec, m Mark) string {
	return b.tr.T("chart.scatter.lies", words.Args{"Title": spec.XTitle, "Figure": spec.across(m)}) + " " + spoken
}
