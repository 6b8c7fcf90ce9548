package chart

import (
	"math"
	"slices"
)

// setLines are lines of text around x, top below the axis.
type setLines struct {
	x, top float64
	lines  []string
	style  style
	box    Rect
}

// nameRow collects what stands under the slots of a bar chart.
type nameRow struct {
	*canvas
	left, wide, room float64 // edge and width of the slots; width that a name may take
	most             int     // lines of a name
	set              []setLines
	subs             []func() // second lines come after all names
}

// names places what stands under the slots of a bar chart between left and right: tops count from the axis. Names that
// have no room thin out, years to every 2nd, 5th, 10th, others to every n-th; the name of the finding always stands.
func (c *canvas) names(slots []slot, left, right float64) (set []setLines, height float64) {
	wide := (right - left) / float64(len(slots))
	step, lines := c.nameStep(slots, wide)
	r := nameRow{canvas: c, left: left, wide: wide, room: wide*float64(step) - 5*c.k, most: lines}
	for i, s := range slots {
		if s.strong {
			r.place(i, s)
		}
	}
	for i, s := range slots {
		if !s.strong && onStep(s, i, step) {
			r.place(i, s)
		}
	}
	for _, sub := range r.subs {
		sub()
	}
	for _, n := range r.set {
		height = max(height, n.top+n.box.H)
	}
	return r.set, height
}

// place sets the name of slot i, and its second line on as few lines as find room.
func (r *nameRow) place(i int, s slot) {
	x, face, width := r.left+(float64(i)+0.5)*r.wide, r.nameStyle(s), r.room
	if r.most == 1 {
		width = max(width, min(r.width(face, s.label), r.inner.W))
	}
	n, ok := r.try(x, 0, r.wrap(s.label, face, width, r.most), face)
	if !ok {
		return
	}
	r.subs = append(r.subs, func() {
		for _, w := range []float64{r.inner.W, r.room} {
			if lines := r.wrap(s.sub, r.as.sub, w, 0); len(lines) <= 3 {
				if _, ok := r.try(x, n.box.H, lines, r.as.sub); ok {
					return
				}
			}
		}
	})
}

// try sets lines around x, moved into the drawing, if no others stand there.
func (r *nameRow) try(x, top float64, lines []string, s style) (setLines, bool) {
	w, air := r.widest(lines, s), 4*r.k
	n := setLines{x: hold(x, r.inner.X+w/2, r.inner.Right()-w/2), top: top, lines: lines, style: s}
	n.box = Rect{n.x - w/2, top, w, float64(len(lines)) * s.lead}
	taken := slices.ContainsFunc(r.set, func(o setLines) bool {
		return o.box.Overlaps(Rect{n.box.X - air, n.box.Y, n.box.W + 2*air, n.box.H})
	})
	if len(lines) == 0 || taken || w > r.inner.W {
		return n, false
	}
	r.set = append(r.set, n)
	return n, true
}

// namesTooLong reports whether names that are not years would have to be left out or cut under vertical bars.
func (c *canvas) namesTooLong(spec Spec, slots []slot, width float64) bool {
	if !math.IsNaN(slots[0].year) {
		return false
	}
	step, lines := c.nameStep(slots, (width-c.axisWidth(spec))/float64(len(slots)))
	return step > 1 || lines > 3
}

// onStep reports whether the slot at i keeps its name when only every step-th does.
func onStep(s slot, i, step int) bool {
	if !math.IsNaN(s.year) {
		return math.Mod(s.year, float64(step)) == 0
	}
	return i%step == 0
}

// nameStep returns how many slots apart names stand, and on how many lines.
func (c *canvas) nameStep(slots []slot, wide float64) (step, lines int) {
	const narrow = 44 // a column in which words can be read, if broken
	years := !math.IsNaN(slots[0].year)
	most := 3
	if years {
		most = 1
	}
	for decade := 1; decade <= 1_000_000; decade *= 10 {
		for _, n := range []int{1, 2, 5} {
			step = n * decade
			room := wide*float64(step) - 5*c.k
			all := true
			for i, s := range slots {
				all = all && (!onStep(s, i, step) || s.label == "" || c.fits(s.label, c.nameStyle(s), room, most))
			}
			switch {
			case all:
				return step, most
			case !years && room >= narrow*c.k:
				return step, 4
			}
		}
	}
	return step, most
}

func (c *canvas) nameStyle(s slot) style {
	switch {
	case s.strong:
		return c.as.tickStrong
	case len(s.marks) == 0:
		return c.as.tick
	}
	return c.as.tick.in(c.pal.Ink)
}

// widest is the width of the widest line.
func (c *canvas) widest(lines []string, s style) float64 {
	w := 0.0
	for _, line := range lines {
		w = max(w, c.width(s, line))
	}
	return w
}
