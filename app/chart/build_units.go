package chart

import (
	"math"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// units says of each series of small multiples what it counts, by its first row: panels need not count the same.
func (b builder) units(rows []dataset.Row, spec *Spec) {
	if spec.Form != SmallMultiples {
		return
	}
	for i := range spec.Series {
		s := &spec.Series[i]
		for _, r := range rows {
			if r.Text(b.view.Series, words.English) != s.ID {
				continue
			}
			s.Percent = strings.HasSuffix(b.ds.Figure(r, b.view, b.tr), b.tr.PercentSign())
			if s.Unit = b.unit(r); s.Percent && s.Unit == b.view.Unit.In(b.tr.Lang()) {
				s.Unit = spec.Unit
			}
			break
		}
	}
}

// binAxis is what the edges of bins are of: the unit of the field, else its title.
func (b builder) binAxis() string {
	f, ok := b.ds.Field(b.view.Low)
	if !ok {
		return ""
	}
	l := b.tr.Lang()
	if unit := f.Unit.In(l); unit != "" {
		return words.Capital(unit)
	}
	return f.Title.In(l)
}

// figured is the view by which the figure of a mark is written and read: of a bin that is the count, not its edges.
func (b builder) figured() dataset.View {
	v := b.view
	if Form(v.Form) == Histogram {
		v.Low, v.High = "", ""
	}
	return v
}

// byEdge orders bins from the lowest to the highest.
func (b builder) byEdge(x, y dataset.Row) int {
	low := func(r dataset.Row) float64 {
		if v := r.Number(b.view.Low); !math.IsNaN(v) {
			return v
		}
		return r.Number(b.view.High)
	}
	return compareAxis(low(x), low(y))
}
