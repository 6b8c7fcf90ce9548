package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Reading is a figure read aloud or shown beside the pointer: everything that has to go with it.
type Reading struct {
	Heading string // "FY2022 · Oct 2021 to Sep 2022"
	Value   string // "≈ 415 firearms"
	Tag     string // "derived count"
	Lines   []Line
	Spoken  string // all of it in one sentence
}

// Line is one labelled text of a reading.
type Line struct{ Label, Text string }

// Reading returns what is said of the figure of r as v draws it. A row of words, such as an event, is read by its name and
// when it was, with its text in the place of the figure and what group it belongs to as the tag.
func (d *Dataset) Reading(v View, r Row, tr words.Tr) Reading {
	l := tr.Lang()
	if d.wordsOnly(v, r) {
		return d.wordReading(v, r, tr)
	}
	out := Reading{Heading: d.heading(v, r, l), Value: d.valueWithUnit(v, r, tr, "data.reading.derived"), Tag: Tag(r, tr)}
	add := func(key, text string) {
		if text != "" && text != out.Heading {
			out.Lines = append(out.Lines, Line{tr.T(key), text})
		}
	}
	// A group's title often says "Of the traced" itself.
	of := strings.TrimPrefix(d.denominator(v, r, l), tr.T("data.reading.of")+" ")
	add("data.reading.of", of)
	add("data.reading.method", r.Method(l))
	source := d.attributed(r, tr)
	add("data.reading.source", source)
	for _, c := range r.Caveats() {
		add("data.reading.beware", c.Text.In(l))
	}
	out.Spoken = d.spoken(v, r, out, of, tr)
	return out
}

// spoken joins the parts of a reading to one line.
func (d *Dataset) spoken(v View, r Row, reading Reading, of string, tr words.Tr) string {
	value := d.valueWithUnit(v, r, tr, "data.reading.about")
	first := tr.T("data.reading.spoken", words.Args{"Heading": reading.Heading, "Value": value})
	if reading.Tag != "" {
		first = tr.T("data.reading.spoken.tagged", words.Args{"Heading": reading.Heading, "Value": value, "Tag": reading.Tag})
	}
	sentences := []string{first}
	add := func(key, text string) {
		if text != "" {
			sentences = append(sentences, tr.T(key, words.Args{"Text": strings.TrimSuffix(text, ".")}))
		}
	}
	add("data.reading.spoken.of", of)
	add("data.reading.spoken.source", d.attributed(r, tr))
	for _, c := range r.Caveats() {
		add("data.reading.spoken.beware", c.Text.In(tr.Lang()))
	}
	return oneLine(strings.Join(sentences, " "))
}

// oneLine takes out line breaks and doubled spaces, but not the spaces that do not break.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\r' || r == '\t' }), " ")
}

// heading says whose and which figure it is: who and when, or the mark's name, and the period.
func (d *Dataset) heading(v View, r Row, l words.Lang) string {
	var pieces []string
	add := func(s string) {
		if s != "" && !slices.ContainsFunc(pieces, func(p string) bool { return strings.Contains(p, s) }) {
			pieces = append(pieces, s)
		}
	}
	if v.Who != "" {
		add(d.Cell(r, v.Who, l))
		add(d.Cell(r, v.When, l))
	} else {
		add(d.named(r, v, l))
		if v.Label == "" {
			add(d.Cell(r, v.X, l))
		}
		for _, p := range v.SeriesOrder {
			if v.Series != "" && p.ID == r.Text(v.Series, words.English) {
				add(p.Title.In(l))
			}
		}
	}
	period := r.Period(l)
	// A period that says the name and more ("FY2022, Oct 2021 to Sep 2022") takes its place.
	if len(pieces) == 1 && pieces[0] != "" && strings.Contains(period, pieces[0]) {
		pieces = nil
	}
	add(period)
	if len(pieces) == 0 {
		pieces = append(pieces, d.Title.In(l))
	}
	return strings.Join(pieces, " · ")
}

// named is the name of the mark of r: the label, and where it goes to where the view says that.
func (d *Dataset) named(r Row, v View, l words.Lang) string {
	name, to := d.Cell(r, v.Label, l), d.Cell(r, v.To, l)
	if v.Label == "" || to == "" {
		return name
	}
	return name + " – " + to
}

// valueWithUnit writes the figure with its unit; derived figures are marked by the text under key.
func (d *Dataset) valueWithUnit(v View, r Row, tr words.Tr, key string) string {
	text := d.Figure(r, v, tr)
	if text == "" {
		return tr.T("data.number.none")
	}
	if r.About() {
		text = tr.T(key, words.Args{"Value": text})
	}
	// Words instead of a number are complete as they stand.
	if unit := d.unit(r, v, tr); unit != "" && r.Text(d.fieldsOf(v).written, tr.Lang()) == "" {
		return tr.T("data.reading.value", words.Args{"Value": text, "Unit": unit})
	}
	return text
}

// denominator says what a share is a share of: its group, and how many were counted.
func (d *Dataset) denominator(v View, r Row, l words.Lang) string {
	base, group := "", ""
	if v.Base != "" {
		base = d.Cell(r, v.Base, l)
	}
	if d.percent(r, d.fieldsOf(v), v) {
		for _, g := range v.Groups {
			if v.Group != "" && g.ID == r.Text(v.Group, words.English) {
				group = g.Title.In(l)
			}
		}
		if of := d.role("denominator"); of != "" {
			group = r.Text(of, l)
		}
	}
	switch {
	case base == "":
		return group
	case group == "":
		return strings.TrimSpace(base + " " + d.Unit.In(l))
	}
	return group + ": " + base
}

// attributed names the sources of r with the tier of the main one: "Expreso, 2024 (press)".
func (d *Dataset) attributed(r Row, tr words.Tr) string {
	if r.Source == nil {
		return ""
	}
	names := []string{r.Source.Short.In(tr.Lang())}
	if tr.Has("tier." + r.Source.Tier) {
		names[0] = tr.T("data.reading.tier", words.Args{"Source": names[0], "Tier": tr.T("tier." + r.Source.Tier)})
	}
	for _, s := range r.Also {
		names = append(names, s.Short.In(tr.Lang()))
	}
	return strings.Join(names, "; ")
}

// Tag says in two words what kind of number a row holds: "derived count", "estimate". "" where the package does not say.
func Tag(r Row, tr words.Tr) string {
	key := ""
	switch r.Status {
	case StatusDerived:
		key = "data.tag.derived." + r.kindWord()
	case StatusPartial:
		key = "data.tag.partial." + r.kindWord()
	case StatusProvisional:
		key = "data.tag.provisional." + r.kindWord()
	}
	switch {
	case key != "" && tr.Has(key):
		return tr.T(key)
	case r.Kind == "":
		return spoken(tr, "status.", r.Status)
	}
	return spoken(tr, "kind.", r.kindWord())
}
