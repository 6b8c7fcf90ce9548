package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// maxMarks bounds a chart; more figures than that no one can read, and a table shows them better.
const maxMarks = 2000

// Build makes the chart that view draws of ds in the language of tr, with the row of every mark: the row of Marks[i] is
// rows[i]. Rows without a figure have no mark. The error names what the view asks for and the table has not.
func Build(ds *dataset.Dataset, view dataset.View, tr words.Tr) (Spec, []dataset.Row, error) {
	rows, err := ds.Select(query(view))
	if err != nil {
		return Spec{}, nil, err
	}
	b := builder{ds: ds, view: view, tr: tr}
	b.alphabetical(rows)
	rows = slices.DeleteFunc(rows, func(r dataset.Row) bool { return !b.shown(r) })
	b.view = markedByWho(ds, b.view)
	rows, cut := b.limited(rows)
	spec := Spec{
		Form: Form(view.Form), Tr: tr, Title: view.Title.In(tr.Lang()), Subtitle: view.Subtitle.In(tr.Lang()), Asked: bothOf(view.Asked.In(tr.Lang()), cut), Unit: view.Unit.In(tr.Lang()),
		Percent: view.Percent, Log: view.Log, Counts: view.Counts,
		Series: b.series(rows), Groups: b.groups(rows),
	}
	if spec.Title == "" {
		spec.Title = ds.Title.In(tr.Lang())
	}
	if spec.Unit == "" && !spec.Percent {
		spec.Unit = ds.Unit.In(tr.Lang())
	}
	if spec.Unit == ds.Unit.In(tr.Lang()) {
		spec.UnitOne = ds.UnitOne.In(tr.Lang())
	}
	if unit := ds.Unit.In(tr.Lang()); unit != "" && view.Base != "" {
		spec.BaseHead = tr.T("chart.claims.counted", words.Args{"Unit": words.Capital(unit)})
	}
	if spec.Form == Table {
		spec.Heads = b.heads()
	}
	if spec.Form == Scatter {
		b.axes(&spec)
	}
	if spec.Form == Flow {
		spec.Columns = b.sides()
	}
	if spec.Form == Histogram {
		spec.XTitle = b.binAxis()
	}
	b.units(rows, &spec)
	b.order(rows, spec)
	notes, letters := ds.Notes(rows, tr.Lang())
	for i, r := range rows {
		m := b.mark(r, rows, spec)
		m.Letters = inOrder(letters[i])
		spec.Marks = append(spec.Marks, m)
	}
	identify(spec.Marks, rows)
	for _, n := range notes {
		spec.Notes = append(spec.Notes, Note{Letter: n.Letter, Text: n.Text})
	}
	spec.Source = ds.SourceLine(view, rows, tr)
	if spec.Form == Bump {
		speakPlaces(&spec)
	}
	spec.Who = said(ds.Attributed(view).In(tr.Lang()), rows, tr.Lang())
	spec.Alt = alt(spec, spec.Who)
	return spec, rows, nil
}

// said is who says so in a few words: as the package credits a chart, else the source where there is only one.
func said(who string, rows []dataset.Row, l words.Lang) string {
	if sources := dataset.Sources(rows); who == "" && len(sources) == 1 {
		return sources[0].Short.In(l)
	}
	return who
}

// query selects what a view draws. The limit waits until rows without a figure are gone.
func query(view dataset.View) dataset.Query {
	q := dataset.Query{Where: view.Where}
	switch {
	case view.Sort != "":
		q.Sort = []string{view.Sort}
	case (view.Form == string(Bars) || view.Form == string(Grouped)) && view.X != "":
		q.Sort = []string{view.X}
	}
	return q
}

// builder holds what every mark of a chart needs.
type builder struct {
	ds   *dataset.Dataset
	view dataset.View
	tr   words.Tr
}

