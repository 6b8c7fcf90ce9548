package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"doublefix/app/dataset"
)

// flowPlot is the flow form while it is laid out: names at both sides, a bar for each of them, and bands between the bars.
type flowPlot struct {
	*canvas
	spec  Spec
	bands []flowBand
	nodes [2][]flowNode // at the left and at the right, from the top down
	names [2]span
	zone  span // between the bars
	heads [2][]string
	foot  []string // the sum of all, and how many figures have no room at their bands
	all   float64  // the breadth of all bands
	unit  float64  // pixels for one of what is counted
}

// flowBand is a mark that goes from a name to another.
type flowBand struct {
	mark   int
	value  float64 // 0 for a figure without a breadth: zero, below zero, words
	ends   [2]int  // the nodes, as places in their columns
	tops   [2]float64
	thick  float64
	step   int    // which of the colours it has
	figure string // "" where it has no room in the band
	at     Point
}

// flowNode is a name with the bands that begin or end there.
type flowNode struct {
	name    string
	lines   []string
	style   style
	bands   []int // from the top down
	value   float64
	sum     string
	letters string // of the bands whose figures stand here
	inline  bool   // the sum stands beside the name
	bar     Rect
}

// Sizes of the flow form at text factor 1.
const (
	flowBarWide  = 8.0
	flowGap      = 8.0   // between a name and its bar
	flowBetween  = 8.0   // between the names of a column
	flowMostGap  = 40.0  // and at most
	flowLeast    = 150.0 // how broad all bands are together, at least
	flowMost     = 420.0 // and at most
	flowAir      = 3.0   // over and under a figure in its band
	flowSteps    = 3     // tints that tell bands apart
	flowInline   = 6     // with more names than that in a column sums stand beside them
	flowThinnest = 1.0   // of a band, in pixels
)

// flows reports whether a mark has something to draw a band for.
func flows(m Mark) bool {
	return hasFigure(m.Value) || hasFigure(m.Low) || hasFigure(m.High) || m.Written != ""
}

func newFlow(c *canvas, spec Spec, x, width float64) *flowPlot {
	p := &flowPlot{canvas: c, spec: spec}
	places := [2]map[string]int{{}, {}}
	for i, m := range spec.Marks {
		if !flows(m) {
			continue
		}
		b := flowBand{mark: i, value: partValue(m)}
		for side, name := range [2]string{m.Label, m.Rival} {
			at, ok := places[side][name]
			if !ok {
				at = len(p.nodes[side])
				places[side][name] = at
				p.nodes[side] = append(p.nodes[side], flowNode{name: name, style: c.as.label})
			}
			n := &p.nodes[side][at]
			n.bands, n.value = append(n.bands, len(p.bands)), n.value+b.value
			if m.Emphasis {
				n.style = c.as.strong
			}
			b.ends[side] = at
		}
		p.all += b.value
		p.bands = append(p.bands, b)
	}
	p.order()
	for side := range p.nodes {
		for i := range p.nodes[side] {
			n := &p.nodes[side][i]
			n.sum = p.sumOf(n.bands)
		}
	}
	p.columns(x, width)
	return p
}

// order puts the names at the left by size, those at the right under each other as most of theirs comes from, and by size where
// that is the same, and the bands of a name as their other ends stand, so that few of them cross.
func (p *flowPlot) order() {
	bySize := func(a, b flowNode) int { return cmp.Compare(b.value, a.value) }
	p.sort(0, bySize)
	from := func(n flowNode) int {
		main, most := 0, -1.0
		sums := map[int]float64{}
		for _, k := range n.bands {
			at := p.bands[k].ends[0]
			sums[at] += p.bands[k].value
			if s := sums[at]; s > most || s == most && at < main {
				main, most = at, s
			}
		}
		return main
	}
	p.sort(1, func(a, b flowNode) int { return cmp.Or(cmp.Compare(from(a), from(b)), bySize(a, b)) })
	for side := range p.nodes {
		for _, n := range p.nodes[side] {
			slices.SortStableFunc(n.bands, func(a, b int) int {
				return cmp.Compare(p.bands[a].ends[1-side], p.bands[b].ends[1-side])
			})
		}
	}
	step := 0
	for _, n := range p.nodes[0] {
		for _, k := range n.bands {
			p.bands[k].step = step % flowSteps
			step++
		}
	}
}

