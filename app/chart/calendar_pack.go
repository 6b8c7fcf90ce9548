package chart

import "slices"

// calendarLine is a year packed into lines: where each of its events stands.
type calendarLine struct {
	lines int
	spots []calendarSpotAt // as the events of the year
	named int              // how many have their name
	more  map[int]int      // by column, how many stand in a count
}

// calendarSpotAt is the place of an event: the middle of its mark, and which way its name is written.
type calendarSpotAt struct {
	x      float64
	line   int
	shape  int // −1 without a name
	left   bool
	hidden bool // counted, not drawn
}

// pack places the events of a year in as few lines as all their names need, no more than limit; where they need more, in the
// lines up to limit that name most.
func (p *calendar) pack(y *calendarYear, limit int) calendarLine {
	best := calendarLine{named: -1}
	for lines := 1; lines <= limit; lines++ {
		try, ok := y.room[lines]
		if !ok {
			try = p.packLines(y.events, lines)
			y.room[lines] = try
		}
		if len(try.more) == 0 && len(best.more) > 0 || try.named > best.named && (len(try.more) == 0 || len(best.more) > 0 || best.named < 0) {
			best = try
		}
		if best.named == len(y.events) {
			break
		}
	}
	return best
}

// packLines places the events of a year in so many lines: freely, or where names would leave a mark without a place, marks first.
func (p *calendar) packLines(events []calendarEvent, lines int) calendarLine {
	if out, ok := p.packFree(events, lines); ok {
		return out
	}
	return p.packMarks(events, lines)
}

// order is the order in which events are placed: the stressed ones first, then in time.
func (p *calendar) order(events []calendarEvent) []int {
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return boolInt(p.spec.Marks[events[b].mark].Emphasis) - boolInt(p.spec.Marks[events[a].mark].Emphasis)
	})
	return order
}

// packFree puts every event where it ends as high up as can be with its name at the right, else at the left, else without one.
// ok is false where a mark finds no place in its column.
func (p *calendar) packFree(events []calendarEvent, lines int) (out calendarLine, ok bool) {
	const manyEvents = 200 // they are marks anyway
	if len(events) > manyEvents {
		return out, false
	}
	s := &shelf{step: 1, taken: make([][]span, lines)}
	out = calendarLine{lines: lines, spots: make([]calendarSpotAt, len(events))}
	var bare []int
	for _, i := range p.order(events) {
		e := events[i]
		spot, found := p.namedSpot(s, e, p.edges[e.column]+p.inset, 0, lines)
		if !found {
			bare = append(bare, i)
			continue
		}
		out.spots[i] = spot
		out.named++
	}
	for _, i := range bare {
		spot, found := p.bareSpot(s, events[i], lines)
		if !found {
			return out, false
		}
		out.spots[i] = spot
	}
	return out, true
}

// namedSpot looks for the lines from first to end in which an event at x has room with its name.
func (p *calendar) namedSpot(s *shelf, e calendarEvent, x float64, first, end int) (calendarSpotAt, bool) {
	best := calendarSpotAt{line: -1}
	bottom := 0
	for k, shape := range e.shapes {
		for _, left := range []bool{false, true} {
			try := calendarSpotAt{x: x, shape: k, left: left}
			at := p.taken(e, try)
			if at.x < p.edges[0] || at.right() > p.area.right()+0.5 {
				continue
			}
			count := len(shape.label)
			for line := first; line+count <= end; line++ {
				if s.free(line, line+count, at) {
					if best.line < 0 || line+count < bottom {
						try.line = line
						best, bottom = try, line+count
					}
					break
				}
			}
		}
	}
	if best.line < 0 {
		return best, false
	}
	s.take(best.line, best.line+len(e.shapes[best.shape].label), p.taken(e, best))
	return best, true
}

// bareSpot looks for a place for the mark of an event alone: line by line from left to right in its column.
func (p *calendar) bareSpot(s *shelf, e calendarEvent, lines int) (calendarSpotAt, bool) {
	step := calendarSpot * p.k
	for line := range lines {
		for x := p.edges[e.column] + p.inset; x+0.5*step <= p.edges[e.column+1]+0.5; x += step {
			spot := calendarSpotAt{x: x, line: line, shape: -1}
			if at := p.taken(e, spot); s.free(line, line+1, at) && at.right() <= p.area.right()+0.5 {
				s.take(line, line+1, at)
				return spot, true
			}
		}
	}
	return calendarSpotAt{}, false
}

