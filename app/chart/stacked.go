package chart

import (
	"cmp"
	"math"
	"slices"
)

// stackedBars is the stacked form while it is laid out: one row a bar, names left, parts end to end, totals at the ends.
type stackedBars struct {
	*canvas
	spec    Spec
	blocks  []stackSet
	colors  partColors
	names   span    // of the bars, at the left
	zone    span    // of the bars
	right   float64 // where the figures at the ends of bars end
	longest float64
	direct  bool // the parts are named over the first bar that has them, so that no legend has to
}

// stackSet is a group with its texts wrapped.
type stackSet struct {
	tableHeading
	rows []stackCells
}

// stackCells is a bar with its texts wrapped and its parts placed.
type stackCells struct {
	stackRow
	name, under  []string
	style        style
	parts        []stackPart
	bar          span // all of it, the rest included
	end, letters string
	endMark      int // the mark whose figure stands at the end of the bar; −1 where that is a sum
	heads        *partHeads
	hanging      hanging
	base         float64 // height without hanging figures and names of parts
}

// stackPart is a part of a bar.
type stackPart struct {
	mark   int
	place  span
	text   string
	inside bool // the figure stands in the part
}

// Sizes of stacked bars at text factor 1.
const (
	stackLeast = 24.0 // a row
	stackMost  = 76.0 // what it may grow to where there is room
	stackThick = 46.0 // of a bar, at most; a third more where it is alone
	stackFew   = 4.0  // fewer rows may grow more
	stackGap   = 8.0  // between rows
)

// newStacked gives groups of bars the same colours for other parts as long as the parts are named over their bars. Where they
// are not, the legend names them, and each has a colour of its own.
func newStacked(c *canvas, spec Spec, x, width float64) *stackedBars {
	s := stackedIn(c, spec, c.partColors(spec, !spec.Whole), x, width)
	if s.direct || len(spec.Groups) < 2 {
		return s
	}
	return stackedIn(c, spec, c.partColors(spec, false), x, width)
}

func stackedIn(c *canvas, spec Spec, colors partColors, x, width float64) *stackedBars {
	s := &stackedBars{canvas: c, spec: spec, colors: colors, right: x + width}
	blocks := stackBlocks(spec)
	widest, room := 0.0, 0.0
	for _, b := range blocks {
		for _, r := range b.rows {
			widest = max(widest, c.width(s.nameStyle(r), r.label), c.width(c.as.sub, r.sub))
			room = max(room, s.endWidth(r, width))
			s.longest = max(s.longest, r.length)
		}
	}
	left := width - room - rowGap
	s.names = span{x, min(widest, max(0.34*width, left-300*c.k), 0.5*width, max(left-60*c.k, 24*c.k))}
	from := x + s.names.w + rowGap
	if s.names.w == 0 {
		from = x
	}
	s.zone = span{from, max(x+width-room-from, 10)}
	for _, b := range blocks {
		set := stackSet{tableHeading: c.heading(b.Group, width)}
		for _, r := range b.rows {
			set.rows = append(set.rows, s.cells(r))
		}
		s.blocks = append(s.blocks, set)
	}
	s.nameParts(s.right)
	return s
}

// endWidth is the room right of the bars that the figure at the end of r may take.
func (s *stackedBars) endWidth(r stackRow, width float64) float64 {
	text, letters := r.total(s.spec)
	if text == "" && len(r.parts) > 0 && !s.spec.Percent {
		last := s.spec.Marks[r.parts[len(r.parts)-1]]
		text, letters = stackFigure(s.spec, last), last.Letters
	}
	if text == "" {
		return 0
	}
	return min(s.width(s.as.value, text)+s.lettersWidth(letters)+rowGap, 0.35*width)
}

func (s *stackedBars) nameStyle(r stackRow) style {
	if r.strong {
		return s.as.strong
	}
	return s.as.label
}

