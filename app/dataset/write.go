package dataset

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// Extract is rows of a dataset that leave the app.
type Extract struct {
	Data  *Dataset
	Rows  []Row
	Lang  words.Lang
	Asked string // what was asked of the figures, in words: a column of its own; "" where they are all of the dataset
	Mark  bool   // a byte order mark comes first, which some spreadsheets need to read accents
}

// WriteCSV writes the rows as RFC 4180 CSV (UTF-8, CR LF): every field with machine-readable values, then what goes with the
// figure in words: source, address, kind, status and caveat. Texts that a spreadsheet would take for a formula get a leading
// apostrophe; numbers are left alone.
func (e Extract) WriteCSV(w io.Writer) error {
	if e.Mark {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return e.records(func(cells []string) error { return out.Write(cells) }, func() error { out.Flush(); return out.Error() })
}

// WriteTSV writes the same for the clipboard: a line a row and a tab between cells. Only a cell that begins with a quotation mark is
// put between quotes, because a spreadsheet takes such a mark for the beginning of a cell that may have tabs and lines in it.
func (e Extract) WriteTSV(w io.Writer) error {
	flat := strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")
	out := bufio.NewWriter(w)
	return e.records(func(cells []string) error {
		for i, c := range cells {
			if cells[i] = flat.Replace(c); strings.HasPrefix(c, `"`) {
				cells[i] = `"` + strings.ReplaceAll(cells[i], `"`, `""`) + `"`
			}
		}
		_, err := out.WriteString(strings.Join(cells, "\t") + "\n")
		return err
	}, out.Flush)
}

// records hands out the head and the rows as cells, then calls end.
func (e Extract) records(write func([]string) error, end func() error) error {
	fields := e.Data.plainFields()
	tr := e.Data.tr(e.Lang)
	var head []string
	for _, f := range fields {
		head = append(head, unformula(f.Name))
	}
	for _, key := range companions {
		head = append(head, tr.T("data.csv."+key))
	}
	if e.Asked != "" {
		head = append(head, tr.T("data.csv.asked"))
	}
	if err := write(head); err != nil {
		return err
	}
	for _, r := range e.Rows {
		if err := write(e.cells(r, fields, tr)); err != nil {
			return err
		}
	}
	return end()
}

func (e Extract) cells(r Row, fields []datapackage.Field, tr words.Tr) []string {
	var cells []string
	for _, f := range fields {
		if v, _ := r.Value(f.Name); f.Ordered() {
			cells = append(cells, machineText(f, v))
			continue
		}
		cells = append(cells, unformula(r.exported(f.Name, e.Lang)))
	}
	for _, text := range r.companions(tr) {
		cells = append(cells, unformula(text))
	}
	if e.Asked != "" {
		cells = append(cells, unformula(e.Asked))
	}
	return cells
}

// machineText is an amount, a date or a yes as a program reads it, whatever signs its file has around it or instead of it; "" where
// there is none. What is not of its type stays a text.
func machineText(f datapackage.Field, v datapackage.Value) string {
	switch {
	case v.Missing:
		return ""
	case v.Wrong || math.IsNaN(v.Number): // a date may be of a format that is not read
		return unformula(v.Text)
	case f.Type == "boolean":
		return strconv.FormatBool(v.Number == 1)
	case f.Type == "date":
		return time.Unix(int64(v.Number)*24*60*60, 0).UTC().Format(time.DateOnly)
	case f.Type != "integer" && f.Type != "number" || bareNumber.MatchString(v.Text):
		return v.Text
	case math.IsInf(v.Number, 0):
		return strings.Replace(strconv.FormatFloat(v.Number, 'f', -1, 64), "+Inf", "INF", 1)
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}

// bareNumber is a number that reads the same everywhere.
var bareNumber = regexp.MustCompile(`^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$`)

// companions are the columns that go with every figure.
var companions = [...]string{"source", "address", "kind", "status", "caveat"}

func (r Row) companions(tr words.Tr) []string {
	var shorts, addresses, caveats []string
	for _, s := range Sources([]Row{r}) {
		shorts = append(shorts, s.Short.In(tr.Lang()))
		if s.URL != "" {
			addresses = append(addresses, s.URL)
		}
	}
	for _, c := range r.Caveats() {
		caveats = append(caveats, c.Text.In(tr.Lang()))
	}
	return []string{
		strings.Join(shorts, "; "), strings.Join(addresses, " "),
		spoken(tr, "kind.", r.kindWord()), spoken(tr, "status.", r.Status), strings.Join(caveats, " "),
	}
}

// plainFields returns the fields without translations and without what the companions say in words.
func (d *Dataset) plainFields() []datapackage.Field {
	said := []string{d.role("source_id"), d.role("kind"), d.role("status"), d.role("caveat"), d.role("caveat_short"), "also_source_ids"}
	var out []datapackage.Field
next:
	for _, f := range d.Fields {
		if base, _, translation := f.Base(); translation && d.has(base) {
			continue
		}
		for _, name := range said {
			if f.Name == name {
				continue next
			}
		}
		out = append(out, f)
	}
	return out
}

// unformula keeps a text from being run as a formula when a spreadsheet opens it. Some read the wide signs of East Asian
// keyboards as the plain ones. A text that has the apostrophe already gets another, so that whoever takes one away has the text.
func unformula(s string) string {
	text := strings.TrimLeft(s, "'")
	if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + s
	}
	return s
}

// WriteJSON writes the rows as one JSON object: the dataset, what was asked, and each row with its values by field name (numbers
// as numbers, blank as null) and its companions.
func (e Extract) WriteJSON(w io.Writer) error {
	d, l := e.Data, e.Lang
	tr := d.tr(l)
	list := []any{}
	for _, r := range e.Rows {
		o := object{}
		for _, f := range d.plainFields() {
			o = append(o, pair{f.Name, r.plain(f, l)})
		}
		texts := r.companions(tr)
		sources := []any{}
		for _, s := range Sources([]Row{r}) {
			sources = append(sources, object{{"short", s.Short.In(l)}, {"address", s.URL}, {"tier", s.Tier}})
		}
		caveats := []string{}
		for _, c := range r.Caveats() {
			caveats = append(caveats, c.Text.In(l))
		}
		list = append(list, object{
			{"values", o}, {"sources", sources}, {"kind", r.Kind}, {"status", r.Status}, {"kindText", texts[2]}, {"statusText", texts[3]}, {"caveats", caveats},
		})
	}
	all := object{{"dataset", d.ID}, {"title", d.Title.In(l)}, {"language", string(l)}, {"unit", d.Unit.In(l)}}
	if e.Asked != "" {
		all = append(all, pair{"asked", e.Asked})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(append(all, pair{"rows", list}))
}

// plain returns a cell for a machine.
func (r Row) plain(f datapackage.Field, l words.Lang) any {
	v, _ := r.Value(f.Name)
	switch {
	case v.Missing:
		return nil
	case (f.Numeric() || f.YearLike()) && !v.Wrong && !math.IsNaN(v.Number) && !math.IsInf(v.Number, 0):
		return v.Number
	case f.Type == "boolean" && !v.Wrong:
		return v.Number == 1
	}
	return r.exported(f.Name, l)
}

// object is a JSON object that keeps the order of its members.
type object []pair

type pair struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, part := range []any{p.key, p.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			raw, err := marshal(part)
			if err != nil {
				return nil, err
			}
			b.Write(raw)
		}
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

func marshal(v any) ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return []byte(strings.TrimSpace(b.String())), err
}
