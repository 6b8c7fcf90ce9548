package chart

import (
	"slices"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// A mean over several years is called a mean of what its figure is now, in the chart and in its text.
func TestAMeanPerMonthIsNoMeanPerYear(t *testing.T) {
	d := shippedSet(t).Dataset("border_seizures")
	for l, want := range map[words.Lang]string{words.English: "a month on average", words.Spanish: "al mes en promedio"} {
		a, err := Ask(d, dataset.Lens{Scale: dataset.PerMonth}, words.For(l))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(a.Spec.Marks, func(m Mark) bool { return m.Band() && m.Label == want }) || !strings.Contains(a.Spec.Alt, want) {
			t.Errorf("no mean is called %q: %s", want, a.Spec.Alt)
		}
	}
}

// Of an index, series of any kind are drawn alike; else those of another kind than the first are quiet.
func TestIndexedSeriesAreNotQuiet(t *testing.T) {
	d := shippedSet(t).Dataset("displacement")
	for scale, quiet := range map[dataset.Scale]bool{dataset.AsIs: true, dataset.Index: false} {
		a, err := Ask(d, dataset.Lens{View: "episodes", Scale: scale, With: []dataset.Beside{{Dataset: "displacement", View: "stock"}}}, words.For(words.English))
		if err != nil {
			t.Fatal(err)
		}
		if a.Spec.Series[0].Quiet || a.Spec.Series[1].Quiet != quiet {
			t.Errorf("%q: %+v", scale, a.Spec.Series)
		}
	}
}
