package dataset

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// madeRow is a row of a derived dataset before it is one.
type madeRow struct {
	id     string                       // unique in the derived dataset; the row's own id where it is one row transformed
	cells  map[string]datapackage.Value // by field name, translations included; see [made] and [madeText]
	from   []Row                        // what it was made of: sources, caveats, kind and period come from there
	kind   string                       // "" is the kind of all rows of from where they have one
	status string                       // "" is derived
	method words.Text                   // how it was made; nil keeps that of a single row
	whole  func(words.Lang) string      // the method with all that it leaves out; nil where it leaves out nothing
	same   bool                         // it is the one row as it was, with its own status
	exact  bool                         // nothing was estimated or rounded on the way
}

// made is the cell of an amount.
func made(n float64) datapackage.Value {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return datapackage.Value{Number: math.NaN(), Missing: true}
	}
	return datapackage.Value{Text: strconv.FormatFloat(n, 'f', -1, 64), Number: n}
}

// madeText is the cell of a text.
func madeText(s string) datapackage.Value {
	return datapackage.Value{Text: s, Number: math.NaN(), Missing: s == ""}
}

// setText puts a text and its translation into cells: English in the field, Spanish in "field@es".
func setText(cells map[string]datapackage.Value, field string, t words.Text) {
	cells[field] = madeText(t.In(words.English))
	cells[field+"@"+string(words.Spanish)] = madeText(t.In(words.Spanish))
}

// derive makes a dataset of rows that were computed from those of d, or of others. It has the name, the words and the set of d; its
// rows know the sources and the caveats of all they were made of. Cells that a row does not have are those of the one row
// it was made of; where its figure is new, the rest of the old figure (range, words) is blank unless given.
func (d *Dataset) derive(fields []datapackage.Field, rows []madeRow) *Dataset {
	// Whatever is not said to be its own it has from d.
	copied := *d
	out := &copied
	out.of, out.scale = d, AsIs
	out.Kinds, out.Caveats = nil, nil // the rows say themselves
	out.refers = maps.Clone(d.refers)
	out.byID = make(map[string]int, len(rows))
	out.setFields(d.companionFields(fields, rows))
	out.Rows = make([]Row, len(rows))
	for i, m := range rows {
		out.Rows[i] = out.row(m, i)
		if _, twice := out.byID[m.id]; !twice {
			out.byID[m.id] = i
		}
	}
	return out
}

// companionFields adds to fields what made rows need to say how they were made and of when they are.
func (d *Dataset) companionFields(fields []datapackage.Field, rows []madeRow) []datapackage.Field {
	out := slices.Clone(fields)
	has := func(role string) bool {
		return slices.ContainsFunc(out, func(f datapackage.Field) bool { return f.Role == role || f.Name == role })
	}
	add := func(role string) {
		if has(role) {
			return
		}
		f := datapackage.Field{Name: role, Type: "string", Role: role, Title: d.texts("data.ask.field." + role)}
		out = append(out, f, datapackage.Field{Name: role + "@" + string(words.Spanish), Type: "string"})
	}
	if slices.ContainsFunc(rows, func(m madeRow) bool { return len(m.method) > 0 }) {
		add("method")
	}
	if slices.ContainsFunc(rows, func(m madeRow) bool { return len(m.from) > 1 }) {
		add("period")
	}
	return out
}

// texts is a text of the translations in every language.
func (d *Dataset) texts(key string, args ...words.Args) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		out[l] = d.tr(l).T(key, args...)
	}
	return out
}

// row makes the row of m, which stands at place i.
func (d *Dataset) row(m madeRow, i int) Row {
	r := Row{ID: m.id, Line: i + 2, Kind: m.kind, Status: m.status, d: d, carried: carried(m.from), exact: m.exact}
	r.whole = m.wholeMethod()
	switch {
	case m.same && len(m.from) == 1:
		r.Status, r.exact = m.from[0].Status, m.from[0].exact
	case r.Status == "":
		r.Status = StatusDerived
	}
	if r.Kind == "" {
		r.Kind = oneKind(m.from)
	}
	if sources := Sources(m.from); len(sources) > 0 {
		r.Source, r.Also = sources[0], sources[1:]
	}
	cells := d.companionCells(m, r)
	maps.Copy(cells, m.cells)
	old := d.oldFigure(m)
	r.cells = make([]datapackage.Value, len(d.Fields))
	for j, f := range d.Fields {
		v, given := cells[f.Name]
		if base, _, ok := f.Base(); !given && ok && slices.Contains(old, base) {
			v, given = madeText(""), true
		}
		switch {
		case given:
			r.cells[j] = v
		case len(m.from) == 1 && !slices.Contains(old, f.Name):
			r.cells[j], _ = m.from[0].Value(f.Name)
		default:
			r.cells[j] = madeText("")
		}
	}
	return r
}

