package dataset

import (
	"slices"
	"strconv"

	"doublefix/app/words"
)

// AskedPart is one part of a question, in words, with the question that is left without it.
type AskedPart struct {
	ID, Text string // ID tells the parts of one question apart
	Without  Lens
}

// AskedParts returns what q asks, part by part: each field that is filtered by, the words that were looked for, how figures are
// put together and in relation, and what they are compared with.
func (d *Dataset) AskedParts(q Lens, tr words.Tr) []AskedPart {
	var out []AskedPart
	add := func(id, text string, without Lens) {
		without.Form = "" // without a part the figures may not fit the form
		out = append(out, AskedPart{id, words.Capital(text), without})
	}
	said := []string{}
	for _, c := range q.Where {
		if slices.Contains(said, c.Field) {
			continue
		}
		said = append(said, c.Field)
		text := d.onlyWords(Lens{Where: slices.DeleteFunc(slices.Clone(q.Where), func(o Cond) bool { return o.Field != c.Field })}, tr)
		add("where."+c.Field, text, q.Without(c.Field))
	}
	if text := d.onlyWords(Lens{Text: q.Text}, tr); text != "" {
		without := q.Clone()
		without.Text = ""
		add("text", text, without)
	}
	if q.Group != "" {
		without := q.Clone()
		without.Group, without.Split, without.By = "", "", ""
		text := d.byWords(q, tr)
		if a, err := d.shown(q); err == nil {
			text = join(" · ", words.Capital(a.picked().In(tr.Lang())), text)
		}
		add("group", text, without)
	}
	if q.Scale != AsIs {
		without := q.Clone()
		without.Scale, without.Base = AsIs, ""
		add("scale", d.askedIn(Lens{Scale: q.Scale, Base: q.Base}, tr), without)
	}
	for i, b := range q.With {
		without := q.Clone()
		without.With = slices.Delete(without.With, i, i+1)
		add("with."+strconv.Itoa(i), d.askedIn(Lens{With: []Beside{b}}, tr), without)
	}
	return out
}
