package chart

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

func small(t *testing.T, spec Spec, w, h, text float64) Drawing {
	t.Helper()
	d, err := Small(spec, Frame{W: w, H: h, Palette: look.Light(), Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if d.W != w || d.H != h {
		t.Errorf("the drawing is %g by %g, want %g by %g", d.W, d.H, w, h)
	}
	return d
}

// Every chart that ships has a gist that fits a card, in both languages and at every size of text.
func TestSmallShipped(t *testing.T) {
	for name, spec := range shippedSpecs(t) {
		t.Run(name, func(t *testing.T) {
			for _, text := range []float64{1, 1.5, 2} {
				d := small(t, spec, 212*text, 92*text, text)
				checkLabels(t, d)
				checkDrawing(t, Spec{}, d)
				if len(labelsOf(d)) < 2 {
					t.Errorf("only %d texts", len(labelsOf(d)))
				}
			}
		})
	}
}

// What is left out first is not the finding, and what is shown stands in the order of the chart.
func TestSmallShowsTheFinding(t *testing.T) {
	spec := funnelSpec(words.English)
	spec.Form = BarsHorizontal
	spec.Marks[3].Emphasis = true
	var said []string
	for _, l := range labelsOf(small(t, spec, 220, 52, 1)) {
		said = append(said, l.Text)
	}
	if want := []string{"Seized", "≈30,000", "From the US", "≈3,480"}; !slices.Equal(said, want) {
		t.Errorf("said are %q, want %q", said, want)
	}
}

// A mark that is a range or words takes no bar from the others.
func TestSmallWithARange(t *testing.T) {
	bars := func(spec Spec) int {
		n := 0
		for _, s := range small(t, spec, 220, 92, 1).Shapes {
			if a, ok := s.(Area); ok && len(a.Points) == 4 {
				n++
			}
		}
		return n
	}
	spec := funnelSpec(words.English)
	spec.Form = BarsHorizontal
	whole := bars(spec)
	spec.Marks[1].Low, spec.Marks[1].High, spec.Marks[1].Value = 100, 200, math.NaN()
	if n := bars(spec); whole == 0 || n != whole {
		t.Errorf("%d shapes with a range, %d without", n, whole)
	}
	spec.Marks[1].Series, spec.Form = -1, Stacked
	small(t, spec, 220, 92, 1)
}

func TestSmallYears(t *testing.T) {
	var said []string
	for _, l := range labelsOf(small(t, seizuresSpec(words.English), 220, 92, 1)) {
		said = append(said, l.Text)
	}
	slices.Sort(said)
	if want := []string{"1,171", "2009", "2024"}; !slices.Equal(said, want) {
		t.Errorf("said are %q, want the ends of the axis and the finding", said)
	}
}

func TestSmallWithoutFigures(t *testing.T) {
	for _, form := range Forms() {
		spec := Spec{Form: form, Tr: words.For(words.Spanish), Source: "x", Marks: []Mark{{Value: math.NaN(), Low: math.NaN(), High: math.NaN(), X: math.NaN()}}}
		d := small(t, spec, 200, 60, 1)
		if l := labelsOf(d); len(l) == 0 || !strings.Contains(l[0].Text, "cifra") {
			t.Errorf("%s: %+v", form, l)
		}
	}
	if _, err := Small(Spec{Form: Bars}, Frame{}); !errors.Is(err, ErrSource) {
		t.Errorf("without a source: %v", err)
	}
	if _, err := Small(Spec{Form: "x", Source: "x"}, Frame{}); !errors.Is(err, ErrForm) {
		t.Errorf("without a form: %v", err)
	}
}

func BenchmarkSmall(b *testing.B) {
	spec, frame := seizuresSpec(words.English), Frame{W: 212, H: 92, Palette: look.Light(), Text: 1}
	for b.Loop() {
		if _, err := Small(spec, frame); err != nil {
			b.Fatal(err)
		}
	}
}
