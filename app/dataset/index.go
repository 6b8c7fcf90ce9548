package dataset

import (
	"maps"
	"slices"
	"strings"

	"doublefix/app/words"
)

// index is all that a search can find, in one language, in the order in which hits of one grade are listed.
type index struct{ entries []entry }

// entry is one thing to find. Its texts are folded, with single spaces.
type entry struct {
	hit             Hit
	id, title, text string   // text holds the title too
	figures         []string // the figure as it is written and as it stands in the file
}

// index returns the index in l. It is made at the first search.
func (s *Set) index(l words.Lang) *index {
	if !l.Valid() {
		l = words.English
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if made := s.indexOf[l]; made != nil {
		return made
	}
	ix := &index{}
	s.indexDatasets(ix, l)
	s.indexRecord(ix, l)
	s.indexFields(ix, l)
	for _, d := range s.Datasets {
		d.indexRows(ix, l)
	}
	s.indexSources(ix, l)
	if s.indexOf == nil {
		s.indexOf = map[words.Lang]*index{}
	}
	s.indexOf[l] = ix
	return ix
}

func (ix *index) add(h Hit, id string, texts ...string) {
	e := entry{hit: h, id: fold(id), title: fold(h.Title)}
	e.text = e.title + "\n" + e.id + "\n" + fold(strings.Join(texts, " | "))
	ix.entries = append(ix.entries, e)
}

func fold(s string) string { return strings.Join(strings.Fields(words.Fold(s)), " ") }

// indexDatasets adds each dataset, and each of its charts but the first, which stands for the dataset.
func (s *Set) indexDatasets(ix *index, l words.Lang) {
	for _, d := range s.Datasets {
		first := d.Charts[0]
		ix.add(Hit{Kind: HitDataset, Dataset: d.ID, Title: d.Title.In(l), Context: d.Summary.In(l)}, d.ID,
			d.Summary.In(l), d.Headline.In(l), d.Lead.In(l), d.Finding.In(l), d.Description.In(l), d.Attribution.In(l),
			first.Title.In(l), first.Subtitle.In(l))
		for _, v := range d.Charts[1:] {
			ix.add(Hit{Kind: HitDataset, Dataset: d.ID, View: v.Name, Title: v.Title.In(l), Context: d.Title.In(l)}, "", v.Subtitle.In(l))
		}
	}
}

// indexFields adds the columns that are a table's own; those that every table has would be found everywhere.
func (s *Set) indexFields(ix *index, l words.Lang) {
	for _, d := range s.Datasets {
		for _, c := range d.Columns(l) {
			if common(c) {
				continue
			}
			f, _ := d.Field(c.Field)
			ix.add(Hit{Kind: HitField, Dataset: d.ID, Field: c.Field, Title: c.Title, Context: d.Title.In(l)}, "", f.About.In(l))
		}
	}
}

func common(c Column) bool {
	switch c.Role {
	case "id", "kind", "status", "source", "period", "method", "caveat", "label", "value", "unit", "written", "year":
		return true
	}
	switch c.Field {
	case "id", "kind", "status", "source_id", "period", "method", "caveat":
		return true
	}
	return false
}

// indexRecord adds terms and contradictions, from their tables or not.
func (s *Set) indexRecord(ix *index, l words.Lang) {
	for _, t := range s.Glossary {
		h := Hit{Kind: HitTerm, Term: t.ID, Title: t.Term.In(l), Context: t.Definition.In(l)}
		h.Dataset, h.Row = s.place(t.ID, RoleGlossary)
		ix.add(h, t.ID, append([]string{h.Context}, t.Forms[l]...)...)
	}
	for _, c := range s.Contradictions {
		h := Hit{Kind: HitContradiction, Title: c.Topic.In(l), Context: join(" · ", c.ClaimA.In(l), c.ClaimB.In(l))}
		h.Dataset, h.Row = s.place(c.ID, RoleContradictions)
		if h.Row == "" {
			h.Row = c.ID
		}
		texts := []string{h.Context, c.Explanation.In(l), c.Shown.In(l), strings.Join(append(append([]string{}, c.RowsA...), c.RowsB...), " ")}
		for _, src := range []*Source{c.SourceA, c.SourceB} {
			if src != nil {
				texts = append(texts, src.Short.In(l))
			}
		}
		ix.add(h, c.ID, texts...)
	}
}

// place returns the dataset that the row with that id stands in, where its role is that one.
func (s *Set) place(id, role string) (dataset, row string) {
	if d, r, ok := s.Row(id); ok && d.Role == role {
		return d.ID, r.ID
	}
	return "", ""
}

// indexSources adds the sources, in the order of their ids.
func (s *Set) indexSources(ix *index, l words.Lang) {
	for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
		src := s.Sources[id]
		h := Hit{Kind: HitSource, Source: id, Title: src.Short.In(l), Context: join(", ", src.Publisher.In(l), src.Title.In(l))}
		h.Dataset, h.Row = s.place(id, RoleSources)
		ix.add(h, id, h.Context, src.Date, src.DateNote.In(l), src.URL)
	}
}

// indexRows adds the rows of d that are not found as something else.
func (d *Dataset) indexRows(ix *index, l words.Lang) {
	kind := HitRow
	switch d.Role {
	case RoleGlossary, RoleSources, RoleContradictions:
		return
	case RoleTimeline:
		kind = HitEvent
	}
	columns := d.Columns(l)
	for _, r := range d.Rows {
		v := d.View(d.ViewOf(r))
		h := Hit{Kind: kind, Dataset: d.ID, Row: r.ID}
		if v.Name != d.Charts[0].Name {
			h.View = v.Name
		}
		h.Title, h.Context = d.found(v, r, d.tr(l))
		texts := make([]string, 0, len(columns)+4)
		for _, c := range columns {
			texts = append(texts, d.cell(r, c.Field, l))
			if v, _ := r.Value(c.Field); c.Numeric && !v.Missing {
				texts = append(texts, v.Text)
			}
		}
		for _, s := range r.Also {
			texts = append(texts, s.Short.In(l))
		}
		ix.add(h, r.ID, texts...)
		if figure := d.Figure(r, v, d.tr(l)); figure != "" {
			value, _ := r.Value(d.fieldsOf(v).value)
			ix.entries[len(ix.entries)-1].figures = []string{fold(figure), value.Text}
		}
	}
}

// found returns the title and the context line of a row as v shows it.
func (d *Dataset) found(v View, r Row, tr words.Tr) (title, context string) {
	l := tr.Lang()
	if d.wordsOnly(v, r) {
		return d.wordHeading(v, r, l), join(" · ", d.tag(v, r, l), d.Title.In(l))
	}
	return d.heading(v, r, l), join(" · ", d.valueWithUnit(v, r, tr, "data.reading.derived"), d.Title.In(l))
}

// ViewOf returns the name of the first view that draws r; of the default where none does.
func (d *Dataset) ViewOf(r Row) string {
	for _, v := range d.Charts {
		if r.matches(v.Where) {
			return v.Name
		}
	}
	return d.Charts[0].Name
}

// join joins what is there.
func join(separator string, pieces ...string) string {
	var out []string
	for _, p := range pieces {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, separator)
}
