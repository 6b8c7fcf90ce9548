package chart

import "slices"

// timeline is the timeline form while it is laid out: lanes of events over one axis of time.
type timeline struct {
	*canvas
	spec   Spec
	area   span
	scale  timeScale
	lanes  []lane
	radius float64 // of a mark
}

// lane holds the events of one group.
type lane struct {
	title   string
	events  []event
	heading span    // what the title takes of the first lines
	h       float64 // with its heading
}

// event is a mark with its place in a lane.
type event struct {
	mark     int
	x        float64
	soft     span      // the month or year that the date is, where no day is known
	shapes   []wording // of the label, the widest first
	wording            // the one that was chosen
	when     string    // quiet last line; "" where dates stand on the axis only
	y        float64   // of the line of the mark, from the top of its lane
	left     bool      // the label stands left of the mark
	under    bool      // the label stands under the mark, because the stretch of its date is long
	labelled bool
}

// wording is a label wrapped in one way.
type wording struct {
	label []string
	w     float64 // of the widest line, the date included
}

// Sizes of a timeline at text factor 1.
const (
	eventRadius  = 4.0
	eventGap     = 5.0    // between a mark and its label
	eventAir     = 12.0   // between a label and the next mark
	eventApart   = 3.0    // between labels
	eventLead    = 15.0   // lines of one label stand closer than labels do
	eventSoft    = 22.0   // half of a stretch that a label can stand behind; under longer ones
	laneTop      = 3.0    // over the first event of a lane
	laneLine     = 5.0    // step of the places that labels can take from the top of a lane down
	laneHead     = 21.0   // heading of a lane
	lanePad      = 7.0    // under the last event of a lane
	timelineMost = 1500.0 // what a timeline asks for at most; labels beyond have to do without
	timelineWide = 800.0  // narrower ones may be half as high again
	fewEvents    = 24     // so many all have their labels and dates, whatever the height
)

// newTimeline sorts the marks into lanes and measures their labels. The axis runs from x over width.
func newTimeline(c *canvas, spec Spec, x, width float64) *timeline {
	t := &timeline{canvas: c, spec: spec, area: span{x, width}, radius: eventRadius * c.k}
	edge := min(c.pad(width)+t.radius, width/4)
	t.scale = newTimeScale(spec.Marks, x+edge, x+width-edge)
	dated := 0
	for _, m := range spec.Marks {
		if isDated(m) {
			dated++
		}
	}
	for _, b := range blocksOf(spec) {
		l := lane{title: b.Title}
		if l.title != "" {
			l.title = c.shorten(l.title, c.as.mark, width-2*c.pad(width))
			l.heading = span{x, c.width(c.as.mark, l.title) + c.pad(width) + eventAir*c.k}
		}
		for _, r := range b.rows {
			for _, i := range r.marks {
				if isDated(spec.Marks[i]) {
					l.events = append(l.events, t.event(i, dated <= fewEvents))
				}
			}
		}
		slices.SortStableFunc(l.events, func(a, b event) int { return compareAxis(a.x, b.x) })
		if len(l.events) > 0 {
			t.lanes = append(t.lanes, l)
		}
	}
	return t
}

// event measures mark i. A label is as narrow as its lines allow.
func (t *timeline) event(i int, dates bool) event {
	m := t.spec.Marks[i]
	e := event{mark: i, x: t.scale.at(m.X)}
	e.soft = span{e.x, 0}
	if m.Soft > 0 {
		from, to := t.scale.at(m.X-m.Soft/2), t.scale.at(m.X+m.Soft/2)
		e.soft = span{from, to - from}
		e.under = e.soft.w > 2*eventSoft*t.k
	}
	s := t.eventStyle(m)
	room := t.area.w/2 - t.radius - eventGap*t.k
	wide, narrow := min(room, 330*t.k), min(room, hold(0.24*t.area.w, 120*t.k, 230*t.k))
	if dates {
		e.when = t.shorten(m.When, t.as.sub, wide)
	}
	lines := 3
	if dates {
		lines = 6 // few events have room for whole names
	}
	if w := t.width(s, m.Label); w > narrow && w <= wide {
		e.shapes = append(e.shapes, t.worded([]string{m.Label}, m, e.when))
	}
	if label := t.wrap(m.Label, s, narrow, lines); len(label) > 0 {
		if len(label) > 1 && len(t.spec.Marks) <= balanced {
			label = t.balance(m.Label, label, s, narrow)
		}
		e.shapes = append(e.shapes, t.worded(label, m, e.when))
	}
	return e
}

// worded measures a wrapped label with the letters of its caveats, and the date under it.
func (t *timeline) worded(label []string, m Mark, when string) wording {
	out := wording{label, t.width(t.as.sub, when)}
	for i, line := range label {
		w := t.width(t.eventStyle(m), line)
		if i == len(label)-1 {
			w += t.lettersWidth(m.Letters)
		}
		out.w = max(out.w, w)
	}
	return out
}

// balanced is up to how many marks labels are balanced, which takes time.
const balanced = 300

// balance wraps text to a narrower width while it takes no more lines.
func (t *timeline) balance(text string, lines []string, s style, room float64) []string {
	for w := room * 0.9; w > room/2; w -= room * 0.08 {
		if !t.fits(text, s, w, len(lines)) {
			break
		}
		lines = t.wrap(text, s, w, len(lines))
	}
	return lines
}

func (t *timeline) eventStyle(m Mark) style {
	s := t.as.label
	if m.Emphasis {
		s = t.as.strong
	}
	s.lead = eventLead * t.k
	return s
}

// height is what the lanes need where none is higher than limit, and packs them so.
func (t *timeline) height(limit float64) float64 {
	h := tableAxis * t.k
	for i := range t.lanes {
		t.pack(&t.lanes[i], limit)
		h += t.lanes[i].h
	}
	return h
}

// packInto packs the lanes as loosely as height allows, so that as many labels as can be have room, and returns what they
// take. Lanes are at least as high as their heading and a label.
func (t *timeline) packInto(height float64) float64 {
	step := laneLine * t.k
	least, most := 6, 240
	if h := t.height(float64(most) * step); h <= height {
		return h
	}
	for least+1 < most {
		mid := (least + most) / 2
		if t.height(float64(mid)*step) <= height {
			least = mid
		} else {
			most = mid
		}
	}
	return t.height(float64(least) * step)
}

func leastTimeline(c *canvas, spec Spec, width float64) float64 {
	t := newTimeline(c, spec, 0, width)
	most := timelineMost * c.k * hold(timelineWide*c.k/width, 1, 1.5)
	events := 0
	for _, l := range t.lanes {
		events += len(l.events)
	}
	if events <= fewEvents {
		most *= 4
	}
	return t.packInto(most)
}

func layTimeline(c *canvas, spec Spec, area Rect) {
	t := newTimeline(c, spec, area.X, area.W)
	h := t.packInto(area.H)
	more := c.roomier(h, area.H, len(t.lanes), 3*laneHead)
	t.drawTicks(area.Y, area.Y+tableAxis*c.k, area.Y+h+more*float64(len(t.lanes)))
	y := area.Y + tableAxis*c.k
	for i, l := range t.lanes {
		t.drawLane(i, l, y)
		y += l.h + more
	}
}
