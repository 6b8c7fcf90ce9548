package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// calendar is the calendar form while it is laid out: a line a year, a column a month, and one for dates that are a year alone.
type calendar struct {
	*canvas
	spec   Spec
	area   span
	years  []calendarYear
	names  float64      // what the years take at the left
	inset  float64      // from the edge of a column to the middle of its first mark
	edges  [14]float64  // of the columns: that of the year alone is the first, and has no width where no date is one
	heads  [13][]string // over the columns
	headH  float64
	radius float64
	places []int // the marker of every mark
}

// calendarYear is a line of the calendar: a year with its events, or several years in a row without any.
type calendarYear struct {
	from, to int
	events   []calendarEvent // in the order of time
	room     map[int]calendarLine
	chosen   calendarLine
	h        float64
}

// calendarEvent is a mark with the column it stands in and the ways to write its name.
type calendarEvent struct {
	mark, column int
	shapes       []wording // the widest first
}

// Sizes of a calendar at text factor 1.
const (
	calendarSpot  = 13.0 // a mark with the room around it
	calendarInset = 8.0  // from the edge of a column to the middle of its first mark
	calendarPad   = 4.0  // over and under the events of a year
	calendarFold  = 3    // so many years without an event are one line
	calendarLines = 14   // of events in a year at most
	calendarAll   = 60   // the same where there are few events, which all have their names
	calendarGrow  = 14.0 // more for a year where there is height
	calendarWhole = 0.5  // a date that leaves more years open than this is a year alone
)

// drawsEvents reports whether marks of a form are dated events, which need no figure.
func drawsEvents(f Form) bool { return f == Timeline || f == Calendar }

func newCalendar(c *canvas, spec Spec, x, width float64) *calendar {
	p := &calendar{canvas: c, spec: spec, area: span{x, width}, radius: eventRadius * c.k, places: lotPlaces(spec)}
	byYear := map[int][]int{}
	whole := false
	for i, m := range spec.Marks {
		if isEvent(m) {
			year := int(math.Floor(m.X))
			byYear[year] = append(byYear[year], i)
			whole = whole || calendarColumn(m) == 0
		}
	}
	p.columns(sortedKeys(byYear), whole)
	for _, year := range sortedKeys(byYear) {
		marks := byYear[year]
		slices.SortStableFunc(marks, func(a, b int) int { return cmp.Compare(calendarDay(spec.Marks[a]), calendarDay(spec.Marks[b])) })
		p.fold(year)
		y := calendarYear{from: year, to: year, room: map[int]calendarLine{}}
		for _, mark := range marks {
			y.events = append(y.events, p.event(mark))
		}
		p.years = append(p.years, y)
	}
	return p
}

// isEvent reports whether m has a date and a name.
func isEvent(m Mark) bool { return isDated(m) && m.Label != "" }

// calendarColumn is the month that an event stands in, 1 to 12, or 0 where only its year is known.
func calendarColumn(m Mark) int {
	if m.Soft > calendarWhole {
		return 0
	}
	y := int(math.Floor(m.X))
	for month := 12; month > 1; month-- {
		if m.X >= yearPart(y, month, 1)-1e-9 {
			return month
		}
	}
	return 1
}

// calendarDay is where an event stands in the order of time; what has only a year comes before what is known to the month.
func calendarDay(m Mark) float64 {
	if m.Soft > calendarWhole {
		return math.Floor(m.X)
	}
	return m.X
}

// fold puts the years without an event before year into the calendar: as one line, or where they are few as a line each.
func (p *calendar) fold(year int) {
	if len(p.years) == 0 {
		return
	}
	from := p.years[len(p.years)-1].to + 1
	switch {
	case year-from >= calendarFold:
		p.years = append(p.years, calendarYear{from: from, to: year - 1})
	default:
		for ; from < year; from++ {
			p.years = append(p.years, calendarYear{from: from, to: from})
		}
	}
}

