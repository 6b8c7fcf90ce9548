package chart

import (
	"image/color"

	"doublefix/app/look"
)

// partColors are the colours of parts, from dark to light by day: neighbours differ in lightness, so that a grey page tells
// them apart as well.
type partColors struct {
	fills  []color.NRGBA
	slots  []int // which of the fills a series has
	strong bool  // the finding is in full accent; the steps of the others begin below it
}

// stepsMost bounds the steps that an eye can tell apart.
const stepsMost = 8

// partColors gives every series a step. With reuse that is the first one that no series beside it in a bar has, so that groups
// with parts of their own begin anew.
func (c *canvas) partColors(spec Spec, reuse bool) partColors {
	beside := make([]map[int]bool, len(spec.Series))
	for i := range beside {
		beside[i] = map[int]bool{}
	}
	for _, b := range stackBlocks(spec) {
		for _, r := range b.rows {
			kinds := map[int]bool{}
			for _, p := range r.parts {
				if k := spec.Marks[p].Series; k >= 0 && k < len(beside) {
					kinds[k] = true
				}
			}
			for a := range kinds {
				for b := range kinds {
					beside[a][b] = a != b
				}
			}
		}
	}
	out, steps := partColors{slots: make([]int, len(spec.Series))}, 1
	for i, s := range spec.Series {
		if s.Quiet || s.ID == wholeSeries {
			out.slots[i] = quietPlace
			continue
		}
		slot := 0
		for taken := true; taken; {
			taken = false
			for j := range i {
				if (beside[i][j] || !reuse) && out.slots[j] == slot {
					taken, slot = true, slot+1
				}
			}
		}
		out.slots[i] = slot
		steps = max(steps, slot+1)
	}
	for _, m := range spec.Marks {
		if m.Emphasis && !isWhole(spec, m) {
			out.strong = true
			if out.slot(m.Series) != 0 {
				out.strong = false // full accent is the first step then, and would say that it is that part
				break
			}
		}
	}
	if spec.Whole {
		out.fills = c.wholeSteps(steps)
	} else {
		out.fills = c.partSteps(min(steps, stepsMost), out.strong)
	}
	return out
}

// partSteps are n colours from the accent to its softest tint; below the accent where that is kept for the finding.
func (c *canvas) partSteps(n int, below bool) []color.NRGBA {
	stops := []color.NRGBA{c.pal.Accent, c.pal.Second, c.pal.Tint, c.pal.Soft}
	if below {
		stops = stops[1:]
	}
	switch {
	case n == 1:
		return []color.NRGBA{c.pal.Tint}
	case n == 2 && !below:
		return []color.NRGBA{c.pal.Accent, c.pal.Tint}
	}
	return stepsOf(stops, n)
}

// wholeSteps are n colours from the accent to that of rules: of parts in an order, the last of which count least.
func (c *canvas) wholeSteps(n int) []color.NRGBA {
	return stepsOf([]color.NRGBA{c.pal.Accent, c.pal.Second, c.pal.Tint, c.pal.Fourth}, n)
}

// stepsOf are the first n of the stops, or n steps between them where that is more.
func stepsOf(stops []color.NRGBA, n int) []color.NRGBA {
	if n <= len(stops) {
		return stops[:n]
	}
	out := make([]color.NRGBA, n)
	for i := range out {
		at := float64(i) / float64(n-1) * float64(len(stops)-1)
		k := min(int(at), len(stops)-2)
		out[i] = mix(stops[k], stops[k+1], 1-(at-float64(k)))
	}
	return out
}

func (p partColors) slot(series int) int {
	if series < 0 || series >= len(p.slots) {
		return 0
	}
	return p.slots[series]
}

// partFill is the colour of a part. What is computed, provisional or not whole is paler, and outlined.
func (s *stackedBars) partFill(m Mark) color.NRGBA {
	fill := s.colors.fills[max(s.colors.slot(m.Series), 0)%len(s.colors.fills)]
	switch {
	case s.colors.slot(m.Series) == quietPlace && s.spec.Whole:
		fill = s.pal.Paper
	case s.colors.slot(m.Series) == quietPlace:
		fill = s.pal.Band
	case m.Emphasis && s.colors.strong:
		fill = s.pal.Accent
	}
	const pale = 0.45
	if m.Status == Derived || m.Status == Provisional {
		return s.legible(mix(fill, s.pal.Paper, pale))
	}
	return s.legible(fill)
}

