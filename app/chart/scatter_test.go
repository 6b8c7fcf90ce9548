package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// scatterSpec has a point for each pair of numbers.
func scatterSpec(lang words.Lang, at ...[2]float64) Spec {
	spec := Spec{Form: Scatter, Tr: words.For(lang), Title: "People and episodes", Source: "CMDPDH", XTitle: "Episodes", YTitle: "People"}
	for i, p := range at {
		spec.Marks = append(spec.Marks, Mark{
			ID: fmt.Sprint("P", i), Label: fmt.Sprint(2000 + i), X: p[0], Value: p[1], Low: math.NaN(), High: math.NaN(), XTo: math.NaN(),
			Letters: "a"[:i%2], Status: []Status{Final, Derived}[i%2], Spoken: "so many",
		})
	}
	return spec
}

// crowdOfPoints is a crowd of points that stand close together.
func crowdOfPoints(count int) [][2]float64 {
	var out [][2]float64
	for i := range count {
		out = append(out, [2]float64{float64(20 + i*7919%41), float64(1000 + i*104729%9000)})
	}
	return out
}

func hitOf(t *testing.T, d Drawing, mark int) Point {
	t.Helper()
	for _, h := range d.Hits {
		if h.Mark == mark {
			return h.Box.Center()
		}
	}
	t.Fatalf("mark %d has no hit", mark)
	return Point{}
}

// Of two points the one with the larger number stands further along, on both axes, whether these are logarithmic or not.
func TestPointsStandInTheOrderOfTheirNumbers(t *testing.T) {
	for name, at := range map[string][][2]float64{
		"plain":      {{29, 23169}, {25, 20390}, {25, 11491}, {28, 8664}, {24, 9741}, {42, 28943}},
		"both signs": {{-3, 4}, {5, -2}, {0, 0}, {1, 90}},
		"wide":       {{1, 5}, {10, 50000}, {5000, 12}, {70, 800}, {3e6, 1e9}},
		"crowd":      crowdOfPoints(120),
	} {
		for _, w := range []float64{480, 900, 1400} {
			spec := scatterSpec(words.English, at...)
			d := laid(t, spec, w, 500, 1)
			checkLabels(t, d)
			checkDrawing(t, spec, d)
			checkReached(t, d)
			for i := range at {
				for j := range at {
					a, b := hitOf(t, d, i), hitOf(t, d, j)
					if at[i][0] < at[j][0] && a.X >= b.X || at[i][1] < at[j][1] && a.Y <= b.Y {
						t.Fatalf("%s at %g: %v stands at %v, %v at %v", name, w, at[i], a, at[j], b)
					}
				}
			}
		}
	}
}

// An axis is logarithmic only where figures above zero are spread far, and says so.
func TestAScatterSaysWhereAnAxisIsLogarithmic(t *testing.T) {
	says := func(spec Spec) (out []string) {
		for _, l := range labelsOf(laid(t, spec, 700, 400, 1)) {
			if l.Role == "axis" {
				out = append(out, l.Text)
			}
		}
		return out
	}
	for _, c := range []struct {
		at   [][2]float64
		want []string
	}{
		{[][2]float64{{1, 1}, {50, 900}}, []string{"People", "Episodes"}},
		{[][2]float64{{1, 1}, {50, 9000}}, []string{"People, logarithmic axis", "Episodes"}},
		{[][2]float64{{0, -1}, {5e6, 9000}}, []string{"People", "Episodes"}},
		{[][2]float64{{3, 1}, {5e6, 2}}, []string{"People", "Episodes, logarithmic axis"}},
	} {
		if got := says(scatterSpec(words.English, c.at...)); !slices.Equal(got, c.want) {
			t.Errorf("%v: %q, want %q", c.at, got, c.want)
		}
	}
}

// The axis of shares ends at 100 where shares do, and goes on where one does not.
func TestAScatterOfSharesEndsAtAHundred(t *testing.T) {
	for top, want := range map[float64]bool{99.5: false, 100: false, 130: true} {
		spec := scatterSpec(words.English, [2]float64{1, 20}, [2]float64{2, 60}, [2]float64{3, top})
		spec.Percent = true
		over := false
		for _, l := range labelsOf(laid(t, spec, 700, 420, 1)) {
			over = over || l.Role == "tick" && (strings.HasPrefix(l.Text, "12") || strings.HasPrefix(l.Text, "15"))
		}
		if over != want {
			t.Errorf("shares up to %g: ticks above 100 %v", top, over)
		}
	}
}

// Where names have no room the finding keeps its own, and every point can still be read.
func TestTheFindingKeepsItsNameInACrowd(t *testing.T) {
	spec := scatterSpec(words.Spanish, crowdOfPoints(150)...)
	spec.Marks[137].Emphasis, spec.Marks[137].Label = true, "Culiacán"
	d := laid(t, spec, 620, 420, 1)
	checkLabels(t, d)
	checkRead(t, spec, d)
	named := 0
	found := false
	for _, l := range labelsOf(d) {
		if l.Role == "label" {
			named++
			found = found || l.Text == "Culiacán"
		}
	}
	if !found || named >= len(spec.Marks) {
		t.Errorf("the finding is named: %v; %d names of %d", found, named, len(spec.Marks))
	}
}

// Build names both axes with their units, and a point says both of its numbers.
func TestBuildScatterNamesBothAxes(t *testing.T) {
	ds := shippedSet(t).Dataset("displacement")
	for lang, want := range map[words.Lang][3]string{
		words.English: {"Mass episodes", "People", "Mass episodes: 42."}, words.Spanish: {"Episodios masivos", "Personas", "Episodios masivos: 42."},
	} {
		asked, err := Ask(ds, dataset.Lens{View: "episodes", Form: string(Scatter)}, words.For(lang))
		if err != nil {
			t.Fatal(err)
		}
		last := asked.Spec.Marks[len(asked.Spec.Marks)-1]
		if asked.Spec.XTitle != want[0] || asked.Spec.YTitle != want[1] || !strings.HasPrefix(last.Spoken, want[2]) {
			t.Errorf("axes %q and %q; %s", asked.Spec.XTitle, asked.Spec.YTitle, last.Spoken)
		}
	}
}

func BenchmarkScatter(b *testing.B) {
	spec := scatterSpec(words.English, crowdOfPoints(60)...)
	for b.Loop() {
		pixelsOf(b, spec)
	}
}
