package chart

import (
	"fmt"
	"testing"

	"doublefix/app/words"
)

// groupedSpec is horizontal bars under the headings of three groups, the last with a name that wraps.
func groupedSpec(lang words.Lang) Spec {
	spec := barsOf(8)(lang)
	spec.Form = BarsHorizontal
	spec.Groups = []Group{{"a", "One", "its own count"}, {"b", "Two", ""}, {"c", "Secretaría de Seguridad y Protección Ciudadana, con sus dependencias estatales", "a note that has no room beside it"}}
	for i := range spec.Marks {
		spec.Marks[i].Group = i / 3
	}
	return spec
}

func TestBarsInGroups(t *testing.T) {
	for _, width := range []float64{320, 520, 620, 1010, 1400} {
		for _, text := range []float64{1, 2} {
			for _, lang := range words.Langs() {
				t.Run(fmt.Sprint(width, text, lang), func(t *testing.T) {
					spec := groupedSpec(lang)
					d := laid(t, spec, width, 400, text)
					checkLabels(t, d)
					headings := 0
					for _, l := range labelsOf(d) {
						if l.Text == "One" || l.Text == "Two" {
							headings++
							for _, h := range d.Hits {
								above := spec.Marks[h.Mark].Group < map[string]int{"One": 0, "Two": 1}[l.Text]
								if above != (h.Box.Center().Y < l.Box().Center().Y) {
									t.Errorf("bar %d on the wrong side of %q", h.Mark, l.Text)
								}
							}
						}
					}
					if headings != 2 || len(d.Hits) != len(spec.Marks) {
						t.Errorf("%d headings, %d bars", headings, len(d.Hits))
					}
				})
			}
		}
	}
}

// A group alone needs no heading, and the steps of a funnel have none.
func TestBarsWithoutGroups(t *testing.T) {
	one, funnel := groupedSpec(words.English), groupedSpec(words.English)
	one.Groups, funnel.Form = one.Groups[:1], Funnel
	for _, spec := range []Spec{one, funnel} {
		for _, l := range labelsOf(laid(t, spec, 700, 500, 1)) {
			if l.Text == "One" {
				t.Errorf("%s has a heading", spec.Form)
			}
		}
	}
}
