package chart

import (
	"sort"
	"strings"

	"doublefix/app/words"
)

// block is a part of the drawing that is measured before it is placed.
type block struct {
	height float64
	lay    func(x, top float64)
}

// Distances between the parts of a chart, as multiples of 4 px.
const (
	gapPlot   = 16 // between header and plot
	gapLegend = 16 // between plot and legend
	gapNotes  = 8  // between legend, notes and source
)

// header is the title, the quiet line under it, what was asked, and the space to the plot. What was asked goes with the figures
// also where a page sets the title itself.
func (c *canvas) header(spec Spec, frame Frame, width float64) block {
	var title, sub, asked []string
	if frame.Title {
		title = c.wrap(spec.Title, c.as.title, width, 0)
		sub = c.wrap(spec.Subtitle, c.as.subtitle, width, 0)
	}
	if spec.Asked != "" {
		asked = c.wrap(c.tr.T("chart.asked", words.Args{"Asked": spec.Asked}), c.as.asked, width, 0)
	}
	if len(title)+len(sub)+len(asked) == 0 {
		return block{0, func(float64, float64) {}}
	}
	height := float64(len(title))*c.as.title.lead + float64(len(sub))*c.as.subtitle.lead + float64(len(asked))*c.as.asked.lead + gapPlot
	return block{height, func(x, top float64) {
		top = c.lines(x, top, title, c.as.title, Start)
		top = c.lines(x, top, sub, c.as.subtitle, Start)
		c.lines(x, top, asked, c.as.asked, Start)
	}}
}

// footer is what stands under the plot: legend, lettered caveats, source.
func (c *canvas) footer(spec Spec, frame Frame, f form, width float64) block {
	var parts []block
	if anyToDraw(spec) {
		parts = append(parts, c.legend(f.keys(c, spec), width))
	}
	if frame.Notes {
		parts = append(parts, c.notes(spec.Notes, width, !frame.Source))
	}
	if !frame.Apart {
		parts = append(parts, c.ownNotes(spec, width, !frame.Source))
	}
	if frame.Source {
		parts = append(parts, c.source(spec, frame, width))
	}
	return stacked(parts)
}

// stacked puts blocks under each other, with a gap above each; empty ones take no room.
func stacked(parts []block) block {
	height, gap := 0.0, float64(gapLegend)
	var tops []float64
	for _, p := range parts {
		if p.height > 0 {
			height += gap
			gap = gapNotes
		}
		tops = append(tops, height)
		height += p.height
	}
	return block{height, func(x, top float64) {
		for i, p := range parts {
			if p.height > 0 {
				p.lay(x, top+tops[i])
			}
		}
	}}
}

// source is the line that says who says so.
func (c *canvas) source(spec Spec, frame Frame, width float64) block {
	lines := c.sourceLines(spec, frame.Cited, width)
	return block{float64(len(lines)) * c.as.source.lead, func(x, top float64) {
		c.lines(x, top, lines, c.as.source, Start)
	}}
}

// mostSourceLines is how high the source line may get before the sources at its end are only counted.
const mostSourceLines = 2

// sourceLines names the sources, or as many of the first as have room and how many more there are: the file of the chart names all
// of them in its description.
func (c *canvas) sourceLines(spec Spec, all bool, width float64) []string {
	lines := c.wrap(spec.Tr.T("chart.source", words.Args{"Source": spec.Source}), c.as.source, width, 0)
	cited := strings.Split(spec.Source, "; ")
	if all || len(lines) <= mostSourceLines || len(cited) < 2 {
		return lines
	}
	named := func(n int) []string {
		args := words.Args{"Source": strings.Join(cited[:n], "; ")}
		return c.wrap(spec.Tr.N("chart.source.more", len(cited)-n, args), c.as.source, width, 0)
	}
	over := sort.Search(len(cited)-1, func(n int) bool { return len(named(n+1)) > mostSourceLines })
	return named(max(over, 1))
}
