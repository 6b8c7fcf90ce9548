package chart

import (
	"strconv"

	"doublefix/app/words"
)

// draw draws the heads of the columns and the years under them, each by more higher than it must be.
func (p *calendar) draw(area Rect, more float64) {
	p.setHeads(area.Y)
	top := area.Y + p.headH
	bottom := top
	for _, y := range p.years {
		bottom += y.h + more
	}
	for i := range 14 {
		stroke := Stroke{Color: p.pal.Grid, Width: 1}
		if i == 1 && p.edges[1] > p.edges[0] {
			stroke.Color = p.pal.Rule
		}
		if i == 0 || p.edges[i] > p.edges[i-1] {
			p.down(p.edges[i], top, bottom, stroke)
		}
	}
	for track, y := range p.years {
		p.year(track, y, Rect{area.X, top, area.W, y.h + more}, more)
		top += y.h + more
	}
	p.across(top, area.X, area.Right(), Stroke{Color: p.pal.Rule, Width: 1})
}

// setHeads sets the names of the months over their columns.
func (p *calendar) setHeads(y float64) {
	for i, lines := range p.heads {
		left, right := p.edges[i], p.edges[i+1]
		top := y + p.headH - 4*p.k - float64(len(lines))*p.as.tick.lead
		for _, line := range lines {
			if w := p.width(p.as.tick, line); w <= right-left && p.free(p.textBox(Point{(left + right) / 2, top + p.rise(p.as.tick)}, line, p.as.tick, Middle)) {
				p.text(Point{(left + right) / 2, top + p.rise(p.as.tick)}, line, p.as.tick, Middle)
			}
			top += p.as.tick.lead
		}
	}
}

// year draws a line of the calendar.
func (p *calendar) year(track int, y calendarYear, row Rect, more float64) {
	p.across(row.Y, row.X, row.Right(), Stroke{Color: p.pal.Rule, Width: 1})
	top := row.Y + calendarPad*p.k + more/2
	name := p.as.strong
	switch {
	case y.from != y.to:
		text := p.tr.T("chart.calendar.fold", words.Args{"From": y.from, "To": y.to})
		text = p.shorten(text, p.as.empty, row.W)
		p.onPaper(Point{p.area.x, p.as.empty.middle(row.Center().Y)}, text, "", p.as.empty, Start)
		return
	case len(y.events) == 0:
		name = p.as.sub
	}
	name.role = "tick"
	p.text(Point{p.area.x, name.middle(top + eventLead/2*p.k)}, p.shorten(yearText(float64(y.from)), name, p.names), name, Start)
	for i, e := range y.events {
		p.drawEvent(track, e, y.chosen.spots[i], top, y.chosen)
	}
	p.counts(y, top)
}

// drawEvent draws the mark of an event and its name, and makes both readable.
func (p *calendar) drawEvent(track int, e calendarEvent, spot calendarSpotAt, top float64, line calendarLine) {
	y := top + (float64(spot.line)+0.5)*eventLead*p.k
	if spot.hidden {
		box := p.textBox(Point{spot.x, p.as.strong.middle(y)}, countText(line.more[e.column]), p.as.strong, Middle)
		p.hit(e.mark, track, box, box)
		return
	}
	m := p.spec.Marks[e.mark]
	r := p.radius
	if m.Emphasis {
		r *= 1.2
	}
	x := hold(spot.x, p.area.x+1.3*r, p.area.right()-1.3*r)
	dot := Rect{x - 1.3*r, y - 1.3*r, 2.6 * r, 2.6 * r}
	box := dot
	if spot.shape >= 0 {
		box = union(dot, p.drawName(e, spot, y))
	} else if at := (Point{spot.x + p.radius + 2*p.k, y - 0.1*p.as.letter.size}); p.roomForLetters(at, spot, line, m.Letters) {
		p.text(at, m.Letters, p.as.letter, Start)
	}
	p.lot(p.places[e.mark], Point{x, y}, r, m.Soft > 0)
	p.hit(e.mark, track, box, box)
	p.Hits[len(p.Hits)-1].Anchor = Point{hold(x, 0, p.W), hold(box.Y, 0, p.H)}
}

// roomForLetters reports whether the letters of a mark without a name stand clear of the marks that follow it.
func (p *calendar) roomForLetters(at Point, spot calendarSpotAt, line calendarLine, letters string) bool {
	box := p.textBox(at, letters, p.as.letter, Start)
	if letters == "" || box.Right() > p.area.right() || !p.free(box) {
		return false
	}
	for _, o := range line.spots {
		if o.line == spot.line && o.x > spot.x && o.x-1.3*p.radius < box.Right() {
			return false
		}
	}
	return true
}

