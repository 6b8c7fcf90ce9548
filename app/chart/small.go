package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Small lays out the gist of a chart for a card: lines and years in a row without an axis, of everything else the finding and
// the first rows, as many as fit. Every figure that is shown is written out; what is left out is one step away, since the
// card leads to the chart. Title, notes and source are the card's own. Nothing in it can be read by pointer or keys.
//
// The drawing is exactly as large as the frame. The errors are those of [Lay].
func Small(spec Spec, frame Frame) (d Drawing, err error) {
	defer caught(spec.Form, &err)
	if _, ok := formOf(spec.Form); !ok {
		return Drawing{}, ErrForm
	}
	if spec.Source == "" {
		return Drawing{}, ErrSource
	}
	spec, frame = tamed(spec), framed(frame)
	c := newCanvas(spec.Tr, frame)
	switch {
	case spec.Form == Lines || spec.Form == Slope:
		c.smallLines(spec)
	case spec.Form == Bars && barsInYears(spec):
		c.smallYears(spec)
	case spec.Form == Grouped && len(spec.Marks) > 0:
		c.smallClusters(spec)
	case spec.Form == Histogram:
		c.smallBins(spec)
	case spec.Form == SmallMultiples:
		c.smallPanels(spec)
	case spec.Form == HeatMap:
		c.smallHeat(spec)
	case spec.Form == Bump:
		c.smallLines(c.ranked(spec))
	default:
		c.smallRows(spec)
	}
	return c.Drawing, nil
}

// smallAxis sets the first and the last place of an axis under the plot and returns what is left above.
func (c *canvas) smallAxis(from, to string) Rect {
	plot := c.inner
	plot.H -= c.as.tick.lead
	c.across(plot.Bottom(), plot.X, plot.Right(), Stroke{Color: c.pal.Rule, Width: 1})
	base := plot.Bottom() + c.rise(c.as.tick)
	left := c.text(Point{plot.X, base}, c.shorten(from, c.as.tick, plot.W), c.as.tick, Start)
	if room := plot.Right() - left.Right() - 6*c.k; to != from && room > 0 {
		c.text(Point{plot.Right(), base}, c.shorten(to, c.as.tick, room), c.as.tick, End)
	}
	return plot
}

// smallYears draws bars over years, with the figure of the finding, or of the last bar.
func (c *canvas) smallYears(spec Spec) {
	from, to, top, told := math.Inf(1), math.Inf(-1), 0.0, -1
	for i, m := range spec.Marks {
		if m.Band() || !hasFigure(m.Value) || !(math.Abs(m.X) <= farthestYear) {
			continue
		}
		from, to, top = min(from, m.X), max(to, m.X), max(top, m.Value)
		if told < 0 || m.Emphasis || !spec.Marks[told].Emphasis {
			told = i
		}
	}
	if told < 0 || top <= 0 {
		c.nothing(c.inner)
		return
	}
	plot := c.smallAxis(yearText(from), yearText(to))
	plot.Y, plot.H = plot.Y+c.as.value.lead, plot.H-c.as.value.lead
	step := plot.W / (to - from + 1)
	for i, m := range spec.Marks {
		if m.Band() || !hasFigure(m.Value) || !(math.Abs(m.X) <= farthestYear) {
			continue
		}
		h := plot.H * max(m.Value, 0) / top
		bar := Rect{plot.X + step*(m.X-from) + 0.1*step, plot.Bottom() - h, 0.8 * step, h}
		m.Emphasis = i == told
		c.bar(bar, m)
		if i == told {
			text := figureText(spec, m)
			half := c.width(c.as.value, text) / 2
			x := hold(bar.Center().X, plot.X+half, plot.Right()-half)
			c.text(Point{x, bar.Y - 4}, text, c.as.value, Middle)
		}
	}
}

