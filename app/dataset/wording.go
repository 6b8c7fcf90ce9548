package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// wordsOnly reports whether r, as v shows it, is a text and has no figure. In a table of figures a blank one is a gap.
func (d *Dataset) wordsOnly(v View, r Row) bool {
	if d.hasFigures(v) && (d.Role == RoleDataset || v.Form != "timeline" && v.Form != "calendar" && v.Form != "table") {
		return false
	}
	return d.Figure(r, v, d.tr(words.English)) == ""
}

// hasFigures reports whether rows of d have a figure at all, or v looks for one.
func (d *Dataset) hasFigures(v View) bool { return d.fieldsOf(v) != parts{} }

// wordReading is the reading of a row without a figure.
func (d *Dataset) wordReading(v View, r Row, tr words.Tr) Reading {
	l := tr.Lang()
	out := Reading{Heading: d.wordHeading(v, r, l), Value: d.Cell(r, v.Sub, l), Tag: d.tag(v, r, l)}
	if out.Value == "" {
		out.Value = d.firstText(v, r, l)
	}
	if f, ok := d.Field(v.Who); ok {
		if who := d.Cell(r, v.Who, l); who != "" && !strings.Contains(out.Heading, who) {
			label := f.Title.In(l)
			if label == "" {
				label = f.Name
			}
			out.Lines = append(out.Lines, Line{label, who})
		}
	}
	if source := d.attributed(r, tr); source != "" {
		out.Lines = append(out.Lines, Line{tr.T("data.reading.source"), source})
	}
	for _, c := range r.Caveats() {
		if text := c.Text.In(l); text != "" {
			out.Lines = append(out.Lines, Line{tr.T("data.reading.beware"), text})
		}
	}
	out.Spoken = d.wordSpoken(out, tr)
	return out
}

func (d *Dataset) wordSpoken(reading Reading, tr words.Tr) string {
	sentence := reading.Heading
	if reading.Tag != "" {
		sentence += ", " + reading.Tag
	}
	said := strings.TrimRight(reading.Value, ".")
	if said == "" {
		said = d.Title.In(tr.Lang())
	}
	sentences := []string{tr.T("data.reading.spoken", words.Args{"Heading": sentence, "Value": said})}
	for _, line := range reading.Lines {
		sentences = append(sentences, line.Label+": "+strings.TrimSuffix(line.Text, ".")+".")
	}
	return oneLine(strings.Join(sentences, " "))
}

// wordHeading is the name of a row and when it was.
func (d *Dataset) wordHeading(v View, r Row, l words.Lang) string {
	label, when := d.Cell(r, v.Label, l), d.Cell(r, v.When, l)
	if label == "" {
		label = d.Cell(r, d.labelField(), l)
	}
	if when == "" && (v.Form == "timeline" || v.Form == "calendar") {
		when = d.Cell(r, v.X, l)
	}
	if when == "" {
		when = r.Period(l)
	}
	if strings.Contains(label, when) {
		when = ""
	}
	if heading := join(" · ", label, when); heading != "" {
		return heading
	}
	return d.Title.In(l)
}

// firstText returns the first text of a row that people read and that its heading does not say.
func (d *Dataset) firstText(v View, r Row, l words.Lang) string {
	said := []string{v.Label, d.labelField(), v.When, v.X, v.Who, v.Tag, v.Group, d.role("id"), d.role("period"), d.role("kind"), d.role("status")}
	for _, c := range d.Columns(l) {
		if c.Numeric || slices.Contains(said, c.Field) || d.cites(c.Field) {
			continue
		}
		if text := d.Cell(r, c.Field, l); text != "" && !strings.Contains(text, "://") {
			return text
		}
	}
	return ""
}

// tag is the small label of a row without a figure: what v has for it, and the group it stands in.
func (d *Dataset) tag(v View, r Row, l words.Lang) string {
	var pieces []string
	for _, by := range []struct {
		field  string
		worded bool
	}{{v.Tag, true}, {v.Group, len(v.Groups) > 0}} {
		if by.field == "" || !by.worded {
			continue
		}
		if text := d.Cell(r, by.field, l); text != "" && !slices.Contains(pieces, text) {
			pieces = append(pieces, text)
		}
	}
	return strings.Join(pieces, " · ")
}
