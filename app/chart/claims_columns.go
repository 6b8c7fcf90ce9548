package chart

// claimColumns are the columns of the claims form from left to right; a folded column has no width.
type claimColumns struct{ who, when, axis, period, base span }

// claimTexts are what a row says beside its mark, in the order of the columns.
type claimTexts struct{ who, when, period, base string }

func claimTextsOf(spec Spec, row tableRow) claimTexts {
	first := func(column func(Mark) string) string {
		for _, i := range row.marks {
			if s := column(spec.Marks[i]); s != "" {
				return s
			}
		}
		return ""
	}
	return claimTexts{
		who:    rowText(spec, row, func(m Mark) string { return firstOf(m.Who, m.Label) }),
		when:   rowText(spec, row, func(m Mark) string { return m.When }),
		period: first(func(m Mark) string { return m.Period }),
		base:   first(func(m Mark) string { return m.Base }),
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// claimHeads are the headings of the columns.
func claimHeads(spec Spec) claimTexts {
	return claimTexts{
		spec.Tr.T("chart.claims.who"), spec.Tr.T("chart.claims.when"), spec.Tr.T("chart.claims.period"), firstOf(spec.BaseHead, spec.Tr.T("chart.claims.base")),
	}
}

// The columns beside the axis, as indices; claimLimits are the widest that the last three may be at text factor 1, generous
// for the table that comes with the app.
const (
	colWho = iota
	colWhen
	colPeriod
	colBase
	colCount
)

var claimLimits = [colCount]float64{colWhen: 96, colPeriod: 136, colBase: 84}

func (t claimTexts) cells() [colCount]string {
	return [colCount]string{t.who, t.when, t.period, t.base}
}

// widthsOf returns the width that each column would like: of its widest text, heading first, held to its limit. A column
// without texts has none.
func (c *canvas) widthsOf(texts []claimTexts, free float64) [colCount]float64 {
	var want [colCount]float64
	var used [colCount]bool
	for i, t := range texts {
		for k, s := range t.cells() {
			style := c.as.label
			if k == colWho && i > 0 {
				style = c.as.strong // the row of the finding is bold
			}
			want[k] = max(want[k], c.width(style, s)+1)
			used[k] = used[k] || i > 0 && s != ""
		}
	}
	for k := range want {
		limit := claimLimits[k] * c.k
		if k == colWho {
			limit = max(0.31*free, 112*c.k)
		}
		want[k] = min(want[k], limit)
		if !used[k] {
			want[k] = 0
		}
	}
	return want
}

// columnsFor gives every column the width of its widest text up to a limit, and the axis the rest. Where that leaves the
// axis too narrow to compare marks, first the base folds away, then the period, then the date: they stay in the tooltip
// and in the table of the data.
func (c *canvas) columnsFor(area Rect, texts []claimTexts) claimColumns {
	pad, gap := c.pad(area.W), min(14*c.k, area.W/20)
	free := area.W - 2*pad
	want := c.widthsOf(texts, free)
	left := func() float64 {
		rest := free
		for _, w := range want {
			if w > 0 {
				rest -= w + gap
			}
		}
		return rest
	}
	need := min(200*c.k, 0.42*free)
	for _, fold := range []int{colBase, colPeriod, colWhen} {
		if left() < need {
			want[fold] = 0
		}
	}
	want[colWho] = min(want[colWho], max(free-gap-need, 0.3*free))
	if wide := left() - 560*c.k; wide > 0 {
		gap += min(wide/8, 18*c.k)
	}
	axis := max(left(), 0)
	x := area.X + pad
	next := func(w float64) span {
		s := span{x, w}
		if w > 0 {
			x += w + gap
		}
		return s
	}
	return claimColumns{who: next(want[colWho]), when: next(want[colWhen]), axis: next(axis), period: next(want[colPeriod]), base: next(want[colBase])}
}