// smallRows draws the finding and the first rows: a name, a bar where bars are what the form compares, the figure.
func (c *canvas) smallRows(spec Spec) {
	row := c.as.label.lead + 8*c.k
	most := max(int(c.inner.H/row), 1)
	marks := gist(spec, most)
	if len(marks) == 0 {
		c.nothing(c.inner)
		return
	}
	top, names, figures := 0.0, 0.0, 0.0
	for _, m := range marks {
		top = max(top, partValue(m)) // of what has no value, the middle of its range
		if spec.Form == HeadToHead {
			top = max(top, headTotal(m))
		}
		names = max(names, c.width(c.as.label, smallName(spec, m)))
		figures = max(figures, c.width(c.as.value, smallFigure(spec, m)))
	}
	if spec.Percent {
		top = max(top, 100)
	}
	bars := comparesBars(spec.Form) && top > 0
	share := 0.62
	if bars {
		share = 0.4
	}
	figures = min(figures, 0.45*c.inner.W)
	names = min(names, max(share*c.inner.W, c.inner.W-figures-8-60*c.k))
	if !bars {
		names = c.inner.W - figures - 8
	}
	for i, m := range marks {
		y := c.inner.Y + row*(float64(i)+0.5)
		c.text(Point{c.inner.X, c.as.label.middle(y)}, c.shorten(smallName(spec, m), c.as.label, names), c.as.label, Start)
		figure := c.shorten(smallFigure(spec, m), c.as.value, figures)
		x := c.inner.Right()
		align := End
		if bars {
			track := Rect{c.inner.X + names + 8, y - 6*c.k, c.inner.W - names - figures - 16, 12 * c.k}
			if spec.Percent {
				c.box(track, c.pal.Band, Stroke{})
			}
			bar := track
			bar.W = track.W * hold(partValue(m)/top, 0, 1)
			c.bar(bar, m)
			x, align = bar.Right()+6, Start
			if spec.Percent {
				x = track.Right() + 6
			}
		}
		c.text(Point{x, c.as.value.middle(y)}, figure, c.as.value, align)
	}
}

// gist returns the marks that a card shows: those of the finding first in line, the rest in their order, all in the order of
// the chart.
func gist(spec Spec, most int) []Mark {
	var chosen []int
	order := make([]int, len(spec.Marks))
	for i := range order {
		order[i] = i
	}
	if drawsEvents(spec.Form) {
		slices.Reverse(order) // what happened last matters most
	}
	for _, finding := range []bool{true, false} {
		for _, i := range order {
			m := spec.Marks[i]
			if m.Emphasis == finding && len(chosen) < most && smallName(spec, m)+smallFigure(spec, m) != "" {
				chosen = append(chosen, i)
			}
		}
	}
	slices.Sort(chosen)
	var out []Mark
	for _, i := range chosen {
		out = append(out, spec.Marks[i])
	}
	return out
}

func smallName(spec Spec, m Mark) string {
	name := m.Label
	if name == "" {
		name = m.Who
	}
	if spec.Form == HeadToHead && m.Rival != "" {
		name += " – " + m.Rival
	}
	if spec.Form == Flow && m.Rival != "" {
		return flowName(spec, m)
	}
	if title := spec.seriesTitle(m); title != "" && inRows(spec.Form) {
		return strings.TrimPrefix(name+", "+title, ", ")
	}
	return name
}

func smallFigure(spec Spec, m Mark) string {
	if spec.Form == HeadToHead && hasFigure(m.Value) {
		return spec.Tr.Auto(m.Value) + "–" + spec.Tr.Auto(headCount(m.Against))
	}
	if text := markFigure(spec, m); text != "" {
		return text
	}
	if drawsEvents(spec.Form) && math.Abs(m.X) <= farthestYear {
		return strconv.Itoa(int(math.Floor(m.X))) // a whole date has no room
	}
	return m.When
}

// comparesBars reports whether the marks of a form are lengths that compare.
func comparesBars(f Form) bool {
	return f == Bars || f == BarsHorizontal || f == Funnel || f == Stacked || f == Dumbbell || f == HeadToHead || f == Grouped || f == Flow
}
