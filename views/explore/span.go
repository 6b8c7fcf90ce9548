package explore

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// ofEvents reports whether a form shows what happened when, so that it can be narrowed to years and topics.
func ofEvents(form string) bool {
	return form == string(chart.Timeline) || form == string(chart.Calendar)
}

// timed reports whether a timeline or a calendar is shown.
func (v *View) timed() bool { return v.data != nil && !v.state.Table && ofEvents(v.view.Form) }

// Timed reports whether a timeline or a calendar is shown.
func (v *View) Timed() bool { return v.timed() }

// narrowed adds to a view of a timeline what the person has chosen to see of it, and says so in its second line.
func (v *View) narrowed(view dataset.View) dataset.View {
	span := v.state.Spans[v.state.Dataset]
	if !ofEvents(view.Form) || span.all() {
		return view
	}
	where := slices.Clone(view.Where)
	if span.From != 0 {
		where = append(where,
			dataset.Cond{Field: view.X, Op: ">=", Values: []string{strconv.Itoa(span.From)}},
			dataset.Cond{Field: view.X, Op: "<", Values: []string{strconv.Itoa(span.To + 1)}})
	}
	if len(span.Off) > 0 && view.Group != "" {
		where = append(where, dataset.Cond{Field: view.Group, Op: "!=", Values: span.Off})
	}
	view.Where = where
	l := v.style.Tr.Lang()
	showing := v.years(span)
	if len(span.Off) > 0 {
		showing = v.tr("explore.timeline.showing.some", words.Args{"Years": showing})
	}
	view.Subtitle, view.Showing = words.Text{l: v.spanText(view, span)}, words.Text{l: showing}
	return view
}

// years says which years are shown.
func (v *View) years(span Span) string {
	switch {
	case span.From == 0:
		return v.tr("explore.timeline.years.all")
	case span.From == span.To:
		return strconv.Itoa(span.From)
	}
	return v.tr("explore.timeline.years", words.Args{"From": strconv.Itoa(span.From), "To": strconv.Itoa(span.To)})
}

// spanText says in words what part of a timeline is shown.
func (v *View) spanText(view dataset.View, span Span) string {
	var off []string
	for _, g := range view.Groups {
		if slices.Contains(span.Off, g.ID) {
			off = append(off, g.Title.In(v.style.Tr.Lang()))
		}
	}
	if len(off) == 0 {
		return v.tr("explore.timeline.shown", words.Args{"Years": v.years(span)})
	}
	return v.tr("explore.timeline.shown.without", words.Args{"Years": v.years(span), "Topics": v.style.Tr.List(off)})
}

// bounds are the first and last year of what the view has to show.
func (v *View) bounds() (first, last int) {
	view := v.data.View(v.lens().View)
	rows, err := v.data.Select(dataset.Query{Where: view.Where})
	if err != nil {
		return 0, 0
	}
	for _, r := range rows {
		year := yearOf(r, view)
		if year == 0 {
			continue
		}
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
	}
	return first, last
}

func yearOf(r dataset.Row, view dataset.View) int {
	text := r.Text(view.X, words.English)
	year, _ := strconv.Atoi(text[:min(len(text), 4)])
	return year
}

// span returns the years that are shown.
func (v *View) span() (from, to int) {
	if s := v.state.Spans[v.data.ID]; s.From != 0 {
		return s.From, s.To
	}
	return v.bounds()
}

// Zoom shows half as many years (1) or twice as many (-1), around the event being read or most events; 0 shows all.
func (v *View) Zoom(by int) {
	if !v.timed() {
		return
	}
	first, last := v.bounds()
	from, to := v.span()
	years := to - from + 1
	switch {
	case by == 0:
		v.showSpan(0, 0)
		return
	case by > 0:
		years = max((years+1)/2, 1)
	default:
		years *= 2
	}
	if years > last-first {
		v.showSpan(0, 0)
		return
	}
	middle := v.middle()
	from = min(max(middle-(years-1)/2, first), last-years+1)
	v.showSpan(from, from+years-1)
}

