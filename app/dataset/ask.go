package dataset

import (
	"slices"
	"strings"

	"doublefix/app"
	"doublefix/app/words"
)

// Ask answers a question. What cannot be answered honestly is an [app.Error] of code Invalid with a sentence that says why:
// shares are not summed, estimates are not averaged with counts, part-years are not compared with years. A field that is
// not there and a value that cannot be read are the errors of [Dataset.Select].
func (d *Dataset) Ask(q Lens) (Answer, error) {
	a, err := d.shown(q)
	if err != nil {
		return Answer{}, err
	}
	picked := a.picked()
	if a, err = a.computed(); err != nil {
		return Answer{}, err
	}
	a.Asked = d.asked(q, picked)
	a.View.Asked = a.Asked
	return a, nil
}

// computed answers the part of a question that makes new figures: put together, put in relation, put beside others. What is
// divided by months or people is divided before it is put together, because a sum over years is of more months than any of
// its figures; an index is made last, because all series of it share the base year.
func (a Answer) computed() (Answer, error) {
	q := a.Lens
	var err error
	if q.Scale != AsIs && q.countsRows() {
		return Answer{}, refused("error.ask.scale.counted")
	}
	if q.Scale == PerMonth || q.Scale == Per100k {
		if a, err = a.scaled(); err != nil {
			return Answer{}, err
		}
	}
	if q.Group != "" {
		if a, err = a.grouped(); err != nil {
			return Answer{}, err
		}
	}
	switch {
	case len(q.With) > 0:
		return a.beside()
	case q.Scale == Index:
		return a.scaled()
	}
	return a, nil
}

// countsRows reports whether rows are counted, so that it does not matter what their figures are.
func (q Lens) countsRows() bool { return q.Group != "" && (q.By == "" || q.By == Count) }

// shown answers the part of a question that says which rows.
func (d *Dataset) shown(q Lens) (Answer, error) {
	a, err := d.looked(q)
	if err == nil && len(q.Where) == 0 && q.Group == "" { // what is put together is only read
		a.Rows = slices.Clone(a.Rows)
	}
	return a, err
}

// looked is shown with rows that may be those of the dataset and are only read.
func (d *Dataset) looked(q Lens) (Answer, error) {
	if err := q.readable(); err != nil {
		return Answer{}, err
	}
	rows := d.Rows
	if len(q.Where) > 0 {
		var err error
		if rows, err = d.Select(Query{Where: q.Where}); err != nil {
			return Answer{}, err
		}
	}
	a := Answer{Lens: q, Data: d, View: d.View(q.View), Rows: rows, All: len(d.Rows)}
	a.View.Where = slices.Concat(a.View.Where, q.Where)
	if parts := queryWords(q.Text); len(parts) > 0 {
		a.Rows = d.containing(rows, parts)
		a.Data = d.only(slices.Clone(a.Rows))
	}
	a.elsewhere()
	a.respan()
	a.relimit()
	return a, nil
}

// relimit counts the rows that a chart has no room for among those that filters leave.
func (a *Answer) relimit() {
	if rows, err := a.drawn(); err == nil && a.View.Limit > 0 && len(a.Rows) < a.All {
		a.View.Showing = nil
		if len(rows) > a.View.Limit {
			a.View.Showing = a.Data.limited(a.View, len(rows))
		}
	}
}

// picked says which rows are put together where the chart leaves some of them out that no filter leaves out; nil where it takes all.
func (a Answer) picked() words.Text {
	rows, err := a.drawn()
	if err != nil || a.Lens.Group == "" || len(rows) == len(a.Rows) {
		return nil
	}
	out := words.Text{}
	for _, l := range words.Langs() {
		tr := a.Data.tr(l)
		if out[l] = a.View.Showing.In(l); out[l] != "" {
			out[l] = tr.T("data.ask.picked", words.Args{"Showing": out[l]})
			continue
		}
		out[l] = tr.T("data.ask.only", words.Args{"Conditions": a.Data.onlyWords(Lens{Where: a.View.Where}, tr)})
	}
	return out
}

// respan puts what is counted and the years of the rows that are left into the second line of a chart that names years, where
// filters have left some out.
func (a *Answer) respan() {
	q := a.Lens
	if len(q.Where) == 0 && q.Text == "" || !fiscal.MatchString(a.View.Subtitle.In(words.English)) && !calendar.MatchString(a.View.Subtitle.In(words.English)) {
		return
	}
	rows, err := a.Data.Select(Query{Where: a.View.Where})
	if err != nil {
		return
	}
	out := words.Text{}
	for _, l := range words.Langs() {
		unit := a.View.Unit.In(l)
		if unit == "" && !a.View.Percent {
			unit = a.Data.Unit.In(l)
		}
		out[l] = words.Capital(join(", ", unit, a.Data.span(rows, l)))
	}
	a.View.Subtitle = out
}

// readable reports what a question says that no question can say: it may come from a file.
func (q Lens) readable() error {
	switch {
	case q.By != "" && !slices.Contains(Aggregates(), q.By):
		return refused("error.ask.aggregate")
	case !slices.Contains(Scales(), q.Scale):
		return refused("error.ask.scale")
	}
	return nil
}

// refused is the error of a question that is not answered.
func refused(key string, args ...words.Args) error {
	e := &app.Error{Code: app.Invalid, Key: key}
	if len(args) > 0 {
		e.Args = args[0]
	}
	return e
}

// only is d with some of its rows: they are the same rows, so that all that goes with them stays.
func (d *Dataset) only(rows []Row) *Dataset {
	some := *d
	some.Rows = rows
	return &some
}

// elsewhere says where to look when the chart draws none of the rows that are left.
func (a *Answer) elsewhere() {
	if len(a.Rows) == 0 || slices.ContainsFunc(a.Rows, a.Data.all(a.View.Where)) {
		return
	}
	for _, v := range a.Data.Charts {
		if v.Name == a.View.Name || !slices.ContainsFunc(a.Rows, a.Data.all(v.Where)) {
			continue
		}
		a.Notes = words.Text{}
		for _, l := range words.Langs() {
			a.Notes[l] = a.Data.tr(l).T("data.ask.note.elsewhere", words.Args{"Chart": v.Title.In(l)})
		}
		return
	}
	a.Notes = a.Data.texts("data.ask.note.table")
}

// all is the test of several conditions; one that cannot be read is not met.
func (d *Dataset) all(conds []Cond) test {
	tests := make([]test, len(conds))
	for i, c := range conds {
		t, err := d.test(c)
		if err != nil {
			return func(Row) bool { return false }
		}
		tests[i] = t
	}
	return func(r Row) bool { return !slices.ContainsFunc(tests, func(t test) bool { return !t(r) }) }
}

// drawn returns the rows that the chart draws. They may be those of the dataset: they are only read.
func (a Answer) drawn() ([]Row, error) {
	more := slices.DeleteFunc(slices.Clone(a.View.Where), func(c Cond) bool {
		return slices.ContainsFunc(a.Lens.Where, func(met Cond) bool {
			return met.Field == c.Field && met.Op == c.Op && slices.Equal(met.Values, c.Values)
		})
	})
	if len(more) == 0 {
		return a.Rows, nil
	}
	some := a.Data.only(a.Rows)
	return some.Select(Query{Where: more})
}

// note adds a sentence to what a reader has to know of an answer.
func (a *Answer) note(t words.Text) {
	if a.Notes == nil {
		a.Notes = words.Text{}
	}
	for _, l := range words.Langs() {
		a.Notes[l] = strings.TrimSpace(a.Notes[l] + " " + t.In(l))
	}
}
