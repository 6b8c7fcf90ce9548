package chart

import "math"

// spanLines is the text of a mean over several years: its figure bold, then what it is of, then the years.
type spanLines struct {
	figure string
	first  string // beside the figure
	rest   []string
	sub    []string
	w, h   float64
}

// spanLines breaks the text of m to a width.
func (p barPlot) spanLines(m Mark, width float64) spanLines {
	t := spanLines{figure: p.shorten(figureText(p.spec, m), p.as.strong, width)}
	head := p.width(p.as.strong, t.figure) + p.lettersWidth(m.Letters) + p.width(p.as.label, " ")
	words := splitWords(m.Label)
	used := 0
	for used < len(words) {
		next := words[used]
		if used > 0 {
			next = t.first + " " + next
		}
		if head+p.width(p.as.label, next) > width {
			break
		}
		t.first = next
		used++
	}
	rest := ""
	for _, w := range words[used:] {
		rest += w + " "
	}
	t.rest, t.sub = p.wrap(rest, p.as.label, width, 3), p.wrap(m.Sub, p.as.sub, width, 3)
	t.w = max(head+p.width(p.as.label, t.first), p.widest(t.rest, p.as.label), p.widest(t.sub, p.as.sub))
	t.h = float64(1+len(t.rest)+len(t.sub)) * p.as.label.lead
	return t
}

// spanText sets the text of a mean as close above its field as it finds room, within its years where it can.
func (p barPlot) spanText(s slotSpan) {
	m, r := p.spec.Marks[s.mark], p.rects[s.mark]
	if r.W <= 0 {
		return
	}
	natural := p.spanLines(m, p.plot.W)
	for _, wide := range []bool{false, true} {
		for _, part := range []float64{1, 0.7, 0.5, 0.35} {
			t := p.spanLines(m, min(natural.w*part+1, p.plot.W))
			if at, ok := p.spanPlace(r, t, wide); ok {
				p.setSpan(at, t, m)
				return
			}
		}
	}
}

// spanPlace looks for a free place for t above r, upwards from it and from left to right; wide lets it reach beyond the years of the span.
func (p barPlot) spanPlace(r Rect, t spanLines, wide bool) (Rect, bool) {
	const step = 6
	left, right := r.X, r.Right()-t.w
	if wide {
		left, right = max(p.plot.X, r.Center().X-t.w), min(p.plot.Right()-t.w, r.Center().X)
	}
	lowest, far := r.Y-4-t.h, 0.4*p.plot.H
	if wide {
		far = p.plot.H
	}
	for y := lowest; y >= max(p.plot.Y-p.as.value.lead, lowest-far); y -= step {
		for x := left; x <= right; x += step {
			box := Rect{x, y, t.w, t.h}
			if p.free(Rect{box.X - 8*p.k, box.Y, box.W + 16*p.k, box.H}) && p.clear(box.Grow(2), -1) {
				return box, true
			}
		}
	}
	return Rect{}, false
}

func (p barPlot) setSpan(at Rect, t spanLines, m Mark) {
	base := Point{at.X, at.Y + p.rise(p.as.label)}
	box := p.figure(base, t.figure, m.Letters, p.as.strong, Start)
	p.text(Point{math.Max(box.Right(), at.X) + p.width(p.as.label, " "), base.Y}, t.first, p.as.label, Start)
	top := p.lines(at.X, at.Y+p.as.label.lead, t.rest, p.as.label, Start)
	p.lines(at.X, top, t.sub, p.as.sub, Start)
}
