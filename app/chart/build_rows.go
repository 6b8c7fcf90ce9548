package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// shown reports whether a row has a mark: a figure, or in the forms that print rows a name, in a timeline with a date.
func (b builder) shown(r dataset.Row) bool {
	name := func() bool { return b.ds.Cell(r, b.view.Label, b.tr.Lang()) != "" }
	switch Form(b.view.Form) {
	case Timeline, Calendar:
		return !math.IsNaN(b.day(r)) && name()
	case Scatter:
		return !math.IsNaN(b.axis(r, b.view.X)) && !math.IsNaN(r.Number(b.view.Y))
	case Table:
		return name() || b.ds.Figure(r, b.view, b.tr) != ""
	}
	return b.ds.Figure(r, b.figured(), b.tr) != ""
}

// limited leaves out the rows that the chart has no room for, and says which are left: "the latest 30 of 61"; "" where all are.
func (b builder) limited(rows []dataset.Row) (kept []dataset.Row, says string) {
	v, all := b.view, len(rows)
	if v.Limit = min(v.Limit, maxMarks); v.Limit <= 0 {
		v.Limit = maxMarks
	}
	if all <= v.Limit {
		return rows, ""
	}
	return rows[:v.Limit], words.Capital(b.ds.Limited(v, all, b.tr))
}

// bothOf puts two parts of what was asked into one line.
func bothOf(asked, cut string) string {
	if asked == "" || cut == "" {
		return asked + cut
	}
	return asked + " · " + cut
}

// identify gives every mark an id of its own, also where rows have none or share one: what is told of marks is told by their ids.
// Nobody sees the ids that are made here.
func identify(marks []Mark, rows []dataset.Row) {
	taken := map[string]bool{"": true}
	for i := range marks {
		if id := marks[i].ID; taken[id] {
			marks[i].ID = ""
		} else {
			taken[id] = true
		}
	}
	for i := range marks {
		if marks[i].ID != "" {
			continue
		}
		id := "#" + strconv.Itoa(rows[i].Line)
		for taken[id] {
			id += "'"
		}
		marks[i].ID, taken[id] = id, true
	}
}

// alphabetical puts rows that are ordered by a text into the order that it has in the language of the reader. A table is
// ordered by its English.
func (b builder) alphabetical(rows []dataset.Row) {
	name, descending := strings.CutPrefix(b.view.Sort, "-")
	if f, ok := b.ds.Field(name); !ok || f.Ordered() || b.tr.Lang() == words.English {
		return
	}
	type named struct {
		row  dataset.Row
		name string // folded once a row, not at every comparison
	}
	list := make([]named, len(rows))
	for i, r := range rows {
		list[i] = named{r, words.Fold(r.Text(name, b.tr.Lang()))}
	}
	slices.SortStableFunc(list, func(x, y named) int {
		switch {
		case x.name == "" || y.name == "": // blank ones come last
			return boolInt(x.name == "") - boolInt(y.name == "")
		case descending:
			return cmp.Compare(y.name, x.name)
		}
		return cmp.Compare(x.name, y.name)
	})
	for i := range list {
		rows[i] = list[i].row
	}
}

// day is where a row stands on an axis of time, in years.
func (b builder) day(r dataset.Row) float64 {
	at, _ := b.daySpan(r)
	return at
}

// daySpan is the middle of the date of a row and the length of what it leaves open, in years.
func (b builder) daySpan(r dataset.Row) (at, soft float64) {
	if at, soft = isoSpan(r.Text(b.view.X, words.English)); !math.IsNaN(at) {
		return at, soft
	}
	return b.axis(r, b.view.X), 0
}

// calendarDay is where a row stands in the order of a calendar.
func (b builder) calendarDay(r dataset.Row) float64 {
	at, soft := b.daySpan(r)
	return calendarDay(Mark{X: at, Soft: soft})
}

// mostMarkers is how many of those a timeline is about have a marker of their own.
const mostMarkers = 4

// markedByWho makes the markers of a timeline, and of a calendar without groups, tell who it was, where the view asks for no other
// series and they are few.
func markedByWho(ds *dataset.Dataset, view dataset.View) dataset.View {
	marked := Form(view.Form) == Timeline || Form(view.Form) == Calendar && view.Group == ""
	if !marked || view.Series != "" || view.Who == "" {
		return view
	}
	count := map[string]int{}
	var parts []datapackage.Part
	for _, r := range ds.Rows {
		who := r.Text(view.Who, words.English)
		if count[who]++; count[who] == 1 {
			parts = append(parts, datapackage.Part{ID: who, Title: words.Both(ds.Cell(r, view.Who, words.English), ds.Cell(r, view.Who, words.Spanish))})
		}
	}
	if len(parts) > mostMarkers {
		return view
	}
	// Whoever has most events in the whole table comes first, so that views of it have the same markers.
	slices.SortStableFunc(parts, func(x, y datapackage.Part) int { return cmp.Compare(count[y.ID], count[x.ID]) })
	view.Series, view.SeriesOrder = view.Who, parts
	return view
}

// rowMark adds what the forms that print rows say of one: its tag, its unit, and where it stands in time.
func (b builder) rowMark(m *Mark, r dataset.Row) {
	l := b.tr.Lang()
	switch Form(b.view.Form) {
	case Timeline, Calendar:
		m.X, m.Soft = b.daySpan(r)
		m.When, m.Written = b.ds.Cell(r, b.view.When, l), ""
		if m.When == "" {
			m.When = b.tr.Date(r.Text(b.view.X, words.English))
		}
	case Table:
		m.When = b.tr.Date(b.ds.Cell(r, b.view.When, l))
		m.Tag, m.TagQuiet = b.tag(r)
		if m.Written != "" && !strings.HasSuffix(m.Written, b.tr.PercentSign()) {
			m.Unit = b.unit(r)
		}
	case Histogram, Scatter:
	default:
		if unit := b.unit(r); unit != b.view.Unit.In(l) && unit != m.Label && !strings.HasSuffix(m.Written, b.tr.PercentSign()) {
			m.Unit = unit // the name of a bar is what rows were put together by
		}
	}
}

// tag is the state of a row in the words of the view, and whether it is one that is not done.
func (b builder) tag(r dataset.Row) (text string, quiet bool) {
	id := r.Text(b.view.Tag, words.English)
	if id == "" {
		return "", false
	}
	i := slices.IndexFunc(b.view.Tags, func(p datapackage.Part) bool { return p.ID == id })
	if i < 0 {
		return words.Capital(b.ds.Cell(r, b.view.Tag, b.tr.Lang())), false
	}
	return words.Capital(b.view.Tags[i].Title.In(b.tr.Lang())), b.view.Tags[i].Quiet
}

// unit is what the figure of a row counts, by the row or by the view.
func (b builder) unit(r dataset.Row) string {
	l := b.tr.Lang()
	for _, f := range b.ds.Fields {
		if f.Role == "unit" || f.Name == "unit" {
			return r.Text(f.Name, l)
		}
	}
	return b.view.Unit.In(l)
}

// heads are the headings of a table: the titles of its fields.
func (b builder) heads() Heads {
	title := func(names ...string) string {
		for _, name := range names {
			if f, ok := b.ds.Field(name); ok && name != "" {
				return f.Title.In(b.tr.Lang())
			}
		}
		return ""
	}
	v := b.view
	return Heads{Label: title(v.Label), Tag: title(v.Tag), Who: title(v.Who), When: title(v.When), Figure: title(v.Written, v.Y, v.Low, v.High)}
}
