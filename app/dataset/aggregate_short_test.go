package dataset

import (
	"math"
	"testing"

	"doublefix/app/words"
)

// What is put together is said as exactly as it is: a sum of counts is no estimate, and a mean has no more digits than it can have.
func TestAggregatesAreAsExactAsTheirFigures(t *testing.T) {
	for _, c := range []struct {
		rows string
		by   Aggregate
		want string
	}{
		{"A,2010,,X,,70,,,,count,final\nB,2011,,X,,71,,,,count,final\n", Sum, "141"},
		{"A,2010,,X,,70,,,,count,final\nB,2011,,X,,71,,,,count,final\n", Mean, "70.5"},
		{"A,2010,,X,,44132,,,,count,final\nB,2011,,X,,1,,,,count,final\n", Mean, "≈22,067"},
		{"A,2010,,X,,44132,,,,count,final\nB,2011,,X,,2,,,,count,final\n", Mean, "22,067"},
		{"A,2010,,X,,2,,,,count,final\nB,2011,,X,,3,,,,count,final\nC,2012,,X,,3,,,,count,final\n", Mean, "≈2.67"},
		{"A,2010,,X,,2.25,,,,count,final\nB,2011,,X,,4,,,,count,final\n", Median, "≈3.13"},
		{"A,2010,,X,,70,,,,count,derived\nB,2011,,X,,71,,,,count,final\n", Sum, "≈141"},
		{"A,2010,,X,,70,,,,estimate,final\nB,2011,,X,,71,,,,estimate,final\n", Sum, "≈141"},
		{"A,2010,,X,,70.5,,,,count,final\nB,2011,,X,,71,,,,count,final\n", Sum, "≈141.5"},
		{"A,2010,,X,,43,,,,count,final\nB,2011,,Y,,57,,,,count,final\n", Share, "43%"},
		{"A,2010,,X,,1,,,,count,final\nB,2011,,Y,,2,,,,count,final\n", Share, "≈33.3%"},
		{"A,2010,,X,,1,,,,count,final\nB,2011,,Y,,2999,,,,count,final\n", Share, "≈0.03%"},
	} {
		d := plain(t, usual, usualHead+c.rows)
		a, err := d.Ask(Lens{Group: "place", By: c.by})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Data.Cell(a.Rows[0], a.View.Y, words.English); got != c.want {
			t.Errorf("%s of %q is %s, want %s", c.by, c.rows, got, c.want)
		}
	}
}

// slack is how far a figure may be from what it comes to: means keep three digits at least, shares two, and one decimal.
func slack(by Aggregate, n float64) float64 {
	size := max(1, math.Abs(n))
	switch by {
	case Mean, Median:
		return 0.0051 * size
	case Share:
		return 0.051
	}
	return 1e-6 * size
}
