package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// racesSpec is six series over six years, with a tie, a gap and a partial figure.
func racesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Bump, Tr: words.For(lang), Percent: true, Title: in("Where traced guns were bought", "Dónde se compraron las armas rastreadas"),
		Subtitle: in("Percent by state", "Porcentaje por estado"), Source: "ATF", Alt: "x", Notes: []Note{{"a", in("Ten months.", "Diez meses.")}},
	}
	nan := math.NaN()
	for i, s := range []struct {
		name   string
		values []float64
	}{
		{"Texas", []float64{40, 41, 39, 38, 43, 40}},
		{"Arizona", []float64{15, 22, 22, 25, 21, 22}},
		{"California", []float64{20, 18, 17, 12, 10, 9}},
		{in("New Mexico", "Nuevo México"), []float64{3, 2.7, nan, 3, 3.5, 3}},
		{"Florida", []float64{3, 4, 5, 6, 3.5, 9}},
		{in("All other states and territories", "Todos los demás estados y territorios"), []float64{19, 16, 18, 25, 19, 23}},
	} {
		spec.Series = append(spec.Series, Series{ID: s.name, Title: s.name})
		for k, v := range s.values {
			if m := lineMark(i, float64(2018+k), v); hasFigure(v) {
				m.ID, m.Label = fmt.Sprint(i, "-", k), yearText(m.X)
				spec.Marks = append(spec.Marks, m)
			}
		}
	}
	spec.Marks[8].Status, spec.Marks[8].Letters = Partial, "a"
	return spec
}

func bumpSpecs() map[string]func(words.Lang) Spec {
	return map[string]func(words.Lang) Spec{
		"races": racesSpec, "homicides": changed(homicidesSpec, func(s *Spec) { s.Form = Bump }), "slope": changed(changeSpec, func(s *Spec) { s.Form = Bump }),
		"one":  changed(racesSpec, func(s *Spec) { s.Marks = s.Marks[:1] }),
		"two":  changed(racesSpec, func(s *Spec) { s.Marks = s.Marks[:12] }),
		"long": changed(racesSpec, longTexts), "finding": changed(racesSpec, func(s *Spec) { s.Marks[7].Emphasis = true }),
		"equal":     changed(racesSpec, setValues(7)),
		"negative":  changed(racesSpec, setValues(-3, 0, -8, 4)),
		"no series": changed(racesSpec, func(s *Spec) { s.Series = nil }),
		"many": changed(gridSpec(24, 20), func(s *Spec) {
			s.Form = Bump
		}),
	}
}

func setValues(values ...float64) func(*Spec) {
	return func(s *Spec) {
		for i := range s.Marks {
			s.Marks[i].Value, s.Marks[i].Written = values[i%len(values)], ""
		}
	}
}

// Places are those of a naive count: one more than the figures above it; all slots of a column differ.
func TestPlacesAreCounted(t *testing.T) {
	for name, form := range bumpSpecs() {
		for _, lowest := range []bool{false, true} {
			spec := form(words.English)
			spec.Places = lowest
			places := bumpPlaces(spec)
			slots := map[[2]float64]bool{}
			for i, p := range places {
				above, same, of := 0, 0, 0
				for k := range places {
					if spec.Marks[k].X != spec.Marks[i].X {
						continue
					}
					v, own := lineValue(spec, spec.Marks[k]), lineValue(spec, spec.Marks[i])
					of++
					above += boolInt(v > own && !lowest || v < own && lowest)
					same += boolInt(v == own)
				}
				if p.place != above+1 || p.tied != (same > 1) || p.of != of {
					t.Errorf("%s: mark %d has %+v, want place %d of %d with %d the same", name, i, p, above+1, of, same)
				}
				slot := [2]float64{spec.Marks[i].X, float64(p.slot)}
				if slots[slot] || p.slot < p.place || p.slot >= p.place+same {
					t.Errorf("%s: mark %d stands in slot %d at place %d", name, i, p.slot, p.place)
				}
				slots[slot] = true
			}
		}
	}
}

// Better places stand higher, marks of a time over each other and times in their order.
func TestBumpsAreMonotone(t *testing.T) {
	for name, form := range bumpSpecs() {
		spec := form(words.English)
		d := laid(t, spec, 900, 600, 1)
		places := bumpPlaces(spec)
		for _, a := range d.Hits {
			for _, b := range d.Hits {
				p, q := places[a.Mark], places[b.Mark]
				at, to := a.Box.Center(), b.Box.Center()
				if p.slot < q.slot && at.Y >= to.Y-1e-6 {
					t.Errorf("%s: slot %d at %.1f, slot %d at %.1f", name, p.slot, at.Y, q.slot, to.Y)
				}
				if spec.Marks[a.Mark].X < spec.Marks[b.Mark].X && at.X >= to.X-1e-6 {
					t.Errorf("%s: %g stands right of %g", name, spec.Marks[a.Mark].X, spec.Marks[b.Mark].X)
				}
			}
		}
	}
}

// Where marks have room for numbers, these are their places; those that share one say so.
func TestMarksSayTheirPlace(t *testing.T) {
	spec := racesSpec(words.Spanish)
	d := laid(t, spec, 900, 600, 1)
	places, said := bumpPlaces(spec), 0
	for _, l := range labelsOf(d) {
		if l.Role != "place" {
			continue
		}
		said++
		at, _ := d.At(l.Box().Center())
		p := places[d.Hits[at].Mark]
		want := fmt.Sprint(p.place)
		if p.tied {
			want += "="
		}
		if l.Text != want {
			t.Errorf("%q stands at place %s", l.Text, want)
		}
	}
	if said != len(spec.Marks) {
		t.Errorf("%d of %d places are said", said, len(spec.Marks))
	}
	for _, s := range spec.Series {
		n := 0
		for _, l := range labelsOf(d) {
			n += boolInt(strings.HasPrefix(l.Text, strings.Fields(s.Title)[0]) && l.Role == "value")
		}
		if n < 2 {
			t.Errorf("%s is named %d times", s.Title, n)
		}
	}
	speakPlaces(&spec)
	if got := spec.Marks[3].Spoken; !strings.HasSuffix(got, "Lugar 1 de 6.") {
		t.Errorf("said is %q", got)
	}
	if !slices.ContainsFunc(spec.Marks, func(m Mark) bool { return strings.HasSuffix(m.Spoken, "Lugar 5 de 6, compartido.") }) {
		t.Error("no shared place is said")
	}
}

func TestTheAltOfABump(t *testing.T) {
	spec := racesSpec(words.English)
	for i := range spec.Marks {
		spec.Marks[i].Written = spec.Tr.Percent(spec.Marks[i].Value)
	}
	got := alt(spec, "")
	for _, want := range []string{
		"the places of 6 series, from 2018 to 2023", "First place: Texas from 2018 to 2023.", "3, Arizona, with 22%",
		"Arizona rose most between its first and its last figure, from place 4 to place 3.", "California fell most",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	two := bumpSpecs()["two"](words.English)
	if got := alt(two, ""); !strings.Contains(got, "No place changed") {
		t.Errorf("of two that keep their places: %s", got)
	}
	// A place that is better because another has no figure any more is no rise.
	two.Marks = slices.Delete(two.Marks, 5, 6)
	if got := alt(two, ""); strings.Contains(got, "rose") || !strings.Contains(got, "Only those that have a figure") {
		t.Errorf("with a figure less: %s", got)
	}
}
