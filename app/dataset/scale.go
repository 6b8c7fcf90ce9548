package dataset

import (
	"errors"
	"math"
	"slices"
	"strings"

	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// MayScale says why the figures of a question cannot be put in relation as s would, in the reader's words; "" where they can.
func (d *Dataset) MayScale(q Lens, s Scale, tr words.Tr) (why string) {
	q.Scale = s
	if s != AsIs && q.countsRows() {
		return tr.T("error.ask.scale.counted")
	}
	if q.Group != "" || len(q.With) > 0 {
		_, err := d.Ask(q)
		return inWords(err, tr)
	}
	a, err := d.shown(q)
	if err == nil && s != AsIs { // what every row would say of itself is not asked
		_, err = a.scaling()
	}
	return inWords(err, tr)
}

// inWords is an error as people read it; "" for none.
func inWords(err error, tr words.Tr) string {
	var known *app.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		return tr.T(known.Key, known.Args)
	}
	return err.Error()
}

// Scaled returns what the figures of d were put in relation to by a question; [AsIs] for those of a package.
func (d *Dataset) Scaled() Scale { return d.scale }

// scaled puts the figures that the chart would draw in relation to something: to their months, to the people there were, to a
// base year. Every row keeps its id, its period, its sources and caveats, and says how its figure was made.
func (a Answer) scaled() (Answer, error) {
	s, err := a.scaling()
	if err != nil {
		return Answer{}, err
	}
	return s.answer(), nil
}

// scaling says how every figure is put in relation as the question asks, or why it cannot be.
func (a Answer) scaling() (*scaling, error) {
	rows, err := a.measured()
	if err != nil {
		return nil, err
	}
	s := &scaling{Answer: a, rows: rows, fields: a.Data.fieldsOf(a.View), in: a.Data.times()}
	switch a.Lens.Scale {
	case PerMonth:
		err = s.perMonth()
	case Per100k:
		err = s.perPeople()
	default:
		err = s.index()
	}
	return s, err
}

// measured returns the rows that the chart would draw and that have an amount.
func (a *Answer) measured() ([]Row, error) {
	rows, without, err := a.figured()
	if err != nil {
		return nil, err
	}
	if without > 0 {
		a.note(a.Data.plurals("data.ask.note.without", without))
	}
	return slices.Clone(rows), nil
}

// figured returns the same rows, which may be those of the dataset and are only read, and how many were left out.
func (a Answer) figured() (rows []Row, without int, err error) {
	if rows, err = a.drawn(); err != nil {
		return nil, 0, err
	}
	if len(rows) == 0 {
		return nil, 0, refused("error.ask.nothing")
	}
	f := a.Data.fieldsOf(a.View)
	value, low, high := a.Data.place(f.value), a.Data.place(f.low), a.Data.place(f.high)
	bare := func(r *Row) bool {
		return !finite(r.number(value)) && !finite(r.number(low)) && !finite(r.number(high))
	}
	for i := range rows {
		if bare(&rows[i]) {
			without++
		}
	}
	if without > 0 {
		rows = slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return bare(&r) })
	}
	if len(rows) == 0 {
		return nil, 0, refused("error.ask.scale.nothing")
	}
	return rows, without, nil
}

// plurals is a text of the translations for a count, in every language.
func (d *Dataset) plurals(key string, n int) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = d.tr(l).N(key, n)
	}
	return out
}

// scaling is the making of figures in relation to something.
type scaling struct {
	Answer
	rows   []Row
	fields parts
	in     times                                 // of when the rows are
	steps  []step                                // one a row
	unit   func(unit string, tr words.Tr) string // what a figure counts, of what it counted

	censuses []census // the tables of people; nil until one is asked for
}

// step is how one figure is made: times over by, in the words of method. With is the row that it was divided by, if any.
type step struct {
	times, by float64
	method    func() words.Text
	with      []Row
}

// relative reports whether some figure is of something already.
func (s *scaling) relative() bool {
	return slices.ContainsFunc(s.rows, func(r Row) bool { return s.Data.relative(s.View, r) })
}

// answer is the question answered with the steps taken.
func (s *scaling) answer() Answer {
	made := make([]madeRow, len(s.rows))
	for i, r := range s.rows {
		made[i] = s.made(r, s.steps[i])
	}
	unit := s.oneUnit()
	out := s.Data.derive(s.newFields(unit), made)
	out.Unit, out.UnitOne, out.Kinds, out.scale = unit, nil, nil, s.Lens.Scale
	out.Charts = []View{s.newView(unit)}
	a := s.Answer
	a.Data, a.View, a.Rows = out, out.Charts[0], slices.Clone(out.Rows)
	return a
}

