package chart

import (
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// Every answer has a chart: a mark for every figure, its source, and what was asked.
func TestAnswersAreDrawn(t *testing.T) {
	p, _, err := datapackage.OpenFolder("../../data")
	if err != nil {
		t.Skip(err)
	}
	s, _ := dataset.Load(p)
	drawn := 0
	for _, d := range s.Datasets {
		for _, v := range d.Charts {
			for _, g := range d.Groupable(dataset.Lens{View: v.Name}, words.For(words.English)) {
				for i, by := range dataset.Aggregates() {
					tr := words.For(words.Langs()[i%2])
					q := dataset.Lens{View: v.Name, Group: g.Field, By: by}
					if d.MayAggregate(q, by, tr) != "" {
						continue
					}
					asked, err := Ask(d, q, tr)
					if err != nil {
						t.Errorf("%s %+v: %v", d.ID, q, err)
						continue
					}
					drawn++
					spec := asked.Spec
					if len(spec.Marks) != len(asked.Answer.Rows) || len(asked.Rows) != len(spec.Marks) {
						t.Errorf("%s %+v: %d marks of %d figures", d.ID, q, len(spec.Marks), len(asked.Answer.Rows))
					}
					if spec.Source == "" || spec.Title == "" || spec.Subtitle == "" || asked.Answer.Asked.In(tr.Lang()) == "" {
						t.Errorf("%s %+v: source %q, title %q", d.ID, q, spec.Source, spec.Title)
					}
					for _, m := range spec.Marks {
						if m.Label == "" || m.Spoken == "" {
							t.Errorf("%s %+v: mark %+v", d.ID, q, m)
						}
					}
				}
			}
		}
	}
	if drawn < 100 {
		t.Errorf("only %d charts", drawn)
	}
}
