package rank

import (
	"doublefix/app/words"
	"doublefix/views/kit"
)

// marked is body text with the terms of the glossary marked where a card mentions them first; a mark leads to its entry.
func (v *View) marked(option, text string, seen map[string]bool) *kit.Paragraph {
	var marks []kit.Mark
	for _, span := range v.deps.Terms(text, v.style.Tr.Lang()) {
		if seen[span.Term] {
			continue
		}
		seen[span.Term] = true
		name := v.tr("rank.term", words.Args{"Term": text[span.Start:span.End]})
		marks = append(marks, kit.Mark{Part: kit.Part{Start: span.Start, End: span.End}, ID: span.Term, Name: name})
	}
	p := v.style.Body(text)
	if len(marks) == 0 {
		return p
	}
	return p.WithMarks(marks, func(id string) { v.deps.Open(option, Target{Term: id}) })
}
