package dataset

import (
	"math"
	"regexp"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// mention is a figure named in a text: {{fig B08}} or {{fig B08 per_month}}.
var mention = regexp.MustCompile(`\{\{\s*fig\s+([^\s{}]+)(?:\s+([^\s{}]+))?\s*\}\}`)

// mentionDepth is how many texts may name each other in a row before a circle is taken for one.
const mentionDepth = 4

// texts fills the figures into every text of the datasets and of the set itself.
func (l *loader) texts() {
	for i := range l.set.Datasets {
		d := l.set.Datasets[i]
		l.fillCells(d, l.p.Resource(d.ID))
	}
	fill := func(r *datapackage.Resource, texts ...*words.Text) {
		for _, t := range texts {
			*t = l.fillText(*t, r, 0, "")
		}
	}
	fill(nil, &l.set.Title, &l.set.Description, &l.set.Running)
	l.set.Question = l.fillText(l.p.Question, nil, 0, "")
	for _, t := range l.p.Topics {
		l.set.Topics = append(l.set.Topics, Topic{ID: t.ID, Title: l.fillText(t.Title, nil, 0, "")})
	}
	for _, d := range l.set.Datasets {
		r := l.p.Resource(d.ID)
		fill(r, &d.Title, &d.Description, &d.Summary, &d.Headline, &d.Lead, &d.Finding, &d.Attribution, &d.Kinds)
		d.Caveats = append([]Caveat(nil), d.Caveats...)
		for i := range d.Caveats {
			fill(r, &d.Caveats[i].Text, &d.Caveats[i].Short)
		}
		d.Charts = append([]View(nil), d.Charts...)
		for i := range d.Charts {
			v := &d.Charts[i]
			fill(r, &v.Title, &v.Subtitle, &v.Showing, &v.Attribution)
			v.SeriesOrder, v.Groups, v.Tags = l.fillParts(v.SeriesOrder, r), l.fillParts(v.Groups, r), l.fillParts(v.Tags, r)
		}
	}
}

func (l *loader) fillParts(parts []datapackage.Part, r *datapackage.Resource) []datapackage.Part {
	out := make([]datapackage.Part, len(parts))
	for i, p := range parts {
		p.Title, p.Note = l.fillText(p.Title, r, 0, ""), l.fillText(p.Note, r, 0, "")
		out[i] = p
	}
	return out
}

// fillCells fills figures into the cells of a table; the rows of the package itself are left alone.
func (l *loader) fillCells(d *Dataset, r *datapackage.Resource) {
	for i := range d.Rows {
		copied := false
		for j, cell := range d.Rows[i].cells {
			if !strings.Contains(cell.Text, "{{") {
				continue
			}
			if !copied {
				d.Rows[i].cells, copied = append([]datapackage.Value(nil), d.Rows[i].cells...), true
			}
			lang := words.English
			if _, code, ok := d.Fields[j].Base(); ok {
				lang = code
			}
			d.Rows[i].cells[j].Text = l.fill(cell.Text, lang, r, d.Rows[i].Line, d.Fields[j].Name)
		}
	}
}

func (l *loader) fillText(t words.Text, r *datapackage.Resource, row int, field string) words.Text {
	if t == nil {
		return nil
	}
	out := make(words.Text, len(t))
	for _, lang := range words.Langs() {
		if s, ok := t[lang]; ok {
			out[lang] = l.fill(s, lang, r, row, field)
		}
	}
	return out
}

// fill writes the figures that s names as lang writes them. What names no figure stays, and is reported.
func (l *loader) fill(s string, lang words.Lang, r *datapackage.Resource, row int, field string) string {
	if !strings.Contains(s, "{{") {
		return s
	}
	filled := s
	// A figure in words may itself name a figure, in a table that is filled later.
	for depth := 0; depth < mentionDepth && strings.Contains(filled, "{{"); depth++ {
		filled = l.fillOnce(filled, lang)
	}
	if at := strings.Index(filled, "{{"); at >= 0 {
		text, _, _ := strings.Cut(filled[at:], "}}")
		l.report(r, row, field, "data.problem.figure", words.Args{"Figure": text + "}}"})
	}
	return filled
}

func (l *loader) fillOnce(s string, lang words.Lang) string {
	return mention.ReplaceAllStringFunc(s, func(m string) string {
		parts := mention.FindStringSubmatch(m)
		target, ok := l.ids[parts[1]]
		if !ok {
			return m
		}
		text := ""
		if parts[2] == "" {
			text = target.d.Figure(*target, View{}, l.lang[lang])
		} else {
			text = target.d.cell(*target, parts[2], lang)
		}
		if text == "" {
			return m
		}
		return text
	})
}

// Figure writes the figure of a row as a reader does, without its unit but with the percent sign of a share: "1,171",
// "70–90%", "at least 135,000", or the words that stand instead of a number. "" where there is none.
func (d *Dataset) Figure(r Row, v View, tr words.Tr) string {
	f := d.fieldsOf(v)
	if s := r.Text(f.written, tr.Lang()); s != "" {
		return s
	}
	write := func(n float64) string { return d.amount(n, r, f, v, tr) }
	value, low, high := r.Number(f.value), r.Number(f.low), r.Number(f.high)
	if f.high != "" {
		if text := ranged(value, low, high, write, tr); text != "" {
			return text
		}
	}
	for _, n := range []float64{value, low, high} {
		if !math.IsNaN(n) {
			return write(n)
		}
	}
	return ""
}

// ranged writes a range, closed or open at one end; "" where the three numbers are one figure or none.
func ranged(value, low, high float64, write func(float64) string, tr words.Tr) string {
	noLow, noHigh := math.IsNaN(low), math.IsNaN(high)
	within := !math.IsNaN(value) && value != low && value != high
	switch {
	case noLow && noHigh, low == high:
		return ""
	case noLow || noHigh:
		if within {
			return ""
		}
		if noLow {
			return tr.T("data.number.to", words.Args{"Value": write(high)})
		}
		return tr.T("data.number.from", words.Args{"Value": write(low)})
	case within:
		return tr.T("data.number.between", words.Args{"Value": write(value), "Low": write(low), "High": write(high)})
	}
	return strings.TrimSuffix(write(low), tr.PercentSign()) + "–" + write(high)
}

// parts are the fields that make a figure.
type parts struct{ value, low, high, written string }

// fieldsOf returns the fields of a view's figure, by their roles where the view does not name them.
func (d *Dataset) fieldsOf(v View) parts {
	f := parts{v.Y, v.Low, v.High, v.Written}
	if v.Form == "histogram" { // what bounds a bin is no range of its count
		f.low, f.high = "", ""
	}
	if f.value == "" && f.low == "" && f.high == "" {
		f.value, f.low, f.high = d.role("value"), d.role("low"), d.role("high")
		if f.value == "" {
			f.value = d.role("central")
		}
	}
	if f.written == "" {
		f.written = d.role("written")
	}
	return f
}

// amount writes n with the percent sign where it is a share.
func (d *Dataset) amount(n float64, r Row, f parts, v View, tr words.Tr) string {
	if d.percent(r, f, v) {
		return tr.Percent(n)
	}
	return tr.Auto(n)
}

// percent reports whether the figure of r is a share in percent: the view says so, or the unit of the field or the row.
func (d *Dataset) percent(r Row, f parts, v View) bool {
	if v.Percent {
		return true
	}
	if unit := r.Text(d.role("unit"), words.English); unit != "" {
		return isPercent(unit)
	}
	for _, name := range []string{f.value, f.low, f.high} {
		if field, ok := d.Field(name); ok && isPercent(field.Unit.In(words.English)) {
			return true
		}
	}
	return false
}

func isPercent(unit string) bool {
	u := strings.ToLower(strings.TrimSpace(unit))
	return strings.HasPrefix(u, "%") || u == "percent" || strings.HasPrefix(u, "percent of") || strings.HasPrefix(u, "per cent")
}
