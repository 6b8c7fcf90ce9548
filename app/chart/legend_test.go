package chart

import (
	"math"
	"testing"

	"doublefix/app/words"
)

func TestSharedMethod(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"Monthly mean of 35, times 12", "Monthly mean of 34.6, times 12"}, "monthly mean, times 12"},
		{[]string{"Promedio mensual de 35, por 12", "Promedio mensual de 34.6, por 12"}, "promedio mensual, por 12"},
		{[]string{"Total minus US-sourced", "Total minus US-sourced"}, "total minus US-sourced"},
		{[]string{"ATF count"}, "ATF count"},
		{[]string{"12 times 3", "13 times 3"}, "times 3"},
		{[]string{"Mean of 2 figures: row 2 and row 3", "Mean of 2 figures: row 4 and row 5"}, "mean of 2 figures"},
		{[]string{"Mean: row 2 and row 3", "Mean: row 2 and row 3"}, "mean: row 2 and row 3"},
		{[]string{"30,000 ÷ 12 months", "7,200 ÷ 12 months"}, "÷ 12 months"},
		{[]string{"17.5 ÷ 9.25 × 100 (1990 = 100)", "16 ÷ 8 × 100 (1990 = 100)"}, ""},
		{[]string{"Rifles and handguns added", "Handguns and rifles added"}, ""},
		{[]string{"Mean of 3", "Mean of 3 years"}, ""},
		{[]string{"Mean", ""}, ""},
		{[]string{"", ""}, ""},
		{nil, ""},
	} {
		if got := shared(c.texts); got != c.want {
			t.Errorf("%q: %q, want %q", c.texts, got, c.want)
		}
	}
}

func TestDerivedMarksAreExplainedByTheirMethod(t *testing.T) {
	spec := seizuresSpec(words.English)
	text := func() string { return derivedText(spec) }
	if got := text(); got != "Derived from other figures" {
		t.Errorf("without methods: %q", got)
	}
	for i := range spec.Marks {
		spec.Marks[i].Method = "Monthly mean, times 12"
	}
	if got := text(); got != "Derived: monthly mean, times 12" {
		t.Errorf("with one method: %q", got)
	}
}

func TestHollowPointsAreExplainedByTheirStatus(t *testing.T) {
	spec := Spec{Tr: words.For(words.English), Marks: []Mark{{Status: Final}, {Status: Provisional}, {Status: Provisional}}}
	for _, c := range []struct {
		status Status
		want   string
	}{{Provisional, "Provisional"}, {Derived, "Provisional or derived"}, {Final, "Provisional"}} {
		spec.Marks[1].Status = c.status
		if got := hollowText(spec); got != c.want {
			t.Errorf("with %s: %q, want %q", c.status, got, c.want)
		}
	}
	spec.Marks = spec.Marks[:2]
	spec.Marks[1] = Mark{Status: Derived, X: math.NaN(), Method: "Count of microdata"}
	if got := hollowText(spec); got != "Derived: count of microdata" {
		t.Errorf("derived: %q", got)
	}
}
