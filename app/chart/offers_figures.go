package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// figures are what an answer draws, looked at for the forms that it could be drawn in. Everything is told from the fields and
// the rows, so that a table nobody has described is judged like one of the package.
type figures struct {
	answer dataset.Answer
	view   dataset.View // of the answer; in the form asked for it becomes another
	rows   []dataset.Row
	when   string // the field of a year, a month or a day that every row has; "" for none
	dated  bool   // the rows have dates that the timeline can read
	series string // the field whose values are series; "" for none
	names  string // the field that names rows
	whens  int    // how many points in time, series and names there are
	lines  int
	named  int
	blocks int    // how many groups the view keeps apart
	mixed  bool   // kinds of number that do not share an axis
	units  bool   // the figures count different things
	bases  bool   // shares or rates of different wholes
	uneven bool   // amounts of periods of different length
	apart  string // the field that a caveat keeps figures apart by, where the view does not; "" for none
	part   bool   // some figure is of part of a period, or a mean of several
	ranges bool   // some figure has a range
	shares bool   // all are shares in percent
	whole  bool   // the series of each name are shares of one whole
}

// looked looks at what an answer draws.
func looked(a dataset.Answer) figures {
	b := builder{ds: a.Data, view: a.View, tr: words.For(words.English)}
	rows, err := a.Data.Select(query(a.View))
	if err != nil {
		return figures{answer: a, view: a.View}
	}
	rows = slices.DeleteFunc(rows, func(r dataset.Row) bool { return !b.shown(r) })
	if a.View.Limit > 0 && len(rows) > a.View.Limit {
		rows = rows[:a.View.Limit]
	}
	k := figures{answer: a, view: a.View, rows: rows}
	k.when = k.timeField()
	k.names, k.series = k.nameField(), k.seriesField()
	k.whens, k.lines, k.named = k.count(k.when), k.count(k.series), k.count(k.names)
	k.blocks = k.count(k.view.Group)
	k.dated = k.isDated()
	k.kinds(b)
	return k
}

// timeField is the field of years or dates that all rows have: that of the view before any other.
func (k figures) timeField() string {
	fields := []string{k.view.X, k.view.Label}
	for _, f := range k.answer.Data.Fields {
		if f.Role == "year" {
			fields = append(fields, f.Name)
		}
	}
	for _, name := range fields {
		f, ok := k.answer.Data.Field(name)
		if ok && (f.YearLike() || f.Type == "date" || f.Type == "yearmonth") && k.all(func(r dataset.Row) bool { return !math.IsNaN(r.Number(name)) }) {
			return name
		}
	}
	return ""
}

// nameField is the field that names a row: the label of the view, or the text of a table that has no view for it.
func (k figures) nameField() string {
	v := k.view
	for _, name := range []string{v.Label, v.Who} {
		if name != "" && name != k.when {
			return name
		}
	}
	for _, f := range k.answer.Data.Fields {
		if f.Role == "label" && f.Name != v.Series {
			return f.Name
		}
	}
	return v.Label
}

// seriesField is the field that tells series apart: that of the view, or its groups where these are no headings over rows
// that have names of their own.
func (k figures) seriesField() string {
	v := k.view
	switch {
	case v.Series != "":
		return v.Series
	case v.Group != "" && !slices.Contains([]Form{Timeline, Calendar, Table, Claims}, Form(v.Form)):
		return v.Group
	}
	return ""
}

func (k figures) all(is func(dataset.Row) bool) bool {
	return !slices.ContainsFunc(k.rows, func(r dataset.Row) bool { return !is(r) })
}

func (k figures) any(is func(dataset.Row) bool) bool { return slices.ContainsFunc(k.rows, is) }

// count is how many different values the rows have in a field; 0 without one.
func (k figures) count(field string) int {
	if field == "" {
		return 0
	}
	return len(k.values(field))
}

// values are the different values of a field, in the order in which they come.
func (k figures) values(field string) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range k.rows {
		text := r.Text(field, words.English)
		if !seen[text] {
			seen[text], out = true, append(out, text)
		}
	}
	return out
}

// single reports whether no two rows have the same values in the fields; empty names are no field.
func (k figures) single(fields ...string) bool {
	seen := map[string]bool{}
	for _, r := range k.rows {
		var key []string
		for _, f := range fields {
			key = append(key, r.Text(f, words.English))
		}
		at := strings.Join(key, "\x00")
		if seen[at] {
			return false
		}
		seen[at] = true
	}
	return true
}

// isDated reports whether the rows are events: with dates, and without figures.
func (k figures) isDated() bool {
	if k.dateField() == "" || k.names == "" || k.view.Y != "" {
		return false
	}
	return len(k.rows) > 0
}

// dateField is the field with the dates of events, whole or only a year or a month of them.
func (k figures) dateField() string {
	dates := []string{k.view.X, k.view.When}
	for _, f := range k.answer.Data.Fields {
		if f.Role == "date" || f.Name == "date" || f.Type == "date" {
			dates = append(dates, f.Name)
		}
	}
	for _, name := range dates {
		if name != "" && k.all(func(r dataset.Row) bool { at, _ := isoSpan(r.Text(name, words.English)); return !math.IsNaN(at) }) {
			return name
		}
	}
	return ""
}

// kinds finds what keeps figures from standing on one axis, and what makes parts of them.
func (k *figures) kinds(b builder) {
	kind, unit := map[string]bool{}, map[string]bool{}
	k.shares = len(k.rows) > 0
	for _, r := range k.rows {
		kind[r.Kind], unit[b.unit(r)] = true, true
		low, high := r.Number(k.view.Low), r.Number(k.view.High)
		k.ranges = k.ranges || !math.IsNaN(low) || !math.IsNaN(high)
		k.part = k.part || r.Status == string(Partial) || r.Number(k.view.XTo) > r.Number(k.when)
		k.shares = k.shares && (k.view.Percent || strings.HasSuffix(k.answer.Data.Figure(r, k.view, b.tr), b.tr.PercentSign()))
	}
	delete(kind, "")
	k.mixed, k.units = len(kind) > 1, len(unit) > 1
	k.bases = k.answer.Data.SeveralWholes(k.view, k.rows)
	k.uneven = k.answer.Data.Uneven(k.view, k.rows)
	k.apart = k.answer.Data.KeptApart(k.rows, k.series, k.view.Group)
	k.whole = k.shares && k.lines > 1 && k.wholes()
}

// wholes reports whether the shares of every name add up to one whole, as far as rounding lets them.
func (k figures) wholes() bool {
	const rounding = 1.5
	sums := map[string]float64{}
	for _, r := range k.rows {
		if n := r.Number(k.view.Y); !math.IsNaN(n) && r.Text(k.series, words.English) != "total" {
			sums[r.Text(k.names, words.English)] += n
		}
	}
	for _, sum := range sums {
		if math.Abs(sum-100) > rounding {
			return false
		}
	}
	return len(sums) > 0
}

// places are the fields that say where something comes from and where it goes.
func (k figures) places() (from, to string) {
	for _, f := range k.answer.Data.Fields {
		_, _, translation := f.Base()
		switch {
		case translation || f.Type != "string" && f.Type != "any":
		case from == "" && (f.Role == "from" || f.Name == "from" || f.Name == "origin" || strings.HasPrefix(f.Name, "from_")):
			from = f.Name
		case to == "" && (f.Role == "to" || f.Name == "to" || f.Name == "destination" || strings.HasPrefix(f.Name, "to_")):
			to = f.Name
		}
	}
	return from, to
}