// cells wraps the texts of a bar and gives its parts and figures their places.
func (s *stackedBars) cells(r stackRow) stackCells {
	cells := stackCells{stackRow: r, style: s.nameStyle(r), endMark: -1}
	cells.name = s.wrap(r.label, cells.style, s.names.w, tableLines)
	cells.under = s.wrap(r.sub, s.as.sub, s.names.w, 3)
	cells.end, cells.letters = r.total(s.spec)
	if cells.end != "" {
		cells.endMark = r.whole
	}
	cells.bar = span{s.zone.x, s.along(r.length)}
	x := s.zone.x
	var out []hungFigure
	for k, i := range r.parts {
		m := s.spec.Marks[i]
		p := stackPart{mark: i, place: span{x, s.along(partValue(m))}, text: stackFigure(s.spec, m)}
		x = p.place.right()
		p.inside = s.fitsInside(p, m)
		switch last := k == len(r.parts)-1; {
		case p.inside || p.text == "":
		case last && cells.end == "" && !s.spec.Percent && r.rest(s.spec) == 0:
			cells.end, cells.letters, cells.endMark = p.text, m.Letters, i
		default:
			out = append(out, hungFigure{
				p.place.x + p.place.w/2, s.shorten(p.text, s.as.value, 0.6*s.zone.w), m.Letters, s.spec.seriesTitle(m), func(r Rect) { s.part(r, m) },
			})
		}
		cells.parts = append(cells.parts, p)
	}
	const hair = 0.5
	cells.end = s.shorten(cells.end, s.as.value, max(s.right-cells.bar.right()-rowGap-s.lettersWidth(cells.letters)+hair, s.as.value.size))
	cells.hanging = s.hang(out, s.zone.x, max(s.zone.right(), s.zone.x+1), false)
	lines := float64(len(cells.name))*cells.style.lead + float64(len(cells.under))*s.as.sub.lead
	cells.base = max(lines, stackLeast*s.k) + stackGap*s.k
	return cells
}

// along is how far a value goes along the bars.
func (s *stackedBars) along(v float64) float64 {
	if s.longest <= 0 {
		return 0
	}
	return s.zone.w * hold(v/s.longest, 0, 1)
}

// least is the height of a row.
func (r stackCells) least(c *canvas) float64 { return r.base + r.hanging.height(c) + r.heads.height(c) }

func leastStacked(c *canvas, spec Spec, width float64) float64 {
	h, _ := newStacked(c, spec, 0, width).least()
	return h
}

func (s *stackedBars) least() (h float64, rows int) {
	for _, b := range s.blocks {
		h += b.h + tableGap*s.k
		for _, r := range b.rows {
			h += r.least(s.canvas)
			rows++
		}
	}
	return h, rows
}

func layStacked(c *canvas, spec Spec, area Rect) {
	s := newStacked(c, spec, area.X, area.W)
	h, rows := s.least()
	few := hold(stackFew/float64(max(rows, 1)), 1, stackFew)
	more := c.roomier(h, area.H, rows, (stackMost-stackLeast)*few)
	y, track := area.Y, 0
	for _, b := range s.blocks {
		y = c.drawHeading(b.tableHeading, area.X, y, area.W)
		for _, r := range b.rows {
			row := Rect{area.X, y, area.W, r.least(c) + more}
			s.row(r, row, track)
			y, track = row.Bottom(), track+1
		}
		y += tableGap * c.k
	}
	slices.SortStableFunc(c.Hits, func(a, b Hit) int { return cmp.Compare(a.Mark, b.Mark) })
}

// thickest is the most that a bar may have of the height of its row.
func (s *stackedBars) thickest() float64 {
	if len(s.blocks) == 1 && len(s.blocks[0].rows) == 1 {
		return stackThick * s.k * 4 / 3
	}
	return stackThick * s.k
}

// row draws a bar with its name, its figures and the names of its parts.
func (s *stackedBars) row(r stackCells, row Rect, track int) {
	over := r.heads.height(s.canvas)
	base := Rect{row.X, row.Y + over, row.W, row.H - over - r.hanging.height(s.canvas)}
	thick := math.Round(min(base.H-stackGap*s.k, max(0.64*base.H, stackLeast*s.k), s.thickest()))
	y := math.Round(base.Center().Y - thick/2)
	bar := Rect{r.bar.x, y, r.bar.w, thick}
	s.parts(r, bar)
	if r.heads != nil {
		s.setHeads(*r.heads, bar.Y)
	}
	end := Point{r.bar.right() + rowGap*0.75, s.as.value.middle(bar.Center().Y)}
	box := s.figureWithin(end, r.end, r.letters, s.as.value, s.inner.Right())
	s.setHanging(r.hanging, bar.Bottom(), s.inner.Right())
	right := s.names.x + s.names.w
	top := bar.Center().Y - (float64(len(r.name))*r.style.lead+float64(len(r.under))*s.as.sub.lead)/2
	s.lines(right, s.lines(right, top, r.name, r.style, End), r.under, s.as.sub, End)
	for _, p := range r.parts {
		at := Rect{p.place.x, bar.Y, p.place.w, bar.H}
		s.hit(p.mark, track, at, Rect{at.X, row.Y, at.W, row.H})
	}
	if r.whole >= 0 {
		s.hit(r.whole, track, union(box, Rect{r.bar.right(), bar.Y, 1, bar.H}), Rect{r.bar.right(), row.Y, max(row.Right()-r.bar.right(), 0), row.H})
	}
}