// sort orders the names of a side and tells the bands where their ends are now.
func (p *flowPlot) sort(side int, by func(a, b flowNode) int) {
	slices.SortStableFunc(p.nodes[side], by)
	for i, n := range p.nodes[side] {
		for _, k := range n.bands {
			p.bands[k].ends[side] = i
		}
	}
}

// sumOf writes what bands add up to: one as its figure is written, of several the sum where all have a number.
func (p *flowPlot) sumOf(bands []int) string {
	return flowSum(p.spec, func(yield func(Mark) bool) {
		for _, k := range bands {
			if !yield(p.spec.Marks[p.bands[k].mark]) {
				return
			}
		}
	})
}

func flowSum(spec Spec, marks func(func(Mark) bool)) string {
	sum, count, about, only := 0.0, 0, false, Mark{}
	for m := range marks {
		sum, count, only = sum+m.Value, count+1, m
		about = about || m.Status == Derived || strings.HasPrefix(m.Written, "≈") || m.Doubtful
	}
	switch {
	case count == 1:
		return stackFigure(spec, only)
	case count == 0 || !hasFigure(sum):
		return ""
	}
	const cents = 100
	text := amount(spec, math.Round(sum*cents)/cents)
	if about {
		return dataset.Derived(text)
	}
	return text
}

// columns gives names and bands their widths: names what they need up to a part of the width, more where a word is longer.
func (p *flowPlot) columns(x, width float64) {
	const share, most, hair = 0.27, 0.36, 0.5
	var widths [2]float64
	for side := range p.nodes {
		inline := len(p.nodes[side]) > flowInline
		wants, word := 0.0, 0.0
		for i := range p.nodes[side] {
			n := &p.nodes[side][i]
			w, sum := p.width(n.style, n.name), p.width(p.as.value, n.sum)+p.lettersWidth(p.lettersOf(n.bands))
			n.inline = inline
			if inline {
				w += sum + flowGap*p.k
			}
			wants = max(wants, w, sum)
			word = max(word, sum)
			for _, s := range splitWords(n.name) {
				word = max(word, p.width(n.style, s))
			}
		}
		widths[side] = min(wants+hair, max(share*width, min(word+hair, most*width)))
	}
	off := (flowGap + flowBarWide) * p.k
	p.names = [2]span{{x, widths[0]}, {x + width - widths[1], widths[1]}}
	p.zone = span{x + widths[0] + off, max(width-widths[0]-widths[1]-2*off, 10)}
	for side := range p.nodes {
		for i := range p.nodes[side] {
			n := &p.nodes[side][i]
			n.lines = p.wrap(n.name, n.style, widths[side], tableLines)
			sum := p.width(p.as.value, n.sum) + p.lettersWidth(p.lettersOf(n.bands)) + flowGap*p.k
			n.inline = n.inline && len(n.lines) == 1 && p.width(n.style, n.lines[0])+sum <= widths[side]+hair
		}
		if side < len(p.spec.Columns) {
			p.heads[side] = p.wrap(p.spec.Columns[side], p.as.head, width/2-flowGap*p.k, 2)
		}
	}
	p.foot = p.footer(len(p.bands), width)
}

// lettersOf are the letters of the caveats of bands, each once, in the order of the notes.
func (p *flowPlot) lettersOf(bands []int) string {
	var all []string
	for _, k := range bands {
		if letters := p.spec.Marks[p.bands[k].mark].Letters; letters != "" {
			all = append(all, strings.Split(letters, ",")...)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return strings.Join(slices.Compact(all), ",")
}
