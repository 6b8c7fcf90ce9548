package chart

import (
	"slices"
	"strings"
)

// insideNear is how far off its point, at text factor 1, a name needs no leader.
const insideNear = 12

// setInside names a line that ends inside the plot at its last point, with the year of its figure: "Trace requests 24,642
// (2022)". A leader to the edge would say that the line goes on to there.
func (p *linesPlot) setInside(e endLabel) {
	at, all := p.at(e.point), p.insides(e)
	for _, may := range []struct{ elsewhere, cross, apart bool }{{}, {elsewhere: true}, {elsewhere: true, cross: true}, {true, true, true}} {
		if may.cross && p.setAround(e, at, all) {
			return
		}
		for _, d := range []float64{6, 12, 20, 30, 42, 56, 72} {
			for _, lines := range all {
				for _, box := range p.besides(at, p.linesBox(lines, e), d*p.k) {
					from, to, tied := p.tie(at, box)
					if d > insideNear && !tied && !may.apart || !p.insideFits(e, box, may.elsewhere, may.cross) {
						continue
					}
					p.drawInside(e, lines, box)
					if d > insideNear && tied {
						p.leader(e.series, from, to)
					}
					return
				}
			}
		}
	}
}

// setAround sets a name further off, on any side of its point, where no line runs through it and its leader crosses none.
func (p *linesPlot) setAround(e endLabel, at Point, all [][]string) bool {
	room := p.room()
	for _, cross := range []bool{false, true} {
		for _, lines := range all {
			size := p.linesBox(lines, e)
			for _, box := range append(around(at, size, p.k, false), around(at, size, 2.2*p.k, false)...) {
				box.X = hold(box.X, room.X, room.Right()-box.W)
				from, to, tied := p.tie(at, box)
				if !tied || !cross && p.acrossLine(from, to) || !p.insideFits(e, box, true, false) {
					continue
				}
				p.drawInside(e, lines, box)
				p.leader(e.series, from, to)
				return true
			}
		}
	}
	return false
}

// insides are the ways to break a name and its figure into lines, widest first.
func (p *linesPlot) insides(e endLabel) [][]string {
	m := p.spec.Marks[e.point.mark]
	year := yearText(e.point.x)
	if m.Label != "" && len(m.Label) <= 12 {
		year = m.Label
	}
	figure := strings.ReplaceAll(p.valueText(m)+" ("+year+")", " ", "\u00a0")
	name := p.all[e.series].Title
	room := p.plot.W
	var out [][]string
	if whole := strings.TrimSpace(name + " " + figure); p.width(e.style, whole)+p.lettersWidth(e.letters) <= 0.4*room {
		out = append(out, []string{whole})
	}
	for _, width := range []float64{0.5 * room, 0.3 * room} {
		out = append(out, append(p.wrap(name, e.style, width, 3), figure))
	}
	narrow := p.width(e.style, figure) // no wider than it has to be, for a place between lines
	for _, word := range splitWords(name) {
		narrow = max(narrow, p.width(e.style, word)+1)
	}
	if narrow < 0.3*room {
		out = append(out, append(p.wrap(name, e.style, narrow, 3), figure))
	}
	return out
}

// linesBox is the box of lines from the top of their first capitals to the foot of the last line, at the origin.
func (p *linesPlot) linesBox(lines []string, e endLabel) Rect {
	e.lines = lines
	return Rect{0, 0, e.width(p.canvas), p.capTop(lines, e) + float64(len(lines)-1)*e.style.lead + 0.2*e.style.size}
}

// capTop is how far the first line rises over its baseline: its capitals, or raised letters behind them.
func (p *linesPlot) capTop(lines []string, e endLabel) float64 {
	box := p.figureBox(Point{}, lines[0], "", e.style, Start)
	if len(lines) == 1 {
		box = p.figureBox(Point{}, lines[0], e.letters, e.style, Start)
	}
	return -box.Y
}

// besides are the places of a name around the last point of its line, best first: over it, under it, before it, behind it.
func (p *linesPlot) besides(at Point, size Rect, d float64) []Rect {
	w, h, in := size.W, size.H, 8*p.k
	var out []Rect
	for _, y := range []float64{at.Y - d - h, at.Y + d} {
		for _, x := range []float64{at.X - w/2, at.X - w + in, at.X - in} {
			out = append(out, Rect{x, y, w, h})
		}
	}
	return append(out, Rect{at.X + d, at.Y - h/2, w, h}, Rect{at.X - d - w, at.Y - h/2, w, h})
}

// insideFits reports whether a name can stand in box: elsewhere allows it nearer to another point than to its own, cross on
// lines.
func (p *linesPlot) insideFits(e endLabel, box Rect, elsewhere, cross bool) bool {
	figure := Rect{box.X, box.Bottom() - 0.92*e.style.size, box.W, 0.92 * e.style.size}
	// The year says which of its own line's points is meant.
	others := slices.Concat(slices.Concat(p.pieces[:e.series]...), slices.Concat(p.pieces[e.series+1:]...))
	room := p.room()
	room.W = p.inner.Right() - room.X // beside the plot, too, where no name of a line that goes on to the edge stands
	return encloses(room, box) && p.apart(box) && !p.dotted(box) &&
		(elsewhere || !p.nearer(p.at(e.point), figure, others)) && (cross || !p.crossed(box.Grow(1)))
}

// drawInside sets the name in box, on paper where a line would run through it.
func (p *linesPlot) drawInside(e endLabel, lines []string, box Rect) {
	if p.crossed(box.Grow(1)) {
		p.box(box.Grow(2*p.k), p.pal.Paper, Stroke{})
	}
	base := box.Y + p.capTop(lines, e)
	for k, line := range lines {
		letters := ""
		if k == len(lines)-1 {
			letters = e.letters
		}
		p.figure(Point{box.X, base + float64(k)*e.style.lead}, line, letters, e.style, Start)
	}
	p.shown[e.point.mark] = true
}
