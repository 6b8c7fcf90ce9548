package handout

import (
	"doublefix/app/chart"
	"doublefix/app/words"
)

// heights are those of a chart in logical pixels: as low as it may get to make room, as it is best, as high as it may grow
// into free space. Forms made of rows have the height of their rows.
type heights struct{ low, best, high float64 }

// heightsOf are the heights of a chart of a form that needs least, and that takes its share of the page at share.
func heightsOf(f chart.Form, least, share float64) heights {
	h := heights{share, max(420, share), max(500, share)}
	switch f {
	case chart.Claims, chart.Ranges, chart.Stacked, chart.Dumbbell, chart.HeadToHead:
		h = heights{0, share, max(1.25*least, share)}
	case chart.BarsHorizontal:
		h = heights{0, share, max(1.2*least, share)}
	case chart.Timeline, chart.Calendar, chart.Table: // as high as what is in them
		h = heights{0, 0, 1.1 * least}
	case chart.Bars, chart.Lines, chart.Slope, chart.Funnel:
	}
	return heights{max(least, h.low), max(least, h.best), max(least, h.high)}
}

// leastShare is how much of its page a chart takes at least, where its form can be as high as it likes.
const leastShare = 0.25

// share is the height at which a chart takes that much of the page, in logical pixels.
func (b *builder) share(e *evidence) float64 {
	return leastShare * b.sheet.w * b.sheet.h / b.sheet.width() / b.scale(e)
}

// plan is what stands on the first page of a dataset besides its chart, and how high the chart is.
type plan struct {
	compact bool    // sources in short
	dispute bool    // where sources disagree, too
	size    float64 // of the type of the lists
	running bool    // a list goes on in the other column
	apart   bool    // the chart has the page to itself, the lists follow on the next

	beware, sources column
	left, right     []piece // the lists as they stand in two columns; nil where they do not fit
	height          float64
}

// plans are tried in this order: as much on one page as can be, each list in a column of its own if that can be, in type
// as large as can be.
func plans() []plan {
	var out []plan
	for _, dispute := range [...]bool{true, false} {
		for _, running := range [...]bool{false, true} {
			for _, size := range [...]float64{1, closeType, closest} {
				for _, compact := range [...]bool{false, true} {
					out = append(out, plan{dispute: dispute, running: running, size: size, compact: compact})
				}
			}
		}
	}
	for _, dispute := range [...]bool{true, false} {
		out = append(out, plan{dispute: dispute, running: true, size: tightest, compact: true})
	}
	return out
}

// The sizes of lists that would not fit otherwise: 9.3, 8.8 and 8.4 points.
const closeType, closest, tightest = 0.92, 0.87, 0.83

// plan chooses the first plan that room has a place for. Where none fits, the lists go on on the next page, or begin there.
func (b *builder) plan(e *evidence, room float64) plan {
	b.widen(e, room+listGap, mostWidth)
	h := heightsOf(e.spec.Form, b.leastHeight(e), b.share(e))
	if p, spare, ok := b.fitting(e, room-h.low*b.scale(e)); ok {
		p.height = min(h.low+spare/b.scale(e), h.high)
		return p
	}
	p := b.arrange(e, plan{compact: true, size: 1, height: h.best}, 0)
	if room-h.best*b.scale(e) < leastLists {
		p = b.planApart(e)
		p.height = max(h.low, min((room+listGap-height(b.apart(e))-apartGap)/b.scale(e), h.high))
	}
	return p
}

// fitting is the first plan whose lists have a place in room, and how much of it they leave.
func (b *builder) fitting(e *evidence, room float64) (p plan, spare float64, ok bool) {
	for _, p := range plans() {
		below := room
		switch dispute := b.disputeHeight(e, p.size); {
		case p.dispute:
			below -= dispute
		case dispute == 0: // tried already
			continue
		}
		if p = b.arrange(e, p, below); p.left != nil || p.right != nil || len(p.beware.ps)+len(p.sources.ps) == 0 && below >= 0 {
			return p, below - max(height(p.left), height(p.right)), true
		}
	}
	return plan{}, 0, false
}

// planApart plans the lists for a page of their own.
func (b *builder) planApart(e *evidence) plan {
	p, _, ok := b.fitting(e, b.pageHeight()-height(b.notesTitle(e)))
	if !ok {
		p = b.arrange(e, plan{compact: true, size: 1}, 0)
	}
	p.apart = true
	return p
}

// arrange sets the lists of a plan, in columns where room has a place for them.
func (b *builder) arrange(e *evidence, p plan, room float64) plan {
	k := listKey{sources: true, compact: p.compact, size: p.size, named: b.named()}
	if !p.compact {
		k.named.sources = 0
	}
	p.beware = e.list(listKey{size: p.size}, func() column { return b.beware(e, p.size) })
	p.sources = e.list(k, func() column { return b.cites(e, p.compact, p.size) })
	p.left, p.right = p.beware.all(), p.sources.all()
	if p.running {
		p.left, p.right = running(p.beware, p.sources)
	}
	if max(height(p.left), height(p.right)) > room {
		p.left, p.right = nil, nil
	}
	return p
}

// running sets two lists in two columns one after the other: the longer one goes on in the second column, under a heading
// that says so. No entry stands there alone before the other list begins.
func running(first, second column) (left, right []piece) {
	const listBreak, leastEntries = 16, 2
	left, right = first.all(), second.all()
	long, best := second, max(height(left), height(right))
	if height(first.ps) > height(second.ps) {
		long = first
	}
	for k := 1; k < len(long.ps); k++ {
		if long.ps[k-1].keep || entries(long.ps[k:]) < leastEntries {
			continue
		}
		begun, rest := column{long.head, nil, long.ps[:k]}.all(), column{long.more, nil, long.ps[k:]}.all()
		l, r := append(first.all(), spaced(listBreak, begun)...), rest
		if len(first.ps) == 0 {
			l = begun
		}
		if height(first.ps) > height(second.ps) {
			l, r = begun, append(rest, spaced(listBreak, second.all())...)
		}
		if h := max(height(l), height(r)); h < best {
			left, right, best = l, r, h
		}
	}
	return left, right
}

// entries counts the entries of a list, which have space above them.
func entries(ps []piece) int {
	n := 0
	for _, p := range ps {
		if p.gap > 0 {
			n++
		}
	}
	return n
}

// apart closes the page of a chart whose lists stand on the next.
func (b *builder) apart(e *evidence) []piece {
	return spaced(apartGap, b.closing(e, b.styles.small, b.sheet.width(), b.t("handout.evidence.next_page")))
}

// ending is as much of that as room has a place for.
func (b *builder) ending(e *evidence, room float64) []piece {
	sentence := paragraph(b.styles.small, b.t("handout.evidence.next_page"), b.sheet.width())
	for _, ps := range [...][]piece{b.apart(e), spaced(apartGap, sentence)} {
		if height(ps)+apartGap <= room {
			return ps
		}
	}
	return nil
}

// notesTitle heads the page of the lists of such a chart.
func (b *builder) notesTitle(e *evidence) []piece {
	title := b.t("handout.evidence.notes", words.Args{"Title": b.text(e.ds.Title)})
	return append(headline(b.styles.title, title, b.sheet.width()), space(12))
}

const (
	listGap    = 28.0  // the space of the line over the lists
	apartGap   = 12.0  // between a chart and the sentence that closes its page
	leastLists = 220.0 // the room below a chart that is worth beginning the lists in
)
