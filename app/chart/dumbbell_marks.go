package chart

// dumbbellRadius is the size of a mark at text factor 1.
const dumbbellRadius = 5.0

// mark draws m in the colour and shape of its series, hollow where it is not whole, not final or computed, with its range.
func (t *dumbbellTable) mark(m Mark, y float64) {
	x, _ := t.at(m)
	if lo, hi := t.reach(m); hi > lo {
		t.whisker(Point{lo, y}, Point{hi, y}, 8*t.k)
	}
	t.markAt(m, Point{x, y})
}

// markAt draws the mark of m without its range.
func (t *dumbbellTable) markAt(m Mark, at Point) {
	place := seriesPlace(t.spec.Series, m.Series)
	if len(t.spec.Series) < 2 {
		place = 0
	}
	ink, _ := t.seriesInk(place)
	r := dumbbellRadius * t.k
	if isHollow(m) {
		t.seriesMarker(place, at, r-0.6*t.k, t.pal.Paper, Stroke{Color: ink, Width: 1.8 * t.k})
		return
	}
	t.seriesMarker(place, at, r, ink, Stroke{})
}

// join draws the line behind the marks of a row.
func (t *dumbbellTable) join(r *dumbbellCells, y float64) {
	lo, hi, n := 0.0, 0.0, 0
	for _, i := range r.parts {
		if x, ok := t.at(t.spec.Marks[i]); ok {
			if n == 0 {
				lo, hi = x, x
			}
			lo, hi, n = min(lo, x), max(hi, x), n+1
		}
	}
	if n < 2 {
		return
	}
	s := Stroke{Color: t.pal.Grey, Width: 2 * t.k}
	if r.strong {
		s.Color = t.pal.Quiet
	}
	t.across(y, lo, hi, s)
}

// markHeads are the names of series over the marks of a row.
type markHeads struct {
	texts  []string
	series []int
	marks  []float64 // the places of the marks
	at     []float64 // where the names begin
}

// height is the room that the names take over their row.
func (h *markHeads) height(c *canvas) float64 {
	if h == nil {
		return 0
	}
	return c.as.strong.lead + 2*c.k
}

// nameSeries names the series over the first row, where that has a mark of each of them and room for the names.
func (t *dumbbellTable) nameSeries(right float64) {
	if len(t.spec.Series) < 2 || len(t.blocks) == 0 {
		return
	}
	first := t.blocks[0].rows[0]
	h := &markHeads{}
	var wants []stretch
	for i, s := range t.spec.Series {
		k, ok := t.markOf(first, i)
		if !ok {
			if t.used(i) {
				return
			}
			continue
		}
		w := t.width(t.as.strong, s.Title)
		h.texts, h.series, h.marks = append(h.texts, s.Title), append(h.series, i), append(h.marks, k)
		wants = append(wants, stretch{k - w/2, w})
	}
	at, ok := spread(wants, t.zone.x, right, headGap*t.k)
	// A name answers for the mark under it: one that was pushed off would name another.
	for i := range at {
		ok = ok && at[i] <= h.marks[i]+1 && h.marks[i]-1 <= at[i]+wants[i].len
	}
	if ok {
		h.at, first.heads, t.direct = at, h, true
	}
}

// markOf is the place of the mark of a series in a row.
func (t *dumbbellTable) markOf(r *dumbbellCells, series int) (x float64, ok bool) {
	for _, i := range r.parts {
		if m := t.spec.Marks[i]; m.Series == series {
			return t.at(m)
		}
	}
	return 0, false
}

// used reports whether a series has a mark that is drawn.
func (t *dumbbellTable) used(series int) bool {
	for _, m := range t.spec.Marks {
		if _, ok := t.at(m); ok && m.Series == series {
			return true
		}
	}
	return false
}

// setMarkHeads sets the names of series over their marks, which begin at top.
func (t *dumbbellTable) setMarkHeads(h markHeads, top float64) {
	for i, text := range h.texts {
		_, ink := t.seriesInk(seriesPlace(t.spec.Series, h.series[i]))
		t.text(Point{h.at[i], top - 6*t.k}, text, t.as.strong.in(ink), Start)
	}
}

// keysDumbbell names the series where they are not named over the first row, and explains hollow marks and ranges.
func keysDumbbell(c *canvas, spec Spec) []key {
	t := newDumbbell(c, spec, 0, c.inner.W)
	var keys []key
	hollow, wide := false, false
	for _, m := range spec.Marks {
		if _, ok := t.at(m); !ok {
			continue
		}
		lo, hi := t.reach(m)
		hollow, wide = hollow || isHollow(m), wide || hi > lo
	}
	for i, s := range spec.Series {
		if t.direct || len(spec.Series) < 2 || !t.used(i) || s.Title == "" {
			continue
		}
		place := seriesPlace(spec.Series, i)
		keys = append(keys, key{func(c *canvas, swatch Rect) {
			ink, _ := c.seriesInk(place)
			c.seriesMarker(place, swatch.Center(), dumbbellRadius*c.k, ink, Stroke{})
		}, s.Title})
	}
	if hollow {
		keys = append(keys, key{func(c *canvas, swatch Rect) {
			c.disc(swatch.Center(), dotRadius*c.k, c.pal.Paper, Stroke{Color: c.pal.Accent, Width: 1.7 * c.k})
		}, hollowText(spec)})
	}
	if wide {
		keys = append(keys, key{func(c *canvas, r Rect) {
			c.whisker(Point{r.X, r.Center().Y}, Point{r.Right(), r.Center().Y}, r.H)
		}, spec.Tr.T("chart.key.range")})
	}
	return keys
}
