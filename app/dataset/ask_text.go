package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// containing returns the rows in which every part is found: in a cell that people read, a source or a caveat, in any
// language.
func (d *Dataset) containing(rows []Row, parts []string) []Row {
	var out []Row
	text := d.foldedTexts()
	for i := range rows {
		in := text(&rows[i])
		if !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(in, p) }) {
			out = append(out, rows[i])
		}
	}
	return out
}

// foldedTexts returns what tells the text of a row. For a table of the set the texts are made at the first search.
func (d *Dataset) foldedTexts() func(*Row) string {
	f := newFolder(d)
	if d.of != nil || d.set.Dataset(d.ID) != d {
		return f.text
	}
	d.set.lazy.Lock()
	defer d.set.lazy.Unlock()
	made, ok := d.set.textOf[d]
	if !ok {
		made = make(map[int]string, len(d.Rows))
		for i := range d.Rows {
			made[d.Rows[i].Line] = f.text(&d.Rows[i])
		}
		if d.set.textOf == nil {
			d.set.textOf = map[*Dataset]map[int]string{}
		}
		d.set.textOf[d] = made
	}
	return func(r *Row) string { return made[r.Line] }
}

// mostKept is how many different cells of a field a folder keeps; a column of notes that are all different has no use of it.
const mostKept = 2000

// folder folds the texts of rows, each different cell and source once.
type folder struct {
	d       *Dataset
	fields  []folded
	sources map[*Source]string
	caveats []string // folded, of the table
	under   []test   // which rows they hold for
}

// folded is a field and the cells of it that are folded already, by what they are made of.
type folded struct {
	name      string
	at, es    int
	unit      int // where what decides on a percent sign stands
	cells     map[string]string
	different bool // nearly every row has its own
}

func newFolder(d *Dataset) *folder {
	f := &folder{d: d, sources: map[*Source]string{}}
	names := []string{}
	for _, c := range d.Columns(words.English) {
		names = append(names, c.Field)
	}
	if short := d.role("caveat_short"); short != "" {
		names = append(names, short)
	}
	for _, name := range names {
		f.fields = append(f.fields, folded{
			name: name, at: d.place(name), es: d.place(name + "@" + string(words.Spanish)), unit: d.place(d.role("unit")), cells: map[string]string{},
		})
	}
	if d.of == nil {
		for _, c := range d.Caveats {
			f.caveats = append(f.caveats, caveatText(c))
			f.under = append(f.under, d.all(bounds(c)))
		}
	}
	return f
}

// text is all that a reader can find in a row, in every language.
func (f *folder) text(r *Row) string {
	var b strings.Builder
	for i := range f.fields {
		f.cell(&b, &f.fields[i], r)
	}
	for _, s := range append([]*Source{r.Source}, r.Also...) {
		if s == nil {
			continue
		}
		text, ok := f.sources[s]
		if !ok {
			text = foldedIn(func(l words.Lang) string { return s.Short.In(l) })
			f.sources[s] = text
		}
		b.WriteString(text)
	}
	for _, c := range r.carried {
		b.WriteString(caveatText(c))
	}
	for i, under := range f.under {
		if under(*r) {
			b.WriteString(f.caveats[i])
		}
	}
	return b.String()
}

// cell writes a cell as readers see it, and as it stands in the file, so that a number is found as it is typed, too.
func (f *folder) cell(b *strings.Builder, in *folded, r *Row) {
	raw := r.rawAt(in.at)
	es := r.rawAt(in.es)
	if raw == "" && es == "" {
		return
	}
	key := raw + "\x00" + es + "\x00" + r.rawAt(in.unit)
	text, ok := in.cells[key]
	if !ok {
		text = foldedIn(func(l words.Lang) string { return f.d.cell(*r, in.name, l) })
		if own := fold(raw); !strings.Contains(text, own) {
			text += own + " | "
		}
		if in.different = in.different || len(in.cells) >= mostKept; !in.different {
			in.cells[key] = text
		}
	}
	b.WriteString(text)
}

func caveatText(c Caveat) string {
	return foldedIn(func(l words.Lang) string { return c.Text.In(l) + " | " + c.Short.In(l) })
}

// foldedIn folds what there is in every language; the same is not said twice.
func foldedIn(in func(words.Lang) string) string {
	out, last := "", ""
	for _, l := range words.Langs() {
		if text := in(l); text != last {
			out, last = out+fold(text)+" | ", text
		}
	}
	return out
}
