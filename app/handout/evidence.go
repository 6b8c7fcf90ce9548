package handout

import (
	"errors"
	"slices"
	"strings"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// designWidth is the width at which charts are laid out, in logical pixels: scaled to the width of the text, their letters are
// then 8 to 9 points high. A chart of many rows may get as wide as mostWidth, and its letters as much smaller, to stay on the page
// of its title.
const (
	designWidth = 700.0
	mostWidth   = 790.0
	widthStep   = 30.0
)

// evidence is a dataset ready for its page. Charts and lists are kept between rounds.
type evidence struct {
	ds       *dataset.Dataset
	view     dataset.View
	notes    words.Text
	title    string // of a chart that somebody added, in the place of the finding of the package; "" for others
	plain    string // title of the chart as the package has it
	spec     chart.Spec
	rows     []dataset.Row
	inline   bool                  // every row on the page names its source
	letters  []string              // of caveats, where the chart leaves them to the list below it
	wide     float64               // of the chart in logical pixels
	least    map[float64]float64   // how low the chart can be, by how wide it is
	drawings map[int]chart.Drawing // by height
	lists    map[listKey]column
	entries  map[listKey][]piece // of the lists of sources
	blocks   map[float64][]piece // where sources disagree, by size
	pages    map[setting][]*page
}

// listKey tells apart the ways in which a list of an evidence page is set.
type listKey struct {
	sources, compact bool
	size             float64
	named            named
}

// named are the pages that an evidence page names, 0 for none.
type named struct{ sources, contradictions int }

func (b *builder) named() named {
	n := named{sources: b.pageOf(sectionSources)}
	if b.has(sectionContradictions) {
		n.contradictions = b.pageOf(sectionContradictions)
	}
	return n
}

// setting is what the pages of an evidence depend on: the pages that they name, and how much they spare at their foot.
type setting struct {
	named
	spared float64
}

func (b *builder) setting() setting { return setting{b.named(), b.spared} }

// has reports whether a section is in.
func (b *builder) has(id string) bool {
	return slices.ContainsFunc(b.sections, func(s Section) bool { return s.ID == id })
}

// list sets a list, or takes it as it was set before.
func (e *evidence) list(k listKey, set func() column) column {
	if c, ok := e.lists[k]; ok {
		return c
	}
	c := set()
	e.lists[k] = c
	return c
}

func (b *builder) evidence(ds *dataset.Dataset) (*evidence, error) {
	return b.evidenceOf(ds.ID, ds, dataset.Lens{})
}

// evidenceOf is what a dataset says to a question, kept under a key.
func (b *builder) evidenceOf(key string, ds *dataset.Dataset, q dataset.Lens) (*evidence, error) {
	if e := b.evidences[key]; e != nil {
		return e, nil
	}
	asked, plain, err := b.asked(ds, q)
	if err != nil {
		return nil, err
	}
	ds, spec, rows := asked.Answer.Data, asked.Spec, asked.Rows
	e := &evidence{
		ds: ds, view: asked.Answer.View, notes: asked.Answer.Notes, plain: plain, spec: spec, rows: rows, wide: designWidth, inline: inline(ds, spec, rows),
		least: map[float64]float64{}, drawings: map[int]chart.Drawing{}, lists: map[listKey]column{}, entries: map[listKey][]piece{}, blocks: map[float64][]piece{}, pages: map[setting][]*page{},
	}
	b.evidences[key] = e
	return e, nil
}

// inline reports whether a table prints its rows one by one, each with its source.
func inline(ds *dataset.Dataset, spec chart.Spec, rows []dataset.Row) bool {
	return ds.Role == dataset.RoleTimeline || spec.Form == chart.Table && len(dataset.Sources(rows)) > 1
}

// chartFrame is how a chart stands on paper: title, caveats, notes and sources are set by the page.
func (b *builder) chartFrame(e *evidence, height float64) chart.Frame {
	return chart.Frame{W: e.wide, H: height, Palette: b.styles.palette, Apart: true, Least: smallest / b.scale(e)}
}

// leastHeight is how low the chart can be in logical pixels.
func (b *builder) leastHeight(e *evidence) float64 {
	h, ok := e.least[e.wide]
	if !ok {
		h = chart.MinHeight(e.spec, b.chartFrame(e, 0))
		e.least[e.wide] = h
	}
	return h
}

// widen makes a chart wider in logical pixels, up to most, that does not fit into room otherwise.
func (b *builder) widen(e *evidence, room, most float64) {
	for e.wide = designWidth; e.wide <= most; e.wide += widthStep {
		if b.leastHeight(e)*b.scale(e) <= room {
			return
		}
	}
	e.wide = designWidth
}

// drawing lays the chart out at a height in logical pixels.
func (b *builder) drawing(e *evidence, height float64) (chart.Drawing, error) {
	key := int(height)
	if d, ok := e.drawings[key]; ok {
		return d, nil
	}
	d, err := chart.Lay(e.spec, b.chartFrame(e, float64(key)))
	if err == nil {
		e.drawings[key] = d
	}
	return d, err
}

// data is the evidence page of a dataset: finding, chart, caveats, sources, and where sources disagree. The chart gives
// way within limits so that as much as possible stands on one page; the rest follows on the next.
func (b *builder) data(ds *dataset.Dataset) ([]*page, error) {
	e, err := b.evidence(ds)
	if err != nil {
		return nil, err
	}
	return b.evidencePages(e)
}

// evidencePages are the pages of a chart with all that goes with it.
func (b *builder) evidencePages(e *evidence) ([]*page, error) {
	as := b.setting()
	if pages := e.pages[as]; pages != nil {
		return pages, nil
	}
	if e.spec.Form == chart.Table {
		e.pages[as] = b.printedPages(e)
		return e.pages[as], nil
	}
	f := b.flow()
	top, own := b.opening(e), b.ownNear(e)
	room := f.room() - height(top) - listGap
	if len(own) > 0 {
		room -= own[0].gap + height(own)
	}
	p := b.plan(e, room)
	picture, err := b.picture(e, p.height)
	if err != nil {
		return nil, err
	}
	f.add(append(top, append(picture, own...)...)...)
	switch {
	case p.apart:
		f.add(b.ending(e, f.room())...)
		f.turn()
		f.add(b.notesTitle(e)...)
	case len(p.beware.ps)+len(p.sources.ps) > 0:
		f.add(b.separator(14, 14))
	}
	b.addLists(f, e, p)
	e.pages[as] = f.pages
	return f.pages, nil
}

// addLists sets the lists of a plan where the page is at, below them the person's notes where they are many, and where sources
// disagree.
func (b *builder) addLists(f *flow, e *evidence, p plan) {
	if p.left != nil || p.right != nil {
		y := f.y
		f.y = max(f.stack(p.left, f.sheet.left, y), f.stack(p.right, f.sheet.second(), y))
	} else {
		f.columns(0, p.beware, p.sources)
	}
	b.addOwn(f, e)
	b.addDisputes(f, e, p.size)
}

// scale is how much of a point a logical pixel of a chart is.
func (b *builder) scale(e *evidence) float64 { return b.sheet.width() / e.wide }

// picture is the chart, or a sentence where nobody says where its figures come from: such a chart is not drawn.
func (b *builder) picture(e *evidence, h float64) ([]piece, error) {
	d, err := b.drawing(e, h)
	if errors.Is(err, chart.ErrSource) {
		return paragraph(b.styles.quiet, b.t("handout.evidence.no_source"), b.sheet.width()), nil
	}
	if err != nil {
		return nil, err
	}
	scale := min(b.scale(e), b.pageHeight()/d.H) // never higher than a page
	return []piece{{h: d.H * scale, draw: func(p *page, x, y float64) {
		p.put(figure{drawing: d, x: x, y: y, scale: scale})
		for _, s := range dataset.Sources(e.rows) {
			if names(d, b.short(s)) {
				p.put(cite{s})
			}
		}
	}}}, nil
}

// names reports whether a text stands in a chart.
func names(d chart.Drawing, text string) bool {
	return slices.ContainsFunc(d.Shapes, func(s chart.Shape2D) bool {
		l, ok := s.(chart.Label)
		return ok && strings.Contains(l.Text, text)
	})
}

// opening is what stands above the chart: the finding in sentences, and what is drawn.
func (b *builder) opening(e *evidence) []piece {
	return append(b.finding(e), b.drawn(e)...)
}

// finding is what a dataset shows, in sentences under a title.
func (b *builder) finding(e *evidence) []piece {
	st := b.styles
	w := b.sheet.width()
	finding := firstOf(e.title, b.text(e.ds.Finding), b.text(e.ds.Title))
	sentence := b.text(e.ds.Headline)
	if l := b.text(e.ds.Lead); l != "" {
		sentence += " " + l
	}
	if e.title != "" { // what the package says is of its own chart
		sentence = strings.TrimSpace(chart.Headline(e.spec).Text + " " + b.text(e.notes))
	}
	ps := headline(st.title, finding, w)
	return lead(append(ps, spaced(7, glue(paragraph(st.lead, sentence, w)))...))
}

// drawn says what the chart draws. What was asked stands in the chart itself, but where rows are printed.
func (b *builder) drawn(e *evidence) []piece {
	st := b.styles
	w := b.sheet.width()
	title := paragraph(st.chartTitle, e.spec.Title, w)
	title = append(title, spaced(1, paragraph(st.chartSubtitle, e.spec.Subtitle, w))...)
	if e.spec.Form == chart.Table {
		title = append(title, b.question(e)...)
	}
	return lead(append(spaced(15, title), space(9)))
}

// question says what was asked; nothing where nothing was.
func (b *builder) question(e *evidence) []piece {
	if e.spec.Asked == "" {
		return nil
	}
	text := b.t("chart.asked", words.Args{"Asked": e.spec.Asked})
	return spaced(1, paragraph(b.styles.chartSubtitle.with(render.Semibold), text, b.sheet.width()))
}
