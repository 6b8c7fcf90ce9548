package chart

import "slices"

// Notes is what a person has added to the charts of a dataset.
type Notes struct {
	Text  func(row string) string // the note at a row, "" for none; row "" is the whole chart
	Mark  func(row string) bool   // whether a row is marked
	Title string                  // in the place of that of the chart; "" for none
}

// Annotated returns s with what a person has added. Notes at rows that are not drawn are left out; they wait in the workshop.
// The texts that were made of the figures stay as they are.
func (s Spec) Annotated(n Notes) Spec {
	if n.Title != "" {
		s.Title = n.Title
	}
	s.Own = nil
	if text := n.Text(""); text != "" {
		s.Own = append(s.Own, Own{Text: text})
	}
	s.Marks = slices.Clone(s.Marks)
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.ID == "" {
			continue
		}
		m.Highlight = n.Mark(m.ID)
		if text := n.Text(m.ID); text != "" {
			s.Own = append(s.Own, Own{m.ID, text})
		}
	}
	s.Alt = s.withOwn()
	return s
}

// SameNotes reports whether a person has added the same to s and to o, two states of one chart.
func (s Spec) SameNotes(o Spec) bool {
	return s.Title == o.Title && slices.Equal(s.Own, o.Own) && slices.EqualFunc(s.Marks, o.Marks, func(a, b Mark) bool { return a.Highlight == b.Highlight })
}
