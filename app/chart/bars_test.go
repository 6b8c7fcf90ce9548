package chart

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// barSpecs are the bar charts that every check of places goes through.
func barSpecs() map[string]func(words.Lang) Spec {
	return map[string]func(words.Lang) Spec{
		"seizures": seizuresSpec, "funnel": funnelSpec, "states": statesSpec, "changes": changesSpec, "shares": sharesSpec,
		"1 bar": barsOf(1), "35 bars": barsOf(35), "100 bars": barsOf(100), "1000 bars": barsOf(1000),
		"35 rows": rowsOf(35), "400 rows": rowsOf(400), "long names": longNames, "names with gaps": holes,
	}
}

func barsOf(n int) func(words.Lang) Spec {
	return func(lang words.Lang) Spec {
		spec := seizuresSpec(lang)
		spec.Marks = nil
		for i := range n {
			year := float64(2024 - n + i)
			spec.Marks = append(spec.Marks, barMark(yearText(year), year, float64(9000+(i*7919)%25000)))
		}
		spec.Marks[n/2].Emphasis = true
		return spec
	}
}

func rowsOf(n int) func(words.Lang) Spec {
	return func(lang words.Lang) Spec {
		spec := barsOf(n)(lang)
		spec.Form = BarsHorizontal
		return spec
	}
}

func longNames(lang words.Lang) Spec {
	spec := changesSpec(lang)
	for i := range spec.Marks {
		spec.Marks[i].Label = strings.Repeat([]string{"Departamento de Ñeembucú ", "Wort", ""}[i%3], 12)
		spec.Marks[i].Sub = strings.Repeat("diez meses ", i)
		spec.Marks[i].Letters = "abc"[:i%4]
	}
	return spec
}

func holes(lang words.Lang) Spec {
	spec := changesSpec(lang)
	spec.Marks[0].Value, spec.Marks[3].Value, spec.Marks[4].Value = math.NaN(), math.NaN(), math.NaN()
	spec.Marks[3].Written = "hundreds of thousands"
	spec.Marks[4].Low, spec.Marks[4].High = 2, 5
	return spec
}

func TestBarLabelsStandClear(t *testing.T) {
	for name, spec := range barSpecs() {
		for _, lang := range words.Langs() {
			for _, w := range []float64{220, 520, 700, 860, 1100, 1400} {
				for _, text := range []float64{1, 1.5, 2} {
					t.Run(fmt.Sprintf("%s/%s/%g/%g", name, lang, w, text), func(t *testing.T) {
						s := spec(lang)
						d := laid(t, s, w, w*0.6, text)
						checkLabels(t, d)
						checkGlyphs(t, d)
						checkDrawing(t, s, d)
					})
				}
			}
		}
	}
}

// Bars rise from one line, and higher values reach further.
func TestBarsBeginAtZeroAndKeepOrder(t *testing.T) {
	for _, form := range []Form{Bars, BarsHorizontal, Funnel} {
		spec := changesSpec(words.English)
		spec.Form = form
		for i := range spec.Marks {
			spec.Marks[i].Label = "x" // short names keep vertical bars vertical
		}
		d := laid(t, spec, 900, 600, 1)
		var zero float64
		ends := map[int]float64{}
		for i, h := range d.Hits {
			from, to := h.Box.Bottom(), h.Box.Y
			if form != Bars {
				from, to = -h.Box.X, -h.Box.Right()
			}
			if spec.Marks[i].Value < 0 {
				from, to = to, from
			}
			if i == 0 {
				zero = from
			}
			if math.Abs(from-zero) > 0.01 {
				t.Errorf("%s: bar %d begins at %g, not at %g", form, i, from, zero)
			}
			ends[i] = to
		}
		for i := 1; i < len(d.Hits); i++ {
			if ends[i] <= ends[i-1] {
				t.Errorf("%s: %g does not stand below %g", form, spec.Marks[i].Value, spec.Marks[i-1].Value)
			}
		}
	}
}

func TestBarHeightsAreInProportion(t *testing.T) {
	d := laid(t, seizuresSpec(words.English), 900, 600, 1)
	tall, small := d.Hits[7].Box.H, d.Hits[0].Box.H
	if got, want := tall/small, 1171.0/107; math.Abs(got-want) > 0.3 {
		t.Errorf("1,171 is %.2f times as high as 107, want %.2f", got, want)
	}
}

func TestSlotsKeepGapsAndSpans(t *testing.T) {
	spec := seizuresSpec(words.English)
	slots, spans := slotsOf(spec)
	if len(slots) != 16 || len(spans) != 1 || spans[0] != (slotSpan{2, 5, 10}) {
		t.Fatalf("%d slots, spans %v", len(slots), spans)
	}
	if got := empties(spec, slots, spans); !slices.Equal(got, [][2]int{{2, 4}}) {
		t.Errorf("empty runs %v, want 2011 to 2013", got)
	}
	spec.Marks[0].X = 1900
	if slots, spans := slotsOf(spec); len(slots) != len(spec.Marks) || len(spans) != 0 {
		t.Errorf("years too far apart: %d slots, spans %v", len(slots), spans)
	}
}

func TestBarsSayWhatTheyMean(t *testing.T) {
	d := laid(t, seizuresSpec(words.Spanish), 860, 560, 1)
	var all []string
	for _, l := range labelsOf(d) {
		all = append(all, l.Text)
	}
	for _, want := range []string{"1,171", "≈420", "1,030", "sin cifra", "10 meses", "115", "al año en promedio,", "AF2014 a AF2019", "Parte de un año", "Fuente: CBP, vía AP, GAO, The Trace, Expreso"} {
		if !slices.Contains(all, want) {
			t.Errorf("%q is not written; there is %q", want, all)
		}
	}
}

func TestLayRefusesOnlySourcesAndForms(t *testing.T) {
	spec := seizuresSpec(words.English)
	spec.Source = " "
	if _, err := Lay(spec, Frame{}); !errors.Is(err, ErrSource) {
		t.Errorf("without a source: %v", err)
	}
	spec.Source, spec.Form = "x", "pie"
	if _, err := Lay(spec, Frame{}); !errors.Is(err, ErrForm) {
		t.Errorf("pie: %v", err)
	}
	if got := MinHeight(spec, Frame{W: 500}); got != 0 {
		t.Errorf("a pie needs %g", got)
	}
}
