package chart

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// Why a spec cannot be drawn at all.
var (
	ErrSource = errors.New("a chart needs a source")
	ErrForm   = errors.New("unknown form of chart")
)

// form is one way to draw the plot of a chart.
type form struct {
	least func(c *canvas, spec Spec, width float64) float64 // height that the plot needs at this width
	keys  func(c *canvas, spec Spec) []key                  // what the legend has to explain
	lay   func(c *canvas, spec Spec, area Rect)             // puts shapes and hits into area
}

func formOf(f Form) (form, bool) {
	found, ok := map[Form]form{
		Bars:           {leastBars, keysBars, layBars},
		BarsHorizontal: {leastBarsHorizontal, keysBars, layBarsHorizontal},
		Lines:          {leastLines, keysLines, layLines},
		Claims:         {leastClaims, keysClaims, layClaims},
		Ranges:         {leastRanges, keysRanges, layRanges},
		Funnel:         {leastFunnel, keysBars, layFunnel},
		Timeline:       {leastTimeline, keysTimeline, layTimeline},
		Table:          {leastPrinted, keysPrinted, layPrinted},
		Stacked:        {leastStacked, keysStacked, layStacked},
		Dumbbell:       {leastDumbbell, keysDumbbell, layDumbbell},
		Slope:          {leastSlope, keysSlope, laySlope},
		HeadToHead:     {leastHeads, keysHeads, layHeads},
		Scatter:        {leastScatter, keysScatter, layScatter},
		Grouped:        {leastGrouped, keysGrouped, layGrouped},
		Histogram:      {leastHistogram, keysHistogram, layHistogram},
		SmallMultiples: {leastMultiples, keysLines, layMultiples},
		HeatMap:        {leastHeat, keysHeat, layHeat},
		Bump:           {leastBump, keysBump, layBump},
		Calendar:       {leastCalendar, keysCalendar, layCalendar},
		Flow:           {leastFlow, keysFlow, layFlow},
	}[f]
	return found, ok
}

// Lay places everything that spec says in a frame. The drawing is as wide as the frame, and at least as high: [MinHeight] says
// when it is higher. The error is [ErrSource], [ErrForm], or a fault of this package that was caught.
func Lay(spec Spec, frame Frame) (d Drawing, err error) {
	defer caught(spec.Form, &err)
	f, ok := formOf(spec.Form)
	switch {
	case strings.TrimSpace(spec.Source) == "":
		return Drawing{}, ErrSource
	case !ok:
		return Drawing{}, fmt.Errorf("%w: %q", ErrForm, spec.Form)
	}
	spec, frame = tamed(spec), framed(frame)
	c := newCanvas(spec.Tr, frame)
	above, below, least := f.parts(c, spec, frame)
	c.H = max(c.H, math.Ceil(above.height+below.height+least+2*frame.Pad))
	c.inner.H = c.H - 2*frame.Pad
	inner := c.inner
	above.lay(inner.X, inner.Y)
	area := Rect{inner.X, inner.Y + above.height, inner.W, inner.H - above.height - below.height}
	if anyToDraw(spec) {
		f.lay(c, spec, area)
		c.addOwn(spec, area)
	} else {
		c.nothing(area)
	}
	below.lay(inner.X, inner.Bottom()-below.height)
	return c.Drawing, nil
}

// MinHeight returns the height in logical pixels below which [Lay] raises the drawing; 0 for a form that does not exist.
func MinHeight(spec Spec, frame Frame) (height float64) {
	var err error
	defer caught(spec.Form, &err)
	f, ok := formOf(spec.Form)
	if !ok {
		return 0
	}
	spec, frame = tamed(spec), framed(frame)
	above, below, least := f.parts(newCanvas(spec.Tr, frame), spec, frame)
	return math.Ceil(above.height + below.height + least + 2*frame.Pad)
}

// caught turns a panic, ours or a library's, into an error.
func caught(f Form, err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("chart %q: %v", f, r)
	}
}

// parts measures what stands above and below the plot, and the height that the plot needs.
func (f form) parts(c *canvas, spec Spec, frame Frame) (above, below block, least float64) {
	width := frame.W - 2*frame.Pad
	above, below = c.header(spec, frame, width), c.footer(spec, frame, f, width)
	if !anyToDraw(spec) {
		return above, below, 3 * c.as.empty.lead
	}
	return above, below, f.least(c, spec, width)
}

// anyToDraw reports whether a mark has a figure, or words in the place of one.
func anyToDraw(spec Spec) bool {
	for _, m := range spec.Marks {
		if drawsEvents(spec.Form) {
			if isDated(m) && m.Label != "" {
				return true
			}
			continue
		}
		if hasFigure(m.Value) || hasFigure(m.Low) || hasFigure(m.High) || m.Written != "" || spec.Form == Table && m.Label != "" {
			return true
		}
	}
	return false
}

// nothing says in the middle of the plot that there is no figure.
func (c *canvas) nothing(area Rect) {
	s := c.as.empty
	lines := c.wrap(c.tr.T("chart.no_figure"), s, area.W, 0)
	at := area.Center()
	c.lines(at.X, at.Y-float64(len(lines))*s.lead/2, lines, s, Middle)
}
