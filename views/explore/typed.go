package explore

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app"
	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/views/kit"
)

// slip is what was typed into the fields of a part of the drawer and cannot be asked. It stays there, with why, until it is mended.
type slip struct {
	dataset, part string
	texts         []string
}

// late is what was typed into a field that was left, until the question is asked.
type late struct{ ask func() }

// typed is a part of the drawer whose fields become part of the question by Enter or by being left. A text that cannot be asked
// leaves the chart as it is.
type typed struct {
	part string
	ids  []string                                               // of the fields
	read func(q dataset.Lens) []string                          // what a question has for them
	ask  func(q dataset.Lens, texts []string) (of dataset.Lens) // the question with what they hold
}

// fields are those of a part, with what is asked, or with what was typed and cannot be.
func (v *View) fields(t typed) []*kit.Field {
	var fields []*kit.Field
	of, texts := v.data.ID, t.read(v.lens())
	if slipped := v.state.slip; slipped.dataset == of && slipped.part == t.part {
		texts = slipped.texts
	}
	held := func() []string {
		var out []string
		for _, f := range fields {
			out = append(out, strings.TrimSpace(f.Text))
		}
		return out
	}
	for i, id := range t.ids {
		before := texts[i]
		f := v.style.Field(id, before, func(string) { v.take(of, t, held()) })
		f.OnLeave = func(text string) {
			if text != before {
				now := held()
				v.onceLeft(func(v *View) { v.take(of, t, now) })
			}
		}
		fields = append(fields, f)
	}
	return fields
}

// onceLeft has a field end when the focus has arrived at the next part: on its way it would be lost on a part that asking has
// built anew meanwhile. What leads elsewhere before that asks first: see [View.Settle]. The view may be another one by then, in
// another language; of another package there is nothing to ask.
func (v *View) onceLeft(take func(v *View)) {
	state, set := v.state, v.deps.Set
	waiting := &late{}
	waiting.ask = func() {
		if state.late == waiting {
			state.late = nil
			if shown := state.shown; shown.deps.Set == set {
				take(shown)
			}
		}
	}
	state.late = waiting
	v.deps.Runner.After(0, waiting.ask)
}

// Settle asks what was typed into a field, before something else is done with what is shown.
func (v *View) Settle() {
	if v.state.late != nil {
		v.state.late.ask()
	}
}

// take asks what was typed for a dataset; where that is not open any more, it is asked when it is opened again.
func (v *View) take(id string, t typed, texts []string) {
	d, before := v.deps.Set.Dataset(id), v.state.Lenses[id]
	next, slipped := t.ask(before.Clone(), texts), v.state.slip
	open := v.data == d
	v.state.slip = slip{}
	switch {
	case slices.Equal(t.read(next), t.read(before)):
		if slipped.part == t.part && open {
			v.showSide() // it is mended
		}
	case v.wrong(d, before, next) != nil:
		if open {
			v.state.slip = slip{id, t.part, texts}
			v.showSide()
		}
	case open:
		v.Ask(next)
	default:
		v.state.Lenses[id] = next
	}
}

// wrong tells why a question is not put: a text is no number, or there would be no chart any more where there is one now.
func (v *View) wrong(d *dataset.Dataset, before, next dataset.Lens) error {
	if err := crossed(next); err != nil {
		return err
	}
	_, err := chart.Answer(d, next)
	if err == nil {
		return nil
	}
	var known *app.Error
	if errors.As(err, &known) && known.Key == "error.data.value" {
		return &app.Error{Code: app.Invalid, Key: "explore.ask.no_number", Args: map[string]any{"Text": known.Args["Value"]}}
	}
	if _, already := chart.Answer(d, before); already != nil {
		return nil // the way out of a refusal may have several steps
	}
	return err
}

// slipped says under the fields of a part why what they hold is not asked; nil where it is.
func (v *View) slipped(t typed) fyne.CanvasObject {
	slipped := v.state.slip
	if slipped.dataset != v.data.ID || slipped.part != t.part {
		return nil
	}
	err := v.wrong(v.data, v.lens(), t.ask(v.lens().Clone(), slipped.texts))
	if err == nil {
		return nil
	}
	s := v.style
	text := s.Paragraph(v.deps.Said(err), kit.SizeMeta, 16, kit.Regular, s.Palette.Ink)
	return kit.RowTop(6, text, s.IconImage("warning", 16, s.Palette.Brick), text)
}

// crossed is an error where a range ends before it begins.
func crossed(q dataset.Lens) error {
	for _, c := range q.Where {
		first, last := bound(q, c.Field, ">="), bound(q, c.Field, "<=")
		from, isFrom := number(first)
		to, isTo := number(last)
		if isFrom && isTo && from > to {
			return &app.Error{Code: app.Invalid, Key: "explore.ask.crossed", Args: map[string]any{"From": first, "To": last}}
		}
	}
	return nil
}
