package handout

import (
	"math"
	"slices"
	"strconv"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

const (
	leastScale = 0.624 // of a chart of events: points to a logical pixel, below which its names are too small

	yearColumn = 46.0 // the year, left of what happened in it
	eventGap   = 7.5
)

func (b *builder) timeline(ds *dataset.Dataset) ([]*page, error) {
	e, err := b.evidence(ds)
	if err != nil {
		return nil, err
	}
	return b.timelinePages(e)
}

// timelinePages are what happened, year by year: the chart where it fits below the title, then a list that is read, then what to
// beware of and the sources.
func (b *builder) timelinePages(e *evidence) ([]*page, error) {
	as := b.setting()
	if pages := e.pages[as]; pages != nil {
		return pages, nil
	}
	e.unletter()
	f := b.flow()
	f.add(b.finding(e)...)
	drawn := b.drawn(e)
	room := f.room() - drawn[0].gap - height(drawn)
	b.widen(e, room, b.sheet.width()/leastScale)
	if least, high := b.leastHeight(e), room/b.scale(e); e.ofEvents() && least <= high {
		picture, err := b.picture(e, min(high, 1.1*least))
		if err != nil {
			return nil, err
		}
		f.add(append(drawn, picture...)...)
	} else {
		f.add(spaced(8, b.question(e))...)
	}
	w := b.sheet.width()
	title := firstOf(e.title, b.text(e.ds.Title))
	more := append(headline(b.styles.heading, b.t("handout.continued", words.Args{"Title": title}), w), space(6))
	list := lead(spaced(18, paragraph(b.styles.heading, b.t("handout.timeline.list"), w)))
	f.run(append(list, b.events(e)...), more)
	f.add(b.ownNear(e)...)
	b.lists(f, e)
	e.pages[as] = f.pages
	return f.pages, nil
}

// ofEvents reports whether the chart shows what happened when; a list says the rest.
func (e *evidence) ofEvents() bool {
	return e.spec.Form == chart.Timeline || e.spec.Form == chart.Calendar
}

// unletter takes the letters of caveats from the chart, where they would be too small to read, and keeps them for the list.
func (e *evidence) unletter() {
	if e.letters != nil {
		return
	}
	e.letters, e.spec.Marks = make([]string, len(e.spec.Marks)), slices.Clone(e.spec.Marks)
	for i := range e.spec.Marks {
		e.letters[i], e.spec.Marks[i].Letters = e.spec.Marks[i].Letters, ""
	}
}

// events are the entries of the list, each year under a line of its own.
func (b *builder) events(e *evidence) []piece {
	order := make([]int, len(e.spec.Marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return compareDays(e.spec.Marks[x].X, e.spec.Marks[y].X) })
	var ps []piece
	last := ""
	for _, i := range order {
		year := ""
		if x := e.spec.Marks[i].X; !math.IsNaN(x) {
			year = strconv.Itoa(int(math.Floor(x)))
		}
		entry := b.event(e, i)
		if len(entry) == 0 {
			continue // nothing is said of it
		}
		if year != last {
			entry = b.yearly(year, entry)
		}
		last = year
		ps = append(ps, entry...)
	}
	return ps
}

// compareDays orders by time; what has none comes last.
func compareDays(x, y float64) int {
	switch {
	case x < y || math.IsNaN(y) && !math.IsNaN(x):
		return -1
	case y < x || math.IsNaN(x) && !math.IsNaN(y):
		return 1
	}
	return 0
}

// yearly sets the year beside the first event of it, under a line over the whole width.
func (b *builder) yearly(year string, entry []piece) []piece {
	st := b.styles
	first := entry[0].draw
	entry[0].draw = func(p *page, x, y float64) {
		p.rule(x, x+b.sheet.width(), y-eventGap/2, 0.6, st.palette.Rule)
		p.text(st.letter, x, st.subheading.baseline(y), year, chart.Start)
		first(p, x, y)
	}
	return spaced(eventGap+3, entry)
}

// event is an entry: what happened with the letters of its caveats, when, where and of what kind, the detail, the sources.
func (b *builder) event(e *evidence, i int) []piece {
	st := b.styles
	m := e.spec.Marks[i]
	w := b.sheet.width() - yearColumn
	title := append(b.ownSign(e, m), span{text: m.Label, style: st.subheading})
	title = append(title, raised(e.letters[i], st.small)...)
	ps := lead(lines(set(title, w), st.subheading.lead, yearColumn))
	about := ""
	for _, text := range []string{m.When, m.Who, b.groupOf(e.spec, m)} {
		if text != "" && about != "" {
			about += " · "
		}
		about += text
	}
	ps = append(ps, lead(lines(set(plain(st.small, about), w), st.small.lead, yearColumn))...)
	detail := st.list.scaled(0.96)
	var spans []span
	if m.Sub != "" {
		spans = plain(detail, m.Sub+" ")
	}
	spans = append(spans, b.runIn(e.rows[i], st.small)...)
	body := lines(set(spans, w), detail.lead, yearColumn)
	if len(body) <= 10 {
		glue(body)
	}
	ps = append(ps, body...)
	if n := len(ps); n > 0 {
		ps[n-1].keep = false
	}
	return spaced(eventGap, ps)
}

// groupOf is the title of the group of a mark.
func (b *builder) groupOf(s chart.Spec, m chart.Mark) string {
	if m.Group < 0 || m.Group >= len(s.Groups) {
		return ""
	}
	return s.Groups[m.Group].Title
}