// mark makes the mark of one row.
func (b builder) mark(r dataset.Row, rows []dataset.Row, spec Spec) Mark {
	v, l := b.view, b.tr.Lang()
	m := Mark{
		ID: r.ID, Label: b.ds.Cell(r, v.Label, l), Sub: b.ds.Cell(r, v.Sub, l),
		X: b.axis(r, v.X), XTo: b.axis(r, v.XTo), Value: r.Number(v.Y), Low: r.Number(v.Low), High: r.Number(v.High),
		Written: b.written(r), Status: Status(r.Status), Method: r.Method(l), Kind: r.Kind, Shape: Shape(r.Text(v.Shape, words.English)),
		Series:   slices.IndexFunc(spec.Series, func(s Series) bool { return s.ID == r.Text(v.Series, words.English) }),
		Group:    slices.IndexFunc(spec.Groups, func(g Group) bool { return g.ID == r.Text(v.Group, words.English) }),
		Emphasis: slices.Contains(v.Emphasis, r.ID), Doubtful: slices.Contains(v.Doubtful, r.ID), JoinedTo: b.joinedTo(r, rows),
		Who: b.ds.Cell(r, v.Who, l), When: b.when(r), Period: b.ds.Cell(r, v.Period, l), Base: b.ds.Cell(r, v.Base, l),
	}
	m.Series, m.Group = max(m.Series, 0), max(m.Group, 0)
	if m.Label == "" {
		m.Label = b.ds.Cell(r, v.X, l)
	}
	if m.Label == "" {
		m.Label = m.Who
	}
	if m.Band() {
		m.Label = b.bandLabel()
		if m.Sub == "" {
			m.Sub = r.Period(l)
		}
	}
	if spec.Form == Flow {
		m.Rival = b.ds.Cell(r, v.To, l)
	}
	b.rowMark(&m, r)
	m.Spoken = b.ds.Reading(b.figured(), r, b.tr).Spoken
	if spec.Form == Scatter {
		m.Spoken = b.spokenAcross(m.Spoken, spec, m)
	}
	return m
}

// bandLabel says what a mean over several years is a mean of.
func (b builder) bandLabel() string {
	switch b.ds.Scaled() {
	case dataset.AsIs:
		return b.tr.T("alt.band.label")
	case dataset.PerMonth:
		return b.tr.T("alt.band.label.month")
	}
	return b.tr.T("alt.band.label.other")
}

// axis returns the place of a row on the axis: years, with months and days as parts of one.
func (b builder) axis(r dataset.Row, field string) float64 {
	n := r.Number(field)
	f, ok := b.ds.Field(field)
	if !ok || math.IsNaN(n) {
		return math.NaN()
	}
	switch f.Type {
	case "yearmonth":
		return n / 12
	case "date":
		const daysPerYear = 365.2425
		return 1970 + n/daysPerYear
	}
	return n
}

// written is the figure as it stands on the mark: "≈420", "70–90%", "89,816 – 212,887 – 359,205".
func (b builder) written(r dataset.Row) string {
	v := b.figured()
	text := b.ds.Figure(r, v, b.tr)
	low, value, high := r.Number(v.Low), r.Number(v.Y), r.Number(v.High)
	if low < value && value < high && r.Text(v.Written, b.tr.Lang()) == "" {
		text = strings.Join([]string{b.tr.Auto(low), b.tr.Auto(value), b.tr.Auto(high)}, "\u00a0– ")
		if b.view.Percent {
			text += b.tr.PercentSign()
		}
	}
	if math.Abs(value) > absurd { // said, since it cannot be drawn
		text = b.tr.T("chart.bars.beyond", words.Args{"Figure": text})
	}
	if r.About() {
		return dataset.Derived(text)
	}
	return text
}

// when is the time of a claim, short enough for a column: the year of a date.
func (b builder) when(r dataset.Row) string {
	text := r.Text(b.view.When, words.English)
	if len(text) >= 7 && text[4] == '-' && strings.Trim(text[:4]+text[5:7], "0123456789") == "" {
		return text[:4]
	}
	return b.ds.Cell(r, b.view.When, b.tr.Lang())
}

// joinedTo returns the first id of the list that r stands in, if that is another row of the chart.
func (b builder) joinedTo(r dataset.Row, rows []dataset.Row) string {
	for _, ids := range b.view.Joined {
		if i := slices.Index(ids, r.ID); i > 0 && slices.ContainsFunc(rows, func(o dataset.Row) bool { return o.ID == ids[0] }) {
			return ids[0]
		}
	}
	return ""
}