// columns gives the columns their widths and wraps what stands over them: whole names of months, the first three letters or
// one, as they have room.
func (p *calendar) columns(years []int, whole bool) {
	for _, y := range years {
		p.names = max(p.names, p.width(p.as.strong, yearText(float64(y)))+10*p.k)
	}
	rest := max(p.area.w-p.names, 14)
	const part, most = 1.5, 0.24
	soft := 0.0
	if whole {
		head := p.tr.T("chart.calendar.whole")
		for _, word := range splitWords(head) {
			soft = max(soft, p.width(p.as.tick, word)+8*p.k)
		}
		soft = min(max(soft, part*rest/(12+part)), most*rest)
		p.heads[0] = p.wrap(head, p.as.tick, soft-6*p.k, 5)
	}
	month := (rest - soft) / 12
	p.inset = min(calendarInset*p.k, month/2)
	p.edges[0] = p.area.x + p.names
	for i := range 13 {
		p.edges[i+1] = p.edges[0] + soft + float64(i)*month
	}
	p.monthHeads(month)
	lines := 1
	for _, h := range p.heads {
		lines = max(lines, len(h))
	}
	p.headH = float64(lines)*p.as.tick.lead + 4*p.k
}

func (p *calendar) monthHeads(width float64) {
	for _, letters := range []int{20, 3, 1} {
		fit := true
		for month := 1; month <= 12; month++ {
			name := []rune(monthName(p.tr, month))
			text := string(name[:min(letters, len(name))])
			fit = fit && p.width(p.as.tick, text)+6*p.k <= width
			p.heads[month] = []string{text}
		}
		if fit {
			return
		}
	}
}

// monthName is the name of a month, as it stands alone.
func monthName(tr words.Tr, month int) string {
	name, _, _ := strings.Cut(tr.Date(fmt.Sprintf("2000-%02d", month)), " ")
	return words.Capital(name)
}

// event measures the name of a mark, wrapped in several ways.
func (p *calendar) event(mark int) calendarEvent {
	m := p.spec.Marks[mark]
	e := calendarEvent{mark: mark, column: calendarColumn(m)}
	s, room := p.eventStyle(m), 0.5*p.area.w
	const most = 6 // lines
	for _, w := range []float64{340, 230, 160, 110, 80} {
		w = min(w*p.k, room)
		lines := p.wrap(m.Label, s, w, 0)
		if len(lines) == 0 || len(lines) > most || !p.fits(m.Label, s, w, len(lines)) {
			continue
		}
		shape := p.worded(lines, m)
		if n := len(e.shapes); n == 0 || shape.w < e.shapes[n-1].w-1 {
			e.shapes = append(e.shapes, shape)
		}
	}
	return e
}

func (p *calendar) eventStyle(m Mark) style {
	s := p.as.label
	if m.Emphasis {
		s = p.as.strong
	}
	s.lead = eventLead * p.k
	return s
}

// worded measures a wrapped name with the letters of its caveats.
func (p *calendar) worded(label []string, m Mark) wording {
	out := wording{label: label}
	for i, line := range label {
		w := p.width(p.eventStyle(m), line)
		if i == len(label)-1 {
			w += p.lettersWidth(m.Letters)
		}
		out.w = max(out.w, w)
	}
	return out
}

// height is what the calendar takes where no year has more lines of events than limit, and packs it so.
func (p *calendar) height(limit int) float64 {
	h := p.headH
	for i := range p.years {
		y := &p.years[i]
		y.h = eventLead*p.k + 2*calendarPad*p.k
		if len(y.events) > 0 {
			y.chosen = p.pack(y, limit)
			y.h = float64(y.chosen.lines)*eventLead*p.k + 2*calendarPad*p.k
		}
		h += y.h
	}
	return h
}

// packInto packs the years as loosely as height allows, so that as many names as can be have room, and returns what they take.
func (p *calendar) packInto(height float64) float64 {
	limit := calendarLines
	events := 0
	for _, y := range p.years {
		events += len(y.events)
	}
	if events <= fewEvents {
		limit = calendarAll
	}
	for ; limit > 1; limit-- {
		if h := p.height(limit); h <= height {
			return h
		}
	}
	return p.height(1)
}

func leastCalendar(c *canvas, spec Spec, width float64) float64 {
	p := newCalendar(c, spec, 0, width)
	return math.Ceil(p.packInto(timelineMost * c.k * hold(timelineWide*c.k/width, 1, 1.5)))
}

func layCalendar(c *canvas, spec Spec, area Rect) {
	p := newCalendar(c, spec, area.X, area.W)
	more := c.roomier(p.packInto(area.H), area.H, len(p.years), calendarGrow)
	p.draw(area, more)
	c.Rows = true
}