// made is the row of a figure put in relation.
func (s *scaling) made(r Row, by step) madeRow {
	d := s.Data
	m := madeRow{id: r.ID, cells: map[string]datapackage.Value{}, from: append([]Row{r}, by.with...), kind: r.Kind, method: by.method()}
	m.exact = s.Lens.Scale == Index && len(by.with) == 0 // 100 is by definition
	told := []string{d.role("id"), d.role("kind"), d.role("status"), d.role("method")}
	for i, f := range d.Fields {
		base, _, _ := f.Base()
		if !slices.Contains(told, base) && i < len(r.cells) { // whatever else there is stays as it is, the period too
			m.cells[f.Name] = r.cells[i]
		}
	}
	for _, name := range []string{s.fields.value, s.fields.low, s.fields.high} {
		if name != "" {
			m.cells[name] = made(s.short(r.Number(name) * by.times / by.by))
		}
	}
	if name := s.fields.written; name != "" { // the words were of the figure as it was
		setText(m.cells, name, words.Text{})
	}
	if name := d.role("unit"); name != "" {
		setText(m.cells, name, s.unitOf(r))
	}
	return m
}

// short rounds a figure that is shown to what it can say: 97.6 a month, 8.92 a month. What is put together next stays exact.
func (s *scaling) short(n float64) float64 {
	size := math.Abs(n)
	switch {
	case s.Lens.Group != "" && s.Lens.Scale != Index || math.IsNaN(n) || size > 1e12 || size < 1e-9:
		return tidy(n)
	case size >= 1000:
		return math.Round(n)
	case size >= 10:
		return tidy(math.Round(n*10) / 10)
	case size >= 1:
		return tidy(math.Round(n*100) / 100)
	}
	digits := math.Pow(10, 2-math.Floor(math.Log10(size)))
	return tidy(math.Round(n*digits) / digits)
}

// unitOf is what the new figure of a row counts.
func (s *scaling) unitOf(r Row) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		tr := s.Data.tr(l)
		out[l] = s.unit(plural(s.Data, r, s.View, tr), tr)
	}
	return out
}

// oneUnit is what all figures count; nil where they count different things.
func (s *scaling) oneUnit() words.Text {
	first := s.unitOf(s.rows[0])
	for _, r := range s.rows[1:] {
		if s.unitOf(r).In(words.English) != first.In(words.English) {
			return nil
		}
	}
	return first
}

// newFields are the fields of the table, with those of the figure as they are now.
func (s *scaling) newFields(unit words.Text) []datapackage.Field {
	roles := map[string]string{s.fields.value: "value", s.fields.low: "low", s.fields.high: "high"}
	var out []datapackage.Field
	for _, f := range s.Data.Fields {
		switch role := roles[f.Name]; {
		case role != "":
			f.Role, f.Type, f.Unit = role, "number", unit
		case slices.Contains([]string{"value", "low", "high", "central"}, f.Role):
			f.Role = ""
		}
		out = append(out, f)
		if f.Role == "unit" || f.Role == "method" || f.Name == "unit" || f.Name == "method" {
			if es := f.Name + "@" + string(words.Spanish); !s.Data.has(es) {
				out = append(out, datapackage.Field{Name: es, Type: "string"})
			}
		}
	}
	return out
}

// newView draws the figures where they were drawn, and says what they are now.
func (s *scaling) newView(unit words.Text) View {
	v := s.View
	v.Y, v.Low, v.High = s.fields.value, s.fields.low, s.fields.high
	v.Where, v.Percent, v.Unit, v.Written = nil, false, unit, ""
	was := v.Subtitle
	v.Subtitle = words.Text{}
	for _, l := range words.Langs() {
		tr := s.Data.tr(l)
		now := words.Capital(unit.In(l))
		if now == "" {
			now = words.Capital(strings.TrimSpace(s.unit("", tr)))
		}
		v.Subtitle[l] = tr.T("data.scale.subtitle", words.Args{"Unit": now})
		if text := was.In(l); text != "" {
			v.Subtitle[l] = tr.T("data.scale.subtitle.of", words.Args{"Unit": now, "Subtitle": lower(text)})
		}
	}
	return v
}
