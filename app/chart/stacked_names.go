package chart

import "doublefix/app/words"

// partHeads are the names of parts over a bar.
type partHeads struct {
	texts []string
	parts []span    // what they name
	at    []float64 // where they begin
}

// Distances of the names of parts at text factor 1.
const (
	headDrop = 6.0  // between a name and its part
	headGap  = 10.0 // between two names
	headFar  = 28.0 // what a name may stand off its part
)

// height is the room that the names take over their bar.
func (h *partHeads) height(c *canvas) float64 {
	if h == nil || len(h.texts) == 0 {
		return 0
	}
	return c.as.label.lead + headDrop*c.k
}

// nameParts names every part at the first bar of its group that has it: over it, or, where the figure hangs under its part, before
// the figure. Where that does not do for all of them, none is named there and the legend has them.
func (s *stackedBars) nameParts(right float64) {
	if len(s.spec.Series) < 2 || s.spec.Whole {
		return
	}
	named := map[int]bool{}
	heads := map[[2]int]*partHeads{}
	for k, b := range s.blocks {
		for i, r := range b.rows {
			h, ok := s.headsOver(r, named, right)
			if !ok {
				return
			}
			if h != nil {
				heads[[2]int{k, i}] = h
			}
		}
	}
	for at, h := range heads {
		r := &s.blocks[at[0]].rows[at[1]]
		r.heads, r.hanging = h, s.hang(r.hanging.figures, s.zone.x, s.zone.right(), true)
	}
	s.direct = true
}

// headsOver gives the names of the parts of r that are not named yet their places; nil where there are none, and not ok where
// they have no room or no name.
func (s *stackedBars) headsOver(r stackCells, named map[int]bool, right float64) (h *partHeads, ok bool) {
	var wants []stretch
	for _, p := range r.parts {
		m := s.spec.Marks[p.mark]
		if named[m.Series] || p.place.w <= 0 {
			continue
		}
		title := s.spec.seriesTitle(m)
		if title == "" {
			return nil, false
		}
		named[m.Series] = true
		if h == nil {
			h = &partHeads{}
		}
		if !p.inside && p.mark != r.endMark && p.text != "" {
			continue // its figure hangs under it, with its name
		}
		h.texts, h.parts = append(h.texts, title), append(h.parts, p.place)
		wants = append(wants, stretch{p.place.x, s.width(s.as.label, title)})
	}
	if h == nil {
		return nil, true
	}
	h.at, ok = spread(wants, s.zone.x, right, headGap*s.k)
	return h, ok && pulled(wants, h.at) <= headFar*s.k
}

// setHeads sets the names of parts over a bar that begins at top, with leaders to the parts that they do not stand over.
func (s *stackedBars) setHeads(h partHeads, top float64) {
	for i, text := range h.texts {
		box := s.text(Point{h.at[i], top - headDrop*s.k}, text, s.as.label, Start)
		part := h.parts[i]
		if middle := part.x + part.w/2; middle >= box.X && middle <= box.Right() || box.X >= part.x-1 && box.Center().X <= part.right() {
			continue
		}
		to := hold(box.Center().X, part.x+min(4*s.k, part.w/2), part.right()-min(4*s.k, part.w/2))
		from := Point{hold(to, box.X+2*s.k, box.Right()-2*s.k), top - (headDrop-2)*s.k}
		s.line(Stroke{Color: s.pal.Quiet, Width: 1}, from, Point{to, top - 1})
	}
}

// keysStacked names the parts where they are not named over a bar, and explains empty, dashed and hatched parts.
func keysStacked(c *canvas, spec Spec) []key {
	s := newStacked(c, spec, 0, c.inner.W)
	var keys []key
	has, rest := map[int]bool{}, false
	status := map[Status]int{} // the series of the last part that has it, for the swatch
	for _, b := range s.blocks {
		for _, r := range b.rows {
			rest = rest || r.rest(spec) > 0 && !s.restFits(s.along(r.rest(spec)))
			for _, p := range r.parts {
				m := spec.Marks[p.mark]
				has[m.Series] = true
				if p.place.w > 0 {
					status[m.Status] = m.Series
				}
			}
		}
	}
	for i, series := range spec.Series {
		if has[i] && !s.direct && series.Title != "" && len(spec.Series) > 1 {
			keys = append(keys, key{func(_ *canvas, swatch Rect) { s.part(swatch, Mark{Series: i}) }, series.Title})
		}
	}
	if rest {
		keys = append(keys, key{func(c *canvas, swatch Rect) { c.restBox(swatch) }, words.Capital(spec.Tr.T("chart.stacked.rest"))})
	}
	for _, k := range []struct {
		status Status
		text   string
	}{{Provisional, "chart.key.provisional"}, {Derived, "chart.key.derived"}, {Partial, "chart.key.partial"}} {
		series, ok := status[k.status]
		if !ok {
			continue
		}
		text := spec.Tr.T(k.text)
		if k.status == Derived {
			text = derivedText(spec)
		}
		keys = append(keys, key{func(_ *canvas, swatch Rect) { s.part(swatch, Mark{Series: series, Status: k.status}) }, text})
	}
	return keys
}
