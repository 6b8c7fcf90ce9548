package chart

// drawLane draws the heading of lane i and its events from y down.
func (t *timeline) drawLane(i int, l lane, y float64) {
	t.across(y, t.area.x, t.area.right(), Stroke{Color: t.pal.Rule, Width: 1})
	if l.title != "" {
		s := t.as.mark
		s.color, s.role = t.pal.Quiet, t.as.head.role
		x := t.area.x
		at := Point{x, s.middle(y + laneHead/2*t.k)}
		t.onPaper(at, l.title, "", s, Start)
	}
	for _, e := range l.events {
		t.drawEvent(i, e, y)
	}
}

// drawEvent draws the mark of an event and its label, and makes both readable.
func (t *timeline) drawEvent(track int, e event, top float64) {
	m, y := t.spec.Marks[e.mark], top+laneTop*t.k+e.y
	if e.soft.w > 2.4*t.radius {
		t.box(Rect{e.soft.x, y - 2*t.k, e.soft.w, 4 * t.k}, t.pal.Tint, Stroke{})
	}
	label := t.drawLabel(e, m, y)
	r := t.radius
	if m.Emphasis {
		r *= 1.2
	}
	line, _ := t.seriesInk(t.placeOf(m))
	t.seriesMarker(t.placeOf(m), Point{e.x, y}, r, line, Stroke{})
	dot := Rect{e.x - t.radius*1.3, y - t.radius*1.3, 2.6 * t.radius, 2.6 * t.radius}
	box := dot
	if label.W > 0 {
		box = union(dot, label)
	}
	t.hit(e.mark, track, box, box)
	t.Hits[len(t.Hits)-1].Anchor = Point{hold(e.x, 0, t.W), hold(box.Y, 0, t.H)}
}

// placeOf is which of the colours and markers an event has: by its series, where there are any.
func (t *timeline) placeOf(m Mark) int {
	if len(t.spec.Series) == 0 {
		return 0
	}
	return seriesPlace(t.spec.Series, m.Series)
}

// drawLabel sets the label of an event beside its mark at y, on a ground that keeps the grid away from it.
func (t *timeline) drawLabel(e event, m Mark, y float64) Rect {
	if !e.labelled {
		x := t.letterAfter(e)
		if m.Letters != "" && x+t.lettersWidth(m.Letters) <= t.area.right() {
			t.text(Point{x, y - 0.1*t.as.letter.size}, m.Letters, t.as.letter, Start)
		}
		return Rect{}
	}
	at := t.labelOf(e)
	x, align := at.x, Start
	if e.left {
		x, align = at.right(), End
	}
	box := Rect{at.x, y - eventLead/2*t.k, e.w, t.labelHeight(e)}
	if e.under {
		box.Y, box.H = box.Y+eventLead*t.k, box.H-eventLead*t.k
	}
	s, base := t.eventStyle(m), box.Y
	for i, line := range e.label {
		letters := ""
		if i == len(e.label)-1 {
			letters = m.Letters
		}
		t.onPaper(Point{x, base + t.rise(s)}, line, letters, s, align)
		base += s.lead
	}
	if e.when != "" {
		s = t.as.sub
		s.lead = eventLead * t.k
		t.onPaper(Point{x, base + t.rise(s)}, e.when, "", s, align)
	}
	return box
}

// onPaper sets a line, with the letters of its caveats, on a ground that keeps the grid away from it.
func (t *timeline) onPaper(at Point, text, letters string, s style, align Align) {
	box := t.figureBox(at, text, letters, s, align)
	ground := Rect{max(box.X-2*t.k, t.area.x), box.Y - t.k, box.W + 4*t.k, box.H + 2*t.k}
	ground.W = min(ground.W, t.area.right()-ground.X)
	t.box(ground, t.pal.Paper, Stroke{})
	t.figure(at, text, letters, s, align)
}

// keysTimeline explains the markers of the series, and the stretch of a date that is a month or a year.
func keysTimeline(c *canvas, spec Spec) []key {
	var keys []key
	shown := make([]bool, len(spec.Series))
	for _, m := range spec.Marks {
		if m.Series >= 0 && m.Series < len(shown) && isDated(m) {
			shown[m.Series] = true
		}
	}
	if len(spec.Series) > 1 {
		for i, s := range spec.Series {
			if !shown[i] {
				continue
			}
			place := seriesPlace(spec.Series, i)
			keys = append(keys, key{func(c *canvas, swatch Rect) {
				line, _ := c.seriesInk(place)
				c.seriesMarker(place, swatch.Center(), eventRadius*1.1*c.k, line, Stroke{})
			}, s.Title})
		}
	}
	t := newTimeScale(spec.Marks, 0, c.inner.W)
	for _, m := range spec.Marks {
		if isDated(m) && t.at(m.X+m.Soft/2)-t.at(m.X-m.Soft/2) > 3*eventRadius*c.k {
			keys = append(keys, key{func(c *canvas, swatch Rect) {
				c.box(Rect{swatch.X, swatch.Center().Y - 2*c.k, swatch.W, 4 * c.k}, c.pal.Tint, Stroke{})
				line, _ := c.seriesInk(0)
				c.seriesMarker(0, swatch.Center(), eventRadius*c.k, line, Stroke{})
			}, spec.Tr.T("chart.timeline.soft")})
			break
		}
	}
	return keys
}