// taken is what an event takes of its lines, with the air around it.
func (p *calendar) taken(e calendarEvent, spot calendarSpotAt) span {
	half := calendarSpot / 2 * p.k
	at := span{spot.x - half, 2 * half}
	if spot.shape < 0 {
		if letters := p.spec.Marks[e.mark].Letters; letters != "" {
			at.w += p.lettersWidth(letters)
		}
		return at
	}
	name := p.nameAt(e, spot)
	if spot.left {
		return span{name.x, at.right() - name.x}
	}
	return span{at.x, name.right() + 0.5*eventAir*p.k - at.x}
}

// nameAt is where the name of an event stands on its lines.
func (p *calendar) nameAt(e calendarEvent, spot calendarSpotAt) span {
	w, gap := e.shapes[spot.shape].w, p.radius+eventGap*p.k
	if spot.left {
		return span{spot.x - gap - w, w}
	}
	return span{spot.x + gap, w}
}

// packMarks gives every mark a place in its column first, and then names to those that have room for one. Marks that have no
// place stand in a count at the end of their column.
func (p *calendar) packMarks(events []calendarEvent, lines int) calendarLine {
	s := &shelf{step: 1, taken: make([][]span, lines)}
	out := calendarLine{lines: lines, spots: make([]calendarSpotAt, len(events)), more: map[int]int{}}
	var columns [13][]int
	for i, e := range events {
		columns[e.column] = append(columns[e.column], i)
	}
	for column, mine := range columns {
		p.packColumn(column, mine, lines, &out)
	}
	for i, e := range events {
		if spot := out.spots[i]; !spot.hidden {
			s.take(spot.line, spot.line+1, p.taken(e, calendarSpotAt{x: spot.x, shape: -1}))
		}
	}
	for column := range out.more {
		s.take(lines-1, lines, span{p.edges[column], p.edges[column+1] - p.edges[column]})
	}
	for _, i := range p.order(events) {
		p.nameMark(s, events[i], &out, i)
	}
	return out
}

// nameMark gives the mark of an event that has its place a name, where that has room beside it.
func (p *calendar) nameMark(s *shelf, e calendarEvent, out *calendarLine, i int) {
	spot := out.spots[i]
	if spot.hidden {
		return
	}
	half := calendarSpot / 2 * p.k
	for k, shape := range e.shapes {
		try := spot
		try.shape = k
		at := p.nameAt(e, try)
		own := span{spot.x + half, at.right() + 0.5*eventAir*p.k - spot.x - half}
		below := span{spot.x - half, own.right() - spot.x + half}
		end := spot.line + len(shape.label)
		if end > out.lines || at.right() > p.area.right()+0.5 || !s.free(spot.line, spot.line+1, own) || !s.free(spot.line+1, end, below) {
			continue
		}
		s.take(spot.line, spot.line+1, own)
		s.take(spot.line+1, end, below)
		out.spots[i] = try
		out.named++
		return
	}
}

// packColumn places the marks of a column in rows; where they are too many the last row says how many more there are.
func (p *calendar) packColumn(column int, mine []int, lines int, out *calendarLine) {
	step, width := calendarSpot*p.k, p.edges[column+1]-p.edges[column]
	across := max(int((width-p.inset+step/2)/step), 1)
	rows, shown := lines, len(mine)
	if len(mine) > lines*across {
		rows, shown = lines-1, (lines-1)*across
		out.more[column] = len(mine) - shown
	}
	for n, i := range mine {
		if n >= shown {
			out.spots[i] = calendarSpotAt{x: p.edges[column] + width/2, line: lines - 1, shape: -1, hidden: true}
			continue
		}
		per := (shown + rows - 1) / rows
		out.spots[i] = calendarSpotAt{x: p.edges[column] + p.inset + float64(n%per)*step, line: n / per, shape: -1}
	}
}