// legible moves a ground towards paper until some ink can be read on it.
func (c *canvas) legible(ground color.NRGBA) color.NRGBA {
	const steps = 12
	for i := range steps {
		moved := mix(ground, c.pal.Paper, 1-float64(i)/steps)
		if _, ok := c.onFill(moved); ok {
			return moved
		}
	}
	return c.pal.Paper
}

// onFill is the ink that reads best on a ground.
func (c *canvas) onFill(ground color.NRGBA) (ink color.NRGBA, readable bool) {
	const least = 4.5
	best := 0.0
	for _, i := range []color.NRGBA{c.pal.Ink, c.pal.OnAccent, c.pal.Paper} {
		if r := look.Contrast(i, ground); r > best {
			ink, best = i, r
		}
	}
	return ink, best >= least
}

// fitsInside reports whether the figure of a part stands in it with air on both sides.
func (s *stackedBars) fitsInside(p stackPart, m Mark) bool {
	letters := s.lettersIn(s.letterOf(s.as.value), m.Letters)
	return p.text != "" && s.width(s.as.value, p.text)+letters+8*s.k <= p.place.w
}

// partGround is what the figure of a part stands on: paper where the part is hatched.
func (s *stackedBars) partGround(m Mark) color.NRGBA {
	if m.Status == Partial {
		return s.pal.Paper
	}
	return s.partFill(m)
}

// parts paints the parts of a bar with their figures, and what no part accounts for as an empty outline.
func (s *stackedBars) parts(r stackCells, bar Rect) {
	if rest := r.rest(s.spec); rest > 0 {
		w := s.along(rest)
		box := Rect{bar.Right() - w, bar.Y, w, bar.H}
		s.restBox(box)
		if s.restFits(w) {
			s.text(Point{box.Center().X, s.as.empty.middle(box.Center().Y)}, s.tr.T("chart.stacked.rest"), s.as.empty, Middle)
		}
	}
	for k, p := range r.parts {
		m := s.spec.Marks[p.mark]
		if p.place.w <= 0 {
			continue
		}
		box := Rect{p.place.x, bar.Y, max(p.place.w, min(1, s.zone.right()-p.place.x)), bar.H}
		if gap := 1.5; k < len(r.parts)-1 && box.W > 3*gap {
			box.W -= gap // of paper between two parts
		}
		s.part(box, m)
		if p.inside {
			s.figureInside(p, m, bar)
		}
	}
}

// part paints one part as its status asks.
func (s *stackedBars) part(box Rect, m Mark) {
	fill := s.partFill(m)
	outline := Stroke{Color: s.pal.Accent, Width: 1.5}
	switch m.Status {
	case Partial:
		ink := fill
		if look.Contrast(ink, s.pal.Paper) < 2 {
			ink = s.pal.Second
		}
		s.hatch(box, ink, s.pal.Paper)
	case Derived:
		outline.Dash = []float64{5, 3}
		s.box(box, fill, Stroke{})
	case Provisional:
		s.box(box, fill, Stroke{})
	case Final:
		fallthrough
	default:
		s.box(box, fill, Stroke{})
		outline = s.outlined()
		if look.Contrast(fill, s.pal.Paper) < 1.6 {
			outline = Stroke{Color: s.pal.Grey, Width: 1}
		}
	}
	if outline.Width > 0 {
		s.box(box, none, outline)
	}
}

// restBox outlines what nobody gave.
func (c *canvas) restBox(r Rect) {
	c.box(r, none, Stroke{Color: c.pal.Grey, Width: 1})
}

// restFits reports whether a rest of that width has room for what it is called.
func (s *stackedBars) restFits(w float64) bool {
	return s.width(s.as.empty, s.tr.T("chart.stacked.rest"))+10*s.k <= w
}

// figureInside sets the figure of a part in its middle.
func (s *stackedBars) figureInside(p stackPart, m Mark, bar Rect) {
	ground := s.partGround(m)
	ink, _ := s.onFill(ground)
	st := s.as.value.in(ink)
	w := s.width(st, p.text) + s.lettersIn(s.letterOf(st), m.Letters)
	at := Point{p.place.x + (p.place.w-w)/2, st.middle(bar.Center().Y)}
	if m.Status == Partial {
		plate := s.figureBox(at, p.text, m.Letters, st, Start).Grow(3)
		s.box(within(plate, bar.Grow(-1.5)), ground, Stroke{})
	}
	figure := s.text(at, p.text, st, Start)
	s.text(s.letterAt(figure, at.Y, st), m.Letters, s.letterOf(st).in(ink), Start)
}