// drawName sets the name of an event beside its mark at y.
func (p *calendar) drawName(e calendarEvent, spot calendarSpotAt, y float64) Rect {
	m, shape, at := p.spec.Marks[e.mark], e.shapes[spot.shape], p.nameAt(e, spot)
	s := p.eventStyle(m)
	x, align := at.x, Start
	if spot.left {
		x, align = at.right(), End
	}
	box := Rect{at.x, y - s.lead/2, at.w, float64(len(shape.label)) * s.lead}
	base := box.Y
	for i, line := range shape.label {
		letters := ""
		if i == len(shape.label)-1 {
			letters = m.Letters
		}
		p.onPaper(Point{x, base + p.rise(s)}, line, letters, s, align)
		base += s.lead
	}
	return box
}

// onPaper sets a line, with the letters of its caveats, on a ground that keeps the edges of the columns away from it.
func (p *calendar) onPaper(at Point, text, letters string, s style, align Align) {
	box := p.figureBox(at, text, letters, s, align)
	p.box(within(Rect{box.X - 2*p.k, box.Y - p.k, box.W + 4*p.k, box.H + 2*p.k}, p.inner), p.pal.Paper, Stroke{})
	p.figure(at, text, letters, s, align)
}

// counts writes how many events of a column stand in no place of their own.
func (p *calendar) counts(y calendarYear, top float64) {
	for column := range p.heads {
		more := y.chosen.more[column]
		if more == 0 {
			continue
		}
		at := Point{(p.edges[column] + p.edges[column+1]) / 2, p.as.strong.middle(top + (float64(y.chosen.lines)-0.5)*eventLead*p.k)}
		p.text(at, p.shorten(countText(more), p.as.strong, p.edges[column+1]-p.edges[column]), p.as.strong, Middle)
	}
}

func countText(more int) string { return "+" + strconv.Itoa(more) }

// lotPlaces is which marker every mark has: by its group, else by its series.
func lotPlaces(spec Spec) []int {
	out := make([]int, len(spec.Marks))
	for i, m := range spec.Marks {
		switch {
		case len(spec.Groups) > 0:
			out[i] = m.Group
		case len(spec.Series) > 0:
			out[i] = m.Series
		}
	}
	return out
}

// lotShapes is how many shapes of markers there are.
const lotShapes = 7

// lot draws the marker of a group: as many shapes as groups that are told apart, so that no meaning is in colour alone. Hollow is
// what has no day.
func (c *canvas) lot(place int, at Point, r float64, hollow bool) {
	if place < 0 {
		place = lotShapes - 1
	}
	ink, _ := c.seriesInk(place % 5)
	fill, s := ink, Stroke{}
	if hollow {
		fill, s = c.pal.Paper, Stroke{Color: ink, Width: 1.6 * c.k}
		r -= 0.5 * s.Width
	}
	switch shape := place % lotShapes; shape {
	case 0, 1, 2, 3:
		c.seriesMarker(shape, at, r, fill, s)
	default:
		c.add(Area{lotOutline(shape, at, r), fill, s})
	}
}

// lotOutline is a triangle on its head, a cross or a flat hexagon.
func lotOutline(shape int, at Point, r float64) []Point {
	var outline [][2]float64
	switch shape {
	case 4:
		outline = [][2]float64{{0, 1.25}, {1.25, -0.8}, {-1.25, -0.8}}
	case 5:
		const a, b = 0.42, 1.2
		outline = [][2]float64{{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b}, {-a, a}, {-b, a}, {-b, -a}, {-a, -a}}
	default:
		outline = [][2]float64{{-1.3, 0}, {-0.7, -0.75}, {0.7, -0.75}, {1.3, 0}, {0.7, 0.75}, {-0.7, 0.75}}
	}
	points := make([]Point, len(outline))
	for i, o := range outline {
		points[i] = Point{at.X + o[0]*r, at.Y + o[1]*r}
	}
	return points
}

// keysCalendar explains the markers, and what is hollow.
func keysCalendar(c *canvas, spec Spec) []key {
	var keys []key
	places := lotPlaces(spec)
	shown, soft := map[int]bool{}, false
	for i, m := range spec.Marks {
		if isEvent(m) {
			shown[places[i]] = true
			soft = soft || m.Soft > 0
		}
	}
	names := make([]string, 0, len(spec.Groups)+len(spec.Series))
	for _, g := range spec.Groups {
		names = append(names, g.Title)
	}
	if len(spec.Groups) == 0 {
		for _, s := range spec.Series {
			names = append(names, s.Title)
		}
	}
	for i, name := range names {
		if shown[i] && len(names) > 1 && name != "" {
			keys = append(keys, key{func(c *canvas, swatch Rect) { c.lot(i, swatch.Center(), 1.1*eventRadius*c.k, false) }, name})
		}
	}
	if soft {
		keys = append(keys, key{func(c *canvas, swatch Rect) { c.lot(0, swatch.Center(), 1.1*eventRadius*c.k, true) }, c.tr.T("chart.timeline.soft")})
	}
	return keys
}