// wholeMethod is the whole method of m, also where it begins with that of the row it was made of.
func (m madeRow) wholeMethod() func(words.Lang) string {
	if m.whole != nil || len(m.from) == 0 || m.from[0].whole == nil {
		return m.whole
	}
	first := m.from[0]
	return func(l words.Lang) string {
		text := first.Method(l)
		if len(m.method) > 0 {
			text = m.method.In(l)
		}
		return strings.Replace(text, strings.TrimSuffix(first.Method(l), "."), strings.TrimSuffix(first.whole(l), "."), 1)
	}
}

// oldFigure names the fields of the figure that m replaces.
func (d *Dataset) oldFigure(m madeRow) []string {
	f := d.fieldsOf(View{})
	figure := []string{f.value, f.low, f.high, f.written, d.role("low"), d.role("high")}
	if slices.ContainsFunc(figure, func(name string) bool { _, given := m.cells[name]; return given && name != "" }) {
		return figure
	}
	return nil
}

// companionCells are the cells that say of a made row what [Row] says of it.
func (d *Dataset) companionCells(m madeRow, r Row) map[string]datapackage.Value {
	cells := map[string]datapackage.Value{}
	put := func(role, text string) {
		if name := d.role(role); name != "" {
			cells[name] = madeText(text)
		}
	}
	put("id", r.ID)
	put("kind", r.Kind)
	put("status", r.Status)
	if name := d.role("method"); name != "" && len(m.method) > 0 {
		setText(cells, name, m.method)
	}
	if len(m.from) < 2 {
		return cells
	}
	if name := d.role("period"); name != "" {
		setText(cells, name, periodOf(m.from))
	}
	var ids []string
	for _, s := range Sources(m.from) {
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
	}
	source := d.role("source_id")
	if source == "" {
		source = d.role("source")
	}
	if source != "" {
		cells[source] = madeText(strings.Join(ids, "; "))
	}
	return cells
}

// carried returns the caveats of rows, each once, in the order of the rows.
func carried(rows []Row) []Caveat {
	var out []Caveat
	seen := map[[2]string]bool{}
	add := func(c Caveat) {
		key := [2]string{c.Text.In(words.English), c.Short.In(words.English)}
		if !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	var d *Dataset
	var under []test // of the caveats of d; nil for those that are carried already
	own := [2]int{-1, -1}
	for i := range rows {
		r := &rows[i]
		if r.d != nil && r.d != d { // the conditions of a table are made ready once for all its rows
			d, under = r.d, nil
			for _, c := range d.Caveats {
				under = append(under, d.all(bounds(c)))
			}
			own = [2]int{d.place(d.role("caveat")), d.place(d.role("caveat_short"))}
		}
		if r.d == nil || d.of != nil {
			for _, c := range r.carried {
				add(c)
			}
			continue
		}
		if r.rawAt(own[0]) != "" || r.rawAt(own[1]) != "" || d.translated {
			if c, ok := r.own(); ok {
				add(c)
			}
		}
		for j, c := range d.Caveats {
			if under[j] != nil && under[j](*r) {
				add(c)
				under[j] = nil
			}
		}
	}
	return out
}

// oneKind returns the kind of rows where they have but one.
func oneKind(rows []Row) string {
	for _, r := range rows {
		if r.Kind != rows[0].Kind {
			return ""
		}
	}
	if len(rows) == 0 {
		return ""
	}
	return rows[0].Kind
}

// manyRows is from how many rows on their periods are not read one by one.
const manyRows = 300

// periodOf says of when rows are together: what all say, or from the first year to the last.
func periodOf(rows []Row) words.Text {
	d, out := rows[0].d, words.Text{}
	for _, l := range words.Langs() {
		out[l] = rows[0].Period(l)
	}
	first := out[words.English]
	switch {
	case first != "" && !slices.ContainsFunc(rows, func(r Row) bool { return r.Period(words.English) != first }):
		return out
	case len(rows) > manyRows:
		text := d.times().years(rows)
		return words.Both(text, text)
	}
	for _, l := range words.Langs() {
		out[l] = d.span(rows, l)
	}
	return out
}