// middle is the year of the event being read, or the one that half of the events shown come before.
func (v *View) middle() int {
	var years []int
	for _, r := range v.rows {
		if year := yearOf(r, v.view); year != 0 {
			years = append(years, year)
			if r.ID == v.state.Row {
				return year
			}
		}
	}
	if len(years) == 0 {
		from, to := v.span()
		return (from + to) / 2
	}
	slices.Sort(years)
	return years[len(years)/2]
}

// Shift shows earlier (-1) or later (1) years, by half of what is shown.
func (v *View) Shift(by int) {
	if !v.timed() {
		return
	}
	first, last := v.bounds()
	from, to := v.span()
	years := to - from + 1
	from = min(max(from+by*max(years/2, 1), first), last-years+1)
	if years <= last-first {
		v.showSpan(from, from+years-1)
	}
}

func (v *View) showSpan(from, to int) {
	s := v.state.Spans[v.data.ID]
	s.From, s.To = from, to
	v.narrowTo(s)
}

// toggleLane leaves a topic out or takes it in again; without any, all are shown.
func (v *View) toggleLane(id string) {
	s := v.state.Spans[v.data.ID].clone()
	if at := slices.Index(s.Off, id); at >= 0 {
		s.Off = slices.Delete(s.Off, at, at+1)
	} else {
		s.Off = append(s.Off, id)
	}
	if len(s.Off) >= len(v.view.Groups) {
		s.Off = nil
	}
	v.narrowTo(s)
}

func (v *View) narrowTo(s Span) {
	v.state.Spans[v.data.ID], v.state.passing = s, false
	v.open(v.data.ID)
	if _, ok := v.row(); ok && !slices.ContainsFunc(v.rows, func(r dataset.Row) bool { return r.ID == v.state.Row }) {
		v.state.Row = ""
	}
	v.showMain()
	v.showSide()
	v.changed()
}

// timeBar has zoom, shift and topics of a timeline.
func (v *View) timeBar() fyne.CanvasObject {
	s := v.style
	first, last := v.bounds()
	from, to := v.span()
	off := func(when bool, why string) string {
		if when {
			return why
		}
		return ""
	}
	button := func(id, icon, text, key, why string, do func()) fyne.CanvasObject {
		return s.Button(kit.ButtonSpec{ID: "time." + id, Icon: icon, Text: text, Name: v.tr("action.data." + id), Keys: []string{key}, Small: true, Off: why, OnTapped: do})
	}
	whole := from <= first && to >= last
	parts := []fyne.CanvasObject{
		kit.Row(4,
			button("earlier", "", v.tr("explore.timeline.earlier"), ",", off(from <= first, "disabled.time.first"), func() { v.Shift(-1) }),
			button("later", "", v.tr("explore.timeline.later"), ".", off(to >= last, "disabled.time.last"), func() { v.Shift(1) }),
			button("zoom_out", "minus", "", "-", off(whole, "disabled.time.all"), func() { v.Zoom(-1) }),
			button("zoom_in", "plus", "", "+", off(from == to, "disabled.time.one"), func() { v.Zoom(1) }),
			s.Button(kit.ButtonSpec{
				ID: "time.all", Text: v.tr("explore.timeline.all"), Name: v.tr("action.data.zoom_all"), Keys: []string{"A"}, Small: true,
				Off: off(whole, "disabled.time.all"), OnTapped: func() { v.Zoom(0) },
			})),
	}
	for _, g := range v.view.Groups {
		parts = append(parts, v.laneButton(g.ID, g.Title.In(s.Tr.Lang())))
	}
	return kit.Flow(6, parts...)
}

// laneButton is a topic that is shown or not.
func (v *View) laneButton(id, title string) fyne.CanvasObject {
	spec := kit.ButtonSpec{ID: "time.lane." + id, Text: title, Icon: "check", On: true, Small: true, OnTapped: func() { v.toggleLane(id) }}
	if slices.Contains(v.state.Spans[v.data.ID].Off, id) {
		spec.Icon, spec.On = "plus", false
	}
	return v.style.Button(spec)
}
